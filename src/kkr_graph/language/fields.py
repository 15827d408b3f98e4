"""Labels of a meeting's particulars that stand on lines of their own, with the value on the next."""

from kkr_graph.model.names import fold

_OF_PLACE_OR_TIME = frozenset(
    {"sted", "mødested", "lokale", "starttidspunkt", "sluttidspunkt", "mødetid", "tidspunkt", "tid"}
)
_OF_OTHERS = frozenset(
    {"udvalg", "møde", "mødefakta", "dato", "mødedato", "punkter", "dagsordenspunkter", "dagsordenpunkter"}
)  # fmt: skip


def is_field(line: str) -> bool:
    """Whether a line is no more than such a label: "STARTTIDSPUNKT"."""
    return fold(line.rstrip(" :")) in _OF_PLACE_OR_TIME | _OF_OTHERS


def is_field_of_place_or_time(line: str) -> bool:
    """Whether what stands on the next line is where or when it was: "STED"."""
    return fold(line.rstrip(" :")) in _OF_PLACE_OR_TIME
