from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL


class VsokoDataSet(models.Model):
    """Which forms there are to be: one for each data set and period that has begun."""

    _inherit = "vsoko.data.set"

    @api.model
    def _cron_forms(self):
        """Make the forms that are due to exist, close what is over, remind who is to fill in.

        Whatever was missed while the server stood still is made up.
        """
        self._take_time()
        self._give_shipped_sets()
        self.search([("active", "=", True)])._make_forms()
        self.env["vsoko.data.form"]._lock_checked()
        self.env["vsoko.data.form"]._remind()

    def _make_forms(self):
        """Make the forms of the periods that have begun and count the cells of all open ones."""
        Form = self.env["vsoko.data.form"]
        sets = {one.id: one for one in self}
        Period = self.env["vsoko.period"]
        Form.create(
            [
                sets[set_id]._prepare_form(Period.browse(period_id))
                for set_id, period_id in self._find_missing_forms()
            ]
        )
        Form.search(
            [("set_id", "in", self.ids), ("state", "in", ("empty", "filling", "returned"))]
        )._recount()

    def _find_missing_forms(self):
        """Return [(id of the set, id of the period)] of the forms that are not there yet."""
        self.flush_recordset()
        self.env["vsoko.period"].flush_model()
        self.env["vsoko.data.form"].flush_model(["set_id", "period_id"])
        return self.env.execute_query(
            SQL(
                """SELECT data_set.id, period.id
                     FROM vsoko_data_set data_set
                     JOIN vsoko_period period ON period.company_id = data_set.company_id
                      AND period.kind = data_set.period_kind
                      AND period.date_end >= data_set.date_from
                      AND period.date_start <= %(today)s
                    WHERE data_set.id = ANY(%(sets)s) AND data_set.active
                      AND NOT EXISTS (SELECT 1 FROM vsoko_data_form form
                          WHERE form.set_id = data_set.id AND form.period_id = period.id)
                    ORDER BY period.date_end, data_set.sequence""",
                today=fields.Date.context_today(self),
                sets=list(self.ids),
            )
        )

    def _prepare_form(self, period):
        return {
            "set_id": self.id,
            "period_id": period.id,
            "filler_id": self.filler_id.id,
            "checker_id": self.checker_id.id,
            "due_date": self._get_due_date(period),
        }

    @api.model
    def _give_shipped_sets(self):
        """Copy the data sets of the program for schools with a school year and without any."""
        shipped = self._get_shipped_sets()
        schools = self.env["vsoko.year"].search([("company_id", "!=", False)]).company_id
        known = self.with_context(active_test=False).search([("company_id", "in", schools.ids)])
        for school in schools - known.company_id:
            for data_set in shipped:
                data_set.copy({"company_id": school.id, "active": True})

    @api.model
    def _get_shipped_sets(self):
        ids = self.env["ir.model.data"].search(
            Domain("model", "=", self._name) & Domain("module", "=", "vsoko_module")
        )
        return self.browse(ids.mapped("res_id")).exists().sorted("sequence")

    def write(self, vals):
        """Who fills in and checks a data set from now on has its open forms, too."""
        result = super().write(vals)
        people = {name: vals[name] for name in ("filler_id", "checker_id") if name in vals}
        if people:
            open_forms = self.env["vsoko.data.form"].search(
                [("set_id", "in", self.ids), ("state", "in", ("empty", "filling", "returned"))]
            )
            open_forms.write(people)
        return result
