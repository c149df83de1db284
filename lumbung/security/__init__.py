"""People, sign-in, appointments (roles), the table of duties, scoped access and the audit trail.

Orang, masuk, jabatan, tabel tugas, batas akses dan jejak audit.
"""
