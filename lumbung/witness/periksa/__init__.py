"""The page that checks a receipt without us: one file, put together by bin/periksa.py. Nothing here runs on a server.

Halaman yang memeriksa kuitansi tanpa kami: satu berkas, dibuka dari mana saja.
"""
