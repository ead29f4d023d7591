"""What may be wrong with a file, as codes with English message templates.

The templates are the only place where the wording lives: the interface translates them, so they
are marked for extraction by ``_lt`` although nothing is translated here.
"""

from typing import NamedTuple

ERROR = "error"
WARNING = "warning"
INFO = "info"


def _lt(text):
    return text


def plain(template, **params):
    """The English sentence of a template."""
    return template % params


class Message(NamedTuple):
    severity: str
    template: str


REFUSALS = {
    "empty_file": _lt("The file is empty."),
    "too_big": _lt("The file is larger than %(limit)s MB. Split it into several files."),
    "binary": _lt(
        "This is not a table. Save it as an Excel workbook (.xlsx), a web page with a table or a"
        " CSV file."
    ),
    "pdf": _lt("A PDF file cannot be imported. Export the same report to Excel."),
    "xml_2003": _lt("This is an XML table of Excel 2003. Open it in Excel and save it as .xlsx."),
    "encrypted": _lt("The workbook is protected with a password. Save it without the password."),
    "broken_workbook": _lt("The workbook is damaged and cannot be read. Save or export it again."),
    "not_workbook": _lt("This archive is not an Excel or OpenDocument workbook."),
    "several_files": _lt(
        "The archive holds several tables (%(names)s). Unpack it and upload the files one by one."
    ),
    "zip_path": _lt("The workbook contains a part with a forbidden name: %(name)s."),
    "zip_parts": _lt("The workbook has too many parts: %(count)s (limit %(limit)s)."),
    "zip_unpacked": _lt("The workbook takes more than %(limit)s MB when unpacked."),
    "zip_ratio": _lt(
        "The part %(name)s of the workbook is compressed %(ratio)s : 1. Such a file is not read."
    ),
    "xml_declarations": _lt(
        "The part %(name)s of the workbook declares its own XML entities. Such a file is not read."
    ),
    "xml_encoding": _lt("The part %(name)s of the workbook has an unusual encoding."),
    "sheet_too_big": _lt(
        "The sheet %(name)s reaches %(rows)s rows and %(columns)s columns. Delete the stray cells"
        " outside the table and save the file."
    ),
    "open_quote": _lt(
        "A quotation mark opened in line %(row)s is never closed: the rest of the file would be"
        " lost. Correct the line."
    ),
    "broken_html": _lt("The web page has no readable table."),
    "too_heavy": _lt(
        "The file needs more memory or time than a table of a school. Copy the table into a new"
        " workbook and save it as .xlsx."
    ),
    "too_many_sheets": _lt(
        "The workbook has %(count)s sheets (limit %(limit)s). Leave those that are to be loaded."
    ),
    "no_cells": _lt("There is not one filled cell in the file."),
    "unknown_layout": _lt(
        "The layout of the table is not recognised. Its headings seem to be: %(found)s. Say what"
        " the columns mean, choose the layout by hand or use a template."
    ),
    "layout_mismatch": _lt(
        "The heading of the table does not fit the layout. Not found: %(columns)s. Found instead:"
        " %(found)s. Correct the headings or say what the columns mean."
    ),
    "no_work_sheet": _lt(
        "The workbook has no sheet «Информация» with the subject, the class and the date of the"
        " work. Add the sheet or enter the results in the form of the assessment."
    ),
    "exam_summary": _lt(
        "This is a summary of exams: one column a subject, no answers and no dates. Upload the"
        " protocol of each subject, where the answers by tasks stand."
    ),
    "form_not_xlsx": _lt(
        "A form is an Excel workbook (.xlsx). Open the file in Excel and save it as .xlsx."
    ),
    "form_active": _lt(
        "The form contains macros, buttons or embedded objects (%(name)s). Save it as a plain"
        " workbook (.xlsx) without them."
    ),
    "form_links": _lt(
        "The form refers to other files (%(name)s). Break the links in Excel: Data → Edit Links."
    ),
    "form_marks": _lt("The form has more than %(limit)s marked cells."),
    "nothing_to_import": _lt("The heading of the table is found but there are no rows under it."),
}

