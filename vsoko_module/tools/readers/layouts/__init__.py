"""The layouts of files: each module of this folder declares one as its ``LAYOUT``."""

import importlib
import pkgutil
from operator import attrgetter


def _declared():
    names = [info.name for info in pkgutil.iter_modules(__path__)]
    return [importlib.import_module(f"{__name__}.{name}").LAYOUT for name in names]


# in the order in which files are loaded
LAYOUTS = {layout.key: layout for layout in sorted(_declared(), key=attrgetter("order", "key"))}
