"""Page headers, footers and numbers are set aside; what the document says is not."""

import pytest

from tests.text.layers import layer_of

BEFORE = "Udvalget har i hele perioden arbejdet med sagen om havnen, og"
AFTER = "formanden takkede for den gode dialog, som der har været om."


def furniture_of(text: str) -> list[str]:
    layer = layer_of(text)
    return [layer.raw(line) for line in layer.furniture]


def paged(*pages: tuple[str, ...]) -> str:
    """Pages with these lines; ``{text}`` is two lines that stand on this page only."""
    return "\f".join(
        "\n".join(page).format(
            text=f"Sagen om {word} har været længe under vejs, og\n{word} er nu med."
        )
        + "\n"
        for word, page in zip(("havnen", "vejen", "broen", "åen", "øen"), pages, strict=False)
    )


@pytest.mark.parametrize(
    "line",
    [
        "Side 2 af 5",
        "side 2",
        "SIDE | 9",
        "Side: 4",
        "- 3 -",
        "– 12 –",
        "2/7",
        "3 / 7",
        "s. 4",
        "Page 2 of 4",
        "Havnerådet · Referat · Side 1 af 3",
        "Referat af møde i Havnerådet | Side 4",
        "Havnerådet Vest | 24-10-2025          SIDE | 4",
        "Til toppen",
        "Tilbage til oversigt",
        "• Udskriv",
        "Se alle bilag",
        "Fold alle ud",
        "« Forrige punkt Næste punkt »",
        "Næste side",
        "Størrelse: px",
        "Starte visningen fra side:",
    ],
)
def test_a_page_number_or_a_link_in_mid_sentence_is_set_aside(line):
    layer = layer_of(f"{BEFORE}\n{line}\n{AFTER}")
    assert furniture_of(f"{BEFORE}\n{line}\n{AFTER}") == [line]
    assert layer.reading.text == f"{BEFORE} {AFTER}"


@pytest.mark.parametrize("cases", [["26/402"], ["26/402", "26/1877"], ["26/402"] * 2, ["25/2"]])
def test_cases_of_a_year_are_no_page_numbers(cases):
    assert not furniture_of("\n".join(f"{BEFORE}\n{case}\n{AFTER}" for case in cases))


def test_page_numbers_stand_beside_cases():
    words = ("havnen", "vejen", "broen", "åen", "øen")
    prose = [f"Sagen om {word} er nu med, og det har den været længe." for word in words]
    lines = (prose[0], "1/3", prose[1], prose[2], "26/402", prose[3], prose[4], "2/3")
    assert furniture_of("\n".join(lines)) == ["1/3", "2/3"]


def test_a_header_that_repeats_the_head_of_the_first_page_is_set_aside():
    head = ["Referat af bestyrelsesmøde nr. 38", *(f"Linje {i} af hovedet" for i in range(8))]
    text = "\n".join([*head, BEFORE, "Erhvervshus Fyn        Side 2", head[0], AFTER])
    assert furniture_of(text) == ["Erhvervshus Fyn        Side 2", head[0]]


@pytest.mark.parametrize("order", [0, 1], ids=["number-below", "number-above"])
def test_a_dated_header_goes_with_its_page_number(order):
    header = ["Havnerådet Vest | 24-10-2025", "SIDE | 9"][:: -1 if order else 1]
    text = "\n".join([BEFORE, *header, AFTER])
    assert furniture_of(text) == header
    assert layer_of(text).reading.text == f"{BEFORE} {AFTER}"


def test_a_header_with_a_year_goes_with_its_page_number():
    header = ["HAVNERÅDET · Bestyrelsesmøde 4/2026", "Side 2 af 3"]
    assert furniture_of("\n".join([BEFORE, *header, AFTER])) == header


def test_footers_that_number_the_pages_are_set_aside():
    footers = [f"Bestyrelsesmøde, d. 27. februar 2026        {page}" for page in (1, 2)]
    text = "\n".join([BEFORE, footers[0], AFTER, BEFORE, AFTER, footers[1]])
    assert furniture_of(text) == footers


