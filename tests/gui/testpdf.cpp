// SPDX-License-Identifier: GPL-3.0-or-later
#include "testpdf.h"

#include <QFile>

namespace xs::tests {

namespace {

QByteArray stream(const QByteArray &dictionary, const QByteArray &content)
{
    return "<<" + dictionary + "/Length " + QByteArray::number(content.size()) + ">>stream\n" + content + "\nendstream";
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 2);
}

QByteArray corners(const QRectF &box)
{
    return "[" + number(box.left()) + " " + number(box.top()) + " " + number(box.right()) + " " + number(box.bottom()) +
           "]";
}

} // namespace

QByteArray pdfOf(const QByteArrayList &objects)
{
    QByteArray pdf = "%PDF-1.4\n";
    auto table = "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj" + objects[i] + "\nendobj\n";
    }
    const auto start = QByteArray::number(pdf.size());
    return pdf + table + "trailer<</Size " + QByteArray::number(objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" +
           start + "\n%%EOF\n";
}

QByteArray makePdf(const std::vector<TestPage> &pages)
{
    // 1 catalogue, 2 list of pages, 3 font, then page and content in turns.
    QByteArrayList objects{"<</Type/Catalog/Pages 2 0 R>>", {}, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    QByteArray kids;
    for (const auto &page : pages) {
        const auto own = objects.size() + 1;
        kids += QByteArray::number(own) + " 0 R ";
        objects << "<</Type/Page/Parent 2 0 R/MediaBox" + corners(page.mediaBox) +
                       (page.cropBox ? "/CropBox" + corners(*page.cropBox) : QByteArray()) + "/Rotate " +
                       QByteArray::number(page.rotate) + "/Resources<</Font<</F1 3 0 R>>>>/Contents " +
                       QByteArray::number(own + 1) + " 0 R>>";
        objects << "<</Length " + QByteArray::number(page.content.size()) + ">>stream\n" + page.content + "\nendstream";
    }
    objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(qsizetype(pages.size())) + ">>";
    return pdfOf(objects);
}

QByteArray textAt(const QByteArray &text, double x, double y, double size, const QByteArray &color)
{
    return color + " rg BT /F1 " + number(size) + " Tf " + number(x) + " " + number(y) + " Td (" + text + ") Tj ET\n";
}

QByteArray barAt(const QRectF &bar, const QByteArray &color)
{
    return color + " rg " + number(bar.x()) + " " + number(bar.y()) + " " + number(bar.width()) + " " +
           number(bar.height()) + " re f\n";
}

QByteArray makeLongPdf(int pages)
{
    std::vector<TestPage> all(static_cast<size_t>(pages));
    for (int page = 0; page < pages; ++page) {
        auto &content = all[static_cast<size_t>(page)].content;
        content = textAt("Page " + QByteArray::number(page + 1), 72, 720, 14);
        for (int line = 0; line < 40; ++line)
            content += textAt("Item " + QByteArray::number(page * 40 + line) + " of the long list, with some words", 72,
                              690 - line * 15, 10);
    }
    return makePdf(all);
}

QByteArray pdfThatDividesBadly()
{
    QByteArrayList objects{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 5 0 R 7 0 R]/Count 3>>"};
    for (int page = 0; page < 3; ++page) {
        const auto own = QByteArray::number(objects.size() + 2);
        objects << "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Resources<</ColorSpace<</Spot 9 0 R>>>>/Contents " +
                       own + " 0 R>>"
                << stream({}, page == 1 ? "/Spot cs 0.5 scn 20 20 100 100 re f" : "1 0 0 rg 20 20 100 100 re f");
    }
    objects << "[/Separation/Spot/DeviceRGB 10 0 R]"
            << stream("/FunctionType 4/Domain[0 1]/Range[0 1 0 1 0 1]", "{ pop -2147483648 -1 mod 1 1 }");
    return pdfOf(objects);
}

QString writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("a test file cannot be written");
    return path;
}

} // namespace xs::tests
