# SPDX-License-Identifier: GPL-3.0-or-later
"""How the extraction's time grows with the rows of a document's tables and with the fields of a schema."""
import json
import math
import os
import statistics
import subprocess

import measuring

TARGETS = ["xs_timeextract"]
ROWS = (250, 500, 1_000, 2_000)
FIELDS = (50, 100, 250, 500)
# Ten times as many rows or fields may cost so many times the time: what is linear, and a fifth.
MOST = 12
ROUNDS = 3

WORDS = ("lamp", "wick", "glass", "hook", "chain", "lid", "brass", "ring", "funnel", "stand", "burner", "plate")
COLUMNS = ("Position", "Article", "Description", "Quantity", "Price", "Amount")
# Where they are, and whether they begin there or end.
PLACES = ((62, True), (120, True), (185, True), (400, False), (470, False), (540, False))


class Sheets:
    """Lines of Courier in points from the top left, written as a PDF of many pages."""
    SIZE = 8

    def __init__(self):
        self.pages = [[]]

    def write(self, x, y, text, rightwards=True):
        if not rightwards:
            x -= 0.6 * self.SIZE * len(text)
        self.pages[-1].append("1 0 0 1 %.1f %.1f Tm (%s) Tj" % (x, 792 - y, text))

    def save(self, path):
        objects = ["<< /Type /Catalog /Pages 2 0 R >>",
                   "<< /Type /Pages /Count %d /Kids [%s] >>" % (len(self.pages), " ".join(
                       "%d 0 R" % (4 + 2 * page) for page in range(len(self.pages)))),
                   "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"]
        for number, lines in enumerate(self.pages):
            text = "BT /F1 %d Tf\n%s\nET" % (self.SIZE, "\n".join(lines))
            objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
                           "/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number))
            objects.append("<< /Length %d >> stream\n%s\nendstream" % (len(text), text))
        whole, places = "%PDF-1.4\n", []
        for number, body in enumerate(objects, 1):
            places.append(len(whole))
            whole += "%d 0 obj %s endobj\n" % (number, body)
        table = "".join("%010d 00000 n \n" % place for place in places)
        path.write_text(whole + "xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\n"
                        "startxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, len(whole)))


def text_document(path, rows, labels):
    """A PDF with a table of so many rows over as many pages as it needs, and then a list of "label: value"."""
    sheets = Sheets()
    sheets.write(62, 50, "Delivery note 4711")
    sheets.write(62, 68, "Harrow & Reed Ltd, 12 Mill Lane, Eastmere")
    lines = ([COLUMNS] if rows else []) + [cells_of(row) for row in range(rows)]
    lines += [("%s:" % name_of(label).replace("_", " ").capitalize(), value_of(label)) for label in range(labels)]
    y = 90
    for line in lines:
        y += 13
        if y > 740:
            sheets.pages.append([])
            y = 60
            if len(line) == len(COLUMNS):
                write_cells(sheets, y, COLUMNS)
                y += 13
        if len(line) == len(COLUMNS):
            write_cells(sheets, y, line)
        else:
            sheets.write(62, y, line[0])
            sheets.write(250, y, line[1])
    sheets.save(path)


def write_cells(sheets, y, cells):
    for (place, rightwards), cell in zip(PLACES, cells):
        sheets.write(place, y, cell, rightwards)


def cells_of(row):
    quantity, price = 1 + row * 7 % 23, (150 + row * 37 % 9_000) / 100
    text = "%s %s, %d mm" % (WORDS[row % len(WORDS)].capitalize(), WORDS[row * 5 % 11], 10 + row % 90)
    return (str(row + 1), "A-%05d" % (row * 31 % 99_991), text, str(quantity), "%.2f" % price,
            "%.2f" % (quantity * price))


def value_of(label):
    return "%s %d" % (WORDS[label * 7 % len(WORDS)], 1_000 + label)


def name_of(field):
    return "%s_%s_%d" % (WORDS[field % len(WORDS)], WORDS[field // len(WORDS) % len(WORDS)], field)


def schema(fields, has_table):
    properties = {name_of(field): {"type": "string"} for field in range(fields)}
    if has_table:
        kinds = ("integer", "string", "string", "integer", "number", "number")
        properties["rows"] = {"type": "array", "items": {"type": "object", "properties": {
            name.lower(): {"type": kind} for name, kind in zip(COLUMNS, kinds)}}}
    return {"type": "object", "properties": properties}


def extraction(folder, rows, fields, labels):
    """Gives a function that measures the processor seconds of one extraction."""
    name = "%d-%d-%d" % (rows, fields, labels)
    document, asked = folder / (name + ".pdf"), folder / (name + ".json")
    text_document(document, rows, labels)
    asked.write_text(json.dumps(schema(fields, rows > 0)))
    program = measuring.ROOT / "build" / "release" / "bin" / "xs_timeextract"

    def measured():
        lines = subprocess.run([program, document, asked, "1"], check=True, capture_output=True, text=True,
                               env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}).stdout.split()
        return float(lines[1])
    return measured


def growth(what, sizes, make):
    measured = measuring.in_turns(ROUNDS, **{str(size): make(size) for size in sizes})
    times = [statistics.median(measured[str(size)]) for size in sizes]
    per_ten = median_growth(measured, sizes)
    return measuring.Figure("%s: ten times as many cost" % what, per_ten, most=MOST, details=", ".join(
        "%d in %s" % (size, measuring.milliseconds(time)) for size, time in zip(sizes, times)))


def median_growth(measured, sizes):
    """What ten times the size costs, from the smallest and the largest; the power law between them."""
    ratio = measuring.median_ratio(measured[str(sizes[-1])], measured[str(sizes[0])])
    return 10 ** (math.log(ratio) / math.log(sizes[-1] / sizes[0]))


def run():
    with measuring.temporary_folder() as folder:
        yield growth("rows of a table", ROWS, lambda rows: extraction(folder, rows, 10, 10))
        yield growth("fields of a schema, document of 500 labels", FIELDS,
                     lambda fields: extraction(folder, 0, fields, 500))
