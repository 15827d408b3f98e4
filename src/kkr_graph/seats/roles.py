"""How roles relate: who is named first in a forum, and whose seats a role holds."""

from kkr_graph.vocab import KKRC

# As lists of members are written. Those in one line are mixed by name.
_ORDER = (
    (KKRC.chair, KKRC.mayor),
    (KKRC.vice_chair, KKRC.deputy_mayor),
    (KKRC.ex_officio_member, KKRC.supplementary_member),
    (KKRC.member, KKRC.representative),
    (KKRC.observer,),
    (KKRC.deputy,),
)
# Documents that name a member rarely say which kind of member.
_MEMBERS = (
    KKRC.member,
    KKRC.representative,
    KKRC.ex_officio_member,
    KKRC.supplementary_member,
)


def role_rank(role: str) -> int:
    """Where a role stands in a list of members; a role that is not known comes last."""
    for rank, roles in enumerate(_ORDER):
        if role in roles:
            return rank
    return len(_ORDER)


def seat_role(role: str) -> str:
    """The role whose seats somebody in a role holds."""
    return KKRC.member if role in _MEMBERS else role
