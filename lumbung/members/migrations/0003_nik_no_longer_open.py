from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [('members', '0002_nik_sealed')]

    operations = [
        migrations.RemoveConstraint('member', 'member_nik_once'),
        migrations.RemoveField('member', 'nik'),
        migrations.AddConstraint('member', models.UniqueConstraint(fields=('cooperative_id', 'nik_index'), name='member_nik_once')),
        migrations.AddConstraint('member', models.CheckConstraint(name='member_nik_sealed_and_found', condition=Q(('nik_index', None), ('nik_sealed', None)) | Q(('nik_index__isnull', False), ('nik_sealed__isnull', False)))),
    ]
