from . import dms_storage
from . import dms_directory
from . import dms_file
from . import vsoko_report
