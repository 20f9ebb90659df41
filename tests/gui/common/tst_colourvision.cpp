// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/theme.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace xs;
using gui::common::Theme;

namespace {

using Rgb = std::array<double, 3>;
using Matrix = std::array<Rgb, 3>;

/// Full dichromacy in linear RGB: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
/// Color Vision Deficiency", IEEE TVCG 15(6), 2009, table of severity 1.0.
const std::array<std::pair<const char *, Matrix>, 4> visions{{
    {"usual", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protan", {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deutan", {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritan", {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
}};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Rgb seen(const QColor &color, const Matrix &vision)
{
    const Rgb light{linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
    Rgb result{};
    for (size_t i = 0; i < 3; ++i) {
        for (size_t j = 0; j < 3; ++j)
            result[i] += vision[i][j] * light[j];
        result[i] = std::clamp(result[i], 0.0, 1.0);
    }
    return result;
}

/// CIE L*a*b* of linear sRGB, white point D65.
Rgb lab(const Rgb &rgb)
{
    const Rgb xyz{(0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047,
                  0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2],
                  (0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883};
    const auto f = [](double t) {
        constexpr double edge = 6.0 / 29;
        return t > edge * edge * edge ? std::cbrt(t) : t / (3 * edge * edge) + 4.0 / 29;
    };
    return {116 * f(xyz[1]) - 16, 500 * (f(xyz[0]) - f(xyz[1])), 200 * (f(xyz[1]) - f(xyz[2]))};
}

/// CIE 1976: 2.3 is just noticeable.
double distance(const QColor &a, const QColor &b, const Matrix &vision)
{
    const auto first = lab(seen(a, vision));
    const auto second = lab(seen(b, vision));
    return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

const std::array<const char *, 4> levelNames{"certain", "check", "low", "unknown"};

} // namespace

/// The colours of the four levels stay apart for people who see fewer colours. They are never the only mark: sign, word
/// and line style say the same.
class TestColourVision : public QObject
{
    Q_OBJECT

private slots:
    void whiteIsWhite();
    void levelsStayApart_data();
    void levelsStayApart();
};

void TestColourVision::whiteIsWhite()
{
    // A matrix with a slip of the pen would tint grey.
    const QColor grey(128, 128, 128);
    for (const auto &[name, matrix] : visions)
        QVERIFY2(distance(Qt::white, QColor::fromRgbF(1, 1, 1), matrix) < 1e-9 &&
                     std::abs(lab(seen(grey, matrix))[1]) < 1 && std::abs(lab(seen(grey, matrix))[2]) < 1,
                 name);
    // And the simulation does take something away: red and green of the same kind come nearer.
    const QColor red(200, 60, 60);
    const QColor green(90, 140, 60);
    QVERIFY(distance(red, green, visions[2].second) < distance(red, green, visions[0].second) / 2);
}

void TestColourVision::levelsStayApart_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("vision");
    QTest::addColumn<bool>("text");
    for (size_t vision = 0; vision < visions.size(); ++vision)
        QTest::addRow("paper, %s", visions[vision].first) << false << static_cast<int>(vision) << false;
    for (const bool dark : {false, true})
        for (size_t vision = 0; vision < visions.size(); ++vision)
            for (const bool text : {false, true})
                QTest::addRow("%s, %s, %s", dark ? "dark" : "light", visions[vision].first, text ? "text" : "bar")
                    << dark << static_cast<int>(vision) << text;
}

void TestColourVision::levelsStayApart()
{
    QFETCH(bool, dark);
    QFETCH(int, vision);
    QFETCH(bool, text);
    // Five times what is just noticeable.
    constexpr double enough = 12;
    const bool paper = QByteArray(QTest::currentDataTag()).startsWith("paper");
    const auto &theme = dark ? Theme::darkTheme() : Theme::lightTheme();
    const auto colour = [&](size_t level) {
        return paper  ? gui::common::paperColors(static_cast<domain::ConfidenceLevel>(level)).line
               : text ? theme.levels[level].text
                      : theme.levels[level].bar;
    };
    double least = 1000;
    QString pair;
    for (size_t i = 0; i < 4; ++i)
        for (size_t j = i + 1; j < 4; ++j) {
            const auto apart = distance(colour(i), colour(j), visions[vision].second);
            if (apart < least) {
                least = apart;
                pair = u"%1 and %2"_s.arg(QLatin1String(levelNames[i]), QLatin1String(levelNames[j]));
            }
        }
    qInfo("nearest: %s, distance %.1f", qPrintable(pair), least);
    QVERIFY2(least >= enough, qPrintable(pair));
}

QTEST_MAIN(TestColourVision)
#include "tst_colourvision.moc"
