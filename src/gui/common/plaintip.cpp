// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/plaintip.h"

#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace xs::gui::common {

QString plainTip(const QString &text)
{
    constexpr qsizetype longest = 1000;
    const auto shown = text.size() > longest ? text.left(longest) + u'…' : text;
    return Qt::mightBeRichText(shown) ? Qt::convertFromPlainText(shown) : shown;
}

} // namespace xs::gui::common
