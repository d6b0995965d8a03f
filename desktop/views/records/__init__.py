"""Lists of records that are no queues: certificates, packages, people, journal entries, versions."""
