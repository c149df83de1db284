"""Closing months: a checklist that says what is missing and leads there; opening again, by two people, for a reason.

Tutup bulan: daftar periksa yang menunjukkan apa yang kurang; membuka kembali hanya oleh dua orang dengan alasan.
"""
