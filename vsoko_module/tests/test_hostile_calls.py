import base64

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import make_user
from .pure.picture_samples import photo
from .reporting.report_case import ReportCase

CAMERA = b"Camera of a person"
PDF = b"%PDF-1.4 secret"
SHARES = {"all": {"1": 50.0}}


class HostileCase(ReportCase):
    """What a request may send that no screen sends, by the roles that work with the school."""

    @classmethod
    def make_fixture(cls):
        cls.section = cls.report.section_ids[:1]
        cls.Enclosure = cls.env["vsoko.report.enclosure"].with_user(cls.deputy)
        cls.file = cls.enclose(kind="file", name="Тайное", file_name="План.pdf", content=PDF)
        cls.other = cls.env["res.company"].create({"name": "Школа № 2"})
        cls.stranger = make_user(cls.env, "hostile_stranger", "director", company=cls.other)

    @classmethod
    def enclose(cls, content=None, **vals):
        given = {"section_id": cls.section.id, "name": "Мастерская", "alt_text": "Станки"}
        return cls.Enclosure.create(
            {**given, "content": base64.b64encode(content or photo()), **vals}
        )

    def make_foreign_year(self):
        """Return a year of the other school with its periods."""
        year = self.env["vsoko.year"].create(
            {
                "name": "2030/2031",
                "date_start": "2030-09-01",
                "date_end": "2031-08-31",
                "company_id": self.other.id,
            }
        )
        year.action_make_quarters()
        return year

    def call(self, model, method, *args, **kwargs):
        """Call as a browser does, with the rights of the model's user."""
        return call_kw(model, method, list(args), kwargs)


