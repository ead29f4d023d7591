from . import export
from . import vsoko_import
from . import vsoko_report
from . import vsoko_family
from . import vsoko_portal
from . import vsoko_public
from . import vsoko_test
from . import vsoko_schedule
