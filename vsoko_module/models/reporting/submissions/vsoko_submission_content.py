import base64
import hashlib
import re

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import file_open

from ....tools.reports.file_names import file_name
from ....tools.russian_order import order_key
from ....tools.scopes import SCOPES
from ....tools.writers.xml_file import PLACES, InvalidDocument, report_xml
from ...school.vsoko_class import LEVELS

SCHEMA = "vsoko_module/static/xsd/vsoko-report-1.0.xsd"


class VsokoSubmission(models.Model):
    """The file of an entry: the filled form, the XML document, or the file of a report."""

    _inherit = "vsoko.submission"

    def action_make(self):
        """Make the file anew from the figures as they are now; raise when it is not sound."""
        self.check_access("write")
        self._check_unlocked()
        self._take_time()
        for entry in self:
            if entry.is_withdrawal:
                raise UserError(self.env._("A withdrawal is a letter and has no file of figures."))
            content, extension, empty = getattr(entry, f"_make_{entry.kind}")()
            entry._store(
                {
                    "file": base64.b64encode(content),
                    "file_name": entry._get_file_name(extension),
                    "file_hash": hashlib.sha256(content).hexdigest(),
                    "made_date": fields.Datetime.now(),
                    "made_by_id": self.env.uid,
                    "period_version": entry.period_id.version,
                    "is_preliminary": entry._is_preliminary(),
                    "empty_count": empty,
                }
            )
        return self._toast(self.env._("The file is made"))

    def action_download(self):
        return self._open_address(
            f"/web/content/{self._name}/{self.id}/file/{self.file_name}?download=true", "download"
        )

    def action_download_schema(self):
        """Give the schema of the XML documents to whoever asks how to read them."""
        return {"type": "ir.actions.act_url", "url": f"/{SCHEMA}", "target": "download"}

    def _get_hash(self):
        content = base64.b64decode(self.with_context(bin_size=False).file or b"")
        return hashlib.sha256(content).hexdigest()

    def _is_preliminary(self):
        if self.kind == "report":
            return self.report_id.state == "draft"
        return self.period_id.state != "approved"

    def _get_file_name(self, extension):
        if self.kind == "report":
            return self.report_id._get_file_name(extension)
        parts = [self.env._("VSOKO"), *re.split(r"[:,]", self.name)]
        if self._is_preliminary():
            parts.append(self.env._("preliminary"))
        return file_name(parts, extension)

    def _make_report(self):
        _name, content = self.report_id._get_file(self.report_format)
        return content, self.report_format, 0

    def _make_form(self):
        self._check_counted()
        content, problems = self.form_id._fill(self.period_id)
        return content, "xlsx", problems

    def _check_counted(self):
        if not self.period_id.value_count:
            raise UserError(
                self.env._(
                    "There are no figures of %(period)s yet: calculate the indicators first.",
                    period=self.period_id.display_name,
                )
            )

    def _make_xml(self):
        self._check_counted()
        with file_open(SCHEMA, "rb") as schema:
            try:
                return report_xml(self._prepare_document(), schema.read()), "xml", 0
            except InvalidDocument as error:
                raise UserError(
                    self.env._(
                        "The document does not meet the schema and was not kept: %(problems)s",
                        problems="; ".join(error.problems),
                    )
                ) from None

    def _prepare_document(self):
        """Return the document for `tools.writers.xml_file`."""
        period = self.period_id
        framework = self.env["vsoko.framework"]._get_of_period(period)
        inn = self.company_id.vat or ""
        return {
            "created": fields.Datetime.now(),
            "small_groups_hidden": self.hides_small,
            "school": {
                "name": self.company_id.name,
                "inn": inn if len(inn) == 10 and inn.isdecimal() else None,
            },
            "period": {
                "name": period.name,
                "schoolYear": period.year_id.name,
                "kind": period.kind,
                "start": period.date_start,
                "end": period.date_end,
                "status": "approved" if period.state == "approved" else "preliminary",
                "approval": period.version,
            },
            "framework": {"name": framework.name or "", "from": framework.date_from},
            "indicators": self._prepare_indicators(framework),
        }

    def _prepare_indicators(self, framework):
        indicators, hidden = self._get_shown(framework)
        scopes = [code for code in self.scope_ids.mapped("code") if code in PLACES]
        found = self.env["vsoko.indicator.value"]._read_submitted(
            self.period_id, indicators, Domain("scope", "in", scopes)
        )
        figures = {}
        for figure, place in self._get_places(found):
            is_hidden = figure.cell in hidden.get(figure.code, ())
            figures.setdefault(figure.code, []).append(
                (figure.hide() if is_hidden else figure, place)
            )
        return [
            {
                "code": indicator.code,
                "name": indicator.name,
                "unit": indicator.unit,
                "digits": indicator.digits,
                "direction": indicator.direction,
                "target": indicator._get_target(),
                "figures": figures.get(indicator.code, []),
            }
            for indicator in indicators.sorted("sequence")
        ]

    def _get_shown(self, framework):
        """Return (indicators of the document, {code of an indicator: hidden cells}).

        What is hidden is decided as for publications, over the whole tree of the school: so a
        document gives away nothing that a publication of the same period hides.
        """
        if not self.hides_small:
            return framework.indicator_ids.filtered("has_source"), {}
        collector = self.env["vsoko.publication.collector"]
        indicators = collector._get_indicators(self.period_id)
        figures = collector._read_figures(self.period_id, indicators)
        hidden = collector._get_hidden(self.period_id, indicators, figures)
        return indicators, {indicator.code: cells for indicator, cells in hidden.items()}

    def _get_places(self, figures):
        """Return [(figure, where it stands)] in the order for people; names come in two queries."""
        classes = self._get_records("vsoko.class", figures, "class_id")
        subjects = self._get_records("vsoko.subject", figures, "subject_id")
        levels = [code for code, _name in LEVELS]
        scopes = list(SCOPES)

        def prepare(figure):
            keys = figure.keys
            school_class = classes.get(keys.get("class_id"))
            subject = subjects.get(keys.get("subject_id"))
            return {
                "level": keys.get("level"),
                "grade": school_class.grade if school_class else keys.get("grade"),
                "class_name": school_class and school_class.name,
                "subject_code": subject and subject.code,
                "subject_name": subject and subject.name,
            }

        def order(pair):
            figure, place = pair
            return (
                scopes.index(figure.scope),
                levels.index(place["level"]) if place["level"] else 0,
                place["grade"] or 0,
                order_key(place["class_name"] or place["subject_name"]),
            )

        return sorted(((figure, prepare(figure)) for figure in figures), key=order)

    def _get_records(self, model, figures, name):
        ids = {figure.keys.get(name) for figure in figures} - {None}
        return {record.id: record for record in self.env[model].browse(ids)}
