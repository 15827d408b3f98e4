"""One set of seats, written down in the ways in which lists are written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

TITLE = "Udpegningsoversigt for KKR Fyn 2026-2029\n\nOpdateret den 12. januar 2026\n\n"
PARTIES = {
    "A": "Socialdemokratiet",
    "V": "Venstre",
    "C": "Det Konservative Folkeparti",
    "F": "SF",
    "B": "Radikale Venstre",
}
ROLES = {"chair": "formand", "vice-chair": "næstformand", "member": "medlem"}


@dataclass(frozen=True)
class Seat:
    """Who has a seat, as what, and who steps in."""

    forum: str
    name: str
    party: str
    place: str
    role: str
    deputy: str

    @property
    def office(self) -> str:
        """``, formand`` behind the name; nothing of a member."""
        return "" if self.role == "member" else f", {ROLES[self.role]}"

    @property
    def bracket(self) -> str:
        """``(formand)`` behind the name; nothing of a member."""
        return "" if self.role == "member" else f" ({ROLES[self.role]})"


SEATS = [
    Seat("Erhvervshus Fyn", "Lone Brandt", "A", "Assens", "chair", "Ib Kjærgaard"),
    Seat("Erhvervshus Fyn", "Palle Thorup", "V", "Nyborg", "vice-chair", "Jette Stær"),
    Seat("Erhvervshus Fyn", "Mona Elkjær", "C", "Kerteminde", "member", "Anders Rix"),
    Seat("Fonden Fyns Maritime Samling", "Tage Rømer", "F", "Svendborg", "member", "Birthe Lund"),
    Seat("Fonden Fyns Maritime Samling", "Signe Hvidt", "A", "Langeland", "member", "Jens Kramp"),
    Seat("Trafikselskabet Fynbus", "Karsten Munkholm", "V", "Odense", "chair", "Dorthe Wiis"),
    Seat("Trafikselskabet Fynbus", "Yasmin Haddad", "B", "Middelfart", "member", "Lars Friis"),
    Seat("Trafikselskabet Fynbus", "Poul Damm", "A", "Ærø", "member", "Ulla Nybo"),
]


def forums() -> Iterator[tuple[str, list[Seat]]]:
    for forum in dict.fromkeys(seat.forum for seat in SEATS):
        yield forum, [seat for seat in SEATS if seat.forum == forum]


def below(heading: str, line: Callable[[Seat], str]) -> str:
    """A heading for each forum, and a line for each seat."""
    return TITLE + "\n".join(
        heading.format(forum=forum) + "\n" + "\n".join(map(line, seats)) + "\n"
        for forum, seats in forums()
    )


def by_forum(block: Callable[[str, list[Seat]], str]) -> str:
    return TITLE + "\n".join(f"{block(forum, seats)}\n" for forum, seats in forums())


def line_by_line(line: Callable[[Seat], str]) -> str:
    return TITLE + "\n".join(map(line, SEATS)) + "\n"


def and_(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} og {names[-1]}"


def _by_party() -> str:
    blocks = (
        f"{name}\n"
        + "\n".join(f"{s.name}, {s.place}: {s.forum}{s.bracket}" for s in SEATS if s.party == party)
        for party, name in PARTIES.items()
    )
    return TITLE + "\n\n".join(blocks) + "\n"


def _of_parties(heading: str) -> str:
    """Below the forum the parties, and below each its people."""

    def block(forum: str, seats: list[Seat]) -> str:
        lines = (
            f"{heading.format(letter=s.party, name=PARTIES[s.party])}\n{s.name}{s.office}"
            for s in seats
        )
        return f"{forum}\n" + "\n".join(lines)

    return by_forum(block)


def _by_municipality() -> str:
    blocks = (
        f"{seat.place.upper()} KOMMUNE\n  {seat.name} ({seat.party}): {seat.forum}{seat.bracket}\n"
        for seat in SEATS
    )
    return TITLE + "\n".join(blocks)


def _wide() -> str:
    """A row for each forum, with a column for each of those who may sit there."""
    rows = []
    for forum, seats in forums():
        members = iter([s for s in seats if s.role == "member"])
        offices = ({s.role: s for s in seats}.get(role) for role in ("chair", "vice-chair"))
        filled = [*offices, *(next(members, None) for _ in range(2))]
        rows.append(";".join([forum, *(f"{s.name} ({s.party})" if s else "" for s in filled)]))
    return "Forum;Formand;Næstformand;Medlem 1;Medlem 2\n" + "\n".join(rows) + "\n"


def _over_people() -> str:
    """A column for each forum, with those who sit there below it."""
    columns = [[forum, *(f"{s.name} ({s.party})" for s in seats)] for forum, seats in forums()]
    return "\n".join(";".join(row) for row in zip_longest(*columns, fillvalue="")) + "\n"


def _grid(titles: str, mark: Callable[[Seat], str]) -> str:
    """A row for each seat, and a column for each forum with what stands for it."""
    names = [forum for forum, _ in forums()]
    rows = (
        ";".join([_ahead(titles, s), *(mark(s) if s.forum == each else "" for each in names)])
        for s in SEATS
    )
    return "\n".join([f"{titles};{';'.join(names)}", *rows])


def _ahead(titles: str, seat: Seat) -> str:
    return f"{seat.name};{seat.party}" if titles == "Navn;Parti" else seat.place


LETTERS = {"chair": "F", "vice-chair": "NF", "member": "M"}


def table(titles: str, row: Callable[[Seat], str]) -> str:
    return titles + "\n" + "\n".join(map(row, SEATS)) + "\n"


LAYOUTS = {
    # a heading for each forum, a line for each seat
    "bullets": below("{forum}", lambda s: f"• {s.name} ({s.party}), {s.place}{s.office}"),
    "sharps": below("## {forum}", lambda s: f"- {s.name} ({s.party}), {s.place}{s.office}"),
    "deputy below": below(
        "{forum}",
        lambda s: f"- {s.name} ({s.party}), {s.place}{s.office}\n  Stedfortræder: {s.deputy}",
    ),
    "deputy in brackets": below(
        "{forum}", lambda s: f"{s.name} ({s.party}){s.office} (suppleant: {s.deputy})"
    ),
    "deputy behind a comma": below(
        "{forum}:",
        lambda s: f"{s.name}, {s.place} Kommune ({s.party}){s.office}, stedfortræder {s.deputy}",
    ),
    "role ahead": below(
        "{forum}", lambda s: f"{ROLES[s.role].capitalize()}: {s.name} ({s.party}), {s.place}"
    ),
    "role in brackets": below(
        "{forum}", lambda s: f"{s.name}{s.bracket}, {PARTIES[s.party]}, {s.place}"
    ),
    "title ahead": below(
        "{forum}", lambda s: f"Borgmester {s.name} ({s.party}), {s.place} Kommune{s.office}"
    ),
    "title behind": below(
        "{forum}", lambda s: f"{s.name}, byrådsmedlem, {s.place} Kommune ({s.party}){s.office}"
    ),
    "title below": below(
        "{forum}", lambda s: f"{s.name}{s.office}\nByrådsmedlem ({s.party}), {s.place} Kommune\n"
    ),
    "municipality ahead": below("{forum}", lambda s: f"{s.place}: {s.name} ({s.party}){s.office}"),
    "party ahead": below("{forum}", lambda s: f"{s.party}: {s.name}{s.office}"),
    "party and place in brackets": below(
        "{forum}", lambda s: f"{s.name} ({s.party}, {s.place}){s.office}"
    ),
    "surname ahead": below(
        "{forum}",
        lambda s: f"{s.name.split()[1]}, {s.name.split()[0]} ({s.party}), {s.place}{s.office}",
    ),
    "since": below("{forum}", lambda s: f"{s.name} ({s.party}){s.office} (siden 2022)"),
    "days": below(
        "{forum} (2026-2029)",
        lambda s: f"{s.name} ({s.party}), {s.place}{s.office}, 1.1.2026-31.12.2029",
    ),
    "in the council's words": below(
        "KKR Fyns repræsentanter i {forum}:", lambda s: f"{s.name} ({s.party}){s.office}"
    ),
    "by party within": _of_parties("{name}"),
    "by party within, with its letter": _of_parties("{name} ({letter})"),
    "numbered seats": by_forum(
        lambda forum, seats: (
            f"{forum}: {len(seats)} medlemmer\n"
            + "\n".join(
                f"Plads {n}: {s.name} ({s.party}), {s.place}{s.office}" for n, s in enumerate(seats)
            )
        )
    ),
    "groups": by_forum(
        lambda forum, seats: (
            f"{forum}\nMedlemmer\n"
            + "\n".join(f"{s.name} ({s.party}){s.office}" for s in seats)
            + "\nPersonlige stedfortrædere\n"
            + "\n".join(f"{s.deputy} (for {s.name})" for s in seats)
        )
    ),
    # a line or a sentence for each forum
    "between commas": by_forum(
        lambda forum, seats: (
            f"{forum}\n" + ", ".join(f"{s.name} ({s.party}){s.bracket}" for s in seats)
        )
    ),
    "between semicolons": by_forum(
        lambda forum, seats: (
            f"{forum}\n" + "; ".join(f"{s.name} ({s.party}){s.office}" for s in seats) + "."
        )
    ),
    "behind the forum": by_forum(
        lambda forum, seats: (
            f"{forum}: " + and_([f"{s.name} ({s.party}){s.bracket}" for s in seats]) + "."
        )
    ),
    "in a sentence of the forum": by_forum(
        lambda forum, seats: f"I {forum} sidder {and_([f'{s.name} ({s.party})' for s in seats])}."
    ),
    "in a sentence of its members": by_forum(
        lambda forum, seats: (
            f"Medlemmer af {forum} er {and_([f'{s.name} ({s.party})' for s in seats])}."
        )
    ),
    "in a sentence below the forum": by_forum(
        lambda forum, seats: (
            f"{forum}\nKKR er repræsenteret ved {and_([f'{s.name} ({s.party})' for s in seats])}."
        )
    ),
    "behind the forum, below a section": "Stående udvalg og råd\n".join(
        [
            TITLE,
            "\n".join(f"{f}: {and_([f'{s.name} ({s.party})' for s in ss])}" for f, ss in forums()),
        ]
    ),
    "behind the forum, in a mail": (
        "Fra: Ida Krag\nTil: Byrådet\nEmne: Hvem sidder hvor?\n\nKære alle\n\n"
        + "\n".join(f"{f}: {and_([f'{s.name} ({s.party})' for s in ss])}" for f, ss in forums())
        + "\n\nVenlig hilsen\nIda Krag\n"
    ),
    "deputies in brackets that are explained": by_forum(
        lambda forum, seats: (
            f"{forum}: " + and_([f"{s.name}{s.office} ({s.deputy})" for s in seats]) + "."
        )
    )
    + "Stedfortræderen står i parentes efter medlemmet.\n",
    # a line for each seat
    "dashes": line_by_line(
        lambda s: f"{s.forum} – {s.name} ({s.party}) – {s.place}{s.office.replace(',', ' –')}"
    ),
    "by person": line_by_line(lambda s: f"{s.name} ({s.party}), {s.place}: {s.forum}{s.bracket}"),
    "by person, below the name": line_by_line(
        lambda s: f"{s.name} ({s.party}), {s.place}\n- {s.forum}{s.office}\n"
    ),
    "by party": _by_party(),
    "below municipalities in capitals": _by_municipality(),
    "by municipality": line_by_line(
        lambda s: f"{s.place} Kommune\n{s.name} ({s.party}) – {s.forum}{s.office}\n"
    ),
    # tables
    "csv": table(
        "Udvalg;Navn;Partibogstav;Kommune;Funktion;Stedfortræder",
        lambda s: f"{s.forum};{s.name};{s.party};{s.place};{ROLES[s.role]};{s.deputy}",
    ),
    "csv with parties below a title that says something else": table(
        "Navn;Gruppe;Hverv;Udpeget til", lambda s: f"{s.name};{s.party};{ROLES[s.role]};{s.forum}"
    ),
    "wide": _wide(),
    "forums over those who sit there": _over_people(),
    "csv with several in quotation marks": "Organ,Medlemmer\n"
    + "\n".join(
        f'{forum},"{"; ".join(f"{s.name} ({s.party})" for s in seats)}"'
        for forum, seats in forums()
    )
    + "\n",
    "letters in a grid": "F = formand, NF = næstformand, M = medlem\n"
    + _grid("Navn;Parti", lambda s: LETTERS[s.role]),
    "names in a grid": _grid("Kommune", lambda s: s.name),
    "bars": below(
        "## {forum}\n\n| Navn | Parti | Kommune | Rolle | Stedfortræder |\n|---|---|---|---|---|",
        lambda s: f"| {s.name} | {s.party} | {s.place} | {ROLES[s.role]} | {s.deputy} |",
    ),
}
