// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/optionssection.h"

#include "gui/common/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

constexpr auto cacheKey = "disable_cache";
constexpr auto spreadsheetKey = "spreadsheet_mode";
constexpr auto sheetsKey = "sheet_names";
constexpr std::array knownKeys{cacheKey, spreadsheetKey, sheetsKey};

bool isKnown(const std::string &key)
{
    return std::ranges::find_if(knownKeys, [&key](const char *k) { return key == k; }) != knownKeys.end();
}

/// Written where it is on; where it is off, only if it was there before.
void writeFlag(Json &others, const char *key, bool on)
{
    if (on || boolMember(others, key))
        others[key] = on;
}

QStringList split(const QString &text)
{
    QStringList names;
    for (const auto &part : text.split(u';'))
        if (!part.trimmed().isEmpty())
            names << part.trimmed();
    return names;
}

} // namespace

OptionsSection::OptionsSection(QWidget *parent)
    : ConfigurationSection(parent), m_noCache(new QCheckBox(tr("Without the cache"), this)),
      m_spreadsheet(new QCheckBox(tr("Spreadsheet, cell by cell"), this)), m_sheets(new QLineEdit(this)),
      m_problem(new QLabel(this)), m_unknown(new QLabel(this))
{
    m_noCache->setObjectName(u"disableCacheCheck"_s);
    m_spreadsheet->setObjectName(u"spreadsheetModeCheck"_s);
    m_sheets->setObjectName(u"sheetNamesEdit"_s);
    m_sheets->setAccessibleName(tr("Sheets"));
    m_sheets->setPlaceholderText(tr("every sheet (default), or Jan; Feb"));
    m_problem->setObjectName(u"optionsProblem"_s);
    m_problem->setWordWrap(true);
    m_unknown->setObjectName(u"unknownFields"_s);
    m_unknown->setWordWrap(true);
    m_unknown->setTextFormat(Qt::PlainText);
    m_unknown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_unknown->setFont(common::fontFor(common::TextRole::Fixed, font()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_noCache);
    column->addWidget(
        makeNote(tr("Extracts anew although the same run was made before, and keeps nothing for later.")));
    column->addWidget(m_spreadsheet);
    column->addWidget(makeNote(tr("For xlsx, xls and csv. Needs the tier Agentic plus; gives neither citations nor "
                                  "confidence.")));
    column->addWidget(m_sheets);
    column->addWidget(
        makeNote(tr("Names of the sheets to read, with semicolons between them. They take the place of the "
                    "pages.")));
    column->addWidget(m_problem);
    column->addWidget(m_unknown);
    for (auto *check : {m_noCache, m_spreadsheet}) {
        check->setAccessibleName(check->text());
        connect(check, &QCheckBox::clicked, this, &OptionsSection::edited);
    }
    connect(m_sheets, &QLineEdit::textEdited, this, &OptionsSection::edited);
}

void OptionsSection::show(const domain::Configuration &configuration)
{
    const auto &others = configuration.others;
    m_noCache->setChecked(boolMember(others, cacheKey).value_or(false));
    m_spreadsheet->setChecked(boolMember(others, spreadsheetKey).value_or(false));
    QStringList names;
    if (const auto &sheets = member(others, sheetsKey); sheets.is_array())
        for (const auto &name : sheets)
            names << toQString(name);
    if (split(m_sheets->text()) != names)
        m_sheets->setText(names.join(u"; "_s));
    QStringList unknown;
    for (const auto &[key, value] : others.items())
        if (!isKnown(key))
            unknown << u"%1: %2"_s.arg(toQString(key), QString::fromUtf8(toBytes(value)).left(200));
    m_unknownCount = static_cast<int>(unknown.size());
    m_unknown->setText(tr("Kept as they are, of a newer version:") + u'\n' + unknown.join(u'\n'));
    m_unknown->setVisible(m_unknownCount > 0);
    m_isAgenticPlus = configuration.tier == domain::tier::agenticPlus;
    m_problem->setText(problem());
    m_problem->setVisible(!problem().isEmpty());
}

void OptionsSection::write(domain::Configuration &configuration) const
{
    auto &others = configuration.others;
    writeFlag(others, cacheKey, m_noCache->isChecked());
    writeFlag(others, spreadsheetKey, m_spreadsheet->isChecked());
    auto names = Json::array();
    for (const auto &name : split(m_sheets->text()))
        names.push_back(toStd(name));
    if (!names.empty())
        others[sheetsKey] = names;
    else if (others.contains(sheetsKey) && others[sheetsKey].is_array())
        others.erase(sheetsKey);
}

QString OptionsSection::summary() const
{
    QStringList parts;
    if (m_noCache->isChecked())
        parts << tr("no cache");
    if (m_spreadsheet->isChecked())
        parts << tr("spreadsheet");
    if (m_unknownCount > 0)
        parts << tr("%n unknown field(s)", nullptr, m_unknownCount);
    return parts.isEmpty() ? tr("defaults") : parts.join(u", "_s);
}

QString OptionsSection::problem() const
{
    if (m_spreadsheet->isChecked() && !m_isAgenticPlus)
        return tr("Reading cell by cell needs the tier Agentic plus. Choose it, or switch this off.");
    return {};
}

} // namespace xs::gui::schemaeditor
