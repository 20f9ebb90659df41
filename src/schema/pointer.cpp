// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/pointer.h"

using namespace Qt::StringLiterals;

namespace xs::schema {

QString childPointer(const QString &parent, const QString &name)
{
    return parent + u'/' + pointerStep(name);
}

QString childPointer(const QString &parent, std::size_t index)
{
    return parent + u'/' + QString::number(index);
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
    return childPointer(owner + u"/properties"_s, name);
}

bool isInside(const QString &pointer, const QString &ancestor)
{
    return pointer == ancestor || pointer.startsWith(ancestor + u'/');
}

} // namespace xs::schema
