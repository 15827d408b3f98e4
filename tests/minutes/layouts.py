"""One meeting's attendance in the layouts in which Danish secretaries write it. The people are made up.

Eleven members of a council, two of them away, one away whose deputy came, one who left after an item, two
guests, and one guest for an item. Every layout says the same of who came; which particulars stand beside the
names is its own matter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the meeting: a member with party and place, or a guest with title and sender."""

    name: str
    party: str = ""
    place: str = ""
    office: str = ""  # in the body: "formand"
    title: str = ""
    sender: str = ""
    away: bool = False
    deputy: "Person | None" = None  # who came instead
    left: bool = False  # after item 5


STAND_IN = Person(name="Rikke Stald", party="V", place="Læsø")
MEMBERS = (
    Person(name="Anna Birkholm", party="A", place="Aalborg", office="formand"),
    Person(name="Kirsten Marie Vadum", party="A", place="Jammerbugt"),
    Person(name="Lone Holmsgård", party="A", place="Mariagerfjord", away=True),
    Person(name="Pia Østerby-Lund", party="B", place="Rebild", left=True),
    Person(name="Eva Skovmand", party="C", place="Frederikshavn"),
    Person(name="Ib Damgaard", party="F", place="Hjørring", away=True),
    Person(name="Tove Nygaard", party="F", place="Vesthimmerlands"),
    Person(name="Søren Haugaard", party="O", place="Thisted"),
    Person(name="Bo Lundegaard", party="V", place="Brønderslev", office="næstformand"),
    Person(name="Ole Thorup", party="V", place="Læsø", away=True, deputy=STAND_IN),
    Person(name="Mads Kjeldsen", party="Æ", place="Morsø"),
)
REPLACED = next(one for one in MEMBERS if one.deputy)
LEAVER = next(one for one in MEMBERS if one.left)
STAFF = (
    Person(name="Jens Faurholt", title="direktør", sender="Erhvervshus Nordjylland"),
    Person(name="Mette Brandt", title="kontorchef", sender="Region Nordjylland"),
)
VISITOR = Person(name="Lars Winther", title="chefkonsulent", sender="Business Region North Denmark")
PARTIES = dict(
    zip(
        ("A", "V", "C", "F", "Æ", "B", "O"),
        (
            *("Socialdemokratiet", "Venstre", "Det Konservative Folkeparti", "SF"),
            *("Danmarksdemokraterne", "Radikale Venstre", "Dansk Folkeparti"),
        ),
        strict=True,
    )
)
HEAD = (
    "Referat af møde i KKR Nordjylland\nFredag den 24. oktober 2025 kl. 10.00-12.00\nAalborg Rådhus"
)
TITLES = (
    *("Godkendelse af dagsorden", "Økonomi", "Kollektiv trafik", "Fælles indkøb"),
    *("Høringssvar om vindmøller", "Eventuelt"),
)
ITEMS = "\n\n".join(
    f"{number}. {title}\n\nBeslutning\nGodkendt." for number, title in enumerate(TITLES, start=1)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a paper writes its attendance; ``{people}``, ``{name}`` and the like are filled in."""

    front: str = "{present}\n\n{absent}\n\n{left}\n\n{guests}\n\n{visitor}"
    tail: str = ""
    present: str = "Deltagere:\n{people}"
    absent: str = "Afbud:\n{people}"
    guests: str = "Øvrige deltagere:\n{people}"
    member: str = "{name} ({party}), {place}{office}"
    office: str = ", {office}"  # of a member who has one
    offices: Mapping[str, str] = field(default_factory=dict)  # short forms of them
    stand_in: str = "{name} ({party}), {place} (stedfortræder for {other})"  # among the members
    away: str = "{name} ({party}), {place}"
    replaced: str = "{name} ({party}), {place}"  # of him for whom the deputy came
    leaver: str = ""
    left: str = "{name} forlod mødet efter punkt 5."
    guest: str = "{title} {name}, {sender}"
    visitor: str = "Under punkt 3 deltog {title} {name}, {sender}."
    joint: str = "\n"
    last: str = ""  # before the last of a list, where it is another
    with_away: bool = False  # whether those away stand among the members
    by: str = ""  # by what the members are grouped: "party", "place"
    group: str = "{group}\n{people}"
    groups: str = "\n"  # between the groups
    shout: bool = False  # whether names are in capitals


def text_of(layout: Layout) -> str:
    """A document in this layout."""
    people = _members(layout)
    away = [_written(layout, one) for one in MEMBERS if one.away]
    filled = {
        "present": layout.present.format(people=people),
        "absent": layout.absent.format(people=_joined(layout, away)),
        "left": _filled(layout.left, LEAVER, layout),
        "guests": layout.guests.format(
            people=_joined(layout, [_filled(layout.guest, one, layout) for one in STAFF])
        ),
        "visitor": _filled(layout.visitor, VISITOR, layout),
    }
    front, tail = layout.front.format(**filled), layout.tail.format(**filled)
    return "\n\n".join(part.strip("\n") for part in (HEAD, front, ITEMS, tail) if part) + "\n"


def _members(layout: Layout) -> str:
    """Those in the list of who came, and the deputy where the layout has him there."""
    here = [one for one in MEMBERS if layout.with_away or not one.away]
    if layout.stand_in:
        here.insert(here.index(MEMBERS[-1]), STAND_IN)
    if not layout.by:
        return _joined(layout, [_written(layout, one) for one in here])
    ordered = sorted(here, key=lambda one: getattr(one, layout.by))
    grouped = groupby(ordered, key=lambda one: str(getattr(one, layout.by)))
    return layout.groups.join(
        layout.group.format(
            group=PARTIES.get(of, of),
            people=_joined(layout, [_written(layout, one) for one in few]),
        )
        for of, few in grouped
    )


def _written(layout: Layout, one: Person) -> str:
    """A member, as the layout writes somebody of whom that is known."""
    if one is STAND_IN:
        return _filled(layout.stand_in, one, layout)
    if one.deputy:
        return _filled(layout.replaced, one, layout)
    if one.away:
        return _filled(layout.away, one, layout)
    return _filled((one.left and layout.leaver) or layout.member, one, layout)


def _filled(form: str, one: Person, layout: Layout) -> str:
    def shown(name: str) -> str:
        return name.upper() if layout.shout else name

    title = one.title[:1].upper() + one.title[1:] if form.startswith("{title}") else one.title
    return form.format(
        name=shown(one.name),
        party=one.party,
        of_party=PARTIES.get(one.party, ""),
        place=one.place,
        office=layout.office.format(office=layout.offices.get(one.office, one.office))
        if one.office
        else "",
        title=title,
        sender=one.sender,
        other=shown(REPLACED.name),
        deputy=shown(STAND_IN.name),
    )


def _joined(layout: Layout, written: Sequence[str]) -> str:
    if not layout.last or len(written) < 2:
        return layout.joint.join(written)
    return f"{layout.joint.join(written[:-1])}{layout.last}{written[-1]}"


INLINE = Layout(
    joint=", ",
    last=" og ",
    present="Til stede: {people}",
    absent="Afbud: {people}",
    guests="Øvrige deltagere: {people}",
    member="{name} ({party})",
    stand_in="",
    away="{name} ({party})",
    replaced="{name} ({party}) (stedfortræder {deputy} (V) deltog)",
    guest="{title} {name} ({sender})",
)
TOLD = "{name} ({party}), {place}. I stedet deltog {deputy} (V)."
MARKED = Layout(  # every member in one list, with a word of who was away
    with_away=True,
    front="{present}\n\n{left}\n\n{guests}\n\n{visitor}",
    present="Medlemmer:\n{people}",
    away="{name} ({party}), {place} (afbud)",
    replaced="{name} ({party}), {place} (afbud)",
)
PROSE = Layout(
    joint=", ",
    last=" og ",
    present="Til stede var {people}.",
    absent="Der var afbud fra {people}.",
    guests="Fra administrationen deltog {people}.",
    stand_in="",
    member="{name} ({party})",
    away="{name} ({party})",
    replaced="{name} ({party})",
    left="For {other} mødte {deputy} (V). {name} forlod mødet efter punkt 5.",
    guest="{title} {name}, {sender}",
)
INSTEAD = "{other} var erstattet af {deputy}"

LISTS = {
    "lines": Layout(),
    "bullets": Layout(
        present="Deltagere:\n• {people}",
        absent="Afbud:\n• {people}",
        guests="Øvrige deltagere:\n• {people}",
        joint="\n• ",
    ),
    "dashes": Layout(
        present="Mødedeltagere\n- {people}",
        absent="Fraværende med afbud\n- {people}",
        guests="Øvrige mødedeltagere\n- {people}",
        joint="\n- ",
    ),
    "stars": Layout(
        present="Mødt:\n* {people}",
        absent="Ikke mødt:\n* {people}",
        joint="\n* ",
        guests="Desuden deltog:\n* {people}",
    ),
    "comma": INLINE,
    "semicolons": replace(
        INLINE,
        joint="; ",
        last="",
        member="{name} ({party}), {place}",
        away="{name} ({party}), {place}",
    ),
    "mødt": replace(
        INLINE,
        present="Mødt: {people}.",
        absent="Ikke mødt: {people}.",
        guests="Endvidere deltog: {people}.",
    ),
    "one paragraph": replace(INLINE, front="{present}.\n{absent}.\n{guests}.\n{left}\n{visitor}"),
    "one line": replace(INLINE, front="{present}. {absent}. {guests}. {left} {visitor}"),
    "prose": PROSE,
    "prose with places": replace(PROSE, member="{name} ({party}), {place}", joint=", "),
    "prose, offices ahead": replace(
        PROSE, present="Mødet deltog {people}.", absent="{people} havde meldt afbud."
    ),
    "prose, I mødet deltog": replace(
        PROSE,
        present="I mødet deltog {people}.",
        absent="Afbud fra {people}.",
        guests="Desuden deltog {people}.",
    ),
    "prose, fraværende var": replace(
        PROSE,
        present="Til stede på mødet var {people}.",
        absent="Fraværende var {people}.",
        guests="Endvidere deltog {people}.",
    ),
    "prose, der deltog": replace(
        PROSE,
        present="Følgende medlemmer var til stede: {people}.",
        absent="Følgende havde meldt afbud: {people}.",
        guests="Endvidere var {people} til stede.",
    ),
    "i stedet for, sentence": Layout(
        stand_in="",
        left="{deputy} (V), Læsø deltog i stedet for {other}.\n{name} forlod mødet kl. 11.40 efter punkt 5.",
    ),
    "stedfortræder for, sentence": Layout(
        stand_in="",
        left="{deputy} deltog som stedfortræder for {other}.\n{name} forlod mødet under punkt 5.",
    ),
    "stf. for": Layout(stand_in="{name} ({party}), {place} (stf. for {other})"),
    "suppl. for": Layout(stand_in="{name} ({party}), {place}, suppl. for {other}"),
    "i stedet for, in list": Layout(stand_in="{name} ({party}), {place}, i stedet for {other}"),
    "mødte for": Layout(stand_in="{name} ({party}), {place} – mødte for {other}"),
    "deltog for": Layout(stand_in="{name} ({party}), {place} (deltog for {other})"),
    "deputy below who was away": Layout(
        stand_in="", replaced="{name} ({party}), {place} (stedfortræder: {deputy} (V) deltog)"
    ),
    "deputy behind a dash": Layout(
        stand_in="", replaced="{name} ({party}), {place} – {deputy} (V) deltog i stedet"
    ),
    "deputy in brackets": Layout(
        stand_in="", replaced="{name} ({party}), {place} (stedfortræder {deputy} (V))"
    ),
    "deputy: mødte i hans sted": Layout(
        stand_in="", replaced="{name} ({party}), {place}. {deputy} (V) mødte i hans sted."
    ),
    "deputies' own heading": Layout(
        front="{present}\n\n{absent}\n\nStedfortrædere:\nRikke Stald (V), Læsø (for Ole Thorup)\n\n{left}\n\n{guests}\n\n{visitor}",
        stand_in="",
    ),
    "deputy's label": Layout(
        front="{present}\n\n{absent}\n\nMødt som stedfortræder for Ole Thorup: Rikke Stald (V), Læsø\n\n{left}\n\n{guests}\n\n{visitor}",
        stand_in="",
    ),
    "leaver in list": Layout(
        leaver="{name} ({party}), {place} (forlod mødet efter punkt 5)", left=""
    ),
    "leaver to item": Layout(
        leaver="{name} ({party}), {place} (deltog til og med punkt 5)", left=""
    ),
    "leaver with a clock": Layout(
        leaver="{name} ({party}), {place} (forlod mødet kl. 11.40 efter punkt 5)", left=""
    ),
    "leaver without remark of when": Layout(left="{name} gik kl. 11.40 efter punkt 5."),
    "leaver, below heading": Layout(
        left="Bemærkninger:\n{name} deltog ikke i behandlingen af punkt 6."
    ),
    "marked away": MARKED,
    "marked, dash": replace(
        MARKED,
        away="{name} ({party}), {place} - afbud",
        replaced="{name} ({party}), {place} - afbud",
    ),
    "marked, colon": replace(
        MARKED,
        present="Medlemmer\n{people}",
        member="{name} ({party}), {place}{office}: Deltog",
        stand_in="{name} ({party}), {place}: Deltog for {other}",
        away="{name} ({party}), {place}: Afbud",
        replaced="{name} ({party}), {place}: Afbud",
    ),
    "marked inline": replace(
        MARKED,
        present="Medlemmer: {people}",
        joint=", ",
        member="{name} ({party})",
        stand_in="",
        away="{name} ({party}) (afbud)",
        replaced="{name} ({party}) (afbud, stedfortræder {deputy} (V) deltog)",
    ),
    "marked, all came but": replace(
        MARKED,
        away="{name} ({party}), {place}",
        replaced="{name} ({party}), {place}",
        front="{present}\n\n{absent}\n\n{left}\n\n{guests}\n\n{visitor}",
        absent="Afbud: {people}",
    ),
    "marked, absent": replace(
        MARKED,
        away="{name} ({party}), {place} (fraværende)",
        replaced="{name} ({party}), {place} (fraværende, i stedet deltog {deputy} (V))",
        stand_in="",
    ),
    "deltog via Teams": Layout(member="{name} ({party}), {place}{office} (deltog via Teams)"),
    "via Teams": Layout(member="{name} ({party}), {place}{office} (via Teams)"),
    "numbered": Layout(
        present="Deltagere:\n1. {people}",
        joint="\n1. ",
        absent="Afbud:\n1. {people}",
        guests="Øvrige deltagere:\n1. {people}",
    ),
    "parties": Layout(
        by="party",
        member="{name}, {place}{office}",
        stand_in="{name}, {place} (stedfortræder for {other})",
    ),
    "parties inline": Layout(
        by="party",
        joint=", ",
        group="{group}: {people}",
        member="{name}",
        office="",
        stand_in="{name} (stedfortræder for {other})",
    ),
    "places": Layout(
        by="place",
        group="{group} Kommune\n{people}",
        member="{name} ({party}){office}",
        stand_in="{name} ({party}) (stedfortræder for {other})",
    ),
    "places inline": Layout(
        by="place",
        joint=", ",
        group="{group}: {people}",
        member="{name} ({party}){office}",
        stand_in="{name} ({party}), stedfortræder for {other}",
    ),
    "places in a column": Layout(
        by="place",
        joint=", ",
        group="{group}\t{people}",
        member="{name} ({party}){office}",
        stand_in="{name} ({party}), stedfortræder for {other}",
    ),
    "places spaced": Layout(
        by="place",
        groups="\n\n",
        group="{group} Kommune:\n{people}",
        member="{name} ({party}){office}",
        stand_in="{name} ({party}) (stedfortræder for {other})",
    ),
    "places ahead": Layout(
        member="{place} Kommune: {name} ({party}){office}",
        stand_in="{place} Kommune: {name} ({party}), stedfortræder for {other}",
        away="{place} Kommune: {name} ({party})",
        replaced="{place} Kommune: {name} ({party})",
    ),
    "capitals": Layout(
        shout=True,
        stand_in="",
        left="{deputy} deltog i stedet for {other}.\n{name} forlod mødet efter punkt 5.",
    ),
    "headings in capitals": Layout(
        present="DELTAGERE\n{people}", absent="AFBUD\n{people}", guests="ØVRIGE DELTAGERE\n{people}"
    ),
    "title and place": Layout(
        member="{name}, borgmester, {place} Kommune",
        stand_in="{name}, byrådsmedlem, {place} Kommune, stedfortræder for {other}",
        away="{name}, borgmester, {place} Kommune",
        replaced="{name}, borgmester, {place} Kommune",
    ),
    "title ahead": Layout(
        member="Borgmester {name} ({party}), {place} Kommune",
        away="Borgmester {name} ({party}), {place} Kommune",
        replaced="Borgmester {name} ({party}), {place} Kommune",
        stand_in="Viceborgmester {name} ({party}), {place} Kommune (stedfortræder for {other})",
    ),
    "abbreviated offices": Layout(office=" ({office})", member="{name} ({party}), {place}{office}"),
    "fmd.": Layout(
        member="{name} ({party}){office}",
        offices={"formand": "fmd.", "næstformand": "næstfmd."},
    ),
    "label in a column": replace(
        INLINE,
        present="Deltagere:\t{people}",
        absent="Afbud:\t{people}",
        guests="Øvrige:\t{people}",
        front="{present}\n{absent}\n{guests}\n\n{left}\n\n{visitor}",
    ),
    "lines in a column": Layout(
        joint="\n\t",
        present="Til stede:\t{people}",
        absent="Afbud:\t{people}",
        guests="Sekretariat:\t{people}",
        front="{present}\n{absent}\n{guests}\n\n{left}\n\n{visitor}",
    ),
    "spaced column": Layout(
        joint="\n              ",
        present="Til stede:    {people}",
        absent="Afbud:        {people}",
        guests="Sekretariat:  {people}",
        front="{present}\n{absent}\n{guests}\n\n{left}\n\n{visitor}",
    ),
    "senders": Layout(
        guests="Fra administrationen deltog:\n{people}",
        guest="{name}, {title}, {sender}",
        visitor="Gæst under punkt 3: {name}, {title}, {sender}",
    ),
    "secretariat": Layout(
        guests="Sekretariat:\n{people}",
        guest="{name}, {title} i {sender}",
        visitor="Gæst (punkt 3): {name}, {title}, {sender}",
    ),
    "guests": Layout(
        guests="Gæster:\n{people}\nLars Winther, chefkonsulent, Business Region North Denmark (under punkt 3)",
        visitor="",
    ),
    "guest with item ahead": Layout(
        guests="Gæster:\n{people}\nPkt. 3: Lars Winther, chefkonsulent, Business Region North Denmark",
        visitor="",
    ),
    "guest with item in list": Layout(
        guests="Øvrige deltagere:\n{people}\nChefkonsulent Lars Winther, Business Region North Denmark deltog under punkt 3",
        visitor="",
    ),
    "desuden": Layout(visitor="{title} {name}, {sender}, deltog under punkt 3."),
    "under behandlingen": Layout(
        visitor="{title} {name}, {sender}, deltog i mødet under behandlingen af punkt 3."
    ),
    "til punkt": Layout(visitor="Til punkt 3 deltog desuden {title} {name} fra {sender}."),
    "punkt 3 med gæst": Layout(visitor="Ved punkt 3 deltog {title} {name} ({sender})."),
    "at the end": Layout(front="{left}", tail="{present}\n\n{absent}\n\n{guests}\n\n{visitor}"),
    "below a rule": Layout(
        front="{present}\n---------------------\n{absent}\n---------------------\n{left}\n\n{guests}\n\n{visitor}"
    ),
    "question": Layout(
        present="Hvem deltog?\n{people}",
        absent="Hvem havde meldt afbud?\n{people}",
        guests="Hvem deltog også?\n{people}",
    ),
    "counted": Layout(
        present="Til stede (9):\n{people}",
        absent="Afbud (3):\n{people}",
        guests="Gæster (2):\n{people}",
    ),
    "medlemmer til stede": Layout(
        present="Tilstedeværende medlemmer:\n{people}",
        absent="Fraværende medlemmer:\n{people}",
        guests="Fra forvaltningen:\n{people}",
    ),
    "afbud modtaget fra": Layout(
        present="Fremmødte medlemmer\n{people}",
        absent="Afbud modtaget fra\n{people}",
        guests="Derudover deltog\n{people}",
    ),
    "fra politisk side": Layout(
        present="Fra politisk side deltog:\n{people}",
        absent="Afbud fra politisk side:\n{people}",
        guests="Fra administrativ side deltog:\n{people}",
    ),
    "politikere": Layout(
        present="Politikere:\n{people}",
        absent="Meldt afbud:\n{people}",
        guests="Embedsmænd:\n{people}",
    ),
}
