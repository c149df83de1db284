"""One module a command, with `arguments(parser)` and `run(options)`; the table of all of them is `site/cli.py`."""
