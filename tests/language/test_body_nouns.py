"""What bodies are called has both forms in one place."""

import re

import pytest

from kkr_graph.language.body_nouns import COMMON, COUNCILS, MANY, WORKING_GROUPS, definite, either


@pytest.mark.parametrize(
    ("noun", "form"),
    [
        ("udvalg", "udvalget"),
        ("handicapråd", "handicaprådet"),
        ("forum", "forummet"),
        ("styregruppe", "styregruppen"),
        ("kommunalbestyrelse", "kommunalbestyrelsen"),
        ("repræsentantskab", "repræsentantskabet"),
    ],
)
def test_a_noun_and_its_definite_form(noun, form):
    assert definite(noun) == form
    for each in (noun, form):
        assert re.fullmatch(either(noun), each)


def test_every_noun_of_a_group_has_a_definite_form():
    nouns = (*COMMON, *COUNCILS, *MANY, *WORKING_GROUPS)
    assert all(
        len(form) > len(noun) for noun, form in zip(nouns, definite(*nouns).split("|"), strict=True)
    )
