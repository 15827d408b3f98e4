"""What is suggested while somebody types: names by kind, near spellings, and ways to ask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.conftest import FIXTURE, open_client, write_build


def told(client, typed: str, kinds: str = ""):
    return client.get("/forslag", params={"q": typed, "slags": kinds}).json()


def labels(client, typed: str, kinds: str = "") -> list[str]:
    return [hit["label"] for group in told(client, typed, kinds)["groups"] for hit in group["hits"]]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("anna", "Anna Holm"),
        ("hol ann", "Anna Holm"),
        ("ÅGE", "Åge Dahl"),
        ("aage", "Åge Dahl"),
        ("oersted", "Cecilie Ørsted"),
        ("fremmebest", "Danmarks Erhvervsfremmebestyrelse"),
        ("DEB", "Danmarks Erhvervsfremmebestyrelse"),
        ("laesoe", "Læsø"),
        ("0825", "Læsø"),
        ("24.10.2025", "KKR Nordjylland 24.10.2025"),
    ],
)
def test_names_are_suggested_by_beginnings_parts_and_other_spellings(client, typed, first):
    assert labels(client, typed)[0].startswith(first.split(" 24.")[0])


def test_kinds_are_told_with_how_many_there_are(client):
    found = told(client, "nord")
    headings = [group["heading"] for group in found["groups"]]
    assert "Fora og KKR" in headings
    assert found["total"] == sum(group["total"] for group in found["groups"])
    assert all(len(group["hits"]) <= 6 for group in found["groups"])


def test_a_near_spelling_is_suggested_as_one(client):
    found = told(client, "Cecilia Orsted", "person")
    assert found["near"] is True
    assert found["groups"][0]["heading"] == "Mente du"
    assert found["groups"][0]["hits"][0]["label"] == "Cecilie Ørsted"
    assert found["total"] == 0


def test_a_field_is_only_suggested_what_it_takes(client):
    assert set(labels(client, "", "council")) == {"KKR Midtjylland", "KKR Nordjylland"}
    assert "KKR Nordjylland" in labels(client, "nord", "forum")
    assert labels(client, "anna", "municipality party") == []
    assert labels(client, "", "term") == sorted(labels(client, "", "term")) != []


@pytest.mark.parametrize("kinds", ["nothing", "text", "<script>"])
def test_what_has_no_names_suggests_nothing(client, kinds):
    assert told(client, "a", kinds) == {"total": 0, "near": False, "groups": []}


def test_nothing_is_suggested_before_anything_is_typed(client):
    assert told(client, "")["groups"] == []
    assert told(client, "", "question")["groups"] == []


def test_two_of_one_name_are_told_apart_and_what_is_written_means_one_of_them(client):
    hits = told(client, "jens jensen", "person")["groups"][0]["hits"]
    written = [hit["written"] for hit in hits]
    assert written == ["Jens Jensen (jens-jensen)", "Jens Jensen (jens-jensen-2)"]
    for hit in hits:
        values = {"person": hit["written"], "date": "2020-01-01"}
        page = client.get("/spoergsmaal/person-posts", params=values).text
        assert 'id="svar"' in page
        assert f'value="{hit["written"]}"' in page
        assert client.get(hit["href"]).status_code == 200


def test_an_address_in_a_field_becomes_a_name_that_means_the_same(client):
    iri = told(client, "jens jensen", "person")["groups"][0]["hits"][1]["iri"]
    page = client.get("/spoergsmaal/person-posts", params={"person": iri}).text
    assert 'value="Jens Jensen (jens-jensen-2)"' in page


# --- questions -------------------------------------------------------------------------------


def written(client, typed: str) -> list[str]:
    return [
        hit["written"]
        for group in told(client, typed, "question")["groups"]
        for hit in group["hits"]
    ]


def test_a_question_goes_on_where_it_was_left(client):
    assert "Hvem sidder i " in written(client, "hvem sid")
    assert "Hvem er formand for " in written(client, "Hvem er formand")


def test_names_are_put_into_a_question(client):
    assert "Hvem sidder i Danmarks Erhvervsfremmebestyrelse?" in written(
        client, "hvem sidder i deb"
    )
    assert "Hvem repræsenterer KKR Nordjylland i Danmarks Erhvervsfremmebestyrelse?" in written(
        client, "Hvem repræsenterer KKR Nordjylland i danmarks"
    )


def test_every_whole_question_that_is_suggested_is_understood(client):
    for typed in ("hvem sidder i d", "hvor er anna", "hvilke poster har anna", "hvem havde"):
        for question in written(client, typed):
            if question.endswith("?"):
                page = client.get("/spoerg", params={"q": question}).text
                assert "Det er forstået som" in page, question


def test_a_question_is_found_by_any_of_its_words(client):
    assert any("næstformand" in each for each in written(client, "næstformand"))
    assert written(client, "blabla") == []


def test_the_box_for_names_takes_a_question_too(client):
    found = told(client, "hvem sidder i deb")
    (group,) = found["groups"]
    assert group["heading"] == "Spørgsmål"
    assert found["near"] is False
    page = client.get(group["hits"][0]["href"]).text
    assert "Det er forstået som" in page
    assert "Anna Holm" in page
    assert "Spørg om det på dansk" in client.get("/soeg?q=hvem sidder i deb").text
    assert "Spørg om det på dansk" not in client.get("/soeg?q=anna x").text


# --- whatever is typed -----------------------------------------------------------------------


@given(st.text(max_size=60), st.sampled_from(["", "person", "question", "forum meeting"]))
def test_whatever_is_typed_is_answered(client, typed, kinds):
    response = client.get(
        "/forslag", params={"q": typed.encode("utf-8", "replace"), "slags": kinds}
    )
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"


def test_hostile_names_are_only_text(tmp_path):
    hostile = "<script>alert(1)</script>\\u2028\\u202E</script>"
    text = FIXTURE.read_text(encoding="utf-8").replace('"Anna Holm"', f'"{hostile}"')
    response = open_client(write_build(tmp_path, text)).get("/forslag?q=script")
    assert response.headers["content-type"] == "application/json"
    assert response.headers["x-content-type-options"] == "nosniff"
    hits = [hit for group in response.json()["groups"] for hit in group["hits"]]
    assert any("<script>alert(1)</script>" in hit["label"] for hit in hits)
    assert all(hit["href"].startswith("/id/") for hit in hits)
