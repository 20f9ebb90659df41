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
class FindBar;
class MessageRow;
} // namespace xs::gui::common

namespace xs::gui::viewer {

class LevelCounts;
class Locator;
class PageRenderer;
class PageView;
class TextSearch;
class ThumbnailList;
class ViewActions;
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
    /// One value of the result counts otherwise now; the others keep their boxes. False where it has no such value.
    bool changeValue(const QString &path, const domain::ResultNode &value);
    /// Boxes of other kinds, in place of a result's. `withoutEvidence` counts values that have no box anywhere.
    void setHighlights(std::vector<Highlight> highlights, int withoutEvidence = 0);
    /// Values that wait for a person: the thumbnails of their pages say so.
    void setWaiting(const QStringList &paths);
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
    /// The values that have no place in the document are to be seen.
    void withoutEvidenceWanted();
    void cropReady(int id, const QImage &image);
    /// A citation that came without a place was found on its page (from 0) by its text.
    void citationLocated(const QString &path, int citation, int page, const std::vector<xs::domain::PageRect> &rects);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setupActions();
    QWidget *makeHeader();
    QWidget *makeFooter();
    void setupPages();
    void setupSearch();
    void showError(const Error &error);
    void showResult();
    void showHighlights(std::vector<Highlight> highlights, std::vector<Unplaced> unplaced, int withoutEvidence);
    void takeLocated(const std::vector<Highlight> &highlights);
    void showCounts();
    void showWithoutEvidence();
    void showThumbnails();
    void showWaiting();
    void openSearch();
    void updatePageNumber(int page);
    void updateZoom();
    QToolButton *makeButton(QAction *action);

    QString m_file;
    std::optional<domain::ResultNode> m_result;
    domain::ConfidenceRules m_rules;
    std::vector<Highlight> m_given;
    std::vector<Unplaced> m_unplaced;
    /// Single values have other boxes than `m_given` says.
    bool m_hasChanges = false;
    int m_withoutEvidence = 0;
    QStringList m_waiting;
    int m_pageCount = 0;
    QStackedWidget *m_stack = nullptr;
    PageView *m_pages = nullptr;
    ViewActions *m_actions = nullptr;
    Locator *m_locator = nullptr;
    TextSearch *m_search = nullptr;
    common::FindBar *m_searchBar = nullptr;
    ThumbnailList *m_thumbnails = nullptr;
    PageRenderer *m_cropRenderer = nullptr;
    int m_cropId = 0;
    std::unique_ptr<RenderRequest> m_crop;
    QLineEdit *m_pageEdit = nullptr;
    QLabel *m_pageTotal = nullptr;
    common::ElidedLabel *m_fileName = nullptr;
    QLabel *m_zoomLabel = nullptr;
    LevelCounts *m_counts = nullptr;
    QToolButton *m_withoutEvidenceButton = nullptr;
    common::MessageRow *m_message = nullptr;
    QAction *m_thumbnailsAction = nullptr;
    bool m_thumbnailsFollow = true;
    QAction *m_boxesAction = nullptr;
    QAction *m_searchAction = nullptr;
    QList<QAction *> m_stepActions;
};

} // namespace xs::gui::viewer