MESSAGES = {
    "bad_mark": Message(
        ERROR, _lt("«%(text)s» is not a mark. Allowed: 2–5, н/а, осв, зач, незач or an empty cell.")
    ),
    "fractional_mark": Message(
        ERROR, _lt("«%(text)s» is a mean and not a mark. Write a whole mark.")
    ),
    "dash_marks": Message(INFO, _lt("«-» in %(count)s cells is read as no mark.")),
    "row_without_name": Message(ERROR, _lt("The row has marks but no name.")),
    "same_name": Message(
        ERROR,
        _lt("The name «%(name)s» stands in several rows. The rows are not loaded: say who is who."),
    ),
    "same_subject": Message(
        ERROR,
        _lt(
            "Several columns of the subject «%(subject)s» have different marks. The columns are"
            " not loaded: leave one."
        ),
    ),
    "nameless_marks": Message(
        ERROR,
        _lt(
            "The column has %(count)s marks but no heading. They are not loaded: write the subject"
            " over the column."
        ),
    ),
    "no_subject": Message(
        ERROR,
        _lt(
            "It is not said of which subject the column «%(text)s» is: its %(count)s cells are not"
            " loaded. Write «Предмет: …» above the table."
        ),
    ),
    "not_marks": Message(
        WARNING,
        _lt(
            "The column «%(text)s» holds no marks and is not read (%(count)s cells, «%(example)s»)."
        ),
    ),
    "no_marks_in_column": Message(
        ERROR,
        _lt(
            "The column «%(text)s» has not one mark: its %(count)s cells, «%(example)s» and others,"
            " are not loaded. Allowed: 2–5, н/а, осв, зач, незач."
        ),
    ),
    "no_marks": Message(
        WARNING, _lt("The table has %(count)s pupils and not one mark: there is nothing to load.")
    ),
    "unknown_period": Message(ERROR, _lt("«%(text)s» is not a name of a period.")),
    "unknown_periods": Message(
        ERROR,
        _lt("«%(text)s» is not a name of a period: the marks of %(count)s rows are not loaded."),
    ),
    "missing_value": Message(ERROR, _lt("The cell is empty: %(field)s is required.")),
    "not_a_name": Message(ERROR, _lt("«%(text)s» is not a person's name.")),
    "bad_class": Message(ERROR, _lt("«%(text)s» is not a name of a class.")),
    "bad_date": Message(ERROR, _lt("«%(text)s» is not a date. Write it as 31.12.2025.")),
    "date_out_of_range": Message(
        ERROR, _lt("The date %(text)s is impossible here: expected %(first)s to %(last)s.")
    ),
    "ambiguous_date": Message(
        ERROR,
        _lt(
            "«%(text)s» can be read in two ways: other dates of the column prove both orders."
            " Write it as 31.12.2025."
        ),
    ),
    "unproved_dates": Message(
        WARNING,
        _lt(
            "No date of the column «%(text)s» shows whether the day or the month comes first. Read"
            " as day, month, year: check one of them."
        ),
    ),
    "date_left_empty": Message(
        WARNING,
        _lt("«%(text)s» is not a possible date. The cell is left empty; write it as 31.12.2025."),
    ),
    "year_alone": Message(
        WARNING,
        _lt("«%(text)s» is a year without a day: the first of January is taken. Correct it."),
    ),
    "number_left_empty": Message(
        WARNING, _lt("«%(text)s» is not a number. The cell is left empty.")
    ),
    "unknown_education": Message(
        WARNING,
        _lt(
            "The education «%(text)s» is not known. The cell is left empty; write: высшее, среднее"
            " профессиональное, среднее общее."
        ),
    ),
    "unknown_category": Message(
        WARNING,
        _lt(
            "The category «%(text)s» is not known. The cell is left empty; write: высшая, первая,"
            " соответствие занимаемой должности, без категории."
        ),
    ),
    "bad_experience": Message(
        WARNING, _lt("«%(text)s» is not a number of years. The cell is left empty.")
    ),
    "vacancy": Message(INFO, _lt("«%(text)s» is nobody: the row is not loaded.")),
    "several_positions": Message(
        INFO, _lt("The person is also in row %(other)s: the positions are joined.")
    ),
    "other_value": Message(
        WARNING,
        _lt(
            "«%(field)s» of the same person is another one in row %(other)s: that of row %(other)s"
            " counts."
        ),
    ),
    "no_birthdate": Message(WARNING, _lt("The date of birth is empty.")),
    "dates_reversed": Message(ERROR, _lt("The end date is earlier than the start date.")),
    "bad_gender": Message(WARNING, _lt("«%(text)s» is not М or Ж; the gender is left empty.")),
    "bad_number": Message(ERROR, _lt("«%(text)s» is not a number.")),
    "bad_yes_no": Message(WARNING, _lt("«%(text)s» is neither «да» nor «нет».")),
    "unknown_movement": Message(WARNING, _lt("The kind of movement «%(text)s» is not known.")),
    "repeated_person": Message(
        ERROR, _lt("The same person with the same date of birth is already in row %(other)s.")
    ),
    "repeated_row": Message(WARNING, _lt("The same row is already in row %(other)s.")),
    "bad_points": Message(
        ERROR,
        _lt(
            "«%(text)s» is not a number of points from 0 to %(max)s of task %(task)s. The row is"
            " not loaded."
        ),
    ),
    "bad_attendance": Message(
        ERROR, _lt("«%(text)s» does not say whether the pupil was present. The row is not loaded.")
    ),
    "points_of_absent": Message(
        WARNING, _lt("The pupil was absent but has points. They are not counted.")
    ),
    "did_not_write": Message(
        WARNING, _lt("There is neither attendance nor points: the pupil counts as absent.")
    ),
    "total_mismatch": Message(
        WARNING, _lt("The total in the file is %(total)s, the points give %(points)s.")
    ),
    "repeated_code": Message(
        ERROR,
        _lt("The code %(text)s stands in several rows. The rows are not loaded: correct the code."),
    ),
    "different_protocols": Message(
        ERROR,
        _lt(
            "The participant %(text)s has other results on the sheet «%(sheet)s», row %(other)s."
            " Neither is loaded: leave one."
        ),
    ),
    "points_and_absence": Message(
        ERROR,
        _lt(
            "The row has points and a mark of absence together, see «%(text)s». The row is not"
            " loaded: leave one of them."
        ),
    ),
    "same_code": Message(
        ERROR,
        _lt(
            "The code «%(text)s» is already in row %(other)s. A code such as 1.10 has to be text:"
            " as a number it is 1.1."
        ),
    ),
    "bad_code": Message(
        ERROR,
        _lt("«%(text)s» is not a code. Give the column the format of text and write it as 1.1.2."),
    ),
    "bad_grade": Message(ERROR, _lt("«%(text)s» is not a grade from 1 to 11.")),
    "grades_reversed": Message(ERROR, _lt("The last grade is lower than the first.")),
    "unknown_class_number": Message(
        ERROR, _lt("The number of the class «%(text)s» is not in the list of classes.")
    ),
    "bad_answers": Message(
        ERROR, _lt("The answers «%(text)s» cannot be read. The row is not loaded.")
    ),
    "guessed_maximum": Message(
        INFO,
        _lt(
            "What are the greatest points of tasks %(tasks)s? The protocol does not give them, and"
            " the best answer of the school is less when nobody got the full points. Choose above"
            " the test that has them, or correct them afterwards in the test that will be made of"
            " the best answers."
        ),
    ),
    "error_cell": Message(
        ERROR,
        _lt(
            "The cell has the error %(text)s instead of a value. It is not read: correct the"
            " formula or type the value."
        ),
    ),
    "error_cells": Message(
        ERROR,
        _lt(
            "%(count)s cells of the column have an error (%(text)s) instead of a value. They are"
            " not read: correct the formulas or type the values."
        ),
    ),
    "uncounted_formula": Message(
        ERROR,
        _lt(
            "The cell has a formula without its result. It is not read: open the file in Excel and"
            " save it, or type the value."
        ),
    ),
    "uncounted_formulas": Message(
        ERROR,
        _lt(
            "%(count)s cells of the column have formulas without their results. They are not read:"
            " open the file in Excel and save it, or type the values."
        ),
    ),
    "unread_sheet": Message(
        WARNING,
        _lt(
            "The sheet «%(name)s» is not read: it has no table of this kind (%(count)s filled"
            " cells)."
        ),
    ),
    "hidden_sheet": Message(
        WARNING,
        _lt(
            "The hidden sheet «%(name)s» is not read (%(count)s filled cells). If it belongs to the"
            " file, choose «Read hidden sheets»."
        ),
    ),
    "unread_column": Message(
        WARNING,
        _lt("The column «%(heading)s» is not read (%(count)s filled cells): it is not known here."),
    ),
    "unread_nameless_column": Message(
        WARNING,
        _lt("The column has no heading: its %(count)s filled cells are not read."),
    ),
    "unread_row": Message(WARNING, _lt("The row that begins with «%(text)s» is not read.")),
    "unread_rows": Message(
        WARNING,
        _lt("Rows %(first)s–%(last)s are not read, the first begins with «%(text)s»."),
    ),
    "more_unread_rows": Message(
        WARNING, _lt("%(count)s more rows are not read, from row %(first)s on.")
    ),
    "unread_cells": Message(
        WARNING,
        _lt("These cells of the row are not read, it is not known what they mean: %(text)s."),
    ),
    "unread_cell": Message(WARNING, _lt("«%(text)s» is not read: it is not known what it means.")),
    "different_maxima": Message(
        ERROR, _lt("The task has different greatest points: %(text)s. Leave one.")
    ),
    "bad_maximum": Message(
        ERROR, _lt("«%(text)s» are no greatest points of a task. The task is not loaded.")
    ),
    "bad_minutes": Message(WARNING, _lt("«%(text)s» is not a number of minutes.")),
    "unknown_level": Message(
        WARNING, _lt("«%(text)s» is no level of a task: Б, П or В. The level is left empty.")
    ),
    "codes_without_name": Message(
        INFO, _lt("%(count)s codes have no name in the file, the code is taken for it: %(codes)s.")
    ),
    "unknown_group": Message(
        WARNING,
        _lt(
            "It is not clear whether «%(text)s» is a region, a district or a part of them. The row"
            " is not loaded."
        ),
    ),
    "sum_mismatch": Message(
        WARNING,
        _lt("The numbers of the row do not agree: %(marks)s marks for %(pupils)s pupils."),
    ),
}


class Problem(NamedTuple):
    """One thing that people have to see.

    ``row`` and ``column`` are numbers as in the sheet, from 1; 0 means the whole sheet or file.
    ``text`` is what stands in the cell, ``params`` fill the template of ``code``.
    """

    code: str
    sheet: str = ""
    row: int = 0
    column: int = 0
    text: str = ""
    params: dict = {}

    @property
    def severity(self):
        return MESSAGES[self.code].severity

    def message(self, translate=plain):
        """The sentence for people; ``translate(template, **params)`` as Odoo's ``env._``."""
        return translate(MESSAGES[self.code].template, **self.params)


class Refused(Exception):
    """The file is refused as a whole; ``code`` is a key of ``REFUSALS``."""

    def __init__(self, code, **params):
        self.code = code
        self.params = params
        super().__init__(self.message())

    def message(self, translate=plain):
        """The sentence for people; ``translate(template, **params)`` as Odoo's ``env._``."""
        return translate(REFUSALS[self.code], **self.params)
