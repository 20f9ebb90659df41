// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/valueeditor.h"

#include "gui/review/resultmodel.h"
#include "review/schemacheck.h"
#include "review/validity.h"
#include "review/valuetext.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

namespace {

constexpr int lineHeight = 26;
constexpr int narrowest = 160;

QStringList choicesOf(const schema::Field &field)
{
    if (field.type == schema::FieldType::Boolean)
        return {u"true"_s, u"false"_s};
    return field.enumValues;
}

QString typeSentence(const schema::Field &field)
{
    switch (field.type) {
    case schema::FieldType::Integer:
        return ValueEditor::tr("This field takes a whole number, such as 12.");
    case schema::FieldType::Number:
        return ValueEditor::tr("This field takes a number, such as 12.5.");
    case schema::FieldType::Boolean:
        return ValueEditor::tr("This field takes true or false.");
    default:
        return ValueEditor::tr("This is no value for this field.");
    }
}

} // namespace

ValueEditor::ValueEditor(QWidget *viewport)
    : QWidget(viewport), m_line(new QLineEdit(this)), m_choice(new QComboBox(this)), m_sentence(new QLabel(this))
{
    setObjectName(u"valueEditor"_s);
    m_line->setObjectName(u"valueLine"_s);
    m_choice->setObjectName(u"valueChoice"_s);
    m_sentence->setObjectName(u"valueSentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setAutoFillBackground(true);
    m_sentence->setBackgroundRole(QPalette::ToolTipBase);
    m_sentence->setForegroundRole(QPalette::ToolTipText);
    m_sentence->setMargin(6);
    m_sentence->setFrameShape(QFrame::StyledPanel);
    m_line->setFixedHeight(lineHeight);
    m_choice->setFixedHeight(lineHeight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_line);
    layout->addWidget(m_choice);
    layout->addWidget(m_sentence);
    m_line->installEventFilter(this);
    m_choice->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, [this] { refuse({}); });
    connect(m_choice, &QComboBox::activated, this, &ValueEditor::accept);
    hide();
}

void ValueEditor::edit(const QRect &place, const QString &path, const Json &value, const schema::Field *field,
                       const Json &dataSchema, const QString &typed)
{
    m_isNote = false;
    m_known = field != nullptr;
    m_field = field ? *field : schema::Field();
    m_dataSchema = dataSchema;
    const auto choices = choicesOf(m_field);
    m_line->setVisible(choices.isEmpty());
    m_choice->setVisible(!choices.isEmpty());
    m_line->setPlaceholderText(tr("empty: not in the document"));
    const auto name = tr("New value of %1").arg(domain::readablePath(path));
    m_line->setAccessibleName(name);
    m_choice->setAccessibleName(name);
    const auto shown = displayText(value);
    m_choice->clear();
    m_choice->addItems(choices);
    m_choice->setCurrentIndex(static_cast<int>(choices.indexOf(shown)));
    if (!typed.isEmpty())
        for (int i = 0; i < m_choice->count(); ++i)
            if (m_choice->itemText(i).startsWith(typed, Qt::CaseInsensitive)) {
                m_choice->setCurrentIndex(i);
                break;
            }
    m_line->setText(typed.isEmpty() ? shown : typed);
    open(place, path);
    if (typed.isEmpty())
        m_line->selectAll();
}

void ValueEditor::editNote(const QRect &place, const QString &path, const QString &note)
{
    m_isNote = true;
    m_line->show();
    m_choice->hide();
    m_line->setPlaceholderText(tr("Why is it doubtful? Enter saves, also without a note."));
    m_line->setAccessibleName(tr("Note on %1").arg(domain::readablePath(path)));
    m_line->setText(note);
    open(place, path);
}

void ValueEditor::open(const QRect &place, const QString &path)
{
    m_path = path;
    refuse({});
    const auto room = parentWidget()->width();
    const auto width = std::min(room, std::max(place.width(), narrowest));
    move(std::clamp(place.left(), 0, std::max(0, room - width)), place.top());
    setFixedWidth(width);
    show();
    raise();
    adjustSize();
    (m_line->isVisibleTo(this) ? static_cast<QWidget *>(m_line) : m_choice)->setFocus(Qt::OtherFocusReason);
}

QString ValueEditor::text() const
{
    return m_line->isVisibleTo(this) ? m_line->text() : m_choice->currentText();
}

void ValueEditor::accept()
{
    const auto path = m_path;
    if (m_isNote) {
        const auto note = m_line->text().trimmed();
        close();
        emit noteEntered(path, note);
        return;
    }
    const auto value = xs::review::valueFromText(text(), m_field, locale());
    if (!value)
        return refuse(typeSentence(m_field));
    // No value at all is always an answer: the document does not say it.
    if (m_known && !value->is_null()) {
        if (const auto fault = xs::review::findFault(*value, m_field))
            return refuse(m_field.pattern.isEmpty() ? faultText(*fault)
                                                    : tr("The schema wants text like %1.").arg(m_field.pattern));
        if (const auto rule = xs::review::complaint(*value, m_field, m_dataSchema))
            return refuse(m_field.format.isEmpty() ? tr("The schema does not allow this value: %1").arg(*rule)
                                                   : tr("The schema wants the format “%1”.").arg(m_field.format));
    }
    close();
    emit valueEntered(path, *value);
}

void ValueEditor::refuse(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    adjustSize();
    // In the last row the sentence would be cut off.
    if (geometry().bottom() > parentWidget()->height())
        move(x(), std::max(0, parentWidget()->height() - height()));
}

void ValueEditor::cancel()
{
    if (isOpen())
        close();
}

void ValueEditor::close()
{
    hide();
    m_path.clear();
    parentWidget()->setFocus();
    emit closed();
}

bool ValueEditor::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (isKey) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        const bool saves = pressed->key() == Qt::Key_Return || pressed->key() == Qt::Key_Enter;
        if (saves || pressed->key() == Qt::Key_Escape) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                saves ? accept() : cancel();
            return true;
        }
        // Single letters are commands elsewhere; here they are text.
        const bool isText =
            !pressed->text().isEmpty() && !(pressed->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
        if (event->type() == QEvent::ShortcutOverride && isText) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace xs::gui::review
