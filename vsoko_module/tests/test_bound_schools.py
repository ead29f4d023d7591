from odoo.tests import tagged

from .common import SchoolCase
from .doors_case import SecondSchool
from .test_access_matrix import reviewed_matrix


@tagged("post_install", "-at_install")
class TestBoundSchools(SchoolCase):
    """What is shipped for every school binds none of them to what another has made of it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.director = cls.users["director"]
        cls.act = cls.env.ref("vsoko_module.document_regulation")
        cls.own_law = cls.env["vsoko.document"].create({"name": "Устав", "kind": "local_act"})
        cls.act.basis_ids |= cls.own_law
        cls.act.responsible_id = cls.director
        cls.act.order_text = "приказ от 01.09.2025 № 1"
        cls.act.with_user(cls.director).action_agree()
        cls.act.with_user(cls.director).action_approve()
        # its first calculation makes the system of indicators and the regulation of its own
        cls.second = SecondSchool.build(cls.env)

    def test_the_second_school_begins_with_a_draft_of_its_own(self):
        self.assertTrue(self.act.index_id)
        Document = self.env["vsoko.document"]
        (own,) = Document.search([("company_id", "=", self.second.company.id)])
        self.assertEqual((own.name, own.state), (self.act.name, "draft"))
        self.assertFalse(own.index_id or own.responsible_id or own.date or own.registered_as)
        self.assertEqual(own.basis_ids, self.act.basis_ids - self.own_law)
        self.assertEqual(own.framework_ids.company_id, self.second.company)

    def test_it_has_numbers_of_its_own(self):
        director = self.second.users["director"]
        own = self.env["vsoko.document"].search([("company_id", "=", self.second.company.id)])
        theirs = own.with_env(self.second.env(user=director.id))
        theirs.order_text = "приказ от 02.09.2025 № 2"
        theirs.action_agree()
        theirs.action_approve()
        self.assertEqual((own.state, own.number), ("approved", 1))
        self.assertEqual(own.index_id.company_id, self.second.company)
        self.assertNotEqual(own.index_id, self.act.index_id)

    def test_its_director_opens_its_system_of_indicators(self):
        director = self.second.users["director"]
        own = self.env["vsoko.framework"].search([("company_id", "=", self.second.company.id)])
        theirs = own.with_env(self.second.env(user=director.id))
        self.assertTrue(theirs.indicator_ids)
        self.assertFalse(theirs.parent_id or theirs.differences)
        newer = theirs.browse(theirs.action_new_version()["res_id"])
        self.assertEqual(newer.parent_id, theirs)

    def test_no_record_leads_to_the_other_school(self):
        first, tried, bound = self.env.company, 0, set()
        for name in reviewed_matrix():
            model = self.env[name].sudo().with_context(active_test=False)
            if model._transient or not model._auto or not self._is_of_school(model):
                continue
            rows = model.search([("company_id", "=", self.second.company.id)], limit=500)
            for field in model._fields.values():
                if not (rows and field.store and field.type in ("many2one", "many2many")):
                    continue
                behind = rows.mapped(field.name)
                if field.comodel_name.startswith("vsoko.") and self._is_of_school(behind):
                    tried += len(behind)
                    if first in behind.company_id:
                        bound.add((name, field.name))
        self.assertEqual(bound, set())
        self.assertGreater(tried, 200)

    def _is_of_school(self, model):
        field = model._fields.get("company_id")
        return bool(field) and field.store
