from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import email_normalize

from ...models.school.vsoko_account import KINDS
from ...tools.logins import login_of
from ...tools.roles import proposed


class VsokoAccountEditor(models.TransientModel):
    """Makes an account of the school or changes its roles; `vsoko.account.keeper` decides."""

    _name = "vsoko.account.editor"
    _description = "Account and roles"

    company_id = fields.Many2one(
        "res.company", string="School", required=True, default=lambda self: self.env.company
    )
    user_id = fields.Many2one("res.users", string="Account")
    kind = fields.Selection(KINDS, required=True, default="staff")
    teacher_id = fields.Many2one(
        "vsoko.teacher",
        string="Card of the employee",
        domain="[('company_id', '=', company_id)]",
        help="Without the card an employee sees no own classes and lessons",
    )
    student_ids = fields.Many2many(
        "vsoko.student", string="Children", domain="[('company_id', '=', company_id)]"
    )
    name = fields.Char(string="Full name")
    email = fields.Char(string="E-mail")
    login = fields.Char(
        compute="_compute_login",
        store=True,
        readonly=False,
        help="The address, or any word for who has none",
    )
    role_ids = fields.Many2many("res.groups", string="Roles")
    allowed_role_ids = fields.Many2many("res.groups", compute="_compute_allowed_role_ids")
    hint = fields.Char(compute="_compute_hint")

    def _open(self, **defaults):
        return self._open_action(
            "vsoko_module.vsoko_account_editor_action",
            self.env._("Account and roles"),
            context={f"default_{name}": value for name, value in defaults.items()},
        )

    @api.model
    def default_get(self, fields):
        values = super().default_get(fields)
        if values.get("user_id"):
            values |= self._read_account(self.env["res.users"].browse(values["user_id"]), values)
        elif values.get("teacher_id"):
            values |= self._propose(self.env["vsoko.teacher"].browse(values["teacher_id"]))
        return values

    def _read_account(self, user, values):
        company = self.env["res.company"].browse(values.get("company_id") or self.env.company.id)
        account = self.env["vsoko.account"]._get_of(user, company)
        groups = self.env["vsoko.account.keeper"]._get_given_groups(user)
        return {
            "name": account.name,
            "login": account.login,
            "email": account.email,
            "kind": account.kind,
            "teacher_id": account.teacher_id.id,
            "role_ids": groups.ids,
        }

    def _propose(self, teacher):
        """Return what the card of an employee says of the account."""
        groups = (
            self.env["vsoko.account.keeper"]
            ._get_groups()
            .browse(
                self.env.ref(f"vsoko_module.group_{name}").id for name in proposed(teacher.position)
            )
        )
        grantable = self.env["vsoko.account.keeper"]._get_grantable()
        return {"name": teacher.name, "kind": "staff", "role_ids": (groups & grantable).ids}

    @api.onchange("teacher_id")
    def _onchange_teacher_id(self):
        if self.teacher_id and not self.user_id:
            self.update(self._propose(self.teacher_id))

    @api.onchange("kind")
    def _onchange_kind(self):
        if not self.user_id and self.kind != "staff":
            name = "governing_council" if self.kind == "council" else "family"
            self.role_ids = self.env.ref(f"vsoko_module.group_{name}")
            self.teacher_id = False

    @api.depends("email", "name")
    def _compute_login(self):
        for editor in self:
            if not editor.user_id:
                editor.login = email_normalize(editor.email or "") or login_of(editor.name)

    @api.depends("kind")
    def _compute_allowed_role_ids(self):
        keeper = self.env["vsoko.account.keeper"]
        grantable = keeper._get_grantable()
        staff = grantable.filtered(keeper._is_of_staff)
        for editor in self:
            editor.allowed_role_ids = staff if editor.kind == "staff" else grantable - staff

    @api.depends("teacher_id", "role_ids", "kind")
    def _compute_hint(self):
        for editor in self:
            editor.hint = editor._get_hint()

    def _get_hint(self):
        if self.kind == "family":
            return self.env._("The parent sees the marks of the chosen children and nobody else.")
        if self.kind == "council":
            return self.env._("The member reads on the portal what is published for the council.")
        if not self.teacher_id:
            return self.env._("Without a card the employee has no own classes and lessons.")
        missing = [
            self.env.ref(f"vsoko_module.group_{name}")
            for name in proposed(self.teacher_id.position)
        ]
        grantable = self.env["vsoko.account.keeper"]._get_grantable()
        above = [group.name for group in missing if group not in grantable]
        if above:
            return self.env._(
                "By the position: %(roles)s. This role is given by the director or the"
                " administrator of Odoo.",
                roles=", ".join(above),
            )
        return self.env._("Proposed by the position “%(name)s”.", name=self.teacher_id.position)

    def action_save(self):
        """Make the account or change its roles, and open it."""
        self.ensure_one()
        keeper = self.env["vsoko.account.keeper"]
        if self.user_id:
            user = self.user_id
            keeper._set_roles(user, self.company_id, self.role_ids)
        else:
            user = self._create_user(keeper)
        self._link_card(user)
        return self.env["vsoko.account"]._get_of(user, self.company_id)._open_records()

    def _create_user(self, keeper):
        if not (self.name or "").strip():
            raise UserError(self.env._("Enter the full name."))
        vals = {"name": self.name.strip(), "email": self.email, "login": self.login}
        if self.kind != "family":
            return keeper._create_account(self.company_id, self.role_ids, vals)
        if not self.student_ids:
            raise UserError(self.env._("Choose the children of the parent."))
        user = keeper._create_account(self.company_id, self.role_ids, vals)
        # the contact was just made for this account, which the keeper has checked
        self.student_ids.write({"guardian_ids": [(4, user.sudo().partner_id.id)]})
        return user

    def _link_card(self, user):
        card = self.teacher_id
        if not card or card.user_id == user:
            return
        # only whether the card is somebody else's is asked
        if card.sudo().user_id or card.company_id != self.company_id:
            raise UserError(
                self.env._("The card of %(name)s belongs to another account.", name=card.name)
            )
        card.user_id = user
