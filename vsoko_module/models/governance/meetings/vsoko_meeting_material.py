from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..bodies.vsoko_body_mine_mixin import STAFF

# what the program holds and may be put before a body
THINGS = [
    ("vsoko.document", "Document"),
    ("vsoko.indicator.value", "Figure"),
    ("vsoko.framework", "System of indicators"),
]


class VsokoMeetingMaterial(models.Model):
    """A paper of a question: a file, or a link to what the program holds itself.

    What was sent with the invitation stays as it was sent. A link is opened with the rights of
    whoever opens it; on the portal it leads to what was published of it for the reader.
    """

    _name = "vsoko.meeting.material"
    _inherit = ["vsoko.meeting.part.mixin"]
    _description = "Material of a meeting"
    _order = "item_id, id"

    item_id = fields.Many2one("vsoko.meeting.item", required=True, index=True, ondelete="cascade")
    meeting_id = fields.Many2one(related="item_id.meeting_id", store=True, required=False)
    name = fields.Char(
        string="Material",
        required=True,
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
    )
    content = fields.Binary(string="File", attachment=True)
    thing = fields.Reference(
        THINGS,
        string="Or from the program",
        groups=STAFF,
        help="A document, a figure, a draft of indicators, a report: each member opens it with the"
        " own rights",
    )
    is_published = fields.Boolean(
        string="For the portal",
        help="Members of the governing council may open it on the portal: no names of pupils. Of"
        " what the program holds they open what is published for the council",
    )
    is_sent = fields.Boolean(
        string="Sent", help="Sent with the invitation", readonly=True, copy=False
    )

    @api.depends("thing")
    def _compute_name(self):
        for material in self:
            material.name = material.name or material._get_readable_thing().display_name

    def _get_readable_thing(self):
        """Return what the material links, if the user may read it; else an empty recordset."""
        # Stored fields are computed past the rights, and a name is a thing to read.
        thing = self.thing and self.thing.exists().sudo(False)
        return thing if thing and thing.has_access("read") else self.browse()

    @api.constrains("content", "thing", "item_id")
    def _check_thing(self):
        for material in self:
            # Whether there is a link at all is asked of members who may not follow it, too.
            thing = material.sudo().thing
            if not (material._has_file() or thing):
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: attach a file, or choose what the program holds.",
                        name=material.name,
                    )
                )
            if thing and thing.company_id and thing.company_id != material.company_id:
                raise ValidationError(
                    self.env._("“%(name)s” is of another school.", name=material.name)
                )

    @api.model_create_multi
    def create(self, vals_list):
        materials = super().create(vals_list)
        materials.filtered("thing")._check_may_link()
        return materials

    def write(self, vals):
        if vals.keys() - {"is_published"}:
            self._check_unsent()
        result = super().write(vals)
        if "thing" in vals:
            self._check_may_link()
        return result

    def _check_may_link(self):
        """Raise AccessError where the user puts before others what is closed to himself."""
        for material in self.filtered("thing"):
            material.thing.check_access("read")

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sent(self):
        self._check_unsent()

    def _check_unsent(self):
        # Whoever is refused may know that it was sent.
        sent = self.sudo().filtered("is_sent")
        if sent and not self.env.su:
            raise UserError(
                self.env._(
                    "“%(name)s” was sent with the invitation and stays as it was sent. Add another"
                    " one.",
                    name=sent[0].name,
                )
            )

    def _freeze(self):
        # The invitation, whose right was checked, is what freezes them.
        self.sudo().write({"is_sent": True})

    def _get_portal_path(self):
        """Return the page on which a reader outside opens the material; None: nothing of it is
        open to the reader."""
        self.ensure_one()
        return f"/my/vsoko/material/{self.id}" if self._has_file() else None

    def _has_file(self):
        """Whether there is a file, without reading it."""
        return bool(self.with_context(bin_size=True).content)
