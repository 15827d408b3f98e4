"""Which bodies a text gives an abbreviation."""

import pytest

from kkr_graph.language.bodies import BodyReader
from tests.appointments.conftest import REGISTRY


@pytest.mark.parametrize("written", ["RAR Vestfyn", "RAR VESTFYN"])
def test_an_abbreviation_with_a_place_is_one_in_capitals_too(written):
    text = f"Det Regionale Arbejdsmarkedsråd Vestfyn ({written}) holder møde."
    bodies = BodyReader(REGISTRY, text)
    for each in ("RAR Vestfyn", "RAR VESTFYN"):
        assert bodies.canonical(each) == "Det Regionale Arbejdsmarkedsråd Vestfyn"
