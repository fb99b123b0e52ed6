from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0002_only_what_waits"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="proposal", name="proposals_of_a_source"),
        migrations.AddIndex(
            model_name="proposal",
            index=models.Index(fields=["capture", "number"], name="proposals_of_a_source"),
        ),
    ]
