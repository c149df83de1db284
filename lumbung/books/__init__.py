"""The books that the office asks for: which there are, what stands in each, how they are printed. Other packages fill
them: a book is a list of columns here and a function of rows there.

Buku-buku administrasi koperasi: ada yang mana saja, kolomnya apa, bagaimana dicetak. Isinya diberikan paket lain.
"""
