# SPDX-License-Identifier: GPL-3.0-or-later
"""The invoice that people see first: two pages, a table, totals and a payment block."""
import datetime

from reportlab.lib.colors import HexColor

import schemas
from paper import GREY, HEIGHT, INK, LINE, SOFT, WIDTH, Paper, day, money, number

ENTRY = {
    "name": "invoice", "file": "invoice.pdf", "schema": "invoice.schema.json", "kind": "invoice",
    "extraction_target": "per_doc", "pages": 2, "language": "en",
    "title": "Invoice", "description": "2 pages, with line items",
}

VENDOR = "Tidewick Lantern Works"
VAT_ID = "XV 310 447 205"
CUSTOMER = "Museum of Imaginary Harbours"
NUMBER, ORDER = "TL-2026-0382", "MIH-7714"
DATE = datetime.date(2026, 3, 16)
DUE = DATE + datetime.timedelta(days=30)
DELIVERED = datetime.date(2026, 3, 12)
TRACKING = "QP 5512 0087 41"
IBAN = "XV41 0700 0000 5512 9038 17"
TAX_PERCENT = 20

# code, description, note below it, quantity, price in cents
ITEMS = [
    ("HL-120", "Harbour lantern, brass", "height 120 mm, clear glass", 6, 8450),
    ("HL-240", "Harbour lantern, copper", "height 240 mm, ribbed glass", 2, 19800),
    ("WB-014", "Wall bracket, forged", "with four screws each", 8, 2375),
    ("GL-009", "Spare glass, ribbed", "", 4, 1890),
    ("WK-050", "Cotton wick, 50 m roll", "", 1, 3240),
    ("SV-001", "Fitting on site", "hours, 11 March 2026", 3.5, 6200),
]
SUBTOTAL = sum(round(quantity * price) for *_, quantity, price in ITEMS)
TAX = round(SUBTOTAL * TAX_PERCENT / 100)
TOTAL = SUBTOTAL + TAX

TERMS = [
    ("Property", "Goods stay our property until they are paid in full. Please keep them dry."),
    ("Returns", "Unused goods may come back within 28 days in their own box. Glass that arrived broken is replaced "
                "at our cost when we hear of it within a week."),
    ("Late payment", "After the due date we send one friendly letter. After that we add 4 % a year, counted from day to day."),
    ("Guarantee", "Brass and copper parts are guaranteed for ten years, glass against its own faults for two. "
                  "Wicks are made to burn down and carry no guarantee."),
    ("Law", "The law of the Free Port of Eastmere applies. Both sides will first try to settle it over tea."),
]

ACCENT = HexColor("#1D4F63")
FLAME = HexColor("#D98A1F")
LEFT, RIGHT = 62, WIDTH - 62


def expected():
    return {
        "vendor": {"name": VENDOR, "vat_id": VAT_ID},
        "customer": {"name": CUSTOMER},
        "invoice_number": NUMBER,
        "invoice_date": DATE.isoformat(),
        "due_date": DUE.isoformat(),
        "order_number": ORDER,
        "payment_terms": "Net 30 days",
        "currency": "EUR",
        "line_items": [
            {"item_code": code, "description": description, "quantity": quantity, "unit_price": number(price),
             "amount": number(round(quantity * price))}
            for code, description, _, quantity, price in ITEMS
        ],
        "subtotal": number(SUBTOTAL), "tax": number(TAX), "total": number(TOTAL),
        "iban": IBAN,
        "delivery": {"date": DELIVERED.isoformat(), "tracking_number": TRACKING},
    }


def schema():
    s = schemas
    return s.record("An invoice", {
        "vendor": s.record("Who issued the invoice", {
            "name": s.text("Name of the company as printed"),
            "vat_id": s.text("VAT identification number"),
        }),
        "customer": s.record("Who has to pay", {"name": s.text("Name after “Bill to”")}),
        "invoice_number": s.text("Invoice number"),
        "invoice_date": s.date("Day of issue"),
        "due_date": s.maybe(s.date("Last day to pay")),
        "order_number": s.maybe(s.text("The customer's own order number")),
        "payment_terms": s.maybe(s.text("Payment terms as printed")),
        "currency": s.text("Currency of the amounts", enum=["EUR", "GBP", "USD"]),
        "line_items": s.rows("One per printed row of the table", {
            "item_code": s.text("Item number"),
            "description": s.text("First line of the description"),
            "quantity": s.amount("Quantity; hours count as a quantity"),
            "unit_price": s.amount("Unit price before tax"),
            "amount": s.amount("Amount of the row before tax"),
        }),
        "subtotal": s.amount("Sum before tax"),
        "tax": s.amount("Amount of VAT"),
        "total": s.amount("Total due, with tax"),
        "iban": s.maybe(s.text("IBAN of the account to pay to")),
        "delivery": s.record("How the goods were delivered", {
            "date": s.maybe(s.date("Delivery date")),
            "tracking_number": s.maybe(s.text("Tracking number of the parcel")),
        }),
    })


