"""Where people live and when they rest: the areas of Indonesia down to the village, and the decreed holidays.

Wilayah Indonesia sampai desa dan kelurahan (kode Kemendagri, kode pos), serta hari libur nasional dan cuti bersama.

Reference data, the same for every cooperative; holidays are rows that people may correct.
"""
