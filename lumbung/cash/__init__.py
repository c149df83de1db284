"""Money in and out by category in plain words, transfers between cash and bank, advances, slips and cash books.

Uang masuk dan keluar menurut jenis, pindah kas-bank, panjar, foto nota dan buku kas.
"""
