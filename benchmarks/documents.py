"""Generated minutes: as many as one likes, the same every time, about people who do not exist.

A meeting is made first, from the registry's councils, municipalities and bodies; a layout then writes
it as paragraphs, and a format writes those: plain text with broken lines, a printed PDF, or Word.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from textwrap import wrap

from kkr_graph.model.registry import Body, BodyKind, Registry
from tests.sources.copies import Paragraph, as_docx, as_pdf

FORMATS = ("txt", "pdf", "docx")

_SEED = 20251024
_FROM, _TO = date(2006, 2, 3), date(2025, 11, 28)
_TERM = 4  # years after which a council is made up anew
_WIDTH = 78
_PARTIES = "AAAABCCFIOVVVVØ"
_FIRST = (
    "Agnete", "Anders", "Birgit", "Bjarne", "Carsten", "Connie", "Dorthe", "Ebbe", "Elin", "Erling",
    "Flemming", "Gerda", "Gunnar", "Hanne", "Henrik", "Inger", "Jakob", "Johanne", "Jørgen", "Karin",
    "Kirsten", "Kjeld", "Laila", "Leif", "Lisbeth", "Mads", "Malene", "Marius", "Nanna", "Niels",
    "Olga", "Ove", "Palle", "Pia", "Rasmus", "Ruth", "Sanne", "Signe", "Svend", "Søren", "Tage",
    "Tove", "Ulrik", "Vagn", "Vibeke", "Åse",
)  # fmt: skip
_MIDDLE = (
    "Bak", "Brink", "Dam", "Dalby", "Eskildsen", "Friis", "Grønbæk", "Holm", "Juul", "Krogh", "Lund",
    "Møller", "Nørgaard", "Overby", "Riis", "Skov", "Toft", "Uhre", "Vang", "Winther", "Ågaard",
)  # fmt: skip
_LAST = (
    "Andreasen", "Berg", "Bertelsen", "Christiansen", "Dahl", "Enevoldsen", "Frandsen", "Gregersen",
    "Hauge", "Iversen", "Jeppesen", "Kjær", "Lauritsen", "Mikkelsen", "Nissen", "Ottosen", "Poulsen",
    "Quist", "Rohde", "Simonsen", "Thomsen", "Ulriksen", "Villadsen", "Westergaard", "Øster",
)  # fmt: skip
_SUBJECTS = (
    "Samarbejde om sundhedshuse", "Rammeaftale på socialområdet", "Kollektiv trafik i yderområder",
    "Kvalificeret arbejdskraft", "Fælles klimaplan", "Erhvervsuddannelser", "Grøn omstilling af havne",
    "Digital post til borgere", "Beredskab ved oversvømmelser", "Integration af nyankomne",
    "Kyst- og naturturisme", "Vejprojekter af fælles interesse", "Unge uden uddannelse",
    "Nære sundhedstilbud", "Fødevareerhvervenes vilkår", "Rekruttering af sosu-assistenter",
)  # fmt: skip
_KINDS = ("status", "strategi", "udmøntning", "evaluering", "høringssvar", "budget", "ny aftale")
_DECISIONS = (
    "{council} godkendte indstillingen.",
    "{council} tog orienteringen til efterretning.",
    "{council} drøftede sagen og tog den til efterretning.",
    "{council} godkendte indstillingen med den bemærkning, at kommunerne inddrages i det videre arbejde.",
    "{council} tiltrådte indstillingen.",
)
_PROSE = (
    "Sekretariatet har samlet kommunernes svar, og der er bred enighed om retningen. Arbejdsgruppen "
    "mødtes to gange i foråret og har set på, hvad der kan gøres på tværs af kommunegrænserne.",
    "Udgifterne afholdes inden for den ramme, der blev aftalt ved årets begyndelse, og fordeles efter "
    "indbyggertal. En oversigt over fordelingen er vedlagt som bilag.",
    "Sagen har tidligere været behandlet i kommunaldirektørkredsen, som lagde vægt på, at de mindre "
    "kommuner kan være med på lige vilkår, og at der følges op efter det første år.",
    "Der er udarbejdet et notat om erfaringerne fra de andre landsdele. Det peger på, at en fælles "
    "indgang for borgere og virksomheder giver færre henvendelser og kortere ventetid.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who sits in a council."""

    name: str
    letter: str
    municipality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An item of a meeting, with what is written under it."""

    title: str
    case: str
    background: Sequence[str]
    proposal: str
    account: Sequence[str]
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of a council."""

    council: str
    day: date
    present: Sequence[Person]
    absent: Sequence[Person]
    cases: Sequence[Case]


