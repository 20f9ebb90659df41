<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>xs::gui::viewer::DocumentView</name>
    <message numerus="yes">
        <source>of %n</source>
        <comment>as in: page 1 of 4</comment>
        <translation>
            <numerusform>of %n</numerusform>
            <numerusform>of %n</numerusform>
        </translation>
    </message>
</context>
</TS>
