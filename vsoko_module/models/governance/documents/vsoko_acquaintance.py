from odoo import fields, models


class VsokoAcquaintance(models.Model):
    """Who is to read one version of a document, and when he said that he had.

    The person himself presses the button; nobody writes it for him. Another version is another
    document, so it is read anew.
    """

    _name = "vsoko.acquaintance"
    _description = "Acquaintance with a document"
    _order = "document_id, user_id"
    _rec_name = "user_id"
    _follows_lock = False

    document_id = fields.Many2one(
        "vsoko.document", required=True, readonly=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="document_id.company_id", store=True, index=True)
    user_id = fields.Many2one(
        "res.users",
        string="Employee",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    asked_on = fields.Date(string="Asked on", required=True, readonly=True)
    read_at = fields.Datetime(string="Has read it", readonly=True)
    reminded_on = fields.Date(string="Reminded on", readonly=True)

    _once = models.Constraint(
        "UNIQUE(document_id, user_id)", "This employee is asked to read the document already."
    )
