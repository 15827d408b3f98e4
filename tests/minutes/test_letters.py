"""Letters and mails: what sort of paper they are, who sends them, and on which day."""

import pytest

from tests.minutes.paper import HEAD

SIGNED = "Med venlig hilsen\n\nUlla Vang\nDirektør\n"
TOLD = "Bo Lund (V) udtrådte af bestyrelsen den 31. august 2025.\n"
SUBJECT = "Udpegning af medlemmer til bestyrelsen for Havvig Energiklynge (HEK)\n"
LETTERS = {
    "to a council with its address": (
        f"HAVVIG ENERGIKLYNGE\nKKR Fyn\nAtt.: Sekretariatet\nVestergade 10\n5000 Odense C\nSagsnr.: 25/1\tHavvig, den 3. november 2025\n\n{SUBJECT}Kære KKR Fyn\n\n{TOLD}\n{SIGNED}",
        ("other", "Havvig Energiklynge", "2025-11-03"),
    ),
    "with an attachment that is called minutes": (
        f"KKR Fyn\nc/o KL\n\nErhvervshus Fyn\nStrandvej 4\n5700 Svendborg\nAtt.: Direktør Eva Skov\n\nDato: 18. juni 2026\n\n{SUBJECT}\nKære Eva Skov\n\n{TOLD}\n./. Udskrift af mødereferatet vedlægges.\n\n{SIGNED}",
        ("other", "KKR Fyn", "2026-06-18"),
    ),
    "a mail": (
        f"Fra:      Ulla Vang\nSendt:    28. april 2026 09:14\nTil:      Medlemmer i Havvig Kulturråd\nEmne:     Hvem går og hvem kommer\n\nHej alle\n\n{TOLD}\nMvh\nUlla\n\nUlla Vang\nSekretær, Havvig Kulturråd\nTlf. 43 00 00 17\n\n-----Oprindelig meddelelse-----\nFra: Bo Lund\nSendt: 14. april 2026 21:47\nEmne: Farvel\n\nHej Ulla\nJeg kan ikke være med længere.\nMvh Bo\n",
        ("news", "Havvig Kulturråd", "2026-04-28"),
    ),
    "to many": (
        f"KKR Fyn\nSekretariatet\n\nTil borgmestre og kommunaldirektører på Fyn\n\nOdense, den 2. februar 2026\n\n{TOLD}\n{SIGNED}",
        ("news", "KKR Fyn", "2026-02-02"),
    ),
    "to whom it stands below": (
        f"KKR Fyn\nc/o KL\nSekretariatet\n\nTil\nBestyrelsen for Havvig Vækstfond\n\nDen 24. marts 2026\n\n{TOLD}\n{SIGNED}",
        ("news", "KKR Fyn", "2026-03-24"),
    ),
    "a note": (
        f"Region Syddanmark\nPolitisk Sekretariat\nDato: 5. maj 2026\nUdarbejdet af: U. Vang\nNOTAT\n\nTil:     Regionsrådets medlemmer\nEmne:    Pladser og hverv\n\n{TOLD}",
        ("news", "Region Syddanmark", "2026-05-05"),
    ),
    "from a municipality": (
        f"Solrød Kommune\nTorvet 1\n2680 Solrød\n\nKKR Fyn\nc/o KL\n\n12. marts 2026\n\nKære KKR Fyn\n\n{TOLD}\n{SIGNED}",
        ("other", "Solrød Kommune", "2026-03-12"),
    ),
    "that salutes a board": (
        f"Fra: Ulla Vang\nSendt: 5. juni 2026\nEmne: Nye medlemmer\n\nKære bestyrelse\n\n{TOLD}\n{SIGNED}",
        ("other", None, "2026-06-05"),
    ),
    "a newsletter with its day behind the name": (
        f"NYHEDSBREV\nErhvervshus Fyn · juni 2026 · udsendt 12. juni 2026\n\nKære læser\n\n{TOLD}",
        ("news", "Erhvervshus Fyn", "2026-06-12"),
    ),
    "to whoever prints it": (
        f"Pressemeddelelse\nTil redaktionen\nOdense, 14. april 2026\n\n{TOLD}",
        ("news", None, "2026-04-14"),
    ),
    "with minutes": (
        f"Hej alle\n\nHermed referatet.\n\n{HEAD}\n\n1. Nyt\n\nBeslutning\nGodkendt.\n\nMvh Ulla\n",
        ("minutes", "KKR Nordjylland", "2025-10-24"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "head"), LETTERS.values(), ids=list(LETTERS))
def test_the_head_of_a_letter(text, head, read):
    document = read(text).document
    assert (document.kind.value, document.body, document.date.isoformat()) == head


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Nyhed  ·  20. januar 2026  ·  Læsetid: 2 min.", "Havvig Affald I/S"),
        ("Nyhedsbrev nr. 2      20. januar 2026", "Havvig Affald I/S"),
    ],
)
def test_a_day_beside_others_on_its_line_is_when_a_notice_was_sent(line, body, read):
    text = f"{body}\n{line}\n\nBestyrelsen mødtes mandag den 19. januar 2026 kl. 10.\n"
    assert read(text).document.date.isoformat() == "2026-01-20"


