"""The files that the graph was built from, to save: never shown, so that none can act as a page of ours."""

import re
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kkr_graph.vocab import DCTERMS, KKR
from kkr_graph.web.incoming import site_of
from kkr_graph.web.rendering import render_error
from kkr_graph.web.texts import FileState

_POLICY = "default-src 'none'; sandbox"
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9._-]")


def original_file(request: Request) -> Response:
    """The file of a document, byte for byte; one that is not here, or not the same, is not given."""
    site = site_of(request)
    document = site.nodes.one(site.addresses.thing("document", request.path_params["document"]))
    if not document.is_a(KKR.SourceDocument):
        raise HTTPException(404)
    name = document.first(DCTERMS.title)
    original = site.texts.original(name, document.first(KKR.sha256))
    if original.state is not FileState.HERE:
        return render_error(
            404,
            f"{name} kan ikke hentes: {original.state}.",
            "Læg filen tilbage i datamappen, som den var, eller byg grafen igen.",
        )
    headers = {
        "content-disposition": _attachment(name),
        "content-security-policy": _POLICY,
        "content-length": str(len(original.content)),
    }
    return Response(original.content, media_type="application/octet-stream", headers=headers)


def _attachment(name: str) -> str:
    """To be saved under its own name, whatever is in it."""
    plain = _NOT_PLAIN.sub("_", name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
