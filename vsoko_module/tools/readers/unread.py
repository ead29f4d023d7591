"""Problems for the cells that no layout claimed: few, each with its place."""

from itertools import groupby

from .accounting import ALL
from .broken_cells import UNCOUNTED, is_broken
from .layout import Losses
from .names import clean
from .problem import Problem

# so many runs of unread rows of one sheet are named one by one
RUNS_NAMED = 20
# fewer cells are a note and no record of the table
RECORD_CELLS = 3
# so many broken cells of one column are named one by one
CELLS_NAMED = 5


def name_unread(sheets, problems):
    """The problems of a file and those for whatever nobody claimed, as a tuple.

    :param sheets: all sheets of the file, also those that were not given to the layout
    :param problems: those of the layout; the cells that they point at are named by them
    """
    by_name = {sheet.name: sheet for sheet in sheets}
    for problem in problems:
        sheet = by_name.get(problem.sheet)
        if sheet and problem.row and problem.column:
            lost = problem.severity == "error" and not problem.params.get("count")
            sheet.name_row(problem.row - 1, problem.column - 1, lost)
    broken = [problem for sheet in sheets for problem in _broken(sheet)]
    return (*problems, *broken, *(problem for sheet in sheets for problem in _of_sheet(sheet)))


def losses(sheets):
    """``Losses`` of a file whose unread cells are named."""
    rows, cells = set(), 0
    for sheet in sheets:
        for index, mask in sheet.account.lost.items():
            row = sheet.rows[index]
            if mask == ALL:
                rows.add((sheet.name, index + 1))
            else:
                cells += sum(
                    1 for column, cell in enumerate(row) if mask >> column & 1 and clean(cell)
                )
    return Losses(frozenset(rows), cells)


def left_over(sheet):
    """``{row: [columns]}`` of the filled cells that nobody claimed."""
    found = {}
    for index, row in enumerate(sheet.rows):
        claimed = sheet.account.claimed(index)
        if claimed != -1:
            columns = [
                column
                for column, cell in enumerate(row)
                if cell != "" and not claimed >> column & 1 and clean(cell)
            ]
            if columns:
                found[index] = columns
    return found


def _broken(sheet):
    """Problems for the cells that were read and hold an error instead of a value."""
    columns = {}
    for index, row in enumerate(sheet.rows):
        for column, cell in enumerate(row):
            if is_broken(cell) and sheet.account.state(index, column) == "read":
                columns.setdefault((column, cell.strip() == UNCOUNTED), []).append(index)
    for (column, uncounted), rows in sorted(columns.items()):
        code = "uncounted_formula" if uncounted else "error_cell"
        for row in rows:
            sheet.name_row(row, column)
        for found in [rows] if len(rows) > CELLS_NAMED else [[row] for row in rows]:
            text = clean(sheet.rows[found[0]][column])
            params = {"text": text, "count": len(found)}
            many = code + "s" * (len(found) > 1)
            yield Problem(many, sheet.name, found[0] + 1, column + 1, text, params)


def _of_sheet(sheet):
    rest = left_over(sheet)
    if not rest:
        return
    if not sheet.account.is_used():
        code = "hidden_sheet" if sheet.hidden else "unread_sheet"
        count = sum(map(len, rest.values()))
        yield Problem(code, sheet.name, params={"name": sheet.name, "count": count})
        return
    whole = [row for row in rest if not sheet.account.claimed(row)]
    yield from _unread_rows(sheet, whole, rest)
    for row in whole:
        if len(rest.pop(row)) >= RECORD_CELLS:
            sheet.name_row(row)
    yield from _unread_columns(sheet, rest)


def _unread_rows(sheet, rows, rest):
    runs = [
        [row for _place, row in run]
        for _key, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0])
    ]
    for run in runs[:RUNS_NAMED]:
        first, last = run[0], run[-1]
        text = clean(sheet.rows[first][rest[first][0]])
        params = {"text": text, "first": first + 1, "last": last + 1, "count": len(run)}
        code = "unread_row" if first == last else "unread_rows"
        yield Problem(code, sheet.name, first + 1, rest[first][0] + 1, text, params)
    others = [row for run in runs[RUNS_NAMED:] for row in run]
    if others:
        params = {"count": len(others), "first": others[0] + 1}
        yield Problem("more_unread_rows", sheet.name, others[0] + 1, 0, "", params)


def _unread_columns(sheet, rest):
    """Columns of which nothing is read; what is left then, by rows or columns, as is shorter."""
    headings = sheet.account.headings
    columns = _turned(rest, headings)
    partly = {}
    for column, rows in columns.items():
        if len(rows) == 1 or _is_read(sheet, column):
            partly[column] = rows
        else:
            yield _column_problem(sheet, column, rows)
    by_row = _turned(partly)
    if len(by_row) < len(partly):
        for row, places in sorted(by_row.items()):
            yield _cells_problem(sheet, row, places)
    else:
        for column, rows in partly.items():
            if len(rows) == 1:
                yield _cells_problem(sheet, rows[0], [column])
            else:
                yield _column_problem(sheet, column, rows)


def _turned(places, without=()):
    """``{b: [a, …]}`` in the order of b of ``{a: [b, …]}``."""
    turned = {}
    for first, seconds in sorted(places.items()):
        if first not in without:
            for second in seconds:
                turned.setdefault(second, []).append(first)
    return dict(sorted(turned.items()))


def _is_read(sheet, column):
    return any(
        sheet.account.state(index, column) in ("read", "named")
        for index, row in enumerate(sheet.rows)
        if column < len(row) and row[column] != ""
    )


def _column_problem(sheet, column, rows):
    # the place is that of the heading, where a person looks for the column
    row, heading = _heading(sheet, column, rows[0])
    code = "unread_column" if heading else "unread_nameless_column"
    params = {"heading": heading, "count": len(rows), "first": rows[0] + 1, "last": rows[-1] + 1}
    return Problem(code, sheet.name, row + 1, column + 1, heading, params)


def _cells_problem(sheet, row, columns):
    text = "; ".join(clean(sheet.rows[row][column]) for column in columns)
    code = "unread_cell" if len(columns) == 1 else "unread_cells"
    return Problem(code, sheet.name, row + 1, columns[0] + 1, text, {"text": text})


def _heading(sheet, column, row):
    """``(row, text)`` over a column in the last heading above a cell; the cell's row without."""
    for above in sorted((index for index in sheet.account.headings if index < row), reverse=True):
        cells = sheet.rows[above]
        text = clean(cells[column]).strip("«»") if column < len(cells) else ""
        if text:
            return above, text
    return row, ""
