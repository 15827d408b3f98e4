"""What sort of document it is: minutes, an agenda, a list, a notice."""

import re
from collections.abc import Sequence

from kkr_graph.language.letters import is_addressed, is_letter, is_memo, is_message, saluted
from kkr_graph.minutes.meeting.front_lines import LETTERHEAD_LINES, is_receiver, is_sentence
from kkr_graph.minutes.meeting.notice_lines import tells_of_seats
from kkr_graph.minutes.structure.blocks import Structure
from kkr_graph.model.extract import DocumentKind
from kkr_graph.model.lexicon import SectionKind
from kkr_graph.model.names import closed_up
from kkr_graph.model.text import Line, TextLayer

_MINUTES = re.compile(r"\b(?:\w*referat(?:et)?|(?:beslutnings)?protokol(?:len)?)\b", re.IGNORECASE)
_AGENDA = re.compile(r"\b(?:dagsorden(?:en)?|indkaldelse)\b", re.IGNORECASE)
_LIST = re.compile(
    r"\b(?:udpegnings(?:liste|oversigt)\w*|blå bog|oversigt over udpegninger|udpegede repræsentanter)\b",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"(?:[>/»›|]|^)\s*nyheder\b|^meddelelse\b(?!r)|\b(?:nyhed(?:sbrev)?|pressemeddelelse|nyt om navne|nyt fra)\b",
    re.IGNORECASE,
)
# what parties agree on before a council meets: who is to be elected
_AGREEMENT = re.compile(
    r"\w*(?:konstituerings|konstitutions|valggruppe|valgforbunds|valg)aftalen?\b"
    r"|(?:politisk )?aftale (?:om|for) (?:\w+ )?(?:konstituering|valgforbund|valggruppe|poster)",
    re.IGNORECASE,
)
# a page of a web site, with the day it came out: "Politik | Publiceret 4. marts 2026"
_PUBLISHED = re.compile(
    r"(?:^|[|·•–-] )(?:publiceret|offentliggjort|udgivet|lagt op|oprettet):?(?: (?:den|d\.|\w+dag(?: den| d\.)?))? \d{1,2}[./-]",
    re.IGNORECASE,
)
_TITLE_WORDS = 5
_TITLES = 3  # lines on top that may be a headline
_LONGEST = 160  # characters of a title
_KINDS = (
    (_LIST, DocumentKind.APPOINTMENT_LIST),
    (_MINUTES, DocumentKind.MINUTES),
    (_AGENDA, DocumentKind.AGENDA),
    (_NEWS, DocumentKind.NEWS),
)


def kind_of(layer: TextLayer, structure: Structure, front: Sequence[Line]) -> DocumentKind:
    """The sort of a document, by its items, by what its front calls it, or by how it ends."""
    if any(item.body(SectionKind.DECISION) for item in structure.items):
        return DocumentKind.MINUTES
    title = _titled_kind(layer, _above_salutation(layer, front))
    if title is not None:
        return title
    if structure.items:
        return DocumentKind.MINUTES
    # what is sent to some, or to nobody by name, is told as a notice is; a letter is between two
    top = structure.front[:LETTERHEAD_LINES]
    texts = [layer.read(line) for line in top]
    is_sent = any(is_receiver(text) or _PUBLISHED.search(text) for text in texts)
    is_sent = is_sent or any(map(tells_of_seats, texts[:_TITLES]))
    is_circular = is_memo(layer) or (is_letter(layer) and not is_addressed(layer))
    return DocumentKind.NEWS if is_sent or is_circular else DocumentKind.OTHER


def is_sent(layer: TextLayer, structure: Structure) -> bool:
    """Whether a document is a letter, a mail or a memo, whose numbered parts were dealt with at no meeting."""
    if any(item.body(SectionKind.DECISION) for item in structure.items):
        return False
    top = _above_salutation(layer, structure.front)
    is_titled = any(is_titled_meeting(layer.read(line)) for line in top)
    return is_message(layer) and not is_titled


def is_agreement(layer: TextLayer, structure: Structure) -> bool:
    """Whether a document is what parties agree on: "Konstitueringsaftale for Havvig Byråd"."""
    top = structure.front[:LETTERHEAD_LINES]
    return any(_AGREEMENT.match(closed_up(layer.read(line))) for line in top)


def is_titled_meeting(text: str) -> bool:
    """Whether a line heads minutes or an agenda."""
    return _MINUTES.search(text) is not None or _AGENDA.search(text) is not None


def names_kind(text: str) -> bool:
    """Whether a line does no more than say what sort of document it heads."""
    return any(pattern.match(text) for pattern, _ in _KINDS) and len(text.split()) <= _TITLE_WORDS


def _above_salutation(layer: TextLayer, front: Sequence[Line]) -> Sequence[Line]:
    """The lines that may be a title: "Referatet vedlægges" is said below "Kære"."""
    begins = saluted(layer)
    return front if begins is None else [line for line in front if line.start < begins[0].start]


def _titled_kind(layer: TextLayer, front: Sequence[Line]) -> DocumentKind | None:
    """What the document calls itself first, above its items."""
    for line in front:
        text = closed_up(layer.read(line))
        tells = text.endswith(".") and (text[:1].islower() or is_sentence(text))
        if text[:1].isdigit() or tells or len(text) > _LONGEST:  # a list of contents, or a sentence
            continue
        for pattern, kind in _KINDS:
            if pattern.search(text):
                return kind
    return None
