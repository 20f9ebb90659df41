// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the review panes with an invented invoice, for looking at them: xs_gallery [--dark] [--size 1440x900]
// [--font FAMILY] [--select PATH] [--grab FILE.png]
#include "gui/common/studiostyle.h"
#include "gui/review/resultspage.h"
#include "gui/viewer/documentview.h"
#include "sampleinvoice.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace xs;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser options;
    options.addOptions({{u"dark"_s, u"Dark colours."_s},
                        {u"size"_s, u"Size of the window."_s, u"WxH"_s, u"1440x900"_s},
                        {u"font"_s, u"Font family."_s, u"family"_s},
                        {u"select"_s, u"Path of the selected value."_s, u"path"_s, u"/due_date"_s},
                        {u"grab"_s, u"Writes a picture and ends."_s, u"file"_s}});
    options.addHelpOption();
    options.process(application);
    if (options.isSet(u"font"_s))
        application.setFont(QFont(options.value(u"font"_s)));
    auto *style = gui::common::StudioStyle::install(application, options.isSet(u"dark"_s)
                                                                     ? gui::common::StudioStyle::Scheme::Dark
                                                                     : gui::common::StudioStyle::Scheme::System);
    if (options.isSet(u"grab"_s))
        style->setMotionAllowed(false);

    const QTemporaryDir folder;
    const auto file = folder.filePath(u"LM-2026-0417.pdf"_s);
    const auto sample = tests::makeSampleInvoice(file);

    QSplitter window;
    auto *view = new gui::viewer::DocumentView;
    auto *results = new gui::review::ResultsPage;
    window.addWidget(view);
    window.addWidget(results);
    using gui::review::ResultsPage;
    using gui::viewer::DocumentView;
    QObject::connect(results, &ResultsPage::valueSelected, view, &DocumentView::select);
    QObject::connect(results, &ResultsPage::zoomRequested, view, &DocumentView::zoomToSelection);
    QObject::connect(results, &ResultsPage::cropRequested, view, &DocumentView::requestCrop);
    QObject::connect(view, &DocumentView::cropReady, results, &ResultsPage::showCrop);
    QObject::connect(view, &DocumentView::highlightClicked, results, &ResultsPage::select);
    QObject::connect(view, &DocumentView::opened, results, [=] { results->setPageSizes(view->pageSizes()); });
    view->addActions(results->reviewActions());
    view->open(file);
    view->setResult(sample.result);
    results->setResult(sample.result, sample.schema);
    results->select(options.value(u"select"_s));
    view->select(options.value(u"select"_s));

    const auto size = options.value(u"size"_s).split(u'x');
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.setSizes({window.width() / 2, window.width() / 2});
    window.show();
    if (options.isSet(u"grab"_s))
        QTimer::singleShot(1500, &window, [&] {
            window.grab().save(options.value(u"grab"_s));
            application.quit();
        });
    return application.exec();
}
