"""Payments above a dated limit: drafts that wait until somebody other than their maker has seen and approved them.

Pengeluaran di atas batas menunggu persetujuan ketua; yang membuat tidak pernah menyetujui.
"""
