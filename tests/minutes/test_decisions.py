"""What a meeting did with an item, in the words that Danish minutes use for it."""

import pytest

from kkr_graph.minutes.decisions import find_outcomes
from tests.minutes.paper import AGENDA, item, paper

# sentence -> outcomes in the order in which they are stated
OUTCOMES = {
    "Der skal vælges fire medlemmer den 27. april.": "none",
    # what others have done, and this meeting takes note of
    "KKR Fyn har udpeget Anna Holm til bestyrelsen. Bestyrelsen tog udpegningen til efterretning.": "noted",
    "KKR Fyn har udpeget Anna Holm til bestyrelsen.": "appointed",
    # elected, also by lot and ballot
    "Valget faldt på Anna Holm (A).": "elected",
    "Blandt to kandidater blev Anna Holm (A) valgt.": "elected",
    "Ved skriftlig afstemning fik Anna Holm (A) 8 stemmer og Bo Lund (V) 5 stemmer, hvorefter Anna Holm var valgt.": "elected",
    "Stemmerne faldt således, at Anna Holm (A) blev valgt.": "elected",
    "Afstemningen endte med, at Anna Holm (A) blev valgt over Bo Lund (V).": "elected",
    "Anna Holm (A) fik 9 stemmer; Anna Holm (A) var dermed valgt.": "elected",
    "KKR valgte Anna Holm (A) og Bo Lund (V).": "elected",
    "Udvalget blev orienteret om, at Anna Holm (A) blev valgt i maj.": "none",
    # voted down, and taken up again
    "Forslaget nedstemtes med 8 stemmer mod 5.": "rejected",
    "Udvalget nedstemte forslaget.": "rejected",
    "Udvalget nedstemte Bo Lunds forslag og godkendte indstillingen.": "approved",
    "Tilbuddene blev drøftet. Sagen tages op igen i maj.": "discussed",
    "Sagen genoptages ved næste møde, hvor kommunerne er hørt.": "postponed",
    "Behandles på næste møde.": "postponed",
    "KKR besluttede ikke at følge indstillingen.": "rejected",
    "Der var ikke flertal for forslaget.": "rejected",
    "- Forslaget blev forkastet.": "rejected",
    "Taget t. efterretn.": "noted",
    "T.e.": "noted",
    # approved
    "Anbefalingen følges.": "approved",
    "KKR fulgte anbefalingen.": "approved",
    "Anbefalingen følges ikke.": "rejected",
    "Godkendt som anbefalet.": "approved",
    "Godk. som indstillet.": "approved",
    "Godkendt.": "approved",
    "Udvalget godkendte dagsordenen.": "approved",
    "Indstillingen blev vedtaget.": "approved",
    "Vedtaget enstemmigt.": "approved",
    "Bestyrelsen fulgte indstillingen.": "approved",
    "Indstillingen følges.": "approved",
    "Besluttet som indstillet.": "approved",
    "Der blev givet en bevilling, og ansøgningen blev imødekommet.": "approved",
    "Rådet bevilgede 200.000 kr. til projektet.": "approved",
    "Det blev besluttet, at planen godkendes med de faldne bemærkninger.": "approved",
    "Udvalget var enige om, at budgettet vedtages.": "approved",
    # somebody else was placed than was recommended: the item is not rejected
    "Byrådet valgte Anna Holm til formand. Indstillingen blev ikke fulgt.": "elected",
    "Rådet udpegede Bo Lund. Rådet fulgte dermed ikke administrationens indstilling.": "appointed",
    # what somebody proposed beside it and did not get through, or another item, says nothing of this one
    "Forslaget fra Bo Lund blev nedstemt med 4 stemmer mod 1. Bestyrelsen godkendte løsning A.": "approved",
    "Et ændringsforslag fra Anna Holm (S) blev sat til afstemning. For stemte 2. Forslaget faldt. Indstillingen blev herefter godkendt.": (
        "approved"
    ),
    "SF stillede forslag om at hæve puljen. Forslaget blev forkastet. Udvalget godkendte indstillingen.": (
        "approved"
    ),
    "Indstillingen blev godkendt. Bo Lunds forslag om beton blev nedstemt.": "approved",
    "Forslaget fra Bo Lund opnåede ikke flertal. Indstillingen blev tiltrådt.": "endorsed",
    "Forslaget blev forkastet med 5 stemmer mod 2.": "rejected",
    "Et forslag om en ny bro blev forkastet. Sagen blev sendt tilbage til Havneudvalget.": "forwarded",
    "Drøftet. Forslaget blev forkastet.": "discussed rejected",
    "Ansøgningen fra sejlklubben blev afvist. Budgettet blev godkendt.": "rejected approved",
    "Bo Lund trak sit forslag tilbage. Indstillingen blev godkendt.": "approved",
    "Ændringsforslaget blev trukket tilbage. Planen blev godkendt.": "approved",
    "Forslaget blev trukket tilbage.": "withdrawn",
    "Forslaget om at sende sagen tilbage blev nedstemt. Herefter blev sagen udsat.": "postponed",
    "Forslaget godkendes ikke.": "rejected",
    "Indstillingen følges ikke.": "rejected",
    "Dagsordenen blev godkendt, og punkt 8 udsættes.": "approved",
    "Punkt 1 godkendt, og punkt 2 udsættes.": "approved postponed",
    "a) Forslaget om vedtægter blev forkastet.\nb) Forslaget om kontingent blev vedtaget.": (
        "rejected approved"
    ),
    "Ad 1: Forslaget blev forkastet. Ad 2: Godkendt.": "rejected approved",
    "Godkendt. Sag nr. 91 tages af dagsordenen.": "approved",
    "Dagsordenen blev godkendt. Punkt 7 blev taget af dagsordenen.": "approved",
    "Pkt. 7 tages af dagsordenen.": "withdrawn",
    # who comes after whom is of the same election
    "Anna Holm blev valgt som formand. Hun afløser Bo Lund, som ikke ønskede genvalg.": "elected",
    "Anna Holm blev valgt som formand. Hun overtager posten efter Bo Lund.": "elected",
    "Anna Holm blev valgt som formand. Ib Dam afløser Bo Lund i Havnerådet.": "elected appointed",
    # a reason, or the day on which, is no decision
    "Udsat, da gruppen endnu ikke har drøftet sagen.": "postponed",
    "Sagen udsættes til juni, når kommunerne har godkendt planen.": "postponed",
    "Da indstillingen ikke blev fulgt, blev sagen udsat.": "postponed",
    # what is recommended to others is not yet approved
    "Anbefales godkendt.": "endorsed",
    "Indstilles godkendt.": "endorsed",
    "KKR Syd indstillede Anna Holm (A), Vejle, og Bo Lund (V), Kolding.": "nominated",
    "Udpeget som anført under a) og c). Punkt b) udskudt.": "appointed postponed",
    "Spørgsmålet sendes til strategigruppen.": "forwarded",
    "Bo Lund måtte udskyde sin orientering.": "none",
    # the subject stands above the list, and each line goes on with the verb
    "Den politiske klynge\n- godkendte dagsordenen\n- tog status til efterretning": "approved noted",
    "Valg til råd:\n- Havnerådet: Anna Holm blev valgt i stedet for Bo Lund": "elected",
    "Følgende blev nævnt:\n- at planen blev godkendt i maj": "none",
    # an oplæg at the meeting is about its own item
    "Anna Holm holdt oplæg. Planen blev drøftet.": "discussed",
    "Godkendt den 25. april 2026": "none",
    "Punktet blev ikke behandlet og overføres til næste møde.": "postponed",
    "Drøftelsen fortsættes på næste møde.": "postponed",
    "Anna Holm (A) og Bo Lund (V) blev indstillet.": "nominated",
    "Sagen er trukket.": "withdrawn",
    "Byrådet stemte nej til forslaget.": "rejected",
    # what is only expected has not happened
    "Udsat, idet Anna Holm forventes valgt som formand for rådet.": "postponed",
    "Drøftet. Bo Lund ventes udpeget af regionen.": "discussed",
    "Bo Lund orienterede om havnen. Meddelelserne blev taget til efterretning.": "noted",
    "Bo Lund orienterede om havnen. Begge redegørelser er godkendt af rådet.": "none",
    "Rådet udpegede Anna Holm. Bo Lund foreslås valgt til formand, når rådet mødes.": "appointed",
    # verbs that place somebody without "udpege"
    "Anna Holm efterfølger Bo Lund som rådets repræsentant i Havneforum.": "appointed",
    "Bo Lund afløses af Anna Holm i styregruppen.": "appointed",
    "Anna Holm overtager pladsen i Havneforum.": "appointed",
    "Formanden oplyste, at hun har truffet en beslutning: Anna Holm afløser Bo Lund i rådet.": "none",
    # after somebody's briefing the meeting is the subject again
    "Bo Lund holdt oplæg om reglerne. Deltagerne drøftede eksempler.": "discussed",
    "Anna Holm orienterede om havnen. Medlemmerne tog det til efterretning.": "noted",
    # noted
    "Taget til efterretning.": "noted",
    "Til efterretning.": "noted",
    "Anna Holm orienterede om havnen. Til orientering.": "noted",
    "For forslaget stemte 2. Imod stemte 19. Forslaget bortfaldt.": "rejected",
    "Udvalget tog orienteringen til efterretning.": "noted",
    "Orienteringen blev taget til efterretning.": "noted",
    "Taget ad notam.": "noted",
    "Rådet tog sagen til orientering.": "noted",
    "Bestyrelsen tog med stor interesse redegørelsen om havnen til efterretning.": "noted",
    # discussed
    "Drøftet.": "discussed",
    "Udvalget drøftede sagen.": "discussed",
    "Sagen blev drøftet.": "discussed",
    "Der var en god drøftelse af sagen, som rådet havde en længere drøftelse om.": "none",
    "Bestyrelsen havde en god og åben drøftelse af udkastet.": "discussed",
    "Rådet debatterede strategien.": "discussed",
    # endorsed
    "Rådet bakkede op om planen.": "endorsed",
    "KKR Syddanmark bakkede bredt op om initiativet.": "endorsed",
    "Udvalget anbefaler over for byrådet, at planen godkendes.": "endorsed",
    "Anbefales over for byrådet.": "endorsed",
    "Udvalget tiltrådte forslaget.": "endorsed",
    "Der var bred opbakning til forslaget.": "endorsed",
    "Bestyrelsen gav sin fulde tilslutning til oplægget.": "endorsed",
    "Udvalget tilsluttede sig oplægget.": "endorsed",
    # postponed
    "Udsat.": "postponed",
    "Sagen blev udsat til næste møde.": "postponed",
    "Punktet udskydes.": "postponed",
    "Rådet besluttede at udskyde sagen.": "postponed",
    "Sagen genoptages på mødet i maj.": "postponed",
    # rejected
    "Forslaget blev forkastet.": "rejected",
    "Der blev givet afslag.": "rejected",
    "Udvalget kunne ikke godkende forslaget.": "rejected",
    "Ansøgningen blev ikke imødekommet.": "rejected",
    "Rådet godkendte ikke planen.": "rejected",
    "Forslaget blev stemt ned.": "rejected",
    "Udvalget kunne ikke tiltræde indstillingen.": "rejected",
    "KKR Nordjylland kunne ikke tiltræde udkastet.": "rejected",
    # what the staff do next, what is still to come, and what is chosen and is nobody
    "Bestyrelsen drøftede sporene. Sekretariatet sender et udkast i høring hos kommunerne.": "discussed",
    "Udvalget godkendte planen. Forvaltningen fremsender den til ministeriet.": "approved",
    "Drøftet. Administrationen vil sende et udkast i høring.": "discussed",
    "Drøftet. Udkastet sendes til bemærkning hos kommunerne.": "discussed",
    "Anna Holm blev valgt som formand. Vedtægterne drøftes på næste møde.": "elected",
    "Anna Holm blev valgt som formand. Honoraret drøftes i august.": "elected",
    "Taget til efterretning. Emnet drøftes videre på et kommende møde.": "noted",
    "Sagen drøftes på næste møde.": "none",
    "Udvalget drøftede temaerne og valgte fravær som overskrift.": "discussed",
    "Rådet drøftede oplægget og valgte model b til det videre arbejde.": "discussed",
    "Trivsel blev valgt som tema.": "none",
    "Udvalget valgte to medlemmer til bestyrelsen.": "elected",
    # forwarded
    "Sagen oversendes til byrådet.": "forwarded",
    "Planen sendes i høring.": "forwarded",
    "Rådet besluttede at sende forslaget videre til ministeriet.": "forwarded",
    "Sagen blev sendt tilbage til forvaltningen.": "forwarded",
    # people
    "Udvalget udpegede Anna Holm til bestyrelsen.": "appointed",
    "Anna Holm blev genudpeget.": "appointed",
    "Rådet indstiller Bo Lund til bestyrelsen.": "nominated",
    "Bo Lund blev indstillet til posten.": "nominated",
    "Anna Holm blev valgt som formand.": "elected",
    "Valgt blev Anna Holm.": "elected",
    "Genvalgt blev Bo Lund.": "elected",
    "Rådet konstituerede sig med Anna Holm som formand.": "elected",
    # withdrawn
    "Punktet udgik.": "withdrawn",
    "Sagen blev taget af dagsordenen.": "withdrawn",
    # two outcomes
    "Udvalget drøftede og godkendte planen.": "discussed approved",
    "Rådet drøftede sagen og tog orienteringen til efterretning.": "discussed noted",
    "Taget til efterretning. Rådet godkendte proceduren.": "noted approved",
    "Godkendt, idet Anna Holm vælges som formand.": "approved elected",
    "Drøftet og sendt videre til byrådet.": "discussed forwarded",
    # a verb that decides, and what is decided
    "KKR Syd tog status til efterretning og udpegede Anna Holm.": "noted appointed",
    "Rådet besluttede at godkende planen.": "approved",
    "Rådet besluttede, at Anna Holm udpeges til bestyrelsen.": "appointed",
    "Rådet vedtog ikke forslaget.": "rejected",
    "Rådet tiltrådte ikke indstillingen.": "rejected",
    "Indstillingen blev ikke fulgt.": "rejected",
    "Rådet godkendte planen under forudsætning af, at byrådet også godkender den.": "approved",
    "Planen blev godkendt, men Bo Lund (V) stemte imod.": "approved",
    "For stemte 5 (A, F). Imod stemte 4 (V, C). Forslaget er herefter vedtaget.": "approved",
    "Et ændringsforslag fra V blev forkastet, hvorefter planen blev godkendt.": "approved",
    "Udsættes.": "postponed",
    "Sagen udsættes til mødet den 3. maj 2026.": "postponed",
    "Planen blev godkendt, og punkt 5 blev taget af dagsordenen.": "approved",
    "Drøftet. Genoptages på næste møde.": "discussed postponed",
    "Sagen blev taget til efterretning, og rådet udtrykte opbakning til indsatsen.": "noted endorsed",
    "Sagen sendes i høring hos kommunerne.": "forwarded",
    "Rådet anbefaler, at KL tager sagen op.": "endorsed",
    "Forslaget blev godkendt med 7 stemmer for og 2 imod.": "approved",
    "Referatet blev godkendt uden bemærkninger.": "approved",
    "Orienteringen taget til efterretning.": "noted",
    "Taget til orientering.": "noted",
    "KKR tager orienteringen til efterretning.": "noted",
    "Godkendes.": "approved",
    "Tiltrådt.": "endorsed",
    "Anbefalet.": "endorsed",
    "Ikke godkendt.": "rejected",
    "Afslået.": "rejected",
    "Rådet valgte at udsætte sagen.": "postponed",
    "Rådet valgte at støtte forslaget.": "endorsed",
    "Rådet drøftede, om sagen skulle udsættes.": "discussed",
    "Udvalget drøftede mulighederne for at sende sagen i høring.": "discussed",
    "Planen godkendtes.": "approved",
    "Byrådet vedtager planen.": "approved",
    "Der var enighed om at godkende planen.": "approved",
    "Der var opbakning til forslaget.": "endorsed",
    "Anna Holm blev enstemmigt valgt til formand.": "elected",
    "Som formand valgtes Anna Holm.": "elected",
    "Rådet tog herefter til efterretning, at sagen er udsat.": "noted",
    "Udvalget tog sagen til efterretning og ser frem til at drøfte den igen.": "noted",
    "Udvalget tog sagen til efterretning og ønsker sagen drøftet igen i maj.": "noted",
    "Rådet besluttede at oversende sagen til KL.": "forwarded",
    "KKR besluttede at udpege Anna Holm til bestyrelsen.": "appointed",
    "Der var enighed om at genvælge Anna Holm som formand.": "elected",
    "KKR vedtog at indstille Anna Holm til Havnerådet.": "nominated",
    "Udvalget besluttede at indstille til byrådet, at planen godkendes.": "endorsed",
    "Rådet bad sekretariatet om at udpege en kontaktperson.": "none",
    "KKR udpegede følgende til bestyrelsen:\nFormand: Anna Holm\nMedlem: Bo Lund": "appointed",
    "KKR besluttede ikke at udpege medlemmer til rådet.": "none",
    "KKR vedtog at udpege tre indsatsområder.": "approved",
    "KKR besluttede at udpege en arbejdsgruppe på et senere møde.": "none",
    "KKR vedtog at vælge model to.": "approved",
    "KKR vedtog at indstille budgettet.": "approved",
    # a list under what decides
    "Rådet besluttede:\n1. At godkende planen\n2. At sende den videre": "approved forwarded",
    "KKR Syd besluttede\n– at udskyde sagen": "postponed",
    "Der var enighed om at:\na) Støtte forslaget\nb) Oversende det til KL": "endorsed forwarded",
    "Godkendt med disse bemærkninger:\n1. Planen skal drøftes": "approved",
    # of something else, or of nothing yet
    "Ingen bemærkninger.": "none",
    "Intet at bemærke.": "none",
    "Bo Lund foreslog, at sagen udsættes.": "none",
    "Bo Lund foreslog at udsætte sagen.": "none",
    # what one member proposed, and the fate of it
    "Bo Lund foreslog, at Eva Skov vælges. Forslaget faldt. Anna Holm blev valgt som formand.": "elected",
    "Bo Lund foreslog, at sagen udsættes. Forslaget blev forkastet med 8 stemmer mod 3.": "rejected",
    "Formanden orienterede om, at planen er godkendt i byrådet.": "none",
    "Formanden oplyste, at sagen er udsat.": "none",
    "Havnen er udpeget som nationalt testcenter.": "none",
    "Sagen blev behandlet. Rådet bad om, at den godkendte plan fremsendes.": "none",
    "KKR Nordjylland er positiv over for planen.": "none",
    "Rådet nikkede til planen.": "none",
    "Formandskabet bemyndiges til at godkende planen.": "none",
    "Formandskabet blev bemyndiget til at godkende den endelige plan.": "none",
    "Formanden bemyndiges til at udpege et medlem.": "none",
    "Rådet bad administrationen om at fremsende notatet.": "none",
    "Punktet blev ikke behandlet.": "none",
    "Behandlet for lukkede døre.": "none",
    "": "none",
    "Formanden takkede for oplægget.": "none",
    "Udvalget havde følgende bemærkninger:\n– Planen skal godkendes af byrådet.": "none",
    "Rådet bemærkede, at det blev drøftet på et møde i KL.": "none",
    "Det foreslås, at lederen inviteres, og at planen godkendes.": "none",
    "Der blev stillet forslag om, at sagen udsættes.": "none",
    "Forslag om at planen udsættes.": "none",
    "Rådet tog sagen til efterretning med de tilføjelser, der blev godkendt på mødet.": "noted",
    "Drøftet sammen med den plan, som KKR godkendte i maj.": "discussed",
    "Formanden læste op: ”Sagen er godkendt af alle.”": "none",
    "Udvalget ønsker at vide, hvorvidt planen er godkendt.": "none",
    "Hun orienterede fra landsmødet. Her var der bred opbakning til forslaget.": "none",
    "Her blev planen godkendt.": "none",
    # a decision that is a list from its beginning, and remarks below one
    "a) Ansøgningen imødekommes\nb) Tilskuddet tages af puljen": "approved",
    "1) Planen godkendes\n2) Broen drøftes igen": "approved",
    "Sagen blev udsat.\n1. Planen skal drøftes": "postponed",
    "- Ansøgningen imødekommes": "approved",
    "Forslagsstilleren har trukket punktet tilbage.": "withdrawn",
    "- Godkendt.\n- Sekretariatet skriver til havnen.": "approved",
}


