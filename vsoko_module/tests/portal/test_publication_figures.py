from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import PublicationCase


@tagged("post_install", "-at_install")
class TestPublicationFigures(PublicationCase):
    def test_figures_are_those_of_the_period(self):
        publication = self.publish()
        line = self.line(publication, "school")
        # mathematics: 3 + 4 + 0 + 6 + 6 of 38; Russian: 3 + 2 + 2 + 6 + 6 of 38
        self.assertEqual(line.n, 76)
        self.assertAlmostEqual(line.value, (19 + 19) / 76 * 100)
        self.assertEqual(line.indicator_name, "Качество знаний")
        self.assertEqual(line.object_code, "o1")

    def test_small_class_and_what_would_give_it_away_are_hidden(self):
        publication = self.publish()
        hidden = {
            line.cell
            for line in publication.line_ids
            if line.indicator_code == "quality" and line.is_hidden
        }
        # 5Б and 9А have four pupils, 5А six of whom none is not attested; 9Б is all that is left
        # of the ninth grade beside 9А
        self.assertLessEqual({f"class:{self.class_5b.id}", f"class:{self.class_9a.id}"}, hidden)
        self.assertLessEqual({f"class:{self.class_5a.id}", f"class:{self.class_9b.id}"}, hidden)
        self.assertFalse(
            hidden & {"school", "level:ooo", f"subject:{self.math.id}", f"subject:{self.rus.id}"}
        )

    def test_hidden_line_holds_no_number(self):
        publication = self.publish("staff")
        hidden = publication.line_ids.filtered("is_hidden")
        self.assertTrue(hidden)
        self.assertEqual([line.value for line in hidden if line.value is not False], [])
        self.assertFalse(any(hidden.mapped("status")) or any(hidden.mapped("n")))
        self.assertEqual(set(hidden.mapped("text")), {"скрыто"})

    def test_all_audiences_hide_the_same_cells(self):
        staff = self.publish("staff").line_ids
        hidden = {(line.cell, line.indicator_code) for line in staff if line.is_hidden}
        for audience in ("public", "families", "council"):
            lines = self.publish(audience).line_ids
            self.assertFalse(
                {
                    (line.cell, line.indicator_code)
                    for line in lines
                    if line.value is not False and (line.cell, line.indicator_code) in hidden
                },
                audience,
            )

    def test_audiences_get_their_breakdowns_and_nobody_gets_people(self):
        expected = {
            "public": {"school", "level", "grade", "subject"},
            "council": {"school", "level", "grade", "class", "subject"},
            "staff": {"school", "level", "grade", "class", "subject", "class_subject"},
        }
        for audience, scopes in expected.items():
            self.assertEqual(set(self.publish(audience).line_ids.mapped("scope")), scopes)

    def test_sums_over_published_cells_do_not_give_hidden_ones(self):
        """Try all subtractions total − published parts over the real publication."""
        lines = self.publish("staff").line_ids.filtered(lambda li: li.indicator_code == "quality")
        figures = {line.cell: line for line in lines}
        trees = [
            (f"grade:{grade}", [f"class:{c.id}" for c in classes])
            for grade, classes in (
                (5, self.class_5a + self.class_5b + self.class_5v),
                (9, self.class_9a + self.class_9b),
            )
        ]
        subjects = (self.math, self.rus)
        classes = self.class_5a + self.class_5b + self.class_5v + self.class_9a + self.class_9b
        trees += [
            (f"subject:{s.id}", [f"class_subject:{c.id}:{s.id}" for c in classes]) for s in subjects
        ]
        trees += [
            (f"class:{c.id}", [f"class_subject:{c.id}:{s.id}" for s in subjects]) for c in classes
        ]
        for total, parts in trees:
            left = [part for part in parts if figures[part].is_hidden]
            if not figures[total].is_hidden:
                self.assertNotEqual(len(left), 1, (total, left))
            else:
                self.assertTrue(left, total)

    def grow(self, school_class, number):
        """Correct the facts: so many pupils more have marks in the class."""
        pupils = self.enrol(school_class, number)
        self.add_marks({(p, s): 4 for p in pupils for s in (self.math, self.rus)}, self.q1)

    def hidden(self, publication, value=True):
        return {
            (line.indicator_code, line.cell)
            for line in publication.line_ids
            if line.is_hidden == value
        }

    def test_second_publication_does_not_show_what_the_first_hid(self):
        """5А grows, so 5В would be hidden beside 5Б instead of 5А: who reads both subtracts."""
        first = self.publish()
        self.assertIn(("quality", f"class:{self.class_5a.id}"), self.hidden(first))
        self.grow(self.class_5a, 20)
        second = self.publish("staff")
        self.assertFalse(self.hidden(first) & self.hidden(second, False))
        self.q1.with_user(self.director).action_reopen()
        self.q1.action_calculate()
        self.q1.with_user(self.director).action_approve()
        corrected = self.publish("council")
        self.assertEqual(first.state, "withdrawn")
        self.assertFalse(self.hidden(first) & self.hidden(corrected, False))

    def test_draft_made_before_another_publication_is_taken_anew(self):
        draft = self.publish("staff", approve=False)
        self.grow(self.class_5a, 20)
        other = self.publish("council", approve=False)
        self.assertTrue(self.hidden(draft) & self.hidden(other, False))
        other.action_approve()
        with self.assertRaisesRegex(UserError, "малочисленн"):
            draft.action_approve()
        draft.action_refresh()
        draft.action_approve()
        self.assertFalse(self.hidden(other) & self.hidden(draft, False))

    def test_only_approved_figures_are_published(self):
        self.q2.action_calculate()
        with self.assertRaisesRegex(UserError, "утвердите"):
            self.env["vsoko.publication"].with_user(self.director).create(
                {"period_id": self.q2.id, "audience": "council"}
            )

    def test_report_limits_the_figures_to_its_own(self):
        report = self.env["vsoko.report"].create({"period_id": self.q1.id})
        report.action_accept_drafts()
        report.with_user(self.director).action_approve()
        action = report.with_user(self.director).action_publish()
        publication = self.env["vsoko.publication"].browse(action["res_id"])
        codes = set(publication.line_ids.mapped("indicator_code"))
        self.assertEqual(publication.period_id, self.q1)
        self.assertTrue(codes)
        self.assertLessEqual(codes, set(report.figures["indicators"]))
        publication.with_user(self.director).action_approve()
        self.assertEqual(report.state, "published")

    def test_range_of_a_class_is_given_for_ten_pupils_or_more(self):
        lines = self.publish("families").line_ids.filtered(lambda li: li.scope == "class_subject")
        cells = {line.cell: (line.range_low, line.range_high) for line in lines}
        self.assertEqual(cells[f"class_subject:{self.class_5v.id}:{self.math.id}"], (3, 4))
        self.assertEqual({line.class_id for line in lines}, {*self.class_5v, *self.class_9b})

    def test_publication_without_figures_consists_of_a_text(self):
        publication = self.env["vsoko.publication"].create(
            {"name": "Положение о ВСОКО", "audience": "public", "explanation": "Локальный акт"}
        )
        self.assertFalse(publication.line_ids)
        content = publication._prepare_content()
        self.assertEqual(content["explanation"], "Локальный акт")
        self.assertFalse(content["objects"] or content["tables"])

    def test_queries_do_not_depend_on_the_number_of_classes(self):
        def queries():
            before = self.env.cr.sql_log_count
            self.env["vsoko.publication.collector"]._collect(publication)
            return self.env.cr.sql_log_count - before

        publication = self.publish(approve=False)
        queries()
        self.forget()
        first = queries()
        self.q1.with_user(self.director).action_reopen()
        for letter in "ГДЕ":
            new = self.env["vsoko.class"].create(
                {"year_id": self.year.id, "grade": 6, "letter": letter}
            )
            self.add_marks({(p, self.math): 4 for p in self.enrol(new, 11)}, self.q1)
        self.q1.action_calculate()
        self.q1.with_user(self.director).action_approve()
        # as above: the first time reads what is kept from call to call
        queries()
        self.forget()
        self.assertLessEqual(queries(), first)
