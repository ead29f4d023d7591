from odoo import models
from odoo.tools import format_date

from ....tools.reports.file_names import file_name
from ....tools.reports.formatting import DASH
from ....tools.reports.route_paper import RouteText, route_paper


class VsokoRoute(models.Model):
    """The route in print: as much of it as the reader may read."""

    _inherit = "vsoko.route"

    def action_open_pdf(self):
        return self._open_file("pdf", "new")

    def action_open_docx(self):
        return self._open_file("docx", "download")

    def _open_file(self, extension, target):
        return self._open_address(f"/vsoko/route/{self.id}/{extension}", target)

    def _get_file(self, extension):
        """Return (name, bytes) of the route in print."""
        self.ensure_one()
        paper = route_paper(self._prepare_paper(), self.env._)
        name = file_name([self.env._("Individual route"), self.name], extension)
        return name, self.env["vsoko.paper"]._make(paper, extension, self.company_id)

    def _prepare_paper(self):
        return RouteText(
            school=self.company_id.name,
            title=self.name,
            facts=self._get_paper_facts(),
            goals=tuple(
                (goal.display_name, goal.target, goal.progress or DASH) for goal in self.goal_ids
            ),
            steps=tuple(self._get_paper_steps()),
            checks=tuple(
                (self._format_day(check.date), check.assessment_id.display_name)
                for check in self.check_ids
            ),
            corrections=tuple(
                (self._format_day(one.date), one.name, one.author_id.name)
                for one in self.correction_ids
            ),
            aim=self.aim or "",
            ground=self.ground or "",
            signers=((self.env._("Responsible"), self.owner_id.name),),
            is_draft=self.state == "draft",
        )

    def _get_paper_facts(self):
        """Return the pairs (heading, text) of what is known of the route."""
        days = [self._format_day(day) for day in (self.date_start, self.date_end) if day]
        facts = [
            (self.env._("Pupils"), "\n".join(self.member_ids._get_lines())),
            (self.env._("Kind"), self._get_label("kind")),
            (self.env._("Subject"), self.subject_id.name),
            (self.env._("From — to"), " – ".join(days)),
            (self.env._("Responsible"), self.owner_id.name),
            (self.env._("Order"), self.document_id.display_name),
            (self.env._("Status"), self._get_label("state")),
            (self.env._("Goals reached"), self.progress),
            (self.env._("Result"), self._get_label("result")),
            (self.env._("What has become of it"), self.verdict and self.growth_text),
        ]
        return tuple((heading, text) for heading, text in facts if text)

    def _get_paper_steps(self):
        for step in self.step_ids:
            form = dict(step._fields["form"]._description_selection(self.env))[step.form]
            done = self._format_day(step.done_date) if step.is_done else DASH
            who = step.responsible_id.name or DASH
            yield (self._format_day(step.date), step.name, form, step.hours, who, done)

    def _get_label(self, name):
        return dict(self._fields[name]._description_selection(self.env)).get(self[name])

    def _format_day(self, day):
        return format_date(self.env, day)


class VsokoRouteMember(models.Model):
    _inherit = "vsoko.route.member"

    def _get_lines(self):
        """Return a line for each pupil: the name, the class, since when the family agrees."""
        return [
            ", ".join(
                filter(
                    None,
                    (member.student_id.name, member._get_class_name(), member._describe_consent()),
                )
            )
            for member in self
        ]

    def _get_class_name(self):
        # The class of a pupil whom one reads is secret to nobody of the school.
        return self.sudo().student_id.class_id.name

    def _describe_consent(self):
        # Who reads the route sees whether the family agreed, if not the paper itself.
        consent = self.sudo().consent_id
        if not consent.is_in_force:
            return self.env._("no consent in force")
        return self.env._("the family agrees since %(day)s", day=f"{consent.date:%d.%m.%Y}")
