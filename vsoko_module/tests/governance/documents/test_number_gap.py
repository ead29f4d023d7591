from odoo.exceptions import AccessError
from odoo.tests import tagged

from .document_case import DocumentCase


@tagged("post_install", "-at_install")
class TestNumberGap(DocumentCase):
    """Which numbers of the registers nothing has, on one page, with the explanation."""

    def lose(self, record):
        """What the program does not let happen, a database may suffer."""
        self.env.flush_all()
        self.env.cr.execute(f"DELETE FROM {record._table} WHERE id = %s", [record.id])
        self.env.invalidate_all()

    def gaps(self, user=None):
        """Open the page; return what stands on it."""
        gap = self.env["vsoko.number.gap"].with_user(user or self.deputy)
        opened = gap.action_open()
        self.assertEqual(opened["res_model"], "vsoko.number.gap")
        return gap.search(opened["domain"] or [])

    def orders(self, count, **vals):
        orders = self.env["vsoko.document"]
        for _turn in range(count):
            orders |= self.make("order", **{"date": "2025-10-14", **vals})
        self.sign(orders)
        return orders

    def test_a_missing_number_is_named(self):
        orders = self.orders(4)
        self.assertFalse(self.gaps())
        index = orders.index_id
        self.lose(orders[1])
        gap = self.gaps()
        self.assertEqual((gap.register, gap.number), ("vsoko.document", 2))
        self.assertEqual((gap.series, gap.year), (index.display_name, "2025"))
        self.assertEqual(gap.company_id, self.env.company)

    def test_a_series_of_a_school_year(self):
        index = self.env["vsoko.document.index"].create(
            {"name": "Приказы", "code": "03", "kind": "order", "year_kind": "school"}
        )
        self.lose(self.orders(2, index_id=index.id, date="2026-02-10")[0])
        self.assertEqual((self.gaps().year, self.gaps().number), ("2025/2026", 1))

    def test_an_explanation_stays_with_its_number(self):
        orders = self.orders(4)
        self.lose(orders[1])
        self.gaps().explanation = "Номер выдан на бумаге"
        orders[0].index_id.name = "Приказы школы"
        self.lose(orders[2])
        explained = {gap.number: gap.explanation for gap in self.gaps()}
        self.assertEqual(explained, {2: "Номер выдан на бумаге", 3: False})

    def test_a_number_that_is_there_again_is_no_gap(self):
        lost, kept = self.orders(2)
        self.lose(lost)
        self.assertEqual(self.gaps().number, 1)
        kept.index_id.write({"paper_year": 2025, "paper_number": 1})
        self.assertFalse(self.gaps())

    def test_minutes_are_numbered_too(self):
        body = self.env["vsoko.body"].search(
            [("company_id", "=", self.env.company.id), ("kind", "=", "pedagogical")]
        )
        meetings = self.env["vsoko.meeting"].create(
            [{"body_id": body.id, "date_start": f"2025-10-0{day} 10:00:00"} for day in (1, 2)]
        )
        meetings._give_numbers()
        self.lose(meetings[0])
        gap = self.gaps()
        self.assertEqual((gap.register, gap.number), ("vsoko.meeting", 1))
        self.assertEqual((gap.series, gap.year), (body.name, self.year.name))

    def test_the_gaps_of_another_school(self):
        company = self.env["res.company"].create({"name": "Школа № 2"})
        index = self.env["vsoko.document.index"].create(
            {"name": "Приказы", "code": "03", "kind": "order", "company_id": company.id}
        )
        order = self.env["vsoko.document"].create(
            {"name": "О", "kind": "order", "company_id": company.id, "index_id": index.id}
        )
        order._store({"number": 5, "number_year": 2025})
        self.assertFalse(self.gaps())

    def test_the_administration_explains_and_writes_nothing_else(self):
        self.lose(self.orders(2)[0])
        gap = self.gaps(self.director)
        for act in (
            lambda: gap.write({"number": 7}),
            gap.unlink,
            lambda: gap.create({"number": 9, "register": "vsoko.document"}),
            lambda: self.gaps(self.users["teacher"]),
        ):
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                act()
        self.assertEqual(gap.number, 1)
