<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BoardView</name>
    <message>
        <source>Live board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line fits this filter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashWindow</name>
    <message numerus="yes">
        <source>%n error(s) since the window opened</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program error — Gemba Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in the program went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a mistake in Gemba Console, not in your plant and not yours. The board keeps running and keeps listening; what you did last may not have worked. The details are in the log: please send them to whoever looks after the console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Definition</name>
    <message>
        <source>What {0} means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, version {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the dictionary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresHelp</name>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryRibbon</name>
    <message>
        <source>the last 8 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) without a reason</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>State history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State history of the shift; arrow keys walk through it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretches of the shift, newest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyNumbers</name>
    <message>
        <source>Waiting now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected every {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rework</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {0} pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} passed, {1} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no checks yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the last 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ideal cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {0}, ideal {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takt {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no takt set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Help panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retained: the broker kept it from before; it is a snapshot, not news.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessagesCard</name>
    <message>
        <source>last {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last messages that fed this station, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen message decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy topic and payload of the chosen message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last 100 messages that feed this station appear here. None has come since the console started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the list still while you read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message>
        <source>Nothing has been heard from this station yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last message {0} ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) refused or corrected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>About the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the data of this station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What clock skew means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender tells no time; receive time is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s clock agrees with this computer&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; ordered by receive time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>All areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plant yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place: {place}. Press to filter by area</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Silence</name>
    <message>
        <source>Last heard {0} ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected at least every {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StationHeader</name>
    <message>
        <source>since {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottleneck of the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the board (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine&apos;s own word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Piece</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StationPage</name>
    <message>
        <source>The plant has no station &quot;{0}&quot; (any more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a station on the board: its state, history, tags and raw messages appear here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>All stations send data</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) without data</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in the plant file</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program error(s) caught</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Built-in broker: demo and single PC only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stations without data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems in the plant file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stop yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last stop: {station} — {state} for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last stop: {station} — {state} at {time}, over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stretches</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tags</name>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 10 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, retained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known now: this is the last value before the data stopped or went bad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside its limits {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker kept this value from before the console connected; it is a snapshot, not news.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagsCard</name>
    <message numerus="yes">
        <source>%n outside limits</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of the station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured values of this station appear here: temperatures, loads, speeds. Give its sources the role &quot;tag&quot; in the plant file; the Topics page shows what is on the broker.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>{rate} msg/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broker · {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shift now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n shifts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{shift} · {hours}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection to the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift and clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where records are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift history is kept in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: switch to Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: switch to English</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>Leave wall mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start wall mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on turning pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which monitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: {name}, {width} × {height}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>only by hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>No plant yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broker {state} since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall — Gemba Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plant, page and clock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>board</name>
    <message>
        <source>{0} vs plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finish {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finish {0} ({1} min)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/ {0} pcs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pcs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shift is planned now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} for {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} good, {1} scrap this shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle {0}, target {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pieces wait before this station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottleneck: longest active without waiting ({0} min now, {1} % of the shift the longest)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OEE {0} % this shift, measured at the pace station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line itself reports OEE {0} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>OEE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OEE by the machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Availability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Micro-stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rework</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle against takt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottleneck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock skew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>availability x performance x quality = ideal cycle x good / planned time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the OEE that the machine or its system publishes, as received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(planned time - stops - starved - blocked - changeover - no data) / planned time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ideal cycle x total / (running time + micro-stops)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good / total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shift - breaks - planned stops - not planned + breaks in which the station ran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned minutes in one loss; good time + quality + speed + micro-stops + stops + starved + blocked + changeover + no data = planned time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uninterrupted stops in planned time as long as the line&apos;s micro-stop limit or longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned minutes in stops shorter than the line&apos;s micro-stop limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good pieces counted since the shift or order began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scrapped pieces counted since the shift or order began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pieces sent back for rework since the shift began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quality checks passed / quality checks, repeats of one check counted once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pieces ordered, from the order&apos;s signal or the plant file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good - planned seconds since the order began / takt (at most the target)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now + (target - good) / rate in planned time; rate = half the last 30 planned minutes, half since the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>available planned time / pieces the customer wants in it, from the plant file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds from one good piece to the next, or as the machine measured it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cycle time / takt; within 5 % is on takt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>station that is longest active without interruption for the largest share of the shift; blocked above and starved below it as cross-check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pieces waiting before a station, as counted or as told by a signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time since the station&apos;s state last changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now - receive time of the last message of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages received in the last seconds / these seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median of the least delayed (receive time - sender&apos;s time) of recent live messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality assurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of one, shown as per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages a second</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>payloads</name>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sparkplug B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… {0} bytes more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… {0} characters more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>segments</name>
    <message>
        <source>No reason given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>silence</name>
    <message>
        <source>Check that the machine&apos;s gateway runs and publishes, and that the topics of this station in the plant file are spelled as on the broker: the Topics page shows both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check power and network of the machine or its gateway. It reports by itself when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the edge node: power, network, its program. After its next birth the values count again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the machine&apos;s program and network. If it only speaks when something changes, give the station a longer expected interval in the plant file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the machine itself: the sender may repeat an old value. If the value may stand this long, raise stuck_after of the signal in the plant file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check sensor, cable and controller: the sender itself does not vouch for its values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to check at the machine: what it did in that time was not heard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tags</name>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not told</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s clock is {0} behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s clock is {0} ahead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changeover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been heard yet from this station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine or its gateway said that it went offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edge node of this station died; its last values no longer count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was heard for longer than expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value has not moved for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender marks its own values as bad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console was not connected at that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexplained stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot deliver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrap and rework</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} d {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No planned time has passed in this shift yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plant file gives no ideal cycle for the station that paces this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was heard from the pace station in this shift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance is above 100 %: the ideal cycle in the plant file is too slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More pieces than the run time allows: part of the shift was not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The counters contradict each other: more good pieces than pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
