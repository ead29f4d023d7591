"""Codes of codifiers."""


def code_order(code):
    """Key that puts codes like «2.10» in the order of their numbers, other codes after them."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in code.split(".")]
