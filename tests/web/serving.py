"""The application behind a real port."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

from kkr_graph.cli.serve import listen


@contextmanager
def served(app: Starlette) -> Iterator[str]:
    """Where the application answers, while the block lasts."""
    config = uvicorn.Config(app, log_level="error", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    with listen(None) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:  # else a test that fails would wait for the thread for ever
            server.should_exit = True
            thread.join()
