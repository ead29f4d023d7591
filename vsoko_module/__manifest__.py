{
    "name": "VSOKO: internal assessment of the quality of education",
    "summary": "Plan, collect, compute, decide and publish the quality indicators of a Russian school",
    "version": "19.0.1.0.0",
    "category": "Education/Quality",
    "author": "VSOKO for Odoo",
    "license": "LGPL-3",
    "application": True,
    "depends": [
        "mail",
        "portal",
        "hr",
        "survey",
        "web",
    ],
    "external_dependencies": {
        "python": [
            "lxml",
            "pygal",
            "python-calamine",
            "weasyprint",
            "xlsxwriter",
        ],
    },
    "data": [
        "security/vsoko_groups.xml",
        "security/ir.model.access.csv",
        "security/vsoko_school_security.xml",
        "security/vsoko_evidence_security.xml",
        "security/vsoko_indicators_security.xml",
        "security/vsoko_fact_security.xml",
        "data/vsoko_scope_data.xml",
        "data/vsoko_subject_data.xml",
        "data/vsoko_cron_data.xml",
        "views/vsoko_menus.xml",
    ],
    "demo": [],
    "assets": {
        "web.assets_backend": [
            # Debian's build of Odoo strips this file but mail still lists it
            ("remove", "mail/static/lib/selfie_segmentation/selfie_segmentation.js"),
        ],
    },
}
