"""What people are handed or sent: kuitansi and BKM/BKK slips, each copy counted, and WhatsApp messages as sent.

Kuitansi dan bukti kas di kertas, tiap cetakannya dihitung, dan pesan WhatsApp sebagaimana dikirim.
"""
