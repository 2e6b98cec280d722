"""What an editor wrote: the kinds of texts, their tables, rules and look-ups."""
