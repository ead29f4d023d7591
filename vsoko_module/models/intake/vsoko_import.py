import base64

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_datetime

from ...tools import readers
from .loaders import LOADERS, Resolver
from .loaders.issue import ERROR, Issue

LAYOUTS = [(layout.key, layout.title) for layout in readers.LAYOUTS.values()]
_COUNTS = (
    "count_new",
    "count_changed",
    "count_skipped",
    "count_error",
    "count_rows",
    "count_rows_loaded",
    "count_cells_left",
)
# of a new file, and of one that is loaded, the opened cells are of no use, see vsoko_import_cells
NOT_KEPT = {"cells": False, "cells_of": False}
# what the actions recognise for a file belongs to that file only
_RECOGNISED = ("layout", "arrangement_id", "year_id", "period_id", "class_id", "assessment_id")


class VsokoImport(models.Model):
    """One uploaded file: check it, load it, take the load back.

    A load is one transaction: it is stored whole or not at all.
    """

    _name = "vsoko.import"
    _inherit = ["vsoko.lock.mixin", "vsoko.company.mixin"]
    _description = "Import of a file"
    _order = "id desc"
    _locked_states = ("loaded",)
    _locked_fields = frozenset({"file", "read_hidden", *_RECOGNISED})
    # what the load has met is a log of it
    _locks_parts = False

    name = fields.Char(string="File name", required=True)
    file = fields.Binary(required=True, attachment=True)
    layout = fields.Selection(
        LAYOUTS, string="Kind of file", help="Empty: recognised by the content"
    )
    arrangement_id = fields.Many2one(
        "vsoko.import.arrangement",
        string="Columns as told",
        index="btree_not_null",
        check_company=True,
        ondelete="set null",
        copy=False,
        help="What people said about the columns; empty: the headings say it themselves",
    )
    year_id = fields.Many2one(
        "vsoko.year",
        string="School year",
        check_company=True,
        help="Empty: the year in the titles of the file, else the current one",
    )
    period_id = fields.Many2one(
        "vsoko.period",
        check_company=True,
        help="Empty: the period in the titles of the file",
    )
    class_id = fields.Many2one(
        "vsoko.class",
        check_company=True,
        help="Empty: the class in the titles of the file",
    )
    assessment_id = fields.Many2one(
        "vsoko.assessment",
        string="Assessment",
        check_company=True,
        help="For a file of results; empty: found by the subject, the classes and the date",
    )
    read_hidden = fields.Boolean(
        string="Read hidden sheets",
        help="Hidden sheets are often last year's or drafts: they are named and not read",
    )
    state = fields.Selection(
        [
            ("draft", "Not checked"),
            ("checked", "Checked"),
            ("loaded", "Loaded"),
            ("undone", "Taken back"),
            ("failed", "Refused"),
        ],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        group_expand=True,
    )
    # of the file as it was opened last
    file_hash = fields.Char(readonly=True, copy=False, index=True)
    target = fields.Char(
        readonly=True, copy=False, help="Where the file was loaded: layout, year, period and class"
    )
    issue_ids = fields.One2many("vsoko.import.issue", "import_id", string="Remarks")
    issue_count = fields.Integer(compute="_compute_issue_count", string="Number of remarks")
    count_new = fields.Integer(string="New", readonly=True, copy=False)
    count_changed = fields.Integer(string="Changed", readonly=True, copy=False)
    count_skipped = fields.Integer(string="Unchanged", readonly=True, copy=False)
    count_error = fields.Integer(string="Errors", readonly=True, copy=False)
    count_rows = fields.Integer(string="Rows of the file", readonly=True, copy=False)
    count_rows_loaded = fields.Integer(string="Rows used", readonly=True, copy=False)
    count_cells_left = fields.Integer(
        string="Cells left out", readonly=True, copy=False, help="Of rows that are used otherwise"
    )
    # {"year": first year, "kinds": kinds of terms} that the file names and the calendar has not
    missing_calendar = fields.Json(readonly=True, copy=False)
    date_loaded = fields.Datetime(string="Loaded on", readonly=True, copy=False)
    loaded_by_id = fields.Many2one("res.users", string="Loaded by", readonly=True, copy=False)

    # two loads of one file into one place: the second finds the first here, whoever is faster
    _loaded_once = models.UniqueIndex(
        "(company_id, file_hash, target) WHERE state = 'loaded'",
        "This file is already loaded.",
    )

    @api.depends("issue_ids")
    def _compute_issue_count(self):
        counts = dict(
            self.env["vsoko.import.issue"]._read_group(
                [("import_id", "in", self.ids)], ["import_id"], ["__count"]
            )
        )
        for record in self:
            record.issue_count = counts.get(record._origin, 0)

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            vals["name"] = _base_name(vals.get("name"))
        return super().create(vals_list)

    def write(self, vals):
        if "name" in vals:
            vals = vals | {"name": _base_name(vals["name"])}
        if "file" in vals:
            vals = dict.fromkeys(_RECOGNISED, False) | vals
        result = super().write(vals)
        if "file" in vals:
            self._store(NOT_KEPT | {"state": "draft"})
        return result

    def _get_locked_text(self):
        return self.env._(
            "A loaded file does not change: facts refer to it. Take the load back first."
        )

    def action_check(self):
        """Say what loading would do: fill the remarks and the counts, write no facts."""
        self.check_access("write")
        for record in self:
            if record.state == "loaded":
                raise UserError(self.env._("%(name)s is already loaded.", name=record.name))
            record._show_plan(record._make_plan())
        if "failed" in self.mapped("state"):
            return self._toast(self.env._("Refused: the remarks say why"), type="danger")
        return self._toast(self.env._("Checked, would be new or changed"), self._count_facts())

    def action_load(self):
        """Load the checked files and recalculate the indicators of the affected periods.

        :raise UserError: refused file, nothing to load, or the same file loaded before
        """
        self.check_access("write")
        periods = self.env["vsoko.period"]
        for record in self:
            periods |= record._load()
        periods._after_load()
        return self._toast(self.env._("Loaded, new or changed"), self._count_facts())

    def action_undo(self):
        """Take the loads back, the last one first: give facts their previous values.

        :raise UserError: when something else has changed the facts since
        """
        self.check_access("write")
        periods = self.env["vsoko.period"]
        last = self.env["vsoko.import.change"]._get_last_ids(self)
        for record in self.sorted(lambda record: last.get(record, 0), reverse=True):
            periods |= record._undo()
        periods._after_load()
        return self._toast(self.env._("The load is taken back"))

    def _count_facts(self):
        return sum(record.count_new + record.count_changed for record in self)

    def _get_content(self):
        self.ensure_one()
        return base64.b64decode(self.with_context(bin_size=False).file or b"")

    def _make_plan(self):
        """The planned loader, or the ``Refused`` of the file."""
        self.ensure_one()
        self._take_time()
        try:
            extract = self._read_file()
        except readers.Refused as refused:
            return refused
        layout = readers.LAYOUTS[extract.layout]
        loader = LOADERS[layout.loader](self, extract, Resolver(self.env, self.company_id))
        loader.plan()
        self._report_arrangement(loader)
        return loader

    def _read_file(self):
        """The ``Extract`` of the file; raise ``readers.Refused``."""
        return readers.extract(
            self._get_sheets(),
            layout=self.layout or None,
            today=fields.Date.context_today(self),
            hidden=self.read_hidden,
            **self._get_arrangements(),
        )

    def _show_plan(self, plan):
        """Store the remarks, counts and targets of a plan."""
        self.issue_ids.unlink()
        self._store({"missing_calendar": getattr(plan, "missing_calendar", False) or False})
        if isinstance(plan, readers.Refused):
            issue = Issue(ERROR, plan.message(self.env._))
            self.env["vsoko.import.issue"]._keep(self, [issue])
            counts = dict.fromkeys(_COUNTS, 0)
            self._store(counts | {"state": "failed", "count_error": 1})
            return
        self.env["vsoko.import.issue"]._keep(self, plan.issues)
        rows, rows_loaded, cells_left = plan.completeness()
        vals = {
            "count_rows": rows,
            "count_rows_loaded": rows_loaded,
            "count_cells_left": cells_left,
            "layout": plan.extract.layout,
            "state": "checked",
            "count_new": plan.new,
            "count_changed": plan.changed,
            "count_skipped": plan.skipped,
            "count_error": sum(issue.severity == ERROR for issue in plan.issues),
        }
        self._store(vals | {name: id_ for name, id_ in plan.targets().items() if id_})

    def _load(self):
        self.ensure_one()
        self.lock_for_update(allow_referencing=True)
        if self.state == "loaded":
            raise UserError(self.env._("%(name)s is already loaded.", name=self.name))
        self.company_id._take_import_turn()
        plan = self._make_plan()
        self._show_plan(plan)
        if self.state == "failed":
            raise UserError(self.issue_ids[:1].message)
        self._check_loadable(plan)
        periods = plan.apply()
        self._store(
            NOT_KEPT
            | {
                "state": "loaded",
                "target": self._get_target(),
                # the time that the loaded facts bear: whoever corrects them later bears another
                "date_loaded": self.env.cr.now(),
                "loaded_by_id": self.env.uid,
            }
        )
        self.env.flush_all()
        return periods

    def _get_target(self):
        return "/".join(
            str(part)
            for part in (
                self.layout,
                self.year_id.id,
                self.period_id.id,
                self.class_id.id,
                *self.assessment_id.ids,
                *(["hidden"] if self.read_hidden else ()),
            )
        )

    def _check_loadable(self, plan):
        same = self.search(
            [
                ("company_id", "=", self.company_id.id),
                ("state", "=", "loaded"),
                ("file_hash", "=", self.file_hash),
                ("target", "=", self._get_target()),
            ],
            limit=1,
        )
        if same:
            raise UserError(
                self.env._(
                    "The same file was loaded on %(date)s by %(user)s: %(name)s.",
                    date=format_datetime(self.env, same.date_loaded),
                    user=same.loaded_by_id.name,
                    name=same.name,
                )
            )
        if self.is_empty:
            raise UserError(
                self.env._(
                    "%(name)s: nothing can be loaded. %(message)s",
                    name=self.name,
                    message=self.issue_ids[:1].message or "",
                )
            )

    def _undo(self):
        self.ensure_one()
        self._take_time()
        self.lock_for_update(allow_referencing=True)
        if self.state != "loaded":
            raise UserError(self.env._("%(name)s is not loaded.", name=self.name))
        self.company_id._take_import_turn()
        changes = self.env["vsoko.import.change"].search([("import_id", "=", self.id)])
        periods = changes._undo()
        self._store({"state": "undone"})
        self.env.flush_all()
        return periods


def _base_name(name):
    """The name without folders, whatever system it comes from."""
    return (name or "").replace("\\", "/").rpartition("/")[2].strip()[:255] or "file"
