"""Hostile files, one module a family. Each gives CASES: (file name, bytes, what is wrong, what Daybook should say)."""
