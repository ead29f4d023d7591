"""Random formulas for property tests: well-formed ones, and text that may be anything."""

NUMBERS = ("0", "1", "2.5", "100", "0.000000000001", "999999999999999", "33.333333333333")
CODES = ("quality", "success", "n", "[3.1 доля «2»]", "previous(quality)", "last_year(n)")
VALUES = (None, 0, 1, -3, 2.5, 66.66666666666667, 1e-9, 1e-200, 1e14, -1e15, 1e300, float("nan"))
SYMBOLS = (
    "quality",
    "n",
    "1",
    "2.5",
    "+",
    "-",
    "*",
    "/",
    "(",
    ")",
    ",",
    "<",
    ">=",
    "=",
    "and",
    "or",
    "not",
    "if(",
    "min(",
    "round(",
    "previous(",
    "coalesce(",
    " ",
    "[x]",
    "__class__",
    ".",
    "'",
    "lambda",
    ":",
    "{",
    "import",
    "%s",
    ";",
    "\x00",
    "**",
    "é",
)


def number(rng, depth):
    """Text of a random expression that gives a number."""
    if depth <= 0:
        return rng.choice(NUMBERS + CODES)
    inner = [number(rng, depth - rng.randint(1, 2)) for _ in range(3)]
    return rng.choice(
        (
            "({0} + {1})",
            "({0} - {1})",
            "{0} * {1}",
            "({0}) / ({1})",
            "-({0})",
            "abs({0})",
            "round({0}, 3)",
            "round({0})",
            "min({0}, {1}, {2})",
            "max({0}, {1})",
            "coalesce({0}, {1})",
            "if({condition}, {0}, {1})",
        )
    ).format(*inner, condition=condition(rng, depth - 1))


def condition(rng, depth):
    """Text of a random condition."""
    left, right = number(rng, depth - 1), number(rng, depth - 1)
    sign = rng.choice(("=", "<>", "<", "<=", ">", ">="))
    simple = f"({left}) {sign} ({right})"
    if depth <= 0:
        return simple
    other = condition(rng, depth - 2)
    template = rng.choice(("({0}) and ({1})", "({0}) or ({1})", "not ({0})", "{0}"))
    return template.format(simple, other)


def garbage(rng):
    """Text that is seldom a formula."""
    return "".join(rng.choice(SYMBOLS) for _ in range(rng.randint(1, 12)))


def values(rng, references):
    """A value, sometimes missing, for each reference."""
    return {reference: rng.choice(VALUES) for reference in references}
