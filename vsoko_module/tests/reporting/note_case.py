from ..evidence.common import VECTOR, AssessmentCase


class NoteCase(AssessmentCase):
    """A closed work of 5А (six pupils) and 5Б (four): the vector of item analysis, in which the
    tasks of basic level check one element of content; marks 5 5 4 3 3 3 and 2 2 2 2."""

    @classmethod
    def make_fixture(cls):
        cls.deputy, cls.director = cls.users["administration"], cls.users["director"]
        cls.element = cls.env["vsoko.content.element"].create(
            {"code": "1.2", "name": "Сложение дробей", "subject_id": cls.math.id}
        )
        tasks = cls.test.task_ids
        tasks[:3].content_ids = cls.element
        tasks[3].difficulty = "advanced"
        tasks[4].difficulty = "high"
        cls.enter(cls.work, VECTOR)
        cls.work.action_close()

    @classmethod
    def make_note(cls, role="administration", work=None):
        work = (work or cls.work).with_user(cls.users[role]).with_context(lang="ru_RU")
        return (
            cls.env["vsoko.report"]
            .with_user(cls.users[role])
            .with_context(lang="ru_RU")
            .browse(work.action_make_note()["res_id"])
        )

    @classmethod
    def approve(cls, report):
        report = report.with_user(cls.director)
        report.action_accept_drafts()
        report.action_approve()
        return report

    @staticmethod
    def rows_of(report, name):
        return [
            [cell["value"] if isinstance(cell, dict) else cell for cell in row]
            for row in report.figures["given"][name]["rows"]
        ]
