from typing import TypedDict

from odoo import models

from ....tools.statistics import cells
from ....tools.statistics.values import NUMBERS, number_text
from .vsoko_data_form import OPEN_STATES


class EnteredCell(TypedDict, total=False):
    """A cell as the page sends it: `save_values` reads it."""

    element: int
    cell: str
    value: str | int | None
    reason: str | None
    comment: str | None
    follow_up: bool
    version: int


class VsokoDataForm(models.Model):
    """What the page of a form shows and stores."""

    _inherit = "vsoko.data.form"

    def get_entry_sheet(self):
        """Return what the page for filling in shows.

        :return: ``{'id', 'name', 'head', 'elements': {id: what is asked}, 'reasons', 'sections':
            [{'id', 'name', 'note', 'copies', 'can_copy', 'blocks': [{'columns', 'rows'}]}],
            'rows': [row], 'findings'}``. A block with ``columns`` (ids of elements) is a grid, its
            rows are the members of a breakdown; one without is a list, a row of one cell each. A
            row is ``{'id', 'name', 'element', 'cells'}``, see `_describe_cell`
        """
        self.ensure_one()
        self.check_access("read")
        sheet = self._build_sheet()
        reasons = self.env["vsoko.data.value"]._fields["reason"]
        return sheet | {
            "id": self.id,
            "name": self.display_name,
            "head": self._describe_head(),
            "elements": {
                one.id: self._describe_element(one) for one in self.set_id._get_elements()
            },
            "reasons": reasons._description_selection(self.env),
            "findings": self._get_sheet_findings(),
        }

    def save_entry_sheet(self, rows: list[str], changes: list[EnteredCell]):
        """Store cells that were changed on the page, in rows of these ids.

        :return: ``{'saved': [row], 'conflicts': [row], 'refused': [{'row', 'element', 'cell',
            'message'}], 'head', 'sections', 'findings'}``, all as they are stored now
        """
        answers = self.save_values([dict(change) for change in changes])
        bad = {
            status: {(one["element"], one["cell"]) for one in answers if one["status"] == status}
            for status in ("conflict", "refused")
        }
        saved, conflicts = [], []
        sheet = self._build_sheet()
        for row in sheet["rows"]:
            if row["id"] in rows:
                keys = {(cell["element"], cell["cell"]) for cell in row["cells"]}
                if keys & bad["conflict"]:
                    conflicts.append(row)
                elif not keys & bad["refused"]:
                    saved.append(row)
        return {
            "saved": saved,
            "conflicts": conflicts,
            "refused": [one for one in answers if one["status"] == "refused"],
            "head": self._describe_head(),
            "sections": sheet["sections"],
            "findings": self._get_sheet_findings(),
        }

    def action_open_entry(self):
        self.ensure_one()
        self.check_access("read")
        return self._open_action(
            "vsoko_module.vsoko_data_entry_action",
            context={"active_id": self.id, "active_model": self._name},
        )

    def _get_sheet_findings(self):
        """What rules say of the values; later rooms know some."""
        return []

    def _describe_head(self):
        user = self.env.user
        is_open = self.state in OPEN_STATES and not self._is_reopening_over()
        may_fill = self._is_of_administration() or self.filler_id == user
        may_check = self.checker_id == user or (
            not self.checker_id and self._is_of_administration()
        )
        returned = self.reopening_ids[:1] if is_open else self.reopening_ids.browse()
        states = dict(self._fields["state"]._description_selection(self.env))
        return {
            "state": self.state,
            "state_name": states[self.state],
            "note": self.set_id.note or "",
            "due": self.due_date.strftime("%d.%m.%Y"),
            "is_late": self.is_late,
            "is_open": is_open and may_fill,
            "can_check": may_check and self.state == "complete" and self.completed_by_id != user,
            "can_reopen": self._is_of_administration() and not is_open,
            "returned": returned.reason or "",
            "expected": self.expected,
            "filled": self.filled,
            "excused": self.excused,
            "copied": self.copied_unconfirmed,
            "completeness": number_text(self.completeness, 1),
        }

    def _describe_element(self, element):
        bounds = {
            "percent": (0, 100),
            "integer": element._get_bounds(),
            "number": element._get_bounds(),
        }
        least, most = bounds.get(element.value_type, (None, None))
        return {
            "name": element.name,
            "help": element.help or "",
            "kind": element.value_type,
            "unit": "%" if element.value_type == "percent" else element.unit or "",
            "least": least,
            "most": most,
            "choices": [(one.id, one.name) for one in element.choice_set_id.option_ids],
            "words": element._get_words() or None,
            "evidence": element.evidence,
            "is_required": element in self.set_id.compulsory_ids,
            "is_added_up": element.value_type in ("integer", "number"),
        }

    def _build_sheet(self):
        """Return the sections, and the rows of all of them in their order."""
        members = self._get_members()[self]
        expected = set(self._get_cells()[self])
        stored = {(one.element_id, one.cell): one for one in self.value_ids}
        previous = self._get_previous_values()
        sections, rows = [], []

        def describe(element, cell):
            return self._describe_cell(
                element,
                cell,
                stored.get((element, cell), self.env["vsoko.data.value"]),
                previous.get((element, cell)),
                (element, cell) in expected,
            )

        for section in self.set_id.section_ids:
            blocks = section._build_blocks(members, describe)
            rows += [row for block in blocks for row in block["rows"]]
            sections.append(self._describe_section(section, blocks, stored))
        return {"sections": sections, "rows": rows}

    def _describe_section(self, section, blocks, stored):
        copies = [
            one
            for (element, _cell), one in stored.items()
            if one.state == "copied" and element in section.element_ids
        ]
        return {
            "id": section.id,
            "name": section.name,
            "note": section.note or "",
            "copies": len(copies),
            "can_copy": any(one.copy_policy == "offer" for one in section.element_ids),
            "blocks": [
                {"columns": block["columns"], "rows": [row["id"] for row in block["rows"]]}
                for block in blocks
            ],
        }

    def _describe_cell(self, element, cell, value, previous, is_expected):
        """``{'element', 'cell', 'is_shut', 'value': text or id, 'state', 'reason', 'comment',
        'follow_up', 'version', 'unchanged', 'files', 'previous': what stood last time}``."""
        return {
            "element": element.id,
            "cell": cell,
            "is_shut": not is_expected,
            "value": value._get_entry_text(),
            "state": value.state or "",
            "reason": value.reason or "",
            "comment": value.comment or "",
            "follow_up": value.follow_up,
            "version": value.version or 0,
            "unchanged": value.unchanged,
            "files": [{"id": one.id, "name": one.name} for one in value.attachment_ids],
            "previous": previous.shown if previous else "",
        }


