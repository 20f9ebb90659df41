// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/exportcontroller.h"

#include "document/isolatedpages.h"
#include "gui/shell/exportdialog.h"
#include "gui/shell/replacequestion.h"
#include "gui/shell/reviewcontroller.h"
#include "jobs/jobqueue.h"
#include "review/jsonexport.h"
#include "review/reviewstore.h"

#include <QApplication>
#include <QBuffer>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

using xs::review::ExportFormat;
using xs::review::ReviewedDocument;

namespace {

/// Wide enough to read small print, small enough to be sent by mail.
constexpr int pictureWidth = 1240;
constexpr int pictureQuality = 80;

/// Pages of the documents in turn; the document that was asked for last stays open.
class Pictures
{
public:
    explicit Pictures(QStringList paths) : m_paths(std::move(paths)) {}

    xs::review::PagePicture operator()(std::size_t document, int page)
    {
        if (m_open != document) {
            auto opened = document::IsolatedPages::open(m_paths[static_cast<qsizetype>(document)]);
            m_pages = opened ? std::move(*opened) : nullptr;
            m_open = document;
        }
        if (!m_pages || page > m_pages->pageCount())
            return {};
        xs::review::PagePicture picture{{}, u"image/jpeg"_s, m_pages->pageSize(page - 1)};
        QBuffer buffer(&picture.bytes);
        m_pages->render(page - 1, pictureWidth).save(&buffer, "JPEG", pictureQuality);
        return picture;
    }

private:
    QStringList m_paths;
    std::size_t m_open = std::numeric_limits<std::size_t>::max();
    std::unique_ptr<document::IsolatedPages> m_pages;
};

/// The names of lists are asked of few documents: all of a batch have the same schema.
constexpr qsizetype mostAsked = 20;

} // namespace

ExportController::ExportController(jobs::JobQueue &queue, xs::review::ReviewStore *reviews, QSettings &settings,
                                   QWidget *window)
    : QObject(window), m_queue(queue), m_reviews(reviews), m_settings(settings), m_window(window)
{
}

QList<LocalJobId> ExportController::completed(const QList<LocalJobId> &jobs) const
{
    QList<LocalJobId> done;
    for (const auto &id : jobs)
        if (const auto *job = m_queue.job(id); job && job->phase == jobs::Phase::Completed)
            done << id;
    return done;
}

QStringList ExportController::lists(const QList<LocalJobId> &jobs) const
{
    const auto documents = read(jobs.mid(0, mostAsked));
    return documents ? xs::review::exportableLists(*documents) : QStringList();
}

void ExportController::start(const LocalJobId &shown, const QList<LocalJobId> &selected)
{
    const auto one = completed({shown});
    const auto several = completed(selected);
    const auto ids = m_queue.ids();
    const auto all = completed({ids.begin(), ids.end()});
    if (all.isEmpty())
        return;
    const auto count = [](const QList<LocalJobId> &jobs) { return static_cast<int>(jobs.size()); };
    auto *dialog = new ExportDialog({count(one), count(several), count(all)}, lists(one.isEmpty() ? all : one),
                                    m_settings, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, one, several, all] {
        const auto scope = dialog->scope();
        choosePlace(dialog->choice(), scope == ExportDialog::Scope::Shown      ? one
                                      : scope == ExportDialog::Scope::Selected ? several
                                                                               : all);
    });
    dialog->open();
}

void ExportController::choosePlace(const xs::review::ExportChoice &choice, const QList<LocalJobId> &jobs)
{
    // It may have been deleted while the dialog was open.
    const auto *first = m_queue.job(jobs.front());
    if (!first)
        return emit failed({ErrorCode::NotFound, {}, jobs.front().text()});
    const auto folder = m_settings.value(u"export/folder"_s, QFileInfo(first->document.path).absolutePath()).toString();
    const bool isFolder = choice.format == ExportFormat::Json && jobs.size() > 1;
    auto *dialog = new QFileDialog(m_window, tr("Export"), folder);
    dialog->setObjectName(u"exportPlaceDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(isFolder ? QFileDialog::AcceptOpen : QFileDialog::AcceptSave);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::AnyFile);
    if (!isFolder) {
        const auto suffix = xs::review::exportSuffix(choice.format);
        dialog->setDefaultSuffix(suffix);
        dialog->setNameFilter(u"*.%1"_s.arg(suffix));
        const auto name =
            jobs.size() == 1 ? QFileInfo(first->document.name).completeBaseName() : tr("documents", "name of a file");
        dialog->selectFile(name + u'.' + suffix);
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this, choice, jobs](const QString &path) {
        m_settings.setValue(u"export/folder"_s, QFileInfo(path).absolutePath());
        finish(path, choice, jobs);
    });
    dialog->open();
}

void ExportController::finish(const QString &path, const xs::review::ExportChoice &choice,
                              const QList<LocalJobId> &jobs)
{
    const auto documents = read(jobs);
    const auto replaced = documents ? xs::review::replacedFiles(path, choice, *documents) : QStringList();
    const auto writeNow = [this, path, choice, jobs] {
        QApplication::setOverrideCursor(Qt::WaitCursor);
        const auto written = write(path, choice, jobs);
        QApplication::restoreOverrideCursor();
        if (written)
            emit exported(static_cast<int>(jobs.size()), path);
        else
            emit failed(written.error());
    };
    askToReplace(tr("Export"), replaced, m_window, writeNow);
}

Expected<std::vector<ReviewedDocument>> ExportController::read(const QList<LocalJobId> &jobs) const
{
    std::vector<ReviewedDocument> documents;
    for (const auto &id : jobs) {
        auto answer = openAnswer(m_queue, id);
        if (!answer)
            return Unexpected(answer.error());
        ReviewedDocument document{m_queue.job(id)->document.name,
                                  std::move(answer->result),
                                  std::move(answer->schema),
                                  {},
                                  std::move(answer->job)};
        if (m_reviews) {
            auto decisions = m_reviews->decisions(id);
            if (!decisions)
                return Unexpected(decisions.error());
            document.decisions = std::move(*decisions);
        }
        documents.push_back(std::move(document));
    }
    return documents;
}

Expected<void> ExportController::write(const QString &path, const xs::review::ExportChoice &choice,
                                       const QList<LocalJobId> &jobs) const
{
    const auto documents = read(jobs);
    if (!documents)
        return Unexpected(documents.error());
    QStringList paths;
    for (const auto &id : jobs)
        paths << m_queue.job(id)->document.path;
    Pictures pictures(paths);
    return xs::review::exportTo(path, choice, *documents, [&](const ReviewedDocument &document, int page) {
        return pictures(static_cast<std::size_t>(&document - documents->data()), page);
    });
}

} // namespace xs::gui::shell
