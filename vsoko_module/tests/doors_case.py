import base64
from contextlib import suppress

from odoo.fields import Command
from odoo.tools import mute_logger

from ..tools.readers.arrangement import Arrangement, Use
from .common import ROLES, make_users
from .doors import REFUSALS, VALUES
from .evidence.common import VECTOR, AssessmentCase
from .evidence.pupil_lines import pupil_lines
from .evidence.survey_case import Surveys
from .locks import find_locked
from .pure.form_samples import form_with
from .test_access_matrix import reviewed_matrix
from .test_public_methods import ReviewedCase

# sums that only the program keeps: what is made up would not be what the points give
COUNTED = ("vsoko.element.total",)
STAFF_LINES = {
    "education": {"diploma": "1"},
    "attestation": {"category": "first", "date": "2024-01-15"},
    "course": {"topic": "ФГОС", "hours": 72, "date_end": "2024-01-15"},
    "experience": {
        "date_from": "2010-09-01",
        "gap_ids": [Command.create({"date_from": "2015-01-15"})],
    },
    "event": {"kind": "speech", "name": "Доклад", "date": "2025-10-01"},
}


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


class DoorsCase(Surveys, ReviewedCase):
    """Two schools; the first one has a record of each model, a locked and an open one where
    states lock it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
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
        period = {"period_id": cls.q1.id}
        report = cls.env["vsoko.report"].with_user(by).create({"type": "period_results", **period})
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
        loaded = cls.env["vsoko.import"].create({"name": "b.xlsx", "file": b"Mg=="})
        loaded._store({"state": "loaded"})
        cls.env["vsoko.indicator.value.history"]._keep(cls.q1)
        cls._make_locked_work()
        cls._make_locked_form()
        cls._make_documents(by)
        cls._make_registers(by)
        cls._make_pupil_lines()
        cls._make_surveys()
        cls._make_actions(by)
        cls._make_meetings()
        cls._make_plans(by)

    @classmethod
    def _make_actions(cls, by):
        """Make a stopped action and a proposed one, each with a measure."""
        vals = {"name": "Математика", "measure_ids": [Command.create({"name": "Повторение"})]}
        stopped, _proposed = cls.env["vsoko.action"].with_user(by).create([vals, vals])
        stopped._stop("Класс расформирован")

    @classmethod
    def _make_plans(cls, by):
        """Make an approved plan of the year with a moved line, and a draft."""
        for _plan in range(2):
            plan = cls.env["vsoko.plan"].create({"name": "План", "year_id": cls.year.id})
            cls.env["vsoko.plan.line"].create(
                {
                    "plan_id": plan.id,
                    "name": "Срез",
                    "date": "2025-10-10",
                    "criterion_id": cls.env.ref("vsoko_module.criterion_o1").id,
                    "responsible_id": by.id,
                    "link_model": "vsoko.assessment",
                }
            )
        approved = plan.search([("year_id", "=", cls.year.id)], order="id", limit=1)
        approved.with_user(by).action_approve()
        approved.line_ids.with_user(by)._move_to(cls.q1.date_end, "Карантин")

    @classmethod
    def _make_documents(cls, by):
        """Make an approved act with all that hangs on it, and a draft of the next version."""
        Document = cls.env["vsoko.document"].with_user(by)
        act = Document.create(
            {
                "name": "Положение",
                "order_text": "№ 1 от 30.08.2025",
                "reader_ids": [Command.set(cls.users["teacher"].ids)],
                "opinion_ids": [Command.create({"asked": "trade_union"})],
            }
        )
        act.action_agree()
        act.action_approve()
        request = cls.env["vsoko.request"].with_user(by)
        request = request.create({"name": "Как сдали математику?", "answer": "Хорошо"})
        request.action_answer()
        draft = Document.browse(act.action_new_version()["res_id"])
        draft.opinion_ids = [Command.create({"asked": "trade_union"})]

    @classmethod
    def _make_surveys(cls):
        """Make a campaign whose results are announced, one that collects and a draft."""
        cls.prepare_surveys()
        announced = cls.make_campaign()
        cls.fill(announced, cls.class_5a, 6, 0, 1, 0, 0)
        announced.action_close()
        announced.action_publish()
        cls.make_campaign()
        cls.make_campaign(is_open=False)

    @classmethod
    def _make_meetings(cls):
        """Make a meeting with signed minutes and a planned one, with all that belongs to them."""
        own = [("company_id", "=", cls.first.id), ("kind", "=", "methodical")]
        body = cls.env["vsoko.body"].search(own)
        member = {"body_id": body.id, "name": "Член совета", "date_from": "2025-09-01"}
        member = cls.env["vsoko.body.member"].create(member)
        body.write({"chair_id": member.id, "secretary_id": member.id})
        signed, _planned = (cls._make_meeting(body) for _turn in range(2))
        signed.action_hold()
        signed.item_ids.action_count_votes()
        signed.action_check_minutes()
        signed.action_sign()
        cls.env["vsoko.meeting.correction"].create({"meeting_id": signed.id, "name": "Ошибка"})
        cls.env["vsoko.meeting.proposal"].create({"body_id": body.id, "name": "Вопрос"})

    @classmethod
    def _make_meeting(cls, body):
        """Return a planned meeting that is ready to be held."""
        parts = {
            "material_ids": [Command.create({"name": "a.pdf", "content": b"MQ=="})],
            "resolution_ids": [Command.create({"name": "Решить"})],
        }
        item = {"name": "Вопрос", "kind": "decision", "method": "names", **parts}
        meeting = cls.env["vsoko.meeting"].create(
            {
                "body_id": body.id,
                "date_start": "2025-10-01 10:00:00",
                "item_ids": [Command.create(item)],
            }
        )
        meeting.action_call_roll()
        line = meeting.attendance_ids
        line.presence = "present"
        vote = {"attendance_id": line.id, "choice": "for"}
        meeting.item_ids.vote_ids = [Command.create(vote)]
        return meeting

    @classmethod
    def _make_registers(cls, by):
        """Make a checked and an open line of each register of staff."""
        for name, vals in STAFF_LINES.items():
            checked, _open = cls.env[f"vsoko.staff.{name}"].create(
                [{"teacher_id": teacher.id, **vals} for teacher in cls.teachers[1:3]]
            )
            checked.with_user(by).action_check()

    @classmethod
    def _make_pupil_lines(cls):
        """Make a checked and an open line of each register of pupils."""
        places = ((cls.students[0], cls.class_5a), (cls.students[6], cls.class_5b))
        checked, still_open = (pupil_lines(*place, "2025-10-10") for place in places)
        for name, vals in checked.items():
            # who checks which register has tests of its own
            cls.env[name].create(vals).sudo().action_check()
            cls.env[name].create(still_open[name])
        # of fewer than five examined nothing is counted
        cls.env["vsoko.health"].create(
            [
                {"student_id": pupil.id, "date": "2025-10-10", "health_group": "2"}
                for pupil in cls.students[1:5]
            ]
        )

    @classmethod
    def _make_locked_work(cls):
        element = cls.env["vsoko.content.element"].create(
            {"code": "1", "name": "Дроби", "subject_id": cls.math.id, "company_id": cls.first.id}
        )
        test = cls.make_test()
        test.task_ids.content_ids = element
        council = cls.users["methodical_council"]
        test.action_send_to_expertise()
        cls.env["vsoko.test.expertise"].create({"test_id": test.id, "conclusion": "approve"})
        test.with_user(council).action_approve()
        work = cls.make_work(cls.class_5a | cls.class_5b, test=test)
        work.action_start()
        cls.enter(work, VECTOR)
        cls.env["vsoko.assessment.aggregate"].create(
            [
                {"assessment_id": work.id, "level": "region", "name": "Регион"},
                {
                    "assessment_id": work.id,
                    "level": "school",
                    "name": "Школа",
                    "participants": 2,
                    "basic": 50,
                },
            ]
        )
        work.action_close()
        rubric = cls._make_rubric()
        rubric.action_approve()
        sheet = cls._make_sheet(rubric)
        sheet.answers = {criterion.key: {"points": 1} for criterion in rubric._get_criteria()}
        sheet.action_complete()

    @classmethod
    def _make_rubric(cls):
        """Return a draft of a rubric of the first school about the school itself."""
        return cls.env["vsoko.rubric"].create(
            {
                "name": "Своя",
                "company_id": cls.first.id,
                "kind": "self",
                "about": "school",
                "criterion_ids": [Command.create({"name": "Акты", "levels": "нет\nда"})],
                "level_ids": [Command.create({"name": "Высокий", "min_percent": 80})],
            }
        )

    @classmethod
    def _make_sheet(cls, rubric):
        vals = {"rubric_id": rubric.id, "date": "2025-10-01"}
        return cls.env["vsoko.observation"].create(vals)

    @classmethod
    def _make_locked_form(cls):
        sets = cls.env["vsoko.data.set"].search([("company_id", "=", cls.first.id)])
        sets.date_from = cls.year.date_start
        sets._make_forms()
        forms = cls.env["vsoko.data.form"].search([("period_id", "=", cls.year_period.id)], limit=2)
        for form in forms:
            element, cell = form._get_cells()[form][0]
            form.save_values([{"element": element.id, "cell": cell, "value": 1}])
            form._keep_reopening("reopened", "Ошибка", form.due_date)
        forms[0]._store({"state": "locked"})

    @classmethod
    def _make_open(cls):
        """Make the open records that `_make_missing` cannot think of."""
        cls._make_framework("Своя система", "2026-09-01")
        cls._make_framework("Прежняя система", "2020-09-01")._store({"state": "archived"})
        publication = cls.env["vsoko.publication"].search([("state", "=", "draft")], limit=1)
        publication.file_ids = [Command.create({"name": "a.pdf", "content": b"MQ=="})]
        cls.env["vsoko.test.expertise"].create({"test_id": cls.test.id, "conclusion": "approve"})
        cls.enter(cls.work, VECTOR[:5])
        cls._make_sheet(cls.env.ref("vsoko_module.rubric_self"))
        cls._make_rubric()
        cls._make_settings()
        cls.env["vsoko.validation.finding"].create(
            {
                "rule_id": cls.env.ref("vsoko_module.validation_rule_rooms_minimum").id,
                "period_id": cls.year_period.id,
                "cell": "school",
                "left_value": "2",
                "right_value": "1",
                "importance": "warning",
            }
        )

    @classmethod
    def _make_framework(cls, name, start):
        """Return a draft with an indicator, its border and a comment of a council."""
        framework = cls.env["vsoko.framework"].create(
            {"name": name, "company_id": cls.first.id, "date_from": start}
        )
        criterion = cls.env["vsoko.criterion"].create(
            {"framework_id": framework.id, "code": "own", "name": "Свой"}
        )
        vals = {"framework_id": framework.id, "criterion_id": criterion.id}
        indicator = cls.env["vsoko.indicator"].create({**vals, "code": "own", "name": "Свой"})
        cls.env["vsoko.indicator.band"].create(
            {"indicator_id": indicator.id, "lower": 0, "status": "critical", "origin": "Школа"}
        )
        cls.env["vsoko.framework.comment"].create({"framework_id": framework.id, "text": "Проще"})
        return framework

    @classmethod
    def _make_settings(cls):
        """Make what a school keeps for its files and levels."""
        told = Arrangement("contingent", {"дитя": Use("name"), "отряд": Use("class_name")})
        cls.env["vsoko.import.arrangement"]._remember(cls.first, told, "a.xlsx")
        cls.env["vsoko.submission.form"].create(
            {
                "file": base64.b64encode(form_with({"A1": "{{quality}}"})),
                "file_name": "Мониторинг.xlsx",
                "period_id": cls.q1.id,
            }
        )
        cls.env["vsoko.achievement.level"].create(
            {
                "company_id": cls.first.id,
                "name": "Свой",
                "min_percent": 0,
                "status": "critical",
                "origin": "Школа",
            }
        )

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
