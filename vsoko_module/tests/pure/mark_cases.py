"""The table from points to a mark: Python, SQL and the score sheet of the browser give the same."""

GEOMETRY = [(0, 2), (8, 3, "geometry", 2), (15, 4, "geometry", 2), (22, 5, "geometry", 2)]
LITERACY = [(0, 2), (15, 3), (26, 4, "literacy", 6), (33, 5, "literacy", 9)]

# what is shown; bands (from points, mark, part, points of the part); part of each task; rows
# (points by task, mark): None among the points is a task that was not reached, None in place of
# them a pupil who was absent
MARK_CASES = [
    (
        "a border belongs to the upper mark",
        [(0, 2), (8, 3), (14, 4), (19, 5)],
        ["", ""],
        [
            ((0, 0), 2),
            ((7, 0), 2),
            ((4, 4), 3),
            ((13, 0), 3),
            ((7, 7), 4),
            ((18, 0), 4),
            ((19, 0), 5),
            ((11, 11), 5),
            ((None, 8), 3),
            (None, None),
        ],
    ),
    ("nothing reached is no points", [(0, 2), (8, 3)], ["", ""], [((None, None), 2)]),
    (
        "half a point below a border is below it",
        [(0, 2), (7.5, 3), (8, 4)],
        ["", ""],
        [((7, 0), 2), ((6.5, 0.5), 2), ((7, 0.5), 3), ((7.5, 0.5), 4), ((0.5, None), 2)],
    ),
    ("without a scale there is no mark", [], [""], [((5,), None), ((0,), None), (None, None)]),
    (
        "below the first border there is no mark",
        [(3, 3), (5, 4)],
        [""],
        [((2.5,), None), ((3,), 3), ((4.5,), 3), ((5,), 4)],
    ),
    (
        "the order of the bands says nothing",
        [(5, 4), (0, 2), (3, 3)],
        [""],
        [((2,), 2), ((3,), 3), ((9,), 4)],
    ),
    (
        "without the points of a part the mark is lower",
        GEOMETRY,
        ["", "geometry", "geometry"],
        [
            ((6, 1, 1), 3),
            ((20, 2, 0), 5),
            ((20, 1, 1), 5),
            ((20, 2, None), 5),
            ((24, 1, 0), 2),
            ((24, 0.5, 1), 2),
            ((24, None, None), 2),
            ((5, 2, 0), 2),
            (None, None),
        ],
    ),
    (
        "each mark has a condition of its own",
        LITERACY,
        ["", "literacy"],
        [((15, 0), 3), ((21, 5), 3), ((20, 6), 4), ((27, 8), 4), ((24, 9), 5), ((25, 8), 4)],
    ),
    (
        "a part that no task belongs to gives no points",
        [(0, 2), (3, 3, "absent", 1)],
        ["", "geometry"],
        [((3, 3), 2)],
    ),
    (
        "a condition of no points is met by everybody",
        [(0, 2), (3, 3, "geometry", 0), (5, 4, "absent", 0)],
        ["", "geometry"],
        [((3, 0), 3), ((3, None), 3), ((5, 0), 4)],
    ),
]


def whole_band(band):
    """(from points, mark, part, points of the part) of a band that may have no condition."""
    return (*band, "", 0)[:4] if len(band) == 2 else band
