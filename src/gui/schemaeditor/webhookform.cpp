// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/webhookform.h"

#include "api/webhookevent.h"
#include "domain/webhooksecrets.h"
#include "gui/common/buttonlook.h"
#include "gui/common/messagerow.h"
#include "gui/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

/// Stands for a value that the keyring has.
const auto keptMark = QString(8, u'•');

QLabel *makeSmall(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setFont(common::fontFor(common::TextRole::Note, parent->font()));
    auto colors = parent->palette();
    colors.setColor(QPalette::WindowText, common::Theme::of(colors).text2);
    label->setPalette(colors);
    return label;
}

/// RFC 9110, section 5.6.2, and nothing that begins another header.
bool mayBeHeader(const QString &name, const QString &value)
{
    const auto isToken = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || u"!#$%&'*+-.^_`|~"_s.contains(c));
    };
    return !name.isEmpty() && std::ranges::all_of(name, isToken) &&
           (value == keptMark ||
            std::ranges::all_of(value, [](QChar c) { return c >= u' ' && c.unicode() < 256 && c != u'\x7f'; }));
}

} // namespace

WebhookForm::WebhookForm(const Json &entry, QWidget *parent)
    : QWidget(parent), m_entry(entry.is_object() ? entry : Json::object()), m_address(new QLineEdit(this)),
      m_format(new QComboBox(this)), m_problem(new common::MessageRow(this))
{
    setObjectName(u"webhookForm"_s);
    makeFields();
    m_isSetting = false;
    showProblem(!address().isEmpty());
}

void WebhookForm::makeFields()
{
    m_address->setObjectName(u"webhookUrlEdit"_s);
    setFocusProxy(m_address);
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(u"https://"_s);
    m_address->setText(stringMember(m_entry, domain::webhook::url).value_or(QString()));
    m_problem->setObjectName(u"webhookProblem"_s);
    m_format->setObjectName(u"webhookFormatCombo"_s);
    m_format->setAccessibleName(tr("Format"));
    m_format->addItem(tr("text in a JSON string (default)"), u"string"_s);
    m_format->addItem(tr("JSON"), u"json"_s);
    const auto format = stringMember(m_entry, domain::webhook::format).value_or(u"string"_s);
    if (m_format->findData(format) < 0)
        m_format->addItem(format, format);
    m_format->setCurrentIndex(m_format->findData(format));
    m_format->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_format->setMinimumContentsLength(8);
    connect(m_address, &QLineEdit::editingFinished, this, &WebhookForm::tell);
    // What is complained about is put right as soon as it is right.
    connect(m_address, &QLineEdit::textEdited, this, [this] {
        if (!m_problem->isHidden() && problem().isEmpty())
            tell();
    });
    connect(m_format, &QComboBox::activated, this, &WebhookForm::tell);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    form->addRow(tr("Address"), m_address);
    form->addRow(makeSmall(tr("Told of the job's course by a POST. A hosted server reaches public addresses only, the "
                              "local service this computer only."),
                           this));
    form->addRow(m_problem);
    form->addRow(makeEvents());
    form->addRow(tr("Format"), m_format);
    form->addRow(makeHeaders());
    form->addRow(makeSecret());
}

QWidget *WebhookForm::makeEvents()
{
    auto *whole = new QWidget(this);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_allEvents = new QCheckBox(tr("All events (default)"), whole);
    m_allEvents->setObjectName(u"allEventsCheck"_s);
    column->addWidget(m_allEvents);
    // The long list is there only for who wants to choose.
    auto *box = new QWidget(whole);
    column->addWidget(box);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    const auto &wanted = member(m_entry, domain::webhook::events);
    m_allEvents->setChecked(!wanted.is_array());
    QStringList names;
    if (wanted.is_array())
        for (const auto &name : wanted)
            names << toQString(name);
    const auto add = [&](const QString &event, const QString &text, int row, int column) {
        auto *check = new QCheckBox(text, box);
        check->setObjectName(u"event_"_s + event);
        check->setAccessibleName(event);
        check->setProperty("event", event);
        check->setChecked(names.contains(event));
        check->setEnabled(!m_allEvents->isChecked());
        connect(check, &QCheckBox::clicked, this, &WebhookForm::tell);
        m_events << check;
        grid->addWidget(check, row, column);
        names.removeAll(event);
    };
    int row = 0;
    for (const auto &family : api::eventFamilies()) {
        grid->addWidget(makeSmall(family.name, box), row++, 0, 1, 2);
        for (qsizetype i = 0; i < family.events.size(); ++i)
            add(family.events[i], family.events[i].section(u'.', 1), row + static_cast<int>(i) / 2, i % 2);
        row += (static_cast<int>(family.events.size()) + 1) / 2;
    }
    // Events of a newer server are offered as they are.
    const auto unknown = names;
    for (const auto &event : unknown)
        add(event, event, row++, 0);
    box->setHidden(m_allEvents->isChecked());
    connect(m_allEvents, &QCheckBox::clicked, this, [this, box](bool all) {
        box->setHidden(all);
        for (auto *check : m_events)
            check->setEnabled(!all);
        tell();
    });
    return whole;
}

