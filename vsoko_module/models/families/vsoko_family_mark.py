from odoo import fields, models
from odoo.tools import SQL

from ..evidence.vsoko_mark import STATUSES
from ..school.vsoko_alphabet_mixin import RussianChar


class VsokoFamilyMark(models.Model):
    """A mark of a pupil as the own family sees it: subject, period, mark in plain words.

    A model of its own, so that a family needs no right to marks, classes, subjects or periods.
    """

    _name = "vsoko.family.mark"
    _inherit = ["vsoko.alphabet.mixin"]
    _auto = False
    _log_access = False
    _description = "Mark of an own child"
    _order = "date_end desc, subject_name, id"
    _depends = {
        "vsoko.mark": ["student_id", "class_id", "subject_id", "period_id", "value", "status"],
        "vsoko.student": ["active", "portal_consent"],
        "vsoko.subject": ["name"],
        "vsoko.period": ["name", "year_id", "kind", "date_end", "company_id", "state"],
        "vsoko.year": ["name"],
    }

    student_id = fields.Many2one("vsoko.student", string="Pupil", readonly=True)
    company_id = fields.Many2one("res.company", string="School", readonly=True)
    subject_name = RussianChar(string="Subject", readonly=True)
    period_name = fields.Char(string="Period", readonly=True)
    year_name = fields.Char(string="School year", readonly=True)
    period_kind = fields.Char(readonly=True)
    is_preliminary = fields.Boolean(
        readonly=True, help="The period is not approved yet: the mark may still change"
    )
    date_end = fields.Date(string="Last day", readonly=True)
    cell = fields.Char(readonly=True)
    value = fields.Integer(string="Mark", readonly=True, aggregator=None)
    status = fields.Selection(STATUSES, readonly=True)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT mark.id,
                   mark.student_id,
                   period.company_id,
                   subject.name AS subject_name,
                   period.name AS period_name,
                   year.name AS year_name,
                   period.kind AS period_kind,
                   period.state <> 'approved' AS is_preliminary,
                   period.date_end,
                   'class_subject:' || mark.class_id || ':' || mark.subject_id AS cell,
                   NULLIF(mark.value, 0) AS value,
                   mark.status
              FROM vsoko_mark mark
              JOIN vsoko_student student ON student.id = mark.student_id
              JOIN vsoko_subject subject ON subject.id = mark.subject_id
              JOIN vsoko_period period ON period.id = mark.period_id
              JOIN vsoko_year year ON year.id = period.year_id
             WHERE student.active AND student.portal_consent AND mark.status <> 'no_mark'
            """
        )

    def _prepare_period_name(self):
        if self.is_preliminary:
            return self.env._("%(period)s (not approved yet)", period=self.period_name)
        return self.period_name
