// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/pdfpages.h"

#include <poppler-form.h>

#include <QtMath>

#include <time.h>

#include <algorithm>
#include <functional>
#include <new>
#include <optional>

namespace xs::pdf {

using document::PageSource;

namespace {

constexpr domain::PageSize letterSize(612, 792);
constexpr double pointsPerInch = 72;
/// Pages beyond these measures take all memory as soon as they are painted: 70 m, and a till roll of 24 m.
constexpr double longestSide = 200'000;
constexpr double mostStretched = 300;
constexpr double mostPictureBytes = 512.0 * 1024 * 1024;
/// The pages of a document are all asked for their sizes, and their places are kept.
constexpr int mostPages = 50'000;

bool isPossible(const QSizeF &size)
{
    const auto shorter = std::min(size.width(), size.height());
    const auto longer = std::max(size.width(), size.height());
    return shorter > 0 && longer <= longestSide && longer / shorter <= mostStretched;
}

std::chrono::nanoseconds processorTimeOfThread()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

/// Poppler would print what it dislikes to standard error, with pieces of the document.
void keepQuiet()
{
    static const auto set = [] {
        Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, QVariant());
        return true;
    }();
    Q_UNUSED(set);
}

void readChoice(const Poppler::FormFieldChoice &choice, FormField &field)
{
    field.kind = choice.multiSelect() ? FormField::Kind::Choices : FormField::Kind::Choice;
    const auto chosen = choice.currentChoices();
    const auto texts = choice.choices();
    for (qsizetype i = 0; i < texts.size(); ++i)
        field.options.push_back({texts[i], chosen.contains(int(i))});
    // Boxes with a line of their own take what is in no list.
    if (chosen.isEmpty() && choice.isEditable() && !choice.editChoice().isEmpty())
        field.options.push_back({choice.editChoice(), true});
}

/// Nothing for what holds no value, such as a button to press.
std::optional<FormField> readField(const Poppler::FormField &source)
{
    FormField field;
    field.name = source.fullyQualifiedName();
    field.caption = source.uiName();
    field.area = source.rect().normalized();
    switch (source.type()) {
    case Poppler::FormField::FormText:
        field.text = static_cast<const Poppler::FormFieldText &>(source).text();
        return field;
    case Poppler::FormField::FormChoice:
        readChoice(static_cast<const Poppler::FormFieldChoice &>(source), field);
        return field;
    case Poppler::FormField::FormButton: {
        const auto &button = static_cast<const Poppler::FormFieldButton &>(source);
        if (button.buttonType() == Poppler::FormFieldButton::Push)
            return {};
        const auto isRadio = button.buttonType() == Poppler::FormFieldButton::Radio;
        field.kind = isRadio ? FormField::Kind::RadioButton : FormField::Kind::CheckBox;
        field.isSet = button.state();
        // The name of the button's own state, which tells it from the others of its group.
        field.text = button.caption();
        return field;
    }
    case Poppler::FormField::FormSignature:
        field.kind = FormField::Kind::Signature;
        field.isSet = static_cast<const Poppler::FormFieldSignature &>(source).signatureType() !=
                      Poppler::FormFieldSignature::UnsignedSignature;
        return field;
    }
    return {};
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
    if (document->numPages() > mostPages)
        return Unexpected(ErrorCode::TooManyPages, QStringLiteral("%1 pages").arg(document->numPages()), path);
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
    return isPossible(size) ? size : letterSize;
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
    if (!source || !isPossible(source->pageSizeF()))
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

std::vector<FormField> PdfPages::formFields(int page) const
{
    std::vector<FormField> fields;
    const auto source = m_document->page(page);
    if (!source)
        return fields;
    for (const auto &field : source->formFields())
        if (auto read = field->isVisible() ? readField(*field) : std::nullopt)
            fields.push_back(*std::move(read));
    return fields;
}

std::vector<FilledField> PdfPages::filledFields(int page) const
{
    std::vector<FilledField> filled;
    for (const auto &field : formFields(page))
        if (field.kind != FormField::Kind::Signature && field.isFilledIn())
            filled.push_back({field.area, field.caption.isEmpty() ? field.name.section(u'.', -1) : field.caption});
    return filled;
}

QImage PdfPages::render(int page, int width, const domain::PageRect &area) const
{
    return paint(page, width, area, [this] { return givesUp(); });
}

QImage PdfPages::renderWithin(std::chrono::milliseconds processorTime, int page, int width) const
{
    const auto end = processorTimeOfThread() + processorTime;
    bool isOver = false;
    const auto picture = paint(page, width, {0, 0, 1, 1}, [&] {
        isOver = isOver || processorTimeOfThread() >= end;
        return isOver || givesUp();
    });
    return isOver ? QImage() : picture;
}

QImage PdfPages::paint(int page, int width, const domain::PageRect &area, const std::function<bool()> &givesUp) const
{
    const auto source = m_document->page(page);
    if (!source || width <= 0 || !isPossible(source->pageSizeF()))
        return {};
    const auto size = pageSize(page);
    const auto pixels = area.width() * width * area.height() * width * size.height() / size.width();
    if (pixels * 4 > mostPictureBytes)
        return {};
    const auto resolution = width * pointsPerInch / size.width();
    const auto height = width * size.height() / size.width();
    // Fractions of whole pixels come back a little off.
    constexpr double slack = 1e-6;
    const auto wantedWidth = qCeil(area.width() * width - slack);
    auto picture = source->renderToImage(
        resolution, resolution, qFloor(area.x() * width + slack), qFloor(area.y() * height + slack), wantedWidth,
        qCeil(area.height() * height - slack), Poppler::Page::Rotate0, nullptr, nullptr,
        [](const QVariant &asked) {
            return (*static_cast<const std::function<bool()> *>(asked.value<const void *>()))();
        },
        QVariant::fromValue(static_cast<const void *>(&givesUp)));
    // Poppler gives a picture of one point where there is no memory for the page.
    if (!picture.isNull() && picture.width() != wantedWidth)
        throw std::bad_alloc();
    return picture;
}

} // namespace xs::pdf
