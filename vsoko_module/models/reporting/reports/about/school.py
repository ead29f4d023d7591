from odoo.fields import Domain

from .about import About, register


@register
class AboutSchool(About):
    """The whole school."""

    is_impersonal = True
    is_scheduled = True
    chosen_by = ""

    def get_record(self, report):
        return report.browse()

    def get_title(self, report, values):
        return report.env._(
            "%(type)s: %(period)s",
            type=values["type"],
            period=values["period"].display_name or "",
        )

    def get_named_domain(self, record):
        return Domain.TRUE
