// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/schemastatus.h"

#include "gui/common/icons.h"
#include "gui/common/keycap.h"
#include "gui/common/theme.h"
#include "gui/schemaeditor/schemadocument.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

using common::Theme;

namespace {

constexpr int edge = 12;
constexpr int iconSide = 14;

int levels(const schema::Field &field)
{
    int below = 0;
    for (const auto &child : field.children)
        below = std::max(below, levels(child));
    return field.children.empty() ? 0 : below + 1;
}

struct Counts
{
    int errors = 0;
    int warnings = 0;
    int hints = 0;
};

Counts countsOf(const SchemaDocument &document)
{
    Counts counts;
    for (const auto &finding : document.findings()) {
        const auto isHint =
            finding.kind == schema::FindingKind::KeywordIgnored || finding.kind == schema::FindingKind::Deep;
        ++(finding.isError() ? counts.errors : isHint ? counts.hints : counts.warnings);
    }
    return counts;
}

} // namespace

SchemaStatus::SchemaStatus(const SchemaDocument &document, QWidget *parent) : QWidget(parent), m_document(document)
{
    setObjectName(u"schemaStatus"_s);
    setFixedHeight(30);
    refresh();
}

void SchemaStatus::refresh()
{
    m_refusal.clear();
    QStringList words;
    for (const auto &part : parts())
        words << part.text;
    setAccessibleName(words.join(u" · "_s));
    update();
}

void SchemaStatus::setMistake(bool hasMistake)
{
    m_hasMistake = hasMistake;
    refresh();
}

void SchemaStatus::showRefusal(const QString &sentence)
{
    m_refusal = sentence;
    setAccessibleName(sentence);
    update();
}

std::vector<SchemaStatus::Part> SchemaStatus::parts() const
{
    const auto theme = Theme::of(palette());
    const auto &low = theme.level(domain::ConfidenceLevel::Low).text;
    const auto &check = theme.level(domain::ConfidenceLevel::Check).text;
    const auto counts = countsOf(m_document);
    std::vector<Part> parts;
    if (m_hasMistake)
        parts.push_back({u"low", low, tr("Mistake in the JSON, cannot run")});
    else if (m_document.isEmpty())
        parts.push_back({u"info", theme.text2, tr("No fields yet")});
    else if (counts.errors > 0)
        parts.push_back({u"low", low, tr("%n error(s), cannot run", nullptr, counts.errors)});
    else
        parts.push_back({u"check", theme.level(domain::ConfidenceLevel::Certain).text, tr("Ready to run")});
    if (counts.warnings > 0)
        parts.push_back({u"warning", check, tr("%n warning(s)", nullptr, counts.warnings)});
    if (counts.hints > 0)
        parts.push_back({u"info", theme.text2, tr("%n hint(s)", nullptr, counts.hints)});
    return parts;
}

QString SchemaStatus::size() const
{
    if (m_document.isEmpty())
        return {};
    return tr("%n value(s)", nullptr, schema::leafCount(m_document.root())) + u" · "_s +
           tr("%n level(s)", nullptr, levels(m_document.root()));
}

void SchemaStatus::paintEvent(QPaintEvent *)
{
    const auto theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(0, 0, width(), 1, theme.line);
    painter.setFont(common::fontFor(common::TextRole::Secondary, font()));
    const QFontMetrics metrics(painter.font());
    const auto sizeWidth = metrics.horizontalAdvance(size());
    auto x = edge;
    const auto put = [&](const Part &part, int room) {
        common::paintIcon(&painter, QRectF(x, (height() - iconSide) / 2.0, iconSide, iconSide), part.icon, part.color);
        painter.setPen(part.color);
        const auto text = metrics.elidedText(part.text, Qt::ElideRight, room);
        painter.drawText(QRect(x + iconSide + 5, 0, room, height()), Qt::AlignVCenter, text);
        x += iconSide + 5 + metrics.horizontalAdvance(text) + 16;
    };
    if (!m_refusal.isEmpty()) {
        put({u"info", theme.level(domain::ConfidenceLevel::Check).text, m_refusal}, width() - 3 * edge - iconSide);
        return;
    }
    for (const auto &part : parts())
        put(part, width());
    if (!m_document.findings().empty() && !m_document.isEmpty()) {
        const auto keyWidth = common::keyCapWidth(u"F8"_s, font());
        common::paintKeyCap(&painter, QRectF(x, 0, keyWidth, height()), u"F8"_s, font(), theme);
        x += keyWidth + 8;
    }
    painter.setPen(theme.text2);
    painter.setFont(common::fontFor(common::TextRole::Secondary, font()));
    if (x + sizeWidth + edge <= width())
        painter.drawText(rect().adjusted(0, 0, -edge, 0), Qt::AlignVCenter | Qt::AlignRight, size());
}

void SchemaStatus::mouseReleaseEvent(QMouseEvent *event)
{
    QWidget::mouseReleaseEvent(event);
    emit nextFindingWanted();
}

} // namespace xs::gui::schemaeditor
