"""Writes the reference pages that are made from the program: ``python -m docs.generate``.

With ``--check`` nothing is written, and pages that are not current make it fail.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click

from docs.competency_page import PAGE as COMPETENCIES
from docs.competency_page import competency_page
from docs.ontology_page import PAGE as ONTOLOGY
from docs.ontology_page import ontology_page
from kkr_graph.cli import VERBS, LazyGroup, group
from kkr_graph.queries import NamedQuery, load_queries

REFERENCE = Path(__file__).parent / "reference"
_WIDTH = 96

_CLI = """\
# The command line

Written by `python -m docs.generate` from the commands' own help; do not edit.

Data goes to standard output, everything else to standard error. In a terminal answers are tables,
in a pipe they are JSON; `--format` forces a form. Exit codes: 0 fine, 1 the data failed a check,
2 wrong use or a missing file, 3 a defect in the program.
"""

_QUESTIONS = """\
# The named questions

Written by `python -m docs.generate` from the headers of `queries/*.rq`; do not edit. Ask them with
`kkr-graph ask NAME`; options in brackets may be left out.
"""


def cli_page() -> str:
    """The help of every command."""
    parts = [_CLI, _fenced(help_of(None))]
    for verb, summary in verbs().items():
        parts.append(f"## `kkr-graph {verb}`\n\n{summary}\n\n{_fenced(help_of(verb))}")
    return "\n".join(parts)


def verbs() -> Mapping[str, str]:
    """Every command with its one line, those of a group after it, as ``constitution board``."""
    found: dict[str, str] = {}
    for verb, summary in VERBS.items():
        found[verb] = summary
        command = _command(verb, _context(group, "kkr-graph", None))
        if isinstance(command, LazyGroup):
            found |= {f"{verb} {name}": line for name, line in command.verbs.items()}
    return found


def help_of(verb: str | None) -> str:
    """What ``kkr-graph VERB --help`` prints, or ``kkr-graph --help``, at a fixed width."""
    context = _context(group, "kkr-graph", None)
    for name in (verb or "").split():
        context = _context(_command(name, context), name, context)
    return context.command.get_help(context)


def _command(verb: str, context: click.Context) -> click.Command:
    assert isinstance(context.command, LazyGroup)
    command = context.command.get_command(context, verb)
    assert command is not None
    return command


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    return click.Context(
        command,
        parent=parent,
        info_name=name,
        terminal_width=_WIDTH,
        max_content_width=_WIDTH,
        help_option_names=group.context_settings["help_option_names"],
    )


def _fenced(text: str) -> str:
    return f"```text\n{text}\n```\n"


def questions_page() -> str:
    """The named questions, in the order of their names."""
    rows = "".join(_rows(load_queries()))
    return f"{_QUESTIONS}\n| navn | spørgsmål | svar | options |\n|---|---|---|---|\n{rows}"


def _rows(queries: Mapping[str, NamedQuery]) -> Iterator[str]:
    for query in queries.values():
        names = ((f"--{each.name.replace('_', '-')}", each.required) for each in query.parameters)
        options = " ".join(f"`{name}`" if required else f"[`{name}`]" for name, required in names)
        yield f"| `{query.name}` | {query.title} | {query.description} | {options} |\n"


PAGES: Mapping[Path, Callable[[], str]] = {
    REFERENCE / "cli.md": cli_page,
    REFERENCE / "question-list.md": questions_page,
    COMPETENCIES: competency_page,
    ONTOLOGY: ontology_page,
}


def stale_pages() -> list[str]:
    """The pages that are not what would be written now."""
    return [
        path.name
        for path, page in PAGES.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != page()
    ]


def _write_pages() -> None:
    for path, page in PAGES.items():
        path.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(", ".join(stale_pages()) or 0)
    _write_pages()
