import io
from datetime import timedelta

from docx import Document

from odoo import fields, models

ACTS = (
    # title, lines of its file, who it touches, days until its review, is replaced by another
    (
        "Положение о текущем контроле успеваемости и промежуточной аттестации обучающихся",
        ("Текущий контроль успеваемости проводится в течение учебного периода.",),
        {"touches_pupils": True},
        25,
        False,
    ),
    (
        "Положение о педагогическом совете",
        ("Педагогический совет заслушивает отчёты работников и обсуждает показатели.",),
        {"touches_staff": True},
        400,
        False,
    ),
    (
        "Положение о стимулирующих выплатах работникам",
        ("Выплаты назначает комиссия по оценочным листам.",),
        {"touches_staff": True},
        200,
        True,
    ),
)
PERMISSIONS = (
    # kind, title, number, by whom it was given
    (
        "licence",
        "Лицензия на осуществление образовательной деятельности",
        "Л035-00000-00/00000001",
        "Министерство образования области",
    ),
    (
        "accreditation",
        "Свидетельство о государственной аккредитации",
        "А007-00000-00/00000002",
        "Министерство образования области",
    ),
)
DRAFT = "Положение о школьном методическом объединении"
OPINIONS = {
    "touches_pupils": ("parents_council", "pupils_council"),
    "touches_staff": ("trade_union",),
}
REQUESTS = (
    # who asks, what, topic, days ago, answer
    (
        "parents",
        "Как девятиклассники сдали математику за три года?",
        2,
        40,
        "Опубликовано в докладе.",
    ),
    ("council", "Как изменилось качество обучения за год?", 2, 50, "Оно в публикации для совета."),
    ("council", "Сколько контрольных работ пишут за неделю пятые классы?", 3, 12, ""),
    ("founder", "Доля педагогов с высшей категорией", 5, 35, ""),
)


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_documents(self, year, users):
        """Create the regulation with its order, acts, who has read them, and requests."""
        director, deputy = users["director"], users["deputy"]
        regulation = self.env.ref("vsoko_module.document_regulation").with_user(deputy)
        day = year.date_start - timedelta(days=2)
        lines = (regulation.name, "Оценка качества образования осуществляется по показателям.")
        regulation.write(
            {
                "date": day,
                "date_from": year.date_start,
                "responsible_id": deputy.id,
                "file_ids": self._make_file(deputy, "Положение о ВСОКО.docx", lines).ids,
                "reader_group_ids": self.env.ref("vsoko_module.group_teacher").ids,
            }
        )
        regulation.action_agree()
        regulation.action_make_order()
        regulation.order_id.date = day
        regulation.order_id.with_user(director).action_approve()
        for act in ACTS:
            self._create_act(act, day, director, deputy)
        regulation.create({"name": DRAFT, "responsible_id": deputy.id})
        for login in ("teacher", "head"):
            documents = regulation.with_user(users[login]).search([("is_to_read", "=", True)])
            documents[:1].action_acquaint()
        self._create_requests(deputy, users["council"])

    def _enter_permissions(self, year, deputy):
        """Enter what the authorities gave the school seven years before its first year here."""
        Document = self.env["vsoko.document"].with_user(deputy)
        given = year.date_start.replace(year=year.date_start.year - 7)
        papers = Document.create(
            [
                {
                    "kind": kind,
                    "name": title,
                    "outer_number": number,
                    "issuer": issuer,
                    "date": given,
                    "file_ids": self._make_file(deputy, f"{title}.docx", (title, number)).ids,
                }
                for kind, title, number, issuer in PERMISSIONS
            ]
        )
        papers.action_approve()

    def _create_act(self, act, day, director, deputy):
        title, lines, touches, days, is_replaced = act
        Act = self.env["vsoko.document"].with_user(deputy)
        bodies = [body for name in touches for body in OPINIONS[name]]
        today = fields.Date.context_today(self)
        document = Act.create(
            {
                "name": title,
                "date": day - timedelta(days=365),
                "date_from": day - timedelta(days=365),
                "review_date": today + timedelta(days=days),
                "order_text": "№ 01-03/87 от 28.08.%s" % (day.year - 1),
                "opinion_ids": [(0, 0, {"asked": body, "date": day}) for body in bodies],
                "reader_group_ids": self.env.ref("vsoko_module.group_user").ids,
                "file_ids": self._make_file(deputy, f"{title}.docx", (title, *lines)).ids,
                "basis_ids": self.env.ref("vsoko_module.document_law_273").ids,
                **touches,
            }
        )
        document.action_agree()
        document.with_user(director).action_approve()
        if is_replaced:
            following = Act.browse(document.action_new_version()["res_id"])
            following.write(
                {
                    "date": day,
                    "date_from": day + timedelta(days=2),
                    "order_text": f"№ 01-03/91 от {day:%d.%m.%Y}",
                    "opinion_ids": [(0, 0, {"asked": body, "date": day}) for body in bodies],
                }
            )
            following.action_agree()
            following.with_user(director).action_approve()

    def _make_file(self, user, name, lines):
        word, buffer = Document(), io.BytesIO()
        for line in lines:
            word.add_paragraph(line)
        word.save(buffer)
        return (
            self.env["ir.attachment"]
            .with_user(user)
            .create({"name": name, "raw": buffer.getvalue()})
        )

    def _create_requests(self, deputy, member):
        Request = self.env["vsoko.request"].with_user(deputy)
        today = fields.Date.context_today(self)
        council = Request.env["vsoko.body"].search([("kind", "=", "governing")], limit=1)
        asked = {"body_id": council.id, "author_id": member.id, "asker": member.name}
        for kind, name, topic, days, answer in REQUESTS:
            # whose request it is the portal says; here it is made in the name of the member
            request = Request.sudo().create(
                {
                    "name": name,
                    "asker_kind": kind,
                    "topic_id": self.env.ref(f"vsoko_module.request_topic_{topic}").id,
                    "date": today - timedelta(days=days),
                    "answer": answer,
                    **(asked if kind == "council" else {}),
                }
            )
            if answer:
                request.sudo(False).action_answer()
