"""A small folder of elections, and the registry that they are read with."""

from pathlib import Path

from kkr_graph.model.registry import Registry
from kkr_graph.registry import read_registry

ROOT = Path(__file__).parents[3]
REGISTRY = ROOT / "data/registry"
EXAMPLE = "eksempel-hjoerring-2021"

TABLES = {
    "elections.csv": "id;navn;dato;kilde\nkv21;Kommunalvalg 2021;2021-11-16;lov\n",
    "kv21.csv": (
        "kommunekode;bogstav;navn;stemmer;mandater;kilde\n"
        "0860;A;Socialdemokratiet;1.100;3;x\n"
        "0860;T;Torvelisten;300;1;x\n"
        "0860;V;Venstre;600;2;x\n"
        "0860;K;Kristendemokraterne;10;0;x\n"
        "0851;A;Socialdemokratiet;900;3;x\n"
        "0851;T;Tværlisten;200;0;x\n"
        "0851;V;Venstre;700;2;x\n"
    ),
    "cooperations.csv": "valg;kkr;listesamarbejde;kommunekode;bogstav;kilde\n",
    "alliances.csv": "valg;område;valgforbund;listeforbund;liste;kilde\n",
    "mayors.csv": "valg;kommunekode;bogstav;kilde\nkv21;0860;V;x\nkv21;0851;A;x\n",
    "lots.csv": "valg;område;beregning;niveau;plads;mellem;udtrukket;dato;kilde\n",
}


def registry() -> Registry:
    """The registry of the repository."""
    return read_registry(REGISTRY)


def folder(path: Path, **changed: str) -> Path:
    """The tables, some with rows added or a text instead; ``kv21`` is ``kv21.csv``."""
    path.mkdir(parents=True, exist_ok=True)
    for name, text in TABLES.items():
        new = changed.get(name.removesuffix(".csv"), "")
        whole = new if new.startswith(text.partition(";")[0]) else text + new
        (path / name).write_text(whole, encoding="utf-8")
    return path
