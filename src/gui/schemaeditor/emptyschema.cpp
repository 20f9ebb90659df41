// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/emptyschema.h"

#include "gui/common/buttonlook.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/icons.h"
#include "gui/schemaeditor/templatelist.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

constexpr int templateColumns = 2;
constexpr int widest = 460;

QPushButton *makeButton(const QString &name, const QString &text, QStringView icon, QWidget *parent)
{
    auto *button = new QPushButton(common::icon(icon), text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    // The keyboard stays with the table, where Enter makes the first field.
    button->setFocusPolicy(Qt::TabFocus);
    common::setButtonLook(button, common::ButtonLook::Plain);
    return button;
}

} // namespace

EmptySchema::EmptySchema(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"emptySchema"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *headline = new common::RoleLabel(tr("Which values do you want?"), common::TextRole::Headline, this);
    m_note = new common::RoleLabel({}, common::TextRole::Secondary, this);
    m_note->setWordWrap(true);
    m_propose = makeButton(u"proposeButton"_s, tr("Propose fields from this document"), u"machine", this);
    m_field = makeButton(u"firstFieldButton"_s, tr("First field"), u"plus", this);
    auto *import = makeButton(u"importButton"_s, tr("Import…"), u"download", this);
    auto *generate = makeButton(u"generateButton"_s, tr("Describe…"), u"pencil", this);
    generate->setToolTip(tr("Say in your own words which values you want"));
    common::setKeyCap(m_field, tr("Enter", "the key"));
    connect(m_propose, &QPushButton::clicked, this, &EmptySchema::proposalWanted);
    connect(m_field, &QPushButton::clicked, this, &EmptySchema::fieldWanted);
    connect(import, &QPushButton::clicked, this, &EmptySchema::importWanted);
    connect(generate, &QPushButton::clicked, this, &EmptySchema::generationWanted);

    auto *body = new QWidget(this);
    body->setMaximumWidth(widest);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(headline);
    column->addWidget(m_note);
    column->addSpacing(4);
    column->addWidget(m_propose);
    auto *buttons = new QHBoxLayout;
    for (auto *button : {m_field, import, generate})
        buttons->addWidget(button);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addSpacing(12);
    column->addWidget(new common::RoleLabel(tr("Begin with a template"), common::TextRole::Strong, this));
    auto *grid = new QGridLayout;
    grid->setSpacing(8);
    int place = 0;
    for (const auto &one : templateList()) {
        auto *button = makeButton(u"begin_"_s + one.name, one.title, one.icon, this);
        button->setToolTip(one.description);
        connect(button, &QPushButton::clicked, this, [this, one] { emit templateWanted(one); });
        grid->addWidget(button, place / templateColumns, place % templateColumns);
        ++place;
    }
    column->addLayout(grid);
    auto *middle = new QHBoxLayout(this);
    middle->setContentsMargins(16, 24, 16, 16);
    middle->addStretch();
    middle->addWidget(body, 100, Qt::AlignTop);
    middle->addStretch();
    // A click beside the buttons is one on the table.
    setFocusPolicy(Qt::ClickFocus);
    setFocusProxy(parent->parentWidget());
    parent->installEventFilter(this);
    setGeometry(parent->rect());
    setHasDocument(false);
}

void EmptySchema::setHasDocument(bool has)
{
    const auto dress = [](QPushButton *button, QStringView icon, bool isFilled) {
        common::setButtonLook(button, isFilled ? common::ButtonLook::Filled : common::ButtonLook::Plain);
        button->setIcon(common::icon(icon, isFilled ? common::IconColor::OnFill : common::IconColor::Text));
    };
    m_propose->setVisible(has);
    dress(m_propose, u"machine", has);
    dress(m_field, u"plus", !has);
    m_note->setText(has ? tr("Have them proposed, then keep what you need. Or name the first field, paste a schema, an "
                             "example in JSON, a CSV header, TypeScript or a Python class; or mark a value on the page "
                             "and press Ctrl+Shift+F.")
                        : tr("Name the first field with Enter. Or paste a schema, an example in JSON, a CSV header, "
                             "TypeScript or a Python class."));
}

bool EmptySchema::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace xs::gui::schemaeditor
