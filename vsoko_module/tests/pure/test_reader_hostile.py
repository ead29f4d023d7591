import io
import subprocess
import sys
import threading
import unittest
import zipfile
import zlib
from encodings.aliases import aliases
from pathlib import Path

from reader_samples import SAMPLES
from tools.readers import Refused, limits, read
from tools.readers.sniff import read_sheets

ROOT = Path(__file__).parents[2]
# the parser alone takes about 60 MB of address space beside the interpreter
MEMORY = 600 * 1024 * 1024
SECONDS = 20
SECRET = "secret-of-the-server"


def workbook(sheet, **parts):
    """An xlsx file with the given sheet XML; ``parts`` replace other parts by name."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    content = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData>'
        "</worksheet>",
    } | parts
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return target.getvalue()


def spreadsheet_ods(row):
    table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{office}" xmlns:table="{table}" '
            f'xmlns:text="{text}"><office:body><office:spreadsheet><table:table table:name="S">'
            f"{row}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return target.getvalue()


def refusal(content):
    try:
        read_sheets(content)
    except Refused as refused:
        return refused.code
    return None


MARK = '<row r="1"><c r="A1" t="inlineStr"><is><t>5</t></is></c></row>'


class TestArchives(unittest.TestCase):
    def test_a_plain_workbook_is_read(self):
        cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>ФИО</t></is></c></row>'
        self.assertEqual(read_sheets(workbook(cell))[0].rows, [["ФИО"]])

    def test_size_that_lies(self):
        """The declared size and sum are those of the first bytes, the data go on."""
        content = bytearray(workbook("<row/>" + " " * (3 * limits.MEGABYTE)))
        name = b"xl/worksheets/sheet1.xml"
        entry = content.rfind(b"PK\x01\x02", 0, content.rfind(name))
        content[entry + 16 : entry + 20] = zlib.crc32(b"<").to_bytes(4, "little")
        content[entry + 24 : entry + 28] = (1).to_bytes(4, "little")
        self.assertEqual(refusal(bytes(content)), "zip_ratio")

    def test_a_byte_that_changed_on_the_way(self):
        """The stored text still makes a table: only its sum says that it is another one."""
        target = io.BytesIO()
        source = zipfile.ZipFile(io.BytesIO(workbook(MARK)))
        with source, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as stored:
            for part in source.namelist():
                stored.writestr(part, source.read(part))
        content = target.getvalue()
        self.assertEqual(read_sheets(content)[0].rows, [["5"]])
        self.assertEqual(refusal(content.replace(b"<t>5</t>", b"<t>2</t>")), "broken_workbook")

    def test_too_many_parts(self):
        parts = {f"xl/media/{number}.png": "" for number in range(limits.ZIP_PARTS)}
        self.assertEqual(refusal(workbook("", **parts)), "zip_parts")

    def test_paths(self):
        for name in ("../a", "/etc/a", "a/../../b", "..\\a", "c:/a"):
            with self.subTest(name):
                self.assertEqual(refusal(workbook("", **{name: ""})), "zip_path")

    def test_encodings_that_hide_declarations(self):
        strings = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><sst/>'
        for data in (strings.encode("utf-16"), strings.encode("utf-8")):
            self.assertEqual(
                refusal(workbook("", **{"xl/sharedStrings.xml": data})), "xml_encoding"
            )

    def test_parameter_entities(self):
        strings = '<!DOCTYPE a [<!ENTITY % b SYSTEM "file:///etc/passwd"> %b;]><sst/>'
        content = workbook("", **{"xl/sharedStrings.xml": strings})
        self.assertEqual(refusal(content), "xml_declarations")

    def test_far_cells_however_they_are_written(self):
        cells = (
            '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
            '<row r="1"><c r = "XFD1"><v>1</v></c></row>',
            "<row r='1'><c r='xfd1'><v>1</v></c></row>",
            "<row/>" * (limits.SHEET_ROWS + 1) + "<row><c><v>1</v></c></row>",
            "<row>" + "<c/>" * (limits.SHEET_COLUMNS + 1) + "</row>",
            '<row r="90000"><c r="ALL90000"><v>1</v></c></row>',
        )
        for sheet in cells:
            with self.subTest(sheet[:40]):
                self.assertEqual(refusal(workbook(sheet)), "sheet_too_big")

    def test_repeated_cells_of_opendocument(self):
        cell = (
            "<table:table-cell office:value-type='string'{}><text:p>1</text:p></table:table-cell>"
        )
        wide = cell.format(' table:number-columns-repeated="999999999"')
        self.assertEqual(
            refusal(spreadsheet_ods(f"<table:table-row>{wide}</table:table-row>")), "sheet_too_big"
        )
        deep = '<table:table-row table:number-rows-repeated="1000000000">{}</table:table-row>'
        self.assertEqual(refusal(spreadsheet_ods(deep.format(cell.format("")))), "sheet_too_big")
        tail = f"<table:table-row>{cell.format('')}</table:table-row>" + deep.format(
            "<table:table-cell/>"
        )
        self.assertEqual(read_sheets(spreadsheet_ods(tail))[0].rows, [["1"]])

    def test_other_archives(self):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("word/document.xml", "<document/>")
        self.assertEqual(refusal(target.getvalue()), "not_workbook")


class TestOtherFormats(unittest.TestCase):
    def test_circles_in_an_old_workbook(self):
        content = bytearray((SAMPLES / "svod/svod_2A_Y.xls").read_bytes())
        table = (int.from_bytes(content[76:80], "little") + 1) * 512
        content[table + 20 : table + 24] = (3).to_bytes(4, "little")
        self.assertEqual(refusal(bytes(content)), "broken_workbook")

    def test_size_and_kind(self):
        self.assertEqual(refusal(b"a;b\n" * (limits.FILE_BYTES // 4 + 1)), "too_big")
        self.assertEqual(refusal(b"%PDF-1.7 ..."), "pdf")
        self.assertEqual(refusal(b"\x89PNG\r\n\x1a\n\x00\x00"), "binary")
        self.assertEqual(refusal(b"a;b\x00\x01\x02;c"), "binary")
        self.assertEqual(refusal(bytes(1000)), "empty_file")

    def test_spans_of_a_page(self):
        pages = (
            "<tr><td colspan=999999999 rowspan=999999>x</td></tr>" * 3,
            "<tr>" + "<td>1</td>" * (limits.SHEET_COLUMNS + 1) + "</tr>",
            "<tr><td colspan=1000>x</td></tr>" * (limits.SHEET_CELLS // 1000 + 1),
        )
        for rows in pages:
            with self.subTest(rows[:40]):
                self.assertEqual(refusal(f"<table>{rows}</table>".encode()), "sheet_too_big")

    def test_a_table_as_wide_as_allowed_is_read(self):
        # ALL is the letter of column 1000
        ends = "".join(f'<c r="{place}1"><v>1</v></c>' for place in ("A", "ALL"))
        files = (
            workbook(f'<row r="1">{ends}</row>'),
            b"1" + b";" * (limits.SHEET_COLUMNS - 1),
            ("<table><tr>" + "<td>1</td>" * limits.SHEET_COLUMNS + "</tr></table>").encode(),
        )
        for content in files:
            with self.subTest(content[:20]):
                self.assertEqual(len(read_sheets(content)[0].rows[0]), 1000)

    def test_numbers_and_charsets_that_only_look_so(self):
        """Digits of other alphabets and all encodings that Python knows by name."""
        signs = ("²", "①", "１２", "٣", "-1", "1e9", "nan", "½", "Ⅷ", "0x10", " ")
        charsets = {*aliases.values(), *aliases, "undefined", "punycode", "x" * 20}
        for attribute in ("colspan", "rowspan"):
            for sign in signs:
                with self.subTest(attribute=attribute, sign=sign):
                    page = f"<table><tr><td {attribute}='{sign}'>1</td></tr></table>"
                    self.outcome(page.encode())
        for charset in sorted(charsets):
            with self.subTest(charset=charset):
                page = f"<meta charset={charset}><table><tr><td>Класс</td></tr></table>"
                self.outcome(page.encode())

    def test_extent_of_delimited_text(self):
        self.assertEqual(refusal(b";" * limits.SHEET_COLUMNS + b"1"), "sheet_too_big")
        self.assertEqual(refusal(b"1;2\n" * (limits.SHEET_ROWS + 1)), "sheet_too_big")

    def test_deep_nesting_ends(self):
        page = "<table><tr><td>" * 5000 + "1"
        self.assertIn(refusal(page.encode()), (None, "broken_html", "no_cells", "sheet_too_big"))

    def test_deep_nesting_of_a_spreadsheet_is_refused(self):
        """libxml2 opens 256 elements one in another; a cell lies six deep."""

        def nested(depth):
            text = "<text:p>" * depth + "5" + "</text:p>" * depth
            cell = f'<table:table-cell office:value-type="string">{text}</table:table-cell>'
            return spreadsheet_ods(f"<table:table-row>{cell}</table:table-row>")

        self.assertIsNone(refusal(nested(1)))
        self.assertIsNone(refusal(nested(200)))
        self.assertEqual(refusal(nested(300)), "broken_workbook")

    def test_random_damage_is_refused_and_nothing_else(self):
        for path in ("svod/svod_2A_Q3.xlsx", "svod/svod_2A_Y.xls", "svod/svod_2A_Q1.xls"):
            content = (SAMPLES / path).read_bytes()
            for step in range(1, 60):
                cut = bytearray(content[: len(content) * step // 60] if step % 2 else content)
                for place in range(step * 7, len(cut), 997):
                    cut[place] ^= step
                with self.subTest(path, step=step):
                    self.outcome(bytes(cut))

    def outcome(self, content):
        try:
            self.assertIsNotNone(read(content).layout)
        except Refused as refused:
            self.assertNotIn("%(", str(refused))


class TestEntitiesInAnotherThread(unittest.TestCase):
    """Defaults of XML parsers belong to a thread: a second one must be as safe as the first."""

    def in_thread(self, content):
        answers = []

        def run():
            try:
                answers.append(read_sheets(content)[0].rows)
            except Refused as refused:
                answers.append(refused.code)

        thread = threading.Thread(target=run)
        thread.start()
        thread.join(SECONDS)
        return answers[0]

    def test_external_entity_of_a_workbook(self):
        content = (SAMPLES / "broken/external_entity.xlsx").read_bytes()
        self.assertEqual(self.in_thread(content), "xml_declarations")

    def test_entities_of_a_page(self):
        secret = Path(__file__).parent / "reader_samples.py"
        page = (
            f'<!DOCTYPE html [<!ENTITY s SYSTEM "{secret.as_uri()}">'
            '<!ENTITY a "{0}"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
            "<html><table><tr><td>&s;</td><td>&b;</td></tr></table></html>"
        ).replace("{0}", SECRET * 100)
        cells = "".join("".join(map(str, row)) for row in self.in_thread(page.encode()))
        self.assertNotIn(SECRET, cells.replace("&s;", ""))
        self.assertNotIn("SAMPLES", cells)

    def test_entities_of_opendocument(self):
        content = spreadsheet_ods("<table:table-row/>")
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
            new.writestr("mimetype", old.read("mimetype"))
            new.writestr(
                "content.xml",
                b'<!DOCTYPE a [<!ENTITY s SYSTEM "file:///etc/hostname">]>'
                + old.read("content.xml"),
            )
        self.assertEqual(self.in_thread(target.getvalue()), "xml_declarations")


class TestBombsUnderLimits(unittest.TestCase):
    """Each bomb is read in a process of its own that may use little memory and time."""

    SCRIPT = (
        f"import resource, sys; resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}));"
        "from tools.readers import Refused, read\n"
        "try: read(open(sys.argv[1], 'rb').read()); print('read')\n"
        "except Refused as refused: print(refused.code)"
    )

    def run_limited(self, name):
        done = subprocess.run(
            [sys.executable, "-c", self.SCRIPT, str(SAMPLES / "broken" / name)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        self.assertEqual(done.returncode, 0, done.stderr[-500:])
        return done.stdout.strip()

    def test_bombs(self):
        for name, code in (
            ("zip_bomb.xlsx", "zip_ratio"),
            ("far_cell.xlsx", "sheet_too_big"),
            ("entity_expansion.xlsx", "xml_declarations"),
        ):
            with self.subTest(name):
                self.assertEqual(self.run_limited(name), code)


if __name__ == "__main__":
    unittest.main()
