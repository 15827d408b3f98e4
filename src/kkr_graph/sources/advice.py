"""What somebody can do about a file that cannot be read, in Danish."""

UNLOCK = (
    "Åbn dokumentet, fjern adgangskoden, og gem det igen. Kender du ikke adgangskoden, så bed "
    "afsenderen om en fil uden."
)
FETCH_AGAIN = (
    "Hent dokumentet igen dér, hvor det kom fra, eller bed afsenderen om det på ny. Kan det åbnes, så "
    "gem det igen som .docx, .xlsx eller .pdf, og brug den fil."
)
IF_KNOWN = (
    "Sådan ser et dokument fra et kontorprogram ikke ud. Åbn det kun, hvis du ved, hvem det er fra: gem "
    "det igen som .docx eller .xlsx, og brug den fil. Ellers slet det."
)
