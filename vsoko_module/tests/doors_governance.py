from odoo.fields import Command

from .governance.sheets.sheet_case import approve_scheme, make_scheme, make_sheets


class GovernanceRecords:
    """What a school decides, for the test of doors: of each kind a locked and an open record."""

    @classmethod
    def _make_actions(cls, by):
        """Make a stopped action and a proposed one, each with a measure."""
        vals = {"name": "Математика", "measure_ids": [Command.create({"name": "Повторение"})]}
        vals["pupil_ids"] = [Command.create({"student_id": cls.students[0].id})]
        stopped, _proposed = cls.env["vsoko.action"].with_user(by).create([vals, vals])
        stopped._stop("Класс расформирован")

    @classmethod
    def _make_routes(cls):
        """Make a closed route and a draft with all parts, and a measure of the bank."""
        skill = cls.env["vsoko.skill"].create(
            {"code": "9", "name": "Чтение графика", "subject_id": cls.math.id}
        )
        measure = cls.env["vsoko.measure"].create({"name": "Карточки"})
        vals = {
            "name": "Пробелы: математика",
            "member_ids": [Command.create({"student_id": cls.students[0].id})],
            "goal_ids": [Command.create({"skill_id": skill.id})],
            "step_ids": [Command.create({"measure_id": measure.id})],
            "check_ids": [Command.create({"assessment_id": cls.work.id})],
            "correction_ids": [Command.create({"name": "Срок шага"})],
        }
        closed, _draft = cls.env["vsoko.route"].create([vals, vals])
        closed._store({"state": "closed", "result": "unknown"})

    @classmethod
    def _make_needs(cls):
        """Make a direction of training that a teacher asks for."""
        cls.env["vsoko.training.need"].create({"teacher_id": cls.teachers[0].id, "theme": "ИКТ"})

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
        """Make an act with all that hangs on it, the draft of its next version, and a licence."""
        Document = cls.env["vsoko.document"].with_user(by)
        given = {"name": "Лицензия", "outer_number": "Л035-1", "date": "2020-01-01"}
        Document.create({"kind": "licence", **given}).action_approve()
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
    def _make_sheets_of_teachers(cls, by):
        """Make a final sheet by an approved scheme and open ones, with records and changes, and
        a draft of a scheme."""
        sheets = make_sheets(approve_scheme(make_scheme(cls.env), by), cls.q1, by)
        for line in sheets.line_ids.filtered(lambda line: line.source == "manual"):
            name = f"Вечер чтения {line.id}"
            record = {"line_id": line.id, "name": name, "date": "2025-10-10"}
            cls.env["vsoko.sheet.evidence"].create(record)
            line.claimed = 1
        sheets[0]._store({"state": "final"})
        team = {"name": "Неделя математики", "date": "2025-10-12"}
        shares = [{"teacher_id": one.id, "percent": 50} for one in sheets.teacher_id[:2]]
        team["part_ids"] = [Command.create(part) for part in shares]
        cls.env["vsoko.sheet.team"].create(team)._store({"state": "agreed"})
        make_scheme(cls.env, name="Черновик")
