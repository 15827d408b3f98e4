"""The styles of a Word document, as far as they change what is read."""

from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from kkr_graph.sources.markup import attribute, child, children, is_on, number

_BODY_LEVEL = 9  # Word's outline level for text that is no heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style, and the styles that it is based on, say of a paragraph or of characters."""

    hidden: bool = False
    heading: bool = False
    list_id: str | None = None
    level: int | None = None
    space_before: int = 0  # twentieths of a point


_PLAIN = Style()


class Styles:
    """The styles by their identifiers, each with what it inherits."""

    def __init__(self, root: Element | None) -> None:
        self._written = {attribute(each, "styleId"): each for each in children(root, "style")}
        self._known: dict[str | None, Style] = {}
        self.default = next(
            (
                name
                for name, each in self._written.items()
                if attribute(each, "default") in ("1", "true")
                and attribute(each, "type") == "paragraph"
            ),
            None,
        )

    def __getitem__(self, name: str | None) -> Style:
        if name not in self._known:
            self._known[name] = _PLAIN  # a style based on itself ends here
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str | None) -> Style:
        element = self._written.get(name)
        if element is None:
            return _PLAIN
        base = self[attribute(child(element, "basedOn"))]
        return read_properties(child(element, "pPr"), child(element, "rPr"), base)


def read_properties(paragraph: Element | None, run: Element | None, base: Style) -> Style:
    """What direct properties change of a style."""
    changes: dict[str, object] = {}
    listed = child(paragraph, "numPr")
    list_id, level = attribute(child(listed, "numId")), number(child(listed, "ilvl"))
    outline = child(paragraph, "outlineLvl")
    before = number(child(paragraph, "spacing"), "before")
    if list_id is not None:
        changes["list_id"] = list_id
    if level is not None:
        changes["level"] = level
    if outline is not None:
        changes["heading"] = (number(outline) or 0) < _BODY_LEVEL
    if before is not None:
        changes["space_before"] = before
    hidden = child(run, "vanish")
    if hidden is not None:
        changes["hidden"] = is_on(hidden)
    return replace(base, **changes) if changes else base  # type: ignore[arg-type]
