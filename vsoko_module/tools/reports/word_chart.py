"""Charts as Word draws them: vector pictures whose numbers people can open and change."""

import io
import zipfile

import xlsxwriter
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Mm
from lxml import etree

from ..writers.xlsx import SAFE

SHEET = "Data"
FONT = {"size": 8, "color": "#333333"}
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEIGHT, _BAR_HEIGHT, _FRAME_HEIGHT, _PAGE_HEIGHT = Mm(65), Mm(5), Mm(22), Mm(220)
_INLINE = """
<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
  <wp:inline distT="0" distB="0" distL="0" distR="0">
    <wp:extent cx="%(width)d" cy="%(height)d"/>
    <wp:docPr id="%(number)d" name="Chart %(number)d"/>
    <wp:cNvGraphicFramePr/>
    <a:graphic>
      <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
        <c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            r:id="%(relation)s"/>
      </a:graphicData>
    </a:graphic>
  </wp:inline>
</w:drawing>
"""


def add_chart(word, chart, number, width, title=""):
    """Add a ``Chart`` as a paragraph of a document.

    :param word: document of python-docx
    :param number: number of the chart in the document, from 1
    :param title: what a reader of the screen hears for the picture
    """
    drawing, book = _chart_files(chart)
    package = word.part.package
    embedded = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), _BOOK_TYPE, book, package)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART_TYPE, None, package)
    numbers = part.relate_to(embedded, RELATIONSHIP_TYPE.PACKAGE)
    part._blob = _for_word(drawing, numbers)
    inline = parse_xml(
        _INLINE
        % {
            "width": width,
            "height": _height(chart),
            "number": number,
            "relation": word.part.relate_to(part, RELATIONSHIP_TYPE.CHART),
        }
    )
    inline[0].find("{*}docPr").set("descr", title)
    word.add_paragraph().add_run()._r.append(inline)


def _height(chart):
    if not chart.horizontal:
        return _HEIGHT
    bars = len(chart.labels) * len(chart.series)
    return min(_FRAME_HEIGHT + _BAR_HEIGHT * bars, _PAGE_HEIGHT)


def _chart_files(chart):
    """XML of the chart, which xlsxwriter writes well, and the workbook with its numbers."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, SAFE) as book:
        sheet = book.add_worksheet(SHEET)
        _write_numbers(sheet, chart)
        sheet.insert_chart(0, len(chart.series) + 2, _draw(book, chart))
    with zipfile.ZipFile(buffer) as files:
        return files.read("xl/charts/chart1.xml"), buffer.getvalue()


def _write_numbers(sheet, chart):
    # the first bar across is drawn at the bottom
    turn = -1 if chart.horizontal else 1
    for row, label in enumerate(chart.labels[::turn], start=1):
        sheet.write_string(row, 0, label)
    for column, series in enumerate(chart.series, start=1):
        sheet.write_string(0, column, series.title)
        for row, value in enumerate(series.values[::turn], start=1):
            if value is not None:
                sheet.write_number(row, column, value)


def _draw(book, chart):
    kind = "line" if chart.lines else "bar" if chart.horizontal else "column"
    drawn = book.add_chart({"type": kind})
    for place in range(len(chart.series)):
        drawn.add_series(_series(chart, place))
    grid = {"visible": True, "line": {"color": "#DDDDDD", "width": 0.5}}
    marks = {"min": 0, "max": chart.top, "major_unit": chart.marks[1], "num_font": FONT}
    names = {"num_font": FONT, "major_gridlines": {"visible": False}}
    values = {**marks, "num_format": "#,##0", "major_gridlines": grid}
    # x is the axis that lies
    drawn.set_x_axis(values if chart.horizontal else names)
    drawn.set_y_axis(names if chart.horizontal else values)
    drawn.set_title({"none": True})
    drawn.set_chartarea({"border": {"none": True}})
    drawn.set_legend({"position": "bottom"} if chart.has_legend else {"none": True})
    return drawn


def _series(chart, place):
    series, colour = chart.series[place], chart.colours[place]
    last, column = len(chart.labels), place + 1
    described = {
        "name": [SHEET, 0, column],
        "categories": [SHEET, 1, 0, last, 0],
        "values": [SHEET, 1, column, last, column],
    }
    if chart.lines:
        return described | {"line": {"color": colour, "width": 2}}
    number = "#,##0" + ("." + "0" * chart.digits if chart.digits else "")
    number = f"{number};{number};" if chart.only_filled else number
    turn = -1 if chart.horizontal else 1
    points = [own and {"fill": {"color": own}} for own in series.colours or ()][::turn]
    return described | {
        "fill": {"color": colour},
        "gap": 60,
        "points": points,
        "data_labels": {"value": True, "num_format": number, "font": FONT},
    }


def _for_word(drawing, relation):
    """The XML of the chart with its link to the embedded workbook.

    What a spreadsheet takes for switched off when it is not said, word processors take for
    switched on, so it is said.
    """
    root = etree.fromstring(drawing)
    for labels in root.iter(_tag("dLbls")):
        shown = labels.find(_tag("showVal"))
        shown.addprevious(etree.Element(_tag("showLegendKey"), val="0"))
        for name in ("showCatName", "showSerName", "showPercent", "showBubbleSize"):
            etree.SubElement(labels, _tag(name), val="0")
    for series in root.iterfind(f".//{_tag('lineChart')}/{_tag('ser')}"):
        etree.SubElement(series, _tag("smooth"), val="0")
    # a bar that is missing is not a bar of no height
    root.find(f".//{_tag('plotVisOnly')}").addnext(etree.Element(_tag("dispBlanksAs"), val="gap"))
    root.find(_tag("lang")).set("val", "ru-RU")
    for scaling in root.iter(_tag("scaling")):
        scaling.addnext(etree.Element(_tag("delete"), val="0"))
    link = etree.Element(_tag("externalData"), {f"{{{_RELATIONS}}}id": relation})
    etree.SubElement(link, _tag("autoUpdate"), val="0")
    settings = root.find(_tag("printSettings"))
    settings.getparent().replace(settings, link)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _tag(name):
    return f"{{{_CHART}}}{name}"
