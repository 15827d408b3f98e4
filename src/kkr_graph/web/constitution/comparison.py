"""Two terms compared, or two documents."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kkr_graph.constitution.change import Change, ChangeRow
from kkr_graph.constitution.comparison import Comparison, compare_terms
from kkr_graph.constitution.documents import compare_documents
from kkr_graph.constitution.reading import Wanted
from kkr_graph.queries import Kind
from kkr_graph.queries.asking import Questions
from kkr_graph.web.constitution.form import NEXT, Form
from kkr_graph.web.constitution.workspace import HOME, Count, Workspace, numbered
from kkr_graph.web.leads import Leads, leads_of
from kkr_graph.web.site import Site
from kkr_graph.web.view import Cell, Line, Look, Piece, Section, plain, table
from kkr_graph.web.wording import counted

_PATH = f"{HOME}/sammenligning"
_HEADINGS = ("Hvem eller hvad", "Ændring", "Før", "Nu", "Kilde før", "Kilde nu")
_SYMBOLS: Mapping[Change, str] = {
    Change.NEW: "+", Change.AGAIN: "=", Change.AGAIN_OTHER_PARTY: "≈", Change.STAYS: "=",
    Change.STAYS_OTHER_PARTY: "≈", Change.OTHER_ROLE: "≈",
    Change.GONE: "−", Change.UNKNOWN: "?", Change.GAINED: "▲", Change.LOST: "▼",
    Change.NOBODY: "○", Change.SAME: "=", Change.ONLY_FIRST: "−", Change.ONLY_SECOND: "+",
}  # fmt: skip


def comparison_page(site: Site, values: Mapping[str, str]) -> Workspace:
    """The next term and the one before where none are chosen, or two documents."""
    form = Form(site, _PATH, values)
    names = [(each, each) for each in _documents(site)]
    earlier = form.term("fra", "Den tidligere periode", "den før")
    later = form.term("til", "Den senere periode", NEXT)
    first = form.choice("foerste", "Eller det første dokument", names)
    second = form.choice("andet", "Det andet dokument", names)
    forum = form.thing("forum", "Forum", Kind.FORUM)
    council = form.council()
    only = form.choice("aendring", "Ændring", [(each, each) for each in Change])
    if bool(first) != bool(second) and not form.is_wrong:
        missing = "andet" if first else "foerste"
        form.wrong(missing, "Vælg begge dokumenter.", "Ellers sammenlignes de to perioder.")
    where = forum.iri if forum else None
    compared = form.make(
        lambda: (
            compare_documents(site.graph, first, second, forum=where)
            if first
            else compare_terms(
                site.graph,
                earlier=earlier.label if earlier else None,
                later=later.label if later else None,
                wanted=Wanted(forum=where, council=council.iri if council else None),
            )
        )
    )
    page = Workspace(title="Sammenligning", path=_PATH, fields=form.fields, problem=form.problem)
    if compared is None:
        return page
    return replace(
        page,
        lead=f"{compared.earlier} → {compared.later}: "
        f"{counted(len(compared.rows), 'linje', 'linjer')}.",
        notices=_notices(compared),
        counted="Linjer efter ændring",
        counts=tuple(_counts(form, compared, only)),
        sections=tuple(_sections(site, compared, only)),
        empty="Der er ingen forskel at vise.",
    )


def _notices(compared: Comparison) -> tuple[str, ...]:
    """Why nearly every row is unknown, where no document tells of the later term yet."""
    said = (
        *(Change.NEW, Change.AGAIN, Change.AGAIN_OTHER_PARTY, Change.STAYS),
        *(Change.STAYS_OTHER_PARTY, Change.OTHER_ROLE, Change.GONE),
    )
    if not compared.count(Change.UNKNOWN) or any(map(compared.count, said)):
        return ()
    return (
        f"Intet dokument siger endnu, hvem der sidder i {compared.later}. Det er ukendt, ikke tabt.",
    )


def _documents(site: Site) -> tuple[str, ...]:
    def read() -> tuple[str, ...]:
        records = Questions(site.graph).ask("documents")
        return tuple(sorted({record.text("document") for record in records}))

    return site.kept("document-names", read)


def _counts(form: Form, compared: Comparison, only: str) -> Iterator[Count]:
    counts = Counter(row.change for row in compared.rows)
    everything = form.address(aendring="")
    yield Count(label="alle", number=len(compared.rows), href=everything, current=not only)
    for change in Change:
        if counts[change] or change == only:
            yield Count(
                label=change,
                number=counts[change],
                href=form.address(aendring=change),
                symbol=_SYMBOLS[change],
                current=change == only,
            )


def _sections(site: Site, compared: Comparison, only: str) -> Iterator[Section]:
    leads = leads_of(site)
    headings = {
        row: row.forum or f"Uden post i {compared.later}: {row.matter}"
        for row in compared.rows
        if only in ("", row.change)
    }
    for heading, anchor in numbered("del", headings.values()).items():
        lines = [
            Line(cells=_cells(row, leads)) for row, under in headings.items() if under == heading
        ]
        caption = f"{heading}: {compared.earlier} og {compared.later}"
        yield Section(id=anchor, heading=heading, table=table(caption, _HEADINGS, lines))


def _cells(row: ChangeRow, leads: Leads) -> tuple[Cell, ...]:
    return (
        leads.name(row.subject),
        (Piece(row.change, look=Look.STATE, symbol=_SYMBOLS[row.change]),),
        plain(row.before),
        plain(row.after),
        leads.quoted(row.source_before),
        leads.quoted(row.source_after),
    )
