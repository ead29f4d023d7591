from lxml import etree
from psycopg2.errors import CheckViolation

from odoo.tools import SQL, mute_logger

from .fixtures import FixtureCase

# who signed → the state that asks for it
SIGNED = {"approved_by_id": "approved", "sent_by_id": "sent"}
KNOWN = {
    "vsoko.period",
    "vsoko.framework",
    "vsoko.test",
    "vsoko.report",
    "vsoko.publication",
    "vsoko.submission",
    "vsoko.document",
}


class TestSignatures(FixtureCase):
    """Whatever has an approval cannot be approved without a signature, in the database itself."""

    def _get_signed(self):
        """Return {model: field of who signed} of all models that have an approval."""
        return {
            model: by
            for name, model in self.registry.items()
            if name.startswith("vsoko.") and model._auto and not model._abstract
            for by, state in SIGNED.items()
            if by in model._fields
            and "state" in model._fields
            and state in dict(model._fields["state"]._description_selection(self.env))
        }

    def test_all_models_with_an_approval_are_known(self):
        self.assertLessEqual(KNOWN, {model._name for model in self._get_signed()})

    @mute_logger("odoo.sql_db")
    def test_the_database_refuses_a_state_without_a_signature(self):
        for model, by in self._get_signed().items():
            with self.subTest(model=model._name):
                table = self._copy_table(model._table)
                insert = SQL("INSERT INTO %s (state) VALUES (%s)", table, SIGNED[by])
                with self.assertRaises(CheckViolation), self.env.cr.savepoint():
                    self.env.cr.execute(insert)

    @mute_logger("odoo.sql_db")
    def test_half_a_signature_is_none(self):
        for model, by in self._get_signed().items():
            with self.subTest(model=model._name):
                table = self._copy_table(model._table)
                insert = SQL(
                    "INSERT INTO %s (state, %s) VALUES (%s, 1)",
                    table,
                    SQL.identifier(by),
                    SIGNED[by],
                )
                with self.assertRaises(CheckViolation), self.env.cr.savepoint():
                    self.env.cr.execute(insert)

    def test_the_screens_say_what_they_showed(self):
        views = self.env["ir.ui.view"].search(
            [("model", "in", [model._name for model in self._get_signed()])]
        )
        buttons = [
            button
            for view in views
            for button in view._get_combined_arch().iter("button")
            if button.get("name") in ("action_approve", "action_send")
        ]
        self.assertTrue(buttons)
        for button in buttons:
            self.assertIn("seen_revisions", button.get("context", ""), button.attrib)

    def _copy_table(self, name):
        """Return an empty copy of the table with its checks and nothing required."""
        copy = SQL.identifier(f"signed_{name}")
        self.env.cr.execute(
            SQL("CREATE TEMP TABLE %s (LIKE %s INCLUDING CONSTRAINTS)", copy, SQL.identifier(name))
        )
        self.env.cr.execute(
            SQL(
                "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass"
                " AND attnotnull AND attnum > 0",
                f"signed_{name}",
            )
        )
        for (column,) in self.env.cr.fetchall():
            self.env.cr.execute(
                SQL("ALTER TABLE %s ALTER %s DROP NOT NULL", copy, SQL.identifier(column))
            )
        return copy

    def test_the_screens_load_what_their_buttons_send(self):
        for model in self._get_signed():
            view = self.env[model._name].get_view(view_type="form")
            arch = etree.fromstring(view["arch"])
            with self.subTest(model=model._name):
                self.assertTrue(arch.xpath("//button[contains(@context, 'seen_revisions')]"))
                self.assertTrue(arch.xpath("//field[@name='revision']"))
