from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .vsoko_document import KEEPERS, READERS


class VsokoDocument(models.Model):
    """Whom a document is put to, and who has read this version of it."""

    _inherit = "vsoko.document"

    reader_group_ids = fields.Many2many(
        "res.groups",
        string="Roles that read it",
        domain=lambda self: [
            ("privilege_id", "=", self.env.ref("vsoko_module.privilege_vsoko").id)
        ],
        groups=KEEPERS,
        help="Everybody of these roles is asked to read it, also who comes later",
    )
    reader_ids = fields.Many2many(
        "res.users",
        "vsoko_document_reader_rel",
        string="Employees who read it",
        domain="[('share', '=', False)]",
        groups=KEEPERS,
    )
    acquaintance_ids = fields.One2many(
        "vsoko.acquaintance", "document_id", string="Who has read it", groups=KEEPERS
    )
    asked_count = fields.Integer(
        string="Asked to read", compute="_compute_asked_count", groups=KEEPERS
    )
    read_count = fields.Integer(string="Have read", compute="_compute_asked_count", groups=KEEPERS)
    is_asked = fields.Boolean(
        string="Put to me", compute="_compute_is_asked", search="_search_is_asked"
    )
    is_to_read = fields.Boolean(
        string="I am to read it", compute="_compute_is_asked", search="_search_is_to_read"
    )
    is_open = fields.Boolean(compute="_compute_is_asked", search="_search_is_open")

    @api.depends("acquaintance_ids.read_at")
    def _compute_asked_count(self):
        lines = self.env["vsoko.acquaintance"]._read_group(
            [("document_id", "in", self.ids)], ["document_id"], ["__count", "read_at:count"]
        )
        counts = {document: (asked, read) for document, asked, read in lines}
        for document in self:
            document.asked_count, document.read_count = counts.get(document._origin, (0, 0))

    @api.depends("state", "date_from", "date_to", "is_for_staff")
    @api.depends_context("uid")
    def _compute_is_asked(self):
        own = self.env["vsoko.acquaintance"].search(
            [("document_id", "in", self.ids), ("user_id", "=", self.env.uid)]
        )
        read = {line.document_id: bool(line.read_at) for line in own}
        for document in self:
            asked = document._origin in read and document.state == "approved"
            document.is_asked = asked
            document.is_to_read = asked and not read[document._origin]
            document.is_open = asked or (document.is_in_force and document.is_for_staff)

    @api.model
    def _search_is_asked(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return self._get_asked_domain([])

    @api.model
    def _search_is_to_read(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return self._get_asked_domain([("read_at", "=", False)])

    @api.model
    def _search_is_open(self, operator, value):
        """What a record rule asks: in force for all, or put to the user."""
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        for_all = Domain("is_in_force", "=", True) & Domain("is_for_staff", "=", True)
        return for_all | self._get_asked_domain([])

    @api.model
    def _get_asked_domain(self, lines):
        # Only the own lines of the user are asked for.
        own = (
            self.env["vsoko.acquaintance"].sudo()._search([("user_id", "=", self.env.uid), *lines])
        )
        asked = own.subselect("document_id")
        return Domain("state", "=", "approved") & Domain("id", "in", asked)

    def write(self, vals):
        result = super().write(vals)
        if READERS & vals.keys():
            self._ask_readers()
        return result

    def action_acquaint(self):
        """Say that the user himself has read these documents."""
        self.check_access("read")
        lines = self.env["vsoko.acquaintance"].search(
            [("document_id", "in", self.ids), ("user_id", "=", self.env.uid)]
        )
        if foreign := self - lines.document_id:
            raise UserError(
                self.env._(
                    "You are not asked to read “%(name)s”: only whom a document is put to says so.",
                    name=foreign[0].display_name,
                )
            )
        # The person says this of himself; nobody has a right to write these lines.
        lines.filtered(lambda line: not line.read_at).sudo().write(
            {"read_at": fields.Datetime.now()}
        )
        return self._toast(self.env._("Noted: you have read it"))

    def action_open_acquaintance(self):
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_acquaintance_action",
            self.env._("Who has read “%(name)s”", name=self.name),
            domain=[("document_id", "=", self.id)],
        )

    def _sign(self):
        result = super()._sign()
        self._ask_readers()
        return result

    def _ask_readers(self):
        """Ask everybody who is to read what is signed; who is not to any more is asked no more,
        and who has read it stays in the list."""
        # Only the program keeps these lines; the caller may write the documents.
        signed = self.sudo().filtered(lambda one: one.status in ("waiting", "in_force"))
        known = signed.acquaintance_ids
        asked, missing = known.browse(), []
        for document in signed:
            readers = document._get_readers()
            lines = document.acquaintance_ids
            asked |= lines.filtered(lambda line, readers=readers: line.user_id in readers)
            missing += [
                {
                    "document_id": document.id,
                    "user_id": reader.id,
                    "asked_on": fields.Date.context_today(self),
                }
                for reader in readers - lines.user_id
            ]
        (known - asked).filtered(lambda line: not line.read_at).unlink()
        known.create(missing)

    def _get_readers(self):
        """Return the employees of the school who are to read the document; who has signed it has
        read it."""
        people = self.reader_group_ids.all_user_ids | self.reader_ids
        people = people.filtered(lambda user: user.active and not user.share) - self.approved_by_id
        if not self.company_id:
            return people
        return people.filtered(lambda user: self.company_id in user.company_ids)
