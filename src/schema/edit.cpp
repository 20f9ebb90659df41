// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/edit.h"

#include "schema/excerpt.h"
#include "schema/pointer.h"
#include "schema/typing.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::schema {

namespace {

Unexpected noSuchPlace(const QString &pointer)
{
    return Unexpected(ErrorCode::NotFound, u"the schema has no such field"_s, pointer);
}

bool isObjectAt(const Recorder &recorder, const QString &pointer)
{
    return recorder.contains(pointer) && recorder.at(pointer).is_object();
}

bool isProperty(const Json &document, const QString &pointer)
{
    return pointer.contains("/properties/"_L1) && document.contains(Json::json_pointer(toStd(pointer)));
}

const Json &propertiesOf(const Recorder &recorder, const QString &owner)
{
    return member(recorder.at(owner), "properties");
}

std::size_t positionInRequired(const Recorder &recorder, const QString &owner, const QString &name)
{
    const auto &required = member(recorder.at(owner), "required");
    if (!required.is_array())
        return SIZE_MAX;
    const auto found = std::ranges::find(required, Json(toStd(name)));
    return found == required.end() ? SIZE_MAX : static_cast<std::size_t>(found - required.begin());
}

void require(Recorder &recorder, const QString &owner, const QString &name)
{
    if (positionInRequired(recorder, owner, name) != SIZE_MAX)
        return;
    const auto &required = member(recorder.at(owner), "required");
    if (required.is_array())
        recorder.insert(owner + u"/required"_s, required.size(), {}, toStd(name));
    else
        recorder.setMember(owner, "required", Json::array({toStd(name)}));
}

/// Draft 4 does not allow an empty `required`, so the last name takes the keyword with it.
void unrequire(Recorder &recorder, const QString &owner, const QString &name)
{
    const auto position = positionInRequired(recorder, owner, name);
    if (position == SIZE_MAX)
        return;
    if (recorder.at(owner)["required"].size() == 1)
        recorder.removeMember(owner, "required");
    else
        recorder.removeAt(owner + u"/required"_s, position);
}

void insertProperty(Recorder &recorder, const QString &owner, std::size_t position, const QString &name, Json property)
{
    if (!propertiesOf(recorder, owner).is_object())
        recorder.setMember(owner, "properties", Json::object());
    const auto count = propertiesOf(recorder, owner).size();
    recorder.insert(owner + u"/properties"_s, std::min(position, count), toStd(name), std::move(property));
}

void takeProperty(Recorder &recorder, const QString &pointer)
{
    const auto owner = ownerOf(pointer);
    unrequire(recorder, owner, lastName(pointer));
    recorder.removeMember(owner + u"/properties"_s, toStd(lastName(pointer)));
}

QString freeNameIn(const Json &properties, const QString &wanted)
{
    const auto base = wanted.isEmpty() ? u"field"_s : wanted;
    auto name = base;
    for (int i = 2; properties.is_object() && properties.contains(toStd(name)); ++i)
        name = u"%1_%2"_s.arg(base).arg(i);
    return name;
}

/// The field to show when the given one has gone: its neighbour, else its owner.
QString neighbour(const Json &document, const QString &pointer)
{
    const auto owner = ownerOf(pointer);
    const auto &properties = document.at(Json::json_pointer(toStd(owner + u"/properties"_s)));
    const auto index = indexOf(properties, toStd(lastName(pointer)));
    const auto &members = properties.get_ref<const Json::object_t &>();
    if (members.size() < 2)
        return owner;
    const auto next = index + 1 < members.size() ? index + 1 : index - 1;
    return propertyPointer(owner, toQString(members.begin()[static_cast<std::ptrdiff_t>(next)].first));
}

/// The schema with its shared definitions under names that the document has not for something else.
Json withFreeDefinitions(const Json &document, Json schema)
{
    for (const auto *key : {"$defs", "definitions"}) {
        const auto &definitions = member(schema, key);
        const auto &taken = member(document, key);
        if (!definitions.is_object() || !taken.is_object())
            continue;
        auto renamed = Json::object();
        QHash<QString, QString> names;
        for (const auto &[name, definition] : definitions.items()) {
            const auto isOther = taken.contains(name) && taken[name] != definition;
            const auto free = isOther ? toStd(freeNameIn(taken, toQString(name))) : name;
            const auto place = u"#/%1/"_s.arg(QString::fromLatin1(key));
            if (isOther)
                names.insert(place + pointerStep(toQString(name)), place + pointerStep(toQString(free)));
            renamed[free] = definition;
        }
        if (names.isEmpty())
            continue;
        schema[key] = std::move(renamed);
        changeReferences(schema, [&names](const QString &reference) { return names.value(reference, reference); });
    }
    return schema;
}

void addDefinitions(Recorder &recorder, const Json &schema)
{
    for (const auto *key : {"$defs", "definitions"}) {
        const auto &definitions = member(schema, key);
        if (!definitions.is_object())
            continue;
        if (!recorder.contains(u'/' + QString::fromLatin1(key)))
            recorder.setMember({}, key, Json::object());
        for (const auto &[name, definition] : definitions.items())
            if (!recorder.at(u'/' + QString::fromLatin1(key)).contains(name))
                recorder.setMember(u'/' + QString::fromLatin1(key), name, definition);
    }
}

/// The type that the values of a property's enum have.
FieldType scalarTypeOf(const Json &property)
{
    Json document = {{"type", "object"}, {"properties", {{"x", property}}}};
    const auto fields = readFields(document);
    return fields && !fields->children.empty() ? fields->children.front().type : FieldType::String;
}

} // namespace

