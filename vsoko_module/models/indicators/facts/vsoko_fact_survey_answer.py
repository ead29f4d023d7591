from odoo import api, fields, models
from odoo.tools import SQL

from ...evidence.surveys.survey_survey import AUDIENCES
from ...evidence.surveys.vsoko_survey_item_mixin import TOPICS
from ...mixins.row_ids import row_id


class VsokoFactSurveyAnswer(models.Model):
    """One row per answer to a question of a closed survey and period that holds its last day.

    Levels, grades and classes are told only where enough people have answered and nobody finds a
    small class by subtraction (`vsoko.survey.group`); else the row counts for the school alone. Who
    has answered is a number that serves to count people, and is read by nobody.
    """

    _name = "vsoko.fact.survey_answer"
    _inherit = ["vsoko.fact", "vsoko.own.mixin"]
    _auto = False
    _log_access = False
    _description = "Answers of surveys"
    _order = "class_id, item_id, id"
    _rec_name = "class_id"
    _fact_adds_up = True
    _fact_dimensions = ("level", "grade", "class_id")
    _fact_person = "respondent"
    _fact_known_fields = ("level", "grade", "class_id", "audience", "topic", "item_code")
    _depends = {
        "vsoko.survey.campaign": ["audience", "state", "date_end", "year_id", "company_id"],
        "vsoko.survey.group": [
            "campaign_id",
            "class_id",
            "in_school",
            "in_level",
            "in_grade",
            "in_class",
        ],
        "vsoko.survey.response": ["group_id"],
        "vsoko.survey.response.item": ["response_id", "option_id"],
        "vsoko.survey.option": ["item_id", "points", "is_unsure", "is_top"],
        "vsoko.survey.item": ["topic", "code"],
        "vsoko.class": ["grade", "level"],
        "vsoko.period": ["date_start", "date_end", "kind", "year_id", "company_id"],
    }

    audience = fields.Selection(AUDIENCES, string="Who is asked", readonly=True)
    topic = fields.Selection(TOPICS, readonly=True)
    item_id = fields.Many2one("vsoko.survey.item", string="Question", readonly=True)
    item_code = fields.Char(string="Code of the question", readonly=True)
    option_id = fields.Many2one("vsoko.survey.option", string="Answer", readonly=True)
    points = fields.Float(readonly=True, aggregator="avg", help="Empty for “hard to say”")
    is_unsure = fields.Boolean(string="Hard to say", readonly=True)
    is_top = fields.Boolean(string="Satisfied or right", readonly=True)
    respondent = fields.Integer(
        readonly=True,
        aggregator=None,
        groups=fields.NO_ACCESS,
    )

    @api.model
    def _get_comparable(self):
        """A condition that names one person would make a figure of one person."""
        return {
            path: kind for path, kind in super()._get_comparable().items() if path != "respondent"
        }

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   period.company_id,
                   period.id AS period_id,
                   CASE WHEN own.in_level THEN class.level END AS level,
                   CASE WHEN own.in_grade THEN class.grade END AS grade,
                   CASE WHEN own.in_class THEN own.class_id END AS class_id,
                   %(blank)s,
                   campaign.audience,
                   item.topic,
                   item.id AS item_id,
                   item.code AS item_code,
                   option.id AS option_id,
                   CASE WHEN NOT option.is_unsure THEN option.points END AS points,
                   option.is_unsure,
                   option.is_top AND NOT option.is_unsure AS is_top,
                   answer.response_id AS respondent
              FROM vsoko_survey_response_item answer
              JOIN vsoko_survey_option option ON option.id = answer.option_id
              JOIN vsoko_survey_item item ON item.id = option.item_id
              JOIN vsoko_survey_response response ON response.id = answer.response_id
              JOIN vsoko_survey_group own ON own.id = response.group_id
              JOIN vsoko_survey_campaign campaign ON campaign.id = own.campaign_id
              LEFT JOIN vsoko_class class ON class.id = own.class_id
              JOIN vsoko_period period
                ON period.company_id = campaign.company_id
               AND CASE WHEN period.kind = 'year' THEN period.year_id = campaign.year_id
                        ELSE campaign.date_end BETWEEN period.date_start AND period.date_end END
             WHERE campaign.state IN ('closed', 'published') AND own.in_school
               AND %(campaigns)s AND %(answers)s AND %(periods)s
            """,
            blank=self._get_blank_sql("subject_id", "teacher_id", "student_id"),
            id=row_id(SQL("answer.id"), SQL("period.id")),
            campaigns=narrowing.of(company="campaign.company_id"),
            answers=_answers_near(narrowing),
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
        )

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "class_id"), self._get_homeroom_sql())


def _answers_near(narrowing):
    """Return the condition that answers and who gave them are of campaigns of the years around."""
    if narrowing.periods is None:
        return SQL("TRUE")
    campaigns = SQL(
        "ARRAY(SELECT asked.id FROM vsoko_survey_campaign asked WHERE %s)",
        narrowing.near("asked.year_id"),
    )
    return SQL(
        """answer.item_id = ANY(ARRAY(
               SELECT line.id FROM vsoko_survey_item line
                WHERE line.campaign_id = ANY(%(campaigns)s)))
           AND response.group_id = ANY(ARRAY(
               SELECT line.id FROM vsoko_survey_group line
                WHERE line.campaign_id = ANY(%(campaigns)s)))""",
        campaigns=campaigns,
    )
