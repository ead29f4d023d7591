"""Access to the sample files that the tests of the readers share."""

import csv
import json
from datetime import date
from pathlib import Path

from tools.readers import read

SAMPLES = Path(__file__).parents[1] / "samples"
# a day after the last date in the samples: nothing in them lies in the future
TODAY = date(2026, 6, 1)
PERIODS = {
    ("quarter", 1): "Q1",
    ("quarter", 2): "Q2",
    ("quarter", 3): "Q3",
    ("quarter", 4): "Q4",
    ("year", 1): "Y",
}
SHORT = {"not_attested": "н/а", "released": "осв", "passed": "зач", "failed": "незач"}


def load_json(name):
    return json.loads((SAMPLES / name).read_text(encoding="utf-8"))


def manifest(*kinds):
    return [entry for entry in load_json("manifest.json") if entry["kind"] in kinds]


def read_sample(path, **options):
    content = (SAMPLES / path).read_bytes()
    return read(content, path, today=TODAY, **options)


def truth_marks():
    """``{(pupil's name, subject, period): mark}`` of all marks that are not empty."""
    marks = {}
    with (SAMPLES / "truth_marks.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            for period in PERIODS.values():
                if row[period]:
                    marks[row["pupil"], row["subject"], period] = row[period].rstrip(".")
    return marks


def as_truth(mark):
    """A ``MarkRow`` as a key and a mark of ``truth_marks``."""
    text = str(mark.value) if mark.status == "graded" else SHORT[mark.status]
    return (mark.name, mark.subject, PERIODS[mark.period]), text
