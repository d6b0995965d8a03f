"""What a search has found: dossiers and certificates, with the words that were found marked in place."""
