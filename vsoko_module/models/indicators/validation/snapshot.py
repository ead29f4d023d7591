"""The values of elements and indicators in one period, for the formulas of rules."""

from collections import defaultdict

from ....tools.school_calendar import level_of
from ....tools.statistics import cells
from ....tools.statistics.values import NUMBERS

# a copy says nothing before it is confirmed, and an excuse is no value
SAID = ("entered", "confirmed")


def is_number(value):
    """Whether a stored value is a number that rules and histories may take."""
    return value.state in SAID and value.element_id.value_type in NUMBERS


class Places:
    """The cells of a period, and which of them hold a cell: its grade, its level, the school."""

    def __init__(self, classes):
        self.env = classes.env
        self.classes = classes
        self.grades = {school_class.id: school_class.grade for school_class in classes}

    def get_members(self, scope):
        """The cells of a scope: ``class``, ``grade`` or ``level``."""
        field = "id" if scope == "class" else scope
        members = dict.fromkeys(school_class[field] for school_class in self.classes)
        return [cells.member_key(scope, member) for member in members]

    def holders(self, cell):
        """The cell and all that hold it, from the nearest."""
        breakdown, member = cells.split_key(cell)
        found = [cell]
        if breakdown == "class":
            member = self._grade_of(int(member))
            found.append(f"grade:{member}")
        if breakdown in ("class", "grade"):
            found.append(f"level:{level_of(int(member))}")
        return found if cell == cells.WHOLE else [*found, cells.WHOLE]

    def _grade_of(self, class_id):
        if class_id not in self.grades:
            self.grades[class_id] = self.env["vsoko.class"].browse(class_id).grade
        return self.grades[class_id]


class Snapshot:
    """``{code: {cell: number}}`` of a period; what is missing has no key.

    An element is known by its breakdown: a rule about a class takes the number of the school for
    an element of the school, and a rule about the school the sum over the classes for an element
    of classes, as long as each of them has said something. An indicator is never summed up.
    """

    def __init__(self, period, codes, places):
        self.places = places
        self.elements = defaultdict(dict)
        self.breakdowns = {}
        self.waiting = defaultdict(set)
        self.indicators = defaultdict(dict)
        if period:
            self._read_elements(period, codes)
            self._read_indicators(period, set(codes) - self.breakdowns.keys())

    def _read_elements(self, period, codes):
        forms = period.env["vsoko.data.form"].search([("period_id", "=", period.id)])
        for form, expected in forms._get_cells().items():
            for element, cell in expected:
                if element.code in codes:
                    self.breakdowns[element.code] = element.breakdown
                    self.waiting[element.code].add(cell)
            for value in form.value_ids:
                code = value.element_id.code
                if code not in codes or value.state == "copied":
                    continue
                self.waiting[code].discard(value.cell)
                if is_number(value):
                    self.elements[code][value.cell] = value.value_number

    def _read_indicators(self, period, codes):
        figures = period.env["vsoko.indicator.value"].search(
            [
                ("period_id", "=", period.id),
                ("indicator_id.code", "in", list(codes)),
                ("scope", "in", ("school", "level", "grade", "class")),
            ]
        )
        for figure in figures:
            if figure.value is not False:
                self.indicators[figure.indicator_id.code][figure.cell] = figure.value

    def get(self, code, cell):
        """The number of a code in a cell or in what holds it, None when it is missing."""
        holders = self.places.holders(cell)
        if code not in self.breakdowns:
            return self._first(self.indicators[code], holders)
        own = next((holder for holder in holders if self._is_of(code, holder)), None)
        return self.elements[code].get(own) if own else self._sum(code, cell)

    def _is_of(self, code, cell):
        return cells.split_key(cell)[0] == self.breakdowns[code]

    def _first(self, figures, holders):
        scopes = {cell.partition(":")[0] for cell in figures}
        own = next((holder for holder in holders if holder.partition(":")[0] in scopes), None)
        return figures.get(own)

    def _sum(self, code, cell):
        parts = [part for part in self.elements[code] if cell in self.places.holders(part)]
        is_waiting = any(cell in self.places.holders(one) for one in self.waiting[code])
        return None if is_waiting or not parts else sum(self.elements[code][part] for part in parts)

    def get_lines(self, codes):
        """The cells of lines of lists that the elements have."""
        known = {cell for code in codes for cell in (*self.elements[code], *self.waiting[code])}
        return sorted(cell for cell in known if cell.startswith("option:"))
