"""The demo office: some hundred invented dossiers with whole histories, made through the office's own services."""
