// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace xs {
struct Error;
}

namespace xs::gui::common {

/// A message in the place where something happened: icon, what happened, what to do.
class MessageRow : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Info, Good, Warning, Error };

    explicit MessageRow(QWidget *parent = nullptr);
    MessageRow(Kind kind, const QString &sentence, const QString &whatToDo, QWidget *parent = nullptr);
    void setMessage(Kind kind, const QString &sentence, const QString &whatToDo = {});
    /// An error in the sentences of wording/.
    void setError(const Error &error);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Info;
    QLabel *m_sentence;
    QLabel *m_whatToDo;
};

} // namespace xs::gui::common
