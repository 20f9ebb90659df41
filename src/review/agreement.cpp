// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/agreement.h"

#include "domain/resultpath.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::review {

using domain::ResultNode;
using domain::ResultPath;
using Relation = Agreement::Relation;

namespace {

constexpr std::size_t mostAgreements = 3;
constexpr std::size_t mostNumbers = 24;
constexpr std::size_t mostRows = 2000;
/// Rows that are asked whether they keep to a relation.
constexpr std::size_t mostOtherRows = 50;
/// Half of the smallest coin.
constexpr double roundingError = 0.005 + 1e-9;
/// Below this, in the smallest unit of the numbers around it, sums of two agree by chance too often; sums of three need
/// ten times as much.
constexpr double leastUnits = 1000;
constexpr double leastProduct = 10;
constexpr int mostDays = 400;
constexpr qsizetype longestTerm = 80;

struct Number
{
    ResultPath path;
    double value;
};

std::optional<double> numberOf(const Json &value)
{
    if (value.is_number())
        return value.get<double>();
    if (!value.is_string())
        return {};
    static const QRegularExpression decimal(u"^-?\\d{1,12}(\\.\\d{1,4})?$"_s);
    const auto text = QString::fromStdString(value.get<std::string>());
    return decimal.match(text).hasMatch() ? std::optional(text.toDouble()) : std::nullopt;
}

bool isSame(double a, double b)
{
    return std::abs(a - b) <= roundingError;
}

std::vector<Number> numbersIn(const ResultNode &object, const ResultPath &path)
{
    std::vector<Number> numbers;
    for (std::size_t i = 0; i < object.children.size() && numbers.size() < mostNumbers; ++i) {
        const auto &child = object.children[i];
        const auto number = child.kind == ResultNode::Kind::Value ? numberOf(child.value) : std::nullopt;
        if (number && *number != 0)
            numbers.push_back({path + u'/' + domain::stepOf(object, i), *number});
    }
    return numbers;
}

/// How many of the smallest unit make one: 100 where a number has cents.
double unitsOf(const std::vector<Number> &numbers)
{
    double units = 1;
    for (const auto &number : numbers)
        while (units < 100 && std::abs(number.value * units - std::round(number.value * units)) > 1e-6)
            units *= 10;
    return units;
}

/// Whether a relation is about the path.
bool concerns(const Agreement &agreement, const ResultPath &path)
{
    return agreement.outcome == path || std::ranges::find(agreement.terms, path) != agreement.terms.end();
}

class Siblings
{
public:
    Siblings(const ResultNode &object, const ResultPath &objectPath, const ResultPath &path)
        : m_object(object), m_objectPath(objectPath), m_path(path), m_numbers(numbersIn(object, objectPath))
    {
    }

    void add(std::vector<Agreement> &found) const
    {
        addSums(found);
        addProducts(found);
        addColumnSums(found);
        addPeriods(found);
    }

private:
    void keep(Agreement agreement, std::vector<Agreement> &found) const
    {
        if (concerns(agreement, m_path))
            found.push_back(std::move(agreement));
    }

    void addSums(std::vector<Agreement> &found) const
    {
        const auto least = leastUnits / unitsOf(m_numbers);
        const auto count = m_numbers.size();
        for (std::size_t a = 0; a < count; ++a)
            for (std::size_t b = a + 1; b < count; ++b) {
                addSum({a, b}, least, found);
                for (std::size_t c = b + 1; c < count; ++c)
                    addSum({a, b, c}, 10 * least, found);
            }
    }

    void addSum(const std::vector<std::size_t> &terms, double least, std::vector<Agreement> &found) const
    {
        Agreement agreement;
        double sum = 0;
        for (const auto term : terms) {
            sum += m_numbers[term].value;
            agreement.terms.push_back(m_numbers[term].path);
        }
        for (std::size_t i = 0; std::abs(sum) >= least && i < m_numbers.size(); ++i) {
            if (std::ranges::find(terms, i) != terms.end() || !isSame(m_numbers[i].value, sum))
                continue;
            agreement.outcome = m_numbers[i].path;
            keep(agreement, found);
        }
    }

