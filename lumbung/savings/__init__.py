"""What members put aside and may take back: simpanan sukarela and berjangka, and the interest on them (a debt).

Simpanan sukarela dan berjangka: disetor, diambil, dan diberi jasa; bagi koperasi ini utang.
"""
