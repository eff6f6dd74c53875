<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AttentionPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} · %n stations</source>
        <translation>
            <numerusform>{0} · %n station</numerusform>
            <numerusform>{0} · %n stations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n change(s) saved here and not yet shared</source>
        <translation>
            <numerusform>%n change saved here and not yet shared</numerusform>
            <numerusform>%n changes saved here and not yet shared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other copy(s) failed the check</source>
        <translation>
            <numerusform>%n other copy failed the check</numerusform>
            <numerusform>%n other copies failed the check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Altered by another program in %n place(s): see what, and answer for it.</source>
        <translation>
            <numerusform>Altered by another program in %n place: see what, and answer for it.</numerusform>
            <numerusform>Altered by another program in %n places: see what, and answer for it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashWindow</name>
    <message numerus="yes">
        <source>%n error(s) since the window opened</source>
        <translation>
            <numerusform>%n error since the window opened</numerusform>
            <numerusform>%n errors since the window opened</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryRibbon</name>
    <message numerus="yes">
        <source>%n stop(s) without a reason</source>
        <translation>
            <numerusform>%n stop without a reason</numerusform>
            <numerusform>%n stops without a reason</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossesPanel</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingCard</name>
    <message numerus="yes">
        <source>%n message(s) could not be read.</source>
        <translation>
            <numerusform>%n message could not be read.</numerusform>
            <numerusform>%n messages could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message numerus="yes">
        <source>%n value(s) refused or corrected</source>
        <translation>
            <numerusform>%n value refused or corrected</numerusform>
            <numerusform>%n values refused or corrected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PayloadCard</name>
    <message numerus="yes">
        <source>Sparkplug B, %n metric(s)</source>
        <translation>
            <numerusform>Sparkplug B, %n metric</numerusform>
            <numerusform>Sparkplug B, %n metrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>%n active</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PermissionsPage</name>
    <message numerus="yes">
        <source>%n cell(s) differ from what we ship</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Yes, set %n cell(s) back</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlantCard</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message numerus="yes">
        <source>Locked after %n wrong PIN(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkillCard</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkillMatrix</name>
    <message numerus="yes">
        <source>%n expired</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkillsPage</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) with too few people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expired</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expire soon</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n station(s) without data</source>
        <translation>
            <numerusform>%n station without data</numerusform>
            <numerusform>%n stations without data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in the plant file</source>
        <translation>
            <numerusform>%n problem in the plant file</numerusform>
            <numerusform>%n problems in the plant file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program error(s) caught</source>
        <translation>
            <numerusform>%n program error caught</numerusform>
            <numerusform>%n program errors caught</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusPage</name>
    <message numerus="yes">
        <source>%n thing(s) want somebody&apos;s attention.</source>
        <translation>
            <numerusform>%n thing wants somebody&apos;s attention.</numerusform>
            <numerusform>%n things want somebody&apos;s attention.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagsCard</name>
    <message numerus="yes">
        <source>%n outside limits</source>
        <translation>
            <numerusform>%n outside limits</numerusform>
            <numerusform>%n outside limits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n shifts</source>
        <translation>
            <numerusform>%n shift</numerusform>
            <numerusform>%n shifts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicsPage</name>
    <message numerus="yes">
        <source>%n topic(s) found</source>
        <translation>
            <numerusform>%n topic found</numerusform>
            <numerusform>%n topics found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln topic(s)</source>
        <translation>
            <numerusform>%Ln topic</numerusform>
            <numerusform>%Ln topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable</source>
        <translation>
            <numerusform>%Ln unreadable</numerusform>
            <numerusform>%Ln unreadable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) of topics beyond the most that are kept</source>
        <translation>
            <numerusform>%Ln message of topics beyond the most that are kept</numerusform>
            <numerusform>%Ln messages of topics beyond the most that are kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation>
            <numerusform>every %n second</numerusform>
            <numerusform>every %n seconds</numerusform>
        </translation>
    </message>
</context>
</TS>