@pytest.mark.parametrize(
    "rows", [["Bilag 1", "Bilag 2"], ["Havnen        2", "Havnen        4"], ["Havnen        1"]]
)
def test_numbers_behind_a_word_count_no_pages(rows):
    assert furniture_of("\n".join([BEFORE, *rows, AFTER])) == []


def test_a_dated_line_without_a_page_number_is_text():
    assert furniture_of(f"{BEFORE}\nHavnerådet Vest | 24-10-2025\n{AFTER}") == []


def test_a_header_beside_every_page_number_is_set_aside():
    text = f"{BEFORE}\nHavnerådet\n- 3 -\nSagen er ny for\nos alle her.\nHavnerådet\n- 4 -\n{AFTER}"
    assert furniture_of(text) == ["Havnerådet", "- 3 -", "Havnerådet", "- 4 -"]


def test_headers_and_footers_that_differ_in_a_number_are_one():
    text = paged(*[(f"Havnerådet, møde {i}", "{text}", f"Journal 25/{i}") for i in range(1, 5)])
    assert furniture_of(text) == [
        line for i in range(1, 5) for line in (f"Havnerådet, møde {i}", f"Journal 25/{i}")
    ]


def test_bare_numbers_at_page_ends_are_set_aside():
    assert furniture_of(paged(*[("{text}", str(i)) for i in range(7, 11)])) == ["7", "8", "9", "10"]


def test_a_bare_number_in_the_text_is_text():
    assert furniture_of(f"{BEFORE}\n12\n{AFTER}") == []


def test_a_line_at_two_page_tops_only_is_text():
    assert furniture_of(paged(("Havnerådet", "{text}"), ("Havnerådet", "{text}"))) == []


def test_a_line_that_stands_elsewhere_too_is_text():
    pages = [("Havnerådet", "{text}", "Havnerådet", "{text}")] * 3
    assert furniture_of(paged(*pages)) == []


@pytest.mark.parametrize("heading", ["Baggrund", "Indstilling", "Sagsfremstilling", "Beslutning"])
def test_a_section_heading_at_the_top_of_every_page_is_no_header(heading):
    """Where a document gives every item a page of its own, its headings stand at page tops."""
    assert furniture_of(paged(*[(heading, "{text}")] * 4)) == []


@pytest.mark.parametrize("decision", ["Godkendt", "Godkendt.", "Taget til efterretning"])
def test_a_decision_at_the_end_of_every_page_is_no_footer(decision):
    assert furniture_of(paged(*[("{text}", "Beslutning", decision)] * 4)) == []


def test_a_section_heading_beside_page_numbers_is_no_header():
    """There are more of them than pages, and some will stand beside a page number."""
    text = paged(*[("{text}", "Baggrund", f"Side {i} af 3") for i in (1, 2, 3)])
    assert furniture_of(text) == ["Side 1 af 3", "Side 2 af 3", "Side 3 af 3"]


def test_furniture_is_kept_by_name_though_not_read():
    layer = layer_of(f"{BEFORE}\nSide 2 af 5\n{AFTER}")
    assert [line.number for line in layer.furniture] == [2]
    assert "Side 2" not in layer.reading.text


@pytest.mark.parametrize(
    "line",
    [
        "Gå til hovedindhold",
        "• Luk alle punkter Referat",
        "Fold alle ud",
        "Del på facebook",
        "Share",
        "Til toppen",
        "Forsiden | Kontakt | Ledige job | For ansatte | Presse |",
    ],
)
def test_the_buttons_and_links_of_a_page_are_set_aside(line):
    assert furniture_of(f"{line}\n{BEFORE}\n{AFTER}") == [line]


def test_what_only_looks_like_a_button_is_text():
    lines = ("Luk alle sager, der er ældre end tre år", "Navn | Parti | Kommune | Rolle | Mail")
    assert furniture_of("\n".join((BEFORE, *lines, AFTER))) == []


def test_what_asks_readers_for_remarks_is_set_aside():
    asks = [
        "Skriv en kommentar",
        "Din e-mailadresse vil ikke blive publiceret. Krævede felter er markeret med *",
    ]
    assert furniture_of("\n\n".join([BEFORE, AFTER, *asks])) == asks
