"""The model of the Selbstcheck and its arithmetic.

Standard library only; no files, no clock, no randomness, no network: the same code runs at build time, in a terminal
and in the reader's browser. What comes in and goes out are values and text.

* ``catalogue``: the compiled questionnaire. ``answers``: what one respondent entered. ``report``: what they learn.
* ``migrations`` and ``carryover``: how the questionnaire changed, and what becomes of a sheet of an earlier version.
* ``scoring`` and ``planning``: from a catalogue and a sheet to a report.
* ``strict_json`` and ``wording``: text from outside, read with suspicion, and the German sentences about it.
* ``protocol``: text in, text out, for whoever stands outside.
"""
