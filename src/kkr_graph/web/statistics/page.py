"""The page of numbers and figures: its form, and the figures it asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kkr_graph.queries import Kind
from kkr_graph.web.asking import Field
from kkr_graph.web.constitution.form import Form
from kkr_graph.web.constitution.workspace import Problem
from kkr_graph.web.site import Site
from kkr_graph.web.statistics.figures import Asked, figures
from kkr_graph.web.statistics.votes import EXAMPLE, Votes, elections, read_votes, votes_section
from kkr_graph.web.view import Section
from kkr_graph.web.wording import day

PATH = "/tal"
_COUNCIL = "/id/kkr/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """What the page shows."""

    fields: tuple[Field, ...]
    lead: str
    problem: Problem | None = None
    notice: str = ""
    sections: tuple[Section, ...] = ()
    path: str = PATH

    @property
    def shown(self) -> tuple[Section, ...]:
        """The sections that have something to show."""
        return tuple(section for section in self.sections if not section.is_empty)


def statistics_page(site: Site, values: Mapping[str, str]) -> Statistics:
    """The figures as the form asks for them: of everything that is known where it is empty."""
    form = Form(site, PATH, values)
    asked = _asked(site, form)
    votes = _votes(site, form, asked.until)
    made = form.make(lambda: _figures(site, asked))
    voted = form.make(votes) if votes else None
    sections = made or ()
    if voted is not None:
        at = next((n for n, each in enumerate(sections) if each.id == "fremmoede"), len(sections))
        section = votes_section(site, voted, asked.until, form.given)
        sections = (*sections[:at], section, *sections[at:])
    return Statistics(
        fields=form.fields,
        lead=_lead(asked),
        problem=form.problem,
        notice="" if votes else _NO_VOTES,
        sections=sections if form.problem is None else (),
    )


_NO_ELECTION = ("", "Intet valg")
_NO_VOTES = (
    "Der er ingen valgresultater i datamappen, så stemmer mod pladser er ikke tegnet. Læg dem i "
    "registry/elections, som docs/how-to/constitution.md viser."
)


def votes_file(site: Site, values: Mapping[str, str]) -> Votes | None:
    """The votes that the same form asks for; None where there are none, or the form is wrong."""
    form = Form(site, PATH, values)
    read = _votes(site, form, _asked(site, form).until)
    return form.make(read) if read else None


def _asked(site: Site, form: Form) -> Asked:
    forum = form.thing("forum", "Forum eller KKR", Kind.FORUM)
    since = form.day("fra", "Fra og med")
    until = form.day("til", "Til og med", site.day) or site.day
    if since and since > until:
        form.wrong("fra", "Den første dag ligger efter den sidste.", "Byt om på de to.")
    iri = forum.iri if forum else ""
    return Asked(forum=iri, council=iri if _COUNCIL in iri else "", since=since, until=until)


def _votes(site: Site, form: Form, until: date) -> Callable[[], Votes | None] | None:
    """How to read the votes that are asked for; None where no election is recorded.

    An example never stands among one's own figures before somebody asks for it.
    """
    known = form.make(lambda: elections(site))
    if not known:
        return None
    own = [each for each in known.items() if not each[0].startswith(EXAMPLE)]
    examples = [each for each in known.items() if each not in own]
    slug = form.pick("valg", "Valg", (*own, *(() if own else (_NO_ELECTION,)), *examples))
    area = form.text("omraade", "Stemmer i", note="En kommune eller et KKR.")
    if not slug and not area:
        return lambda: None
    return lambda: read_votes(site, slug or next(iter(known)), area, until)


def _figures(site: Site, asked: Asked) -> tuple[Section, ...]:
    """Kept: on a large graph they take seconds."""
    return site.kept(("statistics", asked), lambda: tuple(figures(site, asked)))


def _lead(asked: Asked) -> str:
    since = f"Fra {day(asked.since)} til" if asked.since else "Til"
    return f"{since} og med {day(asked.until)}. Hvert tal er svaret på et spørgsmål, der kan åbnes og efterprøves."
