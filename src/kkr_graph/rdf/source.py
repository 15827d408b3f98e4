"""``graph/source/{sha16}``: what belongs to one document alone."""

from collections.abc import Iterator
from functools import cached_property

from pyoxigraph import Quad

from kkr_graph.language.seat_roles import seat_role_in
from kkr_graph.model.extract import Attendance, DateMention, Forum, SeatRule, Statement, Vacancy
from kkr_graph.model.identity import MentionKey, mention_key
from kkr_graph.model.span import Passage
from kkr_graph.rdf.citations import Citations
from kkr_graph.rdf.mentions import mention_iri, unresolved_mentions
from kkr_graph.rdf.names import Names, NewBody, body_iri
from kkr_graph.rdf.places import Place, PlacedItem
from kkr_graph.rdf.seat_rules import proved_group
from kkr_graph.rdf.terms import Term, danish, day, describe, node, plain, whole
from kkr_graph.vocab import ADMS, DCTERMS, KKR, ORG, PROV, SCHEMA, SKOS, concept


def source_quads(place: Place, names: Names, citations: Citations) -> Iterator[Quad]:
    """Everything that one document says, but for who holds which role; evidence is cited."""
    telling = _Telling(place, names, citations)
    yield from telling.document()
    yield from telling.new_bodies()
    yield from telling.local_lists()
    yield from telling.dates()
    yield from telling.seat_rules()
    yield from telling.forums()
    yield from telling.vacancies()
    yield from telling.mentions()
    if place.tells:
        yield from telling.meeting()
        for placed in telling.items:
            yield from telling.item(placed)
        yield from telling.participations()
        yield from telling.statements()


