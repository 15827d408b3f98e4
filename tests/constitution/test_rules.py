"""Each rule is broken by one small change of the graph, and nearly broken by another."""

from datetime import date

import pytest

from kkr_graph.constitution.proposals import Proposal
from kkr_graph.constitution.reading import EVERYTHING, Wanted
from kkr_graph.constitution.rules import RULES, read_breaches
from kkr_graph.curation.silenced import Silence, part
from kkr_graph.errors import QueryError
from kkr_graph.store.embedded import open_graph
from tests.overview.graphs import BOARD, FIXTURE, write_graph

DAY = date(2025, 12, 1)
AAEN = "<tenure/t3> a kkr:Tenure ;"
OURS = "<seat-group/aal-ours> a kkr:SeatGroup ;"
CHAIR = "<seat-group/aal-chair> a kkr:SeatGroup ;"
COPENHAGEN = (
    "<forum/aalebestyrelsen> a kkr:Forum ;",
    '<kommune/0101> a kkr:Municipality ; skos:prefLabel "København"@da .\n'
    "  <forum/aalebestyrelsen> a kkr:Forum ;",
)
BOARD_TERM = (
    "<seat-group/deb-2022> a kkr:SeatGroup ;",
    '<term/kkr-2018> a kkr:ElectoralTerm ; skos:prefLabel "KKR 2018-2022"@da ;\n'
    '    kkr:clock kkrc:kkr-clock ; kkr:from "2018-02-01"^^xsd:date ;\n'
    '    kkr:through "2022-01-31"^^xsd:date .\n'
    "  <seat-group/deb-2022> a kkr:SeatGroup ;",
)
ANNA_LONG = (
    'kkr:fromMunicipality <kommune/0851> ; kkr:from "2025-08-29"^^xsd:date ;\n'
    '    kkr:through "9999-12-31"^^xsd:date ; kkr:lastSeen "2025-10-24"',
    'kkr:fromMunicipality <kommune/0851> ; kkr:from "2018-08-29"^^xsd:date ;\n'
    '    kkr:through "9999-12-31"^^xsd:date ; kkr:lastSeen "2025-10-24"',
)
NOMINATED = (
    "<tenure/h2> a kkr:Hypothesis ; org:member <person/brandt> ; org:organization "
    '<forum/aalebestyrelsen> ;\n    org:role kkrc:member ; kkr:from "2025-08-29"',
    "<tenure/h2> a kkr:Hypothesis ; org:member <person/brandt> ; org:organization "
    "<forum/aalebestyrelsen> ;\n"
    "    kkr:decidedIn <meeting/nordjylland/2025-08-29/item/3.1/decision> ;\n"
    '    org:role kkrc:chair ; kkr:from "2026-02-01"',
)


def with_more(anchor, more):
    return anchor, f"{anchor} {more} ;"


def limited(times):
    return BOARD_TERM[0], f"{BOARD_TERM[1]} kkr:reappointmentLimit {times} ;"


def graph_of(folder, *changes):
    """The two fixtures with some texts replaced, each in the file that has it."""
    folder.mkdir(exist_ok=True)
    written = []
    unused = list(changes)
    for file in (FIXTURE, BOARD):
        text = file.read_text(encoding="utf-8")
        for change in changes:
            if change[0] in text:
                text = text.replace(*change)
                unused.remove(change)
        (folder / file.name).write_text(text, encoding="utf-8")
        written.append(folder / file.name)
    assert unused == []
    return open_graph(write_graph(folder / "graph", *written))


def breaches(folder, *changes, day=DAY, wanted=EVERYTHING, proposals=()):
    return read_breaches(graph_of(folder, *changes), day=day, wanted=wanted, proposals=proposals)


def of(found, rule):
    return [(each.severity, each.message) for each in found if each.rule == rule]


