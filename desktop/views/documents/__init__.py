"""Shows received documents: pages beside thumbnails, marks on them, two versions in step."""
