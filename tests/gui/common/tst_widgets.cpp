// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/buttonlook.h"
#include "gui/common/chip.h"
#include "gui/common/confidencepainter.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/emptystate.h"
#include "gui/common/icons.h"
#include "gui/common/messagerow.h"
#include "gui/common/segmentbar.h"
#include "gui/common/studiostyle.h"

#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <QtTest/qtestspontaneevent.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace xs::gui::common;
using xs::domain::ConfidenceLevel;

namespace {

int pixelsOf(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

} // namespace

class TestWidgets : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_style = StudioStyle::install(*qApp, StudioStyle::Scheme::Light); }
    void everyIconDraws();
    void iconsTakeTheThemesColours();
    void heightsAreThoseOfTheDesign();
    void numbersNeverLookBetterThanTheirLevel();
    void theFourBarsDiffer();
    void chipSaysItsCount();
    void emptyStateHasOneButton();
    void segmentsFollowTheirActions();
    void longTextIsInTheTooltip();
    void messagesAreRead();
    void theWheelScrollsOverWhatHasNoFocus();
    void outsideTextIsNeverMarkup_data();
    void outsideTextIsNeverMarkup();
    void markupIsForLabelsThatAskForIt();

private:
    StudioStyle *m_style = nullptr;
};

void TestWidgets::everyIconDraws()
{
    const auto files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() >= 50);
    for (const auto &file : files) {
        const auto image = icon(QString(file).chopped(4)).pixmap(16, 16).toImage();
        QVERIFY2(pixelsOf(image.convertToFormat(QImage::Format_ARGB32), Qt::transparent) < 256, qPrintable(file));
    }
    QVERIFY(icon(u"no such icon").isNull());
}

void TestWidgets::iconsTakeTheThemesColours()
{
    const auto stop = icon(u"minus");
    const auto inked = [&](QIcon::Mode mode, QIcon::State state) {
        return stop.pixmap(QSize(64, 64), 1, mode, state).toImage().pixelColor(32, 32);
    };
    QCOMPARE(inked(QIcon::Normal, QIcon::Off), Theme::lightTheme().text);
    QCOMPARE(inked(QIcon::Disabled, QIcon::Off), Theme::lightTheme().text3);
    QCOMPARE(inked(QIcon::Normal, QIcon::On), Theme::lightTheme().accent);
    m_style->setScheme(StudioStyle::Scheme::Dark);
    QCOMPARE(inked(QIcon::Normal, QIcon::Off), Theme::darkTheme().text);
    m_style->setScheme(StudioStyle::Scheme::Light);
}

void TestWidgets::heightsAreThoseOfTheDesign()
{
    QCOMPARE(QPushButton(u"Run"_s).sizeHint().height(), 28);
    QCOMPARE(QComboBox().sizeHint().height(), 28);
    QCOMPARE(QLineEdit().sizeHint().height(), 28);
    QCOMPARE(Chip(u"All"_s).sizeHint().height(), 24);
    // A filled button writes in 600 and has room for it.
    QPushButton filled(u"Try it with a sample invoice"_s);
    const auto plainWidth = filled.sizeHint().width();
    setButtonLook(&filled, ButtonLook::Filled);
    QVERIFY(filled.sizeHint().width() > plainWidth);
    QPushButton small(u"cURL"_s);
    setSmallButton(&small);
    QCOMPARE(small.sizeHint().height(), 24);
}

void TestWidgets::numbersNeverLookBetterThanTheirLevel()
{
    QCOMPARE(ConfidencePainter::number(0.899), u"0.89"_s);
    QCOMPARE(ConfidencePainter::number(0.9), u"0.90"_s);
    QCOMPARE(ConfidencePainter::number(0.29), u"0.29"_s);
    QCOMPARE(ConfidencePainter::number(0.999), u"0.99"_s);
    QCOMPARE(ConfidencePainter::number(1.0), u"1.00"_s);
    QCOMPARE(ConfidencePainter::number(std::nullopt), u"–"_s);
    QCOMPARE(ConfidencePainter::sentence(ConfidenceLevel::Low, 0.46), u"low 0.46"_s);
}

void TestWidgets::theFourBarsDiffer()
{
    const auto &theme = Theme::lightTheme();
    const ConfidencePainter painter(theme, qApp->font());
    const auto barOf = [&](ConfidenceLevel level, std::optional<double> score) {
        QImage image(34, 4, QImage::Format_RGB32);
        image.fill(theme.base);
        QPainter p(&image);
        painter.paintBar(&p, QRectF(0, 0, 34, 4), level, score);
        return image;
    };
    // Solid: half of 34 px filled, and nothing behind it. Dashes leave gaps, dots leave more.
    const auto certain = barOf(ConfidenceLevel::Certain, 0.5);
    QCOMPARE(pixelsOf(certain, theme.level(ConfidenceLevel::Certain).bar), 17 * 4);
    const auto check = barOf(ConfidenceLevel::Check, 1.0);
    QCOMPARE(check.pixelColor(2, 2), theme.level(ConfidenceLevel::Check).bar);
    QCOMPARE(check.pixelColor(5, 2), theme.track);
    const auto low = barOf(ConfidenceLevel::Low, 0.3);
    QCOMPARE(low.pixelColor(2, 2), theme.level(ConfidenceLevel::Low).bar);
    QCOMPARE(low.pixelColor(30, 2), theme.track);
    const auto unknown = barOf(ConfidenceLevel::Unknown, std::nullopt);
    QVERIFY(unknown != low && pixelsOf(unknown, theme.track) < 34);
}

