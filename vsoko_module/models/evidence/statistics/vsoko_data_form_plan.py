from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from .vsoko_data_form import OPEN_STATES


class VsokoDataSet(models.Model):
    """Which forms there are to be: one for each data set and period that has begun."""

    _inherit = "vsoko.data.set"

    @api.model
    def _cron_forms(self):
        """Make the forms that are due to exist and close what is over.

        Whatever was missed while the server stood still is made up.
        """
        self._take_time()
        self._give_shipped_sets()
        self.search([("active", "=", True)])._make_forms()
        self.env["vsoko.data.form"]._lock_checked()

    def _make_forms(self):
        """Make the forms of the periods that have begun and count the cells of all open ones."""
        Form = self.env["vsoko.data.form"]
        sets = {one.id: one for one in self}
        Period, Class = self.env["vsoko.period"], self.env["vsoko.class"]
        Form.create(
            [
                sets[set_id]._prepare_form(Period.browse(period_id), Class.browse(class_id or ()))
                for set_id, period_id, class_id in self._find_missing_forms()
            ]
        )
        forms = Form.search([("set_id", "in", self.ids), ("state", "in", OPEN_STATES)])
        forms._follow_homeroom()
        forms._recount()

    def _find_missing_forms(self):
        """Return [(id of the set, of the period, of the class or None)] of the forms to be made.

        A period that has a form of the whole school gets none of classes, and the other way round:
        the choice who fills in holds for the periods that begin later.
        """
        self.flush_recordset()
        self.env["vsoko.period"].flush_model()
        self.env["vsoko.enrolment"].flush_model(["class_id", "date_from", "date_to", "company_id"])
        self.env["vsoko.data.form"].flush_model(["set_id", "period_id", "class_id"])
        return self.env.execute_query(
            SQL(
                """SELECT data_set.id, period.id, member.class_id
                     FROM vsoko_data_set data_set
                     JOIN vsoko_period period ON period.company_id = data_set.company_id
                      AND period.kind = data_set.period_kind
                      AND period.date_end >= data_set.date_from
                      AND period.date_start <= %(today)s
                     JOIN LATERAL (
                          SELECT NULL::int AS class_id WHERE data_set.filler_kind = 'person'
                          UNION
                          SELECT stay.class_id FROM vsoko_enrolment stay
                           WHERE data_set.filler_kind = 'homeroom'
                             AND stay.company_id = period.company_id
                             AND stay.date_from <= period.date_end
                             AND (stay.date_to IS NULL OR stay.date_to > period.date_end)
                          ) member ON TRUE
                    WHERE data_set.id = ANY(%(sets)s) AND data_set.active
                      AND NOT EXISTS (SELECT 1 FROM vsoko_data_form form
                          WHERE form.set_id = data_set.id AND form.period_id = period.id
                            AND (form.class_id IS NULL OR member.class_id IS NULL
                                 OR form.class_id = member.class_id))
                    ORDER BY period.date_end, data_set.sequence, data_set.id, member.class_id""",
                today=fields.Date.context_today(self),
                sets=list(self.ids),
            )
        )

    def _prepare_form(self, period, school_class):
        filler = school_class._get_homeroom_user() if school_class else self.filler_id
        return {
            "set_id": self.id,
            "period_id": period.id,
            "class_id": school_class.id,
            "filler_id": filler.id,
            # nobody checks what he has filled in: then anybody of the administration does
            "checker_id": (self.checker_id - filler).id,
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
            forms = self.env["vsoko.data.form"].search(
                [("set_id", "in", self.ids), ("state", "in", OPEN_STATES)]
            )
            # forms of classes are filled in by their own people
            of_classes = forms.filtered("class_id")
            (forms - of_classes).write(people)
            if "checker_id" in people:
                checked_by_others = of_classes.filtered(
                    lambda form: form.filler_id.id != people["checker_id"]
                )
                checked_by_others.write({"checker_id": people["checker_id"]})
        return result


class VsokoDataForm(models.Model):
    _inherit = "vsoko.data.form"

    def _follow_homeroom(self):
        """Give the open forms of classes to the homeroom teachers of today."""
        for form in self.filtered(lambda one: one.class_id and one.state in OPEN_STATES):
            user = form.class_id._get_homeroom_user()
            if form.filler_id != user:
                form.write({"filler_id": user.id, "checker_id": (form.checker_id - user).id})


class VsokoClass(models.Model):
    _inherit = "vsoko.class"

    def _get_homeroom_user(self):
        """Return the login of the homeroom teacher, maybe empty."""
        # Whoever plans forms need not read the card of the teacher; only the login is taken.
        return self.sudo().homeroom_teacher_id.user_id.sudo(self.env.su)

    def write(self, vals):
        result = super().write(vals)
        if "homeroom_teacher_id" in vals:
            # Whose forms they are follows from the class, whoever may read the forms.
            forms = self.env["vsoko.data.form"].sudo()
            forms.search([("class_id", "in", self.ids)])._follow_homeroom()
        return result
