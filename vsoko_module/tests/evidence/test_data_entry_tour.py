from odoo.tests import HttpCase, tagged

from .statistics_case import StatisticsCase


@tagged("post_install", "-at_install")
class TestDataEntryTour(StatisticsCase, HttpCase):
    def test_a_specialist_fills_in_an_own_form_and_completes_it(self):
        """By the keyboard; the login opens the page of what waits, one press from the form."""
        self.env["vsoko.validation.rule"].create(
            {
                "name": "Событий не больше экземпляров",
                "left": "t_events",
                "right": "t_copies",
                "importance": "blocking",
                "instruction": "Проверьте оба числа.",
            }
        )
        forms = self.env["vsoko.data.form"].search([("set_id", "=", self.set.id)])
        (forms - self.form.sudo()).filler_id = False
        self.start_tour("/odoo", "vsoko_data_entry", login=self.specialist.login)
        self.assertEqual(self.form.state, "complete")
        self.assertEqual(self.counts(), (5, 5, 0, 0))
        by_class = {value.class_id.name: value.shown for value in self.form.value_ids}
        self.assertEqual((by_class["5А"], by_class["5Б"]), ("3", "2"))
