from odoo.fields import Command

from ....tools.readers.works import ABSENT, PRESENT, WorkRow
from ...evidence.assessments.vsoko_assessment_type import DIAGNOSTIC_ONLY
from .test_finder import TestFinder

FACTS = ("attendance", "variant", "mark", "journal_mark", "score", "test_score", "note")


class WorkLoader(TestFinder):
    """Results of a work by tasks: class tests, VPR, protocols of exams.

    Finds or makes the assessment and its test; pupils are only looked up. Counts are numbers of
    pupils.
    """

    key = "works"

    _name_column = 0

    def plan(self):
        self._new, self._changes, self._classes, self._stays = [], [], {}, {}
        self._work = self.env["vsoko.assessment"]
        self._test = self.env["vsoko.test"]
        if not self.report_others() or not self.find_year():
            return
        self._subject_id = self.find_subject()
        if self.extract.details.subject and not self._subject_id:
            return
        self._classes = self._find_classes()
        self._codes = self.read_codes()
        self._stays = self.find_stays(self._codes.values()) if self._codes else {}
        if not self._find_work():
            return
        self._report_work()
        if not self._codes and any(row.code for row in self.extract.rows):
            self._codes = self.read_codes() or self._refuse_codes()
            self._stays = self.find_stays(self._codes.values())
        self._plan_rows(self.in_order([*self.extract.rows, *self._missing_rows()]))

    def _plan_rows(self, rows):
        self._existing = self._work.result_ids.grouped("student_id")
        found = [(row, self._find_student(row)) for row in rows]
        for row, student_id in self.keep_single(found):
            self._plan_row(student_id, row)
        self.suspect_class(len(found))

    def apply(self):
        """Write the test, the assessment and the results; return the periods they count in."""
        work = self._work or self.make(
            "vsoko.assessment",
            [self.prepare_work(self._subject_id, self.all_classes())],
        )
        if not work.test_id and self.extract.details.tasks:
            self.set_test(work)
        if work.state == "planned":
            self.alter([(work, {"state": "collecting"})])
        tasks = work.test_id.task_ids
        self.make("vsoko.result", [self._prepare(work, tasks, *planned) for planned in self._new])
        self._apply_changes(tasks)
        return self.counted_periods(work)

    def targets(self):
        classes = self.all_classes()
        return super().targets() | {"class_id": classes.id if len(classes) == 1 else False}

    def _find_work(self):
        """Find the assessment, or make sure that it can be made; False after an error."""
        classes = self.all_classes()
        chosen = self.record.assessment_id
        found = chosen or self.find_works(self._subject_id, classes).filtered(self.fits_work)
        if self.refuse_locked(found[-1:]):
            return False
        self._work = found[-1:]
        if chosen and self._is_barred_elsewhere(chosen):
            return False
        if chosen and not self.fits_work(chosen):
            self.error(
                self.env._("The tasks of the file are not those of %(work)s.", work=chosen.name)
            )
            return False
        by_codes = any(row.code for row in self.extract.rows)
        if not self._work and not self.report_missing(grade=by_codes and not classes):
            return False
        if len(found) > 1 and not self._subject_id:
            self.error(self.env._("The file fits several assessments. Choose the right one."))
            return False
        if not self._work and by_codes and not self._codes:
            self._refuse_codes()
            return False
        if not self._work and not self._may_be_made(classes):
            return False
        return self._find_its_test(classes)

    def _find_its_test(self, classes):
        """Find the test of a work that has none; False after an error."""
        if self._work.test_id.task_ids or not self.extract.details.tasks:
            return True
        self._test = self.find_test(classes | self._work.class_ids)
        if self._test:
            self.inform(
                self.env._(
                    "Tasks, elements of content and skills are those of the test «%(test)s».",
                    test=self._test.display_name,
                )
            )
        return self._test is not None

    def _is_barred_elsewhere(self, work):
        """Report results for diagnostics only that were sent to a work of another procedure."""
        procedure = self.extract.details.procedure
        wrong = procedure in DIAGNOSTIC_ONLY and procedure != work.procedure
        if wrong:
            self.error(
                self.env._(
                    "The file is of VPR, %(work)s is not: by law such results are kept apart, they"
                    " take no part in ratings and in pay.",
                    work=work.display_name,
                )
            )
        return wrong

    def _may_be_made(self, classes):
        day = self.extract.details.day
        if not self.year.date_start <= day <= self.year.date_end:
            self.error(
                self.env._(
                    "The date of the work %(day)s is outside the school year %(year)s.",
                    day=f"{day:%d.%m.%Y}",
                    year=self.year.name,
                )
            )
            return False
        return bool(self._subject_id and classes and day)

    def _report_work(self):
        """Say in the preview which assessment the results go to."""
        if self._work:
            self.inform(
                self.env._(
                    "The results go to the assessment «%(work)s» of %(day)s.",
                    work=self._work.display_name,
                    day=f"{self._work.date:%d.%m.%Y}",
                )
            )
            return
        self.inform(self.env._("A new assessment will be made: %(work)s.", work=self._name_work()))
        others = self.find_works(self._subject_id, self.all_classes())
        if others:
            self.warn(
                self.env._(
                    "There is already «%(work)s» of that day with other tasks. If it is the same"
                    " work, correct the tasks in the file; else load it as a new one.",
                    work=others[-1].display_name,
                )
            )

    def _name_work(self):
        subject = self.env["vsoko.subject"].browse(self._subject_id)
        names = ", ".join(school_class.name for school_class in self.all_classes().sorted())
        day = f"{self.extract.details.day:%d.%m.%Y}"
        return f"{self.find_type().name}. {subject.name}. {names}, {day}"

    def _missing_rows(self):
        """Rows of those who have a code but are not among the returned results: the absent.

        A code that nobody has may be anybody's: then nobody is taken for absent.
        """
        if self.extract.layout != "vpr_individual_results" or not self.extract.rows:
            return []
        listed = {row.code for row in self.extract.rows}
        if listed - self._codes.keys():
            return []
        sheet = self.extract.rows[0].sheet
        return [
            WorkRow(sheet, 0, "", code, None, ABSENT)
            for code in sorted(self._codes)
            if code not in listed
        ]

    def _find_student(self, row):
        if row.code:
            if self._codes and row.code not in self._codes:
                self.error(
                    self.env._("The code %(code)s is not in the school's list.", code=row.code),
                    row,
                    text=row.code,
                )
            return self._codes.get(row.code, 0)
        school_class = self._classes.get(self._class_key(row))
        if not school_class:
            return 0
        return self.find_pupil(row, school_class, self._name_column)

    def _plan_row(self, student_id, row):
        student = self.env["vsoko.student"].browse(student_id)
        result = self._existing.get(student)
        if not result:
            self._new.append((student_id, row))
            self.new += 1
            return
        values = {
            name: getattr(row, name)
            for name in FACTS
            if getattr(row, name) not in (None, "") and result[name] != getattr(row, name)
        }
        if "mark" in values:
            values["mark_given"] = True
        if values or self._differs(result, row):
            self._changes.append((result, row, values))
            self.changed += 1
        else:
            self.skipped += 1

    def _differs(self, result, row):
        if row.attendance != PRESENT or not row.points:
            return False
        scores = {score.task_id: score.score for score in result.task_score_ids}
        stored = [scores.get(task, False) for task in self._work.test_id.task_ids]
        listed = [False if score is None else score for score in row.points]
        # an empty cell is not zero although False == 0
        return [(type(points), points) for points in stored] != [
            (type(points), points) for points in listed
        ]

    def _prepare(self, work, tasks, student_id, row):
        facts = {name: getattr(row, name) for name in FACTS if getattr(row, name) is not None}
        classes = self.class_of(row, student_id)
        return {
            "assessment_id": work.id,
            "student_id": student_id,
            "import_id": self.record.id,
            "source_row": row.row,
            "task_score_ids": [
                Command.create({"task_id": task.id, "score": score})
                for task, score in zip(tasks, row.points, strict=bool(row.points))
            ],
            **({"class_id": classes.id} if classes else {}),
            **facts,
        }

    def _apply_changes(self, tasks):
        """Write the changed results and their points; totals are set once for all."""
        changed, missing = [], []
        for result, row, _values in self._changes:
            scores = {score.task_id: score for score in result.task_score_ids}
            for task, points in zip(tasks, row.points, strict=bool(row.points)):
                values = {"score": False if points is None else points}
                if task in scores:
                    changed.append((scores[task], values))
                else:
                    missing.append(values | {"result_id": result.id, "task_id": task.id})
        source = {"import_id": self.record.id}
        results = [
            (result, vals | source | {"source_row": row.row}) for result, row, vals in self._changes
        ]
        self.alter(results)
        self.alter(changed)
        self.make("vsoko.task.score", missing)
