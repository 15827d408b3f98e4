"""Text layers made from text, and texts that look like documents."""

import hashlib
import unicodedata

from hypothesis import strategies as st

from kkr_graph.model.text import LineKind, Source, TextLayer
from kkr_graph.text import lay_out

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0002"

_WORDS = st.sampled_from(
    [
        "udvalget",
        "havnen",
        "Nordjylland",
        "2026",
        "29.",
        "august",
        "Ben-",
        "Ben-Yedidia",
        "gi-",
        "ver",
        "første-",
        "og",
        "KKR-",
        "2026-",
        "2030",
        "Nordjyl-land",
        "ikke-",
        "offentlige",
        "3.",
        "1.1.",
        "Side",
        "2",
        "af",
        "5",
        "SIDE",
        "|",
        "9",
        "24-10-2025",
        "./.",
        "–",
        "•",
        "-",
        "a)",
        "Baggrund",
        "Baggrund:",
        "sagen.",
        "sagen,",
        "ja!",
        "(A)",
        "\xad",
        "\u200b\ufeff",
        "koordi\xadneret",
        "é",
        "be\x02",
        "\t",
        "",
        "",
        "\x0b",
        "\u2028",
    ]
)
_LINES = st.lists(_WORDS, max_size=9).map(" ".join)
_BREAKS = st.sampled_from(["\n", "\n", "\n", "\n\n", "\n \n", "\n\n\n", "\n\f", "\n\n\f\n", " \n "])
_DOCUMENTS = st.lists(st.tuples(_LINES, _BREAKS), max_size=30).map(
    lambda parts: "".join(line + after for line, after in parts)
)
TEXTS = st.one_of(_DOCUMENTS, st.text(max_size=200)).map(
    lambda text: unicodedata.normalize("NFC", text.replace("\r", "\n"))
)


def layer_of(text: str, lines: LineKind = LineKind.UNKNOWN, name: str = "referat.txt") -> TextLayer:
    """The layer of a text that is decoded and normalised already, as sources are."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return lay_out(Source(name=name, sha256=sha256, text=text, lines=lines))
