"""The table of halves: every way out of the program rounds these alike."""

# value, decimals, as people write it with a point; half away from zero, zero has no sign
HALVES = [
    (6.25, 1, "6.3"),
    (56.25, 1, "56.3"),
    (81.25, 1, "81.3"),
    (62.5, 0, "63"),
    (0.5, 0, "1"),
    (3.125, 2, "3.13"),
    (4.125, 2, "4.13"),
    (4.625, 2, "4.63"),
    (1.005, 2, "1.01"),
    (2.675, 2, "2.68"),
    (100 * 0.57, 0, "57"),
    (63.97, 1, "64.0"),
    (0.05, 1, "0.1"),
    (-0.05, 1, "-0.1"),
    (-2.5, 0, "-3"),
    (-0.04, 1, "0.0"),
    (-0.0, 1, "0.0"),
    (0.0, 2, "0.00"),
    (1234.25, 1, "1234.3"),
    (0.00000004, 1, "0.0"),
]


def russian(text):
    """The text as a Russian reader sees it."""
    whole, _point, decimals = text.removeprefix("-").partition(".")
    whole = f"{int(whole):,}".replace(",", "\u00a0")
    sign = "\u2212" if text.startswith("-") else ""
    return sign + ",".join(filter(None, (whole, decimals)))
