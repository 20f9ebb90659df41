// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/confidencecontroller.h"

#include "domain/resultpath.h"
#include "gui/review/resultmodel.h"
#include "gui/review/resultspage.h"
#include "gui/shell/reviewcontroller.h"

#include <QAction>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

const auto key = u"review/confidence"_s;

} // namespace

ConfidenceController::ConfidenceController(QSettings &settings, ReviewController &review, review::ResultsPage &results,
                                           QWidget *window)
    : QObject(window), m_settings(settings), m_review(review), m_results(results), m_window(window),
      m_action(new QAction(tr("What is certain…"), this))
{
    m_action->setObjectName(u"confidenceAction"_s);
    connect(m_action, &QAction::triggered, this, &ConfidenceController::ask);
    connect(&results, &review::ResultsPage::limitsWanted, this, &ConfidenceController::ask);
    const auto stored = parseJson(settings.value(key).toString().toUtf8());
    m_presets = review::confidencePresetsFromJson(stored.value_or(Json()));
    m_review.setRules(m_presets.rules());
}

void ConfidenceController::ask()
{
    QStringList fields;
    for (const auto &value : m_results.model()->values())
        if (const auto name = domain::fieldNameIn(m_results.model()->result(), value.path); !fields.contains(name))
            fields << name;
    auto *dialog = new review::ConfidenceDialog(m_presets, fields, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { take(dialog->presets()); });
    dialog->open();
}

void ConfidenceController::take(const review::ConfidencePresets &presets)
{
    m_presets = presets;
    m_settings.setValue(key, QString::fromUtf8(toBytes(review::toJson(presets))));
    m_review.setRules(m_presets.rules());
}

} // namespace xs::gui::shell
