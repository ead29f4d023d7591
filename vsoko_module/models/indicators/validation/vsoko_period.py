from datetime import timedelta
from typing import NamedTuple

from odoo import fields, models

from ....tools import formula, validation
from ....tools.measures import outliers
from ....tools.statistics import cells
from ....tools.statistics.values import NUMBERS, number_text
from .past import Past
from .snapshot import Places, Snapshot
from .vsoko_validation_finding import ACTIVE

# days until an answer is expected where no form has a day of its own
ANSWER_DAYS = 7
LAGS = {
    formula.When.PREVIOUS: lambda period: period._get_previous(),
    formula.When.LAST_YEAR: lambda period: period._get_last_year(),
}


class Found(NamedTuple):
    """What a check found in a cell; texts as people read them."""

    importance: str
    left: str
    right: str
    form: object


class VsokoPeriod(models.Model):
    """Rules and outliers of a period: what was found becomes findings."""

    _inherit = "vsoko.period"

    def action_check_rules(self):
        """Check all rules of the periods and open what was found."""
        self.check_access("read")
        self.env["vsoko.validation.rule"].check_access("write")
        self._take_turn()
        for period in self:
            period._check_rules()
        return self._open_action(
            "vsoko_module.vsoko_validation_finding_action",
            domain=[("period_id", "in", self.ids)],
        )

    def _check_rules(self, form=None, while_filling=False):
        """Check the rules of the period; with a form those that name one of its elements.

        Returns {(rule, element, cell): Found}, of rules and of values unlike their past.
        """
        self.ensure_one()
        # Rules compare what different people have entered; each sees the findings of own forms.
        period = self.sudo()
        rules = period._get_rules(form, while_filling)
        forms = form.sudo() if form else period._get_forms()
        if not rules and not forms:
            return {}
        places = Places(period._get_classes_of_last_day()[period])
        checked = period._run_rules(rules, places)
        for one in forms:
            checked |= one._find_outliers(places)
        elements = forms.set_id._get_elements()
        period._store_findings(rules, elements, checked)
        return {key: found for key, found in checked.items() if found}

    def _get_forms(self):
        return self.env["vsoko.data.form"].search([("period_id", "=", self.id)])

    def _get_rules(self, form, while_filling):
        rules = self.env["vsoko.validation.rule"].search(
            [
                ("company_id", "in", (self.company_id.id, False)),
                ("period_kind", "in", (self.kind, False)),
            ]
        )
        if while_filling:
            rules = rules.filtered("in_form")
        if form:
            codes = set(form.set_id._get_elements().mapped("code"))
            rules = rules.filtered(lambda rule: codes & rule._get_named_codes())
        return rules

    def _run_rules(self, rules, places):
        """Return {(rule, no element, cell): Found, or None where it holds} of all that was
        checked; what cannot be told is not there."""
        parsed = {rule: rule._parse() for rule in rules}
        operands = {rule: validation.operands(one) for rule, one in parsed.items()}
        used = {ref for refs in operands.values() for ref in refs}
        snapshots = self._take_snapshots(used, places)
        form_of = self._get_forms_by_code()
        found = {}
        for rule, one in parsed.items():
            for cell in self._get_rule_cells(rule, operands[rule], places, snapshots):
                values = {ref: self._read_operand(snapshots, ref, cell) for ref in operands[rule]}
                verdict = validation.check(one, values)
                if verdict.state != validation.SKIPPED:
                    found[rule, self.env["vsoko.data.element"], cell] = self._as_found(
                        rule, verdict, form_of, cell
                    )
        return found

    def _take_snapshots(self, used, places):
        taken = {}
        for when in {ref.when for ref in used}:
            period = LAGS[when](self) if when in LAGS else self
            codes = {ref.code for ref in used if ref.when is when}
            taken[when] = period, Snapshot(period, codes, places)
        return taken

    def _read_operand(self, snapshots, ref, cell):
        period, snapshot = snapshots[ref.when]
        then = self._get_cell_in(period, cell)
        return snapshot.get(ref.code, then) if then else None

    def _get_cell_in(self, period, cell):
        """Return the cell of another period: of a class, the class its pupils came from."""
        breakdown, member = cells.split_key(cell)
        if breakdown != "class" or not period or period.year_id == self.year_id:
            return cell
        school_class = self.env["vsoko.class"].browse(int(member))
        while school_class and school_class.year_id != period.year_id:
            school_class = school_class.previous_id
        return cells.member_key("class", school_class.id) if school_class else ""

    def _get_rule_cells(self, rule, operands, places, snapshots):
        if rule.scope == "school":
            return [cells.WHOLE]
        if rule.scope == "option":
            _period, snapshot = snapshots.get(formula.When.CURRENT, (None, None))
            return snapshot.get_lines({ref.code for ref in operands}) if snapshot else []
        return places.get_members(rule.scope)

    def _get_forms_by_code(self):
        """Return {(code of an element, cell of a class or None): its form of the period}."""
        form_of = {}
        for form in self._get_forms():
            own = form.class_id
            cell = cells.member_key("class", own.id) if own else None
            form_of |= {(element.code, cell): form for element in form.set_id._get_elements()}
        return form_of

    def _as_found(self, rule, verdict, form_of, cell):
        if verdict.state == validation.PASSED:
            return None
        places = [(code, one) for code in rule._get_named_codes() for one in (None, cell)]
        named = [form_of[place] for place in places if place in form_of]
        left, right = (
            self.env._("none") if side is None else number_text(side)
            for side in (verdict.left, verdict.right)
        )
        form = min(named, key=lambda one: one.id) if named else self.env["vsoko.data.form"]
        return Found(rule.importance, left, right, form)

    def _store_findings(self, rules, elements, checked):
        """Bring the findings up to date with what was checked; nothing else changes."""
        Finding = self.env["vsoko.validation.finding"]
        known = Finding.search(
            [
                ("period_id", "=", self.id),
                "|",
                ("rule_id", "in", rules.ids),
                ("element_id", "in", elements.ids),
            ]
        )
        by_place = {(one.rule_id, one.element_id, one.cell): one for one in known}
        for place, finding in by_place.items():
            finding._bring_up_to_date(place in checked, checked.get(place))
        Finding.create(
            [
                self._prepare_finding(*place, found)
                for place, found in checked.items()
                if found and place not in by_place
            ]
        )

    def _prepare_finding(self, rule, element, cell, found):
        due = fields.Date.context_today(self) + timedelta(days=ANSWER_DAYS)
        people = {"filler": found.form.filler_id, "checker": found.form.checker_id}
        responsible = people.get(rule.responsible_role or "filler", self.env["res.users"])
        return {
            "rule_id": rule.id,
            "element_id": element.id,
            "period_id": self.id,
            "form_id": found.form.id,
            "cell": cell,
            "left_value": found.left,
            "right_value": found.right,
            "importance": found.importance,
            "responsible_id": responsible.id,
            "deadline": max(due, found.form.due_date or due),
        }


