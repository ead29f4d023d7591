from odoo import api, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain


class VsokoMemberWordsMixin(models.AbstractModel):
    """What a member of a body sends to the school in the own words: a question, a request.

    It is of its author and waits in the state `new` for an answer. Its words say something, are
    short enough to be read, and are sent once, however often the button is pressed.
    """

    _name = "vsoko.member.words.mixin"
    _inherit = ["vsoko.body.mine.mixin"]
    _description = "Words of a member of a body"

    # {field: how many characters it takes}; `name` is one of them and is never blank
    _longest = {}

    @api.constrains(lambda self: [*self._longest])
    def _check_words(self):
        for record in self:
            if not record.name.strip():
                raise ValidationError(self.env._("Write in words what you ask."))
            for name, longest in self._longest.items():
                if len(record[name] or "") > longest:
                    raise ValidationError(
                        self.env._(
                            "“%(field)s” takes %(longest)s characters, there are %(length)s:"
                            " shorten it.",
                            field=self._fields[name]._description_string(self.env),
                            longest=longest,
                            length=len(record[name]),
                        )
                    )

    @api.model
    def _send_once(self, vals):
        """Return the new record of a member, or the same one that still waits for an answer."""
        body = self.env["vsoko.body"].browse(vals["body_id"])
        body.check_access("read")
        body._take_turn()
        same = Domain.AND(Domain(name, "=", value) for name, value in vals.items())
        same &= Domain("author_id", "=", self.env.uid) & Domain("state", "=", "new")
        # Readers outside do not search by authors; what is found is the own.
        sent = self.sudo().search(same, limit=1).sudo(False)
        return sent or self.with_company(body.company_id).create(vals)
