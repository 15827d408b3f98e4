"""The pages of a document and of a passage in it: the text, marked where the graph cites it."""

from collections.abc import Mapping, Sequence
from datetime import date

from kkr_graph.vocab import DCTERMS, KKR, OA, PREFIXES, PROV, RDF
from kkr_graph.web.entities.cells import Cells, day_cell, doubt
from kkr_graph.web.entities.other import other_page
from kkr_graph.web.entities.summary import summary
from kkr_graph.web.reading import Node, Proof, written
from kkr_graph.web.site import Site
from kkr_graph.web.texts import FileState, excerpt, is_quoted
from kkr_graph.web.view import EMPTY, Cell, EntityPage, Line, Look, Piece, Section, plain, table
from kkr_graph.web.wording import capitalised, counted, term_label, whole

_PASSAGES_SHOWN = 300
ORIGINALS = "/fil"  # where the files of documents are fetched


def evidence_page(site: Site, node: Node, when: date) -> EntityPage:
    """A passage: its words, what they prove, and the lines around them."""
    proof = site.nodes.passages([node.iri]).get(node.iri)
    if proof is None:  # no words and no position: nothing to show but what is said of it
        return other_page(site, node, when)
    document = site.nodes.one(proof.document)
    text = site.texts.find(document.first(DCTERMS.title), document.first(KKR.sha256))
    shown = text is not None and is_quoted(text, [proof])
    cells = Cells(site, [document])
    name = site.nodes.called(document)
    original, file = _original(site, document)
    return EntityPage(
        iri=node.iri,
        kind="Kilde",
        title=capitalised(proof.place),
        facts=tuple(
            (heading, cell)
            for heading, cell in (
                ("Dokument", cells.thing(document.iri, name)),
                ("Fil", file),
                ("Møde", cells.things(document.all(KKR.documents))),
            )
            if cell
        ),
        quote=proof.quote,
        sections=(_proven(site, node),),
        excerpt=excerpt(text, [proof], whole=False, has_pages=_has_pages([proof]))
        if text is not None and shown
        else None,
        original=original,
        whole_text=site.addresses.path(document.iri, sted=node.iri.rpartition("/")[2]),
        notice=EMPTY if shown else plain(_NO_TEXT),
    )


_NO_TEXT = (
    "Dokumentets tekst kan ikke vises her. Byg grafen igen med dokumentet i datamappen, så gemmes teksten "
    "ved siden af den. Citaterne er dem, grafen har gemt."
)


def _proven(site: Site, node: Node) -> Section:
    facts = site.nodes.pointing(PROV.wasDerivedFrom, node.iri).values()
    cells = Cells(site, facts)
    heading = "Det viser stedet"
    lines = [
        Line(
            cells=(plain(capitalised(_kind(fact))), summary(site, cells, fact)),
            doubt=doubt(fact),
        )
        for fact in facts
    ]
    return Section(id="viser", heading=heading, table=table(heading, ("Slags", "Hvad"), lines))


def _kind(fact: Node) -> str:
    if not fact.is_certain:
        return term_label(KKR.Hypothesis)
    classes = fact.all(RDF.type)
    own = [iri for iri in classes if iri.startswith(PREFIXES["kkr"])] or classes
    return term_label(own[0]) if own else "oplysning"


def document_page(
    site: Site, node: Node, _: date, *, evidence: str = "", line: int = 0
) -> EntityPage:
    """A document: what was read of it, and its text with a passage marked.

    Args:
        site: the graph.
        node: the document.
        evidence: the last part of the IRI of the passage to mark.
        line: else the line whose passages to mark.
    """
    proofs = _passages(site, node)
    marked = [
        proof
        for proof in proofs
        if (evidence and proof.iri.endswith(f"/{evidence}")) or (line and proof.line == line)
    ]
    text = site.texts.find(node.first(DCTERMS.title), node.first(KKR.sha256))
    shown = None
    if text is not None and is_quoted(text, proofs):
        shown = excerpt(text, marked, whole=True, cited=proofs, has_pages=_has_pages(proofs))
    cells = Cells(site, [node])
    original, file = _original(site, node)
    return EntityPage(
        iri=node.iri,
        kind="Dokument",
        title=capitalised(site.nodes.called(node)),
        facts=tuple(
            (heading, cell)
            for heading, cell in (
                ("Fil", file),
                ("Art", cells.things(node.all(KKR.documentKind))),
                ("Dato", day_cell(node.day(DCTERMS.date))),
                ("Møde", cells.things(node.all(KKR.documents))),
                ("Læst", plain(_read(site, node))),
                ("SHA-256", (Piece(node.first(KKR.sha256), look=Look.QUIET),)),
            )
            if cell
        ),
        notice=EMPTY if shown else plain(_NO_TEXT),
        sections=() if shown else (_listed(site, node, marked, proofs),),
        excerpt=shown,
        original=original,
    )


