"""Days that the calendar does not have, in minutes and in lists."""

from collections.abc import Iterator

from kkr_graph.language.dates import find_dates
from kkr_graph.model.extract import Finding
from kkr_graph.model.text import TextLayer


def impossible_days(layer: TextLayer) -> Iterator[Finding]:
    """Days that the calendar does not have, as 31. november."""
    for found in find_dates(layer.reading.text, 0, len(layer.reading.text)):
        if found.day is None:
            passage = layer.passage_read(found.start, found.end)
            yield Finding(
                code="date-impossible",
                message=f"Datoen »{' '.join(passage.quote.split())}« findes ikke. Kontrollér dag og måned.",
                passage=passage,
            )
