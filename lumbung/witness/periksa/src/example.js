// The worked example of docs/periksa-format.md: the page judges it when it opens, so that a browser that cannot reckon is
// found out before anybody's receipt is. It also makes the first real answer quick.

export const RECEIPT = `c2sp.org/tlog-proof@v1
extra QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8=
index 1
LFM4ADKJ4SmCOesfMVjlwbEvMq1bNe23VzhOkQusERo=
oj8C0Ls6BfjFwwrdeKGLgYpBYypbQjlnW05pXkizc2k=

koperasi.example/uji
3
ez+FQIfg984rmRHyYq86iUWZl+Q0dnxN0ctaTeaOw+8=

— koperasi.example/uji 03oWfofzosfai3JA00te6LGyc2Uux/Bw6BDKS5v1PY5yGybQ1654VCBHtyspBZWfCARvRoT8JY9IuFK6v5FwicMnJAk=
— pengawas.example/w1 8kByEgAAAABrA54g1xU88d3wI2zq4Luvjf+5S/E86M7X3m9v5LFLhg694jaIjV3H1XqS3BWHdIvPs+3hB6Hc21qDW55cQGAKrs0zBg==

{"a":[["111100","20000","0"],["320000","0","20000"]],"d":"BKM-2026-000002","k":"dues.paid","m":"JsvpC2Hpujaolf8gVXIPOgphUgEsKJcqrrHq2kpun8I=","n":1,"p":"2026-11-23","t":"2026-11-23T02:00:01Z","v":1}
["7","0","Simpanan wajib Juni 2026","00000000000000000000000000000001","45373050f92b8eae2211e58961b91e8de3cc15f0e2fdb5a4450629ef5992feb0",[["111100","320000","2000000","0","42","0",""]]]`;

export const KEYS = `log koperasi.example/uji+d37a167e+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4
witness pengawas pengawas.example/w1+f2407212+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X
quorum pengawas`;
