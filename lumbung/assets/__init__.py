"""What the cooperative has and uses: the inventory book, what wears off each month, what is given, lent, handed over.

Barang inventaris: bukunya, penyusutannya, hibah dan pinjam pakai dengan berita acaranya.
"""
