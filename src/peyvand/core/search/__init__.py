"""Words to search by: how texts and questions become the same words, and how a hit is shown in its own letters."""
