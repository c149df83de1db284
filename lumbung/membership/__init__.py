"""What touches the register and the books at once: leaving with its settlement, death, return, two rows that are one
person. Every step is an entry or a row more; nothing is rewritten.

Yang menyentuh buku anggota dan pembukuan sekaligus: keluar, meninggal, kembali, tercatat dua kali.
"""
