# SPDX-License-Identifier: GPL-3.0-or-later
"""A long contract: 40 pages of numbered clauses, with a few facts spread through them."""
import random

from reportlab.lib.colors import HexColor

import schemas as s
from paper import GREY, HEIGHT, WIDTH, Paper

ENTRY = {
    "name": "manypages", "file": "manypages.pdf", "schema": "manypages.schema.json", "kind": "contract",
    "extraction_target": "per_doc", "pages": 40, "language": "en",
    "title": "Contract", "description": "40 pages, 14 values",
}

ACCENT = HexColor("#3D5A45")
LEFT, RIGHT, TOP, BOTTOM = 72, WIDTH - 72, 92, 752
KEEPER, OWNER = "Gannet & Daughters, Light Keepers", "The Fenwater Light Trust"

# What the contract is about, on its first page: label and text.
FACTS = [
    ("Agreement no.", "FL-2026-008"),
    ("Date of agreement", "9 February 2026"),
    ("Owner", OWNER),
    ("Keeper", KEEPER),
    ("Place", "Fenwater Light, Outer Skerry"),
    ("Commencement date", "1 April 2026"),
    ("Term", "60 months"),
    ("Annual fee", "EUR 48,600.00"),
]

# Articles in their order: title, and the sections that hold a fact (others are drawn from GENERAL).
ARTICLES = [
    ("Definitions", []), ("The light and its grounds", []), ("Duties of the Keeper", []),
    ("Duties of the Owner", []), ("Staff and watches", []),
    ("Fees", ["Payment period. The Owner pays the annual fee in four equal parts, each within 21 days of the "
              "invoice."]),
    ("Oil, wicks and spare parts", []), ("Lamps, lenses and clockwork", []), ("Buildings and paths", []),
    ("Boats and landings", []), ("Log books and reports", []),
    ("Insurance", ["Insured sum. The Keeper insures the lantern room for at least EUR 750,000.00 and shows the "
                   "policy once a year."]),
    ("Safety", []), ("Visitors", []), ("Birds and other residents", []),
    ("Liability", ["Limit of liability. Neither party is liable for more than EUR 240,000.00 in any one year."]),
    ("Storms and other great events", []), ("Changes to this agreement", []),
    ("Ending this agreement", ["Notice period. Either party may end this agreement in writing with a notice "
                               "period of 6 months."]),
    ("Handing over", []), ("Disputes", ["Seat. Disputes that tea does not settle go to the Harbour Court in "
                                        "Port Anselm."]),
    ("Notices", ["Address for notices. Notices to the Owner are sent to notices@fenwater.example."]),
    ("Closing", ["Governing law. This agreement is governed by the law of the Free Port of Eastmere."]),
]

SUBJECTS = ["The Keeper", "The Owner", "Each party", "The Keeper's staff", "The person on watch", "The Owner's agent"]
DUTIES = [
    "keeps {thing} in good order and writes down what was done",
    "looks at {thing} every {often} and repairs small faults without being asked",
    "tells the other party about damage to {thing} as soon as it is seen",
    "may let others work on {thing} but answers for their work as for their own",
    "does not change {thing} without the written consent of the other party",
    "pays for {thing} as far as nothing else is agreed in the annexes",
    "stores what is needed for {thing} in a dry and lockable room",
    "shows {thing} to the other party on any working day after a day's warning",
]
THINGS = ["the lantern room", "the great lens", "the clockwork", "the oil store", "the landing stage", "the fog bell",
          "the keeper's house", "the cistern", "the signal flags", "the tender boat", "the spiral stair",
          "the storm shutters", "the spare wicks", "the log books", "the weather glass", "the garden wall"]
OFTEN = ["day", "week", "second week", "month", "spring tide", "quarter"]
ENDINGS = [
    "Weather that makes this unsafe is a good reason to wait, and the wait is noted in the log.",
    "What one party forgets to do, the other may do after a written reminder, at the first party's cost.",
    "A mistake that is reported on the same day is corrected together and without blame.",
    "Where this article and an annex say different things, the annex counts.",
    "Times are meant as times at the light, summer and winter alike.",
    "Copies of the papers are kept until the agreement has ended and for three years after that.",
    "This duty goes on when staff change, and the outgoing person explains it to the incoming one.",
    "If nothing is said within a fortnight, consent counts as given.",
]
WORDS = ["Scope", "Care", "Records", "Access", "Costs", "Repairs", "Replacement", "Warning", "Consent", "Storage",
         "Inspection", "Helpers", "Weather", "Delay", "Order", "Return"]


