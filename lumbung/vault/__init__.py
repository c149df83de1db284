"""What a copied data folder must not tell: citizens' numbers and papers, sealed with keys that lie elsewhere.

    rules      a sealed value: version, key, nonce, ciphertext; bound to its place; no database
    keeping    where the installation's master key lies: environment, key file, the system's keyring, a passphrase
    keys       a key for each cooperative, wrapped by the master key
    sealing    values of rows: seal, unseal, look up without opening
    papers     photos and workbooks on the disk: sealed, counted, served so that nothing in them can run
    registry   which columns are sealed, for whoever rotates or checks

Yang tidak boleh terbaca dari map data yang disalin: NIK dan berkas, disandi dengan kunci yang disimpan di tempat lain.
"""
