"""What a line of a notice, a letter or a report says of whose it is: "Nyt fra X", "Ny formand for X"."""

import re

from kkr_graph.language.body_nouns import definite
from kkr_graph.model.names import closed_up

_REPORT = r"(?:årsrapport|årsberetning|årsskrift|beretning)"
_NOTICE = re.compile(
    rf"(?:pressemeddelelse|meddelelse|nyhedsbrev|nyheder|nyhed|{_REPORT})\b", re.IGNORECASE
)
_NOTICE_ALONE = re.compile(
    rf"{_NOTICE.pattern}(?:,? (?:nr\.? ?)?[\d./-]+| [–·|-]|,? (?:den )?\d{{1,2}}\. \w+ \d{{4}}|,? \w+ \d{{4}})*",
    re.IGNORECASE,
)
# "Meddelelse fra bestyrelsen": whose it is, another line says
_FROM_SOME = re.compile(
    rf"(?:[\w-]+ ){{1,3}}fra (?:{definite('bestyrelse', 'udvalg', 'råd', 'styregruppe', 'nævn', 'forening')}|formanden|sekretariatet|direktionen|kontoret|repræsentantskabet)",
    re.IGNORECASE,
)
# what a headline is about, and no name has: "Havnens nye bestyrelse", "Vejle-borgmester bliver formand"
_IN_THE_NEWS = re.compile(
    r"(?:^[Nn]|(?<= )n)(?:y|ye|yt) [a-zæøå]|^NY[ET]? |\b\w*-?(?:[Bb]orgmester|[Ff]ormand|[Ff]ormænd|[Dd]irektør)(?:en)?\b"
)
# "Havneråd Fyn har valgt ny formand", "Partnerskab for Havne præsenterer sin bestyrelse"
_HEADLINE = re.compile(
    r"(?P<body>[A-ZÆØÅ][^.,:;!?]{2,60}?) (?:har (?:valgt|fået|udpeget|konstitueret)|får|vælger|udpeger|præsenterer|konstituerer) "
)
_SEAT = r"(?:\w*formand(?:en)?|formænd|formandskab|bestyrelse|medlem(?:mer)?|ansigt(?:er)?|navne?|kræfter)"
_CHANGE = r"(?:\w*skifte?|\w*rokade|\w*udskiftning(?:er)?|\w*konstituering|generalforsamling|genvalg|\w*valg|spidsen|toppen|ændringer|udpegning(?:er)?)"
_NAMED = r"(?-i:[A-ZÆØÅ])[\w&-]*(?: (?:(?:for|i|og|af|på|&) )?(?:(?-i:[A-ZÆØÅ])[\w&-]*|[A-Z]/S|a\.m\.b\.a\.)){0,6}"
# of whom a headline tells: "Ny formand for X", "X får ny formand", "Xs bestyrelse har konstitueret sig"
_TOLD_OF = re.compile(
    rf"(?:(?:emne|vedr\.?|vedrørende)\s?:\s*)?(?:(?:[^.:!?]* )?(?:(?:nye?|nyt|er|bliver|som|til) (?:[a-zæøå]+ )?{_SEAT}|{_CHANGE}) (?:for|i|hos|til) (?:bestyrelsen (?:for|i|af) )?(?P<body>{_NAMED})"
    rf"|(?P<got>{_NAMED}) (?:har (?:fået|valgt)|får|fik|vælger|valgte) (?:[a-zæøå]+ )?(?:{_SEAT}|{_CHANGE})(?: [^.:]*)?|(?P<owner>{_NAMED}?)s (?:nye )?(?:bestyrelse|formandskab)\b[^.:]*)",
    re.IGNORECASE,
)
_NEWS_OF_SEATS = re.compile(
    rf"(?:nye?|nyt) (?:[a-zæøå]+ )?{_SEAT}\b[^.:]*|{_CHANGE} (?:på|i) (?:bestyrelsen|toppen|formandsposten|formandskabet|spidsen)\b[^.:]*",
    re.IGNORECASE,
)
_SENDS = re.compile(
    r"(?:pressemeddelelse|nyhedsbrev|nyheder|nyhed|nyt) fra (?P<body>(?-i:[A-ZÆØÅ])[^\n.,;:|·–]{2,60}?)(?=\s*(?:[|·–.,;:]| - |\s{2}|(?:ud)?sendt\b|den \d|nr\b|\d|$))",
    re.IGNORECASE,
)
_YEARS = r"(?: \d{4}(?:[/–-]\d{2,4})?)?"
_REPORTS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_REPORT}{_YEARS},? (?:for|fra|[–-]) (?P<body>{_NAMED})$",
        rf"(?P<body>{_NAMED}),?(?: [–-]|:)? {_REPORT}{_YEARS}$",
        rf"(?:\w{{2,40}} [–-] )?(?:medlems|nyheds)?(?:blad|brev|magasin) (?:for|fra) (?P<body>{_NAMED})$",
        rf"(?:publiceret|offentliggjort|udgivet|udsendt)\b[^;]{{0,40}}? af (?P<body>{_NAMED})$",
    )
)
_IN_OFFICE = re.compile(
    r"(?:[\w.-]+ ){0,4}[\w.-]{3,}(?:, (?:sekretariatet for )?| (?:for|i|af) )(?:bestyrelsen (?:for|i) )?(?P<body>[A-ZÆØÅ][^,;:|\t]{2,70})"
)


def is_notice(line: str) -> bool:
    """Whether a line begins with what a notice is called."""
    return _NOTICE.match(closed_up(line)) is not None


def is_notice_alone(line: str) -> bool:
    """Whether a line is no more than what a notice is called, and when it came: "Nyhedsbrev nr. 2"."""
    return _NOTICE_ALONE.fullmatch(closed_up(line)) is not None


def is_from_some(line: str) -> bool:
    """Whether a line only says which part of an organisation tells: "Nyt fra bestyrelsen"."""
    return _FROM_SOME.fullmatch(closed_up(line)) is not None


def is_news(text: str) -> bool:
    """Whether a line tells what is new: "Havnens nye bestyrelse"."""
    return _IN_THE_NEWS.search(text) is not None


def headline_in(text: str) -> re.Match[str] | None:
    """Of whom a headline tells what it did, as the group ``body``: "X har valgt ny formand"."""
    return _HEADLINE.match(text)


def told_of_in(text: str) -> re.Match[str] | None:
    """Of whom a headline tells, as its last group: "Ny formand for X", "X får ny formand"."""
    return _TOLD_OF.fullmatch(text)


def tells_of_seats(text: str) -> bool:
    """Whether a line is a headline on who sits where: "Ny formand for X", "Skift på formandsposten"."""
    return told_of_in(text) is not None or _NEWS_OF_SEATS.fullmatch(text) is not None


def sender_in(text: str) -> re.Match[str] | None:
    """Who sends a notice, as the group ``body``: "Pressemeddelelse fra X"."""
    return _SENDS.match(text)


def reporter_in(text: str) -> re.Match[str] | None:
    """Who reports or publishes, as the group ``body``: "Årsberetning 2025 for X", "Publiceret af X"."""
    return next(filter(None, (form.match(text) for form in _REPORTS)), None)


def office_in(text: str) -> re.Match[str] | None:
    """In whose office somebody signs, as the group ``body``: "Sekretær, X", "formand for X"."""
    return _IN_OFFICE.fullmatch(text)
