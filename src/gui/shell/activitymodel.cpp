// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/activitymodel.h"

#include "gui/common/theme.h"
#include "wording/errortext.h"

#include <QApplication>
#include <QFontDatabase>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

bool isError(const client::Exchange &exchange)
{
    return exchange.isOver && exchange.error.code != ErrorCode::None;
}

} // namespace

ActivityModel::ActivityModel(client::ActivityLog &log, QObject *parent)
    : QAbstractTableModel(parent), m_log(log), m_rows(static_cast<int>(log.exchanges().size()))
{
    using client::ActivityLog;
    connect(&m_log, &ActivityLog::begun, this, [this] {
        beginInsertRows({}, m_rows, m_rows);
        ++m_rows;
        endInsertRows();
    });
    connect(&m_log, &ActivityLog::ended, this, [this](quint64 number) {
        const auto row = static_cast<int>(number - m_log.exchanges().front().number);
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    });
    connect(&m_log, &ActivityLog::aboutToDrop, this, [this](int count) {
        beginRemoveRows({}, 0, count - 1);
        m_rows -= count;
    });
    connect(&m_log, &ActivityLog::dropped, this, [this] { endRemoveRows(); });
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ActivityModel::note(const client::Exchange &exchange) const
{
    if (!exchange.isOver)
        return tr("under way");
    if (exchange.error.code == ErrorCode::Cancelled)
        return tr("broken off");
    if (exchange.error.code != ErrorCode::None)
        return wording::shortErrorText(exchange.error);
    if (!exchange.filePath.isEmpty())
        return exchange.filePath.section(u'/', -1);
    return tr("%1 received").arg(QLocale().formattedDataSize(exchange.answerSize));
}

QString ActivityModel::text(const client::Exchange &exchange, int column) const
{
    switch (column) {
    case Time:
        return exchange.startedAt.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
    case Verb:
        return QString::fromLatin1(exchange.verb);
    case Path:
        return exchange.url.path() + (exchange.url.hasQuery() ? u'?' + exchange.url.query() : QString());
    case Code:
        return exchange.status > 0 ? QString::number(exchange.status) : QString();
    case Took:
        return exchange.isOver ? tr("%1 ms").arg(QLocale().toString(static_cast<qlonglong>(exchange.took.count())))
                               : QString();
    case Note:
        return note(exchange);
    default:
        return {};
    }
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &exchange = m_log.exchanges()[static_cast<std::size_t>(index.row())];
    const auto column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(exchange, column);
    case Qt::ToolTipRole:
        return isError(exchange) ? wording::errorText(exchange.error).line()
                                 : exchange.url.toString(QUrl::FullyEncoded);
    case Qt::TextAlignmentRole:
        return static_cast<int>((column == Took ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole:
        return column <= Path ? QVariant(QFontDatabase::systemFont(QFontDatabase::FixedFont)) : QVariant();
    case Qt::ForegroundRole: {
        const auto theme = common::Theme::of(QApplication::palette());
        if (isError(exchange) && column >= Code)
            return theme.level(domain::ConfidenceLevel::Low).text;
        if (column == Code)
            return theme.level(domain::ConfidenceLevel::Certain).text;
        return exchange.isOver ? QVariant() : QVariant(theme.text2);
    }
    case NumberRole:
        return QVariant::fromValue(exchange.number);
    case IsErrorRole:
        return isError(exchange);
    case SearchRole:
        return QStringList{text(exchange, Verb), text(exchange, Path),    text(exchange, Code),
                           note(exchange),       exchange.connectionName, exchange.filePath}
            .join(u'\n');
    default:
        return {};
    }
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Took ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Time"), tr("Method"), tr("Path"), tr("Code"), tr("Took"), tr("Note")}.value(section);
}

} // namespace xs::gui::shell
