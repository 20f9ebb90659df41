// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/verdicttext.h"

#include "wording/tlserror.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace xs::wording {

namespace {

/// Gives the translations their context.
struct Verdicts
{
    Q_DECLARE_TR_FUNCTIONS(Verdicts)
};

/// What the server gave as its reason, fit to be shown; empty where it gave none.
QString reasonIn(const QString &detail)
{
    constexpr qsizetype longest = 200;
    QString shown;
    for (const auto c : detail.left(4 * longest))
        if (c.isPrint() || c.isSpace() || c.isSurrogate())
            shown += c;
    shown = shown.simplified();
    static const QRegularExpression statusOnly(u"^HTTP [0-9]+$"_s);
    if (statusOnly.match(shown).hasMatch())
        return {};
    return shown.size() > longest ? shown.left(longest - 1) + u'…' : shown;
}

ErrorText withReason(ErrorText text, const QString &detail)
{
    if (const auto reason = reasonIn(detail); !reason.isEmpty())
        text.toDo += u' ' + Verdicts::tr("The server says: %1").arg(reason);
    return text;
}

} // namespace

ErrorText verdictText(const client::Verdict &verdict, const QString &server)
{
    using Kind = client::Verdict::Kind;
    switch (verdict.kind) {
    case Kind::Works:
        return {Verdicts::tr("The connection works."),
                Verdicts::tr("The key opens %n project(s).", nullptr, static_cast<int>(verdict.projects.size()))};
    case Kind::WrongRegion:
        return {Verdicts::tr("The key belongs to the other region."),
                Verdicts::tr("%1 does not know it, the other region of LlamaCloud does. Choose that connection.")
                    .arg(server)};
    case Kind::WrongKey:
        return withReason({Verdicts::tr("%1 does not accept the key.").arg(server),
                           Verdicts::tr("Check that it was copied whole, and that nobody has taken it back.")},
                          verdict.error.detail);
    case Kind::Proxy:
        return {Verdicts::tr("The proxy does not let the request through (%1).").arg(verdict.error.detail),
                Verdicts::tr("Check the proxy's address, or choose none. A proxy that wants a password is not "
                             "supported.")};
    case Kind::NotThisApi:
        // Where a web page is no JSON helps nobody.
        return {verdict.error.code == ErrorCode::UnreadableAnswer
                    ? Verdicts::tr("Something answers at this address, but it is not the Extract API.")
                    : Verdicts::tr("Something answers at this address, but it is not the Extract API (%1).")
                          .arg(verdict.error.detail),
                Verdicts::tr("Check the base URL; it is that of the API and not that of the web page.")};
    case Kind::Certificate:
        if (!isAboutCertificate(verdict.error))
            break;
        return {errorText(verdict.error).what,
                Verdicts::tr("If the server has an authority of its own, choose its certificate under Own CA. Nothing "
                             "was sent.")};
    case Kind::Forbidden:
        // Whose reason the sentence has in brackets.
        return errorText({verdict.error.code, reasonIn(verdict.error.detail), verdict.error.place});
    case Kind::NoRoute:
    case Kind::Server:
        break;
    }
    return errorText(verdict.error);
}

} // namespace xs::wording
