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
    "data": [],
}
