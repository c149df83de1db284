"""Spreadsheets as people really keep them: opened safely, and their dirty cells turned into values.

`opening.open_book(path)` refuses hostile files and gives sheets of plain cells; the other modules each read one
sort of cell (dates, months, names, phones, NIK). No tables, no money, no clock; nothing in a file is ever run.

Lembar kerja seperti yang sungguh dipakai orang: dibuka dengan aman, selnya dibaca menjadi nilai.
"""
