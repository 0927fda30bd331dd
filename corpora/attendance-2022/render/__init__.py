"""Turns the story into papers: one module a family of files."""
