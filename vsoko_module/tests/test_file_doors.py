import base64

from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import ROLES, make_user
from .evidence.common import AssessmentCase
from .governance.sheets.sheet_case import approve_scheme, make_scheme, make_sheets
from .portal.common import PublicationCase
from .pure.form_samples import form_with

CONTENT_START = b"%PDF"
CONTENT = base64.b64encode(b"%PDF-1.4 content")
VISITOR, FOREIGN = "visitor", "director of another school"
ADMINISTRATION = {"administration", "director"}
EMPLOYEES = set(ROLES) - {"governing_council", "family"}
# who gets which file; reviewed by hand
READERS = {
    "published for the council": EMPLOYEES | {"governing_council"},
    "published for families": EMPLOYEES | {"family"},
    "published for all": {*ROLES, VISITOR},
    "draft of a publication": ADMINISTRATION,
    "loaded file": ADMINISTRATION,
    # the program alone
    "cells of a loaded file": set(),
    "form of a higher body": ADMINISTRATION,
    "sent file": ADMINISTRATION,
    "file of a report": ADMINISTRATION,
    "file beside a draft of a report": ADMINISTRATION,
    "file of an inner note": EMPLOYEES,
    "material of a meeting": ADMINISTRATION | {"governing_council"},
    "inner material of a meeting": ADMINISTRATION,
    "file of an act in force": EMPLOYEES,
    "file of the draft of an act": ADMINISTRATION,
}
ROUTES = {
    "/my/vsoko/publication/{council}/file/{council_file}": EMPLOYEES | {"governing_council"},
    "/my/vsoko/publication/{families}/file/{families_file}": EMPLOYEES | {"family"},
    "/my/vsoko/publication/{draft}/file/{draft_file}": set(),
    "/vsoko/{public}/file/{public_file}": {*ROLES, VISITOR, FOREIGN},
    "/vsoko/{council}/file/{council_file}": set(),
    "/vsoko/import/{load}/remarks": ADMINISTRATION,
    "/vsoko/import/template/contingent?year_id={year}": ADMINISTRATION,
    "/vsoko/assessment/{work}/sheet": {"teacher", "association_head", *ADMINISTRATION},
    "/vsoko/report/{report}/csv": ADMINISTRATION,
    "/vsoko/report-set/{report_set}/zip": ADMINISTRATION,
    "/vsoko/test/{test}/docx": {
        "teacher",
        "association_head",
        "methodical_council",
        *ADMINISTRATION,
    },
    "/vsoko/visit/{sheet}/docx": {"teacher", "association_head", *ADMINISTRATION},
    "/vsoko/route/{route}/docx": {"teacher", *ADMINISTRATION},
    "/vsoko/schedule/{choice}/xlsx": {"director"},
    "/my/vsoko/material/{material}": {*ADMINISTRATION, "governing_council"},
    "/my/vsoko/material/{inner}": ADMINISTRATION,
    "/vsoko/document/{act}/acquaintance/docx": ADMINISTRATION,
    "/vsoko/document/{order}/order/docx": ADMINISTRATION,
    # the sheet of the teacher, before a commission that reads by number
    "/vsoko/sheet/{points}/sheet/docx": {"teacher", *ADMINISTRATION},
    "/vsoko/sheet/{points}/summary/xlsx": {"teacher", *ADMINISTRATION},
    "/vsoko/commission/{points}/docx": {"governing_council"},
}


