// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/configurationsection.h"

#include "gui/common/theme.h"

#include <QEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

void dressNote(QLabel &note)
{
    auto colors = note.parentWidget()->palette();
    colors.setColor(QPalette::WindowText, common::Theme::of(colors).text2);
    note.setPalette(colors);
    note.setFont(common::fontFor(common::TextRole::Note, note.parentWidget()->font()));
}

} // namespace

QLabel *ConfigurationSection::makeNote(const QString &text)
{
    auto *note = new QLabel(text, this);
    note->setObjectName(u"sectionNote"_s);
    note->setWordWrap(true);
    dressNote(*note);
    return note;
}

void ConfigurationSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        for (auto *note : findChildren<QLabel *>(u"sectionNote"_s))
            dressNote(*note);
}

} // namespace xs::gui::schemaeditor
