"""``python -m playground`` starts the program."""

import sys

from playground.app import main

sys.exit(main())