QString freeName(const Json &document, const QString &container, const QString &wanted)
{
    const Json::json_pointer place(toStd(container + u"/properties"_s));
    return freeNameIn(document.contains(place) ? document.at(place) : Json(), wanted);
}

Expected<Edit> addField(Json &document, const QString &container, std::size_t position, const QString &name,
                        Json property)
{
    Recorder recorder(document);
    if (!isObjectAt(recorder, container))
        return noSuchPlace(container);
    const auto free = freeName(document, container, name);
    insertProperty(recorder, container, position, free, std::move(property));
    return recorder.finish({}, propertyPointer(container, free));
}

Expected<Edit> addChild(Json &document, const Field &parent, const QString &name, Json property)
{
    if (parent.isContainer())
        return addField(document, parent.container, SIZE_MAX, name, std::move(property));
    if (!isProperty(document, parent.pointer))
        return noSuchPlace(parent.pointer);
    Recorder recorder(document);
    auto typed = withType(recorder.at(parent.pointer), {FieldType::Object, parent.list});
    const auto inner = typedPlace(typed, parent.list);
    typed[Json::json_pointer(toStd(inner + u"/properties"_s))][toStd(name)] = std::move(property);
    recorder.set(parent.pointer, std::move(typed));
    return recorder.finish(parent.pointer, propertyPointer(parent.pointer + inner, name));
}

Expected<Edit> addFields(Json &document, const QString &container, std::size_t position, const Json &added)
{
    Recorder recorder(document);
    const auto schema = withFreeDefinitions(document, added);
    const auto &properties = member(schema, "properties");
    if (!isObjectAt(recorder, container))
        return noSuchPlace(container);
    if (!properties.is_object() || properties.empty())
        return Unexpected(ErrorCode::InvalidArgument, u"there are no properties to add"_s);
    QString last;
    for (const auto &[key, property] : properties.items()) {
        const auto name = freeNameIn(propertiesOf(recorder, container), toQString(key));
        insertProperty(recorder, container, position, name, property);
        const auto &required = member(schema, "required");
        if (required.is_array() && std::ranges::find(required, Json(key)) != required.end())
            require(recorder, container, name);
        last = propertyPointer(container, name);
        if (position != SIZE_MAX)
            ++position;
    }
    addDefinitions(recorder, schema);
    return recorder.finish({}, last);
}

