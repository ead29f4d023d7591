import base64
import json
from datetime import date
from pathlib import Path

from odoo.tests.common import freeze_time

from ..common import make_user, opens_here
from ..fixtures import FixtureCase

SAMPLES = Path(__file__).parents[1] / "samples"
# a second school, whose files have other habits
SAMPLES_B = Path(__file__).parents[1] / "samples_b"
# a day after the last date in the samples
TODAY = "2026-06-01"
QUARTERS = (
    (date(2025, 9, 1), date(2025, 10, 24)),
    (date(2025, 11, 3), date(2025, 12, 30)),
    (date(2026, 1, 12), date(2026, 3, 27)),
    (date(2026, 4, 6), date(2026, 5, 26)),
)


def load_json(name, samples=SAMPLES):
    return json.loads((samples / name).read_text(encoding="utf-8"))


def manifest(*kinds, samples=SAMPLES):
    return [entry for entry in load_json("manifest.json", samples) if entry["kind"] in kinds]


@freeze_time(TODAY)
class ImportCase(FixtureCase):
    """A school with the calendar of the samples and a user of the administration; no people.

    ``samples``: the folder of the sample files of the school.
    """

    samples = SAMPLES

    fixture_patchers = (opens_here,)

    @classmethod
    def make_fixture(cls):
        cls.user = make_user(cls.env, "importer", "administration")
        cls.env = cls.env(user=cls.user)
        cls.year = cls.env["vsoko.year"].create(
            {
                "name": "2025/2026",
                "date_start": date(2025, 9, 1),
                "date_end": date(2026, 8, 31),
            }
        )
        cls.year.action_set_current()
        periods = [
            {
                "name": f"{number} четверть",
                "kind": "quarter",
                "number": number,
                "date_start": start,
                "date_end": end,
            }
            for number, (start, end) in enumerate(QUARTERS, start=1)
        ]
        periods.append(
            {
                "name": "Год",
                "kind": "year",
                "number": 1,
                "date_start": QUARTERS[0][0],
                "date_end": QUARTERS[3][1],
            }
        )
        cls.periods = cls.env["vsoko.period"].create(
            [{"year_id": cls.year.id} | period for period in periods]
        )
        cls.q1, cls.q2, cls.q3, cls.q4, cls.whole_year = cls.periods

    @classmethod
    def upload(cls, path, content=None, **vals):
        """A new import of a sample, or of the given bytes under the sample's name."""
        content = (cls.samples / path).read_bytes() if content is None else content
        return cls.env["vsoko.import"].create(
            {"name": path, "file": base64.b64encode(content)} | vals
        )

    @classmethod
    def load_json(cls, name):
        return json.loads((cls.samples / name).read_text(encoding="utf-8"))

    @classmethod
    def manifest(cls, *kinds):
        return [entry for entry in cls.load_json("manifest.json") if entry["kind"] in kinds]

    @classmethod
    def load(cls, *paths):
        """Check and load samples without calculating indicators after each."""
        imports = cls.env["vsoko.import"]
        for path in paths:
            record = cls.upload(path)
            record._load()
            imports |= record
        return imports

    @classmethod
    def load_base(cls):
        return cls.load("base/contingent.xlsx", "base/staff.xlsx", "base/load.xlsx")

    def counts(self, record):
        return (record.count_new, record.count_changed, record.count_skipped, record.count_error)

    def messages(self, record, severity=None):
        issues = record.issue_ids
        if severity:
            issues = issues.filtered(lambda issue: issue.severity == severity)
        return issues.mapped("message")
