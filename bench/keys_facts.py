"""What is recorded in each task: the same words and figures everywhere, so that only the way differs."""

FACTS = {
    "name": "Siti Aminah",  # of whom dues are taken; keys.py puts somebody of the demo in her place
    "due": "20000",
    "rapel": "60000",
    "payers": 30,
    "sold": "75000",
    "sold_what": "Penjualan keripik tempe",
    "spent": "50000",
    "spent_on": "Bayar listrik",
    "new_name": "Sulastri Wahyuni",
    "new_phone": "081234567890",
    "new_rt": "3",
    "new_rw": "2",
    "new_address": "Jl. Candi Badut 12",
    "reason": "salah ketik",
}
