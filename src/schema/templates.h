// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "base/json.h"

#include <vector>

namespace xs::schema {

/// A schema to begin with, made for a kind of document, as resources/templates has it.
struct Template
{
    QString name;
    /// English; the window translates them.
    QString title;
    QString description;
    /// The name of an icon.
    QString icon;
    /// The file with the schema.
    QString path;
};

/// The templates of a folder, as its manifest.json lists them; of those that come with the program without a folder.
/// None when they cannot be read.
std::vector<Template> templates(const QString &folder = {});

} // namespace xs::schema
