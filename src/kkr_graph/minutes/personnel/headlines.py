"""Headlines that say of which body the text below tells: "Formandsskifte i Z", "Ny formand for Z"."""

import re
from collections.abc import Sequence

from kkr_graph.minutes.clauses import Clause
from kkr_graph.minutes.personnel.besides import leads_into
from kkr_graph.minutes.personnel.tokens import VERBS, Kind, Token

_HEADLINE = re.compile(r"[A-ZÆØÅ⟦][^.:;!?\t]{6,100}")
# that somebody comes or goes, where no role does: "Udskiftning i Z", "Formandsskifte i Z"
_CHANGE = re.compile(
    r"\b(?:\w*skifte?|\w*udskiftning(?:er)?|\w*rokade|\w*valg|\w*udpegning(?:er)?|ændring(?:er)?|nyt? (?:\w+ )?(?:navn|ansigt)|nye (?:\w+ )?(?:navne|ansigter|kræfter)"
    r"|\w*post(?:en)?|\w*plads(?:en)?|\w*hverv(?:et)?|spidsen|toppen)\b",
    re.IGNORECASE,
)


def headlined(clause: Clause, tokens: Sequence[Token]) -> str | None:
    """The body in which a line without a full stop says that somebody comes or goes."""
    if _HEADLINE.fullmatch(clause.text) is None:
        return None
    comes = any(token.new or token.kind is Kind.DO for token in tokens)
    if clause.people and not (comes or any(token.kind in VERBS for token in tokens)):
        return None  # "Anna Holm, medlem af Havnerådet": an entry of a list
    named = (
        t
        for t in tokens
        if t.body and leads_into(t) and (comes or _CHANGE.search(clause.text, 0, t.end))
    )
    return next((token.body for token in named), None)
