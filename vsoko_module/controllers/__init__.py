from . import vsoko_import
from . import vsoko_report
