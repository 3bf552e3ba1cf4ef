"""From seeds to articles: list and decode, take the furniture away, find out who published what and when."""
