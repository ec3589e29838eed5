"""okrsite beside Hugo and Eleventy: three equal sites from the same facts, and what building each of them takes."""
