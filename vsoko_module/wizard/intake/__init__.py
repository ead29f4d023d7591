from . import vsoko_import_settling