def write_documents(
    folder: Path, registry: Registry, number: int, formats: Sequence[str] = ("txt",)
) -> list[Path]:
    """Write so many minutes below ``folder``, each of a meeting of its own, the formats in turn."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for i, meeting in enumerate(meetings(registry, number)):
        path = folder / f"moede-{i:04}.{formats[i % len(formats)]}"
        path.write_bytes(content_of(meeting, path.suffix[1:], layout=i))
        paths.append(path)
    return paths


def content_of(meeting: Meeting, form: str, *, layout: int = 0) -> bytes:
    """The minutes of a meeting as a file of this format."""
    paragraphs = list(_LAYOUTS[layout % len(_LAYOUTS)](meeting))
    header = f"{meeting.council} | {meeting.day:%d-%m-%Y}"
    match form:
        case "pdf":
            return as_pdf(paragraphs, header)
        case "docx":
            return as_docx(paragraphs, header)
        case _:
            return _as_text(paragraphs, header).encode()


# --- meetings -------------------------------------------------------------------------------


def meetings(registry: Registry, number: int) -> Iterator[Meeting]:
    """Meetings of all councils in turn, spread over twenty years or as close as they must be."""
    chance = Random(_SEED)
    councils = [body for body in registry.bodies if body.kind == BodyKind.CONTACT_COUNCIL]
    bodies = [body for body in registry.bodies if body.kind != BodyKind.CONTACT_COUNCIL]
    rounds = -(-number // len(councils))
    step = min(60.0, (_TO - _FROM).days / rounds)
    seated: dict[tuple[str, int], list[Person]] = {}
    for i in range(number):
        council = councils[i % len(councils)]
        day = _TO - timedelta(days=int(step * (rounds - 1 - i // len(councils))))
        term = (council.name, (day.year - _FROM.year) // _TERM)
        if term not in seated:
            seated[term] = _seat(chance, registry, council, seated.get((term[0], term[1] - 1), []))
        yield _meeting(chance, council, day, seated[term], bodies)


def _seat(
    chance: Random, registry: Registry, council: Body, before: Sequence[Person]
) -> list[Person]:
    """A council's members: about half of those before, and new ones, two for each municipality."""
    stay = chance.sample(before, len(before) // 2)
    homes = [place.name for place in registry.municipalities if place.council == council.slug]
    people = {person.name: person for person in stay}
    while len(people) < 24:
        name = f"{chance.choice(_FIRST)} {chance.choice(_MIDDLE)} {chance.choice(_LAST)}"
        person = Person(
            name=name, letter=chance.choice(_PARTIES), municipality=chance.choice(homes)
        )
        people.setdefault(name, person)
    return list(people.values())


def _meeting(
    chance: Random, council: Body, day: date, people: Sequence[Person], bodies: Sequence[Body]
) -> Meeting:
    away = set(chance.sample(range(1, len(people)), chance.randint(2, 6)))  # the chair is there
    chair = people[0]
    cases = [
        _case(chance, "Godkendelse af referat", council.name, day),
        _briefing(chance, council.name, day, chair),
        *(
            _case(
                chance,
                f"{chance.choice(_SUBJECTS)}: {chance.choice(_KINDS)} {day.year}",
                council.name,
                day,
            )
            for _ in range(chance.randint(6, 10))
        ),
        _appointing(chance, council.name, day, chance.choice(people), chance.choice(bodies)),
    ]
    return Meeting(
        council=council.name,
        day=day,
        present=[person for i, person in enumerate(people) if i not in away],
        absent=[people[i] for i in sorted(away)],
        cases=cases,
    )


def _case(chance: Random, title: str, council: str, day: date) -> Case:
    return Case(
        title=title,
        case=_number(chance, day),
        background=chance.sample(_PROSE, 2),
        proposal=f"Det indstilles, at {council} drøfter sagen og godkender den videre proces.",
        account=chance.sample(_PROSE, 3),
        decision=chance.choice(_DECISIONS).format(council=council),
    )


def _briefing(chance: Random, council: str, day: date, chair: Person) -> Case:
    return Case(
        title="Siden sidst",
        case=_number(chance, day),
        background=(),
        proposal=f"Det indstilles, at {council} tager orienteringen til efterretning.",
        account=[f"Formand for {council}, {chair.name}, orienterede om møderne i perioden."],
        decision=f"{council} tog orienteringen til efterretning.",
    )


def _appointing(chance: Random, council: str, day: date, person: Person, body: Body) -> Case:
    return Case(
        title=f"Udpegning til {body.name}",
        case=_number(chance, day),
        background=chance.sample(_PROSE, 1),
        proposal=f"Det indstilles, at {council} udpeger et medlem.",
        account=(),
        decision=(
            f"{council} udpegede {person.name} ({person.letter}), {person.municipality}, "
            f"som medlem af {body.name}."
        ),
    )


def _number(chance: Random, day: date) -> str:
    return f"SAG-{day.year}-{chance.randrange(10_000, 99_999)}"


# --- layouts --------------------------------------------------------------------------------


def _template(meeting: Meeting) -> Iterator[Paragraph]:
    """As the template of the councils' secretariats has it."""
    yield _heading("Deltagerfortegnelse")
    yield from _people("Deltagere", (_in_brackets(who) for who in meeting.present))
    yield from _people("Afbud", (_in_brackets(who) for who in meeting.absent))
    for number, case in enumerate(meeting.cases, start=1):
        yield Paragraph(f"{number}. {case.title}", True, True)
        yield Paragraph(f"{case.case} abcd", False, False)
        yield from _section("Baggrund", case.background)
        yield from _section("Indstilling", [case.proposal])
        yield from _section("Sagsfremstilling", case.account)
        yield from _section("Beslutning", [case.decision])


def _numbered(meeting: Meeting) -> Iterator[Paragraph]:
    """With a word before the number, other headings, and the decision last."""
    yield _heading("Referat")
    yield _heading(meeting.council)
    yield Paragraph(f"Mødedato: {_in_words(meeting.day)}", False, False)
    yield from _people("Til stede", (f"- {_in_brackets(who)}" for who in meeting.present))
    yield from _people("Fraværende", (f"- {_in_brackets(who)}" for who in meeting.absent))
    for number, case in enumerate(meeting.cases, start=1):
        yield Paragraph(f"Punkt {number}: {case.title}", True, True)
        yield Paragraph(f"Sagsnr.: {case.case}", False, False)
        yield from _section("Resumé", case.background)
        yield from _section("Sagsfremstilling", case.account)
        yield from _section("Indstilling", [case.proposal])
        yield from _section("Beslutning", [case.decision])


_LAYOUTS = (_template, _template, _numbered)


def _heading(text: str) -> Paragraph:
    return Paragraph(text, True, False)


def _people(heading: str, entries: Iterator[str]) -> Iterator[Paragraph]:
    yield _heading(heading)
    yield from (Paragraph(entry, False, False) for entry in entries)


def _section(heading: str, paragraphs: Sequence[str]) -> Iterator[Paragraph]:
    if paragraphs:
        yield _heading(heading)
        yield from (Paragraph(text, False, False) for text in paragraphs)


def _in_brackets(who: Person) -> str:
    return f"{who.name} ({who.letter}) {who.municipality} Kommune"


def _in_words(day: date) -> str:
    return f"{day.day}. {_MONTHS[day.month]} {day.year}"


_MONTHS: Mapping[int, str] = dict(
    enumerate(
        ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
         "oktober", "november", "december"),
        start=1,
    )
)  # fmt: skip


def _as_text(paragraphs: Sequence[Paragraph], header: str) -> str:
    """Lines broken at a width, with the page's header above."""
    lines = [header, "SIDE | 1"]
    for paragraph in paragraphs:
        lines += [""] if paragraph.spaced else []
        lines += wrap(paragraph.text, _WIDTH, break_on_hyphens=False) or [""]
    return "\n".join(lines) + "\n"
