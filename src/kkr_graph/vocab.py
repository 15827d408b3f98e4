"""The closed vocabulary: every class, property and concept that the graph may use.

A term that is not here is an ``AttributeError``, and an error to mypy. Terms are plain strings, so
that nothing has to be imported to write a query. ``ontology/kkr.ttl`` and ``ontology/concepts.ttl``
define what is coined here; where a local name is no Python name, ``-`` becomes ``_``
(``KKRC.vice_chair``), and a keyword gets ``_`` (``KKR.from_``).
"""
# ruff: noqa: N815 - the names are those of the vocabularies

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_KKR: Final = "https://w3id.org/kkr/ns#"
_KKRC: Final = "https://w3id.org/kkr/concept/"
_ORG: Final = "http://www.w3.org/ns/org#"
_FOAF: Final = "http://xmlns.com/foaf/0.1/"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_PROV: Final = "http://www.w3.org/ns/prov#"
_OA: Final = "http://www.w3.org/ns/oa#"
_ADMS: Final = "http://www.w3.org/ns/adms#"
_SCHEMA: Final = "http://schema.org/"
_SH: Final = "http://www.w3.org/ns/shacl#"
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"


class KKR:
    """The classes and properties that this project coins."""

    Municipality: Final = _KKR + "Municipality"
    MunicipalCouncil: Final = _KKR + "MunicipalCouncil"
    RegionMembership: Final = _KKR + "RegionMembership"
    Region: Final = _KKR + "Region"
    ContactCouncil: Final = _KKR + "ContactCouncil"
    Forum: Final = _KKR + "Forum"
    Party: Final = _KKR + "Party"
    ElectoralList: Final = _KKR + "ElectoralList"
    ElectoralTerm: Final = _KKR + "ElectoralTerm"
    SeatGroup: Final = _KKR + "SeatGroup"
    SourceDocument: Final = _KKR + "SourceDocument"
    TextLayer: Final = _KKR + "TextLayer"
    Evidence: Final = _KKR + "Evidence"
    Meeting: Final = _KKR + "Meeting"
    AgendaItem: Final = _KKR + "AgendaItem"
    Case: Final = _KKR + "Case"
    Recommendation: Final = _KKR + "Recommendation"
    Decision: Final = _KKR + "Decision"
    Participation: Final = _KKR + "Participation"
    Statement: Final = _KKR + "Statement"
    DateMention: Final = _KKR + "DateMention"
    ConstituentMeeting: Final = _KKR + "ConstituentMeeting"
    ForumDescription: Final = _KKR + "ForumDescription"
    VacantSeat: Final = _KKR + "VacantSeat"
    StatedDay: Final = _KKR + "StatedDay"
    SeatRule: Final = _KKR + "SeatRule"
    PersonMention: Final = _KKR + "PersonMention"
    Tenure: Final = _KKR + "Tenure"
    PersonnelAct: Final = _KKR + "PersonnelAct"
    Appointment: Final = _KKR + "Appointment"
    Nomination: Final = _KKR + "Nomination"
    Election: Final = _KKR + "Election"
    Resignation: Final = _KKR + "Resignation"
    ExOfficioEntry: Final = _KKR + "ExOfficioEntry"
    Hypothesis: Final = _KKR + "Hypothesis"
    Build: Final = _KKR + "Build"

    municipality: Final = _KKR + "municipality"
    region: Final = _KKR + "region"
    from_: Final = _KKR + "from"
    through: Final = _KKR + "through"
    coversMunicipality: Final = _KKR + "coversMunicipality"
    purpose: Final = _KKR + "purpose"
    legalBasis: Final = _KKR + "legalBasis"
    servesCouncil: Final = _KKR + "servesCouncil"
    listLetter: Final = _KKR + "listLetter"
    pressLetter: Final = _KKR + "pressLetter"
    inMunicipality: Final = _KKR + "inMunicipality"
    clock: Final = _KKR + "clock"
    inBody: Final = _KKR + "inBody"
    duringTerm: Final = _KKR + "duringTerm"
    numberOfSeats: Final = _KKR + "numberOfSeats"
    appointingBody: Final = _KKR + "appointingBody"
    nominatingBody: Final = _KKR + "nominatingBody"
    electionForm: Final = _KKR + "electionForm"
    eligibility: Final = _KKR + "eligibility"
    requiresElected: Final = _KKR + "requiresElected"
    requiresDeputy: Final = _KKR + "requiresDeputy"
    reappointmentLimit: Final = _KKR + "reappointmentLimit"
    genderRule: Final = _KKR + "genderRule"
    remuneration: Final = _KKR + "remuneration"
    meetingsPerYear: Final = _KKR + "meetingsPerYear"
    deadline: Final = _KKR + "deadline"
    sha256: Final = _KKR + "sha256"
    documentKind: Final = _KKR + "documentKind"
    documents: Final = _KKR + "documents"
    line: Final = _KKR + "line"
    page: Final = _KKR + "page"
    place: Final = _KKR + "place"
    heldBy: Final = _KKR + "heldBy"
    meetingDate: Final = _KKR + "meetingDate"
    ofMeeting: Final = _KKR + "ofMeeting"
    itemNumber: Final = _KKR + "itemNumber"
    itemOrder: Final = _KKR + "itemOrder"
    inCase: Final = _KKR + "inCase"
    caseworkerInitials: Final = _KKR + "caseworkerInitials"
    attachments: Final = _KKR + "attachments"
    putIn: Final = _KKR + "putIn"
    text: Final = _KKR + "text"
    decidedAt: Final = _KKR + "decidedAt"
    outcome: Final = _KKR + "outcome"
    disposesOf: Final = _KKR + "disposesOf"
    inMeeting: Final = _KKR + "inMeeting"
    participant: Final = _KKR + "participant"
    nameAsWritten: Final = _KKR + "nameAsWritten"
    attendanceStatus: Final = _KKR + "attendanceStatus"
    politicalAffiliation: Final = _KKR + "politicalAffiliation"
    represents: Final = _KKR + "represents"
    scopeItem: Final = _KKR + "scopeItem"
    title: Final = _KKR + "title"
    organizationName: Final = _KKR + "organizationName"
    speaker: Final = _KKR + "speaker"
    madeAt: Final = _KKR + "madeAt"
    onBehalfOf: Final = _KKR + "onBehalfOf"
    onBehalfOfName: Final = _KKR + "onBehalfOfName"
    statementKind: Final = _KKR + "statementKind"
    day: Final = _KKR + "day"
    asWritten: Final = _KKR + "asWritten"
    what: Final = _KKR + "what"
    aboutBody: Final = _KKR + "aboutBody"
    mentionedIn: Final = _KKR + "mentionedIn"
    describesSeatGroup: Final = _KKR + "describesSeatGroup"
    appointedByName: Final = _KKR + "appointedByName"
    bodyName: Final = _KKR + "bodyName"
    fromMunicipality: Final = _KKR + "fromMunicipality"
    lastSeen: Final = _KKR + "lastSeen"
    statedStart: Final = _KKR + "statedStart"
    statedEnd: Final = _KKR + "statedEnd"
    heldAgain: Final = _KKR + "heldAgain"
    endStatus: Final = _KKR + "endStatus"
    decidedIn: Final = _KKR + "decidedIn"
    substituteFor: Final = _KKR + "substituteFor"
    substituteForPerson: Final = _KKR + "substituteForPerson"
    replaces: Final = _KKR + "replaces"
    replacesPerson: Final = _KKR + "replacesPerson"
    concernsPerson: Final = _KKR + "concernsPerson"
    effectiveFrom: Final = _KKR + "effectiveFrom"
    nominatedByName: Final = _KKR + "nominatedByName"
    tookPartIn: Final = _KKR + "tookPartIn"
    findingCode: Final = _KKR + "findingCode"
    findingKey: Final = _KKR + "findingKey"
    dataThrough: Final = _KKR + "dataThrough"


