"""From the timeline to the files of site/."""
