# SPDX-License-Identifier: GPL-3.0-or-later
"""A till receipt as somebody photographs it: a little turned, unevenly lit, with the noise of a small sensor."""
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

import schemas as s

ENTRY = {
    "name": "receipt", "file": "receipt.png", "schema": "receipt.schema.json", "kind": "receipt",
    "extraction_target": "per_doc", "pages": 1, "language": "en",
    "title": "Receipt", "description": "A photo, 7 values",
}

LINES = [
    ("c", "PUDDLE LANE GROCERS", 40), ("c", "27 Puddle Lane, Port Anselm", 26), ("c", "VAT XV 881 204 117", 26),
    ("-",),
    ("lr", "Receipt 004183", "Till 2"), ("lr", "Date 21/03/2026", "17:42"),
    ("-",),
    ("lr", "OAT BREAD 750G", "3.40"), ("lr", "GOAT CHEESE", "5.85"), ("lr", "PEARS 1.240 KG", "3.72"),
    ("lr", "SMOKED TEA 100G", "6.20"), ("lr", "LAMP OIL 1L", "7.95"), ("lr", "PAPER BAG", "0.15"),
    ("-",),
    ("lr", "SUBTOTAL", "27.27"), ("lr", "VAT 10 % INCLUDED", "2.48"), ("big", "TOTAL EUR", "27.27"),
    ("-",),
    ("lr", "CARD PAYMENT", "27.27"), ("lr", "CARD", "**** 6021"),
    (" ",),
    ("c", "Thank you, mind the step", 26),
]
WIDTH, HEIGHT, MARGIN = 640, 1080, 44
FONT = "/usr/share/fonts/truetype/liberation2/LiberationMono-Regular.ttf"
BOLD = "/usr/share/fonts/truetype/liberation2/LiberationMono-Bold.ttf"


def expected():
    return {
        "merchant": "PUDDLE LANE GROCERS", "receipt_number": "004183", "date": "2026-03-21", "time": "17:42",
        "tax": 2.48, "total": 27.27, "payment_method": "card",
    }


def schema():
    return s.record("A till receipt", {
        "merchant": s.text("Name of the shop"),
        "receipt_number": s.maybe(s.text("Number of the receipt")),
        "date": s.date("Day of the purchase"),
        "time": s.maybe(s.text("Time of the purchase, as printed")),
        "tax": s.maybe(s.amount("Amount of VAT included")),
        "total": s.amount("Total paid, with tax"),
        "payment_method": s.maybe(s.text("How it was paid", enum=["card", "cash", "voucher"])),
    })


def printed():
    """The receipt as the till prints it: dark on white, straight."""
    image = Image.new("L", (WIDTH, HEIGHT), 246)
    pen = ImageDraw.Draw(image)
    y = 40
    for kind, *words in LINES:
        if kind == "c":
            font = ImageFont.truetype(BOLD if words[1] > 30 else FONT, words[1])
            pen.text((WIDTH / 2, y), words[0], font=font, fill=42, anchor="mt")
        elif kind in ("lr", "big"):
            font = ImageFont.truetype(BOLD if kind == "big" else FONT, 40 if kind == "big" else 28)
            pen.text((MARGIN, y + 22), words[0], font=font, fill=42, anchor="ls")
            pen.text((WIDTH - MARGIN, y + 22), words[1], font=font, fill=42, anchor="rs")
        elif kind == "-":
            for x in range(MARGIN, WIDTH - MARGIN, 14):
                pen.line((x, y + 8, x + 7, y + 8), fill=90, width=2)
        y += 60 if kind == "big" or (kind == "c" and words[1] > 30) else 43 if kind != "-" else 34
    return image


def light(size):
    """Brightness of the picture from the lower left (darker) to the upper right."""
    gradient = Image.linear_gradient("L").rotate(205, expand=False, fillcolor=128).resize(size)
    return gradient.point(lambda value: 205 + value * 50 // 255).filter(ImageFilter.GaussianBlur(40))


def noise(size, seed=20260321):
    """Grain that the same seed repeats."""
    source = random.Random(seed)
    grain = Image.new("L", (size[0] // 2, size[1] // 2))
    grain.putdata([128 + round(source.gauss(0, 4.5)) for _ in range(grain.width * grain.height)])
    return grain.resize(size, Image.BILINEAR)


def draw(path):
    paper = printed()
    table = Image.new("L", (WIDTH + 140, HEIGHT + 130), 112)
    place = Image.new("L", table.size, 0)
    place.paste(255, (70, 65, 70 + WIDTH, 65 + HEIGHT))
    table.paste(paper, (70, 65))
    angle = 1.8
    shadow = place.rotate(angle, Image.BICUBIC).filter(ImageFilter.GaussianBlur(9))
    ground = Image.composite(Image.new("L", table.size, 70), Image.new("L", table.size, 124), shadow)
    photo = Image.composite(table.rotate(angle, Image.BICUBIC), ground, place.rotate(angle, Image.BICUBIC))
    photo = ImageChops.multiply(photo, light(photo.size)).filter(ImageFilter.GaussianBlur(0.7))
    photo = ImageChops.add(photo, noise(photo.size), offset=-128)
    photo.quantize(16).save(path, optimize=True, dpi=(200, 200))
