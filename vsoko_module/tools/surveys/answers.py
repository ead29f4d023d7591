"""What an answer is worth: points, the best answers, reversed items, the sign of a wording."""

import hashlib
import json
from dataclasses import dataclass, replace

# from so many different points on, the two best answers are satisfied ones; below, the best alone
FOUR = 4


@dataclass(frozen=True)
class Option:
    """One answer to choose. ``points`` is None for «затрудняюсь», which has no place in means;
    ``is_right`` is for questions with right answers."""

    key: object
    name: str
    points: float | None
    is_right: bool = False
    is_top: bool = False


def judged(options, is_reversed=False):
    """The options with their points turned over when the item is worded the other way round, and
    with the best of them marked: the right ones where some are right."""
    known = [option.points for option in options if option.points is not None]
    if not known:
        return list(options)
    both = max(known) + min(known)
    turned = [
        replace(option, points=both - option.points)
        if is_reversed and option.points is not None
        else option
        for option in options
    ]
    if any(option.is_right for option in options):
        return [replace(option, is_top=option.is_right) for option in turned]
    different = sorted({option.points for option in turned if option.points is not None})
    least = different[-2] if len(different) >= FOUR else different[-1]
    return [
        replace(option, is_top=option.points is not None and option.points >= least)
        for option in turned
    ]


def sign(name, options, is_reversed=False):
    """Short sign of the wording: two items are the same only when question and answers are."""
    content = [name, bool(is_reversed), [[o.name, o.points, bool(o.is_right)] for o in options]]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:8]
