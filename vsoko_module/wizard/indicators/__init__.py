from . import vsoko_indicator_maker
from . import vsoko_indicator_maker_line
from . import vsoko_framework_transfer
