from odoo import models
from odoo.tools import SQL, groupby

from ....tools.statistics import cells, completeness


class VsokoDataForm(models.Model):
    """Which cells a form has, and how many of them are filled in."""

    _inherit = "vsoko.data.form"

    def _get_cells(self):
        """Return {form: [(element, key of the member)]} of the cells that are filled in.

        A breakdown has the members that there were on the last day of the period, so a class that
        is renamed or closed later changes no form of before.
        """
        members = self._get_members()
        found = {}
        for form in self:
            elements = {one.code: one for one in form.set_id._get_elements()}
            found[form] = [
                (elements[code], key)
                for section in form.set_id.section_ids
                for code, key in section._get_keys(members[form])
            ]
        return found

    def _get_members(self):
        """Return {form: {breakdown: [(key, name)]}}; lines of lists by ``option <id of the list>``.

        The names are those of today, for headings.
        """
        classes = self.period_id._get_classes_of_last_day()
        return {
            form: form._name_members(
                form.class_id & classes[form.period_id]
                if form.class_id
                else classes[form.period_id]
            )
            for form in self
        }

    def _name_members(self, classes):
        levels = dict(classes._fields["level"]._description_selection(self.env))
        found = {
            "class": [(cells.member_key("class", one.id), one.name) for one in classes],
            "grade": [
                (cells.member_key("grade", grade), str(grade))
                for grade in sorted(set(classes.mapped("grade")))
            ],
            "level": [
                (cells.member_key("level", level), name)
                for level, name in levels.items()
                if level in classes.mapped("level")
            ],
        }
        for closed_list in self.set_id._get_elements().option_set_id:
            found[f"option {closed_list.id}"] = [
                (cells.member_key("option", line.id), line.code)
                for line in closed_list.option_ids._get_present(self.date_end)
            ]
        return found

    def _recount(self):
        """Store how many cells the forms have and how many of them are filled in."""
        expected = self._get_cells()
        values = self.env["vsoko.data.value"].search([("form_id", "in", self.ids)])
        stored = {form: list(of_form) for form, of_form in groupby(values, lambda v: v.form_id)}
        for form in self:
            states = {(one.element_id, one.cell): one.state for one in stored.get(form, ())}
            counted = completeness.count(expected[form], states)
            form._store(
                {
                    "expected": counted.expected,
                    "filled": counted.filled,
                    "excused": counted.excused,
                    "copied_unconfirmed": counted.copied,
                    "completeness": counted.percent,
                }
            )

    def _get_waiting(self):
        """Return [(element, key of the member)] of the cells without an answer."""
        self.ensure_one()
        states = {(one.element_id, one.cell): one.state for one in self.value_ids}
        return completeness.count(self._get_cells()[self], states).waiting


class VsokoDataSection(models.Model):
    _inherit = "vsoko.data.section"

    def _get_keys(self, members):
        """Return [(code of the element, key of the member)] of the cells of the section."""
        elements = [(one.code, one._get_breakdown_key()) for one in self.element_ids]
        return cells.expand(elements, members, self._get_disabled())


class VsokoDataElement(models.Model):
    _inherit = "vsoko.data.element"

    def _get_breakdown_key(self):
        """Return the name of the breakdown in `_get_members`: each list is one of its own."""
        return f"option {self.option_set_id.id}" if self.breakdown == "option" else self.breakdown


class VsokoPeriod(models.Model):
    _inherit = "vsoko.period"

    def _get_classes_of_last_day(self):
        """Return {period: the classes that had pupils on its last day}, in one query."""
        self.env["vsoko.enrolment"].flush_model(["class_id", "date_from", "date_to", "company_id"])
        self.flush_recordset(["date_end"])
        rows = self.env.execute_query(
            SQL(
                """SELECT DISTINCT period.id, stay.class_id
                     FROM vsoko_period period
                     JOIN vsoko_enrolment stay ON stay.company_id = period.company_id
                      AND stay.date_from <= period.date_end
                      AND (stay.date_to IS NULL OR stay.date_to > period.date_end)
                    WHERE period.id = ANY(%s)""",
                list(self.ids),
            )
        )
        ids = {period: [] for period in self.ids}
        for period, school_class in rows:
            ids[period].append(school_class)
        Class = self.env["vsoko.class"]
        return {period: Class.browse(ids[period.id]).sorted("key") for period in self}
