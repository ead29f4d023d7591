from odoo import models
from odoo.exceptions import UserError

from ....tools.reports.types import REPORT_TYPES
from ....tools.reports.year.tables import BESIDE, EVERYBODY, FEW, UNNAMED
from .vsoko_publication_collector import BOUNDS

SCHOOL = "school"
# of a document for readers outside: to read, and to go on with
EXTENSIONS = ("pdf", "docx")


class VsokoReportYearCollector(models.AbstractModel):
    """Documents for readers outside hide what publications of the same periods hide."""

    _inherit = "vsoko.report.year.collector"

    def _get_untold(self, report, period):
        if not period or not REPORT_TYPES[report.type].for_outside:
            return super()._get_untold(report, period)
        return self.env["vsoko.publication.collector"]._get_untold_of_school(period)


class VsokoPublicationCollector(models.AbstractModel):
    _inherit = "vsoko.publication.collector"

    def _get_untold_of_school(self, period):
        """Return ({code of a figure of the school that is hidden from everybody: why, by
        `WHY_HIDDEN`}, codes that are never published).

        What the open page would tell by a bound alone is hidden in a document.
        """
        indicators, _figures, hidden, bounds = self._judge(period, "public")
        closed = {
            indicator.code: UNNAMED if indicator._rests_on_unnamed() else FEW
            for indicator, cells in hidden.items()
            if SCHOOL in cells
        }
        closed |= {
            indicator.code: EVERYBODY if bound in BOUNDS else BESIDE
            for (indicator, cell), bound in bounds.items()
            if cell == SCHOOL
        }
        others = indicators.framework_id.indicator_ids.filtered("has_source") - indicators
        return closed, frozenset(others.mapped("code"))

    def _get_history(self, periods, period):
        """Readers know what published documents have told, too."""
        history = super()._get_history(periods, period)
        for report in self._get_published_documents(periods):
            for key, codes in (report.frozen.get("told") or {}).items():
                disclosed = history.get(int(key))
                for code in codes if disclosed else ():
                    disclosed.shown[code] |= {SCHOOL}
        return history

    def _get_published_documents(self, periods):
        """Return, as superuser, the documents for readers outside that were published."""
        outside = [code for code, declared in REPORT_TYPES.items() if declared.for_outside]
        # Only what they have told is asked, to hide no less; who collects need not read them.
        return (
            self.env["vsoko.report"]
            .sudo()
            .search(
                [
                    ("type", "in", outside),
                    ("company_id", "in", periods.company_id.ids),
                    ("state", "=", "published"),
                ]
            )
        )


class VsokoReport(models.Model):
    """A document for readers outside goes to the open page in one click, as it is."""

    _inherit = "vsoko.report"

    def action_publish_openly(self):
        """Publish the approved document for everybody and open its page; only the director may."""
        self.ensure_one()
        self._check_director()
        if not self.for_outside:
            raise UserError(
                self.env._("“%(name)s” is no document for readers outside.", name=self.name)
            )
        if self.state == "draft":
            raise UserError(
                self.env._("Approve “%(name)s” before publishing it.", name=self.display_name)
            )
        self._take_turn()
        publication = self._get_open_publication()
        if not publication:
            publication = publication.create({"report_id": self.id, "audience": "public"})
        if publication.state == "draft":
            # The director has pressed the button of the document, which is locked and was seen.
            publication._as_seen().action_approve()
        return publication.action_open_page()

    def _get_open_publication(self):
        """Return the publication of this document for everybody, a published one first."""
        found = self.env["vsoko.publication"].search(
            [
                ("report_id", "=", self.id),
                ("audience", "=", "public"),
                ("state", "in", ("draft", "approved")),
            ]
        )
        return found.sorted(lambda publication: publication.state != "approved")[:1]

    def _check_tells_enough_alone(self):
        """Raise when the document tells what must be hidden by now, or figures that are open."""
        self.ensure_one()
        # What the document tells is asked as a whole, whoever publishes it.
        told = self.sudo().frozen.get("told") or {}
        for period in self.env["vsoko.period"].browse(map(int, told)).exists():
            self._check_period_told(period, set(told[str(period.id)]))

    def _check_period_told(self, period, codes):
        if period.state != "approved":
            raise UserError(
                self.env._(
                    "“%(name)s” shows figures of %(period)s, which are not approved yet. Approve"
                    " the figures of the period first.",
                    name=self.name,
                    period=period.display_name,
                )
            )
        hidden, left_out = self.env["vsoko.publication.collector"]._get_untold_of_school(period)
        if codes & (hidden.keys() | left_out):
            raise UserError(
                self.env._(
                    "“%(name)s” tells figures of %(period)s that must be hidden by now. Make a new"
                    " version of it.",
                    name=self.name,
                    period=period.display_name,
                )
            )


class VsokoPublication(models.Model):
    """A publication of a document for readers outside: its files are those of the document."""

    _inherit = "vsoko.publication"

    def _check_fresh(self):
        super()._check_fresh()
        for publication in self.filtered("report_id.for_outside"):
            publication.report_id._check_tells_enough_alone()

    def _prepare_kept_files(self):
        vals_list = super()._prepare_kept_files()
        for publication in self.filtered("report_id.for_outside"):
            vals_list += publication._prepare_files_of_document()
        return vals_list

    def _prepare_files_of_document(self):
        files = [self.report_id._get_file(extension) for extension in EXTENSIONS]
        files += self.report_id._get_enclosed_files()
        return [
            self._prepare_kept_file(place, name, content)
            for place, (name, content) in enumerate(files, start=len(EXTENSIONS))
        ]
