"""The queue: which dossiers wait, in what order, and what each of them is about before it is opened."""
