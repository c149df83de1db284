from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("portal", "0002_suggestions_to_meetings")]

    operations = [
        migrations.DeleteModel(name="Reply"),
        migrations.DeleteModel(name="Suggestion"),
    ]
