def post_init_hook(env):
    """Show the files of the reports that were approved before the addon came."""
    env["vsoko.report"].search([("state", "!=", "draft")])._file_documents()


def uninstall_hook(env):
    """Take our directories away; the files stay attachments of their reports."""
    env["dms.storage"].search([("is_vsoko", "=", True)])._remove_vsoko()
