"""Who does the work: this process, a pool of processes on this machine, or a Dask cluster."""
