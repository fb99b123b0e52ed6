"""What a row stores is compressed; rows that are there keep what they say."""

import json
import zlib

from django.db import migrations, models


def compress(apps, schema_editor):
    for name in ("Bond", "City"):
        rows = apps.get_model("register", name).objects
        for pk, state in list(rows.values_list("pk", "state")):
            text = json.dumps(state, ensure_ascii=False, separators=(",", ":"))
            rows.filter(pk=pk).update(packed=zlib.compress(text.encode(), 1))


class Migration(migrations.Migration):

    dependencies = [
        ("register", "0001_folded_bonds_and_cities"),
    ]

    operations = [
        *(migrations.AddField(name, "packed", models.BinaryField(default=b"")) for name in ("bond", "city")),
        migrations.RunPython(compress, migrations.RunPython.noop),
        *(migrations.RemoveField(name, "state") for name in ("bond", "city")),
        *(migrations.RenameField(name, "packed", "state") for name in ("bond", "city")),
        *(migrations.AlterField(name, "state", models.BinaryField()) for name in ("bond", "city")),
    ]
