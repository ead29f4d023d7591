{
    "name": "VSOKO: reports in the document management system",
    "summary": "Files of approved reports in directories of OCA dms, by the rights of the reports",
    "version": "19.0.1.0.0",
    "category": "Education/Quality",
    "author": "VSOKO for Odoo",
    "license": "LGPL-3",
    "auto_install": True,
    "depends": [
        "vsoko_module",
        "dms",
    ],
    "data": [
        "security/vsoko_groups.xml",
    ],
    "post_init_hook": "post_init_hook",
    "uninstall_hook": "uninstall_hook",
}
