// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace xs::cli {

/// Something that the command line itself will not do; such things have no ErrorCode. Whole sentences; `code` is
/// stable.
struct Refusal
{
    QString code;
    QString what;
    QString toDo;
    /// A file or folder; may be empty.
    QString place;
};

/// What the program tells: results on standard output; notes, errors and a status line on standard error. Made by
/// main() and passed on.
class Terminal
{
public:
    enum class Style {
        /// Notes and errors as sentences.
        Sentences,
        /// Errors as sentences, no notes.
        Quiet,
        /// Nothing but errors, each as one line of JSON (docs/cli.md).
        JsonErrors,
    };

    Terminal();
    void setStyle(Style style) { m_style = style; }
    Style style() const { return m_style; }
    /// Whether a status line is shown: standard error is a terminal and people are meant.
    bool hasStatus() const { return m_isTerminal && m_style == Style::Sentences; }
    /// Whether standard output is a terminal.
    static bool showsResults();
    /// Columns of the terminal; 80 when it does not say.
    static int width();

    /// One line on standard error, unless only errors are wanted.
    void say(const QString &line);
    /// What happened and what to do about it; `subject` (may be empty) is what it happened to.
    void error(const Error &error, const QString &subject = {});
    void refuse(const Refusal &refusal);
    /// Text on standard output.
    void print(const QString &text);
    void print(const QByteArray &bytes);
    /// Nobody reads standard output any more, or it is full.
    bool hasLostReader() const { return m_hasLostReader; }
    /// The line that stays below all others, and is drawn again after each; empty takes it away.
    void setStatus(const QString &line);

private:
    void line(const QString &text);

    Style m_style = Style::Sentences;
    bool m_isTerminal = false;
    bool m_hasLostReader = false;
    QString m_status;
};

} // namespace xs::cli
