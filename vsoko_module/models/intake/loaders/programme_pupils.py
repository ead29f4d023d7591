from ....tools.readers.names import fold
from .loader import differing
from .pupil_finder import PupilFinder


class ProgrammePupilsLoader(PupilFinder):
    """Pupils of programmes: makes programmes that the school year lacks, and brings the pupils.

    Counts are numbers of pupils in programmes.
    """

    key = "programme_pupils"

    def plan(self):
        self._new_programmes, self._new, self._changes = {}, [], []
        if not self.find_year():
            return
        programmes = self.env["vsoko.programme"].search([("year_id", "=", self.year.id)])
        self._programmes = {fold(programme.name): programme for programme in programmes}
        self._known = programmes.enrolment_ids.grouped(
            lambda enrolment: (fold(enrolment.programme_id.name), enrolment.student_id.id)
        )
        self._seen = set()
        for row in self.extract.rows:
            self._plan_row(row)

    def apply(self):
        """Write the programmes and their pupils; return the periods of the year."""
        made = self.make("vsoko.programme", list(self._new_programmes.values()))
        programmes = self._programmes | dict(zip(self._new_programmes, made, strict=True))
        self.make(
            "vsoko.programme.enrolment",
            [{"programme_id": programmes[key].id, **values} for key, values in self._new],
        )
        self.alter(self._changes)
        return self.year.period_ids

    def _plan_row(self, row):
        school_class = self.find_class(row)
        pupil = school_class and self.find_pupil(row, school_class)
        key = fold(row.programme)
        if not pupil or not self._plan_programme(key, row):
            return
        stays = self._known.get((key, pupil), ())
        values = {
            "date_from": row.date_from or (stays and stays[-1].date_from) or self.year.date_start,
            "date_to": row.date_to or False,
        }
        same = [stay for stay in stays if stay.date_from == values["date_from"]]
        if (key, pupil, values["date_from"]) in self._seen:
            self.error(self.env._("The pupil stands twice in this programme."), row, text=row.name)
            return
        self._seen.add((key, pupil, values["date_from"]))
        if not same:
            source = {"import_id": self.record.id, "source_row": row.row}
            self._new.append((key, {"student_id": pupil, **values, **source}))
            self.new += 1
        elif changes := differing(same[0], values if row.date_to else {}):
            self._changes.append((same[0], changes))
            self.changed += 1
        else:
            self.skipped += 1

    def _plan_programme(self, key, row):
        """Whether the programme of a row is there, or can be made of it."""
        if key in self._programmes or key in self._new_programmes:
            return True
        teacher = row.teacher and self.find("teacher", self.resolver.teachers, row.teacher, row)
        if teacher == 0:
            return False
        self._new_programmes[key] = {
            "name": row.programme,
            "kind": "extra" if row.direction else "extracurricular",
            "direction": row.direction or False,
            "teacher_id": teacher or False,
            "date_from": self.year.date_start,
            "company_id": self.record.company_id.id,
            "import_id": self.record.id,
            "source_row": row.row,
        }
        self.inform(self.env._("The programme “%(name)s” will be made.", name=row.programme), row)
        return True
