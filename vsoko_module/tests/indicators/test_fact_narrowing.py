import json

from odoo import fields
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tools import SQL

from ...models.indicators.engine import without_nested_loops
from ..common import SchoolCase
from ..evidence.common import AssessmentCase
from ..evidence.pupil_lines import pupil_lines
from ..evidence.survey_case import Surveys

# few rows by nature, however long a school lives: its structure, a line per work, what a
# survey asks and whom, what a statistical form asks, what the school has decided to do, its papers
STRUCTURE = {
    "res_company",
    "vsoko_year",
    "vsoko_period",
    "vsoko_class",
    "vsoko_subject",
    "vsoko_teacher",
    "vsoko_student",
    "vsoko_test",
    "vsoko_test_task",
    "vsoko_assessment_type",
    "vsoko_assessment",
    "vsoko_survey_campaign",
    "vsoko_survey_group",
    "vsoko_survey_item",
    "vsoko_survey_option",
    "vsoko_data_element",
    "vsoko_action",
    "vsoko_document",
}


@tagged("post_install", "-at_install")
class TestFactNarrowing(Surveys, AssessmentCase):
    """No source of facts reads the facts of another school or period.

    The plan of a period is run among the facts of another year and of another school: no scan may
    read more rows of a table than the period alone has there. Sources are found by the name of
    their model, so a new one is covered; without a row here it fails until the fixture has facts
    for it.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.prepare_surveys()
        cls.keep_facts(cls.classes, cls.q1, cls.work)

    @classmethod
    def keep_facts(cls, classes, period, work):
        pupils = {(pupil, cls.math): 4 for one in classes for pupil in cls.pupils_of(one)}
        cls.add_marks(pupils, period)
        cls.enter(work, ["11123"] * len(work.result_ids))
        work.result_ids.journal_mark = 4
        shares = {"share_2": 0, "share_3": 0, "share_4": 0, "share_5": 100}
        work.aggregate_ids = [
            Command.create({"level": "school", "name": "Школа", "participants": 20, **shares})
        ]
        cls.keep_registers(classes, period)
        cls.keep_form(work.env, period)
        cls.keep_survey(work.env, classes[0], period)
        lesson = work.env["vsoko.teaching"].search([("class_id", "=", classes[0].id)], limit=1)
        work.env["vsoko.staff.event"].create(
            {
                "teacher_id": lesson.teacher_id.id,
                "kind": "speech",
                "name": "Доклад",
                "date": period.date_start,
            }
        )
        sheet = work.env["vsoko.observation"].create(
            {
                "rubric_id": cls.env.ref("vsoko_module.rubric_self").id,
                "company_id": period.company_id.id,
                "date": period.date_start,
            }
        )
        sheet._store(
            {
                "state": "complete",
                "completed_by_id": cls.env.uid,
                "completed_date": "2025-11-01 10:00:00",
            }
        )
        action = work.env["vsoko.action"].create(
            {
                "name": "Математика",
                "company_id": period.company_id.id,
                "deadline": period.date_start,
            }
        )
        action._store({"state": "accepted"})
        cls.keep_plan(work.env, period)
        cls.keep_licence(work.env, period)
        cls.keep_forecast(work.env, period)
        cls.env.flush_all()

    @classmethod
    def keep_plan(cls, env, period):
        """Plan one thing that has come due in the period."""
        plan = env["vsoko.plan"].create({"name": "План", "year_id": period.year_id.id})
        env["vsoko.plan.line"].create(
            {
                "plan_id": plan.id,
                "name": "Срез",
                "date": period.date_start,
                "responsible_id": env.uid,
            }
        )
        vals = {"state": "approved", "approved_by_id": env.uid, "approved_date": "2025-09-01"}
        plan._store(vals)

    @classmethod
    def keep_licence(cls, env, period):
        """Enter a licence that was given on the first day of the period."""
        licence = env["vsoko.document"].create(
            {
                "name": "Лицензия",
                "kind": "licence",
                "company_id": period.company_id.id,
                "outer_number": f"Л035-{period.id}",
                "date": period.date_start,
            }
        )
        licence.action_approve()

    @classmethod
    def keep_forecast(cls, env, period):
        """Keep a forecast for the school of which it is known what came."""
        forecast = env["vsoko.forecast"].create(
            {
                "indicator_id": cls.env.ref("vsoko_module.indicator_quality").id,
                "period_id": period.id,
                "company_id": period.company_id.id,
                "scope": "school",
                "cell": "school",
                "value": 60,
                "low": 50,
                "high": 70,
                "method": "naive",
            }
        )
        forecast._store({"state": "judged", "fact": 65, "is_hit": True})

    @classmethod
    def keep_registers(cls, classes, period):
        """Make lines of the registers of all pupils of a class on the last day of a period."""
        for pupil in cls.pupils_of(classes[0], period.date_end):
            for name, vals in pupil_lines(pupil, classes[0], period.date_end).items():
                if name != "vsoko.upbringing":
                    cls.env[name].create(vals)
        lines = pupil_lines(pupil, classes[0], period.date_end)
        cls.env["vsoko.upbringing"].create(lines["vsoko.upbringing"])

    @classmethod
    def keep_form(cls, env, period):
        """Keep a statistical form of a period with one number."""
        common = {
            "name": "Книги",
            "code": f"books_{period.id}",
            "company_id": period.company_id.id,
        }
        element = env["vsoko.data.element"].create(common)
        section = {"name": "Фонд", "element_ids": [Command.set(element.ids)]}
        asked = env["vsoko.data.set"].create(
            {
                **common,
                "period_kind": period.kind,
                "date_from": period.date_start,
                "section_ids": [Command.create(section)],
            }
        )
        form = env["vsoko.data.form"].create(asked._prepare_form(period, env["vsoko.class"]))
        form.save_values([{"element": element.id, "cell": "school", "value": 3}])
        form._store({"state": "locked"})

    @classmethod
    def keep_survey(cls, env, school_class, period):
        """Hold a survey of five parents of a class; it ends on the first day of a period."""
        today = fields.Date.today()
        questionnaire = cls.make_questionnaire(vsoko_company_id=period.company_id.id)
        campaign = env["vsoko.survey.campaign"].create(
            {
                "name": "Опрос",
                "questionnaire_id": questionnaire.id,
                "year_id": period.year_id.id,
                "company_id": period.company_id.id,
                "class_ids": [Command.set(school_class.ids)],
                "date_start": today,
                "date_end": today,
            }
        )
        campaign.action_open()
        for code in cls.codes_of(campaign, school_class, 5):
            cls.answer(campaign, code, 0, 0, 0, 0)
        campaign.action_close()
        campaign._store({"date_start": period.date_start, "date_end": period.date_start})

    def add_school(self, company, first_year):
        """Make a class with facts of every source in its own year."""
        cls = type(self)
        year = cls.env["vsoko.year"].create(
            {
                "name": f"{first_year}/{first_year + 1}",
                "company_id": company.id,
                "date_start": f"{first_year}-09-01",
                "date_end": f"{first_year + 1}-08-31",
            }
        )
        year.action_make_quarters()
        quarter = year.period_ids.sorted("date_start")[0]
        teacher = cls.env["vsoko.teacher"].create({"name": "Другой", "company_id": company.id})
        classes = cls.env["vsoko.class"].create(
            [{"year_id": year.id, "grade": 5, "letter": letter} for letter in "АБВГ"]
        )
        for school_class in classes:
            pupils = cls.env["vsoko.student"].create(
                [{"name": f"Другой {n}", "company_id": company.id} for n in range(5)]
            )
            cls.env["vsoko.enrolment"].create(
                [
                    {
                        "student_id": pupil.id,
                        "class_id": school_class.id,
                        "date_from": year.date_start,
                        "date_to": year.date_end,
                    }
                    for pupil in pupils
                ]
            )
            cls.env["vsoko.teaching"].create(
                {
                    "class_id": school_class.id,
                    "subject_id": cls.math.id,
                    "teacher_id": teacher.id,
                    "date_from": year.date_start,
                    "student_ids": pupils.ids,
                    "group_name": "1",
                }
            )
        env = cls.env(context=dict(cls.env.context, allowed_company_ids=[company.id]))
        test = (
            cls.test
            if company == cls.env.company
            else cls.test.with_env(env).copy({"company_id": company.id})
        )
        work = env["vsoko.assessment"].create(
            {
                "type_id": env.ref("vsoko_module.assessment_type_internal").id,
                "test_id": test.id,
                "class_ids": classes.ids,
                "date": quarter.date_start,
                "company_id": company.id,
            }
        )
        work.action_start()
        self.keep_facts(classes, quarter, work)

    def read_rows(self, fact):
        """Return {table: rows that the largest scan of the first quarter's plan reads of it}."""
        query = fact.sudo()._search(
            fact._get_period_domain(self.q1), active_test=False, bypass_access=True
        )
        for model in fact._depends:
            if self.env[model]._auto:
                table = SQL.identifier(self.env[model]._table)
                self.env.cr.execute(SQL("ANALYZE %s", table))
        self.env.cr.execute("SET LOCAL enable_seqscan = off")
        with without_nested_loops(self.env.cr):
            rows = self.env.execute_query(
                SQL("EXPLAIN (ANALYZE, FORMAT JSON) %s", query.select(f'"{fact._table}".*'))
            )
        self.env.cr.execute("SET LOCAL enable_seqscan = on")
        plan = rows[0][0]
        found = {}
        _walk((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"], found)
        return {table: n for table, n in found.items() if table not in STRUCTURE}

    def count_rows(self, table):
        self.env.cr.execute(SQL("SELECT count(*) FROM %s", SQL.identifier(table)))
        return self.env.cr.fetchone()[0]

    def test_a_period_reads_no_rows_of_others(self):
        sources = [name for name, _title in self.env["vsoko.fact"]._get_sources()]
        facts = {name: self.env[f"vsoko.fact.{name}"] for name in sources}
        for name, fact in facts.items():
            domain = fact._get_period_domain(self.q1)
            self.assertTrue(fact.sudo().search_count(domain), f"{name}: no row in this test")
        tables = {table for fact in facts.values() for table in self.read_rows(fact)}
        alone = {table: self.count_rows(table) for table in tables}
        other = self.env["res.company"].create({"name": "Другая школа"})
        self.add_school(self.env.company, 2022)
        self.add_school(other, 2025)
        for name, fact in facts.items():
            with self.subTest(name):
                for table, rows in self.read_rows(fact).items():
                    self.assertLessEqual(rows, alone.get(table, 0), table)


@tagged("post_install", "-at_install")
class TestNamedInAllRows(SchoolCase):
    """Which facts are read follows from the domain and never changes its answer."""

    def test_conditions_say_something_only_of_every_row(self):
        self.add_marks({(self.students[0], self.math): 5}, self.q1)
        self.add_marks({(self.students[0], self.math): 4}, self.q2)
        facts = self.env["vsoko.fact.mark"]
        first = [("period_id", "=", self.q1.id)]
        both = [("period_id", "in", [self.q1.id, self.q2.id])]
        self.assertEqual(facts.search(first).mapped("value"), [5])
        self.assertEqual(len(facts.search(both)), 2)
        either = ["|", *first, ("value", "=", 4)]
        self.assertEqual(len(facts.search(either)), 2, "under «or» nothing may be left out")
        self.assertEqual(facts.search(["!", *first]).mapped("value"), [4])
        self.assertFalse(facts.search([*first, ("period_id", "=", self.q2.id)]))

    def test_a_condition_on_the_period_names_it(self):
        self.add_marks({(self.students[0], self.math): 5}, self.q1)
        facts = self.env["vsoko.fact.student_term"]
        year = [("period_id.year_id.state", "=", "current"), ("in_base", "=", True)]
        self.assertEqual(facts.search(year).period_id, self.q1)
        self.assertFalse(facts.search([("period_id.year_id.state", "=", "closed")]))

    def test_a_row_is_read_by_its_number(self):
        self.add_marks({(self.students[0], self.math): 5}, self.q1)
        for source in ("mark", "student_term", "enrolment", "expected_mark"):
            fact = self.env[f"vsoko.fact.{source}"]
            row = fact.search([("period_id", "=", self.q1.id)], limit=1)
            row.invalidate_recordset()
            self.assertEqual(row.period_id, self.q1, source)


def _walk(node, found):
    """Note the most rows that a scan of a plan has read, kept or not, in {table: rows}."""
    table = node.get("Relation Name")
    if table:
        read = sum(
            node.get(key, 0)
            for key in ("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")
        )
        found[table] = max(found.get(table, 0), read * node["Actual Loops"])
    for child in node.get("Plans", ()):
        _walk(child, found)
