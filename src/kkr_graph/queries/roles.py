"""Who is named first in a forum."""

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
_RANKS = {role: rank for rank, roles in enumerate(_ORDER) for role in roles}


def is_role(iri: str) -> bool:
    """Whether it is one of the roles that have a rank."""
    return iri in _RANKS


def role_rank(role: str) -> int:
    """Where a role stands in a list of members; a role that is not known comes last."""
    return _RANKS.get(role, len(_ORDER))
