"""Lines that say what body those below make up: "Udvalget består af:", "Medlemmerne af Havnerådet er:"."""

import re

from kkr_graph.minutes.personnel.targets import TargetReader

# what a body is made up of: "Samrådets repræsentation er herefter:", "Udvalget består af:"
_MADE_UP_OF = re.compile(
    r"\b(?:\w*repræsent\w+|\w*medlemmer\w*|\w*formænd\w*|bestyrelsen|udvalget|rådet|styregruppen)\b[^\n]{0,80}\b(?:(?:er|består|udgøres)\b[^.]{0,30}:|(?:består|udgøres)\b[^.]{0,30} af)$",
    re.IGNORECASE,
)
# who sits in it: "For KKR sidder i dag følgende i bestyrelsen:"
_SEATED = re.compile(r"\bsidder\b[^.⟦]{0,60}(?:\bfølgende\b[^.⟦]{0,60})?:$")
_IN = re.compile(r"\b[Ii] (?=(?:bestyrelsen|udvalget|rådet|[A-ZÆØÅ]))")
_BOARD_ITSELF = re.compile(
    r"\W*(?P<board>Bestyrelsen|Udvalget|Rådet|Styregruppen) (?=består|udgøres)"
)
# the same of a body by its name: "Medlemmerne af Havnerådet er:", "Herefter består Havnerådet af:"
_BODY = r"[^:⟦]{3,80}?"
_OF_THESE = r"af(?: følgende)?(?: \w+)?"
_NAMED = (
    re.compile(
        rf"^\W*(?P<body>{_BODY}) har(?: (?:nu|herefter|fremover|således|dermed|i dag))* (?:disse|følgende) medlemmer:$"
    ),
    re.compile(
        rf"\bfølgende (?:er|bliver)\b(?: (?:nu|herefter|fremover|således))* medlemmer (?:af|i) (?P<body>{_BODY}):$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bmedlemmer(?:ne)? (?:af|i) (?P<body>{_BODY})(?: i (?:\w*perioden|\d{{4}})[^:]{{0,20}})? (?:er|bliver)\b[^.:]{{0,30}}:$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bbestår (?P<body>(?!(?:\w+ )?af\b){_BODY})(?: (?:derfor|herefter|nu|fremover|dermed|således|i dag))* {_OF_THESE}:?$"
    ),
    re.compile(
        rf"^\W*(?P<body>{_BODY}) (?:består\b[^.:⟦]{{0,60}} {_OF_THESE}|ser\b[^.:⟦]{{0,60}} (?:således|sådan) ud|udgøres\b[^.:⟦]{{0,40}} af):?$"
    ),
)


def heads_composition(line: str, targets: TargetReader) -> bool:
    """Whether those whom a body is made up of follow."""
    made_up = _MADE_UP_OF.search(line) or _SEATED.search(line)
    return made_up is not None or _named(line, targets) is not None


def body_made_up(line: str, targets: TargetReader) -> str | None:
    """The body that such a line tells of: "bestyrelsen" is the document's own."""
    named = _named(line, targets)
    if named is not None:
        targets.turn_to(named)
        return named
    subject = _BOARD_ITSELF.match(line)
    if subject is not None:
        return targets.body(subject["board"], 0) or targets.about
    within = _IN.search(line) if _SEATED.search(line) else None
    return (within and targets.body(line, within.end())) or targets.about


def _named(line: str, targets: TargetReader) -> str | None:
    """The body that a line names as the one whose members are below."""
    found = (form.search(line) for form in _NAMED)
    match = next((match for match in found if match is not None), None)
    return None if match is None else targets.body(line, *match.span("body"))
