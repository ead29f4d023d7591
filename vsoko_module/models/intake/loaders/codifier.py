from dataclasses import dataclass, field

from ....tools.readers.layouts.codifier import ELEMENT, SKILL, CodifierRow
from .loader import Loader, differing

MODELS = {ELEMENT: "vsoko.content.element", SKILL: "vsoko.skill"}


@dataclass(eq=False)
class Line:
    """A line of the file: ``record`` is what the program knows of it, ``parent`` the section,
    a ``Line`` of the file or a record, None at the top."""

    row: CodifierRow
    subject_id: int
    record: object = None
    parent: object = None
    values: dict = field(default_factory=dict)

    @property
    def key(self):
        return self.row.kind, self.subject_id, self.row.code

    @property
    def grades(self):
        return self.row.grade_from, self.row.grade_to


class CodifierLoader(Loader):
    """Codifiers of subjects. Counts are numbers of lines.

    A line is known by its subject and code, an element of content by its grades too; a file that
    is loaded again updates it. Lines that are not in the file stay: tests may rest on them.
    """

    key = "codifier"

    def plan(self):
        self._lines = self._find_lines()
        self._read_existing()
        by_key = {}
        for line in self._lines:
            by_key.setdefault(line.key, []).append(line)
        for line in self._lines:
            line.record = self._find_record(line, by_key)
        self._lines = [line for line in self._lines if self._find_parent(line, by_key)]
        self._refuse_circles()
        for line in self._lines:
            self._plan_line(line)
        self._report_missing()

    def apply(self):
        """Write the lines, sections first; no indicator depends on them."""
        for kind, model in MODELS.items():
            waiting = [line for line in self._lines if line.row.kind == kind and not line.record]
            while waiting:
                ready = [line for line in waiting if self._is_ready(line)]
                records = self.make(model, [self._prepare(line) for line in ready])
                for line, record in zip(ready, records, strict=True):
                    line.record = record
                waiting = [line for line in waiting if not line.record]
            changed = [line for line in self._lines if line.row.kind == kind and line.values]
            self.alter([(line.record, self._with_parent(line)) for line in changed])
        return self.env["vsoko.period"]

    def _find_lines(self):
        """The rows whose subject is known, as ``Line``; every unknown subject is told once."""
        subjects, lines = {}, []
        for row in self.extract.rows:
            text = row.subject or self.extract.titles.subject
            if text not in subjects:
                subjects[text] = self._find_subject(text, row)
            if subjects[text]:
                lines.append(Line(self._with_grade(row), subjects[text]))
        return lines

    def _with_grade(self, row):
        """The row with the grade that the user gave where the file tells none."""
        grade = self.record.grade
        if not grade or row.grade_from or row.grade_to:
            return row
        return row._replace(grade_from=grade, grade_to=grade)

    def _find_subject(self, text, row):
        if self.record.subject_id and not row.subject:
            return self.record.subject_id.id
        if text:
            return self.find("subject", self.resolver.subjects, text, row, row.subject_column)
        self.error(
            self.env._(
                "The subject is not named: neither in a column nor above the list. Choose it above."
            ),
        )
        return 0

    def _read_existing(self):
        """Fill ``{(kind, subject id, code): records}`` of the school and of what all schools
        share, by one query a kind."""
        self._existing = {}
        subject_ids = list({line.subject_id for line in self._lines})
        for kind, model in MODELS.items():
            records = self.env[model].with_context(active_test=False)
            for record in records.search(
                [
                    ("subject_id", "in", subject_ids),
                    ("company_id", "in", (self.record.company_id.id, False)),
                ],
                order="company_id, code, id",
            ):
                key = kind, record.subject_id.id, record.code
                self._existing.setdefault(key, []).append(record)

    def _find_record(self, line, by_key):
        """The school's own record of a line; grades decide when a code stands several times."""
        own = [record for record in self._existing.get(line.key, ()) if record.company_id]
        if len(own) == 1 and len(by_key[line.key]) == 1:
            return own[0]
        return next((record for record in own if _grades(record) == _filled(line.grades)), None)

    def _find_parent(self, line, by_key):
        """Set the section of a line; False after an error."""
        named = line.row.parent
        code = line.row.code
        codes = [named] if named else _sections(code)
        for code in codes:
            key = line.row.kind, line.subject_id, code
            candidates = [*by_key.get(key, ()), *self._existing.get(key, ())]
            if candidates:
                line.parent = _closest(candidates, line)
                return True
        if named:
            self.error(
                self.env._("The section «%(code)s» is neither in the file nor known.", code=named),
                line.row,
                line.row.parent_column,
                named,
            )
        return not named

    def _refuse_circles(self):
        good = []
        for line in self._lines:
            seen, above = {line}, line.parent
            while isinstance(above, Line) and above not in seen:
                seen.add(above)
                above = above.parent
            if isinstance(above, Line):
                self.error(
                    self.env._("The section «%(code)s» lies in itself.", code=line.row.parent),
                    line.row,
                    line.row.parent_column,
                    line.row.parent,
                )
            else:
                good.append(line)
        self._lines = good

    def _plan_line(self, line):
        if not line.record:
            self.new += 1
            return
        line.values = differing(line.record, self._get_values(line))
        if self._is_moved(line):
            line.values["parent_id"] = False
        if line.values:
            self.changed += 1
        else:
            self.skipped += 1

    def _get_values(self, line):
        row = line.row
        return {
            "name": row.name,
            "origin": row.origin,
            "active": True,
            "grade_from": row.grade_from,
            "grade_to": row.grade_to,
        }

    def _is_moved(self, line):
        above = line.parent.record if isinstance(line.parent, Line) else line.parent
        if line.parent and not above:
            return True
        return bool(line.row.parent or line.parent) and line.record.parent_id != above

    def _is_ready(self, line):
        return not isinstance(line.parent, Line) or bool(line.parent.record)

    def _prepare(self, line):
        values = {name: value for name, value in self._get_values(line).items() if value}
        return self._with_parent(line, values) | {
            "code": line.row.code,
            "subject_id": line.subject_id,
            "company_id": self.record.company_id.id,
        }

    def _with_parent(self, line, values=None):
        """The values with the section, which is a record by now."""
        values = line.values if values is None else values | {"parent_id": False}
        above = line.parent.record if isinstance(line.parent, Line) else line.parent
        return values | {"parent_id": above.id} if above and "parent_id" in values else values

    def _report_missing(self):
        listed = {line.record for line in self._lines}
        places = {(line.row.kind, line.subject_id) for line in self._lines}
        count = sum(
            bool(record.company_id) and record not in listed
            for (kind, subject_id, _code), records in self._existing.items()
            for record in records
            if (kind, subject_id) in places
        )
        if count:
            self.inform(
                self.env._(
                    "%(count)s lines of these codifiers are not in the file. They stay as they"
                    " are: tests may rest on them.",
                    count=count,
                )
            )


def _sections(code):
    """Codes of the sections that a code may lie in, the nearest first: 1.1.2 → 1.1, 1."""
    parts = code.split(".")
    return [".".join(parts[:length]) for length in range(len(parts) - 1, 0, -1)]


def _filled(grades):
    """Grades of an element of which the file is silent are those of a new element."""
    low, high = grades
    return low or 1, high or 11


def _grades(record):
    return record.grade_from, record.grade_to


def _closest(candidates, line):
    """The candidate of the same grades, else the first; lines of the file come first."""
    wanted = _filled(line.grades)
    return next(
        (
            candidate
            for candidate in candidates
            if (_filled(candidate.grades) if isinstance(candidate, Line) else _grades(candidate))
            == wanted
        ),
        candidates[0],
    )
