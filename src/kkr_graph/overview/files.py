"""The overview in the formats that it can be sent out in."""

from enum import StrEnum

from kkr_graph.overview.content import Coming, Overview


class FileFormat(StrEnum):
    """A format, by the ending of its files."""

    XLSX = "xlsx"
    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    CSV = "csv"
    JSON = "json"


def to_file(form: FileFormat, overview: Overview, coming: Coming | None) -> bytes:
    """The bytes of a file. Each format's library is loaded when it is asked for.

    Raises:
        QueryError: there are more rows than the format can hold.
    """
    match form:
        case FileFormat.XLSX:
            from kkr_graph.overview.sheet import to_xlsx

            return to_xlsx(overview, coming)
        case FileFormat.CSV:
            from kkr_graph.overview.tables import appointments
            from kkr_graph.overview.text import to_csv

            return to_csv(appointments(overview))
        case FileFormat.JSON:
            from kkr_graph.overview.text import to_json

            return to_json(overview.rows)
        case _:
            return _paper(form, overview, coming)


def _paper(form: FileFormat, overview: Overview, coming: Coming | None) -> bytes:
    from kkr_graph.overview.chapters import to_paper

    paper = to_paper(overview, coming)
    match form:
        case FileFormat.DOCX:
            from kkr_graph.overview.word import to_docx

            return to_docx(paper)
        case FileFormat.PDF:
            from kkr_graph.overview.pdf import to_pdf

            return to_pdf(paper)
        case _:
            from kkr_graph.overview.html import to_html

            return to_html(paper)
