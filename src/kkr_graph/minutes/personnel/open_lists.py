"""What the entries of a list that has begun are placed in."""

from dataclasses import dataclass
from datetime import date

from kkr_graph.language.presented import Presented
from kkr_graph.minutes.personnel.acts import Personnel
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.names import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What the entries of an open list are placed in."""

    event: Event
    role: Role = Role.MEMBER
    body: str | None = None
    by: str | None = None
    period: tuple[date | None, date | None] = (None, None)  # from when until when
    columns: tuple[str, ...] = ()  # folded heads of a table
    turns: tuple[str, ...] = ()  # the same, where each cell has a line of its own
    certain: bool = True
    headed: bool = False  # by no more than the name of a body: an entry must show that it is one

    def enlisted(
        self, person: Presented, role: Role, principal: Presented | None, targets: TargetReader
    ) -> Personnel:
        """Somebody in the list, as the deputy of ``principal`` where the role is that."""
        is_deputy = principal is not None and role is Role.DEPUTY
        return Personnel(
            person=person,
            role=role,
            event=self.event,
            body=self.body or targets.unnamed(role) or targets.own_for(role),
            by=self.by,
            from_=self.period[0],
            to=self.period[1],
            certain=self.certain,
            deputy_for=clean(principal.name) if principal is not None and is_deputy else None,
        )


def list_beside(came: Personnel) -> Listing:
    """What goes on behind an act: "Havnerådet udpegede Bo Lund til bestyrelsen. Suppleant: Eva Skov"."""
    return Listing(
        event=came.event,
        body=came.body,
        by=came.by,
        period=(came.from_, came.to),
        certain=came.certain,
    )
