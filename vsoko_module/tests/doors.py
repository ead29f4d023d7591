"""The doors of the ORM: every way in which a request uses a right to a record."""

from contextlib import suppress

from psycopg2 import Error

from odoo.exceptions import UserError
from odoo.fields import Command

REFUSALS = (UserError, ValueError, TypeError, KeyError, Error)
LETTERS = ("char", "text", "html")
PLAIN = (*LETTERS, "integer", "date", "boolean")
NESTED = ("one2many", "many2many")
# a value of each kind that no field has by default
VALUES = {
    "boolean": True,
    "char": "forged",
    "text": "forged",
    "html": "forged",
    "integer": 77,
    "float": 77.5,
    "monetary": 77.5,
    "date": "2031-01-01",
    "datetime": "2031-01-01 00:00:00",
    "binary": "Zm9yZ2Vk",
    "json": {"forged": True},
    "many2many": [Command.set([1])],
    "one2many": [Command.create({})],
}
_NAMED = {"display_name": {}}


def reading(record, vals):
    """Return {door: act}; an act returns what is told of the record, nothing when it is closed."""
    model, domain = record.browse(), [("id", "=", record.id)]
    return {
        "read": lambda: record.read(["display_name"]),
        "web_read": lambda: record.web_read(_NAMED),
        "search": lambda: model.search(domain).ids,
        "search_read": lambda: model.search_read(domain, ["display_name"]),
        "web_search_read": lambda: model.web_search_read(domain, _NAMED)["records"],
        "count": lambda: model.search_count(domain),
        "group": lambda: model.formatted_read_group(domain, [_any_column(model)], ["__count"]),
        "name_search": lambda: model.name_search("", domain),
        "export": lambda: record.export_data(["display_name"])["datas"],
        "onchange": lambda: _onchange(record, vals),
    }


def writing(record, vals):
    return {
        "write": lambda: record.write(vals),
        "save": lambda: record.web_save(vals, _NAMED),
        "import": lambda: load(record, vals),
    }


def creating(record, vals):
    model = record.browse()
    return {
        "create": lambda: model.create(vals),
        "new save": lambda: model.web_save(vals, _NAMED),
        "new name": lambda: model._rec_name and model.name_create("x"),
        "new import": lambda: load(model, vals),
        "copy": lambda: record.copy(),
        # as who has seen it once might send it
        "like it": lambda: model.create(record.sudo().copy_data()[0]),
    }


def deleting(record, vals):
    return {"unlink": lambda: record.unlink()}


def nested(record, vals):
    """Yield (door, command of a parent) by which a record is reached through another one."""
    yield "update", Command.update(record.id, vals)
    yield "delete", Command.delete(record.id)
    yield "link", Command.link(record.id)
    yield "set", Command.set(record.ids)


# {letter of the reviewed table: doors that use this right}
DOORS = {"r": reading, "w": writing, "c": creating, "d": deleting}


def load(record, vals):
    """Odoo's import of a row, of a new one where no record is given; its words are an error."""
    known = {".id": str(record.id)} if record else {}
    row = known | {name: str(value) for name, value in vals.items()}
    answer = record.browse().load(list(row), [list(row.values())])
    if not answer["ids"]:
        raise UserError(str(answer["messages"]))
    return answer["ids"]


def change_of(model, names=None):
    """Return a value of one field that people enter, of these names, letters before all else."""
    fields = [
        field
        for name, field in sorted(model._fields.items())
        if field.store and not field.readonly and not field.groups and field.type in PLAIN
        if names is None or name in names
    ]
    fields.sort(key=lambda field: field.type not in LETTERS)
    return {field.name: VALUES[field.type] for field in fields[:1]}


def _any_column(model):
    return "company_id" if "company_id" in model._fields else "id"


def _onchange(record, vals):
    wanted = {name: {} for name, field in record._fields.items() if field.type in LETTERS}
    answer = record.onchange(vals, list(vals), wanted)
    # what was sent comes back and tells nothing
    return {name: value for name, value in answer["value"].items() if name not in vals}


def refused(act):
    """Whether an act is refused or tells nothing."""
    with suppress(*REFUSALS):
        return not act()
    return True
