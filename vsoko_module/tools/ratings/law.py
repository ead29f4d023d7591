"""What may not enter a rating by the law, though its rule does not say so: a figure typed by hand
or copied into a form is known by its name alone."""

import re

# «ВПР-2026», «vpr_results», «Всероссийская проверочная работа»; not «впрочем»
_BARRED = re.compile(
    r"(?<![а-яё])впр(?![а-яё])|(?<![a-z])vpr(?![a-z])|всероссийск\w*\s+проверочн", re.IGNORECASE
)


def is_barred_name(text):
    """Whether a name, a code or a condition names the All-Russian tests; of nothing: False."""
    return bool(_BARRED.search(text or ""))
