from ....tools.measures.rubric import NOT_APPLICABLE
from ....tools.readers.headers import header_key
from ....tools.readers.layouts.observations import LABELS, RUBRIC
from ....tools.readers.matching import PersonMatcher
from ....tools.readers.names import fold
from ...evidence.observations.vsoko_rubric import ABOUTS
from .pupil_lines import LinesLoader

# fields that say whom a sheet is about, and the columns of the table
COLUMNS = {
    "teacher_id": "teacher",
    "class_id": "class_name",
    "subject_id": "subject",
    "student_id": "name",
    "programme_name": "programme",
}


class ObservationsLoader(LinesLoader):
    """Sheets of experts that were filled in on paper. Counts are numbers of sheets.

    They come as sheets that are being filled in: whoever has seen the lesson, or the
    administration, completes them, and only then they count.
    """

    key = "observations"
    model = "vsoko.observation"

    def prepare(self):
        school = self.record.company_id
        found = self.env["vsoko.rubric"].search(
            [("company_id", "in", (school.id, False)), ("state", "=", "approved")]
        )
        # of the same name the own one, and the last version
        ordered = found.sorted(lambda rubric: (bool(rubric.company_id), rubric.version))
        self._rubrics = {fold(rubric.name): rubric for rubric in ordered}
        self._rubrics |= {fold(rubric.display_name): rubric for rubric in ordered}
        self._criteria = {
            rubric: {header_key(one.name): one for one in rubric._get_criteria()}
            for rubric in found
        }
        self._experts = self._list_experts()
        return True

    def known_domain(self):
        days = [row.date for row in self.extract.rows]
        return [("date", "in", days), ("state", "!=", "withdrawn")]

    def lines(self, row):
        rubric = self._rubrics.get(fold(row.rubric))
        self.year = self.resolver.year_of_day(row.date)
        if not rubric:
            self._report_rubric(row)
        elif not self.year:
            self.error(self.env._("The school has no school year of this day."), row)
        else:
            about, answers = self._read_about(rubric, row), self._read_answers(rubric, row)
            expert = self._find_expert(row)
            if about is not None and answers and expert:
                yield {
                    "rubric_id": rubric.id,
                    "date": row.date,
                    **about,
                    "expert_id": expert,
                    "topic": row.topic,
                    "answers": answers,
                    "notes": row.notes,
                    "conclusions": row.conclusions,
                    "recommendations": row.recommendations,
                }

    def identify(self, line):
        names = ("rubric_id", "teacher_id", "class_id", "subject_id", "student_id", "expert_id")
        if isinstance(line, dict):
            ids, programme = [line.get(name, False) for name in names], line.get("programme_name")
        else:
            ids, programme = [line[name].id for name in names], line.programme_name
        return line["date"], *ids, fold(programme or "")

    def _plan_line(self, row, values):
        """What the file does not say of a sheet that is there stays: other criteria, remarks."""
        line = self._known.get(self.identify(values))
        if line:
            answers = line.answers or {}
            said = {key: answers.get(key, {}) | one for key, one in values["answers"].items()}
            values["answers"] = answers | said
        return super()._plan_line(row, values)

    def _report_rubric(self, row):
        if row.rubric:
            message = self.env._(
                "There are no approved criteria “%(name)s”. Download the table from the criteria.",
                name=row.rubric,
            )
        else:
            message = self.env._(
                "Write over the table which criteria it is by: “%(label)s: …”.", label=RUBRIC
            )
        self.error(message, row, text=row.rubric)

    def _read_about(self, rubric, row):
        """{field: value} of whom a sheet is about; None after an error."""
        asked = ABOUTS[rubric.about]
        filled = {name for name, column in COLUMNS.items() if getattr(row, column)}
        for name in filled.difference(asked):
            self.warn(
                self.env._("These criteria do not ask this; it is not loaded."),
                row,
                text=str(getattr(row, COLUMNS[name])),
            )
        missing = [LABELS[COLUMNS[name]] for name in asked if name not in filled]
        if missing:
            self.error(self.env._("Fill in: %(names)s.", names=", ".join(missing)), row)
            return None
        school_class = "class_id" in asked and self.find_class(row)
        finders = {
            "class_id": lambda: school_class.id,
            "student_id": lambda: school_class and self.find_pupil(row, school_class),
            "teacher_id": lambda: self.find("teacher", self.resolver.teachers, row.teacher, row),
            "subject_id": lambda: self.find("subject", self.resolver.subjects, row.subject, row),
            "programme_name": lambda: row.programme,
        }
        about = {name: finders[name]() for name in asked}
        return about if all(about.values()) else None

    def _read_answers(self, rubric, row):
        """The answers of a sheet; None after an error."""
        answers = {}
        for name, column, points in row.points:
            criterion = self._criteria[rubric].get(header_key(name))
            problem = self._find_problem(criterion, name, points)
            if problem:
                self.error(problem, row, column, str(points))
                return None
            answers[criterion.key] = {"points": points}
        return answers

    def _find_problem(self, criterion, name, points):
        """Why the points are none of the criterion; "" when they are."""
        if not criterion:
            return self.env._("These criteria have no “%(name)s”.", name=name)
        if points != NOT_APPLICABLE and points > criterion.maximum:
            return self.env._(
                "“%(name)s”: at most %(most)s points.", name=name, most=criterion.maximum
            )
        return ""

    def _list_experts(self):
        """Matcher of the people of the school who have an account, by its name and by the card."""
        school = self.record.company_id
        users = self.env["res.users"].search(
            [("share", "=", False), ("company_ids", "in", school.ids)]
        )
        cards = self.env["vsoko.teacher"].search(
            [("company_id", "=", school.id), ("user_id", "in", users.ids)]
        )
        names = {(user.id, user.name) for user in users}
        return PersonMatcher(sorted(names | {(card.user_id.id, card.name) for card in cards}))

    def _find_expert(self, row):
        """The id of who has filled in the sheet, or 0 after an error."""
        if not row.expert:
            return self.record.create_uid.id or self.env.uid
        found = self._experts.match(row.expert).key
        if not found:
            self.error(
                self.env._(
                    "Nobody with an account is called “%(name)s”. Leave the cell empty to load the"
                    " sheet as your own.",
                    name=row.expert,
                ),
                row,
                text=row.expert,
            )
        return found or 0
