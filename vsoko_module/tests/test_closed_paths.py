from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import ROLES, make_user
from .test_access_matrix import reviewed_matrix
from .test_public_methods import ReviewedCase

RELATIONAL = ("many2one", "one2many", "many2many")
# who reads a result or a mark may know whose it is: the head of an association has no card of
# the pupil, and reads the results in the subjects of the association
HEAD_READS_NAMES_OF = {"student_id", "result_id"}
# what a work of the published calendar is written on, and when a figure was calculated
TOLD = {("vsoko.assessment", "test_id"), ("vsoko.indicator.value", "run_id")}
INSIDE = [role for role in ROLES if role not in ("governing_council", "family")]


@tagged("post_install", "-at_install")
class TestClosedPaths(ReviewedCase):
    """From what a role reads no field leads to what it may not read: all models, fields, roles."""

    def readable(self, role):
        """Yield (model, some of its records) that the role reads."""
        for name in reviewed_matrix():
            model = self.env[name].with_user(self.users[role])
            if not model._transient and model.has_access("read"):
                rows = model.search([], limit=60)
                if rows:
                    yield model, rows

    def links(self, model):
        """The fields of a model, open to its user, that lead to records of ours."""
        for field in model._fields.values():
            leads = field.type in RELATIONAL and field.comodel_name.startswith("vsoko.")
            if leads and model._has_field_access(field, "read"):
                yield field

    def closed(self, rows, field):
        """The records behind a field of rows that the user may not read."""
        behind = rows.sudo().mapped(field.name).with_env(rows.env).exists()
        if not behind.has_access("read") and not behind.browse().has_access("read"):
            return behind
        return behind - behind._filtered_access("read")

    def test_names_behind_what_is_read(self):
        """`web_read` shows the name behind a many2one with the rights of the superuser."""
        told, leaks = 0, {}
        for role in ROLES:
            for model, rows in self.readable(role):
                for field in self.links(model):
                    if field.type != "many2one":
                        continue
                    told += 1
                    closed = self.closed(rows, field)
                    if role == "association_head" and field.name in HEAD_READS_NAMES_OF:
                        continue
                    if closed:
                        leaks.setdefault((model._name, field.name), set()).add(role)
        self.assertEqual(leaks.keys() - TOLD, set(), leaks)
        self.assertGreater(told, 300)

    @mute_logger("odoo.sql_db")
    def test_a_link_to_a_closed_record_tells_no_name(self):
        """Whoever may write a record or copy it does not learn whose number he has put there."""
        tried = 0
        for role in INSIDE:
            for model, rows in self.readable(role):
                for field in self.links(model):
                    if field.type != "many2one" or field.readonly or not field.store:
                        continue
                    closed = self.closed_of(model.env[field.comodel_name])
                    if not closed:
                        continue
                    doors = {
                        "write": lambda r=rows, f=field.name, c=closed: r[0].write({f: c.id}),
                        "copy": lambda r=rows, f=field.name, c=closed: r[0].copy({f: c.id}),
                    }
                    for door, link in doors.items():
                        tried += 1
                        with self.subTest(
                            role=role, model=model._name, field=field.name, door=door
                        ):
                            self.assertFalse(self.told_by(link, rows[0], field))
        self.assertGreater(tried, 10)

    def closed_of(self, model):
        """A record that the user of a model may not read, empty when there is none."""
        found = model.sudo().search([], limit=60).with_env(model.env)
        return (found - found._filtered_access("read"))[:1]

    def told_by(self, link, record, field):
        """The name that the user reads after a link was made; it is taken back."""
        told = ""
        try:
            with self.env.cr.savepoint():
                made = link()
                self.env.flush_all()
                self.env.invalidate_all()
                made = made if isinstance(made, type(record)) else record
                spec = {field.name: {"fields": {"display_name": {}}}}
                told = (made.web_read(spec)[0][field.name] or {}).get("display_name")
                raise UserError("")
        except (UserError, ValueError, IntegrityError):
            return told

    def test_searches_through_closed_records_find_nothing(self):
        tried = 0
        for role in ROLES:
            for model, rows in self.readable(role):
                for field in self.links(model):
                    closed = self.closed(rows, field)[:1]
                    if not closed or not field._description_searchable:
                        continue
                    tried += 1
                    inner = Domain("create_date", "!=", False) | Domain("id", "=", closed.id)
                    for operator in ("any", "any!"):
                        domain = [
                            ("id", "in", rows.ids),
                            (field.name, operator, Domain("id", "=", closed.id) & inner),
                        ]
                        with self.subTest(
                            role=role, model=model._name, field=field.name, operator=operator
                        ):
                            self.assertFalse(self.found(model, domain))
        self.assertGreater(tried, 5)

    def found(self, model, domain):
        try:
            return model.search(domain)
        except (AccessError, UserError, ValueError):
            return model.browse()

    def test_fields_of_a_group_are_closed_to_all_others_on_every_path(self):
        tried = 0
        for role in ROLES:
            for model, rows in self.readable(role):
                for field in model._fields.values():
                    if not field.groups or model._has_field_access(field, "read"):
                        continue
                    name = field.name
                    doors = {"read": lambda r=rows, n=name: r.read([n])}
                    if field._description_searchable:
                        search = self.condition(rows, field)
                        doors["search"] = lambda m=model, d=search: m.search(d)
                    if field.store and field.column_type:
                        doors["order"] = lambda m=model, n=name: m.search([], order=n)
                        doors["group"] = lambda m=model, n=name: m._read_group([], [n])
                        doors["export"] = lambda r=rows, n=name: r.export_data([n])
                    for door, pass_through in doors.items():
                        tried += 1
                        with self.subTest(role=role, model=model._name, field=name, door=door):
                            self.assertTrue(self.is_refused(pass_through))
        self.assertGreater(tried, 60)

    def condition(self, rows, field):
        """A domain that asks for the value of a field; a required one is not asked for at all."""
        if not field.required:
            return [(field.name, "!=", False)]
        value = rows.sudo()[0][field.name]
        return [(field.name, "in", value.ids if field.relational else [value])]

    def is_refused(self, door):
        try:
            door()
        except (UserError, ValueError):
            return True
        return False

    def test_nothing_in_a_context_opens_the_other_school(self):
        other = self.env["res.company"].create({"name": "Школа № 2"})
        make_user(self.env, "both", "director").company_ids |= other
        theirs = self.env["vsoko.year"].create(
            {
                "name": "2025/2026",
                "company_id": other.id,
                "date_start": "2025-09-01",
                "date_end": "2026-08-31",
            }
        )
        for context in (
            {"company_id": other.id},
            {"uid": 1},
            {"su": True},
            {"sudo": True},
            {"active_test": False, "bypass_access": True},
            {"allowed_company_ids": []},
            {"allowed_company_ids": other.ids},
        ):
            for role in INSIDE:
                years = self.env["vsoko.year"].with_user(self.users[role]).with_context(**context)
                with self.subTest(role=role, context=context):
                    self.assertFalse(self.found(years, [("id", "=", theirs.id)]))

    def test_no_role_of_the_school_keeps_the_machinery(self):
        """What rights, code, jobs, letters and parameters are made of is the administrator's."""
        for name in (
            "ir.model.access",
            "ir.rule",
            "res.groups",
            "ir.actions.server",
            "ir.cron",
            "ir.config_parameter",
            "ir.ui.view",
            "ir.model.fields",
            "ir.mail_server",
            "fetchmail.server",
        ):
            for role in ROLES:
                model = self.env[name].with_user(self.users[role])
                for operation in ("create", "write", "unlink"):
                    with self.subTest(model=name, role=role, operation=operation):
                        self.assertFalse(model.has_access(operation))

    def test_nobody_gives_himself_a_role(self):
        director = self.env.ref("vsoko_module.group_director")
        for role in set(ROLES) - {"director"}:
            user = self.users[role]
            with self.subTest(role), self.assertRaises(AccessError), self.env.cr.savepoint():
                user.with_user(user).write({"group_ids": [(4, director.id)]})
            self.assertFalse(user.has_group("vsoko_module.group_director"))
