"""The review tab: checklist, document and changes beside each other."""
