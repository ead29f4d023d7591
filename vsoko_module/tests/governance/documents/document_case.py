from ...common import SchoolCase


class DocumentCase(SchoolCase):
    """The school with the means to make documents; whoever acts is said."""

    @classmethod
    def make_fixture(cls):
        cls.director = cls.users["director"]
        cls.deputy = cls.users["administration"]

    def make(self, kind="local_act", **vals):
        """Return a new document of the deputy director."""
        Document = self.env["vsoko.document"].with_user(self.deputy)
        return Document.create({"name": "Положение", "kind": kind, **vals})

    def make_law(self, **vals):
        vals = {"outer_number": "273-ФЗ", "date": "2012-12-29", **vals}
        law = self.make("law", **vals)
        law.action_approve()
        return law

    def sign(self, document):
        document.with_user(self.director).action_approve()

    def make_act(self, **vals):
        """Return an approved local act whose order is on paper."""
        act = self.make(**{"order_text": "№ 1 от 30.08.2025", **vals})
        act.action_agree()
        self.sign(act)
        return act

    def make_version(self, document, **vals):
        """Return the draft of the next version, with its own order on paper."""
        opened = document.with_user(self.deputy).action_new_version()
        draft = self.env["vsoko.document"].with_user(self.deputy).browse(opened["res_id"])
        draft.write({"order_text": "№ 2 от 30.08.2026", **vals})
        return draft