@tagged("post_install", "-at_install")
class TestFileDoors(PublicationCase, AssessmentCase, HttpCase):
    """Every file of the addon, every role and a visitor, every door: only its readers get it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        files = [(0, 0, {"name": "Отчёт.pdf", "content": CONTENT})]
        cls.published = {
            name: cls.publish(name, file_ids=files) for name in ("council", "families", "public")
        }
        cls.published["draft"] = cls.publish(approve=False, file_ids=files)
        cls.load = cls.env["vsoko.import"].create({"name": "x.csv", "file": CONTENT})
        cls.load._store({"cells": CONTENT})
        cls.report = cls.env["vsoko.report"].create({"period_id": cls.q1.id})
        cls.report_set = cls.env["vsoko.report.set"].create({"period_id": cls.q1.id})
        cls.choice = (
            cls.env["vsoko.calendar.print"].with_user(cls.director).create({"year_id": cls.year.id})
        )
        cls.sheet = cls._make_visit()
        member = {"student_id": cls.students[0].id}
        cls.route = cls.env["vsoko.route"].create({"name": "Дроби", "member_ids": [(0, 0, member)]})
        cls.files = cls._make_files()
        cls.points = cls._make_points()
        school = cls.env["res.company"].create({"name": "Школа № 2"})
        make_user(cls.env, FOREIGN, "director", company=school)
        cls.logins = {role: user.login for role, user in cls.users.items()} | {FOREIGN: FOREIGN}
        cls.env.flush_all()

    @classmethod
    def _make_visit(cls):
        """Return a complete sheet about a lesson of the teacher, of a subject of the head's."""
        rubric = cls.env.ref("vsoko_module.rubric_lesson")
        about = {"teacher_id": cls.teachers[0].id, "class_id": cls.class_5a.id}
        sheet = cls.env["vsoko.observation"].create(
            {"rubric_id": rubric.id, "date": "2025-10-01", "subject_id": cls.math.id, **about}
        )
        sheet.answers = {one.key: {"points": 1} for one in rubric._get_criteria()}
        sheet.action_complete()
        return sheet

    @classmethod
    def _make_files(cls):
        """Return {name: (record, field of it with the file)}; an attachment keeps it in `raw`."""
        period = {"period_id": cls.q1.id, "recipient": "Управление образования"}
        form = {"file": base64.b64encode(form_with({"A1": "x"})), "file_name": "Форма.xlsx"}
        note = cls.published["council"].message_post(
            body="x", attachments=[("note.pdf", b"%PDF note")], subtype_xmlid="mail.mt_note"
        )
        kept = cls.report._attach_files(["csv"])
        beside = {"kind": "file", "name": "План", "file_name": "План.pdf", "content": CONTENT}
        beside = cls.env["vsoko.report.enclosure"].create(
            {"section_id": cls.report.section_ids[0].id, **beside}
        )
        cls._make_documents()
        sent = cls.env["vsoko.submission"].create({**period, "kind": "xml"})
        sent.action_make()
        return {
            "published for the council": (cls.published["council"].file_ids[:1], "content"),
            "published for families": (cls.published["families"].file_ids[:1], "content"),
            "published for all": (cls.published["public"].file_ids[:1], "content"),
            "draft of a publication": (cls.published["draft"].file_ids[:1], "content"),
            "loaded file": (cls.load, "file"),
            "cells of a loaded file": (cls.load, "cells"),
            "form of a higher body": (
                cls.env["vsoko.submission.form"].create({**period, **form}), "file"
            ),
            "sent file": (sent, "file"),
            "file of a report": (kept, "raw"),
            "file beside a draft of a report": (beside, "content"),
            "file of an inner note": (note.attachment_ids, "raw"),
            "file of an act in force": (cls.act.file_ids, "raw"),
            "file of the draft of an act": (cls.draft.file_ids, "raw"),
            **cls._make_materials(),
        }  # fmt: skip

    @classmethod
    def _make_materials(cls):
        """Return the same of a meeting of the governing council, in which its reader sits."""
        council = cls.env["vsoko.body"].search(
            [("kind", "=", "governing"), ("company_id", "=", cls.env.company.id)]
        )
        member = cls.users["governing_council"]
        cls.env["vsoko.body.member"].create(
            {"body_id": council.id, "user_id": member.id, "date_from": "2025-09-01"}
        )
        files = {"content": CONTENT, "name": "a.pdf"}
        meeting = cls.env["vsoko.meeting"].create(
            {
                "body_id": council.id,
                "date_start": "2025-10-01 10:00:00",
                "item_ids": [(0, 0, {"name": "Вопрос"})],
            }
        )
        shown, inner = cls.env["vsoko.meeting.material"].create(
            [
                {**files, "item_id": meeting.item_ids.id, "is_published": is_published}
                for is_published in (True, False)
            ]
        )
        meeting.action_invite()
        return {
            "material of a meeting": (shown, "content"),
            "inner material of a meeting": (inner, "content"),
        }

    @classmethod
    def _make_points(cls):
        """Return a sheet of the teacher before a commission that reads by number, in which a
        member of the governing council sits."""
        scheme = approve_scheme(make_scheme(cls.env, is_numbered=True), cls.director)
        commission = cls.env["vsoko.body"].create(
            {"name": "Комиссия", "kind": "temporary", "case": "Листы", "date_to": "2100-01-01"}
        )
        member = {"user_id": cls.users["governing_council"].id, "date_from": "2025-09-01"}
        cls.env["vsoko.body.member"].create({"body_id": commission.id, **member})
        sheets = make_sheets(scheme, cls.q1, cls.director, commission_id=commission.id)
        sheets._store({"state": "commission"})
        return sheets.filtered(lambda one: one.teacher_id == cls.teachers[0])

    @classmethod
    def _make_documents(cls):
        Document = cls.env["vsoko.document"]
        files = cls.env["ir.attachment"].create([{"name": "a.pdf", "raw": b"%PDF-1.4 x"}] * 2)
        cls.act, cls.draft = Document.create(
            [{"name": "Акт", "order_text": "№ 1", "file_ids": file.ids} for file in files]
        )
        cls.act.action_agree()
        cls.act.action_approve()
        cls.order = Document.create({"name": "О работе", "kind": "order", "content": "1. Да."})

    def attachment(self, name):
        record, field = self.files[name]
        if record._name == "ir.attachment":
            return record
        domain = [("res_model", "=", record._name), ("res_field", "=", field)]
        found = self.env["ir.attachment"].search([*domain, ("res_id", "=", record.id)])
        self.assertEqual(len(found), 1, name)
        return found

    def get(self, path):
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            return self.url_open(path, allow_redirects=False)

    def enter(self, role):
        login = self.logins.get(role)
        self.authenticate(login, login)

    def test_every_field_with_a_file_is_in_the_table(self):
        # a wizard is its author's alone
        fields = {
            (name, field.name)
            for name, model in self.env.items()
            if name.startswith("vsoko.") and not model._abstract and not model._transient
            for field in model._fields.values()
            if field.type == "binary"
        }
        self.assertEqual(
            {(record._name, field) for record, field in self.files.values()} - fields,
            {("ir.attachment", "raw")},
        )
        self.assertLessEqual(
            fields, {(record._name, field) for record, field in self.files.values()}
        )

    def test_by_rpc(self):
        for name, (record, field) in self.files.items():
            kept = self.attachment(name)
            for role in ROLES:
                user = self.users[role]
                gets = {
                    "read": lambda r=record, u=user, f=field: r.with_user(u).read([f])[0][f],
                    "raw": lambda k=kept, u=user: k.with_user(u).read(["raw"])[0]["raw"],
                    "datas": lambda k=kept, u=user: k.with_user(u).read(["datas"])[0]["datas"],
                    "search": lambda k=kept, u=user: k.with_user(u).search(
                        [("id", "=", k.id), ("checksum", "!=", False)]
                    ),
                }
                # an attachment itself is no way of readers outside the school: pages send files
                own = role in READERS[name]
                inside = own and role in EMPLOYEES
                expected = {"read": own if field != "raw" else inside}
                for door, get in gets.items():
                    self.env.invalidate_all()
                    with self.subTest(file=name, role=role, door=door):
                        self.assertEqual(self.opens(get), expected.get(door, inside))

    def opens(self, get):
        try:
            return bool(get())
        except AccessError:
            return False

    def test_by_addresses_of_odoo(self):
        for role in (*ROLES, VISITOR, FOREIGN):
            self.enter(role)
            for name, (record, field) in self.files.items():
                kept = self.attachment(name)
                is_reader = role in READERS[name]
                paths = {
                    f"/web/content/{record._name}/{record.id}/{field}": is_reader,
                    f"/web/content/{kept.id}": is_reader and role in EMPLOYEES,
                    f"/web/content/{kept.id}?access_token=1": False,
                }
                for path, expected in paths.items():
                    with self.subTest(file=name, role=role, path=path):
                        self.assertEqual(self.get(path).status_code == 200, expected)
                image = self.get(f"/web/image/{record._name}/{record.id}/{field}")
                with self.subTest(file=name, role=role, path="image"):
                    self.assertFalse(not is_reader and CONTENT_START in image.content)

    def test_by_the_own_addresses(self):
        numbers = {name: one.id for name, one in self.published.items()}
        numbers |= {f"{name}_file": one.file_ids[:1].id for name, one in self.published.items()}
        kept = (
            "load",
            "report",
            "report_set",
            "work",
            "test",
            "choice",
            "year",
            "sheet",
            "act",
            "order",
            "points",
        )
        for name in (*kept, "route"):
            numbers[name] = getattr(self, name).id
        numbers["material"] = self.files["material of a meeting"][0].id
        numbers["inner"] = self.files["inner material of a meeting"][0].id
        for role in (*ROLES, VISITOR, FOREIGN):
            self.enter(role)
            answers = {route: self.get(route.format(**numbers)).status_code for route in ROUTES}
            with self.subTest(role=role):
                opened = {route for route, status in answers.items() if status == 200}
                expected = {route for route, readers in ROUTES.items() if role in readers}
                self.assertEqual(opened, expected, answers)

    def test_no_file_has_a_link_that_opens_it_to_everybody(self):
        for name in self.files:
            kept = self.attachment(name)
            with self.subTest(name):
                self.assertFalse(kept.public)
                self.assertFalse(kept.access_token)
