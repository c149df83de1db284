"""The double-entry ledger: accounts, entries, transfers, balances, statements, proof log. Nothing in it ever changes.

Buku besar: akun, jurnal, saldo, laporan dan log bukti. Yang tercatat tidak pernah diubah.
"""
