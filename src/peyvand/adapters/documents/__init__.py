"""Documents that are no plain text: PDF, Word, and whatever is packed; each bounded in size, time and memory."""
