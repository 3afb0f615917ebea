"""The games of two papers on whether China and Russia can ally in the face of the United States."""
