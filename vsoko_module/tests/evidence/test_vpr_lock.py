import base64
from pathlib import Path

from psycopg2 import IntegrityError

from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tests import HttpCase, tagged
from odoo.tests.common import JsonRpcException
from odoo.tools import SQL, mute_logger

from .common import VECTOR, AssessmentCase

FORM = Path(__file__).parents[1] / "samples" / "vpr" / "vpr_MATH_5_form.xlsx"
REFUSALS = ("UserError", "ValidationError")
BARRED_MODELS = {"vsoko.assessment", "vsoko.result", "vsoko.task.score"}


@tagged("post_install", "-at_install")
class TestVprResults(AssessmentCase):
    """Results of VPR do not become results of a work that may enter ratings."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.vpr = cls.make_work(cls.class_5a | cls.class_5b, "vpr", cls.q1.date_end)
        cls.vpr.action_start()
        cls.kind = cls.env.ref("vsoko_module.assessment_type_vpr")
        cls.internal = cls.env.ref("vsoko_module.assessment_type_internal")

    def test_the_database_refuses_too(self):
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"), self.cr.savepoint():
            self.cr.execute(
                SQL(
                    "UPDATE vsoko_assessment_type SET rating_allowed = TRUE WHERE id = %s",
                    self.kind.id,
                )
            )

    def test_an_import_of_types_does_not_open_the_lock(self):
        for row in (
            ["vsoko_module.assessment_type_vpr", "ВПР", "vpr", "True"],
            ["own_vpr", "Наша ВПР", "vpr", "True"],
        ):
            with mute_logger("odoo.sql_db"):
                answer = self.env["vsoko.assessment.type"].load(
                    ["id", "name", "procedure", "rating_allowed"], [row]
                )
            self.assertFalse(answer["ids"])
            self.assertEqual(answer["messages"][0]["type"], "error")
        self.assertFalse(self.kind.rating_allowed)

    def test_a_work_with_results_does_not_change_its_kind(self):
        self.vpr.type_id = self.internal
        self.vpr.type_id = self.kind
        self.enter(self.vpr, VECTOR)
        for user in ("administration", "director"):
            with self.subTest(user), self.assertRaises(UserError), self.env.cr.savepoint():
                self.vpr.with_user(self.users[user]).type_id = self.internal
        self.vpr.type_id = self.env.ref("vsoko_module.assessment_type_niko")
        self.assertFalse(self.vpr.type_id.rating_allowed)

    def test_a_result_does_not_move_to_another_work(self):
        results = self.enter(self.vpr, VECTOR)
        other = self.make_work(self.class_5a | self.class_5b, day=self.q1.date_start)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            results[0].assessment_id = other
        self.assertEqual(results.assessment_id, self.vpr)

    def test_a_copy_of_the_work_is_of_vpr_again(self):
        copy = self.vpr.copy()
        self.assertEqual((copy.type_id, copy.state), (self.kind, "planned"))
        self.assertFalse(copy.result_ids)

    def test_a_file_of_vpr_is_not_loaded_into_a_school_work(self):
        record = (
            self.env["vsoko.import"]
            .with_user(self.users["administration"])
            .create(
                {
                    "name": "form.xlsx",
                    "file": base64.b64encode(FORM.read_bytes()),
                    "assessment_id": self.work.id,
                }
            )
        )
        record.action_check()
        self.assertEqual(record.layout, "vpr_collection_form")
        self.assertEqual((record.count_new, record.count_changed), (0, 0))
        with self.assertRaises(UserError), self.env.cr.savepoint():
            record.action_load()
        self.assertEqual(self.work.pending_count, 10)


@tagged("post_install", "-at_install")
class TestVprIndicators(AssessmentCase):
    """Whatever an indicator says, one that may enter ratings counts no result of VPR."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        approved = cls.env.ref("vsoko_module.framework_regulation")
        cls.framework = cls.env["vsoko.framework"].browse(approved.action_new_version()["res_id"])
        vpr = cls.make_work(cls.class_5a | cls.class_5b, "vpr", cls.q1.date_end)
        vpr.action_start()
        cls.enter(vpr, VECTOR)
        vpr.result_ids.journal_mark = 3

    def make_indicator(self, code, **vals):
        return self.env["vsoko.indicator"].create(
            {
                "framework_id": self.framework.id,
                "criterion_id": self.framework.criterion_ids[0].id,
                "code": code,
                "name": code,
            }
            | vals
        )

    def count(self, source, domain, is_rated):
        """How many results of VPR the base of such an indicator holds."""
        indicator = self.make_indicator(
            f"probe_{source}",
            kind="measure",
            source=source,
            aggregate="count",
            denominator_domain=str(domain),
            rating_allowed=is_rated,
        )
        facts = indicator._get_fact_model()
        found = facts.search_count(
            indicator._get_counted_domain()
            & Domain("period_id", "=", self.q1.id)
            & Domain("procedure", "=", "vpr")
        )
        indicator.unlink()
        return found

    def test_no_condition_brings_results_of_vpr_into_a_rating(self):
        domains = (
            [],
            [("procedure", "=", "vpr")],
            ["|", ("procedure", "=", "vpr"), ("rating_allowed", "=", False)],
            [("rating_allowed", "=", False)],
            ["!", ("rating_allowed", "=", True)],
        )
        for source in ("result", "task_score", "journal_pair"):
            for domain in domains:
                with self.subTest(source=source, domain=domain):
                    self.assertTrue(self.count(source, domain, is_rated=False))
                    self.assertEqual(self.count(source, domain, is_rated=True), 0)

    def test_no_condition_goes_round_the_bar_by_a_path(self):
        for source, path in (
            ("result", "type_id.procedure"),
            ("result", "assessment_id.type_id.rating_allowed"),
            ("mark", "import_id.assessment_id"),
            ("action", "action_id.report_id.assessment_id"),
            ("plan_line", "line_id.framework_id.document_id.report_ids.assessment_id"),
        ):
            with self.subTest(path), self.assertRaises(ValidationError):
                self.count(source, [(path, "!=", False)], is_rated=True)

    def test_every_source_with_results_knows_the_bar(self):
        """No path by which a condition of another source may compare meets a result."""
        sources = [
            name
            for name in self.env
            if name.startswith("vsoko.fact.") and "rating_allowed" not in self.env[name]._fields
        ]
        self.assertIn("vsoko.fact.mark", sources)
        compared = {(name, path) for name in sources for path in self.env[name]._get_comparable()}
        self.assertIn(("vsoko.fact.mark", "subject_id.code"), compared)
        met = {model for name, path in compared for model in self.models_on(name, path)}
        self.assertIn("vsoko.subject", met)
        self.assertFalse(met & BARRED_MODELS)

    def models_on(self, model, path):
        """Yield the models that the fields of a path lead to."""
        for name in path.split("."):
            model = self.env[model]._fields[name].comodel_name
            if model:
                yield model

    def test_a_formula_rests_on_nothing_barred_at_any_depth(self):
        self.make_indicator("step", kind="formula", formula="vpr_results", rating_allowed=False)
        self.make_indicator("further", kind="formula", formula="step * 2", rating_allowed=False)
        for formula in ("vpr_results + 1", "step", "further", "if(1 > 0, further, 0)"):
            with (
                self.subTest(formula),
                self.assertRaises(ValidationError),
                self.env.cr.savepoint(),
            ):
                self.make_indicator("rated", kind="formula", formula=formula)
        rated = self.make_indicator("rated", kind="formula", formula="tests_success")
        self.assertTrue(rated.rating_allowed)

    def test_what_a_rated_formula_rests_on_does_not_become_barred(self):
        own = self.make_indicator("own", kind="formula", formula="tests_success")
        self.make_indicator("rated", kind="formula", formula="own + 1")
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            own.write({"formula": "vpr_results", "rating_allowed": False})


