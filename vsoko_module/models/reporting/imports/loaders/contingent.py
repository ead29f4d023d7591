from collections import defaultdict

from .....tools import spells
from .....tools.readers.layouts.contingent import MovementRow, PupilRow
from .....tools.readers.names import fold_person
from .loader import Loader, differing


class ContingentLoader(Loader):
    """The list of pupils: makes pupils and classes, brings the enrolments of the year in line.

    Counts are numbers of pupils.
    """

    def plan(self):
        self._new_classes = {}
        self._new_pupils, self._pupil_changes = [], []
        self._new_enrolments, self._enrolment_changes = [], []
        if not self.find_year():
            return
        self._moves = defaultdict(list)
        for row in self.extract.rows:
            if isinstance(row, MovementRow):
                self._moves[fold_person(row.name)].append(row)
        self._read_known()
        seen = set()
        for row in self.extract.rows:
            if isinstance(row, PupilRow):
                self._plan_pupil(row, seen)
        self._report_missing(seen)

    def apply(self):
        """Write classes, pupils and enrolments; return the open periods of the year."""
        made = self.make("vsoko.class", list(self._new_classes.values()))
        classes = dict(zip(self._new_classes, made, strict=True))
        pupils = self.make("vsoko.student", [vals for vals, _spells in self._new_pupils])
        self.alter(self._pupil_changes)
        self.alter(self._enrolment_changes)
        wanted = list(self._new_enrolments)
        for pupil, (_vals, enrolments) in zip(pupils, self._new_pupils, strict=True):
            wanted += [(pupil.id, *enrolment) for enrolment in enrolments]
        self.make(
            "vsoko.enrolment",
            [
                {"student_id": pupil_id, "class_id": (known or classes[name]).id} | vals
                for pupil_id, name, known, vals in wanted
            ],
        )
        return self.year.period_ids

    def _read_known(self):
        self._pupils = defaultdict(list)
        for pupil in self.env["vsoko.student"].search_fetch(
            [("company_id", "=", self.record.company_id.id)], ["name", "birthdate", "gender"]
        ):
            self._pupils[fold_person(pupil.name)].append(pupil)
        enrolments = self.env["vsoko.enrolment"].search(
            [("year_id", "=", self.year.id)], order="date_from"
        )
        self._enrolments = enrolments.grouped("student_id")

    def _plan_pupil(self, row, seen):
        stays = self._spells(row)
        pupil = self._find_pupil(row)
        if stays is None or pupil is None:
            return
        values = {"name": row.name, "birthdate": row.birthdate, "gender": row.gender}
        if not pupil:
            vals = values | {
                "company_id": self.record.company_id.id,
                "gender": row.gender or False,
            }
            self._new_pupils.append((vals, self._enrolment_values(row, stays)))
            self.new += 1
            return
        seen.add(pupil)
        if fold_person(pupil.name) == fold_person(row.name):
            del values["name"]
        changes = differing(pupil, values)
        moved = self._plan_enrolments(row, pupil, stays)
        if moved is None:
            return
        if changes:
            self._pupil_changes.append((pupil, changes))
        if moved or changes:
            self.changed += 1
        else:
            self.skipped += 1

    def _find_pupil(self, row):
        """The known pupil of a row; an empty record for a new one; None after an error."""
        namesakes = self._pupils.get(fold_person(row.name), [])
        same = [
            pupil
            for pupil in namesakes
            if not row.birthdate or not pupil.birthdate or pupil.birthdate == row.birthdate
        ]
        if not same:
            same = [pupil for pupil in namesakes if self._is_in_class(pupil, row.class_name)]
        if len(same) > 1:
            self.error(
                self.env._(
                    "Several pupils are called «%(name)s». Add the date of birth.", name=row.name
                ),
                row,
                text=row.name,
            )
            return None
        if namesakes and not same:
            self.warn(
                self.env._(
                    "A new pupil: «%(name)s» with another date of birth is known already.",
                    name=row.name,
                ),
                row,
                text=row.name,
            )
        return same[0] if same else self.env["vsoko.student"]

    def _is_in_class(self, pupil, name):
        classes = self._enrolments.get(pupil, self.env["vsoko.enrolment"]).class_id
        return any((one.grade, one.letter) == name for one in classes)

    def _spells(self, row):
        """Stays in classes by the file, None after an error."""
        moves = self._moves.get(fold_person(row.name), [])
        transfers = [
            spells.Move(move.day, move.from_class, move.to_class)
            for move in moves
            if move.kind == "transfer" and self.year.date_start <= move.day <= self.year.date_end
        ]
        days = {move.kind: move.day for move in moves}
        try:
            return spells.spells(
                row.class_name,
                row.date_from or days.get("arrival"),
                row.date_to or days.get("departure"),
                transfers,
                self.year.date_start,
            )
        except spells.Broken:
            self.error(
                self.env._(
                    "The movement of «%(name)s» between classes does not lead to the class"
                    " %(class)s of the list.",
                    **{"name": row.name, "class": str(row.class_name)},
                ),
                row,
                text=row.name,
            )
            return None

    def _enrolment_values(self, row, stays):
        """``[(class name, class or empty, values)]``; classes to be made are noted."""
        result = []
        for stay in stays:
            known = self.resolver.school_class(self.year, stay.class_name)
            if not known:
                self._new_classes.setdefault(stay.class_name, self._class_values(stay.class_name))
            values = {
                "date_from": stay.date_from,
                "date_to": stay.date_to or False,
                "reason": stay.reason or False,
            }
            result.append((stay.class_name, known, values))
        if result:
            result[0][2]["order_in"] = row.order_from
            result[-1][2].update(order_out=row.order_to, destination=row.destination, note=row.note)
        return result

    def _class_values(self, name):
        return {
            "year_id": self.year.id,
            "grade": name.grade,
            "letter": name.letter,
            "term_kind": self.resolver.term_kind(self.year),
        }

    def _plan_enrolments(self, row, pupil, stays):
        """Plan the enrolments of a known pupil; whether they change, None after an error."""
        known = self._enrolments.get(pupil, self.env["vsoko.enrolment"])
        wanted = self._enrolment_values(row, stays)
        if len(known) > len(wanted) == 1 and known[-1].class_id == wanted[0][1]:
            # the list names the last class only: the stays before it are known better here
            known = known[-1]
            del wanted[0][2]["date_from"]
        pairs = list(zip(known, wanted, strict=False))
        if len(known) > len(wanted) or any(one.class_id != want[1] for one, want in pairs):
            self.error(
                self.env._(
                    "«%(name)s» is in the class %(known)s in the program. Say in the sheet"
                    " «Движение» when the pupil moved.",
                    name=row.name,
                    known=", ".join(known.class_id.mapped("name")),
                ),
                row,
                text=row.name,
            )
            return None
        changes = [(one, self._enrolment_changes_of(one, want[2])) for one, want in pairs]
        changes = [(one, values) for one, values in changes if values]
        self._enrolment_changes += changes
        self._new_enrolments += [(pupil.id, *want) for want in wanted[len(known) :]]
        return bool(changes) or len(wanted) > len(known)

    def _enrolment_changes_of(self, enrolment, values):
        changes = differing(enrolment, values)
        if not values["date_to"] and enrolment.reason in ("promoted", "graduated"):
            # the end of the school year is not a departure that the list could take back
            changes = {
                key: value for key, value in changes.items() if key not in ("date_to", "reason")
            }
        return changes

    def _report_missing(self, seen):
        present = [
            pupil
            for pupil, enrolments in self._enrolments.items()
            if not enrolments[-1].date_to and pupil not in seen
        ]
        if present and seen:
            self.warn(
                self.env._(
                    "%(count)s pupils of the program are not in the file, among them %(names)s."
                    " They stay in their classes.",
                    count=len(present),
                    names=", ".join(pupil.name for pupil in present[:5]),
                )
            )
