// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/theme.h"

#include "gui/common/studiostyle.h"

#include <QApplication>
#include <QTest>

using namespace xs::gui::common;
using xs::domain::ConfidenceLevel;

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void textIsReadable_data();
    void textIsReadable();
    void paletteGivesTheThemeBack();
    void lightAndDarkFollowThePlatform();
    void highContrastWins();
    void schemeIsInstalledAndChanged();
    void fontsScaleWithTheBody();
};

void TestTheme::textIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

// WCAG 2: text 4.5, marks and lines that carry meaning 3.
void TestTheme::textIsReadable()
{
    QFETCH(bool, dark);
    const auto &theme = dark ? Theme::darkTheme() : Theme::lightTheme();
    for (const auto &color : {theme.text, theme.text2, theme.text3, theme.accent, theme.jsonString, theme.jsonNumber})
        QVERIFY2(contrastRatio(color, theme.base) >= 4.5, qPrintable(color.name()));
    QVERIFY(contrastRatio(theme.text, theme.accentSoft) >= 4.5);
    QVERIFY(contrastRatio(theme.onFill, theme.accentFill) >= 4.5);
    QVERIFY(contrastRatio(theme.field, theme.base) >= 3);
    for (const auto &level : theme.levels) {
        QVERIFY2(contrastRatio(level.text, theme.base) >= 4.5, qPrintable(level.text.name()));
        QVERIFY2(contrastRatio(level.bar, theme.base) >= 3, qPrintable(level.bar.name()));
        QVERIFY2(contrastRatio(theme.text, level.soft) >= 4.5, qPrintable(level.soft.name()));
    }
    for (const auto level :
         {ConfidenceLevel::Certain, ConfidenceLevel::Check, ConfidenceLevel::Low, ConfidenceLevel::Unknown})
        QVERIFY(contrastRatio(paperColors(level).line, Qt::white) >= 3);
}

void TestTheme::paletteGivesTheThemeBack()
{
    QCOMPARE(Theme::of(Theme::lightTheme().palette()).dark, false);
    QCOMPARE(Theme::of(Theme::darkTheme().palette()).dark, true);
    QCOMPARE(Theme::of(Theme::darkTheme().palette()).canvas, Theme::darkTheme().canvas);
}

void TestTheme::lightAndDarkFollowThePlatform()
{
    QCOMPARE(Theme::forPlatform(QPalette(Qt::lightGray)).dark, false);
    QPalette dark(Qt::black, QColor(0x303030), Qt::gray, Qt::black, Qt::gray, Qt::white, Qt::white, QColor(0x202020),
                  QColor(0x303030));
    dark.setColor(QPalette::WindowText, Qt::white);
    QCOMPARE(Theme::forPlatform(dark).dark, true);
    QCOMPARE(Theme::forPlatform(dark).base, Theme::darkTheme().base);
}

void TestTheme::highContrastWins()
{
    QPalette platform(Qt::yellow, Qt::black, Qt::white, Qt::white, Qt::white, Qt::white, Qt::white, Qt::black,
                      Qt::black);
    platform.setColor(QPalette::WindowText, Qt::white);
    platform.setColor(QPalette::Highlight, QColor(0x1AEBFF));
    platform.setColor(QPalette::HighlightedText, Qt::black);
    StudioStyle style(StudioStyle::Scheme::Light);
    style.polish(platform);
    const auto theme = Theme::of(platform);
    QVERIFY(theme.highContrast);
    QCOMPARE(theme.base, QColor(Qt::black));
    QCOMPARE(theme.text, QColor(Qt::white));
    QCOMPARE(theme.level(ConfidenceLevel::Low).text, QColor(Qt::white));
    QCOMPARE(theme.accent, QColor(0x1AEBFF));
}

void TestTheme::schemeIsInstalledAndChanged()
{
    auto *style = StudioStyle::install(*qApp, StudioStyle::Scheme::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::darkTheme().base);
    style->setScheme(StudioStyle::Scheme::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::lightTheme().base);
    QCOMPARE(QApplication::palette().color(QPalette::Highlight), Theme::lightTheme().accentSoft);
    QVERIFY(QFontInfo(QApplication::font()).pixelSize() >= 13);
    style->setMotionAllowed(false);
    QCOMPARE(style->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, nullptr, nullptr), 0);
}

void TestTheme::fontsScaleWithTheBody()
{
    QFont body;
    body.setPixelSize(26);
    QCOMPARE(fontFor(TextRole::Secondary, body).pixelSize(), 24);
    QCOMPARE(fontFor(TextRole::Headline, body).pixelSize(), 30);
    QCOMPARE(fontFor(TextRole::Headline, body).weight(), QFont::DemiBold);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
