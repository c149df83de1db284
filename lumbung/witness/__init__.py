"""Books that prove themselves: signed heads of the proof log, proofs on receipts, the day's closing, and the witnesses.

Buku yang membuktikan dirinya: kepala buku yang ditandatangani, bukti di kuitansi, tutup hari, dan para saksi.

`models/log.py`, `actions` and `reports` are the log's own side: its keys, what it signed, what it can prove.
"""
