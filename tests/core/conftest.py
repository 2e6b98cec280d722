"""Settings of the property tests."""

from hypothesis import settings

# No deadline: a busy machine is no reason to fail. Sixty examples keep the whole folder below half a minute.
settings.register_profile("core", deadline=None, max_examples=60)
settings.load_profile("core")
