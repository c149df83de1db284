"""What differs between database engines, in one place: composite keys, guards (triggers), the write gate.

Semua beda antar mesin basis data di satu tempat: kunci gabungan, penjaga (trigger), gerbang tulis.
"""

from lumbung.sql.engine import SQLITE, engine, sql_beside
from lumbung.sql.gate import Busy, writes

__all__ = ["SQLITE", "Busy", "engine", "sql_beside", "writes"]