@tagged("post_install", "-at_install")
class TestVprRpc(AssessmentCase, HttpCase):
    def test_rpc_does_not_open_the_lock(self):
        kind = self.env.ref("vsoko_module.assessment_type_vpr")
        self.authenticate("school_director", "school_director")
        for method, args in (
            ("write", [[kind.id], {"rating_allowed": True}]),
            ("write", [[kind.id], {"procedure": "internal"}]),
            ("web_save", [[kind.id], {"rating_allowed": True}]),
            ("create", [[{"name": "Новая", "procedure": "vpr", "rating_allowed": True}]]),
            ("copy", [[kind.id], {"rating_allowed": True}]),
        ):
            kwargs = {"specification": {}} if method == "web_save" else {}
            params = {"model": kind._name, "method": method, "args": args, "kwargs": kwargs}
            with (
                self.subTest(method),
                mute_logger("odoo.http", "odoo.sql_db"),
                self.assertRaises(JsonRpcException) as caught,
            ):
                self.make_jsonrpc_request(f"/web/dataset/call_kw/{kind._name}/{method}", params)
            self.assertIn(caught.exception.args[0].rpartition(".")[2], REFUSALS)
        kind.invalidate_recordset()
        self.assertFalse(kind.rating_allowed)
        self.assertEqual(
            self.env["vsoko.assessment.type"].search_count([("procedure", "=", "vpr")]), 1
        )
