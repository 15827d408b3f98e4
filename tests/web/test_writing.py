"""What may change something: a page of ours, with its token, on a server that may write."""

import asyncio
import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from kkr_graph.web.app import create_app
from kkr_graph.web.rendering import render_error
from kkr_graph.web.security import Guard
from kkr_graph.web.writer import Writer
from kkr_graph.web.writing import TOKEN_FIELD, TOKEN_HEADER, Limits, writing_route
from tests.web.conftest import HOST

OURS = {"origin": HOST, "sec-fetch-site": "same-origin"}
SMALL = Limits(whole=4000, part=1000, files=2, fields=3)


class Notebook:
    """A page that notes what is sent to it, so that a refusal shows by what is not noted."""

    def __init__(self, folder, *, writes=True):
        self.noted = []
        self.writer = Writer(data=folder, out=folder) if writes else None
        routes = [
            writing_route("/noter/{side}", self._note),
            writing_route("/filer", self._note, limits=SMALL),
        ]
        app = Starlette(
            routes=routes, middleware=[Middleware(Guard, refuse=render_error, routes=routes)]
        )
        app.state.writer, app.state.sites = self.writer, None
        self.client = TestClient(app, base_url=HOST)

    def _note(self, request, form, writer):
        assert writer is self.writer
        self.noted.append(
            {
                name: value if isinstance(value, str) else (value.filename, value.file.read())
                for name, value in form.multi_items()
                if name != TOKEN_FIELD
            }
        )
        return PlainTextResponse("noteret")

    def post(self, path="/noter/1", *, headers=OURS, token=None, **form):
        own = self.writer.token if self.writer else ""
        fields = {TOKEN_FIELD: own if token is None else token, **form}
        return self.client.post(path, data=fields, headers=headers)


@pytest.fixture
def notebook(tmp_path):
    return Notebook(tmp_path)


def test_a_page_of_ours_may_write(notebook):
    response = notebook.post(navn="Åse Ærø")
    assert response.text == "noteret"
    assert notebook.noted == [{"navn": "Åse Ærø"}]


def test_a_script_of_ours_may_send_the_token_beside_the_form(notebook):
    headers = OURS | {TOKEN_HEADER: notebook.writer.token}
    assert notebook.post(headers=headers, token="", navn="x").status_code == 200


def test_an_older_browser_that_does_not_say_from_which_site_may_write(notebook):
    assert notebook.post(headers={"origin": HOST}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "same-origin"},
        {"origin": "null"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:8001"},
        {"origin": "http://localhost:8000"},  # the same machine by another name is another site
        {"origin": "https://127.0.0.1:8000"},
        {"origin": HOST, "sec-fetch-site": "cross-site"},
        {"origin": HOST, "sec-fetch-site": "same-site"},
        [("origin", HOST), ("origin", "http://evil.example")],
    ],
)
def test_a_page_of_somebody_else_may_not_even_with_the_token(notebook, headers):
    response = notebook.post(headers=headers)
    assert response.status_code == 403
    assert "Ændringen kom ikke fra en af siderne her." in response.text
    assert notebook.noted == []


@pytest.mark.parametrize("token", ["", "x", "æ", "a" * 43, "\ud800".encode("utf-8", "replace")])
def test_without_the_token_nothing_is_changed(notebook, token):
    response = notebook.post(token=token)
    assert response.status_code == 403
    assert "Siden er for gammel til at ændre noget." in response.text
    assert notebook.noted == []


def test_a_token_of_another_start_is_no_good(notebook, tmp_path):
    assert notebook.post(token=Writer(data=tmp_path, out=tmp_path).token).status_code == 403


def test_the_token_does_not_stand_in_what_is_printed(notebook):
    assert notebook.writer.token not in repr(notebook.writer)
    assert len(notebook.writer.token) >= 40


def test_a_server_that_only_reads_changes_nothing(tmp_path):
    notebook = Notebook(tmp_path, writes=False)
    response = notebook.post(token="x")
    assert response.status_code == 403
    assert "Her kan der kun læses." in response.text
    assert notebook.noted == []


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
def test_only_by_post(notebook, method):
    response = notebook.client.request(method, "/noter/1", headers=OURS)
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD, POST"


