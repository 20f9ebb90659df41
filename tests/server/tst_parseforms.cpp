// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

/// The fields of tests/samples/fields.pdf, which has one of each kind, one that is hidden and a page without any.
class TestParseForms : public QObject
{
    Q_OBJECT

private:
    static Json formsOf(const QString &path)
    {
        const Json configuration{{"tier", "agentic"}, {"version", "latest"}};
        const auto reply = workOn({{"task", "parse"},
                                   {"path", toStd(QStringLiteral(XS_SOURCE_DIR "/") + path)},
                                   {"configuration", configuration}});
        return member(member(reply, "result"), "forms");
    }

    /// "kind label = value", with the options of a choice in brackets, those that are chosen with a star.
    static QString lineOf(const Json &field)
    {
        auto line =
            stringMember(field, "field").value_or(QString()) + u' ' + stringMember(field, "label").value_or(QString());
        if (const auto &value = member(field, "value"); !value.is_null())
            line += u" = "_s + displayText(value);
        if (boolMember(field, "isEmpty").value_or(false))
            line += u" is empty"_s;
        for (const auto &option : member(field, "valueItems"))
            line += u" [%1%2]"_s.arg(displayText(option["label"]),
                                     boolMember(option, "value").value_or(false) ? u"*"_s : QString());
        return line;
    }

private slots:
    void everyKindOfField()
    {
        const auto forms = formsOf(u"tests/samples/fields.pdf"_s);
        QCOMPARE(forms["pages"].size(), 2u);
        const auto &page = forms["pages"][0];
        QCOMPARE(integerMember(page, "page_number"), std::optional<qint64>(1));
        QCOMPARE(page["forms"].size(), 1u);
        QStringList lines;
        for (const auto &field : page["forms"][0]["json"])
            lines << lineOf(field);
        QCOMPARE(lines.join(u'\n'),
                 QStringList({u"text Full name = Ada Example"_s, u"text Place of birth is empty"_s,
                              u"checkbox Member = true"_s, u"single_select payment [cash] [card*]"_s,
                              u"single_select Colour [red] [green*]"_s, u"multi_select Sizes [S*] [M] [L*]"_s,
                              u"signature Signature of the applicant = false"_s})
                     .join(u'\n'));
        QVERIFY(forms["pages"][1]["forms"].empty());
    }

    void boxesAreInPoints()
    {
        const auto forms = formsOf(u"tests/samples/fields.pdf"_s);
        const auto &box = forms["pages"][0]["forms"][0]["json"][0]["bbox"][0];
        const auto expected = QRectF(200, 84, 200, 16);
        const QRectF found(box["x"], box["y"], box["w"], box["h"]);
        QVERIFY2(std::abs(found.x() - expected.x()) < 1.5 && std::abs(found.y() - expected.y()) < 1.5 &&
                     std::abs(found.width() - expected.width()) < 3 && std::abs(found.height() - expected.height()) < 3,
                 toBytes(box).constData());
    }

    void theSameAsLines()
    {
        const auto forms = formsOf(u"tests/samples/fields.pdf"_s);
        const auto &list = forms["pages"][0]["forms"][0]["list"];
        QCOMPARE(displayText(list["md"]),
                 u"- Full name: Ada Example\n- Place of birth:\n- [x] Member\n- payment: card\n"
                 "- Colour: green\n- Sizes: S, L\n- [ ] Signature of the applicant"_s);
        QCOMPARE(list["items"].size(), 7u);
    }

    void documentsWithoutForms()
    {
        const auto forms = formsOf(u"resources/samples/receipt.png"_s);
        QCOMPARE(forms["pages"].size(), 1u);
        QVERIFY(forms["pages"][0]["forms"].empty());
    }
};

QTEST_GUILESS_MAIN(TestParseForms)
#include "tst_parseforms.moc"
