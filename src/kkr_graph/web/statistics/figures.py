"""The figures whose numbers are answers of named questions."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from kkr_graph.model.names import danish_sort_key
from kkr_graph.queries import Answer, find_query, run_query
from kkr_graph.web.addresses import with_query
from kkr_graph.web.answers import to_table
from kkr_graph.web.pictures.bars import Bar, Chart, Group, to_bars
from kkr_graph.web.pictures.columns import Row, Years, to_columns
from kkr_graph.web.site import Site
from kkr_graph.web.view import Piece, Section
from kkr_graph.web.wording import capitalised, counted, day, whole

_MOST_BARS = 20
_MOST_ROWS = 6  # of columns over the years
_SHORT = 12  # rows of a table that need not be opened
_FEWEST = 3  # bars or years that a picture says more of than a table


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the page is narrowed by; ``forum`` and ``council`` are IRIs, empty for all."""

    forum: str = ""
    council: str = ""
    since: date | None = None
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """A question, and how its answer is drawn."""

    id: str
    question: str
    heading: str
    note: str
    given: Mapping[str, str]
    drawn: Callable[["_Figure", Answer], Markup | None]
    of_picture: str = ""  # what is said where there is a picture
    is_picture_alone: bool = False  # without one, there is nothing worth telling


def figures(site: Site, asked: Asked) -> Iterator[Section]:
    """Posts and members on the last day; attendance, meetings and outcomes over time."""
    on_day = f"Pr. {day(asked.until)}."
    posts = {"forum": asked.forum, "date": asked.until.isoformat()}
    council = {"council": asked.council, "date": asked.until.isoformat()}
    time = {"since": asked.since.isoformat() if asked.since else "", "until": posts["date"]}
    narrowed = {"forum": asked.forum, **time}
    for figure in (
        _Figure(
            id="partier",
            question="party-count",
            heading="Poster efter parti",
            note=f"{on_day} Poster, som dokumenterne viser. En person kan have flere.",
            given=posts,
            drawn=_bars("party", "posts"),
        ),
        _Figure(
            id="kommuner",
            question="municipality-count",
            heading="Poster efter kommune",
            note=on_day,
            given=council,
            drawn=_bars("municipality", "posts"),
            of_picture=f"De {_MOST_BARS} kommuner med flest er tegnet; tabellen har også dem uden.",
        ),
        _Figure(
            id="sammensaetning",
            question="council-composition",
            heading="Medlemmer af KKR efter parti",
            note=f"Deltagerlisten fra det seneste møde indtil {day(asked.until)} i hvert KKR. En "
            "stedfortræder tæller med.",
            given=council,
            drawn=_composition_bars,
        ),
        _Figure(
            id="fremmoede",
            question="attendance-over-time",
            heading="Fremmøde over tid, i procent",
            note="Navne til stede ud af dem, der står på deltagerlisterne, år for år.",
            given=narrowed,
            drawn=_attendance_columns,
        ),
        _Figure(
            id="fremmoede-fora",
            question="attendance-by-body",
            heading="Fremmøde efter forum",
            note="Over alle møder i perioden. Hvor mange navne og møder tallet bygger på, står i tabellen.",
            given=time,
            drawn=_bars("forum", "percent", unit=" %"),
            is_picture_alone=True,  # the table above says the same of a few, year by year
        ),
        _Figure(
            id="moeder",
            question="meetings-per-year",
            heading="Møder, punkter og beslutninger pr. år",
            note="Møder, der er referat fra.",
            given=narrowed,
            drawn=_meeting_columns,
            of_picture="Hver række har sin egen skala.",
        ),
        _Figure(
            id="udfald",
            question="outcomes-per-year",
            heading="Beslutninger efter udfald pr. år",
            note="En beslutning kan have flere udfald.",
            given=narrowed,
            drawn=_outcome_columns,
            of_picture=f"De {_MOST_ROWS} hyppigste er tegnet.",
        ),
        _Figure(
            id="koen",
            question="gender",
            heading="Køn",
            note="Køn vises kun, hvor et dokument oplyser det, og gættes aldrig af et navn.",
            given={},
            drawn=_bars("gender", "people", fewest=2),
            is_picture_alone=True,  # how many nobody knows it of
        ),
    ):
        section = _section(site, figure)
        if section.picture is not None or not figure.is_picture_alone:
            yield section


