// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeconfigurations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::test {

FakeAnswer FakeConfigurations::answer(const FakeRequest &request)
{
    if (request.path().endsWith("/configurations"_L1))
        return request.verb == "POST" ? save(request) : list(request);
    const auto id = request.path().section(u'/', -1);
    const auto found = std::ranges::find_if(m_items, [&id](const Json &item) { return toQString(item["id"]) == id; });
    if (found == m_items.end())
        return FakeAnswer::refusal(404, u"configuration not found"_s);
    if (request.verb == "DELETE") {
        m_items.erase(found);
        return {.status = 204};
    }
    if (request.verb == "PUT") {
        const auto body = parseJson(request.body).value_or(Json::object());
        for (const auto *key : {"name", "parameters"})
            if (!member(body, key).is_null())
                (*found)[key] = member(body, key);
    }
    return FakeAnswer::json(*found);
}

/// An upsert by name and product.
FakeAnswer FakeConfigurations::save(const FakeRequest &request)
{
    const auto body = parseJson(request.body).value_or(Json::object());
    const auto product = stringMember(member(body, "parameters"), "product_type");
    if (!stringMember(body, "name") || !product)
        return FakeAnswer::refusal(422, u"body: name and product_type are required"_s);
    const auto same = std::ranges::find_if(m_items, [&](const Json &item) {
        return item["name"] == body["name"] && toQString(item["product_type"]) == *product;
    });
    if (same != m_items.end()) {
        (*same)["parameters"] = body["parameters"];
        return FakeAnswer::json(*same, 201);
    }
    m_items.push_back({{"id", "cfg-" + std::to_string(++m_last)},
                       {"name", body["name"]},
                       {"product_type", toStd(*product)},
                       {"version", "2026-01-01T00:00:00.000000Z"},
                       {"parameters", body["parameters"]},
                       {"updated_at", "2026-01-01T00:00:00.000000Z"}});
    return FakeAnswer::json(m_items.back(), 201);
}

FakeAnswer FakeConfigurations::list(const FakeRequest &request) const
{
    const auto products = request.query(u"product_type"_s);
    auto items = Json::array();
    for (const auto &item : m_items)
        if (products.isEmpty() || products.contains(toQString(item["product_type"])))
            items.push_back(item);
    return FakeAnswer::json({{"items", items}, {"next_page_token", nullptr}});
}

} // namespace xs::test
