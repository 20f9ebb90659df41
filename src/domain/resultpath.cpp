// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/resultpath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::domain {

QStringList stepsOf(const ResultPath &path)
{
    return path.isEmpty() ? QStringList() : path.mid(1).split(u'/');
}

const ResultNode *childAt(const ResultNode &parent, const QString &step)
{
    if (parent.kind == ResultNode::Kind::List) {
        bool isPosition = false;
        const auto position = step.toULongLong(&isPosition);
        return isPosition && position < parent.children.size() ? &parent.children[position] : nullptr;
    }
    const auto found = std::ranges::find(parent.children, nameOfStep(step), &ResultNode::name);
    return found == parent.children.end() ? nullptr : &*found;
}

const ResultNode *nodeAt(const ResultNode &result, const ResultPath &path)
{
    const auto *node = &result;
    for (const auto &step : stepsOf(path))
        if (node = childAt(*node, step); !node)
            return nullptr;
    return node;
}

QString readablePathIn(const ResultNode &result, const ResultPath &path)
{
    QStringList parts;
    const auto *node = &result;
    for (const auto &step : stepsOf(path)) {
        const bool isRow = node && node->kind == ResultNode::Kind::List;
        node = node ? childAt(*node, step) : nullptr;
        if (!isRow)
            parts << nameOfStep(step);
        else if (const auto number = QString::number(step.toLongLong() + 1); parts.isEmpty())
            parts << number;
        else
            parts.last() += u' ' + number;
    }
    return parts.join(u'.');
}

QString fieldNameIn(const ResultNode &result, const ResultPath &path)
{
    QStringList names;
    const auto *node = &result;
    for (const auto &step : stepsOf(path)) {
        bool isRow = false;
        // What the result does not have is a row of its own if it looks like one.
        if (node)
            isRow = node->kind == ResultNode::Kind::List;
        else
            step.toInt(&isRow);
        node = node ? childAt(*node, step) : nullptr;
        if (!isRow)
            names << nameOfStep(step);
    }
    return names.join(u'.');
}

} // namespace xs::domain
