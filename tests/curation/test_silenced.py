"""The file of findings that are set aside is read strictly, and may be missing."""

from datetime import date

import pytest

from kkr_graph.curation.silenced import read_silenced
from kkr_graph.errors import RegistryError

HEADING = "key,value,by,day,reason\n"
LINE = "outside-area:ab12,cd34,Ea,2025-12-01,flytter 1. januar\n"


def read(folder, text):
    file = folder / "silenced.csv"
    file.write_text(text, encoding="utf-8")
    return read_silenced(file)


def test_without_the_file_nothing_is_silenced(tmp_path):
    assert read_silenced(tmp_path / "silenced.csv") == ()


def test_a_line_says_what_by_whom_when_and_why(tmp_path):
    (silence,) = read(tmp_path, HEADING + LINE)
    assert (silence.key, silence.value) == ("outside-area:ab12", "cd34")
    assert (silence.by, silence.day) == ("Ea", date(2025, 12, 1))
    assert silence.reason == "flytter 1. januar"


@pytest.mark.parametrize(
    ("old", "new"),
    [("Ea", ""), ("flytter 1. januar", ""), ("2025-12-01", "1.12.2025"), (",cd34", ","),
     ("outside-area:ab12", ""), ("2025-12-01", "")],
    ids=["by", "reason", "day", "value", "key", "no-day"],
)  # fmt: skip
def test_a_line_without_a_reason_or_a_name_silences_nothing(tmp_path, old, new):
    with pytest.raises(RegistryError, match="linje 2"):
        read(tmp_path, HEADING + LINE.replace(old, new))
