"""The same seats in the marks, labels, columns and records that lists come in."""

from tests.appointments.layouts import (
    PARTIES,
    ROLES,
    SEATS,
    TITLE,
    Seat,
    and_,
    below,
    by_forum,
    forums,
    table,
)


def _role(seat: Seat) -> str:
    return ROLES[seat.role]


SHORT = {"chair": "fmd.", "vice-chair": "nfmd."}


FORMS = {
    "num headings": TITLE
    + "\n".join(
        f"{n}. {f}\n\n"
        + "\n".join(f"   {s.name} ({s.party}), {s.place}{s.office}" for s in ss)
        + "\n"
        for n, (f, ss) in enumerate(forums(), 1)
    ),
    "num.num rows": TITLE
    + "\n".join(
        f"{n}. {f}\n"
        + "\n".join(
            f"{n}.{k} {s.name} ({s.party}), {s.place}{s.office}" for k, s in enumerate(ss, 1)
        )
        + "\n"
        for n, (f, ss) in enumerate(forums(), 1)
    ),
    "letters rows": by_forum(
        lambda f, ss: (
            f"{f}\n"
            + "\n".join(
                f"{chr(97 + k)}) {s.name} ({s.party}), {s.place}{s.office}"
                for k, s in enumerate(ss)
            )
        )
    ),
    "numbers rows": by_forum(
        lambda f, ss: (
            f"{f}\n"
            + "\n".join(
                f"{k}. {s.name} ({s.party}), {s.place}{s.office}" for k, s in enumerate(ss, 1)
            )
        )
    ),
    "caps heading": by_forum(
        lambda f, ss: (
            f"{f.upper()}\n" + "\n".join(f"{s.name} ({s.party}), {s.place}{s.office}" for s in ss)
        )
    ),
    "rules": by_forum(
        lambda f, ss: (
            f"{f}\n{'-' * len(f)}\n"
            + "\n".join(f"{s.name} ({s.party}), {s.place}{s.office}" for s in ss)
        )
    ),
    "box rules": by_forum(
        lambda f, ss: (
            f"{'=' * 40}\n{f}\n{'=' * 40}\n"
            + "\n".join(f"{s.name} ({s.party}), {s.place}{s.office}" for s in ss)
        )
    ),
    "md bold": by_forum(
        lambda f, ss: (
            f"**{f}**\n\n" + "\n".join(f"* {s.name} ({s.party}), {s.place}{s.office}" for s in ss)
        )
    ),
    "fmd abbr": below(
        "{forum}",
        lambda s: (
            f"{s.name} ({s.party}), {s.place}" + (f", {SHORT[s.role]}" if s.role in SHORT else "")
        ),
    ),
    "fmd abbr brackets": below(
        "{forum}",
        lambda s: (
            f"{s.name} ({s.party}), {s.place}" + (f" ({SHORT[s.role]})" if s.role in SHORT else "")
        ),
    ),
    "role first no colon": below(
        "{forum}", lambda s: f"{_role(s).capitalize()} {s.name} ({s.party}), {s.place}"
    ),
    "role dash": below("{forum}", lambda s: f"{s.name} ({s.party}), {s.place} – {_role(s)}"),
    "role first dash": below(
        "{forum}", lambda s: f"{_role(s).capitalize()} – {s.name} ({s.party}), {s.place}"
    ),
    "slash": below("{forum}", lambda s: f"{s.name} ({s.party}/{s.place}){s.office}"),
    "party word": below("{forum}", lambda s: f"{s.name}, {PARTIES[s.party]}, {s.place}{s.office}"),
    "party word brackets": below(
        "{forum}", lambda s: f"{s.name} ({PARTIES[s.party]}), {s.place}{s.office}"
    ),
    "liste": below("{forum}", lambda s: f"{s.name} (liste {s.party}), {s.place}{s.office}"),
    "dash party": below(
        "{forum}", lambda s: f"{s.name} - {s.party} - {s.place}{s.office.replace(',', ' -')}"
    ),
    "caps names": below("{forum}", lambda s: f"{s.name.upper()} ({s.party}), {s.place}{s.office}"),
    "tabs": below("{forum}", lambda s: f"{s.name}\t{s.party}\t{s.place}\t{_role(s)}"),
    "cols": below("{forum}", lambda s: f"{s.name:<24}{s.party:<6}{s.place:<16}{_role(s)}"),
    "cols role first": below(
        "{forum}", lambda s: f"{_role(s).capitalize():<14}{s.name:<24}{s.party:<6}{s.place}"
    ),
    "cols with head": by_forum(
        lambda f, ss: (
            f"{f}\nNavn                    Parti   Kommune         Rolle\n"
            + "\n".join(f"{s.name:<24}{s.party:<8}{s.place:<16}{_role(s)}" for s in ss)
        )
    ),
    "tabs with head": by_forum(
        lambda f, ss: (
            f"{f}\nNavn\tParti\tKommune\tRolle\tStedfortræder\n"
            + "\n".join(f"{s.name}\t{s.party}\t{s.place}\t{_role(s)}\t{s.deputy}" for s in ss)
        )
    ),
    "tabs one table": "Forum\tMedlem\tStedfortræder\n"
    + "\n".join(f"{s.forum}\t{s.name} ({s.party}), {s.place}{s.office}\t{s.deputy}" for s in SEATS),
    "tabs forum once": "Forum\tMedlem\tParti\tKommune\n"
    + "\n".join(
        "\n".join(
            f"{f if k == 0 else ''}\t{s.name}\t{s.party}\t{s.place}" for k, s in enumerate(ss)
        )
        for f, ss in forums()
    ),
    "tabs forum row": "Medlem\tParti\tKommune\tRolle\n"
    + "\n".join(
        f"{f}\n" + "\n".join(f"{s.name}\t{s.party}\t{s.place}\t{_role(s)}" for s in ss)
        for f, ss in forums()
    ),
    "csv person first": table(
        "Efternavn;Fornavn;Parti;Kommune;Organ;Rolle",
        lambda s: (
            f"{s.name.split()[1]};{s.name.split()[0]};{s.party};{s.place};{s.forum};{_role(s)}"
        ),
    ),
    "csv bestyrelse": table(
        "Bestyrelse/råd;Repræsentant (parti);Kommune;Post",
        lambda s: f"{s.forum};{s.name} ({s.party});{s.place};{_role(s)}",
    ),
    "csv org": table(
        "Organisation;Post;Udpeget;Parti;Fra kommune",
        lambda s: f"{s.forum};{_role(s)};{s.name};{s.party};{s.place}",
    ),
    "csv en": table(
        "Body;Name;Party;Municipality;Role",
        lambda s: f"{s.forum};{s.name};{s.party};{s.place};{s.role}",
    ),
    "csv selskab": table(
        "Selskab;Kommunens repræsentant;Liste;Kommune;Hverv",
        lambda s: f"{s.forum};{s.name};{s.party};{s.place};{_role(s)}",
    ),
    "csv nr": "Nr.;Forum;Navn;Parti;Kommune;Rolle\n"
    + "\n".join(
        f"{k};{s.forum};{s.name};{s.party};{s.place};{_role(s)}" for k, s in enumerate(SEATS, 1)
    )
    + "\n",
    "csv plads": table(
        "Forum;Plads;Navn;Parti;Kommune",
        lambda s: f"{s.forum};{_role(s)};{s.name};{s.party};{s.place}",
    ),
    "csv stf cols": table(
        "Forum;Medlem;Parti;Kommune;Pers. stedfortræder",
        lambda s: f"{s.forum};{s.name};{s.party};{s.place};{s.deputy}",
    ),
    "csv partinavn": table(
        "Råd/nævn;Navn;Parti;Kommune;Funktion",
        lambda s: f"{s.forum};{s.name};{PARTIES[s.party]};{s.place};{_role(s)}",
    ),
    "label block": by_forum(
        lambda f, ss: (
            f"Forum: {f}\nFormål: At samle.\n"
            + "\n".join(f"{_role(s).capitalize()}: {s.name} ({s.party}), {s.place}" for s in ss)
        )
    ),
    "label block2": by_forum(
        lambda f, ss: (
            f"{f}\nUdpeges af: KKR Fyn\nAntal medlemmer: {len(ss)}\nUdpegede:\n"
            + "\n".join(f"- {s.name} ({s.party}), {s.place}{s.office}" for s in ss)
        )
    ),
    "label members": by_forum(
        lambda f, ss: (
            f"{f}\nMedlemmer: "
            + ", ".join(f"{s.name} ({s.party}){s.bracket}" for s in ss)
            + "\nStedfortrædere: ingen"
        )
    ),
    "følgende": by_forum(
        lambda f, ss: (
            f"{f}\nFølgende er udpeget af KKR Fyn:\n"
            + "\n".join(f"- {s.name} ({s.party}), {s.place}{s.office}" for s in ss)
        )
    ),
    "KKR har udpeget": by_forum(
        lambda f, ss: (
            f"{f}\nKKR Fyn har udpeget " + and_([f"{s.name} ({s.party})" for s in ss]) + "."
        )
    ),
    "record": "\n\n".join(
        f"Navn: {s.name}\nParti: {s.party}\nKommune: {s.place}\nForum: {s.forum}\nRolle: {_role(s)}"
        for s in SEATS
    )
    + "\n",
    "record2": TITLE
    + "\n\n".join(
        f"Forum: {s.forum}\nMedlem: {s.name} ({s.party}), {s.place}\nStedfortræder: {s.deputy}"
        for s in SEATS
    )
    + "\n",
    "person block": TITLE
    + "\n\n".join(f"{s.name} ({s.party}), {s.place}\n{s.forum}{s.office}" for s in SEATS)
    + "\n",
    "person colon role": TITLE
    + "\n".join(f"{s.name} ({s.party}): {_role(s)} i {s.forum}" for s in SEATS)
    + "\n",
    "role forum person": TITLE
    + "\n".join(
        f"{_role(s).capitalize()} {'af' if s.role == 'member' else 'for'} {s.forum}: {s.name} ({s.party}), {s.place}"
        for s in SEATS
    )
    + "\n",
    "dots": by_forum(
        lambda f, ss: (
            f"{f}\n"
            + "\n".join(f"{s.name} ({s.party}), {s.place} {'.' * 8} {_role(s)}" for s in ss)
        )
    ),
    "dots role": by_forum(
        lambda f, ss: (
            f"{f}\n"
            + "\n".join(
                f"{_role(s).capitalize()} {'.' * 8} {s.name} ({s.party}), {s.place}" for s in ss
            )
        )
    ),
    "deputy indent": below(
        "{forum}", lambda s: f"{s.name} ({s.party}), {s.place}{s.office}\n    stf.: {s.deputy}"
    ),
    "deputy slash": below(
        "{forum}",
        lambda s: f"{s.name} ({s.party}), {s.place}{s.office} / stedfortræder: {s.deputy}",
    ),
    "deputy dash": below(
        "{forum}",
        lambda s: (
            f"{s.name} ({s.party}), {s.place}{s.office} – personlig stedfortræder: {s.deputy}"
        ),
    ),
    "deputy arrow": below(
        "{forum}",
        lambda s: f"{s.name} ({s.party}), {s.place}{s.office}\n  Pers. suppleant: {s.deputy}",
    ),
    "deputy cols": by_forum(
        lambda f, ss: (
            f"{f}\n\nMedlem                        Personlig stedfortræder\n"
            + "\n".join(f"{s.name + ' (' + s.party + ')':<30}{s.deputy}" for s in ss)
        )
    ),
    "deputy med": below(
        "{forum}",
        lambda s: (
            f"{s.name} ({s.party}), {s.place}{s.office} med {s.deputy} som personlig stedfortræder"
        ),
    ),
    "section": TITLE
    + "Erhverv og vækst\n\n"
    + "\n".join(
        f"{f}\n" + "\n".join(f"• {s.name} ({s.party}), {s.place}{s.office}" for s in ss) + "\n"
        for f, ss in forums()
    ),
    "page heads": by_forum(
        lambda f, ss: (
            f"KKR Fyn – Udpegningsoversigt\n{f}\n"
            + "\n".join(f"• {s.name} ({s.party}), {s.place}{s.office}" for s in ss)
            + "\nSide 1 af 3"
        )
    ),
    "borgmester": below(
        "{forum}", lambda s: f"• Borgmester {s.name} ({s.party}), {s.place}{s.office}"
    ),
    "kommune v": below("{forum}", lambda s: f"{s.place} Kommune v/{s.name} ({s.party}){s.office}"),
    "period in brackets": below(
        "{forum}", lambda s: f"{s.name} ({s.party}), {s.place}{s.office} [2026-2029]"
    ),
    "star": below("{forum}", lambda s: f"{s.name} ({s.party}), {s.place}{s.office} *")
    + "\n* genudpeget\n",
    "valgt af": by_forum(
        lambda f, ss: (
            f"{f}\nValgt af KKR Fyn:\n"
            + "\n".join(f"{s.name} ({s.party}), {s.place}{s.office}" for s in ss)
        )
    ),
    "indent names": by_forum(
        lambda f, ss: (
            f"{f}\n" + "\n".join(f"\t{s.name} ({s.party}), {s.place}{s.office}" for s in ss)
        )
    ),
    "semicolon fields": below("{forum}", lambda s: f"{s.name}; {s.party}; {s.place}; {_role(s)}"),
    "pipe fields": below("{forum}", lambda s: f"{s.name} | {s.party} | {s.place} | {_role(s)}"),
    "comma fields": below("{forum}", lambda s: f"{s.name}, {s.party}, {s.place}, {_role(s)}"),
    "comma no role": below("{forum}", lambda s: f"{s.name}, {s.party}, {s.place}{s.office}"),
}