class _Telling:
    """One document, and what its facts need in order to be described."""

    def __init__(self, place: Place, names: Names, citations: Citations) -> None:
        self.place = place
        self.names = names
        self.citations = citations
        self.extract = place.extract
        self.minter = names.minter
        self.sha256 = place.sha256

    @cached_property
    def items(self) -> tuple[PlacedItem, ...]:
        """The items of the meeting, as the document that tells of it has them."""
        return self.place.items

    def _item(self, number: str | None) -> PlacedItem | None:
        """The item of this number; the first, where a document has it twice."""
        return next((placed for placed in self.items if placed.item.number == number), None)

    def document(self) -> Iterator[Quad]:
        """The document and its text layer."""
        document, place = self.extract.document, self.place
        yield from describe(
            place.graph,
            place.document,
            (DCTERMS.title, plain(document.name.rpartition("/")[2])),
            (KKR.sha256, plain(document.sha256)),
            (KKR.documentKind, node(concept(document.kind))),
            (KKR.documents, node(place.base) if place.is_meeting else None),
            (DCTERMS.date, day(document.date)),
            types=(KKR.SourceDocument,),
        )
        yield from describe(
            place.graph,
            self.minter.text_layer(self.sha256),
            (PROV.wasDerivedFrom, node(place.document)),
            types=(KKR.TextLayer,),
        )

    def new_bodies(self) -> Iterator[Quad]:
        """The bodies that the registry does not have."""
        for written in dict.fromkeys(self.names.bodies_of(self.extract)):
            body = self.names.new_body(written, self.sha256)
            if body is not None:
                yield from self._new_body(body)

    def _new_body(self, body: NewBody) -> Iterator[Quad]:
        yield from describe(
            self.place.graph,
            self.minter.body(body.slug, council=False),
            (SKOS.prefLabel, danish(body.label)),
            *((SKOS.altLabel, danish(other)) for other in body.other_names),
            types=(KKR.Forum,),
        )

    def local_lists(self) -> Iterator[Quad]:
        """The municipalities' own lists that people stand for."""
        written = [(entry.party, entry.municipality) for entry in self.extract.attendance]
        written += [(role.party, role.municipality) for role in self.extract.appointments]
        for letter, municipality in dict.fromkeys(written):
            yield from local_list_quads(self.place.graph, letter, municipality, self.names)

    def meeting(self) -> Iterator[Quad]:
        """The meeting, where the document says whose it was and when."""
        document, place = self.extract.document, self.place
        if not place.is_meeting or document.body is None or document.date is None:
            return
        passages = (document.body_passage, document.date_passage)
        yield from describe(
            place.graph,
            place.base,
            (SKOS.prefLabel, danish(self._meeting_label())),
            (KKR.heldBy, node(self.names.body(document.body, self.sha256))),
            (KKR.meetingDate, day(document.date)),
            *self.citations.prove(
                self.sha256, *(passages if any(passages) else self._any_passage())
            ),
            types=(KKR.Meeting, SCHEMA.Event),
        )

    def _meeting_label(self) -> str:
        document = self.extract.document
        assert document.body is not None
        assert document.date is not None
        label = self.names.label(document.body, self.sha256)
        return f"{label} {document.date.day:02}.{document.date.month:02}.{document.date.year}"

    def _any_passage(self) -> tuple[Passage, ...]:
        """What proves a meeting whose body and date come without a passage: that it did things."""
        facts = (*self.extract.items, *self.extract.attendance)
        return tuple(fact.passage for fact in facts[:1])

    def item(self, placed: PlacedItem) -> Iterator[Quad]:
        """An agenda item with what was recommended and decided under it."""
        item, graph = placed.item, self.place.graph
        yield from describe(
            graph,
            placed.iri,
            (KKR.ofMeeting, node(self.place.base)),
            (KKR.itemNumber, plain(item.number)),
            (KKR.itemOrder, whole(placed.order)),
            (DCTERMS.title, danish(item.title)),
            (KKR.inCase, node(self.minter.case(item.case)) if item.case else None),
            *((KKR.caseworkerInitials, plain(initials)) for initials in item.initials),
            (KKR.attachments, whole(item.attachments or None)),
            *self.citations.prove(self.sha256, item.passage),
            types=(KKR.AgendaItem,),
        )
        yield from self._case(item.case)
        yield from self._recommendation(placed)
        yield from self._decision(placed)

    def _case(self, number: str | None) -> Iterator[Quad]:
        if number is None:
            return
        iri, graph = self.minter.case(number), self.place.graph
        identifier = self.minter.below(iri, "number")
        yield from describe(graph, iri, (ADMS.identifier, node(identifier)), types=(KKR.Case,))
        yield from describe(
            graph, identifier, (SKOS.notation, plain(number)), types=(ADMS.Identifier,)
        )

    def _recommendation(self, placed: PlacedItem) -> Iterator[Quad]:
        if placed.recommendation is None:
            return
        yield from describe(
            self.place.graph,
            placed.recommendation,
            (KKR.putIn, node(placed.iri)),
            (KKR.text, danish(placed.item.recommendation)),
            *self.citations.prove(
                self.sha256, placed.item.recommendation_passage or placed.item.passage
            ),
            types=(KKR.Recommendation,),
        )

    def _decision(self, placed: PlacedItem) -> Iterator[Quad]:
        if placed.decision is None:
            return
        yield from describe(
            self.place.graph,
            placed.decision,
            (KKR.decidedAt, node(placed.iri)),
            *((KKR.outcome, node(concept(outcome))) for outcome in placed.item.outcomes),
            (KKR.text, danish(placed.item.decision)),
            (KKR.disposesOf, node(placed.recommendation)),
            *self.citations.prove(self.sha256, placed.item.decision_passage or placed.item.passage),
            types=(KKR.Decision,),
        )

    def participations(self) -> Iterator[Quad]:
        """Who was there, who was not, and who came for an item; people in doubt are left out."""
        kinds: dict[str, list[object]] = {}
        for entry in self.extract.attendance:
            slug = self._slug(mention_key(self.sha256, entry))
            if slug is None:
                continue
            kind = (entry.status, entry.certain, entry.items is None)
            known = kinds.setdefault(slug, [])
            if kind not in known:
                known.append(kind)
            iri = self.minter.below(self.place.base, "participation", slug)
            nth = known.index(kind) + 1  # somebody may be present, but absent for an item
            yield from self._participation(
                iri if nth == 1 else self.minter.below(iri, str(nth)), slug, entry
            )

    def _participation(self, iri: str, slug: str, entry: Attendance) -> Iterator[Quad]:
        scope = [self._item(number) for number in entry.items or ()]
        yield from describe(
            self.place.graph,
            iri,
            (KKR.inMeeting, node(self.place.base)),
            (KKR.participant, node(self.minter.person(slug))),
            (KKR.nameAsWritten, plain(entry.name)),
            (KKR.attendanceStatus, node(concept(entry.status))),
            (KKR.politicalAffiliation, node(self.names.party(entry.party, entry.municipality))),
            (KKR.represents, node(self.names.municipality(entry.municipality))),
            (KKR.substituteForPerson, self._person(entry.deputy_for)),
            (KKR.title, danish(entry.title)),
            (KKR.organizationName, danish(entry.organization)),
            *((KKR.scopeItem, node(placed.iri)) for placed in scope if placed),
            *self.citations.prove(self.sha256, entry.passage),
            types=_types(KKR.Participation, certain=entry.certain),
        )

    def statements(self) -> Iterator[Quad]:
        """Who briefed the meeting or presented to it; people in doubt are left out."""
        spoken: dict[str, int] = {}
        for statement in self.extract.statements:
            slug = self._slug(mention_key(self.sha256, statement))
            placed = self._item(statement.item)
            at = placed.iri if placed else self.place.base
            spoken[at] = spoken.get(at, 0) + 1
            if slug is not None:
                iri = self.minter.below(at, "statement", str(spoken[at]))
                yield from self._statement(iri, at, slug, statement)

    def _statement(self, iri: str, at: str, slug: str, statement: Statement) -> Iterator[Quad]:
        behalf = statement.on_behalf_of
        known = self.names.known(behalf, self.sha256) if behalf else None
        yield from describe(
            self.place.graph,
            iri,
            (KKR.speaker, node(self.minter.person(slug))),
            (KKR.madeAt, node(at)),
            (KKR.onBehalfOf, node(known)),
            (KKR.onBehalfOfName, None if known else danish(behalf)),
            (KKR.statementKind, node(concept(statement.kind))),
            *self.citations.prove(self.sha256, statement.passage),
            types=_types(KKR.Statement, certain=statement.certain),
        )

    def dates(self) -> Iterator[Quad]:
        """The days that the text names."""
        for nth, mention in enumerate(self.extract.dates, start=1):
            yield from self._date(self.minter.below(self.place.document, "date", str(nth)), mention)

    def _date(self, iri: str, mention: DateMention) -> Iterator[Quad]:
        about = self.names.known(mention.body, self.sha256) if mention.body else None
        yield from describe(
            self.place.graph,
            iri,
            (KKR.day, day(mention.date)),
            (KKR.asWritten, plain(mention.as_written)),
            (KKR.what, danish(mention.what)),
            (KKR.aboutBody, node(about)),
            (KKR.mentionedIn, self._mentioned_in(mention.item)),
            *self.citations.prove(self.sha256, mention.passage),
            types=(KKR.DateMention,),
        )

    def seat_rules(self) -> Iterator[Quad]:
        """How many seats somebody fills, as the text says."""
        for nth, rule in enumerate(self.extract.seat_rules, start=1):
            iri = self.minter.below(self.place.document, "seat-rule", str(nth))
            yield from self._seat_rule(iri, rule)

    def _seat_rule(self, iri: str, rule: SeatRule) -> Iterator[Quad]:
        role, group = seat_role_in(rule.passage.quote), self._proved(rule)
        yield from describe(
            self.place.graph,
            iri,
            *self._body_of(rule),
            (ORG.role, node(concept(role) if role else None)),
            (KKR.numberOfSeats, whole(rule.seats)),
            (KKR.eligibility, danish(rule.who)),
            (KKR.appointedByName, danish(rule.appointed_by)),
            (KKR.mentionedIn, self._mentioned_in(rule.item)),
            (KKR.describesSeatGroup, node(group)),
            *self.citations.prove(self.sha256, rule.passage),
            types=(KKR.SeatRule,),
        )
        if group:
            proof = self.citations.prove(self.sha256, rule.passage)
            yield from describe(self.place.graph, group, *proof)

    def _proved(self, rule: SeatRule) -> str | None:
        """The seat group that the rule proves."""
        known = self.names.known(rule.body, self.sha256) if rule.body else None
        bodies = self.names.registry.bodies
        slugs = (body.slug for body in bodies if body_iri(self.minter, body) == known)
        group = proved_group(
            rule,
            self.names.registry,
            body=next(slugs, None),
            day=self.extract.document.date,
        )
        return self.minter.seat_group(group.slug) if group else None

    def _body_of(self, rule: SeatRule) -> Iterator[tuple[str, Term | None]]:
        """The body a rule is for; one that is only named, as "hvert erhvervshus", stays a name."""
        body = self.names.known(rule.body, self.sha256) if rule.body else None
        yield (KKR.inBody, node(body)) if body else (KKR.bodyName, danish(rule.body))

    def forums(self) -> Iterator[Quad]:
        """What a list says of forums; a legal basis only where the registry has none."""
        for nth, forum in enumerate(self.extract.forums, start=1):
            if forum.purpose or self._legal_basis(forum):
                yield from self._forum(
                    self.minter.below(self.place.document, "forum", str(nth)), forum
                )

    def _legal_basis(self, forum: Forum) -> str | None:
        known = self.names.registry.body(forum.name)
        return None if known is not None and known.legal_basis else forum.legal_basis

    def _forum(self, iri: str, forum: Forum) -> Iterator[Quad]:
        legal_basis = self._legal_basis(forum)
        passages = (
            forum.purpose_passage if forum.purpose else None,
            forum.legal_basis_passage if legal_basis else None,
        )
        yield from describe(
            self.place.graph,
            iri,
            (KKR.inBody, node(self.names.body(forum.name, self.sha256))),
            (KKR.purpose, danish(forum.purpose)),
            (KKR.legalBasis, danish(legal_basis)),
            *self.citations.prove(self.sha256, *dict.fromkeys(passages)),
            types=(KKR.ForumDescription,),
        )

    def vacancies(self) -> Iterator[Quad]:
        """The seats that a list shows to be nobody's."""
        for nth, vacancy in enumerate(self.extract.vacancies, start=1):
            iri = self.minter.below(self.place.document, "vacant-seat", str(nth))
            yield from self._vacancy(iri, vacancy)

    def _vacancy(self, iri: str, vacancy: Vacancy) -> Iterator[Quad]:
        yield from describe(
            self.place.graph,
            iri,
            (KKR.inBody, node(self.names.body(vacancy.body, self.sha256))),
            (ORG.role, node(concept(vacancy.role))),
            (KKR.appointedByName, danish(vacancy.by)),
            *self.citations.prove(self.sha256, vacancy.passage),
            types=(KKR.VacantSeat,),
        )

    def mentions(self) -> Iterator[Quad]:
        """The names that are tied to nobody."""
        for key, mention in unresolved_mentions(self.extract, self.names.resolution).items():
            yield from describe(
                self.place.graph,
                mention_iri(self.minter, key),
                (KKR.nameAsWritten, plain(mention.written)),
                *self.citations.prove(self.sha256, *mention.passages),
                types=(KKR.PersonMention,),
            )

    def _slug(self, key: MentionKey) -> str | None:
        return self.names.resolution.by_mention.get(key)

    def _person(self, written: str | None) -> Term | None:
        slug = self._slug(MentionKey.of(self.sha256, written)) if written else None
        return node(self.minter.person(slug)) if slug else None

    def _mentioned_in(self, number: str | None) -> Term | None:
        placed = self._item(number)
        return node(placed.iri) if placed else None


def _types(fact: str, *, certain: bool) -> tuple[str, ...]:
    return (fact,) if certain else (fact, KKR.Hypothesis)


def local_list_quads(
    graph: str, letter: str | None, municipality: str | None, names: Names
) -> Iterator[Quad]:
    """The list of one municipality behind a letter that no national party has."""
    if not letter or names.registry.party(letter) is not None:
        return
    iri = names.party(letter, municipality)
    if iri is not None:
        place = names.registry.municipality(municipality or "")
        assert place is not None
        yield from describe(
            graph,
            iri,
            (SKOS.prefLabel, danish(f"Liste {letter}, {place.name}")),
            (KKR.listLetter, plain(letter)),
            (KKR.inMunicipality, node(names.minter.municipality(place.code))),
            types=(KKR.ElectoralList,),
        )
