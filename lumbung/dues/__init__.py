"""Simpanan pokok and wajib: what is owed, paid and late (own capital).

Simpanan pokok dan wajib: yang harus, sudah, dan belum dibayar (modal sendiri).
"""
