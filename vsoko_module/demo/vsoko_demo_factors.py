from odoo import models


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_factor_studies(self, terms, subjects, users):
        """Look at what goes together with the results of terms, and act on what is seen.

        :param terms: the last term of the year that is over, and the last one with marks
        """
        criterion = self.env.ref("vsoko_module.rubric_lesson_criterion_3")
        studies = self.env["vsoko.factor.study"].with_user(users["deputy"])
        for term in terms:
            studies |= studies.create(
                [
                    {"period_id": term.id},
                    {"period_id": term.id, "outcome": "change"},
                    {
                        "period_id": term.id,
                        "subject_id": subjects["math"].id,
                        "visit_criterion_id": criterion.id,
                    },
                ]
            )
        studies.action_look()
        found = studies.finding_ids.filtered(
            lambda finding: finding.verdict == "found" and finding.factor == "absence"
        )
        if found:
            found[-1].action_take_measures()
