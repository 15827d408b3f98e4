"""Who represents others in a body: "X skal repræsentere kommunerne i Z"."""

import re
from collections.abc import Iterator, Sequence

from kkr_graph.language.presented import Presented
from kkr_graph.minutes.personnel.acts import Personnel
from kkr_graph.minutes.personnel.cast import Cast
from kkr_graph.model.extract import Event, Role

# "skal fremover repræsentere", "fremover skal X repræsentere"
_COMING = re.compile(r"\b(?:skal|kommer til at) (?:⟦[^⟧]*⟧ )?(?:[a-zæøå]+ ){0,2}$")


def representing(cast: Cast) -> Iterator[Personnel]:
    """X og Y repræsenterer Z i W; i W repræsenteres Z af X; X skal repræsentere Z i W."""
    part, verb = cast.part, cast.part.verb
    assert verb is not None
    modal = _COMING.search(part.clause.text, 0, verb.start)
    if modal is None and verb.lead == "repræsentere":
        return  # "blev bedt om at repræsentere"
    coming = modal is not None and "fortsat" not in modal[0]
    inside = [t for t in part.tokens if t.body and t.lead.casefold().endswith("i")]
    body = next((t.body for t in inside if t.start > verb.end), None)
    body = body or next((t.body for t in inside), None)
    for person in _representatives(cast) if body is not None else ():
        yield Personnel(
            person=person,
            role=Role.REPRESENTATIVE,
            event=Event.APPOINTED if coming else Event.HOLDS,
            body=body,
        )


def _representatives(cast: Cast) -> Sequence[Presented]:
    """Who represents: behind a verb in the passive, else before it, or right behind: "I Z repræsenterer X"."""
    verb = cast.part.verb
    assert verb is not None
    if verb.lead.endswith(("es", "et")):
        return tuple(cast.part.clause.named_in(verb.end, cast.part.end))
    inverted = cast.behind[0] if cast.behind and cast.behind[0].first == cast.part.at + 1 else None
    subject = cast.subject or inverted
    return () if subject is None else subject.people
