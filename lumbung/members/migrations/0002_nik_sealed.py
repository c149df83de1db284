from django.db import migrations, models

from lumbung.cooperatives.tenant import acting_for
from lumbung.vault import sealing
from lumbung.vault.registry import Column

COLUMN = Column("members.Member", "nik_sealed", "nik_index", "nik")  # as lumbung.members.nik had it then


def seal(apps, _editor):
    """Every number that lies open becomes a sealed one, with its key made on the way."""
    Member = apps.get_model("members", "Member")
    for cooperative_id in Member.objects.exclude(nik="").values_list("cooperative_id", flat=True).distinct():
        with acting_for(cooperative_id):
            pen, numbers = sealing.Pen(cooperative_id), []
            for member in Member.objects.filter(cooperative_id=cooperative_id).exclude(nik=""):
                pen.put(member, COLUMN, member.nik)
                numbers.append(member.nik)
                keep(Member, member, nik_sealed=member.nik_sealed, nik_index=member.nik_index)
            sealing.note(cooperative_id, COLUMN, numbers)


def unseal(apps, _editor):
    Member = apps.get_model("members", "Member")
    for member in Member.objects.exclude(nik_sealed=None):
        number = sealing.of(member, COLUMN)
        sealing.unnote(member.cooperative_id, COLUMN, number)
        keep(Member, member, nik=number)


def keep(Member, member, **values):
    Member.objects.filter(cooperative_id=member.cooperative_id, id=member.id).update(**values)


class Migration(migrations.Migration):

    dependencies = [('members', '0001_initial'), ('vault', '0001_initial')]

    operations = [
        migrations.AddField('member', 'nik_sealed', models.BinaryField(null=True, help_text='only through members.nik, which opens it')),
        migrations.AddField('member', 'nik_index', models.BinaryField(max_length=16, null=True, help_text="of this cooperative's key: finds, never tells")),
        migrations.RunPython(seal, unseal),
    ]
