from odoo import api, models
from odoo.exceptions import UserError

from ...tools import readers, school_calendar

# so many changes are shown before a load, the rest is counted
CHANGES_SHOWN = 50


class VsokoImport(models.Model):
    """What the page of uploads shows of several files before and after they are loaded."""

    _inherit = "vsoko.import"

    @api.readonly
    def get_progress(self):
        """State of the files for the upload page, in the order in which they are to be loaded.

        Numbers are None as long as nobody has counted: before the check and of a refused file.

        :return: list of dicts; the lists of people come before what refers to people
        """
        self.check_access("read")
        return [record._describe_progress() for record in self._in_order_of_loading()]

    def _in_order_of_loading(self):
        return self.sorted(lambda record: (record._get_place(), record.id))

    def _get_place(self):
        """Return where files of this kind stand in the order of loading, the unknown last."""
        layout = readers.LAYOUTS.get(self.layout)
        return layout.order if layout else 100

    def _describe_progress(self):
        layouts = dict(self._fields["layout"]._description_selection(self.env))
        is_counted = self.state not in ("draft", "failed")
        counts = {
            "new": self.count_new,
            "changed": self.count_changed,
            "skipped": self.count_skipped,
            "errors": self.count_error,
        }
        return {
            "id": self.id,
            "name": self.name,
            "order": self._get_place(),
            "layout": layouts.get(self.layout, ""),
            "target": self._get_target_text(),
            "state": self.state,
            "state_text": self.completeness,
            "is_partial": self.is_partial,
            "questions": self.question_count,
            "remarks": self.issue_ids[:3].mapped("message"),
            "calendar": self._describe_missing_calendar(),
            **(counts if is_counted else dict.fromkeys(counts)),
        }

    def _get_target_text(self):
        names = (self.class_id.name, self.period_id.name, self.year_id.name)
        return ", ".join(name for name in names if name)

    def _describe_missing_calendar(self):
        """Return {"year": first year, "name"} of the calendar that the file asks for, or False."""
        if not self.missing_calendar:
            return False
        year = self.missing_calendar["year"]
        return {"year": year, "name": school_calendar.school_year(year)[0]}

    @api.readonly
    def get_changes(self):
        """Return what the checked ones of these files would change of what is stored.

        :return: {"count": number of facts that change, "rows": [{"id", "file", "text", "before",
            "after"}]}, of the rows the first ones; a file whose changes are counted only has none
        """
        self.check_access("read")
        files = self.filtered(lambda record: record.state == "checked")
        issues = self.env["vsoko.import.issue"].search(
            [("import_id", "in", files.ids), ("after", "!=", False)],
            order="import_id, row, id",
            limit=CHANGES_SHOWN,
        )
        return {
            "count": sum(files.mapped("count_changed")),
            "rows": [
                {
                    "id": issue.id,
                    "file": issue.import_id.name,
                    "text": issue.text,
                    "before": issue.before,
                    "after": issue.after,
                }
                for issue in issues
            ],
        }

    @api.readonly
    def get_result(self):
        """Return what has come of these files.

        :return: {"files": number of loaded ones, "marks": marks that they brought or changed,
            "errors", "left": number of those that are not loaded, "pages": what can be opened now}
        """
        self.check_access("read")
        loaded = self.filtered(lambda record: record.state == "loaded")
        ledgers = loaded.filtered(lambda record: readers.LAYOUTS[record.layout].loader == "marks")
        return {
            "files": len(loaded),
            "marks": sum(record.count_new + record.count_changed for record in ledgers),
            "errors": sum(self.mapped("count_error")),
            "left": len(self - loaded),
            "pages": loaded._get_pages_after() if loaded else [],
        }

    def _get_pages_after(self):
        """Return [{"text", "name", "action"}]: what later rooms have made of the loaded files."""
        return []

    def action_make_calendar(self):
        """Make the school years and terms that these files name, and check the files again.

        :raise UserError: none of the files asks for a year or for terms
        """
        self.check_access("write")
        asking = self.filtered("missing_calendar")
        if not asking:
            raise UserError(self.env._("None of these files asks for a school year or its terms."))
        asking.company_id._take_import_turn()
        for (company, year), files in asking.grouped(
            lambda record: (record.company_id, record.missing_calendar["year"])
        ).items():
            named = {kind for record in files for kind in record.missing_calendar["kinds"]}
            self.env["vsoko.year"]._open_calendar(company, year, sorted(named))
        return asking.action_check()
