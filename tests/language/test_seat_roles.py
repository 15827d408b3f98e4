"""The role that a rule about seats begins with."""

import pytest

from kkr_graph.language.seat_roles import seat_role_in
from kkr_graph.model.extract import Role


@pytest.mark.parametrize(
    ("rule", "role"),
    [
        ("3 medlemmer, der udpeges af KKR", Role.MEMBER),
        ("Formanden udpeges af KKR blandt medlemmerne", Role.CHAIR),
        ("1 næstformand, der vælges af rådet", Role.VICE_CHAIR),
        ("KKR udpeger fire bestyrelsesmedlemmer og suppleanter", Role.MEMBER),
        ("1 observatør udpeges af regionsrådet", Role.OBSERVER),
        ("to stedfortrædere, som udpeges af KKR", Role.DEPUTY),
        ("KKR har to pladser i rådet", Role.MEMBER),
        ("tre udpeges af KKR", None),
    ],
)
def test_the_first_noun_says_it(rule, role):
    assert seat_role_in(rule) == role
