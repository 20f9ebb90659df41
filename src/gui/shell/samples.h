// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace xs::gui::shell {

/// A document with a schema that comes with the program.
struct Sample
{
    QString name;
    QString title;
    QString description;
    QString document;
    QString schema;
    QString target;
};

/// The samples of a folder, as its manifest.json lists them; none when it cannot be read.
std::vector<Sample> readSamples(const QString &folder);

} // namespace xs::gui::shell
