"""What the kinds of facts are called in Danish, where somebody looks at what was read."""

from collections.abc import Mapping

from kkr_graph.model.danish import counted

STATUS: Mapping[str, str] = {"present": "til stede", "absent": "afbud", "guest": "gæst"}
OUTCOME: Mapping[str, str] = {
    "approved": "godkendt",
    "noted": "taget til efterretning",
    "discussed": "drøftet",
    "endorsed": "bakket op",
    "postponed": "udsat",
    "rejected": "afvist",
    "forwarded": "sendt videre",
    "appointed": "udpeget",
    "nominated": "indstillet",
    "elected": "valgt",
    "withdrawn": "taget af dagsordenen",
    "none": "ingen beslutning",
}
ROLE: Mapping[str, str] = {
    "chair": "formand",
    "vice-chair": "næstformand",
    "member": "medlem",
    "deputy": "stedfortræder",
    "observer": "observatør",
    "representative": "repræsentant",
}
EVENT: Mapping[str, str] = {
    "appointed": "udpeget",
    "nominated": "indstillet",
    "elected": "valgt",
    "left": "udtrådt",
    "holds": "har posten",
    "ex-officio": "født medlem",
}
KIND: Mapping[str, str] = {
    "minutes": "referat",
    "agenda": "dagsorden",
    "appointment_list": "udpegningsliste",
    "news": "nyhed",
    "other": "andet",
}
COUNTS: Mapping[str, tuple[str, str]] = {
    "attendance": ("deltager", "deltagere"),
    "items": ("punkt", "punkter"),
    "appointments": ("post", "poster"),
    "statements": ("indlæg", "indlæg"),
    "dates": ("dato", "datoer"),
    "bodies": ("forkortelse", "forkortelser"),
    "seat_rules": ("pladsregel", "pladsregler"),
    "forums": ("forum", "fora"),
    "vacancies": ("ledig plads", "ledige pladser"),
}


def counts(numbers: Mapping[str, int]) -> list[str]:
    """How much there is of each kind of fact, of those there are."""
    return [counted(numbers[kind], *COUNTS[kind]) for kind in COUNTS if numbers.get(kind)]
