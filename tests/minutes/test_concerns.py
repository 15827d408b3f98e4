"""Places that a person should look at."""

import pytest

from kkr_graph.minutes import parse_minutes
from kkr_graph.model.text import LineKind
from tests.minutes.paper import item, paper
from tests.text.layers import layer_of

CALENDAR = (
    "Den 15. december 2025\nSidste frist for valg.\n\nDen 17. december 2025\nDer beregnes pladser.\n\n"
    "{}\nValget er slut.\n\nDen 19. januar 2026\nDer holdes møder."
)


def findings(extract, code: str) -> list[str]:
    """The quotes of the findings of one kind."""
    return [
        "" if finding.passage is None else finding.passage.quote
        for finding in extract.warnings
        if finding.code == code
    ]


def about_item(read, presentation: str, title: str = "Tidsplan"):
    return read(paper(item("1.", title, "Drøftet.", presentation=presentation)))


# --- days ---------------------------------------------------------------------------------------


def test_a_day_that_goes_back_in_a_calendar_has_the_wrong_year(read):
    extract = about_item(read, CALENDAR.format("Den 9. januar 2025"))
    assert findings(extract, "date-out-of-sequence") == ["Den 9. januar 2025"]
    assert "2026" in extract.warnings[0].message
    suspects = [day.as_written for day in extract.dates if day.suspect]
    assert suspects == ["Den 9. januar 2025"]


def test_two_days_in_a_row_may_have_the_wrong_year(read):
    two = "Den 9. januar 2025\nValget er slut.\n\nFra den 12. januar 2025"
    extract = about_item(read, CALENDAR.format(two))
    assert findings(extract, "date-out-of-sequence") == [
        "Den 9. januar 2025",
        "Fra den 12. januar 2025",
    ]


@pytest.mark.parametrize(
    "presentation",
    [
        CALENDAR.format("Den 9. januar 2026"),
        "Der var møder den 3. maj 2026, den 2. maj 2025 og den 1. maj 2026.",
        "Den 3. maj 2026 var der møde. Den 2. maj 2025 var der også et.",
    ],
    ids=["in order", "in a sentence", "in mid-line"],
)
def test_days_in_order_or_in_prose_are_no_calendar_gone_wrong(presentation, read):
    extract = about_item(read, presentation)
    assert len(extract.dates) > 1
    assert findings(extract, "date-out-of-sequence") == []


def test_a_day_that_the_calendar_does_not_have_is_reported_and_no_day(read):
    extract = about_item(read, "Mødet er den 31. november 2025.")
    assert findings(extract, "date-impossible") == ["den 31. november 2025"]
    assert extract.dates == ()


# --- terms --------------------------------------------------------------------------------------

TERMS = "Forretningsorden for KKR 2026-2030"


@pytest.mark.parametrize(
    ("presentation", "found"),
    [
        ("Det gælder KKR for valgperioden 2022-2026.", ["2022-2026"]),
        ("Det gælder funktionsperioden 2018 - 2022.", ["2018 - 2022"]),
        ("Det gælder KKR for valgperioden 2026-2030.", []),
        ("Evaluering af indeværende periode 2022-2026 er sket.", []),
        ("Den forrige periode 2018-2022 var lang.", []),
        ("Budgettet for 2024-2028 er godt.", []),
        ("I perioden 2025-2026 sker der meget.", []),
    ],
)
def test_a_term_other_than_the_heading_s_is_reported(presentation, found, read):
    extract = about_item(read, presentation, TERMS)
    assert findings(extract, "term-contradicts-heading") == found


def test_a_heading_without_a_term_contradicts_nothing(read):
    extract = about_item(read, "Det gælder KKR for valgperioden 2022-2026.", "Forretningsorden")
    assert findings(extract, "term-contradicts-heading") == []


# --- unmarked deputies ----------------------------------------------------------------------------

PLACES = (
    "Aalborg", "Hjørring", "Thisted", "Rebild", "Brønderslev", "Frederikshavn",
    "Mariagerfjord", "Jammerbugt", "Læsø", "Morsø", "Vesthimmerlands",
)  # fmt: skip
PARTIES = "ACFIMOVØÅBD"


def council(count: int, away: str) -> str:
    """So many members of KKR Nordjylland present, no two of one party and place; and one away."""
    present = "\n".join(
        f"Anna {chr(ord('B') + i)}. Dam ({PARTIES[i % 11]}), {PLACES[(i + i // 11) % 11]}"
        for i in range(count)
    )
    return f"Deltagere\n{present}\n\nAfbud\n{away}"


