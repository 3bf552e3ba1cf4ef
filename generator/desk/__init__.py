"""The editor's desk: what each command does for the person who keeps a timeline."""
