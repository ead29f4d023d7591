from contextlib import suppress

from odoo.fields import Command
from odoo.tools import mute_logger

from .common import ROLES, make_users
from .doors import REFUSALS, VALUES
from .doors_evidence import EvidenceRecords
from .doors_governance import GovernanceRecords
from .doors_open import OpenRecords
from .evidence.common import AssessmentCase
from .locks import find_locked
from .test_access_matrix import reviewed_matrix
from .test_public_methods import ReviewedCase

# sums that only the program keeps: what is made up would not be what the points give
COUNTED = ("vsoko.element.total",)


class SecondSchool(AssessmentCase):
    """A school with its own pupils, marks and works, in a company of its own; made by `build`."""

    @classmethod
    def build(cls, env):
        company = env["res.company"].create({"name": "Школа № 2"})
        school = type("Built", (cls,), {"__module__": cls.__module__})
        school.env = env(context={**env.context, "allowed_company_ids": company.ids})
        users = make_users(env, {f"second_{role}": [role] for role in ROLES}, company)
        school.company = company
        school.users = {
            role: user.with_env(school.env)
            for role, user in zip(ROLES, users.values(), strict=True)
        }
        school._make_calendar()
        school._make_teachers()
        school._make_classes()
        school._make_lessons()
        school.add_marks({(pupil, school.math): 4 for pupil in school.students}, school.q1)
        school.test = school.make_test()
        school.work = school.make_work(school.class_5a | school.class_5b)
        school.work.action_start()
        school.q1.action_calculate()
        school.env["vsoko.report"].create({"period_id": school.q1.id})
        school.env.flush_all()
        return school


