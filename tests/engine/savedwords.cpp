// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/savedwords.h"

#include "document/readpage.h"

namespace xs::tests {

Json SavedWords::save(const document::PageSource &source)
{
    document::PageReader reader(source);
    auto pages = Json::array();
    for (int page = 0; page < source.pageCount(); ++page) {
        const auto size = source.pageSize(page);
        auto words = Json::array();
        for (const auto &word : reader.read(page).words)
            words.push_back({toStd(word.text), word.box.x(), word.box.y(), word.box.width(), word.box.height(),
                             word.spaceAfter, word.confidence});
        auto filled = Json::array();
        if (const auto *forms = dynamic_cast<const document::FormSource *>(&source))
            for (const auto &[area, label] : forms->filledFields(page))
                filled.push_back({area.x(), area.y(), area.width(), area.height(), toStd(label)});
        pages.push_back({{"width", size.width()}, {"height", size.height()}, {"words", words}, {"filled", filled}});
    }
    return pages;
}

int SavedWords::pageCount() const
{
    return int(m_saved.size());
}

domain::PageSize SavedWords::pageSize(int page) const
{
    return {m_saved[page]["width"].get<double>(), m_saved[page]["height"].get<double>()};
}

std::vector<document::Word> SavedWords::words(int page) const
{
    std::vector<document::Word> words;
    for (const auto &word : m_saved[page]["words"])
        words.push_back({toQString(word[0]), QRectF(word[1], word[2], word[3], word[4]), word[5], word[6]});
    return words;
}

std::vector<document::FilledField> SavedWords::filledFields(int page) const
{
    std::vector<document::FilledField> filled;
    for (const auto &area : member(m_saved[page], "filled"))
        filled.push_back({{area[0], area[1], area[2], area[3]}, toQString(area[4])});
    return filled;
}

QImage SavedWords::render(int, int, const domain::PageRect &) const
{
    return {};
}

} // namespace xs::tests