def _section(site: Site, figure: _Figure) -> Section:
    given = {name: value for name, value in figure.given.items() if value}
    query = find_query(site.queries, figure.question)
    answer = run_query(site.graph, query, given, now=site.day)
    path = f"/spoergsmaal/{figure.question}"
    drawn = figure.drawn(figure, answer) if answer.rows else None
    told = to_table(answer, site)
    return Section(
        id=figure.id,
        heading=figure.heading,
        note=f"{figure.note} {figure.of_picture if drawn is not None else ''}".strip(),
        picture=drawn,
        table=told,
        is_folded=drawn is not None or len(told.lines) > _SHORT,
        links=(
            Piece("Excel", with_query(f"{path}.xlsx", **given)),
            Piece("CSV", with_query(f"{path}.csv", **given)),
            Piece("Som spørgsmål", with_query(path, **given)),
            Piece("Vis SPARQL", with_query("/sparql", forlaeg=figure.question, **given)),
        ),
    )


# --- the drawings ---------------------------------------------------------------------------


def _bars(
    of: str, column: str, *, unit: str = "", fewest: int = _FEWEST
) -> Callable[[_Figure, Answer], Markup | None]:
    """A bar for each of the first rows that has anything, where there are as many as say something."""

    def drawn(figure: _Figure, answer: Answer) -> Markup | None:
        groups = tuple(
            Group(
                capitalised(answer.text(row, of)),
                (Bar(int(row[column].value), f"{whole(int(row[column].value))}{unit}"),),
            )
            for row in answer.rows[:_MOST_BARS]
            if row[column].value != "0"
        )
        if len(groups) < fewest:
            return None
        title = figure.heading
        return to_bars(Chart(name=figure.id, title=title, kinds=(title,), groups=groups))

    return drawn


def _composition_bars(figure: _Figure, answer: Answer) -> Markup | None:
    """A picture for each council."""
    if len(answer.rows) < _FEWEST:
        return None
    by_council: dict[str, list[Group]] = {}
    dated: dict[str, str] = {}
    for row in answer.rows:
        council, members = answer.text(row, "council"), int(row["members"].value)
        dated[council] = day(date.fromisoformat(row["date"].value))
        by_council.setdefault(council, []).append(
            Group(answer.text(row, "party"), (Bar(members, whole(members)),))
        )
    pictures = [
        to_bars(
            Chart(
                name=f"{figure.id}-{nth}",
                title=f"{council}, {dated[council]}: "
                f"{counted(sum(int(g.bars[0].value) for g in groups if g.bars[0]), 'medlem', 'medlemmer')}",
                kinds=("medlemmer",),
                groups=tuple(groups),
                is_headed=True,
            )
        )
        for nth, (council, groups) in enumerate(by_council.items(), start=1)
    ]
    return Markup("").join(pictures)


def _by_name(answer: Answer, of: str, column: str) -> dict[str, dict[int, int]]:
    """Numbers by year for each thing."""
    found: dict[str, dict[int, int]] = {}
    for row in answer.rows:
        values = found.setdefault(answer.text(row, of), {})
        values[int(row["year"].value)] = int(row[column].value)
    return found


def _attendance_columns(figure: _Figure, answer: Answer) -> Markup | None:
    by_body = _by_name(answer, "forum", "percent")
    rows = tuple(Row(name, by_body[name]) for name in sorted(by_body, key=danish_sort_key))
    return _columns(figure, rows, unit=" %", most=100)


def _meeting_columns(figure: _Figure, answer: Answer) -> Markup | None:
    counted_by = {"Møder": "meetings", "Punkter": "items", "Beslutninger": "decisions"}
    rows = tuple(
        Row(name, {int(row["year"].value): int(row[column].value) for row in answer.rows})
        for name, column in counted_by.items()
    )
    return _columns(figure, rows)


def _outcome_columns(figure: _Figure, answer: Answer) -> Markup | None:
    found = _by_name(answer, "outcome", "decisions")
    order = sorted(found, key=lambda name: (-sum(found[name].values()), danish_sort_key(name)))
    rows = tuple(Row(capitalised(name), found[name]) for name in order[:_MOST_ROWS])
    return _columns(figure, rows, most=max(max(row.values.values()) for row in rows))


def _columns(
    figure: _Figure, rows: tuple[Row, ...], *, unit: str = "", most: int = 0
) -> Markup | None:
    if len({year for row in rows for year in row.values}) < _FEWEST:
        return None
    drawn = Years(name=figure.id, title=figure.heading, unit=unit, rows=rows, most=most)
    return to_columns(drawn)
