from odoo import api, models
from odoo.fields import Domain

from ...tools import readers

# states of a file whose errors are still to be mended; what was taken back is over
_STATES = ("checked", "loaded", "failed")


class VsokoCompleteness(models.Model):
    """Which files of marks have errors, beside what of the marks is there."""

    _inherit = "vsoko.completeness"

    @api.model
    def get_matrix(self, year_id: int | None = None):
        """Return the matrix with the errors of the files of marks.

        :return: as before; "has_files": whether the user reads files; each row and, as
            "total_files", the school have "files": {"errors", "ids"} of the last file of each kind
            and place, one for each period and one more for files whose period nobody knows. The
            school counts the files whose class nobody knows as well; a class that has nothing but
            such a file, or whose pupils nobody has entered, has a row of its own
        """
        matrix = super().get_matrix(year_id)
        has_files = self.env["vsoko.import"].has_access("read")
        year = self.env["vsoko.year"].browse(matrix["year"])
        periods = self.env["vsoko.period"].browse([one["id"] for one in matrix["periods"]])
        found = self.env["vsoko.import"]
        found = self._find_wrong_files(year, periods) if has_files and year else found
        empty = periods._find_classes_without_pupils() if has_files else {}
        self._add_rows(matrix, found.class_id.union(*empty.values()))
        of_class = found.grouped(lambda file: file.class_id.id)
        for row in matrix["rows"]:
            row["files"] = self._place_files(matrix, of_class.get(row["id"], found.browse()))
        return matrix | {"has_files": has_files, "total_files": self._place_files(matrix, found)}

    @api.model
    def _find_wrong_files(self, year, periods):
        """Return the files of marks with errors that no later file of their place has replaced."""
        marks = [code for code, one in readers.LAYOUTS.items() if one.loader == "marks"]
        placed = Domain("period_id", "in", periods.ids) | (
            Domain("period_id", "=", False) & Domain("year_id", "=", year.id)
        )
        if year.state == "current":
            placed |= Domain("year_id", "=", False)
        files = self.env["vsoko.import"].search(
            Domain("company_id", "=", year.company_id.id)
            & Domain("state", "in", _STATES)
            & Domain("layout", "in", [*marks, False])
            & placed,
            order="id desc",
        )
        last = {}
        for file in files:
            place = (file.layout, file.class_id, file.period_id)
            # two files without a place are two files
            last.setdefault(place if file.class_id else file, file)
        return files.browse([file.id for file in last.values() if file.count_error])

    @api.model
    def _add_rows(self, matrix, classes):
        shown = {row["id"] for row in matrix["rows"]}
        matrix["rows"] += [
            {"id": one.id, "name": one.name, "cells": [None] * len(matrix["periods"])}
            for one in classes.sorted("key")
            if one.id not in shown
        ]

    @api.model
    def _place_files(self, matrix, files):
        """Return {"errors", "ids"} of the files of each period, then of those without one."""
        of_period = files.grouped(lambda file: file.period_id.id)
        return [
            {"errors": sum(found.mapped("count_error")), "ids": found.ids}
            for period in [*(one["id"] for one in matrix["periods"]), False]
            for found in [of_period.get(period, files.browse())]
        ]