class VsokoValidationFinding(models.Model):
    _inherit = "vsoko.validation.finding"

    def _bring_up_to_date(self, is_checked, found):
        """Follow what the check has found now: Found, None where all is well; not checked at all
        is what cannot be told any more."""
        if found is None:
            if self.state in ACTIVE:
                self.state = "fixed" if is_checked else "obsolete"
            return
        vals = {
            "left_value": found.left,
            "right_value": found.right,
            "importance": found.importance,
            "form_id": found.form.id,
        }
        is_changed = (self.left_value, self.right_value) != (found.left, found.right)
        if is_changed or self.state not in ACTIVE:
            vals["state"] = "open"
        changed = {
            name: value
            for name, value in vals.items()
            if self._fields[name].convert_to_write(self[name], self) != value
        }
        if changed:
            self.write(changed)


class VsokoValidationRule(models.Model):
    _inherit = "vsoko.validation.rule"

    def _get_named_codes(self):
        return {ref.code for ref in validation.operands(self._parse())}


class VsokoDataForm(models.Model):
    _inherit = "vsoko.data.form"

    def _find_outliers(self, places):
        """Return {(no rule, element, cell): Found, or None where the value is like its past}."""
        judged = self.set_id._get_elements().filtered(
            lambda element: element.judge != "none" and element.value_type in NUMBERS
        )
        if not judged:
            return {}
        past = Past(self, judged, places)
        rule = self.env["vsoko.validation.rule"]
        found = {}
        for element, cell in self._get_cells()[self]:
            now = past.now(element, cell) if element in judged else None
            if now:
                found[rule, element, cell] = self._judge(element, now, past.before(element, cell))
        return found

    def _judge(self, element, now, before):
        level = outliers.judge(element.judge, now, before, 10**-element.digits)
        if not level:
            return None
        shown = [number_text(point.value) for point in before[-outliers.MOST_HISTORY :]]
        return Found(level, number_text(now.value), "; ".join(shown), self)
