"""Copies that can be trusted: taken while in use, proven, sealed to two keys on paper, kept on sticks and elsewhere.

Cadangan yang dapat dipercaya: disalin sambil dipakai, dibuktikan, disandi untuk dua kunci di kertas, disimpan di tiga
stik dan satu tempat lain; dan pemulihannya, dengan bukti bahwa tidak ada catatan yang hilang diam-diam.
"""
