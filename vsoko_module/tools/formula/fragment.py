"""A piece of SQL kept apart from its parameters."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fragment:
    """``template`` with one ``%s`` for each of ``params``, ready for a parametrised query."""

    template: str
    params: tuple = ()


def fill(template, *parts):
    """Put fragments in the places ``%s`` of ``template``; their parameters keep the order."""
    params = tuple(param for part in parts for param in part.params)
    return Fragment(template % tuple(part.template for part in parts), params)


def join(separator, parts):
    """``parts`` one after another with ``separator`` between."""
    return fill(separator.join(["%s"] * len(parts)), *parts)
