"""``python -m visavis`` is the command line."""

from visavis.cli import main

raise SystemExit(main())