class VsokoDataSection(models.Model):
    _inherit = "vsoko.data.section"

    def _build_blocks(self, members, describe):
        """Return [{'columns', 'rows'}] of a section.

        Elements of a matrix that have one breakdown are one grid: its members go down as pupils
        do in a score sheet, so a list of classes pastes as it is; everything else is a list.

        :param members: as `_get_members` gives them
        :param describe: (element, key of the member) → cell
        """
        blocks = []
        for element in self.element_ids:
            key = element._get_breakdown_key()
            is_grid = self.layout == "matrix" and element.breakdown != "none"
            name = key if is_grid else "list"
            if not blocks or blocks[-1][0] != name:
                blocks.append((name, []))
            blocks[-1][1].append(element)
        return [
            self._build_grid(elements, self._name_lines(elements[0], members), describe)
            if name != "list"
            else self._build_list(elements, members, describe)
            for name, elements in blocks
        ]

    def _build_grid(self, elements, lines, describe):
        rows = [
            {
                "id": f"{self.id}/{elements[0].id}/{key}",
                "name": name,
                "element": False,
                "cells": [describe(element, key) for element in elements],
            }
            for key, name in lines
        ]
        return {"columns": [one.id for one in elements], "rows": rows}

    def _build_list(self, elements, members, describe):
        rows = [
            {
                "id": f"{self.id}/{element.id}/{key}",
                "name": " — ".join(filter(None, [element.name, name])),
                "element": element.id,
                "cells": [describe(element, key)],
            }
            for element in elements
            for key, name in self._name_lines(element, members)
        ]
        return {"columns": False, "rows": [row for row in rows if not row["cells"][0]["is_shut"]]}

    def _name_lines(self, element, members):
        """Return [(key, name)] of the members of an element, lines of lists by their names."""
        if element.breakdown == "none":
            return [(cells.WHOLE, "")]
        names = {
            cells.member_key("option", line.id): line.name
            for line in element.option_set_id.option_ids
        }
        lines = members.get(element._get_breakdown_key(), ())
        return [(key, names.get(key, name)) for key, name in lines]


class VsokoDataValue(models.Model):
    _inherit = "vsoko.data.value"

    def _get_entry_text(self):
        """Return what stands in the field where the value is typed."""
        kind = self.element_id.value_type
        if not self or self.state == "excused":
            return ""
        if kind == "choice":
            return str(self.choice_id.id)
        if kind == "yes_no":
            return str(int(self.value_number))
        if kind in NUMBERS:
            return "".join(number_text(self.value_number).split())
        return str(self.value_date) if kind == "date" else self.value_text or ""
