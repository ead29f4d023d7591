from . import vsoko_sheet_maker
from . import vsoko_sheet_saying
