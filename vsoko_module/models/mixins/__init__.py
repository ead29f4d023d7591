from . import base
from . import closed_names
