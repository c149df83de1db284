"""Workbooks in: members, dues, cash and bank books as treasurers keep them, read, questioned, posted, undone.

Buku Excel masuk: anggota, iuran, kas dan bank sebagaimana dicatat bendahara; dibaca, ditanyakan, dibukukan, dibatalkan.
"""