class KKRC:
    """The concepts, scheme by scheme; all local names are different."""

    # roles
    chair: Final = _KKRC + "chair"
    vice_chair: Final = _KKRC + "vice-chair"
    member: Final = _KKRC + "member"
    deputy: Final = _KKRC + "deputy"
    observer: Final = _KKRC + "observer"
    representative: Final = _KKRC + "representative"
    ex_officio_member: Final = _KKRC + "ex-officio-member"
    supplementary_member: Final = _KKRC + "supplementary-member"
    mayor: Final = _KKRC + "mayor"
    deputy_mayor: Final = _KKRC + "deputy-mayor"

    # outcomes
    approved: Final = _KKRC + "approved"
    noted: Final = _KKRC + "noted"
    discussed: Final = _KKRC + "discussed"
    endorsed: Final = _KKRC + "endorsed"
    postponed: Final = _KKRC + "postponed"
    rejected: Final = _KKRC + "rejected"
    forwarded: Final = _KKRC + "forwarded"
    appointed: Final = _KKRC + "appointed"
    nominated: Final = _KKRC + "nominated"
    elected: Final = _KKRC + "elected"
    withdrawn: Final = _KKRC + "withdrawn"
    none: Final = _KKRC + "none"

    # attendance
    present: Final = _KKRC + "present"
    absent: Final = _KKRC + "absent"
    guest: Final = _KKRC + "guest"

    # document kinds
    minutes: Final = _KKRC + "minutes"
    agenda: Final = _KKRC + "agenda"
    appointment_list: Final = _KKRC + "appointment-list"
    news: Final = _KKRC + "news"
    other: Final = _KKRC + "other"

    # body kinds
    contact_council: Final = _KKRC + "contact-council"
    board: Final = _KKRC + "board"
    council: Final = _KKRC + "council"
    committee: Final = _KKRC + "committee"
    network: Final = _KKRC + "network"
    association: Final = _KKRC + "association"
    authority: Final = _KKRC + "authority"

    # end statuses
    open: Final = _KKRC + "open"
    ended: Final = _KKRC + "ended"
    end_unknown: Final = _KKRC + "end-unknown"

    # clocks
    council_clock: Final = _KKRC + "council-clock"
    kkr_clock: Final = _KKRC + "kkr-clock"

    # election forms
    proportional_election: Final = _KKRC + "proportional-election"
    majority_election: Final = _KKRC + "majority-election"

    # statement kinds
    briefing: Final = _KKRC + "briefing"
    presentation: Final = _KKRC + "presentation"


