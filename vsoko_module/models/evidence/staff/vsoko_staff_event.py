from odoo import api, fields, models

from ....tools.readers.spelling import NOT_WORD, fold

KINDS = [
    ("contest", "Professional contest"),
    ("publication", "Publication"),
    ("open_lesson", "Open lesson"),
    ("speech", "Speech"),
    ("innovation", "Innovative or experimental work"),
    ("expert", "Work as an expert"),
    ("jury", "Work in a jury"),
    ("mentoring", "Mentoring"),
    ("technology", "Educational technology in use"),
]
LEVELS = [
    ("school", "School level"),
    ("municipal", "Municipal"),
    ("regional", "Regional"),
    ("federal", "Federal"),
    ("international", "International"),
]
RESULTS = [
    ("participant", "Participant"),
    ("laureate", "Laureate"),
    ("prize", "Prize winner"),
    ("winner", "Winner"),
]


def key_of(name):
    """Words and numbers of the name of an event: one key for all ways to write it."""
    return " ".join(NOT_WORD.sub(" ", fold(name or "")).split())


class VsokoStaffEvent(models.Model):
    """What a member of staff took part in; nobody is obliged to enter it."""

    _name = "vsoko.staff.event"
    _inherit = ["vsoko.staff.mixin"]
    _description = "Event of a member of staff"
    _order = "date desc, teacher_id, id desc"

    kind = fields.Selection(KINDS, required=True)
    name = fields.Char(string="What it was", required=True)
    name_key = fields.Char(compute="_compute_name_key", store=True)
    level = fields.Selection(LEVELS, required=True, default="school")
    result = fields.Selection(RESULTS)
    date = fields.Date(required=True)
    link = fields.Char(help="Where it is published, or the page of the contest")

    _event_uniq = models.Constraint(
        "UNIQUE(teacher_id, kind, name_key, date)",
        "This event of the same person and day is already in the register.",
    )

    @api.depends("name")
    def _compute_name_key(self):
        for line in self:
            line.name_key = key_of(line.name)