void TestWidgets::chipSaysItsCount()
{
    Chip chip(u"Needs attention"_s);
    const auto before = chip.sizeHint().width();
    chip.setCount(12345);
    QVERIFY(chip.accessibleName().startsWith(u"Needs attention, 12"_s));
    QVERIFY(chip.sizeHint().width() > before);
    QVERIFY(chip.isCheckable());
}

void TestWidgets::emptyStateHasOneButton()
{
    EmptyState state(u"Nothing needs attention."_s, {}, u"Show all"_s);
    QSignalSpy activated(&state, &EmptyState::activated);
    QCOMPARE(state.findChildren<QPushButton *>().size(), 1);
    QTest::mouseClick(state.button(), Qt::LeftButton);
    QCOMPARE(activated.count(), 1);
    QVERIFY(!EmptyState(u"Nothing."_s, {}, {}).button());
}

void TestWidgets::segmentsFollowTheirActions()
{
    QActionGroup group(nullptr);
    QList<QAction *> actions;
    for (const auto &name : {u"Design"_s, u"Jobs"_s, u"Review"_s}) {
        auto *action = group.addAction(name);
        action->setObjectName(u"go"_s + name);
        action->setCheckable(true);
        actions << action;
    }
    SegmentBar bar(actions);
    auto *jobs = bar.findChild<QToolButton *>(u"goJobsButton"_s);
    QVERIFY(jobs);
    QCOMPARE(jobs->accessibleName(), u"Jobs"_s);
    QTest::mouseClick(jobs, Qt::LeftButton);
    QCOMPARE(group.checkedAction(), actions.at(1));
}

void TestWidgets::longTextIsInTheTooltip()
{
    ElidedLabel label;
    label.setText(u"a very long file name that nobody can read in full.pdf"_s);
    label.resize(60, 20);
    label.grab();
    QCOMPARE(label.toolTip(), label.text());
    label.resize(1000, 20);
    label.grab();
    QVERIFY(label.toolTip().isEmpty());
}

void TestWidgets::messagesAreRead()
{
    MessageRow row(MessageRow::Kind::Error, u"The document is protected."_s, u"Save it without a password."_s);
    QCOMPARE(row.accessibleName(), u"The document is protected. Save it without a password."_s);
}

void TestWidgets::theWheelScrollsOverWhatHasNoFocus()
{
    QScrollArea area;
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    auto *other = new QLineEdit(form);
    auto *tier = new QComboBox(form);
    tier->addItems({u"fast"_s, u"agentic"_s, u"agentic_plus"_s});
    auto *most = new QSpinBox(form);
    column->addWidget(other);
    column->addWidget(tier);
    column->addWidget(most);
    column->addSpacing(2000);
    area.setWidget(form);
    area.resize(300, 300);
    area.show();
    // Not asked of a window manager, which may not be there yet.
    QApplication::setActiveWindow(&area);
    other->setFocus();
    const auto turn = [](QWidget *aim) {
        const QPointF place(5, 5);
        QWheelEvent event(place, aim->mapToGlobal(place), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        // Only what comes from the window system goes on from a widget to the one around it.
        QSpontaneKeyEvent::setSpontaneous(&event);
        qApp->notify(aim, &event);
    };
    turn(tier);
    turn(most);
    QCOMPARE(tier->currentIndex(), 0);
    QCOMPARE(most->value(), 0);
    QVERIFY(area.verticalScrollBar()->value() > 0);
    QVERIFY(other->hasFocus());
    // Where the keyboard is, the wheel chooses.
    tier->setFocus();
    turn(tier);
    QCOMPARE(tier->currentIndex(), 1);
}

void TestWidgets::outsideTextIsNeverMarkup_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("bold") << u"<b>Total</b>"_s;
    QTest::newRow("picture of a file") << u"<img src='file:///etc/hostname' width='4000' height='4000'>"_s;
}

/// As tall as a line, so the picture is neither loaded nor given room.
void TestWidgets::outsideTextIsNeverMarkup()
{
    QFETCH(QString, text);
    QLabel label(text);
    label.ensurePolished();
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QCOMPARE(label.sizeHint().width(), label.fontMetrics().size(0, text).width());

    QToolTip::showText({10, 10}, text);
    const auto shown = QApplication::topLevelWidgets();
    const auto tip = std::ranges::find_if(shown, [](const QWidget *w) { return w->inherits("QTipLabel"); });
    QVERIFY(tip != shown.end());
    const auto *tipLabel = qobject_cast<QLabel *>(*tip);
    QCOMPARE(tipLabel->text(), text);
    QCOMPARE(tipLabel->textFormat(), Qt::PlainText);
    QVERIFY2(tipLabel->height() < 200, qPrintable(QString::number(tipLabel->height())));
    QToolTip::hideText();

    QMessageBox box(QMessageBox::Question, {}, text);
    box.ensurePolished();
    for (auto *part : box.findChildren<QLabel *>()) {
        part->ensurePolished();
        QCOMPARE(part->textFormat(), Qt::PlainText);
    }
}

void TestWidgets::markupIsForLabelsThatAskForIt()
{
    QLabel label;
    label.setTextFormat(Qt::RichText);
    label.setText(u"<b>bold</b>"_s);
    label.ensurePolished();
    QCOMPARE(label.textFormat(), Qt::RichText);
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
