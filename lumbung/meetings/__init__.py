"""What a secretary writes down: officers and their terms, employees, guests, suggestions and advice with answers,
minutes, incidents and letters. Rows are only ever added; a correction is a new row that names the one it corrects.

Catatan sekretariat: pengurus, pengawas, karyawan, tamu, saran dan anjuran, notulen, kejadian, surat. Ralat adalah
baris baru.
"""
