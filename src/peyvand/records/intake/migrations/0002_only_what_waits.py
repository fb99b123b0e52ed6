"""The list keeps what waits for a verdict, and nothing else."""

from django.db import migrations


def drop_judged(apps, schema_editor):
    apps.get_model("intake", "Proposal").objects.exclude(status__in=("open", "forked", "withdrawn")).delete()


class Migration(migrations.Migration):

    dependencies = [
        ("intake", "0001_work_list"),
    ]

    operations = [migrations.RunPython(drop_judged, migrations.RunPython.noop)]
