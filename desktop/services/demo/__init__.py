"""The demo office: invented dossiers with whole histories, made through the office's own services."""
