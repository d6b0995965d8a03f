"""One certificate whole: what it is worth and why, the certificate itself, its life, prints and dossiers."""
