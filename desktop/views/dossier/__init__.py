"""The dossier's page: the review desk, and everything else that is known of one dossier."""
