from ...common import SchoolCase


class PlanCase(SchoolCase):
    """The school of the tests with the objects of assessment and a way to plan."""

    @classmethod
    def make_fixture(cls):
        cls.objects = cls.env.ref("vsoko_module.framework_regulation").criterion_ids.filtered(
            lambda criterion: not criterion.parent_id
        )
        cls.deputy, cls.director = cls.users["administration"], cls.users["director"]

    @classmethod
    def make_plan(cls, *lines, is_approved=True):
        """Return a plan of the year with these lines.

        :param lines: pairs (day, values)
        """
        plan = cls.env["vsoko.plan"].create({"name": "План", "year_id": cls.year.id})
        cls.env["vsoko.plan.line"].create(
            [
                {
                    "plan_id": plan.id,
                    "name": f"Строка {number}",
                    "criterion_id": cls.objects[0].id,
                    "responsible_id": cls.deputy.id,
                    "link_model": "vsoko.assessment",
                    "date": day,
                    **vals,
                }
                for number, (day, vals) in enumerate(lines, 1)
            ]
        )
        if is_approved:
            plan.with_user(cls.director).action_approve()
        return plan

    @classmethod
    def make_work(cls, day="2025-10-10", **vals):
        return cls.env["vsoko.assessment"].create(
            {
                "type_id": cls.env.ref("vsoko_module.assessment_type_initial").id,
                "subject_id": cls.math.id,
                "class_ids": cls.class_5a.ids,
                "date": day,
                **vals,
            }
        )

    @classmethod
    def finish(cls, work):
        """Bring a work to its end: everybody was absent."""
        work.action_start()
        work.result_ids.write({"attendance": "absent"})
        work.action_close()
        work.action_analyse()
