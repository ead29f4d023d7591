"""What the figures of two periods say of actions: read at once for all actions between the two."""

from collections import defaultdict

from odoo.fields import Domain

from ....tools import scopes
from ....tools.measures import effect as measure
from ....tools.measures.chance import people_behind
from ....tools.measures.effect import Share
from ....tools.measures.shrinkage import spread
from ...indicators.engine.kinship import kinship_sql
from .same_pupils import find_same


class BeforeAndAfter:
    """Figures of the school in the period of the problem and in the one that shows the effect.

    The caller is the program: figures are those of the whole school. The number of queries does
    not depend on the number of actions.
    """

    def __init__(self, actions, before, after):
        self._periods = before, after
        self._cells = _find_cells(actions, after)
        self._before, self._after = (self._read(actions, period) for period in self._periods)
        self._barriers = self._read_barriers(actions)
        self._same = find_same(
            actions.filtered(lambda action: not self.refusal(action)), self._cells, before, after
        )

    def _read(self, actions, period):
        """Return {(code, cell): figure} of all cells of the kinds that the actions are about."""
        kinds = {scopes.scope_of(action.cell) for action in actions if action.cell}
        figures = actions.env["vsoko.indicator.value"]._read_figures(
            Domain("period_id", "=", period.id)
            & Domain("indicator_id.code", "in", actions.indicator_id.mapped("code"))
            & Domain("scope", "in", list(kinds))
        )
        return {(figure.code, figure.cell): figure for figure in figures}

    def _read_barriers(self, actions):
        """Return {class: why its pupils are others} where an action is about a class."""
        if not actions.class_id:
            return {}
        before, after = self._periods
        actions.env.flush_all()
        return dict(actions.env.execute_query(kinship_sql(before, after)))

    def after(self, action):
        """Return the figure of the target period, None without one."""
        return self._after.get((action.indicator_id.code, self._cells.get(action)))

    def refusal(self, action):
        """Return why nothing can be said of the effect, None when something can."""
        after = self.after(action)
        if not action.cell or action.value is False:
            return "no_baseline"
        if self._is_of_others(action):
            return "other_pupils"
        if not after or not after.is_known:
            return "no_figure"
        if not action.indicator_id._counts_like(self._get_indicator(action, after)):
            return "redefined"
        return after.grey_reason or self._refuse_numbers(action, after)

    def _refuse_numbers(self, action, after):
        indicator = action.indicator_id
        is_share = indicator.unit == "percent" and indicator.direction != "none"
        if not is_share or not all(0 <= value <= 100 for value in (action.value, after.value)):
            return "no_share"
        bases = people_behind(action.n, action.people), people_behind(after.n, after.people)
        return "few" if min(bases) < max(indicator.min_n, 1) else None

    def _is_of_others(self, action):
        class_id = scopes.keys(self._cells.get(action) or "school").get("class_id")
        if not class_id:
            # a class that is gone has no successor
            return action in self._cells and self._cells[action] is None
        return bool(self._barriers.get(class_id))

    def _get_indicator(self, action, figure):
        return action.env["vsoko.indicator"].browse(figure.indicator_id)

    def effect(self, action):
        """Return the `Effect` of an action that nothing is refused of."""
        before = Share(action.value, people_behind(action.n, action.people))
        after = self.after(action)
        return measure.effect(
            before,
            Share(after.value, people_behind(after.n, after.people)),
            self._expect(action, before),
            action.indicator_id.direction,
            None if action.target is False else action.target,
            self.rest(action),
            self._same.get(action),
        )

    def _expect(self, action, before):
        """Return the share before without its chance part: among the others of its kind."""
        groups = [
            (figure.value, people_behind(figure.n, figure.people))
            for figure in self._get_others(self._before, action, action.cell)
        ]
        among = spread([(before.percent, before.base), *groups])
        return among.shrink(before.percent, before.base) if among else before.percent

    def rest(self, action):
        """Return (before, after) of the rest of the school together, None without a rest."""
        before = _together(self._get_others(self._before, action, action.cell))
        after = _together(self._get_others(self._after, action, self._cells[action]))
        return None if before is None or after is None else (before, after)

    def _get_others(self, figures, action, cell):
        """Return the figures of the other cells of the kind; of a class in a subject those of the
        same subject."""
        scope, subject = scopes.scope_of(cell), None
        if len(scopes.SCOPES[scope]) > 1:
            subject = scopes.keys(cell).get("subject_id")
        return [
            figure
            for (code, other), figure in figures.items()
            if code == action.indicator_id.code
            and other != cell
            and figure.scope == scope
            and figure.n
            and figure.is_known
            and 0 <= figure.value <= 100
            and subject in (None, figure.keys.get("subject_id"))
        ]


def _find_cells(actions, period):
    """Return {action: its cell in the period}: of a class that of the class its pupils became,
    None where there is none."""
    successors = _find_successors(actions.class_id, period)
    cells = {}
    for action in actions.filtered("cell"):
        keys = scopes.keys(action.cell)
        if "class_id" in keys:
            keys["class_id"] = successors.get(keys["class_id"])
        scope = scopes.scope_of(action.cell)
        cells[action] = None if None in keys.values() else scopes.cell(scope, **keys)
    return cells


def _find_successors(classes, period):
    """Return {class: the class of its pupils in the year of the period}, years one by one."""
    found, waiting = {}, defaultdict(set)
    for school_class in classes:
        waiting[school_class].add(school_class.id)
    while waiting:
        reached = [
            school_class for school_class in waiting if school_class.year_id == period.year_id
        ]
        for school_class in reached:
            found |= dict.fromkeys(waiting.pop(school_class), school_class.id)
        later = classes.search(
            [("previous_id", "in", [school_class.id for school_class in waiting])]
        )
        following = defaultdict(set)
        for school_class in later:
            if school_class.year_id.date_start <= period.year_id.date_start:
                following[school_class] |= waiting[school_class.previous_id]
        waiting = following
    return found


def _together(figures):
    """Return the share of several cells as one, None of none."""
    weights = [figure.denominator or figure.n for figure in figures]
    if not weights:
        return None
    pairs = zip(figures, weights, strict=True)
    return sum(figure.value * weight for figure, weight in pairs) / sum(weights)
