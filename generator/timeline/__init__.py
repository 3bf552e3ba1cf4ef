"""From mentions to one timeline: clusters, their order, chapters."""
