"""The supervisors' work: the week's sample against paper, what looks unusual, questions followed until closed, reports.
They read everything and write notes only.

Kerja pengawas: sampel mingguan dicocokkan dengan kertas, catatan yang janggal, tindak lanjut sampai selesai, laporan.
"""
