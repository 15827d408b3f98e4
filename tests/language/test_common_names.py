"""Which names many bodies have, and which are those of one."""

import pytest

from kkr_graph.language.common_names import in_definite, is_common


@pytest.mark.parametrize(
    "name",
    [
        "Handicaprådet",
        "HANDICAPRÅDET",
        "Børne- og Ungeudvalget",
        "Udvalget for Kultur, Fritid og Idræt",
        "Fluorudvalget",  # a word nobody has listed
        "bestyrelsen for Biblioteket",
        "Det Regionale Arbejdsmarkedsråd",
        "Beredskabskommissionen",
        "Hegnsyn",
        "Byrådet",
        "Regionsrådet",
        "Landsbyrådet",
        "Styregruppen for Fælles Digital Velfærd",
    ],
)
def test_a_name_of_common_nouns_alone_is_that_of_many(name):
    assert is_common(name)


@pytest.mark.parametrize(
    "name",
    [
        "Limfjordsrådet",
        "Limfjordsudvalget",
        "Femern-udvalget",
        "Erhvervshus Fyn",
        "Beredskabskommissionen for Djursland",
        "Bestyrelsen for Movia",
        "Styregruppen for 4K-samarbejdet",
        "Fonden Ungdomsbyen",
        "Den Nationale Iværksætterbestyrelse",
        "Sundhedsstyrelsen",
        "Beskæftigelsesministeriet",
        "KKR",
        "Ringsted Kommune",
    ],
)
def test_a_name_with_a_name_in_it_or_of_the_only_one_is_not(name):
    assert not is_common(name)


@pytest.mark.parametrize(
    ("name", "definite"),
    [
        ("Handicapråd", "Handicaprådet"),
        ("Handicaprådet", "Handicaprådet"),
        ("Hegnssyn", "Hegnssynet"),
    ],
)
def test_a_name_in_its_definite_form(name, definite):
    assert in_definite(name) == definite
