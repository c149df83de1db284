"""People and their ways in: who has an account, how one who lost hers finds the way back, who helps for a day.

Orang dan jalan masuknya: siapa punya akun, bagaimana yang kehilangan kembali masuk, siapa mendampingi sehari.
"""
