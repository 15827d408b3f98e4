"""What has the form of a person's name."""

import pytest

from kkr_graph.language.names import is_name


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holm",
        "Mai-Britt Lind",
        "Lars E. Dam",
        "H. C. Dam",
        "H.C. Dam",
        "Ida von Bülow",
        "Kirsten de la Cour",
        "Per Bach-Lund",
        "Lars O'Connor",
        "Lars O\u2019Connor",
        "Åse Ærø Østerby",
        "Ena McDonald",
        "Jørn Erik Skov Dam",
        "Ó Dam",
        "Mogens Chr. Dam",
    ],
)
def test_names(text):
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Anna",
        "anna holm",
        "Anna holm",
        "Anna  Holm",
        "Anna Holm,",
        "Anna H.",
        "Anna 3",
        "A B",
        "(Anna Holm)",
    ],
)
def test_what_is_no_name(text):
    assert not is_name(text)
