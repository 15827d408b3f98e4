"""A small registry on disk that is right, for tests to spoil."""

from pathlib import Path

TABLES = {
    "municipalities.csv": (
        "kommunekode;navn;officielt_navn;region_2007_2026;region_fra_2027;kkr;kendte_varianter\n"
        "0101;København;Københavns Kommune;Region Vest;Region Samlet;KKR Øst;\n"
        "0851;Aalborg;Aalborg Kommune;Region Nord;Region Nord;KKR Nord;Ålborg By|Limfjordsbyen\n"
    ),
    "regions.csv": (
        "id;navn;fra;til;kilde\n"
        "vest;Region Vest;2007-01-01;2026-12-31;lov\n"
        "samlet;Region Samlet;2027-01-01;;lov\n"
        "nord;Region Nord;2007-01-01;;lov\n"
    ),
    "parties.csv": (
        "id;bogstav;navn;pressebogstaver;varianter;fra;til;kilde\n"
        "rosen;A;Rosen;S;Rosens Venner;;;valg\n"
        "gammel;D;Gammel Liste;GL|G;;2016-01-01;2025-11-17;valg\n"
    ),
    "bodies.csv": (
        "id;navn;type;forkortelser;varianter;lovgrundlag;kkr;kilde\n"
        "nord;KKR Nord;kommunekontaktråd;;Kommunekontaktråd Nord;vedtægter;;kl\n"
        "oest;KKR Øst;kommunekontaktråd;;;;;kl\n"
        'havneraadet;Havnerådet;råd;HR;"Rådet for Havne|Havnens Råd";lov § 3;KKR Nord;lov\n'
    ),
    "terms.csv": (
        "id;ur;navn;fra;til;kilde\n"
        "valg-2022;kommunalbestyrelse;Valgperiode 2022;2022-01-01;2025-12-31;lov\n"
        "kkr-2022;kkr;KKR 2022;2022-01-01;2026-01-22;møde\n"
        "kkr-2026;kkr;KKR 2026;2026-01-23;2030-01-31;møde\n"
    ),
    "constituent_meetings.csv": (
        "periode;kkr;dato;kilde\n"
        "KKR 2026;KKR Nord;2026-01-23;referat\n"
        "KKR 2026;KKR Øst;2026-01-27;referat\n"
    ),
    "seat_groups.csv": (
        "id;organ;periode;pladser;rolle;indstiller;udpeger;valgform;krav;stedfortræder;"
        "genudpegning;køn;vederlag;møder;frist;lovgrundlag;kilde\n"
        "hr-2026;Havnerådet;KKR 2026;3;medlem;KKR Nord;KKR Øst;flertalsvalg;folkevalgt;ja;"
        "1;lige mange kvinder og mænd;20.000 kr. om året;6;2026-01-09;lov § 3;lov\n"
        "hr-formand;Havnerådet;KKR 2026;1;formand;;;;;;;;;;;;lov\n"
    ),
}


def make(folder: Path, **spoiled: tuple[str, str]) -> Path:
    """The registry in ``folder``, with one text replaced in each table that is named."""
    folder.mkdir(exist_ok=True)
    for name, text in TABLES.items():
        old, new = spoiled.pop(name.removesuffix(".csv"), ("", ""))
        assert old in text, f"{name} has no {old!r} to spoil"
        (folder / name).write_text(text.replace(old, new, 1) if old else text, encoding="utf-8")
    assert not spoiled, f"no such table: {spoiled}"
    return folder
