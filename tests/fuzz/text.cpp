// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pagesource.h"
#include "fuzz/fuzz.h"

#include <QGuiApplication>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;
using namespace xs;

/// The readers of HTML, Markdown, CSV and text: a line with the suffix of its name, then the file.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static const QGuiApplication application(argc, argv);
    auto text = fuzz::bytes(data, size);
    const auto suffix = QString::fromLatin1(fuzz::takeLine(text).left(8));
    QTemporaryFile file;
    if (!file.open() || file.write(text) != text.size() || !file.flush())
        return 0;
    const auto document = document::openDocument(file.fileName(), u"a."_s + suffix);
    if (!document)
        return 0;
    const auto count = (*document)->pageCount();
    fuzz::require(count > 0, "a document has a page");
    for (int page = 0; page < qMin(count, 3); ++page) {
        const auto pageSize = (*document)->pageSize(page);
        fuzz::require(pageSize.width() > 0 && pageSize.height() > 0, "a page has a size");
        for (const auto &word : (*document)->words(page))
            fuzz::require(!word.text.isEmpty(), "a word has letters");
    }
    return 0;
}
