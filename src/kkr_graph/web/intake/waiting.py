"""The documents that wait for somebody to confirm them, and what was read of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from kkr_graph.config import Config
from kkr_graph.errors import KkrGraphError, SourceError
from kkr_graph.intake.child import Builder
from kkr_graph.intake.preview import Preview, Reading, preview
from kkr_graph.intake.staging import Staged, list_staged
from kkr_graph.web.building import Tell
from kkr_graph.web.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A file that waits, and what is shown of it: a preview, or why it cannot be read."""

    staged: Staged
    preview: Preview | None = None
    problem: str = ""
    hint: str = ""

    @property
    def is_ready(self) -> bool:
        """Whether it can be added just like that, without a question to be answered."""
        seen = self.preview
        return seen is not None and not (seen.same_content or seen.same_meeting or seen.renamed)


class Waiting:
    """What waits in one output folder; a file is read once while the program runs."""

    def __init__(self, writer: Writer) -> None:
        self.config = Config(data=writer.data, out=writer.out)
        self.builder = Builder(self.config)  # the process that reads and builds
        self._read: dict[str, Reading | KkrGraphError] = {}
        self._lock = Lock()

    def read_all(self, waiting: Sequence[Staged], tell: Tell) -> None:
        """Read files, so that looking at them takes no time."""
        for done, staged in enumerate(waiting, start=1):
            tell("Læser", done - 1, len(waiting))
            self._reading(staged)
            tell("Læser", done, len(waiting))

    def is_read(self, staged: Staged) -> bool:
        """Whether it was read already."""
        return staged.id in self._read

    def look(self, staged: Staged) -> Looked:
        """What is shown of a file; it is read now if it was not before."""
        reading = self._reading(staged)
        if isinstance(reading, KkrGraphError):
            return Looked(staged=staged, problem=str(reading), hint=reading.hint)
        return Looked(staged=staged, preview=preview(self.config, staged.name, reading))

    def all(self) -> tuple[Staged, ...]:
        """Everything that waits, by name."""
        return list_staged(self.config)

    def forget(self) -> None:
        """Read again what is looked at next: what is there already is another now.

        A file that cannot be read is the same as before.
        """
        for staged, reading in tuple(self._read.items()):
            if not isinstance(reading, SourceError):
                self._read.pop(staged, None)

    def _reading(self, staged: Staged) -> Reading | KkrGraphError:
        known = self._read.get(staged.id)
        if known is not None:  # without waiting for another that is being read
            return known
        with self._lock:
            if staged.id not in self._read:
                try:
                    self._read[staged.id] = self.builder.read(staged.path)
                except KkrGraphError as error:
                    self._read[staged.id] = error
            return self._read[staged.id]
