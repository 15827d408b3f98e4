"""The file of what persons have decided about who is who."""

from datetime import date

import pytest

from kkr_graph.curation.judgements import read_judgements
from kkr_graph.errors import RegistryError
from kkr_graph.model.identity import Verdict
from tests.factory import judgement

HEADER = "left,right,verdict,by,day,reason\n"


def test_no_file_is_no_judgement(tmp_path):
    assert read_judgements(tmp_path / "judgements.csv") == ()


def test_judgements_are_read_in_order(tmp_path):
    path = tmp_path / "judgements.csv"
    path.write_text(
        HEADER + 'bo-lund-2,bo-lund,positive,ea,2025-11-03,"Flyttede, jf. valget"\n'
        "bo-lund,0123456789abcdef:bo lund|V,negative,ea,2025-11-04,\n",
        encoding="utf-8",
    )
    assert read_judgements(path) == (
        judgement(
            "bo-lund-2", "bo-lund", by="ea", day=date(2025, 11, 3), reason="Flyttede, jf. valget"
        ),
        judgement(
            "bo-lund",
            "0123456789abcdef:bo lund|V",
            Verdict.NEGATIVE,
            by="ea",
            day=date(2025, 11, 4),
        ),
    )


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("a,b,maybe,ea,2025-11-03,", "linje 2: »maybe« er ingen vurdering"),
        ("a,a,positive,ea,2025-11-03,", "linje 2: »a« sammenlignes med sig selv"),
        ("a,b,positive,,2025-11-03,", "linje 2: kolonnen by er tom"),
        ("a,b,positive,ea,,", "linje 2: kolonnen day er tom"),
        ("a,b,positive,ea,3/11-2025,", "linje 2: »3/11-2025« i kolonnen day"),
        ("a,,positive,ea,2025-11-03,", "linje 2: kolonnen right er tom"),
        ("a,b,positive,ea,2025-11-03", "linje 2: 5 felter"),
    ],
)
def test_a_mistake_is_an_error_with_its_line(tmp_path, line, complaint):
    path = tmp_path / "judgements.csv"
    path.write_text(f"{HEADER}{line}\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=complaint):
        read_judgements(path)
