"""Which lines begin an agenda item: minutes number many things."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.minutes.paper import paper

DECIDED = "\n\nBeslutning\nGodkendt.\n\n"
TITLES = ("Dagsorden", "Havnen", "Broen", "Øen")


def numbered(extract) -> str:
    return " / ".join(f"{item.number} {item.title}" for item in extract.items)


def agenda(*numbers: str) -> str:
    """Items with these numbers as written, each with a decision."""
    return "".join(
        f"{number} {title}{DECIDED}" for number, title in zip(numbers, TITLES, strict=False)
    )


def with_inside(text: str, last: str = "3. Broen") -> str:
    """Three items, the second of which has this text inside."""
    return f"{agenda('1.')}2. Havnen\n\nSagsfremstilling\n{text}{DECIDED}{last}{DECIDED}"


# --- forms of numbers -------------------------------------------------------------------------

FORMS = {
    ("1.", "2.", "3."): "1 2 3",
    ("1", "2", "3"): "1 2 3",
    ("1)", "2)", "3)"): "1 2 3",
    ("1:", "2:"): "1 2",
    ("Pkt. 1", "Pkt. 2"): "1 2",
    ("Pkt. 1:", "Pkt. 2:"): "1 2",
    ("Punkt 1:", "Punkt 2:"): "1 2",
    ("Punkt 1 –", "Punkt 2 –"): "1 2",
    ("PUNKT 1.", "PUNKT 2."): "1 2",
    ("• 1.", "• 2.", "• 3."): "1 2 3",  # links on a page
    ("Ad 1.", "Ad 2."): "1 2",
    ("Ad. 1:", "Ad. 2:"): "1 2",
    ("Ad pkt. 1 –", "Ad pkt. 2 –"): "1 2",
    ("Dagsordenspunkt 1 –", "Dagsordenspunkt 2 –"): "1 2",
    ("Sag nr. 1", "Sag nr. 2"): "1 2",
    ("Sag nr. 118:", "Sag nr. 119:"): "118 119",
    ("I.", "II.", "III.", "IV."): "I II III IV",
    ("§ 1", "§ 2"): "1 2",
    ("§ 17.", "§ 18."): "17 18",
    ("47.", "48.", "49."): "47 48 49",
    ("1.1.", "1.2.", "1.3."): "1.1 1.2 1.3",
    ("1.1", "1.2", "2.1", "2.2"): "1.1 1.2 2.1 2.2",
    ("Ad 1", "1.a", "1.b", "Ad 2"): "1 1.a 1.b 2",
    ("Punkt 1", "1.1", "1.2", "Punkt 2"): "1 1.1 1.2 2",
    ("1", "2a", "2b", "3"): "1 2a 2b 3",
}


@pytest.mark.parametrize(("written", "numbers"), FORMS.items(), ids=["|".join(f) for f in FORMS])
def test_forms_of_numbers(written, numbers, read):
    assert [item.number for item in read(paper(agenda(*written))).items] == numbers.split()
    assert [item.title for item in read(paper(agenda(*written))).items] == [*TITLES[: len(written)]]


@pytest.mark.parametrize("dot", ["", "."])
def test_a_number_may_stand_on_a_line_of_its_own(dot, read):
    text = "".join(f"{n}{dot}\n{title}{DECIDED}" for n, title in enumerate(TITLES, start=1))
    assert numbered(read(paper(text))) == "1 Dagsorden / 2 Havnen / 3 Broen / 4 Øen"


def test_headings_that_only_group_are_no_items(read):
    text = (
        f"1. Indledning\n\n1.1. Dagsorden{DECIDED}1.2. Referat{DECIDED}"
        f"2. Sager\n\n2.1. Havnen{DECIDED}3. Eventuelt\n"
    )
    assert numbered(read(paper(text))) == "1.1 Dagsorden / 1.2 Referat / 2.1 Havnen / 3 Eventuelt"


def test_a_group_and_its_only_item_may_have_one_title(read):
    text = f"1. Siden sidst\n\n1.1. Siden sidst{DECIDED}2. Sager\n\n2.1. Havnen{DECIDED}"
    assert numbered(read(paper(text))) == "1.1 Siden sidst / 2.1 Havnen"


def test_items_on_the_third_level(read):
    text = (
        f"1. Sager\n\n1.1 Først\n\n1.1.1 Havnen{DECIDED}1.1.2 Broen{DECIDED}"
        f"1.2 Siden\n\n1.2.1 Øen{DECIDED}2. Eventuelt\n"
    )
    assert numbered(read(paper(text))) == "1.1.1 Havnen / 1.1.2 Broen / 1.2.1 Øen / 2 Eventuelt"


def test_closed_items_may_be_missing(read):
    text = agenda("1.", "2.", "5.", "6.")
    assert numbered(read(paper(text))) == "1 Dagsorden / 2 Havnen / 5 Broen / 6 Øen"


def test_an_item_without_a_body_is_an_item(read):
    text = f"1. Dagsorden{DECIDED}2. Udpegninger\n\n3. Broen{DECIDED}"
    assert numbered(read(paper(text))) == "1 Dagsorden / 2 Udpegninger / 3 Broen"


@pytest.mark.parametrize(
    "title",
    [
        "2026-budget for havnen",
        "17 nye sundhedsråd",
        '"Liv i havnen"',
        "»Havnen«",
        "HAVNEN",
        "§ 17",
    ],
)
def test_titles_may_begin_with_what_is_no_letter(title, read):
    text = f"1. Dagsorden{DECIDED}2. {title}{DECIDED}3. Broen{DECIDED}"
    assert numbered(read(paper(text))) == f"1 Dagsorden / 2 {title} / 3 Broen"


def test_rows_of_a_table_are_items_with_title_and_decision(read):
    text = "1. Dagsorden\tGodkendt.\n2. Havnen\tTaget til efterretning.\n3. Broen\tUdsat.\n"
    extract = read(paper(text))
    assert numbered(extract) == "1 Dagsorden / 2 Havnen / 3 Broen"
    assert [item.decision for item in extract.items] == [
        "Godkendt.",
        "Taget til efterretning.",
        "Udsat.",
    ]


# --- what is no item --------------------------------------------------------------------------

INSIDE = {
    "a list": "Principperne er:\n1. Et tættere samarbejde\n2. En skarp visitation\n3. Flere tilbud",
    "a list that goes on with the next number": "Målene er:\n3. Mere vand\n4. Mindre støj",
    "a list of two levels": "Mål:\n1. Vand\n1.1 Mere vand\n1.2 Renere vand\n1.3 Nyt vand",
    "a date": "3. maj 2026 holdes der et møde.\n3. Maj 2026\n24. oktober 2025",
    "amounts": "3 Mio. kr. er afsat.\n500 Borgere er spurgt\n3.500 kr. er brugt\n2,5 Mio. kr.",
    "times": "9.00-10.00 Gruppemøder\n10.00 Møde i KKR\n12.00 Frokost",
    "a term": "2026-2030 Perioden\n2026 Det første år",
    "a section of a law": "§ 3 Udvalget vælger en formand\n§ 4 Formanden leder møderne",
    "an ordinal": "den\n3. Limfjordsforbindelse er vigtig for os alle, og det gælder især nu.",
    "a house number": "Havnegade 3\n3 B",
}


@pytest.mark.parametrize("text", INSIDE.values(), ids=list(INSIDE))
def test_numbers_inside_an_item_begin_none(text, read):
    assert numbered(read(paper(with_inside(text)))) == "1 Dagsorden / 2 Havnen / 3 Broen"


def test_a_numbered_decision_begins_no_items(read):
    text = f"{agenda('1.')}2. Havnen\n\nBeslutning\nRådet besluttede:\n1. At godkende planen\n2. At sende den videre\n\n3. Broen{DECIDED}"
    assert numbered(read(paper(text))) == "1 Dagsorden / 2 Havnen / 3 Broen"


@pytest.mark.parametrize(
    "contents",
    [
        "Dagsorden\n1. Dagsorden\n2. Havnen\n3. Broen",
        "Indhold\n1. Dagsorden .......... 2\n2. Havnen .......... 3\n3. Broen .......... 4",
        "Indhold\n1. Dagsorden\t2\n2. Havnen\t3\n3. Broen\t4",
        "Indhold\n1 Dagsorden … 2\n2 Havnen … 3\n3 Broen … 4",
    ],
)
def test_a_table_of_contents_is_no_list_of_items(contents, read):
    extract = read(paper(agenda("1.", "2.", "3."), front=contents))
    assert numbered(extract) == "1 Dagsorden / 2 Havnen / 3 Broen"
    assert [item.decision for item in extract.items] == ["Godkendt."] * 3


def test_letters_before_a_number_say_what_is_to_be_done(read):
    items = "".join(f"{n} Sagen om havnen{DECIDED}" for n in ("B1.", "B2.", "D3.", "O4."))
    extract = read(paper(items, front="Deltagere: Anna Holm (A)\nGæst: Bo Lund (under D3)"))
    assert [item.number for item in extract.items] == ["B1", "B2", "D3", "O4"]
    assert [entry.items for entry in extract.attendance] == [None, ("D3",)]


@pytest.mark.parametrize("day", ["21. 01. 2026 - kl. 11:28", "18. DEC 2025 13.35"])
def test_a_day_begins_no_item(day, read):
    assert read(f"Ny formand for havnen\n\n{day}\n\nHavnen har fået en ny formand.\n").items == ()


@pytest.mark.parametrize(
    "days",
    [
        "Husk\n27.11.  Møde i Odense\n04.02.  Temadag om havnen",
        "Husk\n27.11.26 Møde i Odense\n04.02.27 Temadag",
        "Kalender\n12.5. Møde i Odense\n12.6. Temadag",
        "Kommende møder:\n27. Møde i Odense\n30. Temadag",
    ],
)
def test_the_days_of_a_calendar_begin_no_items(days, read):
    assert read(f"Ny formand for havnen\n\nHavnen har fået en ny formand.\n\n{days}\n").items == ()


@pytest.mark.parametrize(
    "issue", ["Nr. 2 - udsendt den 4. maj 2026", "Nr. 2 | maj 2026", "Nr. 2, 2026"]
)
def test_the_number_of_a_newsletter_begins_no_item(issue, read):
    text = f"Nyt fra KKR Fyn\n{issue}\n\nHavnen har fået en ny formand.\n"
    assert read(text).items == ()


def test_a_single_item_below_another_keeps_its_number(read):
    text = "2.11 Valg af formand\n\nIndstilling\nDet indstilles, at Anna Holm vælges.\n\nBeslutning\nGodkendt.\n"
    assert [one.number for one in read(text).items] == ["2.11"]


def test_a_document_without_numbers_has_no_items(read):
    assert read("Der var ingen punkter på dagsordenen.\n").items == ()


@settings(deadline=None)  # other programs may use the machine
@given(st.integers(1, 120), st.integers(1, 25), st.sampled_from(["{}.", "{}", "Pkt. {}:", "§ {}"]))
def test_consecutive_items_are_all_found(read, first, count, form):
    numbers = range(first, first + count)
    text = "".join(f"{form.format(n)} Sagen om havnen{DECIDED}" for n in numbers)
    assert [item.number for item in read(paper(text)).items] == list(map(str, numbers))


def test_an_item_that_was_taken_before_its_turn_is_an_item(read):
    extract = read(paper(*(f"{n}. Sagen om havnen{DECIDED}" for n in (1, 2, 3, 5, 4, 6))))
    assert [item.number for item in extract.items] == ["1", "2", "3", "5", "4", "6"]
    extract = read(paper(*(f"{n}. Sagen om havnen{DECIDED}" for n in (1, 2, 3, 5, 4))))
    assert [item.number for item in extract.items] == ["1", "2", "3", "5", "4"]


def turns(*numbers: str, body: str = "Rådet drøftede sagen.", form: str = "{}) Havn {}") -> str:
    """Items in the order in which they were taken, with these numbers."""
    return "".join(f"{form.format(n, n.replace('.', 'x'))}\n{body}\n\n" for n in numbers)


@pytest.mark.parametrize(
    "taken",
    [
        turns("1", "4", "5", "2", "3", "6", "7"),  # also where nothing stands below a heading
        turns("1", "2", "3", "5", "4"),
        turns("1", "2.1", "2.3", "2.2", "3", form="{} Havn {}"),
        turns(
            "1", "2.1", "4.1", "4.2", "3.1", "5", form="{}. Havn {}", body="Beslutning\nGodkendt."
        ),
        turns("5", "1", "2", "3", "4", "6", form="Punkt {} Havn {}", body="Beslutning: Godkendt."),
        turns("1", "2", "4", "5", "3", form="Punkt {} Havn {}", body="Beslutning: Godkendt."),
    ],
)
def test_items_keep_the_order_in_which_they_were_taken(taken, read):
    extract = read(paper(taken))
    assert [item.number for item in extract.items] == re.findall(
        r"^(?:Punkt )?([\d.]*\d)", taken, re.MULTILINE
    )


def test_a_group_taken_before_its_turn_is_taken_with_its_items(read):
    decided = "Beslutning\nGodkendt.\n\n"
    text = f"1. Havnen\n{decided}2. Broen\n{decided}4. Valg\n\n4.1 Øen\n{decided}"
    text += f"3. Skoler\n\n3.1 Vesterby\n{decided}3.2 Østerby\n{decided}5. Eventuelt\n{decided}"
    extract = read(paper(text))
    assert [item.number for item in extract.items] == ["1", "2", "4.1", "3.1", "3.2", "5"]


def test_the_fourth_of_a_list_is_no_item_out_of_its_order(read):
    told = "Der blev nævnt:\n1. Broen\n2. Kajen\n3. Vejen\n4. Skuret"
    text = turns("1", "2", "3", "5", form="Ad {}. Havn {}", body=told)
    assert [item.number for item in read(paper(text)).items] == ["1", "2", "3", "5"]
    once = turns("1", form="{}. Havn {}", body=told) + turns("2", "3", "5", form="{}. Havn {}")
    assert "Skuret" not in [item.title for item in read(paper(once)).items]


# --- what stands with a number ------------------------------------------------------------------

TOLD_BEHIND = (
    "1. Godkendelse af dagsorden: Godkendt\n\n2.Meddelelser fra formanden: Pumpen er repareret i går.\n\n"
    "3. Driftsrapport: Intet\n\n4. Hvem leverer vandet? Vi afventer svar fra Vejle Kommune.\n\n"
    "5. Næste møde torsdag den 8. maj 2026\n"
)


def test_what_was_told_may_stand_behind_the_titles(read):
    items = read(paper(TOLD_BEHIND)).items
    assert [(one.number, one.title, one.decision) for one in items] == [
        ("1", "Godkendelse af dagsorden", "Godkendt"),
        ("2", "Meddelelser fra formanden", "Pumpen er repareret i går."),
        ("3", "Driftsrapport", "Intet"),
        ("4", "Hvem leverer vandet?", "Vi afventer svar fra Vejle Kommune."),
        ("5", "Næste møde torsdag den 8. maj 2026", None),
    ]


def test_a_colon_is_of_the_titles_where_no_decision_stands_behind_them(read):
    titles = ["Orientering: Ny havn", "Tema: Broer", "Sag: Øen"]
    told = "".join(f"{n}. {title}\n\nGodkendt.\n\n" for n, title in enumerate(titles, 1))
    assert [item.title for item in read(paper(told)).items] == titles


def test_numbers_alone_have_their_titles_in_the_agenda_above(read):
    agenda = "1. Referat\n2. Konstituering\n3. Havnen?\n4. Eventuelt"
    told = "Ad. 1.\nReferat OK.\n\nAd. 2.\nAnna Holm blev valgt som formand.\n\nAd. 3.\nUdsættes.\n"
    extract = read(paper(told, front=agenda, head="Referat af bestyrelsesmøde i Havnefonden"))
    assert [(one.number, one.title, one.decision) for one in extract.items] == [
        ("1", "Referat", "Referat OK."),
        ("2", "Konstituering", "Anna Holm blev valgt som formand."),
        ("3", "Havnen?", "Udsættes."),
    ]
    assert [(one.person, one.item) for one in extract.appointments] == [("Anna Holm", "2")]


def test_a_number_alone_with_its_title_below_keeps_it(read):
    told = "Punkt 1\nHavnen\n\nGodkendt.\n\nPunkt 2\nBroen\n\nUdsat.\n"
    items = read(paper(told, front="1. Havnen\n2. Broen")).items
    assert [item.title for item in items] == ["Havnen", "Broen"]


def test_numbers_below_a_group_stand_alone_above_their_titles(read):
    decided = "Åben\n\nBeslutning\nGodkendt.\n\n"
    told = f"1\nHavnen\n{decided}2\nUdpegninger\n2.1\nBroen\n{decided}2.2\nKajen\n{decided}3\nØen\n{decided}"
    items = read(paper(told)).items
    assert [(one.number, one.title) for one in items] == [
        ("1", "Havnen"), ("2.1", "Broen"), ("2.2", "Kajen"), ("3", "Øen")
    ]  # fmt: skip


def test_a_time_alone_on_a_line_is_no_number(read):
    decided = "Beslutning\nGodkendt.\n\n"
    told = f"9\nHavnen\n{decided}10\nBroen\n\n10.05\nMødet blev genoptaget\n\n{decided}11\nØen\n{decided}"
    assert [one.number for one in read(paper(told)).items] == ["9", "10", "11"]
