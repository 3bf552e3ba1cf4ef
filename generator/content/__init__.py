"""The content files: one per article, written by the build until a person edits it."""
