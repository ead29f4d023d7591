from odoo.tests import TransactionCase, tagged

from ..fixtures import FixtureCase

# a fact of these has a row in every period that holds its day, so the year is the sum of its terms
ADD_UP = {
    "enrolment",
    "injury",
    "journal_pair",
    "observation",
    "offence",
    "plan_line",
    "result",
    "staff_event",
    "study",
    "survey_answer",
    "task_score",
}
REST_ON_MARKS = {"mark", "student_term"}
KEYS = {
    "mark": ("subject_id", "student_id"),
    "student_term": ("student_id",),
    "student_year": ("student_id",),
    "pupil_activity": ("student_id",),
}
DEFAULTS = {
    "min_n": 5,
    "digits": 1,
    "factor": 100,
    "direction": "more",
    "unit": "percent",
    "rating_allowed": True,
}


@tagged("post_install", "-at_install")
class TestSources(FixtureCase, TransactionCase):
    """What the engine and the protection of few people know of each source of facts."""

    def having(self, name):
        sources = [name for name, _title in self.env["vsoko.fact.mark"]._get_sources()]
        found = {source: getattr(self.env[f"vsoko.fact.{source}"], name) for source in sources}
        return {source: value for source, value in found.items() if value}

    def test_years_that_are_sums_of_terms(self):
        self.assertEqual(set(self.having("_fact_adds_up")), ADD_UP)
        self.assertEqual(set(self.having("_fact_rests_on_marks")), REST_ON_MARKS)
        self.assertEqual(self.having("_fact_key"), KEYS)

    def test_rows_know_their_period_but_for_marks(self):
        sources = {name for name, _title in self.env["vsoko.fact.mark"]._get_sources()}
        self.assertEqual(sources - set(self.having("_fact_row_has_period")), {"mark"})

    def test_whom_a_row_is_of(self):
        person = {
            name: self.env[f"vsoko.fact.{name}"]._get_person_field()
            for name in ("mark", "staff", "observation", "survey_answer", "enrolment")
        }
        self.assertEqual(person["mark"], "student_id")
        self.assertEqual(person["enrolment"], "student_id")
        self.assertEqual((person["staff"], person["observation"]), ("teacher_id", "teacher_id"))
        self.assertEqual(person["survey_answer"], "respondent")

    def test_an_indicator_begins_as_a_share_of_five_people(self):
        self.assertEqual(self.env["vsoko.indicator"].default_get(list(DEFAULTS)), DEFAULTS)
        self.assertEqual(self.env["vsoko.framework"].default_get(["state"]), {"state": "draft"})
