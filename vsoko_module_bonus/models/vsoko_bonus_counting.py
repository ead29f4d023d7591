import json
from collections import defaultdict
from fractions import Fraction

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

from odoo.addons.vsoko_module.tools.sheets.points import exact

from ..tools.distribution import Participant, distribute
from ..tools.kopecks import kopecks, roubles
from ..tools.weights import Given, points_apart, weight

_TEXT, _WHOLE, _NUMBER = SQL("text"), SQL("int"), SQL("numeric")
# columns that are counted together → their types in PostgreSQL
KNOWN = {
    "position": _TEXT,
    "number": _TEXT,
    "fund_id": _WHOLE,
    "fund_name": _TEXT,
    "points": _NUMBER,
    "growing_points": _NUMBER,
    "days_in_all": _WHOLE,
    "paid_before": _NUMBER,
}
SUMS = {"weight": _NUMBER, "amount": _NUMBER, "note": _TEXT}


class VsokoBonus(models.Model):
    """Points of final sheets → people with days and rates → sums."""

    _inherit = "vsoko.bonus"

    def action_fill(self):
        """Take the people and their points from the final sheets; what was entered stays."""
        self._check_keepers()
        self._check_state("draft")
        self._take_turn()
        for bonus in self:
            bonus._fill()
        return self._toast(self.env._("People in the list"), len(self.line_ids))

    def action_compute(self):
        """Divide the funds among the people by what their points weigh."""
        self._check_keepers()
        self._check_state("draft")
        self._take_turn()
        for bonus in self:
            bonus._fill()
            bonus._divide()
        self._store({"state": "computed"})
        # what a penalty took of other sums has to hold of these
        self.line_ids._check_cut()
        return self._toast(self.env._("Sums computed"), len(self.line_ids))

    def _fill(self):
        if not self.fund_ids:
            raise UserError(self.env._("Name at least one fund: how much for which staff."))
        sheets = self._get_final_sheets()
        funds = self.fund_ids._find(sheets.teacher_id)
        before = self._get_paid_before()
        values = {one: self._prepare_line(one, funds[one.teacher_id], before) for one in sheets}
        # Lines are the program's; the right to the bonus was checked by the button.
        lines = self.sudo().line_ids
        lines.filtered(lambda line: line.sheet_id not in sheets).unlink()
        known = {line.sheet_id: line for line in self.sudo().line_ids}
        lines._store_counted({known[one].id: values[one] for one in known}, KNOWN)
        new = sheets.filtered(lambda sheet: sheet not in known)
        lines.create([values[sheet] | self._prepare_work(sheet) for sheet in new])
        self._store({"commission_id": sheets.commission_id.id})

    def _get_final_sheets(self):
        """Return the sheets of the period; raise UserError unless all are final, by one
        commission."""
        # The bookkeeper reads no sheets: of them the points alone come into the bonus.
        sheets = self.env["vsoko.sheet"].sudo()
        sheets = sheets.search(
            [("scheme_id", "=", self.scheme_id.id), ("period_id", "=", self.period_id.id)]
        )
        if not sheets:
            raise UserError(self.env._("There are no sheets of this scheme for the period."))
        if opened := sheets.filtered(lambda one: one.state != "final"):
            raise UserError(
                self.env._(
                    "%(count)s sheets are not final yet: %(names)s. A part of the sheets would take"
                    " the money of the others.",
                    count=len(opened),
                    names=", ".join(opened.teacher_id.mapped("name")[:10]),
                )
            )
        if len(sheets.commission_id) != 1:
            raise UserError(self.env._("The sheets of the period have no common commission."))
        return sheets

    def _prepare_line(self, sheet, fund, before):
        """Return what the program knows of a person: it is taken anew each time."""
        growing, other = self._get_points(sheet)
        teacher = sheet.teacher_id
        period = self.period_id
        return {
            "bonus_id": self.id,
            "sheet_id": sheet.id,
            "teacher_id": teacher.id,
            "position": teacher.position,
            "number": teacher.personnel_number,
            "fund_id": fund.id,
            "fund_name": fund.name,
            "points": False if growing is None else float(growing + other),
            "growing_points": float(growing or 0),
            "days_in_all": (period.date_end - period.date_start).days + 1,
            "paid_before": roubles(before.get(teacher, 0)),
        }

    def _prepare_work(self, sheet):
        """Return what is proposed of the days at work and the rate."""
        teacher, period = sheet.teacher_id, self.period_id
        earlier = self.parent_id.line_ids.filtered(lambda one: one.teacher_id == teacher)[:1]
        if earlier:
            return {"days": earlier.days, "rate": earlier.rate}
        first = max(filter(None, (period.date_start, teacher.date_hired)))
        days = (period.date_end - first).days + 1
        if teacher.date_left and teacher.date_left <= period.date_end:
            days = (teacher.date_left - first).days
        return {"days": max(days, 0), "rate": teacher.work_rate or 1}

    def _get_points(self, sheet):
        """Return (points that grow with the load, other points) as exact numbers, None without."""
        grows = self.growing_criterion_ids if self.uses_rate else self.growing_criterion_ids[:0]
        return points_apart(
            [
                Given(
                    None if line.points is False else exact(line.points),
                    line.group_id.id,
                    exact(line.group_id.cap or 0),
                    line.criterion_id in grows,
                )
                for line in sheet.line_ids
            ]
        )

    def _get_paid_before(self):
        """Return {teacher: kopecks} that the orders corrected by this one have given."""
        paid = defaultdict(int)
        # Sums of the orders before, which whoever computes the correction reads anyway.
        earlier = self.sudo().parent_id
        while earlier:
            for line in earlier.line_ids:
                paid[line.teacher_id] += line._in_kopecks("payable") + line._in_kopecks("cut")
            earlier = earlier.parent_id
        return paid

    def _divide(self):
        people = defaultdict(list)
        # Lines are written by the program; the right to the bonus was checked by the button.
        lines = self.sudo().line_ids
        for line in lines:
            people[line.fund_id].append(self._get_participant(line))
        cap = kopecks(round(self.cap, 2)) if self.cap else None
        sums = {}
        for fund in self.sudo().fund_ids:
            found = distribute(
                kopecks(round(fund.amount, 2)),
                people[fund],
                exact(self.reserve_percent),
                exact(self.minimum_points),
                cap,
            )
            fund.write(_told(found))
            weights = {one.key: one.weight for one in people[fund]}
            for line in lines.filtered(lambda one, fund=fund: one.fund_id == fund):
                sums[line.id] = self._prepare_sum(line, found, weights[line.sheet_id.id])
        lines._store_counted(sums, SUMS)

    def _get_participant(self, line):
        growing, other = self._get_points(line.sheet_id)
        known = growing is not None
        rate = exact(line.rate) if self.uses_rate else Fraction(1)
        return Participant(
            line.sheet_id.id,
            growing + other if known else Fraction(0),
            weight(growing, other, line.days, line.days_in_all, rate) if known else Fraction(0),
            line.number or "",
        )

    def _prepare_sum(self, line, found, weight):
        key = line.sheet_id.id
        is_below = line.points is not False and line.points < self.minimum_points
        notes = {
            "no_points": line.points is False,
            "below_minimum": is_below,
            "no_days": not line.days,
            "capped": key in found.capped,
        }
        return {
            "weight": 0 if is_below else float(weight),
            "amount": roubles(found.amounts[key]),
            "note": next((note for note, holds in notes.items() if holds), False),
        }


