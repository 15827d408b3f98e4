"""What a page allows itself, as a Content-Security-Policy says it."""

import base64
import hashlib


def allowed_text(text: str) -> str:
    """The source expression that allows one script or style sheet by its very text, ``'sha256-...'``."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
