"""Types of reports, each declared in its own file."""

from .period_results import PERIOD_RESULTS

REPORT_TYPES = {report_type.code: report_type for report_type in (PERIOD_RESULTS,)}
