// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/pagepictures.h"

#include "gui/schemaeditor/configurationpage.h"

namespace xs::gui::shell {

PagePictures::PagePictures(schemaeditor::ConfigurationPage &page, QObject *parent) : QObject(parent), m_page(page)
{
    connect(&m_page, &schemaeditor::ConfigurationPage::picturesWanted, this, &PagePictures::render);
    connect(&m_renderer, &viewer::PageRenderer::rendered, this,
            [this](const viewer::RenderRequest &request, const QImage &image) {
                m_page.setPagePicture(request.page + 1, image);
            });
}

void PagePictures::show(const QString &file, const std::vector<domain::PageSize> &sizes)
{
    const auto isOther = file != m_file;
    m_file = sizes.empty() ? QString() : file;
    if (m_file.isEmpty())
        m_renderer.close();
    else if (isOther)
        m_renderer.open(m_file);
    m_page.setPages(sizes);
}

void PagePictures::render(const QList<int> &pages, int width)
{
    std::vector<viewer::RenderRequest> wanted;
    for (const auto page : pages)
        wanted.push_back({page - 1, width});
    m_renderer.render(wanted);
}

} // namespace xs::gui::shell
