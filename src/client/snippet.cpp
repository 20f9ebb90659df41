// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/snippet.h"

#include "base/json.h"

#include <QFileInfo>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace xs::client {

namespace {

/// In single quotes, in which a POSIX shell changes nothing.
QString shellQuoted(const QString &text)
{
    auto quoted = text;
    return u'\'' + quoted.replace(u'\'', u"'\\''"_s) + u'\'';
}

/// A JSON string is a string literal of Python and of TypeScript, too.
QString literal(const QString &text)
{
    return QString::fromUtf8(toBytes(Json(toStd(text))));
}

QString prettyBody(const Exchange &exchange)
{
    const auto json = parseJson(exchange.body);
    return QString::fromUtf8(json ? toBytes(*json, 2) : exchange.body);
}

QString address(const Exchange &exchange)
{
    return exchange.url.toString(QUrl::FullyEncoded);
}

/// The server's own address: the part before the API's path, which may have a prefix.
QString baseOf(const Exchange &exchange)
{
    auto url = exchange.url;
    const auto path = url.path(QUrl::FullyEncoded);
    url.setQuery(QString());
    url.setPath(path.left(path.indexOf("/api/"_L1)), QUrl::StrictMode);
    return url.toString(QUrl::FullyEncoded);
}

QString pathOf(const Exchange &exchange)
{
    const auto path = exchange.url.path(QUrl::FullyEncoded);
    return path.mid(path.indexOf("/api/"_L1));
}

/// The query as an object; the SDK would take only the last of several values of one name in an address.
QString queryObject(const QUrl &url)
{
    const QUrlQuery query(url);
    QStringList members;
    QStringList seen;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (seen.contains(name))
            continue;
        seen << name;
        QStringList values;
        for (const auto &one : query.allQueryItemValues(name, QUrl::FullyDecoded))
            values << literal(one);
        const auto list = values.join(", "_L1);
        members << literal(name) + u": "_s + (values.size() > 1 ? u'[' + list + u']' : list);
    }
    return members.isEmpty() ? QString() : u"query: { %1 }"_s.arg(members.join(", "_L1));
}

/// curl reads `,` and `;` in a name as its own signs unless it is quoted.
QString curlFileName(const QString &name)
{
    auto quoted = name;
    return u'"' + quoted.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1) + u'"';
}

QString asCurl(const Exchange &exchange)
{
    QStringList lines{u"curl --request %1 %2"_s.arg(QString::fromLatin1(exchange.verb), shellQuoted(address(exchange))),
                      u"--header \"Authorization: Bearer $LLAMA_CLOUD_API_KEY\""_s};
    for (const auto &[name, value] : exchange.fields)
        lines << u"--form-string "_s + shellQuoted(QString::fromUtf8(name + '=' + value));
    if (!exchange.filePath.isEmpty())
        lines << u"--form "_s +
                     shellQuoted(u"file=@%1;filename=%2;type=application/octet-stream"_s.arg(
                         curlFileName(exchange.filePath), curlFileName(QFileInfo(exchange.filePath).fileName())));
    if (!exchange.body.isEmpty())
        lines << u"--header 'Content-Type: application/json'"_s << u"--data "_s + shellQuoted(prettyBody(exchange));
    return lines.join(" \\\n  "_L1) + u'\n';
}

QString asPython(const Exchange &exchange)
{
    QString arguments = literal(address(exchange)) +
                        u",\n    headers={\"Authorization\": \"Bearer \" + os.environ[\"LLAMA_CLOUD_API_KEY\"]},\n"_s;
    if (!exchange.filePath.isEmpty()) {
        QStringList fields;
        for (const auto &[name, value] : exchange.fields)
            fields << literal(QString::fromUtf8(name)) + u": "_s + literal(QString::fromUtf8(value));
        arguments += u"    data={%1},\n    files={\"file\": open(%2, \"rb\")},\n"_s.arg(fields.join(", "_L1),
                                                                                        literal(exchange.filePath));
    }
    // The body is JSON text, whose words true, false and null are not Python's.
    if (!exchange.body.isEmpty())
        arguments +=
            u"    json=json.loads(r'''%1'''),\n"_s.arg(QString::fromUtf8(exchange.body).replace(u'\'', "\\u0027"_L1));
    return u"import json\nimport os\n\nimport requests\n\nanswer = requests.request(\n    \"%1\",\n    "_s.arg(
               QString::fromLatin1(exchange.verb)) +
           arguments + u")\nanswer.raise_for_status()\nprint(json.dumps(answer.json(), indent=2))\n"_s;
}

QString asTypeScript(const Exchange &exchange)
{
    const auto head = u"import LlamaCloud from \"@llamaindex/llama-cloud\";\n%1\n"
                      "const client = new LlamaCloud({\n  apiKey: process.env.LLAMA_CLOUD_API_KEY,\n  baseURL: "_s +
                      literal(baseOf(exchange)) + u",\n});\nconst answer = "_s;
    const auto tail = u";\nconsole.log(JSON.stringify(answer, null, 2));\n"_s;
    if (!exchange.filePath.isEmpty()) {
        QStringList fields{u"  file: createReadStream(%1),"_s.arg(literal(exchange.filePath))};
        for (const auto &[name, value] : exchange.fields)
            fields << u"  %1: %2,"_s.arg(QString::fromUtf8(name), literal(QString::fromUtf8(value)));
        return head.arg(u"import { createReadStream } from \"node:fs\";\n"_s) +
               u"await client.files.create({\n%1\n})"_s.arg(fields.join(u'\n')) + tail;
    }
    QStringList given;
    if (exchange.url.hasQuery())
        given << queryObject(exchange.url);
    if (!exchange.body.isEmpty())
        given << u"body: "_s + prettyBody(exchange);
    const auto options = given.isEmpty() ? QString() : u", { %1 }"_s.arg(given.join(", "_L1));
    return head.arg(QString()) +
           u"await client.%1(%2%3)"_s.arg(QString::fromLatin1(exchange.verb.toLower()), literal(pathOf(exchange)),
                                          options) +
           tail;
}

} // namespace

QString snippet(const Exchange &exchange, SnippetLanguage language)
{
    switch (language) {
    case SnippetLanguage::Curl:
        return asCurl(exchange);
    case SnippetLanguage::Python:
        return asPython(exchange);
    case SnippetLanguage::TypeScript:
        break;
    }
    return asTypeScript(exchange);
}

} // namespace xs::client
