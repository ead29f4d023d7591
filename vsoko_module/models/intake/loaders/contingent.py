from collections import defaultdict
from datetime import date

from ....tools import spells
from ....tools.readers.layouts.contingent import MovementRow
from ....tools.readers.names import fold_person
from .identities import Identities
from .loader import Loader, differing


class ContingentLoader(Loader):
    """The list of pupils: makes pupils and classes, brings the enrolments of the year in line.

    Counts are numbers of pupils.
    """

    key = "contingent"

    def plan(self):
        self._new_classes = {}
        self._new_pupils, self._pupil_changes = [], []
        self._new_enrolments, self._enrolment_changes = [], []
        if not self.find_year():
            return
        self._moves = defaultdict(list)
        people = defaultdict(list)
        for row in self.extract.rows:
            if isinstance(row, MovementRow):
                self._moves[fold_person(row.name)].append(row)
            else:
                people[fold_person(row.name), row.birthdate].append(row)
        self._identities = Identities(self, people)
        enrolments = self.env["vsoko.enrolment"].search(
            [("year_id", "=", self.year.id)], order="date_from"
        )
        self._enrolments = enrolments.grouped("student_id")
        seen = set()
        for rows in people.values():
            if all(self._check_class(row) for row in rows):
                self._plan_pupil(sorted(rows, key=lambda row: row.date_from or date.min), seen)
        self._report_new_classes()
        self._report_missing(seen)

    def _check_class(self, row):
        """Whether the class of a row has a grade, or was said to be one of the school's."""
        found = row.class_name.grade or self.resolver.school_class(self.year, row.class_name)
        if not found:
            self.report_class(self.year, row.class_name, row)
        return bool(found)

    def _report_new_classes(self):
        enrolments = [
            *(stay for _vals, stays in self._new_pupils for stay in stays),
            *(stay for _pupil_id, *stay in self._new_enrolments),
        ]
        for name, school_class, _vals in enrolments:
            if not school_class:
                self._new_classes.setdefault(name, self._class_values(name))
        # of the first list of a school everything is new
        if self._new_classes and self.year.class_ids:
            self.inform(
                self.env._(
                    "New classes will be created: %(names)s.",
                    names=", ".join(str(name) for name in sorted(self._new_classes)),
                )
            )

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
                {"student_id": pupil_id, "class_id": (school_class or classes[name]).id} | vals
                for pupil_id, name, school_class, vals in wanted
            ],
        )
        return self.year.period_ids

    def _plan_pupil(self, rows, seen):
        """Plan one person; ``rows``: the stays of the person by the list, nearly always one."""
        row = rows[-1]
        stays = self._spells(rows)
        pupil = self._identities.find(row, self._enrolments)
        if stays is None or pupil is None:
            return
        values = {"name": row.name, "birthdate": row.birthdate, "gender": row.gender}
        if not pupil:
            vals = values | {
                "company_id": self.record.company_id.id,
                "gender": row.gender or False,
            }
            self._new_pupils.append((vals, self._enrolment_values(rows, stays)))
            self.new += 1
            return
        seen.add(pupil)
        if not self._identities.is_renamed(pupil, row):
            del values["name"]
        changes = differing(pupil, values)
        moved = self._plan_enrolments(rows, pupil, stays)
        if moved is None:
            return
        if changes:
            self._pupil_changes.append((pupil, changes))
        if moved or changes:
            self.changed += 1
        else:
            self.skipped += 1

    def _spells(self, rows):
        """Stays in classes by the file, None after an error."""
        row = rows[-1]
        moves = self._moves.get(fold_person(row.name), [])
        transfers = [
            spells.Move(move.day, move.from_class, move.to_class)
            for move in moves
            if move.kind == "transfer" and self.year.date_start <= move.day <= self.year.date_end
        ]
        days = {
            kind: [move.day for move in moves if move.kind == kind]
            for kind in ("arrival", "departure")
        }
        visits = spells.visits(
            [spells.Visit(other.class_name, other.date_from, other.date_to) for other in rows],
            days["arrival"],
            days["departure"],
        )
        try:
            return spells.stays(visits, transfers, self.year.date_start)
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

    def _enrolment_values(self, rows, stays):
        """``[(class name, class or empty, values)]`` of the stays."""
        result = []
        for stay in stays:
            school_class = self.resolver.school_class(self.year, stay.class_name)
            values = {
                "date_from": stay.date_from,
                "date_to": stay.date_to or False,
                "reason": stay.reason or False,
            }
            result.append((stay.class_name, school_class, values))
        for row in rows:
            # a stay that a list gives its own row has its own orders
            begun = [
                values_of_stay
                for values_of_stay in result
                if len(rows) == 1 or _touches(values_of_stay[2], row)
            ]
            if begun:
                begun[0][2]["order_in"] = row.order_from
                texts = {"order_out": row.order_to, "destination": row.destination}
                begun[-1][2].update(texts, note=row.note)
        return result

    def _class_values(self, name):
        return {
            "year_id": self.year.id,
            "grade": name.grade,
            "letter": name.designation,
            "name": str(name),
            "term_kind": self.resolver.term_kind(self.year),
        }

    def _plan_enrolments(self, rows, pupil, stays):
        """Plan the enrolments of a known pupil; whether they change, None after an error."""
        row = rows[-1]
        existing = self._enrolments.get(pupil, self.env["vsoko.enrolment"])
        wanted = self._enrolment_values(rows, stays)
        if wanted:
            # who left and came back: the stay that is over remains beside the new one
            start = wanted[0][2]["date_from"]
            existing = existing.filtered(lambda stay: not stay.date_to or stay.date_to > start)
        if len(existing) > len(wanted) == 1 and existing[-1].class_id == wanted[0][1]:
            # the list names the last class only: the stays before it are known better here
            existing = existing[-1]
            del wanted[0][2]["date_from"]
        pairs = list(zip(existing, wanted, strict=False))
        if len(existing) > len(wanted) or any(stay.class_id != want[1] for stay, want in pairs):
            self.error(
                self.env._(
                    "«%(name)s» is in the class %(known)s in the program. Say in the sheet"
                    " «Движение» when the pupil moved.",
                    name=row.name,
                    known=", ".join(existing.class_id.mapped("name")),
                ),
                row,
                text=row.name,
            )
            return None
        changes = [(stay, self._enrolment_changes_of(stay, want[2])) for stay, want in pairs]
        changes = [(stay, values) for stay, values in changes if values]
        self._enrolment_changes += changes
        self._new_enrolments += [(pupil.id, *want) for want in wanted[len(existing) :]]
        return bool(changes) or len(wanted) > len(existing)

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


def _touches(values, row):
    """Whether a stay lies in the time of a row of the list."""
    return (not row.date_to or values["date_from"] < row.date_to) and (
        not row.date_from or not values["date_to"] or values["date_to"] > row.date_from
    )
