"""Local means local: what is refused, what every answer carries, what never becomes markup."""

import re

import pytest
from starlette.routing import Route

from kkr_graph.errors import StoreError
from kkr_graph.web.app import create_app
from kkr_graph.web.security import HEADERS, is_own_host
from tests.web.conftest import FIXTURE, open_client, write_build

PERSON = "person/anna-holm"
_SAMPLES = {
    "rest": PERSON, "name": "chairs", "suffix": "csv", "document": "aaaaaaaaaaaaaaaa",
    "staged": "aaaaaaaaaaaaaaaa", "batch": "1",
}  # fmt: skip
ERRORS = ("/nothing", "/id/person/nobody", "/id/person/anna-holm?dato=x", "/static/no.css")


def paths():
    """An address for every route of the application."""
    for route in create_app(None, None).routes:
        assert isinstance(route, Route)
        samples = {**_SAMPLES, "name": "web.css"} if route.path.startswith("/static") else _SAMPLES
        yield re.sub(r"\{(\w+)(?::\w+)?\}", lambda match: samples[match[1]], route.path)  # noqa: B023


@pytest.mark.parametrize("path", [*dict.fromkeys(paths()), *ERRORS])
def test_every_answer_is_protected(client, path):
    response = client.get(path, follow_redirects=False)
    assert response.status_code < 500
    for name, value in HEADERS.items():
        if name != "content-security-policy":
            assert response.headers[name] == value, name
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "access-control-allow-origin" not in response.headers
    assert "set-cookie" not in response.headers


def test_the_routes_are_all_there():
    """Otherwise the test above could pass because it looks at nothing."""
    assert len(list(paths())) >= 15


def test_a_mistake_in_the_program_is_told_and_protected_too(build, monkeypatch, caplog):
    def broken(*_: object) -> None:
        raise RuntimeError("a secret of the program")

    monkeypatch.setattr("kkr_graph.web.routes.linked.wanted_form", broken)
    response = open_client(build, raise_server_exceptions=False).get(f"/id/{PERSON}")
    assert response.status_code == 500
    assert "Der er en fejl i programmet." in response.text
    code = re.search(r"Kode <strong>(500-[0-9a-f]{6})</strong>", response.text)
    assert code
    assert f"{code[1]} /id/{PERSON}: RuntimeError('a secret of the program')" in caplog.text
    assert "a secret" not in response.text
    assert {name: response.headers[name] for name in HEADERS} == HEADERS


def test_the_password_of_a_server_is_not_shown(build, monkeypatch):
    def silent(*_: object) -> None:
        raise StoreError("http://user:hunter2@127.0.0.1:9/sparql svarer ikke.", "Prøv igen.")

    monkeypatch.setattr("kkr_graph.web.site.graph_at", silent)
    page = open_client(build).get("/")
    assert page.status_code == 503
    assert "127.0.0.1:9/sparql svarer ikke." in page.text
    assert "hunter2" not in page.text


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", f"/id/{PERSON}", "/nothing"])
def test_nothing_can_be_changed(client, method, path):
    response = client.request(method, path)
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD"
    assert response.headers["cache-control"] == "no-store"


def test_head_answers_as_get_without_the_page(client):
    assert client.head(f"/id/{PERSON}").status_code == 200


@pytest.mark.parametrize(
    ("hosts", "own"),
    [
        (["127.0.0.1:8000"], True),
        (["localhost:8000"], True),
        (["LOCALHOST:8000"], True),
        (["[::1]:8000"], True),
        (["127.0.0.1"], False),  # port 80 is somebody else
        (["[::1]"], False),
        (["127.0.0.1:8001"], False),
        (["127.0.0.1.evil.example:8000"], False),
        (["evil.example:8000"], False),
        (["localhost.:8000"], False),
        (["127.0.0.1:8000@evil.example"], False),
        (["2130706433:8000"], False),
        (["0.0.0.0:8000"], False),
        ([""], False),
        ([], False),
        (["127.0.0.1:8000", "127.0.0.1:8000"], False),
    ],
)
def test_only_this_machine_by_its_own_names_is_answered(hosts, own):
    assert is_own_host(hosts, ("127.0.0.1", 8000)) is own


def test_the_usual_port_may_go_unsaid():
    assert is_own_host(["localhost"], ("127.0.0.1", 80))
    assert is_own_host(["[::1]"], ("::1", 80))
    assert not is_own_host(["localhost"], None)


@pytest.mark.parametrize("host", ["evil.example:8000", "127.0.0.1.evil.example:8000", ""])
def test_a_page_under_another_name_gets_nothing(client, host):
    response = client.get(f"/id/{PERSON}", headers={"host": host})
    assert response.status_code == 400
    assert "Siden kan kun åbnes på denne maskine." in response.text
    assert "Anna" not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"


def test_two_hosts_are_one_too_many(build):
    headers = [("host", "127.0.0.1:8000"), ("host", "evil.example")]
    assert open_client(build).get("/", headers=headers).status_code == 400


