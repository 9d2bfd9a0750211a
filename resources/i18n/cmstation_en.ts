<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
    <context>
        <name>Dates</name>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Findings</name>
        <message numerus="yes">
            <source>{account}: %n character(s)</source>
            <translation>
                <numerusform>{account}: %n character</numerusform>
                <numerusform>{account}: %n characters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{account}: %n character(s) too many</source>
            <translation>
                <numerusform>{account}: %n character too many</numerusform>
                <numerusform>{account}: %n characters too many</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{account}: title too long by %n character(s)</source>
            <translation>
                <numerusform>{account}: title too long by %n character</numerusform>
                <numerusform>{account}: title too long by %n characters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{account}, picture {picture}: %n character(s) too many</source>
            <translation>
                <numerusform>{account}, picture {picture}: %n character too many</numerusform>
                <numerusform>{account}, picture {picture}: %n characters too many</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{account}: first comment too long by %n character(s)</source>
            <translation>
                <numerusform>{account}: first comment too long by %n character</numerusform>
                <numerusform>{account}: first comment too long by %n characters</numerusform>
            </translation>
        </message>
    </context>
</TS>
