"""Help inside the program: a guide for each task, the glossary, the tour of the first day.

Bantuan di dalam program: panduan tiap pekerjaan, daftar istilah, dan tur hari pertama.
"""
