"""A base backup is laid out as files and folders below its own folder, whatever the archive says."""

import tarfile
from io import BytesIO

import pytest

from lumbung.sql.copying_postgresql import _lay_out


def archive(member: tarfile.TarInfo, content: bytes = b"") -> tarfile.TarFile:
    packed = BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        member.size = len(content)
        tar.addfile(member, BytesIO(content))
    packed.seek(0)
    return tarfile.open(fileobj=packed)


def member(name: str, kind: bytes = tarfile.REGTYPE, target: str = "") -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, target
    return made


def test_a_file_comes_below_the_folder_and_belongs_to_whoever_unpacks(tmp_path):
    _lay_out(archive(member("base/1/2601"), b"rows"), tmp_path)
    assert (tmp_path / "base" / "1" / "2601").read_bytes() == b"rows"


@pytest.mark.parametrize(
    "hostile",
    [
        member("../out"),
        member("/out"),
        member("base/../../out"),
        member("link", tarfile.SYMTYPE, "/etc/passwd"),
        member("link", tarfile.LNKTYPE, "base"),
        member("pipe", tarfile.FIFOTYPE),
        member("device", tarfile.CHRTYPE),
    ],
    ids=lambda each: f"{each.name} {each.type!r}",
)
def test_nothing_leads_out_of_the_folder(tmp_path, hostile):
    inside = tmp_path / "data"
    inside.mkdir()
    with pytest.raises(tarfile.TarError):
        _lay_out(archive(hostile), inside)
    assert [path.name for path in tmp_path.iterdir()] == ["data"] and not list(inside.iterdir())
