from datetime import timedelta

from odoo import fields
from odoo.fields import Command

from ..common import SchoolCase

# answers of the questionnaire of the tests: (text, points)
SCALE = (
    ("Полностью согласен", 4),
    ("Скорее согласен", 3),
    ("Не знаю, что выбрать", 2),
    ("Скорее не согласен", 1),
    ("Не согласен", 0),
)
UNSURE = "Затрудняюсь ответить"


class Surveys:
    """A questionnaire of four items and a question for own words, and campaigns of it.

    Item 1 and 2 are about lessons, item 3 is about the climate and worded the other way round,
    item 4 asks for the right answer.
    """

    @classmethod
    def prepare_surveys(cls):
        cls.deputy = cls.users["administration"]
        cls.questionnaire = cls.make_questionnaire()

    @classmethod
    def make_questionnaire(cls, **vals):
        answers = [
            Command.create({"value": text, "answer_score": points, "sequence": place})
            for place, (text, points) in enumerate(SCALE)
        ]
        answers.append(Command.create({"value": UNSURE, "vsoko_is_unsure": True, "sequence": 9}))
        rows = (
            ("На уроках интересно", "lessons", False),
            ("Учитель объясняет понятно", "lessons", False),
            ("В школе мне бывает страшно", "climate", True),
        )
        return cls.env["survey.survey"].create(
            {
                "title": "Анкета родителей",
                "survey_type": "vsoko",
                "vsoko_audience": "parents",
                "question_and_page_ids": [
                    Command.create(
                        {
                            "title": "Согласны ли Вы?",
                            "sequence": 1,
                            "question_type": "matrix",
                            "matrix_subtype": "simple",
                            "suggested_answer_ids": answers,
                            "matrix_row_ids": [
                                Command.create(
                                    {
                                        "value": text,
                                        "vsoko_code": f"row_{place}",
                                        "vsoko_topic": topic,
                                        "vsoko_reversed": turned,
                                        "sequence": place,
                                    }
                                )
                                for place, (text, topic, turned) in enumerate(rows)
                            ],
                        }
                    ),
                    Command.create(
                        {
                            "title": "Куда звонить при пожаре?",
                            "sequence": 2,
                            "question_type": "simple_choice",
                            "vsoko_topic": "safety_culture",
                            "suggested_answer_ids": [
                                Command.create({"value": "112", "is_correct": True}),
                                Command.create({"value": "Другу"}),
                            ],
                        }
                    ),
                    Command.create(
                        {"title": "Что изменить?", "sequence": 3, "question_type": "text_box"}
                    ),
                ],
                **vals,
            }
        )

    @classmethod
    def make_campaign(cls, is_open=True, **vals):
        today = fields.Date.today()
        campaign = (
            cls.env["vsoko.survey.campaign"]
            .with_user(cls.deputy)
            .create(
                {
                    "name": "Опрос родителей",
                    "questionnaire_id": cls.questionnaire.id,
                    "year_id": cls.year.id,
                    "date_start": today - timedelta(days=3),
                    "date_end": today + timedelta(days=3),
                    **vals,
                }
            )
        )
        if is_open:
            campaign.action_open()
        return campaign

    @classmethod
    def codes_of(cls, campaign, school_class=None, count=0):
        """New codes of the group of a class, of the only group without one."""
        groups = campaign.group_ids
        if school_class:
            groups = groups.filtered(lambda group: group.class_id == school_class)
        ((_group, codes),) = campaign._issue(groups, count)
        return [code for code, _person in codes]

    @classmethod
    def answers_of(cls, campaign, *places, text=""):
        """``{item: option}`` by the places of the options, None where nothing is chosen."""
        items = campaign.item_ids
        given = {
            item.id: item.option_ids[place].id
            for item, place in zip(items, places, strict=False)
            if place is not None
        }
        return given | ({items[-1].id: text} if text else {})

    @classmethod
    def answer(cls, campaign, code, *places, text="", user="family"):
        """Answer as the page does, with the session of a parent who has logged in."""
        page = cls.env["vsoko.survey.campaign"].with_user(cls.users[user])
        page._accept(campaign.id, code, cls.answers_of(campaign, *places, text=text))
        cls.env.invalidate_all()

    @classmethod
    def fill(cls, campaign, school_class, count, *places, **kwargs):
        """Let ``count`` people of a class answer the same."""
        for code in cls.codes_of(campaign, school_class, count):
            cls.answer(campaign, code, *places, **kwargs)


class SurveyCase(Surveys, SchoolCase):
    @classmethod
    def make_fixture(cls):
        cls.prepare_surveys()