def test_a_notice_that_lists_members_does_not_say_that_they_came(read):
    listed = "Kommunernes medlemmer\n\n- Havvig Kommune har udpeget Anna Holm (A).\n- Bo Lund (V)\n"
    head = "Havnefonden\nPressemeddelelse\n\n24. oktober 2025\n\n"
    assert read(f"{head}{listed}").attendance == ()
    came = read(f"{head}Deltagere\n\n- Anna Holm (A)\n- Bo Lund (V)\n").attendance
    assert [one.name for one in came] == ["Anna Holm", "Bo Lund"]


def test_the_day_in_a_column_beside_the_receiver_is_when_a_letter_was_sent(read):
    text = (
        "Solrød Kommune                          Den 9. februar 2026\nAtt.: Direktør Ulla Vang\n\n"
        "Kære Ulla Vang\n\nAnna Holm (A) er udpeget til Havnerådet. Sagen behandles igen\n"
        "på mødet den 17. april 2026.\n\nMed venlig hilsen\nBo Lund\n"
    )
    assert read(text).document.date.isoformat() == "2026-02-09"


def test_the_numbered_parts_of_a_mail_are_no_items_of_a_meeting(read):
    top = "Fra: Ulla Vang\nTil: Kommunaldirektørerne\nSendt: 28. april 2026 09:14\nEmne: Udskiftninger\n\nKære alle\n\n"
    extract = read(
        f"{top}1) Havnerådet\nBo Lund (V) er udpeget som medlem af Havnerådet.\n\n"
        f"2) Klimarådet\nDer er intet nyt.\n\n{SIGNED}"
    )
    assert extract.document.kind.value == "news"
    assert not extract.items
    assert [(one.person, one.body) for one in extract.appointments] == [("Bo Lund", "Havnerådet")]


TO_A_BOARD = "KKR Fyn\n\nHavvig Vækstfond\nAtt.: Direktør Eva Skov\nDen 3. februar 2026\n\n"


def told(extract):
    return [
        (one.person, one.role.value, one.event.value, one.by, str(one.to), one.body)
        for one in extract.appointments
    ]


@pytest.mark.parametrize(
    ("subject", "salutation"),
    [
        ("Udpegning af medlemmer til bestyrelsen for Havvig Vækstfond", "Kære bestyrelse"),
        ("Vedr.: Nye medlemmer i bestyrelsen for Havvig Vækstfond", "Kære Eva"),
        ("KKR Fyns valg til bestyrelsen for Havvig Vækstfond", "Hej alle i bestyrelsen"),
    ],
)
def test_a_letter_places_people_in_what_it_is_about_and_not_in_whom_it_salutes(
    subject, salutation, read
):
    extract = read(
        f"{TO_A_BOARD}{subject}\n\n{salutation}\n\n"
        "KKR Fyn har på sit møde den 26. januar 2026 udpeget følgende medlemmer for perioden fra den 1. marts 2026 til den 28. februar 2030:\n\n"
        f"- Anna Holm (A), Nyborg\n- Bo Lund (V), Assens\n\n{SIGNED}"
    )
    placed = ("member", "appointed", "KKR Fyn", "2030-02-28", "Havvig Vækstfond")
    assert told(extract) == [("Anna Holm", *placed), ("Bo Lund", *placed)]


def test_those_who_leave_may_follow_in_a_list(read):
    extract = read(
        f"{TO_A_BOARD}Ændringer i bestyrelsen for Havvig Vækstfond\n\nKære Eva\n\n"
        f"Følgende medlemmer udtræder af bestyrelsen den 28. februar 2026:\n\n- Ida Krag (F), Odense\n- Per Vig (B)\n\n{SIGNED}"
    )
    left = ("member", "left", None, "2026-02-28", "Havvig Vækstfond")
    assert told(extract) == [("Ida Krag", *left), ("Per Vig", *left)]


def test_a_deputy_who_is_yet_to_be_found_ends_no_list(read):
    extract = read(
        f"{TO_A_BOARD}Udpegning af medlemmer til bestyrelsen for Havvig Vækstfond\n\nKære Eva\n\n"
        "KKR Fyn udpegede følgende medlemmer og stedfortrædere:\n\nMedlem\tParti\tStedfortræder\n"
        f"Anna Holm\tA\tUdpeges senere\nBo Lund\tV\tIda Krag (F)\n\n{SIGNED}"
    )
    assert [(one.person, one.by, one.deputy_for) for one in extract.appointments] == [
        ("Anna Holm", "KKR Fyn", None),
        ("Bo Lund", "KKR Fyn", None),
        ("Ida Krag", "KKR Fyn", "Bo Lund"),
    ]
