from ....tools.readers.ledger_headings import EXAM, FINAL, MARK
from ...evidence.vsoko_mark import NO_MARK, SHORT_STATUSES
from . import marks_sql
from .loader import Completeness
from .pupil_finder import PupilFinder

CHANGES_SHOWN = 200
# (value, status) of what a file does not give, by kind
NOTHING = {MARK: (0, NO_MARK), EXAM: (0, None), FINAL: (0, None)}


class MarksLoader(PupilFinder):
    """Ledgers: marks go through a staging table into one upsert.

    Pupils and subjects are only looked up. The number of SQL statements does not depend on the
    number of marks.
    """

    key = "marks"

    def plan(self):
        self._loaded, self._locked = [], 0
        year = self.find_year()
        self._periods = self._find_periods(year) if year else {}
        self._classes = self._find_classes(year) if year else {}
        students, subjects = self._find_students(), self._find_subjects()
        marks_sql.stage(self.env, self._facts(students, subjects))
        self._locked = self._refuse_approved()
        self.new, self.changed, self.skipped = marks_sql.counts(self.env)
        self._show_changes()

    def apply(self):
        marks_sql.upsert(self.env, self.record.id)
        return self._all_periods()

    def targets(self):
        periods = self._all_periods()
        classes = {school_class.id for school_class in self._classes.values()}
        return super().targets() | {
            "period_id": periods.id if len(periods) == 1 else False,
            "class_id": classes.pop() if len(classes) == 1 else False,
        }

    def completeness(self):
        """Rows of pupils, and marks of loaded rows that are left out."""
        found = {(mark.sheet, mark.row) for mark in self.extract.rows}
        loaded = {(mark.sheet, mark.row) for mark in self._loaded}
        lost, cells = self.extract.losses
        of_loaded = sum((mark.sheet, mark.row) in loaded for mark in self.extract.rows)
        cells += of_loaded - len(self._loaded) + self._locked
        if not (self.new or self.changed or self.skipped):
            loaded = ()
        return Completeness(len(found | lost), len(loaded), cells if loaded else 0)

    def _all_periods(self):
        return self.env["vsoko.period"].union(*self._periods.values())

    def _find_periods(self, year):
        """``{period name: period}`` of the names that exist in the year."""
        names = dict.fromkeys(mark.period for mark in self.extract.rows)
        chosen = self.record.period_id if len(names) == 1 else self.env["vsoko.period"]
        found = {name: chosen or self.resolver.period(year, name) for name in names}
        for name, period in found.items():
            titled = self.resolver.period(year, name)
            if not name and not period:
                self.error(self.env._("The file does not name a period. Choose it above."))
            elif not period:
                self.miss_terms(year, name.kind)
                self.error(
                    self.env._(
                        "The year %(year)s has no period «%(period)s». Create it in the calendar.",
                        year=year.name,
                        period=self._period_text(name),
                    )
                )
            elif name and titled != period:
                self.warn(
                    self.env._(
                        "The file is of the period «%(titled)s», the chosen one is «%(chosen)s».",
                        titled=self._period_text(name),
                        chosen=period.name,
                    )
                )
        return {name: period for name, period in found.items() if period}

    def _period_text(self, name):
        kinds = dict(self.env["vsoko.period"]._fields["kind"]._description_selection(self.env))
        return kinds[name.kind] if name.kind == "year" else f"{kinds[name.kind]} {name.number}"

    def _find_classes(self, year):
        """``{class name: class}`` of the names that exist in the year."""
        names = dict.fromkeys(mark.class_name for mark in self.extract.rows)
        chosen = self.record.class_id if len(names) == 1 else self.env["vsoko.class"]
        found = {}
        for name in names:
            titled = self.resolver.school_class(year, name)
            school_class = chosen or titled
            if school_class:
                found[name] = school_class
            elif name:
                row = next(mark for mark in self.extract.rows if mark.class_name == name)
                self.report_class(year, name, row._replace(row=0))
            else:
                self.error(self.env._("The file does not name a class. Choose it above."))
            if school_class and name and titled != school_class:
                self.warn(
                    self.env._(
                        "The file is of the class %(titled)s, the chosen one is %(chosen)s.",
                        titled=str(name),
                        chosen=school_class.name,
                    )
                )
        return found

    def _find_students(self):
        """``{(class name, name, birthdate, twin): pupil's id}``; each is reported once."""
        found = {}
        for mark in self.extract.rows:
            key = _who(mark)
            if key not in found:
                school_class = self._classes.get(mark.class_name)
                found[key] = self.find_pupil(mark, school_class) if school_class else 0
        self.suspect_class(len(found))
        return found

    def _find_subjects(self):
        """``{subject of the file: id}``; each heading is reported once."""
        found = {}
        for mark in self.extract.rows:
            if mark.subject not in found:
                found[mark.subject] = self.find(
                    "subject", self.resolver.subjects, mark.subject, mark, mark.column
                )
        return found

    def _facts(self, students, subjects):
        """Rows for the staging table; two different marks in one place are reported."""
        places, classes, doubtful = {}, {}, set()
        keyed = list(self._keyed_marks(students, subjects))
        for mark, key, class_id in keyed:
            classes.setdefault(key, class_id)
            first = places.setdefault(key, {}).setdefault(mark.kind, mark)
            if (first.value, first.status) != (mark.value, mark.status):
                doubtful.add((key, mark.kind))
                self._report_another(mark, first)
        self._loaded += [mark for mark, key, _class in keyed if (key, mark.kind) not in doubtful]
        for key, kind in doubtful:
            del places[key][kind]
        return [(*key, classes[key], *_row(kinds)) for key, kinds in places.items() if kinds]

    def _report_another(self, mark, first):
        self.error(
            self.env._(
                "The pupil has another mark in this subject under «%(heading)s» in row %(row)s.",
                heading=first.subject,
                row=first.row,
            ),
            mark,
            mark.column,
            mark.name,
        )

    def _keyed_marks(self, students, subjects):
        """``(mark, (pupil, subject, period), class)`` in ids of the marks whose place is known."""
        scopes = {
            (class_name, period_name): (school_class.id, period.id)
            for class_name, school_class in self._classes.items()
            for period_name, period in self._periods.items()
        }
        for mark in self.extract.rows:
            student = students[_who(mark)]
            subject = subjects[mark.subject]
            scope = scopes.get((mark.class_name, mark.period))
            if student and subject and scope:
                yield mark, (student, subject, scope[1]), scope[0]

    def _refuse_approved(self):
        """Leave out and report marks that would change an approved period; their number."""
        refused = marks_sql.drop_approved(self.env)
        for period_id, count in refused:
            period = self.env["vsoko.period"].browse(period_id)
            self.error(
                self.env._(
                    "%(period)s is approved and locked: %(count)s marks of the file are not"
                    " loaded.",
                    period=period.display_name,
                    count=count,
                )
            )
        return sum(count for _period_id, count in refused)

    def _show_changes(self):
        if self.changed:
            for change in marks_sql.changes(self.env, CHANGES_SHOWN):
                row, name, subject, period, *states = change
                old, new = self._describe_difference(*states)
                self.inform(
                    self.env._(
                        "%(name)s, %(subject)s, %(period)s: %(old)s becomes %(new)s.",
                        name=name,
                        subject=subject,
                        period=period,
                        old=old,
                        new=new,
                    ),
                    self.extract.rows[0]._replace(row=row),
                    text=f"{name}, {subject}, {period}",
                    before=old,
                    after=new,
                )
        kept = marks_sql.kept(self.env)
        if kept:
            self.warn(
                self.env._(
                    "The program has %(count)s marks where the file has an empty cell or an error."
                    " They stay as they are.",
                    count=kept,
                )
            )

    def _describe_difference(self, old, new):
        """What differs of two states (`marks_sql.changes`), as two texts: a mark that only went
        to another class or teacher does not read «2 becomes 2»."""
        none = self.env._("without a teacher")
        before, after = (
            (self._mark_text(*state[:-2]), state[-2], state[-1] or none) for state in (old, new)
        )
        pairs = [
            (first, second) for first, second in zip(before, after, strict=True) if first != second
        ]
        return tuple(", ".join(texts) for texts in zip(*pairs, strict=True))

    def _mark_text(self, value, status, exam, exam_status, final, final_status):
        statuses = dict(self.env["vsoko.mark"]._fields["status"]._description_selection(self.env))
        parts = [str(value) if status == "graded" else statuses[status].lower()]
        if exam_status:
            text = SHORT_STATUSES.get(exam_status) or exam
            parts.append(self.env._("exam %(mark)s", mark=text))
        if final_status:
            text = SHORT_STATUSES.get(final_status) or final
            parts.append(self.env._("final %(mark)s", mark=text))
        return ", ".join(parts)


def _row(kinds):
    """The rest of a row of the staging table.

    :param kinds: ``{kind: mark}``, one at least
    """
    states = [
        (kinds[kind].value, kinds[kind].status) if kind in kinds else NOTHING[kind]
        for kind in (MARK, EXAM, FINAL)
    ]
    return (next(iter(kinds.values())).row, *(part for state in states for part in state))


def _who(mark):
    return mark.class_name, mark.name, mark.birthdate, mark.twin
