from ..indicators.common import CalculatedCase


class ReportCase(CalculatedCase):
    """The first quarter calculated, and the draft of its report by the deputy director."""

    @classmethod
    def make_fixture(cls):
        cls.deputy = cls.users["administration"]
        cls.director = cls.users["director"]
        cls.report = (
            cls.env["vsoko.report"]
            .with_user(cls.deputy)
            .with_context(lang="ru_RU")
            .create({"type": "period_results", "period_id": cls.q1.id})
        )

    @classmethod
    def section(cls, code, report=None):
        return (report or cls.report).section_ids.filtered(lambda section: section.code == code)

    @classmethod
    def approve(cls, report=None):
        report = (report or cls.report).with_user(cls.director)
        report.action_accept_drafts()
        report.action_approve()
        return report