class DoorsCase(EvidenceRecords, GovernanceRecords, OpenRecords, ReviewedCase):
    """Two schools; the first one has a record of each model, a locked and an open one where
    states lock it."""

    @classmethod
    def make_fixture(cls):
        cls.first = cls.env.company
        cls._make_locked()
        cls._make_open()
        cls.env.flush_all()
        # what hangs on what was made for want of anything comes the second time
        for _turn in range(2):
            cls._make_missing()
        cls.second = SecondSchool.build(cls.env)
        cls.env.flush_all()
        cls.foreign = dict(cls._find_records(cls.first))
        cls.locked = find_locked(cls.env)

    @classmethod
    def _make_locked(cls):
        """Bring a record of each model whose states lock it into the last of them."""
        by = cls.users["director"]
        cls._make_reports(by)
        loaded = cls.env["vsoko.import"].create({"name": "b.xlsx", "file": b"Mg=="})
        loaded._store({"state": "loaded"})
        cls.env["vsoko.indicator.value.history"]._keep(cls.q1)
        cls._make_locked_work()
        cls._make_locked_form()
        # minutes become a document without opinions: the act comes after them
        cls._make_meetings()
        cls._make_documents(by)
        cls._make_registers(by)
        cls._make_pupil_lines()
        cls._make_surveys()
        cls._make_actions(by)
        cls._make_plans(by)
        cls._make_routes()
        cls._make_needs()
        cls._make_sheets_of_teachers(by)
        cls._make_ratings(by)
        cls._make_forecasts()
        cls._make_studies()

    @classmethod
    def _make_reports(cls, by):
        """Make an approved report with a hearing, a publication and a sent submission."""
        period = {"period_id": cls.q1.id}
        report = cls.env["vsoko.report"].with_user(by).create({"type": "period_results", **period})
        cls.env["vsoko.report.enclosure"].with_user(by).create(
            {
                "section_id": report.section_ids[0].id,
                "kind": "file",
                "name": "План работы",
                "file_name": "План.pdf",
                "content": b"JVBERi0xLjQ=",
            }
        )
        report.action_accept_drafts()
        report.action_approve()
        hearing = cls.env["vsoko.report.hearing"].with_user(by)
        hearing = hearing.create({"report_id": report.id, "date": "2025-11-05"})
        hearing.action_put_by_names()
        hearing.action_discuss()
        hearing.create(
            {"report_id": report.id, "date": "2025-11-05", "council": "methodical_council"}
        )
        cls.env["vsoko.publication"].with_user(by).create(period).action_approve()
        sent = cls.env["vsoko.submission"].with_user(by)
        sent = sent.create({**period, "recipient": "Управление", "kind": "xml", "channel": "email"})
        sent.action_make()
        sent.action_send()

    @classmethod
    def _make_ratings(cls, by):
        """Make an approved and a computed rating of classes."""
        component = {
            "indicator_id": cls.env.ref("vsoko_module.indicator_quality").id,
            "origin": "Положение",
        }
        vals = {"name": "Классы", "period_id": cls.q1.id}
        vals["component_ids"] = [Command.create(component)]
        ratings = cls.env["vsoko.rating"].create([vals, vals])
        ratings.action_send_rosters()
        for roster in ratings.roster_ids:
            vals = {"roster_id": roster.id, "student_id": roster.student_ids[0].id}
            cls.env["vsoko.rating.correction"].create({**vals, "reason": "В другой группе"})
        ratings[0].roster_ids.correction_ids.action_accept()
        ratings[0].action_check_rosters()
        ratings.action_compute()
        ratings[0].with_user(by).action_approve()

    @classmethod
    def _make_forecasts(cls):
        """Make a forecast that waits and one that is judged; both are locked."""
        vals = {
            "indicator_id": cls.env.ref("vsoko_module.indicator_quality").id,
            "company_id": cls.first.id,
            "scope": "school",
            "cell": "school",
            "value": 60,
            "low": 50,
            "high": 70,
            "method": "naive",
        }
        judged, _waits = cls.env["vsoko.forecast"].create(
            [vals | {"period_id": period.id} for period in (cls.q1, cls.q2)]
        )
        judged._store({"state": "judged", "fact": 65, "is_hit": True})

    @classmethod
    def _make_studies(cls):
        """Make a study of factors that is made and one that is not looked at."""
        studies = cls.env["vsoko.factor.study"].create([{"period_id": cls.q1.id}] * 2)
        studies[0].action_look()

    @classmethod
    def _make_missing(cls):
        """Make a record of each model that the first school has none of, where anything that its
        required fields take will do."""
        known = dict(cls._find_records(cls.first))
        for name in reviewed_matrix():
            model = cls.env[name].sudo()
            if name in known or name in COUNTED or model._transient or not model._auto:
                continue
            with (
                suppress(*REFUSALS, AttributeError),
                mute_logger("odoo.sql_db"),
                cls.env.cr.savepoint(),
            ):
                model.create(cls._get_anything(model, known))
                cls.env.flush_all()

    @classmethod
    def _get_anything(cls, model, known):
        own = model.default_get(list(model._fields))
        vals = {}
        for name, field in model._fields.items():
            if name in own or not field.store or field.compute or field.related:
                continue
            if name == "company_id":
                vals[name] = cls.first.id
            elif field.type == "many2one" and (field.required or field.comodel_name in known):
                record = known.get(field.comodel_name)
                vals[name] = (record or cls.env[field.comodel_name].sudo().search([], limit=1)).id
            elif field.required and field.type == "selection":
                vals[name] = field.get_values(cls.env)[0]
            elif field.required and field.type in VALUES:
                vals[name] = VALUES[field.type]
        return vals

    @classmethod
    def _find_records(cls, company):
        """Yield (model, its last record of a school), one that nothing locks where there is one."""
        for name in reviewed_matrix():
            model = cls.env[name].sudo()
            if model._transient or "company_id" not in model._fields:
                continue
            records = model.search([("company_id", "=", company.id)], order="id desc", limit=40)
            if records:
                yield name, next((one for one in records if not is_locked(one)), records[0])


def is_locked(record):
    """Whether a record is locked by its state or by what it belongs to."""
    wholes = [record.mapped(path) for path in record._get_lock_paths()]
    own = [record] if hasattr(record, "_locked_states") else []
    return any(whole.state in whole._locked_states for whole in (*own, *wholes))
