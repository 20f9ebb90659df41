# SPDX-License-Identifier: GPL-3.0-or-later
"""A page of A4 with the few ways of writing that the samples use. Distances are points from the top left."""
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

INK = HexColor("#1C2128")
GREY = HexColor("#5F6873")
LINE = HexColor("#CDD3DA")
SOFT = HexColor("#F2F5F7")
WIDTH, HEIGHT = A4

FONTS = {
    "text": "/usr/share/fonts/truetype/lato/Lato-Regular.ttf",
    "bold": "/usr/share/fonts/truetype/lato/Lato-Bold.ttf",
    "light": "/usr/share/fonts/truetype/lato/Lato-Light.ttf",
    "sign": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "hand": "/usr/share/fonts/truetype/liberation2/LiberationMono-Regular.ttf",
}
for _name, _file in FONTS.items():
    pdfmetrics.registerFont(TTFont(_name, _file))


class Paper:
    def __init__(self, path, title):
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor("Extract Studio samples")
        self.page = 1

    def next_page(self):
        self.canvas.showPage()
        self.page += 1

    def save(self):
        self.canvas.save()

    def left(self, x, y, text, font="text", size=9.5, color=INK):
        self.canvas.setFont(font, size)
        self.canvas.setFillColor(color)
        self.canvas.drawString(x, HEIGHT - y, text)

    def right(self, x, y, text, font="text", size=9.5, color=INK):
        self.left(x - pdfmetrics.stringWidth(text, font, size), y, text, font, size, color)

    def center(self, x, y, text, font="text", size=9.5, color=INK):
        self.left(x - pdfmetrics.stringWidth(text, font, size) / 2, y, text, font, size, color)

    def rule(self, x1, x2, y, color=LINE, width=0.6):
        self.canvas.setStrokeColor(color)
        self.canvas.setLineWidth(width)
        self.canvas.line(x1, HEIGHT - y, x2, HEIGHT - y)

    def area(self, x, y, width, height, fill=SOFT, stroke=None, radius=0):
        self.canvas.setFillColor(fill)
        if stroke is not None:
            self.canvas.setStrokeColor(stroke)
            self.canvas.setLineWidth(0.6)
        self.canvas.roundRect(x, HEIGHT - y - height, width, height, radius,
                              stroke=int(stroke is not None), fill=1)

    def paragraph(self, x, y, width, text, font="text", size=9.5, leading=13.5, color=INK):
        """Writes lines of at most `width` and returns where the next one would stand."""
        line = ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and pdfmetrics.stringWidth(longer, font, size) > width:
                self.left(x, y, line, font, size, color)
                y += leading
                line = word
            else:
                line = longer
        self.left(x, y, line, font, size, color)
        return y + leading


def money(cents):
    """1234567 → 12,345.67"""
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100:,}.{abs(cents) % 100:02d}"


def number(cents):
    """The JSON number of an amount in cents."""
    value = cents / 100
    return int(value) if value == int(value) else value


def day(date):
    return f"{date.day} {date:%B} {date.year}"
