"""Names of bodies that many have: built of nothing but common nouns, as "Handicaprådet".

Each municipality has one of most of them, so that the name alone does not tell which is meant.
"""

import re
from functools import lru_cache

from kkr_graph.language.body_nouns import BODY_NOUNS, ending_of
from kkr_graph.model.names import SMALL_WORDS, fold, without_shouting

# what the names of committees and councils are put together of, in their folded form
_STEMS = r"""
    administration | affald | akut | alarm | almen | anlæg | ansættelse | arbejd | arbejde |
    arbejdsmarked | arealer | arkiv | bane | barn | beboer | bedømmelse | behandling | beredskab
    | beskyttelse | beskæftigelse | bestyrelse | betjening | bevilling | bevægelse | bibliotek |
    bil | billed | bo | bolig | borger | bosted | bosætning | brand | bruger | by | byg | bygge
    | byggeri | bygning | bæredygtighed | børn | cykel | dag | data | demens | demokrati |
    dialog | digital | digitalisering | direktion | direktør | distrikt | drift | ejendom | ejer
    | embed | energi | erhverv | evaluering | fag | familie | fiskeri | flygtning | folke |
    forebyggelse | forebyggende | forhandling | formand | forretning | forskning | forsyning |
    forvaltning | forældre | fred | fredning | fremme | frilufts | fritid | frivillig | fælles |
    fællesskab | færdsel | færge | følge | genbrug | generationer | grund | gruppe | grænse |
    grøn | hal | handel | handicap | havn | hegn | helhed | hjemme | hospital | hus | husleje |
    høring | idræt | implementering | indkøb | indsats | industri | infrastruktur | innovation |
    institution | integration | interesse | international | jobcenter | jord | kirke | klage |
    klima | klub | kommunal | kommune | kommunikation | kompetence | koordination | kost | kreds
    | kultur | kulturskole | kunst | kyst | land | landbrug | landsby | ledelse | leder |
    ligestilling | liste | liv | lokal | læge | lærer | læring | medarbejder | miljø |
    ministerium | mobilitet | motion | museum | musik | myndighed | natur | nær | område |
    omsorg | omstilling | opgave | oplevelse | oplysning | ordning | overgreb | park | patient |
    pension | personale | plan | planlægning | pleje | plejehjem | politi | politik | praksis |
    program | projekt | psykiatri | puljer | pårørende | region | regional | rekruttering |
    renovation | repræsentant | risiko | råd | rådgivning | sag | samarbejde | samfund |
    samordning | samråd | senior | service | sikkerhed | sikring | skat | skole | skov | social
    | sogn | sport | sprog | strategi | styre | støtte | sundhed | svømme | syge | sygehus | syn
    | taksation | tandlæge | teater | teknik | teknologi | tema | tilbud | tilgængelighed |
    tillid | tilpasning | tilsyn | trafik | transport | tryghed | turisme | udbud | uddannelse |
    udsat | udsatte | udvikling | ung | ungdom | unge | valg | vand | vandløb | varme |
    vedligehold | vej | velfærd | voksen | voksne | vurdering | vækst | ældre | økologi |
    økonomi
"""  # of a verbose pattern
_WORDS = r"""
    administrative | aktive | almen | almene | bynær | de | den | det | digitale | eksterne |
    faglig | faglige | fagligt | folkelige | forberedende | frivilligt | fælles | grøn | grønne
    | grønt | inkluderende | interne | kommunale | kommunalt | kommunens | lokale | lokalt |
    midlertidige | nye | nære | offentlige | permanente | politisk | politiske | psykiatrisk |
    psykiatriske | regionale | regionalpolitiske | regionalt | regionens | rådgivende | sociale
    | socialt | specialiserede | stedlige | strategiske | stående | særlige | teknisk | tekniske
    | tværfaglige | tværgående | underudvalg | videnskabsetiske | økonomiske | øverste
"""  # of a verbose pattern
# of which there is one, however common the words: of the country, or by this name
_ONE = re.compile(
    r"\b(?:national\w*|landsdækkende|lands(?!by|del)\w+|dansk\w*)\b"
    r"|^(?:den selvejende institution|fonden|foreningen|selskabet) (?=(?-i:[A-ZÆØÅ]))"
    r"|(?:ministeri(?:um|et)|direktorat(?:et)?|(?<!be)styrelsen|folketinget|regeringen)$|^styrelsen for ",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    rf"(?:(?:{_STEMS}|{'|'.join(BODY_NOUNS)})(?:s|e|es|er|ers)?)+(?:n|r|t|en|et|er|met|ne|ene|erne|rne)?",
    re.VERBOSE,
)
_PLAIN = re.compile(_WORDS, re.VERBOSE)
# nearly every compound with one of these is of common nouns, be they listed or not
_COMMITTEE = re.compile(r"\w+(?:udvalget|nævnet|kommissionen|bestyrelsen|hegns?synet)")
_OF_PLACE = re.compile(r"\w(?:fjord|bælt|hav|land|sund|kyst|å)s?(?=udvalg|nævn|kommission|bestyr)")
_INSTITUTIONS = (
    "bibliotek", "center", "direktion", "forsyning", "hal", "havn", "jobcenter", "museum", "museet", "skole",
    "teater",
)  # fmt: skip
_IS_BODY = re.compile(
    rf"(?:{'|'.join((*BODY_NOUNS, *_INSTITUTIONS, 'syn', 'ledelse'))})(?:en|et|n|t|met)?$"
)


@lru_cache(1 << 12)
def is_common(name: str) -> bool:
    """Whether a name is of common nouns alone, and there is more than one body of the kind.

    "Handicaprådet", "Udvalget for Kultur og Fritid" and "bestyrelsen for Biblioteket" are;
    "Limfjordsrådet", "Erhvervshus Fyn" and "Den Nationale Iværksætterbestyrelse" are not.
    """
    words = re.findall(r"[^\s,/()]+", without_shouting(name))
    return (
        any(_IS_BODY.search(fold(word)) for word in words)
        and not _ONE.search(name)
        and all(map(_is_common_word, words))
    )


def in_definite(name: str) -> str:
    """A name as it is without an owner before it: "Handicapråd" is "Handicaprådet"."""
    return name if name.endswith(("et", "en")) else f"{name}{ending_of(fold(name))}"


def _is_common_word(word: str) -> bool:
    """Whether a word is no name: "Børne-", "Kultur", "&", and whatever has a small letter first."""
    if any(map(str.isdigit, word)):
        return False
    if not word[0].isupper():
        return True
    parts = [part for part in fold(word).split() if part]
    return all(_is_known(part) for part in parts)


def _is_known(part: str) -> bool:
    if part in SMALL_WORDS or _PLAIN.fullmatch(part) or _COMPOUND.fullmatch(part):
        return True
    return _COMMITTEE.fullmatch(part) is not None and not _OF_PLACE.search(part)
