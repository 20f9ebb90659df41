// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pagebuilder.h"

namespace xs::tests {

BuiltPages &BuiltPages::page()
{
    m_pages.emplace_back();
    return *this;
}

BuiltPages &BuiltPages::text(double x, double y, const QString &words)
{
    for (const auto &word : words.split(u' ', Qt::SkipEmptyParts)) {
        const auto width = 6.0 * double(word.size());
        m_pages.back().push_back({word, QRectF(x / 600, y / 800, width / 600, 10.0 / 800), true, 1});
        x += width + 3;
    }
    return *this;
}

BuiltPages &BuiltPages::endAt(double right, double y, const QString &words)
{
    const auto blanks = double(words.count(u' '));
    return text(right - 6 * (double(words.size()) - blanks) - 3 * blanks, y, words);
}

BuiltPages &BuiltPages::upright(double x, double bottom, const QString &words)
{
    for (const auto &word : words.split(u' ', Qt::SkipEmptyParts)) {
        const auto height = 6.0 * double(word.size());
        m_pages.back().push_back({word, QRectF(x / 600, (bottom - height) / 800, 10.0 / 600, height / 800), true, 1});
        bottom -= height + 3;
    }
    return *this;
}

engine::Text BuiltPages::read() const
{
    engine::Text text;
    for (int page = 0; page < pageCount(); ++page)
        engine::appendPage(text, page + 1, pageSize(page), words(page));
    return text;
}

std::vector<document::FilledField> BuiltForm::filledFields(int) const
{
    std::vector<document::FilledField> filled;
    for (const auto &field : m_fields)
        if (field.isFilledIn())
            filled.push_back({field.area, field.caption.isEmpty() ? field.name : field.caption});
    return filled;
}

} // namespace xs::tests
