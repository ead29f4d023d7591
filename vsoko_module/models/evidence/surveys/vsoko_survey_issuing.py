from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL

from ....tools.surveys import codes


class VsokoSurveyCampaign(models.Model):
    """Giving out codes: they are printed at once and kept nowhere."""

    _inherit = "vsoko.survey.campaign"

    def _issue(self, groups, count=0, is_anew=False):
        """Make codes; return ``[(group, [(code, person or "")])]``, the only place they stand in.

        :param groups: groups of this campaign that get codes
        :param int count: how many codes each group gets more; 0: what is missing to the expected
        :param bool is_anew: whether the codes that nobody has used become void first
        """
        self.ensure_one()
        self.check_access("write")
        self._take_turn()
        if self.state != "open":
            raise UserError(self.env._("Codes are given out while the campaign is open."))
        if groups.campaign_id - self:
            raise UserError(self.env._("These groups belong to another campaign."))
        if is_anew:
            self._void_unused(groups)
        if self.privacy != "anonymous":
            return self._issue_by_name(groups)
        return [
            (group, [(code, "") for code in self._make_codes(group, count or group._get_missing())])
            for group in groups
        ]

    def _void_unused(self, groups):
        self.env.cr.execute(
            SQL(
                "DELETE FROM vsoko_survey_code WHERE group_id = ANY(%s) AND NOT used",
                list(groups.ids),
            )
        )
        groups.invalidate_recordset(["issued"])

    def _make_codes(self, group, count):
        """Store the hashes of new codes; return the codes in the order of their ids."""
        made = codes.make_codes(count)
        # Only the program knows the salt, and makes codes of it.
        salt = self.sudo().salt
        # sorted by the hash: ids say nothing of the order on the sheet
        rows = sorted((group.id, codes.digest(salt, code), False) for code in made)
        if rows:
            self.env.cr.execute_values(
                "INSERT INTO vsoko_survey_code (group_id, hash, used) VALUES %s", rows
            )
        group.invalidate_recordset(["issued"])
        return made

    def _issue_by_name(self, groups):
        """The same where the program keeps whose code it is."""
        issued = []
        for group in groups:
            people = group._get_uninvited()
            made = self._make_codes(group, len(people))
            # As above: only the program knows the salt.
            group._invite(dict(zip(made, people, strict=True)), self.sudo().salt)
            issued.append((group, [(c, p.name) for c, p in zip(made, people, strict=True)]))
        return issued


class VsokoSurveyGroup(models.Model):
    _inherit = "vsoko.survey.group"

    def _get_missing(self):
        self.ensure_one()
        return max(self.expected - self.issued, 0)

    def _get_people(self):
        """Return the pupils of the class, or the staff that is asked."""
        self.ensure_one()
        if not self.class_id:
            return self.env["vsoko.teacher"].search(self.campaign_id._get_staff_domain())
        Enrolment = self.env["vsoko.enrolment"]
        present = Enrolment._get_present_domain(self.campaign_id.date_start)
        return Enrolment.search(Domain("class_id", "=", self.class_id.id) & present).student_id

    def _get_uninvited(self):
        """Return those of the people who have no code yet."""
        people = self._get_people()
        # The user may print the codes; whose is whose is told to nobody.
        known = self.env["vsoko.survey.invitation"].sudo()
        known = known.search([("code_id.group_id", "=", self.id)])
        return people - (known.student_id if self.class_id else known.teacher_id).with_env(self.env)

    def _invite(self, people, salt):
        """Remember whose codes they are: ``{code: pupil or member of staff}``."""
        # As above.
        Code = self.env["vsoko.survey.code"].sudo()
        found = Code.search([("group_id", "=", self.id)])
        ids = {one.hash: one.id for one in found}
        name = "student_id" if self.class_id else "teacher_id"
        self.env["vsoko.survey.invitation"].sudo().create(
            [
                {"code_id": ids[codes.digest(salt, code)], name: person.id}
                for code, person in people.items()
            ]
        )
