// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/geometry.h"
#include "gui/viewer/pagerenderer.h"

#include <QAbstractListModel>
#include <QListView>
#include <QPixmap>

namespace xs::gui::viewer {

/// The pages as small pictures; they come when a view asks for them.
class ThumbnailModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void setPages(const std::vector<domain::PageSize> &sizes);
    void setPicture(int page, const QPixmap &picture);
    const domain::PageSize &pageSize(int page) const { return m_sizes.at(page); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<domain::PageSize> m_sizes;
    std::vector<QPixmap> m_pictures;
};

/// The pane of thumbnails. It owns a renderer, so that thumbnails never wait behind pages or the other way round.
class ThumbnailList : public QListView
{
    Q_OBJECT

public:
    explicit ThumbnailList(QWidget *parent = nullptr);
    /// The pages come with setPages(), from whoever opens the document first.
    void open(const QString &path);
    void setPages(const std::vector<domain::PageSize> &sizes);
    void close();
    /// Marks the page that is shown, without asking for it.
    void setCurrentPage(int page);

signals:
    void pageChosen(int page);

protected:
    void scrollContentsBy(int dx, int dy) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void requestPictures();

    ThumbnailModel *m_model;
    PageRenderer *m_renderer;
    bool m_following = false;
};

} // namespace xs::gui::viewer
