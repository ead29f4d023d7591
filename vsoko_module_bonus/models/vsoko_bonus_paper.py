from odoo import models
from odoo.exceptions import AccessError
from odoo.tools import formatLang

from odoo.addons.vsoko_module.tools.reports.file_names import file_name

from ..tools import papers
from .roles import KEEPERS


class VsokoBonus(models.Model):
    """The protocol of the commission, the order with its appendix, the file for the payroll."""

    _inherit = "vsoko.bonus"

    def action_open_protocol_pdf(self):
        return self._open_file("protocol", "pdf", "new")

    def action_open_protocol_docx(self):
        return self._open_file("protocol", "docx", "download")

    def action_open_order_pdf(self):
        return self._open_file("order", "pdf", "new")

    def action_open_order_docx(self):
        return self._open_file("order", "docx", "download")

    def action_open_payroll(self):
        return self._open_file("payroll", "xlsx", "download")

    def _open_file(self, what, extension, target):
        return self._open_address(f"/vsoko/bonus/{self.id}/{what}/{extension}", target)

    def _get_file(self, what, extension):
        """Return (name, bytes) of a file with sums of others; it is noted who took it."""
        self.ensure_one()
        self.check_access("read")
        if what != "protocol" and not self.env.user.has_groups(KEEPERS):
            raise AccessError(self.env._("The bookkeeper or the director does this."))
        self.env["vsoko.bonus.look"]._note(self.ids, "file")
        made = {"protocol": self._get_protocol, "order": self._get_order}
        if what == "payroll":
            return self._get_payroll()
        return made[what](extension)

    def _get_protocol(self, extension):
        paper = papers.protocol(self._prepare_paper(), self.env._)
        name = file_name([paper.title, self.period_id.display_name], extension)
        if extension == "docx":
            return name, self.env["vsoko.paper"]._make(paper, extension, self.company_id)
        return name, self.env["vsoko.paper"]._print(paper, across=True)

    def _get_order(self, extension):
        # The text of the order that goes with the sums; who reads the sums reads it.
        order = self.sudo().order_id
        reference = order._get_day_and_number() if order.state == "approved" else ("", "")
        signed = papers.Order(
            title=order.name or self.display_name,
            text=order.content or "",
            director=order.approved_by_id.name or "",
            reference=reference,
        )
        paper = papers.order(self._prepare_paper(), signed, self.env._)
        name = file_name(
            [self.env._("Order"), *filter(None, reference[::-1]), paper.title], extension
        )
        return name, self.env["vsoko.paper"]._make_order(paper, extension, self.company_id)

    def _get_payroll(self):
        prepared = self._prepare_paper()
        name = file_name([prepared.title], "xlsx")
        return name, papers.payroll(prepared, self.env._)

    def _prepare_paper(self):
        """Return the bonus as `papers` takes it: with the rights of the user."""
        # Who is in the commission stands in its protocol, and where an order is in itself.
        known = self.sudo()
        return papers.Paid(
            school=known.company_id.name,
            title=self.env._("Bonus: %(period)s", period=self.period_id.display_name),
            commission=known.commission_id.name or "",
            minutes=self.minutes_text or "",
            chair=known.meeting_id.chair_id.name or "",
            secretary=known.meeting_id.secretary_id.name or "",
            is_draft=self.state not in ("agreed", "ordered", "locked"),
            rules=self._get_rules_text(),
            funds=tuple(self._prepare_fund(fund) for fund in self.fund_ids),
            people=tuple(self._prepare_person(line) for line in self.line_ids),
        )

    def _get_rules_text(self):
        """Return in words what the sums follow from."""
        lines = [
            self.env._(
                "The weight of a person is the points × the share of days at work; the sum is the"
                " weight × the price of a point, which is the fund without the reserve divided by"
                " the sum of weights. Kopecks that are left go by the largest remainder."
            )
        ]
        if self.uses_rate:
            names = ", ".join(self.growing_criterion_ids.mapped("display_name")) or "—"
            lines.append(
                self.env._(
                    "A part of a rate has a part of the points, but for criteria that grow with the"
                    " load: %(names)s.",
                    names=names,
                )
            )
        if self.minimum_points:
            lines.append(
                self.env._("Points at least: %(points)s.", points=self._say(self.minimum_points))
            )
        if self.cap:
            lines.append(
                self.env._("One person gets at most %(cap)s roubles.", cap=self._say(self.cap))
            )
        return "\n".join(lines)

    def _say(self, number):
        return formatLang(self.env, number, digits=2)

    def _prepare_fund(self, fund):
        reasons = dict(fund._fields["reason"]._description_selection(self.env))
        lines = self.line_ids.filtered(lambda line: line.fund_id == fund)
        return papers.FundPaid(
            name=fund.name,
            amount=fund.amount,
            reserve=fund.reserve,
            weights=fund.weights,
            price=fund.price,
            people=fund.people,
            cuts=sum(line._in_kopecks("cut") for line in lines) / 100,
            undistributed=fund.undistributed,
            reason=reasons.get(fund.reason, ""),
        )

    def _prepare_person(self, line):
        notes = dict(line._fields["note"]._description_selection(self.env))
        return papers.PersonPaid(
            name=line.teacher_name,
            number=line.number or "",
            position=line.position or "",
            fund=line.fund_name or "",
            points=None if line.points is False else line.points,
            days=line.days,
            rate=line.rate,
            weight=line.weight,
            amount=line.amount,
            cut=line.cut,
            penalty=line.penalty_order or "",
            before=line.paid_before,
            payable=line.payable,
            note=notes.get(line.note, ""),
        )
