"""The one order in which mentions are taken, so that nothing depends on the order of files."""

from datetime import date

from kkr_graph.model.identity import Mention


def by_day_and_key(mention: Mention) -> tuple[date, str, tuple[str, str, str, str]]:
    """Documents by their day, then by hash; those without a day last; then by name."""
    return (mention.day or date.max, mention.key.sha256, mention.key.said)
