"""Who asks a server. Passwords come from the environment: never from arguments or files of ours."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from kkr_graph.errors import ConfigError

_USER, _PASSWORD, _TOKEN = (f"KKR_GRAPH_{name}" for name in ("USER", "PASSWORD", "TOKEN"))
HINT = f"Sæt {_USER} og {_PASSWORD}, eller {_TOKEN}, i omgivelserne."


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """A name and a password, or a token; empty where nobody is named."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)


def credentials_from(environment: Mapping[str, str] = os.environ) -> Credentials:
    """The credentials in the environment.

    Raises:
        ConfigError: they contradict each other.
    """
    found = Credentials(
        user=environment.get(_USER, ""),
        password=environment.get(_PASSWORD, ""),
        token=environment.get(_TOKEN, ""),
    )
    if found.user and found.token:
        raise ConfigError(f"Både {_USER} og {_TOKEN} er sat.", HINT)
    return found
