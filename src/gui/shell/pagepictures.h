// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/viewer/pagerenderer.h"

#include <QObject>

namespace xs::gui::schemaeditor {
class ConfigurationPage;
}

namespace xs::gui::shell {

/// Brings the pages of the document in view to the configuration's picker: their sizes, and their pictures as they
/// are asked for. Owned by the window.
class PagePictures final : public QObject
{
    Q_OBJECT

public:
    explicit PagePictures(schemaeditor::ConfigurationPage &page, QObject *parent = nullptr);

    /// No file, or no sizes: there is nothing to pick.
    void show(const QString &file, const std::vector<domain::PageSize> &sizes);

private:
    void render(const QList<int> &pages, int width);

    schemaeditor::ConfigurationPage &m_page;
    viewer::PageRenderer m_renderer;
    QString m_file;
};

} // namespace xs::gui::shell
