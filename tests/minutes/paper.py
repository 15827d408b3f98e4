"""Minutes as text: a head, lists of people, and items. The people in them are made up."""

HEAD = "Referat af møde i KKR Nordjylland den 24. oktober 2025"
AGENDA = "1. Godkendelse af dagsorden\n\nBeslutning\nGodkendt.\n"


def paper(*items: str, front: str = "", head: str = HEAD) -> str:
    """A document with these items below a front."""
    return "\n\n".join(filter(None, (head, front, *(items or (AGENDA,))))) + "\n"


def item(
    number: str, title: str, decision: str | None = None, /, presentation: str | None = None
) -> str:
    """An item with the sections given."""
    sections = (("Sagsfremstilling", presentation), ("Beslutning", decision))
    shown = (f"{heading}\n{text}" for heading, text in sections if text is not None)
    return "\n\n".join((f"{number} {title}", *shown))