    void addProducts(std::vector<Agreement> &found) const
    {
        for (const auto &a : m_numbers)
            for (const auto &b : m_numbers)
                for (const auto &outcome : m_numbers) {
                    if (a.path == b.path || a.path == outcome.path || b.path == outcome.path || a.value == 1 ||
                        b.value == 1 || std::abs(outcome.value) < leastProduct)
                        continue;
                    if (a.path < b.path && isSame(a.value * b.value, outcome.value))
                        keep({Relation::Product, inOrder(a.path, b.path), outcome.path}, found);
                    if (a.value > 0 && a.value < 100 && isSame(a.value * b.value / 100, outcome.value))
                        keep({Relation::Share, {a.path, b.path}, outcome.path}, found);
                }
    }

    /// As the result has them.
    std::vector<ResultPath> inOrder(const ResultPath &a, const ResultPath &b) const
    {
        const auto first = std::ranges::find_if(m_numbers, [&](const Number &n) { return n.path == a || n.path == b; });
        return first->path == a ? std::vector{a, b} : std::vector{b, a};
    }

    void addColumnSums(std::vector<Agreement> &found) const
    {
        for (std::size_t i = 0; i < m_object.children.size(); ++i) {
            const auto &list = m_object.children[i];
            if (list.kind != ResultNode::Kind::List || list.children.size() < 2 || list.children.size() > mostRows)
                continue;
            const auto listPath = m_objectPath + u'/' + domain::stepOf(m_object, i);
            for (std::size_t column = 0; column < list.children.front().children.size(); ++column)
                addColumnSum(list, listPath, domain::stepOf(list.children.front(), column), found);
        }
    }

    void addColumnSum(const ResultNode &list, const ResultPath &listPath, const QString &column,
                      std::vector<Agreement> &found) const
    {
        std::vector<Number> cells;
        double sum = 0;
        for (const auto &row : list.children) {
            const auto *cell = domain::childAt(row, column);
            const auto number = cell && cell->kind == ResultNode::Kind::Value ? numberOf(cell->value) : std::nullopt;
            if (number)
                cells.push_back({{}, *number});
            sum += number.value_or(0);
        }
        if (cells.size() < 2 || std::abs(sum) < leastUnits / unitsOf(cells))
            return;
        const bool isCell = m_path.startsWith(listPath + u'/') && m_path.endsWith(u'/' + column);
        for (const auto &number : m_numbers)
            if (isSame(number.value, sum) && (isCell || number.path == m_path))
                found.push_back(
                    {Relation::ColumnSum, {listPath + u'/' + column}, number.path, static_cast<int>(cells.size())});
    }

    void addPeriods(std::vector<Agreement> &found) const
    {
        struct Day
        {
            ResultPath path;
            QDate date;
        };
        std::vector<Day> days;
        std::vector<std::pair<ResultPath, int>> terms;
        for (std::size_t i = 0; i < m_object.children.size(); ++i) {
            const auto &child = m_object.children[i];
            if (child.kind != ResultNode::Kind::Value)
                continue;
            const auto path = m_objectPath + u'/' + domain::stepOf(m_object, i);
            const auto text = child.value.is_string()           ? QString::fromStdString(child.value.get<std::string>())
                              : child.value.is_number_integer() ? QString::number(child.value.get<qint64>())
                                                                : QString();
            if (const auto date = QDate::fromString(text, Qt::ISODate); date.isValid())
                days.push_back({path, date});
            else if (const auto count = onlyNumber(text))
                terms.push_back({path, *count});
        }
        for (const auto &from : days)
            for (const auto &to : days)
                for (const auto &[path, count] : terms)
                    if (from.date.daysTo(to.date) == count)
                        keep({Relation::Period, {from.path, path}, to.path, count}, found);
    }

    /// The number of days in "Net 30 days"; none where there are several numbers.
    static std::optional<int> onlyNumber(const QString &text)
    {
        static const QRegularExpression number(u"\\d+"_s);
        if (text.size() > longestTerm)
            return {};
        auto all = number.globalMatch(text);
        if (!all.hasNext())
            return {};
        const auto days = all.next().captured().toInt();
        return !all.hasNext() && days > 0 && days <= mostDays ? std::optional(days) : std::nullopt;
    }

    const ResultNode &m_object;
    const ResultPath &m_objectPath;
    const ResultPath &m_path;
    std::vector<Number> m_numbers;
};

/// What the other rows of a list keep to and this one does not.
class BrokenInRow
{
public:
    BrokenInRow(const ResultNode &list, const ResultNode &row, const ResultPath &rowPath, const ResultPath &path)
        : m_list(list), m_row(row), m_rowPath(rowPath), m_path(path)
    {
    }

