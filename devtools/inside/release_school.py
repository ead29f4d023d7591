"""Runs in Odoo's shell: the small school of a release, with something of all that must stay.

The demonstration school with classes of a few pupils; on top of it files that are loaded, checked
and taken back, and papers that are approved and sent. Then what of it must stay is written to
$VSOKO_OUTPUT. $VSOKO_ROOT is the checkout.
"""

import base64
import json
import os
import sys
from pathlib import Path

from odoo.tools import file_open

from odoo.addons.vsoko_module.tools.demo import school

sys.path.insert(0, os.environ["VSOKO_ROOT"])

from devtools.inside import release_facts

LANG = "ru_RU"
CHANGED_MARKS = 5


def main(env):
    make_small_school(env)
    env = env(context=dict(env.context, lang=LANG))
    users = {user.login: user for user in env["res.users"].search([])}
    approve_papers(env, users["deputy"], users["director"])
    send_form(env, users["deputy"], users["director"])
    ledgers = take_ledgers(env)
    sheets = take_sheets(env)
    # what a school had before its files were loaded is what it has when they are taken back
    before = release_facts.evidence(env)
    load_files(env(user=users["deputy"]), ledgers, sheets)
    found = release_facts.collect(env) | {"before_loads": before}
    Path(os.environ["VSOKO_OUTPUT"]).write_text(
        json.dumps(found, ensure_ascii=False, indent=0, sort_keys=True), "utf-8"
    )
    env.cr.commit()


def make_small_school(env):
    # files lie in the database, so that one dump holds everything
    env["ir.config_parameter"].set_param("ir_attachment.location", "db")
    school._SIZE, school._SENIOR_SIZE = (6, 8), (5, 6)
    env["vsoko.demo"]._load()


def approve_papers(env, deputy, director):
    """Approve a report of each type that the demonstration has, and make a new version of one."""
    reports = env["vsoko.report"].search([], order="id")
    first = {report.type: report for report in reversed(reports)}
    approved = env["vsoko.report"].concat(*first.values())
    closed = env["vsoko.period"].search([("state", "=", "approved")], order="date_end", limit=1)
    approved |= reports.with_user(deputy).create({"type": "period_results", "period_id": closed.id})
    unsigned = approved.filtered(lambda report: not report.is_locked)
    unsigned.with_user(deputy).action_accept_drafts()
    unsigned.with_user(director)._as_seen().action_approve()
    approved[-1].with_user(deputy).action_new_version()


def send_form(env, deputy, director):
    with file_open("vsoko_module/demo/vsoko_demo_form.xlsx", "rb") as source:
        content = base64.b64encode(source.read())
    form = (
        env["vsoko.submission.form"]
        .with_user(deputy)
        .create(
            {"file": content, "file_name": "Форма МК-1.xlsx", "recipient": "Управление образования"}
        )
    )
    form.action_fill()
    form.submission_ids.channel = "paper"
    form.submission_ids.with_user(director)._as_seen().action_send()


def take_ledgers(env):
    """``[(name, bytes)]``: the ledgers of three classes; afterwards the program has no marks of
    the first and the third and other marks of the second."""
    period = (
        env["vsoko.mark"]
        .search([("period_id.state", "!=", "approved")], order="period_id desc", limit=1)
        .period_id
    )
    classes = period.year_id.class_ids.sorted("id")[8:11]
    files = [
        env["vsoko.import.template"]._build("marks", period.year_id, one, period) for one in classes
    ]
    marks = env["vsoko.mark"].search([("period_id", "=", period.id)])
    lost, other, undone = (
        marks.filtered(lambda mark, one=one: mark.class_id == one) for one in classes
    )
    for mark in other.filtered("value")[:CHANGED_MARKS]:
        mark.value = 7 - mark.value if mark.value > 1 else 4
    (lost | undone).unlink()
    return files


def take_sheets(env):
    """``[(name, bytes)]`` of a running work; afterwards the points of its first pupils are other
    ones."""
    work = env["vsoko.assessment"].search(
        [("state", "=", "collecting"), ("result_ids.task_score_ids", "!=", False)], limit=1
    )
    if not work:
        return []
    sheet = work._build_sheet()
    scores = work.result_ids.task_score_ids.sorted("id")[:CHANGED_MARKS]
    for score in scores:
        score.score = 0 if score.score else 1
    return [sheet]


def load_files(env, ledgers, sheets):
    """Leave files in all states: loaded, taken back, refused, checked, new."""
    imports = env["vsoko.import"].create(
        [{"name": name, "file": base64.b64encode(content)} for name, content in ledgers + sheets]
    )
    imports.action_check()
    imports.action_load()
    imports[2].action_undo()
    again, refused, _new = env["vsoko.import"].create(
        [
            {"name": "Ещё раз.xlsx", "file": imports[2].file},
            {"name": "Не таблица.xlsx", "file": base64.b64encode(b"not a table")},
            {"name": "Новый.xlsx", "file": imports[0].file},
        ]
    )
    (again | refused).action_check()


main(env)  # noqa: F821
