// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/pointer.h"

using namespace Qt::StringLiterals;

namespace xs::schema {

namespace {

/// A schema of thousands of fields makes tens of thousands of pointers: each is put together in one piece of memory.
QString joined(const QString &parent, QStringView between, const QString &step)
{
    QString pointer;
    pointer.reserve(parent.size() + between.size() + step.size());
    pointer += parent;
    pointer += between;
    pointer += step;
    return pointer;
}

} // namespace

QString childPointer(const QString &parent, const QString &name)
{
    return joined(parent, u"/", pointerStep(name));
}

QString childPointer(const QString &parent, std::size_t index)
{
    return joined(parent, u"/", QString::number(index));
}

QString parentPointer(const QString &pointer)
{
    return pointer.left(std::max<qsizetype>(0, pointer.lastIndexOf(u'/')));
}

QString lastName(const QString &pointer)
{
    return nameOfStep(pointer.mid(pointer.lastIndexOf(u'/') + 1));
}

QString ownerOf(const QString &property)
{
    return parentPointer(parentPointer(property));
}

QString propertyPointer(const QString &owner, const QString &name)
{
    return joined(owner, u"/properties/", pointerStep(name));
}

bool isInside(const QString &pointer, const QString &ancestor)
{
    return pointer.startsWith(ancestor) && (pointer.size() == ancestor.size() || pointer[ancestor.size()] == u'/');
}

} // namespace xs::schema
