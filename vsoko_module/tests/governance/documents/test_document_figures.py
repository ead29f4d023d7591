from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from ...indicators.common import FiguresCase
from .document_case import DocumentCase


@tagged("post_install", "-at_install")
class TestDocumentFigures(FiguresCase, DocumentCase):
    """The licence and the accreditation as facts of a period and as the indicator `licensing`."""

    def enter(self, kind, date, **vals):
        paper = self.make(kind, name="Бумага", outer_number="Л035-1", date=date, **vals)
        paper.action_approve()
        return paper

    def value(self, period):
        period.action_calculate()
        return self.figure("licensing", period=period)

    def in_force(self, period):
        rows = self.env["vsoko.fact.document"].search([("period_id", "=", period.id)])
        return {row.kind: row.is_in_force for row in rows}

    def test_a_register_that_is_not_begun_tells_nothing(self):
        self.assertEqual(self.in_force(self.q1), {})
        self.assertIs(self.value(self.q1).value, False)
        self.make("licence", outer_number="Л035-1", date="2020-01-01")
        self.assertEqual(self.in_force(self.q1), {}, "a draft is not in the register")

    def test_what_is_not_in_the_register_that_is_kept_is_not_in_force(self):
        """One of two is 50 %, two of two are 100 %."""
        self.enter("licence", "2020-01-01")
        figure = self.value(self.q1)
        self.assertEqual((figure.numerator, figure.denominator, figure.value), (1, 2, 50))
        self.enter("accreditation", "2020-01-01")
        self.assertEqual(self.value(self.q1).value, 100)

    def test_the_last_day_of_the_period_decides(self):
        """What ends on the last day held; what came a day later did not."""
        self.enter("licence", "2020-01-01", date_to=self.q1.date_end)
        self.enter("accreditation", self.q2.date_start)
        self.assertEqual(self.in_force(self.q1), {"licence": True, "accreditation": False})
        self.assertEqual(self.in_force(self.q2), {"licence": False, "accreditation": True})

    def test_what_is_cancelled_held_until_then(self):
        paper = self.enter("licence", "2020-01-01")
        paper.with_user(self.director)._cancel("Отозвана", self.q2.date_start)
        draft = self.make("accreditation", outer_number="А-1", date="2020-01-01")
        draft._cancel("Ошибка")
        self.assertEqual(self.in_force(self.q1), {"licence": True, "accreditation": False})
        self.assertEqual(self.in_force(self.q2)["licence"], False)

    def test_papers_of_another_school_are_its_own(self):
        other = self.env["res.company"].create({"name": "Другая школа"})
        paper = self.env["vsoko.document"].create(
            {
                "name": "Лицензия",
                "kind": "licence",
                "company_id": other.id,
                "outer_number": "Л035-2",
                "date": "2020-01-01",
            }
        )
        paper.action_approve()
        self.assertEqual(self.in_force(self.q1), {})

    def test_nobody_of_the_school_signs_what_an_authority_gave(self):
        """The administration enters it, with the number of the authority and none of its own."""
        paper = self.enter("licence", "2020-01-01")
        self.assertEqual((paper.state, paper.registered_as), ("approved", "Л035-1"))
        self.assertTrue(paper.with_user(self.users["teacher"]).is_in_force)
        with self.assertRaisesRegex(UserError, "approved"):
            paper.with_user(self.deputy).write({"date_to": "2030-01-01"})

    def test_an_index_of_orders_is_not_for_a_licence(self):
        order = self.env["vsoko.document.index"].create(
            {"name": "Приказы", "code": "01-03", "kind": "order"}
        )
        with self.assertRaises(ValidationError):
            self.make("licence", outer_number="Л035-1", index_id=order.id)
