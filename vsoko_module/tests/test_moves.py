from odoo.exceptions import UserError
from odoo.tests import tagged

from .governance.bodies.body_case import BodyCase


@tagged("post_install", "-at_install")
class TestMoves(BodyCase):
    """A record goes from state to state by the table of its model, and says so in one way."""

    def test_tables_name_states_of_their_models(self):
        tables = {
            name: model._moves
            for name, model in self.env.registry.items()
            if getattr(model, "_moves", None)
        }
        self.assertIn("vsoko.document", tables)
        for name, moves in tables.items():
            states = {value for value, _label in self.env[name]._fields["state"].selection}
            named = set(moves).union(*moves.values())
            self.assertEqual(named - states, set(), name)

    def test_what_is_not_in_the_table_is_refused_in_words(self):
        order = self.env["vsoko.document"].create({"name": "Приказ", "kind": "order"})
        order._check_move("approved")
        order._store({"state": "cancelled"})
        with self.assertRaises(UserError) as caught:
            order._check_move("approved")
        labels = dict(order._fields["state"]._description_selection(self.env))
        text = str(caught.exception)
        self.assertIn(order.display_name, text)
        for state in ("cancelled", "draft", "agreed"):
            self.assertIn(labels[state], text)

    def test_one_of_several_is_enough(self):
        orders = self.env["vsoko.document"].create(
            [{"name": name, "kind": "order"} for name in ("Первый", "Второй")]
        )
        orders._check_state("draft", "agreed")
        orders[1]._store({"state": "agreed"})
        with self.assertRaisesRegex(UserError, "Второй"):
            orders._check_state("draft")
        self.env["vsoko.document"]._check_state("approved")
