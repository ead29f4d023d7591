from datetime import timedelta

from odoo import models
from odoo.fields import Command, Domain

# cause of the list, what is done, what has come of it
_WORK = [
    ("gap", "Повторить темы прошлых лет на первых уроках недели", "Повторение проведено"),
    ("method", "Взаимное посещение уроков и пакет заданий для отработки", "Посещено шесть уроков"),
    ("assessment", "Сверить отметки с контрольными работами", "Критерии отметок согласованы"),
    ("absence", "Вести консультации для пропускавших", "Проведено восемь консультаций"),
]


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_past_actions(self, period, users):
        """Make actions on the worst figures of a period that are done when the next one ends."""
        period = period.with_user(users["director"])
        following = period._get_next()
        deadline = following.date_end - timedelta(days=10)
        made = self._create_actions(period, [users["deputy"], users["head"]], 4, deadline)
        for place, (action, work) in enumerate(zip(made, _WORK, strict=False)):
            action.measure_ids.is_done = True
            action._store(
                {
                    "state": "done",
                    # the last one was late
                    "done_date": deadline + timedelta(days=5 if place == 3 else -2),
                    "evidence_date": period.date_end + timedelta(days=3),
                    "result": work[2],
                }
            )

    def _create_present_actions(self, period, users):
        """Make actions of the present year in every state before their end."""
        period = period.with_user(users["director"])
        owners = [users["deputy"], users["teacher"], users["head"]]
        soon, late = period.date_end + timedelta(days=45), period.date_end + timedelta(days=14)
        made = self._create_actions(period, owners, 4, soon)
        if len(made) < 4:
            return
        proposed, accepted, started, stopped = made
        started.deadline = late
        (accepted | started).action_accept()
        started.action_start()
        stopped._stop("Ошибка в журнале исправлена: показатель пересчитан")
        proposed.owner_id = users["teacher"]

    def _create_actions(self, period, owners, count, deadline):
        """Make actions where quality is worst of all classes in subjects, each with a measure."""
        figures = period.env["vsoko.indicator.value"].search(
            period._get_critical_domain()
            & Domain("scope", "=", "class_subject")
            & Domain("indicator_id.code", "=", "quality"),
            order="value, id",
            limit=count,
        )
        made = period.env["vsoko.action"]
        for place, figure in enumerate(figures):
            cause, measure, _result = _WORK[place]
            opened = figure.action_take_measures()
            action = made.browse(opened["res_id"])
            owner = owners[place % len(owners)]
            line = {"name": measure, "owner_id": owner.id, "deadline": deadline}
            action.write(
                {
                    "cause_id": self.env.ref(f"vsoko_module.action_cause_{cause}").id,
                    "is_cause_checked": place % 2 == 0,
                    "owner_id": owner.id,
                    "deadline": deadline,
                    "target": round(figure.value) + 15,
                    "measure_ids": [Command.create(line)],
                }
            )
            made |= action
        return made
