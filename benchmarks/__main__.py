"""Prints the measurements as a table: ``python -m benchmarks``, or ``make bench``."""

import re
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from shutil import copytree

import docx
import pyshacl
import rdflib
from rdflib.namespace import SH

from benchmarks.documents import write_documents
from benchmarks.ratio import Ratio, measure
from kkr_graph.config import Config, packaged
from kkr_graph.lookups import read_lexicon
from kkr_graph.minutes import parse_minutes
from kkr_graph.pipeline import build_graph
from kkr_graph.queries import load_queries
from kkr_graph.queries.binding import bind
from kkr_graph.registry import read_registry
from kkr_graph.shapes import SHAPE, check_shapes
from kkr_graph.sources import read_source
from kkr_graph.store import Graph
from kkr_graph.store.embedded import open_graph, swap_in
from kkr_graph.text import lay_out
from kkr_graph.vocab import PREFIXES

DOCUMENTS = 15  # `python -m benchmarks 50` for more
_WORD = re.compile(r"\w+")
_QUESTIONS = ("chairs", "attendance", "decisions-of-meeting")


def main(number: int = DOCUMENTS) -> None:
    """Build a graph of generated minutes, and measure on it."""
    with tempfile.TemporaryDirectory() as folder:
        config = _generated(Path(folder), number)
        report = build_graph(config)
        print(
            f"{len(report.documents)} generated minutes, {report.quads} quads; ratios of times:\n"
        )
        print("| what | against | median | spread | rounds |")
        print("|---|---|---|---|---|")
        for ratio in chain(
            _starting(),
            _reading(config, Path(folder)),
            _building(config),
            _again(config),
            _checking(config),
            _asking(config),
        ):
            print(ratio, flush=True)


def _generated(folder: Path, number: int) -> Config:
    config = Config(data=folder / "data", out=folder / "build")
    curation = Path(__file__).parents[1] / "data" / "curation"
    copytree(curation, config.data / "curation")
    header = config.ledger.read_text(encoding="utf-8").splitlines(keepends=True)[0]
    config.ledger.write_text(header, encoding="utf-8")
    write_documents(config.data / "minutes", read_registry(config.registry), number)
    return config


def _starting() -> Iterator[Ratio]:
    script = Path(sys.executable).with_name("kkr-graph")
    yield measure(
        "`kkr-graph --help`",
        partial(_run, str(script), "--help"),
        "`python -c pass`",
        partial(_run, sys.executable, "-c", "pass"),
        rounds=9,
    )


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _building(config: Config) -> Iterator[Ratio]:
    paths = sorted((config.data / "minutes").iterdir())
    read = partial(_read_all, paths, config)
    yield measure(
        "reading the documents",
        read,
        "finding their words with a regular expression",
        partial(_words_of_all, paths),
        rounds=3,
    )
    yield measure(
        "reading, describing, checking and storing",
        partial(build_graph, config, cached=False),
        "reading alone",
        read,
        rounds=2,
    )


def _read_all(paths: Sequence[Path], config: Config) -> int:
    registry, lexicon = read_registry(config.registry), read_lexicon(config.lookups)
    layers = (lay_out(read_source(path, name=path.name)) for path in paths)
    return sum(len(parse_minutes(layer, registry, lexicon).items) for layer in layers)


def _words_of_all(paths: Sequence[Path]) -> int:
    return sum(len(_WORD.findall(path.read_text(encoding="utf-8"))) for path in paths)


def _reading(config: Config, folder: Path) -> Iterator[Ratio]:
    """Whole extraction of facts against plain text as a user would take it out, same documents."""
    registry = read_registry(config.registry)
    for form, name, text in (
        ("docx", "python-docx", _text_of_docx),
        ("pdf", "pdfplumber", _text_of_pdf),
    ):
        paths = write_documents(folder / form, registry, 6, (form,))
        if name == "pdfplumber" and find_spec(name) is None:
            print(f"({name} is not installed: pip install {name} to compare PDF)", file=sys.stderr)
            continue
        if any(not text(path).strip() for path in paths):
            sys.exit(f"{name} finds no text")
        yield measure(
            f"facts of {len(paths)} {form} documents",
            partial(_read_all, paths, config),
            f"their plain text by {name}",
            partial(_all_texts, paths, text),
            rounds=3,
        )


