"""How every page looks and answers: `page()`, fields, tags, styles, charts, print, PDF and spreadsheet. docs/look.md shows how.

Tampilan setiap halaman: kerangka, isian, gaya, bagan, cetak, PDF dan lembar kerja. Cara pakai: docs/look.md.
"""
