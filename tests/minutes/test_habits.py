"""One attendance as secretaries write it, each in a habit of her own."""

import pytest

from tests.minutes.paper import paper

CAME = {
    ("Anna Birkholm", "present", None),
    ("Karen Møgelvang", "present", None),
    ("Bo Lundegaard", "absent", None),
    ("Ida Krag", "present", "Bo Lundegaard"),
    ("Jens Faurholt", "guest", None),
    ("Mette Brandt", "guest", None),
}
FRONTS = {
    "sentences behind labels": (
        "Deltagere: Borgmester Anna Birkholm (A), Odense, byrådsmedlem Karen Møgelvang (V), Assens, og byrådsmedlem Ida Krag (C), Vejle (for Bo Lundegaard).\n"
        "Afbud: Bo Lundegaard (C), Vejle.\n"
        "Fra sekretariatet: Sekretariatschef Jens Faurholt og konsulent Mette Brandt."
    ),
    "further in": (
        "Til stede\n"
        "\tAnna Birkholm (A), Odense\n"
        "\tKaren Møgelvang (V), Assens\n"
        "\tIda Krag (C), Vejle, stedfortræder for Bo Lundegaard\n"
        "\n"
        "Ikke til stede\n"
        "\tBo Lundegaard (C), Vejle\n"
        "\n"
        "Fra KKR-sekretariatet\n"
        "\tJens Faurholt\n"
        "\tMette Brandt (referent)"
    ),
    "places ahead": (
        "Mødedeltagere\n"
        "Odense: Anna Birkholm (A)\n"
        "Assens: Karen Møgelvang (V)\n"
        "Vejle: Ida Krag (C) i stedet for Bo Lundegaard (C)\n"
        "\n"
        "Afbud\n"
        "Vejle: Bo Lundegaard (C)\n"
        "\n"
        "Sekretariat\n"
        "Jens Faurholt, sekretariatschef\n"
        "Mette Brandt, konsulent"
    ),
    "dashes": (
        "DELTAGERE\n"
        "Anna Birkholm (A) – borgmester, Odense Kommune\n"
        "Karen Møgelvang (V) – byrådsmedlem, Assens Kommune\n"
        "Ida Krag (C) – byrådsmedlem, Vejle Kommune (stedfortræder for Bo Lundegaard)\n"
        "\n"
        "AFBUD\n"
        "Bo Lundegaard (C) – borgmester, Vejle Kommune\n"
        "\n"
        "SEKRETARIAT\n"
        "Jens Faurholt – sekretariatschef\n"
        "Mette Brandt – konsulent"
    ),
    "the deputy below who was away": (
        "Deltagere:\n"
        "- Anna Birkholm (A), borgmester, Odense\n"
        "- Karen Møgelvang (V), byrådsmedlem, Assens\n"
        "- Ida Krag (C), byrådsmedlem, Vejle (stedfortræder)\n"
        "Afbud:\n"
        "- Bo Lundegaard (C), borgmester, Vejle\n"
        "  (Ida Krag deltog som stedfortræder)\n"
        "Øvrige:\n"
        "- Jens Faurholt, sekretariatschef, KL\n"
        "- Mette Brandt, konsulent, KL"
    ),
    "semicolons": (
        "Tilstede: Anna Birkholm, A, Odense; Karen Møgelvang, V, Assens; Ida Krag, C, Vejle (suppleant for Bo Lundegaard)\n"
        "Afbud: Bo Lundegaard, C, Vejle\n"
        "Sekretariatet: Jens Faurholt; Mette Brandt (ref.)"
    ),
    "numbers": (
        "Fremmødte:\n"
        "1. Anna Birkholm (A)\n"
        "2. Karen Møgelvang (V)\n"
        "3. Ida Krag (C), supp. for Bo Lundegaard\n"
        "\n"
        "Fraværende:\n"
        "1. Bo Lundegaard (C)\n"
        "\n"
        "Desuden deltog:\n"
        "1. Jens Faurholt, sekretariatet\n"
        "2. Mette Brandt, sekretariatet"
    ),
    "the deputy in a sentence": (
        "Til stede var: Anna Birkholm (A), Karen Møgelvang (V), Ida Krag (C).\n"
        "Ida Krag deltog som stedfortræder for Bo Lundegaard (C), som havde meldt afbud.\n"
        "Endvidere deltog: Jens Faurholt og Mette Brandt, begge KL."
    ),
    "a status that tells who came": (
        "Medlem\tKommune\tStatus\n"
        "Anna Birkholm (A)\tOdense\tDeltog\n"
        "Karen Møgelvang (V)\tAssens\tDeltog\n"
        "Bo Lundegaard (C)\tVejle\tAfbud – Ida Krag deltog\n"
        "\n"
        "Sekretariat: Jens Faurholt, Mette Brandt"
    ),
    "crosses": (
        "Navn\tParti\tKommune\tTil stede\tAfbud\n"
        "Anna Birkholm\tA\tOdense\tX\t\n"
        "Karen Møgelvang\tV\tAssens\tX\t\n"
        "Bo Lundegaard\tC\tVejle\t\tX\n"
        "Ida Krag (stedfortræder for Bo Lundegaard)\tC\tVejle\tX\t\n"
        "\n"
        "Sekretariat: Jens Faurholt, Mette Brandt"
    ),
    "brackets": (
        "Mødedeltagere: Anna Birkholm (A) (formand), Karen Møgelvang (V) (næstformand), Ida Krag (C) (stedfortræder for Bo Lundegaard)\n"
        "Forfald: Bo Lundegaard (C)\n"
        "Øvrige mødedeltagere: Jens Faurholt (sekretariatschef), Mette Brandt (konsulent)"
    ),
    "people below each other beside a label": (
        "Deltog:\tAnna Birkholm (A)\n"
        "\tKaren Møgelvang (V)\n"
        "\tIda Krag (C) for Bo Lundegaard\n"
        "Afbud:\tBo Lundegaard (C)\n"
        "Adm.:\tJens Faurholt\n"
        "\tMette Brandt"
    ),
    "offices ahead": (
        "Formand: Anna Birkholm (A), Odense\n"
        "Næstformand: Karen Møgelvang (V), Assens\n"
        "Medlemmer: Ida Krag (C), Vejle (stedfortræder for Bo Lundegaard)\n"
        "Afbud: Bo Lundegaard (C), Vejle\n"
        "Sekretariat: Jens Faurholt, Mette Brandt"
    ),
    "those who did not come": (
        "Mødt: Anna Birkholm (A), Karen Møgelvang (V), Ida Krag (C).\n"
        "Ikke mødt: Bo Lundegaard (C) (afbud – stedfortræder Ida Krag).\n"
        "Desuden mødt: Kommunaldirektør Jens Faurholt og udvalgssekretær Mette Brandt."
    ),
    "parties last": (
        "Deltagere:\n"
        "Borgmester Anna Birkholm, Odense (A)\n"
        "Borgmester Karen Møgelvang, Assens (V)\n"
        "Byrådsmedlem Ida Krag, Vejle (C) (som stedfortræder for borgmester Bo Lundegaard)\n"
        "Afbud fra:\n"
        "Borgmester Bo Lundegaard, Vejle (C)\n"
        "Sekretariat:\n"
        "Jens Faurholt, KKR Syddanmark\n"
        "Mette Brandt, KKR Syddanmark"
    ),
    "who led the meeting": (
        "Mødeleder: Anna Birkholm (A)\n"
        "Deltagere: Karen Møgelvang (V), Ida Krag (C) (stedfortræder for Bo Lundegaard)\n"
        "Afbud: Bo Lundegaard (C)\n"
        "Referent: Mette Brandt\n"
        "Sekretariat: Jens Faurholt, Mette Brandt"
    ),
}


@pytest.mark.parametrize("front", FRONTS.values(), ids=list(FRONTS))
def test_who_came(front, read):
    extract = read(paper(front=front, head="Referat af møde i KKR Syddanmark den 10. juni 2026"))
    assert {(one.name, one.status.value, one.deputy_for) for one in extract.attendance} == CAME
    assert len(extract.attendance) == len(CAME)
    assert extract.unclaimed == ()
