"""Make of a table that people have described the table that its layout knows.

Cells stay in their places, so that remarks name the places of the people's own file; only a table
that is turned over moves, and the places are turned back afterwards.
"""

from dataclasses import replace

from .accounting import HEADING, REASONS, UNWANTED, Account
from .arrangement import Use, column_keys, corner_of, find_headings
from .meanings import BY_HEADING, GRADE, IGNORED, LETTER, VOCABULARIES, canonical_heading
from .names import clean


def arrange(sheets, arrangement, nearly=False):
    """``(sheets, corners)``: the sheets as the layout knows them.

    ``corners``: ``{name of a sheet that is turned over: (row, column) of its corner}``; empty when
    none is. Sheets without the heading stay as they are.

    :return: None when no sheet has the heading
    """
    arranged, corners, found = [], {}, False
    for sheet in sheets:
        turned, corner = turn(sheet) if arrangement.transposed else (sheet, None)
        headings = find_headings(turned, arrangement, nearly)
        if headings:
            found = True
            if corner:
                corners[sheet.name] = corner
            sheet = _rewritten(turned, headings, arrangement)
        arranged.append(sheet)
    return (arranged, corners) if found else None


def turn(sheet):
    """``(sheet, corner)``: rows and columns of the table change places, titles above it stay.

    The sheet itself and None when it has no people in a heading.
    """
    corner = corner_of(sheet)
    if not corner:
        return sheet, None
    row, column = corner
    body = [line[column:] for line in sheet.rows[row:]]
    width = max(map(len, body))
    turned = [[line[place] if place < len(line) else "" for line in body] for place in range(width)]
    return replace(sheet, rows=[*sheet.rows[:row], *turned], account=Account()), corner


def turn_back(row, column, corner):
    """``(row, column)`` in the file of a place in the table turned over; numbers from 1, 0 none."""
    first_row, first_column = corner
    if row <= first_row:
        return row, column
    return (first_row + max(column, 1), row - first_row + first_column)


def turned_back(extract, corners):
    """An ``Extract`` whose rows and problems have the places of the file."""

    def back(item):
        if item.sheet not in corners:
            return item
        row, column = turn_back(item.row, item.column, corners[item.sheet])
        return item._replace(row=row, column=column)

    return extract._replace(
        rows=[back(row) for row in extract.rows],
        problems=tuple(back(problem) for problem in extract.problems),
    )


def claim_back(sheet, turned, corner):
    """What became of the cells of the table turned over is what became of the file's cells."""
    for index, row in enumerate(turned.rows):
        for place, cell in enumerate(row):
            state = turned.account.state(index, place) if cell != "" else ""
            if state:
                number, column = turn_back(index + 1, place + 1, corner)
                _claim(sheet, number - 1, column - 1, state)


def _claim(sheet, row, column, state):
    if state in REASONS:
        sheet.leave(row, column, state)
    elif state == "named":
        sheet.name_row(row, column)
    else:
        sheet.take(row, column)


def _rewritten(sheet, headings, arrangement):
    """The sheet with the headings of the layout; it shares the account of the cells."""
    made = replace(sheet, rows=list(sheet.rows), account=sheet.account)
    rows = made.rows
    for first, end in zip(headings, [*headings[1:], len(rows)], strict=True):
        keys = column_keys(rows, first, arrangement.lines)
        uses = [arrangement.columns.get(key, Use(BY_HEADING)) for key in keys]
        start = first + arrangement.lines
        made.leave(
            range(first, start),
            [p for p, use in enumerate(uses) if use.field != BY_HEADING],
            HEADING,
        )
        _rewrite_heading(rows, first, start, uses, arrangement.layout)
        _join_classes(made, range(start, end), uses)
        unwanted = [place for place, use in enumerate(uses) if use.field == IGNORED]
        made.leave(range(first, end), unwanted, UNWANTED)
        _empty(rows, range(first, end), unwanted)
    return made


def _rewrite_heading(rows, first, start, uses, layout):
    """The lowest line gets the headings of the layout, the lines above it get empty.

    A spare column that the table lacks is added to the right, where the rows have no cells.
    """
    heading = []
    for place, use in enumerate(uses):
        own = [row[place] for row in rows[first:start] if place < len(row) and clean(row[place])]
        field = "class_name" if use.field == GRADE else use.field
        canonical = None
        if field not in (BY_HEADING, IGNORED, LETTER):
            canonical = canonical_heading(layout, field, use.parameter)
        heading.append(canonical if canonical is not None else own[-1] if own else "")
    fields = {use.field for use in uses}
    vocabulary = VOCABULARIES[layout]
    for field in vocabulary.spare:
        if field not in fields and not (field == "class_name" and GRADE in fields):
            heading.append(vocabulary.meanings[field].heading)
    rows[first:start] = [[] for _line in rows[first : start - 1]] + [heading]


def _join_classes(sheet, numbers, uses):
    """A grade and a letter in columns of their own become a class in the column of the grade."""
    places = {use.field: place for place, use in enumerate(uses) if use.field in (GRADE, LETTER)}
    if len(places) < 2:
        return
    grade, letter = places[GRADE], places[LETTER]
    rows = sheet.rows
    for index in numbers:
        row = list(rows[index])
        if len(row) > grade:
            row[grade] = clean(row[grade]) + (clean(row[letter]) if letter < len(row) else "")
            rows[index] = row
        sheet.take(index, letter)
    _empty(rows, numbers, [letter])


def _empty(rows, numbers, places):
    for index in numbers:
        if any(place < len(rows[index]) for place in places):
            rows[index] = [
                "" if place in places else cell for place, cell in enumerate(rows[index])
            ]
