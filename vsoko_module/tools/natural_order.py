"""Order of codes as people read them: «2.10» comes after «2.9»."""

import re

from .russian_order import order_key

_NUMBER = re.compile(r"(\d+)")


def natural_key(text):
    """Key of ``sorted`` for codes of letters and numbers; None comes first."""
    parts = _NUMBER.split((text or "").lower())
    return [(part.isdigit(), int(part) if part.isdigit() else 0, order_key(part)) for part in parts]
