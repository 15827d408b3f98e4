"""Nobody's number or address is kept, and every other character stands where it stood."""

import pytest

from kkr_graph.model.contacts import without_contacts


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Ina Vang, tlf. 63 11 22 33", "Ina Vang, tlf. xx xx xx xx"),
        ("Telefon: 63112233, mobil 20304050", "Telefon: xxxxxxxx, mobil xxxxxxxx"),
        ("tlf. 63 11 22 33 / 20 30 40 50.", "tlf. xx xx xx xx / xx xx xx xx."),
        ("Mobil\t2030 4050", "Mobil\txxxx xxxx"),
        ("ring (+45) 63112233", "ring (+xx) xxxxxxxx"),
        ("Ring 63 11 22 33, hvis", "Ring xx xx xx xx, hvis"),
        ("Ina Vang\t63112233\tFaaborg", "Ina Vang\txxxxxxxx\tFaaborg"),
        ("skriv til i.vang@kommune.dk.", "skriv til x.xxxx@xxxxxxx.xx."),
        ("født 010190-1234", "født xxxxxx-xxxx"),
        ("cpr-nr. 0101901234", "cpr-nr. xxxxxxxxxx"),
    ],
)
def test_figures_and_letters_are_crossed_out(written, kept):
    assert without_contacts(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "den 24.10.2025 kl. 14.30",
        "CVR 29 18 99 41, EAN 5798000000000",
        "sag 00.22.00-A00-1-23 og 2026-010190-1234",
        "Stemmer: 20 21 22 23 24 25",
        "deltog via telefon 12. marts 2026",
        "12.345.678 kr. i 2026",
        "@Ina",
    ],
)
def test_other_figures_stay(written):
    assert without_contacts(written) == written
