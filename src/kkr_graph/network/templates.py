"""The templates of the page, compiled once however many pages are made of them."""

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket


class _Compiled(BytecodeCache):
    """Templates as another environment compiled them."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is known of a template."""
        if (known := self._known.get(bucket.key)) is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was made of one."""
        self._known[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def fresh_environment() -> Environment:
    """An environment for one page: pyvis passes nothing on to a template, so it is told by globals."""
    return Environment(
        loader=PackageLoader("kkr_graph.network", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_COMPILED,
    )
