from odoo import fields, models

from .vsoko_alphabet_mixin import RussianChar


class VsokoSubject(models.Model):
    _name = "vsoko.subject"
    _inherit = ["vsoko.alphabet.mixin"]
    _description = "Subject"
    _order = "sequence, name"
    _rec_names_search = ["name", "short_name", "code"]
    _check_company_auto = True

    name = RussianChar(required=True)
    short_name = fields.Char(help="Heading of a narrow column")
    code = fields.Char(required=True)
    aliases = fields.Text(
        string="Other names", help="Names of the subject in files, one a line; used by imports."
    )
    sequence = fields.Integer(default=10, aggregator=None)
    active = fields.Boolean(default=True)
    without_marks = fields.Boolean(
        string="No marks are given",
        help="A course without marks is not missed when the completeness of marks is counted.",
    )
    area_id = fields.Many2one("vsoko.subject.area", string="Subject area", index=True)
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )
    association_ids = fields.Many2many(
        "vsoko.association", string="Methodical associations", check_company=True
    )

    _code_uniq = models.UniqueIndex(
        "(code, COALESCE(company_id, 0))", "A subject with this code already exists."
    )
