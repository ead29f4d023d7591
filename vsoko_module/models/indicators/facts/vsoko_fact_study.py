from odoo import fields, models
from odoo.tools import SQL

from ...evidence.assessments.vsoko_assessment_type import PROCEDURES
from ...mixins.row_ids import row_id
from .vsoko_assessment_fact_mixin import meets_period_sql


class VsokoFactStudy(models.Model):
    """One row per participant of the school in an outside study, as the issuing body counted them.

    The body returns a number of participants and shares and names nobody, so the participants
    stand in the order of their results and the shares divide them: 37.5 % of 24 are the first
    nine. Figures over the rows then are those of the body, with its own number of people.
    """

    _name = "vsoko.fact.study"
    _inherit = ["vsoko.fact"]
    _auto = False
    _log_access = False
    _description = "Participants of outside studies"
    _order = "assessment_id, id"
    _rec_name = "assessment_id"
    _fact_dimensions = ("subject_id",)
    _fact_adds_up = True
    _fact_unnamed_person = "person_number"
    _depends = {
        "vsoko.assessment.aggregate": [
            "assessment_id",
            "level",
            "participants",
            "share_2",
            "share_3",
            "share_4",
            "share_5",
            "basic",
        ],
        "vsoko.assessment": ["type_id", "procedure", "subject_id", "date", "year_id", "company_id"],
        "vsoko.assessment.type": ["rating_allowed"],
        "vsoko.period": ["date_start", "date_end", "kind", "year_id", "company_id"],
    }

    assessment_id = fields.Many2one("vsoko.assessment", string="Study", readonly=True)
    type_id = fields.Many2one("vsoko.assessment.type", string="Type", readonly=True)
    procedure = fields.Selection(PROCEDURES, readonly=True)
    rating_allowed = fields.Boolean(string="May enter ratings", readonly=True)
    has_mark = fields.Boolean(string="Has a mark", readonly=True)
    mark = fields.Integer(readonly=True, aggregator=None)
    is_known = fields.Boolean(
        string="The level is known",
        readonly=True,
        help="The body returned marks or the share of those who reached the basic level",
    )
    reached = fields.Boolean(
        string="Reached the basic level", readonly=True, help="By a mark, «3» and more"
    )
    person_number = fields.Integer(
        string="Place among the participants",
        readonly=True,
        aggregator=None,
        help="Two studies may be of the same pupils, so both count them by their places",
    )

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   period.company_id,
                   period.id AS period_id,
                   %(blank)s,
                   work.subject_id,
                   work.id AS assessment_id,
                   work.type_id,
                   work.procedure,
                   kind.rating_allowed,
                   participant.number AS person_number,
                   participant.mark IS NOT NULL AS has_mark,
                   participant.mark,
                   participant.mark IS NOT NULL OR returned.basic IS NOT NULL AS is_known,
                   COALESCE(participant.mark >= 3,
                            participant.place > 100 - returned.basic,
                            FALSE) AS reached
              FROM (SELECT * FROM vsoko_assessment_aggregate returned
                     WHERE returned.level = 'school' AND %(works)s) returned
              JOIN vsoko_assessment work ON work.id = returned.assessment_id
              JOIN vsoko_assessment_type kind ON kind.id = work.type_id
              JOIN vsoko_period period ON %(meets)s AND %(periods)s
              CROSS JOIN LATERAL (
                SELECT number, place,
                       CASE WHEN num_nulls(returned.share_2, returned.share_3, returned.share_4,
                                           returned.share_5) > 0 THEN NULL
                            WHEN place < returned.share_2 THEN 2
                            WHEN place < returned.share_2 + returned.share_3 THEN 3
                            WHEN place < returned.share_2 + returned.share_3
                                         + returned.share_4 THEN 4
                            ELSE 5 END AS mark
                  FROM (
                    SELECT number, (number - 0.5) * 100 / returned.participants AS place
                      FROM generate_series(1, returned.participants) AS number
                  ) placed
              ) participant
            """,
            blank=self._get_blank_sql("level", "grade", "class_id", "teacher_id", "student_id"),
            id=row_id(SQL("returned.id"), SQL("participant.number"), SQL("period.id")),
            works=SQL(
                "%s AND %s",
                narrowing.of(company="returned.company_id"),
                narrowing.works("returned.assessment_id"),
            ),
            meets=meets_period_sql(SQL("work.company_id"), SQL("work.year_id")),
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
        )