def test_more_names_than_seats_and_two_of_one_party_and_place_may_be_a_deputy(read):
    extract = read(paper(front=council(22, "Bo Lund (A), Aalborg")))
    assert findings(extract, "probable-unmarked-deputy") == ["Anna B. Dam (A), Aalborg"]
    [deputy] = extract.appointments
    assert (deputy.person, deputy.role, deputy.event) == ("Anna B. Dam", "deputy", "holds")
    assert (deputy.deputy_for, deputy.certain) == ("Bo Lund", False)


@pytest.mark.parametrize(
    "front",
    [
        council(21, "Bo Lund (A), Aalborg"),
        council(22, "Bo Lund (A), Thisted"),
        council(22, "Bo Lund (A)"),
        council(22, "Bo Lund (V), Aalborg"),
    ],
    ids=["not above the seats", "another place", "place unknown", "another party"],
)
def test_without_reason_nobody_is_taken_for_a_deputy(front, read):
    extract = read(paper(front=front))
    assert findings(extract, "probable-unmarked-deputy") == []
    assert extract.appointments == ()


def test_a_deputy_who_is_marked_is_no_hypothesis(read):
    front = council(22, "Bo Lund (A), Aalborg").replace(
        "Anna B. Dam (A), Aalborg", "Anna B. Dam (A), Aalborg, stedfortræder for Bo Lund"
    )
    assert findings(read(paper(front=front)), "probable-unmarked-deputy") == []


def test_a_body_of_which_the_seats_are_unknown_has_no_unmarked_deputies(read):
    head = "Referat af møde i Havneudvalget den 24. oktober 2025"
    extract = read(paper(front=council(22, "Bo Lund (A), Aalborg"), head=head))
    assert findings(extract, "probable-unmarked-deputy") == []


# --- lists and meetings that cannot be right --------------------------------------------------------


def test_somebody_listed_as_present_and_absent_is_reported(read):
    extract = read(paper(front="Deltagere\nAnna Holm (A)\n\nAfbud\nAnna Holm (A)"))
    assert findings(extract, "listed-twice") == ["Anna Holm (A)"]


@pytest.mark.parametrize(
    "front",
    [
        "Deltagere\nAnna Holm (A), Vejle\n\nAfbud\nAnna Holm (A), Kolding",
        "Deltagere\nAnna Holm (A)\n\nAfbud\nAnna Holm (V)",
        "Deltagere\nAnna Holm (A)\n\nAnna Holm deltog ikke under punkt 1.",
    ],
    ids=["two places", "two parties", "one item only"],
)
def test_two_people_or_one_item_are_no_contradiction(front, read):
    assert findings(read(paper(front=front)), "listed-twice") == []


@pytest.mark.parametrize(
    ("head", "missing"),
    [
        ("Referat", ["hvilket organ", "hvilken dato"]),
        ("Referat af møde i KKR Nordjylland", ["hvilken dato"]),
        ("Referat af møde den 24. oktober 2025", ["hvilket organ"]),
        ("Referat af møde i KKR Nordjylland den 24. oktober 2025", []),
    ],
)
def test_a_meeting_that_is_not_known_is_reported(head, missing, read):
    messages = [f.message for f in read(paper(head=head)).warnings if f.code == "meeting-unknown"]
    assert len(messages) == len(missing)
    for message, word in zip(messages, missing, strict=True):
        assert word in message
        assert message.startswith("referat.txt: ")


def test_it_is_told_that_broken_paragraphs_were_joined(registry, lexicon):
    told = (
        "Udvalget har i hele perioden arbejdet med sagen om havnen, og\n"
        "formanden takkede for den gode dialog, som der har været om\n"
        "den nye plan, der nu bliver sendt til alle kommuner i landet og\n"
        "i resten af verden."
    )
    text = paper(item("1.", "Havnen", "Drøftet.", presentation=told))
    joined = parse_minutes(layer_of(text, LineKind.PARAGRAPH), registry, lexicon)
    assert [each.code for each in joined.warnings] == ["paragraphs-joined"]
    assert parse_minutes(layer_of(text), registry, lexicon).warnings == ()


@pytest.mark.parametrize(
    ("decision", "codes"),
    [
        ("Efter lodtrækning blev den yngste af de to ansøgere valgt.", ["placed-nobody"]),
        ("Bo Lund (V) blev valgt til Havnerådet.", []),
        ("Bo Lund (V) blev valgt som borgmester.", []),
        ("Bo Lund blev valgt som dirigent.", []),
        ("Godkendt.", []),
    ],
)
def test_a_decision_that_places_somebody_unread_is_told(decision, codes, read):
    found = read(paper(item("1.", "Valg", decision))).warnings
    assert [one.code for one in found] == codes
    assert all(one.passage is not None and one.passage.quote == decision for one in found)
