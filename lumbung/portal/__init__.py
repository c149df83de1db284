"""A member's own corner, on a phone: the paper card of the first sign-in, her savings and dues, what is stored about
her and who looked at it, and the suggestion box (book 7). A member sees herself and nobody else.

Sudut anggota di HP: kartu masuk pertama, simpanan dan iurannya, data tentang dirinya, kotak saran. Hanya miliknya.
"""
