// SPDX-License-Identifier: GPL-3.0-or-later
// For scripts/bench startup: the least that a program with a window of Qt does. The window of the product is compared
// with it.
#include <QApplication>
#include <QMainWindow>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
