"""The deficiency notice before it goes out: its items beside the letter as the applicant will read it."""
