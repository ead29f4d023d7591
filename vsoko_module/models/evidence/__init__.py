from . import vsoko_import_mixin
from . import vsoko_mark
from . import vsoko_teaching
