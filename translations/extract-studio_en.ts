<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>xs::cli::RunCommand</name>
    <message numerus="yes">
        <source>extract-studio-cli: The time limit of %n second(s) is over. What is not done is cancelled.</source>
        <translation>
            <numerusform>extract-studio-cli: The time limit of %n second is over. What is not done is cancelled.</numerusform>
            <numerusform>extract-studio-cli: The time limit of %n seconds is over. What is not done is cancelled.</numerusform>
        </translation>
    </message>
</context>
</TS>
