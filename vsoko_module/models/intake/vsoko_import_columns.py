from odoo import fields, models
from odoo.exceptions import UserError

from ...tools import readers
from ...tools.readers import column_choice
from ...tools.readers.meanings import BY_HEADING, IGNORED, VOCABULARIES
from .loaders.issue import INFO, Issue

PROBLEMS_SHOWN = 5


class VsokoImport(models.Model):
    """The page on which people say what the columns of a file mean."""

    _inherit = "vsoko.import"

    def action_tell_columns(self):
        """Open the page of the columns of this file."""
        self.ensure_one()
        self.check_access("read")
        return self._open_action(
            "vsoko_module.vsoko_import_columns_action",
            context={"active_id": self.id, "active_model": self._name},
        )

    def get_columns(self):
        """What the page of columns begins with.

        :return: ``{name, layouts, sheets, choice}``; ``choice`` as in `look_columns`: what was
            told about such a table before, else a guess
        :raise UserError: a file that cannot be read
        """
        sheets = self._get_shown_sheets()
        remembered = self.env["vsoko.import.arrangement"]._get_remembered(self.company_id)
        own = [self.arrangement_id._get_arrangement()] if self.arrangement_id else []
        arrangements = [*own, *(record._get_arrangement() for record in remembered.values())]
        choice = column_choice.complete(sheets, column_choice.first_choice(sheets, arrangements))
        labels = dict(self._fields["layout"]._description_selection(self.env))
        return {
            "name": self.name,
            "layouts": [
                {"key": key, "label": labels[key], "uses": self._get_uses(vocabulary)}
                for key, vocabulary in VOCABULARIES.items()
            ],
            "sheets": [sheet.name for sheet in sheets],
            "choice": choice._asdict(),
        }

    def _get_uses(self, vocabulary):
        """``[{field, label, parameter}]`` from which people choose, the least telling first."""
        rest = [{"field": IGNORED, "label": self.env._("do not read"), "parameter": ""}]
        if vocabulary.rest == BY_HEADING:
            label = self.env._("marks: the subject is in the heading")
            rest.append({"field": BY_HEADING, "label": label, "parameter": ""})
        return rest + [
            {"field": meaning.field, "label": meaning.label, "parameter": meaning.parameter}
            for meaning in vocabulary.meanings.values()
        ]

    def look_columns(self, values: dict):
        """How the first rows are read by what people say.

        :param values: ``{layout, sheet, row, lines, transposed, uses: [[field, parameter]]}``;
            indexes from 0, no uses: they are guessed
        :return: ``{rows, headings, choice, faults, labels, preview, problems}``
        :raise UserError: a file that cannot be read, a choice that the page does not make
        """
        sheets = self._get_shown_sheets()
        choice = column_choice.complete(sheets, self._get_choice(values, sheets))
        answer = {
            "rows": column_choice.table(sheets, choice),
            "headings": column_choice.headings(sheets, choice),
            "choice": choice._asdict(),
            "faults": self._get_faults(choice),
            "labels": [],
            "preview": [],
            "problems": [],
        }
        if not answer["faults"]:
            answer |= self._get_preview(sheets, choice)
        return answer

    def action_arrange(self, values: dict):
        """Remember what people say about the columns, and check the file by it.

        :param values: as in `look_columns`, with all uses
        :raise UserError: a column that is missing or told twice, or a loaded file
        """
        self.check_access("write")
        self._check_unlocked()
        sheets = self._get_shown_sheets()
        choice = column_choice.complete(sheets, self._get_choice(values, sheets))
        faults = self._get_faults(choice)
        if faults:
            raise UserError("\n".join(faults))
        arrangement = column_choice.arrangement_of(sheets, choice)
        remembered = self.env["vsoko.import.arrangement"]._remember(
            self.company_id, arrangement, self.name
        )
        self.write({"layout": choice.layout, "arrangement_id": remembered.id})
        return self.action_check()

    def _get_shown_sheets(self):
        """The sheets that people see in their own program."""
        self.ensure_one()
        self.check_access("read")
        try:
            sheets = self._get_sheets()
        except readers.Refused as refused:
            raise UserError(refused.message(self.env._)) from refused
        return [sheet for sheet in sheets if not sheet.hidden and any(sheet.rows)] or sheets

    def _get_choice(self, values, sheets):
        choice = column_choice.read_choice(values, sheets)
        if not choice:
            raise UserError(self.env._("The file has changed. Open the page of its columns anew."))
        return choice

    def _get_faults(self, choice):
        """Sentences about what is missing in a choice."""
        sentences = {
            "missing": self.env._("Say which column is «%(label)s»."),
            "twice": self.env._("Several columns are «%(label)s»: leave one."),
            "parameter": self.env._("Write beside «%(label)s» what exactly it is."),
        }
        return [sentences[code] % {"label": label} for code, label in column_choice.faults(choice)]

    def _get_preview(self, sheets, choice):
        try:
            labels, rows, problems = column_choice.preview(
                sheets, choice, fields.Date.context_today(self)
            )
        except readers.Refused as refused:
            return {"faults": [refused.message(self.env._)]}
        issues = [Issue.of_problem(self.env, problem) for problem in problems[:PROBLEMS_SHOWN]]
        texts = [issue.in_words(self.env) for issue in issues]
        return {"labels": labels, "preview": rows, "problems": texts}

    def _get_arrangements(self):
        """What ``readers.extract`` is told about the columns of this file and of earlier ones."""
        own = self.arrangement_id
        if own and self.layout in (False, own.layout):
            return {"arrangement": own._get_arrangement()}
        remembered = self.env["vsoko.import.arrangement"]._get_remembered(self.company_id)
        return {"remembered": [record._get_arrangement() for record in remembered.values()]}

    def _report_arrangement(self, loader):
        """Say in the remarks by what the columns were known when nobody told it for this file."""
        arrangement = loader.extract.arrangement
        if not arrangement or self.arrangement_id:
            return
        remembered = self.env["vsoko.import.arrangement"]._get_remembered(self.company_id)
        record = remembered.get(arrangement.signature)
        if record:
            text = self.env._(
                "The columns are read as was told before: «%(name)s».", name=record.name
            )
        else:
            labels = VOCABULARIES[arrangement.layout].meanings
            names = [
                f"«{key}» — {labels[use.field].label}"
                for key, use in arrangement.columns.items()
                if use.field in labels
            ]
            text = self.env._(
                "The columns are understood so: %(columns)s. If that is wrong, say what the columns"
                " mean.",
                columns=", ".join(names),
            )
        loader.issues.append(Issue(INFO, text))
