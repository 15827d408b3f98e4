"""What documents call a body, added and taken back in the browser. The names are made up."""

import pytest

from kkr_graph.config import Config
from kkr_graph.curation.body_names import read_body_names, with_body_names
from kkr_graph.errors import RegistryError
from kkr_graph.pipeline import build_graph
from kkr_graph.registry import read_registry
from tests.pipeline.folder import MINUTES, make
from tests.web.judging import Staff, text_of

PAGE = "/andre-navne"
DEB = "danmarks-erhvervsfremmebestyrelse"
WRITTEN = "Landsrådet for Virksomhedsvækst"
NEW = f"{PAGE}?organ=landsraadet-for-virksomhedsvaekst"


@pytest.fixture(name="config")
def _config(tmp_path):
    text = MINUTES.format(day="24. oktober 2025", person="Erik Holt")
    text = text.replace("Danmarks Erhvervsfremmebestyrelse", WRITTEN)
    config = Config(data=make(tmp_path / "data", {"a.txt": text}), out=tmp_path / "build")
    build_graph(config)
    return config


@pytest.fixture(name="staff")
def _staff(config):
    return Staff(config)


def add(staff, name=WRITTEN, organ=DEB, navn="Ea Æsk"):
    response = staff.send(PAGE, andet=name, organ=organ, navn=navn)
    staff.app.state.builds.wait()
    return response


def test_a_name_makes_two_bodies_one_and_undo_gives_the_former_bytes(staff, config):
    files = (config.quads, config.ledger)
    before = [path.read_bytes() for path in files]
    assert "landsraadet" in before[0].decode()
    page = staff.see("/id/forum/landsraadet-for-virksomhedsvaekst")
    assert f'href="{NEW}"' in page
    form = staff.see(NEW)
    assert "er ikke i registeret" in text_of(form)
    assert f'name="andet" value="{WRITTEN}"' in form
    assert add(staff).status_code == 200
    done = staff.see(f"{PAGE}?organ={DEB}&noteret=tilføjet")
    assert f"{WRITTEN} Danmarks Erhvervsfremmebestyrelse Ea Æsk" in text_of(done)
    assert "landsraadet" not in config.quads.read_text("utf-8")
    assert "Erik Holt" in staff.see(f"/id/forum/{DEB}")
    [said] = read_body_names(config.body_names)
    assert staff.send(f"{PAGE}/fortryd", id=said.id).status_code == 200
    staff.app.state.builds.wait()
    assert [path.read_bytes() for path in files] == before
    assert not config.body_names.exists()


def test_one_of_two_is_taken_back_and_the_other_keeps_its_bytes(staff, config):
    add(staff, name="Vækstlandsrådet")
    before = config.body_names.read_bytes()
    add(staff, name="Erhvervslandsrådet")
    said = read_body_names(config.body_names)[1]
    staff.send(f"{PAGE}/fortryd", id=said.id)
    staff.app.state.builds.wait()
    assert config.body_names.read_bytes() == before


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"navn": " "}, "Der mangler et navn på den, der tilføjer."),
        ({"name": "X"}, "Der mangler et navn på organet."),
        ({"organ": "findes-ikke"}, "Organet er ikke i registeret."),
        ({"name": "BRN"}, "»BRN« er allerede et navn for Business Region North Denmark."),
        ({"name": "DEB"}, "Danmarks Erhvervsfremmebestyrelse har allerede navnet »DEB«."),
        ({"name": "Aalborg"}, "»Aalborg« er navnet på Aalborg Kommune."),
        ({"name": "Venstre"}, "»Venstre« er navnet på partiet Venstre."),
    ],
)
def test_what_is_no_name_of_this_body_is_refused_with_the_reason(staff, config, fields, told):
    response = add(staff, **fields)
    assert response.status_code == 409
    assert told in text_of(response.text)
    assert not config.body_names.exists()


def test_only_a_page_of_ours_with_its_token_may_add_one(staff, config):
    fields = {"andet": WRITTEN, "organ": DEB, "navn": "Ea"}
    assert staff.client.post(PAGE, data=fields).status_code == 403
    assert staff.send(PAGE, **fields, token="x").status_code == 403
    assert not config.body_names.exists()
    reader = Staff(config, read_only=True)
    assert reader.send(PAGE, **fields).status_code == 403
    assert 'method="post"' not in reader.see(NEW)
    assert "andre-navne" not in reader.see(f"/id/forum/{DEB}")


def test_somebody_else_took_it_back_already(staff):
    late = staff.send(f"{PAGE}/fortryd", id="0123456789")
    assert late.status_code == 409
    assert "Navnet er der ikke længere." in text_of(late.text)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Vækstrådet,findes-ikke,Ea,2025-12-01", "som ikke er i registeret"),
        (f"BRN,{DEB},Ea,2025-12-01", "allerede et navn for Business Region"),
    ],
)
def test_a_line_that_cannot_be_so_stops_the_build(config, line, told):
    config.body_names.write_text(f"name,body,by,day\n{line}\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=told):
        with_body_names(read_registry(config.registry), read_body_names(config.body_names))
    with pytest.raises(RegistryError, match=told):
        build_graph(config)
