// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "document/formsource.h"
#include "document/pagesource.h"

namespace xs::tests {

/// Words of pages that were read once and kept in a file, so that work on the engine need not recognise the same
/// pictures again and again.
class SavedWords final : public document::PageSource, public document::FormSource
{
public:
    static Json save(const document::PageSource &source);
    explicit SavedWords(Json saved) : m_saved(std::move(saved)) {}

    int pageCount() const override;
    domain::PageSize pageSize(int page) const override;
    std::vector<document::Word> words(int page) const override;
    std::vector<document::FilledField> filledFields(int page) const override;
    QImage render(int page, int width, const domain::PageRect &area) const override;

private:
    Json m_saved;
};

} // namespace xs::tests
