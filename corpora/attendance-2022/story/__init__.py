"""The story as data, written by hand before any paper was made: what `truth.json` says comes from here.

One module an idea: people, messages, chains (what is printed in bundle.pdf), assessments (the DPIA versions),
letters, web pages, notes and the log, the sequence of 21 entries, and the traps.
"""
