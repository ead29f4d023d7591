from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .document_case import DocumentCase


@tagged("post_install", "-at_install")
class TestDocumentNumber(DocumentCase):
    """Numbers by index and year, without gaps, given at signing."""

    def signed(self, **vals):
        order = self.make("order", **{"name": "О работе", "date": "2025-10-14", **vals})
        self.sign(order)
        return order

    def test_numbers_follow_one_another_by_index_and_year(self):
        draft = self.make("order", date="2025-10-14")
        first, second = self.signed(), self.signed()
        self.assertEqual((first.number, second.number, draft.number), (1, 2, 0))
        self.assertEqual(second.registered_as, "01-03/2")
        self.assertEqual(self.signed(date="2026-01-12").registered_as, "01-03/1")
        self.assertEqual(self.make_act(date="2025-10-14").registered_as, "01-05/1")

    def test_a_school_that_began_on_paper_goes_on(self):
        index = self.env["vsoko.document.index"].create(
            {
                "name": "Приказы",
                "code": "02-01",
                "kind": "order",
                "paper_year": 2025,
                "paper_number": 161,
            }
        )
        self.assertEqual(self.signed(index_id=index.id).registered_as, "02-01/162")
        self.assertEqual(self.signed(index_id=index.id).registered_as, "02-01/163")
        self.assertEqual(self.signed(index_id=index.id, date="2026-02-01").number, 1)

    def test_a_school_year_has_one_series(self):
        index = self.env["vsoko.document.index"].create(
            {"name": "Приказы", "code": "03", "kind": "order", "year_kind": "school"}
        )
        autumn = self.signed(index_id=index.id, date="2025-09-01")
        spring = self.signed(index_id=index.id, date="2026-05-20")
        self.assertEqual((autumn.number, spring.number), (1, 2))
        self.assertEqual(self.signed(index_id=index.id, date="2025-08-31").number, 1)

    def test_a_number_from_elsewhere_takes_none_of_ours(self):
        old = self.signed(outer_number="117-о", date="2025-01-20")
        self.assertEqual((old.registered_as, old.number), ("117-о", 0))
        self.assertEqual(self.signed().number, 1)

    def test_a_signing_that_fails_takes_no_number(self):
        act = self.make(order_text="№ 1")
        with self.assertRaises(UserError), self.env.cr.savepoint():
            self.sign(act)
        act.action_agree()
        self.sign(act)
        self.assertEqual(act.number, 1)

    def test_gaps_are_named(self):
        orders = [self.signed() for _turn in range(4)]
        Document = self.env["vsoko.document"]
        series = [("kind", "=", "order")]
        self.assertEqual(Document._get_number_gaps(series), {})
        # what the program does not let happen, the database may suffer
        self.env.cr.execute("DELETE FROM vsoko_document WHERE id = %s", [orders[1].id])
        index = orders[0].index_id
        self.env.invalidate_all()
        self.assertEqual(Document._get_number_gaps(series), {(index, 2025): [2]})

    def test_what_has_a_number_is_not_deleted(self):
        order = self.signed()
        with self.assertRaises(UserError):
            order.with_user(self.director).unlink()
        order.with_user(self.director)._cancel("Ошибка")
        with self.assertRaises(UserError):
            order.with_user(self.director).unlink()
        with self.assertRaises(AccessError):
            self.make("order", number=7)

    @mute_logger("odoo.sql_db")
    def test_the_database_gives_a_number_once(self):
        first, second = self.signed(), self.signed()
        with self.assertRaises(UniqueViolation), self.env.cr.savepoint():
            self.env.cr.execute("UPDATE vsoko_document SET number = 1 WHERE id = %s", [second.id])
        self.assertEqual(first.number, 1)

    def test_an_index_is_of_its_kind(self):
        act = self.make_act()
        with self.assertRaises(ValidationError):
            self.make("order", index_id=act.index_id.id)
