"""Limits that are checked before a file is parsed.

The largest honest file, a year's marks of a school of 1 500 pupils, has about 100 000 cells: a
3 MB workbook that unpacks to 12 MB at a ratio of 10 : 1.
"""

MEGABYTE = 1024 * 1024

FILE_BYTES = 20 * MEGABYTE
ZIP_PARTS = 1000
UNPACKED_BYTES = 120 * MEGABYTE
PART_RATIO = 100
RATIO_FROM_BYTES = MEGABYTE
SHEETS = 50
SHEET_ROWS = 100_000
SHEET_COLUMNS = 1000
SHEET_CELLS = 4_000_000
# of all sheets together: filled cells, and the letters in them
FILLED_CELLS = 600_000
LETTERS = 20_000_000
HEADER_ROWS = 40
# a form is edited as a tree of XML, which takes about ten times its size
FORM_BYTES = 30 * MEGABYTE
FORM_MARKS = 5000
# a template of documents: a letterhead with a coat of arms
TEMPLATE_BYTES = 2 * MEGABYTE
# a picture of a report: the photo of a good telephone
PICTURE_BYTES = 15 * MEGABYTE
PICTURE_POINTS = 50_000_000
