"""The questions of the practice page, one file a question: each answered from what is written, at one moment or over several."""
