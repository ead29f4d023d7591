"""Reading the frozen figures of a report.

Shape (plain JSON)::

    {"indicators": {code: {"name", "short_name", "unit", "digits", "direction", "target"}},
     "names":      {"class:12": "5А", "subject:5": "Алгебра", …},
     "short_names": {"subject:5": "Алг.", …},
     "order":      {scope: [cell, …]},
     "figures":    {cell: {code: {"value", "n", "numerator", "denominator", "status", "reason",
                                  "people", "completeness", "grey", "previous", "previous_n",
                                  "previous_people", "delta", "last_year", "last_year_delta",
                                  "previous_barrier", "last_year_barrier"}}},
     "about_cell": "class:12" or "",
     "approval":   bool, "signers": [{"post", "name"}],
     "sections":   [{"code", "wide", "blocks": […]}],
     "given":      {name: as ``tools.reports.given`` writes it}, …}

A cell is ``scope:key:key``, as ``tools.scopes`` writes it. Keys without a value are left out, and
those that came later are not in older reports. The keys of a figure stay what they were in the
first report ever approved: old and new ones are read by the same `thaw`.
"""

from ..figure import PARTS, Figure
from ..scopes import SCOPES, scope_of
from ..writers.cells import INTEGER, NUMBER, PERCENT

# nobody is named in words as the first, the last or out of line
PEOPLE = frozenset({"teacher", "teacher_subject", "student", "student_subject"})
# parts of a figure whose frozen keys are shorter than their names
_KEYS = {
    "missing_reason": "reason",
    "grey_reason": "grey",
    "previous_value": "previous",
    "last_year_value": "last_year",
}


def freeze(figure):
    """A `Figure` as JSON; what names it, its cell and code, are the keys it is kept under."""
    parts = ((_KEYS.get(part, part), getattr(figure, part)) for part in PARTS)
    return {key: value for key, value in parts if value is not None}


def thaw(cell, code, kept):
    """The `Figure` that was frozen as ``kept``, of this release or an earlier one."""
    return Figure(code, cell, **{part: kept.get(_KEYS.get(part, part)) for part in PARTS})


def cell_parts(cell):
    """Keys of the names of a cell: «class:12», «subject:5» for «class_subject:12:5»."""
    scope, *keys = cell.split(":")
    kinds = (dimension.removesuffix("_id") for dimension in SCOPES[scope])
    return [f"{kind}:{key}" for kind, key in zip(kinds, keys, strict=True)]


class Frozen:
    """Access to the figures by cell and code."""

    def __init__(self, data):
        self.data = data

    def has(self, cell, code):
        """Whether the indicator is counted in the cell at all, be it without a value."""
        return bool(self.data["figures"].get(cell, {}).get(code))

    def figure(self, cell, code):
        """The `Figure`; one without any part when the indicator is not counted in the cell."""
        return thaw(cell, code, self.data["figures"].get(cell, {}).get(code, {}))

    def cells(self, scope):
        """Cells of the scope in the order for people."""
        return self.data["order"].get(scope, [])

    def base(self, cell, code):
        """How many the figure rests on; None for a formula, which rests on other figures."""
        if self.indicator(code).get("is_formula"):
            return None
        return self.figure(cell, code).n

    @property
    def is_year(self):
        """Whether the period is a whole year: the one before it is the year before."""
        return self.data.get("period", {}).get("is_year", False)

    def given(self, name):
        """What was frozen as it was found; see ``tools.reports.given`` for the shape."""
        return self.data.get("given", {}).get(name, {"columns": [], "rows": []})

    def indicator(self, code):
        return self.data["indicators"].get(code)

    def codes(self, block):
        """Codes of the block that exist in the system of indicators."""
        return [code for code in block["codes"] if code in self.data["indicators"]]

    def name(self, cell):
        """Name of a cell for people: the school, «5А», «5А, Алгебра».

        What the whole report is about is not repeated in the names of its parts.
        """
        parts = cell_parts(cell)
        about = self.data.get("about_cell")
        names = [self.data["names"][part] for part in parts if len(parts) == 1 or part != about]
        return ", ".join(names) or self.data["school"]

    def scope_kinds(self, scope):
        """Kinds of the dimensions by which the names of the cells of a scope differ."""
        about = scope_of(self.data.get("about_cell") or "")
        kinds = [dimension.removesuffix("_id") for dimension in SCOPES[scope]]
        return [kind for kind in kinds if len(kinds) == 1 or kind != about]

    def short_cell_name(self, cell):
        """Name of a cell for a narrow column."""
        return self.data.get("short_names", {}).get(cell) or self.name(cell)

    def kind(self, code):
        """Kind of a column that shows values of the indicator."""
        unit = self.indicator(code)["unit"]
        return {"percent": PERCENT, "people": INTEGER}.get(unit, NUMBER)

    def digits(self, code):
        return self.indicator(code)["digits"]

    def heading(self, code, room=18):
        """The name of an indicator if it fits into ``room`` signs, else its short name."""
        indicator = self.indicator(code)
        name = indicator["name"]
        return name if len(name) <= room else indicator["short_name"] or name

    def is_worse(self, cell, code):
        """Whether a percentage changed for the worse by more than chance can do."""
        indicator = self.indicator(code)
        is_percent = indicator["unit"] == "percent"
        return is_percent and self.figure(cell, code).is_worse(indicator["direction"])

    def harm(self, cell, code):
        """How much the figure changed for the worse, in its own unit; None when unknown."""
        delta = self.figure(cell, code).delta
        direction = self.indicator(code)["direction"]
        if delta is None or direction == "none":
            return None
        return -delta if direction == "more" else delta
