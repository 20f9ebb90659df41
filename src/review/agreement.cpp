// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/agreement.h"

#include "domain/resultpath.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

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
constexpr auto missing = std::numeric_limits<double>::quiet_NaN();
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

/// The number in a row's column.
std::optional<double> numberIn(const ResultNode &row, const QString &column)
{
    const auto *cell = domain::childAt(row, column);
    return cell && cell->kind == ResultNode::Kind::Value ? numberOf(cell->value) : std::nullopt;
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
                const auto sum = m_numbers[a].value + m_numbers[b].value;
                addSum(std::array{a, b}, sum, least, found);
                for (std::size_t c = b + 1; c < count; ++c)
                    addSum(std::array{a, b, c}, sum + m_numbers[c].value, 10 * least, found);
            }
    }

    void addSum(std::span<const std::size_t> terms, double sum, double least, std::vector<Agreement> &found) const
    {
        for (std::size_t i = 0; std::abs(sum) >= least && i < m_numbers.size(); ++i) {
            if (!isSame(m_numbers[i].value, sum) || std::ranges::find(terms, i) != terms.end())
                continue;
            Agreement agreement{Relation::Sum, {}, m_numbers[i].path};
            for (const auto term : terms)
                agreement.terms.push_back(m_numbers[term].path);
            keep(std::move(agreement), found);
        }
    }

    void addProducts(std::vector<Agreement> &found) const
    {
        const auto count = m_numbers.size();
        for (std::size_t a = 0; a < count; ++a)
            for (std::size_t b = 0; b < count; ++b)
                for (std::size_t c = 0; c < count; ++c) {
                    const auto x = m_numbers[a].value, y = m_numbers[b].value, outcome = m_numbers[c].value;
                    if (a == b || a == c || b == c || x == 1 || y == 1 || std::abs(outcome) < leastProduct)
                        continue;
                    if (a < b && isSame(x * y, outcome))
                        keep({Relation::Product, {m_numbers[a].path, m_numbers[b].path}, m_numbers[c].path}, found);
                    if (x > 0 && x < 100 && isSame(x * y / 100, outcome))
                        keep({Relation::Share, {m_numbers[a].path, m_numbers[b].path}, m_numbers[c].path}, found);
                }
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
            const auto number = numberIn(row, column);
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

/// What the other rows of a list keep to and this one does not. The numbers are copied once, so that asking costs no
/// look-up.
class BrokenInRow
{
public:
    BrokenInRow(const ResultNode &list, const ResultNode &row, const ResultPath &rowPath, const ResultPath &path)
        : m_path(path), m_numbers(numbersIn(row, rowPath))
    {
        for (std::size_t i = 0; i < std::min(list.children.size(), mostOtherRows); ++i) {
            if (&list.children[i] == &row)
                continue;
            auto &numbers = m_others.emplace_back();
            for (const auto &number : m_numbers)
                numbers.push_back(numberIn(list.children[i], number.path.mid(rowPath.size() + 1)).value_or(missing));
        }
    }

    void add(std::vector<Agreement> &found) const
    {
        const auto count = m_numbers.size();
        for (std::size_t a = 0; a < count; ++a)
            for (std::size_t b = 0; b < count; ++b)
                for (std::size_t outcome = 0; outcome < count; ++outcome) {
                    if (a == b || a == outcome || b == outcome)
                        continue;
                    if (a < b)
                        addBroken(Relation::Product, a, b, outcome, found);
                    addBroken(Relation::Share, a, b, outcome, found);
                }
    }

private:
    static double outcomeOf(Relation relation, double a, double b)
    {
        return relation == Relation::Share ? a * b / 100 : a * b;
    }

    void addBroken(Relation relation, std::size_t a, std::size_t b, std::size_t outcome,
                   std::vector<Agreement> &found) const
    {
        const auto expected = outcomeOf(relation, m_numbers[a].value, m_numbers[b].value);
        // What rounding of the factors alone can do is no contradiction.
        const auto error = std::abs(expected - m_numbers[outcome].value);
        if (error <= roundingError + 0.005 * std::abs(expected) || !othersKeepTo(relation, a, b, outcome))
            return;
        Agreement agreement{relation, {m_numbers[a].path, m_numbers[b].path}, m_numbers[outcome].path};
        agreement.broken = std::round(expected * 100) / 100;
        if (concerns(agreement, m_path))
            found.push_back(std::move(agreement));
    }

    /// At least two others, and four of five of all.
    bool othersKeepTo(Relation relation, std::size_t a, std::size_t b, std::size_t outcome) const
    {
        std::size_t keeping = 0, asked = 0;
        for (const auto &row : m_others) {
            const auto x = row[a], y = row[b], z = row[outcome];
            if (std::isnan(x + y + z) || x == 1 || y == 1 || z == 0)
                continue;
            ++asked;
            keeping += isSame(outcomeOf(relation, x, y), z) ? 1 : 0;
            if ((asked - keeping) * 5 > m_others.size())
                return false;
        }
        return keeping >= 2 && keeping * 5 >= asked * 4;
    }

    const ResultPath &m_path;
    const std::vector<Number> m_numbers;
    /// Of each other row the same columns; not a number where it has none.
    std::vector<std::vector<double>> m_others;
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
