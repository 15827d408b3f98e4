"""Danish council minutes to a knowledge graph.

Nothing is exported yet: the command line is what is kept stable. Importing the package loads
nothing, so that ``kkr-graph --help`` stays quick.
"""

__all__: list[str] = []
