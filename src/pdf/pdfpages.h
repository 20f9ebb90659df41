// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/formsource.h"
#include "document/limitedpainter.h"
#include "document/pagesource.h"

#include <poppler-qt6.h>

#include <functional>

namespace xs::pdf {

using document::FilledField;
using document::FormField;
using document::Word;

/// The pages of a PDF file, read with Poppler.
class PdfPages final : public document::PageSource, public document::FormSource, public document::LimitedPainter
{
public:
    /// Errors: DocumentBroken, DocumentProtected, TooManyPages.
    static Expected<std::unique_ptr<document::PageSource>> open(const QString &path);

    int pageCount() const override;
    domain::PageSize pageSize(int page) const override;
    int rotation(int page) const override;
    std::vector<Word> words(int page) const override;
    std::vector<FilledField> filledFields(int page) const override;
    std::vector<FormField> formFields(int page) const override;
    QImage render(int page, int width, const domain::PageRect &area) const override;
    QImage renderWithin(std::chrono::milliseconds processorTime, int page, int width) const override;

private:
    explicit PdfPages(std::unique_ptr<Poppler::Document> document);
    /// `givesUp` is asked now and then.
    QImage paint(int page, int width, const domain::PageRect &area, const std::function<bool()> &givesUp) const;

    std::unique_ptr<Poppler::Document> m_document;
};

} // namespace xs::pdf
