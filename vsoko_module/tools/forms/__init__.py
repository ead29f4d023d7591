"""Forms of higher bodies: an XLSX workbook whose marked cells are filled with figures.

``marks`` is the language of the marks, ``workbook`` finds and fills cells without touching anything
else in the file.
"""