class ORG:
    """W3C's organization ontology."""

    Membership: Final = _ORG + "Membership"
    classification: Final = _ORG + "classification"
    member: Final = _ORG + "member"
    organization: Final = _ORG + "organization"
    role: Final = _ORG + "role"
    unitOf: Final = _ORG + "unitOf"


class FOAF:
    """People."""

    Person: Final = _FOAF + "Person"
    name: Final = _FOAF + "name"


class SKOS:
    """Names and concept schemes."""

    Concept: Final = _SKOS + "Concept"
    ConceptScheme: Final = _SKOS + "ConceptScheme"
    altLabel: Final = _SKOS + "altLabel"
    definition: Final = _SKOS + "definition"
    inScheme: Final = _SKOS + "inScheme"
    notation: Final = _SKOS + "notation"
    prefLabel: Final = _SKOS + "prefLabel"
    topConceptOf: Final = _SKOS + "topConceptOf"
    hasTopConcept: Final = _SKOS + "hasTopConcept"


class DCTERMS:
    """Dublin Core terms."""

    date: Final = _DCTERMS + "date"
    isReplacedBy: Final = _DCTERMS + "isReplacedBy"
    title: Final = _DCTERMS + "title"


class PROV:
    """Where a fact comes from."""

    Activity: Final = _PROV + "Activity"
    generated: Final = _PROV + "generated"
    invalidated: Final = _PROV + "invalidated"
    wasDerivedFrom: Final = _PROV + "wasDerivedFrom"
    wasInformedBy: Final = _PROV + "wasInformedBy"


class OA:
    """Web Annotation: a passage of a text."""

    SpecificResource: Final = _OA + "SpecificResource"
    TextPositionSelector: Final = _OA + "TextPositionSelector"
    TextQuoteSelector: Final = _OA + "TextQuoteSelector"
    end: Final = _OA + "end"
    exact: Final = _OA + "exact"
    hasSelector: Final = _OA + "hasSelector"
    hasSource: Final = _OA + "hasSource"
    start: Final = _OA + "start"


class ADMS:
    """Identifiers that an authority gives."""

    Identifier: Final = _ADMS + "Identifier"
    identifier: Final = _ADMS + "identifier"


class SCHEMA:
    """schema.org, in the http form that its own files use."""

    Event: Final = _SCHEMA + "Event"
    endDate: Final = _SCHEMA + "endDate"
    startDate: Final = _SCHEMA + "startDate"


class SH:
    """SHACL's results."""

    Info: Final = _SH + "Info"
    ValidationResult: Final = _SH + "ValidationResult"
    Violation: Final = _SH + "Violation"
    Warning: Final = _SH + "Warning"
    focusNode: Final = _SH + "focusNode"
    resultMessage: Final = _SH + "resultMessage"
    resultSeverity: Final = _SH + "resultSeverity"


class XSD:
    """The datatypes of the graph."""

    boolean: Final = _XSD + "boolean"
    date: Final = _XSD + "date"
    decimal: Final = _XSD + "decimal"
    integer: Final = _XSD + "integer"
    string: Final = _XSD + "string"


class RDF:
    """RDF itself."""

    langString: Final = _RDF + "langString"
    type: Final = _RDF + "type"


class RDFS:
    """Names of classes and properties."""

    label: Final = _RDFS + "label"


PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "adms": _ADMS,
        "dcterms": _DCTERMS,
        "foaf": _FOAF,
        "kkr": _KKR,
        "kkrc": _KKRC,
        "oa": _OA,
        "org": _ORG,
        "prov": _PROV,
        "rdf": _RDF,
        "rdfs": _RDFS,
        "schema": _SCHEMA,
        "sh": _SH,
        "skos": _SKOS,
        "xsd": _XSD,
    }
)
"""Prefix to namespace, for the prologue of queries and for exports."""

PROLOGUE: Final = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
"""The prefixes as SPARQL declares them."""

_CONCEPTS: Final = frozenset(
    iri for iri in vars(KKRC).values() if isinstance(iri, str) and iri.startswith(_KKRC)
)


def concept(value: str) -> str:
    """The concept of an enum's value: ``Role.VICE_CHAIR`` gives ``KKRC.vice_chair``.

    Raises:
        KeyError: there is no such concept.
    """
    iri = _KKRC + value.replace("_", "-")
    if iri not in _CONCEPTS:
        raise KeyError(value)
    return iri
