// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/flatten.h"

#include "review/rows.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::review {

namespace {

using domain::ResultNode;

/// A table that grows while documents are read: columns appear in the order in which the schema, then the documents
/// name them.
class Growing
{
public:
    explicit Growing(QString name) { m_table.name = std::move(name); }

    std::size_t column(const QString &name)
    {
        const auto known = m_columns.constFind(name);
        if (known != m_columns.cend())
            return *known;
        const auto position = static_cast<std::size_t>(m_table.columns.size());
        m_table.columns << name;
        m_columns.insert(name, position);
        return position;
    }

    std::size_t addRow(std::size_t document, std::vector<int> numbers)
    {
        m_table.rows.push_back({document, std::move(numbers), {}});
        return m_table.rows.size() - 1;
    }

    void set(std::size_t row, const QString &name, FlatCell cell)
    {
        const auto position = column(name);
        auto &cells = m_table.rows[row].cells;
        if (cells.size() <= position)
            cells.resize(position + 1);
        cells[position] = std::move(cell);
    }

    FlatTable finish()
    {
        const auto width = static_cast<std::size_t>(m_table.columns.size());
        m_table.numeric.assign(width, true);
        std::vector<bool> any(width, false);
        for (auto &row : m_table.rows) {
            row.cells.resize(width);
            for (std::size_t i = 0; i < width; ++i) {
                const auto &value = row.cells[i].value;
                any[i] = any[i] || value.is_number();
                if (!value.is_null() && !value.is_number())
                    m_table.numeric[i] = false;
            }
        }
        for (std::size_t i = 0; i < width; ++i)
            m_table.numeric[i] = m_table.numeric[i] && any[i];
        return std::move(m_table);
    }

private:
    FlatTable m_table;
    QHash<QString, std::size_t> m_columns;
};

QString joined(const QString &prefix, const QString &name)
{
    return prefix.isEmpty() ? name : prefix + u'.' + name;
}

class Flattener
{
public:
    std::vector<FlatTable> run(const std::vector<ReviewedDocument> &documents)
    {
        m_tables.emplace_back(QString());
        for (std::size_t i = 0; i < documents.size(); ++i) {
            nameColumns(documents[i].schema, 0, {}, {});
            m_document = &documents[i];
            m_number = i;
            const auto result = withAddedRows(documents[i].result, documents[i].decisions);
            if (result.kind == ResultNode::Kind::List)
                takeElements(result, {}, 0, {}, {});
            else
                takeMembers(result, {}, 0, m_tables[0].addRow(i, {}), {}, {}, {});
        }
        std::vector<FlatTable> finished;
        for (auto &table : m_tables)
            finished.push_back(table.finish());
        return finished;
    }

private:
    std::size_t tableOf(const QString &list)
    {
        const auto known = m_tableOfList.constFind(list);
        if (known != m_tableOfList.cend())
            return *known;
        m_tables.emplace_back(list);
        m_tableOfList.insert(list, m_tables.size() - 1);
        return m_tables.size() - 1;
    }

    /// The schema's order comes first, also for fields that no document has.
    void nameColumns(const schema::Field &object, std::size_t table, const QString &column, const QString &list)
    {
        for (const auto &field : object.children) {
            if (field.list) {
                const auto inner = joined(list, joined(column, field.name));
                const auto innerTable = tableOf(inner);
                if (field.isContainer())
                    nameColumns(field, innerTable, {}, inner);
                else
                    m_tables[innerTable].column(u"value"_s);
            } else if (field.isContainer() && !field.children.empty()) {
                nameColumns(field, table, joined(column, field.name), list);
            } else {
                m_tables[table].column(joined(column, field.name));
            }
        }
    }

