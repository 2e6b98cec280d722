"""What people see, made from catalogue, sheet and report: plain functions that return HTML.

The package imports `selfcheck_core`, Jinja2 and the standard library only, so that the same views serve the build, the
terminal and the worker in the browser. `service` is the one entry for that worker.
"""
