"""Seats as one line each, so that a test can say what a list should give."""


def seats(extract) -> list[str]:
    """``Anna Holm, chair: Havnerådet`` for everybody, with what is not usual behind it."""
    return [_seat(one) for one in extract.appointments]


def _seat(one) -> str:
    told = [one.person, one.role.value]
    told += [] if one.event == "holds" else [one.event.value]
    told += [f"for {one.deputy_for}"] if one.deputy_for else []
    told += [f"after {one.replaces}"] if one.replaces else []
    told += [f"by {one.by}"] if one.by else []
    told += [f"{one.from_ or ''}/{one.to or ''}"] if one.from_ or one.to else []
    told += [] if one.certain else ["uncertain"]
    return f"{', '.join(told)}: {one.body}"
