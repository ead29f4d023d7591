from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ...tools import school_calendar

# fields of the school that stand on papers; the administration writes these and nothing else
SCHOOL_FIELDS = ("name", "street", "city", "zip", "phone", "email")
TERMS = ("quarter", "trimester", "half")


class VsokoFirstSteps(models.AbstractModel):
    """From an empty database, or from a new school year, to the first figures.

    A step is done when the data say so: nobody ticks it off, and what is taken back is to be done
    again. Steps are plain JSON: {"key", "name", "text": how far it is, "is_done", "is_later":
    something has to come first}; what a step needs to be done on the page lies beside it.
    """

    _name = "vsoko.first.steps"
    _description = "First steps"

    @api.model
    @api.readonly
    def get_banner(self):
        """Return what the overview says as long as steps are left, or False.

        :return: {"is_new_year", "done", "all", "next": name of the next step}
        """
        if not self._may_take():
            return False
        steps = self._get_steps()
        left = [step for step in steps if not step["is_done"]]
        if not left:
            return False
        return {
            "is_new_year": self._is_new_year(),
            "done": len(steps) - len(left),
            "all": len(steps),
            "next": next((step["name"] for step in left if not step["is_later"]), ""),
        }

    @api.model
    @api.readonly
    def get_page(self):
        """Return {"is_new_year", "steps"} of the school of the user."""
        self._check_may_take()
        return {"is_new_year": self._is_new_year(), "steps": self._get_steps()}

    @api.model
    def save_school(self, name: str, street: str, city: str, zip: str, phone: str, email: str):
        """Write the name and the requisites of the own school; return the page."""
        self._check_may_take()
        values = dict(_paired(SCHOOL_FIELDS, (name, street, city, zip, phone, email)))
        if not values["name"] or not values["city"]:
            raise UserError(self.env._("Enter the name of the school and its town."))
        # The administration has no right to companies: it writes the fields above of its own one.
        self.env.company.sudo().write(values)
        return self.get_page()

    @api.model
    def make_year(self, kind: str):
        """Make the school year of today with terms of a kind, the current one; return the page."""
        self._check_may_take()
        if kind not in TERMS:
            raise UserError(self.env._("Choose quarters, trimesters or half-years."))
        first = school_calendar.first_year_of(fields.Date.context_today(self))
        year = self.env["vsoko.year"]._open_calendar(self.env.company, first, [kind])
        if year.state == "draft":
            year.action_set_current()
        return self.get_page()

    @api.model
    def make_accounts(self):
        """Make the accounts of all employees whose position asks for more than to read."""
        self._check_may_take()
        return self._get_without_account().action_make_accounts()

    @api.model
    def print_invitations(self):
        """Print a sheet with the login and a link for each employee who has not signed in."""
        self._check_may_take()
        accounts = self._get_uninvited()
        if not accounts:
            raise UserError(self.env._("Everybody has a password already."))
        return accounts.action_print_invitation()

    @api.model
    def _may_take(self):
        return self.env.user.has_group("vsoko_module.group_administration")

    @api.model
    def _check_may_take(self):
        if not self._may_take():
            raise AccessError(
                self.env._("Only the administration of the school takes these steps.")
            )

    @api.model
    def _get_year(self):
        return self.env["vsoko.year"].search(
            [("company_id", "=", self.env.company.id), ("state", "=", "current")], limit=1
        )

    @api.model
    def _is_new_year(self):
        """Whether the school has worked here in an earlier year than the current one."""
        year = self._get_year()
        domain = [("company_id", "=", self.env.company.id)]
        if year and not self._is_over(year):
            domain.append(("year_id.date_start", "<", year.date_start))
        return bool(self.env["vsoko.class"].search_count(domain, limit=1)) and bool(year)

    @api.model
    def _is_over(self, year):
        return bool(year) and year.date_end < fields.Date.context_today(self)

    @api.model
    def _get_steps(self):
        """Return the steps in their order; later rooms add theirs."""
        year = self._get_year()
        return [
            self._get_school_step(),
            self._get_year_step(year),
            self._get_files_step(year),
            self._get_homeroom_step(year),
            self._get_people_step(),
        ]

    @api.model
    def _get_school_step(self):
        company = self.env.company
        is_done = company.vsoko_is_named and bool(company.city)
        values = {name: company[name] or "" for name in SCHOOL_FIELDS}
        return {
            "key": "school",
            "name": self.env._("The name and the requisites of the school"),
            "text": company.name if is_done else self.env._("They stand on every paper."),
            "is_done": is_done,
            "is_later": False,
            "values": values if company.vsoko_is_named else values | {"name": ""},
        }

    @api.model
    def _get_year_step(self, year):
        terms = year.period_ids.filtered(lambda period: period.kind in TERMS)
        is_over = self._is_over(year)
        first = school_calendar.first_year_of(fields.Date.context_today(self))
        if is_over:
            text = self.env._("%(year)s is over: promote the classes.", year=year.name)
        elif terms:
            text = self.env._("%(year)s, terms: %(count)s", year=year.name, count=len(terms))
        else:
            text = self.env._("Terms say which marks belong together.")
        return {
            "key": "year",
            "name": self.env._("The school year and its terms"),
            "text": text,
            "is_done": bool(terms) and not is_over,
            "is_later": False,
            "is_over": is_over,
            "year_id": year.id,
            "proposed": school_calendar.school_year(first)[0],
        }

    @api.model
    def _get_files_step(self, year):
        parts = self._get_parts(year)
        return {
            "key": "files",
            "name": self.env._("Files of the school"),
            "text": self.env._("Drop all files at once: the program puts them in order."),
            "is_done": all(part["is_done"] for part in parts),
            "is_later": False,
            "parts": parts,
        }

    @api.model
    def _get_parts(self, year):
        """Return what the files bring: [{"key", "name", "text", "is_done"}]."""
        pupils = self.env["vsoko.enrolment"].search_count([("year_id", "=", year.id)])
        staff = self.env["vsoko.teacher"].search_count([("company_id", "=", self.env.company.id)])
        led = self.env["vsoko.teaching"]._read_group([("year_id", "=", year.id)], ["class_id"], [])
        classes = year.class_count if year else 0
        of_classes = self.env._("classes: %(led)s of %(all)s", led=len(led), all=classes)
        parts = [
            ("pupils", self.env._("Pupils by classes"), str(pupils), bool(pupils)),
            ("staff", self.env._("Staff"), str(staff), bool(staff)),
            ("load", self.env._("Teaching load"), of_classes, bool(led) and len(led) >= classes),
            self._get_marks_part(year),
        ]
        return [dict(_paired(("key", "name", "text", "is_done"), part)) for part in parts if part]

    @api.model
    def _get_marks_part(self, year):
        """Return the part of the marks of the term that ended last, None before that."""
        today = fields.Date.context_today(self)
        ended = year.period_ids.filtered(
            lambda period: period.kind in TERMS and period.date_end < today
        ).sorted("date_end")
        if not ended:
            return None
        term = ended[-1]
        classes = self.env["vsoko.mark"]._read_group(
            [("period_id", "=", term.id)], ["class_id"], []
        )
        text = self.env._(
            "%(term)s, classes: %(known)s of %(all)s",
            term=term.name,
            known=len(classes),
            all=year.class_count,
        )
        return "marks", self.env._("Ledgers of marks"), text, bool(classes)

    @api.model
    def _get_homeroom_step(self, year):
        named = self.env["vsoko.class"].search_count(
            [("year_id", "=", year.id), ("homeroom_teacher_id", "!=", False)]
        )
        classes = year.class_count if year else 0
        return {
            "key": "homeroom",
            "name": self.env._("Class teachers"),
            "text": self.env._("classes: %(led)s of %(all)s", led=named, all=classes),
            "is_done": bool(classes) and named == classes,
            "is_later": not classes,
            "year_id": year.id,
        }

    @api.model
    def _get_people_step(self):
        missing = self._get_without_account()
        accounts = self.env["vsoko.account"].search(
            [
                ("company_id", "=", self.env.company.id),
                ("kind", "=", "staff"),
                ("teacher_id", "!=", False),
                ("state", "!=", "archived"),
            ]
        )
        active = accounts.filtered(lambda account: account.state == "active")
        return {
            "key": "people",
            "name": self.env._("People and roles"),
            "text": self.env._(
                "accounts: %(count)s, have signed in: %(active)s",
                count=len(accounts),
                active=len(active),
            ),
            "is_done": bool(accounts) and not missing,
            "is_later": not (accounts or missing),
            "missing": len(missing),
            "uninvited": len(self._get_uninvited()),
        }

    @api.model
    def _get_without_account(self):
        """Return the employees for whom an account is made in one press."""
        reader = self.env.ref("vsoko_module.group_user")
        teachers = self.env["vsoko.teacher"].search(
            [("company_id", "=", self.env.company.id), ("user_id", "=", False)]
        )
        return teachers.filtered(
            lambda teacher: teacher._may_get_account() and teacher._get_proposed_groups() - reader
        )

    @api.model
    def _get_uninvited(self):
        return self.env["vsoko.account"].search(
            [
                ("company_id", "=", self.env.company.id),
                ("kind", "=", "staff"),
                ("state", "in", ("new", "invited")),
                ("user_id", "!=", self.env.uid),
            ]
        )


def _paired(names, values):
    return zip(names, values, strict=True)
