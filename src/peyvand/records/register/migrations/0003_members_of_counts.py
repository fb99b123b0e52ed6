"""Rows keep what counts take from a bond. They are folded again once all is migrated (see `apps`)."""

from django.db import migrations, models


def drop_rows(apps, schema_editor):
    for name in ("Bond", "City"):
        apps.get_model("register", name).objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [
        ("register", "0002_smaller_rows"),
    ]

    operations = [
        migrations.RunPython(drop_rows, migrations.RunPython.noop),
        migrations.AddField("bond", "members", models.TextField(default=""), preserve_default=False),
    ]
