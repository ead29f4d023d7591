from typing import NamedTuple

from ....tools.readers.matching import AMBIGUOUS
from .issue import ERROR, INFO, WARNING, Issue

TERM_KINDS = ("quarter", "trimester", "half")
# so many candidates are named in a remark
NAMES_SHOWN = 5


class Completeness(NamedTuple):
    """How much of a file is loaded; ``cells`` are those left out of rows that are loaded."""

    rows: int
    loaded: int
    cells: int


class Loader:
    """One kind of rows: what a file of them would do, and doing it.

    ``key``: by it the layouts name their loader.

    ``plan()`` validates everything without writing any fact; it fills ``issues``, the counts and
    what ``apply()`` needs. ``apply()`` writes the planned facts and the journal. Both run in one
    transaction, so a load does exactly what its own plan found.
    """

    def __init__(self, record, extract, resolver):
        self.record = record
        self.env = record.env
        self.extract = extract
        self.resolver = resolver
        self.issues = [Issue.of_problem(self.env, problem) for problem in extract.problems]
        self._count_of_problems = len(self.issues)
        self.new = self.changed = self.skipped = 0
        self.year = self.env["vsoko.year"]
        # what the file names and the calendar of the school has not, see `miss_terms`
        self.missing_calendar = {}

    def plan(self):
        raise NotImplementedError

    def apply(self):
        """Write what was planned; return the periods whose indicators depend on it."""
        raise NotImplementedError

    def targets(self):
        """The year, period and class of the file, each empty when there is none or several."""
        return {"year_id": self.year.id}

    def completeness(self):
        """The ``Completeness`` of what was planned: a row with an error of the plan is left out."""
        found = {(row.sheet, row.row) for row in self.extract.rows}
        lost, cells = self.extract.losses
        wrong = {
            (issue.sheet, issue.row)
            for issue in self.issues[self._count_of_problems :]
            if issue.severity == ERROR
        }
        loaded = found - wrong if self.new or self.changed or self.skipped else ()
        return Completeness(len(found | lost), len(loaded), cells)

    def find_year(self):
        """The school year of the file: chosen by hand, else named in its titles, else current."""
        record, titled = self.record, self.extract.titles.year
        chosen = record.year_id or record.period_id.year_id or record.class_id.year_id
        year = chosen or self.resolver.year(titled)
        if not year and titled:
            self.missing_calendar = {"year": titled, "kinds": self.named_kinds()}
            self.error(
                self.env._(
                    "The school year %(year)s does not exist in the program. Create it first.",
                    year=f"{titled}/{titled + 1}",
                )
            )
        elif not year:
            self.error(self.env._("The file does not name a school year. Choose it above."))
        elif titled and year.date_start.year != titled:
            self.warn(
                self.env._(
                    "The file is of the year %(titled)s, the chosen one is %(chosen)s.",
                    titled=f"{titled}/{titled + 1}",
                    chosen=year.name,
                )
            )
        self.year = year
        return year

    def named_kinds(self):
        """The kinds of terms that the rows name, in the order of the calendar."""
        kinds = {row.period.kind for row in self.extract.rows if getattr(row, "period", None)}
        return [kind for kind in TERM_KINDS if kind in kinds]

    def miss_terms(self, year, kind):
        """Remember that the calendar of the year has no terms of this kind at all."""
        if kind in TERM_KINDS and not self.resolver.has_terms(year, kind):
            self.missing_calendar = {"year": year.date_start.year, "kinds": self.named_kinds()}

    def error(self, message, row=None, column=0, text="", **match):
        self._issue(ERROR, message, row, column, text, **match)

    def warn(self, message, row=None, column=0, text="", **match):
        self._issue(WARNING, message, row, column, text, **match)

    def warn_checked(self, line, row):
        """Say that a line of a register is not what the file says of it, and stays."""
        self.warn(
            self.env._(
                "“%(name)s” is checked and stays as it is. Open it again to change it.",
                name=line.display_name,
            ),
            row,
            text=row.name,
        )

    def inform(self, message, row=None, column=0, text="", **match):
        self._issue(INFO, message, row, column, text, **match)

    def _issue(self, severity, message, row, column, text, **match):
        sheet, number = (row.sheet, row.row) if row else ("", 0)
        self.issues.append(Issue(severity, message, sheet, number, column, text, **match))

    def find(self, kind, matcher, text, row, column=0):
        """The id of a known record, or 0 with an error that offers suggestions."""
        remembered = self.resolver.remembered(kind, text)
        if remembered:
            return remembered
        match = matcher.match(text)
        if match.key is None:
            self._report_unknown(kind, match, text, row, column)
        return match.key or 0

    def find_class(self, row):
        """The class of the year that a row names; empty, with an error, when there is none."""
        school_class = self.resolver.school_class(self.year, row.class_name)
        if not school_class:
            self.report_class(self.year, row.class_name, row)
        return school_class

    def report_class(self, year, name, row=None):
        text = str(name)
        self.error(
            self.env._("The year %(year)s has no class %(name)s.", year=year.name, name=text),
            row,
            text=text,
            match_kind="class",
            match_text=text,
        )

    def _report_unknown(self, kind, match, text, row, column, place=0):
        names = self.resolver.names(kind, match.keys[:NAMES_SHOWN])
        if match.status == AMBIGUOUS:
            message = self.env._(
                "«%(text)s» may be any of: %(names)s. Choose by hand.", text=text, names=names
            )
        elif names:
            message = self.env._(
                "«%(text)s» is not known. Is it: %(names)s?", text=text, names=names
            )
        else:
            message = self.env._("«%(text)s» is not known.", text=text)
        self.error(
            message,
            row,
            column,
            text,
            match_kind=kind,
            match_text=text,
            suggestion=match.keys[0] if match.keys else 0,
            candidates=match.keys,
            place=place,
        )

    def make(self, model, vals_list):
        """Create records in one batch without chatter and remember them for undo."""
        # The right to import was checked; what a fact comes from is closed to all but the program.
        program = self.env[model].sudo().with_context(tracking_disable=True)
        records = program.create(vals_list).with_env(self.env)
        self._journal(records, "created")
        return records

    def alter(self, changes):
        """Write ``[(record, values)]`` of one model, remembering the values before."""
        if not changes:
            return
        before = [{"id": record.id} | stored_values(record, values) for record, values in changes]
        write_rows(changes)
        records = changes[0][0].browse([record.id for record, _values in changes])
        # the database checks overlaps row by row: what ends has to end before the next begins
        records.flush_recordset()
        self._journal(records, "changed", before)

    def _journal(self, records, kind, before=None):
        if records:
            self.env["vsoko.import.change"]._keep(
                self.record.id, records._name, kind, records.ids, before
            )


def write_rows(changes):
    """Write ``[(record, values)]`` of one model, in its own way where the rows depend on one
    another."""
    # The right to import was checked; what a fact comes from is closed to all but the program.
    changes = [
        (record.sudo().with_context(tracking_disable=True), values) for record, values in changes
    ]
    if hasattr(changes[0][0], "_write_rows"):
        changes[0][0]._write_rows(changes)
        return
    for record, values in changes:
        record.write(values)


def stored_values(record, names):
    """Values of fields as JSON holds them: ids of records, dates as text."""
    fields = record._fields
    return {
        name: fields[name].convert_to_write(record[name], record)
        if fields[name].type not in ("date", "datetime")
        else fields[name].to_string(record[name])
        for name in names
    }


def differing(record, values):
    """Those of ``values`` that differ from the record's; an empty value changes nothing."""
    result = {}
    for name, value in values.items():
        if value is None or value == "":  # an empty cell takes nothing away
            continue
        current = record._fields[name].convert_to_write(record[name], record)
        if (current or False) != (value or False):
            result[name] = value
    return result