def _all_texts(paths: Sequence[Path], text: Callable[[Path], str]) -> int:
    return sum(len(text(path)) for path in paths)


def _text_of_docx(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def _text_of_pdf(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as pages:
        return "\n".join(page.extract_text() or "" for page in pages.pages)


def _again(config: Config) -> Iterator[Ratio]:
    """A build that knows all documents, and one that is given one more, against one from nothing."""
    cold = partial(build_graph, config, cached=False, jobs=2)
    build_graph(config)
    yield measure("building again", partial(build_graph, config), "from nothing", cold, rounds=2)
    more = config.data / "minutes" / "en-mere.txt"
    first = min((config.data / "minutes").iterdir()).read_text(encoding="utf-8")
    given = iter(range(1, 100))

    def one_more() -> None:
        more.write_text(f"{first}\n{next(given)}\n", encoding="utf-8")  # new every time
        build_graph(config)

    yield measure("building with one more", one_more, "from nothing", cold, rounds=2)
    more.unlink()
    build_graph(config)


def _checking(config: Config) -> Iterator[Ratio]:
    """The structure of the graph, with the same findings."""
    content = config.quads.read_bytes()
    shapes = rdflib.Graph().parse(packaged("ontology", "ontology") / "shapes.ttl")
    for shape in set(shapes.subjects(SH.sparql)):
        shapes.remove((shape, None, None))
    data = rdflib.Graph()
    data += _in_rdflib(config.quads).triples((None, None, None))

    def by_pyshacl() -> set[str]:
        _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
        return {str(node) for node in report.objects(None, SH.focusNode)}

    rules = {str(shape) for shape in _rules()}
    ours = {found.focus for found in check_shapes(content) if f"{SHAPE}{found.code}" not in rules}
    if ours != by_pyshacl():
        sys.exit("the checks do not find the same")
    yield measure(
        "rules and structure from N-Quads", partial(check_shapes, content),
        "pySHACL, the structure alone, already in rdflib", by_pyshacl, rounds=2,
    )  # fmt: skip


def _rules() -> Iterator[rdflib.term.Node]:
    shapes = rdflib.Graph().parse(packaged("ontology", "ontology") / "shapes.ttl")
    yield from shapes.subjects(SH.sparql)


def _asking(config: Config) -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        yield measure(
            "N-Quads to a store on disk that can be asked",
            partial(swap_in, config.quads, Path(folder)),
            "rdflib in memory",
            partial(_in_rdflib, config.quads),
            rounds=2,
        )
    embedded, memory = open_graph(config.out), _in_rdflib(config.quads)
    for name in _QUESTIONS:
        sparql = bind(load_queries()[name].sparql, {})
        rows = _rows_of_ours(embedded, sparql)
        if not rows or rows != _rows_of_rdflib(memory, sparql):
            sys.exit(f"{name}: the engines do not give the same answer, or none")
        yield measure(
            f"`ask {name}`, embedded store",
            partial(embedded.select, sparql),
            "the same SPARQL in rdflib",
            partial(_rows_of_rdflib, memory, sparql),
            rounds=3,
        )


def _in_rdflib(quads: Path) -> rdflib.Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(quads, format="nquads")
    return dataset


def _rows_of_ours(graph: Graph, sparql: str) -> list[list[tuple[str, str]]]:
    rows = graph.select(sparql).rows
    return sorted(sorted((name, term.value) for name, term in row.items()) for row in rows)


def _rows_of_rdflib(graph: rdflib.Graph, sparql: str) -> list[list[tuple[str, str]]]:
    answer = graph.query(sparql, initNs=PREFIXES)
    return sorted(
        sorted((str(name), str(term)) for name, term in row.items()) for row in answer.bindings
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
