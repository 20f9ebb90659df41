// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "domain/geometry.h"

#include <QImage>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace xs::document {

/// One word of a page's text layer.
struct Word
{
    QString text;
    /// In fractions of the page as shown.
    domain::PageRect box;
    /// Whether a blank follows it in the text (false inside "INV-42" that is painted in two pieces).
    bool spaceAfter = true;
    /// How sure a text recognition is, 0…1; a text layer is always 1.
    double confidence = 1;

    bool operator==(const Word &) const = default;
};

/// The pages of a document. Numbers run from 0 to pageCount()-1. Not thread-safe: one object per thread.
class PageSource
{
public:
    virtual ~PageSource() = default;
    virtual int pageCount() const = 0;
    /// As shown, after rotation and inside the crop box, in points; a page that cannot be read is 612×792.
    virtual domain::PageSize pageSize(int page) const = 0;
    /// Degrees clockwise by which the stored page is turned to be shown.
    virtual int rotation(int page) const
    {
        Q_UNUSED(page);
        return 0;
    }
    /// The words of the text layer in the file's order; empty for a picture.
    virtual std::vector<Word> words(int page) const = 0;
    /// The page, or the part `area` of it (fractions), painted so that the whole page would be `width` pixels wide.
    /// A null image when it cannot be painted.
    virtual QImage render(int page, int width, const domain::PageRect &area = {0, 0, 1, 1}) const = 0;
    /// Asked now and then, in the same thread, while a page is painted: where it says true, render() ends early with a
    /// null image or an unfinished one.
    void setGiveUp(std::function<bool()> giveUp) { m_giveUp = std::move(giveUp); }
    /// The page for text recognition: a picture's own pixels, or the page painted `width` pixels wide.
    virtual QImage recognitionPicture(int page, int width) const { return render(page, width); }

protected:
    bool givesUp() const { return m_giveUp && m_giveUp(); }

private:
    std::function<bool()> m_giveUp;
};

/// Opens a document by its content. Errors: FileMissing, FileUnreadable, FileEmpty,
/// UnsupportedFileType (with the detail "e-mail" for one), DocumentBroken, DocumentProtected, and those of openOffice.
/// `place` is the path. Office files take seconds. `name` is what the file was called where its path has another name:
/// a text that calls itself a PDF or a picture is refused.
Expected<std::unique_ptr<PageSource>> openDocument(const QString &path, const QString &name = {});

} // namespace xs::document