BROKEN = {
    "outside-area": (
        [
            COPENHAGEN,
            with_more(
                AAEN, "kkr:politicalAffiliation <party/venstre> ; kkr:fromMunicipality <kommune/0101>"
            ),
        ],
        "violation",
        "Aaen (Venstre, København) er medlem i Ålebestyrelsen, KKR 2022-2026, men København ligger "
        "ikke i KKR Nordjyllands område. Hjemmel: forretningsorden for KKR § 4, stk. 4.",
    ),
    "chair-not-member": (
        [("org:member <person/bo-lund> ;\n    org:organization <kkr/nordjylland>",
          "org:member <person/jens-jensen> ;\n    org:organization <kkr/nordjylland>")],
        "violation",
        "Jens Jensen er formand for KKR Nordjylland, men står ikke blandt medlemmerne i noget "
        "referat. Hjemmel: KL's vedtægter § 15.",
    ),
    "reappointed-too-often": (
        [limited(0), ANNA_LONG],
        "violation",
        "Anna Holm (Socialdemokratiet, Aalborg) er repræsentant i Danmarks Erhvervsfremmebestyrelse, "
        "KKR 2022-2026 efter 1 periode; den samme kan ikke genudpeges.",
    ),
    "gender-rule": (
        [with_more(OURS, 'kkr:genderRule "lige mange kvinder og mænd"@da')],
        "info",
        "Kan ikke afgøres: Ålebestyrelsen: KKR's pladser har reglen »lige mange kvinder og mænd«, "
        "men køn er ikke oplyst for Aaen og gættes aldrig af et navn.",
    ),
    "overfilled": (
        [("org:member <person/zeuthen> ; org:organization <forum/aalebestyrelsen> ;\n"
          '    org:role kkrc:vice-chair ; kkr:from "2025-08-29"^^xsd:date ; kkr:through '
          '"9999-12-31"^^xsd:date ;\n    kkr:lastSeen',
          "org:member <person/zeuthen> ; org:organization <forum/aalebestyrelsen> ;\n"
          '    org:role kkrc:chair ; kkr:from "2025-08-29"^^xsd:date ; kkr:through '
          '"9999-12-31"^^xsd:date ;\n    kkr:lastSeen')],
        "violation",
        "Ålebestyrelsen: formand har 1 plads, men 2 indehavere: Zeuthen, Ørum.",
    ),
    "outside-term": (
        [with_more("<tenure/t1> a kkr:Tenure ;", 'schema:endDate "2027-06-30"^^xsd:date')],
        "warning",
        "Ørum er formand i Ålebestyrelsen, KKR 2022-2026 til 30.06.2027, men KKR 2022-2026 slutter "
        "25.01.2026.",
    ),
    "deputy-missing": (
        [with_more(CHAIR, "kkr:requiresDeputy true")],
        "info",
        "Ørum er formand i Ålebestyrelsen, KKR 2022-2026, som skal have en stedfortræder; ingen er "
        "fundet i dokumenterne.",
    ),
}  # fmt: skip
NEARLY = {
    "outside-area": [
        with_more(
            AAEN, "kkr:politicalAffiliation <party/venstre> ; kkr:fromMunicipality <kommune/0851>"
        )
    ],
    "chair-not-member": [],
    "reappointed-too-often": [limited(1), ANNA_LONG],
    "gender-rule": [],  # the seats of the next term have a rule, and nobody in them
    "overfilled": [(*BROKEN["overfilled"][0][0],), ("kkr:numberOfSeats 1 ;\n    org:role kkrc:chair ; "
                   "kkr:appointingBody <kkr/nordjylland> .", "kkr:numberOfSeats 2 ;\n    org:role "
                   "kkrc:chair ; kkr:appointingBody <kkr/nordjylland> .")],
    "outside-term": [
        with_more("<tenure/t1> a kkr:Tenure ;", 'schema:endDate "2026-01-31"^^xsd:date')
    ],
    "deputy-missing": [with_more(OURS, "kkr:requiresDeputy true")],  # who sits there has one
}  # fmt: skip


@pytest.mark.parametrize("rule", BROKEN)
def test_a_rule_names_the_people_the_days_and_the_law(tmp_path, rule):
    changes, severity, message = BROKEN[rule]
    assert of(breaches(tmp_path, *changes), rule) == [(severity, message)]


