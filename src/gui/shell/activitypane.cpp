// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/activitypane.h"

#include "base/json.h"
#include "gui/common/buttonlook.h"
#include "gui/common/icons.h"
#include "gui/common/paneheader.h"
#include "gui/common/searchedit.h"
#include "gui/common/segmentbar.h"
#include "gui/schemaeditor/jsonhighlighter.h"
#include "gui/shell/activitymodel.h"
#include "wording/errortext.h"

#include <QAction>
#include <QActionGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

const auto visibleKey = u"activity/visible"_s;

/// Rows with the text, and of those only the failed ones where that is wanted.
class ActivityProxy final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void set(const QString &text, bool onlyErrors)
    {
        m_text = text.trimmed();
        m_onlyErrors = onlyErrors;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const auto index = sourceModel()->index(row, 0, parent);
        if (m_onlyErrors && !index.data(ActivityModel::IsErrorRole).toBool())
            return false;
        return m_text.isEmpty() ||
               index.data(ActivityModel::SearchRole).toString().contains(m_text, Qt::CaseInsensitive);
    }

private:
    QString m_text;
    bool m_onlyErrors = false;
};

QString headerLines(const QList<QPair<QByteArray, QByteArray>> &headers)
{
    QString lines;
    for (const auto &[name, value] : headers)
        lines += u"%1: %2\n"_s.arg(QString::fromUtf8(name), QString::fromUtf8(value));
    return lines;
}

QString pretty(const QByteArray &text)
{
    const auto json = parseJson(text);
    return QString::fromUtf8(json ? toBytes(*json, 2) : text);
}

QString requestText(const client::Exchange &exchange)
{
    auto text = u"%1 %2\n"_s.arg(QString::fromLatin1(exchange.verb), exchange.url.toString(QUrl::FullyEncoded)) +
                headerLines(exchange.headers);
    if (!exchange.filePath.isEmpty())
        text += u'\n' + headerLines(exchange.fields) + u"file: %1\n"_s.arg(exchange.filePath);
    if (!exchange.body.isEmpty())
        text += u'\n' + pretty(exchange.body) + u'\n';
    return text;
}

} // namespace

ActivityPane::ActivityPane(client::ActivityLog &log, QSettings &settings, QWidget *parent)
    : QDockWidget(tr("Activity"), parent), m_log(log), m_settings(settings), m_model(new ActivityModel(log, this)),
      m_proxy(new ActivityProxy(this))
{
    setObjectName(u"activityDock"_s);
    m_proxy->setSourceModel(m_model);
    setupViews();
    toggleViewAction()->setShortcut(Qt::Key_F12);
    toggleViewAction()->setIcon(common::icon(u"list"));
    connect(toggleViewAction(), &QAction::triggered, this,
            [this](bool visible) { m_settings.setValue(visibleKey, visible); });
    showCurrent();
}

void ActivityPane::restoreVisibility()
{
    setVisible(m_settings.value(visibleKey, false).toBool());
}

void ActivityPane::setupViews()
{
    auto *header = new common::PaneHeader(tr("Activity"), this);
    m_filter = new QLineEdit(header);
    m_filter->setObjectName(u"activityFilterEdit"_s);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Filter by path, code or note"));
    common::makeSearchEdit(*m_filter);
    m_filter->setFixedWidth(240);
    m_onlyErrors = new QCheckBox(tr("Errors only"), header);
    m_onlyErrors->setObjectName(u"activityErrorsCheck"_s);
    auto *clear = common::makeIconButton(u"trash", tr("Clear"), u"activityClearButton"_s, header);
    auto *close = common::makeIconButton(u"close", tr("Close"), u"activityCloseButton"_s, header, u"F12"_s);
    header->addWidget(m_filter);
    header->addWidget(m_onlyErrors);
    header->addWidget(clear);
    header->addWidget(close);
    setTitleBarWidget(header);
    const auto filter = [this] {
        static_cast<ActivityProxy *>(m_proxy)->set(m_filter->text(), m_onlyErrors->isChecked());
    };
    connect(m_filter, &QLineEdit::textChanged, this, filter);
    connect(m_onlyErrors, &QCheckBox::toggled, this, filter);
    connect(clear, &QToolButton::clicked, &m_log, &client::ActivityLog::clear);
    connect(close, &QToolButton::clicked, toggleViewAction(), &QAction::trigger);
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(makeList());
    split->addWidget(makeDetails());
    split->setSizes({600, 500});
    setWidget(split);
}

