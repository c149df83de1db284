"""Lumbung, the village rice barn: books, members, market and programme of Indonesian village cooperatives.

Lumbung desa: pembukuan, anggota, pasar dan program untuk Koperasi Desa/Kelurahan Merah Putih.
"""

__version__ = "0.1.0"
__released__ = "2026-11-24"  # the page Keamanan tells its age
