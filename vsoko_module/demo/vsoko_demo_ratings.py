from odoo import models
from odoo.fields import Command

_ORIGIN = "Положение о рейтингах, приложение 1"
# code, weight, goalposts
_COMPONENTS = (("quality", 3, 20, 90), ("success", 2, 70, 100), ("average_mark", 1, 3, 5))
# name, what is rated, level, who reads it, the state it is brought to
_RATINGS = (
    ("Рейтинг классов основной школы", "class", "ooo", "own", "published"),
    ("Рейтинг предметов", "subject", False, "councils", "published"),
    ("Рейтинг классов начальной школы", "class", "noo", "councils", "discussed"),
    ("Рейтинг уровней образования", "level", False, "administration", "computed"),
)
_DISCUSSION = "Педагогический совет, протокол № 2 от %s"


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_ratings(self, period, users):
        """Make the ratings of classes and subjects of a period; the director opens them."""
        director = users["director"]
        codes = [code for code, *_rule in _COMPONENTS]
        framework = self.env["vsoko.framework"]._get_in_force(period.date_end, period.company_id)
        found = framework.indicator_ids.filtered(lambda one: one.code in codes)
        indicators = {indicator.code: indicator for indicator in found}
        ratings = (
            self.env["vsoko.rating"]
            .with_user(director)
            .create(
                [
                    {
                        "name": name,
                        "unit": unit,
                        "level": level,
                        "audience": audience,
                        "period_id": period.id,
                        "company_id": period.company_id.id,
                        "component_ids": [
                            Command.create(
                                {
                                    "indicator_id": indicators[code].id,
                                    "weight": weight,
                                    "lo": low,
                                    "hi": high,
                                    "origin": _ORIGIN,
                                }
                            )
                            for code, weight, low, high in _COMPONENTS
                        ],
                    }
                    for name, unit, level, audience, _state in _RATINGS
                ]
            )
        )
        states = dict(zip(ratings, (state for *_rule, state in _RATINGS), strict=True))
        of_classes = ratings.filtered(lambda rating: rating.unit == "class")
        of_classes.action_send_rosters()
        of_classes.action_check_rosters()
        ratings.action_compute()
        discussed = ratings.filtered(lambda rating: states[rating] == "discussed")
        discussed.discussion = _DISCUSSION % period.date_end.strftime("%d.%m.%Y")
        discussed.action_discuss()
        opened = ratings.filtered(lambda rating: states[rating] == "published")
        opened._as_seen().action_approve()
        opened.action_publish()
        (opened - of_classes).with_user(users["deputy"]).action_make_report()
        self._create_rating_of_teachers(period, users, indicators["quality"])

    def _create_rating_of_teachers(self, period, users, quality):
        """Make a rating of teachers whose lists of pupils are being checked."""
        common = {"origin": _ORIGIN}
        beside = {**common, "mode": "beside", "weight": 2, "lo": -1, "hi": 1}
        change = {**common, "mode": "change", "indicator_id": quality.id, "lo": -20, "hi": 20}
        rating = (
            self.env["vsoko.rating"]
            .with_user(users["director"])
            .create(
                {
                    "name": "Рейтинг учителей",
                    "unit": "teacher",
                    "audience": "own",
                    "period_id": period.id,
                    "company_id": period.company_id.id,
                    "component_ids": [Command.create(beside), Command.create(change)],
                }
            )
        )
        rating.action_send_rosters()
        teacher = users["teacher"]
        lists = rating.roster_ids.filtered(lambda one: one.teacher_id.user_id == teacher)
        if not lists:
            return
        first = lists[0].with_user(teacher)
        self.env["vsoko.rating.correction"].with_user(teacher).create(
            {
                "roster_id": first.id,
                "student_id": first.student_ids[0].id,
                "reason": "С 1 октября занимается в другой группе",
            }
        )
        lists[1:2].with_user(teacher).action_confirm()
