"""Memory that is not needed any more, given back to the system at once."""

from contextlib import suppress


def give_back() -> None:
    """Let the system have what was needed: the GNU allocator would keep it for itself."""
    import ctypes  # which is needed for nothing else

    with suppress(OSError, AttributeError, TypeError):  # other systems have no such function
        ctypes.CDLL(None).malloc_trim(0)