Expected<Edit> removeFields(Json &document, const QStringList &pointers)
{
    for (const auto &pointer : pointers)
        if (!isProperty(document, pointer))
            return noSuchPlace(pointer);
    if (pointers.isEmpty())
        return Unexpected(ErrorCode::InvalidArgument, u"no field is named"_s);
    Recorder recorder(document);
    QString next;
    for (const auto &pointer : pointers) {
        // One that lay inside of another is gone with it.
        if (!recorder.contains(pointer))
            continue;
        next = neighbour(document, pointer);
        takeProperty(recorder, pointer);
    }
    return recorder.finish(pointers.front(), next);
}

Expected<Edit> renameField(Json &document, const QString &pointer, const QString &name)
{
    if (!isProperty(document, pointer))
        return noSuchPlace(pointer);
    const auto owner = ownerOf(pointer);
    const auto former = lastName(pointer);
    Recorder recorder(document);
    if (name.isEmpty())
        return Unexpected(ErrorCode::InvalidArgument, u"a field needs a name"_s, pointer);
    if (name == former)
        return recorder.finish(pointer, pointer);
    if (propertiesOf(recorder, owner).contains(toStd(name)))
        return Unexpected(ErrorCode::Conflict, u"a field of that name is there"_s, name);
    const auto position = positionInRequired(recorder, owner, former);
    recorder.rename(owner + u"/properties"_s, toStd(former), toStd(name));
    if (position != SIZE_MAX)
        recorder.set(childPointer(owner + u"/required"_s, position), toStd(name));
    return recorder.finish(pointer, propertyPointer(owner, name));
}

Expected<Edit> duplicateField(Json &document, const QString &pointer)
{
    if (!isProperty(document, pointer))
        return noSuchPlace(pointer);
    Recorder recorder(document);
    const auto owner = ownerOf(pointer);
    const auto name = lastName(pointer);
    const auto &properties = propertiesOf(recorder, owner);
    const auto copy = freeNameIn(properties, name);
    auto property = recorder.at(pointer);
    insertProperty(recorder, owner, indexOf(properties, toStd(name)) + 1, copy, std::move(property));
    if (positionInRequired(recorder, owner, name) != SIZE_MAX)
        require(recorder, owner, copy);
    return recorder.finish(pointer, propertyPointer(owner, copy));
}

Expected<Edit> moveField(Json &document, const QString &pointer, const QString &container, std::size_t position)
{
    Recorder recorder(document);
    if (!isProperty(document, pointer))
        return noSuchPlace(pointer);
    if (!isObjectAt(recorder, container))
        return noSuchPlace(container);
    if (isInside(container, pointer))
        return Unexpected(ErrorCode::InvalidArgument, u"a field cannot be moved into itself"_s, pointer);
    const auto owner = ownerOf(pointer);
    const auto name = lastName(pointer);
    const auto wasRequired = positionInRequired(recorder, owner, name) != SIZE_MAX;
    const auto from = indexOf(propertiesOf(recorder, owner), toStd(name));
    const auto sameOwner = owner == container;
    if (sameOwner && (position == from || position == from + 1))
        return recorder.finish(pointer, pointer);
    auto property = recorder.at(pointer);
    if (sameOwner)
        recorder.removeAt(owner + u"/properties"_s, from);
    else
        takeProperty(recorder, pointer);
    const auto free = freeNameIn(propertiesOf(recorder, container), name);
    const auto aim = sameOwner && position != SIZE_MAX && position > from ? position - 1 : position;
    insertProperty(recorder, container, aim, free, std::move(property));
    if (wasRequired)
        require(recorder, container, free);
    return recorder.finish(pointer, propertyPointer(container, free));
}

