# SPDX-License-Identifier: GPL-3.0-or-later
"""A bank statement: one row per line, over three pages, with sums carried forward that are no rows."""
import datetime
import random

from reportlab.lib.colors import HexColor

import schemas as s
from paper import GREY, HEIGHT, LINE, WIDTH, Paper, day, money, number

ENTRY = {
    "name": "statement", "file": "statement.pdf", "schema": "statement.schema.json", "kind": "statement",
    "extraction_target": "per_table_row", "pages": 3, "language": "en",
    "title": "Bank statement", "description": "3 pages, one row per line",
}

ACCENT = HexColor("#3B4A7A")
LEFT, RIGHT = 56, WIDTH - 56
START = 214_375
ROWS_PER_PAGE = (20, 24, 18)

PAID = [
    ("Puddle Lane Grocers", 900, 6200), ("Harbour Water Board", 2100, 3900), ("Quay Post", 350, 1800),
    ("Anselm Ferries, season ticket", 4800, 4800), ("Night Owl Bakery", 400, 1500), ("Lampkeepers' Guild, fee", 1200, 1200),
    ("Eastmere Light and Heat", 5400, 9800), ("The Blotted Page, books", 900, 4200),
    ("Cash machine, Mole Street", 2000, 10000), ("Gullwing Cycles", 1500, 8900), ("Fishmonger on the Pier", 700, 2600),
]
RENT = ("Standing order, rent", 68000, 68000)
RECEIVED = [("Salary, Museum of Imaginary Harbours", 241_800, 241_800), ("Refund, Gullwing Cycles", 1500, 4500),
            ("From M. Fenn, shared supper", 900, 2400), ("Interest", 120, 480)]


def booking(index, source):
    """Salary and rent once in 24 bookings, something else received with every sixth, otherwise something paid."""
    if index % 6 == 4:
        return RECEIVED[0] if index % 24 == 4 else source.choice(RECEIVED[1:])
    return RENT if index % 24 == 7 else source.choice(PAID)


def rows():
    """(date, description, reference, change in cents, balance in cents), the same every time."""
    source = random.Random(62)
    date, balance, result = datetime.date(2026, 1, 2), START, []
    for index in range(sum(ROWS_PER_PAGE)):
        name, least, most = booking(index, source)
        change = source.randint(least, most) * (1 if index % 6 == 4 else -1)
        balance += change
        result.append((date, name, f"{source.randint(100000, 999999)}", change, balance))
        date += datetime.timedelta(days=source.choice((0, 1, 1, 2, 2)))
    return result


def expected():
    return [
        {"date": date.isoformat(), "description": name, "reference": reference,
         "money_out": number(-change) if change < 0 else None,
         "money_in": number(change) if change > 0 else None, "balance": number(balance)}
        for date, name, reference, change, balance in rows()
    ]


def schema():
    return s.record("One booking of the statement; sums carried forward are no bookings", {
        "date": s.date("Date of the booking"),
        "description": s.text("Who or what it was for"),
        "reference": s.text("Reference"),
        "money_out": s.maybe(s.amount("Money out")),
        "money_in": s.maybe(s.amount("Money in")),
        "balance": s.amount("Balance after the booking"),
    })


def head(paper, first, last):
    c = paper.canvas
    c.setFillColor(ACCENT)
    for step in range(3):
        c.rect(LEFT + step * 9, HEIGHT - 74, 6, 10 + step * 8, stroke=0, fill=1)
    paper.left(LEFT + 38, 72, "Harbour Mutual", "bold", 16, ACCENT)
    paper.right(RIGHT, 72, "Account statement", "light", 19, ACCENT)
    facts = [("Account holder", "Ida Marrow"), ("Account", "5512 9038 17"), ("Statement no.", "3 / 2026"),
             ("Period", f"{day(first)} to {day(last)}")]
    for row, (label, value) in enumerate(facts):
        x, y = (LEFT, 106 + row * 16) if row < 2 else (LEFT + 240, 106 + (row - 2) * 16)
        paper.left(x, y, label, size=8.5, color=GREY)
        paper.left(x + 80, y, value, size=9)


COLUMNS = (("Date", LEFT, "left"), ("Description", LEFT + 76, "left"), ("Reference", LEFT + 254, "left"),
           ("Money out", LEFT + 364, "right"), ("Money in", LEFT + 424, "right"), ("Balance", RIGHT, "right"))


def line(paper, y, cells, font="text", color=None):
    for (_, x, side), text in zip(COLUMNS, cells):
        style = {} if color is None else {"color": color}
        getattr(paper, side)(x, y, text, font, 8.8, **style)


def table(paper, part, before):
    y = 156
    line(paper, y, [title for title, *_ in COLUMNS], "bold", GREY)
    paper.rule(LEFT, RIGHT, y + 7, ACCENT, 1)
    y += 24
    line(paper, y, ["", "Balance brought forward", "", "", "", money(before)], color=GREY)
    for date, name, reference, change, balance in part:
        paper.rule(LEFT, RIGHT, y + 7, LINE, 0.4)
        y += 22
        out, into = (money(-change), "") if change < 0 else ("", money(change))
        line(paper, y, [f"{date:%d/%m/%Y}", name, reference, out, into, money(balance)])
    paper.rule(LEFT, RIGHT, y + 8, ACCENT, 1)
    line(paper, y + 24, ["", "Balance carried forward", "", "", "", money(part[-1][4])], "bold")


def draw(path):
    paper = Paper(path, "Account statement 3 / 2026")
    everything = rows()
    start, before = 0, START
    for page, count in enumerate(ROWS_PER_PAGE):
        if page > 0:
            paper.next_page()
        part = everything[start:start + count]
        head(paper, everything[0][0], everything[-1][0])
        table(paper, part, before)
        paper.left(LEFT, 806, "Harbour Mutual, 1 Mole Street, Port Anselm", size=8, color=GREY)
        paper.right(RIGHT, 806, f"Page {paper.page} of {len(ROWS_PER_PAGE)}", size=8, color=GREY)
        start, before = start + count, part[-1][4]
    paper.save()
