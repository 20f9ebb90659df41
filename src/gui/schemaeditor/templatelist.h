// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/templates.h"

#include <functional>

class QMenu;

namespace xs::gui::schemaeditor {

/// The templates that come with the program, with titles and descriptions in the person's language.
const std::vector<schema::Template> &templateList();

/// An entry for each of them.
void fillTemplateMenu(QMenu &menu, const std::function<void(const schema::Template &)> &chosen);

} // namespace xs::gui::schemaeditor
