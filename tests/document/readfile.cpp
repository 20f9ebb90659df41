// SPDX-License-Identifier: GPL-3.0-or-later
// xs_readfile DOCUMENT [PAGES]: prints the words with their boxes, one a line, of all pages or of the first PAGES; for
// scripts/bench.
#include "document/readpage.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace xs;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const auto source = document::openDocument(arguments.value(1));
    if (!source) {
        std::fprintf(stderr, "%s\n", qPrintable(errorCodeName(source.error().code)));
        return 1;
    }
    const auto count = (*source)->pageCount();
    const auto wanted = arguments.size() > 2 ? std::min(arguments.at(2).toInt(), count) : count;
    document::PageReader reader(**source);
    for (int page = 0; page < wanted; ++page)
        for (const auto &word : reader.read(page).words)
            std::printf("%d %f %f %f %f %s\n", page + 1, word.box.left(), word.box.top(), word.box.right(),
                        word.box.bottom(), word.text.toUtf8().constData());
    return 0;
}