Expected<Edit> moveFields(Json &document, const QStringList &pointers, const QString &container, std::size_t position)
{
    Edit all{{}, {}, pointers.value(0)};
    QString before;
    for (const auto &pointer : pointers) {
        const auto isInsideOther = std::ranges::any_of(
            pointers, [&pointer](const QString &other) { return other != pointer && isInside(pointer, other); });
        if (isInsideOther)
            continue;
        // Behind the one that was moved before, wherever it came to stand.
        if (!before.isEmpty()) {
            const auto &properties = document.at(Json::json_pointer(toStd(container + u"/properties"_s)));
            position = indexOf(properties, toStd(lastName(before))) + 1;
        }
        auto edit = moveField(document, pointer, container, position);
        if (!edit) {
            toggle(document, all);
            return edit;
        }
        before = edit->focus;
        edit->steps.insert(edit->steps.end(), all.steps.begin(), all.steps.end());
        all = {std::move(edit->steps), edit->focus, all.otherFocus};
    }
    return all;
}

Expected<Edit> setType(Json &document, const QString &pointer, const TypeChoice &type)
{
    if (!isProperty(document, pointer))
        return noSuchPlace(pointer);
    Recorder recorder(document);
    recorder.set(pointer, withType(recorder.at(pointer), type));
    return recorder.finish(pointer, pointer);
}

Expected<Edit> setPresence(Json &document, const QString &pointer, Presence presence)
{
    if (!isProperty(document, pointer))
        return noSuchPlace(pointer);
    Recorder recorder(document);
    const auto owner = ownerOf(pointer);
    recorder.set(pointer, withNull(recorder.at(pointer), presence == Presence::Nullable));
    if (presence == Presence::Required)
        require(recorder, owner, lastName(pointer));
    else
        unrequire(recorder, owner, lastName(pointer));
    return recorder.finish(pointer, pointer);
}

Expected<Edit> setText(Json &document, const QString &pointer, const char *keyword, const QString &text)
{
    if (pointer.isEmpty() ? !document.is_object() : !isProperty(document, pointer))
        return noSuchPlace(pointer);
    Recorder recorder(document);
    if (!recorder.at(pointer).is_object())
        recorder.set(pointer, Json::object());
    if (text.isEmpty())
        recorder.removeMember(pointer, keyword);
    else
        recorder.setMember(pointer, keyword, toStd(text));
    return recorder.finish(pointer, pointer);
}

Expected<Edit> setExample(Json &document, const Field &field, const QString &text)
{
    if (!isProperty(document, field.pointer) || !document.at(Json::json_pointer(toStd(field.pointer))).is_object())
        return noSuchPlace(field.pointer);
    Recorder recorder(document);
    const auto &property = recorder.at(field.pointer);
    const auto &examples = member(property, "examples");
    const auto isList = examples.is_array() && !examples.empty();
    if (text.isEmpty() && isList && examples.size() > 1)
        recorder.removeAt(field.pointer + u"/examples"_s, 0);
    else if (text.isEmpty())
        recorder.removeMember(field.pointer, isList ? "examples" : "example");
    else if (isList)
        recorder.set(field.pointer + u"/examples/0"_s, valueOfType(text, field.type));
    else if (property.contains("example"))
        recorder.setMember(field.pointer, "example", valueOfType(text, field.type));
    else
        recorder.setMember(field.pointer, "examples", Json::array({valueOfType(text, field.type)}));
    return recorder.finish(field.pointer, field.pointer);
}

Expected<Edit> setEnumValues(Json &document, const QString &pointer, const QStringList &values)
{
    if (!isProperty(document, pointer))
        return noSuchPlace(pointer);
    Recorder recorder(document);
    const auto former = enumOf(recorder.at(pointer));
    const auto type = scalarTypeOf(recorder.at(pointer));
    auto list = Json::array();
    for (const auto &value : values) {
        const auto kept = std::ranges::find(former, value, displayText);
        list.push_back(kept != former.end() ? *kept : valueOfType(value, type));
    }
    // Null is no value that is typed; it stays.
    if (std::ranges::find(former, Json()) != former.end())
        list.push_back(nullptr);
    recorder.set(pointer, withEnum(recorder.at(pointer), std::move(list)));
    return recorder.finish(pointer, pointer);
}

Expected<Edit> replaceSchema(Json &document, Json schema)
{
    Recorder recorder(document);
    recorder.set({}, std::move(schema));
    return recorder.finish({}, {});
}

} // namespace xs::schema
