// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/findingtext.h"

#include <QCoreApplication>

namespace xs::wording {

namespace {

struct Findings
{
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

} // namespace

QString shortFindingText(const schema::Finding &finding)
{
    using enum schema::FindingKind;
    switch (finding.kind) {
    case RootNotObject:
        return Findings::tr("not an object");
    case NoProperties:
        return Findings::tr("no fields");
    case TooDeep:
        return Findings::tr("nested too deep");
    case TooManyProperties:
        return Findings::tr("too many fields");
    case TooMuchText:
    case SchemaTooLong:
        return Findings::tr("too long");
    case ReferenceNotLocal:
        return Findings::tr("reference leads nowhere");
    case ReferenceCyclic:
        return Findings::tr("reference to itself");
    case DefaultNotNull:
        return Findings::tr("default not allowed");
    case EnumEmpty:
        return Findings::tr("no values");
    case TypeUnknown:
        return Findings::tr("no such type");
    case NotASchema:
        return Findings::tr("not a schema");
    case KeywordIgnored:
        return Findings::tr("%1 unused").arg(finding.subject);
    case Deep:
        return Findings::tr("nested deep");
    case NoDescription:
        return Findings::tr("no description");
    case RequiredWithoutNull:
        return Findings::tr("better nullable");
    case RequiredUnknown:
        return Findings::tr("requires no field");
    case NameOfMetadata:
        return Findings::tr("reserved name");
    }
    return {};
}

QString findingText(const schema::Finding &finding)
{
    using enum schema::FindingKind;
    switch (finding.kind) {
    case RootNotObject:
        return Findings::tr("The schema must describe an object. Put a list into one of its properties.");
    case NoProperties:
        return Findings::tr("The schema has no fields yet. Add one with Enter.");
    case TooDeep:
        return Findings::tr("At most 7 levels are allowed; this is level %1. Move fields up.").arg(finding.subject);
    case TooManyProperties:
        return Findings::tr("At most 5,000 fields are allowed. Split the schema.");
    case TooMuchText:
        return Findings::tr("Names, descriptions and values together are too long (%1 characters, at most 120,000). "
                            "Shorten descriptions.")
            .arg(finding.subject);
    case SchemaTooLong:
        return Findings::tr("The schema is too long (%1 characters, at most 150,000). Split it.").arg(finding.subject);
    case ReferenceNotLocal:
        return Findings::tr("%1 points at nothing inside this schema. Write the definition under $defs.")
            .arg(finding.subject);
    case ReferenceCyclic:
        return Findings::tr("%1 leads back to itself. Write the inner levels out.").arg(finding.subject);
    case DefaultNotNull:
        return Findings::tr("A default other than null is refused by the server. Remove it.");
    case EnumEmpty:
        return Findings::tr("A list of allowed values needs at least one value.");
    case TypeUnknown:
        return Findings::tr("\"%1\" is no type. Write string, number, integer, boolean, object or array.")
            .arg(finding.subject);
    case NotASchema:
        return Findings::tr("This is not a schema. Write an object with a type.");
    case KeywordIgnored:
        return Findings::tr("\"%1\" is not read where this schema is run. Say it in the description instead.")
            .arg(finding.subject);
    case Deep:
        return Findings::tr("Three or four levels give the best results; this is level %1.").arg(finding.subject);
    case NoDescription:
        return Findings::tr("A description says what is meant and where it stands; it makes the value more reliable.");
    case RequiredWithoutNull:
        return Findings::tr(
            "A required value that is not in the document may be invented. Make it nullable with Space.");
    case RequiredUnknown:
        return Findings::tr("\"%1\" is required, but no field has that name.").arg(finding.subject);
    case NameOfMetadata:
        return Findings::tr("\"%1\" is also a word of the result's metadata. Another name avoids confusion.")
            .arg(finding.subject);
    }
    return {};
}

QString fixText(const schema::Fix &fix)
{
    using enum schema::FixKind;
    switch (fix.kind) {
    case RemoveKeyword:
        return Findings::tr("Remove \"%1\"").arg(fix.subject);
    case Describe:
        return Findings::tr("Say \"%1\" in the description").arg(fix.subject);
    case OneValue:
        return Findings::tr("Write it as an enum of one value");
    case Alternatives:
        return Findings::tr("Write it as anyOf");
    case DefaultNull:
        return Findings::tr("Make the default null");
    case AnyText:
        return Findings::tr("Allow any text");
    case MakeNullable:
        return Findings::tr("Make it nullable");
    case NameAsDescription:
        return Findings::tr("Begin with \"%1\"").arg(fix.subject);
    case Rename:
        return Findings::tr("Rename to \"%1\"").arg(fix.subject);
    case KnownType:
        return Findings::tr("Make it %1").arg(fix.subject);
    case NotRequired:
        return Findings::tr("Require it no longer");
    case RequireField:
        return Findings::tr("Require \"%1\"").arg(fix.subject);
    case FindDefinition:
        return Findings::tr("Point at %1").arg(fix.subject);
    case PlainText:
        return Findings::tr("Make it a text");
    }
    return {};
}

} // namespace xs::wording
