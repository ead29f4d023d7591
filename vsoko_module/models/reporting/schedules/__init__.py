from . import vsoko_report_schedule
from . import vsoko_report_schedule_clock
from . import vsoko_report_schedule_about
from . import vsoko_report_schedule_history
from . import vsoko_report_schedule_plan
from . import vsoko_report_schedule_running
from . import vsoko_report_schedule_letter
from . import vsoko_report_schedule_run
