"""The file of frozen identifiers."""

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_graph.curation.ledger import append_to_ledger, read_ledger, remove_from_ledger
from kkr_graph.errors import ConfigError, RegistryError
from kkr_graph.model.identity import LedgerEntry
from tests.factory import entry

UNTIMED = settings(deadline=None)  # other programs may use the machine

HEADER = "slug,name,municipality,party,organization,body,since,mention\n"
BO = entry("bo-lund", "Bo Lund", "V", "Thisted", since=date(2025, 10, 24), mention="ab:bo lund")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "identities.csv"
    path.write_text(HEADER, encoding="utf-8")
    return path


def with_line(path: Path, *lines: str) -> Path:
    path.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_what_is_appended_is_read_in_order_of_birth(path):
    second = entry("aase-dam", "Åse Dam, den yngre", organization='KL "Nord"')
    append_to_ledger(path, [BO])
    append_to_ledger(path, [second])
    assert read_ledger(path) == (BO, second)


def test_the_file_is_plain(path):
    append_to_ledger(path, [BO])
    assert path.read_bytes().decode() == (
        HEADER + "bo-lund,Bo Lund,Thisted,V,,,2025-10-24,ab:bo lund\n"
    )
    assert [each.name for each in path.parent.iterdir()] == ["identities.csv"]


def test_nobody_to_append_leaves_the_file_alone(path):
    before = path.stat()
    append_to_ledger(path, [])
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_slug_taken_meanwhile_is_refused_and_the_file_kept(path):
    append_to_ledger(path, [BO])
    before = path.read_bytes()
    with pytest.raises(ConfigError, match="bo-lund er taget i brug"):
        append_to_ledger(path, [entry("eva-dam", "Eva Dam"), BO])
    assert path.read_bytes() == before


def test_a_missing_ledger_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "identities.csv"
    for use in (lambda: read_ledger(path), lambda: append_to_ledger(path, [BO])):
        with pytest.raises(ConfigError, match=r"identities\.csv") as refused:
            use()
        assert "nye adresser" in str(refused.value)
        assert HEADER.strip() in refused.value.hint
    assert not path.exists()


def test_the_advice_for_a_new_data_set_works(tmp_path):
    path = tmp_path / "identities.csv"
    with pytest.raises(ConfigError) as refused:
        read_ledger(path)
    path.write_text(refused.value.hint.rpartition(": ")[2], encoding="utf-8")
    assert read_ledger(path) == ()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("bo-lund,Bo Lund,,,,,,", "linje 3: identiteten bo-lund står der allerede"),
        ("Bo Lund,Bo Lund,,,,,,", "linje 3: »Bo Lund« er ikke en identitet"),
        (",Bo Lund,,,,,,", "linje 3: kolonnen slug er tom"),
        ("bo-lund-2,,,,,,,", "linje 3: kolonnen name er tom"),
        ("bo-lund-2,Bo Lund,,,,,24-10-2025,", "linje 3: »24-10-2025« i kolonnen since"),
        ("bo-lund-2,Bo Lund,,,,,20251024,", "linje 3: »20251024« i kolonnen since"),
        ("bo-lund-2,Bo Lund", "linje 3: 2 felter, hvor der skal være 8"),
        ('bo-lund-2,"Bo Lund,,,,,,', "anførselstegnene går ikke op"),
    ],
)
def test_a_mistake_is_an_error_with_its_line(path, line, complaint):
    with_line(path, "bo-lund,Bo Lund,Thisted,V,,,2025-10-24,ab:bo lund", line)
    with pytest.raises(RegistryError, match=complaint) as refused:
        read_ledger(path)
    assert refused.value.hint


def test_a_spreadsheets_semicolons_are_refused_with_advice(path):
    path.write_text(HEADER.replace(",", ";"), encoding="utf-8")
    with pytest.raises(RegistryError, match="første linje") as refused:
        read_ledger(path)
    assert "komma" in refused.value.hint


def test_another_encoding_is_refused(path):
    path.write_text(HEADER + "aase-dam,Åse Dam,,,,,,\n", encoding="cp1252")
    with pytest.raises(RegistryError, match="UTF-8"):
        read_ledger(path)


def test_blank_lines_a_byte_order_mark_and_windows_line_ends_do_no_harm(path):
    text = HEADER + "\naase-dam,Åse Dam,,,,,,\n\n"
    path.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert read_ledger(path) == (entry("aase-dam", "Åse Dam"),)


def test_when_writing_fails_the_ledger_stays_as_it_was(path):
    append_to_ledger(path, [BO])
    before = path.read_bytes()
    with pytest.raises(UnicodeEncodeError):
        append_to_ledger(path, [entry("eva-dam", "Eva \ud800Dam")])
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["identities.csv"]


@pytest.mark.parametrize(
    "text",
    [
        HEADER,
        HEADER.strip(),
        HEADER + '\n"eva-dam","Eva Dam",,,,,,\n\n\n',
        HEADER + 'eva-dam,"Eva\nDam",,,,,,',
        (HEADER + "eva-dam,Eva Dam,,,,,,\n").replace("\n", "\r\n"),
        "\ufeff" + HEADER,
    ],
)
def test_who_is_added_and_taken_out_again_leaves_no_trace(path, text):
    before = text.encode()
    path.write_bytes(before)
    append_to_ledger(path, [BO, entry("aase-dam", "Åse Dam, den yngre")])
    assert path.read_bytes().startswith(before)
    assert {each.slug for each in read_ledger(path)} >= {"bo-lund", "aase-dam"}
    remove_from_ledger(path, {"bo-lund", "aase-dam"})
    assert path.read_bytes() == before


_text = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1
).map(str.strip)
_written = st.one_of(st.none(), _text.map(lambda text: text or None))


@UNTIMED
@given(
    st.lists(
        st.builds(
            LedgerEntry,
            slug=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
            name=_text.filter(bool),
            municipality=_written,
            party=_written,
            organization=_written,
            body=_written,
            since=st.none() | st.dates(),
            mention=_written,
        ),
        unique_by=(lambda each: each.slug, lambda each: each.mention or each.slug),
        max_size=4,
    )
)
def test_every_entry_survives_being_written_and_read(tmp_path_factory, entries):
    folder = tmp_path_factory.mktemp("ledger")
    path = folder / "identities.csv"
    path.write_text(HEADER, encoding="utf-8")
    append_to_ledger(path, entries)
    assert read_ledger(path) == tuple(entries)
    with path.open(encoding="utf-8", newline="") as file:
        assert {len(row) for row in csv.reader(file)} == {8}
    shutil.rmtree(folder)
