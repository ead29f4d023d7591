"""What a report may be about: one object for each kind, one kind a file.

A file of this folder says all that the rest of the room asks about its kind, and gives
`vsoko.report` the field that holds it; nothing else lists the kinds.
"""

from odoo.fields import Domain

# code, as in `ReportType.about`, → the kind
ABOUT = {}


def register(kind):
    """Make the kind known to reports and schedules; for a class that extends `About`."""
    ABOUT[kind.code] = kind()
    return kind


class About:
    """One kind; ``code`` is kept in `vsoko.report.about`, ``field`` of the report holds the record.

    Methods that take a report take it with the rights of its author.
    """

    code = ""
    field = ""
    # scopes of the figures that lead to a report of this kind
    scopes = ()
    # domain of the records that the form of a report offers, empty for all of the school
    offered = ""
    # the record says to which period its report belongs
    gives_period = False
    # no single person is in it: councils read it, it is published and sent upwards
    is_impersonal = False
    # a schedule may make one report of each record
    is_scheduled = False
    # by what a schedule narrows the records: associations, grades or nothing
    chosen_by = "associations"
    # the name may be written in a letter, which leaves the school
    is_named_in_letters = True
    # path from the report to the member of staff whom it concerns
    concerned = ""

    def get_record(self, report):
        """The record that the report is about."""
        return report[self.field]

    def get_title(self, report, values):
        """The name of a new report.

        :param values: ``type``, ``record``, ``period``: its type in words and the records
        """
        return report.env._(
            "%(type)s: %(about)s, %(period)s",
            type=values["type"],
            about=values["record"].name,
            period=values["period"].display_name or "",
        )

    def get_named_domain(self, record):
        """Which figures and expected marks name the record."""
        return Domain(self.field, "=", record.id)

    def get_figures_domain(self, report):
        """Which figures of the period the report shows."""
        return self.get_named_domain(self.get_record(report))

    def get_choice(self, schedule, period):
        """Which records a schedule reports on in the period."""
        # subjects may be common to all schools
        own = Domain("company_id", "in", [schedule.company_id.id, False])
        chosen = schedule.association_ids
        return own & Domain("association_ids", "in", chosen.ids) if chosen else own

    def get_ready(self, records, period):
        """Those of the records that have figures of marks in the period."""
        figures = records.env["vsoko.indicator.value"]._read_group(
            [
                ("period_id", "=", period.id),
                (self.field, "!=", False),
                ("indicator_id.source", "=", "mark"),
                ("missing_reason", "=", False),
            ],
            [self.field],
        )
        return records & records.browse().union(*(record for (record,) in figures))

    def get_own_condition(self, report, alias):
        """SQL condition on `alias` under which such a report is of the current user's own work;
        None: never."""
        return None
