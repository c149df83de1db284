"""`lumbung backup`, `lumbung restore`, `lumbung drill`."""
