"""The cooperative: its kind, village, legal numbers, units (gerai), bylaws in force on a date, book years, tasks.

Koperasi: jenis, desa, nomor hukum, gerai, aturan yang berlaku pada suatu tanggal, tahun buku, tugas.
"""