HOSTILE = (
    "<script>window.PWNED=1</script>",
    '\\"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "{{ 7*7 }}{% raw %}",
    "</title></textarea></script><svg onload=alert(1)>",
    "javascript:alert(1)",
    "a\\u2028b\\u202Ec",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_wherever_it_stands(tmp_path, name):
    """In person, body, party, document, decision and item, on every page that shows them."""
    text = FIXTURE.read_text(encoding="utf-8")
    for known in (
        "Anna Holm", "KKR Nordjylland", "Venstre", "referat-2025-10-24.txt", "Kollektiv trafik",
        "Køreplanen blev godkendt.", "kontorchef", "DEB", "Læsø",
    ):  # fmt: skip
        text = text.replace(f'"{known}"', f'"{name}"')
    client = open_client(write_build(tmp_path, text))
    for path in (
        "/", f"/id/{PERSON}", "/id/kkr/nordjylland", "/id/party/venstre", "/id/kommune/0825",
        "/id/meeting/nordjylland/2025-10-24", "/id/meeting/nordjylland/2025-10-24/item/3.9",
        "/id/document/bbbbbbbbbbbbbbbb", "/id/evidence/b2", "/id/tenure/anna-deb", "/oversigt",
        "/fund", "/konstituering", "/konstituering/udloeb", "/konstituering/sammenligning",
        "/konstituering/regler", "/konstituering/kalender", "/spoergsmaal/people", "/spoergsmaal/who-represents", "/netvaerk/person/anna-holm",
        "/netvaerk", "/netvaerk/perioder", "/netvaerk/sammenhaeng?fra=Bo+Lund&til=BRN",
    ):  # fmt: skip
        page = client.get(path).text
        own = page.count("<script")
        assert own == (3 if 'id="explorer"' in page else 1), path
        assert "<img" not in page
        assert "<svg onload" not in page
        assert not re.search(r'(?:href|src|action)="(?!/|#|data:)', page), path


@pytest.mark.parametrize("parameter", ["q", "alle"])
@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", '"><img src=x>', "a" * 5000])
def test_what_is_typed_is_text(client, parameter, typed):
    for path in ("/soeg", "/spoerg", "/spoergsmaal/chairs", "/oversigt"):
        values = {"q": typed, "forum": typed, "date": typed, parameter: typed}
        page = client.get(path, params=values).text
        assert "<script>alert" not in page
        assert "<img" not in page


@pytest.mark.parametrize(
    "value",
    ["javascript:alert(1)", "data:text/html,x", "https://evil.example/", "file:///etc/passwd"],
)
def test_an_iri_of_somebody_else_never_becomes_a_link(tmp_path, value):
    foreign = f"""
    @prefix kkr: <https://w3id.org/kkr/ns#> . @prefix org: <http://www.w3.org/ns/org#> .
    @prefix dcterms: <http://purl.org/dc/terms/> .
    <https://data.example.org/kkr/g> {{
      <https://data.example.org/kkr/id/tenure/x> a kkr:Tenure ; org:member <{value}> ;
        org:organization <{value}> ; org:role <{value}> ;
        kkr:from "2024-01-01"^^<http://www.w3.org/2001/XMLSchema#date> ;
        kkr:through "9999-12-31"^^<http://www.w3.org/2001/XMLSchema#date> ;
        kkr:endStatus <https://w3id.org/kkr/concept/open> ;
        kkr:politicalAffiliation <https://data.example.org/kkr/id/party/venstre> .
      <https://data.example.org/kkr/id/person/gone> dcterms:isReplacedBy <{value}> . }}"""
    client = open_client(write_build(tmp_path, FIXTURE, foreign))
    for path in ("/id/tenure/x", "/id/party/venstre", "/spoergsmaal/party-representation"):
        assert f'"{value}' not in client.get(path).text
    assert client.get("/id/person/gone", follow_redirects=False).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/id/../../etc/passwd",
        "/id/%2e%2e/%2e%2e/etc/passwd",
        "/static/..%2f..%2fapp.py",
        "/id/person/a%00b",
        "/id/person/%3E%20%7D%20%3B%20DROP%20ALL",
        "/id/person/%ff%fe",
        "/id/" + "a/" * 400,
    ],
)
def test_a_path_reaches_nothing_but_the_graph(client, path):
    assert client.get(path).status_code in (400, 404)


@pytest.mark.parametrize(
    "typed",
    [
        'x" || true || "" = "',
        'x" } UNION { ?s ?p ?o } #',
        "> } ; DROP ALL #",
        "\\",
        "\\u0022",
        "a\nb",
        "\ud800",
    ],
)
def test_a_parameter_is_a_value_and_never_part_of_the_question(client, typed):
    """An injection would give the rows of an open question; a value that fits nothing gives none."""
    values = {"text": typed.encode("utf-8", "replace").decode()}
    assert client.get("/spoergsmaal/statements-about.json", params=values).json() == []
    page = client.get("/spoergsmaal/person-posts", params={"person": values["text"]}).text
    assert 'id="svar"' not in page


def test_a_cell_of_a_file_is_never_a_formula(tmp_path):
    text = FIXTURE.read_text(encoding="utf-8").replace('"Anna Holm"', '"=HYPERLINK(1)"')
    client = open_client(write_build(tmp_path, text))
    lines = client.get("/spoergsmaal/people.csv").content.decode("utf-8-sig").splitlines()
    assert any(line.startswith("'=HYPERLINK") for line in lines)
    assert not any(line.startswith("=") for line in lines)
