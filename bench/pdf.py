"""The PDF of a document of some forty pages against the PDF engine alone with the same page."""

import io
import time

from pypdf import PdfReader

from odoo.addons.vsoko_module.tools.writers.pdf import html_to_pdf

from . import school

ROUNDS = 3
DOCUMENT = "vsoko_module.report_vsoko_document"


def main(env):
    """Yield (what is compared, ratio, budget) rows."""
    report = _make_report(env)
    actions = report.env["ir.actions.report"]
    page = actions._render_qweb_html(DOCUMENT, report.ids)[0].decode()
    whole = _fastest(lambda: actions._render_vsoko_pdf(DOCUMENT, report.id))
    alone = _fastest(lambda: html_to_pdf(page))
    pages = len(PdfReader(io.BytesIO(html_to_pdf(page))).pages)
    yield f"PDF of {pages} pages / WeasyPrint alone", whole / alone, "≤ 1.2"


def _make_report(env):
    """The passport of a system of indicators three times as long as the shipped one."""
    company = school.build(env, 100)
    env = env(context=dict(env.context, allowed_company_ids=[company.id], lang="ru_RU"))
    period = env["vsoko.period"].search([("company_id", "=", company.id)], limit=1)
    shipped = env["vsoko.framework"]._adopt_regulation(company)
    long = shipped._copy_version(name="Bench", company_id=company.id, date_from=period.date_start)
    long.indicator_ids.create(
        [
            {**vals, "code": f"{vals['code']}_{copy}"}
            for copy in range(2)
            for vals in long.indicator_ids.copy_data()
        ]
    )
    long.action_approve()
    return env["vsoko.report"].create({"type": "passport", "period_id": period.id})


def _fastest(work):
    times = []
    for _round in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)
