"""Word documents written as markup, for what no library writes."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

TRANSITIONAL = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
)
STRICT = (
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def archive(members: Mapping[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return buffer.getvalue()


def word(
    body: str, *, names: tuple[str, str] = TRANSITIONAL, without: str = "", **parts: str
) -> bytes:
    """A document with this body; parts are given by their kind, such as ``numbering``."""
    return archive({k: v for k, v in members(body, names, **parts).items() if k != without})


def members(
    body: str, names: tuple[str, str] = TRANSITIONAL, **parts: str
) -> dict[str, str | bytes]:
    """The files in a Word document."""
    main, relations = names
    spaces = (
        f'xmlns:w="{main}" xmlns:r="{relations}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )

    def related(*targets: tuple[str, str, str]) -> str:
        inner = "".join(
            f'<Relationship Id="{name}" Type="{relations}/{kind}" Target="{target}"/>'
            for name, kind, target in targets
        )
        return f'<Relationships xmlns="{_PACKAGE}">{inner}</Relationships>'

    return {
        "_rels/.rels": related(("main", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": related(
            *((kind, kind.rstrip("0123456789"), f"{kind}.xml") for kind in parts)
        ),
        **{
            f"word/{kind}.xml": f"<w:root {spaces}>{content}</w:root>"
            for kind, content in parts.items()
        },
    }


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; a run that is no markup is text."""
    content = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell that is no markup is a paragraph."""
    cells = (
        "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row)
        for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
