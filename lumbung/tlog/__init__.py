"""The proof log: a Merkle tree over a book's entries, and the signed texts that let anyone check it without us.

Catatan bukti: setiap jurnal menjadi daun pohon Merkle, dan anggota dapat membuktikan sendiri, tanpa internet, bahwa
setorannya ada di buku dan buku itu tidak pernah ditulis ulang.

Pure functions, no tables, no clock. `tree` is RFC 6962; `note`, `checkpoint`, `cosignature` and `proof` are the
formats of c2sp.org; `canonical` is the one way to write an entry as bytes (RFC 8785).
"""
