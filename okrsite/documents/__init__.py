"""One file of the site as a record: front matter, the text below, findings."""
