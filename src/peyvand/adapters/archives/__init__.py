"""Archives of thousands of pages: what may matter is read, in any number of processes, one output an input."""