@pytest.mark.parametrize("rule", NEARLY)
def test_what_nearly_breaks_a_rule_does_not(tmp_path, rule):
    assert of(breaches(tmp_path, *NEARLY[rule]), rule) == []


def test_a_politician_of_unknown_municipality_cannot_be_decided(tmp_path):
    by_party = with_more(AAEN, "kkr:politicalAffiliation <party/venstre>")
    by_words = with_more(OURS, "kkr:requiresElected true")
    for number, change in enumerate((by_party, by_words)):
        [(severity, message)] = of(breaches(tmp_path / str(number), change), "outside-area")
        assert severity == "info"
        assert message.startswith("Kan ikke afgøres: Aaen")


def test_who_is_no_politician_may_come_from_anywhere(tmp_path):
    elsewhere = with_more(AAEN, "kkr:fromMunicipality <kommune/0101>")
    assert of(breaches(tmp_path, COPENHAGEN, elsewhere), "outside-area") == []


def test_without_a_list_of_members_it_is_not_known_whether_the_chair_is_one(tmp_path):
    [(severity, message)] = of(
        breaches(tmp_path, ("a kkr:Participation", "a kkr:No")), "chair-not-member"
    )
    assert severity == "info"
    assert message.startswith("Kan ikke afgøres: Bo Lund er formand for KKR Nordjylland")


def test_a_nomination_is_overdue_the_day_after_the_deadline(tmp_path):
    late = breaches(tmp_path / "late", NOMINATED, day=date(2026, 1, 27))
    assert of(late, "nomination-overdue") == [
        (
            "warning",
            "Brandt blev indstillet 29.08.2025 til formand i Ålebestyrelsen, Kommunal valgperiode "
            "2026-2029; fristen var 26.01.2026, og intet dokument viser, at KKR Nordjylland har udpeget.",
        )
    ]
    in_time = breaches(tmp_path / "time", NOMINATED, day=date(2026, 1, 26))
    assert of(in_time, "nomination-overdue") == []


def proposal(seat, **fields):
    defaults = {
        "name": "Ida Krag",
        "municipality": "Aalborg",
        "party": "Venstre",
        "deputy": "Ib Bo",
    }
    return Proposal(seat=seat, source="forslag.csv, række 2", **(defaults | fields))


def test_proposals_are_held_to_the_rules_before_the_meeting(tmp_path):
    told = breaches(
        tmp_path,
        proposals=[proposal("aal-coming:oerum", deputy="", municipality="København")],
    )
    assert of(told, "deputy-missing") == [
        (
            "warning",
            "Ida Krag (Venstre, København) er foreslået som formand i Ålebestyrelsen, Kommunal "
            "valgperiode 2026-2029, som skal have en stedfortræder; ingen er foreslået.",
        )
    ]
    [(severity, message)] = of(told, "outside-area")
    assert severity == "violation"
    assert "er foreslået som formand" in message
    [source] = {each.source.document for each in told if each.rule == "outside-area"}
    assert source == "forslag.csv, række 2"


def test_a_proposal_for_a_seat_that_there_is_not_is_refused(tmp_path):
    with pytest.raises(QueryError, match=r"Ida Krag .*»aal-nowhere:1«.*forslag\.csv, række 2"):
        breaches(tmp_path, proposals=[proposal("aal-nowhere:1")])


def test_a_proposal_that_keeps_the_rules_breaks_none(tmp_path):
    told = breaches(tmp_path, proposals=[proposal("aal-coming:oerum")])
    assert of(told, "deputy-missing") == of(told, "outside-area") == []


def test_one_person_in_three_fora_is_told_and_in_two_is_not(tmp_path):
    three = [proposal(seat) for seat in ("aal-coming:1", "erhvervshus-2026:1", "deb-2022:1")]
    told = breaches(tmp_path / "three", proposals=three)
    assert of(told, "many-seats") == [
        (
            "info",
            "Ida Krag har eller er tiltænkt pladser i 3 fora: Danmarks Erhvervsfremmebestyrelse, "
            "Erhvervshus Nordjylland, Ålebestyrelsen.",
        )
    ]
    assert of(breaches(tmp_path / "two", proposals=three[:2]), "many-seats") == []
    namesakes = [*three[:2], proposal("deb-2022:1", municipality="Thisted")]
    assert of(breaches(tmp_path / "names", proposals=namesakes), "many-seats") == []


