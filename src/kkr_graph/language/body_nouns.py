"""The nouns that a body goes by, each with its definite form: "udvalg" and "udvalget".

Whoever looks for bodies takes from here the nouns that can mean one where it looks, and the form.
"""

_ENDINGS = {
    "alliance": "n",
    "bestyrelse": "n",
    "fond": "en",
    "forening": "en",
    "forsamling": "en",
    "forum": "met",
    "gruppe": "n",
    "hegnssyn": "et",
    "hegnsyn": "et",
    "hus": "et",
    "klynge": "n",
    "komite": "en",
    "komité": "en",
    "kommission": "en",
    "kreds": "en",
    "netværk": "et",
    "nævn": "et",
    "organ": "et",
    "panel": "et",
    "råd": "et",
    "samarbejde": "t",
    "skab": "et",
    "styrelse": "n",
    "udvalg": "et",
}
BODY_NOUNS = tuple(_ENDINGS)
COUNCILS = ("byråd", "kommunalbestyrelse", "regionsråd")  # every municipality and region has one
COMMON = ("forum", "gruppe", "kreds", "netværk", "nævn", "råd", "udvalg")
# of which there may be many, so that the noun alone means none that is not named
MANY = (
    "alliance", "fond", "klynge", "komite", "komité", "kommission", "panel", "partnerskab",
    "repræsentantskab",
)  # fmt: skip
WORKING_GROUPS = ("arbejdsgruppe", "følgegruppe", "projektgruppe", "styregruppe")


def ending_of(noun: str) -> str:
    """What makes a noun definite, also of one that ends in another: "et" for "handicapråd"."""
    return next(ending for stem, ending in _ENDINGS.items() if noun.endswith(stem))


def definite(*nouns: str) -> str:
    """A pattern of nouns in the definite: "udvalget|rådet"."""
    return "|".join(f"{noun}{ending_of(noun)}" for noun in nouns)


def either(*nouns: str) -> str:
    """A pattern of nouns, definite or not: "udvalg(?:et)?|råd(?:et)?"."""
    return "|".join(f"{noun}(?:{ending_of(noun)})?" for noun in nouns)


# "Udvalget for Kultur, Fritid og Idræt": a list of themes and no list of bodies
_THEME = rf"(?!(?i:\w*(?:{either(*COMMON, 'bestyrelse', 'kommission')})\b))[A-ZÆØÅ][\w-]*"
THEMES = rf"Udvalg(?:et)? for {_THEME}(?:, {_THEME})+,? (?:og|&|samt) (?:{_THEME}|(?!som\b|der\b)[a-zæøå][\w-]+)"