@pytest.mark.parametrize(("text", "outcomes"), OUTCOMES.items(), ids=list(OUTCOMES))
def test_outcomes_of_a_decision(text, outcomes, lexicon):
    found = find_outcomes(text, 0, len(text), lexicon)
    assert " ".join(found) == outcomes


def test_only_the_stretch_asked_for_counts(lexicon):
    text = "Godkendt. Drøftet. Udsat."
    assert find_outcomes(text, 10, 18, lexicon) == ("discussed",)


def test_each_outcome_is_given_once(lexicon):
    text = "Godkendt. Rådet godkendte også referatet."
    assert find_outcomes(text, 0, len(text), lexicon) == ("approved",)


# More of the same, written down before they were read; the order does not matter.
COMMON = {
    "Indstillingen blev godkendt.": "approved",
    "Tiltrådtes.": "endorsed",
    "Indstillingen tiltrådt.": "endorsed",
    "Anbefales.": "endorsed",
    "Udvalget anbefaler, at planen godkendes.": "endorsed",
    "Tages til efterretning.": "noted",
    "KKR tog status til efterretning.": "noted",
    "Redegørelsen blev taget ad notam.": "noted",
    "Drøftedes.": "discussed",
    "KKR havde en god drøftelse af sagen.": "discussed",
    "Punktet blev drøftet, og KKR bakkede op om forslaget.": "discussed endorsed",
    "Punktet udskydes til næste møde.": "postponed",
    "Sagen blev udsat.": "postponed",
    "Udvalget besluttede at udsætte sagen.": "postponed",
    "Behandlingen af punktet udskudt.": "postponed",
    "Sagen udgik.": "withdrawn",
    "Punktet udgår.": "withdrawn",
    "Udgår.": "withdrawn",
    "Udgik.": "withdrawn",
    "Forslaget blev trukket.": "withdrawn",
    "Afvist.": "rejected",
    "Forslaget blev nedstemt.": "rejected",
    "Der gives afslag.": "rejected",
    "Udvalget kan ikke imødekomme ansøgningen.": "rejected",
    "Forslaget kunne ikke vedtages.": "rejected",
    "Sendes i høring.": "forwarded",
    "Sagen oversendes til Økonomiudvalget.": "forwarded",
    "Sendt til behandling i Byrådet.": "forwarded",
    "Sagen sendes tilbage til administrationen.": "forwarded",
    "Henvist til Teknisk Udvalg.": "forwarded",
    "Oversendt til fagudvalget.": "forwarded",
    "Anna Holm blev valgt.": "elected",
    "Genvalg.": "elected",
    "Udpeget blev Anna Holm.": "appointed",
    "KKR udpegede Anna Holm til rådet.": "appointed",
    "Anna Holm genudpeges.": "appointed",
    "Anna Holm (A) indstilles til rådet.": "nominated",
    "KKR indstillede Anna Holm til rådet.": "nominated",
    "Intet.": "none",
    "Der var ingen bemærkninger.": "none",
    "KKR takkede for oplægget.": "none",
    "Et flertal stemte for forslaget, som dermed er vedtaget.": "approved",
    "For stemte 12, imod stemte 5. Forslaget er dermed vedtaget.": "approved",
    "Forslaget blev vedtaget med 12 stemmer mod 5.": "approved",
    "Vedtaget med stemmerne 12 for og 5 imod.": "approved",
    "Godkendt med den ændring, at punkt 3 udgår.": "approved",
    "Indstillingen blev fulgt.": "approved",
    "Som indstillet.": "approved",
    "KKR fulgte indstillingen.": "approved",
    "Bestyrelsen tiltrådte indstillingen.": "endorsed",
    "Bestyrelsen bifaldt planen.": "approved",
    "Rådet tilsluttede sig forslaget.": "endorsed",
    "Rådet støtter forslaget.": "endorsed",
    "Kommissionen gav sin tilslutning.": "endorsed",
    "Styregruppen gav grønt lys.": "approved",
    "Beslutningen blev truffet i enighed.": "none",
    "Budgettet vedtages.": "approved",
    "Der bevilges 200.000 kr.": "approved",
    "Ansøgningen imødekommes.": "approved",
    "Bestyrelsen meddelte dispensation.": "approved",
    "Protokollen underskrevet.": "none",
    "Gennemgået.": "none",
    "Formanden orienterede. Rådet noterede sig dette.": "noted",
}


