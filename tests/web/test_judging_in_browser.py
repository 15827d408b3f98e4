"""Who is who settled in a real browser, by keyboard, and everything as before when it is undone."""

from playwright.sync_api import expect

from tests.web.judging import HEADER, Staff, kept, pair_folder
from tests.web.serving import served
from tests.web.visiting import arrive, visits


def test_a_pair_is_settled_built_seen_as_one_and_undone_to_the_byte(browser, tmp_path):
    config = pair_folder(tmp_path)
    config.judgements.write_text(HEADER, encoding="utf-8")
    before = kept(config)
    staff = Staff(config)
    with served(staff.app) as address, visits(browser, address) as visit:
        page = visit("/hvem-er-hvem", viewport={"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
        reason = page.get_by_label("Begrundelse")
        reason.fill("Gift i 2024")
        reason.press("Enter")  # in a field, it is no answer
        assert page.get_by_role(
            "heading", name="Ditte Krag (A, Aalborg) og Ditte Nyrup Krag (A, Aalborg)"
        ).is_visible()
        reason.press("Tab")
        page.keyboard.type("Ida Æsk")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Samme person"
        page.keyboard.press("Enter")
        arrive(page.get_by_text("Noteret:"))
        expect(page.get_by_text("Der er intet at afgøre.")).to_be_visible()

        page.get_by_role("button", name="Byg grafen nu").press("Enter")
        page.wait_for_url(f"{address}/hvem-er-hvem")
        arrive(page.get_by_role("heading", level=1, name="Hvem er hvem"))
        assert page.get_by_text("Vurderingerne gælder fra næste gang").count() == 0
        page.goto(f"{address}/id/person/ditte-nyrup-krag")
        assert page.url == f"{address}/id/person/ditte-krag"
        assert page.get_by_text("Ditte Nyrup Krag").first.is_visible()

        page.goto(f"{address}/hvem-er-hvem")
        page.get_by_role("button", name="Fortryd").press("Enter")
        page.get_by_text("Vurderingen er taget tilbage.").wait_for()
        page.get_by_role("button", name="Byg grafen nu").press("Enter")
        page.get_by_role(
            "heading", name="Ditte Krag (A, Aalborg) og Ditte Nyrup Krag (A, Aalborg)"
        ).wait_for()
    assert kept(config) == before


def test_one_person_is_parted_by_keyboard_without_scripts_and_undone_to_the_byte(browser, tmp_path):
    config = pair_folder(tmp_path)
    config.judgements.write_text(HEADER, encoding="utf-8")
    before = kept(config)
    staff = Staff(config)
    with served(staff.app) as address, visits(browser, address) as visit:
        narrow = {"width": 320, "height": 640}
        page = visit("/id/person/erik-holt", viewport=narrow, java_script_enabled=False)
        page.get_by_role("link", name="Det er ikke den samme person").press("Enter")
        marks = page.get_by_role("checkbox")
        expect(marks).to_have_count(2)
        marks.last.press(" ")
        name = page.get_by_label("Dit navn")
        name.fill("Ida Æsk")
        name.press("Enter")  # in a field, it is no answer
        expect(marks.last).to_be_checked()
        page.get_by_role("button", name="Skil dem ad, og byg grafen").press("Enter")
        arrive(page.get_by_text("Grafen er bygget med netop de vurderinger, der er nu."))
        page.get_by_role("link", name="Erik Holt").first.press("Enter")
        arrive(page.get_by_text("Andre af samme navn"))

        page.goto(f"{address}/hvem-er-hvem")
        page.get_by_role("button", name="Fortryd").press("Enter")
        arrive(page.get_by_text("Vurderingen er taget tilbage."))
        page.get_by_role("button", name="Byg grafen nu").press("Enter")
        page.wait_for_url(f"{address}/hvem-er-hvem")
    assert kept(config) == before


def test_two_pages_become_one_by_the_name_that_is_typed(browser, tmp_path):
    config = pair_folder(tmp_path)
    staff = Staff(config)
    with served(staff.app) as address, visits(browser, address) as visit:
        page = visit("/id/person/ditte-nyrup-krag")
        page.get_by_role("link", name="Det er den samme person som …").click()
        field = page.get_by_label("Den andens navn")
        field.fill("Ditte Krag")
        page.get_by_role("option").first.wait_for()
        page.keyboard.press("Escape")
        field.press("Enter")
        arrive(page.get_by_role("heading", name="Ditte Nyrup Krag og Ditte Krag"))
        page.get_by_label("Dit navn").fill("Ida Æsk")
        page.get_by_role("button", name="Samme person: saml dem, og byg grafen").click()
        arrive(page.get_by_text("Noteret:"))
        page.goto(f"{address}/id/person/ditte-nyrup-krag")
        expect(page).to_have_url(f"{address}/id/person/ditte-krag")
