"""The installation: settings, addresses, home pages and the `lumbung` command.

Pemasangan: pengaturan, alamat halaman, beranda dan perintah `lumbung`.
"""
