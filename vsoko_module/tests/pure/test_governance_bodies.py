import unittest

from tools.governance.bodies import SHIPPED
from tools.governance.votes import VotingRule

# what charters usually say: two thirds of the teachers, half of the others; once a quarter; five
# days of notice, ten where parents come
RULES = {
    "administration": (1, 2, 0, 0, 0),
    "pedagogical": (2, 3, 4, 5, 0),
    "governing": (1, 2, 4, 10, 24),
    "methodical": (1, 2, 4, 5, 0),
}


class TestBodies(unittest.TestCase):
    def test_each_body_of_the_regulation_has_its_rules(self):
        found = {
            body.kind: (
                body.quorum_num,
                body.quorum_den,
                body.meetings_min,
                body.notice_days,
                body.term_months,
            )
            for body in SHIPPED
        }
        self.assertEqual(found, RULES)
        self.assertEqual(list(found), list(RULES), "in the order of §3.1")
        self.assertEqual(len({body.name for body in SHIPPED}), len(SHIPPED))

    def test_their_quorum_is_a_rule_of_votes(self):
        quorums = {body.kind: VotingRule(body.quorum_num, body.quorum_den) for body in SHIPPED}
        self.assertEqual(quorums["pedagogical"].get_needed(25), 17)
        self.assertEqual(quorums["governing"].get_needed(25), 13)
