"""The sources stage: from the files of a data folder to text, whatever their format.

One module reads one format. What a file is, its first bytes say, not its name.
"""

from kkr_graph.sources.document import LARGEST, find_mojibake, read_source
from kkr_graph.sources.folder import FOLDERS, find_astray, find_sources

__all__ = ["FOLDERS", "LARGEST", "find_astray", "find_mojibake", "find_sources", "read_source"]
