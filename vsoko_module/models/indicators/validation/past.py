"""What stood before in the cells of a form: the history by which a value is judged."""

from collections import defaultdict

from ....tools.measures.outliers import Point
from .snapshot import SAID, is_number


class Past:
    """Earlier values of the judged elements of a form, each with its base.

    A cell of a class is that of the class its pupils came from in the years before. The tested
    period and later ones are no part of it.
    """

    def __init__(self, form, elements, places):
        self.form = form
        self.places = places
        self.numbers = defaultdict(dict)
        self.periods = []
        self._read(elements | elements.base_id)

    def _read(self, elements):
        period = self.form.period_id
        values = self.form.env["vsoko.data.value"].search(
            [
                ("element_id", "in", elements.ids),
                ("form_id.company_id", "=", period.company_id.id),
                ("form_id.period_id.kind", "=", period.kind),
                ("form_id.date_end", "<=", period.date_end),
                ("state", "in", SAID),
            ]
        )
        for value in values:
            if is_number(value):
                key = value.form_id.period_id, value.element_id
                self.numbers[key][value.cell] = value.value_number
        earlier = values.form_id.period_id - period
        self.periods = list(earlier.sorted("date_end"))

    def now(self, element, cell):
        """The `Point` of the tested value, None when it has none."""
        return self._point(self.form.period_id, element, cell)

    def before(self, element, cell):
        """The points of the periods before, from the earliest."""
        points = [self._point(period, element, cell) for period in self.periods]
        return [point for point in points if point]

    def _point(self, period, element, cell):
        then = self.form.period_id._get_cell_in(period, cell)
        value = self.numbers[period, element].get(then)
        return None if value is None else Point(value, self._base(period, element, then))

    def _base(self, period, element, cell):
        """What is judged against; a count without an element of exposure has one a period."""
        if not element.base_id:
            return 1 if element.judge == "count" else None
        found = self.numbers[period, element.base_id]
        own = next((one for one in self.places.holders(cell) if one in found), None)
        return found.get(own)
