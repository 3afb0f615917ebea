"""No property test fails because a machine is slow: how long things take is a matter for `make bench`."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
