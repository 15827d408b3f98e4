"""The words for a deputy, in the patterns of minutes and lists."""

DEPUTY = r"(?:suppleant|stedfortræder)"
DEPUTY_OR_ENGLISH = r"(?:suppleant|stedfortræder|deputy|substitute)"
IN_ORDER = (
    rf"\d{{1,2}}\. {DEPUTY}"  # one of several, in the order in which they come: of nobody alone
)
