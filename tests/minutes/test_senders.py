"""Who sent those who came: groups and columns of delegations, and sentences of who came beside them."""

import pytest

from tests.minutes.paper import paper


def sent(extract) -> list[str]:
    """``Anna Holm: present, Region Fyn``: and for whom or for which items."""
    return [
        f"{one.name}: {one.status}"
        + "".join(f", {told}" for told in (one.organization, one.municipality) if told)
        + (f" for {one.deputy_for}" if one.deputy_for else "")
        + (f" at {','.join(one.items)}" if one.items else "")
        for one in extract.attendance
    ]


FRONTS = {
    # a first column that says who sent those in the others, under any heading
    "Delegation\tTil stede\tAfbud\nRegion Fyn\tAnna Holm (A)\n\tBo Lund (V), Assens\nDen Fynske Kreds\tEva Skov\tIb Kær": [
        "Anna Holm: present, Region Fyn",
        "Bo Lund: present, Region Fyn, Assens",
        "Eva Skov: present, Den Fynske Kreds",
        "Ib Kær: absent, Den Fynske Kreds",
    ],
    "Organisation\tMedlem\tDeltagelse\nFH\tAnna Holm, formand\tDeltog\nDA\tBo Lund\tAfbud\nDA\tEva Skov\tDeltog for Bo Lund": [
        "Anna Holm: present, FH",
        "Bo Lund: absent, DA",
        "Eva Skov: present, DA for Bo Lund",
    ],
    # groups below the heading of a list, also such as would head a list of guests elsewhere
    "MEDLEMMER\nFra Region Fyn: Anna Holm (A),\n   Bo Lund (V)\nFra Assens Kommune:   Eva Skov (C)\n\nFRAVÆRENDE\nBo Lund (V)": [
        "Anna Holm: present, Region Fyn",
        "Bo Lund: absent, Region Fyn",
        "Eva Skov: present, Assens",
    ],
    "Medlemmer\n\nRegion Fyn\n- Anna Holm (A): Deltog\n\nKommunerne\n- Bo Lund (V), Assens: Afbud\n\nPLO Fyn\n- Eva Skov: Deltog": [
        "Anna Holm: present, Region Fyn",
        "Bo Lund: absent, Assens",
        "Eva Skov: present, PLO Fyn",
    ],
    # below the people a name of an organisation says of nobody further down
    "Deltagere\nAnna Holm\n\nRegion Fyn\n\nBo Lund": ["Anna Holm: present", "Bo Lund: present"],
    # politicians who also came are members as those before them, and staff are guests
    "Til stede var Anna Holm (A) og Bo Lund (V). Endvidere deltog Eva Skov (C). Desuden deltog direktør Ib Kær, KL. Under punkt 1 deltog chef Lis Rye, Fynbus.": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
        "Ib Kær: guest, KL",
        "Lis Rye: guest, Fynbus at 1",
    ],
    "Til stede:\tAnna Holm (A)\nGæst (punkt 1):\tEva Skov, revisor, Revision Fyn": [
        "Anna Holm: present",
        "Eva Skov: guest, Revision Fyn at 1",
    ],
    # somebody came for one who is in no other list
    "Deltagere\nAnna Holm (A), der mødte for rådmand Bo Lund (V), Assens Kommune": [
        "Anna Holm: present for Bo Lund",
        "Bo Lund: absent, Assens",
    ],
    "Deltagere\nAnna Holm (A)\n\nFraværende\nBo Lund (V). Eva Skov (V) mødte som stedfortræder for ham.": [
        "Anna Holm: present",
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
    "Deltagere\nAnna Holm (A)\n\nFraværende\nBo Lund (V). Eva Skov (V) mødte i hans sted.": [
        "Anna Holm: present",
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
}


@pytest.mark.parametrize("front", FRONTS)
def test_a_list_says_who_sent_whom(front, read):
    assert sorted(sent(read(paper(front=front)))) == sorted(FRONTS[front])


def test_in_a_part_of_a_body_a_chair_is_of_the_body_that_is_named(read):
    front = "Til stede var borgmester Anna Holm (A), Vejle Kommune, formand\nfor KKR Syddanmark, og Bo Lund (V), Fanø Kommune."
    head = "Referat af møde i KKR Syddanmarks formandskab den 24. oktober 2025"
    extract = read(paper(front=front, head=head))
    assert extract.document.body == "KKR Syddanmarks formandskab"
    assert [(one.person, one.body, one.role) for one in extract.appointments] == [
        ("Anna Holm", "KKR Syddanmark", "chair")
    ]
