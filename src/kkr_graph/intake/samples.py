"""The documents that come with the program, to try it with: the data folder lists them."""

from pathlib import PurePosixPath

from kkr_graph.config import Config
from kkr_graph.curation.tables import read_rows

COLUMNS = ("document",)


def sample_documents(config: Config) -> tuple[str, ...]:
    """Those that are there, by their paths in the data folder; none in a folder of one's own.

    Raises:
        RegistryError: A line of the list has a mistake.
    """
    path = config.data / "samples.csv"
    if not path.is_file():
        return ()
    listed = (row.required("document") for row in read_rows(path, COLUMNS))
    return tuple(name for name in listed if _is_inside(name) and (config.data / name).is_file())


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts
