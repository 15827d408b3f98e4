"""Items are found by whatever numbers a document gives them."""

import pytest

from tests.minutes.paper import paper

TITLES = ("Godkendelse af dagsorden", "Regnskab", "Ny havneplan", "Eventuelt")
FORMS = [
    ("08/26|09/26|10/26|11/26", "{}  {title}", "08/26|09/26|10/26|11/26"),
    ("14|15|16|17", "{}/2026 {title}", "14/2026|15/2026|16/2026|17/2026"),
    ("14|15|16|17", "2026-{} {title}", "2026-14|2026-15|2026-16|2026-17"),
    ("14|15|16|17", "Sag 2026-{}: {title}", "2026-14|2026-15|2026-16|2026-17"),
    ("14|15|16|17", "Sag nr. {}: {title}", "14|15|16|17"),
    ("14|15|16|17", "Sag nr. {}/26 - {title}", "14/26|15/26|16/26|17/26"),
    ("14|15|16|17", "{} - {title}", "14|15|16|17"),
    ("1|2|3|4", "{}.{title}", "1|2|3|4"),
    ("1|2|3|4", "A.{} {title}", "A.1|A.2|A.3|A.4"),
    ("1|2|3|4", "{}.26 {title}", "1.26|2.26|3.26|4.26"),
    ("14|15|16|17", "§ {} {title}", "14|15|16|17"),
    ("14|15|16|17", "Dagsordenspunkt {} {title}", "14|15|16|17"),
    ("14|15|16|17", "Ad {}. {title}", "14|15|16|17"),
    ("1|2|3|4", "Tema {}: {title}", "1|2|3|4"),
    ("1|2|3|4", "({}) {title}", "1|2|3|4"),
    ("I|II|III|IV", "{}. {title}", "I|II|III|IV"),
    ("I|II|III|IV", "Punkt {}: {title}", "I|II|III|IV"),
    ("A|B|C|D", "{}. {title}", "A|B|C|D"),
    ("A|B|C|D", "Punkt {} - {title}", "A|B|C|D"),
]


@pytest.mark.parametrize(("counters", "form", "labels"), FORMS)
def test_items_are_found_by_any_form_of_number_that_counts_up(counters, form, labels, read):
    items = [
        f"{form.format(counter, title=title)}\n\nIndstilling\nat sagen drøftes.\n\nBeslutning\nGodkendt."
        for counter, title in zip(counters.split("|"), TITLES, strict=True)
    ]
    found = read(paper("\n\n\n".join(items))).items
    assert [item.title for item in found] == list(TITLES)
    assert [item.number for item in found] == labels.split("|")


def test_a_number_in_an_unknown_form_may_stand_above_its_title(read):
    items = [
        f"Sag {number}/26\n{title}\n\nBeslutning\nGodkendt."
        for number, title in zip((8, 9, 10, 11), TITLES, strict=True)
    ]
    assert [item.title for item in read(paper("\n\n\n".join(items))).items] == list(TITLES)


def test_days_below_an_item_number_no_items(read):
    days = "\n\n".join(f"{day}/2 Borgermøde nr. {day} i hallen" for day in (3, 10, 17))
    text = f"1. Møder\n\nBeslutning\nGodkendt.\n\n{days}\n\n2. Eventuelt\n\nBeslutning\nIntet."
    assert [item.number for item in read(paper(text)).items] == ["1", "2"]


def test_numbers_of_papers_below_their_heading_are_no_items(read):
    text = "Sag 1. Havnen\nBeslutning\nGodkendt.\n\nSag 2. Broen\nBroen er lang.\n\nBilag\n2.1 Tegning af broen\n\n2.2 Notat om broen\n\nBeslutning\nUdsat.\n\nSag 3. Eventuelt\nBeslutning\nIntet."
    items = read(paper(text)).items
    assert [(one.number, one.decision) for one in items] == [
        ("1", "Godkendt."),
        ("2", "Udsat."),
        ("3", "Intet."),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Regnskab\n   kl. 17.30-17.35",
        "Regnskab\n17.30-17.35",
        "Regnskab\n\n17.30-17.35",
        "Regnskab (10 min.)",
        "Regnskab (kl. 17.30-17.35)",
        "Regnskab kl. 17.30-17.35",
        "Regnskab, 17.30 – 17.35",
        "Regnskab - ca. 10 min.",
        "Regnskab\n(10 minutter)",
    ],
)
def test_when_an_item_comes_up_is_no_part_of_its_title(title, read):
    text = f"1. {title}\n\nTallene blev lagt frem.\n\nBeslutning\nGodkendt.\n\n2. Eventuelt\n\nBeslutning\nIntet."
    assert [item.title for item in read(paper(text)).items] == ["Regnskab", "Eventuelt"]


@pytest.mark.parametrize(
    "title",
    ["Borgermøde den 3. maj kl. 17.00-19.00", "Ro i skolegården mellem 10.00-10.30", "Budget 2026"],
)
def test_a_time_that_the_title_itself_is_about_stays(title, read):
    text = f"1. {title}\n\nBeslutning\nGodkendt.\n\n2. Eventuelt\n\nBeslutning\nIntet."
    assert read(paper(text)).items[0].title == title
