// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/geometry.h"

#include <QAbstractListModel>
#include <QListView>
#include <QPixmap>

#include <set>
#include <vector>

namespace xs::gui::schemaeditor {

/// The pages of a document as small pictures with a check each. Pages count from 1 here, as in `target_pages`.
class PagePickerModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setPages(const std::vector<domain::PageSize> &sizes);
    void setPicture(int page, const QPixmap &picture);
    bool hasPicture(int page) const { return !m_pictures.at(page - 1).isNull(); }
    const domain::PageSize &pageSize(int page) const { return m_sizes.at(page - 1); }
    const std::set<int> &checked() const { return m_checked; }
    void setChecked(std::set<int> pages);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// A person checked or unchecked a page.
    void checkedByHand();

private:
    std::vector<domain::PageSize> m_sizes;
    std::vector<QPixmap> m_pictures;
    std::set<int> m_checked;
};

/// Picks pages by clicking or with Space; with Shift, all from the page that was clicked before to this one.
class PagePicker final : public QListView
{
    Q_OBJECT

public:
    explicit PagePicker(QWidget *parent = nullptr);

    void setPages(const std::vector<domain::PageSize> &sizes);
    /// In device pixels; as wide as `picturesWanted` says.
    void setPicture(int page, const QImage &image);
    int pageCount() const { return m_model->rowCount(); }
    /// Shows which pages would be read, and tells nobody.
    void setChosen(const std::vector<int> &pages);

signals:
    /// The pages as `target_pages` has them; empty for all.
    void picked(const QString &pages);
    /// Pages that are in view and have no picture, and how wide pictures are in device pixels.
    void picturesWanted(const QList<int> &pages, int width);

protected:
    void scrollContentsBy(int dx, int dy) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void toggle(int page, bool toHere);
    void tell();
    void requestPictures();

    PagePickerModel *m_model;
    int m_last = 0;
};

} // namespace xs::gui::schemaeditor
