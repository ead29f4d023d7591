from . import test_family_access
from . import test_family_cases
from . import test_family_invitation
from . import test_family_contacts
from . import test_family_class
