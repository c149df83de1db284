"""The pilot of Malang, generated: fifteen cooperatives of believable life, the same from the same seed.

Percontohan Malang, dibuat otomatis: lima belas koperasi, selalu sama dari benih yang sama.
"""
