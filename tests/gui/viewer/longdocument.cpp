// SPDX-License-Identifier: GPL-3.0-or-later
// xs_longdocument first|jump|memory FILE: what the viewer costs on a document; a line "name value" each, in ms and kB.
#include "gui/common/studiostyle.h"
#include "gui/viewer/documentview.h"
#include "gui/viewer/pageview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui;
using namespace xs::gui::viewer;

namespace {

void say(const char *name, double value)
{
    QTextStream(stdout) << name << ' ' << value << Qt::endl;
}

/// Until everything in view is painted for its zoom, and on the screen.
void untilSharp(DocumentView &view)
{
    while (!view.pages()->isSharp())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    view.pages()->viewport()->repaint();
}

double openFirstPage(DocumentView &view, const QString &file)
{
    QElapsedTimer clock;
    clock.start();
    view.open(file);
    untilSharp(view);
    return clock.nsecsElapsed() / 1e6;
}

/// Resident memory of this process, in kB.
double residentMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble();
    return 0;
}

void measureJumps(DocumentView &view)
{
    constexpr int jumps = 100;
    const auto pages = static_cast<int>(view.pageSizes().size());
    std::vector<Highlight> highlights;
    for (int page = 0; page < pages; ++page)
        highlights.push_back({QString::number(page),
                              0,
                              u"item"_s,
                              page,
                              {QRectF(0.1, 0.5, 0.3, 0.02)},
                              domain::ConfidenceLevel::Check,
                              0.7});
    view.setHighlights(highlights);
    std::vector<double> times;
    for (int i = 0; i < jumps; ++i) {
        // Far apart, and no page twice.
        const auto page = (i * 397 + 200) % pages;
        QElapsedTimer clock;
        clock.start();
        view.select(QString::number(page));
        untilSharp(view);
        times.push_back(clock.nsecsElapsed() / 1e6);
    }
    std::ranges::sort(times);
    say("median", times[jumps / 2]);
    say("p95", times[jumps * 95 / 100]);
}

void measureMemory(DocumentView &view)
{
    constexpr int few = 20;
    for (int page = 0; page < static_cast<int>(view.pageSizes().size()); ++page) {
        if (page == few)
            say("few", residentMemory());
        view.pages()->goToPage(page);
        untilSharp(view);
    }
    say("all", residentMemory());
    say("pictures", double(view.pages()->pictureBytes()) / 1024);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        qFatal("xs_longdocument first|jump|memory FILE");
    auto *style = common::StudioStyle::install(application, common::StudioStyle::Scheme::Light);
    style->setMotionAllowed(false);
    DocumentView view;
    view.resize(900, 1000);
    view.show();
    QCoreApplication::processEvents();
    say("first", openFirstPage(view, arguments.at(2)));
    if (arguments.at(1) == "jump"_L1)
        measureJumps(view);
    else if (arguments.at(1) == "memory"_L1)
        measureMemory(view);
}