def expected():
    return {
        "agreement_number": "FL-2026-008", "agreement_date": "2026-02-09", "owner": OWNER, "keeper": KEEPER,
        "place": "Fenwater Light, Outer Skerry", "commencement_date": "2026-04-01", "term_months": 60,
        "annual_fee": 48600, "payment_days": 21, "insured_sum": 750000, "liability_limit": 240000,
        "notice_period_months": 6, "notice_email": "notices@fenwater.example",
        "governing_law": "the law of the Free Port of Eastmere",
    }


def schema():
    return s.record("A contract on the keeping of a lighthouse", {
        "agreement_number": s.text("Agreement number"),
        "agreement_date": s.date("Date of the agreement"),
        "owner": s.text("Name of the owner"),
        "keeper": s.text("Name of the keeper"),
        "place": s.text("Place that the agreement is about"),
        "commencement_date": s.date("Commencement date"),
        "term_months": s.field("integer", "Term in months"),
        "annual_fee": s.amount("Annual fee in euros"),
        "payment_days": s.maybe(s.field("integer", "Days within which an invoice is paid")),
        "insured_sum": s.maybe(s.amount("Least insured sum in euros")),
        "liability_limit": s.maybe(s.amount("Limit of liability in euros")),
        "notice_period_months": s.maybe(s.field("integer", "Notice period in months")),
        "notice_email": s.maybe(s.text("E-mail address for notices to the owner", format="email")),
        "governing_law": s.maybe(s.text("Governing law")),
    })


def sections(source, facts):
    """The sections of one article; those with facts stand in the middle."""
    result = []
    for word in source.sample(WORDS, len(WORDS)):
        sentences = []
        for _ in range(source.randint(2, 3)):
            duty = source.choice(DUTIES).format(thing=source.choice(THINGS), often=source.choice(OFTEN))
            sentences.append(f"{source.choice(SUBJECTS)} {duty}.")
        result.append(f"{word}. {' '.join(sentences)} {source.choice(ENDINGS)}")
    return result[:6] + list(facts) + result[6:]


def page_frame(paper):
    if paper.page > 1:
        paper.left(LEFT, 56, "Agreement on the keeping of Fenwater Light", size=8, color=GREY)
        paper.right(RIGHT, 56, "FL-2026-008", size=8, color=GREY)
    paper.center(WIDTH / 2, 800, str(paper.page), size=8.5, color=GREY)


def cover(paper):
    c = paper.canvas
    c.setFillColor(ACCENT)
    c.rect(LEFT, HEIGHT - 168, 4, 64, stroke=0, fill=1)
    paper.left(LEFT + 18, 128, "Agreement", "light", 32, ACCENT)
    paper.left(LEFT + 18, 160, "on the keeping of Fenwater Light", size=15)
    y = 230
    for label, value in FACTS:
        paper.left(LEFT, y, label, size=9.5, color=GREY)
        paper.left(LEFT + 130, y, value, size=10.5)
        paper.rule(LEFT, RIGHT, y + 9)
        y += 28
    paper.paragraph(LEFT, y + 24, RIGHT - LEFT,
                    "The parties want the light to burn every night and the people who keep it to be well. They write "
                    "down here who does what, and what happens when something goes wrong. The annexes are part of this "
                    "agreement.", size=10.5, leading=15)
    page_frame(paper)


def clauses(paper):
    source = random.Random(1822)
    y = BOTTOM
    for article, (title, facts) in enumerate(ARTICLES, 1):
        for number, section in enumerate(sections(source, facts)):
            if y > BOTTOM - (90 if number == 0 else 60):
                paper.next_page()
                page_frame(paper)
                y = TOP
            if number == 0:
                paper.left(LEFT, y, f"{article}  {title}", "bold", 13, ACCENT)
                y += 22
            paper.left(LEFT, y, f"{article}.{number + 1}", size=9.5, color=GREY)
            y = paper.paragraph(LEFT + 36, y, RIGHT - LEFT - 36, section, size=10, leading=14) + 7
        y += 12


def signatures(paper):
    paper.next_page()
    page_frame(paper)
    paper.left(LEFT, TOP, "Signatures", "bold", 13, ACCENT)
    for x, party in ((LEFT, OWNER), (LEFT + 240, KEEPER)):
        paper.rule(x, x + 200, 200, GREY)
        paper.left(x, 214, party, size=9.5)
        paper.left(x, 228, "Port Anselm, 9 February 2026", size=9.5, color=GREY)


def draw(path):
    paper = Paper(path, "Agreement on the keeping of Fenwater Light")
    cover(paper)
    clauses(paper)
    signatures(paper)
    assert paper.page == ENTRY["pages"], f"{paper.page} pages"
    paper.save()