def test_a_post_in_a_forum_without_known_seats_counts_among_the_three(tmp_path):
    more = "".join(
        f"""<tenure/more-{forum}> a kkr:Tenure ; org:member <person/bo-lund> ;
    org:organization <forum/{forum}> ; org:role kkrc:member ; kkr:from "2025-08-29"^^xsd:date ;
    kkr:through "9999-12-31"^^xsd:date ; kkr:lastSeen "2025-10-24"^^xsd:date ;
    kkr:endStatus kkrc:end-unknown .\n  """
        for forum in ("erhvervshus-nordjylland", "aalebestyrelsen", "havnen")
    )
    told = of(breaches(tmp_path, (NOMINATED[0], more + NOMINATED[0])), "many-seats")
    assert [message for _, message in told if message.startswith("Bo Lund")]


def test_the_spread_over_municipalities_and_parties_is_information(tmp_path):
    proposals = [
        proposal("erhvervshus-2026:1"),
        proposal("erhvervshus-2026:2", name="Bo Lund", municipality="Thisted"),
    ]
    wanted = Wanted(forum="Erhvervshus Nordjylland")
    told = breaches(tmp_path / "two", wanted=wanted, proposals=proposals)
    assert of(told, "spread") == [
        (
            "info",
            "Erhvervshus Nordjylland, KKR 2026-2030: 2 for KKR Nordjylland fra Thisted 1, Aalborg 1; "
            "Venstre 2. KKR Nordjylland har 4 kommuner.",
        )
    ]
    one = breaches(tmp_path / "one", wanted=wanted, proposals=proposals[:1])
    assert of(one, "spread") == []


def test_two_documents_that_disagree_are_told(tmp_path):
    assert of(breaches(tmp_path / "both"), "sources-disagree") == [
        (
            "warning",
            "To oplysninger om parti på et møde for Bo Lund (KKR Nordjylland 29.08.2025): "
            "Radikale Venstre og Venstre.",
        )
    ]
    one = ("<party/venstre> , <party/radikale-venstre>", "<party/venstre>")
    assert of(breaches(tmp_path / "one", one), "sources-disagree") == []


def test_every_rule_is_tried_above():
    tried = {*BROKEN, "nomination-overdue", "many-seats", "spread", "sources-disagree"}
    assert sorted(tried) == sorted(rule.code for rule in RULES)


def silence(breach):
    return Silence(key=breach.key, value=breach.value, by="Ea", day=DAY, reason="set efter")


def test_a_silenced_breach_stays_silent_and_returns_when_its_value_changes(tmp_path):
    changes, _, _ = BROKEN["outside-area"]
    (before,) = (x for x in breaches(tmp_path / "a", *changes) if x.rule == "outside-area")
    (same,) = (x for x in breaches(tmp_path / "b", *changes) if x.rule == "outside-area")
    assert part([same], [silence(before)]) == ((), ((same, silence(before)),))
    moved = [(old, new.replace("0101", "0787x")) for old, new in changes]
    moved[0] = (moved[0][0], moved[0][1].replace("København", "Roskilde"))
    (after,) = (x for x in breaches(tmp_path / "c", *moved) if x.rule == "outside-area")
    assert after.key == before.key
    assert part([after], [silence(before)]) == ((after,), ())


def test_a_silence_is_for_one_breach_and_no_other(tmp_path):
    found = breaches(tmp_path, with_more(CHAIR, "kkr:requiresDeputy true"))
    open_, aside = part(found, [silence(found[0])])
    assert len(aside) == 1
    assert set(open_) == set(found) - {found[0]}
    assert len({each.key for each in found}) == len(found)
