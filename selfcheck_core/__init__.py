"""The model of the Selbstcheck and its arithmetic.

Standard library only; no files, no clock, no randomness, no network: the same code runs at build time, in a terminal
and in the reader's browser. What comes in and goes out are values and text. No sentence that a reader sees stands in
here: what is to be said is a code with what it is about, and the views make the words.

* ``catalogue``, ``migrations``: the compiled questionnaire and its history. ``catalogue_json``, ``history_json``,
  ``catalogue_entry``: the same as JSON values.
* ``sheet``: what one respondent entered. ``sheet_json`` writes its file, ``sheet_reading`` reads it with suspicion, on
  top of ``strict_json``, ``noting_reader``, ``plain_text`` and ``web_address``. ``carryover``: what becomes of a sheet
  of an earlier version. ``notices`` and ``remarks``: what is to be said about both.
* ``scoring`` and ``planning``: from a catalogue and a sheet to a ``report``: what the respondent learns. ``tally``: how
  far a sheet is filled.
* ``subjects``: what a view is about. ``messages`` and ``protocol``: text in, text out, for whoever stands outside.
"""
