"""What of a school must stay when its database is brought up to date, as plain JSON.

The release writes it about its own database; later programs read their database by the same
questions, asked their own way, and get the same answers.
"""

import base64
import hashlib
import json
import re
from collections import Counter

from odoo.tools import SQL

# what the program declares anew with each update: no record of a school
DECLARED = ("ir.", "res.groups.privilege")
# the cell of the figures of the whole school
SCHOOL = "school"


def collect(env):
    """Return ``{what: {key: facts}}``, everything of it readable as JSON."""
    env.flush_all()
    return {
        "records": records(env),
        "xml_ids": xml_ids(env),
        "figures": figures(env),
        "reports": reports(env),
        "publications": publications(env),
        "submissions": submissions(env),
        "imports": imports(env),
        "sources": sources(env),
        "evidence": evidence(env),
    }


def records(env):
    """How many records each model of the program has."""
    return {
        name: env[name].with_context(active_test=False).search_count([])
        for name, model in env.registry.items()
        if name.startswith("vsoko.") and model._auto and not model._transient
    }


def xml_ids(env):
    """Which record each external id of the program names, but for what is declared anew."""
    rows = env["ir.model.data"].search([("module", "=", "vsoko_module")])
    return {
        row.name: f"{row.model},{row.res_id}" for row in rows if not row.model.startswith(DECLARED)
    }


def figures(env):
    """Figures of the approved periods: those of the school, and a digest of all of an indicator."""
    facts, cells = {}, {}
    for one in env["vsoko.indicator.value"].search([("period_id.state", "=", "approved")]):
        place = f"{one.period_id.id} {one.indicator_id.code}"
        found = [not one.missing_reason and one.value, one.numerator, one.denominator, one.n]
        found += [one.people, one.status]
        cells.setdefault(place, []).append([one.cell, *found])
        if one.cell == SCHOOL:
            facts[f"{place} {SCHOOL}"] = found
    return facts | {place: digest_of(sorted(rows)) for place, rows in cells.items()}


def reports(env):
    """Of each report what was frozen, the texts and the files that were kept."""
    return {
        str(report.id): {
            "name": report.name,
            "type": report.type,
            "state": report.state,
            "version": report.version,
            "approved": [report.approved_by_id.login, str(report.approved_date)],
            "frozen": digest_of(report.frozen),
            "texts": {
                part.code: [part.conclusions or "", part.recommendations or ""]
                for part in report.section_ids
            },
            "shown": {part.code: numbers(part.figures_html) for part in report.section_ids},
            "files": {file.name: digest(file.raw) for file in report.file_ids},
        }
        for report in env["vsoko.report"].search([])
    }


def publications(env):
    return {
        str(one.id): {
            "period": one.period_id.id,
            "audience": one.audience,
            "state": one.state,
            "lines": len(one.line_ids),
            "files": {file.name: digest(decoded(file, "content")) for file in one.file_ids},
        }
        for one in env["vsoko.publication"].search([])
    }


def submissions(env):
    return {
        str(one.id): {
            "name": one.name,
            "state": one.state,
            "sent": [one.sent_by_id.login, str(one.sent_date)],
            "file": digest(decoded(one, "file")),
        }
        for one in env["vsoko.submission"].search([])
    }


def imports(env):
    return {
        str(one.id): {
            "name": one.name,
            "layout": one.layout,
            "state": one.state,
            "file": digest(decoded(one, "file")),
            "counts": [one.count_new, one.count_changed, one.count_skipped, one.count_error],
            "remarks": one.issue_count,
        }
        for one in env["vsoko.import"].search([])
    }


def sources(env):
    """How many facts each import that is there has made or changed last."""
    return {
        table: {str(number): count for number, count in env.execute_query(_sources_of(table))}
        for table in ("vsoko_mark", "vsoko_result")
    }


def _sources_of(table):
    return SQL(
        "SELECT source.id, count(*) FROM %s fact JOIN vsoko_import source ON source.id = import_id"
        " GROUP BY source.id",
        SQL.identifier(table),
    )


def evidence(env):
    """A digest of the marks and results by class and day, so that a difference says where."""
    env.flush_all()
    found = {}
    for mark in env["vsoko.mark"].search([], order="id"):
        place = f"marks {mark.class_id.name} {mark.period_id.id}"
        person = mark.student_id.id, mark.subject_id.id
        found.setdefault(place, Counter())[(*person, mark.value, mark.status)] += 1
    for score in env["vsoko.task.score"].search([], order="id"):
        place = f"points {score.result_id.assessment_id.id}"
        person = score.result_id.student_id.id, score.task_id.id
        found.setdefault(place, Counter())[(*person, score.score)] += 1
    return {place: digest(repr(sorted(rows)).encode()) for place, rows in found.items()}


def numbers(html):
    """The numbers that a page shows, in their order."""
    return " ".join(re.findall(r"\d+(?:[.,]\d+)?", re.sub(r"<[^>]*>", " ", html or "")))


def decoded(record, name):
    return base64.b64decode(record.with_context(bin_size=False)[name] or b"")


def digest_of(facts):
    return digest(json.dumps(facts, ensure_ascii=False, sort_keys=True).encode())


def digest(content):
    return hashlib.sha256(content or b"").hexdigest()[:16]
