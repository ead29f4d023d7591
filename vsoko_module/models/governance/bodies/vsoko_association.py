from datetime import timedelta

from odoo import api, fields, models


class VsokoAssociation(models.Model):
    """An association of the school is a body, whose members follow from it."""

    _inherit = "vsoko.association"

    body_ids = fields.One2many("vsoko.body", "association_id", string="Council or commission")

    @api.model_create_multi
    def create(self, vals_list):
        associations = super().create(vals_list)
        associations._follow_by_bodies()
        return associations

    def write(self, vals):
        result = super().write(vals)
        if {"name", "active", "head_id", "teacher_ids"} & vals.keys():
            self._follow_by_bodies()
        return result

    def _follow_by_bodies(self):
        """Bring the bodies of these associations up to date: name, members, chair."""
        # What a body of an association is, the association says; nobody else writes it.
        associations = self.sudo()
        bodies = associations._get_bodies()
        wanted = {one: one._get_people() for one in associations}
        new = []
        for association, body in bodies.items():
            own = body.member_ids.filtered(lambda one: not one.date_to)
            gone = own.filtered(lambda one, of=wanted[association]: one.teacher_id not in of)
            joining = wanted[association] - (own - gone).teacher_id
            gone._leave()
            new += [{"body_id": body.id, "teacher_id": teacher.id} for teacher in joining]
        associations.env["vsoko.body.member"].create(new)
        for association, body in bodies.items():
            association._follow_by_head(body)

    def _get_bodies(self):
        """Return {association: its body}, made where there is none, of the same name."""
        bodies = self.env["vsoko.body"].with_context(active_test=False)
        known = bodies.search([("association_id", "in", self.ids)])
        missing = self - known.association_id
        known |= bodies.create(
            [
                {
                    "association_id": one.id,
                    "kind": "association",
                    "name": one.name,
                    "company_id": one.company_id.id,
                    "meetings_min": 4,
                    "active": one.active,
                }
                for one in missing
            ]
        )
        of_association = {body.association_id: body for body in known}
        for one, body in of_association.items():
            if (body.name, body.active) != (one.name, one.active):
                body.write({"name": one.name, "active": one.active})
        return of_association

    def _get_people(self):
        """Return the employees at work who are in the association, its head too."""
        today = fields.Date.context_today(self)
        people = self.teacher_ids | self.head_id
        return people.filtered(
            lambda one: one.active and not (one.date_left and one.date_left <= today)
        )

    def _follow_by_head(self, body):
        present = body.member_ids.filtered(lambda one: not one.date_to)
        chair = present.filtered(lambda one: self.head_id and one.teacher_id == self.head_id)[:1]
        if body.chair_id != chair:
            before = body.chair_id
            body.chair_id = chair
            (before | chair)._settle()


class VsokoBodyMember(models.Model):
    _inherit = "vsoko.body.member"

    def _leave(self):
        """End these memberships yesterday; who came today has not been there at all."""
        today = fields.Date.context_today(self)
        came_today = self.filtered(lambda one: one.date_from >= today)
        came_today.unlink()
        (self - came_today).write({"date_to": today - timedelta(days=1)})
