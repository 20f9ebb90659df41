// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/htmlmeasure.h"

#include <QSet>
#include <QString>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace xs::document {

namespace {

constexpr qint64 largestArea = 1'000'000;
constexpr int deepestNesting = 5'000;
/// What Qt takes of a span at most.
constexpr int widestSpan = 20'480;

/// Elements that have no end, or need none (HTML standard, 13.1.2).
bool mayStayOpen(const QString &name)
{
    static const QSet<QString> names{
        u"area"_s,  u"base"_s,   u"body"_s,  u"br"_s,   u"caption"_s, u"col"_s,   u"colgroup"_s, u"dd"_s,
        u"dt"_s,    u"hr"_s,     u"html"_s,  u"head"_s, u"img"_s,     u"input"_s, u"li"_s,       u"link"_s,
        u"meta"_s,  u"option"_s, u"p"_s,     u"rp"_s,   u"rt"_s,      u"td"_s,    u"th"_s,       u"source"_s,
        u"tbody"_s, u"tfoot"_s,  u"thead"_s, u"tr"_s,   u"wbr"_s,     u"embed"_s, u"param"_s};
    return names.contains(name);
}

struct Tag
{
    QString name;
    bool isEnd = false;
    int columns = 1;
    int rows = 1;
};

/// Reads the tags of a text, each once.
class TagReader
{
public:
    explicit TagReader(QStringView html) : m_html(html) {}

    bool next(Tag &tag)
    {
        while (m_at < m_html.size()) {
            if (m_html[m_at++] != u'<')
                continue;
            tag = {};
            tag.isEnd = take(u'/');
            tag.name = word();
            if (tag.name.isEmpty())
                continue;
            readAttributes(tag);
            return true;
        }
        return false;
    }

private:
    bool take(QChar sign)
    {
        const auto is = m_at < m_html.size() && m_html[m_at] == sign;
        m_at += is ? 1 : 0;
        return is;
    }

    QString word()
    {
        const auto begin = m_at;
        while (m_at < m_html.size() && (m_html[m_at].isLetterOrNumber() || m_html[m_at] == u'-'))
            ++m_at;
        return m_html.mid(begin, m_at - begin).toString().toLower();
    }

    void skipBlanks()
    {
        while (m_at < m_html.size() && m_html[m_at].isSpace())
            ++m_at;
    }

    QStringView value()
    {
        const auto quote = m_at < m_html.size() ? m_html[m_at] : QChar();
        const auto isQuoted = quote == u'"' || quote == u'\'';
        m_at += isQuoted ? 1 : 0;
        const auto begin = m_at;
        while (m_at < m_html.size() &&
               (isQuoted ? m_html[m_at] != quote : m_html[m_at] != u'>' && !m_html[m_at].isSpace()))
            ++m_at;
        const auto text = m_html.mid(begin, m_at - begin);
        m_at += isQuoted ? 1 : 0;
        return text;
    }

    void readAttributes(Tag &tag)
    {
        while (m_at < m_html.size() && m_html[m_at] != u'>') {
            const auto name = word();
            if (name.isEmpty()) {
                ++m_at;
                continue;
            }
            skipBlanks();
            if (!take(u'='))
                continue;
            skipBlanks();
            const auto text = value();
            if (name == u"colspan" || name == u"rowspan")
                (name == u"colspan" ? tag.columns : tag.rows) = std::clamp(text.trimmed().toInt(), 1, widestSpan);
        }
    }

    QStringView m_html;
    qsizetype m_at = 0;
};

/// What is known of a table so far.
struct Table
{
    qint64 rows = 0;
    qint64 columns = 0;
    qint64 inRow = 0;

    qint64 area() const { return rows * columns; }
    void take(const Tag &tag)
    {
        if (tag.name == u"tr") {
            ++rows;
            inRow = 0;
        } else if (tag.name == u"td" || tag.name == u"th") {
            inRow += tag.columns;
            columns = std::max(columns, inRow);
            // Each cell may reach further down than the last row.
            rows = std::max<qint64>(rows, 1) + tag.rows - 1;
        }
    }
};

} // namespace

bool isModestHtml(QStringView html)
{
    TagReader reader(html);
    std::vector<Table> tables;
    qint64 finished = 0;
    int depth = 0;
    for (Tag tag; reader.next(tag);) {
        if (!mayStayOpen(tag.name))
            depth = std::max(0, depth + (tag.isEnd ? -1 : 1));
        if (tag.name == u"table" && tag.isEnd) {
            finished += tables.empty() ? 0 : tables.back().area();
            if (!tables.empty())
                tables.pop_back();
        } else if (tag.name == u"table") {
            tables.emplace_back();
        } else if (!tables.empty() && !tag.isEnd) {
            tables.back().take(tag);
        }
        const auto area = finished + (tables.empty() ? 0 : tables.back().area());
        if (depth > deepestNesting || area > largestArea)
            return false;
    }
    return true;
}

} // namespace xs::document
