"""Reading an archive of many pages in one process, in two, and on a cluster, with workers killed on the way."""
