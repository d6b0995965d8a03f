"""The register of certificates: found by what they are worth today, a page at a time."""
