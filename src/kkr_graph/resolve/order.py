"""The one order in which mentions are taken, so that nothing depends on the order of files."""

from datetime import date

from kkr_graph.model.identity import Mention, MentionKey


def by_day_and_key(mention: Mention) -> tuple[date, MentionKey]:
    """Documents by their day, then by hash; those without a day last; then by name."""
    return (mention.day or date.max, mention.key)
