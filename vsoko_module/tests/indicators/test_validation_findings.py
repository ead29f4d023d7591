from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from ..evidence.statistics_case import StatisticsCase


class ValidationCase(StatisticsCase):
    """Rules over the elements of the library: copies, events and pupils by class."""

    @classmethod
    def make_fixture(cls):
        cls.env["vsoko.validation.rule"].search([]).active = False
        cls.rule = cls.make_rule("t_events", "≤", "t_copies", importance="blocking")

    @classmethod
    def make_rule(cls, left, operator, right, **vals):
        return cls.env["vsoko.validation.rule"].create(
            {
                "name": f"{left} {operator} {right}",
                "left": left,
                "operator": operator,
                "right": right,
                "instruction": "Проверьте журнал выдачи.",
                **vals,
            }
        )

    def findings(self, *rules):
        rules = rules or [self.rule]
        return self.env["vsoko.validation.finding"].search(
            [("rule_id", "in", [rule.id for rule in rules])]
        )

    def check(self, form=None):
        (form or self.form).period_id.sudo()._check_rules()


@tagged("post_install", "-at_install")
class TestBlocking(ValidationCase):
    """A blocking rule keeps a form open, a warning does not."""

    def test_a_blocking_finding_refuses_completion_through_every_door(self):
        self.fill()
        self.save(self.row(self.events, 150))
        with self.assertRaisesRegex(UserError, r"150 ≤ 100.*Проверьте журнал выдачи"):
            self.form.action_complete()
        self.assertEqual(self.form.state, "filling")
        self.save(self.row(self.events, 90))
        self.form.action_complete()
        self.assertEqual(self.form.state, "complete")

    def test_a_warning_does_not(self):
        self.rule.importance = "warning"
        self.fill()
        self.save(self.row(self.events, 150))
        self.form.action_complete()
        self.assertEqual(self.form.state, "complete")
        self.assertEqual(self.findings().state, "open")

    def test_an_explanation_does_not_open_a_block(self):
        self.fill()
        self.save(self.row(self.events, 150))
        self.check()
        self.findings().with_user(self.specialist).explanation = "так и есть"
        with self.assertRaises(UserError):
            self.form.action_complete()


@tagged("post_install", "-at_install")
class TestFinding(ValidationCase):
    def setUp(self):
        super().setUp()
        self.rule.importance = "warning"
        self.fill()
        self.save(self.row(self.events, 150))
        self.check()

    def test_the_next_run_brings_the_same_record_up_to_date(self):
        finding = self.findings()
        self.assertEqual((finding.left_value, finding.right_value), ("150", "100"))
        self.assertEqual(finding.form_id, self.form)
        self.assertEqual(finding.responsible_id, self.specialist)
        self.check()
        self.assertEqual(self.findings(), finding)
        self.save(self.row(self.events, 80))
        self.check()
        self.assertEqual(finding.state, "fixed")
        self.save(self.row(self.events, 160))
        self.check()
        self.assertEqual((self.findings(), finding.state), (finding, "open"))

    def test_a_changed_side_reopens_what_was_explained(self):
        finding = self.findings().with_user(self.specialist)
        finding.explanation = "Фонд передали в течение четверти"
        self.assertEqual((finding.state, finding.explained_by_id), ("explained", self.specialist))
        self.check()
        self.assertEqual(finding.state, "explained")
        self.save(self.row(self.events, 151))
        self.check()
        self.assertEqual(finding.state, "open")
        self.assertEqual(finding.explanation, "Фонд передали в течение четверти")

    def test_an_explanation_is_offered_again_in_the_next_period(self):
        self.findings().explanation = "Фонд передали"
        later = self.form_of(self.q2).with_user(self.specialist)
        self.fill(form=later)
        self.save(self.row(self.events, 200), form=later)
        self.check(later)
        finding = self.findings().filtered(lambda one: one.period_id == self.q2)
        self.assertEqual((finding.state, finding.earlier_explanation), ("open", "Фонд передали"))
        finding.action_take_earlier_explanation()
        self.assertEqual((finding.state, finding.explanation), ("explained", "Фонд передали"))

    def test_what_can_not_be_told_any_more_is_obsolete(self):
        finding = self.findings()
        self.save(self.row(self.events, None))
        self.check()
        self.assertEqual(finding.state, "obsolete")
        self.save(self.row(self.events, 150))
        self.check()
        self.rule.active = False
        self.assertEqual(finding.state, "obsolete")

    def test_a_copy_that_nobody_confirmed_says_nothing(self):
        later = self.form_of(self.q2).with_user(self.specialist)
        later.copy_section(self.fund.id)
        self.save(self.row(self.events, 150), form=later)
        self.check(later)
        self.assertFalse(self.findings().filtered(lambda one: one.period_id == self.q2))
        later.confirm_section(self.fund.id)
        self.check(later)
        self.assertTrue(self.findings().filtered(lambda one: one.period_id == self.q2))


