# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents that are bad or unusual, for tests: each is as small as it can be."""
from reportlab.lib.pagesizes import letter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = letter
# Where the words of the rotated pages stand: points from the upper left corner as the page is shown.
X, Y = 72, 90


def canvas(path, **more):
    return Canvas(str(path), pagesize=letter, invariant=1, **more)


def plain(path, **more):
    page = canvas(path, **more)
    page.drawString(X, HEIGHT - Y, "Number INV-42")
    page.drawString(X, HEIGHT - Y - 20, "Total 118.50")
    page.save()


def rotated(path):
    """Four pages turned by 0, 90, 180 and 270 degrees; all are shown upright, with the words
    at the same spot. (For the turned ones reportlab swaps width and height of the media box.)"""
    page = canvas(path)
    to_shown = {0: (0, HEIGHT, 0), 90: (0, 0, 90), 180: (WIDTH, 0, 180), 270: (HEIGHT, WIDTH, 270)}
    for turn, (x, y, angle) in to_shown.items():
        page.setPageRotation(turn)
        page.translate(x, y)
        page.rotate(angle)
        page.drawString(X, -Y, "Number INV-42")
        page.showPage()
    page.save()


def cropped(path):
    """The crop box begins 100 points from the left and 60 from the top, so the words stand at X, Y in it."""
    page = canvas(path, cropBox=(100, 80, WIDTH - 50, HEIGHT - 60))
    page.drawString(100 + X, HEIGHT - 60 - Y, "Number INV-42")
    page.save()


def make(folder):
    folder.mkdir(parents=True, exist_ok=True)
    plain(folder / "plain.pdf")
    plain(folder / "encrypted.pdf", encrypt=StandardEncryption("secret", ownerPassword="owner", strength=128))
    rotated(folder / "rotated.pdf")
    cropped(folder / "cropped.pdf")
    whole = (folder / "plain.pdf").read_bytes()
    (folder / "broken.pdf").write_bytes(whole[:len(whole) // 3])
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "notapdf.pdf").write_text("This is a text whose name ends in .pdf.\n", encoding="utf-8")
