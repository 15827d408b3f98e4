"""The items of one meeting in the layouts in which Danish secretaries write them. The people are made up.

Eight items, which are approved, noted, postponed, rejected, approved, withdrawn, discussed and empty. A
heading says how an item begins; its sections say how the case and what was decided stand below.
"""

from dataclasses import dataclass
from itertools import takewhile


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What an item is about, what is proposed, and what was decided."""

    title: str
    decided: str
    outcome: str
    told: str = ""
    proposed: str = ""


MATTERS = (
    Matter(
        title="Godkendelse af dagsorden", decided="Godkendt.", outcome="approved",
        told="Dagsordenen er sendt ud den 10. april.", proposed="dagsordenen godkendes",
    ),
    Matter(
        title="Orientering fra formanden", decided="Taget til efterretning.", outcome="noted",
        told="Formanden har holdt møde med havnen.", proposed="orienteringen tages til efterretning",
    ),
    Matter(
        title="Fælles svar om vindmøller", decided="Udsat til næste møde.", outcome="postponed",
        told="Staten har sendt et forslag i høring.", proposed="svaret godkendes",
    ),
    Matter(
        title="Ny busrute til sygehuset", decided="Forslaget blev forkastet.", outcome="rejected",
        told="Ruten koster 2 mio. kr. om året.", proposed="ruten oprettes fra august",
    ),
    Matter(
        title="Budget for sekretariatet", outcome="approved", proposed="budgettet godkendes",
        told="Budgettet er på 4 mio. kr.\nHeraf er 1 mio. kr. til rejser.",
        decided="Godkendt med den tilføjelse, at rejser følges tæt.",
    ),
    Matter(
        title="Lejemål i Havnegade", decided="Punktet udgår.", outcome="withdrawn",
        told="Lejemålet er opsagt.", proposed="lejemålet ophører",
    ),
    Matter(
        title="Rapport om de unge", decided="Drøftet.", outcome="discussed",
        told="Rapporten viser, at flere unge får et job.", proposed="rapporten drøftes",
    ),
    Matter(title="Eventuelt", decided="Intet.", outcome="none"),
)  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
HEADINGS = (
    *("{n}. {t}", "{n} {t}", "{n}) {t}", "{n}: {t}", "{n} - {t}", "{n} – {t}", "{n}.\t{t}"),
    *("0{n}. {t}", "{n}.0 {t}", "({n}) {t}", "[{n}] {t}", "#{n} {t}", "{n}/26 {t}", "{n}. {shout}"),
    *("Pkt. {n} {t}", "Pkt. {n}: {t}", "Pkt. {n}. {t}", "Pkt {n} - {t}", "Pkt. {n}\n{t}"),
    *("Punkt {n}: {t}", "Punkt {n}. {t}", "Punkt {n} – {t}", "Punkt {n} {t}", "Punkt {n}.: {t}"),
    *("Punkt nr. {n}: {t}", "PUNKT {n}: {shout}", "Punkt {n}\n{t}", "Punkt {n}\n\n{t}"),
    *("Sag {n}: {t}", "Sag {n}\n{t}", "Sag nr. {n}: {t}", "Sag nr. {n}\n{t}", "Emne {n}: {t}"),
    *("§ {n} {t}", "§ {n}. {t}", "§ {n}\n{t}", "Nr. {n} {t}", "Nr. {n}: {t}", "{n}\n{t}"),
    *("Ad {n} {t}", "Ad {n}. {t}", "Ad {n}) {t}", "Ad pkt. {n} {t}", "Ad punkt {n}: {t}"),
    *("Dagsordenspunkt {n}: {t}", "Dagsordenens punkt {n}. {t}", "Ad dagsordenens punkt {n}: {t}"),
    *("{roman}. {t}", "Punkt {roman}. {t}", "{t}\nPunkt {n}", "{n}. {t} (10 min.)"),
    *("Åbent punkt {n}: {t}", "Lukket punkt {n}: {t}", "Åben sag {n}: {t}", "{n}. (Åben) {t}"),
    *("{n}. {t}\n26/118{n}", "{n}. {t}\nSagsnr.: 2026-00{n}12", "{n}. {t}\nSAG-2026-0118{n} jp"),
    *("{n}. 26/118{n} {t}", "Punkt {n} (sagsnr. 26/118{n}): {t}", "{n}. {t} (sagsnr. 26/118{n})"),
)  # fmt: skip
FULL = "Sagsfremstilling\n{c}\n\nIndstilling\nDet indstilles, at {i}.\n\nBeslutning\n{d}"
SECTIONS = (
    FULL,
    *("Beslutning\n{d}", "Beslutning:\n{d}", "Beslutning: {d}", "BESLUTNING\n{d}", "Beslutning – {d}"),
    *("Beslutning. {d}", "Beslutninger\n{d}", "Beslutning/konklusion\n{d}", "Konklusion: {d}"),
    *("Beslutning den 24. oktober 2025\n{d}", "Beslutning i KKR Nordjylland den 24-10-2025\n{d}"),
    *("KKR Nordjyllands beslutning\n{d}", "Beslutning i KKR Nordjylland:\n{d}", "Besluttet:\n{d}"),
    *("Konklusion\n{d}", "Vedtagelse\n{d}", "Afgørelse: {d}", "Resultat: {d}", "Politisk behandling\n{d}"),
    *("Behandling:\n{d}", "Beslutningsprotokol\n{d}", "Mødets beslutning\n{d}", "Referat: {d}"),
    *("Rådets beslutning:\n{d}", "Truffet beslutning\n{d}", "Referat\n{d}", "{d}", "{c}\n\n{d}"),
    "Sagsfremstilling:\n{c}\n\nIndstilling:\nat {i}\n\nBeslutning:\n{d}",
    "Resumé\n{c}\n\nIndstilling\nSekretariatet indstiller, at {i}.\n\nSagsfremstilling\nSe bilaget.\n\nBeslutning\n{d}",
    "Resumé: {c}\nIndstilling: Det indstilles, at {i}.\nBeslutning: {d}",
    "Beslutning\n{d}\n\nIndstilling\nDet indstilles, at {i}.\n\nSagsfremstilling\n{c}",
    "Baggrund\n{c}\n\nAnbefaling\nFormandskabet anbefaler, at {i}.\n\nKonklusion\n{d}",
    "Baggrund: {c}\n\nForslag til beslutning: At {i}.\n\nBeslutning: {d}",
    "{c}\n\nSekretariatet indstiller, at {i}.\n\nBeslutning: {d}",
    "{c}\n\nDet indstilles,\n• at {i}\n\nBeslutning:\n{d}",
    "Beslutningstema\n{c}\n\nIndstilling\nat {i}\n\nBeslutning den 24-10-2025\n{d}",
    "Sagen kort\n{c}\n\nAdministrationen indstiller\nat {i}\n\nBeslutning\n{d}",
    "Problemstilling\n{c}\n\nLøsning\nSe bilag.\n\nIndstilling\n1. at {i}\n\nBeslutning\n{d}\n\nBilag\nNotat.pdf",
    "Sagsfremstilling\n{c}\n\nDirektionen indstiller, at {i}.\n\nBeslutning\n{d}\n\nFraværende: Ingen",
    "Sagsbeskrivelse\n{c}\n\nSekretariatets indstilling\nSekretariatet indstiller, at {i}\n\nProtokol\n{d}",
    "Drøftelse: {c}\nBeslutning: {d}",
    "Referat\n{c}\n\nBeslutning\n{d}",
)  # fmt: skip
USUAL = ("{n}. {t}", ("Beslutning\n{d}", "Beslutning: {d}", "{d}", FULL))
GAPS = {"close": ("\n", "\n\n"), "apart": ("\n\n", "\n\n\n")}  # below a heading, and between items


def text_of(heading: str, sections: str, gaps: str) -> str:
    """The minutes of a meeting whose items all have this heading and these sections."""
    below, between = GAPS[gaps]
    items = [
        heading.format(n=n, t=matter.title, shout=matter.title.upper(), roman=ROMAN[n - 1])
        + below
        + _filled(sections, matter)
        for n, matter in enumerate(MATTERS, start=1)
    ]
    return between.join((HEAD, *items)) + "\n"


HEAD = (
    "Referat af møde i KKR Nordjylland\nFredag den 24. oktober 2025 kl. 10.00-12.00\nAalborg Rådhus\n\n"
    "Deltagere:\nAnna Birkholm (A), Aalborg, formand\nBo Lundegaard (V), Brønderslev\n\n"
    "Afbud:\nEva Skovmand (C), Frederikshavn"
)


def _filled(sections: str, matter: Matter) -> str:
    """The sections of an item; one about which nothing is told has the last section alone."""
    if not matter.told:
        sections = _decision(sections)
    return sections.format(c=matter.told, i=matter.proposed, d=matter.decided)


def _decision(sections: str) -> str:
    """The section with the decision."""
    lines = sections.split("\n")
    at = next(i for i, line in enumerate(lines) if "{d}" in line)
    above = takewhile(bool, reversed(lines[:at])) if lines[at] == "{d}" else ()
    return "\n".join((*reversed(tuple(above)), lines[at]))
