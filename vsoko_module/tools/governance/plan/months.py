"""The list of months of a line that comes back: ``"9, 12, 3"``."""

# the order of a school year, which plans begin in August
SCHOOL_ORDER = (8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7)


def parse_months(text):
    """Return the months in the order of a school year, each once; an empty text has none.

    :raise ValueError: when something is no month
    """
    months = {int(part) for part in (text or "").replace(";", ",").split(",") if part.strip()}
    if not months <= set(SCHOOL_ORDER):
        raise ValueError(text)
    return [month for month in SCHOOL_ORDER if month in months]


def write_months(months):
    """The text that `parse_months` reads: ``[9, 12]`` → ``"9, 12"``."""
    return ", ".join(map(str, months))
