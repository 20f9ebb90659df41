// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract.h"
#include "engine/pagebuilder.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

/// Three rows of boxes with their labels above the values, `step` apart from left to right.
tests::BuiltPages form(double step)
{
    tests::BuiltPages pages;
    pages.page();
    const QStringList labels{u"1. Invoice number"_s, u"2. Invoice date"_s,    u"3. Buyer's reference"_s,
                             u"4. Vessel"_s,         u"5. Port of loading"_s, u"6. Port of discharge"_s,
                             u"7. Net weight"_s,     u"8. Quantity"_s,        u"9. Gross weight"_s};
    const QStringList values{u"TO/88214"_s,  u"17 February 2025"_s, u"JOB-937"_s, u"SK 2606"_s,
                             u"Edinburgh"_s, u"Trondheim"_s,        u"18.4"_s,    u"4"_s,
                             u"47.5"_s};
    for (int i = 0; i < labels.size(); ++i) {
        const auto x = 40 + step * (i % 3), y = step > 0 ? 100.0 + 60 * (i / 3) : 100.0 + 40 * i;
        pages.text(x, y, labels[i]).text(x, y + 14, values[i]);
    }
    return pages;
}

QStringList boxNumbers(const engine::Text &text)
{
    QStringList found;
    for (const auto &token : text.tokens)
        if (token.numbersBox)
            found << token.text;
    return found;
}

} // namespace

class TestBoxNumbers : public QObject
{
    Q_OBJECT

private slots:
    void boxesOfAForm();
    void listsAreNoBoxes();
    void numbersOfBoxesAreNoValues();
};

void TestBoxNumbers::boxesOfAForm()
{
    QCOMPARE(boxNumbers(form(180).read()).join(u' '), u"1. 2. 3. 4. 5. 6. 7. 8. 9."_s);
}

void TestBoxNumbers::listsAreNoBoxes()
{
    QCOMPARE(boxNumbers(form(0).read()), QStringList());
}

void TestBoxNumbers::numbersOfBoxesAreNoValues()
{
    engine::ExtractRequest request;
    request.dataSchema = *parseJson(R"({"type":"object","properties":{"invoice_number":{"type":"string"},
      "vessel":{"type":"string"},"port_of_loading":{"type":"string"},"port_of_discharge":{"type":"string"},
      "net_weight":{"type":"number"}}})");
    const auto extraction = engine::extract(form(180), request);
    QVERIFY(extraction);
    const auto expected = *parseJson(R"({"invoice_number":"TO/88214","vessel":"SK 2606","port_of_loading":"Edinburgh",
      "port_of_discharge":"Trondheim","net_weight":18.4})");
    QCOMPARE(QString::fromStdString(domain::plainResult(extraction->result).dump()),
             QString::fromStdString(expected.dump()));
}

QTEST_GUILESS_MAIN(TestBoxNumbers)
#include "tst_boxnumbers.moc"
