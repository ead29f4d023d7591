from odoo import fields, models

HEALTH_GROUPS = [
    ("1", "I"),
    ("2", "II"),
    ("3", "III"),
    ("4", "IV"),
    ("5", "V"),
]
PE_GROUPS = [
    ("main", "Main"),
    ("preparatory", "Preparatory"),
    ("special_a", "Special A"),
    ("special_b", "Special B"),
    ("released", "Released"),
]


class VsokoHealth(models.Model):
    """What a medical examination found of a pupil; for the medic alone.

    It has no chatter and no way back from the pupil, so that nothing of it is found by another
    door; everybody else gets counts of at least five people (`vsoko.fact.health`).
    """

    _name = "vsoko.health"
    _inherit = ["vsoko.pupil.register.mixin"]
    _description = "Health of a pupil"
    _order = "date desc, student_id"
    _checking_groups = "vsoko_module.group_medic"

    date = fields.Date(string="Valid from")
    is_examined = fields.Boolean(
        string="Examined", default=True, help="Not marked: was called and was not examined"
    )
    health_group = fields.Selection(HEALTH_GROUPS, string="Group of health")
    pe_group = fields.Selection(
        PE_GROUPS,
        string="Group of physical culture",
    )
    has_vision = fields.Boolean(string="Eyesight impaired")
    has_posture = fields.Boolean(string="Posture, musculoskeletal system impaired")
    is_often_ill = fields.Boolean(string="Often ill")

    _student_date_uniq = models.Constraint(
        "UNIQUE(student_id, date)", "The pupil has findings of this day already."
    )
    _examined_has_group = models.Constraint(
        "CHECK(is_examined = (health_group IS NOT NULL))",
        "Who was examined has a group of health, who was not has none.",
    )
