"""The worked example that every implementation of our log must reproduce, byte for byte."""

from lumbung.tlog import note, tree
from lumbung.tlog.canonical import canonical

ORIGIN, WITNESS_NAME = "koperasi.example/uji", "pengawas.example/w1"
LOG = note.Signer(ORIGIN, bytes(range(32)))
WITNESS = note.Signer(WITNESS_NAME, bytes(range(32, 64)), note.COSIGNATURE)
SEEN_AT = 1_795_399_200


def entry(number: int) -> dict:
    return {
        "v": 1,
        "n": number,
        "d": "KM/2026/11/0001",
        "t": f"2026-11-23T02:00:0{number}Z",
        "a": [["1101", "150000", "0"], ["3101", "0", "150000"]],
        "m": "AA==",
    }


LEAVES = [canonical(entry(number)) for number in range(3)]
HASHES = [tree.leaf_hash(leaf) for leaf in LEAVES]

LOG_VKEY = "koperasi.example/uji+d37a167e+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
WITNESS_VKEY = "pengawas.example/w1+f2407212+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X"
SIGNED = """\
koperasi.example/uji
3
MZ8Kc+cjGEVJQUPy7eMPsDRoWa9KOPuamDM66lgw3uQ=

— koperasi.example/uji 03oWfrw8na00faOQt0Xlfdc3lJBvveaokAXBs2gX+vrYhazg8hiB8G1YV8xUDDZlPP6y3c/KDgUAxsao0gZ8S6RthwA=
"""
COSIGNATURE = (
    "— pengawas.example/w1 "
    "8kByEgAAAABrA54gMvbyG07Q5FB2YZNISj89LYwrPXWoeok8D3vboz/sH5hDmmZqpS5Nyw9nWaIWi3kQgI8Go8CDEW5USdYHj5pwCQ==\n"
)
