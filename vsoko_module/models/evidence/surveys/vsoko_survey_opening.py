from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Command, Domain

from ....tools.surveys.answers import Option, judged, sign

CHOICE, TEXT = "choice", "text"
# kinds of Odoo's questions that a campaign asks
KINDS = {
    "simple_choice": CHOICE,
    "scale": CHOICE,
    "matrix": CHOICE,
    "text_box": TEXT,
    "char_box": TEXT,
}


class VsokoSurveyCampaign(models.Model):
    """Opening: what is asked is frozen, item by item with the worth of each answer."""

    _inherit = "vsoko.survey.campaign"

    def action_open(self):
        """Freeze the questionnaire and the groups; from now on codes are given out."""
        self.ensure_one()
        self.check_access("write")
        self._take_turn()
        if self.state != "draft":
            raise UserError(self.env._("The campaign is open already."))
        self.questionnaire_id.check_access("read")
        self._check_askable()
        survey = self.questionnaire_id._make_frozen_copy()
        # What follows is made by the program for who may write the campaign.
        items = self.env["vsoko.survey.item"].sudo().create(self._prepare_items(survey))
        groups = self._prepare_groups()
        self._store(
            {
                "survey_id": survey.id,
                "version": self._get_version(items),
                "state": "open",
                "group_ids": [Command.clear(), *(Command.create(group) for group in groups)],
            }
        )
        return self._toast(self.env._("Open, codes may be given out"))

    def action_back_to_draft(self):
        """Take an opening back while nobody has answered; sheets that were printed are void."""
        self.ensure_one()
        self.check_access("write")
        self._take_turn()
        if self.state != "open" or self.answered:
            raise UserError(
                self.env._("Somebody has answered: what was promised holds. Close the campaign.")
            )
        survey = self.survey_id
        with self._past_lock():
            # As said, the right on the campaign was checked.
            self.sudo().group_ids.unlink()
            self.sudo().item_ids.unlink()
        self._store({"state": "draft", "survey_id": False, "version": 0})
        survey._remove_frozen_copy()
        return self._toast(self.env._("Opened for changes"))

    def _check_askable(self):
        """Raise UserError when the questionnaire has nothing to ask or what the page cannot."""
        questions = self.questionnaire_id.question_ids
        if not questions:
            raise UserError(
                self.env._("“%(name)s” has no questions yet.", name=self.questionnaire_id.title)
            )
        for question in questions:
            is_matrix = question.question_type == "matrix"
            if question.question_type not in KINDS or (
                is_matrix and question.matrix_subtype != "simple"
            ):
                raise UserError(
                    self.env._(
                        "“%(question)s”: a campaign asks for one answer, a scale, a table with one"
                        " answer in a row, or own words. Change the kind of this question.",
                        question=question.title,
                    )
                )
            if question.triggering_answer_ids:
                raise UserError(
                    self.env._(
                        "“%(question)s” is shown after certain answers only: on paper and on the"
                        " page of a campaign everybody sees the same questions.",
                        question=question.title,
                    )
                )

    def _prepare_items(self, survey):
        values = []
        for question in survey.question_ids.sorted("sequence"):
            kind = KINDS[question.question_type]
            for asked in question.matrix_row_ids or [question]:
                is_row = asked != question
                name = asked.value if is_row else question.title
                options = judged(self._get_options(question), asked.vsoko_reversed)
                values.append(
                    {
                        "campaign_id": self.id,
                        "sequence": len(values) + 1,
                        "page": question.page_id.title,
                        "lead": question.title if is_row else False,
                        "name": name,
                        "code": asked.vsoko_code,
                        "sign": sign(name, options, asked.vsoko_reversed),
                        "topic": asked.vsoko_topic,
                        "kind": kind,
                        "is_required": question.constr_mandatory,
                        "is_reversed": asked.vsoko_reversed,
                        "question_id": question.id,
                        "row_id": asked.id if is_row else False,
                        "option_ids": [
                            Command.create(self._prepare_option(place, option, question))
                            for place, option in enumerate(options, 1)
                        ],
                    }
                )
        return values

    def _get_options(self, question):
        """Return the answers of a question as `tools.surveys` knows them."""
        if question.question_type == "scale":
            numbers = range(question.scale_min, question.scale_max + 1)
            return [Option(number, str(number), number) for number in numbers]
        return [
            Option(
                answer.id,
                answer.value,
                None if answer.vsoko_is_unsure else answer.answer_score,
                answer.is_correct,
            )
            for answer in question.suggested_answer_ids.sorted("sequence")
        ]

    def _prepare_option(self, place, option, question):
        is_scale = question.question_type == "scale"
        return {
            "sequence": place,
            "name": option.name,
            "points": option.points or 0,
            "is_unsure": option.points is None,
            "is_top": option.is_top,
            "is_right": option.is_right,
            "answer_id": False if is_scale else option.key,
            "scale_value": option.key if is_scale else 0,
        }

    def _prepare_groups(self):
        if not self._is_by_class():
            return [{"sequence": 1, "expected": self._count_staff()}]
        classes = self._get_classes()
        if not classes:
            raise UserError(self.env._("There are no classes to ask: choose the school year."))
        pupils = self._count_pupils(classes)
        return [
            {"sequence": place, "class_id": one.id, "expected": pupils.get(one, 0)}
            for place, one in enumerate(classes, 1)
        ]

    def _count_pupils(self, classes):
        """Return {class: its pupils on the first day of the campaign}."""
        Enrolment = self.env["vsoko.enrolment"]
        domain = Domain("class_id", "in", classes.ids)
        present = Enrolment._get_present_domain(self.date_start)
        return dict(Enrolment._read_group(domain & present, ["class_id"], ["__count"]))

    def _count_staff(self):
        """Return how many are at work on the first day; of partners nobody knows: 0."""
        if self.audience not in ("teachers", "staff"):
            return 0
        return self.env["vsoko.teacher"].search_count(self._get_staff_domain())

    def _get_staff_domain(self):
        day = self.date_start
        domain = Domain("company_id", "=", self.company_id.id) & (
            Domain("date_left", "=", False) | Domain("date_left", ">", day)
        )
        domain &= Domain("date_hired", "=", False) | Domain("date_hired", "<=", day)
        return domain & Domain("is_pedagogic", "=", True) if self.audience == "teachers" else domain

    def _get_version(self, items):
        """Return the version of the questionnaire: it grows with each change of what is asked."""
        earlier = self.search(
            [
                ("questionnaire_id", "=", self.questionnaire_id.id),
                ("company_id", "=", self.company_id.id),
                ("survey_id", "!=", False),
                ("id", "!=", self.id),
            ],
            order="version desc",
            limit=1,
        )
        if not earlier:
            return 1
        same = earlier.item_ids.mapped("sign") == items.mapped("sign")
        return earlier.version + (not same)