class VsokoBonusLine(models.Model):
    _inherit = "vsoko.bonus.line"

    def _store_counted(self, counted, columns):
        """Write what the program has counted, in one statement.

        :param counted: {id of a line: values of the columns}
        :param columns: {name of a column: its type in PostgreSQL}, as above
        """
        self.flush_recordset()
        rows = [
            {"id": key, **{name: _null(values[name]) for name in columns}}
            for key, values in counted.items()
        ]
        names = {name: SQL.identifier(name) for name in columns}
        settings = [SQL("%s = counted.%s", name, name) for name in names.values()]
        types = [SQL("%s %s", names[name], kind) for name, kind in columns.items()]
        self.env.cr.execute(
            SQL(
                """UPDATE vsoko_bonus_line line SET %s
                     FROM jsonb_to_recordset(%s::jsonb) AS counted (id int, %s)
                    WHERE line.id = counted.id""",
                SQL(", ").join(settings),
                json.dumps(rows),
                SQL(", ").join(types),
            )
        )
        self.invalidate_recordset(list(columns), flush=False)
        self.env.add_to_compute(self._fields["payable"], self)


def _null(value):
    return None if value is False else value


def _told(found):
    """What a fund tells of its distribution."""
    return {
        "reserve": roubles(found.reserve),
        "people": sum(1 for one in found.amounts.values() if one),
        "weights": float(found.weights),
        "price": float((found.price or 0) / 100),
        "undistributed": roubles(found.undistributed),
        "reason": found.reason or False,
    }
