// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/confidencerules.h"
#include "domain/resultnode.h"
#include "gui/viewer/highlight.h"

#include <QImage>
#include <QWidget>

#include <memory>

class QAction;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace xs::gui::common {
class ElidedLabel;
class EmptyState;
class MessageRow;
} // namespace xs::gui::common

namespace xs::gui::viewer {

class LevelCounts;
class PageRenderer;
class PageView;
class ThumbnailList;
struct RenderRequest;

/// A document's pages with the boxes of the values on them: header with page number, file name and zoom,
/// thumbnails, pages, footer with counts. Everything slow happens in threads of its own.
class DocumentView : public QWidget
{
    Q_OBJECT

public:
    explicit DocumentView(QWidget *parent = nullptr);
    ~DocumentView() override;

    /// Shows a document and forgets the boxes of the one before; the same one again changes nothing. Then opened() or
    /// failed() comes.
    void open(const QString &file);
    void close();
    const QString &file() const { return m_file; }

    /// Draws every citation of a result as boxes, now or as soon as the pages are known.
    void setResult(const domain::ResultNode &result, const domain::ConfidenceRules &rules = {});
    /// Boxes of other kinds, in place of a result's. `withoutEvidence` counts values that have no box anywhere.
    void setHighlights(std::vector<Highlight> highlights, int withoutEvidence = 0);
    /// The sizes of the open document's pages; empty until opened().
    std::vector<domain::PageSize> pageSizes() const;
    void select(const QString &path, int citation = 0);
    void zoomToSelection();

    /// Asks for a part of a page (fractions), so that the whole page would be `width` device pixels wide; cropReady()
    /// brings it with the same id. A newer request replaces one that still waits.
    void requestCrop(int id, int page, const QRectF &area, int width);

    PageView *pages() const { return m_pages; }
    /// Zoom, fit, thumbnails and boxes, with their keys, for the window's View menu.
    QList<QAction *> viewActions() const;

signals:
    void opened(int pages);
    void failed(const xs::Error &error);
    void highlightClicked(const QString &path, int citation);
    void cropReady(int id, const QImage &image);

private:
    void setupActions();
    QWidget *makeHeader();
    QWidget *makeFooter();
    void setupPages();
    void showError(const Error &error);
    void showResult();
    void showHighlights(std::vector<Highlight> highlights, int withoutEvidence);
    void updatePageNumber(int page);
    void updateZoom();
    QAction *addViewAction(const QString &name, QStringView icon, const QString &text, const QKeySequence &key);
    QToolButton *makeButton(QAction *action);

    QString m_file;
    std::optional<domain::ResultNode> m_result;
    domain::ConfidenceRules m_rules;
    int m_pageCount = 0;
    QStackedWidget *m_stack = nullptr;
    PageView *m_pages = nullptr;
    ThumbnailList *m_thumbnails = nullptr;
    PageRenderer *m_cropRenderer = nullptr;
    int m_cropId = 0;
    std::unique_ptr<RenderRequest> m_crop;
    QLineEdit *m_pageEdit = nullptr;
    QLabel *m_pageTotal = nullptr;
    common::ElidedLabel *m_fileName = nullptr;
    QLabel *m_zoomLabel = nullptr;
    LevelCounts *m_counts = nullptr;
    common::MessageRow *m_message = nullptr;
    QAction *m_thumbnailsAction = nullptr;
    QAction *m_previousAction = nullptr;
    QAction *m_nextAction = nullptr;
    QAction *m_zoomInAction = nullptr;
    QAction *m_zoomOutAction = nullptr;
    QAction *m_fitWidthAction = nullptr;
    QAction *m_fitPageAction = nullptr;
    QAction *m_boxesAction = nullptr;
    QAction *m_copyAction = nullptr;
};

} // namespace xs::gui::viewer
