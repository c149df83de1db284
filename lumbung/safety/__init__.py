"""How safe a cooperative is, by facts and not by promises; the next best step; a five-minute exercise a month; and how
a new version of the program comes in without trusting the hand that brings it.

Keamanan koperasi menurut kenyataan: nilai, satu langkah berikutnya, latihan lima menit tiap bulan, dan pembaruan
program yang hanya diterima bila tanda tangannya benar.
"""
