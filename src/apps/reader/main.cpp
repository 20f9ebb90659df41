// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one document for the window, which talks to it through standard input (document/readerprocess.h).
#include "document/readerprocess.h"
#include "document/readerserver.h"

#include <QGuiApplication>

#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc != 3 || qstrcmp(argv[1], XS_VERSION) != 0)
        return xs::document::readerOfAnotherVersion;
    // Nothing of the window's own is open here.
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    qputenv("TMPDIR", argv[2]);
    // For the fonts of texts.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    xs::document::SandboxLimits limits;
    limits.cpuSeconds = xs::document::SandboxLimits::unlimited;
    return xs::document::serveDocument(STDIN_FILENO, limits);
}
