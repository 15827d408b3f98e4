"""Reads ``data/curation/lookups/*.toml``: the words the reading of documents depends on."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from kkr_graph.errors import RegistryError, quoted
from kkr_graph.model.extract import AttendanceStatus, Outcome, Role
from kkr_graph.model.lexicon import (
    Doing,
    Lexicon,
    ListPart,
    ListPattern,
    ListWords,
    Phrase,
    SectionKind,
    VerbForm,
    Voice,
)
from kkr_graph.model.names import fold
from kkr_graph.model.registry import Registry

Kind = TypeVar("Kind", bound=StrEnum)
Group = TypeVar("Group")


def read_lexicon(folder: Path) -> Lexicon:
    """The lexicon in a folder of TOML files.

    Raises:
        RegistryError: A file is missing, is not TOML, names an unknown kind, or gives one word
            two meanings.
    """
    attendance = _read_toml(folder / "attendance.toml")
    roles = _read_toml(folder / "roles.toml")
    names = _read_toml(folder / "names.toml")
    personnel = _read_toml(folder / "personnel.toml")
    headings = dict(attendance["headings"])
    lists, groups = headings.pop("list", []), headings.pop("group", [])
    writers = headings.pop("writer", [])
    patterns = dict(attendance["patterns"])
    grouping = patterns.pop("group", [])
    sections = dict(_read_toml(folder / "sections.toml"))
    accounts = sections.pop("account", [])
    standing = sections.pop("standing", [])
    place_or_time = frozenset(map(fold, sections.pop("place-or-time", [])))
    particulars = frozenset(map(fold, sections.pop("particular", [])))
    sections["decision"] = [*sections["decision"], *accounts]
    return Lexicon(
        sections=_invert(folder / "sections.toml", sections, SectionKind),
        accounts=frozenset(map(fold, accounts)),
        standing_titles=tuple(_expressions(folder / "sections.toml", standing)),
        place_or_time_labels=place_or_time,
        particular_labels=place_or_time | particulars,
        people_headings=_invert(folder / "attendance.toml", headings, AttendanceStatus),
        list_headings=frozenset(map(fold, lists)),
        writer_headings=frozenset(map(fold, writers)),
        group_headings=frozenset(map(fold, groups)),
        status_words=_invert(folder / "attendance.toml", attendance["words"], AttendanceStatus),
        people_patterns=tuple(_patterns(folder / "attendance.toml", patterns, AttendanceStatus)),
        group_patterns=tuple(_expressions(folder / "attendance.toml", grouping)),
        outcomes=tuple(
            _patterns(folder / "outcomes.toml", _read_toml(folder / "outcomes.toml"), Outcome)
        ),
        roles=_invert(folder / "roles.toml", roles["roles"], Role),
        verbs=_verbs(folder / "personnel.toml", personnel["verbs"]),
        verb_nouns=_invert(
            folder / "personnel.toml",
            _group(folder / "personnel.toml", personnel, "nouns"),
            Doing,
        ),
        phrases=_phrases(folder / "personnel.toml", personnel["phrases"]),
        titles=frozenset(map(fold, roles["titles"]["words"])),
        title_endings=tuple(map(fold, roles["titles"]["endings"])),
        organization_words=frozenset(map(fold, roles["organizations"]["words"])),
        organization_endings=tuple(map(fold, roles["organizations"]["endings"])),
        given_names=frozenset(map(fold, names["given"].split())),
        no_names=frozenset(names["not_names"].split()),
        surnames=frozenset(map(fold, names.get("surnames", "").split())),
        lists=_read_lists(folder / "lists.toml"),
    )


def _read_lists(path: Path) -> ListWords:
    """The words of appointment lists."""
    table = _read_toml(path)
    words = {name: frozenset(map(fold, words)) for name, words in table["words"].items()}
    for pattern in ListPattern:
        _group(path, table["patterns"], pattern.value)
    return ListWords(
        parts=_invert(path, table["parts"], ListPart),
        roles=_invert(path, table["roles"], Role),
        vacant=words["vacant"],
        nothing=words["nothing"],
        unchanged=words["unchanged"],
        general=words["general"],
        patterns={
            _kind(path, name, ListPattern): _any_of(path, "{}", each)
            for name, each in table["patterns"].items()
        },
    )


def read_elected_words(folder: Path) -> frozenset[str]:
    """How words begin that make a seat one for elected politicians, folded.

    Raises:
        RegistryError: The file is missing or is not TOML.
    """
    return frozenset(map(fold, _read_toml(folder / "eligibility.toml")["elected"]["words"]))


def with_elected_seats(registry: Registry, words: Set[str]) -> Registry:
    """The registry in which the seats whose rule asks for an elected politician are known for it."""
    groups = (
        replace(group, requires_elected=_begins_any(words, group.eligibility or ""))
        for group in registry.seat_groups
    )
    return replace(registry, seat_groups=tuple(groups))


def _begins_any(words: Set[str], text: str) -> bool:
    folded = f" {fold(text)}"
    return any(f" {word}" in folded for word in words)


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise RegistryError(
            f"opslagsfilen {path} findes ikke", "Hent den fra programmets egen data-mappe."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RegistryError(f"opslagsfilen {path} kan ikke læses som TOML: {error}") from error


def _group(path: Path, table: Mapping[str, Group], name: str) -> Group:
    """A group of a file, which may be older than the program."""
    try:
        return table[name]
    except KeyError as error:
        raise RegistryError(
            f"opslagsfilen {path} mangler gruppen {quoted(name)}",
            "Filen er ældre end programmet: hent den fra programmets egen data-mappe.",
        ) from error


def _invert(path: Path, table: Mapping[str, Iterable[str]], kinds: type[Kind]) -> dict[str, Kind]:
    """From ``kind = [words]`` to ``folded word -> kind``."""
    meanings: dict[str, Kind] = {}
    for name, words in table.items():
        kind = _kind(path, name, kinds)
        for word in words:
            if meanings.setdefault(fold(word), kind) != kind:
                raise RegistryError(f"opslagsfilen {path} giver {quoted(word)} to betydninger")
    return meanings


def _kind(path: Path, name: str, kinds: type[Kind]) -> Kind:
    try:
        return kinds(name)
    except ValueError as error:
        known = ", ".join(kinds)
        raise RegistryError(
            f"opslagsfilen {path}: ukendt gruppe {quoted(name)} (kendte: {known})"
        ) from error


@cache  # a build reads the words twice, and most of that is making patterns of them
def _compiled(expression: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(expression, flags)


def _patterns(
    path: Path, table: Mapping[str, Iterable[str]], kinds: type[Kind]
) -> Iterable[tuple[Kind, re.Pattern[str]]]:
    """From ``kind = [expressions]`` to compiled pairs, in the order of the file."""
    for name, expressions in table.items():
        kind = _kind(path, name, kinds)
        yield from ((kind, expression) for expression in _expressions(path, expressions))


def _expressions(path: Path, expressions: Iterable[str]) -> Iterable[re.Pattern[str]]:
    for expression in expressions:
        try:
            yield _compiled(expression)
        except re.error as error:
            raise RegistryError(
                f"opslagsfilen {path}: {quoted(expression)} er ikke et mønster"
            ) from error


_FORMS = (
    Voice.ACTIVE,
    Voice.ACTIVE,
    Voice.INFINITIVE,
    Voice.PARTICIPLE,
    Voice.PASSIVE,
    Voice.PASSIVE,
)


def _verbs(path: Path, table: Mapping[str, Iterable[str]]) -> dict[str, VerbForm]:
    """From ``kind = ["udpeger udpegede ..."]`` to each form with its kind and voice."""
    forms: dict[str, VerbForm] = {}
    for name, verbs in table.items():
        for verb in verbs:
            words = verb.split()
            if len(words) != len(_FORMS):
                raise RegistryError(
                    f"opslagsfilen {path}: verbet {quoted(verb)} skal have {len(_FORMS)} former",
                    "Skriv nutid, datid, navnemåde, tillægsform og de to lideformer.",
                )
            for word, voice in zip(words, _FORMS, strict=True):
                forms[word] = VerbForm(_kind(path, name, Doing), voice)
    return forms


def _phrases(path: Path, table: Mapping[str, list[str]]) -> dict[Phrase, re.Pattern[str]]:
    """From ``kind = [expressions]`` to one pattern for each kind, on whole words."""
    for kind in Phrase:
        _group(path, table, kind.value)
    return {
        _kind(path, name, Phrase): _any_of(path, r"(?<![\w-])(?:{})(?![\w-])", words)
        for name, words in table.items()
    }


def _any_of(path: Path, around: str, expressions: Sequence[str]) -> re.Pattern[str]:
    """One pattern for all; each by itself is looked at only where that is none."""
    try:
        return _compiled(around.format("|".join(expressions)), re.IGNORECASE)
    except re.error as error:
        tuple(_expressions(path, expressions))  # which tells the one that is none
        raise RegistryError(
            f"opslagsfilen {path}: to mønstre kan ikke stå i samme gruppe ({error})"
        ) from error
