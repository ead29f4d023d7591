from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools.measures.marks import MARK_WEIGHTS

# mark → field with its points in the degree of learning
WEIGHT_FIELDS = {mark: f"vsoko_mark_weight_{mark}" for mark in MARK_WEIGHTS}


class ResCompany(models.Model):
    _inherit = "res.company"

    vsoko_not_attested_weight = fields.Float(
        string="Coefficient of a pupil who is not attested",
        default=7.0,
        help="Points of «н/а» in the degree of learning by Simonov: 7 in most journals, 8 or 0"
        " in some schools.",
    )
    # Simonov gives 100, 64, 36 and 16, which is (mark ÷ 5)² · 100; the same rule gives 4 for «1»
    vsoko_mark_weight_5 = fields.Float(string="Points of «5»", default=MARK_WEIGHTS[5])
    vsoko_mark_weight_4 = fields.Float(string="Points of «4»", default=MARK_WEIGHTS[4])
    vsoko_mark_weight_3 = fields.Float(string="Points of «3»", default=MARK_WEIGHTS[3])
    vsoko_mark_weight_2 = fields.Float(string="Points of «2»", default=MARK_WEIGHTS[2])
    vsoko_mark_weight_1 = fields.Float(string="Points of «1»", default=MARK_WEIGHTS[1])
    vsoko_least_completeness = fields.Float(
        string="Least completeness of marks, %",
        default=80.0,
        help="A figure that rests on a smaller share of the expected marks (pupils × subjects of"
        " the load) is not judged: a part is not the whole.",
    )
    vsoko_least_element_tasks = fields.Integer(
        string="Tasks enough to judge mastery",
        default=2,
        help="With fewer tasks on an element of content or a skill over the year the program says"
        " «too few tasks» and does not judge.",
    )

    vsoko_address_hours = fields.Integer(
        string="Hours that a changed address waits",
        default=72,
        help="No link that sets a password goes to an e-mail address that somebody else has"
        " changed, until a second person of the administration confirms it or these hours are"
        " over.",
    )

    @api.constrains("vsoko_least_completeness", *WEIGHT_FIELDS.values())
    def _check_shares(self):
        for company in self:
            shares = [company.vsoko_least_completeness, *company._get_mark_weights().values()]
            if not all(0 <= share <= 100 for share in shares):
                raise ValidationError(
                    self.env._("Points of marks and the least completeness are from 0 to 100.")
                )

    def _get_mark_weights(self):
        """Return {mark: points in the degree of learning}."""
        self.ensure_one()
        return {mark: self[name] for mark, name in WEIGHT_FIELDS.items()}
