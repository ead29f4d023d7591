from . import vsoko_demo
from . import vsoko_demo_tests
from . import vsoko_demo_works
from . import vsoko_demo_reports
from . import vsoko_demo_staff
from . import vsoko_demo_statistics
from . import vsoko_demo_pupils
from . import vsoko_demo_surveys