@tagged("post_install", "-at_install")
class TestHostileEnclosures(HostileCase):
    """Pictures and files of a report by other ways than the section's own list."""

    def test_a_picture_that_comes_as_a_default_is_drawn_anew(self):
        given = {"section_id": self.section.id, "name": "Мастерская", "alt_text": "Станки"}
        content = base64.b64encode(photo())
        one = self.Enclosure.with_context(default_content=content).create(given)
        self.assertNotIn(CAMERA, one._get_bytes())
        with self.assertRaisesRegex(UserError, "PNG"):
            self.Enclosure.with_context(default_content=base64.b64encode(b"<svg/>")).create(given)
        self.env["ir.default"].set(one._name, "content", content.decode(), user_id=self.deputy.id)
        self.assertNotIn(CAMERA, self.Enclosure.create(given)._get_bytes())

    def test_a_kept_file_is_no_picture(self):
        for content in (PDF, b"%PDF-1.4"):
            self.enclose(content, kind="file", file_name="План.pdf")
            with self.assertRaisesRegex(UserError, "PNG"):
                self.enclose(content)
        with self.assertRaisesRegex(UserError, "PNG"):
            self.enclose().content = base64.b64encode(PDF)

    def test_a_copy_and_an_import_are_checked_too(self):
        with self.assertRaises(UserError):
            self.file.copy({"kind": "picture", "alt_text": "x"})
        load = ["section_id/.id", "name", "alt_text", "content"]
        row = [str(self.section.id), "x", "x", base64.b64encode(b"<svg/>").decode()]
        self.assertTrue(self.Enclosure.load(load, [row])["messages"])
        self.assertFalse(self.Enclosure.search([("name", "=", "x")]))

    def test_nobody_else_learns_of_it_by_a_path(self):
        paths = {
            "vsoko.report": "enclosure_ids.name",
            "vsoko.report.section": "appendix_ids.name",
            "vsoko.report.set.line": "report_id.enclosure_ids.name",
        }
        for user in (self.users["teacher"], self.users["pedagogical_council"], self.stranger):
            for name, path in paths.items():
                with self.subTest(user=user.login, path=path):
                    found = ()
                    try:
                        found = self.env[name].with_user(user).search([(path, "=", "Тайное")])
                    except AccessError:
                        continue
                    self.assertFalse(found)

    def test_nor_by_a_method(self):
        domain = [("report_id", "=", self.report.id)]
        for user in (self.users["teacher"], self.users["pedagogical_council"], self.stranger):
            model = self.Enclosure.with_user(user)
            with self.subTest(user=user.login):
                self.assertFalse(model.search_read(domain, ["name"]))
                self.assertFalse(model.name_search("Тайное"))
                groups = model.formatted_read_group(domain, ["name"], ["__count"])
                self.assertFalse(groups)
                for act in (
                    lambda one: one.read(["content"]),
                    lambda one: one.web_read({"name": {}}),
                    lambda one: one.export_data(["name", "content"]),
                    lambda one: one.copy(),
                    lambda one: one.web_save({"people": "agreed"}, {"name": {}}),
                    lambda one: one.onchange({}, ["name"], {"name": {}}),
                ):
                    with self.assertRaises(UserError):
                        act(self.file.with_user(user))

    def test_nobody_answers_for_another_or_moves_it(self):
        for vals in (
            {"answered_by_id": self.director.id},
            {"report_id": self.report.copy().id},
            {"company_id": self.other.id},
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                self.enclose(**vals)
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                self.file.write(vals)
        other = self.report.section_ids[1]
        for name in ("enclosure_ids", "picture_ids", "appendix_ids"):
            with self.subTest(name), self.assertRaises(UserError), self.env.cr.savepoint():
                other.write({name: [Command.link(self.file.id)]})


@tagged("post_install", "-at_install")
class TestHostileForms(HostileCase):
    """A form that was asked by something else than a form: each shape of a link that Odoo takes."""

    def test_a_link_in_any_shape_tells_no_name(self):
        foreign = self.pupils_of(self.class_5b)[0]
        Report = self.env["vsoko.report"].with_user(self.users["teacher"])
        spec = {"student_id": {"fields": {"display_name": {}}}}
        for link in ({"id": foreign.id}, {"id": foreign.id, "name": "x"}):
            with self.subTest(link=link), self.assertRaises(AccessError):
                self.call(Report, "onchange", [], {"student_id": link}, [], spec)
            forged = Report.with_context(default_student_id=link)
            with self.subTest(default=link):
                try:
                    told = self.call(forged, "onchange", [], {}, [], spec)
                except AccessError:
                    continue
                self.assertNotIn(foreign.name, str(told))

    def test_nor_does_a_line_in_any_shape(self):
        foreign = self.pupils_of(self.class_5b)[0]
        Route = self.env["vsoko.route"].with_user(self.users["teacher"])
        name = {"student_id": {"fields": {"display_name": {}}}}
        spec = {"member_ids": {"fields": name}}
        line = {"student_id": {"id": foreign.id}}
        for lines in ([[0, 0, line]], [[0, "virtual_1", line]], [line]):
            with self.subTest(lines=lines), self.assertRaises(AccessError):
                self.call(Route, "onchange", [], {"member_ids": lines}, [], spec)

    def test_a_comparison_is_of_what_its_author_reads(self):
        Comparison = self.env["vsoko.comparison"].with_user(self.users["teacher"])
        year = self.make_foreign_year()
        theirs = self.env["vsoko.class"].create(
            {"year_id": year.id, "grade": 5, "letter": "А", "company_id": self.other.id}
        )
        for vals in (
            {"class_id": theirs.id},
            {"other_class_id": theirs.id},
            {"other_period_id": year.period_ids[0].id},
            {"company_id": self.other.id},
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                Comparison.create({"period_id": self.q1.id, **vals})
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                Comparison.create({"period_id": self.q1.id}).write(vals)
            links = {name: {"id": key} for name, key in vals.items()}
            spec = {name: {"fields": {"display_name": {}}} for name in vals}
            with self.subTest(links=links), self.assertRaises(AccessError):
                self.call(Comparison, "onchange", [], links, [], spec)
        own = Comparison.create({"period_id": self.q1.id})
        theirs = self.env["vsoko.comparison"].with_user(self.director)
        with self.assertRaises(AccessError):
            theirs.browse(own.id).read(["table_html"])
        with self.assertRaises(AccessError):
            theirs.browse(own.id).action_open_xlsx()


@tagged("post_install", "-at_install")
class TestHostileButtons(HostileCase):
    """Buttons of what is newest, pressed by whom they are not for and on what is not theirs."""

    def test_only_the_administration_hands_over(self):
        for role in ("teacher", "pedagogical_council", "user"):
            for record in (self.q1, self.report):
                with self.subTest(role=role, model=record._name), self.assertRaises(AccessError):
                    record.with_user(self.users[role]).action_hand_over()
        for record in (self.q1, self.report):
            with self.subTest(model=record._name), self.assertRaises(AccessError):
                record.with_user(self.stranger).action_hand_over()
            self.assertFalse(record.handed_date)
        forged = {"handed_date": "2026-01-01", "handed_revision": 0, "handed_by_id": 1}
        for name, value in forged.items():
            with self.subTest(field=name), self.assertRaises(AccessError):
                self.report.with_user(self.deputy).write({name: value})

    def test_a_set_of_another_school(self):
        found = self.env["vsoko.report.set"].create({"period_id": self.q1.id})
        for act in (
            lambda: found.with_user(self.stranger).action_order(),
            lambda: found.with_user(self.stranger).action_download(),
            lambda: found.with_user(self.stranger).read(["line_ids"]),
            lambda: self.q1.with_user(self.stranger).action_make_all_reports(),
            lambda: self.q1.with_user(self.users["teacher"]).action_make_all_reports(),
            lambda: found.with_user(self.deputy).write({"user_id": self.director.id}),
            lambda: found.with_user(self.deputy).create({"period_id": self.q2.id}),
        ):
            with self.assertRaises(AccessError):
                act()
        self.assertFalse(found.line_ids)

    def test_readers_of_the_portal_are_nobodys_list(self):
        Reader = self.env["vsoko.portal.reader"]
        Reader.with_user(self.users["family"])._note_visit()
        for role, user in self.users.items():
            with self.subTest(role=role):
                for act in (
                    lambda model: model.search([]).ids,
                    lambda model: model.search([("user_id.name", "ilike", "a")]).ids,
                    lambda model: model.name_search(""),
                    lambda model: model.formatted_read_group([], ["user_id"], ["__count"]),
                    lambda model: model.create({"user_id": 1, "last_seen": "2026-01-01"}),
                ):
                    with self.assertRaises(AccessError):
                        act(Reader.with_user(user))

    def test_a_class_on_one_page_is_of_who_reads_it(self):
        teacher = self.users["teacher"]
        closed = self.class_5b.with_user(teacher)
        self.assertFalse(closed.has_access("read") and closed.get_page()["rows"])
        with self.assertRaises(AccessError):
            self.class_5a.with_user(self.stranger).get_page()
        foreign = self.make_foreign_year()
        page = self.class_5a.with_user(teacher).get_page(foreign.period_ids[0].id)
        self.assertNotEqual(page["period"], foreign.period_ids[0].id)


@tagged("post_install", "-at_install")
class TestHostileShares(HostileCase):
    """Shares of tasks and texts of tasks, which the program keeps as one value."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.work = cls.env["vsoko.assessment"].create(
            {
                "type_id": cls.env["vsoko.assessment.type"].search([], limit=1).id,
                "date": "2025-10-10",
                "subject_id": cls.math.id,
                "class_ids": cls.class_5a.ids,
            }
        )
        cls.work._store({"task_texts": {"1": "Считать"}})
        cls.group = cls.env["vsoko.assessment.aggregate"].create(
            {"assessment_id": cls.work.id, "level": "region", "name": "Регион"}
        )
        cls.group.task_shares = SHARES

    def places(self):
        yield self.group, "task_shares"
        yield self.group, "point_shares"
        yield self.work, "task_texts"

    def test_people_do_not_write_them(self):
        for record, name in self.places():
            for user in (self.deputy, self.director):
                one = record.with_user(user)
                with self.subTest(field=name), self.assertRaises(AccessError):
                    one.write({name: {"all": {"1": 1}}})

    @mute_logger("odoo.sql_db")
    def test_lists_are_asked_by_them_in_words(self):
        for record, name in self.places():
            model = record.with_user(self.deputy)
            for act in (
                lambda m, n: m.search([(n, "ilike", "1")]).ids,
                lambda m, n: m.search([(n, "=", "1")]).ids,
                lambda m, n: m.search([(n, ">", 1)]).ids,
                lambda m, n: m.search([], order=n).ids,
                lambda m, n: m.formatted_read_group([], [n], ["__count"]),
                lambda m, n: m.export_data([n]),
            ):
                with self.subTest(field=name), self.env.cr.savepoint():
                    try:
                        act(model, name)
                    except (UserError, ValueError):
                        continue