    void add(std::vector<Agreement> &found) const
    {
        std::vector<QString> columns;
        for (const auto &number : numbersIn(m_row, m_rowPath))
            columns.push_back(number.path.mid(m_rowPath.size() + 1));
        for (const auto &a : columns)
            for (const auto &b : columns)
                for (const auto &outcome : columns) {
                    if (a == b || a == outcome || b == outcome)
                        continue;
                    if (isBefore(a, b))
                        addBroken(Relation::Product, a, b, outcome, found);
                    addBroken(Relation::Share, a, b, outcome, found);
                }
    }

private:
    static std::optional<double> cell(const ResultNode &row, const QString &column)
    {
        const auto *node = domain::childAt(row, column);
        return node && node->kind == ResultNode::Kind::Value ? numberOf(node->value) : std::nullopt;
    }

    bool isBefore(const QString &a, const QString &b) const
    {
        return domain::childAt(m_row, a) < domain::childAt(m_row, b);
    }

    static double outcomeOf(Relation relation, double a, double b)
    {
        return relation == Relation::Share ? a * b / 100 : a * b;
    }

    void addBroken(Relation relation, const QString &a, const QString &b, const QString &outcome,
                   std::vector<Agreement> &found) const
    {
        const auto expected = outcomeOf(relation, *cell(m_row, a), *cell(m_row, b));
        // What rounding of the factors alone can do is no contradiction.
        const auto error = std::abs(expected - *cell(m_row, outcome));
        if (error <= roundingError + 0.005 * std::abs(expected) || !othersKeepTo(relation, a, b, outcome))
            return;
        const Agreement agreement{relation,
                                  {m_rowPath + u'/' + a, m_rowPath + u'/' + b},
                                  m_rowPath + u'/' + outcome,
                                  0,
                                  std::round(expected * 100) / 100};
        if (concerns(agreement, m_path))
            found.push_back(agreement);
    }

    /// At least two others, and four of five of all.
    bool othersKeepTo(Relation relation, const QString &a, const QString &b, const QString &outcome) const
    {
        int keeping = 0, asked = 0;
        for (std::size_t i = 0; i < std::min(m_list.children.size(), mostOtherRows); ++i) {
            const auto &row = m_list.children[i];
            const auto x = cell(row, a), y = cell(row, b), z = cell(row, outcome);
            if (&row == &m_row || !x || !y || !z || *x == 1 || *y == 1 || *z == 0)
                continue;
            ++asked;
            keeping += isSame(outcomeOf(relation, *x, *y), *z) ? 1 : 0;
        }
        return keeping >= 2 && keeping * 5 >= asked * 4;
    }

    const ResultNode &m_list;
    const ResultNode &m_row;
    const ResultPath &m_rowPath;
    const ResultPath &m_path;
};

/// The object that a value stands in and, where that is a row, its list and the object that this stands in.
struct Surroundings
{
    struct Place
    {
        const ResultNode *node = nullptr;
        ResultPath path;
    };
    Place object, list, outer;
};

Surroundings surroundingsOf(const ResultNode &result, const ResultPath &path)
{
    Surroundings found;
    Surroundings::Place at{&result, {}};
    for (const auto &step : domain::stepsOf(path)) {
        if (at.node->kind == ResultNode::Kind::List)
            found = {{}, at, found.object};
        else if (found.object.node) // an object in an object: the row, if any, is further out
            found = {at, {}, {}};
        else
            found.object = at;
        at = {domain::childAt(*at.node, step), at.path + u'/' + step};
    }
    return found;
}

} // namespace

std::vector<Agreement> agreementsOf(const ResultNode &result, const ResultPath &path)
{
    std::vector<Agreement> found;
    const auto *value = domain::nodeAt(result, path);
    if (!value || value->kind != ResultNode::Kind::Value || value->value.is_null())
        return found;
    const auto [object, list, outer] = surroundingsOf(result, path);
    if (!object.node)
        return found;
    if (list.node)
        BrokenInRow(*list.node, *object.node, object.path, path).add(found);
    Siblings(*object.node, object.path, path).add(found);
    if (list.node && outer.node)
        Siblings(*outer.node, outer.path, path).add(found);
    if (found.size() > mostAgreements)
        found.resize(mostAgreements);
    return found;
}

} // namespace xs::review
