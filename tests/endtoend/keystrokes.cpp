// SPDX-License-Identifier: GPL-3.0-or-later
// xs_keystrokes SAMPLE: reviews a sample document from its first doubtful value to "confirmed", as a person would who
// knows the right values, with keys alone in the real window, and prints what it took: a line "name value" each.
#include "endtoend/studiorig.h"

#include "base/json.h"
#include "gui/review/resultmodel.h"
#include "gui/review/resultspage.h"
#include "gui/review/resulttree.h"
#include "gui/review/revieweditor.h"
#include "gui/viewer/pageview.h"
#include "review/attention.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace xs;
using gui::review::ResultsPage;
using gui::review::ResultTree;

namespace {

constexpr int patience = 60'000;

void say(const char *name, double value)
{
    QTextStream(stdout) << name << ' ' << value << Qt::endl;
}

/// A person with a keyboard, who looks at the screen after each press.
class Person
{
public:
    explicit Person(StudioRig &rig)
        : m_rig(rig), m_page(*rig.find<ResultsPage>(u"resultsPage"_s)), m_tree(*rig.find<ResultTree>(u"resultTree"_s))
    {
    }

    /// Decides about everything that waits, then about the document.
    void review(const Json &expected)
    {
        // Values that only look doubtful are right; the others are typed.
        const auto most = 4 * m_page.model()->values().size();
        for (auto waiting = m_page.attention(); !waiting.isEmpty() && m_times.size() < most;
             waiting = m_page.attention()) {
            const auto path = m_tree.currentPath();
            if (!waiting.contains(path)) {
                press(Qt::Key_J);
                continue;
            }
            QElapsedTimer clock;
            clock.start();
            decide(path, expected);
            m_times.push_back(clock.nsecsElapsed() / 1e6);
        }
        press(Qt::Key_Return, Qt::ControlModifier);
    }

    void tell() const
    {
        auto times = m_times;
        std::ranges::sort(times);
        say("values", double(m_page.model()->values().size()));
        say("decided", double(times.size()));
        say("corrected", m_corrected);
        say("presses", m_presses);
        say("typed", m_typed);
        if (!times.empty()) {
            say("median", times[times.size() / 2]);
            say("slowest", times.back());
        }
    }

    bool isDone() const
    {
        return std::ranges::all_of(m_page.model()->values(),
                                   [](const xs::review::ReviewValue &value) { return value.isReviewed(); });
    }

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&m_rig.window(), key, modifiers);
        QCoreApplication::processEvents();
        ++m_presses;
    }

    void decide(const QString &path, const Json &expected)
    {
        const auto pointer = Json::json_pointer(toStd(path));
        const auto right = expected.contains(pointer) ? expected.at(pointer) : Json();
        const auto shown = displayText(m_page.model()->node(path)->value);
        if (displayText(right) == shown)
            return press(Qt::Key_Return);
        ++m_corrected;
        if (right.is_null())
            return press(Qt::Key_N);
        press(Qt::Key_F2);
        auto *line = m_rig.find<QLineEdit>(u"valueLine"_s);
        if (!line || !line->isVisible())
            return press(Qt::Key_X);
        line->selectAll();
        const auto text = displayText(right);
        QTest::keyClicks(line, text);
        m_typed += static_cast<int>(text.size());
        press(Qt::Key_Return);
        // What the schema refuses is given up.
        if (line->isVisible()) {
            press(Qt::Key_Escape);
            press(Qt::Key_X);
        }
    }

    StudioRig &m_rig;
    ResultsPage &m_page;
    ResultTree &m_tree;
    std::vector<double> m_times;
    int m_presses = 0;
    int m_typed = 0;
    int m_corrected = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const auto sample = QCoreApplication::arguments().value(1);
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    rig.window().openSample(sample);
    auto *run = rig.find<QAction>(u"runAction"_s);
    auto *tree = rig.find<ResultTree>(u"resultTree"_s);
    if (!QTest::qWaitFor([&] { return run->isEnabled(); }, patience))
        qFatal("the sample cannot be run");
    QApplication::setActiveWindow(&rig.window());
    QTest::keyClick(&rig.window(), Qt::Key_F5);
    if (!QTest::qWaitFor([&] { return tree->isVisible() && !tree->currentPath().isEmpty(); }, patience))
        qFatal("there is no answer");
    tree->setFocus();
    const auto expected =
        readJsonFile(QStringLiteral(XS_SOURCE_DIR "/resources/samples/%1.expected.json").arg(sample)).value_or(Json());
    Person person(rig);
    person.review(expected);
    person.tell();
    return person.isDone() ? 0 : 1;
}
