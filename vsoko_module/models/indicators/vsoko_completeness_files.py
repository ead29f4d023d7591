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
            "total_files", the school have "files": {"errors", "ids"} of the last file of each kind,
            class and period. The school counts the files whose class nobody knows as well; a
            class that has nothing but such a file has a row of its own
        """
        matrix = super().get_matrix(year_id)
        has_files = self.env["vsoko.import"].has_access("read")
        year = self.env["vsoko.year"].browse(matrix["year"])
        found = self._find_wrong_files(year) if has_files and year else self.env["vsoko.import"]
        self._add_rows(matrix, found.class_id)
        for row in matrix["rows"]:
            row["files"] = self._describe_files(
                found.filtered(lambda file, row=row: file.class_id.id == row["id"])
            )
        return matrix | {"has_files": has_files, "total_files": self._describe_files(found)}

    @api.model
    def _find_wrong_files(self, year):
        """Return the files of marks with errors that no later file of their place has replaced."""
        marks = [code for code, one in readers.LAYOUTS.items() if one.loader == "marks"]
        placed = Domain("period_id", "in", year.period_ids.ids) | (
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
    def _describe_files(self, files):
        return {"errors": sum(files.mapped("count_error")), "ids": files.ids}
