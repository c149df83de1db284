"""The double-entry ledger: accounts, entries, transfers, balances, statements and the proof log. Nothing in it is ever changed.

Buku besar: akun, jurnal, saldo, laporan dan log bukti. Yang tercatat tidak pernah diubah.
"""
