"""What may not be a criterion of a teacher's sheet beside outer diagnostics, by its words."""

import re

from ..ratings.law import find_words

# a penalty lessens the bonus of its own month by an order and is no matter of points
_PENALTIES = re.compile(r"дисциплинарн\w*|взыскани\w*|выговор\w*")


def find_penalty(*texts):
    """The words that name a disciplinary penalty in any of the texts, None without any."""
    return find_words(_PENALTIES, texts)
