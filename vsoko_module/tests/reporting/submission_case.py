import base64
import io

from openpyxl import load_workbook

from ..indicators.common import CalculatedCase
from ..pure.form_samples import form_with

SHEET = "Лист"


class SubmissionCase(CalculatedCase):
    """The first quarter calculated; forms are made and filled by the deputy director."""

    @classmethod
    def make_fixture(cls):
        cls.deputy = cls.users["administration"]
        cls.director = cls.users["director"]

    @classmethod
    def make_form(cls, cells, **vals):
        """A form of one sheet with ``{address: text}``, for the first quarter."""
        return cls.upload(form_with(cells), **vals)

    @classmethod
    def upload(cls, content, **vals):
        return (
            cls.env["vsoko.submission.form"]
            .with_user(cls.deputy)
            .create(
                {
                    "file": base64.b64encode(content),
                    "file_name": "Мониторинг.xlsx",
                    "period_id": cls.q1.id,
                    "recipient": "Управление образования",
                }
                | vals
            )
        )

    @classmethod
    def fill(cls, form):
        """The entry with the form filled for its period."""
        action = form.action_fill()
        return form.env[action["res_model"]].browse(action["res_id"])

    def filled(self, form):
        """``{address: value}`` of the filled form, without empty cells."""
        page = load_workbook(io.BytesIO(self.content(self.fill(form))))[SHEET]
        return {
            cell.coordinate: cell.value for row in page for cell in row if cell.value is not None
        }

    @staticmethod
    def content(entry):
        return base64.b64decode(entry.with_context(bin_size=False).file)
