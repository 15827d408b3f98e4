"""Who may change something through the pages: one process, over one data folder, or nobody."""

import secrets
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Leave to write, of one process: where to, and the secret that its pages carry."""

    data: Path
    out: Path
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
