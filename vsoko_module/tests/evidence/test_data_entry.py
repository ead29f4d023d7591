from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .statistics_case import StatisticsCase


@tagged("post_install", "-at_install")
class TestDataEntry(StatisticsCase):
    """What the page of a form shows and stores; four elements, five cells."""

    def sheet(self, form=None):
        return (form or self.form).get_entry_sheet()

    def cell(self, element, school_class=None, form=None):
        key = f"class:{school_class.id}" if school_class else "school"
        return next(
            (row, cell)
            for row in self.sheet(form)["rows"]
            for cell in row["cells"]
            if (cell["element"], cell["cell"]) == (element.id, key)
        )

    def send(self, element, value, version=0, school_class=None):
        row, cell = self.cell(element, school_class)
        sent = {"element": element.id, "cell": cell["cell"], "value": value, "version": version}
        return self.form.save_entry_sheet([row["id"]], [sent])

    def test_sections_are_lists_and_grids(self):
        """Three elements of the school are a list; pupils by class are a grid, 9А is greyed."""
        sheet = self.sheet()
        fund, by_class = sheet["sections"]
        self.assertEqual([block["columns"] for block in fund["blocks"]], [False])
        self.assertEqual(by_class["blocks"][0]["columns"], [self.pupils.id])
        rows = {row["id"]: row for row in sheet["rows"]}
        lines = [rows[id_] for id_ in by_class["blocks"][0]["rows"]]
        shut = {row["name"]: row["cells"][0]["is_shut"] for row in lines}
        self.assertEqual(shut["9А"], True)
        self.assertFalse(shut["5А"] or shut["5Б"])
        self.assertEqual(sheet["head"]["expected"], 5)

    def test_the_last_period_stands_beside(self):
        self.fill()
        later = self.form_of(self.q2).with_user(self.specialist)
        _row, cell = self.cell(self.copies, form=later)
        self.assertEqual((cell["previous"], cell["value"], cell["version"]), ("100", "", 0))
        _row, cell = self.cell(self.answer, form=later)
        self.assertTrue(cell["previous"])

    def test_a_cell_is_stored_and_counted(self):
        answer = self.send(self.events, "0")
        self.assertEqual(len(answer["saved"]), 1)
        self.assertEqual((answer["head"]["filled"], answer["head"]["state"]), (1, "filling"))
        self.assertEqual(self.cell(self.events)[1]["value"], "0")
        self.assertEqual(self.cell(self.copies)[1]["value"], "")

    def test_what_somebody_else_stored_meanwhile_is_shown_and_stays(self):
        self.send(self.copies, "100")
        self.form.with_user(self.deputy).save_values([self.row(self.copies, 120)])
        answer = self.send(self.copies, "90", version=1)
        self.assertFalse(answer["saved"])
        (row,) = answer["conflicts"]
        self.assertEqual((row["cells"][0]["value"], row["cells"][0]["version"]), ("120", 2))
        self.assertEqual(self.form.value_ids.value_number, 120)

    def test_what_is_no_value_is_refused_in_words(self):
        answer = self.send(self.copies, "1,5")
        self.assertFalse(answer["saved"] or answer["conflicts"])
        self.assertIn("1,5", answer["refused"][0]["message"])
        self.assertFalse(self.form.value_ids)

    def test_copies_of_a_section_wait_for_a_confirmation(self):
        self.fill()
        later = self.form_of(self.q2).with_user(self.specialist)
        self.assertEqual(later.copy_section(self.fund.id), 1)
        section = self.sheet(later)["sections"][0]
        self.assertEqual((section["copies"], section["can_copy"]), (1, True))
        self.assertEqual(self.sheet(later)["head"]["copied"], 1)

    def test_states_and_buttons(self):
        self.fill()
        self.assertTrue(self.sheet()["head"]["is_open"])
        self.form.action_complete()
        own, checking = self.sheet()["head"], self.sheet(self.form.with_user(self.deputy))["head"]
        self.assertFalse(own["is_open"] or own["can_check"] or own["can_reopen"])
        self.assertTrue(checking["can_check"] and checking["can_reopen"])

    def test_own_forms_only_also_by_number(self):
        stranger = self.form.with_user(self.stranger("specialist"))
        for ask in (
            lambda: stranger.get_entry_sheet(),
            lambda: stranger.save_entry_sheet([], [self.row(self.copies, 1)]),
            lambda: stranger.action_open_entry(),
            lambda: stranger.attach_file(self.copies.id, "school", "a.txt", "MQ=="),
        ):
            with self.assertRaises(AccessError):
                ask()
        self.assertFalse(stranger.search([]))

    def test_reading_costs_the_same_for_any_number_of_cells(self):
        self.fill()
        # what the server remembers is asked for once
        self.sheet()
        few = self.count_queries()
        more = self.env["vsoko.data.element"].create(
            [
                {"code": f"t_more_{number}", "name": f"Ещё {number}", "breakdown": "class"}
                for number in range(6)
            ]
        )
        self.by_class.element_ids += more
        self.save(*[self.row(one, 1, self.class_5a) for one in more])
        self.assertLessEqual(self.count_queries(), few)

    def count_queries(self):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self.sheet()
        return self.env.cr.sql_log_count - before


@tagged("post_install", "-at_install")
class TestDataFiles(StatisticsCase):
    """A file at a value."""

    def test_a_file_belongs_to_a_value(self):
        with self.assertRaises(UserError):
            self.form.attach_file(self.copies.id, "school", "акт.txt", "MQ==")
        self.save(self.row(self.copies, 7))
        file = self.form.attach_file(self.copies.id, "school", "акт.txt", "MQ==")
        self.assertEqual(self.form.value_ids.attachment_ids.name, "акт.txt")
        self.assertIn("акт.txt", self.form.change_ids[0].new_value)
        self.form.detach_file(self.copies.id, "school", file["id"])
        self.assertFalse(self.form.value_ids.attachment_ids)
        self.assertEqual(self.form.value_ids.value_number, 7)

    def test_what_is_no_file_is_told(self):
        self.save(self.row(self.copies, 7))
        with self.assertRaises(UserError):
            self.form.attach_file(self.copies.id, "school", "а", "не base64!")
        self.assertFalse(self.form.value_ids.attachment_ids)

    def test_an_element_may_be_a_file(self):
        paper = self.env["vsoko.data.element"].create(
            {"code": "t_paper", "name": "Акт", "value_type": "file"}
        )
        self.fund.element_ids += paper
        self.form.attach_file(paper.id, "school", "акт.txt", "MQ==")
        self.assertEqual((self.form.filled, self.form.expected), (1, 6))
        file = self.form.value_ids.attachment_ids
        self.form.detach_file(paper.id, "school", file.id)
        self.assertEqual(self.form.filled, 0)

    def test_a_complete_form_takes_no_files(self):
        self.fill()
        self.form.action_complete()
        with self.assertRaises(UserError):
            self.form.attach_file(self.copies.id, "school", "акт.txt", "MQ==")