QWidget *WebhookForm::makeHeaders()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_headers = new QTableWidget(0, 2, box);
    m_headers->setObjectName(u"webhookHeaders"_s);
    m_headers->setAccessibleName(tr("Headers"));
    m_headers->setHorizontalHeaderLabels({tr("Header"), tr("Value")});
    m_headers->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_headers->verticalHeader()->hide();
    m_headers->verticalHeader()->setDefaultSectionSize(26);
    m_headers->setToolTip(tr("Sent with each event. The last row is for a new one; an empty name takes a row away."));
    if (const auto &headers = member(m_entry, domain::webhook::headers); headers.is_object())
        for (const auto &[name, value] : headers.items())
            addHeader(toQString(name), toQString(value));
    addHeader({}, {});
    m_headers->setFixedHeight(26 * std::clamp(m_headers->rowCount() + 1, 2, 5) + 4);
    connect(m_headers, &QTableWidget::itemChanged, this, &WebhookForm::headerEdited);
    column->addWidget(m_headers);
    column->addWidget(
        makeSmall(tr("Values of headers such as Authorization are kept in the keyring, never in the file; "
                     "the others stand in the file."),
                  box));
    return box;
}

void WebhookForm::addHeader(const QString &name, const QString &value)
{
    const auto row = m_headers->rowCount();
    m_headers->insertRow(row);
    m_headers->setItem(row, 0, new QTableWidgetItem(name));
    m_headers->setItem(row, 1, new QTableWidgetItem(value));
}

void WebhookForm::headerEdited()
{
    const auto last = m_headers->rowCount() - 1;
    if (const auto *name = m_headers->item(last, 0); name && !name->text().isEmpty()) {
        const QSignalBlocker quiet(m_headers);
        addHeader({}, {});
        m_headers->setFixedHeight(26 * std::clamp(m_headers->rowCount() + 1, 2, 5) + 4);
    }
    tell();
}

/// What is secret leaves the form as soon as it is known for which address.
void WebhookForm::handOverHeaders()
{
    for (int row = 0; row < m_headers->rowCount() && !address().isEmpty(); ++row) {
        const auto name = m_headers->item(row, 0)->text().trimmed();
        const auto value = m_headers->item(row, 1)->text();
        if (!domain::isSecretHeader(name) || value.isEmpty() || value == keptMark || !mayBeHeader(name, value))
            continue;
        // The owner answers with the names that are kept, and dresses the table.
        m_kept << domain::headerSecretName(address(), name);
        dressHeaders();
        emit secretTyped(domain::headerSecretName(address(), name), value);
    }
}

void WebhookForm::dressHeaders()
{
    const QSignalBlocker quiet(m_headers);
    for (int row = 0; row < m_headers->rowCount(); ++row) {
        const auto name = m_headers->item(row, 0)->text().trimmed();
        auto *value = m_headers->item(row, 1);
        const auto isKept = domain::isSecretHeader(name) && m_kept.contains(domain::headerSecretName(address(), name));
        if (isKept)
            value->setText(keptMark);
        else if (value->text() == keptMark)
            value->setText({});
        value->setToolTip(isKept ? tr("Kept in the keyring. Type to replace it.") : QString());
    }
}

