// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/resultnode.h"

#include "schema/pointer.h"

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

QString pointerStep(const QString &name)
{
    return schema::pointerStep(name);
}

QString stepOf(const ResultNode &parent, std::size_t position)
{
    return parent.kind == ResultNode::Kind::List ? QString::number(position)
                                                 : pointerStep(parent.children[position].name);
}

} // namespace xs::domain
