from datetime import date

from dateutil.relativedelta import SA, relativedelta

from odoo import models
from odoo.fields import Command

from ..tools.demo.registers import CERTIFICATES, EXAMINED, PROGRAMMES, Registers
from ..tools.demo.school import TODAY

_ACCIDENTS = (
    (date(2025, 10, 14), "pe", "Спортивный зал", "Падение во время игры"),
    (date(2025, 12, 3), "break", "Коридор второго этажа", "Столкновение"),
    (date(2026, 2, 11), "technology", "Мастерская", "Порез инструментом"),
    (date(2026, 4, 20), "route", "Пришкольная улица", "Падение на льду"),
    (date(2026, 10, 6), "pe", "Стадион", "Растяжение при беге"),
)
_OFFENCES = (
    (date(2025, 10, 2), "administrative", "Сообщение ОПДН № 112"),
    (date(2026, 3, 17), "before_age", "Сообщение ОПДН № 31"),
    (date(2026, 9, 25), "school", "Докладная записка № 4"),
)
_CHECKS = ("is_approved", "is_licensed", "is_structured", "is_staffed", "is_supplied")


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_pupil_registers(self, school, pupils, classes, teachers):
        """Fill the registers of pupils of both years: a few hundred lines, in batches."""
        registers = Registers(school, TODAY)
        self._create_achievements(registers, pupils, teachers)
        self._create_programmes(registers, school, pupils, teachers)
        self._create_events_of_pupils(registers, pupils, teachers)
        self._create_lines_of_classes(registers, classes)
        self.env["vsoko.absence"].create(
            [
                {
                    "student_id": pupils[key].id,
                    "date": day,
                    "date_to": day + relativedelta(weekday=SA),
                    "reason": "illness",
                    "days": days,
                }
                for key, day, days in registers.missed()
            ]
        )
        self.env["vsoko.health"].create(
            [
                {"student_id": pupils[key].id, "date": EXAMINED[year], **finding}
                for year in range(len(school.years))
                for key, finding in registers.findings(year)
            ]
        )
        self.env["vsoko.graduate"].create(
            [
                {
                    "student_id": pupils[key].id,
                    "date": CERTIFICATES,
                    "grade": str(grade),
                    "gia_mode": "ege" if grade == 11 else "four_exams",
                    "destination": destination,
                }
                for key, grade, destination in registers.graduates()
            ]
        )

    def _create_achievements(self, registers, pupils, teachers):
        """Winners are named in publications by consent, so each of them but a few gave one."""
        achieved = registers.achievements()
        mentors = teachers.filtered("is_pedagogic")
        self.env["vsoko.achievement"].create(
            [
                {
                    "event": one.event,
                    "kind": one.kind,
                    "level": one.level,
                    "date": one.day,
                    "result": one.result,
                    "student_ids": pupils[one.pupil].ids,
                    "mentor_ids": mentors[one.pupil % 12].ids,
                    "is_listed": one.kind == "national_olympiad",
                }
                for one in achieved
            ]
        )
        keys = sorted({one.pupil for one in achieved if one.result != "participant"})
        self.env["vsoko.consent"].create(
            [
                {
                    "student_id": pupils[key].id,
                    "kind": kind,
                    "given_by": "Родитель (законный представитель)",
                    "date": date(2025, 9, 1),
                }
                for key in keys
                for kind in ("processing", "distribution")
                if kind == "processing" or key % 5
            ]
        )

    def _create_programmes(self, registers, school, pupils, teachers):
        leaders = teachers.filtered("is_pedagogic")
        self.env["vsoko.programme"].create(
            [
                {
                    "name": name,
                    "kind": kind,
                    "direction": direction,
                    "teacher_id": leaders[place].id,
                    "date_from": year.date_start,
                    "date_to": date(year.date_end.year, 5, 26),
                    "hours": 68,
                    "by_interest": by_interest,
                    **dict.fromkeys(_CHECKS, True),
                    "is_published": complies,
                    "enrolment_ids": [
                        Command.create({"student_id": pupils[key].id, "date_from": year.date_start})
                        for key in registers.attendance(number, grades)
                    ],
                }
                for number, year in enumerate(school.years)
                for place, (name, kind, direction, grades, by_interest, complies) in enumerate(
                    PROGRAMMES
                )
            ]
        )

    def _create_events_of_pupils(self, registers, pupils, teachers):
        """Create accidents, offences and what follows from the latter."""
        self.env["vsoko.injury"].create(
            [
                {
                    "student_id": pupils[registers.some(day, 1)[0]].id,
                    "date": day,
                    "number": str(number),
                    "place_kind": kind,
                    "place": place,
                    "happening": happening,
                    "outcome": "recovery",
                    "days_lost": 3 + number,
                }
                for number, (day, kind, place, happening) in enumerate(_ACCIDENTS, start=1)
            ]
        )
        offences = self.env["vsoko.offence"].create(
            [
                {
                    "student_id": pupils[registers.some(day, 1, range(7, 12))[0]].id,
                    "date": day,
                    "kind": kind,
                    "document": document,
                }
                for day, kind, document in _OFFENCES
            ]
        )
        self.env["vsoko.preventive.record"].create(
            [
                {
                    "student_id": offence.student_id.id,
                    "date": offence.date,
                    "ground": "Решение совета профилактики",
                    "responsible_id": teachers[0].id,
                }
                for offence in offences
            ]
        )

    def _create_lines_of_classes(self, registers, classes):
        """Create what is known of classes as a whole: absences and levels of upbringing."""
        self.env["vsoko.absence"].create(
            [
                {
                    "class_id": classes[key].id,
                    "date": day,
                    "date_to": day + relativedelta(weekday=SA),
                    "reason": reason,
                    "days": days,
                }
                for key, day, reason, days in registers.absences()
            ]
        )
        self.env["vsoko.upbringing"].create(
            [
                {
                    "class_id": classes[key].id,
                    "kind": kind,
                    "date": day,
                    "high": high,
                    "middle": middle,
                    "low": low,
                }
                for key, kind, day, (high, middle, low) in registers.studies()
            ]
        )
