import base64
import io

import xlsxwriter

from odoo.exceptions import UserError
from odoo.service.model import retrying
from odoo.tests import tagged

from ...models.intake.loaders import marks_sql
from ..reporting.process_case import ProcessCase, stop

# a year that no other test uses: these tests store their data for other processes to see
YEAR = 2041
PUPILS = [f"Стойкин {first} Иванович" for first in ("Иван", "Олег", "Пётр", "Егор", "Яков")]
SUBJECTS = ("Математика", "Русский язык")


def workbook(*rows):
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet()
        for index, row in enumerate(rows):
            sheet.write_row(index, 0, row)
    return base64.b64encode(target.getvalue())


def load(env, say, import_id):
    record = env["vsoko.import"].browse(import_id)
    try:
        retrying(record.action_load, env)
        say("loaded")
    except UserError:
        env.cr.rollback()
        say("refused")


def take_back(env, say, import_id):
    record = env["vsoko.import"].with_context(lang="ru_RU").browse(import_id)
    try:
        retrying(record.action_undo, env)
        say("undone")
    except UserError as error:
        env.cr.rollback()
        say(str(error))


def load_and_stop(env, say, import_id, place):
    """Load, but for that the process waits behind a place: ``facts`` or ``figures`` are written."""
    owner, name = {
        "facts": (marks_sql, "upsert"),
        "figures": (env.registry["vsoko.calculation"], "_store_measures"),
    }[place]
    write = getattr(owner, name)

    def stopping(*args):
        write(*args)
        stop(say)

    setattr(owner, name, stopping)
    load(env, say, import_id)


@tagged("post_install", "-at_install")
class TestImportProcesses(ProcessCase):
    """Real processes on stored data: one is killed in the middle, two load one file at once."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # those that stop before they know the year of their file are removed as well
        cls.kept = cls.env["vsoko.import"].search([])
        cls.year = cls.env["vsoko.year"].create(
            {
                "name": f"{YEAR}/{YEAR + 1}",
                "date_start": f"{YEAR}-09-01",
                "date_end": f"{YEAR + 1}-08-31",
            }
        )
        cls.year.action_make_quarters()
        cls.contingent = cls._upload(
            "pupils.xlsx",
            [f"Список на {YEAR}/{YEAR + 1} год"],
            ["ФИО", "Дата рождения", "Класс"],
            *([name, "01.02.2014", "5А"] for name in PUPILS),
        )
        cls.contingent.action_load()
        cls.store()

    @classmethod
    def _remove(cls):
        cls.cr.rollback()
        cls.env.invalidate_all()
        imports = cls.env["vsoko.import"].search([]) - cls.kept
        imports.filtered(lambda one: one.state == "loaded").action_undo()
        imports.unlink()
        periods = cls.year.period_ids
        cls.cr.execute(
            "DELETE FROM vsoko_indicator_value WHERE period_id = ANY(%s)", [list(periods.ids)]
        )
        cls.env["vsoko.calculation"].search([("period_id", "in", periods.ids)]).unlink()
        periods.unlink()
        cls.year.unlink()
        cls.store()

    @classmethod
    def _upload(cls, name, *rows):
        return cls.env["vsoko.import"].create({"name": name, "file": workbook(*rows)})

    def upload_ledger(self, mark, times=1):
        """Imports of one ledger: five pupils, two subjects, the first quarter."""
        rows = (
            [f"Класс: 5А   Период: 1 четверть   Учебный год: {YEAR}/{YEAR + 1}"],
            ["№", "ФИО", *SUBJECTS],
            *([number, name, mark, mark] for number, name in enumerate(PUPILS, start=1)),
        )
        # a workbook bears the second in which it was made: one file, not alike ones
        file = workbook(*rows)
        records = self.env["vsoko.import"].create(
            [{"name": "ledger.xlsx", "file": file} for _time in range(times)]
        )
        self.store()
        return records

    def marks(self):
        self.refresh()
        return self.env["vsoko.mark"].search([("period_id.year_id", "=", self.year.id)])

    def kill_in_the_middle(self, place):
        record = self.upload_ledger(4)
        worker = self.start(load_and_stop, record.id, place)
        worker.go()
        self.assertEqual(worker.answer(), "waiting")
        worker.kill()
        return record

    def load_at_once(self, records):
        """Load each by a process of its own; return what they say."""
        workers = [self.start(load, record.id) for record in records]
        for worker in workers:
            worker.go()
        return sorted(worker.answer() for worker in workers)

    def test_a_killed_import_leaves_nothing(self):
        for place in ("facts", "figures"):
            with self.subTest(place):
                record = self.kill_in_the_middle(place)
                self.assertFalse(self.marks())
                self.assertEqual(record.state, "draft")
                self.assertFalse(record.issue_ids)
                self.assertFalse(
                    self.env["vsoko.import.change"].search([("import_id", "=", record.id)])
                )
                record.action_load()
                self.store()
                self.assertEqual(self.marks().mapped("value"), [4] * 10)
                self.assertTrue(record.period_id.value_count)
                record.action_undo()
                self.store()

    def test_a_killed_calculation_keeps_the_figures(self):
        record = self.upload_ledger(5)
        record.action_load()
        self.store()
        period = record.period_id
        figures = self.env["vsoko.indicator.value"].search_count([("period_id", "=", period.id)])
        self.kill_in_the_middle("figures")
        self.assertEqual(self.marks().mapped("value"), [5] * 10)
        self.assertEqual(
            self.env["vsoko.indicator.value"].search_count([("period_id", "=", period.id)]),
            figures,
        )
        record.action_undo()
        self.store()

    def test_two_loads_of_one_file_at_once(self):
        records = self.upload_ledger(3, times=2)
        self.assertEqual(self.load_at_once(records), ["loaded", "refused"])
        self.assertEqual(self.marks().mapped("value"), [3] * 10)
        self.assertEqual(sorted(records.mapped("state")), ["draft", "loaded"])
        records.filtered(lambda one: one.state == "loaded").action_undo()
        self.store()

    def test_two_loads_of_one_record_at_once(self):
        record = self.upload_ledger(4)
        self.assertEqual(self.load_at_once([record, record]), ["loaded", "refused"])
        self.assertEqual(self.marks().mapped("value"), [4] * 10)
        workers = [self.start(take_back, record.id) for _time in range(2)]
        for worker in workers:
            worker.go()
        said = {worker.answer() for worker in workers}
        self.assertRegex((said - {"undone"}).pop(), "ledger.xlsx (уже загружается|не загружен)")
        self.assertFalse(self.marks())

    def test_two_lists_of_one_pupil_at_once(self):
        name = "Новичков Илья Ильич"
        lists = self.env["vsoko.import"]
        for note in ("первый список", "второй список"):
            lists |= self._upload(
                "new.xlsx",
                [f"Список на {YEAR}/{YEAR + 1} год, {note}"],
                ["ФИО", "Дата рождения", "Класс"],
                [name, "01.02.2014", "5А"],
            )
        self.store()
        self.assertEqual(self.load_at_once(lists), ["loaded", "loaded"])
        self.refresh()
        self.assertEqual(self.env["vsoko.student"].search_count([("name", "=", name)]), 1)
        self.assertEqual(sorted(lists.mapped("count_new")), [0, 1])
