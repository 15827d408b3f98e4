"""What the reading of documents, and of names in them, leaves for a person to look at."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kkr_graph.iri import digest
from kkr_graph.language.owners import is_of_document
from kkr_graph.model.extract import DocumentKind, Extract, Finding, Severity
from kkr_graph.model.finding import NEW_BODY, FoundAt, GraphFinding, new_bodies_message
from kkr_graph.model.identity import Doubt
from kkr_graph.model.namings import namings_of
from kkr_graph.model.span import Passage
from kkr_graph.rdf.mentions import mention_iri, unresolved_mentions
from kkr_graph.rdf.names import Names
from kkr_graph.rdf.places import Place

UNKNOWN_MEETING = "meeting-unknown"
_KINDS = {DocumentKind.MINUTES: "Referatet", DocumentKind.AGENDA: "Dagsordenen"}
_NO_OWNER = "body-without-owner"
_WHOSE = (
    "»{name}«: dokumentet siger ikke, hvilken kommune eller region organet hører til, så det holdes for sig. "
    "Skriv kommunen eller regionen øverst i dokumentet. Er der kun ét organ med det navn, så læg det i "
    "registeret (bodies.csv)."
)


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class SourcedFinding(GraphFinding):
    """A finding in one document, with the passage it is about, if it is about one.

    ``beside`` are passages, each with the hash of its document, that say something else.
    """

    sha256: str
    passage: Passage | None = None
    beside: tuple[tuple[str, Passage], ...] = ()

    @property
    def passages(self) -> tuple[tuple[str, Passage | None], ...]:
        """All of them, its own first, each with the hash of its document."""
        return ((self.sha256, self.passage), *self.beside)

    def found_at(self, *sources: FoundAt) -> GraphFinding:
        """The finding as it is reported, with where its passages stand."""
        return GraphFinding(
            code=self.code,
            focus=self.focus,
            message=self.message,
            severity=self.severity,
            key=self.key,
            sources=sources,
        )


def find_findings(places: Mapping[str, Place], names: Names) -> tuple[SourcedFinding, ...]:
    """The findings of all documents, each once, sorted."""
    telling = {place.base: place for place in places.values() if place.tells}
    found: set[SourcedFinding] = set()
    for place in places.values():
        noting = _Noting(place, names)
        found.update(noting.warnings())
        found.update(noting.unclaimed())
        found.update(noting.unknown_meeting())
        found.update(noting.items_twice())
        found.update(noting.new_bodies())
        found.update(noting.open_mentions())
        found.update(noting.told_elsewhere(telling[place.base]))
    return tuple(sorted(found, key=lambda finding: (finding.sha256, finding.code, finding.key)))


class _Noting:
    """The findings of one document."""

    def __init__(self, place: Place, names: Names) -> None:
        self.place = place
        self.names = names
        self.extract = place.extract
        self.document = place.extract.document

    def _sourced(
        self, finding: Finding, *, focus: str | None = None, value: str = ""
    ) -> SourcedFinding:
        """The finding in the graph; ``value`` tells two of one code and passage apart."""
        passage = finding.passage
        where = f"{passage.start}-{passage.end}" if passage else ""
        parts = (finding.code, self.place.sha256[:16], where, value)
        return SourcedFinding(
            code=finding.code,
            focus=focus or self.place.base,
            message=finding.message,
            severity=finding.severity,
            key=" ".join(part for part in parts if part),
            sha256=self.place.sha256,
            passage=passage,
        )

    def warnings(self) -> Iterator[SourcedFinding]:
        """What the reading itself noted; about a date, where it is about one."""
        dates = {
            mention.passage: self.names.minter.below(self.place.document, "date", str(nth))
            for nth, mention in enumerate(self.extract.dates, start=1)
        }
        for finding in self.extract.warnings:
            about = dates.get(finding.passage) if finding.passage else None
            yield self._sourced(finding, focus=about, value=digest(finding.message)[:8])

    def unclaimed(self) -> Iterator[SourcedFinding]:
        """Text that the reading could not place."""
        for text in self.extract.unclaimed:
            quote = " ".join(text.passage.quote.split())
            message = f"Teksten »{_shortened(quote)}« er ikke brugt: {text.why}."
            yield self._sourced(
                Finding(
                    code="text-unclaimed",
                    message=message,
                    passage=text.passage,
                    severity=Severity.INFO,
                )
            )

    def unknown_meeting(self) -> Iterator[SourcedFinding]:
        """Minutes of nobody knows whose meeting, unless the reading said so itself."""
        noted = any(finding.code == UNKNOWN_MEETING for finding in self.extract.warnings)
        if self.document.kind in _KINDS and not self.place.is_meeting and not noted:
            what = "organ" if self.document.body is None else "dato"
            yield self._sourced(
                Finding(
                    code=UNKNOWN_MEETING,
                    message=(
                        f"{self.document.name}: mødets {what} fremgår ikke. Skriv øverst i dokumentet, "
                        "hvilket organ der mødtes, og hvornår."
                    ),
                    severity=Severity.VIOLATION,
                )
            )

    def items_twice(self) -> Iterator[SourcedFinding]:
        """Numbers that two items of the document have."""
        counts = Counter(line.number for line in self.extract.agenda)
        if len(counts) == counts.total():
            return
        for item in self.extract.items:
            if counts[item.number] > 1:
                message = f"Punkt {item.number} »{item.title}« har samme nummer som et andet punkt."
                yield self._sourced(
                    Finding(code="item-number-twice", message=message, passage=item.passage)
                )

    def new_bodies(self) -> Iterator[SourcedFinding]:
        """Bodies that the registry does not have, at the first place that names them."""
        met: set[str] = set()
        for written, passage in _bodies_with_passages(self.extract):
            body = self.names.new_body(written, self.place.sha256)
            if body is None or body.slug in met:
                continue
            met.add(body.slug)
            yield self._sourced(
                Finding(
                    code=_NO_OWNER if is_of_document(body.label) else NEW_BODY,
                    message=_told_of_new(body.label),
                    passage=passage,
                    severity=Severity.INFO,
                ),
                focus=self.names.minter.body(body.slug, council=False),
                value=body.slug,
            )

    def open_mentions(self) -> Iterator[SourcedFinding]:
        """Names that are tied to nobody, and people who may be somebody else as well."""
        minter, resolution = self.names.minter, self.names.resolution
        doubts = {doubt.mention.key: doubt for doubt in resolution.doubts}
        open_ = unresolved_mentions(self.extract, resolution)
        for key, mention in open_.items():
            yield self._sourced(
                Finding(
                    code="unresolved-mention",
                    message=self._doubt(doubts.get(key), mention.written),
                    passage=mention.passages[0],
                ),
                focus=mention_iri(minter, key),
                value=digest(key.reference)[:8],
            )
        for key, doubt in doubts.items():
            if key.sha256 == self.place.sha256 and key not in open_:
                yield self._sourced(
                    Finding(
                        code="person-in-doubt",
                        message=self._doubt(doubt, doubt.mention.name),
                        passage=_passage_of(doubt, self.extract),
                    ),
                    focus=minter.person(doubt.person) if doubt.person else None,
                    value=digest(key.reference)[:8],
                )

    def _doubt(self, doubt: Doubt | None, written: str) -> str:
        if doubt is None:
            return f"Det er ikke afgjort, hvem »{written}« er."
        people = {person.slug: person.called for person in self.names.resolution.people}
        who = ", ".join(people.get(slug, slug) for slug in doubt.candidates)
        reason = doubt.reason if doubt.reason.endswith((".", "?")) else f"{doubt.reason}."
        candidates = f" Mulige: {who}." if who else ""
        return f"»{written}«: {reason}{candidates} Afgør det med kkr-graph review."

    def told_elsewhere(self, telling: Place) -> Iterator[SourcedFinding]:
        """A second document of the same meeting, whose items are not used."""
        if self.place.tells:
            return
        other = telling.extract.document
        both = other.kind == self.document.kind
        yield self._sourced(
            Finding(
                code="meeting-told-elsewhere",
                message=(
                    f"{_KINDS[self.document.kind]} {self.document.name} handler om samme møde som "
                    f"{other.name}; punkter, beslutninger og fremmøde er taget derfra."
                    + (" Fjern det dokument, der ikke gælder." if both else "")
                ),
                severity=Severity.WARNING if both else Severity.INFO,
            )
        )


def _shortened(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def _bodies_with_passages(extract: Extract) -> Iterator[tuple[str, Passage | None]]:
    document = extract.document
    if document.body:
        yield document.body, document.body_passage
    for appointment in extract.appointments:
        yield appointment.body, appointment.passage
        if appointment.on_behalf_of:
            yield appointment.on_behalf_of, appointment.passage
    yield from ((rule.body, rule.passage) for rule in extract.seat_rules if rule.body)


def _passage_of(doubt: Doubt, extract: Extract) -> Passage | None:
    """The first place that tells of the person in doubt."""
    told = (naming for naming in namings_of(extract) if naming.fact is not None)
    return next((naming.passage for naming in told if naming.key in doubt.mention.keys), None)


def _told_of_new(label: str) -> str:
    """What is said of a body that the registry does not have, or that is nobody's known."""
    return _WHOSE.format(name=label) if is_of_document(label) else new_bodies_message([label])
