from typing import TypedDict

from odoo import models
from odoo.exceptions import AccessError, UserError

from ....tools.statistics import cells
from ....tools.statistics.values import MESSAGES, ValueProblem, is_blank, read_value
from ....tools.translation import translated
from .vsoko_data_form import OPEN_STATES
from .vsoko_data_value import COLUMNS, REASONS


class _GivenValue(TypedDict, total=False):
    """A cell as a door gives it; see `save_values`."""

    element: int
    cell: str
    value: int | float | str | bool | None
    reason: str | None
    comment: str | None
    follow_up: bool
    version: int
    why: str | None


class VsokoDataForm(models.Model):
    """The one way in which values come into a form, whatever door they come by."""

    _inherit = "vsoko.data.form"

    def save_values(self, rows: list[_GivenValue]):
        """Store cells of the form; return what became of each row, in their order.

        A row names a cell by ``element`` (id) and ``cell`` (``school`` when left out, ``grade:5``,
        ``class:12``…) and says ``value``, or ``reason`` where there is none, ``comment``,
        ``follow_up`` and, once the form had been complete, ``why``. A blank value without a reason
        empties the cell. ``version`` is that of the value that was seen, 0 for a blank cell; it
        never comes back, also when a cell is emptied and filled again.

        The answer is ``{"element", "cell", "status", "version", "value", "message"}``: ``saved``;
        ``conflict`` when somebody else has changed the cell meanwhile, with what stands there; or
        ``refused`` with the reason in words. A row that is not saved keeps none of the others.
        """
        self.ensure_one()
        self._check_filler()
        self._wait_for_turn()
        self._check_open()
        elements = {one.id: one for one in self.set_id._get_elements()}
        expected = {(element.id, cell) for element, cell in self._get_cells()[self]}
        stored = {(one.element_id.id, one.cell): one for one in self.value_ids}
        answers = []
        for row in rows:
            key = row.get("element"), row.get("cell") or cells.WHOLE
            value = stored.get(key, self.env["vsoko.data.value"])
            answer = self._save_row(row, elements.get(key[0]), key, value, key in expected)
            stored[key] = self.env["vsoko.data.value"].browse(answer.pop("id"))
            answers.append({"element": key[0], "cell": key[1], **answer})
        self._after_entry()
        return answers

    def _check_filler(self):
        """Raise AccessError unless the user fills in the form or is of the administration."""
        self.check_access("read")
        if not self._is_of_administration() and self.filler_id != self.env.user:
            raise AccessError(
                self.env._(
                    "This form is filled in by %(name)s.",
                    name=self.filler_id.name or self.env._("nobody yet"),
                )
            )

    def _check_open(self):
        """Raise UserError when nothing may be entered any more."""
        self._check_unlocked()
        if self._is_reopening_over():
            raise UserError(
                self.env._(
                    "The form was open again until %(day)s: ask the administration.",
                    day=self.reopened_until.strftime("%d.%m.%Y"),
                )
            )

    def _save_row(self, row, element, key, value, is_expected):
        """Store one row; return its answer with the ``id`` of what stands in the cell now."""
        problem = self._find_problem(row, element, value, is_expected)
        if problem:
            return {"status": "refused", "message": problem, **self._describe(value)}
        if row.get("version", value.version or 0) != (value.version or 0):
            return {
                "status": "conflict",
                "message": self._get_conflict_text(value),
                **self._describe(value),
            }
        return {
            "status": "saved",
            "message": "",
            **self._describe(self._store_row(row, element, key[1], value)),
        }

    def _find_problem(self, row, element, value, is_expected):
        """Return in words why a row is not stored, empty when it is."""
        if not is_expected:
            return self.env._("The form has no such cell.")
        if not is_blank(row.get("value")) and row.get("reason"):
            return self.env._(
                "%(name)s: a value and a reason for none exclude each other.", name=element.name
            )
        if row.get("reason") and row["reason"] not in dict(REASONS):
            return self.env._("%(name)s: there is no such reason.", name=element.name)
        if self.completed_date and not self._get_why(row):
            return self.env._("Say why: the form had been complete.")
        try:
            self._read_row(row, element)
        except ValueProblem as error:
            said = translated(self.env._, MESSAGES[error.code], **error.params)
            return self.env._("%(name)s: %(problem)s.", name=element.name, problem=said)
        return ""

    def _read_row(self, row, element):
        """Return {column: value} of what a row says, all other columns empty."""
        vals = dict.fromkeys(COLUMNS, False)
        if not is_blank(row.get("value")):
            choices = element.choice_set_id.option_ids.ids
            column, value = read_value(
                element.value_type, row["value"], *element._get_bounds(), choices
            )
            vals[column] = value
        return vals

    def _store_row(self, row, element, cell, value):
        """Store a row that may be stored and what it changed; return what stands in the cell."""
        # Values and their history are written by this method alone; the right was checked.
        Value = self.env["vsoko.data.value"].sudo()
        old, text = value.sudo(), value.shown or False
        if is_blank(row.get("value")) and not row.get("reason"):
            self._keep_change(element, cell, text, False, row)
            old.unlink()
            return Value.browse()
        vals = {
            **self._read_row(row, element),
            "state": "excused" if row.get("reason") else "entered",
            "reason": row.get("reason") or False,
            "comment": row.get("comment", value.comment) or False,
            "follow_up": row.get("follow_up", value.follow_up),
            "unchanged": 0,
            "version": self.saves + 1,
        }
        if old:
            old.write(vals)
        else:
            old = Value.create({"form_id": self.id, **Value._prepare_cell(element, cell), **vals})
        self._keep_change(element, cell, text, old.shown, row)
        return old

    def _keep_change(self, element, cell, old, new, row):
        if old == new:
            return
        Change = self.env["vsoko.data.value.change"]
        # As above.
        Change.sudo().create(Change._prepare(self, element, cell, old, new, self._get_why(row)))

    def _get_why(self, row):
        """Return why a cell is changed: what the row says, else why the form was opened again."""
        return (row.get("why") or "").strip() or self.reopening_ids[:1].reason or False

    def _get_member_name(self, cell):
        """Return how the member of a cell is called today, empty for the school."""
        breakdown, member = cells.split_key(cell)
        if breakdown == "class":
            return self.env["vsoko.class"].browse(int(member)).name
        if breakdown == "option":
            return self.env["vsoko.data.option"].browse(int(member)).name
        levels = self.env["vsoko.class"]._fields["level"]._description_selection(self.env)
        return dict(levels).get(member, member)

    def _describe(self, value):
        """Return what an answer tells of the value of a cell, blank or not."""
        return {"id": value.id, "version": value.version or 0, "value": value.shown or ""}

    def _get_conflict_text(self, value):
        return self.env._(
            "%(name)s has changed it meanwhile: %(value)s.",
            name=value.write_uid.name or self.env._("Somebody"),
            value=value.shown or self.env._("the cell is empty now"),
        )

    def _after_entry(self):
        """Bring counts and state up to date after values have changed."""
        self.invalidate_recordset(["value_ids"])
        self._store({"saves": self.saves + 1})
        self._recount()
        if self.state in OPEN_STATES and self.state != "filling":
            self._store({"state": "filling"})
