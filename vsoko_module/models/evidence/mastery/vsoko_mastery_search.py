from odoo import models
from odoo.tools import SQL

from ...school.narrowing import named_in_all_rows

# columns of the facts that name a row of the model
_COLUMNS = {
    "year_id": SQL("work.year_id"),
    "class_id": SQL("result.class_id"),
    "subject_id": SQL("work.subject_id"),
    "student_id": SQL("result.student_id"),
}


class VsokoMastery(models.Model):
    """Which facts a search adds up.

    PostgreSQL carries a condition neither through the grouping sets of a pivot nor from the number
    of a row to the facts, so it would add up the whole school to show a class. The key of the
    context takes facts away and gives none: the domain and the record rules decide after it.
    """

    _inherit = "vsoko.mastery"

    def _search(self, domain, *args, **kwargs):
        narrowed = self.with_context(vsoko_mastery_facts=self._get_narrowing(domain))
        return super(VsokoMastery, narrowed)._search(domain, *args, **kwargs)

    def _get_narrowing(self, domain):
        """Return ``((field or 'id' or 'own', ids), …)``: what every row of the domain has."""
        found = list(named_in_all_rows(self, domain, ("id", *_COLUMNS)).items())
        if not self.env.su and not self.env.user.has_group("vsoko_module.group_association_head"):
            found.append(("own", (self.env.uid,)))
        return tuple(found)

    def _get_facts_condition(self):
        """Return the condition on the facts that the search in hand needs."""
        narrowing = self.env.context.get("vsoko_mastery_facts", ())
        return SQL(" AND ").join([SQL("TRUE"), *(_to_sql(*one) for one in narrowing)])


def _to_sql(name, ids):
    if name == "id":
        # the rows of pupils have even numbers, which begin with a result of the pupil
        results = [number >> 22 for number in ids if not number & 1]
        return SQL(_OF_ROWS, results)
    if name == "own":
        return SQL(_OWN, uid=ids[0])
    return SQL("%s = ANY(%s)", _COLUMNS[name], list(ids))


_OF_ROWS = """(result.student_id, result.class_id) IN (
    SELECT student_id, class_id FROM vsoko_result WHERE id = ANY(%s))"""
# classes that the user has or had to do with, from which the record rule takes its rows
_OWN = """result.class_id IN (
    SELECT own_class.id FROM vsoko_class own_class
      JOIN vsoko_teacher own_teacher ON own_teacher.user_id = %(uid)s
     WHERE own_class.homeroom_teacher_id = own_teacher.id
        OR EXISTS (SELECT 1 FROM vsoko_teaching own_lesson
                    WHERE own_lesson.teacher_id = own_teacher.id
                      AND own_lesson.class_id = own_class.id)
        OR EXISTS (SELECT 1 FROM vsoko_result own_result
                    WHERE own_result.teacher_id = own_teacher.id
                      AND own_result.class_id = own_class.id))"""
