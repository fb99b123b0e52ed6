from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed


class AuditConfig(AppConfig):
    name = "peyvand.records.audit"
    verbose_name = "audit"

    def ready(self) -> None:
        # The receivers stand on the models, which exist only now.
        signing = import_module("peyvand.records.audit.signing")
        user_logged_in.connect(signing.signed_in, dispatch_uid="peyvand.audit.signed_in")
        user_logged_out.connect(signing.signed_out, dispatch_uid="peyvand.audit.signed_out")
        user_login_failed.connect(signing.not_signed_in, dispatch_uid="peyvand.audit.not_signed_in")