def test_looking_at_the_address_changes_nothing(notebook):
    query = {TOKEN_FIELD: notebook.writer.token}
    assert notebook.client.get("/noter/1", params=query, headers=OURS).status_code == 405
    assert notebook.noted == []


def test_a_name_of_another_machine_is_refused_before_the_form_is_read(notebook):
    assert notebook.post(headers=OURS | {"host": "evil.example:8000"}).status_code == 400
    assert notebook.noted == []


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"{}", "application/json"),
        (b"token=x", "text/plain"),  # what a form elsewhere can send without asking
        (b"", ""),
        (b"--x\r\nnonsense", "multipart/form-data; boundary=y"),
        (b"--x", "multipart/form-data"),
    ],
)
def test_what_is_no_form_is_refused(notebook, content, kind):
    headers = OURS | {"content-type": kind}
    response = notebook.client.post("/noter/1", content=content, headers=headers)
    assert response.status_code == 400
    assert "Formularen kan ikke læses." in response.text


def upload(notebook, *files):
    fields = {TOKEN_FIELD: notebook.writer.token}
    parts = [("fil", (name, content)) for name, content in files]
    return notebook.client.post("/filer", data=fields, files=parts, headers=OURS)


def test_files_come_with_their_names_as_they_were_sent(notebook):
    assert upload(notebook, ("../Åben.txt", b"abc")).text == "noteret"
    assert notebook.noted == [{"fil": ("../Åben.txt", b"abc")}]


def test_a_file_that_is_too_large_is_not_read_to_its_end(notebook):
    """Nor is it believed how large it says that it is."""
    head = b'--x\r\nContent-Disposition: form-data; name="fil"; filename="a"\r\n\r\n'
    chunks = [head, *([b"a" * 100] * 1000)]
    left, sent = iter(chunks), []

    async def receive():
        return {"type": "http.request", "body": next(left), "more_body": True}

    async def send(message):
        sent.append(message)

    headers = OURS | {"host": "127.0.0.1:8000", "content-type": "multipart/form-data; boundary=x"}
    scope = {
        "type": "http", "method": "POST", "path": "/filer", "root_path": "", "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "server": ("127.0.0.1", 8000),
    }  # fmt: skip
    asyncio.run(notebook.client.app(scope, receive, send))
    assert sent[0]["status"] == 413
    assert len(list(left)) > 980
    assert notebook.noted == []


def test_what_is_announced_as_too_large_is_refused_at_once(notebook):
    response = upload(notebook, ("a.txt", b"a" * 5000))
    assert response.status_code == 413


def test_each_file_has_its_limit(notebook):
    assert upload(notebook, ("a.txt", b"a" * 1100)).status_code == 413
    assert upload(notebook, ("a.txt", b"a" * 900), ("b.txt", b"b" * 900)).status_code == 200


def test_files_are_counted(notebook):
    response = upload(notebook, *((f"{at}.txt", b"a") for at in range(6)))
    assert response.status_code == 413
    assert "for mange filer" in response.text


def test_a_server_over_another_server_never_writes(tmp_path):
    assert create_app(None, "http://127.0.0.1:9/sparql", data=tmp_path).state.writer is None
    assert create_app(tmp_path, None, data=tmp_path, read_only=True).state.writer is None
    assert create_app(tmp_path, None, data=tmp_path / "nothing").state.writer is None
    assert create_app(tmp_path, None, data=tmp_path).state.writer is not None


def posted():
    """An address for every route of the application that is posted to, but for questions."""
    for route in create_app(None, None).routes:
        assert isinstance(route, Route)
        if "POST" in (route.methods or ()) and route.path != "/sparql":
            yield re.sub(r"\{\w+(?::\w+)?\}", "1", route.path)


def test_every_route_that_can_be_posted_to_is_guarded(tmp_path):
    app = create_app(tmp_path, None, data=tmp_path)
    client = TestClient(app, base_url=HOST)
    paths = list(posted())
    assert "/indlaes" in paths
    for path in paths:
        assert client.post(path, data={TOKEN_FIELD: "x"}, headers=OURS).status_code == 403, path
        token = {TOKEN_FIELD: app.state.writer.token}
        assert client.post(path, data=token).status_code == 403, path
        read_only = TestClient(create_app(tmp_path, None), base_url=HOST)
        assert read_only.post(path, data=token, headers=OURS).status_code == 403, path
