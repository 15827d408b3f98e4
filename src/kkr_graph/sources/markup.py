"""WordprocessingML as ElementTree gives it: names without the namespace, and switches."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

_OFF = frozenset({"0", "false", "off", "none"})


def local(element: Element) -> str:
    """An element's name without its namespace, of which there are two for the same words."""
    return element.tag.rpartition("}")[2]


def children(element: Element | None, *path: str) -> Iterator[Element]:
    """The elements at the end of a path of names."""
    if element is None:
        return
    for child in element:
        if local(child) == path[0]:
            if len(path) == 1:
                yield child
            else:
                yield from children(child, *path[1:])


def child(element: Element | None, *path: str) -> Element | None:
    """The first element at the end of a path of names."""
    return next(children(element, *path), None)


def attribute(element: Element | None, name: str = "val") -> str | None:
    """An attribute by its name without the namespace."""
    if element is None:
        return None
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), None)


def number(element: Element | None, name: str = "val") -> int | None:
    """An attribute as a whole number; None where it is missing or none."""
    value = attribute(element, name)
    return int(value) if value is not None and value.lstrip("-").isdecimal() else None


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and (attribute(element) or "").casefold() not in _OFF
