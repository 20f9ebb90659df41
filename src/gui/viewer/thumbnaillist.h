// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/geometry.h"
#include "gui/viewer/pagerenderer.h"

#include <QAbstractListModel>
#include <QCache>
#include <QListView>
#include <QPixmap>

#include <map>

namespace xs::gui::viewer {

/// The pages as small pictures; they come when a view asks for them, and the last few hundred are kept.
class ThumbnailModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr qsizetype mostPictures = 300;

    using QAbstractListModel::QAbstractListModel;
    void setPages(const std::vector<domain::PageSize> &sizes);
    void setPicture(int page, const QPixmap &picture);
    const domain::PageSize &pageSize(int page) const { return m_sizes.at(page); }
    /// How many values of a page wait for a person.
    void setWaiting(std::map<int, int> waiting);
    int waiting(int page) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<domain::PageSize> m_sizes;
    QCache<int, QPixmap> m_pictures{mostPictures};
    std::map<int, int> m_waiting;
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
    void setWaiting(std::map<int, int> waiting) { m_model->setWaiting(std::move(waiting)); }
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