def logo(paper, x, y):
    """A lantern in a ring, 34 points wide; (x, y) is its upper left corner."""
    c = paper.canvas
    middle, top = x + 17, HEIGHT - y
    c.setStrokeColor(ACCENT)
    c.setLineWidth(2)
    c.circle(middle, top - 17, 16, fill=0)
    c.setLineWidth(1.4)
    c.line(middle - 6, top - 10.5, middle + 6, top - 10.5)
    c.line(middle - 6, top - 25, middle + 6, top - 25)
    c.line(middle - 4.6, top - 10.5, middle - 4.6, top - 25)
    c.line(middle + 4.6, top - 10.5, middle + 4.6, top - 25)
    c.arc(middle - 3.4, top - 12, middle + 3.4, top - 6, 0, 180)
    c.setFillColor(FLAME)
    flame = c.beginPath()
    flame.moveTo(middle, top - 13.2)
    flame.curveTo(middle + 3.8, top - 18.6, middle + 2.6, top - 22.6, middle, top - 22.8)
    flame.curveTo(middle - 2.6, top - 22.6, middle - 3.8, top - 18.6, middle, top - 13.2)
    c.drawPath(flame, stroke=0, fill=1)


def head(paper):
    logo(paper, LEFT, 58)
    paper.left(LEFT + 46, 74, VENDOR, "bold", 16.5, ACCENT)
    paper.left(LEFT + 46, 88.5, "lanterns, lamps and their parts", size=8.5, color=GREY)
    paper.right(RIGHT, 80, "Invoice", "light", 30, ACCENT)
    paper.left(LEFT, 122, "5 Ropewalk, Eastmere EM2 7QL", size=8.5, color=GREY)
    paper.left(LEFT, 134, "VAT ID", size=8.5, color=GREY)
    paper.left(LEFT + 36, 134, VAT_ID, size=8.5)


def addresses(paper):
    paper.left(LEFT, 178, "Bill to", size=8.5, color=GREY)
    paper.left(LEFT, 195, CUSTOMER, "bold", 10.5)
    paper.left(LEFT, 209, "The Old Customs House")
    paper.left(LEFT, 222, "2 Mole Street, Port Anselm PA1 4AB")
    facts = [("Invoice no.", NUMBER), ("Invoice date", day(DATE)), ("Due date", day(DUE)), ("Your order", ORDER)]
    for row, (label, value) in enumerate(facts):
        y = 178 + row * 18
        paper.left(346, y, label, size=9, color=GREY)
        paper.left(432, y, value, "bold" if row == 0 else "text")


def table(paper, y):
    paper.area(LEFT, y, RIGHT - LEFT, 22)
    columns = [("Item", LEFT + 10, paper.left), ("Description", 128, paper.left), ("Qty", 372, paper.right),
               ("Unit price", 446, paper.right), ("Amount", RIGHT - 10, paper.right)]
    for title, x, write in columns:
        write(x, y + 14.5, title, "bold", 8.5, GREY)
    y += 22
    for code, description, note, quantity, price in ITEMS:
        base = y + 18
        paper.left(LEFT + 10, base, code, color=GREY)
        paper.left(128, base, description)
        paper.right(372, base, f"{quantity:g}")
        paper.right(446, base, money(price))
        paper.right(RIGHT - 10, base, money(round(quantity * price)))
        y += 28
        if note:
            paper.left(128, base + 12.5, note, size=8, color=GREY)
            y += 11
        paper.rule(LEFT, RIGHT, y)
    return y


def totals(paper, y):
    for label, value in (("Subtotal", money(SUBTOTAL)), (f"VAT {TAX_PERCENT} %", money(TAX))):
        paper.left(346, y, label, size=9, color=GREY)
        paper.right(RIGHT - 10, y, value)
        y += 18
    paper.rule(346, RIGHT, y - 8, ACCENT, 1.2)
    paper.left(346, y + 9, "Total due", "bold", 12)
    paper.right(RIGHT - 10, y + 9, f"EUR {money(TOTAL)}", "bold", 12)


def payment(paper, y):
    for label, value in (("Payment terms", "Net 30 days"), ("Bank", "Harbour Mutual"), ("IBAN", IBAN),
                         ("Please quote", "the invoice number with every payment")):
        paper.left(LEFT, y, label, size=9, color=GREY)
        paper.left(LEFT + 82, y, value)
        y += 16


def foot(paper):
    paper.rule(LEFT, RIGHT, 786)
    paper.left(LEFT, 800, f"{VENDOR}, registered in Eastmere no. 40 671", size=8, color=GREY)
    paper.center(WIDTH / 2 + 90, 800, "post@tidewick.example", size=8, color=GREY)
    paper.right(RIGHT, 800, f"Page {paper.page} of 2", size=8, color=GREY)


def second_page(paper):
    paper.left(LEFT, 80, "Delivery and terms of sale", "light", 22, ACCENT)
    paper.area(LEFT, 102, RIGHT - LEFT, 66, SOFT)
    facts = [("Delivery date", day(DELIVERED)), ("Carrier", "Quay Post, two parcels"), ("Tracking no.", TRACKING)]
    for row, (label, value) in enumerate(facts):
        paper.left(LEFT + 14, 124 + row * 18, label, size=9, color=GREY)
        paper.left(LEFT + 96, 124 + row * 18, value)
    y = 210
    for title, words in TERMS:
        paper.left(LEFT, y, title, "bold", 10)
        y = paper.paragraph(LEFT + 96, y, RIGHT - LEFT - 96, words) + 8
    foot(paper)


def draw(path):
    paper = Paper(path, f"Invoice {NUMBER}")
    head(paper)
    addresses(paper)
    bottom = table(paper, 266)
    totals(paper, bottom + 26)
    payment(paper, bottom + 112)
    foot(paper)
    paper.next_page()
    second_page(paper)
    paper.save()
