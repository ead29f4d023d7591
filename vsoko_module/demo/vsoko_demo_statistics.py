from datetime import timedelta

from odoo import fields, models

from ..tools.demo import forms as said
from ..tools.statistics import cells


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_forms(self, years, users):
        """Make the statistical forms: those of the first year are checked, those of the year that
        runs wait for the specialists, one is begun."""
        sets = self.env["vsoko.data.set"]._get_shipped_sets()
        for data_set in sets:
            filler = users[said.FILLERS.get(data_set.code, said.OTHERS)]
            checker = users["director" if filler == users[said.OTHERS] else said.OTHERS]
            data_set.write(
                {
                    "date_from": years[0].date_start,
                    "filler_id": filler.id,
                    "checker_id": checker.id,
                }
            )
        sets._make_forms()
        forms = self.env["vsoko.data.form"].search([("set_id", "in", sets.ids)])
        sizes = self._get_sizes(forms.period_id)
        for form, expected in forms._get_cells().items():
            is_over = form.period_id.year_id == years[0]
            few = None if is_over else said.BEGUN.get(form.set_id.code, 0)
            self._fill_form(form, expected[:few], sizes)
            if is_over:
                self._check_form(form)

    def _get_sizes(self, periods):
        """Return {(period, key of a class or grade): number of pupils on the last day}."""
        Enrolment = self.env["vsoko.enrolment"]
        sizes = {}
        for period in periods:
            present = Enrolment._get_present_domain(period.date_end)
            for school_class, number in Enrolment._read_group(present, ["class_id"], ["__count"]):
                for key in (
                    cells.member_key("class", school_class.id),
                    cells.member_key("grade", school_class.grade),
                ):
                    sizes[period, key] = sizes.get((period, key), 0) + number
        return sizes

    def _fill_form(self, form, expected, sizes):
        rows, places = [], {}
        for element, cell in expected:
            place = places[element] = places.get(element, -1) + 1
            size = sizes.get((form.period_id, cell), 0)
            rows.append(self._prepare_form_row(element, cell, size, place))
        if rows:
            form.with_user(form.filler_id).save_values(rows)

    def _prepare_form_row(self, element, cell, size, place):
        breakdown, key = cells.split_key(cell)
        member = (
            self.env["vsoko.data.option"].browse(int(key)).code if breakdown == "option" else ""
        )
        value = said.answer(element.code, element.value_type, member, size, place)
        if element.value_type == "choice":
            lines = element.choice_set_id.option_ids
            value = lines.filtered(lambda line: line.code == value).id
        row = {"element": element.id, "cell": cell, "value": value}
        return row if value is not None else {**row, "reason": "not_applicable"}

    def _check_form(self, form):
        """As if the form had been completed in time and checked; figures are computed later."""
        day = fields.Datetime.to_datetime(form.due_date - timedelta(days=3))
        form._store(
            {
                "state": "checked",
                "completed_by_id": form.filler_id.id,
                "completed_date": day,
                "first_completeness": form.completeness,
                "timely": "yes",
                "checked_by_id": form.checker_id.id,
                "checked_date": day + timedelta(days=1),
            }
        )
