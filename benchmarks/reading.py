"""Reading documents: all their facts, beside the plain text as a user would take it out."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pdfplumber

from benchmarks.data import Data
from benchmarks.documents import write_documents
from benchmarks.ratio import Ratio, measure
from benchmarks.runs import run
from kkr_graph.config import Config
from kkr_graph.lookups import read_lexicon
from kkr_graph.minutes import parse_minutes
from kkr_graph.registry import read_registry
from kkr_graph.sources import read_source
from kkr_graph.text import lay_out

DOCUMENTS = 6
_WORD = re.compile(r"\w+")


def rows(data: Data) -> Iterator[Ratio]:
    """The same documents in three formats, in one run; how many a second stands with each."""
    registry = read_registry(data.config.registry)
    with TemporaryDirectory() as folder:
        for form, name, text in (
            ("txt", "finding their words with a regular expression", _words_of),
            ("docx", "their plain text by python-docx", _text_of_docx),
            ("pdf", "their plain text by pdfplumber", _text_of_pdf),
        ):
            paths = write_documents(Path(folder) / form, registry, DOCUMENTS, (form,))
            if not all(text(path) for path in paths):
                sys.exit(f"no text in {form}")
            yield _measured(paths, form, name, text, data.config)


def _measured(
    paths: Sequence[Path], form: str, name: str, text: Callable[[Path], object], config: Config
) -> Ratio:
    return measure(
        f"all facts of {len(paths)} {form} documents",
        partial(read_all, paths, config),
        name,
        lambda: [text(path) for path in paths],
        rounds=3,
    )


def read_all(paths: Sequence[Path], config: Config) -> int:
    """All facts of documents, as the build reads them."""
    registry, lexicon = read_registry(config.registry), read_lexicon(config.lookups)
    layers = (lay_out(read_source(path, name=path.name)) for path in paths)
    return sum(len(parse_minutes(layer, registry, lexicon).items) for layer in layers)


def _words_of(path: Path) -> int:
    return len(_WORD.findall(path.read_text(encoding="utf-8")))


def _text_of_docx(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def _text_of_pdf(path: Path) -> str:
    with pdfplumber.open(path) as pages:
        return "\n".join(page.extract_text() or "" for page in pages.pages)


if __name__ == "__main__":
    run(rows)
