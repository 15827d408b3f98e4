"""A sentence about roles as a row of tokens: people, verbs, roles, bodies and what joins them."""

from dataclasses import dataclass
from enum import Enum, auto

from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import VerbForm


class Kind(Enum):
    """What a token does in the sentence."""

    PERSON = auto()
    DO = auto()  # a body does something to somebody: appoints, elects, replaces
    LEAVE = auto()
    ENTER = auto()
    TAKE = auto()  # over
    HOLD = auto()
    BECOME = auto()
    REPRESENT = auto()
    PASS = auto()  # "formandsposten overgår til X"
    AUX = auto()  # belongs to a participle
    ROLE = auto()
    BODY = auto()
    OFFICE = auto()  # "som dirigent": something that is no role
    INSTEAD = auto()
    JOIN = auto()
    BREAK = auto()
    NOT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token at ``[start, end)`` of the clause's text."""

    kind: Kind
    start: int
    end: int
    verb: VerbForm | None = None
    noun: bool = False  # "udpegningen af"
    perfect: bool = False  # "har udpeget"
    role: Role | None = None
    body: str | None = None
    lead: str = ""  # "som", "til"; of a break or a join: the word itself
    new: bool = False  # "ny formand"
    former: bool = False  # "den hidtidige formand"
    principal: bool = False  # "suppleant for", and a person follows
    aside: bool = False  # "formanden for Y, X, indtræder i Z": who X is, and not what X gets
    title: bool = False  # "suppleanten, X": says who X is, and not what X becomes


VERBS = frozenset(
    {Kind.DO, Kind.LEAVE, Kind.ENTER, Kind.TAKE, Kind.HOLD, Kind.BECOME, Kind.REPRESENT, Kind.PASS}
)
