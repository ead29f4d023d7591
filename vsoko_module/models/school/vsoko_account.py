from markupsafe import Markup

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL, format_date

from ...tools.writers.qr import qr_uri

KINDS = [
    ("staff", "Employee"),
    ("council", "Governing council"),
    ("family", "Family"),
]
STATES = [
    ("new", "Not invited"),
    ("invited", "Invited"),
    ("ready", "Has a password, has not signed in"),
    ("active", "Signs in"),
    ("archived", "Archived"),
]
# an account of several schools has a row in each of them
SCHOOL_BITS = 20


class VsokoAccount(models.Model):
    """An account with a role of ВСОКО in one school, as its administration sees it.

    Read-only: the administration has no right to users in general. What it may change goes
    through `vsoko.account.keeper`, which checks every step.
    """

    _name = "vsoko.account"
    _auto = False
    _log_access = False
    _description = "Account of the school"
    _order = "name, id"
    _depends = {
        "res.users": ["login", "partner_id", "active", "share", "group_ids", "company_ids"],
        "res.partner": ["name", "email", "signup_type"],
        "vsoko.teacher": ["user_id", "company_id", "active"],
    }

    user_id = fields.Many2one("res.users", string="User", readonly=True)
    company_id = fields.Many2one("res.company", string="School", readonly=True)
    name = fields.Char(readonly=True)
    login = fields.Char(readonly=True)
    email = fields.Char(readonly=True)
    kind = fields.Selection(KINDS, readonly=True)
    state = fields.Selection(STATES, readonly=True)
    last_login = fields.Datetime(string="Signed in last", readonly=True)
    teacher_id = fields.Many2one("vsoko.teacher", string="Card of the employee", readonly=True)
    roles = fields.Char(compute="_compute_roles")
    children = fields.Char(
        compute="_compute_children", help="Whose family it is, with the classes of today"
    )
    reasons = fields.Html(string="Why these rights", compute="_compute_reasons", sanitize=False)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT (account.id::bigint << %(bits)s) + school.cid AS id,
                   account.id AS user_id,
                   school.cid AS company_id,
                   partner.name,
                   account.login,
                   partner.email,
                   CASE WHEN NOT account.share THEN 'staff'
                        WHEN %(council)s IN (SELECT gid FROM res_groups_users_rel
                                              WHERE uid = account.id) THEN 'council'
                        ELSE 'family' END AS kind,
                   CASE WHEN NOT account.active THEN 'archived'
                        WHEN entry.last_login IS NOT NULL THEN 'active'
                        WHEN COALESCE(account.password, '') <> '' THEN 'ready'
                        WHEN partner.signup_type IS NOT NULL THEN 'invited'
                        ELSE 'new' END AS state,
                   entry.last_login,
                   (SELECT min(teacher.id) FROM vsoko_teacher teacher
                     WHERE teacher.user_id = account.id AND teacher.active
                       AND teacher.company_id = school.cid) AS teacher_id
              FROM res_users account
              JOIN res_partner partner ON partner.id = account.partner_id
              JOIN res_company_users_rel school ON school.user_id = account.id
              LEFT JOIN LATERAL (SELECT max(log.create_date) AS last_login FROM res_users_log log
                                  WHERE log.create_uid = account.id) entry ON TRUE
             WHERE account.id <> %(root)s
               AND EXISTS (SELECT 1 FROM res_groups_users_rel given
                            WHERE given.uid = account.id AND given.gid IN %(roles)s)
            """,
            bits=SCHOOL_BITS,
            council=self.env.ref("vsoko_module.group_governing_council").id,
            root=self.env.ref("base.user_root").id,
            roles=tuple(self.env["vsoko.account.keeper"]._get_groups().ids),
        )

    def _compute_roles(self):
        for account in self:
            roles = self.env["vsoko.account.keeper"]._get_given_groups(account.user_id)
            account.roles = ", ".join(roles.sorted("sequence").mapped("name"))

    def _compute_children(self):
        # Read by the administration alone, which knows the pupils and the families of its school.
        partners = {account: account.user_id.sudo().partner_id.id for account in self}
        students = self.env["vsoko.student"].search([("guardian_ids", "in", [*partners.values()])])
        for account in self:
            own = students.filtered(
                lambda student, one=account: partners[one] in student.guardian_ids.ids
            )
            account.children = ", ".join(
                " ".join(filter(None, (student.name, student.class_id.name))) for student in own
            )

    def _compute_reasons(self):
        for account in self:
            lines = [Markup("<li>%s</li>") % line for line in account._get_reasons()]
            account.reasons = Markup("<ul>%s</ul>") % Markup("").join(lines)

    def _get_reasons(self):
        """Return a line for each right of ВСОКО: given by whom and when, or part of which role."""
        keeper = self.env["vsoko.account.keeper"]
        given = keeper._get_given_groups(self.user_id)
        grants = self.env["vsoko.role.grant"].search(
            [("user_id", "=", self.user_id.id), ("is_given", "=", True)], order="id desc"
        )
        lines = []
        for group in keeper._get_groups().sorted("sequence", reverse=True):
            if group in given:
                lines.append(self._get_reason_given(group, grants))
            elif wider := given.filtered(lambda one, group=group: group in one.all_implied_ids):
                lines.append(
                    self.env._(
                        "%(role)s: part of “%(wider)s”",
                        role=group.name,
                        wider=", ".join(wider.mapped("name")),
                    )
                )
        return lines

    def _get_reason_given(self, group, grants):
        grant = grants.filtered(lambda grant: grant.group_id == group)[:1]
        if not grant:
            return self.env._("%(role)s: given in the settings of Odoo", role=group.name)
        return self.env._(
            "%(role)s: given by %(name)s on %(date)s",
            role=group.name,
            name=grant.create_uid.name,
            date=format_date(self.env, grant.create_date),
        )

    def action_edit(self):
        """Open the roles of the account."""
        self.ensure_one()
        return self.env["vsoko.account.editor"]._open(
            user_id=self.user_id.id, company_id=self.company_id.id
        )

    def action_print_invitation(self):
        """Print a sheet with the login and a link for each chosen account."""
        self.env["vsoko.account.keeper"]._prepare_invitations(self)
        return self.env.ref("vsoko_module.vsoko_account_action_report").report_action(self)

    def action_send_invitation(self):
        """Send the same by mail to those who have an address."""
        keeper = self.env["vsoko.account.keeper"]
        without = self.filtered(lambda account: not account.email)
        if without:
            raise UserError(
                self.env._(
                    "No e-mail address: %(names)s. Print the invitation instead.",
                    names=", ".join(without.mapped("name")),
                )
            )
        keeper._send_invitations(self)
        return self._toast(
            ", ".join(self.mapped("email")),
            title=self.env._("The invitation is queued for sending"),
            reload=True,
        )

    def action_archive_account(self):
        """Close the account; its marks and documents stay."""
        self.env["vsoko.account.keeper"]._set_active(self, False)
        return self._toast(self.env._("Accounts closed"), len(self), reload=True)

    def action_restore_account(self):
        """Open an archived account again."""
        self.env["vsoko.account.keeper"]._set_active(self, True)
        return self._toast(self.env._("Accounts opened again"), len(self), reload=True)

    def _get_of(self, user, company):
        """Return the account of a user in a school."""
        return self.browse((user.id << SCHOOL_BITS) + company.id)

    def _prepare_sheet(self):
        """Return what the printed invitation tells; the right is checked on the way."""
        self.ensure_one()
        invitation = self.env["vsoko.account.keeper"]._prepare_invitations(self)[self]
        return {**invitation, "picture": qr_uri(invitation["url"])}
