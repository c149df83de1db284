"""The member register: applying, joining, standing, leaving.

Buku daftar anggota: mendaftar, menjadi anggota, keadaan, keluar.
"""
