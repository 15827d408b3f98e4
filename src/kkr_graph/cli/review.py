"""``kkr-graph review``: the pairs that need a person's judgement, shown, asked about, written down."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT, form_of_output, write_whole
from kkr_graph.config import Config
from kkr_graph.errors import ConfigError, ResolveError
from kkr_graph.model import danish
from kkr_graph.model.identity import Verdict
from kkr_graph.model.review import question_json

if TYPE_CHECKING:
    from kkr_graph.model.identity import Judgement
    from kkr_graph.model.review import OpenMention, Question, Side

_KEYS = {"s": Verdict.POSITIVE, "i": Verdict.NEGATIVE, "u": Verdict.UNSURE}
_SKIP, _UNDO, _QUIT = "o", "f", "q"
# what may be typed, the longest first; the rest of the line is the reason
_WORDS = {
    "ikke samme": "i",
    "spring over": _SKIP,
    "samme": "s",
    "ikke": "i",
    "usikker": "u",
    "over": _SKIP,
    "fortryd": _UNDO,
    "slut": _QUIT,
} | {key: key for key in (*_KEYS, _SKIP, _UNDO, _QUIT)}
_CHOICES = "[s]amme · [i]kke samme · [u]sikker · spring [o]ver · [f]ortryd · [q] slut"
_NEXT = "Vurderingerne gælder fra næste gang, der bygges: kkr-graph build"


@click.command(name="review", short_help="Afgør, om to navne er samme person.")
@click.option(
    "--judge", "judged", nargs=2, metavar="ID VURDERING", default=None,
    help="Afgør ét par: positive (samme), negative (ikke samme) eller unsure (usikkert).",
)  # fmt: skip
@click.option(
    "--undo", is_flag=False, flag_value="", default=None, metavar="[ID]",
    help="Tag en vurdering tilbage: den med dette id, ellers den seneste.",
)  # fmt: skip
@click.option("--answers", "shows_answers", is_flag=True, help="Vis det, der er afgjort, med id.")
@click.option("--by", metavar="NAVN", help="Hvem der afgør; ellers bliver du spurgt.")
@click.option("--reason", default="", metavar="TEKST", help="Hvorfor; gemmes med vurderingen.")
@click.option(
    "--list/--ask", "listed", default=None,
    help="Vis listen, eller bliv spurgt om ét par ad gangen. Ellers --ask i en terminal.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]),
    help="Listens form: table i en terminal og json videre til et andet program.",
)  # fmt: skip
@click.option(
    "--data", type=click.Path(path_type=Path), default=Path("data"), show_default=True,
    help="Mappen med curation/judgements.csv.",
)  # fmt: skip
@click.option(
    "--graph", "folder", type=click.Path(path_type=Path), default=Path("build"),
    show_default=True, help="Mappen, som grafen ligger i.",
)  # fmt: skip
def command(  # noqa: PLR0913 - one parameter for each option
    *,
    judged: tuple[str, str] | None,
    undo: str | None,
    shows_answers: bool,
    by: str | None,
    reason: str,
    listed: bool | None,
    form: str | None,
    data: Path,
    folder: Path,
) -> None:
    """Gennemgå de par af navne, som programmet ikke selv kan afgøre, og afgør dem én gang for alle.

    Vurderingerne lægges nederst i data/curation/judgements.csv og gælder, når der bygges igen.

    \b
    Eksempel:
      kkr-graph review
      kkr-graph review --list
      kkr-graph review --judge 3f9a12cd07 positive --by "Anne Holm" --reason "Gift i 2023"
      kkr-graph review --answers
      kkr-graph review --undo
    """
    config = Config(data=data, out=folder)
    if judged and undo is not None:
        raise click.UsageError("Brug enten --judge eller --undo.")
    if judged:
        _judge(config, *judged, by=by, reason=reason)
    elif undo is not None:
        _undo(config, undo or None)
    elif shows_answers:
        _show_answers(config)
    elif listed or (listed is None and (form or not _is_terminal())):
        _show(config, form)
    else:
        _Asking(config, by).run()


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


# --- one judgement --------------------------------------------------------------------------


def _judge(config: Config, pair_id: str, written: str, *, by: str | None, reason: str) -> None:
    from kkr_graph.curation.review import judge

    try:
        verdict = Verdict(written)
    except ValueError as error:
        raise ConfigError(
            f"»{written}« er ingen vurdering", "Skriv positive, negative eller unsure."
        ) from error
    question = judge(config, pair_id, verdict, by=by or "", day=_today(), reason=reason)
    click.echo(_told(question, verdict))
    click.echo(_NEXT, err=True)


def _undo(config: Config, answer_id: str | None) -> None:
    from kkr_graph.curation.review import names_of_sides, undo

    names = names_of_sides(config)
    click.echo(_taken_back(undo(config, answer_id), names))
    click.echo(_NEXT, err=True)


def _told(question: "Question", verdict: Verdict) -> str:
    return f"{question.left.called} og {question.right.called}: {verdict.danish}."


def _taken_back(judgements: "Sequence[Judgement]", names: Mapping[str, str]) -> str:
    return f"Taget tilbage: {_decided(judgements, names)}."


def _decided(judgements: "Sequence[Judgement]", names: Mapping[str, str]) -> str:
    from kkr_graph.curation.judgements import Answer
    from kkr_graph.curation.review import name_of

    first = judgements[0]
    left, right = (name_of(side, names) for side in (first.left, first.right))
    answer = Answer(id="", judgements=tuple(judgements))
    more = answer.places - 1
    also = f" (og {danish.counted(more, 'sted', 'steder')} mere)" if more else ""
    sides = f"{right} og {left}{also}"
    if answer.is_parting:
        sides = f"{answer.places} {'sted' if answer.places == 1 else 'steder'} hos {right}"
    reason = f", »{first.reason}«" if first.reason else ""
    return f"{sides}: {first.verdict.danish} ({first.by}, {danish.day(first.day)}{reason})"


def _show_answers(config: Config) -> None:
    from kkr_graph.curation.review import list_answers, names_of_sides

    answers, names = list_answers(config), names_of_sides(config)
    for answer in answers:
        click.echo(f"{answer.id}  {_decided(answer.judgements, names)}")
    if not answers:
        click.echo("Der er intet afgjort endnu.", err=True)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


# --- the list -------------------------------------------------------------------------------


def _show(config: Config, form: str | None) -> None:
    from kkr_graph.curation.review import list_open_mentions, list_pairs

    questions, open_ = list_pairs(config), list_open_mentions(config)
    if (form or form_of_output()) == "json":
        values = {
            "pairs": [question_json(question) for question in questions],
            "open": [{"mention": each.subject, "reason": each.reason} for each in open_],
        }
        write_whole(
            f"{json.dumps(values, ensure_ascii=False, indent=2)}\n".encode(), STANDARD_OUTPUT
        )
    else:
        write_whole(
            "".join(f"{line}\n" for line in _lines(questions, open_)).encode(), STANDARD_OUTPUT
        )
    click.echo(_counted(questions, open_), err=True)


def _lines(questions: "Sequence[Question]", open_: "Sequence[OpenMention]") -> Iterator[str]:
    for question in questions:
        yield from _question(question)
        yield ""
    for mention in open_:
        yield f"{mention.subject}: {mention.reason}"


def _counted(questions: "Sequence[Question]", open_: "Sequence[OpenMention]") -> str:
    if not questions and not open_:
        return "Der er intet at afgøre."
    unsure = sum(question.pair.unsure for question in questions)
    told = f"{len(questions)} par at afgøre"
    told += f", heraf {unsure} set efter uden at blive afklaret" if unsure else ""
    joined = sum(question.pair.joined for question in questions)
    told += f"; {joined} af dem har programmet samlet" if joined else ""
    told += f"; {len(open_)} navne, som ingen kendt person passer på" if open_ else ""
    return f"{told}."


def _question(question: "Question") -> Iterator[str]:
    pair = question.pair
    state = "  · samlet af programmet" if pair.joined else ""
    state += "  · usikkert" if pair.unsure else ""
    yield f"{pair.id}  {question.left.name}  =?  {question.right.name}  ({pair.score}){state}"
    yield f"    {'; '.join(pair.reasons)}"
    yield from _side(question.left)
    yield from _side(question.right)


def _side(side: "Side") -> Iterator[str]:
    from kkr_graph.model.names import clean

    said = (side.parties, side.municipalities, side.organizations, side.titles, side.roles)
    about = " · ".join(", ".join(map(clean, each)) for each in said if each)
    forms = f" ({', '.join(side.forms)})" if side.forms else ""
    yield f"  {side.name}{forms}{f': {about}' if about else ''}{_period(side)}"
    for each in side.sightings:
        when = f", {danish.day(each.day)}" if each.day else ""
        yield f"      {clean(each.document)}{when}, {each.place}: »{clean(each.quote)}«"
    if side.documents_left:
        left = danish.counted(side.documents_left, "dokument", "dokumenter")
        yield f"      ... og {left} mere"


def _period(side: "Side") -> str:
    if side.first is None or side.last is None:
        return ""
    first, last = danish.day(side.first), danish.day(side.last)
    return f" [{first}]" if first == last else f" [{first} til {last}]"


# --- one pair at a time ---------------------------------------------------------------------


class _Asking:
    """A conversation: each pair is shown, and every answer is written down at once."""

    def __init__(self, config: Config, by: str | None) -> None:
        self.config = config
        self.by = by
        self.skipped: set[str] = set()
        self.answered: list[Question] = []

    def run(self) -> None:
        """Ask until everything is answered or skipped, or the person has had enough."""
        while left := self._left():
            question = left[0]
            click.echo(f"\n{len(left)} par tilbage")
            click.echo("\n".join(_question(question)))
            key, reason = _answer()
            if key == _QUIT:
                break
            self._take(question, key, reason)
        self._close()

    def _left(self) -> "list[Question]":
        """The pairs not answered, skipped or found unsure in this round."""
        from kkr_graph.curation.review import list_pairs

        return [each for each in list_pairs(self.config) if each.id not in self.skipped]

    def _take(self, question: "Question", key: str, reason: str) -> None:
        from kkr_graph.curation.review import judge

        if key == _UNDO:
            self._undo()
            return
        verdict = _KEYS.get(key)
        if verdict is None or (verdict == Verdict.UNSURE and question.pair.unsure):
            self.skipped.add(question.id)
            return
        try:
            judge(self.config, question.id, verdict, by=self._who(), day=_today(), reason=reason)
        except (ConfigError, ResolveError) as error:  # somebody else was faster, or knows better
            self.skipped.add(question.id)
            click.echo(f"{error} {error.hint}")
            return
        self.answered.append(question)
        if verdict == Verdict.UNSURE:
            self.skipped.add(question.id)
        click.echo(_told(question, verdict))

    def _undo(self) -> None:
        from kkr_graph.curation.review import names_of_sides, undo

        if not self.answered:
            click.echo(
                "Der er intet at fortryde i denne omgang. Den seneste vurdering fra før tages "
                "tilbage med: kkr-graph review --undo"
            )
            return
        pair = self.answered.pop().id
        self.skipped.discard(pair)
        click.echo(_taken_back(undo(self.config, pair), names_of_sides(self.config)))

    def _who(self) -> str:
        while not (self.by or "").strip():
            self.by = click.prompt("Dit navn, som gemmes med vurderingen")
        return self.by or ""

    def _close(self) -> None:
        click.echo()
        click.echo(f"{len(self.answered)} par afgjort.")
        if self.answered:
            click.echo(_NEXT)


def _answer() -> tuple[str, str]:
    """A key, and what stands after it as the reason; the end of the input ends the asking."""
    while True:
        try:
            written = click.prompt(_CHOICES, prompt_suffix=": ").strip()
        except click.Abort:
            return _QUIT, ""
        for word, key in _WORDS.items():
            if f"{written} ".casefold().startswith(f"{word} "):
                return key, written[len(word) :].strip()
        click.echo(f"»{written}« er ikke et af svarene. Et svar kan følges af en begrundelse.")
