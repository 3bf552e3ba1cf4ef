"""From an article and its dates to event mentions: what happened, was said, is claimed or expected, and who says so."""
