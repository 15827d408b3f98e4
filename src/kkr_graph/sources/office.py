"""Office documents: archives, of which the table of contents tells what they are."""

from collections.abc import Mapping

from kkr_graph.errors import SourceError
from kkr_graph.sources.archive import find_main_part, open_archive
from kkr_graph.sources.transcript import Transcript


def read_office(content: bytes, name: str) -> Transcript:
    """The text of a Word document or a workbook, whichever the archive holds.

    Raises:
        SourceError: It is damaged, protected, harmful, or something else.
    """
    parts = open_archive(content, name)
    main = find_main_part(parts, name)
    match (main or "").split("/")[0]:
        case "word" if main is not None:
            from kkr_graph.sources.docx import read_docx

            return read_docx(parts, main, name)
        case "xl" if main is not None and main.endswith(".xml"):
            from kkr_graph.sources.xlsx import read_xlsx

            return read_xlsx(content, parts, name)
        case _:
            raise SourceError(*_refusal(parts, main, name))


def _refusal(parts: Mapping[str, bytes], main: str | None, name: str) -> tuple[str, str]:
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument"):
        return (
            f"filen {name} er et LibreOffice-dokument (.odt/.ods), som ikke læses",
            "Gem som .docx eller .xlsx.",
        )
    if (main or "").endswith(".bin"):
        return f"filen {name} er et binært regneark (.xlsb), som ikke læses", "Gem som .xlsx."
    if (main or "").startswith("ppt/"):
        return f"filen {name} er en præsentation, som ikke læses", "Gem teksten som .docx."
    return (
        f"filen {name} er et arkiv (.zip) og intet dokument",
        "Pak arkivet ud, og læg dokumenterne i mappen.",
    )
