{
    "name": "VSOKO: money of the bonus",
    "summary": "Sums by the points of teachers' sheets, to the kopeck, with minutes and order",
    "version": "19.0.1.0.0",
    "category": "Education/Quality",
    "author": "VSOKO for Odoo",
    "license": "LGPL-3",
    "depends": [
        "vsoko_module",
    ],
    "data": [
        "security/vsoko_bonus_groups.xml",
        "security/ir.model.access.csv",
        "security/vsoko_bonus_security.xml",
        "data/vsoko_bonus_data.xml",
        "views/vsoko_bonus_line_views.xml",
        "views/vsoko_bonus_views.xml",
        "views/vsoko_teacher_views.xml",
    ],
    "assets": {
        "web.assets_tests": [
            "vsoko_module_bonus/static/tests/tours/*",
        ],
    },
    "demo": [
        "demo/vsoko_demo_bonus.xml",
    ],
}
