"""What a list itself says that its letters mean: "F = formand, NF = næstformand"."""

import re
from collections.abc import Iterable, Mapping

from kkr_graph.model.extract import Role
from kkr_graph.model.names import fold

_MEANS = re.compile(r"(?<!\w)(?P<short>[A-ZÆØÅa-zæøå]{1,5}\.?) ?= ?(?P<role>[A-ZÆØÅa-zæøå]+)")


def find_legend(texts: Iterable[str], roles: Mapping[str, Role]) -> Mapping[str, Role]:
    """The roles that letters stand for, by those letters in small."""
    return {
        fold(match["short"]): roles[fold(match["role"])]
        for text in texts
        for match in _MEANS.finditer(text)
        if fold(match["role"]) in roles
    }


def with_legend(roles: Mapping[str, Role], texts: Iterable[str]) -> Mapping[str, Role]:
    """The roles that words stand for, and those that letters do in these texts."""
    return {**roles, **find_legend(texts, roles)}
