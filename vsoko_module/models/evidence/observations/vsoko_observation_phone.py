import hashlib
import json
import re
from typing import TypedDict

from odoo import api, fields, models
from odoo.exceptions import UserError

from ....tools.measures import rubric as rubrics
from ....tools.phone_versions import read_version, rests_on

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# what the phone fills in; the rest of a sheet is written at the desk
_CONTENT = frozenset({"answers", "notes"})
_ABOUT = ("rubric_id", "class_id", "subject_id", "teacher_id")


class PhoneSheet(TypedDict):
    """A sheet as a phone sends it.

    `version` names this state of it (`tools.phone_versions`); `seen` are the versions that it rests
    on: the last one the server has told, and the last of each page that was killed since.
    """

    id: int | None
    uuid: str
    version: str
    seen: list[str]
    rubric_id: int
    date: str
    class_id: int | None
    subject_id: int | None
    teacher_id: int | None
    topic: str | None
    started: str | None
    answers: dict
    notes: str


class VsokoObservation(models.Model):
    """A sheet that is filled in on a phone in the lesson, where the connection comes and goes.

    A phone sends whole contents, as often as it likes. A content rests on the version that the
    phone has seen; when the server has another one by now, both are kept and a person chooses.
    """

    _inherit = "vsoko.observation"
    _unsigned_fields = frozenset({"phone_version"})

    uuid = fields.Char(
        string="Number given by the phone",
        readonly=True,
        copy=False,
        groups="base.group_system",
    )
    phone_version = fields.Char(
        readonly=True,
        copy=False,
        groups="base.group_system",
    )
    started = fields.Datetime(string="Beginning of the visit", copy=False)
    version_ids = fields.One2many(
        "vsoko.observation.version", "observation_id", string="Other versions"
    )
    open_version_count = fields.Integer(
        string="Versions to choose from", compute="_compute_open_version_count"
    )

    _uuid_uniq = models.UniqueIndex("(uuid) WHERE uuid IS NOT NULL")

    @api.depends("version_ids.state")
    def _compute_open_version_count(self):
        for sheet in self:
            is_open = [version.state == "open" for version in sheet.version_ids]
            sheet.open_version_count = sum(is_open)

    def write(self, vals):
        result = super().write(vals)
        # Written past the guard: what is written elsewhere is no version of a phone any more.
        named = self.sudo().filtered("phone_version") if vals.keys() & _CONTENT else self.browse()
        if named:
            named._store({"phone_version": False})
        return result

    def _read_visit(self):
        """Return a sheet as the page keeps it; `version` is that of its content on the server."""
        return {
            "id": self.id,
            # The number was given by the phone of whoever may read the sheet.
            "uuid": self.sudo().uuid or "",
            "state": self.state,
            "is_locked": self.is_locked,
            "version": self._get_phone_version(),
            "rubric_id": self.rubric_id.id,
            "date": fields.Date.to_string(self.date),
            "class_id": self.class_id.id,
            "class": self.class_id.name or "",
            "subject_id": self.subject_id.id,
            "subject": self.subject_id.name or "",
            "teacher_id": self.teacher_id.id,
            "teacher": self.teacher_id.name or "",
            "topic": self.topic or "",
            "started": fields.Datetime.to_string(self.started) or "",
            "answers": self.answers or {},
            "notes": self.notes or "",
            "other": self.version_ids.filtered(lambda version: version.state == "open")[:1].id,
        }

    def _get_phone_version(self):
        """Return the name of the content: that of the phone which has sent it, else its digest."""
        # As above.
        named = self.sudo().phone_version
        content = json.dumps([self.answers or {}, self.notes or ""], sort_keys=True)
        return named or hashlib.sha256(content.encode()).hexdigest()

    @api.model
    def keep_visit(self, visit: PhoneSheet):
        """Keep what a phone sends: once, however often it comes.

        :returns: the sheet as it is on the server now (`_read_visit`), and ``outcome``: “kept”, or
            “other” when the server has another version, beside which this one is kept
        """
        self._check_visit(visit)
        sheet = self._find_visit(visit)
        if not sheet:
            # two sends of one phone at once follow one another; the later finds what is there
            self.env.user._take_turn()
            sheet = self._create_visit(visit)
        sheet.check_access("write")
        outcome = sheet._keep_content(visit)
        return sheet._read_visit() | {"outcome": outcome}

    def _check_visit(self, visit):
        is_named = _UUID.fullmatch(visit["uuid"]) and read_version(visit["version"])
        is_empty = rubrics.is_empty(visit["answers"], visit["notes"])
        if not is_named or (is_empty and not visit["id"]):
            raise UserError(self.env._("This is no sheet of a visit. Open the page again."))

    def _find_visit(self, visit):
        if visit["id"]:
            return self.browse(visit["id"]).exists()
        # By a number that nobody can guess; the rights to the sheet are asked right afterwards.
        return self.sudo().search([("uuid", "=", visit["uuid"])]).sudo(False)

    def _create_visit(self, visit):
        about = {name: visit[name] or False for name in _ABOUT}
        self._check_about_there(about)
        day = self._read_moment(fields.Date, visit["date"])
        sheet = self.create({**about, "date": day, "topic": visit["topic"] or False})
        # The number of the phone is no field of people; the sheet is the user's own new one.
        sheet._store({"uuid": visit["uuid"]})
        return sheet

    def _check_about_there(self, about):
        """Raise UserError when a phone names what was deleted since its page was opened."""
        for name, number in about.items():
            record = self.env[self._fields[name].comodel_name].browse(number or ())
            if record.exists() != record:
                raise UserError(
                    self.env._(
                        "%(what)s of this visit is not there any more. Open the page again.",
                        what=self.fields_get([name], ["string"])[name]["string"],
                    )
                )
            record.check_access("read")

    def _keep_content(self, visit):
        version, known = visit["version"], self._get_phone_version()
        content = {"answers": visit["answers"], "notes": visit["notes"].strip() or False}
        same = content == {"answers": self.answers or {}, "notes": self.notes or False}
        if version == known or (same and self.is_locked):
            return "kept"
        is_new = not (self.answers or self.notes)
        if not self.is_locked and (is_new or same or rests_on(known, version, visit["seen"])):
            if visit["started"] and not self.started:
                content["started"] = self._read_moment(fields.Datetime, visit["started"])
            self.write(content)
            # The name of what was just written with the rights of the user.
            self._store({"phone_version": version})
            self._forget_version(version)
            return "kept"
        self._keep_version(version, content)
        return "other"

    def _keep_version(self, version, content):
        """Keep a content beside the sheet; a page that goes on sending has one version there."""
        page, _touches = read_version(version)
        # Only the program writes versions; whoever may write the sheet sends them.
        versions = self.env["vsoko.observation.version"].sudo()
        mine = [("observation_id", "=", self.id), ("page", "=", page), ("state", "=", "open")]
        kept = versions.search(mine)
        if kept:
            kept.write(content)
        else:
            versions.create({"observation_id": self.id, "page": page, **content})
            self.message_post(
                body=self.env._("Another phone has another version of this sheet: choose one.")
            )

    def _forget_version(self, version):
        """What a page has said beside the sheet is in the sheet now."""
        page, _touches = read_version(version)
        # As above.
        mine = self.sudo().version_ids.filtered(
            lambda kept: kept.page == page and kept.state == "open"
        )
        mine.state = "taken"

    def _read_moment(self, kind, text):
        """Return the day or moment of a text of the page; raise UserError when it is none."""
        try:
            moment = kind.to_datetime(text) if kind is fields.Datetime else kind.to_date(text)
        except ValueError:
            moment = None
        if not moment:
            raise UserError(self.env._("“%(text)s” is no day.", text=text))
        return moment

    def get_visit(self):
        """Return the sheet as the page keeps it, after somebody has chosen a version."""
        self.ensure_one()
        self.check_access("write")
        return self._read_visit()

    def action_open_phone(self):
        """Open the page of visits on this sheet."""
        self.ensure_one()
        self.check_access("write")
        return self._open_action(
            "vsoko_module.vsoko_visit_page_action", context={"visit_id": self.id}
        )
