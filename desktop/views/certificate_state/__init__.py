"""What a certificate is worth today, in the words and colours that list and page share."""
