from . import vsoko_report
