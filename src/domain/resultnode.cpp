// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/resultnode.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace xs::domain {

Json plainResult(const ResultNode &node)
{
    switch (node.kind) {
    case ResultNode::Kind::Value:
        return node.value;
    case ResultNode::Kind::Object: {
        auto object = Json::object();
        for (const auto &child : node.children)
            object[toStd(child.name)] = plainResult(child);
        return object;
    }
    case ResultNode::Kind::List: {
        auto list = Json::array();
        for (const auto &child : node.children)
            list.push_back(plainResult(child));
        return list;
    }
    }
    return {};
}

ResultNode resultFromPlain(const Json &json)
{
    ResultNode node;
    if (!json.is_structured()) {
        node.value = json;
        return node;
    }
    node.kind = json.is_object() ? ResultNode::Kind::Object : ResultNode::Kind::List;
    for (const auto &[key, value] : json.items()) {
        node.children.push_back(resultFromPlain(value));
        if (json.is_object())
            node.children.back().name = toQString(key);
    }
    return node;
}

QString readablePath(const ResultPath &path)
{
    QStringList parts;
    for (const auto &step : path.split(u'/', Qt::SkipEmptyParts)) {
        bool isPosition = false;
        const auto position = step.toInt(&isPosition);
        if (isPosition && !parts.isEmpty())
            parts.last() += u" %1"_s.arg(position + 1);
        else if (isPosition)
            parts << QString::number(position + 1);
        else
            parts << nameOfStep(step);
    }
    return parts.join(u'.');
}

QString fieldName(const ResultPath &path)
{
    QStringList names;
    for (const auto &step : path.split(u'/', Qt::SkipEmptyParts)) {
        bool isPosition = false;
        step.toInt(&isPosition);
        if (!isPosition)
            names << nameOfStep(step);
    }
    return names.join(u'.');
}

QString stepOf(const ResultNode &parent, std::size_t position)
{
    return parent.kind == ResultNode::Kind::List ? QString::number(position)
                                                 : pointerStep(parent.children[position].name);
}

} // namespace xs::domain
