from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...mixins.locking import NOTES
from ...mixins.numbering import numbered_in
from ...mixins.signing import signed_in
from .vsoko_document_index import INDEXES

# who reads drafts, orders and former versions, and so the names behind links to them
KEEPERS = "vsoko_module.group_administration"
# to whom it is put may change after it is signed
READERS = frozenset({"reader_group_ids", "reader_body_ids", "reader_ids"})
# what goes on beside the text of a signed document
BESIDE = READERS | {"is_unverified"}
# the school's permission to teach, given by an authority
PERMISSIONS = ("licence", "accreditation")
# what others have issued: it is entered into the register, and nobody of the school signs it
OUTER = ("law", *PERMISSIONS)
# what every employee works by; orders and notes are shown to whom they are put
FOR_STAFF = ("local_act", *OUTER)


class VsokoDocument(models.Model):
    """One version of an act, an order, a note or minutes.

    It is drafted, agreed with those whose opinion the law asks for, approved and so locked and
    numbered, and in force from a day to a day; a change is a new version that replaces it. Laws
    are kept beside the school's own acts, which rest on them.
    """

    _name = "vsoko.document"
    _inherit = [
        "vsoko.signing.mixin",
        "vsoko.numbering.mixin",
        "vsoko.papers.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _description = "Document"
    _order = "date desc, id desc"
    _check_company_auto = True
    _locked_states = ("agreed", "approved", "cancelled")
    _signed_states = ("approved",)
    _free_fields = NOTES | BESIDE
    _unsigned_fields = BESIDE
    _papers = "file_ids"
    _number_holder = "index_id"
    _number_series = ("index_id", "number_year")

    name = fields.Char(string="Title", required=True, tracking=True)
    kind = fields.Selection(
        [
            ("law", "Normative act"),
            ("local_act", "Local act"),
            ("order", "Order"),
            ("note", "Analytical note"),
            ("minutes", "Minutes of a meeting"),
            ("licence", "Licence to teach"),
            ("accreditation", "State accreditation"),
        ],
        required=True,
        default="local_act",
        index=True,
    )
    is_outer = fields.Boolean(string="Issued elsewhere", compute="_compute_is_outer")
    company_id = fields.Many2one(
        "res.company",
        string="School",
        index=True,
        default=lambda self: self.env.company,
        help="Empty for a normative act of all schools",
    )
    issuer = fields.Char(
        string="Issued by",
        help="Who has issued a normative act, the licence or the accreditation: the ministry, the"
        " department…",
    )
    date = fields.Date(tracking=True, help="The day of signing where it is left empty", copy=False)
    index_id = fields.Many2one(
        "vsoko.document.index",
        string="Index",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        domain="[('kind', '=', kind), ('company_id', '=', company_id)]",
        help="The series of numbers; the first one of the kind where it is left empty",
    )
    number_year = fields.Integer(readonly=True, copy=False, aggregator=None)
    outer_number = fields.Char(
        string="Number given elsewhere",
        copy=False,
        help="The number of what was issued elsewhere, or the one that was given on paper",
    )
    is_unverified = fields.Boolean(
        string="Not compared with the official text",
        copy=False,
        help="The number or a day of this normative act was not found in a source: compare them"
        " with the official text, then take the mark away",
    )
    registered_as = fields.Char(string="Number", readonly=True, copy=False, index="trigram")
    content = fields.Text(string="Text", help="The text of an order that is written here")
    file_ids = fields.Many2many("ir.attachment", string="Files", copy=False)
    responsible_id = fields.Many2one(
        "res.users",
        string="Responsible",
        default=lambda self: self.env.user,
        ondelete="restrict",
        index="btree_not_null",
        help="Is reminded of the review and of the end",
    )
    is_for_staff = fields.Boolean(
        string="All employees read it",
        compute="_compute_is_for_staff",
        store=True,
        readonly=False,
        precompute=True,
        help="In force it is open to every employee; else to who is to be acquainted with it",
    )
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("agreed", "Agreed"),
            ("approved", "Approved"),
            ("cancelled", "Cancelled"),
        ],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
        index=True,
    )
    approved_by_id = fields.Many2one(
        "res.users", string="Approved by", readonly=True, copy=False, ondelete="restrict"
    )
    approved_date = fields.Date(string="Approved on", readonly=True, copy=False)

    _signed = signed_in("approved")
    _numbered = numbered_in("index_id", "number_year")
    _company_of_own = models.Constraint(
        "CHECK(kind = 'law' OR company_id IS NOT NULL)", "A document of a school has a school."
    )

    @api.depends("kind")
    def _compute_is_outer(self):
        for document in self:
            document.is_outer = document.kind in OUTER

    @api.depends("kind")
    def _compute_is_for_staff(self):
        for document in self:
            document.is_for_staff = document.kind in FOR_STAFF

    @api.depends("name", "registered_as", "date", "version")
    def _compute_display_name(self):
        for document in self:
            parts = [document.name or "", *document._get_reference()]
            if document.version > 1:
                parts.append(self.env._("version %(number)s", number=document.version))
            document.display_name = ", ".join(parts)

    @api.constrains("kind", "index_id")
    def _check_index(self):
        for document in self:
            if document.index_id and document.index_id.kind != document.kind:
                raise ValidationError(
                    self.env._(
                        "The index %(index)s is for documents of another kind. Choose again.",
                        index=document.index_id.display_name,
                    )
                )

    def _get_reference(self):
        """Return [«№ 01-03/162 of 14.10.2025»], shorter or empty where less is known."""
        number = self.registered_as and self.env._("No. %(number)s", number=self.registered_as)
        day = self.date and self.env._("of %(day)s", day=self._format_moment(self.date))
        reference = " ".join(filter(None, (number, day)))
        return [reference] if reference else []

    def _enter_register(self):
        """Give the documents a date and a number: that from elsewhere, else the next of the
        index."""
        for document in self:
            document._store({"date": document.date or fields.Date.context_today(self)})
        numbered = self.filtered(lambda one: one.kind in INDEXES and not one.outer_number)
        for document in numbered:
            index = document.index_id or document.index_id._get_of_kind(
                document.kind, document.company_id
            )
            year = index._get_year(document.date)
            document._store({"index_id": index.id, "number_year": year})
        numbered._give_numbers()
        for document in self:
            own = document.number and f"{document.index_id.code}/{document.number}"
            document._store({"registered_as": document.outer_number or own or False})

    def _get_first_number(self):
        return self.index_id._get_first_number(self.number_year)

    def _get_locked_text(self):
        state = dict(self._fields["state"]._description_selection(self.env))[self.state]
        if self.state == "approved":
            return self.env._(
                "“%(name)s” is approved and does not change. Make a new version of it.",
                name=self.display_name,
            )
        return self.env._(
            "“%(name)s” does not change: %(state)s. Return it to the draft first.",
            name=self.display_name,
            state=state,
        )

    def _check_kinds(self, *kinds):
        if wrong := self.filtered(lambda document: document.kind not in kinds):
            raise UserError(
                self.env._("“%(name)s” is a document of another kind.", name=wrong[0].display_name)
            )