def _original(site: Site, document: Node) -> tuple[str, Cell]:
    """Where the file is fetched, and its name with what keeps it from being."""
    name = document.first(DCTERMS.title)
    state = site.texts.original(name, document.first(KKR.sha256)).state
    if state is FileState.HERE:
        return f"{ORIGINALS}/{document.iri.rpartition('/')[2]}", plain(name)
    return "", (*plain(name), Piece(f" – kan ikke hentes: {state}", look=Look.MISSING))


def _has_pages(proofs: Sequence[Proof]) -> bool:
    """Whether people know the places by pages, and not as rows of a sheet."""
    return any(proof.page and not proof.where for proof in proofs)


def _passages(site: Site, node: Node) -> Sequence[Proof]:
    evidence = (
        iri
        for layer in site.nodes.subjects(PROV.wasDerivedFrom, node.iri, KKR.TextLayer)
        for iri in site.nodes.subjects(OA.hasSource, layer)
    )
    found = site.nodes.passages(evidence).values()
    return sorted(found, key=lambda proof: (proof.start, proof.end, proof.iri))


def _read(site: Site, node: Node) -> str:
    """``28 mødedeltagelser, 19 dagsordenspunkter``: how much was read of it."""
    rows = site.graph.select(
        "SELECT ?class (COUNT(DISTINCT ?fact) AS ?n) WHERE { ?layer prov:wasDerivedFrom "
        + written(node.iri)
        + " . ?e oa:hasSource ?layer . ?fact prov:wasDerivedFrom ?e ; a ?class } GROUP BY ?class"
    ).rows
    counts = {row["class"].value: int(row["n"].value) for row in rows if "class" in row}
    told = (counted(counts[iri], *_COUNTED[iri]) for iri in _COUNTED if counts.get(iri))
    return ", ".join(told)


_COUNTED: Mapping[str, tuple[str, str]] = {
    KKR.AgendaItem: ("punkt", "punkter"),
    KKR.Participation: ("deltagelse", "deltagelser"),
    KKR.Decision: ("beslutning", "beslutninger"),
    KKR.Recommendation: ("indstilling", "indstillinger"),
    KKR.Statement: ("indlæg", "indlæg"),
    KKR.Tenure: ("post", "poster"),
    KKR.DateMention: ("dato", "datoer"),
    KKR.SeatRule: ("pladsregel", "pladsregler"),
}


def _listed(site: Site, node: Node, marked: Sequence[Proof], proofs: Sequence[Proof]) -> Section:
    """The passages one by one, where the text is not here; those asked for alone, if any are."""
    chosen = marked or proofs
    heading = "Steder, som grafen viser tilbage til"
    lines = [
        Line(cells=(
            plain(str(proof.page or "")),
            (Piece(proof.where or str(proof.line or "se"), site.addresses.path(proof.iri)),),
            (Piece(proof.quote, look=Look.QUOTE),),
        ))
        for proof in chosen[:_PASSAGES_SHOWN]
    ]  # fmt: skip
    cut = f"De første {_PASSAGES_SHOWN} af {whole(len(chosen))} er vist."
    everything = Piece("Vis alle steder i dokumentet", site.addresses.path(node.iri))
    return Section(
        id="steder",
        heading=heading,
        note=cut if len(chosen) > _PASSAGES_SHOWN else "",
        table=table(heading, ("Side", "Sted", "Citat"), lines),
        more=everything if marked else None,
    )
