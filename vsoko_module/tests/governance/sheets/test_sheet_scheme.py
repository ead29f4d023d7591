from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tools import mute_logger

from .sheet_case import SheetCase, make_scheme


@tagged("post_install", "-at_install")
class TestSheetScheme(SheetCase):
    """A scheme is a local act, and what is barred by law is no criterion of it."""

    def refuse(self, **criterion):
        groups = (("Группа", 0, ({"name": "Работа", **criterion},)),)
        with self.assertRaises(ValidationError) as caught:
            make_scheme(self.env, groups)
        return str(caught.exception)

    def test_outer_diagnostics_are_refused(self):
        self.assertIn("VPR", self.refuse(name="Результаты ВПР"))
        self.refuse(description="Доля справившихся с всероссийской проверочной работой")
        self.refuse(unit="балл ВПР")
        indicator = self.env["vsoko.indicator"].search([("code", "=", "quality")])
        self.env.cr.execute(
            "UPDATE vsoko_indicator SET rating_allowed = FALSE WHERE id = ANY(%s)", [indicator.ids]
        )
        indicator.invalidate_recordset()
        steps = [Command.create({"bound": 1, "points": 1})]
        self.refuse(source="indicator", indicator_code="quality", step_ids=steps)

    def test_an_indicator_that_is_called_so_is_refused(self):
        indicator = self.env["vsoko.indicator"].search([("code", "=", "quality")])
        self.env.cr.execute(
            "UPDATE vsoko_indicator SET name = %s WHERE id = ANY(%s)",
            ["Доля выполнивших ВПР", indicator.ids],
        )
        indicator.invalidate_recordset()
        steps = [Command.create({"bound": 1, "points": 1})]
        self.refuse(source="indicator", indicator_code="quality", step_ids=steps)

    def test_a_record_that_is_called_so_is_refused(self):
        line = self.line("2.3")
        vals = {"line_id": line.id, "name": "Справка о ВПР", "date": "2025-10-10"}
        with self.assertRaises(ValidationError):
            self.env["vsoko.sheet.evidence"].create(vals)

    def test_a_penalty_is_refused(self):
        text = self.refuse(source="minus", name="Дисциплинарное взыскание", maximum=5)
        self.assertIn("20 %", text)

    def test_a_rule_is_whole(self):
        self.refuse(source="indicator", indicator_code="quality")
        self.refuse(source="event", points_each=1)
        self.refuse(source="manual", points_each=0)
        self.refuse(source="minus")

    def test_a_scheme_is_discussed_and_approved_by_an_order(self):
        scheme = make_scheme(self.env, name="Новая").with_user(self.director)
        with self.assertRaises(UserError):
            scheme.action_discuss()
        scheme.discussion = "ШМО, протокол № 1"
        scheme.action_discuss()
        with self.assertRaises(UserError):
            scheme.group_ids[:1].cap = 1
        with self.assertRaises(UserError):
            scheme.action_approve()
        scheme.order_id = self.scheme.order_id
        with self.assertRaises(AccessError):
            scheme.with_user(self.users["administration"]).action_approve()
        scheme.action_approve()
        self.assertEqual(scheme.order_text, scheme.order_id.display_name)

    def test_what_is_approved_is_locked(self):
        criterion = self.scheme.criterion_ids[0]
        for record, vals in (
            (self.scheme, {"appeal_days": 1}),
            (self.scheme, {"order_id": False}),
            (self.scheme.group_ids[0], {"cap": 1}),
            (criterion, {"maximum": 1}),
            (criterion.step_ids[0], {"points": 1}),
        ):
            with self.assertRaises(UserError):
                record.write(vals)
        draft = self.env["vsoko.sheet.scheme"].browse(self.scheme.action_new_version()["res_id"])
        self.assertEqual((draft.version, draft.state), (2, "draft"))
        self.assertEqual(len(draft.criterion_ids), len(self.scheme.criterion_ids))
        self.assertEqual(draft.criterion_ids[0].step_ids.mapped("bound"), [50, 60, 75])

    def test_the_example_becomes_a_version_of_the_school(self):
        example = self.env.ref("vsoko_module.sheet_scheme_example").with_user(self.director)
        with self.assertRaises(UserError):
            example.sudo().action_discuss()
        draft = example.browse(example.action_new_version()["res_id"])
        self.assertEqual(draft.company_id, self.env.company)
        draft.discussion = "ШМО, протокол № 1"
        draft.action_discuss()
        self.assertEqual(draft.state, "discussed")

    @mute_logger("odoo.sql_db")
    def test_the_database_pays_an_event_once(self):
        later = self.line("2.3", self.sheet)
        vals = {"line_id": later.id, "name": "«Дроби»", "date": "2025-10-01"}
        with self.assertRaises(IntegrityError), self.env.cr.savepoint():
            self.env["vsoko.sheet.evidence"].create(vals)
