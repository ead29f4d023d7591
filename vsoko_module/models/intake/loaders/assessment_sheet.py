from ....tools.readers.names import fold_person
from .works import WorkLoader


class SheetLoader(WorkLoader):
    """The program's own sheet of an assessment, filled in. Counts are numbers of pupils.

    The assessment exists and the tasks of the sheet are those of its test, in any order.
    """

    key = "sheet"

    def plan(self):
        self._new, self._changes = [], []
        self._classes, self._codes, self._stays = {}, {}, {}
        self._test = self.env["vsoko.test"]
        self._name_column = self.extract.details.name_column
        self._work = self._find_sheet()
        if not self._work or self.refuse_locked(self._work) or not self._has_all_tasks():
            return
        self.year = self._work.year_id
        self._subject_id = self._work.subject_id.id
        self._classes = self._find_own_classes()
        self._names = self._read_names()
        order = self._get_order()
        step = self._work.test_id.step
        self._plan_rows(
            row._replace(points=tuple(row.points[place] for place in order if row.points))
            for row in self.extract.rows
            if self.keeps_step(row, step)
        )

    def apply(self):
        """Write the results; a work that was only planned gets a row for each pupil."""
        if self._work.state == "planned":
            listed = {student_id for student_id, _row in self._new}
            others = [
                values
                for values in self._work._prepare_missing_results()
                if values["student_id"] not in listed
            ]
            self.make("vsoko.result", others)
        return super().apply()

    def get_changed_rows(self):
        """What the planned rows say, as the score sheet takes it; pupils whose results the user
        does not enter are told."""
        for _student_id, row in self._new:
            self.error(self.env._("You do not enter the results of this pupil."), row)
        writable = self._work.result_ids._filtered_access("write") if self._changes else ()
        found = []
        for result, row, _values in self._changes:
            if result in writable:
                found.append(self._prepare_sheet_row(result, row))
            else:
                self.error(self.env._("You do not enter the results of this pupil."), row)
        return found

    def _prepare_sheet_row(self, result, row):
        return {
            "id": result.id,
            "attendance": row.attendance,
            "variant": row.variant or result.variant or "",
            "scores": list(row.points) or [None] * len(self._work.test_id.task_ids),
        }

    def targets(self):
        return super().targets() | {"assessment_id": self._work.id}

    def _find_sheet(self):
        """The assessment of the sheet: chosen by hand, else by its number; empty after an error."""
        details = self.extract.details
        works = self.env["vsoko.assessment"]
        work = self.record.assessment_id or works.search(
            [("id", "=", details.number), ("company_id", "=", self.record.company_id.id)]
        )
        if not work:
            self.error(
                self.env._(
                    "The program has no work № %(number)s. Choose the assessment above.",
                    number=details.number,
                )
            )
        elif not self._is_same(work):
            self.error(
                self.env._(
                    "The sheet is of another work: %(subject)s, %(day)s. Here is %(work)s.",
                    subject=details.subject,
                    day=f"{details.day:%d.%m.%Y}" if details.day else "—",
                    work=work.display_name,
                )
            )
            return works
        return work

    def _is_same(self, work):
        details = self.extract.details
        return (details.subject, details.day) == (work.subject_id.name, work.date)

    def _has_all_tasks(self):
        """Whether the columns of the sheet are the tasks of the test; errors name the cells."""
        details = self.extract.details
        tasks = {task.number: task.max_score for task in self._work.test_id.task_ids}
        missing = tasks.keys() - {task.number for task in details.tasks}
        errors_before = len(self.issues)
        heading = self.extract.rows[0]._replace(row=details.row) if self.extract.rows else None
        seen = set()
        for task, column in zip(details.tasks, details.columns, strict=True):
            if tasks.get(task.number) != task.maximum or task.number in seen:
                self.error(
                    self.env._(
                        "The test has no such task: %(number)s of %(max)s points. Download the"
                        " sheet again.",
                        number=task.number,
                        max=task.maximum,
                    ),
                    heading,
                    column,
                    task.number,
                )
            seen.add(task.number)
        if missing:
            self.error(
                self.env._(
                    "The sheet has no columns of the tasks %(numbers)s. Download it again.",
                    numbers=", ".join(sorted(missing)),
                ),
                heading,
            )
        return len(self.issues) == errors_before

    def _find_own_classes(self):
        """``{class name of the file: class}`` of the classes that write the work."""
        own = {}
        for name, school_class in self._find_classes().items():
            if school_class in self._work.class_ids:
                own[name] = school_class
            else:
                self.error(
                    self.env._(
                        "The class %(name)s does not write %(work)s.",
                        name=str(name),
                        work=self._work.display_name,
                    ),
                    text=str(name),
                )
        return own

    def _read_names(self):
        """``{name as the sheet tells namesakes apart: pupil's id}``."""
        return {fold_person(name): id_ for id_, name in self._work._get_pupil_names().items()}

    def _find_student(self, row):
        school_class = self._classes.get(row.class_name)
        student_id = self._names.get(fold_person(row.name), 0)
        if school_class and student_id in self.resolver.pupils(school_class).ids:
            return student_id
        return super()._find_student(row)

    def _get_order(self):
        """Places in the sheet of the tasks of the test."""
        places = {task.number: place for place, task in enumerate(self.extract.details.tasks)}
        return [places[task.number] for task in self._work.test_id.task_ids]
