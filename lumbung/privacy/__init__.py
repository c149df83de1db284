"""Personal data under UU PDP: what is kept of whom and why, what a member allows, her copy, her corrections, forgetting
her, and what to do when data has leaked.

Data pribadi: apa yang disimpan dan mengapa, izin anggota, salinan, pembetulan, penghapusan, dan insiden.
"""
