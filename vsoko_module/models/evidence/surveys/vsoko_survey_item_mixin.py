import secrets

from odoo import fields, models

TOPICS = [
    ("results", "Results of learning"),
    ("lessons", "Lessons"),
    ("upbringing", "Upbringing"),
    ("openness", "Openness of the school"),
    ("health", "Health and safety"),
    ("meals", "Meals"),
    ("climate", "Psychological climate"),
    ("healthy_values", "Value of a healthy way of life"),
    ("safety_culture", "Culture of safety: right answers"),
    ("conditions", "Conditions of education"),
    ("other", "Other"),
]


class VsokoSurveyItemMixin(models.AbstractModel):
    """What a question, or a row of a matrix, asks about, for the questionnaires of the school."""

    _name = "vsoko.survey.item.mixin"
    _description = "Item of a questionnaire"

    vsoko_code = fields.Char(
        string="Code of the item",
        default=lambda self: secrets.token_hex(4),
        help="The same question of several years has one code",
    )
    vsoko_topic = fields.Selection(TOPICS, string="Topic", default="other")
    vsoko_reversed = fields.Boolean(
        string="Reversed",
        help="Worded the other way round: agreement is worth the fewest points",
    )
