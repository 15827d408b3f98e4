"""What click says by itself, in Danish: it asks for its sentences under one name in each of its modules."""

from collections.abc import Mapping
from typing import Any

import click
from click import core, decorators, exceptions, formatting, parser, types

_SENTENCES: Mapping[str, str] = {
    "Usage:": "Brug:",
    "Options": "Tilvalg",
    "Commands": "Kommandoer",
    "Positional arguments": "Argumenter",
    "Show this message and exit.": "Vis denne hjælp.",
    "Show the version and exit.": "Vis programmets version.",
    "%(prog)s, version %(version)s": "%(prog)s, version %(version)s",
    "default: {default}": "ellers: {default}",
    "required": "skal angives",
    "Aborted!": "Afbrudt.",
    "Error: {message}": "Fejl: {message}",
    "Try '{command} {option}' for help.": "Se, hvordan det bruges, med: {command} {option}",
    "Invalid value: {message}": "Værdien kan ikke bruges: {message}",
    "Invalid value for {param_hint}: {message}": "Værdien til {param_hint} kan ikke bruges: {message}",
    "Missing command.": "Der mangler en kommando.",
    "Missing argument": "Der mangler",
    "Missing option": "Der mangler",
    "Missing parameter": "Der mangler",
    "Missing {param_type}": "Der mangler {param_type}",
    "Missing parameter: {param_name}": "Der mangler {param_name}",
    "Choose from:\n\t{choices}": "Vælg mellem:\n\t{choices}",
    "No such option {name!r}.": "Der er ikke noget tilvalg, der hedder {name}.",
    "No such command {name!r}.": "Der er ikke nogen kommando, der hedder {name}.",
    "Could not open file {filename!r}: {message}": "Filen {filename} kan ikke åbnes: {message}",
    "unknown error": "ukendt fejl",
    "Option {name!r} does not take a value.": "{name} skal stå uden værdi.",
    "{value!r} is not a valid {number_type}.": "»{value}« er ikke et {number_type}.",
    "{value} is not in the range {range}.": "{value} ligger uden for {range}.",
    "{name} {filename!r} does not exist.": "{name} »{filename}« findes ikke.",
    "{name} {filename!r} is a file.": "»{filename}« er en fil.",
    "{name} {filename!r} is a directory.": "»{filename}« er en mappe.",
    "{name} {filename!r} is not readable.": "{name} »{filename}« kan ikke læses.",
    "{name} {filename!r} is not writable.": "{name} »{filename}« kan ikke skrives.",
    "file": "fil",
    "directory": "mappe",
    "path": "sti",
}
_NUMBERED: Mapping[str, tuple[str, str]] = {
    "Got unexpected extra argument ({args})": (
        "{args} er der ikke brug for.",
        "Der er ikke brug for: {args}",
    ),
    "Did you mean {possibility}?": (
        "Mente du {possibility}?",
        "(Mente du en af disse: {possibilities}?)",
    ),
    "Option {name!r} requires an argument.": (
        "{name} skal have en værdi.",
        "{name} skal have {nargs} værdier.",
    ),
    "{value!r} is not {choice}.": (
        "»{value}« er ikke {choice}.",
        "»{value}« er ikke en af {choices}.",
    ),
}
_KINDS: Mapping[type[click.ParamType[Any]], str] = {
    types.StringParamType: "tekst",
    types.IntParamType: "heltal",
    types.IntRange: "heltal",
    types.FloatRange: "tal",
}
OPTIONS, COMMAND = "[TILVALG]", "KOMMANDO [TILVALG]..."


def _sentence(english: str) -> str:
    return _SENTENCES.get(english, english)


def _numbered(one: str, several: str, number: int) -> str:
    return _NUMBERED.get(one, (one, several))[number != 1]


def speak_danish() -> None:
    """From now on help and mistakes are told in Danish; a sentence that is not known stays English."""
    for module in (core, decorators, exceptions, formatting, parser, types):
        for name, told in (("_", _sentence), ("ngettext", _numbered)):
            if hasattr(module, name):
                setattr(module, name, told)
    for kind, name in _KINDS.items():
        kind.name = name
