"""``python -m kkr_graph``."""

from kkr_graph.cli import main

main()
