<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActionCounts</name>
    <message numerus="yes">
        <source>due in %n day(s)</source>
        <translation>
            <numerusform>due in %n day</numerusform>
            <numerusform>due in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>made %n day(s) ago</source>
        <translation>
            <numerusform>made %n day ago</numerusform>
            <numerusform>made %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>helped %n time(s)</source>
        <translation>
            <numerusform>helped %n time</numerusform>
            <numerusform>helped %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>came back %n time(s) in 30 days</source>
        <translation>
            <numerusform>came back %n time in 30 days</numerusform>
            <numerusform>came back %n times in 30 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActionFacts</name>
    <message numerus="yes">
        <source>%n day(s) after it is verified</source>
        <translation>
            <numerusform>%n day after it is verified</numerusform>
            <numerusform>%n days after it is verified</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswersPanel</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message numerus="yes">
        <source>%n picture(s) and file(s)</source>
        <translation>
            <numerusform>%n picture or file</numerusform>
            <numerusform>%n pictures and files</numerusform>
        </translation>
    </message>
</context>
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
    <name>AuditCounts</name>
    <message numerus="yes">
        <source>overdue %n day(s)</source>
        <translation>
            <numerusform>overdue %n day</numerusform>
            <numerusform>overdue %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Behind</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallBanner</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallFiguresPage</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapabilityCard</name>
    <message numerus="yes">
        <source>95 % intervals, %n value(s)</source>
        <translation>
            <numerusform>95 % intervals, %n value</numerusform>
            <numerusform>95 % intervals, %n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CategoriesTab</name>
    <message numerus="yes">
        <source>%n kind(s) of call</source>
        <translation>
            <numerusform>%n kind of call</numerusform>
            <numerusform>%n kinds of call</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChannelsPart</name>
    <message numerus="yes">
        <source>%n switched on</source>
        <translation>
            <numerusform>%n switched on</numerusform>
            <numerusform>%n switched on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartEditor</name>
    <message numerus="yes">
        <source>From the next %n point(s)</source>
        <translation>
            <numerusform>From the next %n point</numerusform>
            <numerusform>From the next %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistsPage</name>
    <message numerus="yes">
        <source>%n checklist(s) could not be kept yet. What you typed is here.</source>
        <translation>
            <numerusform>%n checklist could not be kept yet. What you typed is here.</numerusform>
            <numerusform>%n checklists could not be kept yet. What you typed is here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenChecklist</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
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
    <message numerus="yes">
        <source>%n message(s) about open calls did not arrive. See why, tell the people yourself.</source>
        <translation>
            <numerusform>%n message about an open call did not arrive. See why, tell the people yourself.</numerusform>
            <numerusform>%n messages about open calls did not arrive. See why, tell the people yourself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything was delivered; %n way(s) are switched on.</source>
        <translation>
            <numerusform>Everything was delivered; %n way is switched on.</numerusform>
            <numerusform>Everything was delivered; %n ways are switched on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) could not be used, the rest is in force. The first: {0}</source>
        <translation>
            <numerusform>%n value could not be used, the rest is in force: {0}</numerusform>
            <numerusform>%n values could not be used, the rest is in force. The first: {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) are locked here.</source>
        <translation>
            <numerusform>%n setting is locked here.</numerusform>
            <numerusform>%n settings are locked here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of orders differ and wait for a decision. See them under Exchange.</source>
        <translation>
            <numerusform>%n field of an order differs and waits for a decision. See it under Exchange.</numerusform>
            <numerusform>%n fields of orders differ and wait for a decision. See them under Exchange.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) sounding</source>
        <translation>
            <numerusform>%n call sounding</numerusform>
            <numerusform>%n calls sounding</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) wait</source>
        <translation>
            <numerusform>%n call waits</numerusform>
            <numerusform>%n calls wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) on {line}, worst: {category}</source>
        <translation>
            <numerusform>%n call on {line}, worst: {category}</numerusform>
            <numerusform>%n calls on {line}, worst: {category}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) on {lines} lines, worst: {category}</source>
        <translation>
            <numerusform>%n call on {lines} lines, worst: {category}</numerusform>
            <numerusform>%n calls on {lines} lines, worst: {category}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln change(s) wait on this PC to be shared.</source>
        <translation>
            <numerusform>%Ln change waits on this PC to be shared.</numerusform>
            <numerusform>%Ln changes wait on this PC to be shared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is deleted: all %Ln record(s) stay on this PC.</source>
        <translation>
            <numerusform>Nothing is deleted: the one record stays on this PC.</numerusform>
            <numerusform>Nothing is deleted: all %Ln records stay on this PC.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) made here go to the others, in their order.</source>
        <translation>
            <numerusform>%Ln change made here goes to the others.</numerusform>
            <numerusform>%Ln changes made here go to the others, in their order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) made by others come here.</source>
        <translation>
            <numerusform>%Ln change made by others comes here.</numerusform>
            <numerusform>%Ln changes made by others come here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are not shared yet; they wait for that day.</source>
        <translation>
            <numerusform>%Ln change is not shared yet; it waits for that day.</numerusform>
            <numerusform>%Ln changes are not shared yet; they wait for that day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation>
            <numerusform>{0} and %n more</numerusform>
            <numerusform>{0} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the trail were written since then and are no longer in the records.</source>
        <translation>
            <numerusform>%n line of the trail was written since then and is no longer in the records.</numerusform>
            <numerusform>%n lines of the trail were written since then and are no longer in the records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were not shared yet and lie only in the file that is set aside.</source>
        <translation>
            <numerusform>%n of them was not shared yet and lies only in the file that is set aside.</numerusform>
            <numerusform>%n of them were not shared yet and lie only in the file that is set aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were shared and come back from the shared database.</source>
        <translation>
            <numerusform>%n of them was shared and comes back from the shared database.</numerusform>
            <numerusform>%n of them were shared and come back from the shared database.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the trail</source>
        <translation>
            <numerusform>%n line of the trail</numerusform>
            <numerusform>%n lines of the trail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) or file(s)</source>
        <translation>
            <numerusform>%n picture or file</numerusform>
            <numerusform>%n pictures or files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n audit(s)</source>
        <translation>
            <numerusform>%n audit</numerusform>
            <numerusform>%n audits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) without an answer</source>
        <translation>
            <numerusform>%n item without an answer</numerusform>
            <numerusform>%n items without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) not shown here</source>
        <translation>
            <numerusform>%n picture not shown here</numerusform>
            <numerusform>%n pictures not shown here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fewer than %n audits: shown, not ranked</source>
        <translation>
            <numerusform>Fewer than %n audit: shown, not ranked</numerusform>
            <numerusform>Fewer than %n audits: shown, not ranked</numerusform>
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
    <name>CrewResults</name>
    <message numerus="yes">
        <source>%n shift(s)</source>
        <translation>
            <numerusform>%n shift</numerusform>
            <numerusform>%n shifts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n audit(s) of its places</source>
        <translation>
            <numerusform>%n audit of its places</numerusform>
            <numerusform>%n audits of its places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} · %n shift(s)</source>
        <translation>
            <numerusform>{0} · %n shift</numerusform>
            <numerusform>{0} · %n shifts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shift(s) belong to no crew and are left out.</source>
        <translation>
            <numerusform>%n shift belongs to no crew and is left out.</numerusform>
            <numerusform>%n shifts belong to no crew and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrewsPage</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CursorFacts</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DryFound</name>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EarlyWarningsPage</name>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sign(s) more were too many to be kept.</source>
        <translation>
            <numerusform>%Ln more sign was too many to be kept.</numerusform>
            <numerusform>%Ln more signs were too many to be kept.</numerusform>
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
    <name>ExportTab</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confirmation(s)</source>
        <translation>
            <numerusform>%n confirmation</numerusform>
            <numerusform>%n confirmations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written: {0}</source>
        <translation>
            <numerusform>%n row written: {0}</numerusform>
            <numerusform>%n rows written: {0}</numerusform>
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
    <name>FairCard</name>
    <message numerus="yes">
        <source>{0} in time, of %n round(s) since {1}</source>
        <translation>
            <numerusform>{0} in time, of %n round since {1}</numerusform>
            <numerusform>{0} in time, of %n rounds since {1}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %n days</source>
        <translation>
            <numerusform>the last %n day</numerusform>
            <numerusform>the last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingCounts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>found %n time(s) before</source>
        <translation>
            <numerusform>found %n time before</numerusform>
            <numerusform>found %n times before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverCounts</name>
    <message numerus="yes">
        <source>carried %n time(s)</source>
        <translation>
            <numerusform>carried %n time</numerusform>
            <numerusform>carried %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>carried %n time(s) since {0}</source>
        <translation>
            <numerusform>carried %n time since {0}</numerusform>
            <numerusform>carried %n times since {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) without a reason</source>
        <translation>
            <numerusform>%n stop without a reason</numerusform>
            <numerusform>%n stops without a reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) · each must be accepted</source>
        <translation>
            <numerusform>%n item · it must be accepted</numerusform>
            <numerusform>%n items · each must be accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) without an answer</source>
        <translation>
            <numerusform>%n item without an answer</numerusform>
            <numerusform>%n items without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) without data</source>
        <translation>
            <numerusform>%n station without data</numerusform>
            <numerusform>%n stations without data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n handover(s)</source>
        <translation>
            <numerusform>%n handover</numerusform>
            <numerusform>%n handovers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>%n pen(s)</source>
        <translation>
            <numerusform>%n pen</numerusform>
            <numerusform>%n pens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthSection</name>
    <message numerus="yes">
        <source>%n flood(s)</source>
        <translation>
            <numerusform>%n flood</numerusform>
            <numerusform>%n floods</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldBriefings</name>
    <message numerus="yes">
        <source>%n person(s), no roster</source>
        <translation>
            <numerusform>%n person, no roster</numerusform>
            <numerusform>%n people, no roster</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message numerus="yes">
        <source>%n page(s) found</source>
        <translation>
            <numerusform>%n page found</numerusform>
            <numerusform>%n pages found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message numerus="yes">
        <source>%n audit(s)</source>
        <translation>
            <numerusform>%n audit</numerusform>
            <numerusform>%n audits</numerusform>
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
    <name>HornCard</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n section(s)</source>
        <translation>
            <numerusform>%n section</numerusform>
            <numerusform>%n sections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message numerus="yes">
        <source>Take %n product(s) over</source>
        <translation>
            <numerusform>Take %n product over</numerusform>
            <numerusform>Take %n products over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) taken over.</source>
        <translation>
            <numerusform>%n product taken over.</numerusform>
            <numerusform>%n products taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportTab</name>
    <message numerus="yes">
        <source>{0} · %n row(s)</source>
        <translation>
            <numerusform>{0} · %n row</numerusform>
            <numerusform>{0} · %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KnowledgePage</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelsTab</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LadderTab</name>
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
    <name>LanesFace</name>
    <message numerus="yes">
        <source>%Ln station(s) not shown</source>
        <translation>
            <numerusform>%Ln station not shown</numerusform>
            <numerusform>%Ln stations not shown</numerusform>
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
    <name>MentionNotes</name>
    <message numerus="yes">
        <source>%n open call(s) name you</source>
        <translation>
            <numerusform>%n open call names you</numerusform>
            <numerusform>%n open calls name you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPictures</name>
    <message numerus="yes">
        <source>%n new picture(s) in {0}</source>
        <translation>
            <numerusform>%n new picture in {0}</numerusform>
            <numerusform>%n new pictures in {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
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
    <name>OrderFiguresPage</name>
    <message numerus="yes">
        <source>%n completed order(s)</source>
        <translation>
            <numerusform>%n completed order</numerusform>
            <numerusform>%n completed orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrdersHead</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParetoView</name>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shift(s) of this time are not in it: their losses were not kept one by one.</source>
        <translation>
            <numerusform>%n shift of this time is not in it: its losses were not kept one by one.</numerusform>
            <numerusform>%n shifts of this time are not in it: their losses were not kept one by one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastCard</name>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatrolStrip</name>
    <message numerus="yes">
        <source>%n missed</source>
        <translation>
            <numerusform>%n missed</numerusform>
            <numerusform>%n missed</numerusform>
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
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PermissionsPage</name>
    <message numerus="yes">
        <source>%n cell(s) differ from what we ship</source>
        <translation>
            <numerusform>%n cell differs from what we ship</numerusform>
            <numerusform>%n cells differ from what we ship</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Yes, set %n cell(s) back</source>
        <translation>
            <numerusform>Yes, set %n cell back</numerusform>
            <numerusform>Yes, set %n cells back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhaseForm</name>
    <message numerus="yes">
        <source>Learnt from its first %n point(s)</source>
        <translation>
            <numerusform>Learnt from its first %n point</numerusform>
            <numerusform>Learnt from its first %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Center {0}, from %n point(s)</source>
        <translation>
            <numerusform>Center {0}, from %n point</numerusform>
            <numerusform>Center {0}, from %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotosCard</name>
    <message numerus="yes">
        <source>%n in this round</source>
        <translation>
            <numerusform>%n in this round</numerusform>
            <numerusform>%n in this round</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message numerus="yes">
        <source>Saved: %n order(s) have their new place.</source>
        <translation>
            <numerusform>Saved: %n order has its new place.</numerusform>
            <numerusform>Saved: %n orders have their new place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message numerus="yes">
        <source>Makes %n order(s) late:</source>
        <translation>
            <numerusform>Makes %n order late:</numerusform>
            <numerusform>Makes %n orders late:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delays %n order(s):</source>
        <translation>
            <numerusform>Delays %n order:</numerusform>
            <numerusform>Delays %n orders:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finishes %n order(s) earlier:</source>
        <translation>
            <numerusform>Finishes %n order earlier:</numerusform>
            <numerusform>Finishes %n orders earlier:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlansCard</name>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
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
    <name>PreviewCard</name>
    <message numerus="yes">
        <source>It would have warned %Ln time(s)</source>
        <translation>
            <numerusform>It would have warned once</numerusform>
            <numerusform>It would have warned %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln signal(s)</source>
        <translation>
            <numerusform>%Ln signal</numerusform>
            <numerusform>%Ln signals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsCard</name>
    <message numerus="yes">
        <source>and %n more; the log has them all</source>
        <translation>
            <numerusform>and %n more; the log has it</numerusform>
            <numerusform>and %n more; the log has them all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductsTab</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message numerus="yes">
        <source>Locked after %n wrong PIN(s)</source>
        <translation>
            <numerusform>Locked after %n wrong PIN</numerusform>
            <numerusform>Locked after %n wrong PINs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonEditor</name>
    <message numerus="yes">
        <source>%Ln reason(s)</source>
        <translation>
            <numerusform>%Ln reason</numerusform>
            <numerusform>%Ln reasons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusalCounts</name>
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
        <source>It is locked after %n more wrong PIN(s).</source>
        <translation>
            <numerusform>It is locked after %n more wrong PIN.</numerusform>
            <numerusform>It is locked after %n more wrong PINs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusedNotes</name>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(and %n more)</numerusform>
            <numerusform>(and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplenishTab</name>
    <message numerus="yes">
        <source>%n open card(s)</source>
        <translation>
            <numerusform>%n open card</numerusform>
            <numerusform>%n open cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundNotes</name>
    <message numerus="yes">
        <source>%n planned round(s) are due</source>
        <translation>
            <numerusform>%n planned round is due</numerusform>
            <numerusform>%n planned rounds are due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundsCard</name>
    <message numerus="yes">
        <source>%n want(s) a decision, or to be made</source>
        <translation>
            <numerusform>%n wants a decision, or to be made</numerusform>
            <numerusform>%n want a decision, or to be made</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message numerus="yes">
        <source>%Ln rule(s)</source>
        <translation>
            <numerusform>%Ln rule</numerusform>
            <numerusform>%Ln rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message numerus="yes">
        <source>%n item(s) have no answer yet. Answer them, or say that they do not apply (X).</source>
        <translation>
            <numerusform>%n item has no answer yet. Answer it, or say that it does not apply (X).</numerusform>
            <numerusform>%n items have no answer yet. Answer them, or say that they do not apply (X).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) want a picture. P adds one.</source>
        <translation>
            <numerusform>%n item wants a picture. P adds one.</numerusform>
            <numerusform>%n items want a picture. P adds one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weak answer(s) want a finding (F), or words on why none is needed (T).</source>
        <translation>
            <numerusform>%n weak answer wants a finding (F), or words on why none is needed (T).</numerusform>
            <numerusform>%n weak answers want a finding (F), or words on why none is needed (T).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunningOrders</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetyCounts</name>
    <message numerus="yes">
        <source>day(s) without a lost-time accident</source>
        <translation>
            <numerusform>day without a lost-time accident</numerusform>
            <numerusform>days without a lost-time accident</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s) without an injury</source>
        <translation>
            <numerusform>day without an injury</numerusform>
            <numerusform>days without an injury</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) hurt</source>
        <translation>
            <numerusform>%n person hurt</numerusform>
            <numerusform>%n people hurt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) lost</source>
        <translation>
            <numerusform>%n day lost</numerusform>
            <numerusform>%n days lost</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentPart</name>
    <message numerus="yes">
        <source>%n not delivered</source>
        <translation>
            <numerusform>%n not delivered</numerusform>
            <numerusform>%n not delivered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n setting(s) are locked here.</source>
        <translation>
            <numerusform>%n setting is locked here.</numerusform>
            <numerusform>%n settings are locked here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) hold from the next start on.</source>
        <translation>
            <numerusform>%n change holds from the next start on.</numerusform>
            <numerusform>%n changes hold from the next start on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShelveForm</name>
    <message numerus="yes">
        <source>%n hour(s) from now</source>
        <translation>
            <numerusform>%n hour from now</numerusform>
            <numerusform>%n hours from now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message numerus="yes">
        <source>%n red line(s) are broken: it does not pass.</source>
        <translation>
            <numerusform>%n red line is broken: it does not pass.</numerusform>
            <numerusform>%n red lines are broken: it does not pass.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkillCard</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkillMatrix</name>
    <message numerus="yes">
        <source>%n expired</source>
        <translation>
            <numerusform>%n expired</numerusform>
            <numerusform>%n expired</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkillsPage</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n operation</numerusform>
            <numerusform>%n operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) with too few people</source>
        <translation>
            <numerusform>%n operation with too few people</numerusform>
            <numerusform>%n operations with too few people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expired</source>
        <translation>
            <numerusform>%n expired</numerusform>
            <numerusform>%n expired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expire soon</source>
        <translation>
            <numerusform>%n expires soon</numerusform>
            <numerusform>%n expire soon</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StationPage</name>
    <message numerus="yes">
        <source>%Ln stop(s) without a reason</source>
        <translation>
            <numerusform>%Ln stop without a reason</numerusform>
            <numerusform>%Ln stops without a reason</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n message(s) not delivered</source>
        <translation>
            <numerusform>%n message not delivered</numerusform>
            <numerusform>%n messages not delivered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) shelved</source>
        <translation>
            <numerusform>%n alarm shelved</numerusform>
            <numerusform>%n alarms shelved</numerusform>
        </translation>
    </message>
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
    <name>StockTab</name>
    <message numerus="yes">
        <source>%n material(s)</source>
        <translation>
            <numerusform>%n material</numerusform>
            <numerusform>%n materials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StopCard</name>
    <message numerus="yes">
        <source>%Ln stop(s) together</source>
        <translation>
            <numerusform>%Ln stop together</numerusform>
            <numerusform>%Ln stops together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StopsOfCall</name>
    <message numerus="yes">
        <source>%Ln stop(s) without a reason</source>
        <translation>
            <numerusform>%Ln stop without a reason</numerusform>
            <numerusform>%Ln stops without a reason</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StopsPage</name>
    <message numerus="yes">
        <source>%Ln stop(s)</source>
        <translation>
            <numerusform>%Ln stop</numerusform>
            <numerusform>%Ln stops</numerusform>
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
    <name>TakeStep</name>
    <message numerus="yes">
        <source>%n order(s) will be new</source>
        <translation>
            <numerusform>%n order will be new</numerusform>
            <numerusform>%n orders will be new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) will be changed</source>
        <translation>
            <numerusform>%n order will be changed</numerusform>
            <numerusform>%n orders will be changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with errors are left out</source>
        <translation>
            <numerusform>%n row with errors is left out</numerusform>
            <numerusform>%n rows with errors are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) nobody decided stay as they are here</source>
        <translation>
            <numerusform>%n field nobody decided stays as it is here</numerusform>
            <numerusform>%n fields nobody decided stay as they are here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are new</source>
        <translation>
            <numerusform>%n order is new</numerusform>
            <numerusform>%n orders are new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were changed</source>
        <translation>
            <numerusform>%n order was changed</numerusform>
            <numerusform>%n orders were changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were as the source says, or changed meanwhile</source>
        <translation>
            <numerusform>%n was as the source says, or changed meanwhile</numerusform>
            <numerusform>%n were as the source says, or changed meanwhile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not go in</source>
        <translation>
            <numerusform>%n did not go in</numerusform>
            <numerusform>%n did not go in</numerusform>
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
    <name>TrailPage</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TryingBar</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Undelivered</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerificationCard</name>
    <message numerus="yes">
        <source>%n alteration(s) that nobody has answered for</source>
        <translation>
            <numerusform>%n alteration that nobody has answered for</numerusform>
            <numerusform>%n alterations that nobody has answered for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ViewRows</name>
    <message numerus="yes">
        <source>%n pen(s)</source>
        <translation>
            <numerusform>%n pen</numerusform>
            <numerusform>%n pens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitPart</name>
    <message numerus="yes">
        <source>of %n completed order(s)</source>
        <translation>
            <numerusform>of %n completed order</numerusform>
            <numerusform>of %n completed orders</numerusform>
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
<context>
    <name>WatchedTab</name>
    <message numerus="yes">
        <source>%n file(s) wait until they stop growing.</source>
        <translation>
            <numerusform>%n file waits until it stops growing.</numerusform>
            <numerusform>%n files wait until they stop growing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Learning: {0} of %n point(s)</source>
        <translation>
            <numerusform>Learning: {0} of %n point</numerusform>
            <numerusform>Learning: {0} of %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learning: %n point(s) so far</source>
        <translation>
            <numerusform>Learning: %n point so far</numerusform>
            <numerusform>Learning: %n points so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>groups of %n reading(s)</source>
        <translation>
            <numerusform>groups of %n reading</numerusform>
            <numerusform>groups of %n readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n piece(s)</source>
        <translation>
            <numerusform>every %n piece</numerusform>
            <numerusform>every %n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Sentences</name>
    <message numerus="yes">
        <source>from %n point(s)</source>
        <translation>
            <numerusform>from %n point</numerusform>
            <numerusform>from %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them break(s) a rule</source>
        <translation>
            <numerusform>%n of them breaks a rule</numerusform>
            <numerusform>%n of them break a rule</numerusform>
        </translation>
    </message>
</context>
</TS>
