"""``/forslag``: what may be meant by what somebody is typing, for a list that opens under the field."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kkr_graph.queries import Kind
from kkr_graph.queries.days import today
from kkr_graph.web.addresses import with_query
from kkr_graph.web.completing import completions
from kkr_graph.web.incoming import site_of
from kkr_graph.web.search import Entry, Hits
from kkr_graph.web.site import Site

LONGEST = 200  # characters that are looked for
MOST_SHOWN = 24
_OF_ONE_KIND = 6  # where several kinds are shown
_QUESTION = "question"
_QUESTIONS = 4  # among what is not a question
_WORDS_OF_A_QUESTION = 2
_KINDS = frozenset(Kind)

Json: TypeAlias = dict[str, object]


def suggestions(request: Request) -> Response:
    """Names that fit, by kind with counts; near spellings where none does.

    ``q`` is what was typed, ``slags`` the kinds of names that are wanted, or ``question``.
    """
    site = site_of(request)
    typed = request.query_params.get("q", "").strip()[:LONGEST]
    wanted = request.query_params.get("slags", "").split()
    if wanted == [_QUESTION]:
        return JSONResponse(_questions(site, typed))
    kinds = [Kind(each) for each in wanted if each in _KINDS]
    if wanted and not kinds:
        return JSONResponse(_told(site, Hits()))
    if not typed:
        return JSONResponse(_told(site, site.index.all_of(kinds)))
    hits = site.index.search(typed, now=today(), kinds=kinds)
    asked = () if wanted else _whole_questions(site, typed)
    return JSONResponse(_told(site, hits, asked))


def _told(site: Site, hits: Hits, asked: Sequence[Json] = ()) -> Json:
    most = _OF_ONE_KIND if len(hits.groups) > 1 else MOST_SHOWN
    groups = [_group(site, each.kind, each.hits[:most], each.total) for each in hits.groups]
    if asked:
        groups.append({"heading": "Spørgsmål", "total": len(asked), "hits": asked})
    is_near = bool(hits.near) and not asked
    if is_near:
        groups = [_group(site, "Mente du", hits.near, len(hits.near))]
    return {"total": hits.total + len(asked), "near": is_near, "groups": groups}


def _whole_questions(site: Site, typed: str) -> list[Json]:
    """Questions that begin like this and can be asked as they are, for the box that finds all."""
    if len(typed.split()) < _WORDS_OF_A_QUESTION:
        return []
    whole = [each for each in completions(site, typed) if each.shown == each.written]
    return [
        {
            "label": each.shown,
            "note": "",
            "written": each.written,
            "href": with_query("/spoerg", q=each.written),
        }
        for each in whole[:_QUESTIONS]
    ]


def _group(site: Site, heading: str, entries: Iterable[Entry], total: int) -> Json:
    return {
        "heading": heading,
        "total": total,
        "hits": [
            {
                "label": entry.label,
                "note": entry.note,
                "written": site.index.written(entry),
                "iri": entry.iri,
                "href": site.addresses.path(entry.iri),
            }
            for entry in entries
        ],
    }


def _questions(site: Site, typed: str) -> Json:
    found = completions(site, typed) if typed else ()
    hits = [{"label": each.shown, "note": "", "written": each.written} for each in found]
    groups = [{"heading": "Spørgsmål", "total": len(hits), "hits": hits}] if hits else []
    return {"total": len(hits), "near": False, "groups": groups}


SUGGESTION_ROUTES = (Route("/forslag", suggestions),)
