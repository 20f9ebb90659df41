// SPDX-License-Identifier: GPL-3.0-or-later
// Opens, edits and undoes a schema of so many fields in the real editor, and prints for how long each step kept the
// event loop from going on: "open 123.4" in milliseconds, one line a step.
#include "gui/common/studiostyle.h"
#include "gui/schemaeditor/schemamodel.h"
#include "gui/schemaeditor/schemapage.h"
#include "gui/schemaeditor/schemaview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <functional>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui::schemaeditor;

namespace {

constexpr int fieldsOfARow = 20;

/// Objects of twenty fields each.
Json schemaOf(int fields)
{
    Json schema = {{"type", "object"}, {"properties", Json::object()}};
    for (int i = 0; i < fields / (fieldsOfARow + 1); ++i) {
        Json row = {{"type", "object"}, {"description", "part"}, {"properties", Json::object()}};
        for (int n = 0; n < fieldsOfARow; ++n)
            row["properties"]["field_" + std::to_string(n)] = {{"type", n % 3 ? "string" : "number"},
                                                               {"description", "d"}};
        schema["properties"]["part_" + std::to_string(i)] = std::move(row);
    }
    return schema;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    gui::common::StudioStyle::install(application);
    const auto fields = argc > 1 ? QByteArray(argv[1]).toInt() : 5'000;
    SchemaDocument document;
    SchemaPage page(document);
    page.resize(700, 900);
    page.show();
    QApplication::processEvents();
    QTextStream out(stdout);
    const auto step = [&](const char *name, int times, const std::function<void()> &act) {
        qint64 longest = 0;
        for (int i = 0; i < times; ++i) {
            QElapsedTimer timer;
            timer.start();
            act();
            QApplication::processEvents();
            longest = std::max(longest, timer.nsecsElapsed());
        }
        out << name << ' ' << QString::number(static_cast<double>(longest) / 1e6, 'f', 1) << Qt::endl;
    };
    auto &view = page.view();
    auto &model = view.schemaModel();
    auto schema = schemaOf(fields);
    step("open", 1, [&] { static_cast<void>(document.load(std::move(schema)).has_value()); });
    const auto field = [&](int part) { return model.index(part % 7, 0, model.index(part, 0)); };
    int n = 0;
    step("rename", 10, [&] {
        ++n;
        model.setData(field(n), u"name_%1"_s.arg(n));
    });
    step("describe", 10, [&] {
        ++n;
        model.setData(field(n).siblingAtColumn(SchemaModel::Description), u"What it is, number %1"_s.arg(n));
    });
    step("add", 10, [&] {
        view.setCurrentIndex(field(++n));
        view.duplicateCurrent();
    });
    step("delete", 10, [&] { view.deleteSelected(); });
    step("next-finding", 10, [&] { view.nextFinding(); });
    step("undo", document.undoStack().count(), [&] { document.undoStack().undo(); });
    step("redo", document.undoStack().count(), [&] { document.undoStack().redo(); });
    return 0;
}
