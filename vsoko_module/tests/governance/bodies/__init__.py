from . import test_body
from . import test_body_roles
from . import test_body_associations
