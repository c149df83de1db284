"""How every page looks and answers: `page()`, fields, tags, styles, charts, print, PDF and spreadsheets.

Tampilan setiap halaman: kerangka, isian, gaya, bagan, cetak, PDF dan lembar kerja.

docs/look.md shows how a page is made, with parts to copy; /gaya/ shows every part alive. In short:
    view       page(request, template, part=None, **context), go(request, to); a mistake is `words.Refused`
    template   web/page.html (title eyebrow heading actions main width notice dialogs) or web/plain.html
    form       fields.Form with MoneyField, DateField, MonthField, MemberPicker, OneOfField, RequestIdField, ...
    tags       icon picture term query pages | rupiah plain_money statement_money signed_money sum_money words_money
               long_date short_date day_date month_name initials
    charts     charts.bars, charts.lines -> {% include "web/chart.html" %}
    paper      pdf.render("statement" | "receipt", data), xlsx.workbook([Sheet])
    places     nav.places, filled by the site when it starts
"""