QWidget *ActivityPane::makeList()
{
    m_list = new QTreeView(this);
    m_list->setObjectName(u"activityList"_s);
    m_list->setAccessibleName(tr("Requests"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setModel(m_proxy);
    const QList<int> widths{116, 84, 0, 60, 80, 0};
    for (int column = 0; column < widths.size(); ++column)
        m_list->setColumnWidth(column, widths[column]);
    // What has no width of its own shares the rest, so that no column lies outside.
    m_list->header()->setStretchLastSection(false);
    for (const auto column : {ActivityModel::Path, ActivityModel::Note})
        m_list->header()->setSectionResizeMode(column, QHeaderView::Stretch);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ActivityPane::showCurrent);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first) {
        if (m_proxy->mapToSource(m_list->currentIndex()).row() == first.row())
            showCurrent();
    });
    // Who looks at the end of the list sees what is new.
    connect(m_proxy, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const auto *bar = m_list->verticalScrollBar();
        m_list->setProperty("atEnd", bar->value() == bar->maximum());
    });
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_list->property("atEnd").toBool())
            m_list->scrollToBottom();
    });
    return m_list;
}

QWidget *ActivityPane::makeDetails()
{
    auto *page = new QWidget(this);
    auto *group = new QActionGroup(this);
    const auto part = [this, group](const QString &text, const char *name) {
        auto *action = group->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, &ActivityPane::showCurrent);
        return action;
    };
    m_request = part(tr("Request"), "activityRequestAction");
    m_answer = part(tr("Answer"), "activityAnswerAction");
    m_request->setChecked(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(4);
    row->addWidget(new common::SegmentBar({m_request, m_answer}, page));
    row->addStretch(1);
    row->addWidget(new QLabel(tr("Copy as"), page));
    using Language = client::SnippetLanguage;
    for (const auto &[text, name, language] :
         {std::tuple{u"cURL"_s, u"copyCurlButton"_s, Language::Curl},
          std::tuple{u"Python"_s, u"copyPythonButton"_s, Language::Python},
          std::tuple{u"TypeScript"_s, u"copyTypeScriptButton"_s, Language::TypeScript}}) {
        auto *button = new QToolButton(page);
        button->setObjectName(name);
        button->setText(text);
        button->setToolTip(tr("Copy this request as code that reads the key from LLAMA_CLOUD_API_KEY"));
        common::setButtonLook(button, common::ButtonLook::Plain);
        common::setSmallButton(button);
        connect(button, &QToolButton::clicked, this, [this, wanted = language] { copyAs(wanted); });
        row->addWidget(button);
        m_copyButtons << button;
    }
    m_trouble = new QLabel(page);
    m_trouble->setObjectName(u"activityTrouble"_s);
    m_trouble->setWordWrap(true);
    m_trouble->setContentsMargins(12, 4, 12, 4);
    m_text = new QPlainTextEdit(page);
    m_text->setObjectName(u"activityText"_s);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setPlaceholderText(tr("Choose a request to see what was sent and what came back."));
    new schemaeditor::JsonHighlighter(*m_text);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_trouble);
    column->addWidget(m_text, 1);
    return page;
}

const client::Exchange *ActivityPane::current() const
{
    const auto index = m_list->currentIndex();
    return index.isValid() ? m_log.find(index.data(ActivityModel::NumberRole).toULongLong()) : nullptr;
}

void ActivityPane::showCurrent()
{
    if (!m_text)
        return;
    const auto *exchange = current();
    for (auto *button : m_copyButtons)
        button->setEnabled(exchange);
    const auto isError = exchange && exchange->isOver && exchange->error.code != ErrorCode::None;
    m_trouble->setVisible(isError);
    m_trouble->setText(isError ? wording::errorText(exchange->error).line() : QString());
    if (!exchange)
        return m_text->clear();
    if (m_request->isChecked())
        return m_text->setPlainText(requestText(*exchange));
    if (!exchange->isOver)
        return m_text->setPlainText(tr("No answer yet."));
    const auto isCut = exchange->answer.size() < exchange->answerSize && exchange->answer.size() % 1024 == 0;
    m_text->setPlainText(pretty(exchange->answer) + (isCut ? u"\n…"_s : QString()));
}

void ActivityPane::copyAs(client::SnippetLanguage language)
{
    if (const auto *exchange = current())
        QGuiApplication::clipboard()->setText(client::snippet(*exchange, language));
}

} // namespace xs::gui::shell
