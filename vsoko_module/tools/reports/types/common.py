"""Indicators and columns that several types of reports show."""

MAIN = ("quality", "success", "sou", "average_mark", "failing_share", "not_attested")
SHARES = ("success", "quality", "sou")
GROUPS = (
    "pupils_excellent",
    "pupils_good",
    "pupils_one_four",
    "pupils_one_three",
    "pupils_failing",
)
MARK_COLUMNS = (
    ("quality", "base"),
    ("quality", "value"),
    ("quality", "delta"),
    ("quality", "last_year_delta"),
    ("success", "value"),
    ("success", "delta"),
    ("sou", "value"),
    ("average_mark", "value"),
    ("failing_share", "count"),
    ("not_attested", "count"),
)
GROUP_COLUMNS = (
    (GROUPS[0], "base"),
    *((code, part) for code in GROUPS for part in ("count", "value")),
)
# in this order a line can be added up: start + came - gone = end
MOVEMENT = (
    "contingent_start",
    "arrived",
    "moved_in",
    "moved_out",
    "finished",
    "departed",
    "contingent",
    "departed_share",
)
MOVEMENT_COLUMNS = tuple((code, "value") for code in MOVEMENT)
