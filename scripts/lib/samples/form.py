# SPDX-License-Identifier: GPL-3.0-or-later
"""A filled form: labels above boxes, answers in another hand, check boxes."""
from reportlab.lib.colors import HexColor, white

import schemas as s
from paper import GREY, LINE, WIDTH, Paper

ENTRY = {
    "name": "form", "file": "form.pdf", "schema": "form.schema.json", "kind": "form",
    "extraction_target": "per_doc", "pages": 1, "language": "en",
    "title": "Form", "description": "Filled in, with check boxes",
}

ACCENT = HexColor("#5B3A5E")
HAND = HexColor("#1B3A8A")
LEFT, RIGHT = 56, WIDTH - 56
ON, OFF = "☒", "☐"


def expected():
    return {
        "family_name": "Marrow", "given_name": "Ida", "date_of_birth": "1987-11-09",
        "street": "14 Capstan Row", "postcode": "PA3 9TX", "town": "Port Anselm",
        "email": "ida.marrow@post.example", "phone": "0700 555 0142",
        "card_type": "adult", "interests": ["maps", "tide tables"],
        "newsletter": True, "photo_consent": False, "signature_date": "2026-02-04",
    }


def schema():
    return s.record("Application for a library card", {
        "family_name": s.text("Family name"),
        "given_name": s.text("Given name"),
        "date_of_birth": s.date("Date of birth"),
        "street": s.text("Street and number"),
        "postcode": s.text("Postcode"),
        "town": s.text("Town"),
        "email": s.text("E-mail", format="email"),
        "phone": s.maybe(s.text("Telephone")),
        "card_type": s.text("Kind of card that is ticked", enum=["adult", "student", "child"]),
        "interests": s.field("array", "What the applicant ticked under interests",
                             items={"type": "string", "enum": ["maps", "novels", "tide tables", "ship logs"]}),
        "newsletter": s.field("boolean", "Whether the monthly letter is wanted"),
        "photo_consent": s.field("boolean", "Whether the photo may be shown at the desk"),
        "signature_date": s.date("Date beside the signature"),
    })


def box(paper, x, y, width, label, answer):
    paper.area(x, y, width, 36, white, LINE, 2)
    paper.left(x + 7, y + 12, label, size=7.5, color=GREY)
    paper.left(x + 7, y + 28, answer, "hand", 11, HAND)


def section(paper, y, number, title):
    paper.left(LEFT, y, number, "bold", 11, ACCENT)
    paper.left(LEFT + 18, y, title, "bold", 11)


def tick(paper, x, y, label, on):
    paper.left(x, y, ON if on else OFF, "sign", 12, HAND if on else GREY)
    paper.left(x + 16, y, label, size=9.5)


def head(paper):
    paper.area(0, 0, WIDTH, 92, ACCENT)
    paper.left(LEFT, 46, "Port Anselm Reading Room", "bold", 17, white)
    paper.left(LEFT, 68, "Application for a library card", size=11, color=HexColor("#E6DCE7"))
    paper.right(RIGHT, 46, "Form RR-7", size=9, color=HexColor("#E6DCE7"))


def person(paper):
    section(paper, 128, "1", "About you")
    box(paper, LEFT, 140, 236, "Family name", "Marrow")
    box(paper, LEFT + 247, 140, 236, "Given name", "Ida")
    box(paper, LEFT, 184, 236, "Date of birth (day / month / year)", "09 / 11 / 1987")
    box(paper, LEFT + 247, 184, 236, "Telephone", "0700 555 0142")
    section(paper, 254, "2", "Where you live")
    box(paper, LEFT, 266, 483, "Street and number", "14 Capstan Row")
    box(paper, LEFT, 310, 120, "Postcode", "PA3 9TX")
    box(paper, LEFT + 131, 310, 352, "Town", "Port Anselm")
    box(paper, LEFT, 354, 483, "E-mail", "ida.marrow@post.example")


def choices(paper):
    section(paper, 424, "3", "Your card")
    paper.left(LEFT + 18, 446, "Card", size=9, color=GREY)
    for column, (label, on) in enumerate((("Adult", True), ("Student", False), ("Child", False))):
        tick(paper, LEFT + 98 + column * 98, 446, label, on)
    paper.left(LEFT + 18, 470, "Interests", size=9, color=GREY)
    interests = (("Maps", True), ("Novels", False), ("Tide tables", True), ("Ship logs", False))
    for column, (label, on) in enumerate(interests):
        tick(paper, LEFT + 98 + column * 98, 470, label, on)
    section(paper, 510, "4", "What we may do")
    tick(paper, LEFT + 18, 532, "Send me the monthly letter", True)
    tick(paper, LEFT + 18, 554, "Show my photo at the desk", False)


def draw(path):
    paper = Paper(path, "Application for a library card")
    head(paper)
    person(paper)
    choices(paper)
    section(paper, 600, "5", "Signature")
    box(paper, LEFT, 612, 150, "Date", "4 February 2026")
    paper.area(LEFT + 161, 612, 322, 36, white, LINE, 2)
    paper.left(LEFT + 168, 624, "Signature", size=7.5, color=GREY)
    c = paper.canvas
    c.setStrokeColor(HAND)
    c.setLineWidth(1.1)
    c.bezier(LEFT + 230, 203, LEFT + 244, 236, LEFT + 250, 186, LEFT + 262, 208)
    c.bezier(LEFT + 262, 208, LEFT + 286, 226, LEFT + 292, 186, LEFT + 318, 212)
    paper.paragraph(LEFT, 680, 483, "Please hand this form in at the desk or push it under the door after six. "
                    "Your card is ready on the next working day. We keep this form for as long as the card is valid.",
                    size=8.5, leading=12, color=GREY)
    paper.save()
