from odoo import models
from odoo.tools import file_open

from ....tools.governance.plan.school_weeks import SchoolWeeks
from ....tools.governance.plan.template import parse_grades, read_template, working_day
from .vsoko_plan_line import DAYS_BEFORE

TEMPLATE = "vsoko_module/data/vsoko_plan_template.json"
# what the template says of a line in its own words
TOLD = frozenset(
    {"month", "day", "start_day", "object", "grades", "makes", "body", "set_id", "subject_id"}
)


class VsokoPlan(models.Model):
    """What a new plan begins with: the template of a school year, or the plan of last year."""

    _inherit = "vsoko.plan"

    def _fill_from_template(self, responsible):
        """Make the lines of the shipped template; somebody answers for them until named.

        :param responsible: user
        """
        self.ensure_one()
        with file_open(TEMPLATE) as file:
            rows = read_template(file.read())
        own = [("company_id", "=", self.company_id.id)]
        objects = self._get_objects()
        classes = self.year_id.class_ids.sorted("key").grouped("grade")
        sets = {known.code: known.id for known in self.env["vsoko.data.set"].search(own)}
        bodies = self.env["vsoko.body"].search(own).grouped("kind")
        return self.env["vsoko.plan.line"].create(
            [
                {
                    "plan_id": self.id,
                    "responsible_id": responsible.id,
                    "criterion_id": objects.get(row["object"]),
                    "link_model": row["makes"],
                    "set_id": sets.get(row.get("set_id")),
                    "subject_id": self._find("subject_id", row.get("subject_id")),
                    "class_ids": [
                        known.id
                        for grade in sorted(parse_grades(row.get("grades")))
                        for known in classes.get(grade, ())
                    ],
                    **self._prepare_days(row),
                    **{name: self._find(name, row[name]) for name in row.keys() - TOLD},
                    **heard,
                }
                for row in rows
                for heard in self._prepare_bodies(row, bodies)
            ]
        )

    def _get_objects(self):
        """Return {code: id} of the objects of assessment of the system in force."""
        tops = self.framework_id.criterion_ids.filtered(lambda top: not top.parent_id)
        return {criterion.code: criterion.id for criterion in tops}

    def _prepare_days(self, row):
        first = self.year_id.date_start
        start = row.get("start_day")
        return {
            "date": working_day(first, row["month"], row["day"]),
            "date_start": working_day(first, row["month"], start) if start else False,
        }

    def _prepare_bodies(self, row, bodies):
        """Return [values that name the body], one for each line that the row makes.

        A result is heard by the association of its subject, else by the only body of the kind. A
        session is one of each body of the kind: a school without associations plans none of them.

        :param bodies: {kind: bodies of the school}
        """
        fitting = bodies.get(row.get("body"), self.env["vsoko.body"])
        if row["makes"] == "vsoko.meeting" and len(fitting) != 1:
            return [
                {"body_id": body.id, "name": f"{row['name']} ({body.name})"} for body in fitting
            ]
        return [{"body_id": self._choose_body(row, fitting).id}]

    def _choose_body(self, row, fitting):
        """Return the association of the subject, else the only body of the kind, else none."""
        subject = self._find("subject_id", row.get("subject_id"))
        leading = fitting.filtered(lambda body: subject in body.association_id.subject_ids.ids)
        return leading[:1] or (fitting if len(fitting) == 1 else fitting.browse())

    def _find(self, name, value):
        """Return the value of a field of a line: the template names records by external id."""
        field = self.env["vsoko.plan.line"]._fields[name]
        if value and field.type == "many2one":
            found = self.env.ref(f"vsoko_module.{value}", raise_if_not_found=False)
            return found and found.id
        return value

    def _fill_from_plan(self, before):
        """Copy the lines of another year's plan to the same school weeks of this one.

        The day is that of the plan, wherever a line was moved to; cancelled lines stay behind.
        """
        self.ensure_one()
        then, now = before.year_id._get_school_weeks(), self.year_id._get_school_weeks()
        bounds = self.year_id.date_start - DAYS_BEFORE, self.year_id.date_end
        objects = self._get_objects()
        classes = {known.key: known.id for known in self.year_id.class_ids}

        def moved(day):
            return min(max(now.day_at(then.place_of(day)), bounds[0]), bounds[1])

        def prepare(line):
            due = line.first_date or line.date
            lasts = line.date - (line.date_start or line.date)
            return {
                "date": moved(due),
                "date_start": line.date_start and min(moved(due - lasts), moved(due)),
                "criterion_id": objects.get(line.criterion_id.code),
                "class_ids": [
                    classes[known.key] for known in line.class_ids if known.key in classes
                ],
                "responsible_id": line.responsible_id.id if line.responsible_id.active else False,
            }

        lines = before.line_ids.filtered(lambda line: line.state != "cancelled")
        return lines._copy_to(self, prepare)


class VsokoYear(models.Model):
    _inherit = "vsoko.year"

    def _get_school_weeks(self):
        """Return the weeks of lessons of the year by its terms; without terms, all its weeks."""
        self.ensure_one()
        by_kind = self.period_ids.grouped("kind")
        terms = next(
            (by_kind[kind] for kind in ("quarter", "trimester", "half") if kind in by_kind), self
        )
        return SchoolWeeks([(term.date_start, term.date_end) for term in terms])

    def _get_plan_before(self):
        """Return the approved plan of the year before, maybe empty."""
        self.ensure_one()
        return self.env["vsoko.plan"].search(
            [
                ("company_id", "=", self.company_id.id),
                ("state", "=", "approved"),
                ("date_start", "<", self.date_start),
            ],
            order="date_start desc",
            limit=1,
        )