    void takeElements(const ResultNode &list, const domain::ResultPath &path, std::size_t table,
                      const std::vector<int> &numbers, const QString &name)
    {
        int number = 0;
        for (std::size_t i = 0; i < list.children.size(); ++i) {
            if (isRemoved(m_document->decisions, path + u'/' + QString::number(i)))
                continue;
            auto own = numbers;
            own.push_back(++number);
            const auto row = m_tables[table].addRow(m_number, own);
            take(list.children[i], path + u'/' + QString::number(i), table, row, {}, own, name);
        }
    }

    void takeMembers(const ResultNode &object, const domain::ResultPath &path, std::size_t table, std::size_t row,
                     const QString &column, const std::vector<int> &numbers, const QString &list)
    {
        for (const auto &child : object.children)
            take(child, path + u'/' + domain::pointerStep(child.name), table, row, joined(column, child.name), numbers,
                 list);
    }

    void take(const ResultNode &node, const domain::ResultPath &path, std::size_t table, std::size_t row,
              const QString &column, const std::vector<int> &numbers, const QString &list)
    {
        switch (node.kind) {
        case ResultNode::Kind::Value:
            m_tables[table].set(row, column.isEmpty() ? u"value"_s : column, cell(node, path));
            break;
        case ResultNode::Kind::Object:
            takeMembers(node, path, table, row, column, numbers, list);
            break;
        case ResultNode::Kind::List: {
            const auto name = joined(list, column);
            takeElements(node, path, tableOf(name), numbers, name);
            break;
        }
        }
    }

    FlatCell cell(const ResultNode &node, const domain::ResultPath &path) const
    {
        const auto found = m_document->decisions.find(path);
        const auto decision = found != m_document->decisions.end() ? found->second : Decision();
        const auto counting = decided(node, decision);
        FlatCell cell;
        cell.present = true;
        cell.path = path;
        cell.value = counting.value;
        cell.verdict = decision.verdict;
        if (node.evidence)
            cell.score = node.evidence->confidence;
        cell.level = domain::confidenceLevel(cell.score);
        if (counting.evidence && !counting.evidence->citations.empty()) {
            cell.page = counting.evidence->citations.front().page;
            cell.citation = counting.evidence->citations.front().matchingText.simplified();
        }
        return cell;
    }

    std::vector<Growing> m_tables;
    QHash<QString, std::size_t> m_tableOfList;
    const ReviewedDocument *m_document = nullptr;
    std::size_t m_number = 0;
};

} // namespace

QString stateWord(Verdict verdict)
{
    return verdict == Verdict::None ? u"machine"_s : verdictName(verdict).toLower();
}

QString rowNumber(const FlatRow &row)
{
    QStringList parts;
    for (const auto number : row.numbers)
        parts << QString::number(number);
    return parts.join(u'.');
}

std::vector<FlatTable> flatten(const std::vector<ReviewedDocument> &documents)
{
    return Flattener().run(documents);
}

FlatTable exploded(const std::vector<FlatTable> &tables, const QString &list)
{
    const auto &main = tables.front();
    const auto found = std::ranges::find_if(tables, [&](const FlatTable &table) { return table.name == list; });
    if (list.isEmpty() || found == tables.end())
        return main;
    FlatTable result{list, main.columns, main.numeric, {}};
    for (const auto &column : found->columns)
        result.columns << list + u'.' + column;
    result.numeric.insert(result.numeric.end(), found->numeric.begin(), found->numeric.end());
    auto element = found->rows.begin();
    for (const auto &document : main.rows) {
        const auto add = [&](std::vector<int> numbers, const std::vector<FlatCell> &cells) {
            auto row = document;
            row.numbers = std::move(numbers);
            row.cells.insert(row.cells.end(), cells.begin(), cells.end());
            result.rows.push_back(std::move(row));
        };
        const auto isOfDocument = [&] {
            return element != found->rows.end() && element->document == document.document;
        };
        if (!isOfDocument())
            add({}, std::vector<FlatCell>(static_cast<std::size_t>(found->columns.size())));
        for (; isOfDocument(); ++element)
            add(element->numbers, element->cells);
    }
    return result;
}

} // namespace xs::review