@tagged("post_install", "-at_install")
class TestOperands(ValidationCase):
    def values(self, rule):
        return {
            (one.cell.partition(":")[0], one.left_value, one.right_value)
            for one in self.findings(rule)
        }

    def test_elements_of_classes_are_compared_by_class_and_with_the_school(self):
        """5А has 3 pupils and 5Б 2: 3 > 2, and together 5, while the school has 100 copies."""
        few = self.make_rule("t_pupils", "≤", "2", scope="class")
        part = self.make_rule("t_pupils", "≥", "t_copies", scope="class")
        total = self.make_rule("t_pupils", "=", "6")
        self.fill()
        self.check()
        self.assertEqual(self.values(few), {("class", "3", "2")})
        self.assertEqual(self.values(part), {("class", "3", "100"), ("class", "2", "100")})
        self.assertEqual(self.values(total), {("school", "5", "6")})

    def test_a_sum_over_classes_waits_for_all_of_them(self):
        total = self.make_rule("t_pupils", "=", "6")
        self.save(self.row(self.pupils, 3, self.class_5a))
        self.check()
        self.assertFalse(self.findings(total))

    def test_strategies_for_missing_values(self):
        """events + answer ≤ copies with 5, nothing and 4: 5 + 0 > 4 where nothing is 0."""
        rules = {
            missing: self.make_rule("t_events + t_answer", "≤", "t_copies", missing=missing)
            for missing in ("skip_any", "skip_all", "zero")
        }
        self.save(self.row(self.events, 5), self.row(self.copies, 4))
        self.check()
        self.assertEqual(
            {missing: len(self.findings(rule)) for missing, rule in rules.items()},
            {"skip_any": 0, "skip_all": 1, "zero": 1},
        )

    def test_an_indicator_and_the_period_before(self):
        self.add_marks({(pupil, self.math): 5 for pupil in self.students}, self.q1)
        self.q1.action_calculate()
        quality = self.make_rule("t_copies", "≥", "quality")
        growth = self.make_rule("t_events", "≤", "previous(t_events)")
        self.save(self.row(self.copies, 99), self.row(self.events, 7))
        later = self.form_of(self.q2).with_user(self.specialist)
        self.save(self.row(self.events, 8), form=later)
        self.check()
        self.check(later)
        self.assertEqual(self.values(quality), {("school", "99", "100")})
        self.assertEqual(self.values(growth), {("school", "8", "7")})

    def test_a_rule_names_codes_that_there_are(self):
        for left in ("t_coppies", "t_copies +", "5"):
            with self.assertRaises(ValidationError):
                self.make_rule(left, "=", "1")


@tagged("post_install", "-at_install")
class TestRights(ValidationCase):
    def test_a_specialist_explains_own_findings_and_changes_nothing_else(self):
        self.fill()
        self.save(self.row(self.events, 150))
        self.check()
        finding = self.findings()
        stranger = self.stranger("specialist")
        with self.assertRaises(AccessError):
            finding.with_user(stranger).read(["left_value"])
        self.assertFalse(finding.with_user(stranger).search([("left_value", "=", "150")]))
        own = finding.with_user(self.specialist)
        own.explanation = "верно"
        for vals in ({"state": "fixed"}, {"left_value": "1"}, {"importance": "hint"}):
            with self.assertRaises(AccessError):
                own.write(vals)
        with self.assertRaises(AccessError):
            self.rule.with_user(self.specialist).importance = "hint"

    def test_another_school_has_findings_of_its_own(self):
        other = self.env["res.company"].create({"name": "Другая школа"})
        deputy = self.stranger("administration")
        deputy.sudo().write({"company_ids": [(6, 0, other.ids)], "company_id": other.id})
        self.fill()
        self.save(self.row(self.events, 150))
        self.check()
        env = self.env(user=deputy, context={"allowed_company_ids": other.ids})
        self.assertFalse(env["vsoko.validation.finding"].search([]))
        self.rule.company_id = self.env.company
        self.assertFalse(env["vsoko.validation.rule"].search([("id", "=", self.rule.id)]))


@tagged("post_install", "-at_install")
class TestOutlierFindings(ValidationCase):
    """What is unlike its own past asks to be confirmed and blocks nothing."""

    def test_a_jump_becomes_a_finding_that_is_explained(self):
        """100 books last quarter, 130 now: 30 more than 20 % of 100."""
        self.copies.judge = "amount"
        self.fill()
        self.form.action_complete()
        later = self.form_of(self.q2).with_user(self.specialist)
        self.fill(form=later)
        self.save(self.row(self.copies, 130), form=later)
        later.action_complete()
        self.assertEqual(later.state, "complete")
        finding = self.env["vsoko.validation.finding"].search([("element_id", "=", self.copies.id)])
        self.assertEqual((finding.left_value, finding.right_value), ("130", "100"))
        self.assertEqual((finding.importance, finding.period_id), ("warning", self.q2))
        finding.with_user(self.specialist).explanation = "Передан фонд закрытой школы"
        self.check(later)
        self.assertEqual(finding.state, "explained")

    def test_what_is_like_its_past_is_no_finding(self):
        self.copies.judge = "amount"
        self.fill()
        later = self.form_of(self.q2).with_user(self.specialist)
        self.save(self.row(self.copies, 119), form=later)
        self.check(later)
        self.assertFalse(
            self.env["vsoko.validation.finding"].search([("element_id", "=", self.copies.id)])
        )

    def test_events_are_judged_by_their_exposure(self):
        """0 of 100 and then 9 of 100: p = 0.0039 < 0.01."""
        self.events.write({"judge": "count", "base_id": self.copies.id})
        self.rule.active = False
        self.fill()
        later = self.form_of(self.q2).with_user(self.specialist)
        self.save(self.row(self.copies, 100), self.row(self.events, 9), form=later)
        self.check(later)
        finding = self.env["vsoko.validation.finding"].search([("element_id", "=", self.events.id)])
        self.assertEqual((finding.left_value, finding.importance), ("9", "warning"))
