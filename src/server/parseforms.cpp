// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/parseforms.h"

#include "document/labelbeside.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

using document::FormField;
using document::ReadPage;
using Fields = std::vector<FormField>;

/// Fields whose tops differ by less than this part of the page stand beside each other.
constexpr double rowHeight = 0.01;

void sortByReading(Fields &fields)
{
    std::ranges::stable_sort(fields, {}, [](const FormField &field) {
        return std::pair(std::floor(field.area.center().y() / rowHeight), field.area.left());
    });
}

Json boxesOf(const FormField &field, const ReadPage &page)
{
    const auto points = [](double value) { return std::round(value * 100) / 100; };
    return Json::array({{{"x", points(field.area.x() * page.size.width())},
                         {"y", points(field.area.y() * page.size.height())},
                         {"w", points(field.area.width() * page.size.width())},
                         {"h", points(field.area.height() * page.size.height())}}});
}

/// What is printed beside the field, or what the file calls it.
QString labelOf(const FormField &field, const ReadPage &page)
{
    if (!field.caption.isEmpty())
        return field.caption;
    const auto printed = document::labelBeside(page.words, field.area);
    return printed.isEmpty() ? field.name.section(u'.', -1) : printed;
}

Json node(const char *kind, const QString &label)
{
    return {{"type", "field"}, {"field", kind}, {"label", toStd(label)}};
}

Json optionNode(const QString &label, bool isChosen)
{
    auto json = node("checkbox", label);
    json["value"] = isChosen;
    return json;
}

Json choiceNode(const FormField &field, const ReadPage &page)
{
    auto json = node(field.kind == FormField::Kind::Choices ? "multi_select" : "single_select", labelOf(field, page));
    auto &entries = json["valueItems"] = Json::array();
    for (const auto &option : field.options)
        entries.push_back(optionNode(option.text, option.isChosen));
    json["bbox"] = boxesOf(field, page);
    return json;
}

/// The buttons of one group; each has its own box.
Json groupNode(const Fields &buttons, const ReadPage &page)
{
    auto json = node("single_select", buttons.front().name.section(u'.', -1));
    auto &entries = json["valueItems"] = Json::array();
    for (const auto &button : buttons) {
        auto entry = optionNode(button.text, button.isSet);
        entry["bbox"] = boxesOf(button, page);
        entries.push_back(std::move(entry));
    }
    return json;
}

Json fieldNode(const FormField &field, const ReadPage &page)
{
    if (field.kind == FormField::Kind::Choice || field.kind == FormField::Kind::Choices)
        return choiceNode(field, page);
    Json json;
    if (field.kind == FormField::Kind::Text) {
        json = node("text", labelOf(field, page));
        if (field.isFilledIn())
            json["value"] = toStd(field.text);
        else
            json["isEmpty"] = true;
    } else {
        json = node(field.kind == FormField::Kind::Signature ? "signature" : "checkbox", labelOf(field, page));
        json["value"] = field.isSet;
    }
    json["bbox"] = boxesOf(field, page);
    return json;
}

QString valueText(const Json &field)
{
    if (const auto &options = member(field, "valueItems"); options.is_array()) {
        QStringList chosen;
        for (const auto &option : options)
            if (boolMember(option, "value").value_or(false))
                chosen << stringMember(option, "label").value_or(QString());
        return chosen.join(", "_L1);
    }
    return stringMember(field, "value").value_or(QString());
}

Json lineOf(const Json &field)
{
    const auto label = stringMember(field, "label").value_or(QString());
    const auto isSet = boolMember(field, "value");
    const auto text =
        isSet ? u"[%1] %2"_s.arg(*isSet ? u"x"_s : u" "_s, label) : u"%1: %2"_s.arg(label, valueText(field)).trimmed();
    return {{"type", "text"}, {"md", toStd(text)}, {"value", toStd(text)}};
}

Json linesOf(const Json &fields)
{
    QStringList lines;
    Json json{{"type", "list"}, {"ordered", false}};
    auto &items = json["items"] = Json::array();
    for (const auto &field : fields) {
        items.push_back(lineOf(field));
        lines << u"- "_s + stringMember(items.back(), "md").value_or(QString());
    }
    json["md"] = toStd(lines.join(u'\n'));
    return json;
}

Json formOf(Fields fields, const ReadPage &page)
{
    sortByReading(fields);
    auto tree = Json::array();
    while (!fields.empty()) {
        const auto first = fields.front();
        if (first.kind != FormField::Kind::RadioButton) {
            tree.push_back(fieldNode(first, page));
            fields.erase(fields.begin());
            continue;
        }
        // A group stands where its first button stands.
        const auto isOfGroup = [&first](const FormField &field) {
            return field.kind == first.kind && field.name == first.name;
        };
        const auto rest = std::stable_partition(fields.begin(), fields.end(), isOfGroup);
        tree.push_back(groupNode(Fields(fields.begin(), rest), page));
        fields.erase(fields.begin(), rest);
    }
    return {{"json", tree}, {"list", linesOf(tree)}};
}

} // namespace

Json parseForms(const document::FormSource *source, const std::vector<ReadPage> &pages)
{
    auto list = Json::array();
    for (const auto &page : pages) {
        Json json{{"page_number", page.number},
                  {"success", true},
                  {"page_width", page.size.width()},
                  {"page_height", page.size.height()}};
        json["forms"] = Json::array();
        if (auto fields = source ? source->formFields(page.number - 1) : Fields(); !fields.empty())
            json["forms"].push_back(formOf(std::move(fields), page));
        list.push_back(std::move(json));
    }
    Json result;
    result["pages"] = std::move(list);
    return result;
}

} // namespace xs::server
