"""How large and how deep an intake package may be; docs/portal.md states the same numbers to portals."""

MEBIBYTE = 1024 * 1024

PACKAGE_BYTES = 100 * MEBIBYTE
"""Largest zip file, as it arrives."""
UNPACKED_BYTES = 100 * MEBIBYTE
"""All listed files together, counted while they are unpacked."""
FILE_BYTES = 10 * MEBIBYTE
"""One attachment, unpacked."""
CONTENTS_BYTES = MEBIBYTE
"""package.json, unpacked."""
FILES = 60
"""Files beside package.json."""
DIRECTORY_BYTES = 64 * 1024
"""The zip's own list of entries; 60 files need less than a third of it."""
RATIO = 200
"""Unpacked to packed bytes beyond which a package is a bomb; scans stay below 50, blank pages do not."""
RATIO_FROM_BYTES = 16 * MEBIBYTE
"""A package that unpacks to less is no bomb whatever its ratio."""
NAME_LETTERS = 120
"""Length of a file's path inside the zip."""
ID_LETTERS = 64
"""Length of a package id."""
DEPTH = 8
"""Nesting of arrays and objects in package.json."""
SUBMISSION_DAYS = 30
"""How old a submission may be when it first arrives: its day decides which version of a scheme holds."""

PIXELS = 40_000_000
"""One picture, or one frame of it: A4 at 600 dpi is 34.8 million."""
TOTAL_PIXELS = 400_000_000
"""All frames of one picture."""
FRAMES = 200
"""Frames of one GIF or TIFF."""
PROGRESSIVE_SCANS = 100
"""Scans of one JPEG; encoders write ten, a few hundred can keep a decoder busy for hours."""
PDF_PAGES = 300
"""Pages of one PDF."""
PDF_OBJECTS = 200_000
"""Objects of one PDF."""
PDF_STREAM_BYTES = 16 * MEBIBYTE
"""What one structural stream of a PDF may unpack to while it is judged."""
PDF_LZW_BYTES = 128 * 1024
"""Above this a PDF with LZW streams is not opened: qpdf has no memory limit for that filter."""
