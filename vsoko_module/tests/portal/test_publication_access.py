from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import make_user
from .common import PublicationCase
from .council_fields import COUNCIL_READS

# what every role outside the school may read, field by field; reviewed by hand
PUBLICATION = {
    "winners", "ratings",
    "id", "display_name", "create_date", "write_date", "company_id", "name", "audience",
    "school_name", "period_name", "period_kind", "period_end", "date", "explanation",
    "figures", "taken_date",
    "line_ids", "file_ids", "line_count", "hidden_count", "is_discussed", "state", "is_locked",
    # of the discussion: what mail.thread lets its readers see
    "has_message", "message_is_follower",
    "message_needaction", "message_needaction_counter", "message_has_error",
    "message_has_error_counter", "message_has_sms_error",
}  # fmt: skip
LINE = {
    "id", "display_name", "publication_id", "company_id", "sequence", "scope_order", "place",
    "indicator_code", "indicator_name", "object_code", "scope", "cell", "cell_name", "level",
    "grade", "value", "is_hidden", "bound", "missing_reason", "n", "status",
    "range_low", "range_high", "is_partial", "unit", "digits", "text",
}  # fmt: skip
FILE = {
    "id", "display_name", "create_date", "write_date", "publication_id", "company_id", "sequence",
    "name", "content", "is_locked",
}  # fmt: skip
OUTSIDE = {
    "vsoko.publication": PUBLICATION,
    "vsoko.publication.line": LINE,
    "vsoko.publication.file": FILE,
}
FAMILY = {
    **OUTSIDE,
    "vsoko.family.child": {
        "id", "display_name", "student_id", "company_id", "name", "class_name",
        "left_on", "gaps", "achievements", "surveys", "consents",
    },
    "vsoko.family.mark": {
        "id", "display_name", "student_id", "company_id", "subject_name", "period_name",
        "year_name", "period_kind", "is_preliminary", "date_end", "cell", "value", "status",
    },
    "vsoko.family.route": {
        "id", "display_name", "student_id", "company_id", "state", "aim", "kind", "subject_name",
        "owner_name", "date_start", "date_end", "agreed_date", "goals", "steps",
    },
}  # fmt: skip


@tagged("post_install", "-at_install")
class TestPublicationAccess(PublicationCase):
    def test_audiences(self):
        published = {
            audience: self.publish(audience)
            for audience in ("public", "families", "council", "staff")
        }
        draft = self.publish(approve=False)
        public_user = self.env.ref("base.public_user")
        plain = make_user(self.env, "plain", "base.group_user")
        portal = make_user(self.env, "plain_portal", "base.group_portal")
        expected = {
            public_user: {"public"},
            plain: {"public"},
            portal: {"public"},
            self.family: {"public", "families"},
            self.council: {"public", "council"},
            self.users["teacher"]: set(published),
            self.deputy: {*published, "draft"},
        }
        for user, audiences in expected.items():
            seen = self.env["vsoko.publication"].with_user(user).search([])
            names = {name for name, one in published.items() if one in seen}
            names |= {"draft"} if draft in seen else set()
            with self.subTest(user=user.login):
                self.assertEqual(names, audiences)

    def test_lines_and_files_follow_the_publication(self):
        council = self.publish("council")
        for user in (self.family, self.env.ref("base.public_user")):
            self.assertFalse(
                self.env["vsoko.publication.line"]
                .with_user(user)
                .search([("publication_id", "=", council.id)])
            )
            with self.assertRaises(AccessError):
                council.line_ids[0].with_user(user).read(["value"])

    def test_council_of_another_school_reads_nothing(self):
        self.publish("council")
        self.publish("public")
        company = self.env["res.company"].create({"name": "Школа № 2"})
        council = make_user(self.env, "council_2", "governing_council", company=company)
        for name in OUTSIDE:
            self.assertFalse(self.env[name].with_user(council).search([]), name)

    def test_every_readable_field_is_in_the_reviewed_list(self):
        for user, reviewed in (
            (self.council, OUTSIDE | COUNCIL_READS),
            (self.family, FAMILY),
            (self.env.ref("base.public_user"), OUTSIDE),
        ):
            for name in self.env:
                model = self.env[name].with_user(user)
                if not name.startswith("vsoko.") or model._abstract:
                    continue
                if not model.has_access("read"):
                    self.assertNotIn(name, reviewed)
                    continue
                fields = {
                    field.name
                    for field in model._fields.values()
                    if model._has_field_access(field, "read")
                }
                with self.subTest(user=user.login, model=name):
                    self.assertEqual(fields, reviewed.get(name, set()))

    def test_outside_nobody_writes(self):
        publication = self.publish("public")
        for user in (self.council, self.family, self.env.ref("base.public_user")):
            for name in FAMILY:
                for operation in ("write", "create", "unlink"):
                    self.assertFalse(self.env[name].with_user(user).has_access(operation))
            with self.assertRaises(UserError):
                publication.with_user(user).write({"name": "x"})

    def test_family_sees_the_range_of_its_own_class_only(self):
        publication = self.publish("families")
        lines = (
            self.env["vsoko.publication.line"]
            .with_user(self.family)
            .search([("publication_id", "=", publication.id), ("scope", "=", "class_subject")])
        )
        self.assertEqual(lines.sudo().class_id, self.class_5v)
        self.assertEqual(len(lines), 2)
