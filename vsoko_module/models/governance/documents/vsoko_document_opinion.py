from odoo import fields, models
from odoo.exceptions import UserError

# whose opinion article 30 of the law on education asks for → what the act touches
ASKED = {
    "touches_pupils": ("parents_council", "pupils_council"),
    "touches_staff": ("trade_union",),
}


class VsokoDocumentOpinion(models.Model):
    """What a body has said about a draft, or that the school has no such body."""

    _name = "vsoko.document.opinion"
    _inherit = ["vsoko.signing.part.mixin"]
    _description = "Opinion of a body about a document"
    _order = "date, id"
    _rec_name = "asked"
    _signed_with = "document_id"

    document_id = fields.Many2one("vsoko.document", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="document_id.company_id", store=True, index=True)
    asked = fields.Selection(
        [
            ("trade_union", "Trade union"),
            ("parents_council", "Council of parents"),
            ("pupils_council", "Council of pupils"),
            ("pedagogical_council", "Pedagogical council"),
            ("methodical_council", "Methodical council"),
            ("governing_council", "Governing council"),
            ("other", "Another body"),
        ],
        string="Who was asked",
        required=True,
    )
    verdict = fields.Selection(
        [
            ("agrees", "Agrees"),
            ("remarks", "Agrees with remarks"),
            ("objects", "Objects"),
            ("no_body", "The school has no such body"),
        ],
        string="Opinion",
        required=True,
        default="agrees",
    )
    date = fields.Date(required=True, default=fields.Date.context_today)
    minutes = fields.Char(
        string="Minutes or letter", help="Number and date of the minutes or of the letter"
    )
    text = fields.Text(string="Remarks")


class VsokoDocument(models.Model):
    _inherit = "vsoko.document"

    touches_pupils = fields.Boolean(
        string="Touches the rights of pupils",
        help="The opinion of the councils of parents and of pupils is taken into account"
        " (article 30 of the law on education)",
    )
    touches_staff = fields.Boolean(
        string="Touches the rights of employees",
        help="The opinion of the trade union is taken into account where the labour law says so",
    )
    opinion_ids = fields.One2many("vsoko.document.opinion", "document_id", string="Opinions")

    def _check_opinions(self):
        """Raise UserError when somebody whose opinion the law asks for was not asked."""
        names = dict(self.opinion_ids._fields["asked"]._description_selection(self.env))
        for document in self:
            given = set(document.opinion_ids.mapped("asked"))
            absent = [
                names[body]
                for touched, bodies in ASKED.items()
                for body in bodies
                if document[touched] and body not in given
            ]
            if absent:
                raise UserError(
                    self.env._(
                        "“%(name)s”: write down the opinion of: %(bodies)s. Where the school has no"
                        " such body, say that.",
                        name=document.display_name,
                        bodies=", ".join(absent),
                    )
                )
