from odoo.fields import Command

from ..common import SchoolCase, make_user


class StatisticsCase(SchoolCase):
    """A data set of the first quarter (to 26 October 2025) that the specialist fills in.

    Two sections: «Фонд» asks for copies (a state that may be taken over), events (a number of the
    period) and a yes or no; «Классы» asks for pupils by class, where 9А is greyed. So 5 cells:
    three of the school, 5А and 5Б. The deputy of the class checks.
    """

    @classmethod
    def make_fixture(cls):
        cls.env["vsoko.data.form"].search([]).sudo().unlink()
        cls.env["vsoko.data.set"].search([]).active = False
        cls.specialist = cls.users["specialist"]
        cls.deputy = cls.users["administration"]
        cls.copies, cls.events, cls.answer, cls.pupils = cls.env["vsoko.data.element"].create(
            [
                {"code": "t_copies", "name": "Экземпляры", "copy_policy": "offer"},
                {"code": "t_events", "name": "События", "stock_flow": "flow"},
                {"code": "t_answer", "name": "Есть ли", "value_type": "yes_no"},
                {"code": "t_pupils", "name": "Ученики", "breakdown": "class"},
            ]
        )
        cls.set = cls.make_set("t_library")
        cls.set._make_forms()
        cls.form = cls.form_of(cls.q1).with_user(cls.specialist)
        cls.fund, cls.by_class = cls.set.section_ids

    @classmethod
    def make_set(cls, code, **vals):
        return cls.env["vsoko.data.set"].create(
            {
                "name": "Библиотека",
                "code": code,
                "period_kind": "quarter",
                "date_from": "2025-09-01",
                "filler_id": cls.specialist.id,
                "checker_id": cls.deputy.id,
                "section_ids": [
                    Command.create(
                        {
                            "name": "Фонд",
                            "element_ids": [
                                Command.set((cls.copies | cls.events | cls.answer).ids)
                            ],
                        }
                    ),
                    Command.create(
                        {
                            "name": "Классы",
                            "layout": "matrix",
                            "element_ids": [Command.set(cls.pupils.ids)],
                            "disabled_cells": "t_pupils 9А",
                        }
                    ),
                ],
                **vals,
            }
        )

    @classmethod
    def form_of(cls, period, data_set=None):
        return cls.env["vsoko.data.form"].search(
            [("set_id", "=", (data_set or cls.set).id), ("period_id", "=", period.id)]
        )

    def row(self, element, value=None, school_class=None, **more):
        cell = f"class:{school_class.id}" if school_class else "school"
        return {"element": element.id, "cell": cell, "value": value, **more}

    def save(self, *rows, form=None):
        """Save rows; return what became of each."""
        answers = (form or self.form).save_values(list(rows))
        return [answer["status"] for answer in answers]

    def fill(self, form=None):
        """Answer all five cells, one of them with a reason."""
        return self.save(
            self.row(self.copies, 100),
            self.row(self.events, 0),
            self.row(self.answer, reason="not_measured"),
            self.row(self.pupils, 3, self.class_5a),
            self.row(self.pupils, 2, self.class_5b),
            form=form,
        )

    def counts(self, form=None):
        form = form or self.form
        return form.expected, form.filled, form.excused, form.copied_unconfirmed

    @classmethod
    def stranger(cls, *roles):
        return make_user(cls.env, "-".join(("other", *roles)), *roles)
