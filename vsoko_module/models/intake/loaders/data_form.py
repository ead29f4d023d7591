from ....tools.readers.cells import BadValue, fold_answer, parse_date
from .loader import Loader, stored_values

VALUE = "vsoko.data.value"
# what a load changes of a value and gives back when it is taken back
KEPT = (
    "value_number",
    "value_text",
    "value_date",
    "choice_id",
    "state",
    "reason",
    "comment",
    "version",
)


class DataFormLoader(Loader):
    """The program's own table of a statistical form. Counts are numbers of cells.

    Values come into the form by the one way there is, with its history and its refusals.
    """

    key = "data_form"

    def plan(self):
        self._rows = []
        self.form = self._find_form()
        if not self.form:
            return
        self.year = self.form.period_id.year_id
        if self.form.is_locked:
            self.error(self.form._get_locked_text())
            return
        cells = {
            f"{element.code} {cell}": (element, cell)
            for element, cell in self.form._get_cells()[self.form]
        }
        self._stored = {(one.element_id, one.cell): one for one in self.form.value_ids}
        for row in self.extract.rows:
            if row.key in cells:
                self._plan_row(row, *cells[row.key])
            else:
                self.error(
                    self.env._("The form has no cell “%(cell)s”.", cell=row.key), row, text=row.key
                )

    def apply(self):
        """Store the values and journal what they were; return the period they count in."""
        before = {one.id: {"id": one.id} | stored_values(one, KEPT) for one in self.form.value_ids}
        self.form.save_values([values for _row, values in self._rows])
        values = self.form.value_ids
        loaded = {(values["element"], values["cell"]): row for row, values in self._rows}
        touched = values.filtered(lambda one: (one.element_id.id, one.cell) in loaded)
        for value in touched:
            row = loaded[value.element_id.id, value.cell]
            # What a value comes from is closed to all but the program; the load was allowed.
            value.sudo().write({"import_id": self.record.id, "source_row": row.row})
        changed = touched.filtered(lambda one: one.id in before)
        self._journal(touched - changed, "created")
        self._journal(changed, "changed", [before[one.id] for one in changed])
        return self.form.period_id

    def get_changed_rows(self):
        """The planned values as `save_values` takes them, for the page of the form."""
        return [values for _row, values in self._rows]

    def targets(self):
        return super().targets() | {"period_id": self.form.period_id.id}

    def _find_form(self):
        number = self.extract.details.number
        form = self.env["vsoko.data.form"].search(
            [("id", "=", number), ("company_id", "=", self.record.company_id.id)]
        )
        if not form:
            self.error(self.env._("The program has no form № %(number)s.", number=number))
        return form

    def _plan_row(self, row, element, cell):
        stored = self._stored.get((element, cell), self.env[VALUE])
        values = {
            "element": element.id,
            "cell": cell,
            "value": self._read(row, element),
            "reason": row.reason or None,
            "comment": row.comment or stored.comment or "",
        }
        if row.comment and not row.value and not row.reason:
            values |= {"value": stored._get_entry_text(), "reason": stored.reason or None}
        problem = self.form._find_problem(values, element, stored, is_expected=True)
        if problem:
            self.error(problem, row, self.extract.details.column, row.value)
            return
        if self._is_same(values, stored):
            self.skipped += 1
            return
        self._rows.append((row, values))
        if stored:
            self.changed += 1
        else:
            self.new += 1

    def _read(self, row, element):
        """The text of a file as `save_values` takes it; what is not understood stays as it is."""
        words = element._get_words()
        if words:
            return words.get(fold_answer(row.value), row.value)
        if element.value_type == "date" and row.value:
            try:
                return parse_date(row.value, self.form.date_end).isoformat()
            except BadValue:
                return row.value
        return row.value

    def _is_same(self, values, stored):
        if not stored or stored.state == "copied":
            return False
        column, value = self.form._read_row(values, stored.element_id), values
        same = all(
            (stored._fields[name].convert_to_write(stored[name], stored) or False) == (one or False)
            for name, one in column.items()
        )
        return (
            same
            and (value["reason"] or False) == stored.reason
            and value["comment"] == (stored.comment or "")
        )
