// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/exportdialog.h"

#include "gui/common/buttonlook.h"
#include "gui/common/elidedlabel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

using xs::review::ExportFormat;

namespace {

QString formatName(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json:
        return ExportDialog::tr("JSON, one file a document");
    case ExportFormat::JsonLines:
        return ExportDialog::tr("JSON Lines");
    case ExportFormat::Csv:
        return ExportDialog::tr("CSV table");
    case ExportFormat::Xlsx:
        return ExportDialog::tr("Excel workbook");
    case ExportFormat::Sqlite:
        return ExportDialog::tr("SQLite database");
    case ExportFormat::Html:
        break;
    }
    return ExportDialog::tr("HTML page with the evidence");
}

QString formatSentence(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json:
        return ExportDialog::tr("Everything that is known: values, citations, confidence, and what people decided.");
    case ExportFormat::JsonLines:
        return ExportDialog::tr("The values of one document on each line, for programs.");
    case ExportFormat::Csv:
        return ExportDialog::tr("One table for any spreadsheet. Text that looks like a formula gets an apostrophe.");
    case ExportFormat::Xlsx:
        return ExportDialog::tr(
            "A sheet for the documents and one for each list; the citation is each cell's comment.");
    case ExportFormat::Sqlite:
        return ExportDialog::tr("A table for the documents, one for each list, and one with the evidence.");
    case ExportFormat::Html:
        break;
    }
    return ExportDialog::tr("Values beside the pages that prove them, in one file for any browser.");
}

} // namespace

ExportDialog::ExportDialog(const Counts &counts, const QStringList &lists, QSettings &settings, QWidget *parent)
    : QDialog(parent), m_settings(settings), m_scopes(new QButtonGroup(this))
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(makeScopes(counts));
    layout->addWidget(makeFormats());
    layout->addWidget(makeCsvOptions(lists));
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *go = buttons->addButton(tr("Export…"), QDialogButtonBox::AcceptRole);
    go->setObjectName(u"exportGoButton"_s);
    go->setDefault(true);
    common::setButtonLook(go, common::ButtonLook::Filled);
    for (auto *button : buttons->buttons())
        button->setIcon({});
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    setMinimumWidth(460);
    restore();
    showOptions();
}

QWidget *ExportDialog::makeScopes(const Counts &counts)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    const auto add = [&](Scope scope, const QString &name, const QString &text, int count) {
        if (count < 1)
            return;
        auto *button = new QRadioButton(text, box);
        button->setObjectName(name);
        m_scopes->addButton(button, static_cast<int>(scope));
        column->addWidget(button);
        if (m_scopes->checkedId() < 0)
            button->setChecked(true);
    };
    // A selection of several is what somebody just made; one document is what somebody looks at.
    if (counts.selected > 1)
        add(Scope::Selected, u"exportSelectedRadio"_s, tr("The %n selected document(s)", nullptr, counts.selected),
            counts.selected);
    add(Scope::Shown, u"exportShownRadio"_s, tr("This document"), counts.shown);
    if (counts.all > 1 || m_scopes->checkedId() < 0)
        add(Scope::All, u"exportAllRadio"_s, tr("All %n completed document(s)", nullptr, counts.all), counts.all);
    // One choice is none.
    box->setVisible(m_scopes->buttons().size() > 1);
    return box;
}

QWidget *ExportDialog::makeFormats()
{
    auto *box = new QWidget(this);
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    m_format = new QComboBox(box);
    m_format->setObjectName(u"exportFormatCombo"_s);
    for (const auto format : xs::review::exportFormats)
        m_format->addItem(formatName(format), static_cast<int>(format));
    m_explanation = new common::RoleLabel({}, common::TextRole::Secondary, box);
    m_explanation->setWordWrap(true);
    form->addRow(tr("Format"), m_format);
    form->addRow(QString(), m_explanation);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showOptions);
    return box;
}

QWidget *ExportDialog::makeCsvOptions(const QStringList &lists)
{
    m_csvOptions = new QWidget(this);
    auto *form = new QFormLayout(m_csvOptions);
    form->setContentsMargins(0, 0, 0, 0);
    m_rows = new QComboBox(m_csvOptions);
    m_rows->setObjectName(u"exportRowsCombo"_s);
    m_rows->addItem(tr("One row a document"), QString());
    for (const auto &list : lists)
        m_rows->addItem(tr("One row for each of %1").arg(list), list);
    m_provenance = new QCheckBox(tr("Page, citation, confidence and state behind every value"), m_csvOptions);
    m_provenance->setObjectName(u"exportProvenanceCheck"_s);
    form->addRow(tr("Rows"), m_rows);
    form->addRow(QString(), m_provenance);
    return m_csvOptions;
}

void ExportDialog::restore()
{
    const auto format = xs::review::exportFormatFromSuffix(m_settings.value(u"export/format"_s).toString());
    m_format->setCurrentIndex(m_format->findData(static_cast<int>(format.value_or(ExportFormat::Xlsx))));
    m_rows->setCurrentIndex(std::max(0, m_rows->findData(m_settings.value(u"export/rows"_s).toString())));
    m_provenance->setChecked(m_settings.value(u"export/provenance"_s).toBool());
}

void ExportDialog::showOptions()
{
    const auto format = choice().format;
    m_explanation->setText(formatSentence(format));
    m_csvOptions->setVisible(format == ExportFormat::Csv);
    adjustSize();
}

ExportDialog::Scope ExportDialog::scope() const
{
    return static_cast<Scope>(m_scopes->checkedId());
}

xs::review::ExportChoice ExportDialog::choice() const
{
    return {static_cast<ExportFormat>(m_format->currentData().toInt()), m_rows->currentData().toString(),
            m_provenance->isChecked()};
}

void ExportDialog::accept()
{
    const auto chosen = choice();
    m_settings.setValue(u"export/format"_s, xs::review::exportSuffix(chosen.format));
    m_settings.setValue(u"export/rows"_s, chosen.list);
    m_settings.setValue(u"export/provenance"_s, chosen.withProvenance);
    QDialog::accept();
}

} // namespace xs::gui::shell
