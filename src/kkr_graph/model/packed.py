"""Frozen values as plain JSON values and back, for files that only this version of the program reads.

A record is the list of its fields' values, in order. Reading back trusts nothing: whatever is not
exactly what the type says is a ``ValueError``.
"""

from array import array
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

_Value = TypeVar("_Value")
_Unpack: TypeAlias = Callable[[Any], Any]


def pack(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """The JSON form of a record, or of what stands in one."""
    match value:
        case StrEnum():
            return value.value
        case None | bool() | int() | str():
            return value
        case date():
            return value.isoformat()
        case tuple() | array():
            return [pack(part) for part in value]
        case dict():
            return {str(name): pack(part) for name, part in value.items()}
        case _ if is_dataclass(value):
            return [pack(getattr(value, part)) for part in _names(value.__class__)]
        case _:
            raise TypeError(f"no packed form for {type(value).__name__}")


def unpack(kind: type[_Value], packed: object) -> _Value:
    """The record that was packed.

    Raises:
        ValueError: It is no packed ``kind``.
    """
    try:
        value: _Value = _unpacker(cast("Any", kind))(packed)
    except (TypeError, OverflowError) as error:
        raise ValueError(f"no packed {kind.__name__}") from error
    return value


class _Numbers:
    """What ``array[int]`` means in an annotation; the array itself takes no brackets in Python 3.11."""

    def __class_getitem__(cls, kind: type) -> type["_Numbers"]:
        """The only kind of array there is here."""
        assert kind is int
        return cls


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a dataclass or a named tuple
    return tuple(part.name for part in fields(kind)) if is_dataclass(kind) else kind._fields


@cache
def _unpacker(kind: Any) -> _Unpack:  # noqa: ANN401 - a type as annotations write it
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _optional(*(_unpacker(one) for one in arguments if one is not NoneType))
    if origin is tuple:
        return _many(_as_they_are(arguments[0]), _unpacker(arguments[0]), tuple)
    if origin is Mapping:
        return _named(_unpacker(arguments[1]))
    if kind is _Numbers:
        return _many(_as_they_are(int), _unpacker(int), lambda parts: array("L", parts))
    if is_dataclass(kind) or issubclass(kind, tuple):
        return _record(kind)
    if issubclass(kind, StrEnum):
        return lambda value: kind(value)
    if kind is date:
        return _day
    return _plain(kind)


def _day(value: str) -> date:
    day = date.fromisoformat(value)
    if day.isoformat() != value:
        raise ValueError(f"{value!r} is written strangely")
    return day


def _plain(kind: type) -> _Unpack:
    assert kind in (str, int, bool)

    def plain(value: object) -> object:
        if type(value) is not kind:
            raise ValueError(f"{value!r} is no {kind.__name__}")
        return value

    return plain


def _as_they_are(kind: Any) -> frozenset[type]:  # noqa: ANN401 - a type as annotations write it
    """The types of values that are packed as themselves: most are, and need no call each."""
    options = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    return frozenset(one for one in options if one in (str, int, bool, NoneType))


def _optional(unpacked: _Unpack) -> _Unpack:
    return lambda value: None if value is None else unpacked(value)


def _many(
    plain: frozenset[type], unpacked: _Unpack, collect: Callable[[list[Any]], Any]
) -> _Unpack:
    def many(value: object) -> object:
        if type(value) is not list:
            raise ValueError(f"{value!r} is no list")
        if plain.issuperset(map(type, value)):
            return collect(value)
        return collect([unpacked(part) for part in value])

    return many


def _named(unpacked: _Unpack) -> _Unpack:
    def named(value: object) -> object:
        if type(value) is not dict:
            raise ValueError(f"{value!r} has no names")
        return {str(name): unpacked(part) for name, part in value.items()}

    return named


def _record(kind: Any) -> _Unpack:  # noqa: ANN401 - a dataclass or a named tuple
    names, hints = _names(kind), get_type_hints(kind, localns={"array": _Numbers})
    parts = [(_as_they_are(hints[name]), _unpacker(hints[name])) for name in names]

    def record(value: object) -> object:
        if type(value) is not list or len(value) != len(parts):
            raise ValueError(f"{value!r} is no {kind.__name__}")
        made = [
            part if type(part) in plain else unpacked(part)
            for (plain, unpacked), part in zip(parts, value, strict=True)
        ]
        return kind(**dict(zip(names, made, strict=True)))

    return record
