"""What case numbers look like."""

import re

CASE_NUMBER = re.compile(
    r"\b(?:SAG-\d{4}-\d{4,6}|EMN-\d{4}-\d{4,6}|\d{2}[./]\d{2}[./-]\d{2}-[A-Z]\d{2}-\d{1,4}-\d{2}"
    r"|\d{2}/\d{3,6}|\d{4}[-/]\d{5,7})\b"
)
