from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in, user_logged_out


class SharedConfig(AppConfig):
    name = "peyvand.web.shared"
    label = "web_shared"

    def ready(self) -> None:
        # The receivers stand on the models, which exist only now.
        sessions = import_module("peyvand.web.shared.sessions")
        user_logged_in.connect(sessions.signed_in, dispatch_uid="peyvand.sessions.signed_in")
        user_logged_out.connect(sessions.signed_out, dispatch_uid="peyvand.sessions.signed_out")
