"""CPR numbers, telephone numbers and e-mail addresses, of which a text keeps no more than where they stood.

Each letter and figure of one becomes an ``x``: the text is as long as before, so that every position in it holds.
"""

import re

# every part has a longest, so that no document takes long
_NUMBER = r"(?:\(?(?:\+|00)45\)? ?)?\d(?:[ .-]?\d){7}(?!\d)"
_DAY = r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d"
_CONTACT = re.compile(
    "|".join(
        (
            r"(?<![\w.%+-])[\w.%+-]{1,64}@[\w-]+(?:\.[\w-]+)+",
            rf"(?<![\w/-]){_DAY}[-–]\d{{4}}(?![\w/-])",
            rf"(?P<cpr>\bcpr[\w.-]{{0,12}}[ \t:]{{0,5}}){_DAY} ?\d{{4}}(?!\d)",
            r"(?P<label>\b(?:tlf|tel|telefon\w{0,12}|mobil\w{0,12}|mob|phone|fax)\b[.:]{0,2}\s{0,5}(?:nr\.?|nummer)?[ \t:]{0,5})"
            rf"{_NUMBER}(?: ?(?:/|,|og|eller) ?{_NUMBER})?",
            r"(?<![\w+])\(?(?:\+|00)45\)? ?\d(?:[ .-]?\d){7}(?!\d)",
            r"(?P<company>\b(?:cvr|ean|se|p)\b[\w.:-]{0,12}[ \t]{0,5}\d[\d ]{4,14}\d)",  # of an organisation
            r"(?<![\w.,:/+-])(?<!\d )[2-9]\d(?: \d\d){3}(?![\w/-]|[.,:]\d| \d)",
            r"(?<![^\t\n])[2-9]\d{7}(?![^\t\n])",  # alone in a cell
        )
    ),
    re.IGNORECASE,
)
_SIGN = re.compile(r"\w")


def without_contacts(text: str) -> str:
    """The text with an ``x`` for each letter and figure by which somebody could be reached or told by number."""
    return _CONTACT.sub(_hidden, text)


def _hidden(match: re.Match[str]) -> str:
    kept = match["cpr"] or match["label"] or match["company"] or ""
    return kept + _SIGN.sub("x", match[0][len(kept) :])
