import base64

from odoo.exceptions import UserError

# 2 MB as base64: the table of a class is a hundred times smaller
MOST_LETTERS = 2 * 1024 * 1024 * 4 // 3


def decode(env, content):
    """The bytes of a filled table that a page has sent as base64 text.

    :raise UserError: for a larger file, and for one that has not arrived whole
    """
    if len(content) > MOST_LETTERS:
        raise UserError(env._("A filled table is not larger than 2 MB."))
    try:
        return base64.b64decode(content)
    except ValueError as error:
        raise UserError(env._("The file has not arrived whole. Choose it again.")) from error
