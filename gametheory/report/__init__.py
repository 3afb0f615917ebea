"""From claims to pages: what was claimed, what exactly was tested, and what came out."""
