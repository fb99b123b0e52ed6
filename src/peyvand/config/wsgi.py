"""The site as a WSGI application."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application
from django.db import connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peyvand.config.settings")

application = get_wsgi_application()
# The server's workers are born of this process: a connection that they inherited would be two processes' own.
connections.close_all()
