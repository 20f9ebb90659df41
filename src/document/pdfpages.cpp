// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdfpages.h"

#include <poppler-form.h>

#include <QtMath>

namespace xs::document {

namespace {

constexpr domain::PageSize letterSize(612, 792);
constexpr double pointsPerInch = 72;

/// Poppler would print what it dislikes to standard error, with pieces of the document.
void keepQuiet()
{
    static const auto set = [] {
        Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, QVariant());
        return true;
    }();
    Q_UNUSED(set);
}

} // namespace

PdfPages::PdfPages(std::unique_ptr<Poppler::Document> document) : m_document(std::move(document))
{
}

Expected<std::unique_ptr<PageSource>> PdfPages::open(const QString &path)
{
    keepQuiet();
    auto document = Poppler::Document::load(path);
    if (!document)
        return Unexpected(ErrorCode::DocumentBroken, {}, path);
    if (document->isLocked())
        return Unexpected(ErrorCode::DocumentProtected, {}, path);
    if (document->numPages() <= 0)
        return Unexpected(ErrorCode::DocumentBroken, QStringLiteral("no pages"), path);
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    return std::unique_ptr<PageSource>(new PdfPages(std::move(document)));
}

int PdfPages::pageCount() const
{
    return m_document->numPages();
}

domain::PageSize PdfPages::pageSize(int page) const
{
    const auto source = m_document->page(page);
    const auto size = source ? source->pageSizeF() : QSizeF();
    return size.width() > 0 && size.height() > 0 ? size : letterSize;
}

int PdfPages::rotation(int page) const
{
    const auto source = m_document->page(page);
    switch (source ? source->orientation() : Poppler::Page::Portrait) {
    case Poppler::Page::Landscape:
        return 90;
    case Poppler::Page::UpsideDown:
        return 180;
    case Poppler::Page::Seascape:
        return 270;
    case Poppler::Page::Portrait:
        break;
    }
    return 0;
}

std::vector<Word> PdfPages::words(int page) const
{
    std::vector<Word> words;
    const auto source = m_document->page(page);
    if (!source)
        return words;
    const auto size = pageSize(page);
    for (const auto &box : source->textList()) {
        const auto area = box->boundingBox();
        words.push_back({box->text(),
                         {area.x() / size.width(), area.y() / size.height(), area.width() / size.width(),
                          area.height() / size.height()},
                         box->hasSpaceAfter()});
    }
    return words;
}

std::vector<domain::PageRect> PdfPages::filledFields(int page) const
{
    std::vector<domain::PageRect> filled;
    const auto source = m_document->page(page);
    if (!source)
        return filled;
    for (const auto &field : source->formFields()) {
        auto hasValue = false;
        if (field->type() == Poppler::FormField::FormText)
            hasValue = !static_cast<const Poppler::FormFieldText &>(*field).text().trimmed().isEmpty();
        else if (field->type() == Poppler::FormField::FormChoice)
            hasValue = !static_cast<const Poppler::FormFieldChoice &>(*field).currentChoices().isEmpty();
        else if (field->type() == Poppler::FormField::FormButton)
            hasValue = static_cast<const Poppler::FormFieldButton &>(*field).state();
        if (hasValue && field->isVisible())
            filled.push_back(field->rect().normalized());
    }
    return filled;
}

QImage PdfPages::render(int page, int width, const domain::PageRect &area) const
{
    const auto source = m_document->page(page);
    if (!source || width <= 0)
        return {};
    const auto size = pageSize(page);
    const auto resolution = width * pointsPerInch / size.width();
    const auto height = width * size.height() / size.width();
    // Fractions of whole pixels come back a little off.
    constexpr double slack = 1e-6;
    return source->renderToImage(
        resolution, resolution, qFloor(area.x() * width + slack), qFloor(area.y() * height + slack),
        qCeil(area.width() * width - slack), qCeil(area.height() * height - slack), Poppler::Page::Rotate0, nullptr,
        nullptr, [](const QVariant &self) { return self.value<const PdfPages *>()->givesUp(); },
        QVariant::fromValue(this));
}

} // namespace xs::document