QWidget *WebhookForm::makeSecret()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_secret = new QLineEdit(box);
    m_secret->setObjectName(u"webhookSecretEdit"_s);
    m_secret->setAccessibleName(tr("Signing secret"));
    m_secret->setEchoMode(QLineEdit::Password);
    connect(m_secret, &QLineEdit::editingFinished, this, [this] {
        if (!m_secret->isModified())
            return;
        m_secret->setModified(false);
        emit secretTyped(address(), m_secret->text().trimmed());
    });
    column->addWidget(m_secret);
    column->addWidget(
        makeSmall(tr("Signs each event (header LC-Signature). Kept in the keyring, never in the file."), box));
    auto *row = new QHBoxLayout;
    m_test = new QPushButton(tr("Send a test"), box);
    m_test->setObjectName(u"webhookTestButton"_s);
    m_test->setToolTip(tr("Posts a signed test event from this computer, with the chosen headers and format."));
    auto *remove = new QPushButton(tr("Remove"), box);
    remove->setObjectName(u"webhookRemoveButton"_s);
    for (auto *button : {m_test, remove})
        common::setSmallButton(button);
    row->addWidget(m_test);
    row->addStretch();
    row->addWidget(remove);
    column->addLayout(row);
    m_outcome = makeSmall({}, box);
    m_outcome->setObjectName(u"webhookOutcome"_s);
    m_outcome->hide();
    column->addWidget(m_outcome);
    connect(m_test, &QPushButton::clicked, this, &WebhookForm::testWanted);
    connect(remove, &QPushButton::clicked, this, &WebhookForm::removeWanted);
    setSecretsKept({});
    return box;
}

void WebhookForm::setSecretsKept(const QStringList &names)
{
    m_kept = names;
    dressHeaders();
    const auto kept = names.contains(address());
    if (!m_secret->hasFocus())
        m_secret->clear();
    m_secret->setPlaceholderText(kept ? tr("secret kept; type to replace it") : tr("signing secret, none (default)"));
}

void WebhookForm::setTestOutcome(const QString &text)
{
    m_outcome->setText(text);
    m_outcome->setVisible(!text.isEmpty());
}

QString WebhookForm::address() const
{
    return m_address->text().trimmed();
}

QString WebhookForm::title() const
{
    const auto host = QUrl(address()).host();
    return host.isEmpty() ? tr("no address") : host;
}

void WebhookForm::showProblem(bool isWanted)
{
    const auto text = problem();
    if (!text.isEmpty())
        m_problem->setMessage(common::MessageRow::Kind::Error, text);
    m_problem->setVisible(isWanted && !text.isEmpty());
    m_test->setEnabled(text.isEmpty());
}

QString WebhookForm::problem() const
{
    const QUrl url(address(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return tr("A webhook needs an address that begins with https:// or http://.");
    if (!m_allEvents->isChecked() && std::ranges::none_of(m_events, &QCheckBox::isChecked))
        return tr("The webhook is told of nothing. Choose an event, or all events.");
    for (int row = 0; row < m_headers->rowCount(); ++row)
        if (const auto name = m_headers->item(row, 0)->text();
            !name.isEmpty() && !mayBeHeader(name, m_headers->item(row, 1)->text()))
            return tr("%1 cannot be sent as a header. Use letters, digits and hyphens.").arg(name);
    for (int row = 0; row < m_headers->rowCount(); ++row)
        if (const auto name = m_headers->item(row, 0)->text();
            domain::isSecretHeader(name) && m_headers->item(row, 1)->text().isEmpty())
            return tr("The value of the header %1 is not known on this computer. Type it, or take the header away.")
                .arg(name);
    return {};
}

Json WebhookForm::events() const
{
    auto events = Json::array();
    for (const auto *check : m_events)
        if (check->isChecked())
            events.push_back(toStd(check->property("event").toString()));
    return events;
}

Json WebhookForm::headers() const
{
    auto headers = Json::object();
    for (int row = 0; row < m_headers->rowCount(); ++row)
        if (const auto name = m_headers->item(row, 0)->text().trimmed(); !name.isEmpty())
            headers[toStd(name)] = domain::isSecretHeader(name) ? Json() : Json(toStd(m_headers->item(row, 1)->text()));
    return headers;
}

Json WebhookForm::entry() const
{
    auto entry = m_entry;
    entry[domain::webhook::url] = toStd(address());
    if (!m_allEvents->isChecked())
        entry[domain::webhook::events] = events();
    else
        entry.erase(domain::webhook::events);
    if (const auto all = headers(); !all.empty())
        entry[domain::webhook::headers] = all;
    else
        entry.erase(domain::webhook::headers);
    const auto format = m_format->currentData().toString();
    if (format != "string"_L1 || entry.contains(domain::webhook::format))
        entry[domain::webhook::format] = toStd(format);
    return entry;
}

void WebhookForm::tell()
{
    if (m_isSetting)
        return;
    handOverHeaders();
    dressHeaders();
    showProblem(true);
    if (const auto now = entry(); now != m_entry) {
        m_entry = now;
        emit edited();
    }
}

} // namespace xs::gui::schemaeditor
