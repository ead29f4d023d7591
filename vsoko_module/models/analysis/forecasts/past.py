"""The figures of past periods as series: what may be put in one line, and where it breaks off."""

from collections import defaultdict

from odoo.fields import Domain

from ....tools import scopes
from ....tools.forecast import forecast
from ....tools.measures.chance import people_behind

# how many periods of a kind a year has
SEASONS = {"quarter": 4, "trimester": 3, "half": 2, "year": 1, "calendar_year": 1}
SCOPES = ("school", "level", "class")
_CHAIN = 11


class EarlierFigures:
    """The series of the figures before a period, read in a number of queries that depends neither
    on cells nor on indicators.

    The caller is the program: figures are those of the whole school.
    """

    def __init__(self, period, indicators):
        self.season = SEASONS[period.kind]
        self._place = self._get_place(period)
        self._periods = self._get_periods(period)
        self._successors = _get_successors(period)
        self._indicators = {indicator.code: indicator for indicator in indicators}
        self._figures = self._read(period.env)

    def _get_place(self, period):
        """The number of a period in time: neighbours differ by one."""
        if period.kind == "calendar_year":
            return period.date_start.year
        number = period.number if self.season > 1 else 1
        return period.year_id.date_start.year * self.season + number - 1

    def _get_periods(self, period):
        earlier = period.search(
            Domain("company_id", "=", period.company_id.id)
            & Domain("kind", "=", period.kind)
            & Domain("date_end", "<", period.date_start)
        )
        return {one.id: self._get_place(one) for one in earlier}

    def _read(self, env):
        """Return {(code, cell of the period asked): {place: figure}}."""
        Value = env["vsoko.indicator.value"]
        found = defaultdict(dict)
        for figure in Value._read_figures(
            Domain("period_id", "in", list(self._periods))
            & Domain("indicator_id.code", "in", list(self._indicators))
            & Domain("scope", "in", SCOPES)
        ):
            cell = self._follow(figure.cell)
            if cell:
                found[figure.code, cell][self._periods[figure.period_id]] = figure
        versions = {figure.indicator_id for line in found.values() for figure in line.values()}
        self._alike = {
            version.id: self._indicators[version.code]._counts_like(version)
            for version in env["vsoko.indicator"].browse(versions)
        }
        return found

    def _follow(self, cell):
        """The cell of the class that the pupils of a class have become; None of one that is
        gone or divided."""
        keys = scopes.keys(cell)
        if "class_id" not in keys:
            return cell
        successor = self._successors.get(keys["class_id"])
        return successor and scopes.cell("class", class_id=successor)

    def foretell(self):
        """Return ``[(indicator, cell, people of the last period, Prospect)]`` of all series."""
        return [
            (self._indicators[code], cell, *self._foretell(code, line))
            for (code, cell), line in sorted(self._figures.items())
        ]

    def _foretell(self, code, line):
        figures = self._get_series(line)
        known = [figure for figure in figures if figure]
        people = people_behind(known[-1].n, known[-1].people) if known else 0
        values = [figure and figure.value for figure in figures]
        scale = self._indicators[code]._get_foretold_scale()
        horizon = self._place - max(line)
        return people, forecast(values, scale, people, self.season, horizon)

    def _get_series(self, line):
        """The figures from the first place to the last one before the period; None in a gap.

        What came before a change of definition, or before other pupils were in the class, is no
        part of the line. A figure on a part of the marks, or on too few people, is a gap.
        """
        series = []
        for place in range(max(line), min(line) - 1, -1):
            figure = line.get(place)
            if figure and not self._alike[figure.indicator_id]:
                break
            is_fit = figure and figure.is_known and not figure.grey_reason
            series.append(figure if is_fit else None)
            if figure and figure.previous_barrier:
                break
        return series[::-1]


def _get_successors(period):
    """Return {class of a past year: class of the year of the period that its pupils are in}."""
    classes = period.env["vsoko.class"].search([("year_id", "=", period.year_id.id)])
    found = {one.id: one.id for one in classes}
    for _year in range(_CHAIN):
        earlier = defaultdict(list)
        for one in classes:
            if one.previous_id:
                earlier[one.previous_id].append(found[one.id])
        found |= {one.id: heirs[0] for one, heirs in earlier.items() if len(heirs) == 1}
        classes = classes.browse([one.id for one, heirs in earlier.items() if len(heirs) == 1])
    return found
