"""What a locked record keeps, and the doors by which that is tried; all found by introspection."""

from functools import partial

from odoo.fields import Command, Domain
from odoo.tools import SQL

from .doors import NESTED, change_of, deleting, writing

# written by Odoo with every change
_STAMPS = {"id", "write_uid", "write_date", "message_main_attachment_id"}
_ANY = SQL("TRUE")
# so many locked records are looked at for one with parts of each kind
FEW = 5


def lock_models(env):
    """Return the names of the models whose states lock them."""
    kind = env.registry["vsoko.lock.mixin"]
    return [
        name
        for name in sorted(env.registry)
        if issubclass(env.registry[name], kind) and not env[name]._abstract
    ]


def parts_of(env, whole_name):
    """Return [(model, path to the record that locks it)] of what is locked with such records."""
    return [
        (name, path)
        for name in sorted(env.registry)
        if not env[name]._abstract
        for path in env[name]._get_lock_paths()
        if _end_of(env[name], path) == whole_name
    ]


def _end_of(model, path):
    for name in path.split("."):
        model = model.env[model._fields[name].comodel_name]
    return model._name


def find_locked(env):
    """Return {model: a record of the school that its state locks, maybe empty}, in the last such
    state that there is."""
    found = {}
    for name in lock_models(env):
        model = env[name].sudo()
        own = Domain("company_id", "=", env.company.id)
        records = [
            model.search(own & Domain("state", "=", state), limit=FEW)
            for state in reversed(model._locked_states)
        ]
        found[name] = _fullest(next(filter(None, records), model))
    return found


def _fullest(records):
    """Return the record that locks most kinds of parts, the first of equal ones."""
    parts = parts_of(records.env, records._name)

    def count(whole):
        return sum(bool(find_parts(records.env[name], path, whole)) for name, path in parts)

    return max(records, key=count, default=records)


def find_parts(model, path, whole):
    return model.sudo().with_context(active_test=False).search([(path, "=", whole.id)])


def kept(whole):
    """Return all that the lock keeps: rows, links and files of the record and of its parts."""
    content = {whole._name: _content(whole, _locked_names(whole))}
    for name, path in parts_of(whole.env, whole._name):
        parts = find_parts(whole.env[name], path, whole)
        content[name] = _content(parts, _locked_names(parts))
    return content


def _locked_names(records):
    names = records._fields.keys() - records._free_fields - _STAMPS
    if hasattr(records, "_get_locked_names"):
        names = records._get_locked_names(dict.fromkeys(names))
    return sorted(name for name in names if records._fields[name].store)


def _content(records, names):
    fields = [records._fields[name] for name in names]
    columns = [SQL.identifier(field.name) for field in fields if field.column_type]
    links = [field for field in fields if field.type == "many2many"]
    found = [_rows(records, SQL.identifier(records._table), SQL.identifier("id"), columns)]
    for field in links:
        first, second = SQL.identifier(field.column1), SQL.identifier(field.column2)
        found.append(_rows(records, SQL.identifier(field.relation), first, [first, second]))
    files = [SQL.identifier(name) for name in ("res_id", "res_field", "checksum")]
    condition = SQL("res_model = %s AND res_field IS NOT NULL", records._name)
    return [*found, _rows(records, SQL("ir_attachment"), SQL("res_id"), files, condition)]


def _rows(records, table, key, columns, condition=_ANY):
    return records.env.execute_query(
        SQL(
            "SELECT %(key)s, %(columns)s FROM %(table)s"
            " WHERE %(key)s = ANY(%(ids)s) AND %(condition)s ORDER BY 1, 2",
            columns=SQL(", ").join(columns),
            table=table,
            key=key,
            ids=list(records.ids),
            condition=condition,
        )
    )


def lock_doors(record, path=None):
    """Yield (door, act) that would change a locked record, or a part of one by its path, with the
    rights that the user has."""
    vals = change_of(record, names=set(_locked_names(record)))
    if vals and record.browse().has_access("write"):
        yield from writing(record, vals).items()
    if record.browse().has_access("unlink"):
        yield from deleting(record, vals).items()
        yield "uninstall", record.with_context(_force_unlink=True).unlink
    if path:
        yield from _part_doors(record, vals, path.partition(".")[0])


def field_doors(record):
    """Yield (door, act) that write each single field of a locked record or part."""
    for name in _locked_names(record):
        field = record._fields[name]
        if field.type not in NESTED:
            value = field.convert_to_write(record[name], record)
            yield f"write {name}", partial(record.write, {name: value})


def _part_doors(part, vals, head):
    known = part.sudo()
    parent, data = known[head].with_env(part.env), known.copy_data()[0]
    other = known.search([(head, "!=", parent.id)], limit=1)
    if part.browse().has_access("create"):
        yield "copy", part.copy
        yield "like it", partial(part.create, data)
        yield "like it saved", partial(part.browse().web_save, data, {"display_name": {}})
    if part.browse().has_access("write") and other:
        yield "out", partial(part.write, {head: other[head].id})
        yield "in", partial(other.with_env(part.env).write, {head: parent.id})
    for name, field in parent._fields.items() if parent.browse().has_access("write") else ():
        if (field.comodel_name, getattr(field, "inverse_name", None)) == (part._name, head):
            for door, command in _commands(known, vals, data, other):
                yield f"{name} {door}", partial(parent.write, {name: [command]})


def _commands(part, vals, data, other):
    yield "create", Command.create(data)
    yield "update", Command.update(part.id, vals)
    yield "delete", Command.delete(part.id)
    yield "set", Command.set([])
    yield "clear", Command.clear()
    if other:
        yield "link", Command.link(other.id)
