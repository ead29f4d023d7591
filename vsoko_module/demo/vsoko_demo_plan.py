from datetime import date, timedelta

from odoo import models

# who answers for which lines, by the post that the template names; all others are the deputy's
_POSTS = {
    "Директор": "director",
    "Заведующий библиотекой": "librarian",
    "Медицинский работник": "medic",
    "Педагог-психолог": "psychologist",
    "Руководитель ШМО": "head",
}
# by which field of a line a real thing of the year is known
_KNOWN_BY = {
    "vsoko.assessment": ("type_id", "subject_id"),
    "vsoko.observation": ("rubric_id",),
    "vsoko.survey.campaign": ("questionnaire_id",),
    "vsoko.meeting": ("body_id",),
}
_CANCELLED = "Экспертиза программ дополнительного образования"
_MOVED = "Результаты адаптации: отчёт по классам"
# the day on which the demonstration stands
_TODAY = date(2026, 11, 26)


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_plan(self, year, users):
        """Approve the plan of the running year, whose lines follow works, sheets, forms and surveys
        of the school, and sessions; one line is moved, one is cancelled."""
        plan = self.env["vsoko.plan"].create(
            {"name": f"План ВСОКО на {year.name} учебный год", "year_id": year.id}
        )
        lines = plan._fill_from_template(users["deputy"]) | plan.line_ids
        for post, own in lines.grouped("post").items():
            own.responsible_id = users[_POSTS.get(post, "deputy")]
        plan.with_user(users["director"]).action_approve()
        deputy = users["deputy"]
        by_name = lines.with_user(deputy).grouped("name")
        by_name[_CANCELLED]._cancel("Экспертизу провёл муниципальный опорный центр в августе")
        by_name[_MOVED]._move_to(date(2026, 12, 4), "Повторная диагностика в 5-х классах")
        self._link_plan(lines.filtered(lambda line: line.state != "cancelled"), year)
        self._hold_sessions(lines, users["director"])

    def _link_plan(self, lines, year):
        """Link each line with the thing of its kind that is nearest to its day, each thing once."""
        for model, same in lines.grouped("link_model").items():
            if model not in _KNOWN_BY:
                continue
            things = self.env[model].search([("year_id", "=", year.id)])
            for line in same.sorted("date"):
                thing = self._find_thing(line, things)
                things -= thing
                if thing:
                    line._link(thing)
        self._keep_days(lines)

    def _find_thing(self, line, things):
        wanted = [line[name] for name in _KNOWN_BY[line.link_model]]
        fitting = things.filtered(
            lambda thing: [thing[name] for name in _KNOWN_BY[line.link_model]] == wanted
        )
        return fitting.sorted(lambda thing: abs(thing._get_plan_day() - line.date))[:1]

    def _hold_sessions(self, lines, signer):
        """Hold the sessions that have come due and have no meeting yet."""
        for line in lines.filtered(
            lambda line: (
                line.link_model == "vsoko.meeting" and not line.link_id and line.date <= _TODAY
            )
        ):
            questions = [{"name": line.purpose, "heard": "Информация принята к сведению."}]
            meeting = self._make_meeting(line.body_id, line.date, "Учительская", questions)
            # associations have a head and nobody who always writes the minutes
            meeting.secretary_id = meeting.secretary_id or line.body_id.member_ids[-1:]
            self._hold(meeting, 0, signer)
            line._link(meeting)

    def _keep_days(self, lines):
        """Give what is done a day of the school's calendar: all but each seventh in time."""
        done = lines.filtered(lambda line: line.state == "done").sorted("date")
        for place, line in enumerate(done, 1):
            late = timedelta(days=5 if place % 7 == 0 else -1)
            line._store({"done_date": min(line.date + late, _TODAY)})
