// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/proposal/proposeschema.h"

#include "engine/candidates/drawnmarks.h"
#include "engine/proposal/promptfields.h"
#include "engine/proposal/samplefields.h"
#include "engine/text/readtext.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// A sample need not be read to its end to show what there is.
constexpr int mostPages = 12;
constexpr double sameField = 0.8;

Expected<std::vector<FieldDraft>> readSample(const document::PageSource &document)
{
    std::vector<int> pages;
    for (int page = 1; page <= std::min(mostPages, document.pageCount()); ++page)
        pages.push_back(page);
    auto read = document::readPages(document, pages);
    addButtons(document, read);
    const auto text = textOf(read);
    if (text.tokens.empty())
        return Unexpected(ErrorCode::DocumentHasNoText, u"no text was found on %1 pages"_s.arg(pages.size()));
    const LabelIndex labels(text, Lexicon::standard());
    const Occurrences occurrences(text);
    return fieldsOfSample({text, Lexicon::standard(), labels, occurrences});
}

/// How much a field of a schema or of a prompt is the same as one of the document, 0…1.
double sameness(const schema::Field &field, const FieldDraft &draft)
{
    if (field.list != draft.list)
        return 0;
    if (field.name == draft.name)
        return 1;
    const auto spec = fieldSpec(field, {}, Lexicon::standard());
    return std::max(labelSimilarity(spec, Lexicon::standard().bag(nameParts(draft.name))),
                    labelSimilarity(spec, Lexicon::standard().bag(sentenceWords(draft.label))));
}

/// The draft that is most like the field; each is taken once.
const FieldDraft *takeSame(const schema::Field &field, const std::vector<FieldDraft> &drafts, std::vector<bool> &taken)
{
    const FieldDraft *best = nullptr;
    double most = sameField;
    for (std::size_t i = 0; i < drafts.size(); ++i)
        if (const auto same = taken[i] ? 0 : sameness(field, drafts[i]); same >= most && (!best || same > most)) {
            most = same;
            best = &drafts[i];
        }
    if (best)
        taken[std::size_t(best - drafts.data())] = true;
    return best;
}

schema::Field fieldOf(const FieldDraft &draft)
{
    schema::Field field;
    field.name = draft.name;
    field.description = draft.description;
    field.type = draft.members.empty() ? draft.shape.type : schema::FieldType::Object;
    field.format = draft.shape.format;
    field.list = draft.list;
    return field;
}

/// What the prompt asks for, as the document has it: its labels, its types, its columns where none are named.
std::vector<FieldDraft> joined(PromptFields prompt, const std::vector<FieldDraft> &sample)
{
    const auto everything = prompt.everything || prompt.fields.empty();
    std::vector<bool> taken(sample.size(), false);
    for (auto &wanted : prompt.fields) {
        // The document's only table is what a list is about, whatever it is called.
        const auto isTable = [](const FieldDraft &draft) { return draft.list; };
        const auto *same = takeSame(fieldOf(wanted), sample, taken);
        if (!same && wanted.list && std::ranges::count_if(sample, isTable) == 1) {
            same = &*std::ranges::find_if(sample, isTable);
            taken[std::size_t(same - sample.data())] = true;
        }
        if (!same)
            continue;
        if (wanted.list || !wanted.members.empty()) {
            if (wanted.list && !wanted.namesMembers)
                wanted.members = same->members;
            continue;
        }
        wanted.description = fieldDescription(wanted.name, same->label);
        wanted.shape = same->shape;
    }
    auto fields = std::move(prompt.fields);
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (!taken[i] && everything) {
            fields.push_back(sample[i]);
            fields.back().name = freeName(sample[i].name, {fields.begin(), fields.end() - 1});
        }
    return fields;
}

/// Sets type, format and description where the property says nothing about them.
void fillGaps(Json &property, const schema::Field &field, const FieldDraft *draft)
{
    if (!property.is_object())
        return;
    const auto says = [&property](std::initializer_list<const char *> keywords) {
        return std::ranges::any_of(keywords, [&property](const char *keyword) { return property.contains(keyword); });
    };
    if (!says({"type", "$ref", "anyOf", "oneOf", "allOf", "enum", "const"})) {
        if (property.contains("properties")) {
            property["type"] = "object";
        } else if (property.contains("items")) {
            property["type"] = "array";
        } else {
            FieldDraft plain;
            plain.shape = draft ? draft->shape : shapeOfName(field.name);
            if (draft)
                plain.members = draft->members;
            plain.list = draft && draft->list;
            const auto gaps = toProperty(plain);
            for (const auto &[keyword, value] : gaps.items())
                if (!property.contains(keyword))
                    property[keyword] = value;
        }
    }
    if (!says({"description", "$ref"}))
        property["description"] =
            toStd(draft && !draft->description.isEmpty() ? draft->description
                                                         : fieldDescription(fieldName(field.name), field.title));
}

/// Goes through an object's own properties; what they point to elsewhere stays as it is.
void refine(Json &schema, const schema::Field &object, const std::vector<FieldDraft> &drafts, std::vector<bool> &taken)
{
    for (const auto &field : object.children) {
        const auto found = schema.find("properties");
        if (found == schema.end() || !found->is_object() || !found->contains(toStd(field.name)))
            continue;
        auto &property = (*found)[toStd(field.name)];
        const auto *draft = takeSame(field, drafts, taken);
        fillGaps(property, field, draft);
        if (!field.isContainer())
            continue;
        const std::vector<FieldDraft> none;
        const auto &members = draft ? draft->members : none;
        std::vector<bool> takenMembers(members.size(), false);
        auto &inner = field.list && property.contains("items") ? property["items"] : property;
        if (inner.is_object())
            refine(inner, field, members, takenMembers);
    }
}

/// The schema with its gaps filled and the fields of `wanted` that it lacks behind its own. `known` are fields that
/// the document has besides.
Expected<Json> refined(Json schema, const std::vector<FieldDraft> &wanted, const std::vector<FieldDraft> &known)
{
    if (schema.is_object() && !schema.contains("properties") && !schema.contains("$ref")) {
        if (!schema.contains("type"))
            schema["type"] = "object";
        schema["properties"] = Json::object();
    }
    const auto root = schema::readFields(schema);
    if (!root)
        return Unexpected(root.error());
    auto drafts = wanted;
    for (const auto &draft : known)
        if (std::ranges::none_of(wanted, [&draft](const FieldDraft &other) { return other.name == draft.name; }))
            drafts.push_back(draft);
    std::vector<bool> taken(drafts.size(), false);
    refine(schema, *root, drafts, taken);
    auto &properties = schema["properties"];
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (!taken[i] && properties.is_object() && !properties.contains(toStd(drafts[i].name)))
            properties[toStd(drafts[i].name)] = toProperty(drafts[i]);
    return schema;
}

} // namespace

Expected<Json> proposeSchema(const SchemaWish &wish)
{
    std::vector<FieldDraft> sample;
    if (wish.document) {
        auto read = readSample(*wish.document);
        if (!read)
            return Unexpected(read.error());
        sample = *std::move(read);
    }
    const auto wanted = joined(readPrompt(wish.prompt), sample);
    auto schema =
        wish.dataSchema.is_null() ? Expected<Json>(toSchema(wanted)) : refined(wish.dataSchema, wanted, sample);
    if (schema && member(*schema, "properties").empty() && !schema->contains("$ref"))
        return Unexpected(ErrorCode::InvalidArgument,
                          wish.document ? u"no fields were found in the document"_s : u"the prompt names no fields"_s);
    return schema;
}

} // namespace xs::engine
