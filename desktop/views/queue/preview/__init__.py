"""The pane beside the list: what the chosen dossier is about, before it is opened."""
