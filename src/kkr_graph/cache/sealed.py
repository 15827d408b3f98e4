"""Files below the checksum of their content: what is damaged is as good as not there."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path


def seal(path: Path, body: bytes) -> None:
    """Keep a body; where it cannot be kept, it is made again next time."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        beside.replace(path)


def unseal(path: Path) -> bytes | None:
    """The body that was kept, if a whole one is there."""
    try:
        checksum, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return body if hashlib.sha256(body).hexdigest().encode() == checksum else None
