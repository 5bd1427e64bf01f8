"""One module a verb of the command line: ``add_arguments`` declares it, ``run`` does it."""
