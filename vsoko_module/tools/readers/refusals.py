"""Why a file is refused as a whole."""

from ..translation import _lt, plain, translated

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
    "journal_page": _lt(
        "This is a page of a journal: marks of lessons by days. Load the ledger of the term: the"
        " final marks of the class by subjects."
    ),
    "no_work_sheet": _lt(
        "The workbook has no sheet «Информация» with the subject, the class and the date of the"
        " work. Add the sheet or enter the results in the form of the assessment."
    ),
    "load_without_subjects": _lt(
        "This looks like a teaching load: teachers and classes, but no column says the subject. Add"
        " a column «Предмет»."
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
    "template_too_big": _lt(
        "The template is larger than %(limit)s MB. Make the picture of the letterhead smaller."
    ),
    "template_not_docx": _lt(
        "This is no Word document (.docx), or it is damaged. Download the template of the program,"
        " put the letterhead there in Word and save it as .docx."
    ),
    "template_active": _lt(
        "The template contains macros or embedded objects (%(name)s). Save it as a plain Word"
        " document (.docx) without them."
    ),
    "template_links": _lt(
        "The template refers to other files (%(name)s). Insert the pictures into the document"
        " itself and save it again."
    ),
    "template_styles": _lt(
        "The template lacks styles that reports are written with: %(names)s. Download the template"
        " of the program, put the letterhead there and keep its styles."
    ),
    "picture_kind": _lt(
        "This is no picture in PNG or JPEG. Save it in one of these; drawings in SVG are not taken."
    ),
    "picture_too_big": _lt("The picture is larger than %(limit)s MB. Make it smaller."),
    "picture_points": _lt(
        "The picture has more than %(limit)s million points. Make it smaller: for a page two"
        " thousand across are enough."
    ),
    "picture_broken": _lt("The picture is damaged and cannot be shown. Save it again."),
    "enclosure_too_big": _lt("The file is larger than %(limit)s MB. Make it smaller or divide it."),
    "enclosure_content": _lt(
        "What is in the file is not what its name says (%(extension)s), or it is damaged. Open it"
        " and save it anew."
    ),
    "enclosure_active": _lt(
        "The file contains macros or embedded objects (%(name)s). Save it without them or as PDF."
    ),
    "nothing_to_import": _lt("The heading of the table is found but there are no rows under it."),
}


class Refused(Exception):
    """The file is refused as a whole; ``code`` is a key of ``REFUSALS``."""

    def __init__(self, code, **params):
        self.code = code
        self.params = params
        super().__init__(self.message())

    def message(self, _=plain):
        """The sentence for people; ``_`` is Odoo's ``env._``."""
        return translated(_, REFUSALS[self.code], **self.params)