@pytest.mark.parametrize(("sentence", "outcomes"), COMMON.items(), ids=list(COMMON))
def test_common_decisions(sentence, outcomes, lexicon):
    found = find_outcomes(sentence, 0, len(sentence), lexicon)
    assert {outcome.value for outcome in found} == set(outcomes.split())


@pytest.mark.parametrize(
    "opinion",
    [
        "Mindretalsudtalelse: Forslaget bør afvises.",
        "Mindretalsudtalelse fra Enhedslisten: Forslaget bør afvises.",
        "Protokollat fra Bo Lund (A):\nVi ser gerne, at forslaget afvises.",
        "Protokoltilførsel\nForslaget bør forkastes og sendes tilbage til udvalget.",
    ],
)
def test_the_opinion_of_a_minority_is_not_what_was_decided(opinion, read):
    extract = read(paper(item("1", "Havnen", f"Udvalget anbefaler forslaget.\n{opinion}")))
    assert [(i.decision, i.outcomes) for i in extract.items] == [
        ("Udvalget anbefaler forslaget.", ("endorsed",))
    ]


def test_whom_a_minority_wished_for_is_not_appointed(read):
    decision = (
        "Bo Lund (A) blev udpeget til Havnerådet.\n\n"
        "Mindretalsudtalelse fra Venstre: Anna Holm (V) er udpeget til Havnerådet, hvis det stod til os."
    )
    extract = read(paper(item("1", "Havnerådet", decision)))
    assert [each.person for each in extract.appointments] == ["Bo Lund"]


def test_how_minutes_are_signed_decides_nothing(read):
    told = "2. Underskrifter\n\nReferatet godkendes elektronisk af medlemmerne."
    assert read(paper(AGENDA.strip(), told)).items[-1].outcomes == ("none",)
