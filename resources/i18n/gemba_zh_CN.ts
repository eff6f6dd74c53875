<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AbsenceCard</name>
    <message>
        <source>All of the day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take this absence away</source>
        <translation>删除这条缺勤</translation>
    </message>
    <message>
        <source>Choose somebody.</source>
        <translation>请选择人员。</translation>
    </message>
    <message>
        <source>Type the date as year-month-day.</source>
        <translation>日期请写成 年-月-日。</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>缺勤</translation>
    </message>
    <message>
        <source>Add an absence</source>
        <translation>添加缺勤</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>人员(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Shift</source>
        <translation>班次(&amp;S)</translation>
    </message>
    <message>
        <source>First &amp;day</source>
        <translation>第一天(&amp;D)</translation>
    </message>
    <message>
        <source>Year-month-day.</source>
        <translation>年-月-日。</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>最后一天(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AbsencesCard</name>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>All of the day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Absences</source>
        <translation>缺勤</translation>
    </message>
    <message>
        <source>Add an absence</source>
        <translation>添加缺勤</translation>
    </message>
    <message>
        <source>Absences of the crew</source>
        <translation>班组的缺勤</translation>
    </message>
    <message>
        <source>Nobody of this crew is away, now or in the next 60 days.</source>
        <translation>该班组目前及未来 60 天内无人缺勤。</translation>
    </message>
</context>
<context>
    <name>ActionCard</name>
    <message>
        <source>Open what it came from (S)</source>
        <translation>打开来源 (S)</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>New action</source>
        <translation>新建整改</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Say something about this action</source>
        <translation>对这项整改说点什么</translation>
    </message>
    <message>
        <source>Choose an action: what is known of it and what to do next stands here.</source>
        <translation>选择一项整改：这里显示它的情况和下一步该做什么。</translation>
    </message>
    <message>
        <source>The chosen action</source>
        <translation>选中的整改</translation>
    </message>
    <message>
        <source>What happened to this action</source>
        <translation>这项整改的经过</translation>
    </message>
</context>
<context>
    <name>ActionColumns</name>
    <message>
        <source>Columns of actions</source>
        <translation>整改列设置</translation>
    </message>
    <message>
        <source>The limit of what is being done keeps people from beginning too much: one more is begun only with a reason. In the other columns a limit only shows where work piles up. What is done is never refused.</source>
        <translation>“进行中”的上限避免同时开工过多：超出时须写明理由才能再开始一项。其他列的上限只提示哪里积压，已完成的事项从不拒收。</translation>
    </message>
    <message>
        <source>At most so many &amp;actions</source>
        <translation>最多整改项数(&amp;A)</translation>
    </message>
    <message>
        <source>Empty: as many as there are.</source>
        <translation>留空：不限。</translation>
    </message>
    <message>
        <source>So many for &amp;each owner</source>
        <translation>按责任人分别计数(&amp;E)</translation>
    </message>
    <message>
        <source>So many for each owner</source>
        <translation>按责任人分别计数</translation>
    </message>
    <message>
        <source>Owner and day are agreed</source>
        <translation>责任人与期限已商定</translation>
    </message>
</context>
<context>
    <name>ActionCounts</name>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>due in %n day(s)</source>
        <translation>
            <numerusform>还有 %n 天到期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>made %n day(s) ago</source>
        <translation>
            <numerusform>%n 天前建立</numerusform>
        </translation>
    </message>
    <message>
        <source>made today</source>
        <translation>今天建立</translation>
    </message>
    <message numerus="yes">
        <source>helped %n time(s)</source>
        <translation>
            <numerusform>帮助过 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>came back %n time(s) in 30 days</source>
        <translation>
            <numerusform>30 天内重复 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActionFacts</name>
    <message>
        <source>It held</source>
        <translation>有效</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after it is verified</source>
        <translation>
            <numerusform>验证后 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>It did not hold</source>
        <translation>未能保持</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>Effect check</source>
        <translation>效果确认</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>详细说明</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>受阻</translation>
    </message>
    <message>
        <source>Happened again since it was done</source>
        <translation>完成后再次发生</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>Why it was dropped</source>
        <translation>取消的原因</translation>
    </message>
</context>
<context>
    <name>ActionForm</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+回车</translation>
    </message>
    <message>
        <source>Type a day like 2026-11-28, or +7 for in seven days.</source>
        <translation>请输入日期，如 2026-11-28，或用 +7 表示七天后。</translation>
    </message>
    <message>
        <source>Type a number of days, like 30.</source>
        <translation>请输入天数，如 30。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What shall be done</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>详细说明</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>A day like 2026-11-28, or +7 for in seven days.</source>
        <translation>日期，如 2026-11-28，或用 +7 表示七天后。</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Days until the effect is checked</source>
        <translation>几天后确认效果</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>How one sees it (may be left out)</source>
        <translation>如何看出来（可不填）</translation>
    </message>
</context>
<context>
    <name>ActionRows</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>受阻</translation>
    </message>
</context>
<context>
    <name>ActionsBoard</name>
    <message>
        <source>No actions here</source>
        <translation>这里没有整改项</translation>
    </message>
    <message>
        <source>Begin {title} all the same?</source>
        <translation>仍要开始“{title}”？</translation>
    </message>
    <message>
        <source>Begin over the limit</source>
        <translation>超上限开始</translation>
    </message>
    <message>
        <source>No lanes</source>
        <translation>不分泳道</translation>
    </message>
    <message>
        <source>A lane an owner</source>
        <translation>按责任人分泳道</translation>
    </message>
    <message>
        <source>A lane a line</source>
        <translation>按产线分泳道</translation>
    </message>
    <message>
        <source>Lane&amp;s</source>
        <translation>泳道(&amp;S)</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>泳道</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>列设置…</translation>
    </message>
    <message>
        <source>How many actions a column may hold, and when one may come in</source>
        <translation>每列最多几项整改，何时可以进入</translation>
    </message>
    <message>
        <source>Actions in columns</source>
        <translation>按列显示的整改</translation>
    </message>
</context>
<context>
    <name>ActionsPage</name>
    <message>
        <source>The whole plant</source>
        <translation>整个工厂</translation>
    </message>
    <message>
        <source>New action (N)</source>
        <translation>新建整改 (N)</translation>
    </message>
    <message>
        <source>Sign in with F8 to see what you have to do.</source>
        <translation>按 F8 登录，即可看到您要做的整改。</translation>
    </message>
    <message>
        <source>No review is wanted. One is, when a severe call closes or one came back too often.</source>
        <translation>没有待做的复盘。严重的呼叫关闭，或同样的呼叫重复太多次时，就需要复盘。</translation>
    </message>
    <message>
        <source>No action yet. Press N for a new one, or M on a call for one that is filled in already.</source>
        <translation>还没有整改。按 N 新建；或在呼叫上按 M，内容会自动填好。</translation>
    </message>
    <message>
        <source>Nothing here. That is how it should be.</source>
        <translation>这里没有内容，正该如此。</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待验证</translation>
    </message>
    <message>
        <source>Effect checks</source>
        <translation>效果确认</translation>
    </message>
    <message>
        <source>Reviews wanted</source>
        <translation>待复盘</translation>
    </message>
    <message>
        <source>Arrows walk · Ctrl with → or ← moves the card · Enter goes to it · B blocks · letters find a title</source>
        <translation>方向键移动 · Ctrl 加 → 或 ← 移动卡片 · 回车进入 · B 标记受阻 · 输入字母查找标题</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source>From anywhere</source>
        <translation>任何来源</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Knowledge (L)</source>
        <translation>知识库 (L)</translation>
    </message>
    <message>
        <source>What was learned from calls</source>
        <translation>从呼叫中学到的经验</translation>
    </message>
    <message>
        <source>O&amp;wner</source>
        <translation>责任人(&amp;W)</translation>
    </message>
    <message>
        <source>Fro&amp;m</source>
        <translation>来源(&amp;M)</translation>
    </message>
    <message>
        <source>Actions, the nearest day first</source>
        <translation>整改，期限最近的在前</translation>
    </message>
    <message>
        <source>Reviews, the longest wanted first</source>
        <translation>复盘，等待最久的在前</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Arrows choose · Enter goes to the action · the letter on a button does it · N new · Esc comes back</source>
        <translation>方向键选择 · Enter 转到整改 · 按钮上的字母直接执行 · N 新建 · Esc 返回</translation>
    </message>
</context>
<context>
    <name>ActorsSection</name>
    <message>
        <source>these are {0} of all that was heard</source>
        <translation>占全部的 {0}</translation>
    </message>
    <message>
        <source>Nothing was heard in this time.</source>
        <translation>这段时间没有呼叫。</translation>
    </message>
    <message>
        <source>Choose a row first.</source>
        <translation>请先选择一行。</translation>
    </message>
    <message>
        <source>Shelve…</source>
        <translation>搁置…</translation>
    </message>
    <message>
        <source>A person raised this: only what the console raises by itself can be shelved.</source>
        <translation>这是人员发起的：只有控制台自动发起的才能搁置。</translation>
    </message>
    <message>
        <source>Heard most often</source>
        <translation>呼叫最多</translation>
    </message>
    <message>
        <source>What this table means</source>
        <translation>这张表的含义</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Show the calls behind the chosen row</source>
        <translation>显示所选行背后的呼叫</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Said last</source>
        <translation>最近内容</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>累计未关闭</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>What is heard most often, the worst first</source>
        <translation>呼叫最多的内容，最差的在前</translation>
    </message>
</context>
<context>
    <name>AdviceRow</name>
    <message>
        <source>The rule is changed. It holds from now on, on every console.</source>
        <translation>规则已更改，即刻在所有控制台生效。</translation>
    </message>
    <message>
        <source>{0}: would have left {1} of {2}.</source>
        <translation>{0}：{2} 次中只会剩 {1} 次。</translation>
    </message>
    <message>
        <source>It then holds wherever this rule holds. Do it?</source>
        <translation>这条规则适用的所有位置都会生效。确定吗？</translation>
    </message>
    <message>
        <source>Change the rule</source>
        <translation>更改规则</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Open the rule</source>
        <translation>打开规则</translation>
    </message>
    <message>
        <source>Shelve…</source>
        <translation>搁置…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AnswersPanel</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 个未关闭</numerusform>
        </translation>
    </message>
    <message>
        <source>answered inside target</source>
        <translation>在目标内响应</translation>
    </message>
    <message>
        <source>median time to acknowledge</source>
        <translation>响应时间中位数</translation>
    </message>
    <message>
        <source>median time to resolve</source>
        <translation>解决时间中位数</translation>
    </message>
    <message>
        <source>{0} of {1} needed</source>
        <translation>已有 {0}，需要 {1}</translation>
    </message>
    <message>
        <source>target {0}</source>
        <translation>目标 {0}</translation>
    </message>
    <message>
        <source>How fast this shift&apos;s calls are answered stands here.</source>
        <translation>这里显示本班呼叫的响应速度。</translation>
    </message>
    <message>
        <source>Answers in this shift</source>
        <translation>本班响应</translation>
    </message>
    <message>
        <source>Opens the response figures</source>
        <translation>打开响应数据</translation>
    </message>
</context>
<context>
    <name>ArticleEditor</name>
    <message>
        <source>Change the article</source>
        <translation>修改条目</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>新建条目</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What somebody would look for.</source>
        <translation>别人会怎样查找。</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>学到了什么</translation>
    </message>
    <message>
        <source>What one sees, why it happens, what helps.</source>
        <translation>现象、原因、有效的做法。</translation>
    </message>
    <message>
        <source>Where it holds</source>
        <translation>适用位置</translation>
    </message>
    <message>
        <source>Category of calls</source>
        <translation>呼叫类别</translation>
    </message>
    <message>
        <source>Machine codes</source>
        <translation>设备代码</translation>
    </message>
    <message>
        <source>Separated by commas.</source>
        <translation>用逗号分隔。</translation>
    </message>
    <message>
        <source>More words to find it by</source>
        <translation>其他查找词</translation>
    </message>
    <message>
        <source>It is suggested</source>
        <translation>参与推荐</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>保存 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ArticleRows</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Everywhere</source>
        <translation>所有位置</translation>
    </message>
    <message>
        <source>no longer suggested</source>
        <translation>不再推荐</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Change (E)</source>
        <translation>修改 (E)</translation>
    </message>
    <message>
        <source>Learned from: {0}</source>
        <translation>来自：{0}</translation>
    </message>
    <message>
        <source>Where it holds</source>
        <translation>适用位置</translation>
    </message>
    <message>
        <source>Category of calls</source>
        <translation>呼叫类别</translation>
    </message>
    <message>
        <source>Machine codes</source>
        <translation>设备代码</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>查找词</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Where it comes from and where it helped</source>
        <translation>来自哪里，在哪里有帮助</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AskFields</name>
    <message>
        <source>{0} (required)</source>
        <translation>{0}（必填）</translation>
    </message>
</context>
<context>
    <name>AskRow</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Field, like part number</source>
        <translation>字段，例如零件号</translation>
    </message>
    <message>
        <source>Kind of answer</source>
        <translation>填写方式</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>No close without an answer</source>
        <translation>未填写不得关闭</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Choices, divided by commas</source>
        <translation>选项，用逗号分隔</translation>
    </message>
</context>
<context>
    <name>Asks</name>
    <message>
        <source>Add a field</source>
        <translation>添加字段</translation>
    </message>
</context>
<context>
    <name>AssignStep</name>
    <message>
        <source>Only a supervisor assigns somebody without the skill, with a reason.</source>
        <translation>只有主管可以在说明理由后派没有技能的人。</translation>
    </message>
    <message>
        <source>Say why they do it nevertheless.</source>
        <translation>请说明为什么仍然由他们做。</translation>
    </message>
    <message>
        <source>Assign nobody</source>
        <translation>不派人</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>派工</translation>
    </message>
    <message>
        <source>Assign nevertheless</source>
        <translation>仍然派工</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>按 Enter</translation>
    </message>
    <message>
        <source>{0}, no station</source>
        <translation>{0}，不指定工位</translation>
    </message>
    <message>
        <source>Assign a step</source>
        <translation>派工</translation>
    </message>
    <message>
        <source>{0}: who does {1}?</source>
        <translation>{0}：{1} 由谁做？</translation>
    </message>
    <message>
        <source>Those who may do it alone come first. Who has not learnt it has the reason behind.</source>
        <translation>能独立作业的排在前面；不能的，姓名后有原因。</translation>
    </message>
    <message>
        <source>&amp;Station</source>
        <translation>工位(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation>人员(&amp;P)</translation>
    </message>
    <message>
        <source>Type a name to find it</source>
        <translation>输入姓名查找</translation>
    </message>
    <message>
        <source>&amp;Why nevertheless</source>
        <translation>为什么仍然派工(&amp;W)</translation>
    </message>
    <message>
        <source>Nobody of this name works here.</source>
        <translation>这里没有叫这个名字的人。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>Pictures and files</source>
        <translation>图片和文件</translation>
    </message>
    <message>
        <source>Drop pictures and files here, paste a picture, or press Add.</source>
        <translation>将图片和文件拖到此处，粘贴图片，或按“添加”。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Attach the picture or the files that were copied (Ctrl+V)</source>
        <translation>附加已复制的图片或文件（Ctrl+V）</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Take a picture with a camera of this computer</source>
        <translation>用本机的摄像头拍照</translation>
    </message>
    <message>
        <source>Pictures and files of this record</source>
        <translation>此记录的图片和文件</translation>
    </message>
    <message>
        <source>Pictures and documents</source>
        <translation>图片和文档</translation>
    </message>
    <message>
        <source>Add pictures and files</source>
        <translation>添加图片和文件</translation>
    </message>
    <message>
        <source>No picture and no file was copied. Copy one first, then paste it here.</source>
        <translation>没有复制任何图片或文件。请先复制，再粘贴到此处。</translation>
    </message>
    <message>
        <source>At most {0} files can be added at once. Nothing was added: choose fewer.</source>
        <translation>一次最多添加 {0} 个文件。未添加任何文件：请少选一些。</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Choose pictures and files to attach</source>
        <translation>选择要附加的图片和文件</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) and file(s)</source>
        <translation>
            <numerusform>%n 个图片和文件</numerusform>
        </translation>
    </message>
    <message>
        <source>A file</source>
        <translation>一个文件</translation>
    </message>
    <message>
        <source>Photo {0}</source>
        <translation>照片 {0}</translation>
    </message>
</context>
<context>
    <name>Attendance</name>
    <message>
        <source>{0} (not on the roster)</source>
        <translation>{0}（不在值班表上）</translation>
    </message>
    <message>
        <source>Held by {0}, {1}. It is not changed any more.</source>
        <translation>由 {0} 于 {1} 召开，内容不再更改。</translation>
    </message>
    <message>
        <source>No points were written down.</source>
        <translation>未记录强调要点。</translation>
    </message>
    <message>
        <source>{0} of {1} are here</source>
        <translation>已到 {0} / {1} 人</translation>
    </message>
    <message>
        <source>{0}, and {1} more</source>
        <translation>{0}，另有 {1} 人</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>其他人员…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>They are here although they are not on the roster</source>
        <translation>虽不在值班表上，但已到会</translation>
    </message>
    <message>
        <source>Briefing held</source>
        <translation>班前会已召开</translation>
    </message>
    <message>
        <source>Keep it as it is; nothing is changed afterwards</source>
        <translation>按现状保存，之后不再更改</translation>
    </message>
    <message>
        <source>{0}. Keep it as it is? Nothing is changed afterwards.</source>
        <translation>{0}。就这样保存吗？之后不能再更改。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{0} is here already.</source>
        <translation>{0} 已签到。</translation>
    </message>
    <message>
        <source>{0} is here.</source>
        <translation>{0} 已到会。</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>到会</translation>
    </message>
    <message>
        <source>Scanned badges tick people</source>
        <translation>扫描工牌签到</translation>
    </message>
    <message>
        <source>Somebody who is not on the roster</source>
        <translation>不在值班表上的人员</translation>
    </message>
    <message>
        <source>&amp;Points to stress</source>
        <translation>强调要点(&amp;P)</translation>
    </message>
    <message>
        <source>Nobody is on the roster for this shift. Add those who are here below.</source>
        <translation>该班次值班表上无人。请在下方添加到会人员。</translation>
    </message>
</context>
<context>
    <name>AttentionPanel</name>
    <message>
        <source>Nothing stands still, nothing is silent.</source>
        <translation>没有停机，也没有断数据。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>{0} · oldest {1}</source>
        <translation>{0} · 最久 {1}</translation>
    </message>
    <message numerus="yes">
        <source>{0} · %n stations</source>
        <translation>
            <numerusform>{0} · %n 个工位</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditCounts</name>
    <message numerus="yes">
        <source>overdue %n day(s)</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>照片 %n 张</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditFiguresPage</name>
    <message>
        <source>Reading the audits…</source>
        <translation>正在读取审核…</translation>
    </message>
    <message>
        <source>The figures of audits appear here as soon as they are read.</source>
        <translation>审核数据读取后将显示在这里。</translation>
    </message>
    <message>
        <source>No audit of this kind was signed in this time. Once rounds are signed, here stands how areas and sections score over time, what was found and how soon it was put right. Choose another checklist or a longer time, or begin a round on the page Audits.</source>
        <translation>此期间没有签署此类审核。签署后，这里显示各区域、各部分的得分趋势，以及发现的问题点和整改速度。请选择其他检查表或更长的时间，或在“审核”页面开始一次审核。</translation>
    </message>
    <message>
        <source>The report is being made</source>
        <translation>正在生成报告</translation>
    </message>
    <message>
        <source>The report is in {0}</source>
        <translation>报告已保存到 {0}</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Audit figures</source>
        <translation>审核数据</translation>
    </message>
    <message>
        <source>Back to the audits</source>
        <translation>返回审核</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>重新读取全部</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>报告…</translation>
    </message>
    <message>
        <source>These figures on paper (PDF)</source>
        <translation>将这些数据生成 PDF</translation>
    </message>
</context>
<context>
    <name>AuditPlansPage</name>
    <message>
        <source>Planned rounds</source>
        <translation>计划巡检</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Back to the audits (Esc)</source>
        <translation>返回审核页（Esc）</translation>
    </message>
    <message>
        <source>N new plan · E changes · B begins · D decides</source>
        <translation>N 新建计划 · E 修改 · B 开始 · D 处理</translation>
    </message>
</context>
<context>
    <name>AuditReport</name>
    <message>
        <source>{0} · version {1}</source>
        <translation>{0} · 版本 {1}</translation>
    </message>
    <message>
        <source>Made by Gemba Console on {0} · audit {1}</source>
        <translation>由 Gemba Console 生成于 {0} · 审核编号 {1}</translation>
    </message>
    <message>
        <source>{0} of {1} points</source>
        <translation>{0} / {1} 分</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Red lines broken</source>
        <translation>触碰的红线</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题点</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未结束</translation>
    </message>
    <message>
        <source>Dropped: {0}</source>
        <translation>已放弃：{0}</translation>
    </message>
    <message>
        <source>Not finished: what is answered so far</source>
        <translation>未完成：以下为目前已答内容</translation>
    </message>
    <message>
        <source>passes from {0}</source>
        <translation>{0} 及以上为通过</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>不作判定</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>不计分</translation>
    </message>
    <message>
        <source>red line</source>
        <translation>红线</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>薄弱</translation>
    </message>
    <message>
        <source>Nothing was found that is to be put right.</source>
        <translation>没有需要整改的问题点。</translation>
    </message>
    <message>
        <source>serious</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>found again</source>
        <translation>重复出现</translation>
    </message>
    <message>
        <source>What is to be put right</source>
        <translation>需整改内容</translation>
    </message>
    <message>
        <source>{0} report</source>
        <translation>{0} 报告</translation>
    </message>
    <message>
        <source>No audit was signed in this time.</source>
        <translation>此期间没有签署的审核。</translation>
    </message>
    <message>
        <source>Score over time</source>
        <translation>得分趋势</translation>
    </message>
    <message>
        <source>Made by Gemba Console on {0}</source>
        <translation>由 Gemba Console 生成于 {0}</translation>
    </message>
    <message>
        <source>target {0}</source>
        <translation>目标 {0}</translation>
    </message>
    <message>
        <source>Against the time before</source>
        <translation>与上一期间相比</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Over their day</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Found again</source>
        <translation>重复发现</translation>
    </message>
    <message>
        <source>Days to close, median</source>
        <translation>关闭天数（中位数）</translation>
    </message>
    <message>
        <source>Red tags open, over their day</source>
        <translation>未决红牌，其中逾期</translation>
    </message>
    <message>
        <source>Planned rounds made in time</source>
        <translation>计划审核按时完成</translation>
    </message>
    <message>
        <source>mean of all audits</source>
        <translation>全部审核的平均得分</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>离散</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Time before</source>
        <translation>上一期间</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>各部分</translation>
    </message>
    <message>
        <source>Weakest items</source>
        <translation>最薄弱的检查项</translation>
    </message>
    <message>
        <source>No answer was weak.</source>
        <translation>没有薄弱的答案。</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>薄弱</translation>
    </message>
    <message>
        <source>Findings that are not closed</source>
        <translation>未关闭的问题点</translation>
    </message>
    <message>
        <source>Every finding of this time is closed.</source>
        <translation>此期间的问题点均已关闭。</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题点</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>另有 {0} 项</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Who looks</source>
        <translation>审核人员</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Signed by {0} on {1}</source>
        <translation>由 {0} 于 {1} 签署</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>未签署</translation>
    </message>
    <message>
        <source>Seen, place and date</source>
        <translation>已阅，地点与日期</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Put the chosen copy in the place of the records</source>
        <translation>用所选副本替换现有记录</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>从文件恢复…</translation>
    </message>
    <message>
        <source>A copy that lies somewhere else</source>
        <translation>存放在其他位置的副本</translation>
    </message>
    <message>
        <source>The records cannot be read.</source>
        <translation>记录无法读取。</translation>
    </message>
    <message>
        <source>There are no records yet.</source>
        <translation>还没有记录。</translation>
    </message>
    <message>
        <source>The backup was made, opened and checked: {0}</source>
        <translation>备份已完成，并已打开检查：{0}</translation>
    </message>
    <message>
        <source>Copies of records (*.db)</source>
        <translation>记录副本 (*.db)</translation>
    </message>
    <message>
        <source>The copy was restored.</source>
        <translation>副本已恢复。</translation>
    </message>
    <message>
        <source>The records before it lie in {0}.</source>
        <translation>恢复之前的记录在 {0} 中。</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation>压缩包 (*.zip)</translation>
    </message>
    <message>
        <source>Where shall the export lie?</source>
        <translation>导出到哪个文件夹？</translation>
    </message>
    <message>
        <source>Exported to {0}.</source>
        <translation>已导出到 {0}。</translation>
    </message>
    <message>
        <source>Which folder holds the export?</source>
        <translation>导出内容在哪个文件夹？</translation>
    </message>
    <message>
        <source>The records were imported. Sign in to go on.</source>
        <translation>记录已导入。请登录后继续。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Open the chosen copy and check it</source>
        <translation>打开并检查所选副本</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Copies of the records appear here, each opened and checked. The first is made soon after the start; press “Back up now” to have one at once.</source>
        <translation>记录的副本会显示在这里，每个都经过打开检查。启动后不久会自动制作第一个；想马上备份，请按“立即备份”。</translation>
    </message>
</context>
<context>
    <name>BaselineForm</name>
    <message>
        <source>Keep a baseline</source>
        <translation>保留基准</translation>
    </message>
    <message>
        <source>Later times can then always be compared with the same one, on every console, until it is removed.</source>
        <translation>之后的时段可以一直与它比较，在所有控制台上，直到移除。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Before the new feeder</source>
        <translation>更换送料器之前</translation>
    </message>
    <message>
        <source>What was &amp;changed after it</source>
        <translation>之后改了什么(&amp;C)</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write something here.</source>
        <translation>请填写此项。</translation>
    </message>
</context>
<context>
    <name>BeginCard</name>
    <message>
        <source>Begin (Enter)</source>
        <translation>开始（Enter）</translation>
    </message>
    <message>
        <source>There is no place for a round yet: open a plant file with lines under Setup first.</source>
        <translation>还没有可检查的地点：请先在“设置”中打开含有产线的工厂文件。</translation>
    </message>
    <message>
        <source>No checklist is published. Publish one under Checklists first.</source>
        <translation>还没有已发布的检查表。请先在“检查表”中发布一份。</translation>
    </message>
    <message>
        <source>Begin a round</source>
        <translation>开始一次检查</translation>
    </message>
    <message>
        <source>&amp;Checklist</source>
        <translation>检查表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>地点(&amp;W)</translation>
    </message>
</context>
<context>
    <name>Behind</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 张工单</numerusform>
        </translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Good / ordered</source>
        <translation>良品/订购</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>交期</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>The orders behind the figure; Enter opens one</source>
        <translation>该指标背后的工单；按 Enter 打开</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The records behind the figure; Enter opens one</source>
        <translation>该数据背后的记录；按回车打开</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the chosen record on its page</source>
        <translation>在对应页面打开所选记录</translation>
    </message>
    <message>
        <source>Open the chosen order on the page of orders</source>
        <translation>在工单页面打开所选工单</translation>
    </message>
    <message>
        <source>Back to the figures</source>
        <translation>返回指标</translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message>
        <source>Open: {0}</source>
        <translation>打开：{0}</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Filter lines, stations, orders, products</source>
        <translation>筛选产线、工位、工单、产品</translation>
    </message>
    <message>
        <source>Filter lines</source>
        <translation>筛选产线</translation>
    </message>
    <message>
        <source>The lines of your plant will stand here. Open Setup to connect to a broker and choose a plant file.</source>
        <translation>工厂的产线将显示在这里。请打开“设置”，连接消息服务器并选择工厂文件。</translation>
    </message>
    <message>
        <source>The plant file cannot be used: {0}</source>
        <translation>无法使用工厂文件：{0}</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Live board</source>
        <translation>实时看板</translation>
    </message>
    <message>
        <source>No line fits this filter.</source>
        <translation>没有符合筛选条件的产线。</translation>
    </message>
</context>
<context>
    <name>BriefingPage</name>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Back to the handover</source>
        <translation>返回交接班</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>班前会</translation>
    </message>
    <message>
        <source>Line or area</source>
        <translation>产线或区域</translation>
    </message>
    <message>
        <source>Shift that the briefing is for</source>
        <translation>班前会对应的班次</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>投屏</translation>
    </message>
    <message>
        <source>Full screen in large type; Esc ends it</source>
        <translation>全屏大字显示，按 Esc 结束</translation>
    </message>
    <message>
        <source>This briefing</source>
        <translation>本次班前会</translation>
    </message>
    <message>
        <source>Past briefings</source>
        <translation>历次班前会</translation>
    </message>
    <message>
        <source>The five minutes before a shift appear here: safety, the last shift, what is open, the plan, who is where and what is new. Begin with a plant file that has a line (Setup).</source>
        <translation>这里显示班前五分钟的内容：安全、上一班、未关闭事项、计划、人员分布和新变化。请先在“设置”中打开含有产线的工厂文件。</translation>
    </message>
</context>
<context>
    <name>BrokerForm</name>
    <message>
        <source>&amp;Host</source>
        <translation>服务器(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户(&amp;U)</translation>
    </message>
    <message>
        <source>P&amp;assword</source>
        <translation>密码(&amp;A)</translation>
    </message>
    <message>
        <source>Client &amp;id</source>
        <translation>客户端标识(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Authority (CA) file</source>
        <translation>颁发机构 (CA) 文件(&amp;F)</translation>
    </message>
    <message>
        <source>C&amp;ertificate file</source>
        <translation>证书文件(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>密钥文件(&amp;K)</translation>
    </message>
    <message>
        <source>Look for the file: {0}</source>
        <translation>查找文件：{0}</translation>
    </message>
    <message>
        <source>Encrypt with &amp;TLS and check the broker&apos;s certificate</source>
        <translation>用 &amp;TLS 加密并检查服务器证书</translation>
    </message>
    <message>
        <source>for example 192.168.1.20 or broker.plant.local</source>
        <translation>例如 192.168.1.20 或 broker.plant.local</translation>
    </message>
    <message>
        <source>empty: sign in without</source>
        <translation>留空：不登录</translation>
    </message>
    <message>
        <source>empty: what this computer trusts</source>
        <translation>留空：使用本机信任的机构</translation>
    </message>
    <message>
        <source>only where the broker asks for one</source>
        <translation>仅在服务器要求时填写</translation>
    </message>
    <message>
        <source>empty: it is in the certificate file</source>
        <translation>留空：密钥在证书文件中</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Fields with a lock are set by your IT and cannot be changed here.</source>
        <translation>带锁的字段由贵厂 IT 统一设定，不能在此更改。</translation>
    </message>
    <message>
        <source>Type the name or address of the broker.</source>
        <translation>请输入消息服务器的名称或地址。</translation>
    </message>
    <message>
        <source>Type only the name or address: no mqtt:// in front, no path, no blanks.</source>
        <translation>只输入名称或地址：前面不要 mqtt://，不要路径，不要空格。</translation>
    </message>
    <message>
        <source>Type the port into its own field below.</source>
        <translation>请把端口填在下面的端口栏中。</translation>
    </message>
    <message>
        <source>The port is a whole number from 1 to 65535; 1883 is usual, 8883 with TLS.</source>
        <translation>端口是 1 到 65535 的整数；通常是 1883，使用 TLS 时是 8883。</translation>
    </message>
    <message>
        <source>At most 128 letters and digits, no invisible signs. Empty it to take the usual one.</source>
        <translation>最多 128 个字母和数字，不能有不可见字符。留空则使用默认值。</translation>
    </message>
    <message>
        <source>A password needs a user: type one above, or empty this field.</source>
        <translation>有密码就要有用户：请在上面填写用户，或清空此栏。</translation>
    </message>
    <message>
        <source>A key goes with a certificate: choose its certificate file above.</source>
        <translation>密钥要与证书配套：请在上面选择证书文件。</translation>
    </message>
    <message>
        <source>This file cannot be read ({0}). Choose it with the button at the right.</source>
        <translation>无法读取此文件（{0}）。请用右侧的按钮选择。</translation>
    </message>
    <message>
        <source>This file holds no certificate or key in PEM form (text that begins with -----BEGIN).</source>
        <translation>此文件中没有 PEM 格式的证书或密钥（以 -----BEGIN 开头的文本）。</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation>PEM 文件 (*.pem *.crt *.cer *.key);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
</context>
<context>
    <name>CallBanner</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} silences</source>
        <translation>{0} 静音</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>已静音</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>Escalated to level {0}</source>
        <translation>已升级到第 {0} 级</translation>
    </message>
    <message>
        <source>Told: {0}</source>
        <translation>已通知：{0}</translation>
    </message>
    <message>
        <source>Escalated to level {0}: {1}</source>
        <translation>已升级到第 {0} 级：{1}</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Shelve…</source>
        <translation>搁置…</translation>
    </message>
    <message>
        <source>Set this alarm aside for some hours</source>
        <translation>把这条报警搁置几个小时</translation>
    </message>
    <message>
        <source>Show the board then</source>
        <translation>查看当时的看板</translation>
    </message>
    <message>
        <source>Opens the time machine a minute after it was raised</source>
        <translation>打开时光回溯，停在呼叫发起后一分钟</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Say something about this call; @ names somebody</source>
        <translation>说说这次呼叫；用 @ 点名</translation>
    </message>
    <message>
        <source>Say something about this call</source>
        <translation>对这个呼叫说点什么</translation>
    </message>
    <message>
        <source>Choose a call: what is known of it and what to do next stands here.</source>
        <translation>选择一个呼叫：这里显示它的情况和接下来要做的事。</translation>
    </message>
    <message>
        <source>The chosen call</source>
        <translation>所选呼叫</translation>
    </message>
    <message>
        <source>What happened to this call</source>
        <translation>这个呼叫的经过</translation>
    </message>
</context>
<context>
    <name>CallFacts</name>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Next deadline</source>
        <translation>下一期限</translation>
    </message>
    <message>
        <source>Raised at</source>
        <translation>呼叫时间</translation>
    </message>
    <message>
        <source>Raised by</source>
        <translation>呼叫人</translation>
    </message>
    <message>
        <source>Told last</source>
        <translation>最近通知</translation>
    </message>
    <message>
        <source>Tells more people</source>
        <translation>再通知他人</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Machine code</source>
        <translation>设备代码</translation>
    </message>
    <message>
        <source>Containment</source>
        <translation>遏制措施</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查明情况</translation>
    </message>
    <message>
        <source>Countermeasure</source>
        <translation>对策</translation>
    </message>
    <message>
        <source>Why it was no call</source>
        <translation>为何不是呼叫</translation>
    </message>
    <message>
        <source>Age of the call</source>
        <translation>呼叫持续时间</translation>
    </message>
</context>
<context>
    <name>CallFiguresPage</name>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n 个呼叫</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} from {1} to {2}</source>
        <translation>{0}，{1} 至 {2}</translation>
    </message>
    <message>
        <source>Reading calls: {0} %</source>
        <translation>正在读取呼叫：{0} %</translation>
    </message>
    <message>
        <source>Stopped. What is shown is what was read before.</source>
        <translation>已停止。显示的是之前读取的数据。</translation>
    </message>
    <message>
        <source>The figures of calls appear here as soon as they are read.</source>
        <translation>读取完成后，这里显示呼叫数据。</translation>
    </message>
    <message>
        <source>No call was raised in this time. Once calls are raised and answered, here stands how long it took to acknowledge, arrive, resolve and close, what is heard most often, and how healthy the alarms are. Choose a longer time, or everything.</source>
        <translation>这段时间没有呼叫。有呼叫并得到响应后，这里显示响应、到场、解决和关闭各用了多长时间，哪些呼叫最多，报警是否健康。请选择更长的时间，或不加筛选。</translation>
    </message>
    <message>
        <source>Keep as baseline…</source>
        <translation>保留为基准…</translation>
    </message>
    <message>
        <source>Keep this time, to compare later times with it</source>
        <translation>保留这段时间，供以后比较</translation>
    </message>
    <message>
        <source>From {0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
    <message>
        <source>The file could not be written: {0}</source>
        <translation>无法写入文件：{0}</translation>
    </message>
    <message>
        <source>The figures are in {0}</source>
        <translation>数据已写入 {0}</translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation>导出数据</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Response times</source>
        <translation>响应时间</translation>
    </message>
    <message>
        <source>Heard most often</source>
        <translation>呼叫最多</translation>
    </message>
    <message>
        <source>Alarm health</source>
        <translation>报警健康</translation>
    </message>
    <message>
        <source>Time in hands</source>
        <translation>各方用时</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write these figures into a file for a spreadsheet (CSV)</source>
        <translation>把这些数据写入电子表格文件（CSV）</translation>
    </message>
</context>
<context>
    <name>CallLine</name>
    <message>
        <source>Take over: {0}</source>
        <translation>采用：{0}</translation>
    </message>
    <message>
        <source>The cause of this call becomes the reason of the stop (Ctrl+T)</source>
        <translation>把该呼叫的原因作为停机原因 (Ctrl+T)</translation>
    </message>
    <message>
        <source>Open the call</source>
        <translation>打开呼叫</translation>
    </message>
</context>
<context>
    <name>CallSetupPage</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>值班表</translation>
    </message>
    <message>
        <source>If nobody answers</source>
        <translation>无人应答时</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>Shelved · {0}</source>
        <translation>已搁置 · {0}</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Raise a call (F2)</source>
        <translation>发起呼叫 (F2)</translation>
    </message>
    <message>
        <source>oldest {0}</source>
        <translation>最久 {0}</translation>
    </message>
    <message>
        <source>Open · {0}</source>
        <translation>未关闭 · {0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未关闭</translation>
    </message>
    <message>
        <source>Calls appear here once the records of this console are open.</source>
        <translation>本机的记录打开后，呼叫会显示在这里。</translation>
    </message>
    <message>
        <source>No call is open in this area. Press F2 to raise one.</source>
        <translation>本区域没有未关闭的呼叫。按 F2 发起呼叫。</translation>
    </message>
    <message>
        <source>No call is open. Press F2 to raise one: a number for what it is about, then Enter.</source>
        <translation>没有未关闭的呼叫。按 F2 发起：按数字选择类别，再按回车。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln 个呼叫</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>安灯呼叫</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>How fast calls are answered, how healthy alarms are (Alt+F)</source>
        <translation>呼叫响应多快，报警是否健康（Alt+F）</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Rules, categories, roster and ladder of calls (Alt+S)</source>
        <translation>呼叫的规则、类别、值班表和升级（Alt+S）</translation>
    </message>
    <message>
        <source>Open calls, the worst first</source>
        <translation>未关闭的呼叫，最严重的在前</translation>
    </message>
    <message>
        <source>Arrows choose · Enter goes to the call · the letter on a button does it · Esc comes back · F2 raises</source>
        <translation>方向键选择 · 回车进入呼叫 · 按钮上的字母直接执行 · Esc 返回 · F2 发起呼叫</translation>
    </message>
</context>
<context>
    <name>CallsPanel</name>
    <message>
        <source>No call is open. F2 raises one.</source>
        <translation>没有未关闭的呼叫。按 F2 发起呼叫。</translation>
    </message>
    <message>
        <source>and %n more</source>
        <translation>还有 %n 个</translation>
    </message>
    <message>
        <source>Open calls</source>
        <translation>未关闭的呼叫</translation>
    </message>
    <message>
        <source>{0} · oldest {1}</source>
        <translation>{0} · 最久 {1}</translation>
    </message>
</context>
<context>
    <name>CallsThen</name>
    <message>
        <source>No call was open.</source>
        <translation>当时没有未关闭的呼叫。</translation>
    </message>
    <message>
        <source>Calls that were open then</source>
        <translation>当时未关闭的呼叫</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <source>No camera was found at this computer. Plug one in, or add a picture from a file.</source>
        <translation>本机没有找到摄像头。请接上摄像头，或从文件添加图片。</translation>
    </message>
    <message>
        <source>The camera begins…</source>
        <translation>摄像头正在启动…</translation>
    </message>
    <message>
        <source>Picture from a camera</source>
        <translation>摄像头拍照</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>摄像头画面</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>重拍</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The camera does not answer: {0}. Another program may be using it.</source>
        <translation>摄像头没有响应：{0}。可能正被其他程序使用。</translation>
    </message>
</context>
<context>
    <name>CapabilityCard</name>
    <message>
        <source>Capability</source>
        <translation>过程能力</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Sigma within</source>
        <translation>组内西格玛</translation>
    </message>
    <message>
        <source>Sigma of all</source>
        <translation>总体西格玛</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>超出规格</translation>
    </message>
    <message numerus="yes">
        <source>95 % intervals, %n value(s)</source>
        <translation>
            <numerusform>95 % 区间，%n 个值</numerusform>
        </translation>
    </message>
    <message>
        <source>Cp, Cpk, Pp and Ppk appear here with their intervals.</source>
        <translation>这里显示 Cp、Cpk、Pp、Ppk 及其区间。</translation>
    </message>
    <message>
        <source>Counts have no specification limits, so there is no capability to be told.</source>
        <translation>计数没有规格限，因此没有过程能力可言。</translation>
    </message>
    <message>
        <source>Give the chart specification limits, and its capability is told here.</source>
        <translation>给控制图填上规格限，这里就会显示过程能力。</translation>
    </message>
    <message>
        <source>Too few points to tell the capability.</source>
        <translation>点太少，无法给出过程能力。</translation>
    </message>
</context>
<context>
    <name>CardBoard</name>
    <message>
        <source>Find: {text}</source>
        <translation>查找：{text}</translation>
    </message>
    <message>
        <source>No title has: {text}</source>
        <translation>没有标题包含：{text}</translation>
    </message>
    <message>
        <source>No card here. Drag one here, or press Ctrl with → or ← on a card.</source>
        <translation>此列没有卡片。把卡片拖到这里，或在卡片上按 Ctrl 和 → 或 ←。</translation>
    </message>
    <message>
        <source>No lane</source>
        <translation>无泳道</translation>
    </message>
    <message>
        <source>Cards in columns</source>
        <translation>按列排列的卡片</translation>
    </message>
    <message>
        <source>No cards yet</source>
        <translation>还没有卡片</translation>
    </message>
    <message>
        <source>What is to be done appears here as cards that go from column to column, from left to right.</source>
        <translation>待完成的工作以卡片显示在这里，从左到右逐列推进。</translation>
    </message>
    <message>
        <source>Blocked: {reason}</source>
        <translation>受阻：{reason}</translation>
    </message>
    <message>
        <source>{column}, card {at} of {all}</source>
        <translation>{column}，第 {at} 张，共 {all} 张卡片</translation>
    </message>
    <message>
        <source>{count} · {limit} a lane</source>
        <translation>{count} · 每泳道 {limit}</translation>
    </message>
    <message>
        <source>Full: finish a card here before another one comes in.</source>
        <translation>已满：请先完成此列中的一张卡片，再移入下一张。</translation>
    </message>
    <message>
        <source>No policy is written for it.</source>
        <translation>此列尚未填写准入规则。</translation>
    </message>
</context>
<context>
    <name>CategoriesTab</name>
    <message numerus="yes">
        <source>%n kind(s) of call</source>
        <translation>
            <numerusform>%n 种呼叫</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Copy for an area</source>
        <translation>复制给某个区域</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Categories of calls</source>
        <translation>呼叫类别</translation>
    </message>
</context>
<context>
    <name>CategoryCard</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Type a number of minutes, like 3 or 0.5.</source>
        <translation>请输入分钟数，例如 3 或 0.5。</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>请输入名称。</translation>
    </message>
    <message>
        <source>At most 30 days (43200 min).</source>
        <translation>最多 30 天（43200 分钟）。</translation>
    </message>
    <message>
        <source>Each step must come later than the one before it, within 30 days (43200 min).</source>
        <translation>每一步都必须晚于前一步，且不超过 30 天（43200 分钟）。</translation>
    </message>
    <message>
        <source>Type a number from 1 on.</source>
        <translation>请输入不小于 1 的数字。</translation>
    </message>
    <message>
        <source>A choice needs what can be chosen, divided by commas, each at most 200 characters long.</source>
        <translation>选择类字段须填写选项，用逗号分隔，每项最多 200 个字符。</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <source>If nobody answers</source>
        <translation>无人应答时</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标时间</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Red lines</source>
        <translation>红线</translation>
    </message>
    <message>
        <source>Additional fields</source>
        <translation>附加字段</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>位置(&amp;W)</translation>
    </message>
    <message>
        <source>Se&amp;verity</source>
        <translation>严重程度(&amp;V)</translation>
    </message>
    <message>
        <source>Where nobody and no rule says otherwise.</source>
        <translation>人员或规则未另行指定时。</translation>
    </message>
    <message>
        <source>&amp;First to</source>
        <translation>首先通知(&amp;F)</translation>
    </message>
    <message>
        <source>Those of this role who are on duty are told at once.</source>
        <translation>立即通知当班的该角色人员。</translation>
    </message>
    <message>
        <source>Then, one after the other</source>
        <translation>然后依次通知</translation>
    </message>
    <message>
        <source>Around the cloc&amp;k</source>
        <translation>全天候(&amp;K)</translation>
    </message>
    <message>
        <source>Breaks and time outside of shifts count too</source>
        <translation>休息和班次之外的时间也计入</translation>
    </message>
    <message>
        <source>Answered (min)</source>
        <translation>响应（分钟）</translation>
    </message>
    <message>
        <source>On site (min)</source>
        <translation>到场（分钟）</translation>
    </message>
    <message>
        <source>Resolved (min)</source>
        <translation>解决（分钟）</translation>
    </message>
    <message>
        <source>What it can have been</source>
        <translation>可能的原因</translation>
    </message>
    <message>
        <source>With the big loss and the waste behind it.</source>
        <translation>以及背后的大损失和浪费。</translation>
    </message>
    <message>
        <source>Asked with the cause and the countermeasure. Required: no close without an answer.</source>
        <translation>与原因和对策一起填写。必填：未填写不得关闭。</translation>
    </message>
    <message>
        <source>What else is to be told</source>
        <translation>还需要说明什么</translation>
    </message>
    <message>
        <source>No close without a cause</source>
        <translation>没有原因不得关闭</translation>
    </message>
    <message>
        <source>No close without a countermeasure</source>
        <translation>没有对策不得关闭</translation>
    </message>
    <message>
        <source>Verified by somebody else from</source>
        <translation>由他人验证，自此程度起</translation>
    </message>
    <message>
        <source>Review from</source>
        <translation>复盘，自此程度起</translation>
    </message>
    <message>
        <source>or after repeats</source>
        <translation>或重复次数达到</translation>
    </message>
    <message>
        <source>S&amp;ound</source>
        <translation>声音(&amp;O)</translation>
    </message>
    <message>
        <source>Or&amp;der</source>
        <translation>顺序(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Active: new calls can have it</source>
        <translation>使用中：新呼叫可以选用(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全厂</translation>
    </message>
</context>
<context>
    <name>CategoryRows</name>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>First to</source>
        <translation>首先通知</translation>
    </message>
    <message>
        <source>Then after</source>
        <translation>之后逐级</translation>
    </message>
    <message>
        <source>Red lines</source>
        <translation>红线</translation>
    </message>
    <message>
        <source>{0} (not used)</source>
        <translation>{0}（停用）</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全厂</translation>
    </message>
</context>
<context>
    <name>CauseRow</name>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Big loss</source>
        <translation>大损失</translation>
    </message>
    <message>
        <source>Waste</source>
        <translation>浪费</translation>
    </message>
    <message>
        <source>No loss</source>
        <translation>无损失</translation>
    </message>
    <message>
        <source>No waste</source>
        <translation>无浪费</translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message>
        <source>Add a cause</source>
        <translation>添加原因</translation>
    </message>
</context>
<context>
    <name>ChangeoversTab</name>
    <message>
        <source>Add a family</source>
        <translation>添加产品族</translation>
    </message>
    <message>
        <source>Type minutes, 0 or more; nothing takes the time away.</source>
        <translation>请输入不小于 0 的分钟数；清空即去掉。</translation>
    </message>
    <message>
        <source>Changeovers</source>
        <translation>换型</translation>
    </message>
    <message>
        <source>Every line</source>
        <translation>所有产线</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Another family</source>
        <translation>另一个产品族</translation>
    </message>
    <message>
        <source>Minutes from family to family</source>
        <translation>产品族之间的分钟数</translation>
    </message>
    <message>
        <source>Minutes from the family of a row to the one of a column. What is written for a line goes before what holds on every line (pale); without either the steps&apos; own set-up counts.</source>
        <translation>从行的产品族换到列的产品族所需的分钟数。为某条产线写的优先于适用于所有产线的（浅色）；两者都没有时，按工序自己的准备时间计算。</translation>
    </message>
    <message>
        <source>Families appear here as soon as products have one. Give products a family, or add one above.</source>
        <translation>产品有了产品族，就会显示在这里。请给产品填写产品族，或在上方添加。</translation>
    </message>
</context>
<context>
    <name>ChannelCard</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>发送测试消息</translation>
    </message>
    <message>
        <source>Sending the test message…</source>
        <translation>正在发送测试消息…</translation>
    </message>
    <message>
        <source>The test message was taken. Look whether it arrived.</source>
        <translation>服务器已接收测试消息，请查看是否收到。</translation>
    </message>
    <message>
        <source>The test message was not taken: {0}</source>
        <translation>测试消息未被接收：{0}</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Address and password are kept in {0}.</source>
        <translation>地址和密码保存在：{0}。</translation>
    </message>
    <message>
        <source>Saved, but address and password cannot be kept on this PC: {0}</source>
        <translation>已保存，但地址和密码无法保存在本机：{0}</translation>
    </message>
    <message>
        <source>kept on this PC</source>
        <translation>已保存在本机</translation>
    </message>
    <message>
        <source>not known on this PC yet</source>
        <translation>本机尚未保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>In braces: site, area, line, place, person (staff number), role, category, severity.</source>
        <translation>花括号内可用：site（工厂）、area（区域）、line（产线）、place（地点）、person（工号）、role（角色）、category（类别）、severity（严重程度）。</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>邮件服务器</translation>
    </message>
    <message>
        <source>Name of the server, with :port where it is not the usual one.</source>
        <translation>服务器名称；非默认端口时加“:端口”。</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>The e-mail address that messages come from.</source>
        <translation>消息发出时使用的邮箱地址。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Empty where the server wants no sign-in.</source>
        <translation>服务器不要求登录时留空。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>消息格式</translation>
    </message>
    <message>
        <source>Address of the webhook</source>
        <translation>Webhook 地址</translation>
    </message>
    <message>
        <source>The whole address with its key. It is a secret: only this PC keeps it, in no record and no export.</source>
        <translation>包含密钥的完整地址。属于机密：只保存在本机，不写入任何记录或导出。</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>加签密钥</translation>
    </message>
    <message>
        <source>Where the robot was made with signing; begins with SEC.</source>
        <translation>机器人启用“加签”时填写，以 SEC 开头。</translation>
    </message>
    <message>
        <source>From severity</source>
        <translation>最低严重程度</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>None ticked: all.</source>
        <translation>都不勾选表示全部。</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>通知对象</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>@提醒</translation>
    </message>
    <message>
        <source>E-mail addresses, a comma between them.</source>
        <translation>邮箱地址，用逗号分隔。</translation>
    </message>
    <message>
        <source>Mobile numbers or names in the chat, a comma between them.</source>
        <translation>手机号或聊天账号，用逗号分隔。</translation>
    </message>
    <message>
        <source>Language of the messages</source>
        <translation>消息语言</translation>
    </message>
    <message>
        <source>Test message to</source>
        <translation>测试消息发给</translation>
    </message>
    <message>
        <source>Empty: to the sender&apos;s own address.</source>
        <translation>留空则发给发件人自己的地址。</translation>
    </message>
    <message>
        <source>Tell too when a call is closed</source>
        <translation>呼叫关闭时也通知</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>发往</translation>
    </message>
    <message>
        <source>Which calls</source>
        <translation>哪些呼叫</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>通知谁</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ChannelsPart</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>发往</translation>
    </message>
    <message>
        <source>From severity</source>
        <translation>最低严重程度</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>通知对象</translation>
    </message>
    <message>
        <source>{0} (off)</source>
        <translation>{0}（已停用）</translation>
    </message>
    <message numerus="yes">
        <source>%n switched on</source>
        <translation>
            <numerusform>已启用 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a way out: {0}</source>
        <translation>添加通知渠道：{0}</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通知渠道</translation>
    </message>
    <message>
        <source>Ways on which people are told</source>
        <translation>通知人员的渠道</translation>
    </message>
    <message>
        <source>The ways on which people are told of calls away from the screen appear here: mail, chat groups, MQTT. Choose one above to begin.</source>
        <translation>在屏幕之外通知人员的渠道显示在这里：邮件、聊天群、MQTT。从上方选择一种开始。</translation>
    </message>
</context>
<context>
    <name>ChartEditor</name>
    <message>
        <source>New control chart</source>
        <translation>新建控制图</translation>
    </message>
    <message>
        <source>Change the control chart</source>
        <translation>更改控制图</translation>
    </message>
    <message>
        <source>&amp;Station</source>
        <translation>工位(&amp;S)</translation>
    </message>
    <message>
        <source>Si&amp;gnal</source>
        <translation>信号(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>G&amp;rouping</source>
        <translation>分组(&amp;R)</translation>
    </message>
    <message>
        <source>Pieces counted &amp;by</source>
        <translation>件数计数器(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>目标值(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Lower spec</source>
        <translation>下规格限(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Upper spec</source>
        <translation>上规格限(&amp;U)</translation>
    </message>
    <message>
        <source>Only &amp;while the station runs</source>
        <translation>仅工位运行时(&amp;W)</translation>
    </message>
    <message>
        <source>Control l&amp;imits</source>
        <translation>控制限(&amp;I)</translation>
    </message>
    <message>
        <source>Preview &amp;of</source>
        <translation>预览时间(&amp;O)</translation>
    </message>
    <message>
        <source>Nelson&apos;s rules that are looked at</source>
        <translation>启用的 Nelson 规则</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>the last 8 hours</source>
        <translation>最近 8 小时</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>From what the preview shows</source>
        <translation>取自预览所示的数据</translation>
    </message>
    <message numerus="yes">
        <source>From the next %n point(s)</source>
        <translation>
            <numerusform>取自接下来的 %n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>Se&amp;conds</source>
        <translation>秒数(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Pieces</source>
        <translation>件数(&amp;P)</translation>
    </message>
    <message>
        <source>R&amp;eadings</source>
        <translation>读数个数(&amp;E)</translation>
    </message>
    <message>
        <source>Nothing was heard of this signal in that time. Choose a longer preview, or keep the chart: it learns as readings come.</source>
        <translation>这段时间没有收到该信号。请选更长的预览时间，或先保存：有读数后它会自己学习。</translation>
    </message>
    <message>
        <source>Groups of different sizes have no ranges that can be compared: choose X̄-S.</source>
        <translation>大小不同的子组无法比较极差：请选 X̄-S。</translation>
    </message>
    <message>
        <source>Give it a name that people at the line understand.</source>
        <translation>请取一个产线上的人能看懂的名称。</translation>
    </message>
</context>
<context>
    <name>ChartTable</name>
    <message>
        <source>Chart</source>
        <translation>控制图</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ChecklistPart</name>
    <message>
        <source>This is no number. Until it is one, the share before it holds.</source>
        <translation>这不是数字。改成数字之前，沿用原来的比例。</translation>
    </message>
    <message>
        <source>The whole checklist</source>
        <translation>整个检查表</translation>
    </message>
    <message>
        <source>Write each text in one language or both; where one is missing, the other is shown.</source>
        <translation>每段文字可用一种或两种语言填写；缺一种时显示另一种。</translation>
    </message>
    <message>
        <source>&amp;Name, English</source>
        <translation>名称，英文(&amp;N)</translation>
    </message>
    <message>
        <source>Name, Chinese</source>
        <translation>名称，中文</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>用途(&amp;P)</translation>
    </message>
    <message>
        <source>It decides where the checklist is offered.</source>
        <translation>决定检查表在哪里可选。</translation>
    </message>
    <message>
        <source>Passes from, % of all points</source>
        <translation>合格线，占总分 %</translation>
    </message>
    <message>
        <source>Empty: a round is not judged.</source>
        <translation>留空：不判定合格与否。</translation>
    </message>
</context>
<context>
    <name>ChecklistsPage</name>
    <message>
        <source>{0} (copy)</source>
        <translation>{0}（副本）</translation>
    </message>
    <message numerus="yes">
        <source>%n checklist(s) could not be kept yet. What you typed is here.</source>
        <translation>
            <numerusform>有 %n 份检查表尚未保存，您输入的内容仍在这里。</numerusform>
        </translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Back to the audits</source>
        <translation>返回审核</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Bring a checklist in from a file</source>
        <translation>从文件导入检查表</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on with the checklist that could not be kept</source>
        <translation>继续编辑未能保存的检查表</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Make a new checklist (Ctrl+N)</source>
        <translation>新建检查表 (Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Any line</source>
        <translation>所有产线</translation>
    </message>
    <message>
        <source>Any category</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Any severity</source>
        <translation>所有严重程度</translation>
    </message>
    <message>
        <source>Any shift</source>
        <translation>所有班次</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>All {0}</source>
        <translation>全部 {0}</translation>
    </message>
    <message>
        <source>Every checklist</source>
        <translation>所有检查表</translation>
    </message>
    <message>
        <source>Every area</source>
        <translation>所有区域</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>This shift</source>
        <translation>本班</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从 … 到 …</translation>
    </message>
    <message>
        <source>Keep as baseline…</source>
        <translation>保留为基准…</translation>
    </message>
    <message>
        <source>Keep this time, to compare later times with it</source>
        <translation>保留这段时间，供以后比较</translation>
    </message>
    <message>
        <source>Remove the baseline that is chosen</source>
        <translation>移除所选基准</translation>
    </message>
    <message>
        <source>As long before</source>
        <translation>之前同样长的时间</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>不比较</translation>
    </message>
    <message>
        <source>Any product</source>
        <translation>任何产品</translation>
    </message>
    <message>
        <source>Any crew</source>
        <translation>任何班组</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>By</source>
        <translation>按</translation>
    </message>
    <message>
        <source>And by</source>
        <translation>再按</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>最近一年</translation>
    </message>
    <message>
        <source>A week earlier</source>
        <translation>一周前</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>A year earlier</source>
        <translation>一年前</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Line or area</source>
        <translation>产线或区域</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>已封存</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签字</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>漏检</translation>
    </message>
    <message>
        <source>Search in all handovers: words, names, places</source>
        <translation>搜索全部交接班：文字、姓名、位置</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>所有位置</translation>
    </message>
</context>
<context>
    <name>ChosenCard</name>
    <message>
        <source>Allowed: {0}</source>
        <translation>允许的值：{0}</translation>
    </message>
    <message>
        <source>Changed: it holds from the next start on.</source>
        <translation>已更改：下次启动后生效。</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>出厂值</translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>删除密码</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤销更改</translation>
    </message>
    <message>
        <source>What holds without it holds again</source>
        <translation>恢复为没有此项时的值</translation>
    </message>
    <message>
        <source>Type {0}.</source>
        <translation>请输入{0}。</translation>
    </message>
</context>
<context>
    <name>ChosenChecklist</name>
    <message>
        <source>version {0} holds</source>
        <translation>现行版本 {0}</translation>
    </message>
    <message>
        <source>nothing published yet</source>
        <translation>尚未发布</translation>
    </message>
    <message>
        <source>draft of {0} by {1}</source>
        <translation>草稿：{0}，{1}</translation>
    </message>
    <message>
        <source>retired: not offered any more</source>
        <translation>已停用：不再提供</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 个检查项</numerusform>
        </translation>
    </message>
    <message>
        <source>passes from {0}</source>
        <translation>合格线 {0}</translation>
    </message>
    <message>
        <source>Offer again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>It cannot be written: {0}</source>
        <translation>无法写入：{0}</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>已写入：{0}</translation>
    </message>
    <message>
        <source>What version {0} says holds on. The trail still has the draft.</source>
        <translation>版本 {0} 继续有效。操作留痕中仍有该草稿。</translation>
    </message>
    <message>
        <source>It was never published: the checklist is gone with it. The trail still has it.</source>
        <translation>它从未发布：检查表会随之删除。操作留痕中仍有记录。</translation>
    </message>
    <message>
        <source>Discard the draft of {0}?</source>
        <translation>丢弃“{0}”的草稿？</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>丢弃草稿</translation>
    </message>
    <message>
        <source>Checklist (*.json)</source>
        <translation>检查表 (*.json)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Discard draft…</source>
        <translation>丢弃草稿…</translation>
    </message>
    <message>
        <source>Copy as new</source>
        <translation>复制为新表</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Paper form…</source>
        <translation>纸质表单…</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路线</translation>
    </message>
</context>
<context>
    <name>ChosenOrder</name>
    <message>
        <source>Seen</source>
        <translation>已知悉</translation>
    </message>
    <message>
        <source>The line has taken note of the change</source>
        <translation>产线已知悉变更</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>New action</source>
        <translation>新建整改</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Changed after the line was told</source>
        <translation>通知产线后的变更</translation>
    </message>
    <message>
        <source>Say something about this order</source>
        <translation>对这张工单说点什么</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Choose an order: how it stands and what to do next stands here.</source>
        <translation>选择一张工单：这里显示它的情况和下一步该做什么。</translation>
    </message>
    <message>
        <source>The chosen order</source>
        <translation>选中的工单</translation>
    </message>
    <message>
        <source>What happened to this order</source>
        <translation>这张工单的经过</translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>Reading the records…</source>
        <translation>正在读取记录…</translation>
    </message>
    <message>
        <source>The records on this PC cannot be opened</source>
        <translation>本机记录无法打开</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ClosingForm</name>
    <message>
        <source>Say why it happened: somebody will want to keep it from happening again.</source>
        <translation>请写明原因：以后要靠它防止再次发生。</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile ({0}). Close it again: the cause becomes what stands here.</source>
        <translation>期间有人修改过（{0}）。请再次关闭：原因将以此处所写为准。</translation>
    </message>
    <message>
        <source>Close the report</source>
        <translation>关闭报告</translation>
    </message>
    <message>
        <source>&amp;Cause</source>
        <translation>原因(&amp;C)</translation>
    </message>
    <message>
        <source>What made it possible, not who was there.</source>
        <translation>写造成的条件，不写是谁。</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+回车</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ColumnSetup</name>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Col&amp;umn</source>
        <translation>列(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>准入规则(&amp;P)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>{0} from {1} to {2}</source>
        <translation>{0}，{1} 至 {2}</translation>
    </message>
    <message>
        <source>{0} of lines without an ideal cycle left out</source>
        <translation>未计入没有理想节拍的产线 {0}</translation>
    </message>
    <message>
        <source>Reading the past: {0} %</source>
        <translation>正在读取历史：{0} %</translation>
    </message>
    <message>
        <source>Stopped. What is shown is what was read before.</source>
        <translation>已停止。显示的是之前读取的内容。</translation>
    </message>
    <message>
        <source>The figures appear here when they are read.</source>
        <translation>读取后指标显示在这里。</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>The table is in {0}</source>
        <translation>表格已保存到 {0}</translation>
    </message>
    <message>
        <source>This console keeps no history: there is nothing to report.</source>
        <translation>本控制台不保存历史：没有可报告的内容。</translation>
    </message>
    <message>
        <source>There is no line with shifts yet. Read a plant file on the page Setup first.</source>
        <translation>还没有带班次的产线。请先在“设置”页读取工厂文件。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>The report is being made</source>
        <translation>正在生成报告</translation>
    </message>
    <message>
        <source>The report is in {0}</source>
        <translation>报告已保存到 {0}</translation>
    </message>
    <message>
        <source>The file could not be written: {0}</source>
        <translation>文件无法写入：{0}</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>OEE of lines</source>
        <translation>各线 OEE</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Causes of stops</source>
        <translation>停机原因</translation>
    </message>
    <message>
        <source>Stops by hour and weekday</source>
        <translation>停机按小时和星期</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Scrap of products</source>
        <translation>各产品报废</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>全部重新读取</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the table into a file for a spreadsheet</source>
        <translation>把表格写入电子表格文件</translation>
    </message>
    <message>
        <source>What this figure means</source>
        <translation>这个指标的含义</translation>
    </message>
    <message>
        <source>The answer as a table</source>
        <translation>表格形式的结果</translation>
    </message>
    <message>
        <source>Nothing was counted in this time. As soon as lines tell states and pieces, here stands any figure by line, shift, product, crew or time, beside the same of another time. Choose a longer time, or everything.</source>
        <translation>这段时间没有任何计数。产线一旦报告状态和件数，这里就按产线、班次、产品、班组或时间显示任一指标，并与另一段时间并列。请选择更长的时间，或放宽筛选。</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>报告…</translation>
    </message>
    <message>
        <source>A shift, a day or a week on paper (PDF)</source>
        <translation>一个班次、一天或一周的纸面报告 (PDF)</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>The day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>A week before</source>
        <translation>一周前</translation>
    </message>
    <message>
        <source>There is no shift before this one in the calendar of this line.</source>
        <translation>该产线的班次日历中没有更早的班次。</translation>
    </message>
    <message>
        <source>Shift before: {0}</source>
        <translation>上一班：{0}</translation>
    </message>
    <message>
        <source>That is what is seen. Choose another time.</source>
        <translation>这就是当前显示的时段，请选择其他时间。</translation>
    </message>
    <message>
        <source>Nothing is known to be in work at the end of what is seen.</source>
        <translation>当前显示时段的末尾没有已知的在制内容。</translation>
    </message>
    <message>
        <source>There is no earlier run of {0} in the history.</source>
        <translation>历史中没有 {0} 更早的生产段。</translation>
    </message>
    <message>
        <source>Choose two runs or more: with Ctrl or Shift and a click, or Shift and the arrows.</source>
        <translation>请选择两个或更多生产段：按住 Ctrl 或 Shift 点击，或用 Shift 加方向键。</translation>
    </message>
    <message>
        <source>The history cannot be read now. Look at the Status page.</source>
        <translation>现在无法读取历史，请查看“状态”页。</translation>
    </message>
    <message>
        <source>Choose two runs or more: they are laid over each other, aligned at their start.</source>
        <translation>选择两个或更多生产段：它们按起点对齐叠加显示。</translation>
    </message>
    <message>
        <source>No run is in the history yet. Runs appear here when the line tells its order or unit.</source>
        <translation>历史中还没有生产段。产线上报工单或单件后会显示在这里。</translation>
    </message>
    <message>
        <source>No signal tells the order, the product or the unit at the place of these pens.</source>
        <translation>这些曲线所在位置没有上报工单、产品或单件的信号。</translation>
    </message>
    <message>
        <source>Yesterday, the same time</source>
        <translation>昨天同一时间</translation>
    </message>
    <message>
        <source>A week ago, the same time</source>
        <translation>一周前同一时间</translation>
    </message>
    <message>
        <source>The shift before</source>
        <translation>上一班</translation>
    </message>
    <message>
        <source>The last run of the same order or product</source>
        <translation>同一工单或产品的上一次生产</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>其他时间…</translation>
    </message>
    <message>
        <source>Runs of an order or a unit, over each other…</source>
        <translation>按工单或单件叠加…</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>Another stretch of time is drawn over what is seen, in broken lines.</source>
        <translation>另一时段以虚线叠加显示在当前曲线上。</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>叠加对比</translation>
    </message>
    <message>
        <source>&amp;With what</source>
        <translation>与什么对比(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>依据(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Begin of the other stretch</source>
        <translation>另一时段的开始(&amp;B)</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>按文字筛选</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>生产段</translation>
    </message>
</context>
<context>
    <name>ConfirmOutput</name>
    <message>
        <source>Counted by {0} in this shift: {1}</source>
        <translation>{0} 本班计数：{1}</translation>
    </message>
    <message>
        <source>Counted by {0} before this shift: {1}</source>
        <translation>{0} 本班之前计数：{1}</translation>
    </message>
    <message>
        <source>Nothing was counted</source>
        <translation>没有计数</translation>
    </message>
    <message>
        <source>{0} more than counted</source>
        <translation>比计数多 {0}</translation>
    </message>
    <message>
        <source>{0} fewer than counted</source>
        <translation>比计数少 {0}</translation>
    </message>
    <message>
        <source>: the difference is kept with your name.</source>
        <translation>：差异将与您的姓名一起保留。</translation>
    </message>
    <message>
        <source>Confirmed then: {0} of {1}</source>
        <translation>报工后：{0} / {1}</translation>
    </message>
    <message>
        <source>Type a whole number of pieces.</source>
        <translation>请输入整数件数。</translation>
    </message>
    <message>
        <source>Each reason wants a word and a number of pieces.</source>
        <translation>每个原因都要有文字和件数。</translation>
    </message>
    <message>
        <source>Type how many pieces were made.</source>
        <translation>请输入做了多少件。</translation>
    </message>
    <message>
        <source>&amp;Good</source>
        <translation>良品(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Scrap</source>
        <translation>报废(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Rework</source>
        <translation>返工(&amp;R)</translation>
    </message>
    <message>
        <source>Confirm output</source>
        <translation>报工</translation>
    </message>
    <message>
        <source>Confirm output: {0}</source>
        <translation>报工：{0}</translation>
    </message>
    <message>
        <source>S&amp;hift</source>
        <translation>班次(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Note (may be left out)</source>
        <translation>备注（可不填）(&amp;N)</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>报工</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>按 Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ConsolesCard</name>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>最近在线</translation>
    </message>
    <message>
        <source>Waiting there</source>
        <translation>待共享</translation>
    </message>
    <message>
        <source>Other consoles</source>
        <translation>其他控制台</translation>
    </message>
    <message>
        <source>Consoles that share the plant&apos;s database appear here with their version and what waits there.</source>
        <translation>共用工厂数据库的控制台会显示在这里，包括其版本和待共享的内容。</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>How to reach</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>By this DingTalk and WeCom mention somebody in a group.</source>
        <translation>钉钉和企业微信在群里 @ 提醒时使用。</translation>
    </message>
    <message>
        <source>Name in the chat</source>
        <translation>聊天账号</translation>
    </message>
    <message>
        <source>User id in DingTalk or WeCom, sign-in name (UPN) in Teams.</source>
        <translation>钉钉或企业微信的用户 ID，Teams 的登录名 (UPN)。</translation>
    </message>
</context>
<context>
    <name>ContactsPart</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Name in the chat</source>
        <translation>聊天账号</translation>
    </message>
    <message>
        <source>{0} of {1} can be reached</source>
        <translation>{1} 人中 {0} 人可联系</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>People and how they are reached</source>
        <translation>人员及其联系方式</translation>
    </message>
    <message>
        <source>Everybody of the plant appears here. Add people on the People page first.</source>
        <translation>工厂的所有人员显示在这里。请先在“人员”页面添加。</translation>
    </message>
</context>
<context>
    <name>ControlCard</name>
    <message>
        <source>Mean / sigma</source>
        <translation>均值 / 西格玛</translation>
    </message>
    <message>
        <source>Open the control chart</source>
        <translation>打开控制图</translation>
    </message>
    <message>
        <source>Control chart · {0}</source>
        <translation>控制图 · {0}</translation>
    </message>
    <message>
        <source>Control chart</source>
        <translation>控制图</translation>
    </message>
    <message>
        <source>means of {0}</source>
        <translation>{0} 的均值</translation>
    </message>
    <message>
        <source>{0}, rule {1} broken {2}</source>
        <translation>{0}，{2} 违反规则 {1}</translation>
    </message>
    <message>
        <source>Cp / Cpk of the means</source>
        <translation>均值的 Cp / Cpk</translation>
    </message>
    <message>
        <source>The control chart of the first measured pen appears here.</source>
        <translation>这里显示第一条测量曲线的控制图。</translation>
    </message>
    <message>
        <source>Too few readings in this time for a control chart.</source>
        <translation>这段时间的读数太少，画不出控制图。</translation>
    </message>
</context>
<context>
    <name>ControlPage</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The readings cannot be read: {0}</source>
        <translation>无法读取读数：{0}</translation>
    </message>
    <message>
        <source>No points in this time. Choose a longer one, or wait until the station runs.</source>
        <translation>这段时间没有点。请选更长的时间，或等工位运行。</translation>
    </message>
    <message>
        <source>drawn: the newest {0}</source>
        <translation>只画最新的 {0} 点</translation>
    </message>
    <message>
        <source>Choose a point to read what it says: click it, or use the arrow keys on the chart. Ctrl with an arrow goes to the next one that breaks a rule.</source>
        <translation>选一个点查看说明：点击它，或在图上用方向键。Ctrl 加方向键跳到下一个违反规则的点。</translation>
    </message>
    <message>
        <source>It may mean: {0}.</source>
        <translation>可能意味着：{0}。</translation>
    </message>
    <message>
        <source>Reading the charts…</source>
        <translation>正在读取控制图…</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>A control chart tells when a process has changed, before its pieces are out of specification. Press New chart: choose a signal, look at the preview, keep it. From then on every new point is looked at, and what breaks a rule can become a warning or a call.</source>
        <translation>控制图在工件超出规格之前就能说明过程何时变了。点“新建控制图”：选信号、看预览、保存。此后每个新点都会被检查，违反规则可以变成预警或呼叫。</translation>
    </message>
    <message>
        <source>The points are in {0}</source>
        <translation>点已写入 {0}</translation>
    </message>
    <message>
        <source>Remove the chart “{0}”? Its readings stay; its limits and phases are gone.</source>
        <translation>删除控制图“{0}”？读数保留，控制限和阶段将消失。</translation>
    </message>
    <message>
        <source>Remove a chart</source>
        <translation>删除控制图</translation>
    </message>
    <message>
        <source>Export the points</source>
        <translation>导出各点</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Control charts</source>
        <translation>控制图</translation>
    </message>
    <message>
        <source>Control chart</source>
        <translation>控制图</translation>
    </message>
    <message>
        <source>New chart…</source>
        <translation>新建控制图…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Begin a phase…</source>
        <translation>开始新阶段…</translation>
    </message>
    <message>
        <source>Reckon other limits from now, or from the chosen point on</source>
        <translation>从现在或从所选的点起用新的控制限</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the points into a file for a spreadsheet</source>
        <translation>把各点写入表格文件</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Show the signal on the Trends screen</source>
        <translation>在趋势页显示该信号</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>显示的时间</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 小时</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>The newest phase</source>
        <translation>最新阶段</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>−1 h</source>
        <translation>−1 小时</translation>
    </message>
    <message>
        <source>One hour back (Page Up)</source>
        <translation>后退一小时（Page Up）</translation>
    </message>
    <message>
        <source>−1 min</source>
        <translation>−1 分</translation>
    </message>
    <message>
        <source>One minute back (Left)</source>
        <translation>后退一分钟（左箭头）</translation>
    </message>
    <message>
        <source>+1 min</source>
        <translation>+1 分</translation>
    </message>
    <message>
        <source>One minute on (Right)</source>
        <translation>前进一分钟（右箭头）</translation>
    </message>
    <message>
        <source>+1 h</source>
        <translation>+1 小时</translation>
    </message>
    <message>
        <source>One hour on (Page Down)</source>
        <translation>前进一小时（Page Down）</translation>
    </message>
    <message>
        <source>A minute of the past in a second (Space)</source>
        <translation>每秒回放一分钟（空格键）</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play 60×</source>
        <translation>60 倍回放</translation>
    </message>
</context>
<context>
    <name>CopiesTable</name>
    <message>
        <source>Made</source>
        <translation>制作时间</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>距今</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>留痕行数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>检查时间</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序版本</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Add a correction</source>
        <translation>添加更正</translation>
    </message>
    <message>
        <source>The sealed handover stays as it was signed. The correction points to its seal.</source>
        <translation>已封存的交接班保持签字时的内容不变。更正指向它的封存码。</translation>
    </message>
    <message>
        <source>&amp;What is right</source>
        <translation>正确的内容(&amp;W)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n change(s) saved here and not yet shared</source>
        <translation>
            <numerusform>%n 项更改已保存在本机，尚未共享</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other copy(s) failed the check</source>
        <translation>
            <numerusform>另有 %n 份未通过检查</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Altered by another program in %n place(s): see what, and answer for it.</source>
        <translation>
            <numerusform>有 %n 处被其他程序改动：请查看并给出说明。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) about open calls did not arrive. See why, tell the people yourself.</source>
        <translation>
            <numerusform>有 %n 条未关闭呼叫的通知没有送达。请查看原因，并直接告知相关人员。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything was delivered; %n way(s) are switched on.</source>
        <translation>
            <numerusform>全部已送达；已启用 %n 个通知渠道。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) could not be used, the rest is in force. The first: {0}</source>
        <translation>
            <numerusform>有 %n 个值无法使用，其余均已生效。第一个：{0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) are locked here.</source>
        <translation>
            <numerusform>有 %n 项设置在此已锁定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of orders differ and wait for a decision. See them under Exchange.</source>
        <translation>
            <numerusform>有 %n 个工单字段不一致，等待确认。请到“导入导出”查看。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) sounding</source>
        <translation>
            <numerusform>%n 个呼叫正在响</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) wait</source>
        <translation>
            <numerusform>%n 个呼叫待确认</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) on {line}, worst: {category}</source>
        <translation>
            <numerusform>{line}有 %n 个呼叫，最严重：{category}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) on {lines} lines, worst: {category}</source>
        <translation>
            <numerusform>{lines} 条产线共有 %n 个呼叫，最严重：{category}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln change(s) wait on this PC to be shared.</source>
        <translation>
            <numerusform>本机有 %Ln 项更改待共享。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is deleted: all %Ln record(s) stay on this PC.</source>
        <translation>
            <numerusform>不会删除任何内容：全部 %Ln 条记录都保留在本机。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) made here go to the others, in their order.</source>
        <translation>
            <numerusform>本机的 %Ln 项更改会按原有顺序传给其他控制台。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) made by others come here.</source>
        <translation>
            <numerusform>其他控制台的 %Ln 项更改会传到本机。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are not shared yet; they wait for that day.</source>
        <translation>
            <numerusform>还有 %Ln 项更改未共享，会一直保留到重新加入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation>
            <numerusform>{0}等，另有 %n 台</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n 个副本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the trail were written since then and are no longer in the records.</source>
        <translation>
            <numerusform>此后写入了 %n 行留痕，恢复后记录中不再有这些内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were not shared yet and lie only in the file that is set aside.</source>
        <translation>
            <numerusform>其中 %n 行尚未共享，只留在另存的文件中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were shared and come back from the shared database.</source>
        <translation>
            <numerusform>其中 %n 行已共享，会从共享数据库取回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the trail</source>
        <translation>
            <numerusform>%n 行留痕</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) or file(s)</source>
        <translation>
            <numerusform>%n 个图片或文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n audit(s)</source>
        <translation>
            <numerusform>%n 次审核</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n 个问题点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) without an answer</source>
        <translation>
            <numerusform>%n 项未答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) not shown here</source>
        <translation>
            <numerusform>%n 张图片未在此显示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fewer than %n audits: shown, not ranked</source>
        <translation>
            <numerusform>少于 %n 次审核：仅显示，不排名</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashWindow</name>
    <message numerus="yes">
        <source>%n error(s) since the window opened</source>
        <translation>
            <numerusform>窗口打开后共 %n 个错误</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Program error — Gemba Console</source>
        <translation>程序错误 — Gemba Console</translation>
    </message>
    <message>
        <source>Something in the program went wrong</source>
        <translation>程序内部出错了</translation>
    </message>
    <message>
        <source>This is a mistake in Gemba Console, not in your plant and not yours. The board keeps running and keeps listening; what you did last may not have worked. The details are in the log: please send them to whoever looks after the console.</source>
        <translation>这是 Gemba Console 的程序错误，不是工厂的问题，也不是您的问题。看板仍在运行并继续接收数据；您的上一步操作可能没有成功。详细内容已写入日志，请发给负责维护本系统的人员。</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>For support…</source>
        <translation>支持包…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>CrewForm</name>
    <message>
        <source>The crew</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>A new crew</source>
        <translation>新班组</translation>
    </message>
    <message>
        <source>People come to a crew by moving them in the list. Somebody is in one crew at a time.</source>
        <translation>在列表中移动人员即可加入班组。每人同一时间只属于一个班组。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Who &amp;leads it</source>
        <translation>班组长(&amp;L)</translation>
    </message>
    <message>
        <source>Somebody of this crew, or somebody without a crew.</source>
        <translation>本班组成员，或未编入班组的人员。</translation>
    </message>
    <message>
        <source>Where it usually works</source>
        <translation>通常工作地点</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CrewResults</name>
    <message>
        <source>Line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>This crew</source>
        <translation>本班组</translation>
    </message>
    <message>
        <source>Other crews</source>
        <translation>其他班组</translation>
    </message>
    <message>
        <source>What can be said</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>There are no figures of a crew that is not in use.</source>
        <translation>已停用的班组没有指标。</translation>
    </message>
    <message>
        <source>No shift of this period belongs to this crew. A shift at a line is a crew&apos;s when more than half of the people on duty there who are in a crew belong to it, by the roster.</source>
        <translation>该时段没有属于本班组的班次。按值班表，某产线当班且已编入班组的人员中超过半数属于某班组时，该班次归该班组。</translation>
    </message>
    <message numerus="yes">
        <source>%n shift(s)</source>
        <translation>
            <numerusform>%n 个班次</numerusform>
        </translation>
    </message>
    <message>
        <source>no takt or ideal cycle in the plant file</source>
        <translation>工厂文件中没有节拍或理想周期</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{0} good, plan {1}</source>
        <translation>合格 {0}，计划 {1}</translation>
    </message>
    <message>
        <source>Output against plan</source>
        <translation>产量与计划之比</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>合格率</translation>
    </message>
    <message>
        <source>OEE</source>
        <translation>OEE</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>时间开动率</translation>
    </message>
    <message>
        <source>5S score</source>
        <translation>5S 得分</translation>
    </message>
    <message numerus="yes">
        <source>%n audit(s) of its places</source>
        <translation>
            <numerusform>其地点的 %n 次审核</numerusform>
        </translation>
    </message>
    <message>
        <source>no audit yet</source>
        <translation>尚无审核</translation>
    </message>
    <message>
        <source>Calls answered, median</source>
        <translation>呼叫响应中位数</translation>
    </message>
    <message>
        <source>Calls resolved, median</source>
        <translation>呼叫解决中位数</translation>
    </message>
    <message>
        <source>Actions overdue</source>
        <translation>逾期整改</translation>
    </message>
    <message>
        <source>of {0} open now</source>
        <translation>共 {0} 项未完成</translation>
    </message>
    <message>
        <source>Lessons written</source>
        <translation>经验记录</translation>
    </message>
    <message>
        <source>into Knowledge</source>
        <translation>写入知识库</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>改善建议</translation>
    </message>
    <message>
        <source>not known: no record is kept of them</source>
        <translation>未知：没有相关记录</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n 次呼叫</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, too few to tell</source>
        <translation>{0}，样本太少</translation>
    </message>
    <message>
        <source>no calls</source>
        <translation>没有呼叫</translation>
    </message>
    <message numerus="yes">
        <source>{0} · %n shift(s)</source>
        <translation>
            <numerusform>{0} · %n 个班次</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to compare: no other crew made the same product at the same line in this time.</source>
        <translation>无可比较：该时段没有其他班组在同一产线生产同一产品。</translation>
    </message>
    <message>
        <source>Same line and same product only. A difference is told where both sides have {0} shifts or more and it is larger than three standard errors; everything else lies within the spread.</source>
        <translation>只比较同一产线、同一产品。双方各有 {0} 个以上班次且差异超过三倍标准误时才算差异，其余均在波动范围内。</translation>
    </message>
    <message numerus="yes">
        <source>%n shift(s) belong to no crew and are left out.</source>
        <translation>
            <numerusform>%n 个班次不属于任何班组，未计入。</numerusform>
        </translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>班组绩效</translation>
    </message>
    <message>
        <source>Period of the figures</source>
        <translation>统计时段</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Beside other crews</source>
        <translation>与其他班组对照</translation>
    </message>
    <message>
        <source>This crew beside other crews</source>
        <translation>本班组与其他班组对照</translation>
    </message>
</context>
<context>
    <name>CrewTree</name>
    <message>
        <source>Without a crew ({0})</source>
        <translation>未编入班组（{0}）</translation>
    </message>
    <message>
        <source>{0} · not in use</source>
        <translation>{0} · 已停用</translation>
    </message>
    <message>
        <source>{0} · leads</source>
        <translation>{0} · 组长</translation>
    </message>
    <message>
        <source>{0} · absent</source>
        <translation>{0} · 缺勤</translation>
    </message>
    <message>
        <source>{0} · not active</source>
        <translation>{0} · 已离岗</translation>
    </message>
</context>
<context>
    <name>CrewsPage</name>
    <message>
        <source>Led by {0}</source>
        <translation>组长：{0}</translation>
    </message>
    <message>
        <source>Nobody leads it yet</source>
        <translation>尚无组长</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>no usual place</source>
        <translation>无固定地点</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose somebody in the list first.</source>
        <translation>请先在列表中选择一人。</translation>
    </message>
    <message>
        <source>New crew</source>
        <translation>新建班组</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Name, leader, places (Enter)</source>
        <translation>名称、组长、地点（Enter）</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>移至…</translation>
    </message>
    <message>
        <source>To another crew (M, Ctrl+Up, Ctrl+Down)</source>
        <translation>移到其他班组（M、Ctrl+上、Ctrl+下）</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>组长</translation>
    </message>
    <message>
        <source>Leads the crew, or no longer (L)</source>
        <translation>设为或取消组长（L）</translation>
    </message>
    <message>
        <source>Without a crew</source>
        <translation>不编入班组</translation>
    </message>
    <message>
        <source>These people are in no crew. Drag them onto one, or press M to choose one.</source>
        <translation>这些人员未编入班组。请拖到某个班组上，或按 M 选择。</translation>
    </message>
    <message>
        <source>Crews appear here with the people who work together. Begin with &quot;New crew&quot;, then drag people from the list onto it, or press M on somebody.</source>
        <translation>这里显示班组及其成员。请先点“新建班组”，再把人员拖入，或选中人员后按 M。</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Back to the handover</source>
        <translation>返回交接班</translation>
    </message>
    <message>
        <source>Crews</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Crews and their people</source>
        <translation>班组及其成员</translation>
    </message>
</context>
<context>
    <name>Cross</name>
    <message>
        <source>Safety cross</source>
        <translation>安全十字</translation>
    </message>
</context>
<context>
    <name>CursorCard</name>
    <message>
        <source>Click into a plot for the values at a time, Shift+click at another for the difference (keys A, B).</source>
        <translation>单击曲线查看某一时刻的值，在另一处 Shift+单击查看差值（按键 A、B）。</translation>
    </message>
    <message>
        <source>At the cursor · {0}</source>
        <translation>光标处 · {0}</translation>
    </message>
    <message>
        <source>At the cursor</source>
        <translation>光标处</translation>
    </message>
    <message>
        <source>{0} from A to B</source>
        <translation>A 到 B {0}</translation>
    </message>
    <message>
        <source>B − A</source>
        <translation>B − A</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>{0} (bad)</source>
        <translation>{0}（坏值）</translation>
    </message>
</context>
<context>
    <name>CursorFacts</name>
    <message>
        <source>Station state</source>
        <translation>工位状态</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Order / unit</source>
        <translation>工单 / 单件</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop without a reason</source>
        <translation>停机，尚无原因</translation>
    </message>
    <message>
        <source>break</source>
        <translation>休息</translation>
    </message>
</context>
<context>
    <name>DaySlider</name>
    <message>
        <source>Nobody listened</source>
        <translation>当时没有采集</translation>
    </message>
    <message>
        <source>Call {0} · {1}: {2}</source>
        <translation>呼叫 {0} · {1}：{2}</translation>
    </message>
    <message>
        <source>Stop {0}–{1} · {2}</source>
        <translation>停机 {0}–{1} · {2}</translation>
    </message>
    <message>
        <source>Time of the day: arrows move by a minute, Page keys by an hour</source>
        <translation>一天中的时间：箭头键移动一分钟，翻页键移动一小时</translation>
    </message>
</context>
<context>
    <name>DecideDialog</name>
    <message>
        <source>Type a time ahead, like 14:00, +1 09:00 or 2026-11-21 14:00.</source>
        <translation>请输入以后的时间，如 14:00、+1 09:00 或 2026-11-21 14:00。</translation>
    </message>
    <message>
        <source>At most {0} days ahead.</source>
        <translation>最多可推迟 {0} 天。</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>请简要说明原因。</translation>
    </message>
    <message>
        <source>Decide about a round</source>
        <translation>处理未完成的巡检</translation>
    </message>
    <message>
        <source>It is made later</source>
        <translation>改期执行</translation>
    </message>
    <message>
        <source>The miss is approved: it is not made up for</source>
        <translation>批准漏检：不再补做</translation>
    </message>
    <message>
        <source>&amp;What becomes of it</source>
        <translation>处理方式(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;New time</source>
        <translation>新的时间(&amp;N)</translation>
    </message>
    <message>
        <source>14:00, +1 09:00 (tomorrow), or 2026-11-21 14:00.</source>
        <translation>14:00、+1 09:00（明天）或 2026-11-21 14:00。</translation>
    </message>
    <message>
        <source>W&amp;hy</source>
        <translation>原因(&amp;H)</translation>
    </message>
    <message>
        <source>It stays with the round.</source>
        <translation>原因随该次巡检一起保存。</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>DecideStep</name>
    <message>
        <source>take the source&apos;s</source>
        <translation>采用来源</translation>
    </message>
    <message>
        <source>keep this console&apos;s</source>
        <translation>保留本系统</translation>
    </message>
    <message>
        <source>not decided: stays as here</source>
        <translation>未确认：保持本系统不变</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本系统</translation>
    </message>
    <message>
        <source>In the source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Nothing to decide. A field is asked about here when it is set to “Ask each time” under Columns and the source says something else than this console.</source>
        <translation>没有需要确认的内容。在“列”中设为“每次询问”的字段，如果来源与本系统不一致，会在这里询问。</translation>
    </message>
    <message>
        <source>Who is right?</source>
        <translation>以哪边为准？</translation>
    </message>
    <message>
        <source>Take the source&apos;s</source>
        <translation>采用来源</translation>
    </message>
    <message>
        <source>Keep this console&apos;s</source>
        <translation>保留本系统</translation>
    </message>
    <message>
        <source>Take all from the source</source>
        <translation>全部采用来源</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>Fields to decide</source>
        <translation>待确认的字段</translation>
    </message>
</context>
<context>
    <name>Definition</name>
    <message>
        <source>What {0} means</source>
        <translation>“{0}”的定义</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{0}, version {1}</source>
        <translation>{0}，第 {1} 版</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任部门</translation>
    </message>
    <message>
        <source>In the dictionary</source>
        <translation>指标字典</translation>
    </message>
</context>
<context>
    <name>DifferencesCard</name>
    <message>
        <source>Compared</source>
        <translation>叠加对比</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
</context>
<context>
    <name>DifferencesDialog</name>
    <message>
        <source>Nothing differs.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What the right one says otherwise than the left one.</source>
        <translation>右边与左边不同的内容。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DropDialog</name>
    <message>
        <source>Say why it is not finished.</source>
        <translation>请说明为什么没有完成。</translation>
    </message>
    <message>
        <source>Drop the round</source>
        <translation>放弃本次检查</translation>
    </message>
    <message>
        <source>Drop: {0}</source>
        <translation>放弃：{0}</translation>
    </message>
    <message>
        <source>What was answered stays in the record; it counts in no figure.</source>
        <translation>已填写的内容保留在记录中，但不计入任何统计。</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>原因(&amp;W)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+回车</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drag a tag here to add a pen</source>
        <translation>把变量拖到这里添加曲线</translation>
    </message>
    <message>
        <source>Choose a tag to add a pen</source>
        <translation>选择变量添加曲线</translation>
    </message>
</context>
<context>
    <name>DryFound</name>
    <message>
        <source>As edited</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>As saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Calls that would have been raised</source>
        <translation>本来会发出的呼叫</translation>
    </message>
    <message>
        <source>As saved: {0} · as edited: {1}</source>
        <translation>已保存的规则：{0} · 修改后：{1}</translation>
    </message>
    <message>
        <source>{0} would have been raised</source>
        <translation>本来会发出 {0}</translation>
    </message>
    <message>
        <source>{0} readings</source>
        <translation>{0} 个读数</translation>
    </message>
    <message>
        <source>not heard for {0}</source>
        <translation>其中 {0} 未收听</translation>
    </message>
    <message>
        <source>{0} more are not listed</source>
        <translation>另有 {0} 次未列出</translation>
    </message>
    <message>
        <source>Nothing in it is about a place of this plant.</source>
        <translation>其中没有与本工厂地点有关的数据。</translation>
    </message>
    <message>
        <source>No call: what is run is switched off.</source>
        <translation>没有呼叫：所试的规则已停用。</translation>
    </message>
    <message>
        <source>No call would have been raised</source>
        <translation>本来不会发出呼叫</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln 次呼叫</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, heard {1} times</source>
        <translation>{0}，共触发 {1} 次</translation>
    </message>
</context>
<context>
    <name>DryRows</name>
    <message>
        <source>Raised</source>
        <translation>呼叫时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫内容</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重度</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>to the end</source>
        <translation>到最后</translation>
    </message>
</context>
<context>
    <name>DryRunCard</name>
    <message>
        <source>Recordings (*.jsonl *.jsonl.gz *.txt *.txt.gz *.gz);;All files (*)</source>
        <translation>记录文件 (*.jsonl *.jsonl.gz *.txt *.txt.gz *.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>A recording</source>
        <translation>记录文件</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Da&amp;y</source>
        <translation>日期(&amp;Y)</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation>尚未选择文件</translation>
    </message>
    <message>
        <source>What would have been raised appears here. Choose a recording (MQTT messages as JSON lines, or the log of a machine tool), then run it: nothing is saved and nobody is called.</source>
        <translation>这里会显示本来会发出的呼叫。请选择一个记录文件（每行一条 JSON 的 MQTT 消息，或机床日志），然后运行：不会保存任何内容，也不会呼叫任何人。</translation>
    </message>
    <message>
        <source>What would have been raised on that day appears here: each call with its time, its place, how often it was heard and how long it lasted. Nothing is saved and nobody is called.</source>
        <translation>这里会显示当天本来会发出的呼叫：时间、地点、次数和持续时长。不会保存任何内容，也不会呼叫任何人。</translation>
    </message>
    <message>
        <source>Days appear here as soon as this console remembers what it hears: the first one from today on. Until then a recording in a file can be run.</source>
        <translation>本控制台开始保存收到的数据后，这里会列出日期，从今天起算。在此之前可以用记录文件试运行。</translation>
    </message>
    <message>
        <source>Today until now</source>
        <translation>今天至现在</translation>
    </message>
    <message>
        <source>Yesterday, {0}</source>
        <translation>昨天，{0}</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>What would have been raised</source>
        <translation>本来会发出的呼叫</translation>
    </message>
    <message>
        <source>O&amp;ver</source>
        <translation>数据来源(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>试哪些规则(&amp;B)</translation>
    </message>
    <message>
        <source>What this console heard</source>
        <translation>本控制台收到的数据</translation>
    </message>
    <message>
        <source>A recording file</source>
        <translation>记录文件</translation>
    </message>
    <message>
        <source>This rule</source>
        <translation>本条规则</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>全部规则</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run the rules as the form stands now; nothing is saved</source>
        <translation>按表单现在的内容试运行，不保存任何内容</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>How far the dry run is</source>
        <translation>试运行进度</translation>
    </message>
</context>
<context>
    <name>DutyCard</name>
    <message>
        <source>Any shift</source>
        <translation>任何班次</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take this duty away, on all its days</source>
        <translation>删除这条值班，包括它的所有日期</translation>
    </message>
    <message>
        <source>Choose somebody.</source>
        <translation>请选择人员。</translation>
    </message>
    <message>
        <source>Type the date as year-month-day, or leave it empty.</source>
        <translation>日期请写成 年-月-日，或留空。</translation>
    </message>
    <message>
        <source>Choose at least one day.</source>
        <translation>请至少选择一天。</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>Add a duty</source>
        <translation>添加值班</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>人员(&amp;W)</translation>
    </message>
    <message>
        <source>In which &amp;role</source>
        <translation>角色(&amp;R)</translation>
    </message>
    <message>
        <source>W&amp;here</source>
        <translation>位置(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Shift</source>
        <translation>班次(&amp;S)</translation>
    </message>
    <message>
        <source>A night belongs to the day on which it begins.</source>
        <translation>夜班属于开始的那一天。</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>On &amp;call</source>
        <translation>待命(&amp;C)</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>Around the clock on these days, whatever shifts there are</source>
        <translation>这些天全天候，不论班次</translation>
    </message>
    <message>
        <source>From (&amp;date)</source>
        <translation>开始日期(&amp;D)</translation>
    </message>
    <message>
        <source>Year-month-day; empty: since ever.</source>
        <translation>年-月-日；留空：一直有效。</translation>
    </message>
    <message>
        <source>&amp;Until (date)</source>
        <translation>截止日期(&amp;U)</translation>
    </message>
    <message>
        <source>Empty: until further notice.</source>
        <translation>留空：长期有效。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>EarlyWarningsPage</name>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln 条预警</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sign(s) more were too many to be kept.</source>
        <translation>
            <numerusform>另有 %Ln 个征兆过多，未保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>No warning in this time. What was warned of stays here, with what people said of it.</source>
        <translation>该时段没有预警。预警过的内容以及人员的评价都保留在这里。</translation>
    </message>
    <message>
        <source>Nothing to warn of. A drift, a value that will reach its limit, missing data, low material or a process out of control appears here before it becomes a stop. The rules say what is looked for.</source>
        <translation>没有需要预警的内容。漂移、即将达到限值的数值、数据缺失、缺料或过程失控，会在变成停机之前显示在这里。规则说明关注什么。</translation>
    </message>
    <message>
        <source>Early warnings</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Today and yesterday</source>
        <translation>今天和昨天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>All signs</source>
        <translation>全部征兆</translation>
    </message>
    <message>
        <source>Time of the warnings</source>
        <translation>预警的时段</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>征兆</translation>
    </message>
    <message>
        <source>Production line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>全部产线</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Removed. Ctrl+Z brings it back.</source>
        <translation>已移除。按 Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>New checklist</source>
        <translation>新检查表</translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation>草稿已保存</translation>
    </message>
    <message>
        <source>Not kept yet: {0}</source>
        <translation>尚未保存：{0}</translation>
    </message>
    <message>
        <source>Not kept yet: nobody is signed in. What you typed stays here.</source>
        <translation>尚未保存：没有人登录。您输入的内容仍在这里。</translation>
    </message>
    <message>
        <source>Changed meanwhile at another console. Nothing is lost: choose what is kept.</source>
        <translation>另一台控制台同时作了更改。内容没有丢失：请选择保留哪一份。</translation>
    </message>
    <message>
        <source>…is being kept</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>Back to the list; the draft is kept</source>
        <translation>返回列表；草稿会保存</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take the last step back (Ctrl+Z)</source>
        <translation>撤销上一步 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Do it again (Ctrl+Y)</source>
        <translation>重做 (Ctrl+Y)</translation>
    </message>
    <message>
        <source>See both…</source>
        <translation>查看两份…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Add a section (Ctrl+Shift+N)</source>
        <translation>添加部分 (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Add an item (Ctrl+N)</source>
        <translation>添加检查项 (Ctrl+N)</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再复制一份</translation>
    </message>
    <message>
        <source>Up (Alt+Up)</source>
        <translation>上移 (Alt+上箭头)</translation>
    </message>
    <message>
        <source>Down (Alt+Down)</source>
        <translation>下移 (Alt+下箭头)</translation>
    </message>
    <message>
        <source>Remove (Del)</source>
        <translation>移除 (Del)</translation>
    </message>
    <message>
        <source>Sections and items</source>
        <translation>部分与检查项</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>as a person on a round sees it</source>
        <translation>检查人员看到的样子</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>type the password anew</source>
        <translation>重新输入密码</translation>
    </message>
    <message>
        <source>Look for the file or folder</source>
        <translation>查找文件或文件夹</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
</context>
<context>
    <name>Effect</name>
    <message>
        <source>What it does</source>
        <translation>影响</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>All pens are hidden. Show one in the list at the right.</source>
        <translation>所有曲线都已隐藏。请在右侧列表中显示一条。</translation>
    </message>
    <message>
        <source>Choose signals to see what they said: drag them here, or press Enter on them in the list.</source>
        <translation>选择信号查看其历史：拖到这里，或在列表中选中后按 Enter。</translation>
    </message>
    <message>
        <source>Every value of every signal is kept; a month is drawn as fast as a minute, and no spike is lost.</source>
        <translation>每个信号的每个值都保留；一个月和一分钟画得一样快，尖峰不会丢失。</translation>
    </message>
    <message>
        <source>Choose signals (Ctrl+F)</source>
        <translation>选择信号（Ctrl+F）</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 项待处理</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidencePlot</name>
    <message>
        <source>No readings are kept of this time.</source>
        <translation>该时段没有保存读数。</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>All are answered. Sign to take over.</source>
        <translation>全部已答复。签字即可接班。</translation>
    </message>
    <message>
        <source>There are no open items.</source>
        <translation>没有遗留事项。</translation>
    </message>
    <message>
        <source>Talk about it, then say in words what was said.</source>
        <translation>请当面讨论，然后写下讨论的内容。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Say why it is disputed, then press Enter.</source>
        <translation>写明异议的原因，然后按回车。</translation>
    </message>
    <message>
        <source>Say what was said about it, then press Enter.</source>
        <translation>写下讨论的内容，然后按回车。</translation>
    </message>
    <message>
        <source>Exchange of the open items</source>
        <translation>逐项交接遗留事项</translation>
    </message>
    <message>
        <source>What was said (needed to dispute, and for a high risk)</source>
        <translation>讨论内容(异议和高风险事项必填)</translation>
    </message>
    <message>
        <source>Accept (A)</source>
        <translation>接受(A)</translation>
    </message>
    <message>
        <source>Dispute (D)</source>
        <translation>异议(D)</translation>
    </message>
    <message>
        <source>The item before</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>The next item</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Look at the record (O)</source>
        <translation>查看记录(O)</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Sign and take over…</source>
        <translation>签字接班…</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Watched folder</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>ExportCard</name>
    <message>
        <source>To move this console to another computer: everybody signs in there as here. Keep it where nobody finds it; a PIN can be guessed from what is in it.</source>
        <translation>用于把控制台迁移到另一台电脑：所有人在那里照常登录。请妥善保管，从中可以猜出 PIN。</translation>
    </message>
    <message>
        <source>PINs and badges are left out. Whoever imports it gives an administrator a new PIN; the others get theirs from the administrator.</source>
        <translation>不含 PIN 和工卡。导入时先给一位管理员设置新的 PIN，其他人的再由管理员设置。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>All records, the trail, pictures and files as open files: CSV tables that any spreadsheet reads, and a list of hashes that proves them whole.</source>
        <translation>把全部记录、留痕、图片和文件导出为开放格式：任何电子表格都能读取的 CSV 表，以及证明其完整的哈希清单。</translation>
    </message>
    <message>
        <source>With the proofs of PINs and badges</source>
        <translation>包含 PIN 和工卡的证明</translation>
    </message>
    <message>
        <source>Into a folder…</source>
        <translation>导出到文件夹…</translation>
    </message>
    <message>
        <source>Into one archive…</source>
        <translation>导出为压缩包…</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export products</source>
        <translation>导出产品</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>已写入：{0}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A table for spreadsheets (CSV, UTF-8) that can be changed there and brought in again.</source>
        <translation>供电子表格使用的表（CSV，UTF-8），可在那里修改后再导入。</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>Products: number, name, unit, family, lines</source>
        <translation>产品：编号、名称、单位、产品族、产线</translation>
    </message>
    <message>
        <source>Parts lists: parent, component, quantity, unit</source>
        <translation>物料清单：父件、子件、数量、单位</translation>
    </message>
    <message>
        <source>Steps: number, step, station, seconds, set-up</source>
        <translation>工序：编号、工序、工位、秒、准备时间</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>It ends before it begins. Choose a later end.</source>
        <translation>结束早于开始，请选择更晚的结束时间。</translation>
    </message>
    <message>
        <source>Local time ({0})</source>
        <translation>当地时间（{0}）</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>时差</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>合格品率</translation>
    </message>
    <message>
        <source>least</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>greatest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>坏值</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>last known</source>
        <translation>最后已知值</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>{0} rows are in {1}</source>
        <translation>{0} 行已写入 {1}</translation>
    </message>
    <message>
        <source>The picture is in {0}</source>
        <translation>图片已保存到 {0}</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止，没有写入任何内容。</translation>
    </message>
    <message>
        <source>There is no pen yet. Add signals to the plots first.</source>
        <translation>还没有曲线，请先添加信号。</translation>
    </message>
    <message>
        <source>The plots as they are seen, with the pens and the stretch of time above them.</source>
        <translation>当前所见的曲线图，上方注明曲线和时段。</translation>
    </message>
    <message>
        <source>A row for each step: the mean of the step, or the value that still held, and its quality. Where nothing is known the cell is empty.</source>
        <translation>每个间隔一行：该间隔的平均值或仍然有效的值，以及质量。未知处单元格为空。</translation>
    </message>
    <message>
        <source>A row for each sample: signal, value, unit, quality. Where nothing is known from a time on, a row without a value says so.</source>
        <translation>每个采样一行：信号、数值、单位、质量。从某时起无数据时，以一行空值表示。</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Export trends</source>
        <translation>导出趋势</translation>
    </message>
    <message>
        <source>Stretch of ti&amp;me</source>
        <translation>时段(&amp;M)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The pens of this screen as a file.</source>
        <translation>将本页曲线写入文件。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Fr&amp;om</source>
        <translation>从(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>行(&amp;R)</translation>
    </message>
    <message>
        <source>The least and the greatest value of each step too</source>
        <translation>同时写入每个间隔的最小值和最大值</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>图片（PNG）</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>当前显示的时段</translation>
    </message>
    <message>
        <source>From … to</source>
        <translation>自定义起止</translation>
    </message>
    <message>
        <source>One every {0}</source>
        <translation>每 {0} 一行</translation>
    </message>
    <message>
        <source>Every sample</source>
        <translation>每个采样</translation>
    </message>
</context>
<context>
    <name>ExportRow</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write what is filtered into a file for a spreadsheet (CSV)</source>
        <translation>把筛选出来的行写成电子表格可用的文件（CSV）</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>{0} lines are in {1}</source>
        <translation>{0} 行已写入 {1}</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止，没有写入任何内容。</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export the trail</source>
        <translation>导出操作留痕</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Written here</source>
        <translation>写入本机</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>要求的内容</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Note or hash</source>
        <translation>说明或哈希值</translation>
    </message>
    <message>
        <source>This line cannot be read</source>
        <translation>这一行无法读取</translation>
    </message>
</context>
<context>
    <name>ExportTab</name>
    <message>
        <source>Save orders</source>
        <translation>保存工单</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 张工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confirmation(s)</source>
        <translation>
            <numerusform>%n 次报工</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} written: {1}</source>
        <translation>已写入 {0}：{1}</translation>
    </message>
    <message>
        <source>Nothing was confirmed since the last time.</source>
        <translation>上次之后没有新的报工。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written: {0}</source>
        <translation>
            <numerusform>已写入 %n 行：{0}</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder that the ERP reads confirmed output from</source>
        <translation>ERP 读取报工的文件夹</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>报工</translation>
    </message>
    <message>
        <source>Orders with what was confirmed</source>
        <translation>工单及报工</translation>
    </message>
    <message>
        <source>Every open order, and those that were done lately. As CSV the confirmations are a second file.</source>
        <translation>全部未完成的工单和最近完成的工单。CSV 格式时报工为第二个文件。</translation>
    </message>
    <message>
        <source>Done in the last</source>
        <translation>最近完成</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>存为 CSV…</translation>
    </message>
    <message>
        <source>Save as Excel…</source>
        <translation>存为 Excel…</translation>
    </message>
    <message>
        <source>Confirmed output for the ERP</source>
        <translation>给 ERP 的报工</translation>
    </message>
    <message>
        <source>What was confirmed since the last time goes into a new file of this folder, each confirmation once; one that was taken back comes again with a minus. Leave told.json where it is: it says what was told.</source>
        <translation>上次之后的报工写入该文件夹的新文件，每次报工只写一次；撤回的以负数再写一次。请保留 told.json：它记录已写出的报工。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Write what is new</source>
        <translation>写出新的报工</translation>
    </message>
    <message>
        <source>Reporting tools</source>
        <translation>报表工具</translation>
    </message>
    <message>
        <source>A reporting tool can read the shared database itself. The help page “Tables for reporting tools” has the tables, their columns and queries to begin with.</source>
        <translation>报表工具可以直接读取共享数据库。帮助页“供报表工具使用的数据表”列出表、列和可直接使用的查询。</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Safety and people</source>
        <translation>安全与人员</translation>
    </message>
    <message>
        <source>Audits and what to watch</source>
        <translation>审核与关注事项</translation>
    </message>
    <message>
        <source>Nothing is known of the pieces of this shift.</source>
        <translation>没有本班的产量数据。</translation>
    </message>
</context>
<context>
    <name>FairCard</name>
    <message>
        <source>Choose a plan: how often each place and each person came stands here.</source>
        <translation>请选择一个计划：此处显示每个地点和每个人轮到的次数。</translation>
    </message>
    <message>
        <source>No round of this plan was due yet.</source>
        <translation>该计划还没有到期的巡检。</translation>
    </message>
    <message numerus="yes">
        <source>{0} in time, of %n round(s) since {1}</source>
        <translation>
            <numerusform>自 {1} 以来的 %n 次中，{0} 按时完成</numerusform>
        </translation>
    </message>
    <message>
        <source>Place or person</source>
        <translation>地点或人员</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>轮到</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>whoever may</source>
        <translation>有权限者</translation>
    </message>
    <message>
        <source>Fairness</source>
        <translation>公平性</translation>
    </message>
    <message numerus="yes">
        <source>the last %n days</source>
        <translation>
            <numerusform>最近 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>No answer was weak.</source>
        <translation>没有薄弱的答案。</translation>
    </message>
    <message>
        <source>means by month</source>
        <translation>按月平均</translation>
    </message>
    <message>
        <source>means by week</source>
        <translation>按周平均</translation>
    </message>
    <message>
        <source>target {0}</source>
        <translation>目标 {0}</translation>
    </message>
    <message>
        <source>filled: this time; dashed: the time before</source>
        <translation>实心：本期；虚线：上期</translation>
    </message>
    <message>
        <source>this time</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>全部部分</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Score over time</source>
        <translation>得分趋势</translation>
    </message>
    <message>
        <source>Score by section</source>
        <translation>各部分得分</translation>
    </message>
    <message>
        <source>Weakest items</source>
        <translation>最薄弱的检查项</translation>
    </message>
    <message>
        <source>Who looks</source>
        <translation>审核人员</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Show all areas together</source>
        <translation>显示全部区域</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>List the audits of the chosen area</source>
        <translation>列出所选区域的审核</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>离散</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题点</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>薄弱</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Areas by their mean score; Enter lists the audits of one</source>
        <translation>按平均得分排列的区域；按回车列出其审核</translation>
    </message>
    <message>
        <source>Items that are weak most often; Enter lists the records behind one</source>
        <translation>最常薄弱的检查项；按回车列出背后的记录</translation>
    </message>
    <message>
        <source>Who looks how often; Enter lists the audits of one</source>
        <translation>各人审核次数；按回车列出其审核</translation>
    </message>
</context>
<context>
    <name>FiguresHelp</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任部门</translation>
    </message>
    <message>
        <source>In the dictionary</source>
        <translation>指标字典</translation>
    </message>
    <message>
        <source>{code}, version {version}</source>
        <translation>{code}，第 {version} 版</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Heard most often</source>
        <translation>呼叫最多</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Open (s)</source>
        <translation>未关闭（秒）</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Alarms in ten minutes</source>
        <translation>每十分钟报警数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Floods</source>
        <translation>报警泛滥</translation>
    </message>
    <message>
        <source>Share of the time in floods</source>
        <translation>泛滥时间占比</translation>
    </message>
    <message>
        <source>Chattering</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Time in hands</source>
        <translation>各方用时</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>尚未发生</translation>
    </message>
    <message>
        <source>Median (s)</source>
        <translation>中位数（秒）</translation>
    </message>
    <message>
        <source>90th percentile (s)</source>
        <translation>第 90 百分位（秒）</translation>
    </message>
    <message>
        <source>Share inside target</source>
        <translation>目标内占比</translation>
    </message>
    <message>
        <source>Outside target</source>
        <translation>超出目标</translation>
    </message>
    <message>
        <source>Calls, {0}</source>
        <translation>呼叫，{0}</translation>
    </message>
    <message>
        <source>Median (s), {0}</source>
        <translation>中位数（秒），{0}</translation>
    </message>
    <message>
        <source>90th percentile (s), {0}</source>
        <translation>第 90 百分位（秒），{0}</translation>
    </message>
    <message>
        <source>Share inside target, {0}</source>
        <translation>目标内占比，{0}</translation>
    </message>
    <message>
        <source>Change of the median</source>
        <translation>中位数变化</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>n before</source>
        <translation>之前的 n</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>前置期</translation>
    </message>
    <message>
        <source>From release</source>
        <translation>自下达起</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>栏</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>85 %</source>
        <translation>85 %</translation>
    </message>
    <message>
        <source>Blocked, sum</source>
        <translation>受阻合计</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>订购数量</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>下达</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>交期</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Lead time (s)</source>
        <translation>前置期（秒）</translation>
    </message>
    <message>
        <source>From release (s)</source>
        <translation>自下达起（秒）</translation>
    </message>
    <message>
        <source>{0} (s)</source>
        <translation>{0}（秒）</translation>
    </message>
    <message>
        <source>Flow efficiency</source>
        <translation>流动效率</translation>
    </message>
    <message>
        <source>Late orders, share</source>
        <translation>延误率</translation>
    </message>
    <message>
        <source>Plan kept</source>
        <translation>计划达成率</translation>
    </message>
    <message>
        <source>Quantity kept</source>
        <translation>数量达成率</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>件</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>张</translation>
    </message>
    <message>
        <source>Completed orders</source>
        <translation>完成工单</translation>
    </message>
    <message>
        <source>Good pieces</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>延误工单</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Work in progress</source>
        <translation>在制工单</translation>
    </message>
    <message>
        <source>Closed short</source>
        <translation>提前关闭</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>拆分出</translation>
    </message>
    <message>
        <source>Confirmed − counted</source>
        <translation>报工 − 计数</translation>
    </message>
</context>
<context>
    <name>FiguresThen</name>
    <message>
        <source>Then</source>
        <translation>当时</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>The console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部操作</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>任意种类</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>人员(&amp;W)</translation>
    </message>
    <message>
        <source>Wha&amp;t</source>
        <translation>操作(&amp;T)</translation>
    </message>
    <message>
        <source>Whe&amp;n</source>
        <translation>时间(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>记录(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>结果(&amp;O)</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>任意时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从 … 到 …</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>任意结果</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Name, number or id</source>
        <translation>名称、编号或标识</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>记录种类</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>重新显示全部</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Name or number</source>
        <translation>姓名或工号</translation>
    </message>
    <message>
        <source>Find a person by name or number</source>
        <translation>按姓名或工号查找人员</translation>
    </message>
    <message>
        <source>People who can sign in</source>
        <translation>可以登录的人员</translation>
    </message>
    <message>
        <source>Nobody is called so. Type fewer letters, or ask an administrator to be added.</source>
        <translation>没有这个名字。请少输几个字，或请管理员添加您。</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Serious</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Without a round</source>
        <translation>非巡检发现</translation>
    </message>
    <message>
        <source>Withdrawn by {0}, {1}: {2}</source>
        <translation>{0} 于 {1} 撤回：{2}</translation>
    </message>
    <message>
        <source>Red tag</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>You did it yourself: somebody else looks whether it is right.</source>
        <translation>这是您自己完成的：请由他人复查。</translation>
    </message>
    <message>
        <source>Re-check: it is right (V)</source>
        <translation>复查合格 (V)</translation>
    </message>
    <message>
        <source>Not right… (R)</source>
        <translation>不合格… (R)</translation>
    </message>
    <message>
        <source>Make an action (M)</source>
        <translation>生成整改 (M)</translation>
    </message>
    <message>
        <source>One more action (M)</source>
        <translation>再加一项整改 (M)</translation>
    </message>
    <message>
        <source>Withdraw… (X)</source>
        <translation>撤回… (X)</translation>
    </message>
    <message>
        <source>It was no finding; the reason is kept.</source>
        <translation>不是问题点；会保留原因。</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Withdraw the finding</source>
        <translation>撤回问题点</translation>
    </message>
    <message>
        <source>New action</source>
        <translation>新建整改</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What is done about it</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Found before</source>
        <translation>以前发现过</translation>
    </message>
    <message>
        <source>Open the round (S)</source>
        <translation>打开该次巡检 (S)</translation>
    </message>
    <message>
        <source>One over the other</source>
        <translation>上下叠放</translation>
    </message>
    <message>
        <source>Move the edge with the arrows or the mouse</source>
        <translation>用方向键或鼠标移动分界线</translation>
    </message>
    <message>
        <source>No picture of it yet</source>
        <translation>尚无问题图片</translation>
    </message>
    <message>
        <source>No picture of what was done yet</source>
        <translation>尚无整改后的图片</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>整改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>整改后</translation>
    </message>
    <message>
        <source>Pictures before</source>
        <translation>整改前的图片</translation>
    </message>
    <message>
        <source>Pictures after</source>
        <translation>整改后的图片</translation>
    </message>
    <message>
        <source>Choose a finding: what it is and what is done about it stands here.</source>
        <translation>请选择问题点：此处显示其内容和整改情况。</translation>
    </message>
    <message>
        <source>The chosen finding</source>
        <translation>选中的问题点</translation>
    </message>
</context>
<context>
    <name>FindingCounts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>found %n time(s) before</source>
        <translation>
            <numerusform>以前发现过 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingFigures</name>
    <message>
        <source>{0} of {1} in {2} days</source>
        <translation>{2} 天内 {1} 项中 {0}</translation>
    </message>
    <message>
        <source>none in {0} days</source>
        <translation>{0} 天内没有</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未关闭</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Red tags undecided</source>
        <translation>未决定的红牌</translation>
    </message>
    <message>
        <source>Their day is over</source>
        <translation>其中逾期</translation>
    </message>
</context>
<context>
    <name>FindingFilters</name>
    <message>
        <source>All places</source>
        <translation>全部地点</translation>
    </message>
    <message>
        <source>All checklists</source>
        <translation>全部检查表</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} 天</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search in findings</source>
        <translation>搜索问题点</translation>
    </message>
</context>
<context>
    <name>FindingForm</name>
    <message>
        <source>Choose where it is.</source>
        <translation>请选择地点。</translation>
    </message>
    <message>
        <source>Say what is wrong, in a few words.</source>
        <translation>请简短说明问题。</translation>
    </message>
    <message>
        <source>Say what it is that nobody needs here.</source>
        <translation>请说明此处不需要的物品。</translation>
    </message>
    <message>
        <source>Type how many there are, like 1.</source>
        <translation>请输入数量，如 1。</translation>
    </message>
    <message>
        <source>The finding is kept. What follows from it was refused: {0}</source>
        <translation>问题点已保存。后续操作被拒绝：{0}</translation>
    </message>
    <message>
        <source>The finding is kept. Its pictures are on their way.</source>
        <translation>问题点已保存。图片正在处理。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Type a day like 2026-11-28, or +7 for in seven days.</source>
        <translation>请输入日期，如 2026-11-28，或用 +7 表示七天后。</translation>
    </message>
    <message>
        <source>Choose a place</source>
        <translation>选择地点</translation>
    </message>
    <message>
        <source>Nobody: no action is made</source>
        <translation>无人：不生成整改</translation>
    </message>
    <message>
        <source>Nobody will answer for it: it stays marked in the list until somebody does.</source>
        <translation>无人负责：在有人负责之前，它会在列表中一直有标记。</translation>
    </message>
    <message>
        <source>A repeat: {0}, last {1}.</source>
        <translation>重复问题：{0}，上次 {1}。</translation>
    </message>
    <message>
        <source>Show what was found before</source>
        <translation>查看以前发现的内容</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+回车</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题点</translation>
    </message>
    <message>
        <source>Write down a finding</source>
        <translation>记录问题点</translation>
    </message>
    <message>
        <source>Enter goes on, Ctrl+Enter keeps it.</source>
        <translation>回车进入下一栏，Ctrl+回车保存。</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>地点(&amp;W)</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Who puts it right (&amp;O)</source>
        <translation>责任人(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation>期限(&amp;D)</translation>
    </message>
    <message>
        <source>A day like 2026-11-28, or +7 for in seven days.</source>
        <translation>日期，如 2026-11-28，或用 +7 表示七天后。</translation>
    </message>
    <message>
        <source>T&amp;hing</source>
        <translation>物品(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>数量(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Number on the card</source>
        <translation>牌号(&amp;N)</translation>
    </message>
    <message>
        <source>Who d&amp;ecides</source>
        <translation>决定人(&amp;E)</translation>
    </message>
    <message>
        <source>Decide &amp;by</source>
        <translation>决定期限(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Serious: it endangers people or the product</source>
        <translation>严重：危及人员或产品(&amp;S)</translation>
    </message>
    <message>
        <source>Put a red &amp;tag on something that nobody needs here</source>
        <translation>给此处不需要的物品挂红牌(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FindingRows</name>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时长</translation>
    </message>
</context>
<context>
    <name>FindingTable</name>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应为</translation>
    </message>
    <message>
        <source>Is now</source>
        <translation>现为</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚无人说明</translation>
    </message>
    <message>
        <source>{0}, put back: {1}</source>
        <translation>{0}，已恢复：{1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message>
        <source>Findings and red tags</source>
        <translation>问题点与红牌</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 项未关闭</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is open here.</source>
        <translation>此处没有未关闭的项目。</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>New finding (N)</source>
        <translation>新问题点 (N)</translation>
    </message>
    <message>
        <source>New red tag (N)</source>
        <translation>新红牌 (N)</translation>
    </message>
    <message>
        <source>Sign in with F8 to see what you have to put right.</source>
        <translation>按 F8 登录，即可查看由您整改的问题点。</translation>
    </message>
    <message>
        <source>No red tag hangs here. Press N to put one on something that nobody needs.</source>
        <translation>此处没有红牌。按 N 给不需要的物品挂牌。</translation>
    </message>
    <message>
        <source>Nothing is open. Findings come from rounds; press N to write one down without a round.</source>
        <translation>没有未关闭的问题点。问题点来自巡检；按 N 可直接记录。</translation>
    </message>
    <message>
        <source>Nothing here. That is how it should be.</source>
        <translation>这里没有内容，正该如此。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未关闭</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Serious</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Red tags</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>Red tags {0}</source>
        <translation>红牌 {0}</translation>
    </message>
    <message>
        <source>The cards are in {0}. Print the file on A4.</source>
        <translation>红牌已写入 {0}。请用 A4 纸打印该文件。</translation>
    </message>
    <message>
        <source>Print cards</source>
        <translation>打印红牌</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Back to the audits</source>
        <translation>返回审核</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题点</translation>
    </message>
    <message>
        <source>Print cards…</source>
        <translation>打印红牌…</translation>
    </message>
    <message>
        <source>Pages of A4 with the tags that want a decision</source>
        <translation>把待决定的红牌排成 A4 页面</translation>
    </message>
    <message>
        <source>Enter: to the chosen one · N: a new one · Esc: back to the list</source>
        <translation>回车：进入选中项 · N：新建 · Esc：返回列表</translation>
    </message>
</context>
<context>
    <name>FirstAdministrator</name>
    <message>
        <source>Type a name.</source>
        <translation>请输入姓名。</translation>
    </message>
    <message>
        <source>The first administrator</source>
        <translation>第一名管理员</translation>
    </message>
    <message>
        <source>Nobody is known to this console yet. Begin with yourself: an administrator adds the other people, sets their first PINs, and says what each role may do. The board can be watched without any of this.</source>
        <translation>控制台中还没有任何人。请从您自己开始：管理员添加其他人员，设置他们的第一个 PIN，并规定各角色可以做什么。查看看板不需要这些。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>As the plant calls you; it will stand beside everything you do.</source>
        <translation>工厂里对您的称呼；您做的每件事旁都会注明。</translation>
    </message>
    <message>
        <source>Staff n&amp;umber</source>
        <translation>工号(&amp;U)</translation>
    </message>
    <message>
        <source>May stay empty.</source>
        <translation>可以不填。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>FlowPart</name>
    <message>
        <source>In progress: {0}</source>
        <translation>在制：{0}</translation>
    </message>
    <message>
        <source>About {0} from released to finished (dotted line)</source>
        <translation>从下达到完成约 {0}（虚线）</translation>
    </message>
    <message>
        <source>What is finished here was released before this time began: the diagram cannot tell how long ago.</source>
        <translation>此处完成的工单在该时段开始之前就已下达：图中无法看出历时多久。</translation>
    </message>
    <message>
        <source>Little&apos;s law: too few completed orders ({0})</source>
        <translation>利特尔法则：完成的工单太少（{0}）</translation>
    </message>
    <message>
        <source>Little&apos;s law: {0} a day × {1} = {2}; there were {3}, {4} apart</source>
        <translation>利特尔法则：每天 {0} × {1} = {2}；实际 {3}，相差 {4}</translation>
    </message>
    <message>
        <source>Throughput times mean time in progress is the mean work in progress where as much goes out as comes in. Here {0} came in and {1} went out, {2} were in progress at the start and {3} at the end ({4} completed). The further apart these are, the less the two sides need to agree.</source>
        <translation>进出数量相等时，产出率乘以平均在制时间等于平均在制数量。此时段进入 {0}、离开 {1}，开始时在制 {2}、结束时在制 {3}（完成 {4}）。它们相差越大，两边就越不必一致。</translation>
    </message>
    <message>
        <source>Cumulative flow</source>
        <translation>累积流图</translation>
    </message>
    <message>
        <source>Orders by column; what is done counts from the start of this time</source>
        <translation>各栏的工单数；已完成从该时段开始时计起</translation>
    </message>
    <message>
        <source>At the cursor</source>
        <translation>光标处</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>Corrective action (M)</source>
        <translation>整改 (M)</translation>
    </message>
    <message>
        <source>Open the action (M)</source>
        <translation>打开整改 (M)</translation>
    </message>
    <message>
        <source>One key makes it: owner, day and words come from the call</source>
        <translation>一键建立：责任人、期限和内容取自呼叫</translation>
    </message>
    <message>
        <source>Review wanted (Y)</source>
        <translation>需要复盘 (Y)</translation>
    </message>
    <message>
        <source>Review (Y)</source>
        <translation>复盘 (Y)</translation>
    </message>
    <message>
        <source>What was learned (L)</source>
        <translation>学到了什么 (L)</translation>
    </message>
    <message>
        <source>Write down what was learned (L)</source>
        <translation>写下学到的经验 (L)</translation>
    </message>
    <message>
        <source>Open the work order</source>
        <translation>打开工单</translation>
    </message>
    <message>
        <source>Open the safety report</source>
        <translation>打开安全报告</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>有帮助</translation>
    </message>
    <message>
        <source>This helped</source>
        <translation>有帮助</translation>
    </message>
    <message>
        <source>What helped before (K)</source>
        <translation>以前有效的经验 (K)</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>Help picture</source>
        <translation>示例图片</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>添加照片</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
</context>
<context>
    <name>FrozenSign</name>
    <message>
        <source>Frozen at {0}</source>
        <translation>冻结于 {0}</translation>
    </message>
</context>
<context>
    <name>GapList</name>
    <message>
        <source>Every role that calls go to has somebody at any time of this week.</source>
        <translation>本周任何时候，呼叫所通知的每个角色都有人当班。</translation>
    </message>
    <message>
        <source>No calls go to anybody here: there is no category in use.</source>
        <translation>此处没有使用中的类别，呼叫不会通知任何人。</translation>
    </message>
</context>
<context>
    <name>GapsCard</name>
    <message>
        <source>Operation</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who could cover</source>
        <translation>可顶岗人员</translation>
    </message>
    <message>
        <source>No operation is set up for these lines and stations. Skills says what has to be learnt.</source>
        <translation>这些产线和工位尚未设置工序。请在“技能”中设置需要掌握的工序。</translation>
    </message>
    <message>
        <source>Nobody of this crew is on duty today or tomorrow.</source>
        <translation>该班组今明两天无人当班。</translation>
    </message>
    <message>
        <source>In the shifts of this crew somebody on duty may do each operation alone.</source>
        <translation>该班组当班时，每道工序都有人能独立操作。</translation>
    </message>
    <message>
        <source>Skill gaps today and tomorrow</source>
        <translation>今明两天的技能缺口</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Open the skills matrix</source>
        <translation>打开技能矩阵</translation>
    </message>
    <message>
        <source>Skill gaps of the crew</source>
        <translation>班组的技能缺口</translation>
    </message>
</context>
<context>
    <name>Given</name>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Sender&apos;s time</source>
        <translation>发送方时间</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未提供</translation>
    </message>
</context>
<context>
    <name>GrantRow</name>
    <message>
        <source>Where the role holds</source>
        <translation>角色的有效范围</translation>
    </message>
    <message>
        <source>Take this role away</source>
        <translation>去掉这个角色</translation>
    </message>
</context>
<context>
    <name>Grants</name>
    <message>
        <source>Add a role</source>
        <translation>添加角色</translation>
    </message>
</context>
<context>
    <name>HandoverCounts</name>
    <message numerus="yes">
        <source>carried %n time(s)</source>
        <translation>
            <numerusform>已遗留 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>carried %n time(s) since {0}</source>
        <translation>
            <numerusform>自 {0} 起已遗留 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) without a reason</source>
        <translation>
            <numerusform>%n 次停机没有原因</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) · each must be accepted</source>
        <translation>
            <numerusform>%n 项 · 每项都须接受</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) without an answer</source>
        <translation>
            <numerusform>%n 项未答复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) without data</source>
        <translation>
            <numerusform>%n 个工位无数据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n handover(s)</source>
        <translation>
            <numerusform>%n 次交接班</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>Shift handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Sign and hand over…</source>
        <translation>签字交班…</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>接班…</translation>
    </message>
    <message>
        <source>Take facts and open items from the record now</source>
        <translation>立即从记录中取数据和遗留事项</translation>
    </message>
    <message>
        <source>Fill anew</source>
        <translation>重新填充</translation>
    </message>
    <message>
        <source>Sign in with the right to fill a handover.</source>
        <translation>请用有权填充交接班的账号登录。</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Save this handover as a PDF</source>
        <translation>将此交接班存为 PDF</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>班前会</translation>
    </message>
    <message>
        <source>Crews</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Past handovers</source>
        <translation>历史交接班</translation>
    </message>
    <message>
        <source>Here one shift hands over to the next. It fills itself from the record once the plant has a line with shifts: set them up on the Setup page.</source>
        <translation>这里由上一班交给下一班。工厂有了带班次的产线后，内容会从记录中自动填充：请在“设置”页配置。</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Who takes over signs in here, by PIN or badge. Who hands over cannot take over.</source>
        <translation>接班人在此用 PIN 或工卡登录。交班人不能自己接班。</translation>
    </message>
    <message>
        <source>This handover is not begun yet, and you have no right to begin it.</source>
        <translation>此交接班尚未开始，您无权开始。</translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>已签字。</translation>
    </message>
    <message>
        <source>There is nothing to hand over yet.</source>
        <translation>还没有可交班的内容。</translation>
    </message>
    <message>
        <source>The shift has not nearly ended. It can be handed over from two hours before its end.</source>
        <translation>离下班还早。结束前两小时起才能交班。</translation>
    </message>
    <message>
        <source>ALTERED: what is shown is not what was signed. See the Trail page.</source>
        <translation>已被改动：显示的内容与签字时不一致。请看“操作记录”页。</translation>
    </message>
    <message>
        <source>Nobody handed this shift over. It can still be signed; the next handover says it was late.</source>
        <translation>本班无人交班。现在仍可签字；下一次交接班会注明迟交。</translation>
    </message>
    <message>
        <source>Stops without a reason block signing: {0}. Explain them on the Stops page.</source>
        <translation>没有原因的停机阻止签字：{0} 次。请在“停机”页说明原因。</translation>
    </message>
    <message>
        <source>Sign in (F8) to fill, write and sign.</source>
        <translation>登录(F8)后可填充、填写和签字。</translation>
    </message>
    <message>
        <source>Your roles do not fill handovers here: it is shown as far as it is kept.</source>
        <translation>您的角色无权在此填充交接班：这里只显示已保存的内容。</translation>
    </message>
    <message>
        <source>Missed: {0} · {1}</source>
        <translation>漏交：{0} · {1}</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
</context>
<context>
    <name>HandsSection</name>
    <message>
        <source>The open time of every call, from raised to closed, told apart by the role that had it.</source>
        <translation>每个呼叫从发起到关闭的时间，按当时负责的角色区分。</translation>
    </message>
    <message>
        <source>Here stands how long calls waited for whom, once some were raised in this time.</source>
        <translation>这段时间有呼叫后，这里显示呼叫在各方手里等待了多久。</translation>
    </message>
    <message>
        <source>{0} calls, {1} each</source>
        <translation>{0} 个呼叫，平均每个 {1}</translation>
    </message>
    <message>
        <source>nobody we know of</source>
        <translation>未知角色</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
</context>
<context>
    <name>Hanging</name>
    <message>
        <source>Raise a call…</source>
        <translation>发起呼叫…</translation>
    </message>
    <message>
        <source>A call about this order</source>
        <translation>关于这张工单的呼叫</translation>
    </message>
    <message>
        <source>New action…</source>
        <translation>新建整改…</translation>
    </message>
    <message>
        <source>An action that comes from this order</source>
        <translation>来自这张工单的整改</translation>
    </message>
    <message>
        <source>Split from {0}</source>
        <translation>拆分自 {0}</translation>
    </message>
    <message>
        <source>Part of {0}</source>
        <translation>已并入 {0}</translation>
    </message>
    <message>
        <source>Split off: {0}</source>
        <translation>拆出：{0}</translation>
    </message>
    <message>
        <source>Merged into it: {0}</source>
        <translation>并入：{0}</translation>
    </message>
    <message>
        <source>Split and merged</source>
        <translation>拆分与合并</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Signals</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Choose what is drawn (Ctrl+F)</source>
        <translation>选择要画的信号（Ctrl+F）</translation>
    </message>
    <message>
        <source>Control charts</source>
        <translation>控制图</translation>
    </message>
    <message>
        <source>Early warnings</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Compare figures</source>
        <translation>指标对比</translation>
    </message>
    <message>
        <source>Trends · {0}</source>
        <translation>趋势 · {0}</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Stand still (Space)</source>
        <translation>停住（空格）</translation>
    </message>
    <message>
        <source>Follow the line again (Home)</source>
        <translation>重新跟随产线（Home）</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>截至 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n pen(s)</source>
        <translation>
            <numerusform>%n 条曲线</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} points, every spike kept</source>
        <translation>{0} 个点，尖峰全部保留</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从…到…</translation>
    </message>
    <message>
        <source>Length of the time axis</source>
        <translation>时间轴长度</translation>
    </message>
</context>
<context>
    <name>HealthSection</name>
    <message>
        <source>good to {0}, limit {1}</source>
        <translation>良好 {0}，上限 {1}</translation>
    </message>
    <message>
        <source>In ten minutes</source>
        <translation>每十分钟</translation>
    </message>
    <message>
        <source>Most at once</source>
        <translation>同时最多</translation>
    </message>
    <message>
        <source>a flood from {0}</source>
        <translation>{0} 起为泛滥</translation>
    </message>
    <message numerus="yes">
        <source>%n flood(s)</source>
        <translation>
            <numerusform>%n 次泛滥</numerusform>
        </translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>应不超过 {0}</translation>
    </message>
    <message>
        <source>Time in floods</source>
        <translation>泛滥时间</translation>
    </message>
    <message>
        <source>Alarms in ten minutes</source>
        <translation>每十分钟报警数</translation>
    </message>
    <message>
        <source>flood</source>
        <translation>泛滥</translation>
    </message>
    <message>
        <source>Nothing was raised in this time.</source>
        <translation>这段时间没有呼叫。</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Chattering</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>长期存在</translation>
    </message>
    <message>
        <source>for over 24 hours</source>
        <translation>超过 24 小时</translation>
    </message>
    <message>
        <source>Stale calls</source>
        <translation>停滞呼叫</translation>
    </message>
    <message>
        <source>3 in a minute</source>
        <translation>一分钟内 3 次以上</translation>
    </message>
    <message>
        <source>still for 24 hours</source>
        <translation>24 小时无进展</translation>
    </message>
    <message>
        <source>for {0}</source>
        <translation>已 {0}</translation>
    </message>
    <message>
        <source>raised {0} ago</source>
        <translation>{0} 前发起</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>Nothing chatters, stands or is stale.</source>
        <translation>没有抖动、长期存在或停滞的报警。</translation>
    </message>
    <message>
        <source>{0} times in {1} bursts</source>
        <translation>{1} 阵共 {0} 次</translation>
    </message>
    <message>
        <source>What needs a look</source>
        <translation>需要查看</translation>
    </message>
    <message>
        <source>What would help</source>
        <translation>改进建议</translation>
    </message>
    <message>
        <source>What these figures mean</source>
        <translation>这些数据的含义</translation>
    </message>
    <message>
        <source>Limits: ANSI/ISA-18.2-2016 and EEMUA 191, per operator. Shelved alarms are not counted here.</source>
        <translation>限值：ANSI/ISA-18.2-2016 和 EEMUA 191，按每位操作员计。已搁置的报警不计入。</translation>
    </message>
    <message>
        <source>Nothing is proposed. A delay, or a longer time before it counts as over, is proposed here when history shows that it would have spared four of five of the short alarms of a rule.</source>
        <translation>暂无建议。当历史表明某条规则的短报警五次中有四次可以避免时，这里建议延时，或延长判定结束的时间。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>How</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Alarms that need a look</source>
        <translation>需要查看的报警</translation>
    </message>
</context>
<context>
    <name>HeardCard</name>
    <message>
        <source>What is heard</source>
        <translation>收到的内容</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>每秒消息数</translation>
    </message>
    <message>
        <source>Sparkplug nodes</source>
        <translation>Sparkplug 节点</translation>
    </message>
    <message>
        <source>JSON topics</source>
        <translation>JSON 主题</translation>
    </message>
    <message>
        <source>PackML units</source>
        <translation>PackML 单元</translation>
    </message>
    <message>
        <source>Single values</source>
        <translation>单值</translation>
    </message>
    <message>
        <source>Pictures and others</source>
        <translation>图片及其他</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>First topics</source>
        <translation>最先收到的主题</translation>
    </message>
    <message>
        <source>Listening; nothing has been published yet. Machines that only speak when something changes take a while.</source>
        <translation>正在接收，还没有任何消息。只在变化时发布的设备需要等一会儿。</translation>
    </message>
    <message>
        <source>Once connected, the console listens and says here what kinds of messages it hears.</source>
        <translation>连接后，这里会说明收到了哪些种类的消息。</translation>
    </message>
    <message>
        <source>Nothing yet: there is no connection.</source>
        <translation>还没有内容：没有连接。</translation>
    </message>
    <message>
        <source>{0} of {1} topics are heard by the plant file.</source>
        <translation>{1} 个主题中，有 {0} 个被工厂文件接收。</translation>
    </message>
    <message>
        <source>single values</source>
        <translation>单值</translation>
    </message>
    <message>
        <source>None of the topics speaks a dialect that this console reads.</source>
        <translation>没有一个主题使用本程序能读取的格式。</translation>
    </message>
    <message>
        <source>The machines here speak {0}. A plant file tells which topic means what.</source>
        <translation>这里的设备使用 {0}。工厂文件说明每个主题的含义。</translation>
    </message>
</context>
<context>
    <name>HeldBriefings</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>召开时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>召开人</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>到会</translation>
    </message>
    <message>
        <source>Expected and not there</source>
        <translation>应到未到</translation>
    </message>
    <message>
        <source>{0} of {1} · {2}</source>
        <translation>{0} / {1} · {2}</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s), no roster</source>
        <translation>
            <numerusform>%n 人，无值班表</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No points were written down.</source>
        <translation>未记录强调要点。</translation>
    </message>
    <message>
        <source>There: {0}</source>
        <translation>到会：{0}</translation>
    </message>
    <message>
        <source>Past briefings</source>
        <translation>历次班前会</translation>
    </message>
    <message>
        <source>Briefings that were held here appear in this list, with who was there.</source>
        <translation>在此召开过的班前会及到会人员会列在这里。</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message numerus="yes">
        <source>%n page(s) found</source>
        <translation>
            <numerusform>找到 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>No page has all these words. These have most of them.</source>
        <translation>没有哪一页包含所有这些词。以下页面包含其中大部分。</translation>
    </message>
    <message>
        <source>No page has these words. Try others, or only the beginning of one.</source>
        <translation>没有页面包含这些词。请换几个词，或只输入词的开头。</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Close help</source>
        <translation>关闭帮助</translation>
    </message>
    <message>
        <source>Print this page</source>
        <translation>打印本页</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>帮助正文</translation>
    </message>
</context>
<context>
    <name>HelpPicture</name>
    <message>
        <source>Pictures</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Help picture</source>
        <translation>示例图片</translation>
    </message>
    <message>
        <source>No picture was copied. Copy one first, then paste it here.</source>
        <translation>剪贴板中没有图片。请先复制一张，再粘贴到这里。</translation>
    </message>
    <message>
        <source>The checklist is not kept yet: give every part its words first.</source>
        <translation>检查表尚未保存：请先为每一部分填写文字。</translation>
    </message>
    <message>
        <source>Help picture: how it should be</source>
        <translation>示例图片：应有的样子</translation>
    </message>
    <message>
        <source>Drop a picture here, paste one, or choose a file.</source>
        <translation>把图片拖到这里、粘贴，或选择文件。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a picture that shows how it should be</source>
        <translation>选择一张显示应有样子的图片</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Take the picture that was copied</source>
        <translation>使用已复制的图片</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Look at the picture large</source>
        <translation>放大查看图片</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>The item has no help picture any more</source>
        <translation>该检查项不再有示例图片</translation>
    </message>
    <message>
        <source>The picture is being kept…</source>
        <translation>正在保存图片…</translation>
    </message>
    <message>
        <source>The picture is not there any more.</source>
        <translation>图片已不存在。</translation>
    </message>
    <message>
        <source>This is no picture. Choose another one.</source>
        <translation>这不是图片。请另选一张。</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>{0} values</source>
        <translation>{0} 个值</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Score over time</source>
        <translation>得分趋势</translation>
    </message>
    <message numerus="yes">
        <source>%n audit(s)</source>
        <translation>
            <numerusform>%n 次审核</numerusform>
        </translation>
    </message>
    <message>
        <source>target {0}</source>
        <translation>目标 {0}</translation>
    </message>
</context>
<context>
    <name>HistoryRibbon</name>
    <message>
        <source>the last 8 hours</source>
        <translation>最近 8 小时</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) without a reason</source>
        <translation>
            <numerusform>%n 次停机没有原因</numerusform>
        </translation>
    </message>
    <message>
        <source>State history</source>
        <translation>状态历史</translation>
    </message>
    <message>
        <source>State history of the shift; arrow keys walk through it</source>
        <translation>本班状态历史；用方向键逐段查看</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}，占 {1}</translation>
    </message>
    <message>
        <source>Stretches</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Stretches of the shift, newest first</source>
        <translation>本班各时段，最新的在前</translation>
    </message>
</context>
<context>
    <name>HornCard</name>
    <message>
        <source>It holds until the program ends, but cannot be kept: {0}</source>
        <translation>在程序结束前有效，但无法保存：{0}</translation>
    </message>
    <message>
        <source>This computer has no voice for this language: calls sound and are not spoken.</source>
        <translation>此电脑没有该语言的语音：呼叫只发声，不播报。</translation>
    </message>
    <message>
        <source>This is a trial.</source>
        <translation>这是试播。</translation>
    </message>
    <message>
        <source>There is no sound device: nothing can be heard.</source>
        <translation>没有声音设备：听不到任何声音。</translation>
    </message>
    <message>
        <source>Horn</source>
        <translation>呼叫声音</translation>
    </message>
    <message>
        <source>Sound for calls that nobody has acknowledged</source>
        <translation>无人确认的呼叫发出声音</translation>
    </message>
    <message>
        <source>Speak them too</source>
        <translation>同时语音播报</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>A silence ({0}) lasts</source>
        <translation>静音（{0}）时长</translation>
    </message>
    <message>
        <source>How long a silence lasts</source>
        <translation>静音持续多久</translation>
    </message>
    <message>
        <source>Sound to try</source>
        <translation>要试听的声音</translation>
    </message>
    <message>
        <source>Test sound</source>
        <translation>试听</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>until something is new</source>
        <translation>直到有新情况</translation>
    </message>
</context>
<context>
    <name>HornControl</name>
    <message>
        <source>Silence</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>They wait for somebody to acknowledge them; open the calls</source>
        <translation>正等待有人确认；打开呼叫</translation>
    </message>
    <message>
        <source>Only the sound: no call changes by it</source>
        <translation>只停止声音：呼叫不会因此改变</translation>
    </message>
</context>
<context>
    <name>HourBars</name>
    <message>
        <source>Calls an hour: none</source>
        <translation>每小时呼叫：无</translation>
    </message>
    <message>
        <source>Calls an hour: at most {0}, at {1}</source>
        <translation>每小时呼叫：最多 {0} 次，在 {1}</translation>
    </message>
    <message>
        <source>{0}: heard {1} times</source>
        <translation>{0}：触发 {1} 次</translation>
    </message>
    <message>
        <source>, as saved {0} times</source>
        <translation>，已保存的规则 {0} 次</translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message>
        <source>{0}, version {1}</source>
        <translation>{0}，版本 {1}</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Brings an export into a console that has no records yet, with its whole trail. Where there are records already, restore a backup instead.</source>
        <translation>把导出内容连同完整留痕导入还没有记录的控制台。已有记录时，请改用恢复备份。</translation>
    </message>
    <message>
        <source>From a folder…</source>
        <translation>从文件夹…</translation>
    </message>
    <message>
        <source>From an archive…</source>
        <translation>从压缩包…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>导出时间</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>PINs and badges were left out of this export. Give one administrator a new PIN to begin with.</source>
        <translation>此导出不含 PIN 和工卡。请先给一位管理员设置新的 PIN。</translation>
    </message>
    <message>
        <source>&amp;Administrator</source>
        <translation>管理员(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Checklist (*.json)</source>
        <translation>检查表 (*.json)</translation>
    </message>
    <message>
        <source>Import a checklist</source>
        <translation>导入检查表</translation>
    </message>
    <message numerus="yes">
        <source>%n section(s)</source>
        <translation>
            <numerusform>%n 个部分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 个检查项</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} is here already. This is what the file says otherwise:</source>
        <translation>“{0}”已经存在。文件中的不同之处：</translation>
    </message>
    <message>
        <source>It has a draft, which the file would replace.</source>
        <translation>它有一份草稿，文件会替换该草稿。</translation>
    </message>
    <message>
        <source>As a draft of {0}</source>
        <translation>作为“{0}”的草稿</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>A file that was exported here or at another plant. It becomes a draft; nothing runs yet.</source>
        <translation>在本厂或其他工厂导出的文件。它会成为草稿，尚不生效。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>As a new checklist</source>
        <translation>作为新检查表</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.xlsx *.xlsm)</source>
        <translation>表格 (*.csv *.txt *.xlsx *.xlsm)</translation>
    </message>
    <message>
        <source>Products, parts or steps</source>
        <translation>产品、零件或工序</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>文件中没有</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>{product} would be part of itself: {way}. Take one of these out of the file.</source>
        <translation>{product} 会成为自己的零件：{way}。请从文件中去掉其中一个。</translation>
    </message>
    <message>
        <source>New ({0})</source>
        <translation>新增 ({0})</translation>
    </message>
    <message>
        <source>Changes ({0})</source>
        <translation>差异 ({0})</translation>
    </message>
    <message>
        <source>Errors ({0})</source>
        <translation>错误 ({0})</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation>尚未选择文件</translation>
    </message>
    <message>
        <source>Rows: {rows} · new: {new} · changed: {changed} · as they are: {same} · errors: {errors}</source>
        <translation>行：{rows} · 新增：{new} · 更改：{changed} · 不变：{same} · 错误：{errors}</translation>
    </message>
    <message numerus="yes">
        <source>Take %n product(s) over</source>
        <translation>
            <numerusform>导入 %n 个产品</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking over: {0} left</source>
        <translation>正在导入：还剩 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) taken over.</source>
        <translation>
            <numerusform>已导入 %n 个产品。</numerusform>
        </translation>
    </message>
    <message>
        <source>Those with an error are left out: mend the file and bring it in again.</source>
        <translation>有错误的产品未导入：请修改文件后再次导入。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>It says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What the file says</source>
        <translation>文件内容</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n 个零件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 道工序</numerusform>
        </translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>导入产品</translation>
    </message>
    <message>
        <source>Import products, parts lists and steps</source>
        <translation>导入产品、物料清单和工序</translation>
    </message>
    <message>
        <source>CSV or Excel with one row a product, a part (parent, component, quantity) or a step (number, step, seconds). Nothing is written before you say so; a column that the file lacks changes nothing.</source>
        <translation>CSV 或 Excel，每行一个产品、一个零件（父件、子件、数量）或一道工序（编号、工序、秒）。您确认之前不会写入；文件中没有的列不作更改。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Decimal comma: 1.000,5</source>
        <translation>小数逗号：1.000,5</translation>
    </message>
    <message>
        <source>What would be taken over</source>
        <translation>将要导入的内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ImportTab</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message numerus="yes">
        <source>{0} · %n row(s)</source>
        <translation>
            <numerusform>{0} · %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the rows…</source>
        <translation>正在读取各行…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，没有任何更改。</translation>
    </message>
    <message>
        <source>Import something else</source>
        <translation>导入其他内容</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>Add an item</source>
        <translation>添加事项</translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation>修改备注</translation>
    </message>
    <message>
        <source>Something that the next shift takes over and no record holds.</source>
        <translation>需要下一班接手、但记录中没有的事项。</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;More about it</source>
        <translation>详细说明(&amp;M)</translation>
    </message>
    <message>
        <source>Wh&amp;ere</source>
        <translation>地点(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Who looks after it</source>
        <translation>负责人(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Risk</source>
        <translation>风险(&amp;R)</translation>
    </message>
    <message>
        <source>A high risk is talked about before it can be accepted.</source>
        <translation>高风险事项须先讨论才能接受。</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ItemPart</name>
    <message>
        <source>This is no number. Until it is one, the number before it holds.</source>
        <translation>这不是数字。改成数字之前，沿用原来的数字。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>One question, so clear that two people give it the same answer.</source>
        <translation>一个问题，清楚到两个人会给出同样的回答。</translation>
    </message>
    <message>
        <source>&amp;Words, English</source>
        <translation>文字，英文(&amp;W)</translation>
    </message>
    <message>
        <source>Words, Chinese</source>
        <translation>文字，中文</translation>
    </message>
    <message>
        <source>&amp;Hint, English</source>
        <translation>提示，英文(&amp;H)</translation>
    </message>
    <message>
        <source>What to look at, and what a weak answer is.</source>
        <translation>看什么，以及怎样算薄弱。</translation>
    </message>
    <message>
        <source>Hint, Chinese</source>
        <translation>提示，中文</translation>
    </message>
    <message>
        <source>&amp;Kind of answer</source>
        <translation>回答类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>证据(&amp;E)</translation>
    </message>
    <message>
        <source>Wei&amp;ght</source>
        <translation>权重(&amp;G)</translation>
    </message>
    <message>
        <source>Red line: a weak answer fails the whole round</source>
        <translation>红线：薄弱的回答使整轮不合格</translation>
    </message>
    <message>
        <source>May be skipped: “does not apply here”, with a reason</source>
        <translation>可跳过：“此处不适用”，并说明原因</translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>Measured value</source>
        <translation>测量值</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Note on the answer</source>
        <translation>回答备注</translation>
    </message>
    <message>
        <source>Why it does not apply here</source>
        <translation>此处不适用的原因</translation>
    </message>
    <message>
        <source>How it should be (H)</source>
        <translation>标准状态（H）</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Add a picture (P)</source>
        <translation>添加照片（P）</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已拍照</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>Weak: F writes a finding, T says why none is needed</source>
        <translation>得分偏低：F 记录问题点，T 说明为何不需要</translation>
    </message>
    <message>
        <source>A picture is wanted: P adds one</source>
        <translation>需要照片：按 P 添加</translation>
    </message>
</context>
<context>
    <name>KeepForm</name>
    <message>
        <source>Keep a question</source>
        <translation>保存问题</translation>
    </message>
    <message>
        <source>Keep this question</source>
        <translation>保存这个问题</translation>
    </message>
    <message>
        <source>Reports answer it for their own time, beside the time before:</source>
        <translation>下列报告会按各自的时间回答它，并与之前对比：</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write something here.</source>
        <translation>请在此填写。</translation>
    </message>
</context>
<context>
    <name>KeepsComing</name>
    <message>
        <source>Week by week</source>
        <translation>逐周</translation>
    </message>
    <message>
        <source>What keeps coming</source>
        <translation>反复出现的事项</translation>
    </message>
    <message>
        <source>in two handovers or more; Enter opens the latest</source>
        <translation>出现在两次及以上的交接班中；按 Enter 打开最近一次</translation>
    </message>
    <message>
        <source>Nothing was handed over twice in this time. What the incoming shift does not accept comes again.</source>
        <translation>这段时间没有重复交接的事项。接班方未接受的事项会再次出现。</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>暂无。</translation>
    </message>
    <message>
        <source>Open items handed over, carried ones among them</source>
        <translation>交接的遗留事项（含结转）</translation>
    </message>
    <message>
        <source>Week of {0}: {1} missed, {2} handed over</source>
        <translation>{0} 所在周：漏交接 {1} 次，已交接 {2} 次</translation>
    </message>
    <message>
        <source>Shifts that nobody handed over</source>
        <translation>无人交接的班次</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>Week of {0}: {1} items, {2} carried, {3} disputed, {4} of high risk</source>
        <translation>{0} 所在周：{1} 项，结转 {2} 项，异议 {3} 项，高风险 {4} 项</translation>
    </message>
</context>
<context>
    <name>KeepsRows</name>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>仍未了结</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>至 {0}</translation>
    </message>
</context>
<context>
    <name>KeptQuestions</name>
    <message>
        <source>Questions that are kept</source>
        <translation>已保存的问题</translation>
    </message>
    <message>
        <source>Remove the question that is chosen</source>
        <translation>删除所选的问题</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Keep this question under a name, and for reports</source>
        <translation>以一个名称保存这个问题，也可用于报告</translation>
    </message>
    <message>
        <source>Kept questions</source>
        <translation>已保存的问题</translation>
    </message>
</context>
<context>
    <name>KeyFiguresPanel</name>
    <message>
        <source>Key figures</source>
        <translation>关键指标</translation>
    </message>
    <message>
        <source>This shift</source>
        <translation>本班</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Good pieces</source>
        <translation>良品数</translation>
    </message>
    <message>
        <source>OEE</source>
        <translation>OEE</translation>
    </message>
    <message>
        <source>Scrap share</source>
        <translation>报废率</translation>
    </message>
    <message>
        <source>Minutes stopped</source>
        <translation>停机分钟</translation>
    </message>
</context>
<context>
    <name>KeyNumber</name>
    <message>
        <source>Click for what it means</source>
        <translation>按下查看含义</translation>
    </message>
</context>
<context>
    <name>KeyNumbers</name>
    <message>
        <source>Waiting now</source>
        <translation>当前待加工</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>件</translation>
    </message>
    <message>
        <source>expected every {0}</source>
        <translation>应每 {0} 一次</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>距今</translation>
    </message>
    <message>
        <source>Good share</source>
        <translation>良品率</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>this shift</source>
        <translation>本班</translation>
    </message>
    <message>
        <source>of {0} pieces</source>
        <translation>共 {0} 件</translation>
    </message>
    <message>
        <source>{0} passed, {1} failed</source>
        <translation>合格 {0}，不合格 {1}</translation>
    </message>
    <message>
        <source>Checks passed</source>
        <translation>检验合格</translation>
    </message>
    <message>
        <source>Checks failed</source>
        <translation>检验不合格</translation>
    </message>
    <message>
        <source>no checks yet</source>
        <translation>尚无检验</translation>
    </message>
    <message>
        <source>Last cycle</source>
        <translation>上一循环</translation>
    </message>
    <message>
        <source>Mean of the last 20</source>
        <translation>最近 20 次平均</translation>
    </message>
    <message>
        <source>Ideal cycle</source>
        <translation>理想循环时间</translation>
    </message>
    <message>
        <source>Takt</source>
        <translation>节拍</translation>
    </message>
    <message>
        <source>mean {0}, ideal {1}</source>
        <translation>平均 {0}，理想 {1}</translation>
    </message>
    <message>
        <source>takt {0}</source>
        <translation>节拍 {0}</translation>
    </message>
    <message>
        <source>no takt set</source>
        <translation>未设节拍</translation>
    </message>
</context>
<context>
    <name>KnowledgePage</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>New article (N)</source>
        <translation>新建条目 (N)</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>所有位置</translation>
    </message>
    <message>
        <source>Nothing was found. Type less, or write it down when you have learned it.</source>
        <translation>没有找到。少输入几个字，或在学到之后写下来。</translation>
    </message>
    <message>
        <source>Nothing was written down yet. Close a call and press L there, or N here: it is suggested the next time something like it is called for.</source>
        <translation>还没有写下任何经验。关闭呼叫后在那里按 L，或在这里按 N：下次发生类似呼叫时会自动推荐。</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知识库</translation>
    </message>
    <message>
        <source>Search title, text, codes and words</source>
        <translation>查找标题、内容、代码和查找词</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Choose an article: what was learned stands here.</source>
        <translation>选择一个条目：这里显示学到的内容。</translation>
    </message>
    <message>
        <source>Ctrl+F searches · arrows choose · N new · E changes · Ctrl+Enter saves · Esc comes back</source>
        <translation>Ctrl+F 查找 · 方向键选择 · N 新建 · E 修改 · Ctrl+Enter 保存 · Esc 返回</translation>
    </message>
</context>
<context>
    <name>KnownCalls</name>
    <message>
        <source>This plant</source>
        <translation>本工厂</translation>
    </message>
</context>
<context>
    <name>LabelsTab</name>
    <message>
        <source>Station labels</source>
        <translation>工位标签</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n 张标签</numerusform>
        </translation>
    </message>
    <message>
        <source>page {0} of {1}</source>
        <translation>第 {0} 页，共 {1} 页</translation>
    </message>
    <message>
        <source>There are no stations yet. Open a plant file in Setup, and their labels appear here.</source>
        <translation>还没有工位。在设置中打开工厂文件后，标签会显示在这里。</translation>
    </message>
    <message>
        <source>It cannot be written: {0}</source>
        <translation>无法写入：{0}</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>全部产线</translation>
    </message>
    <message>
        <source>One label for each station</source>
        <translation>每个工位一张</translation>
    </message>
    <message>
        <source>One for each kind of call at each station</source>
        <translation>每个工位每类呼叫一张</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两种都要</translation>
    </message>
    <message>
        <source>Large, 8 on a page (99 × 68 mm)</source>
        <translation>大，每页 8 张（99 × 68 mm）</translation>
    </message>
    <message>
        <source>Medium, 14 on a page (99 × 38 mm)</source>
        <translation>中，每页 14 张（99 × 38 mm）</translation>
    </message>
    <message>
        <source>Small, 21 on a page (64 × 38 mm)</source>
        <translation>小，每页 21 张（64 × 38 mm）</translation>
    </message>
    <message>
        <source>&amp;Stations of</source>
        <translation>哪条产线(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;What is printed</source>
        <translation>打印内容(&amp;W)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>尺寸(&amp;Z)</translation>
    </message>
    <message>
        <source>Lines to cut along (plain paper)</source>
        <translation>印裁切线（普通纸）</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Glue a label to each station. Who scans it at a console with a hand scanner gets the form of a call with the station filled in; a label of one kind of call fills in that too, and Enter raises it. The code holds only letters, so it works with every keyboard setting of the scanner.</source>
        <translation>把标签贴在各工位。用扫码枪在控制台扫一下，呼叫表单就会打开并填好工位；带呼叫类别的标签连类别也填好，按 Enter 即发出。码中只有字母，扫码枪的任何键盘设置都能读。</translation>
    </message>
</context>
<context>
    <name>LadderRows</name>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分钟</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>After</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>通知谁</translation>
    </message>
    <message>
        <source>{0} (on no roster)</source>
        <translation>{0}（不在值班表上）</translation>
    </message>
    <message>
        <source>The call is raised</source>
        <translation>发起呼叫</translation>
    </message>
    <message>
        <source>Step {0}: nobody has answered for {1} min</source>
        <translation>第 {0} 步：{1} 分钟无人应答</translation>
    </message>
    <message>
        <source>Step {0}, at once: nobody was there</source>
        <translation>第 {0} 步，立即：此前无人在岗</translation>
    </message>
    <message>
        <source>Those who came are told</source>
        <translation>通知接班人员</translation>
    </message>
    <message>
        <source>Shift begins: {0}</source>
        <translation>班次开始：{0}</translation>
    </message>
    <message>
        <source>Shift ends: {0}</source>
        <translation>班次结束：{0}</translation>
    </message>
    <message>
        <source>{0}; the ladder waits for the next one</source>
        <translation>{0}；升级等到下一班</translation>
    </message>
    <message>
        <source>Break begins: {0}</source>
        <translation>休息开始：{0}</translation>
    </message>
    <message>
        <source>{0}; the ladder waits</source>
        <translation>{0}；升级暂停</translation>
    </message>
    <message>
        <source>Break ends: {0}</source>
        <translation>休息结束：{0}</translation>
    </message>
    <message>
        <source>Target: answered by now</source>
        <translation>目标：此时应已响应</translation>
    </message>
    <message>
        <source>Target: on site by now</source>
        <translation>目标：此时应已到场</translation>
    </message>
    <message>
        <source>Target: resolved by now</source>
        <translation>目标：此时应已解决</translation>
    </message>
</context>
<context>
    <name>LadderTab</name>
    <message>
        <source>Year-month-day.</source>
        <translation>年-月-日。</translation>
    </message>
    <message>
        <source>Hours:minutes.</source>
        <translation>时:分。</translation>
    </message>
    <message>
        <source>Somebody on duty is told at once: {0}</source>
        <translation>立即通知到当班人员：{0}</translation>
    </message>
    <message>
        <source>After {1}, somebody on duty is told: {0}</source>
        <translation>{1}后通知到当班人员：{0}</translation>
    </message>
    <message>
        <source>Only people on no roster are told, and nobody knows whether they are there: {0}</source>
        <translation>只通知到不在值班表上的人，无法知道他们是否在岗：{0}</translation>
    </message>
    <message>
        <source>Nobody is told, however long the call waits. Look at the roster.</source>
        <translation>无论等多久都不会通知到任何人。请检查值班表。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>What happens if nobody answers</source>
        <translation>无人应答时会发生什么</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>位置(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Look ahead</source>
        <translation>预演时长(&amp;L)</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>As if the call were raised now</source>
        <translation>假设现在发起呼叫</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the list, for a spreadsheet</source>
        <translation>复制列表，供电子表格使用</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the list into a file for a spreadsheet (CSV)</source>
        <translation>将列表写入电子表格文件 (CSV)</translation>
    </message>
    <message>
        <source>Who is told, step by step</source>
        <translation>逐步通知谁</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LanesFace</name>
    <message>
        <source>State, calls, stops, orders and notes appear here for the stations of the pens.</source>
        <translation>这里显示曲线所属工位的状态、呼叫、停机、工单和备注。</translation>
    </message>
    <message>
        <source>The plant does not know the places of these pens: nothing else is known of them.</source>
        <translation>工厂文件中没有这些曲线的位置：没有其他信息。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln station(s) not shown</source>
        <translation>
            <numerusform>另有 %Ln 个工位未显示</numerusform>
        </translation>
    </message>
    <message>
        <source>the history cannot be read</source>
        <translation>无法读取历史数据</translation>
    </message>
    <message>
        <source>still reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>and calls, on the same time axis</source>
        <translation>与呼叫等，同一时间轴</translation>
    </message>
</context>
<context>
    <name>LanesPart</name>
    <message>
        <source>What happened on the time axis; arrow keys walk it, Enter opens, N writes a note</source>
        <translation>时间轴上发生的事；方向键移动，Enter 打开，N 写备注</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show only this time</source>
        <translation>只看这段时间</translation>
    </message>
    <message>
        <source>Write a note here</source>
        <translation>在此写备注</translation>
    </message>
    <message>
        <source>Write a note about the time between the cursors</source>
        <translation>为两个光标之间的时间写备注</translation>
    </message>
</context>
<context>
    <name>LeadPart</name>
    <message>
        <source>How the times are spread</source>
        <translation>时间分布</translation>
    </message>
    <message>
        <source>Nothing was completed.</source>
        <translation>没有完成的工单。</translation>
    </message>
    <message>
        <source>median {0}, 85 % within {1}, 95 % within {2}</source>
        <translation>中位数 {0}，85 % 在 {1} 内，95 % 在 {2} 内</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>前置期</translation>
    </message>
    <message>
        <source>Lead time from</source>
        <translation>前置期起点</translation>
    </message>
    <message>
        <source>Made to finished</source>
        <translation>创建到完成</translation>
    </message>
    <message>
        <source>Released to finished</source>
        <translation>下达到完成</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>The orders behind the picture, the longest first</source>
        <translation>图中的工单，用时最长的在前</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Arrows walk, 0–4 set a level, Delete clears, Enter goes on to date and note</source>
        <translation>方向键移动，0–4 设置等级，Delete 清空，Enter 转到日期和备注</translation>
    </message>
    <message>
        <source>Compare no more</source>
        <translation>取消对比</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>当前时段</translation>
    </message>
</context>
<context>
    <name>LinePanel</name>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>When it was given</source>
        <translation>发出时间</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Written here</source>
        <translation>写入本机</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>哈希值</translation>
    </message>
    <message>
        <source>Because of command</source>
        <translation>起因操作</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>要求的内容</translation>
    </message>
    <message>
        <source>What it changed</source>
        <translation>改动的内容</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>改动前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>改动后</translation>
    </message>
    <message>
        <source>What was asked, field by field</source>
        <translation>要求的内容，逐个字段</translation>
    </message>
    <message>
        <source>Each changed field before and after</source>
        <translation>每个改动字段的前后内容</translation>
    </message>
    <message>
        <source>History of this record</source>
        <translation>此记录的历史</translation>
    </message>
    <message>
        <source>Choose a line</source>
        <translation>请选择一行</translation>
    </message>
    <message>
        <source>Who did it, what was asked and what it changed.</source>
        <translation>谁做的、要求了什么、改动了什么。</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>{0} (not taken over here)</source>
        <translation>{0}（本机未采用）</translation>
    </message>
    <message>
        <source>Another program wrote into this line. A verification tells more.</source>
        <translation>其他程序改写过这一行。校验后可知详情。</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>LinkCard</name>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connecting… {0}</source>
        <translation>正在连接……{0}</translation>
    </message>
    <message>
        <source>Connected, {0}, for {1}</source>
        <translation>已连接，{0}，已 {1}</translation>
    </message>
    <message>
        <source>No connection for {0}</source>
        <translation>断开已 {0}</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Trying again will not help by itself: correct the fields and connect again.</source>
        <translation>重试没有用：请更正各栏后再连接。</translation>
    </message>
    <message>
        <source>The console keeps trying. If the address is wrong, correct it and connect again.</source>
        <translation>本程序会继续尝试。如果地址不对，请更正后再连接。</translation>
    </message>
    <message>
        <source>Fill in the broker&apos;s address and press Connect.</source>
        <translation>请填写消息服务器的地址，然后按“连接”。</translation>
    </message>
</context>
<context>
    <name>ListRow</name>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>LossTable</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>损失时间</translation>
    </message>
    <message>
        <source>Of planned</source>
        <translation>占计划</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Of the six big losses</source>
        <translation>六大损失</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>several</source>
        <translation>多个</translation>
    </message>
</context>
<context>
    <name>LossesCard</name>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>Calls and downtime this shift</source>
        <translation>本班呼叫与停机</translation>
    </message>
</context>
<context>
    <name>LossesDialog</name>
    <message>
        <source>{0} lost in planned time</source>
        <translation>计划时间内损失 {0}</translation>
    </message>
    <message>
        <source>Losses this shift</source>
        <translation>本班损失</translation>
    </message>
    <message>
        <source>All losses</source>
        <translation>全部损失</translation>
    </message>
    <message>
        <source>From planned time to good time</source>
        <translation>从计划时间到有效时间</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>产线(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;One row for</source>
        <translation>每行显示(&amp;O)</translation>
    </message>
    <message>
        <source>All losses, largest first</source>
        <translation>全部损失，大的在前</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>What lost minutes are and how they add up</source>
        <translation>损失分钟的含义与构成</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the table for a spreadsheet</source>
        <translation>复制表格，可粘贴到电子表格</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing was lost in this shift so far, or no shift is on.</source>
        <translation>本班到目前没有损失，或当前没有班次。</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>全部产线</translation>
    </message>
    <message>
        <source>each loss of a station</source>
        <translation>工位的每项损失</translation>
    </message>
    <message>
        <source>each reason</source>
        <translation>每个原因</translation>
    </message>
    <message>
        <source>each kind of loss</source>
        <translation>每类损失</translation>
    </message>
    <message>
        <source>each line</source>
        <translation>每条产线</translation>
    </message>
    <message>
        <source>each station</source>
        <translation>每个工位</translation>
    </message>
    <message>
        <source>each of the six big losses</source>
        <translation>六大损失的每一类</translation>
    </message>
</context>
<context>
    <name>LossesPanel</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 条产线</numerusform>
        </translation>
    </message>
    <message>
        <source>Losses this shift</source>
        <translation>本班损失</translation>
    </message>
    <message>
        <source>Minutes lost to stops, waiting, changeovers, slow cycles and scrap add up here.</source>
        <translation>停机、等待、换型、慢速和报废损失的分钟数汇总在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>several lines</source>
        <translation>多条产线</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Help panel</source>
        <translation>帮助面板</translation>
    </message>
</context>
<context>
    <name>ManyChoice</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>MappingCard</name>
    <message numerus="yes">
        <source>%n message(s) could not be read.</source>
        <translation>
            <numerusform>有 %n 条消息无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Last problem: {0}</source>
        <translation>最近的问题：{0}</translation>
    </message>
    <message>
        <source>Plant file</source>
        <translation>工厂文件</translation>
    </message>
    <message>
        <source>Readings that the last message gave</source>
        <translation>最后一条消息得到的读数</translation>
    </message>
    <message>
        <source>Beginning of the last message that could not be read</source>
        <translation>最近一条无法读取的消息的开头</translation>
    </message>
    <message>
        <source>No plant file is open, so nothing is mapped.</source>
        <translation>没有打开工厂文件，因此没有任何映射。</translation>
    </message>
    <message>
        <source>No rule of the plant file hears this topic. &quot;Plant file source&quot; above writes one to begin with.</source>
        <translation>工厂文件中没有规则接收这个主题。上方的“工厂文件来源”可以生成一条作为起点。</translation>
    </message>
    <message>
        <source>The rule hears this topic; its last message gave no reading.</source>
        <translation>有规则接收这个主题，但最后一条消息没有得到读数。</translation>
    </message>
</context>
<context>
    <name>MappingStep</name>
    <message>
        <source>not in the source</source>
        <translation>来源中没有</translation>
    </message>
    <message>
        <source>Say in which column this stands: {0}.</source>
        <translation>请说明在哪一列：{0}。</translation>
    </message>
    <message>
        <source>One column can be one field only. Two fields have the same column.</source>
        <translation>一列只能对应一个字段，现在有两个字段选了同一列。</translation>
    </message>
    <message>
        <source>Give the source a name: orders remember by it where they came from.</source>
        <translation>请给来源取名：工单据此记住来自哪里。</translation>
    </message>
    <message>
        <source>Write the hour as 23:59.</source>
        <translation>时间请写成 23:59 的形式。</translation>
    </message>
    <message>
        <source>Kept. The next file with these columns is read like this one.</source>
        <translation>已保留。下一个有这些列的文件将同样读取。</translation>
    </message>
    <message>
        <source>guessed by the headings</source>
        <translation>按表头猜测</translation>
    </message>
    <message>
        <source>leave without a line</source>
        <translation>不指定产线</translation>
    </message>
    <message>
        <source>not chosen: an error</source>
        <translation>未选择：作为错误</translation>
    </message>
    <message>
        <source>as usual (several are tried)</source>
        <translation>常用格式（依次尝试）</translation>
    </message>
    <message>
        <source>What stands where</source>
        <translation>列与字段</translation>
    </message>
    <message>
        <source>Names of lines</source>
        <translation>产线名称</translation>
    </message>
    <message>
        <source>The names that the source calls lines by appear here when a column for them is chosen.</source>
        <translation>选择产线所在的列后，这里显示来源使用的产线名称。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Where both differ, holds</source>
        <translation>不一致时以谁为准</translation>
    </message>
    <message>
        <source>Column of {0}</source>
        <translation>{0}所在的列</translation>
    </message>
    <message>
        <source>Whose word holds for {0}</source>
        <translation>{0}以谁为准</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Read like</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Days are written</source>
        <translation>日期写法</translation>
    </message>
    <message>
        <source>due at</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Name of the source</source>
        <translation>来源名称</translation>
    </message>
    <message>
        <source>Comma before decimals: 1.200,5</source>
        <translation>逗号作小数点：1.200,5</translation>
    </message>
    <message>
        <source>Keep for next time</source>
        <translation>保留供下次使用</translation>
    </message>
    <message>
        <source>Forget this mapping</source>
        <translation>删除此映射</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>Materials</name>
    <message>
        <source>Material</source>
        <translation>物料</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>At the line</source>
        <translation>线边</translation>
    </message>
    <message>
        <source>{0} short</source>
        <translation>缺 {0}</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>未清点</translation>
    </message>
    <message>
        <source>Materials for what is left</source>
        <translation>剩余件数所需物料</translation>
    </message>
    <message>
        <source>Materials of the whole order</source>
        <translation>整张工单所需物料</translation>
    </message>
    <message>
        <source>The product is part of itself: look at its parts list.</source>
        <translation>产品包含了它自己：请检查物料清单。</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>From ↓ to →</source>
        <translation>从 ↓ 到 →</translation>
    </message>
    <message>
        <source>{0} → {1}, minutes</source>
        <translation>{0} → {1}，分钟</translation>
    </message>
    <message>
        <source>as on every line</source>
        <translation>与所有产线相同</translation>
    </message>
    <message>
        <source>Any family</source>
        <translation>任意产品族</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>can do it alone / needed</source>
        <translation>可独立操作 / 需要</translation>
    </message>
</context>
<context>
    <name>MeanwhileDialog</name>
    <message>
        <source>Changed meanwhile</source>
        <translation>同时被更改</translation>
    </message>
    <message>
        <source>Changed meanwhile at another console</source>
        <translation>另一台控制台同时作了更改</translation>
    </message>
    <message>
        <source>The checklist was discarded there. What you have here can be kept as a draft again.</source>
        <translation>检查表在那边被丢弃了。您这里的内容可以重新存为草稿。</translation>
    </message>
    <message>
        <source>{0} changed the checklist while you edited it. This is what yours says otherwise:</source>
        <translation>您编辑时，{0} 更改了检查表。您这一份的不同之处：</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>有人</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>Nothing is lost: theirs stays in the trail, and yours comes back here with Ctrl+Z.</source>
        <translation>内容不会丢失：对方的留在操作留痕中，您的可在这里按 Ctrl+Z 恢复。</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍后决定</translation>
    </message>
</context>
<context>
    <name>MeasuresCard</name>
    <message>
        <source>not enough data ({0})</source>
        <translation>数据不足 ({0})</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>The last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>Action verified after (mean)</source>
        <translation>整改到验证（平均）</translation>
    </message>
    <message>
        <source>Wanted reviews done</source>
        <translation>已完成的复盘</translation>
    </message>
    <message>
        <source>Calls that came back in 30 days</source>
        <translation>30 天内重复的呼叫</translation>
    </message>
    <message>
        <source>Knowledge helped</source>
        <translation>知识起到帮助</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
</context>
<context>
    <name>MentionNotes</name>
    <message numerus="yes">
        <source>%n open call(s) name you</source>
        <translation>
            <numerusform>有 %n 个未关闭的呼叫点了您的名</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeOrders</name>
    <message>
        <source>Merge two orders</source>
        <translation>合并工单</translation>
    </message>
    <message>
        <source>Merge into {0}</source>
        <translation>并入 {0}</translation>
    </message>
    <message>
        <source>Its pieces are added to {0}, the earlier due time counts. It ends as part of it.</source>
        <translation>其件数加到 {0}，以较早的交期为准；它作为其中一部分结束。</translation>
    </message>
    <message>
        <source>&amp;Order that becomes part of it</source>
        <translation>要并入的工单(&amp;O)</translation>
    </message>
    <message>
        <source>No other order of this product has not begun yet: there is nothing to merge.</source>
        <translation>没有同一产品且尚未开始的其他工单：无可合并。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>按 Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Received</source>
        <translation>接收时间</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Retained: the broker kept it from before; it is a snapshot, not news.</source>
        <translation>保留消息：消息服务器以前存下的快照，不是新消息。</translation>
    </message>
</context>
<context>
    <name>MessagesCard</name>
    <message>
        <source>last {0}</source>
        <translation>最近 {0}</translation>
    </message>
    <message>
        <source>Raw messages</source>
        <translation>原始消息</translation>
    </message>
    <message>
        <source>Last messages that fed this station, newest first</source>
        <translation>该工位最近收到的消息，最新的在前</translation>
    </message>
    <message>
        <source>The chosen message decoded</source>
        <translation>所选消息的解码内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy topic and payload of the chosen message</source>
        <translation>复制所选消息的主题和内容</translation>
    </message>
    <message>
        <source>The last 100 messages that feed this station appear here. None has come since the console started.</source>
        <translation>这里显示该工位最近的 100 条消息。本程序启动后还没有收到。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Hold the list still while you read</source>
        <translation>阅读时让列表停住</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} 字节</translation>
    </message>
</context>
<context>
    <name>MessagesTab</name>
    <message>
        <source>Channels</source>
        <translation>通知渠道</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>最近通知</translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>alias {0}</source>
        <translation>别名 {0}</translation>
    </message>
    <message>
        <source>historical</source>
        <translation>历史值</translation>
    </message>
    <message>
        <source>transient</source>
        <translation>瞬态</translation>
    </message>
</context>
<context>
    <name>Middle</name>
    <message>
        <source>Open items carried over</source>
        <translation>移交的遗留事项</translation>
    </message>
    <message>
        <source>Open items</source>
        <translation>遗留事项</translation>
    </message>
    <message>
        <source>Nothing is open. What the record leaves open stands here; add what no record holds.</source>
        <translation>没有遗留事项。记录中未了结的内容会列在这里；记录中没有的可以添加。</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>按 Enter</translation>
    </message>
    <message>
        <source>Raise the risk</source>
        <translation>提高风险</translation>
    </message>
    <message>
        <source>Lower the risk</source>
        <translation>降低风险</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除键</translation>
    </message>
    <message>
        <source>No words were written.</source>
        <translation>没有留言。</translation>
    </message>
    <message>
        <source>Sign in (F8) to write.</source>
        <translation>登录(F8)后可填写。</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>有异议</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add an item that no record holds (N in the list)</source>
        <translation>添加记录中没有的事项(在列表中按 N)</translation>
    </message>
</context>
<context>
    <name>MoveForm</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+回车</translation>
    </message>
    <message>
        <source>Wanted before the call can be ended.</source>
        <translation>结束呼叫之前必须填写。</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查明情况</translation>
    </message>
    <message>
        <source>Countermeasure</source>
        <translation>对策</translation>
    </message>
    <message>
        <source>What keeps it from getting worse</source>
        <translation>用什么防止情况恶化</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Who has it from now on</source>
        <translation>今后由谁负责</translation>
    </message>
</context>
<context>
    <name>Mover</name>
    <message>
        <source>What is done lies in the order in which it was finished.</source>
        <translation>已完成的按完成时间排列。</translation>
    </message>
    <message>
        <source>{order} goes back: somebody at another console was first. {why}</source>
        <translation>{order} 退回：另一台控制台上有人先动了它。{why}</translation>
    </message>
</context>
<context>
    <name>NewPictures</name>
    <message>
        <source>The watched folder {0} cannot be read now ({1}). Pictures appear when it is back.</source>
        <translation>监视文件夹 {0} 现在无法读取（{1}）。恢复后图片会再出现。</translation>
    </message>
    <message numerus="yes">
        <source>%n new picture(s) in {0}</source>
        <translation>
            <numerusform>{0} 中有 %n 张新图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>全部取用</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>取用</translation>
    </message>
    <message>
        <source>A copy is attached; the file stays.</source>
        <translation>附上的是副本；原文件保留。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Take single ones</source>
        <translation>取用单张</translation>
    </message>
    <message>
        <source>Not these</source>
        <translation>不要这些</translation>
    </message>
    <message>
        <source>They are not offered again; the files stay where they are.</source>
        <translation>不再提供；文件留在原处。</translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>取用这一张</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>Next rounds</source>
        <translation>接下来的检查</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n 项已超时</numerusform>
        </translation>
    </message>
    <message>
        <source>No round is planned. Planned rounds says which areas are looked at when.</source>
        <translation>还没有计划检查。在“计划巡检”中设定何时检查哪些区域。</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Change a note</source>
        <translation>修改备注</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>New gas bottle</source>
        <translation>换了新气瓶</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>针对(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>empty: a moment</source>
        <translation>留空：一个时刻</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>保存备注</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Type a time like 2026-11-21 14:05:00.</source>
        <translation>请按 2026-11-21 14:05:00 的格式输入时间。</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>请先写点内容。</translation>
    </message>
    <message>
        <source>Everybody who looks at this place at this time sees the note.</source>
        <translation>查看此位置此时间的每个人都会看到这条备注。</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>所有位置</translation>
    </message>
    <message>
        <source>{0}, written by {1}</source>
        <translation>{0}，{1} 所写</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>What the next shift should know and no record says.</source>
        <translation>下一班应知道、但记录中没有的内容。</translation>
    </message>
    <message>
        <source>Notes for the next shift</source>
        <translation>给下一班的留言</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两者都保留</translation>
    </message>
    <message>
        <source>At most {0} signs can be kept. Shorten it.</source>
        <translation>最多可保存 {0} 个字符。请缩短。</translation>
    </message>
    <message>
        <source>Somebody else wrote meanwhile:
{0}</source>
        <translation>其他人同时写了：
{0}</translation>
    </message>
    <message>
        <source>not kept yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message>
        <source>Nothing has been heard from this station yet.</source>
        <translation>还没有收到该工位的任何数据。</translation>
    </message>
    <message>
        <source>Last message {0} ago.</source>
        <translation>最近一条消息在 {0} 前。</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) refused or corrected</source>
        <translation>
            <numerusform>%n 个数值被拒绝或更正</numerusform>
        </translation>
    </message>
    <message>
        <source>About the data</source>
        <translation>数据说明</translation>
    </message>
    <message>
        <source>About the data of this station</source>
        <translation>该工位的数据说明</translation>
    </message>
    <message>
        <source>What clock skew means</source>
        <translation>时钟偏差的含义</translation>
    </message>
    <message>
        <source>The sender tells no time; receive time is used.</source>
        <translation>发送方没有给出时间，使用接收时间。</translation>
    </message>
    <message>
        <source>The sender&apos;s clock agrees with this computer&apos;s.</source>
        <translation>发送方时钟与本机一致。</translation>
    </message>
    <message>
        <source>{0}; ordered by receive time.</source>
        <translation>{0}；按接收时间排序。</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>Press for the calls behind it</source>
        <translation>按下查看背后的呼叫</translation>
    </message>
</context>
<context>
    <name>OperationCard</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add an operation</source>
        <translation>添加作业</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>What must be learnt before it is done alone.</source>
        <translation>须先学会才能独立操作的内容。</translation>
    </message>
    <message>
        <source>&amp;Where it is done</source>
        <translation>在哪里操作(&amp;W)</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>任何地方</translation>
    </message>
    <message>
        <source>People nee&amp;ded</source>
        <translation>需要人数(&amp;D)</translation>
    </message>
    <message>
        <source>How many must be able to do it alone (level 3 or 4); 0 = not said.</source>
        <translation>须有多少人可独立操作（3 级或 4 级）；0 = 未规定。</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>顺序(&amp;O)</translation>
    </message>
    <message>
        <source>Columns with smaller numbers stand further left.</source>
        <translation>数字较小的列排在左边。</translation>
    </message>
    <message>
        <source>&amp;Active: has a column in the matrix</source>
        <translation>启用：在矩阵中占一列(&amp;A)</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>请输入名称。</translation>
    </message>
</context>
<context>
    <name>OrderActs</name>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Lift the block</source>
        <translation>解除受阻</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>标为受阻…</translation>
    </message>
    <message>
        <source>Confirm output…</source>
        <translation>报工…</translation>
    </message>
</context>
<context>
    <name>OrderColumns</name>
    <message>
        <source>Columns of work orders</source>
        <translation>工单的列</translation>
    </message>
    <message>
        <source>A limit keeps work from piling up: a full column takes the next order only with a reason. The policy is what has to be true before one may come in.</source>
        <translation>上限防止工作堆积：满了的列只有写明原因才能再进一张。准入规则是工单进入前必须满足的条件。</translation>
    </message>
    <message>
        <source>At most so many &amp;orders</source>
        <translation>最多多少张工单(&amp;O)</translation>
    </message>
    <message>
        <source>Empty: as many as there are.</source>
        <translation>留空：不限。</translation>
    </message>
    <message>
        <source>So many on &amp;each line</source>
        <translation>每条产线各算(&amp;E)</translation>
    </message>
    <message>
        <source>So many on each line</source>
        <translation>每条产线各算</translation>
    </message>
    <message>
        <source>The kit is complete</source>
        <translation>物料已齐套</translation>
    </message>
</context>
<context>
    <name>OrderFacts</name>
    <message>
        <source>Saved here, not yet shared</source>
        <translation>已保存在本机，尚未共享</translation>
    </message>
    <message>
        <source>{0} · for {1}</source>
        <translation>{0} · 已 {1}</translation>
    </message>
    <message>
        <source>Blocked: {0} ({1})</source>
        <translation>受阻：{0}（{1}）</translation>
    </message>
    <message>
        <source>Closed short: {0}</source>
        <translation>提前关闭：{0}</translation>
    </message>
    <message>
        <source>{0} scrap</source>
        <translation>报废 {0}</translation>
    </message>
    <message>
        <source>{0} rework</source>
        <translation>返工 {0}</translation>
    </message>
    <message>
        <source>{0} ({1}–{2})</source>
        <translation>{0}（{1}–{2}）</translation>
    </message>
    <message>
        <source>on plan</source>
        <translation>按计划</translation>
    </message>
    <message>
        <source>{0} pcs</source>
        <translation>{0} 件</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>交期</translation>
    </message>
    <message>
        <source>Counted by the line</source>
        <translation>产线计数</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已报工</translation>
    </message>
    <message>
        <source>Forecast finish</source>
        <translation>预计完成</translation>
    </message>
    <message>
        <source>Ahead or behind</source>
        <translation>超前或落后</translation>
    </message>
    <message>
        <source>Rush order</source>
        <translation>急单</translation>
    </message>
</context>
<context>
    <name>OrderFiguresPage</name>
    <message numerus="yes">
        <source>%n completed order(s)</source>
        <translation>
            <numerusform>完成 %n 张工单</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} from {1} to {2}; compared with as long before, from {3}</source>
        <translation>{0}，{1} 至 {2}；与之前等长的时段相比，自 {3} 起</translation>
    </message>
    <message>
        <source>Reading orders: {0} %</source>
        <translation>正在读取工单：{0} %</translation>
    </message>
    <message>
        <source>Stopped. What is shown is what was read before.</source>
        <translation>已停止。显示的是之前读取的内容。</translation>
    </message>
    <message>
        <source>The figures of orders appear here as soon as they are read.</source>
        <translation>工单指标读取后显示在这里。</translation>
    </message>
    <message>
        <source>No order was open in this time. Once orders are released, run and are finished, here stands how long they take, where they wait, which were late, whether the plan was kept, and how the work flows. Choose a longer time or every line, or make the first order on the page Orders.</source>
        <translation>该时段没有未结工单。工单下达、进行并完成后，这里显示用时多久、在哪里等待、哪些延误、计划是否达成以及工作如何流动。请选择更长的时间或全部产线，或在“工单”页面创建第一张工单。</translation>
    </message>
    <message>
        <source>The figures, as a table (CSV)</source>
        <translation>指标表格（CSV）</translation>
    </message>
    <message>
        <source>Figures and orders, as an Excel workbook</source>
        <translation>指标与工单（Excel 工作簿）</translation>
    </message>
    <message>
        <source>This picture (PNG)</source>
        <translation>当前画面（PNG）</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>The file is being written</source>
        <translation>正在写入文件</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>The file is {0}</source>
        <translation>文件已保存：{0}</translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation>导出指标</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>前置期</translation>
    </message>
    <message>
        <source>Waiting and age</source>
        <translation>等待与滞留</translation>
    </message>
    <message>
        <source>Cumulative flow</source>
        <translation>累积流图</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>全部重新读取</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write these figures into a file: CSV, Excel or a picture</source>
        <translation>将这些指标写入文件：CSV、Excel 或图片</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>Somebody else has changed it meanwhile. Look again in a moment.</source>
        <translation>期间有人改过。请稍后再看。</translation>
    </message>
    <message>
        <source>Somebody else has changed it meanwhile:</source>
        <translation>期间有人改过：</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Enter: what is filled in here holds</source>
        <translation>Enter：以这里填写的为准</translation>
    </message>
    <message>
        <source>Type a number: it is what everybody knows the order by.</source>
        <translation>请输入工单号：大家靠它认识这张工单。</translation>
    </message>
    <message>
        <source>Type a product.</source>
        <translation>请输入产品。</translation>
    </message>
    <message>
        <source>Type how many pieces: a whole number.</source>
        <translation>请输入件数：整数。</translation>
    </message>
    <message>
        <source>Type a time like 2026-11-21 14:00, 14:00, or +2 14:00.</source>
        <translation>请输入时间，如 2026-11-21 14:00、14:00 或 +2 14:00。</translation>
    </message>
    <message>
        <source>Type a day like 2026-11-21, or +2 for in two days.</source>
        <translation>请输入日期，如 2026-11-21，或 +2 表示两天后。</translation>
    </message>
    <message>
        <source>Seconds are a number, times like 2026-11-21 14:00.</source>
        <translation>秒数为数字，时间如 2026-11-21 14:00。</translation>
    </message>
    <message>
        <source>Not among the products: it has no steps and no parts list</source>
        <translation>产品中没有它：没有工序和物料清单</translation>
    </message>
    <message>
        <source>&amp;Product</source>
        <translation>产品(&amp;P)</translation>
    </message>
    <message>
        <source>{0} is not made there by its list of lines</source>
        <translation>按产品的产线列表，{0} 不在那里生产</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>产线(&amp;L)</translation>
    </message>
    <message>
        <source>the first one</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>{0} (it is made here)</source>
        <translation>{0}（可在此生产）</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>新工单</translation>
    </message>
    <message>
        <source>Change an order</source>
        <translation>修改工单</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>修改 {0}</translation>
    </message>
    <message>
        <source>The line knows of this order: it is shown what changed and must take note of it.</source>
        <translation>产线已知道这张工单：改动会显示给产线，并须知悉。</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>工单号(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>数量(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation>交期(&amp;D)</translation>
    </message>
    <message>
        <source>2026-11-21 14:00, 14:00 or +2 14:00</source>
        <translation>2026-11-21 14:00、14:00 或 +2 14:00</translation>
    </message>
    <message>
        <source>&amp;Rush order: it is made before the others</source>
        <translation>急单：先于其他工单生产(&amp;R)</translation>
    </message>
    <message>
        <source>Planned da&amp;y</source>
        <translation>计划日期(&amp;Y)</translation>
    </message>
    <message>
        <source>2026-11-21 or +2</source>
        <translation>2026-11-21 或 +2</translation>
    </message>
    <message>
        <source>S&amp;hift</source>
        <translation>班次(&amp;H)</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>备注(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>工序(&amp;T)</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>What is filled in here is replaced by what the other one said</source>
        <translation>这里填写的内容将被对方的内容取代</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Plan the order</source>
        <translation>计划工单</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>按 Enter</translation>
    </message>
</context>
<context>
    <name>OrdersHead</name>
    <message>
        <source>All lines</source>
        <translation>全部产线</translation>
    </message>
    <message>
        <source>{area}: all of it</source>
        <translation>{area}：整个区域</translation>
    </message>
    <message>
        <source>Without a line</source>
        <translation>未定产线</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Number or product</source>
        <translation>工单号或产品</translation>
    </message>
    <message>
        <source>Find a number or a product (Ctrl+F)</source>
        <translation>查找工单号或产品（Ctrl+F）</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Take every filter away</source>
        <translation>取消所有筛选</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>泳道</translation>
    </message>
    <message>
        <source>A lane for each line</source>
        <translation>每条产线一条泳道</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Orders from a file or another database, and out again</source>
        <translation>从文件或其他数据库导入工单，也可以导出</translation>
    </message>
    <message>
        <source>Columns: limits and policies</source>
        <translation>列：上限和准入规则</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>新建工单</translation>
    </message>
    <message>
        <source>all lines</source>
        <translation>全部产线</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 条产线</numerusform>
        </translation>
    </message>
    <message>
        <source>without a line</source>
        <translation>未定产线</translation>
    </message>
    <message>
        <source>Lines: {chosen}</source>
        <translation>产线：{chosen}</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Due: {until}</source>
        <translation>交期：{until}</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>交期</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Until this shift ends</source>
        <translation>本班结束前</translation>
    </message>
    <message>
        <source>Until tonight</source>
        <translation>今天以内</translation>
    </message>
    <message>
        <source>Until this week ends</source>
        <translation>本周以内</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>{0} open</source>
        <translation>未完成 {0}</translation>
    </message>
    <message>
        <source>{0} at risk</source>
        <translation>有风险 {0}</translation>
    </message>
    <message>
        <source>Reading the orders…</source>
        <translation>正在读取工单…</translation>
    </message>
    <message>
        <source>The filters let none of them through. Press Show all, or choose other lines and times.</source>
        <translation>筛选条件下没有工单。请按“全部显示”，或选择其他产线和时间。</translation>
    </message>
    <message>
        <source>Press Enter to look for this number among all orders, long finished ones too.</source>
        <translation>按回车在全部工单中查找此工单号，包括早已完成的。</translation>
    </message>
    <message>
        <source>No order fits</source>
        <translation>没有符合的工单</translation>
    </message>
    <message>
        <source>Plan one with Ctrl+N, import a file, or begin on a line: orders that lines name come by themselves.</source>
        <translation>按 Ctrl+N 新建、从文件导入，或直接在产线上开工：产线报告的工单会自动出现。</translation>
    </message>
    <message>
        <source>No work orders yet</source>
        <translation>还没有工单</translation>
    </message>
    <message>
        <source>The broker is away: counts stand still since {time}. Moves are kept all the same.</source>
        <translation>消息服务器断开：自 {time} 起计数不再变化。移动照样会保存。</translation>
    </message>
    <message>
        <source>Done, last 24 h</source>
        <translation>24 小时内完成</translation>
    </message>
    <message>
        <source>No card here passes the filters.</source>
        <translation>这里没有符合筛选条件的卡片。</translation>
    </message>
    <message>
        <source>Without a line</source>
        <translation>未定产线</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>新建工单</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>工单</translation>
    </message>
</context>
<context>
    <name>OutlineRows</name>
    <message>
        <source>No name yet</source>
        <translation>尚无名称</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>cannot be so</source>
        <translation>不能这样</translation>
    </message>
</context>
<context>
    <name>Outputs</name>
    <message>
        <source>Take back: {0}</source>
        <translation>撤回：{0}</translation>
    </message>
    <message>
        <source>{0} good</source>
        <translation>良品 {0}</translation>
    </message>
    <message>
        <source>{0} scrap</source>
        <translation>报废 {0}</translation>
    </message>
    <message>
        <source>{0} rework</source>
        <translation>返工 {0}</translation>
    </message>
    <message>
        <source>{0} against the counter, that said {1}</source>
        <translation>与计数器相差 {0}，计数器为 {1}</translation>
    </message>
    <message>
        <source>taken back {0} by {1}</source>
        <translation>{0} 由 {1} 撤回</translation>
    </message>
    <message>
        <source>Confirmed output</source>
        <translation>报工记录</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Lead time</source>
        <translation>前置期</translation>
    </message>
    <message>
        <source>From release</source>
        <translation>自下达起</translation>
    </message>
    <message>
        <source>{0}, median</source>
        <translation>{0}，中位数</translation>
    </message>
    <message>
        <source>{0}, 85 %</source>
        <translation>{0}，85 %</translation>
    </message>
    <message>
        <source>{0}, 95 %</source>
        <translation>{0}，95 %</translation>
    </message>
    <message>
        <source>Flow efficiency</source>
        <translation>流动效率</translation>
    </message>
    <message>
        <source>Work in progress</source>
        <translation>在制工单</translation>
    </message>
    <message>
        <source>In its column</source>
        <translation>在本栏时间</translation>
    </message>
    <message>
        <source>Completed orders</source>
        <translation>完成工单</translation>
    </message>
    <message>
        <source>over {0} days</source>
        <translation>共 {0} 天</translation>
    </message>
    <message>
        <source>Orders a day</source>
        <translation>每天工单数</translation>
    </message>
    <message>
        <source>Good pieces</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>Pieces a day</source>
        <translation>每天件数</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>延误工单</translation>
    </message>
    <message>
        <source>Late by</source>
        <translation>延误时间</translation>
    </message>
    <message>
        <source>Late by, median</source>
        <translation>延误时间，中位数</translation>
    </message>
    <message>
        <source>Overdue by</source>
        <translation>逾期时间</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Overdue by, median</source>
        <translation>逾期时间，中位数</translation>
    </message>
    <message>
        <source>Without a promise</source>
        <translation>无承诺时间</translation>
    </message>
    <message>
        <source>of {0} completed</source>
        <translation>共完成 {0} 张</translation>
    </message>
    <message>
        <source>Plan kept</source>
        <translation>计划达成率</translation>
    </message>
    <message>
        <source>Quantity kept</source>
        <translation>数量达成率</translation>
    </message>
    <message>
        <source>{0}: those that did not</source>
        <translation>{0}：未达成的工单</translation>
    </message>
    <message>
        <source>Closed short</source>
        <translation>提前关闭</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>拆分出</translation>
    </message>
    <message>
        <source>Confirmed − counted</source>
        <translation>报工 − 计数</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>n = {0}, apart {1}</source>
        <translation>n = {0}，累计偏差 {1}</translation>
    </message>
    <message>
        <source>{0} confirmed, {1} counted</source>
        <translation>报工 {0}，计数 {1}</translation>
    </message>
    <message>
        <source>Nothing was completed in this time.</source>
        <translation>该时段没有完成的工单。</translation>
    </message>
    <message>
        <source>Orders completed by week</source>
        <translation>每周完成工单</translation>
    </message>
    <message>
        <source>Orders completed by day</source>
        <translation>每天完成工单</translation>
    </message>
    <message>
        <source>Good pieces by week</source>
        <translation>每周良品</translation>
    </message>
    <message>
        <source>Good pieces by day</source>
        <translation>每天良品</translation>
    </message>
    <message>
        <source>before {0}</source>
        <translation>之前 {0}</translation>
    </message>
    <message>
        <source>How long it takes</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>准时</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>产出</translation>
    </message>
    <message>
        <source>What else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>产出率</translation>
    </message>
    <message>
        <source>open findings</source>
        <translation>未关闭问题点</translation>
    </message>
    <message>
        <source>findings overdue</source>
        <translation>逾期问题点</translation>
    </message>
    <message>
        <source>red tags to decide</source>
        <translation>待决定红牌</translation>
    </message>
    <message>
        <source>rounds overdue or missed</source>
        <translation>超时或漏检</translation>
    </message>
    <message>
        <source>begun by {0}, {1}</source>
        <translation>{0} 开始，{1}</translation>
    </message>
    <message>
        <source>{0} of {1} answered</source>
        <translation>已答 {0}/{1}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Open rounds</source>
        <translation>进行中的检查</translation>
    </message>
    <message>
        <source>Nobody is on a round. One that is begun can be paused and continued at any console.</source>
        <translation>目前没有进行中的检查。开始后可以暂停，并在任何一台终端上继续。</translation>
    </message>
    <message>
        <source>Planned rounds</source>
        <translation>计划巡检</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>No round is planned. Planned rounds says which areas are looked at when, and by whom.</source>
        <translation>还没有计划检查。在“计划巡检”中设定何时、由谁检查哪些区域。</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>由您负责</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>whoever may</source>
        <translation>有权限者均可</translation>
    </message>
    <message>
        <source>{0}, not passed</source>
        <translation>{0}，未通过</translation>
    </message>
    <message>
        <source>Signed lately</source>
        <translation>最近签署</translation>
    </message>
    <message>
        <source>Rounds that were signed in the last 14 days appear here.</source>
        <translation>最近 14 天内签署的检查显示在这里。</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题点</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
</context>
<context>
    <name>OwnPin</name>
    <message>
        <source>Your new PIN is kept. Use it from now on.</source>
        <translation>新 PIN 已保存，从现在起使用。</translation>
    </message>
    <message>
        <source>Change my PIN</source>
        <translation>修改我的 PIN</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ParetoView</name>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of all stops, with those above {1}</source>
        <translation>占全部停机 {0}，累计 {1}</translation>
    </message>
    <message>
        <source>{0} in {1} stops</source>
        <translation>{1} 次停机，共 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n shift(s) of this time are not in it: their losses were not kept one by one.</source>
        <translation>
            <numerusform>此时段有 %n 个班次未计入：当时没有逐项保存损失。</numerusform>
        </translation>
    </message>
    <message>
        <source>No reason yet, or none of the six</source>
        <translation>尚无原因，或不属于六大损失</translation>
    </message>
    <message>
        <source>No reason yet, or no waste</source>
        <translation>尚无原因，或不属于浪费</translation>
    </message>
    <message>
        <source>What the stops were for</source>
        <translation>停机的原因分布</translation>
    </message>
    <message>
        <source>From planned time to good time</source>
        <translation>从计划时间到有效时间</translation>
    </message>
    <message>
        <source>of the stations that set the pace</source>
        <translation>按决定节拍的工位</translation>
    </message>
    <message>
        <source>Whe&amp;n</source>
        <translation>时间(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;One bar for</source>
        <translation>每条代表(&amp;O)</translation>
    </message>
    <message>
        <source>This shift</source>
        <translation>本班</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>each reason</source>
        <translation>每个原因</translation>
    </message>
    <message>
        <source>each of the six big losses</source>
        <translation>六大损失的每一类</translation>
    </message>
    <message>
        <source>each of the seven wastes</source>
        <translation>七大浪费的每一类</translation>
    </message>
    <message>
        <source>each station</source>
        <translation>每个工位</translation>
    </message>
    <message>
        <source>No stop in this time. Stops longer than a micro-stop add up here by their reasons.</source>
        <translation>此时段没有停机。超过短停时限的停机会按原因在这里汇总。</translation>
    </message>
</context>
<context>
    <name>PartRow</name>
    <message>
        <source>Open the screen behind it</source>
        <translation>打开对应的画面</translation>
    </message>
</context>
<context>
    <name>PastCalls</name>
    <message>
        <source>Behind the figure are {0} calls; these are the youngest {1}.</source>
        <translation>该数据背后有 {0} 个呼叫；这里是最近的 {1} 个。</translation>
    </message>
    <message>
        <source>These calls are behind the figure. Another choice, or the cross, shows others.</source>
        <translation>这些是该数据背后的呼叫。更改筛选或按叉号显示其他呼叫。</translation>
    </message>
    <message>
        <source>Every call that was raised appears here, also after it was closed.</source>
        <translation>所有发起过的呼叫都显示在这里，关闭之后也是。</translation>
    </message>
    <message>
        <source>No call fits. Choose less, or show everything again.</source>
        <translation>没有符合的呼叫。减少条件，或重新显示全部。</translation>
    </message>
    <message>
        <source>Any category</source>
        <translation>任何类别</translation>
    </message>
    <message>
        <source>Any place</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>Any severity</source>
        <translation>任何严重程度</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source>Whe&amp;n</source>
        <translation>时间(&amp;N)</translation>
    </message>
    <message>
        <source>Cate&amp;gory</source>
        <translation>类别(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>位置(&amp;P)</translation>
    </message>
    <message>
        <source>Se&amp;verity</source>
        <translation>严重程度(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>责任人(&amp;O)</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>文字(&amp;X)</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Words of the call</source>
        <translation>呼叫中的文字</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>重新显示全部</translation>
    </message>
    <message>
        <source>Calls of the past, the youngest first</source>
        <translation>历史呼叫，最新的在前</translation>
    </message>
</context>
<context>
    <name>PastCard</name>
    <message>
        <source>The last 30 days here</source>
        <translation>此处最近 30 天</translation>
    </message>
    <message>
        <source>Last audit: {0}</source>
        <translation>上次审核：{0}</translation>
    </message>
    <message>
        <source>Stop {0}</source>
        <translation>停机 {0}</translation>
    </message>
    <message>
        <source>Call: {0}</source>
        <translation>呼叫：{0}</translation>
    </message>
    <message>
        <source>No stop, no call and no report in 30 days.</source>
        <translation>30 天内没有停机、呼叫或安全报告。</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n 次停机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n 次呼叫</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n 份报告</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastHandoversPage</name>
    <message>
        <source>This handover is not in the records.</source>
        <translation>记录中没有这次交接班。</translation>
    </message>
    <message>
        <source>handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>The PDF is {0}</source>
        <translation>PDF 已保存：{0}</translation>
    </message>
    <message>
        <source>Save the handover</source>
        <translation>保存交接班</translation>
    </message>
    <message>
        <source>No handover holds all of these words. Type less, or others.</source>
        <translation>没有同时包含这些词的交接班。请少输入几个词，或换一些词。</translation>
    </message>
    <message>
        <source>No shift was handed over in this time. Begin under Handover, from two hours before a shift ends: each one stays here, and a shift that nobody hands over is shown as missed.</source>
        <translation>这段时间没有交接班。在班次结束前两小时起，可在“交接班”中开始：每次交接都会保留在这里，无人交接的班次会显示为漏交接。</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Past handovers</source>
        <translation>历史交接班</translation>
    </message>
    <message>
        <source>Handovers</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>What keeps coming</source>
        <translation>反复出现的事项</translation>
    </message>
    <message>
        <source>Ctrl+F searches · arrows choose · Enter opens · P saves a PDF</source>
        <translation>Ctrl+F 搜索 · 方向键选择 · Enter 打开 · P 保存 PDF</translation>
    </message>
</context>
<context>
    <name>PastRows</name>
    <message>
        <source>Raised</source>
        <translation>呼叫时间</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Answered after</source>
        <translation>确认用时</translation>
    </message>
    <message>
        <source>Resolved after</source>
        <translation>解决用时</translation>
    </message>
    <message>
        <source>Closed after</source>
        <translation>关闭用时</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>From → to</source>
        <translation>交班 → 接班</translation>
    </message>
</context>
<context>
    <name>PatrolScans</name>
    <message>
        <source>Checked in: {0}</source>
        <translation>已签到：{0}</translation>
    </message>
</context>
<context>
    <name>PatrolStrip</name>
    <message>
        <source>{0}: somebody checked in there at {1} already.</source>
        <translation>{0}：{1} 已有人签到。</translation>
    </message>
    <message>
        <source>Checked in: {0}</source>
        <translation>已签到：{0}</translation>
    </message>
    <message>
        <source>{0} of {1} points</source>
        <translation>{1} 个点位中的 {0} 个</translation>
    </message>
    <message numerus="yes">
        <source>%n missed</source>
        <translation>
            <numerusform>漏检 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the sticker cannot be scanned; it is written down as by hand</source>
        <translation>标签无法扫描时使用；记录为手动签到</translation>
    </message>
    <message>
        <source>By hand: {0}</source>
        <translation>手动签到：{0}</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>巡检</translation>
    </message>
</context>
<context>
    <name>PayloadCard</name>
    <message numerus="yes">
        <source>Sparkplug B, %n metric(s)</source>
        <translation>
            <numerusform>Sparkplug B，%n 个指标</numerusform>
        </translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>最后一条消息</translation>
    </message>
    <message>
        <source>Metrics of the last message</source>
        <translation>最后一条消息中的指标</translation>
    </message>
    <message>
        <source>The last message</source>
        <translation>最后一条消息</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Show the message as it was sent instead of decoded</source>
        <translation>显示消息原文，不解码</translation>
    </message>
</context>
<context>
    <name>PenRow</name>
    <message>
        <source>Axis</source>
        <translation>坐标轴</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Axis from; empty: by itself</source>
        <translation>坐标轴下端；留空则自动</translation>
    </message>
    <message>
        <source>Axis to; empty: by itself</source>
        <translation>坐标轴上端；留空则自动</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove (Del)</source>
        <translation>移除（Del）</translation>
    </message>
</context>
<context>
    <name>Pending</name>
    <message>
        <source>Add pictures</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>No picture and no file was copied. Copy one first.</source>
        <translation>尚未复制图片或文件，请先复制。</translation>
    </message>
    <message>
        <source>At most {0} pictures go with a report. More can be added to it later.</source>
        <translation>随报告最多 {0} 张图片，其余可在以后补充。</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Pictures: choose, paste or drop them here</source>
        <translation>图片：选择、粘贴或拖到此处</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
</context>
<context>
    <name>PensCard</name>
    <message>
        <source>Pens</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n 人在职</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody who signs in appears here, with their roles and the places where these hold. Begin with the first administrator.</source>
        <translation>所有登录的人会显示在这里，连同他们的角色及有效范围。请先建立第一名管理员。</translation>
    </message>
    <message>
        <source>Nobody fits. Type fewer letters, or show inactive people too.</source>
        <translation>没有符合的人员。请少输几个字，或同时显示停用人员。</translation>
    </message>
    <message>
        <source>Reading the records…</source>
        <translation>正在读取记录……</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>姓名或工号</translation>
    </message>
    <message>
        <source>Filter people by name or number</source>
        <translation>按姓名或工号筛选人员</translation>
    </message>
    <message>
        <source>Show &amp;inactive</source>
        <translation>显示停用人员(&amp;I)</translation>
    </message>
    <message>
        <source>Show inactive people</source>
        <translation>显示停用人员</translation>
    </message>
    <message>
        <source>First administrator</source>
        <translation>第一名管理员</translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Roles and where they hold</source>
        <translation>角色及有效范围</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>最近登录</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>{0} (inactive)</source>
        <translation>{0}（已停用）</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>已共享</translation>
    </message>
    <message>
        <source>Saved here, not yet shared</source>
        <translation>已存本机，尚未共享</translation>
    </message>
    <message>
        <source>Saved on this PC</source>
        <translation>已存本机</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>PIN, badge</source>
        <translation>PIN、工牌</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>工牌</translation>
    </message>
    <message>
        <source>Cannot sign in yet</source>
        <translation>尚不能登录</translation>
    </message>
</context>
<context>
    <name>PermissionsPage</name>
    <message numerus="yes">
        <source>%n cell(s) differ from what we ship</source>
        <translation>
            <numerusform>%n 格与出厂设置不同</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>Set every cell back to what we ship</source>
        <translation>把所有单元格恢复为出厂设置</translation>
    </message>
    <message>
        <source>as shipped</source>
        <translation>与出厂设置相同</translation>
    </message>
    <message numerus="yes">
        <source>Yes, set %n cell(s) back</source>
        <translation>
            <numerusform>是，恢复 %n 格</numerusform>
        </translation>
    </message>
    <message>
        <source>No, leave them</source>
        <translation>否，保持不变</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Permissions: what each role may do</source>
        <translation>权限：各角色可以做什么</translation>
    </message>
    <message>
        <source>Press a cell, or Enter on it, to set how far a role goes; Delete sets it back. A dot marks what your plant set otherwise than we ship it.</source>
        <translation>按下单元格，或在其上按 Enter，设置角色的权限范围；按 Delete 恢复。圆点标出本工厂与出厂设置不同之处。</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>What was typed about {0} was not saved.</source>
        <translation>关于 {0} 输入的内容未保存。</translation>
    </message>
    <message>
        <source>Last sign-in: {0}</source>
        <translation>最近登录：{0}</translation>
    </message>
    <message>
        <source>No sign-in known yet</source>
        <translation>尚无登录记录</translation>
    </message>
    <message>
        <source>Somebody else changed this person meanwhile: this is how it is now.</source>
        <translation>其间有人修改了此人的记录：这是现在的内容。</translation>
    </message>
    <message>
        <source>somebody new</source>
        <translation>新人员</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Staff n&amp;umber</source>
        <translation>工号(&amp;U)</translation>
    </message>
    <message>
        <source>Each active person has another one; it may stay empty.</source>
        <translation>每名在职人员的工号各不相同；可以不填。</translation>
    </message>
    <message>
        <source>Roles and where they hold</source>
        <translation>角色及有效范围</translation>
    </message>
    <message>
        <source>Without a role somebody can sign in, but change nothing.</source>
        <translation>没有角色的人可以登录，但不能更改任何内容。</translation>
    </message>
    <message>
        <source>&amp;Active: works here and may sign in</source>
        <translation>在职：在此工作并可登录(&amp;A)</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>请输入姓名。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>PhaseForm</name>
    <message>
        <source>Begin a phase</source>
        <translation>开始新阶段</translation>
    </message>
    <message>
        <source>From then on other limits hold; what came before keeps its own. Begin one when the process was changed on purpose and stays so, not to make a violation go away.</source>
        <translation>从那时起用新的控制限，之前的保持不变。只在有意改变过程且不再改回时开始新阶段，不要用它掩盖违规。</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>开始于(&amp;F)</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>The chosen point: {0}</source>
        <translation>所选的点：{0}</translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation>控制限(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>Learnt from its first %n point(s)</source>
        <translation>
            <numerusform>从最初 %n 个点学得</numerusform>
        </translation>
    </message>
    <message>
        <source>Learnt from all points since then</source>
        <translation>从那以后的全部点学得</translation>
    </message>
    <message>
        <source>Given by hand</source>
        <translation>人工给定</translation>
    </message>
    <message>
        <source>&amp;Center</source>
        <translation>中心线(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Sigma of single values</source>
        <translation>单个值的西格玛(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Stands at its beginning on the chart; may stay empty.</source>
        <translation>显示在图上阶段开始处；可以不填。</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>原因(&amp;W)</translation>
    </message>
    <message>
        <source>New electrode fitted</source>
        <translation>更换了新电极</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Say why: whoever looks at the chart later has only these words.</source>
        <translation>请写明原因：以后看图的人只能看到这些文字。</translation>
    </message>
    <message>
        <source>Give the center, or let it be learnt.</source>
        <translation>请填中心线，或让它从数据学得。</translation>
    </message>
    <message>
        <source>There are too few points since then: it will learn from its first points.</source>
        <translation>那以后的点太少：将从最初的点学得。</translation>
    </message>
    <message numerus="yes">
        <source>Center {0}, from %n point(s)</source>
        <translation>
            <numerusform>中心线 {0}，取自 %n 个点</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotosCard</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message numerus="yes">
        <source>%n in this round</source>
        <translation>
            <numerusform>本次检查 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the other items</source>
        <translation>其他检查项的照片</translation>
    </message>
    <message>
        <source>No picture was taken.</source>
        <translation>没有照片。</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>The outgoing shift has signed: nothing is added any more.</source>
        <translation>交班人已签字:不能再添加。</translation>
    </message>
</context>
<context>
    <name>PinForm</name>
    <message>
        <source>The two are not the same. Type the second one again.</source>
        <translation>两次输入不一致。请再输入一次第二个。</translation>
    </message>
    <message>
        <source>{0} to {1} digits; not one digit again and again, and no row like 1234.</source>
        <translation>{0} 到 {1} 位数字；不能全是同一个数字，也不能是 1234 这样的连号。</translation>
    </message>
    <message>
        <source>New &amp;PIN</source>
        <translation>新 PIN(&amp;P)</translation>
    </message>
    <message>
        <source>The same PIN a&amp;gain</source>
        <translation>再次输入 PIN(&amp;G)</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>删除最后一位</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>All areas</source>
        <translation>全部区域</translation>
    </message>
    <message>
        <source>No plant yet</source>
        <translation>尚无工厂</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>全部产线</translation>
    </message>
    <message>
        <source>Place: {place}. Press to filter by area</source>
        <translation>位置：{place}。按下可按区域筛选</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Type a name, as people will call it.</source>
        <translation>请输入大家都这样叫的名称。</translation>
    </message>
    <message>
        <source>Choose a checklist.</source>
        <translation>请选择检查表。</translation>
    </message>
    <message>
        <source>Tick at least one place.</source>
        <translation>请至少勾选一个地点。</translation>
    </message>
    <message>
        <source>Type how many: 1 is each time, 2 every other.</source>
        <translation>请输入间隔：1 为每次，2 为隔次。</translation>
    </message>
    <message>
        <source>Type a time like 12:00.</source>
        <translation>请输入时间，如 12:00。</translation>
    </message>
    <message>
        <source>Type a number of hours; empty: none.</source>
        <translation>请输入小时数；留空表示没有。</translation>
    </message>
    <message>
        <source>Type a number of places; empty: all of them.</source>
        <translation>请输入地点数；留空表示全部。</translation>
    </message>
    <message>
        <source>Type a day like 2026-11-21, or +2 for in two days.</source>
        <translation>请输入日期，如 2026-11-21，或 +2 表示两天后。</translation>
    </message>
    <message>
        <source>At most ten years back.</source>
        <translation>最多早于今天十年。</translation>
    </message>
    <message>
        <source>Type a day like 2026-11-21, or leave it empty.</source>
        <translation>请输入日期，如 2026-11-21，或留空。</translation>
    </message>
    <message>
        <source>Choose another one: this is gone.</source>
        <translation>该检查表已不存在，请另选一个。</translation>
    </message>
    <message>
        <source>At most {0}.</source>
        <translation>最多 {0}。</translation>
    </message>
    <message>
        <source>At most {0} hours.</source>
        <translation>最多 {0} 小时。</translation>
    </message>
    <message>
        <source>Not more than there are places.</source>
        <translation>不能多于所选地点数。</translation>
    </message>
    <message>
        <source>At most 200 places.</source>
        <translation>最多 200 个地点。</translation>
    </message>
    <message>
        <source>At most 100 people.</source>
        <translation>最多 100 人。</translation>
    </message>
    <message>
        <source>The plan is not there any more.</source>
        <translation>该计划已不存在。</translation>
    </message>
    <message>
        <source>Somebody else has changed this plan meanwhile ({0}). Save again: what stands here holds then.</source>
        <translation>期间其他人已修改该计划（{0}）。再次保存则以此处内容为准。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新建计划</translation>
    </message>
    <message>
        <source>Change a plan</source>
        <translation>修改计划</translation>
    </message>
    <message>
        <source>A plan is a rule: every console works out the same rounds from it.</source>
        <translation>计划是一条规则：每台控制台都由它算出相同的巡检。</translation>
    </message>
    <message>
        <source>Not before the first day, and not over yet.</source>
        <translation>不得早于首日，也不得已经结束。</translation>
    </message>
    <message>
        <source>A change holds for what is to come. What was due or begun stays, under the plan as it was.</source>
        <translation>更改只对以后的巡检生效；已到期或已开始的巡检保留在原计划下，不会改变。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Checklist</source>
        <translation>检查表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Places</source>
        <translation>地点(&amp;P)</translation>
    </message>
    <message>
        <source>Areas, lines or stations. Space ticks.</source>
        <translation>区域、产线或工位，空格键勾选。</translation>
    </message>
    <message>
        <source>P&amp;eople in turn</source>
        <translation>轮流人员(&amp;E)</translation>
    </message>
    <message>
        <source>In the order of the ticks; none: whoever has the right.</source>
        <translation>按勾选的先后轮流；不选则由有权限者执行。</translation>
    </message>
    <message>
        <source>E&amp;very</source>
        <translation>每隔(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Rhythm</source>
        <translation>周期(&amp;R)</translation>
    </message>
    <message>
        <source>On which &amp;day</source>
        <translation>星期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;By which time</source>
        <translation>截止时间(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Grace, hours</source>
        <translation>宽限（小时）(&amp;G)</translation>
    </message>
    <message>
        <source>After that it is missed.</source>
        <translation>超过后计为漏检。</translation>
    </message>
    <message>
        <source>Places each &amp;time</source>
        <translation>每次抽取地点数(&amp;T)</translation>
    </message>
    <message>
        <source>Empty: all of them.</source>
        <translation>留空：全部。</translation>
    </message>
    <message>
        <source>&amp;Since</source>
        <translation>开始日期(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>结束日期(&amp;U)</translation>
    </message>
    <message>
        <source>Empty: until further notice.</source>
        <translation>留空：长期有效。</translation>
    </message>
    <message>
        <source>&amp;Active</source>
        <translation>启用(&amp;A)</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>No sequence was found with fewer changeovers that keeps every order in time.</source>
        <translation>没有找到换型更少、又能让每张工单按时完成的顺序。</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %n order(s) have their new place.</source>
        <translation>
            <numerusform>已保存：%n 张工单有了新位置。</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>周计划</translation>
    </message>
    <message>
        <source>Week before (Alt+←)</source>
        <translation>上一周（Alt+←）</translation>
    </message>
    <message>
        <source>Week after (Alt+→)</source>
        <translation>下一周（Alt+→）</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Fewest changeovers</source>
        <translation>换型最少</translation>
    </message>
    <message>
        <source>Try another sequence in the shifts of this line; no order becomes late that is in time</source>
        <translation>在本产线的各班次里试算另一种顺序；按时的工单不会因此延误</translation>
    </message>
    <message>
        <source>To be planned</source>
        <translation>待计划</translation>
    </message>
    <message>
        <source>Show or hide what is to be planned</source>
        <translation>显示或隐藏待计划的工单</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Show or hide what the plan says</source>
        <translation>显示或隐藏计划说明</translation>
    </message>
    <message>
        <source>No line is there yet</source>
        <translation>还没有产线</translation>
    </message>
    <message>
        <source>Lines with their shifts appear here, and work orders in them. Begin on the Setup page.</source>
        <translation>这里显示各产线的班次以及其中的工单。请先到“设置”页。</translation>
    </message>
    <message>
        <source>Work orders appear here in the shifts that they are put into. Plan one on the Orders page, or import them on the Exchange page; then drag it from the left into a shift.</source>
        <translation>工单显示在安排给它的班次里。请在“工单”页新建，或在“数据交换”页导入，然后从左侧拖进某个班次。</translation>
    </message>
    <message>
        <source>No work orders yet</source>
        <translation>还没有工单</translation>
    </message>
    <message>
        <source>Week {0} · {1} to {2}</source>
        <translation>第 {0} 周 · {1} 至 {2}</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Nothing is chosen</source>
        <translation>没有选中任何内容</translation>
    </message>
    <message>
        <source>Arrows move over the board; Ctrl with an arrow moves an order by a shift or to another line.</source>
        <translation>方向键在看板上移动；Ctrl 加方向键把工单移到相邻班次或另一条产线。</translation>
    </message>
    <message numerus="yes">
        <source>Makes %n order(s) late:</source>
        <translation>
            <numerusform>使 %n 张工单延误：</numerusform>
        </translation>
    </message>
    <message>
        <source>No order becomes late that is in time.</source>
        <translation>按时的工单都不会延误。</translation>
    </message>
    <message>
        <source>Changeovers: {0} before, {1} after</source>
        <translation>换型时间：之前 {0}，之后 {1}</translation>
    </message>
    <message numerus="yes">
        <source>Delays %n order(s):</source>
        <translation>
            <numerusform>推迟 %n 张工单：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finishes %n order(s) earlier:</source>
        <translation>
            <numerusform>提前完成 %n 张工单：</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: {1} later</source>
        <translation>{0}：推迟 {1}</translation>
    </message>
    <message>
        <source>{0}: {1} earlier</source>
        <translation>{0}：提前 {1}</translation>
    </message>
    <message>
        <source>{0}: {1} → {2}</source>
        <translation>{0}：{1} → {2}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Loads:</source>
        <translation>负荷：</translation>
    </message>
    <message>
        <source>You saw: {0}</source>
        <translation>您看到的：{0}</translation>
    </message>
    <message>
        <source>Now: {0}</source>
        <translation>现在：{0}</translation>
    </message>
    <message>
        <source>Take over theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Leave the order where it is now</source>
        <translation>让工单留在它现在的位置</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Try it all the same; saving puts it where the draft has it</source>
        <translation>仍然这样试算；保存后按试算的位置放置</translation>
    </message>
    <message>
        <source>it has ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>{0} · {1} pieces · due {2}</source>
        <translation>{0} · {1} 件 · 交期 {2}</translation>
    </message>
    <message>
        <source>What the plan says</source>
        <translation>计划说明</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>带来的影响</translation>
    </message>
    <message>
        <source>Changed by somebody else meanwhile</source>
        <translation>期间被别人改动</translation>
    </message>
    <message>
        <source>What this rush order does</source>
        <translation>这张急单的影响</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>打开工单</translation>
    </message>
</context>
<context>
    <name>PlansCard</name>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>ended on {0}</source>
        <translation>已于 {0} 结束</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>已停用</translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n 个计划</numerusform>
        </translation>
    </message>
    <message>
        <source>New plan (N)</source>
        <translation>新建计划 (N)</translation>
    </message>
    <message>
        <source>Change (E)</source>
        <translation>修改 (E)</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Plans appear here: which checklist is due where, how often and for whom. Press N to make the first one.</source>
        <translation>计划显示在此处：哪张检查表、在哪里、多久一次、由谁执行。按 N 新建第一个计划。</translation>
    </message>
</context>
<context>
    <name>PlantCard</name>
    <message>
        <source>This file cannot be used: {0}</source>
        <translation>无法使用此文件：{0}</translation>
    </message>
    <message>
        <source>Choose another, or correct it and open it again.</source>
        <translation>请选择其他文件，或更正后重新打开。</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message>
        <source>Plant file</source>
        <translation>工厂文件</translation>
    </message>
    <message>
        <source>Open a plant file…</source>
        <translation>打开工厂文件……</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Read the file once more after a change</source>
        <translation>修改后重新读取文件</translation>
    </message>
    <message>
        <source>Problems of the plant file</source>
        <translation>工厂文件的问题</translation>
    </message>
    <message>
        <source>No plant file is open. It names lines and stations, and which topic tells what about them.</source>
        <translation>没有打开工厂文件。它列出产线和工位，以及哪个主题说明什么。</translation>
    </message>
    <message>
        <source>made by the program</source>
        <translation>由程序生成</translation>
    </message>
    <message>
        <source>{0} lines, {1} stations, {2} sources</source>
        <translation>{0} 条产线，{1} 个工位，{2} 个来源</translation>
    </message>
    <message>
        <source>What is wrong is left out, the rest runs.</source>
        <translation>有错的部分不使用，其余照常运行。</translation>
    </message>
    <message>
        <source>No problem was found.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>Plant files (*.toml);;All files (*)</source>
        <translation>工厂文件 (*.toml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a plant file</source>
        <translation>打开工厂文件</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>This console keeps no history.</source>
        <translation>本控制台不保存历史。</translation>
    </message>
    <message>
        <source>The history cannot be read just now: {0}</source>
        <translation>暂时无法读取历史：{0}</translation>
    </message>
    <message>
        <source>not in this plant any more</source>
        <translation>已不在本工厂中</translation>
    </message>
    <message>
        <source>not heard since the start</source>
        <translation>启动后尚未收到</translation>
    </message>
    <message>
        <source>target {0}</source>
        <translation>目标 {0}</translation>
    </message>
    <message>
        <source>the history cannot be read just now</source>
        <translation>暂时无法读取历史</translation>
    </message>
    <message>
        <source>fixed axis</source>
        <translation>固定坐标轴</translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>Plots</source>
        <translation>曲线区</translation>
    </message>
    <message>
        <source>Arrows pan, + and - zoom, Home follows the line, Space freezes, A and B put the cursors, Shift+arrows move them, Esc takes them away.</source>
        <translation>方向键平移，+ 和 - 缩放，Home 跟随产线，空格冻结，A 和 B 放置光标，Shift+方向键移动光标，Esc 取消光标。</translation>
    </message>
</context>
<context>
    <name>PointsTable</name>
    <message>
        <source>Begin (UTC)</source>
        <translation>开始 (UTC)</translation>
    </message>
    <message>
        <source>End (UTC)</source>
        <translation>结束 (UTC)</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Readings or pieces</source>
        <translation>读数或件数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Center</source>
        <translation>中心线</translation>
    </message>
    <message>
        <source>Lower limit</source>
        <translation>下控制限</translation>
    </message>
    <message>
        <source>Upper limit</source>
        <translation>上控制限</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>离散</translation>
    </message>
    <message>
        <source>Spread: center</source>
        <translation>离散：中心线</translation>
    </message>
    <message>
        <source>Spread: upper limit</source>
        <translation>离散：上控制限</translation>
    </message>
    <message>
        <source>Rules broken</source>
        <translation>违反的规则</translation>
    </message>
    <message>
        <source>Spread out of limits</source>
        <translation>离散超限</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>Presented</name>
    <message>
        <source>End the presentation (Esc)</source>
        <translation>结束投屏（Esc）</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>The next rounds</source>
        <translation>接下来的巡检</translation>
    </message>
    <message>
        <source>They appear here as soon as a name, a checklist and a place are chosen.</source>
        <translation>填写名称并选择检查表和地点后显示。</translation>
    </message>
    <message>
        <source>None: the plan is set aside.</source>
        <translation>没有：计划已停用。</translation>
    </message>
    <message>
        <source>None: the plan has ended.</source>
        <translation>没有：计划已结束。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>whoever may</source>
        <translation>有权限者</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>What charts would have told is drawn on the page of control charts.</source>
        <translation>控制图会怎样判定，请看控制图页面。</translation>
    </message>
    <message>
        <source>This console keeps no history.</source>
        <translation>本控制台不保存历史。</translation>
    </message>
    <message>
        <source>How often this rule would have warned in the last seven days, as far as this console remembers them. Nothing is saved and nobody is called.</source>
        <translation>按本控制台的记忆，算出该规则在过去七天会预警多少次。不保存任何内容，也不呼叫任何人。</translation>
    </message>
    <message numerus="yes">
        <source>It would have warned %Ln time(s)</source>
        <translation>
            <numerusform>会预警 %Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of readings</source>
        <translation>{0}的读数</translation>
    </message>
    <message>
        <source>{0} readings</source>
        <translation>{0} 个读数</translation>
    </message>
    <message numerus="yes">
        <source>%Ln signal(s)</source>
        <translation>
            <numerusform>%Ln 个信号</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>the last seven days</source>
        <translation>过去七天</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run the rule as the form stands now over the history</source>
        <translation>按表单现在的内容，对历史运行该规则</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>How far the preview is</source>
        <translation>预览进度</translation>
    </message>
    <message>
        <source>Warnings that there would have been</source>
        <translation>会出现的预警</translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>The first {0} of {1} rows as they will be read</source>
        <translation>共 {1} 行，前 {0} 行将如下读取</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>There is no row under the headings.</source>
        <translation>表头下没有数据行。</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>前几行</translation>
    </message>
</context>
<context>
    <name>ProblemRows</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
</context>
<context>
    <name>ProblemsCard</name>
    <message>
        <source>What could not be used</source>
        <translation>无法使用的内容</translation>
    </message>
    <message numerus="yes">
        <source>and %n more; the log has them all</source>
        <translation>
            <numerusform>另有 %n 处；日志中有全部内容</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} did not answer in time.</source>
        <translation>{0} 未及时应答。</translation>
    </message>
    <message>
        <source>{0} could not be used.</source>
        <translation>{0} 无法使用。</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>无法读取 {0}：{1}。</translation>
    </message>
    <message>
        <source>There is no copy of it yet: nothing of it holds.</source>
        <translation>还没有它的副本：其中的设置均未生效。</translation>
    </message>
    <message>
        <source>Its copy of {0} holds until the next start.</source>
        <translation>在下次启动之前，以 {0} 的副本为准。</translation>
    </message>
</context>
<context>
    <name>ProductForm</name>
    <message>
        <source>There is a product with this number already. Choose another one.</source>
        <translation>已有这个编号的产品。请换一个。</translation>
    </message>
    <message>
        <source>Type a number: everything goes by it.</source>
        <translation>请输入编号：一切都以它为准。</translation>
    </message>
    <message>
        <source>Which material?</source>
        <translation>哪种物料？</translation>
    </message>
    <message>
        <source>It is in the list already.</source>
        <translation>已在清单中。</translation>
    </message>
    <message>
        <source>A quantity greater than 0.</source>
        <translation>数量须大于 0。</translation>
    </message>
    <message>
        <source>Look at the parts that are marked: a material once, with a quantity.</source>
        <translation>请看标出的零件：每种物料一行，并写数量。</translation>
    </message>
    <message>
        <source>What is done?</source>
        <translation>做什么？</translation>
    </message>
    <message>
        <source>Seconds, 0 or more.</source>
        <translation>秒数，不小于 0。</translation>
    </message>
    <message>
        <source>Look at the steps that are marked: a name, and seconds.</source>
        <translation>请看标出的工序：要有名称和秒数。</translation>
    </message>
    <message>
        <source>Material or product</source>
        <translation>物料或产品</translation>
    </message>
    <message>
        <source>Quantity a piece</source>
        <translation>每件用量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>s a piece</source>
        <translation>秒/件</translation>
    </message>
    <message>
        <source>Set-up s</source>
        <translation>准备（秒）</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新建产品</translation>
    </message>
    <message>
        <source>Change the product</source>
        <translation>修改产品</translation>
    </message>
    <message>
        <source>What is bought has neither parts nor steps. Changeover times go by the family.</source>
        <translation>外购件没有零件和工序。换型时间按产品族计算。</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>编号(&amp;N)</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>名称(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>单位(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Family</source>
        <translation>产品族(&amp;F)</translation>
    </message>
    <message>
        <source>Lines that can make it (none chosen: any)</source>
        <translation>可生产的产线（不选：任意）</translation>
    </message>
    <message>
        <source>Parts of one piece</source>
        <translation>每件的零件</translation>
    </message>
    <message>
        <source>Steps in their order</source>
        <translation>工序（按顺序）</translation>
    </message>
    <message>
        <source>Type into the last row to add one · Del leaves a row out · F2 writes in a cell</source>
        <translation>在最后一行输入即新增 · Del 去掉一行 · F2 编辑单元格</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ProductView</name>
    <message>
        <source>Any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Written here</source>
        <translation>在此填写</translation>
    </message>
    <message>
        <source>No line</source>
        <translation>不选产线</translation>
    </message>
    <message>
        <source>It has no parts: it is bought, or nobody wrote them down yet.</source>
        <translation>没有零件：外购，或尚未填写。</translation>
    </message>
    <message>
        <source>Only the first {most} lines are shown.</source>
        <translation>只显示前 {most} 行。</translation>
    </message>
    <message>
        <source>Too little at this line: {materials}</source>
        <translation>该产线缺料：{materials}</translation>
    </message>
    <message>
        <source>Enough of everything that is counted at this line.</source>
        <translation>该产线清点的物料都够。</translation>
    </message>
    <message>
        <source>No stock is counted at this line yet.</source>
        <translation>该产线尚未清点库存。</translation>
    </message>
    <message>
        <source>Show this product</source>
        <translation>显示该产品</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>At the line</source>
        <translation>线边</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>s a piece</source>
        <translation>秒/件</translation>
    </message>
    <message>
        <source>Set-up s</source>
        <translation>准备（秒）</translation>
    </message>
    <message>
        <source>The line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Delete {number}? Orders keep its number and the steps they have.</source>
        <translation>删除 {number}？工单保留它的编号和已有的工序。</translation>
    </message>
    <message>
        <source>Delete {number}? It goes into {count} others, which keep it as bought material.</source>
        <translation>删除 {number}？它用于 {count} 个其他产品，那里会当作外购物料保留。</translation>
    </message>
    <message>
        <source>Delete a product</source>
        <translation>删除产品</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change (E)</source>
        <translation>修改 (E)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>产品族</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Pace: slowest step</source>
        <translation>节拍：最慢工序</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>准备时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Parts, over all levels</source>
        <translation>零件（各层级）</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Where it goes into</source>
        <translation>用于何处</translation>
    </message>
    <message>
        <source>It has no steps: without a standard time the plan takes the line&apos;s takt.</source>
        <translation>没有工序：没有标准工时，计划按产线节拍计算。</translation>
    </message>
    <message>
        <source>No product has it among its parts.</source>
        <translation>没有产品用到它。</translation>
    </message>
    <message>
        <source>For pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Held against the stock of</source>
        <translation>对照线边库存</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Line-side stock</source>
        <translation>线边库存</translation>
    </message>
    <message>
        <source>Replenishment</source>
        <translation>补货</translation>
    </message>
    <message>
        <source>Changeovers</source>
        <translation>换型</translation>
    </message>
</context>
<context>
    <name>ProductsTab</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>产品族</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>s a piece</source>
        <translation>秒/件</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n 个产品</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found. Type less.</source>
        <translation>没有找到。请少输入一些。</translation>
    </message>
    <message>
        <source>Products appear here with their parts and steps. Press N to write the first one, or bring them in from a file of your ERP system: CSV or Excel.</source>
        <translation>产品及其零件和工序会显示在这里。按 N 填写第一个，或从 ERP 系统的文件导入：CSV 或 Excel。</translation>
    </message>
    <message>
        <source>New product (N)</source>
        <translation>新建产品 (N)</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Search number, name, family and parts</source>
        <translation>搜索编号、名称、产品族和零件</translation>
    </message>
    <message>
        <source>Choose a product: what it is made of and how stands here.</source>
        <translation>请选择产品：它的组成和做法会显示在这里。</translation>
    </message>
    <message>
        <source>Ctrl+F searches · arrows choose · N new · E changes · Del deletes</source>
        <translation>Ctrl+F 搜索 · 方向键选择 · N 新建 · E 修改 · Del 删除</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message>
        <source>PIN is set</source>
        <translation>已设置 PIN</translation>
    </message>
    <message>
        <source>No PIN yet</source>
        <translation>尚无 PIN</translation>
    </message>
    <message>
        <source>Has a badge</source>
        <translation>已有工牌</translation>
    </message>
    <message>
        <source>No badge</source>
        <translation>无工牌</translation>
    </message>
    <message numerus="yes">
        <source>Locked after %n wrong PIN(s)</source>
        <translation>
            <numerusform>PIN 错误 %n 次后已锁定</numerusform>
        </translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep this PIN</source>
        <translation>保存此 PIN</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>停止等待</translation>
    </message>
    <message>
        <source>Scan a badge</source>
        <translation>扫描工牌</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>设置 PIN</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>The PIN is kept. Tell it only to the person.</source>
        <translation>PIN 已保存。只告诉本人。</translation>
    </message>
    <message>
        <source>Hold the badge to the scanner now.</source>
        <translation>现在请把工牌对准扫描器。</translation>
    </message>
    <message>
        <source>The badge is kept. It signs in from now on.</source>
        <translation>工牌已保存，从现在起可用于登录。</translation>
    </message>
    <message>
        <source>The badge signs in nobody any more.</source>
        <translation>这张工牌不再能登录。</translation>
    </message>
    <message>
        <source>{0} can try the PIN again.</source>
        <translation>{0} 可以重新输入 PIN。</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>Publish {0}</source>
        <translation>发布“{0}”</translation>
    </message>
    <message>
        <source>Version {0} holds from now on, at every console. Rounds that are open keep theirs.</source>
        <translation>版本 {0} 从现在起在所有控制台生效。未完成的检查沿用原版本。</translation>
    </message>
    <message>
        <source>It is the first version: everything in it is new.</source>
        <translation>这是第一个版本：全部内容都是新的。</translation>
    </message>
    <message>
        <source>The draft does not differ from version {0}.</source>
        <translation>草稿与版本 {0} 没有差异。</translation>
    </message>
    <message>
        <source>What is &amp;new (for those who use it)</source>
        <translation>更新说明，供使用者阅读(&amp;N)</translation>
    </message>
    <message>
        <source>Publish version {0}</source>
        <translation>发布版本 {0}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Radar</name>
    <message>
        <source>last {0}</source>
        <translation>上次 {0}</translation>
    </message>
    <message>
        <source>Score by section</source>
        <translation>各部分得分</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>RaisePanel</name>
    <message>
        <source>Choose where it is</source>
        <translation>选择位置</translation>
    </message>
    <message>
        <source>Choose where it is.</source>
        <translation>请选择位置。</translation>
    </message>
    <message>
        <source>Choose what it is about: press its number.</source>
        <translation>请选择类别：按它的数字。</translation>
    </message>
    <message>
        <source>Raise a call</source>
        <translation>发起呼叫</translation>
    </message>
    <message>
        <source>Press a number, then Enter. A click on what it is about raises the call at once.</source>
        <translation>按数字，再按回车。点击类别则立即发起呼叫。</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>位置(&amp;W)</translation>
    </message>
    <message>
        <source>What is &amp;wrong, if you can say it in a few words</source>
        <translation>出了什么问题，能用几个字说清的话(&amp;R)</translation>
    </message>
    <message>
        <source>There are no categories yet. They are read with the records, or set up by your supervisor.</source>
        <translation>还没有类别。它们随记录读取，或由主管设置。</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>发起</translation>
    </message>
    <message>
        <source>Hazard or accident… (F4)</source>
        <translation>隐患或事故…（F4）</translation>
    </message>
    <message>
        <source>Report it instead: it is looked into later</source>
        <translation>改为上报，随后查明</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Raising</name>
    <message>
        <source>It belongs to another plant, or to a station or category that is no longer there.</source>
        <translation>它属于别的工厂，或属于已不存在的工位或类别。</translation>
    </message>
    <message>
        <source>This label is not known here</source>
        <translation>这里不认识这张标签</translation>
    </message>
    <message>
        <source>The call is raised</source>
        <translation>呼叫已发起</translation>
    </message>
    <message>
        <source>It is open already; it was heard again</source>
        <translation>该呼叫已存在，记为再次发生</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open it on the handover screen, with what can be done there</source>
        <translation>在交接班画面打开，可进行后续操作</translation>
    </message>
    <message>
        <source>The handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Nobody handed over {0}. What was open then stands in the next handover of the place.</source>
        <translation>{0} 无人交接。当时未了结的事项列在该位置的下一次交接班中。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Choose a handover: it is read here.</source>
        <translation>选择一次交接班，在此阅读。</translation>
    </message>
</context>
<context>
    <name>ReasonEditor</name>
    <message numerus="yes">
        <source>%Ln reason(s)</source>
        <translation>
            <numerusform>%Ln 个原因</numerusform>
        </translation>
    </message>
    <message>
        <source>New reason</source>
        <translation>新增原因</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>At the top</source>
        <translation>最上层</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全厂</translation>
    </message>
    <message>
        <source>None of the six</source>
        <translation>不属于六大损失</translation>
    </message>
    <message>
        <source>None of the seven</source>
        <translation>不属于七大浪费</translation>
    </message>
    <message>
        <source>Reasons of stops</source>
        <translation>停机原因</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>分组(&amp;G)</translation>
    </message>
    <message>
        <source>A&amp;rea</source>
        <translation>区域(&amp;R)</translation>
    </message>
    <message>
        <source>Of the six &amp;big losses</source>
        <translation>六大损失(&amp;B)</translation>
    </message>
    <message>
        <source>Of the seven &amp;wastes</source>
        <translation>七大浪费(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Machines say</source>
        <translation>设备的说法(&amp;M)</translation>
    </message>
    <message>
        <source>Words or codes that explain a stop by themselves, with commas between; * stands for anything.</source>
        <translation>能直接说明停机原因的设备用语或代码，用逗号分隔；* 代表任意内容。</translation>
    </message>
    <message>
        <source>Can be gi&amp;ven</source>
        <translation>可以选用(&amp;V)</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>Write a reason: others read it on the card.</source>
        <translation>请写明原因：其他人会在卡片上看到。</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>原因(&amp;W)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ReasonPicker</name>
    <message>
        <source>Two letters of the reason, or the figure before it</source>
        <translation>输入原因的两个字，或其前面的数字</translation>
    </message>
    <message>
        <source>Find a reason</source>
        <translation>查找原因</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Lately here</source>
        <translation>本工位近期常用</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>ReasonTable</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Of the six big losses</source>
        <translation>六大损失</translation>
    </message>
    <message>
        <source>Waste</source>
        <translation>浪费</translation>
    </message>
    <message>
        <source>Machines say</source>
        <translation>设备的说法</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>Its history</source>
        <translation>它的历史</translation>
    </message>
    <message>
        <source>As it was at</source>
        <translation>当时的内容</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>改动前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>改动后</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Everything that happened to this record, the last first</source>
        <translation>此记录的全部经过，最近的在前</translation>
    </message>
    <message>
        <source>The record as it was</source>
        <translation>记录当时的内容</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>YYYY-MM-DD HH:MM</source>
        <translation>年-月-日 时:分</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the record as it was at this time</source>
        <translation>显示此记录在这个时刻的内容</translation>
    </message>
    <message>
        <source>The history of one record appears here, and what it was at any time. Find a record above, or open it from a line.</source>
        <translation>这里显示一条记录的全部历史，以及它在任意时刻的内容。请在上方查找记录，或从某一行打开。</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>not taken over here</source>
        <translation>本机未采用</translation>
    </message>
    <message>
        <source>It was not there then.</source>
        <translation>当时还没有这条记录，或已被删除。</translation>
    </message>
    <message>
        <source>So since {0}, version {1}, line {2}.</source>
        <translation>自 {0} 起如此，版本 {1}，第 {2} 行。</translation>
    </message>
    <message>
        <source>Type a day and a time like 2026-11-21 14:30.</source>
        <translation>请按 2026-11-21 14:30 的格式输入日期和时间。</translation>
    </message>
</context>
<context>
    <name>RefusalCounts</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is locked after %n more wrong PIN(s).</source>
        <translation>
            <numerusform>再错 %n 次将被锁定。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusedNotes</name>
    <message>
        <source>{0}: not done</source>
        <translation>{0}：未执行</translation>
    </message>
    <message>
        <source>{0}: taken back, the shared database held something else</source>
        <translation>{0}：已撤回，共享数据库中已有其他内容</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>（另有 %n 项）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplenishTab</name>
    <message numerus="yes">
        <source>%n open card(s)</source>
        <translation>
            <numerusform>%n 张未完成卡</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an open card first.</source>
        <translation>请先选择一张未完成的卡。</translation>
    </message>
    <message>
        <source>It is on the way already.</source>
        <translation>已在途中。</translation>
    </message>
    <message>
        <source>Fetch it (F)</source>
        <translation>去取 (F)</translation>
    </message>
    <message>
        <source>Delivered (D)</source>
        <translation>已送达 (D)</translation>
    </message>
    <message>
        <source>Cancel the card…</source>
        <translation>取消卡片…</translation>
    </message>
    <message>
        <source>Show the stock</source>
        <translation>查看库存</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>要求补货</translation>
    </message>
    <message>
        <source>No card chosen</source>
        <translation>未选择卡片</translation>
    </message>
    <message>
        <source>Type or scan the material of the empty bin.</source>
        <translation>请输入或扫描空箱的物料。</translation>
    </message>
    <message>
        <source>Choose the line whose bin is empty.</source>
        <translation>请选择空箱所在的产线。</translation>
    </message>
    <message>
        <source>This material is not counted at that line. Count it on the stock tab first.</source>
        <translation>该产线没有清点这种物料。请先在线边库存页清点。</translation>
    </message>
    <message>
        <source>Cancel the card</source>
        <translation>取消卡片</translation>
    </message>
    <message>
        <source>{material} is asked for no longer. The console waits until somebody counts or delivers.</source>
        <translation>不再要求 {material}。控制台会等到有人清点或送料。</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>取消卡片</translation>
    </message>
    <message>
        <source>Replenishment</source>
        <translation>补货</translation>
    </message>
    <message>
        <source>Nothing is asked for</source>
        <translation>没有补货需求</translation>
    </message>
    <message>
        <source>A card comes here by itself when the stock of a material at a line falls to its minimum, or when somebody says that a bin is empty. Count material and set its limits on the stock tab.</source>
        <translation>线边物料降到下限，或有人报告空箱时，卡片会自动出现在这里。请在线边库存页清点物料并设置上下限。</translation>
    </message>
    <message>
        <source>Any line</source>
        <translation>任意产线</translation>
    </message>
    <message>
        <source>Line whose bin is empty</source>
        <translation>空箱所在产线</translation>
    </message>
    <message>
        <source>Empty bin: scan or type the material</source>
        <translation>空箱：扫描或输入物料</translation>
    </message>
    <message>
        <source>A lane for each line</source>
        <translation>每条产线一个泳道</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>The safety officer is being called.</source>
        <translation>正在呼叫安全负责人。</translation>
    </message>
    <message>
        <source>The report is kept. Thank you.</source>
        <translation>报告已保存，谢谢。</translation>
    </message>
    <message>
        <source>A picture was not taken</source>
        <translation>有一张图片未能添加</translation>
    </message>
</context>
<context>
    <name>ResponseSection</name>
    <message>
        <source>Times run by the clock on the wall, breaks too. Fewer than {0} calls are not enough data. A call that was rejected is no call; one that waits and is late already is outside its target.</source>
        <translation>时间按时钟计算，包括休息。少于 {0} 个呼叫时数据不足。被驳回的不算呼叫；仍在等待且已超时的计为超出目标。</translation>
    </message>
</context>
<context>
    <name>RestoreCard</name>
    <message>
        <source>The records become what they were at {0}.</source>
        <translation>记录将回到 {0} 时的状态。</translation>
    </message>
    <message>
        <source>The records of now stay in a file beside them and are never deleted by the console.</source>
        <translation>现在的记录保存在旁边的文件中，控制台绝不会删除它。</translation>
    </message>
    <message>
        <source>Counting what was written since then…</source>
        <translation>正在统计此后写入的内容…</translation>
    </message>
    <message>
        <source>What was written since then cannot be counted: the records cannot be read, or this copy comes from other records. Everything that is not in the copy is taken out of the records.</source>
        <translation>无法统计此后写入的内容：记录无法读取，或此副本来自其他记录。恢复后，副本中没有的内容都不在记录中。</translation>
    </message>
    <message>
        <source>Nothing was written since then.</source>
        <translation>此后没有写入任何内容。</translation>
    </message>
    <message>
        <source>Restore this copy?</source>
        <translation>恢复此副本？</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>制作时间</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Result of the check</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>Done by {0}</source>
        <translation>由 {0} 完成</translation>
    </message>
    <message>
        <source>This review is done.</source>
        <translation>这次复盘已完成。</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>保存 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>The review is done</source>
        <translation>完成复盘</translation>
    </message>
    <message>
        <source>Make an action of it</source>
        <translation>由此建立整改</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>The review is done.</source>
        <translation>复盘已完成。</translation>
    </message>
    <message>
        <source>Open the call</source>
        <translation>打开呼叫</translation>
    </message>
    <message>
        <source>Why …?</source>
        <translation>为什么……？</translation>
    </message>
    <message>
        <source>Because …</source>
        <translation>因为……</translation>
    </message>
    <message>
        <source>Question {0}</source>
        <translation>问题 {0}</translation>
    </message>
    <message>
        <source>Answer {0}</source>
        <translation>回答 {0}</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>Which standard has to change, and how</source>
        <translation>哪个标准要改，怎么改</translation>
    </message>
    <message>
        <source>A one-point lesson is wanted</source>
        <translation>需要一份单点教材 (OPL)</translation>
    </message>
    <message>
        <source>Actions made from it</source>
        <translation>由此建立的整改</translation>
    </message>
    <message>
        <source>Choose a review. One is wanted when a call was severe, or came back too often; it never expires.</source>
        <translation>选择一次复盘。呼叫严重或重复太多次时就需要复盘；它永不过期。</translation>
    </message>
</context>
<context>
    <name>ReviewRows</name>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Why a review</source>
        <translation>复盘的理由</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Done · {0}</source>
        <translation>已完成 · {0}</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>待做</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>What may be done</source>
        <translation>可以做什么</translation>
    </message>
    <message>
        <source>Your plant set this. As shipped: {0}</source>
        <translation>由本工厂设置。出厂设置：{0}</translation>
    </message>
    <message>
        <source>Administrators keep this for good, or nobody could give it back.</source>
        <translation>管理员始终保留此权限，否则无人能再授予。</translation>
    </message>
</context>
<context>
    <name>RightsGrid</name>
    <message>
        <source>Administrators keep this for good.</source>
        <translation>管理员始终保留此权限。</translation>
    </message>
    <message>
        <source>{0} (as shipped)</source>
        <translation>{0}（出厂设置）</translation>
    </message>
</context>
<context>
    <name>RoleCard</name>
    <message>
        <source>{0} – only for themselves</source>
        <translation>{0} – 仅限本人</translation>
    </message>
    <message>
        <source>{0} – in {1}</source>
        <translation>{0} – 在{1}</translation>
    </message>
    <message>
        <source>{0} – everywhere</source>
        <translation>{0} – 全厂</translation>
    </message>
    <message>
        <source>View as role</source>
        <translation>按角色查看</translation>
    </message>
    <message>
        <source>Where the role holds</source>
        <translation>角色的有效范围</translation>
    </message>
    <message>
        <source>Show the screens so</source>
        <translation>按此显示画面</translation>
    </message>
    <message>
        <source>Grey out what this role may not do, on all screens</source>
        <translation>在所有画面中把该角色不能做的操作变灰</translation>
    </message>
    <message>
        <source>Looking at the board, the trends and all other screens needs no role. What follows is changes.</source>
        <translation>查看看板、趋势和其他画面不需要角色。以下是更改操作。</translation>
    </message>
    <message>
        <source>May: {0}</source>
        <translation>可以：{0}</translation>
    </message>
    <message>
        <source>May not: {0}</source>
        <translation>不可以：{0}</translation>
    </message>
</context>
<context>
    <name>RoleChoice</name>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
</context>
<context>
    <name>RosterTab</name>
    <message>
        <source>All lines</source>
        <translation>所有产线</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Choose somebody&apos;s shift.</source>
        <translation>请选择某人的班次。</translation>
    </message>
    <message>
        <source>Add a duty</source>
        <translation>添加值班</translation>
    </message>
    <message>
        <source>Add an absence</source>
        <translation>添加缺勤</translation>
    </message>
    <message>
        <source>Show one site, area or line</source>
        <translation>显示一个工厂、区域或产线</translation>
    </message>
    <message>
        <source>Shift calendar</source>
        <translation>班次日历</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>The week after</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Roster: people by shift</source>
        <translation>值班表：人员与班次</translation>
    </message>
    <message>
        <source>On duty or off</source>
        <translation>当班或不当班</translation>
    </message>
    <message>
        <source>Every week on this day (Space)</source>
        <translation>每周的这一天（空格键）</translation>
    </message>
    <message>
        <source>Absent or there</source>
        <translation>缺勤或在岗</translation>
    </message>
    <message>
        <source>On this one day (A)</source>
        <translation>仅这一天（A）</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>The duty or absence behind this shift (Enter)</source>
        <translation>该班次对应的值班或缺勤（Enter）</translation>
    </message>
    <message>
        <source>Who is on duty appears here, a row a person and role. Begin with &quot;Add a duty&quot;: who has which role, where, in which shift. While no roster is kept for a role, calls go to everybody who has it.</source>
        <translation>这里显示谁当班，每个人员和角色一行。请从“添加值班”开始：谁、什么角色、在哪里、哪个班次。某个角色没有值班表时，呼叫会通知所有具有该角色的人。</translation>
    </message>
</context>
<context>
    <name>RoundNotes</name>
    <message numerus="yes">
        <source>%n planned round(s) are due</source>
        <translation>
            <numerusform>%n 次计划巡检到期</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundsCard</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>By</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>whoever may</source>
        <translation>有权限者</translation>
    </message>
    <message>
        <source>All plans</source>
        <translation>全部计划</translation>
    </message>
    <message numerus="yes">
        <source>%n want(s) a decision, or to be made</source>
        <translation>
            <numerusform>%n 次待处理或待补做</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin (B)</source>
        <translation>开始 (B)</translation>
    </message>
    <message>
        <source>Continue (B)</source>
        <translation>继续 (B)</translation>
    </message>
    <message>
        <source>Open (B)</source>
        <translation>打开 (B)</translation>
    </message>
    <message>
        <source>Only a round that is over time wants a decision.</source>
        <translation>只有超时的巡检才需要处理。</translation>
    </message>
    <message>
        <source>Decide… (D)</source>
        <translation>处理… (D)</translation>
    </message>
    <message>
        <source>{0}, until {1}</source>
        <translation>{0}，至 {1}</translation>
    </message>
    <message>
        <source>The records are being read.</source>
        <translation>正在读取记录。</translation>
    </message>
    <message>
        <source>No round fits what is chosen above.</source>
        <translation>没有符合上方条件的巡检。</translation>
    </message>
    <message>
        <source>The rounds of the last 30 and the next 14 days appear here once there is a plan: press N.</source>
        <translation>有了计划后，此处显示过去 30 天和未来 14 天的巡检：按 N 新建。</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>将到期</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>过去</translation>
    </message>
    <message>
        <source>All rounds</source>
        <translation>全部巡检</translation>
    </message>
    <message>
        <source>Which rounds</source>
        <translation>显示哪些巡检</translation>
    </message>
    <message>
        <source>Of which plan</source>
        <translation>哪个计划的</translation>
    </message>
</context>
<context>
    <name>RouteCard</name>
    <message>
        <source>Where calls go</source>
        <translation>呼叫去向</translation>
    </message>
    <message>
        <source>Whom a call raised now would reach first</source>
        <translation>现在发起的呼叫首先通知谁</translation>
    </message>
</context>
<context>
    <name>RouteRows</name>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>First to</source>
        <translation>首先通知</translation>
    </message>
    <message>
        <source>Would be told now</source>
        <translation>现在会通知</translation>
    </message>
    <message>
        <source>In the shifts of today</source>
        <translation>今天各班次</translation>
    </message>
    <message>
        <source>no roster is kept for this role</source>
        <translation>该角色没有值班表</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>{0} (all who have the role)</source>
        <translation>{0}（具有该角色的所有人）</translation>
    </message>
</context>
<context>
    <name>RouteTab</name>
    <message>
        <source>The route was changed meanwhile. Saving asks again; yours stays here.</source>
        <translation>路线同时被更改。保存时会再次询问；您的内容仍在这里。</translation>
    </message>
    <message>
        <source>Minutes from the beginning, 0 to 1440; empty: at any time.</source>
        <translation>从开始起的分钟数，0 到 1440；留空：任何时候。</translation>
    </message>
    <message>
        <source>No point has a code yet. Choose places, then “Codes for all”.</source>
        <translation>还没有点位有编码。请选择地点，再按“全部编码”。</translation>
    </message>
    <message>
        <source>It cannot be written: {0}</source>
        <translation>无法写入：{0}</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存:{0}</translation>
    </message>
    <message>
        <source>Save the route</source>
        <translation>保存路线</translation>
    </message>
    <message>
        <source>The route is kept.</source>
        <translation>路线已保存。</translation>
    </message>
    <message>
        <source>Another point has this code already.</source>
        <translation>另一个点位已有此编码。</translation>
    </message>
    <message>
        <source>Say where it is.</source>
        <translation>请说明在哪里。</translation>
    </message>
    <message>
        <source>Somebody changed the route meanwhile. Save once more to put yours in its place.</source>
        <translation>有人同时更改了路线。再保存一次即用您的替换。</translation>
    </message>
    <message>
        <source>no point</source>
        <translation>不是点位</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Within min</source>
        <translation>限时(分)</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>任何时候</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Each section is a point: where it is, what its sticker says, and how many minutes after the beginning somebody is there. Without a code, checking in is done by hand.</source>
        <translation>每个部分是一个点位：在哪里、标签上的编码，以及开始后多少分钟内到达。没有编码时手动签到。</translation>
    </message>
    <message>
        <source>The checklist has no section yet. Edit it first; each section can be a point.</source>
        <translation>检查表还没有部分。请先编辑；每个部分可以是一个点位。</translation>
    </message>
    <message>
        <source>Codes for all</source>
        <translation>全部编码</translation>
    </message>
    <message>
        <source>Make a code for each point that has none</source>
        <translation>为没有编码的点位生成编码</translation>
    </message>
    <message>
        <source>Stickers…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Save the stickers of the points as PDF, ready to print</source>
        <translation>把点位标签存为 PDF，可直接打印</translation>
    </message>
    <message>
        <source>Large, 8 on a page</source>
        <translation>大，每页 8 张</translation>
    </message>
    <message>
        <source>Medium, 14 on a page</source>
        <translation>中，每页 14 张</translation>
    </message>
    <message>
        <source>Small, 21 on a page</source>
        <translation>小，每页 21 张</translation>
    </message>
    <message>
        <source>Size of the stickers</source>
        <translation>标签大小</translation>
    </message>
</context>
<context>
    <name>RuleCard</name>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Show the rule as it is saved</source>
        <translation>恢复为已保存的内容</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Unit: {0}</source>
        <translation>单位：{0}</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>above</source>
        <translation>高于</translation>
    </message>
    <message>
        <source>below</source>
        <translation>低于</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>所有地点</translation>
    </message>
    <message>
        <source>Places where the rule holds</source>
        <translation>规则适用的地点</translation>
    </message>
    <message>
        <source>Switched &amp;on</source>
        <translation>启用(&amp;O)</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Tell chattering as one</source>
        <translation>频繁抖动时合并为一次</translation>
    </message>
    <message>
        <source>Commas between; * and ? stand for anything. Empty: any.</source>
        <translation>用逗号分隔；* 和 ? 代表任意字符。留空表示任意。</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Listens to</source>
        <translation>监听内容(&amp;L)</translation>
    </message>
    <message>
        <source>Wher&amp;e</source>
        <translation>地点(&amp;E)</translation>
    </message>
    <message>
        <source>When the station is</source>
        <translation>工位状态为</translation>
    </message>
    <message>
        <source>When nothing is known because it is</source>
        <translation>没有数据的原因为</translation>
    </message>
    <message>
        <source>With the &amp;reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;ode or text</source>
        <translation>代码或文本(&amp;O)</translation>
    </message>
    <message>
        <source>Le&amp;vel, in the machine&apos;s words</source>
        <translation>级别，按设备的说法(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>数值(&amp;V)</translation>
    </message>
    <message>
        <source>The name of a tag, as on the station&apos;s screen.</source>
        <translation>变量名称，与工位页面上的一致。</translation>
    </message>
    <message>
        <source>Cou&amp;nted as</source>
        <translation>计为(&amp;N)</translation>
    </message>
    <message>
        <source>Bey&amp;ond is</source>
        <translation>方向(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>限值(&amp;L)</translation>
    </message>
    <message>
        <source>H&amp;ysteresis</source>
        <translation>回差(&amp;Y)</translation>
    </message>
    <message>
        <source>Lasts for &amp;more than</source>
        <translation>持续超过(&amp;M)</translation>
    </message>
    <message>
        <source>Over after</source>
        <translation>结束多久后算恢复</translation>
    </message>
    <message>
        <source>H&amp;ow often</source>
        <translation>次数(&amp;O)</translation>
    </message>
    <message>
        <source>Wi&amp;thin</source>
        <translation>在此时间内(&amp;T)</translation>
    </message>
    <message>
        <source>From so many times</source>
        <translation>达到次数</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>在此时间内</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Severity</source>
        <translation>严重度(&amp;S)</translation>
    </message>
    <message>
        <source>Te&amp;xt of the call</source>
        <translation>呼叫文本(&amp;X)</translation>
    </message>
    <message>
        <source>Empty: what the machine says. Gaps: {place} {state} {reason} {code} {text} {level} {value}</source>
        <translation>留空：采用设备的说法。可用占位符：{place} {state} {reason} {code} {text} {level} {value}</translation>
    </message>
    <message>
        <source>As the category says</source>
        <translation>按类别规定</translation>
    </message>
</context>
<context>
    <name>RuleRows</name>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Listens to</source>
        <translation>监听内容</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Looks for</source>
        <translation>关注</translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Find a rule</source>
        <translation>查找规则</translation>
    </message>
    <message>
        <source>Rules that raise calls, in their order</source>
        <translation>发出呼叫的规则，按顺序</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Begin a new rule</source>
        <translation>新建一条规则</translation>
    </message>
    <message>
        <source>Copy: begin a new rule that says the same</source>
        <translation>复制：新建一条内容相同的规则</translation>
    </message>
    <message>
        <source>Further up in the list</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Further down in the list</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Enter edits · Space switches on or off · Delete removes · Alt+Up and Alt+Down move · Esc comes back</source>
        <translation>Enter 编辑 · 空格启用或停用 · Delete 删除 · Alt+上、Alt+下移动 · Esc 返回列表</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s)</source>
        <translation>
            <numerusform>%Ln 条规则</numerusform>
        </translation>
    </message>
    <message>
        <source>No rule fits what is looked for.</source>
        <translation>没有符合查找条件的规则。</translation>
    </message>
    <message>
        <source>A rule says what the console raises a call for by itself. Begin with New.</source>
        <translation>规则规定控制台在什么情况下自动发出呼叫。请从“新建”开始。</translation>
    </message>
</context>
<context>
    <name>RulesTab</name>
    <message>
        <source>Somebody else has changed this rule meanwhile. Save puts yours in its place, Undo shows theirs.</source>
        <translation>其他人已修改此规则。“保存”用您的内容替换，“撤销”显示对方的内容。</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新规则</translation>
    </message>
    <message>
        <source>Copy of {0}</source>
        <translation>{0} 的副本</translation>
    </message>
    <message>
        <source>Saved. The rule holds from now on.</source>
        <translation>已保存。规则即刻生效。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Removed. Save puts it back, Undo lets it go.</source>
        <translation>已删除。“保存”可恢复，“撤销”则放弃。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试运行</translation>
    </message>
</context>
<context>
    <name>RunFrame</name>
    <message>
        <source>Back to all rounds (Esc)</source>
        <translation>返回所有检查（Esc）</translation>
    </message>
    <message>
        <source>Finding (F)</source>
        <translation>问题点（F）</translation>
    </message>
    <message>
        <source>Write down a finding at this item</source>
        <translation>在此检查项记录问题点</translation>
    </message>
    <message>
        <source>Undo the last answer (Ctrl+Z)</source>
        <translation>撤销上一个回答（Ctrl+Z）</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Save the report as a PDF</source>
        <translation>将报告保存为 PDF</translation>
    </message>
    <message>
        <source>0–4, Y, N answer and go on · arrows, Enter, Tab walk · Space next open · F finding · T words · X does not apply · P picture · Ctrl+V paste · H how it should be · Backspace takes an answer back · Ctrl+Z undo · Ctrl+Enter signs · Esc back</source>
        <translation>0–4、Y、N 作答并前进 · 方向键、Enter、Tab 移动 · 空格到下一未答项 · F 问题点 · T 文字 · X 不适用 · P 照片 · Ctrl+V 粘贴 · H 标准状态 · Backspace 收回回答 · Ctrl+Z 撤销 · Ctrl+Enter 签署 · Esc 返回</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>签署…</translation>
    </message>
    <message>
        <source>Say that it is finished and true (Ctrl+Enter)</source>
        <translation>确认已完成且属实（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Say why it is not finished</source>
        <translation>说明为什么没有完成</translation>
    </message>
    <message>
        <source>Items of the round</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>What is known of this place</source>
        <translation>此地点的已知情况</translation>
    </message>
</context>
<context>
    <name>RunRows</name>
    <message>
        <source>Run</source>
        <translation>生产段</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>时长</translation>
    </message>
</context>
<context>
    <name>RunShown</name>
    <message>
        <source>This round is not in the records of this console. Go back and choose another one.</source>
        <translation>本终端的记录中没有这次检查。请返回并选择另一次。</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Nothing was typed: nothing is kept.</source>
        <translation>没有输入内容，未保存。</translation>
    </message>
    <message>
        <source>Type a number, like 5.2.</source>
        <translation>请输入数字，例如 5.2。</translation>
    </message>
    <message>
        <source>Somebody else answered it since. Theirs stays; answer it anew if it is wrong.</source>
        <translation>之后有别人作答过此项，保留其答案；如有误请重新作答。</translation>
    </message>
    <message>
        <source>This item applies everywhere: answer it.</source>
        <translation>此检查项处处适用，请作答。</translation>
    </message>
    <message>
        <source>Answer the item first: a note belongs to an answer.</source>
        <translation>请先作答：备注属于回答。</translation>
    </message>
    <message>
        <source>This round is over: nothing in it is changed any more.</source>
        <translation>本次检查已结束，内容不再更改。</translation>
    </message>
    <message>
        <source>Answer the item first: a picture belongs to an answer.</source>
        <translation>请先作答：照片属于回答。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>The report was written: {0}</source>
        <translation>报告已写入：{0}</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0} of {1} answered</source>
        <translation>已答 {0}/{1}</translation>
    </message>
    <message>
        <source>due {0}</source>
        <translation>期限 {0}</translation>
    </message>
    <message>
        <source>Read only: nothing in it is changed any more.</source>
        <translation>只读：内容不再更改。</translation>
    </message>
    <message>
        <source>Keeping…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Every answer is kept at once; go on at any console.</source>
        <translation>每个回答立即保存，可在任何一台终端上继续。</translation>
    </message>
    <message>
        <source>All answers are kept · last at {0}</source>
        <translation>所有回答均已保存 · 最后 {0}</translation>
    </message>
    <message>
        <source>signed {0} by {1}</source>
        <translation>{0} 由 {1} 签署</translation>
    </message>
    <message>
        <source>dropped {0} by {1}</source>
        <translation>{0} 由 {1} 放弃</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>未通过</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) have no answer yet. Answer them, or say that they do not apply (X).</source>
        <translation>
            <numerusform>还有 %n 项未作答。请作答，或按 X 标为不适用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) want a picture. P adds one.</source>
        <translation>
            <numerusform>%n 项需要照片。按 P 添加。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weak answer(s) want a finding (F), or words on why none is needed (T).</source>
        <translation>
            <numerusform>%n 个偏低的回答需要问题点（F），或说明为何不需要（T）。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RungRow</name>
    <message>
        <source>min, tell</source>
        <translation>分钟后通知</translation>
    </message>
    <message>
        <source>unless</source>
        <translation>除非</translation>
    </message>
    <message>
        <source>After minutes</source>
        <translation>经过分钟数</translation>
    </message>
    <message>
        <source>Unless the call is</source>
        <translation>除非呼叫处于</translation>
    </message>
</context>
<context>
    <name>Rungs</name>
    <message>
        <source>Add a step</source>
        <translation>添加一步</translation>
    </message>
</context>
<context>
    <name>RunningOrders</name>
    <message>
        <source>Running orders</source>
        <translation>当时在产的工单</translation>
    </message>
    <message>
        <source>No order was running.</source>
        <translation>当时没有在产的工单。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders that were running then</source>
        <translation>当时在产的工单</translation>
    </message>
</context>
<context>
    <name>SafetyCard</name>
    <message>
        <source>Action from this report</source>
        <translation>由此报告产生的整改</translation>
    </message>
    <message>
        <source>Somebody could have died, or it is not over</source>
        <translation>可能致命或尚未结束</translation>
    </message>
    <message>
        <source>Safety officer called · {0}</source>
        <translation>已呼叫安全负责人 · {0}</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>关闭…</translation>
    </message>
    <message>
        <source>Its cause is asked for</source>
        <translation>需写明原因</translation>
    </message>
    <message>
        <source>Nothing more to do</source>
        <translation>没有其他要做的</translation>
    </message>
    <message>
        <source>somebody who is not named</source>
        <translation>未具名</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>上报人</translation>
    </message>
    <message>
        <source>Done at once</source>
        <translation>立即采取的措施</translation>
    </message>
    <message>
        <source>Hurt, done at once</source>
        <translation>受伤情况与措施</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Actions: none yet</source>
        <translation>整改：暂无</translation>
    </message>
    <message>
        <source>The action is made.</source>
        <translation>整改已建立。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Action…</source>
        <translation>整改…</translation>
    </message>
    <message>
        <source>The report that is chosen in the list is shown here, with its pictures and actions.</source>
        <translation>列表中选中的报告及其图片、整改显示在这里。</translation>
    </message>
</context>
<context>
    <name>SafetyCounts</name>
    <message numerus="yes">
        <source>day(s) without a lost-time accident</source>
        <translation>
            <numerusform>天无损工事故</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s) without an injury</source>
        <translation>
            <numerusform>天无人受伤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n 份报告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 份未关闭</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) hurt</source>
        <translation>
            <numerusform>%n 人受伤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) lost</source>
        <translation>
            <numerusform>损失 %n 个工作日</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetyFigures</name>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month as QLocale writes it</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>last on {0}</source>
        <translation>最近一次 {0}</translation>
    </message>
    <message>
        <source>counted since {0}</source>
        <translation>自 {0} 起算</translation>
    </message>
    <message>
        <source>The month before (PgUp)</source>
        <translation>上个月（PgUp）</translation>
    </message>
    <message>
        <source>The next month (PgDn)</source>
        <translation>下个月（PgDn）</translation>
    </message>
</context>
<context>
    <name>SafetyForm</name>
    <message>
        <source>Choose what it was: press its number.</source>
        <translation>请选择类别：按对应数字。</translation>
    </message>
    <message>
        <source>Choose where it was.</source>
        <translation>请选择地点。</translation>
    </message>
    <message>
        <source>Say in a few words what happened.</source>
        <translation>请用几个字说明发生了什么。</translation>
    </message>
    <message>
        <source>Type a time that has been, like 14:05 or 2026-11-20 14:05.</source>
        <translation>请输入已过去的时间，如 14:05 或 2026-11-20 14:05。</translation>
    </message>
    <message>
        <source>Type a whole number.</source>
        <translation>请输入整数。</translation>
    </message>
    <message>
        <source>The records are just being opened. Try again in a moment; nothing typed is lost.</source>
        <translation>记录正在打开，请稍后再试，已填内容不会丢失。</translation>
    </message>
    <message>
        <source>Picture {0}</source>
        <translation>图片 {0}</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile ({0}). Save again to keep yours, or cancel to see theirs.</source>
        <translation>其间他人作了修改（{0}）。再次保存以您的为准，或取消以查看对方的内容。</translation>
    </message>
    <message>
        <source>Report a hazard or an accident</source>
        <translation>上报隐患或事故</translation>
    </message>
    <message>
        <source>Change the report</source>
        <translation>修改报告</translation>
    </message>
    <message>
        <source>Press a number, say where and what; the rest may stay empty. Nothing here says who is to blame.</source>
        <translation>按数字，写明地点和经过即可，其余可留空。这里不追究个人责任。</translation>
    </message>
    <message>
        <source>What was it?</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>地点(&amp;W)</translation>
    </message>
    <message>
        <source>What &amp;happened?</source>
        <translation>发生了什么(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Somebody could have died, or it is not over: the safety officer is called at once</source>
        <translation>可能致命或尚未结束：立即呼叫安全负责人(&amp;S)</translation>
    </message>
    <message>
        <source>What was done &amp;at once</source>
        <translation>立即采取的措施(&amp;A)</translation>
    </message>
    <message>
        <source>Neither the report, nor its pictures, nor the trail says who made it. The trail shows when and at which console, and who was signed in there at that time: people who may read it could compare. What you change or add later is in your name. A file that is no picture may tell its author.</source>
        <translation>报告、图片和操作留痕都不写是谁上报的。留痕中仍有上报时间和控制台，以及当时谁在那里登录：有权查看留痕的人可能对照得出。以后的修改和补充会署您的名字。图片以外的文件内可能含有作者信息。</translation>
    </message>
    <message>
        <source>Empty: just now. 14:05, -1 14:05 (yesterday) or 2026-11-20 14:05.</source>
        <translation>留空为刚才。也可写 14:05、-1 14:05（昨天）或 2026-11-20 14:05。</translation>
    </message>
    <message>
        <source>Wh&amp;en</source>
        <translation>时间(&amp;E)</translation>
    </message>
    <message>
        <source>People h&amp;urt</source>
        <translation>受伤人数(&amp;U)</translation>
    </message>
    <message>
        <source>Days &amp;lost</source>
        <translation>损失工作日(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Cause, as far as it is known</source>
        <translation>原因，就目前所知(&amp;C)</translation>
    </message>
    <message>
        <source>The report can be closed when it is known.</source>
        <translation>查明原因后才能关闭报告。</translation>
    </message>
    <message>
        <source>Do not &amp;name me</source>
        <translation>不具名(&amp;N)</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Enter, in a text Ctrl+Enter</source>
        <translation>Enter，在文本中 Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose where it was</source>
        <translation>请选择地点</translation>
    </message>
</context>
<context>
    <name>SafetyPage</name>
    <message>
        <source>Only these days. Press to see all again.</source>
        <translation>仅显示这些天，点击恢复全部。</translation>
    </message>
    <message>
        <source>No report fits. Clear the search or choose a longer time.</source>
        <translation>没有符合条件的报告。请清除搜索或选择更长时间。</translation>
    </message>
    <message>
        <source>Hazards, near misses and accidents that are reported appear here. Press F4 anywhere to report one: a number, where, a few words. A serious one calls the safety officer at once.</source>
        <translation>上报的隐患、未遂事件和事故显示在这里。在任何画面按 F4 上报：一个数字、地点、几个字。严重的立即呼叫安全负责人。</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Report… (F4)</source>
        <translation>上报…（F4）</translation>
    </message>
    <message>
        <source>Report a hazard or an accident</source>
        <translation>上报隐患或事故</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>最近一年</translation>
    </message>
    <message>
        <source>Open and closed</source>
        <translation>未关闭和已关闭</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未关闭</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>State of the reports</source>
        <translation>报告状态</translation>
    </message>
    <message>
        <source>Kind of the reports</source>
        <translation>报告类别</translation>
    </message>
    <message>
        <source>Area or line</source>
        <translation>区域或产线</translation>
    </message>
    <message>
        <source>Time of the reports</source>
        <translation>报告时间</translation>
    </message>
    <message>
        <source>Search the reports</source>
        <translation>搜索报告</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>搜索（Ctrl+F）</translation>
    </message>
    <message>
        <source>Reports, the last first</source>
        <translation>报告，最新在前</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全部地点</translation>
    </message>
</context>
<context>
    <name>SafetyRows</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Serious, open</source>
        <translation>严重，未关闭</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未关闭</translation>
    </message>
</context>
<context>
    <name>ScoreCard</name>
    <message>
        <source>Score by section</source>
        <translation>各部分得分</translation>
    </message>
    <message>
        <source>now {0}</source>
        <translation>本次 {0}</translation>
    </message>
    <message>
        <source>last {0}</source>
        <translation>上次 {0}</translation>
    </message>
</context>
<context>
    <name>ScoreLine</name>
    <message>
        <source>Score over time</source>
        <translation>得分趋势</translation>
    </message>
    <message>
        <source>target {0}</source>
        <translation>目标 {0}</translation>
    </message>
</context>
<context>
    <name>SectionPart</name>
    <message>
        <source>Section</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Items that belong together: one S, one machine, one point of a route.</source>
        <translation>属于一起的检查项：一个 S、一台机器、路线上的一个点位。</translation>
    </message>
    <message>
        <source>&amp;Words, English</source>
        <translation>文字，英文(&amp;W)</translation>
    </message>
    <message>
        <source>Words, Chinese</source>
        <translation>文字，中文</translation>
    </message>
</context>
<context>
    <name>SentPart</name>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>To</source>
        <translation>发给</translation>
    </message>
    <message>
        <source>Way out</source>
        <translation>通知渠道</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Why it was sent</source>
        <translation>通知原因</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message numerus="yes">
        <source>%n not delivered</source>
        <translation>
            <numerusform>%n 条未送达</numerusform>
        </translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Open the call</source>
        <translation>打开呼叫</translation>
    </message>
    <message>
        <source>The call was acknowledged at {0}</source>
        <translation>呼叫已于 {0} 确认</translation>
    </message>
    <message>
        <source>Not acknowledged yet</source>
        <translation>尚未确认</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>最近通知</translation>
    </message>
    <message>
        <source>Only what did not arrive</source>
        <translation>只看未送达</translation>
    </message>
    <message>
        <source>Last messages, the youngest first</source>
        <translation>最近通知，最新的在前</translation>
    </message>
    <message>
        <source>Nothing is missing: every message arrived.</source>
        <translation>没有遗漏：所有通知都已送达。</translation>
    </message>
    <message>
        <source>Every message about a call appears here, with what came of it. Set up a way out to begin.</source>
        <translation>每条呼叫通知及其结果显示在这里。先设置一个通知渠道。</translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message>
        <source>Section</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>given</source>
        <translation>已设定</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>未设定</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>What is chosen on this PC is kept in {0}.</source>
        <translation>在本机选择的值保存在 {0}。</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) are locked here.</source>
        <translation>
            <numerusform>有 %n 项设置在此已锁定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) hold from the next start on.</source>
        <translation>
            <numerusform>有 %n 处更改将在下次启动后生效。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved; it holds now.</source>
        <translation>已保存，立即生效。</translation>
    </message>
    <message>
        <source>Saved; it holds from the next start on.</source>
        <translation>已保存，下次启动后生效。</translation>
    </message>
    <message>
        <source>Nothing was changed: {0} cannot be written.</source>
        <translation>未作更改：无法写入 {0}。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Search: name, meaning or value</source>
        <translation>搜索：名称、用途或值</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>搜索设置项</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>全部分区</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Chosen on this PC</source>
        <translation>在本机选择的</translation>
    </message>
    <message>
        <source>Locked here</source>
        <translation>在此锁定的</translation>
    </message>
    <message>
        <source>Waiting for the next start</source>
        <translation>等待下次启动的</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>全部设置项</translation>
    </message>
    <message>
        <source>Which settings</source>
        <translation>显示哪些设置项</translation>
    </message>
    <message>
        <source>No setting is like that. Empty the search, or choose all sections and all settings.</source>
        <translation>没有这样的设置项。请清空搜索，或选择全部分区和全部设置项。</translation>
    </message>
</context>
<context>
    <name>SharedCard</name>
    <message>
        <source>Stop copying…</source>
        <translation>停止复制…</translation>
    </message>
    <message>
        <source>Leave…</source>
        <translation>退出…</translation>
    </message>
    <message>
        <source>Shared records</source>
        <translation>共享记录</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change the connection</source>
        <translation>修改连接</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不加入</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>不退出</translation>
    </message>
    <message>
        <source>What joining does</source>
        <translation>加入后会怎样</translation>
    </message>
    <message>
        <source>Leave the shared database?</source>
        <translation>要退出共享数据库吗？</translation>
    </message>
</context>
<context>
    <name>SharedForm</name>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>Kind of database server</source>
        <translation>数据库服务器的类型</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>服务器(&amp;S)</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>端口(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>数据库(&amp;D)</translation>
    </message>
    <message>
        <source>Us&amp;er</source>
        <translation>用户(&amp;E)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>密码(&amp;W)</translation>
    </message>
    <message>
        <source>A&amp;uthority (CA) file</source>
        <translation>证书颁发机构（CA）文件(&amp;U)</translation>
    </message>
    <message>
        <source>Look for the file: {0}</source>
        <translation>查找文件：{0}</translation>
    </message>
    <message>
        <source>Encrypt with T&amp;LS and check the server&apos;s certificate</source>
        <translation>使用 TLS 加密并检查服务器证书(&amp;L)</translation>
    </message>
    <message>
        <source>for example 192.168.1.30 or database.plant.local</source>
        <translation>例如 192.168.1.30 或 database.plant.local</translation>
    </message>
    <message>
        <source>empty: what this computer trusts</source>
        <translation>留空：使用本机信任的机构</translation>
    </message>
    <message>
        <source>Fields with a lock are set by your IT and cannot be changed here.</source>
        <translation>带锁的字段由贵厂 IT 统一设定，不能在此更改。</translation>
    </message>
    <message>
        <source>Not encrypted: whoever listens in the network reads the password and the records.</source>
        <translation>未加密：网络上的窃听者能读到密码和记录。</translation>
    </message>
    <message>
        <source>empty: as it is</source>
        <translation>留空：保持不变</translation>
    </message>
    <message>
        <source>Type the name or address of the database server.</source>
        <translation>请输入数据库服务器的名称或地址。</translation>
    </message>
    <message>
        <source>Type only the name or address: no postgresql:// in front, no path, no blanks.</source>
        <translation>只输入名称或地址：前面不要 postgresql://，不要路径和空格。</translation>
    </message>
    <message>
        <source>Type the port into its own field below.</source>
        <translation>请把端口填入下面的端口栏。</translation>
    </message>
    <message>
        <source>The port is a whole number from 1 to 65535; {0} is usual.</source>
        <translation>端口是 1 到 65535 的整数，通常为 {0}。</translation>
    </message>
    <message>
        <source>Type the name of the database, for example gemba.</source>
        <translation>请输入数据库名称，例如 gemba。</translation>
    </message>
    <message>
        <source>Type the user that the database server knows this console by.</source>
        <translation>请输入数据库服务器为本控制台设置的用户。</translation>
    </message>
    <message>
        <source>This file cannot be read ({0}). Choose it with the button at the right.</source>
        <translation>无法读取此文件（{0}）。请用右侧按钮选择。</translation>
    </message>
    <message>
        <source>This file holds no certificate in PEM form (text that begins with -----BEGIN).</source>
        <translation>此文件中没有 PEM 格式的证书（以 -----BEGIN 开头的文本）。</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer);;All files (*)</source>
        <translation>PEM 文件 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
</context>
<context>
    <name>ShelveForm</name>
    <message>
        <source>Shelve an alarm</source>
        <translation>搁置报警</translation>
    </message>
    <message>
        <source>It is heard and counted, and becomes no call on any console until its time is over. What is still so then is raised by itself. Who shelved it, why and until when is kept.</source>
        <translation>到期之前照常监听和计数，但任何控制台都不会发起呼叫。到期时仍存在的会自动发起。谁搁置、为什么、到何时，都会记录。</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>原因(&amp;W)</translation>
    </message>
    <message>
        <source>The sensor is on order</source>
        <translation>传感器已订购</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>到何时(&amp;U)</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Say why: the next shift has only these words.</source>
        <translation>请说明原因：下一班只能看到这些文字。</translation>
    </message>
    <message>
        <source>The end of this shift</source>
        <translation>本班结束</translation>
    </message>
    <message>
        <source>{0} minutes from now</source>
        <translation>{0} 分钟后</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) from now</source>
        <translation>
            <numerusform>%n 小时后</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShelvedList</name>
    <message>
        <source>It is not shelved any more. What is still so becomes a call.</source>
        <translation>已取消搁置。仍存在的会变为呼叫。</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>立即结束</translation>
    </message>
    <message>
        <source>End the shelving that is chosen</source>
        <translation>结束所选的搁置</translation>
    </message>
    <message>
        <source>active</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>{0} times</source>
        <translation>{0} 次</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>By</source>
        <translation>搁置人</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>未发起</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Shelved alarms, the one that ends first at the top</source>
        <translation>已搁置的报警，最先到期的在最上</translation>
    </message>
    <message>
        <source>Nothing is shelved. An alarm that is known and only disturbs can be set aside for some hours: choose Shelve… on a call that the console raised, or on the figures of alarm health.</source>
        <translation>没有搁置的报警。已知且只会干扰的报警可以搁置几个小时：在控制台发起的呼叫上，或在报警健康数据中选择“搁置…”。</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign the round</source>
        <translation>签署检查</translation>
    </message>
    <message>
        <source>Sign: {0}</source>
        <translation>签署：{0}</translation>
    </message>
    <message>
        <source>&amp;Note (may be left out)</source>
        <translation>备注（可不填）(&amp;N)</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>按 Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The score is {0}.</source>
        <translation>得分 {0}。</translation>
    </message>
    <message numerus="yes">
        <source>%n red line(s) are broken: it does not pass.</source>
        <translation>
            <numerusform>触碰 %n 条红线：未通过。</numerusform>
        </translation>
    </message>
    <message>
        <source>It passes.</source>
        <translation>通过。</translation>
    </message>
    <message>
        <source>It does not pass.</source>
        <translation>未通过。</translation>
    </message>
    <message>
        <source>After that nothing in it is changed any more.</source>
        <translation>签署后内容不再更改。</translation>
    </message>
    <message>
        <source>Say why it is signed although stops have no reason.</source>
        <translation>请写明停机没有原因仍要签字的理由。</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>请输入您的 PIN。</translation>
    </message>
    <message>
        <source>They block signing. You may sign all the same, with a reason.</source>
        <translation>它们阻止签字。您可以写明理由后特批签字。</translation>
    </message>
    <message>
        <source>They block signing. Explain them, or ask a supervisor to sign with a reason.</source>
        <translation>它们阻止签字。请说明原因，或请主管写明理由后特批签字。</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}。{1}</translation>
    </message>
    <message>
        <source>Content {0}</source>
        <translation>内容码 {0}</translation>
    </message>
    <message>
        <source>Nobody is signed in. Press F8.</source>
        <translation>无人登录。请按 F8。</translation>
    </message>
    <message>
        <source>Sign and take over</source>
        <translation>签字接班</translation>
    </message>
    <message>
        <source>I have read, asked and answered what is written here.</source>
        <translation>我已阅读、询问并答复以上内容。</translation>
    </message>
    <message>
        <source>Sign and hand over</source>
        <translation>签字交班</translation>
    </message>
    <message>
        <source>I hand over what is written here.</source>
        <translation>我移交以上内容。</translation>
    </message>
    <message>
        <source>Show stops</source>
        <translation>查看停机</translation>
    </message>
    <message>
        <source>&amp;Reason for signing all the same</source>
        <translation>特批理由(&amp;R)</translation>
    </message>
    <message>
        <source>Your &amp;PIN</source>
        <translation>您的 PIN(&amp;P)</translation>
    </message>
    <message>
        <source>A signature asks for the PIN each time.</source>
        <translation>每次签字都要输入 PIN。</translation>
    </message>
    <message>
        <source>It was changed meanwhile and is shown as it is now. Look at it, then sign again.</source>
        <translation>内容已被他人更改，现显示最新内容。请查看后重新签字。</translation>
    </message>
</context>
<context>
    <name>SignInPanel</name>
    <message>
        <source>Choose who you are in the list.</source>
        <translation>请在列表中选择您是谁。</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>请输入您的 PIN。</translation>
    </message>
    <message>
        <source>Locked after too many wrong PINs. These can unlock it: {0}.</source>
        <translation>PIN 错误次数过多，已锁定。可以解锁的人：{0}。</translation>
    </message>
    <message>
        <source>The records on this PC cannot be opened, so nobody can sign in now. {0}</source>
        <translation>本机记录无法打开，现在无人能登录。{0}</translation>
    </message>
    <message>
        <source>Demo: the PIN of everybody here is {0}.</source>
        <translation>演示：这里所有人的 PIN 都是 {0}。</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>切换用户</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>The board needs no sign-in; a change always does.</source>
        <translation>查看看板不需要登录；更改都需要登录。</translation>
    </message>
    <message>
        <source>Signed in: {0}</source>
        <translation>已登录：{0}</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>您是谁？</translation>
    </message>
    <message>
        <source>Choose in the list, then type the PIN.</source>
        <translation>请在列表中选择，再输入 PIN。</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Change my PIN</source>
        <translation>修改我的 PIN</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Or hold your badge to the scanner, at any time and on any screen.</source>
        <translation>也可随时在任何画面把工牌对准扫描器。</translation>
    </message>
</context>
<context>
    <name>SignOff</name>
    <message>
        <source>Outgoing</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>尚未签字</translation>
    </message>
    <message>
        <source>reads, asks, accepts each open item, then signs with PIN</source>
        <translation>阅读、询问、逐项接受遗留事项，然后用 PIN 签字</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>Signed all the same by {0}, with {1}: {2}</source>
        <translation>{0} 特批签字（{1}）：{2}</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Go through the items and take over</source>
        <translation>逐项过一遍并接班</translation>
    </message>
    <message>
        <source>Switch person (F8)</source>
        <translation>切换人员(F8)</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Add a correction…</source>
        <translation>添加更正…</translation>
    </message>
    <message>
        <source>After both signatures the record is sealed. A correction is a new entry that points to it.</source>
        <translation>双方签字后记录即封存。更正是指向它的新条目。</translation>
    </message>
    <message>
        <source>signed {0}</source>
        <translation>已签字 {0}</translation>
    </message>
    <message>
        <source>ALTERED: what is shown is not what was signed. See the Trail page.</source>
        <translation>已被改动：显示的内容与签字时不一致。请看“操作记录”页。</translation>
    </message>
    <message>
        <source>Seal {0} · unaltered</source>
        <translation>封存码 {0} · 未被改动</translation>
    </message>
    <message>
        <source>Signature {0} · unaltered</source>
        <translation>签字码 {0} · 未被改动</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>{0}: sign in, then it goes on by itself.</source>
        <translation>{0}：请登录，随后自动继续。</translation>
    </message>
    <message>
        <source>Signed in: {0}</source>
        <translation>已登录：{0}</translation>
    </message>
    <message>
        <source>{0} was signed out, because nobody did anything here for a while.</source>
        <translation>{0} 已被退出登录，因为这里一段时间没有操作。</translation>
    </message>
    <message>
        <source>Nothing is lost. Press F8 or scan a badge to go on.</source>
        <translation>没有丢失任何内容。按 F8 或扫描工牌继续。</translation>
    </message>
    <message>
        <source>{0} was signed out, because an administrator set them inactive.</source>
        <translation>{0} 已被退出登录，因为管理员停用了此人。</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>Seen as {0}: this role may not do it ({1}). Press F8 to end that.</source>
        <translation>正以{0}的身份查看：该角色不能执行（{1}）。按 F8 结束。</translation>
    </message>
    <message>
        <source>The roles of {0} do not allow this: {1}. Press F8 to switch user.</source>
        <translation>{0} 的角色不允许此操作：{1}。按 F8 切换用户。</translation>
    </message>
</context>
<context>
    <name>Silence</name>
    <message>
        <source>Last heard {0} ago.</source>
        <translation>最近一次收到数据在 {0} 前。</translation>
    </message>
    <message>
        <source>Expected at least every {0}.</source>
        <translation>应至少每 {0} 收到一次。</translation>
    </message>
</context>
<context>
    <name>SkillCard</name>
    <message>
        <source>Counts until (&amp;date)</source>
        <translation>有效至（日期）(&amp;D)</translation>
    </message>
    <message>
        <source>Year-month-day, or empty when it does not expire.</source>
        <translation>年-月-日；不过期时不填。</translation>
    </message>
    <message>
        <source>does not expire</source>
        <translation>不过期</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>备注(&amp;O)</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>不过期</translation>
    </message>
    <message>
        <source>It does not expire</source>
        <translation>该技能不过期</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Empty the cell: it was set by mistake</source>
        <translation>清空该格：属于误设</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Assessed on {0}</source>
        <translation>评定于 {0}</translation>
    </message>
    <message>
        <source>Choose a level first.</source>
        <translation>请先选择等级。</translation>
    </message>
    <message>
        <source>Type the date as year-month-day, like {0}.</source>
        <translation>请按年-月-日输入日期，例如 {0}。</translation>
    </message>
</context>
<context>
    <name>SkillMatrix</name>
    <message>
        <source>{0}: {1} can do it alone; how many are needed is not said</source>
        <translation>{0}：{1} 人可独立操作；未规定需要多少人</translation>
    </message>
    <message>
        <source>{0}: {1} can do it alone, {2} are needed</source>
        <translation>{0}：{1} 人可独立操作，需要 {2} 人</translation>
    </message>
    <message numerus="yes">
        <source>%n expired</source>
        <translation>
            <numerusform>%n 项已过期</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, {1}: nothing said yet</source>
        <translation>{0}，{1}：尚未评定</translation>
    </message>
    <message>
        <source>{0}, {1}: {2} – {3}</source>
        <translation>{0}，{1}：{2} – {3}</translation>
    </message>
    <message>
        <source>expired after {0}</source>
        <translation>{0} 之后已过期</translation>
    </message>
    <message>
        <source>counts until {0}</source>
        <translation>有效至 {0}</translation>
    </message>
</context>
<context>
    <name>SkillsPage</name>
    <message>
        <source>All lines</source>
        <translation>全部产线</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n 项作业</numerusform>
        </translation>
    </message>
    <message>
        <source>Who has learnt what appears here: a row a person, a column an operation, a level from 0 to 4. Begin by adding the operations that must be learnt before they are done alone.</source>
        <translation>这里显示谁学会了什么：每行一个人，每列一项作业，等级从 0 到 4。请先添加须学会才能独立操作的作业。</translation>
    </message>
    <message>
        <source>Nobody works at this place yet. Give people a role here on the People page.</source>
        <translation>这里还没有人员。请在人员页授予此处的角色。</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) with too few people</source>
        <translation>
            <numerusform>%n 项作业人数不足</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expired</source>
        <translation>
            <numerusform>%n 项已过期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expire soon</source>
        <translation>
            <numerusform>%n 项即将到期</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an operation</source>
        <translation>添加作业</translation>
    </message>
    <message>
        <source>This operation has no column now.</source>
        <translation>该作业目前不占列。</translation>
    </message>
    <message>
        <source>Skills matrix</source>
        <translation>技能矩阵</translation>
    </message>
    <message>
        <source>Skills: people by operation</source>
        <translation>技能：人员与作业</translation>
    </message>
    <message>
        <source>Show one site, area or line</source>
        <translation>显示某个工厂、区域或产线</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Operations that have no column now</source>
        <translation>目前不占列的作业</translation>
    </message>
    <message>
        <source>Edit operation</source>
        <translation>编辑作业</translation>
    </message>
    <message>
        <source>Change the operation of the chosen column</source>
        <translation>修改所选列的作业</translation>
    </message>
</context>
<context>
    <name>SnapshotPanel</name>
    <message>
        <source>Choose one.</source>
        <translation>请选择一项。</translation>
    </message>
    <message>
        <source>It is attached: {0}</source>
        <translation>已附加到：{0}</translation>
    </message>
    <message>
        <source>The picture is in {0}</source>
        <translation>图片已保存到 {0}</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
        <source>There is none just now.</source>
        <translation>目前没有。</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>呼叫(&amp;C)</translation>
    </message>
    <message>
        <source>What it is &amp;about</source>
        <translation>呼叫类别(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Action</source>
        <translation>整改(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Finding</source>
        <translation>问题点(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Handover</source>
        <translation>交接班(&amp;H)</translation>
    </message>
    <message>
        <source>Into an open call</source>
        <translation>附到未关闭的呼叫</translation>
    </message>
    <message>
        <source>Into a new call</source>
        <translation>附到新呼叫</translation>
    </message>
    <message>
        <source>Into an action</source>
        <translation>附到整改</translation>
    </message>
    <message>
        <source>Into a finding</source>
        <translation>放入问题点</translation>
    </message>
    <message>
        <source>Into the handover</source>
        <translation>放入交接班</translation>
    </message>
    <message>
        <source>Into a file…</source>
        <translation>保存为文件…</translation>
    </message>
    <message>
        <source>Onto the clipboard</source>
        <translation>复制到剪贴板</translation>
    </message>
    <message>
        <source>The plots as they are seen now, with the stretch of time and the pens in words.</source>
        <translation>当前所见的曲线图，并附时段和曲线的文字说明。</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>&amp;Where to</source>
        <translation>放到哪里(&amp;W)</translation>
    </message>
    <message>
        <source>What is &amp;wrong, if you can say it in a few words</source>
        <translation>问题简述（可不填）(&amp;W)</translation>
    </message>
    <message>
        <source>Put it there</source>
        <translation>放入</translation>
    </message>
</context>
<context>
    <name>SourceBox</name>
    <message>
        <source>Source for the plant file</source>
        <translation>用于工厂文件的来源</translation>
    </message>
    <message>
        <source>Paste this at the end of your plant file, set place and what each signal feeds, and open the file again.</source>
        <translation>把这一段粘贴到工厂文件末尾，填写位置和每个信号的用途，然后重新打开文件。</translation>
    </message>
    <message>
        <source>Source block</source>
        <translation>来源段落</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SourceStep</name>
    <message>
        <source>pasted rows</source>
        <translation>粘贴的行</translation>
    </message>
    <message>
        <source>Nothing was copied. Copy rows with their headings in the spreadsheet first.</source>
        <translation>没有复制内容。请先在电子表格中连同表头复制行。</translation>
    </message>
    <message>
        <source>Say where the database is.</source>
        <translation>请填写数据库地址。</translation>
    </message>
    <message>
        <source>Leave the password out of the address: type it below, where it is kept apart.</source>
        <translation>地址中不要写密码：请填在下面，密码单独保存。</translation>
    </message>
    <message>
        <source>Name the view or table.</source>
        <translation>请填写视图或表名。</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx)</source>
        <translation>表格 (*.csv *.txt *.tsv *.xlsx)</translation>
    </message>
    <message>
        <source>Choose a file of orders</source>
        <translation>选择工单文件</translation>
    </message>
    <message>
        <source>A file, or rows of a spreadsheet</source>
        <translation>文件，或电子表格中的行</translation>
    </message>
    <message>
        <source>Drop a CSV or Excel file here, choose one, or copy rows with their headings in a spreadsheet and paste them. Nothing is changed before you say so in the last step.</source>
        <translation>把 CSV 或 Excel 文件拖到这里、选择文件，或在电子表格中连同表头复制行后粘贴。最后一步确认之前不会更改任何内容。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>粘贴行</translation>
    </message>
    <message>
        <source>A view of the ERP&apos;s database</source>
        <translation>ERP 数据库的视图</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>View or table</source>
        <translation>视图或表</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Keep on this PC, the password in the keyring</source>
        <translation>保存在本机，密码存入系统密钥环</translation>
    </message>
    <message>
        <source>The console only reads there: PostgreSQL, MariaDB, MySQL or SQL Server.</source>
        <translation>控制台在那里只读取：PostgreSQL、MariaDB、MySQL 或 SQL Server。</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>读取</translation>
    </message>
</context>
<context>
    <name>SpanCard</name>
    <message>
        <source>What {0} means</source>
        <translation>{0}的含义</translation>
    </message>
    <message>
        <source>{0} still to come</source>
        <translation>{0} 个尚未发生</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>the slowest tenth</source>
        <translation>最慢的十分之一</translation>
    </message>
    <message>
        <source>Half in</source>
        <translation>一半不超过</translation>
    </message>
    <message>
        <source>9 of 10 in</source>
        <translation>九成不超过</translation>
    </message>
    <message>
        <source>How long it took</source>
        <translation>用时分布</translation>
    </message>
    <message>
        <source>No call was measured.</source>
        <translation>没有可计算的呼叫。</translation>
    </message>
    <message>
        <source>Median by week</source>
        <translation>每周中位数</translation>
    </message>
    <message>
        <source>No week yet.</source>
        <translation>还没有一周的数据。</translation>
    </message>
    <message>
        <source>Inside target</source>
        <translation>目标内</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>无目标</translation>
    </message>
    <message>
        <source>In target</source>
        <translation>目标内</translation>
    </message>
    <message>
        <source>{0} outside</source>
        <translation>{0} 个超出</translation>
    </message>
    <message>
        <source>Press for those outside</source>
        <translation>按下查看超出的呼叫</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>未比较</translation>
    </message>
    <message>
        <source>{0} faster</source>
        <translation>快 {0}</translation>
    </message>
    <message>
        <source>{0} slower</source>
        <translation>慢 {0}</translation>
    </message>
    <message>
        <source>Before: {0} calls, 9 of 10 within {1}, inside target {2}</source>
        <translation>之前：{0} 个呼叫，九成不超过 {1}，目标内 {2}</translation>
    </message>
    <message>
        <source>target {0}</source>
        <translation>目标 {0}</translation>
    </message>
    <message>
        <source>targets {0} to {1}</source>
        <translation>目标 {0} 至 {1}</translation>
    </message>
    <message>
        <source>Week of {0}: {1} calls, median {2}</source>
        <translation>{0} 起一周：{1} 个呼叫，中位数 {2}</translation>
    </message>
</context>
<context>
    <name>SpanForm</name>
    <message>
        <source>From … to …</source>
        <translation>从…到…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SparkplugNodes</name>
    <message>
        <source>Node or device</source>
        <translation>节点或设备</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last seq</source>
        <translation>最后序号</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺号</translation>
    </message>
    <message>
        <source>Births</source>
        <translation>上线次数</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标数</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>最近收到</translation>
    </message>
</context>
<context>
    <name>SplitOrderDialog</name>
    <message>
        <source>Type a number from 1 to {0}: both parts need pieces that are not made yet.</source>
        <translation>请输入 1 到 {0}：两部分都要有尚未生产的件数。</translation>
    </message>
    <message>
        <source>Type a number for the new order.</source>
        <translation>请输入新工单的工单号。</translation>
    </message>
    <message>
        <source>{0} then has {1} pieces, the new order {2}; it begins among the planned ones.</source>
        <translation>之后 {0} 有 {1} 件，新工单 {2} 件；新工单从已计划开始。</translation>
    </message>
    <message>
        <source>Split an order</source>
        <translation>拆分工单</translation>
    </message>
    <message>
        <source>Split {0}</source>
        <translation>拆分 {0}</translation>
    </message>
    <message>
        <source>{0} of {1} pieces are not confirmed yet.</source>
        <translation>{1} 件中有 {0} 件尚未报工。</translation>
    </message>
    <message>
        <source>&amp;Pieces of the new order</source>
        <translation>新工单件数(&amp;P)</translation>
    </message>
    <message>
        <source>Its &amp;number</source>
        <translation>新工单号(&amp;N)</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>按 Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Splitting</name>
    <message>
        <source>Split a&amp;t</source>
        <translation>拆分时刻(&amp;T)</translation>
    </message>
    <message>
        <source>Time at which the stop is split</source>
        <translation>拆分停机的时刻</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Connect this console to your plant</source>
        <translation>把本程序接入您的工厂</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>MQTT broker</source>
        <translation>MQTT 消息服务器</translation>
    </message>
    <message>
        <source>The console hears machines through an MQTT broker. It only listens: nothing is written to machines.</source>
        <translation>本程序通过 MQTT 消息服务器接收设备数据。它只听不写：不向设备写入任何东西。</translation>
    </message>
    <message>
        <source>How to go on</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Look at every topic on the broker, and which of them are not mapped yet.</source>
        <translation>查看消息服务器上的每个主题，以及哪些还没有映射。</translation>
    </message>
    <message>
        <source>See the lines live once a plant file is open.</source>
        <translation>打开工厂文件后，实时查看产线。</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>全部设置项</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Connected, but it cannot be kept for the next start: {0}</source>
        <translation>已连接，但无法保存到下次启动：{0}</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <source>Starts at sign-in, for all accounts of this computer</source>
        <translation>登录时启动（已为本机所有账户设置）</translation>
    </message>
    <message>
        <source>Start at sign-in in wall mode</source>
        <translation>登录时以大屏模式启动</translation>
    </message>
    <message>
        <source>This cannot be changed on this computer: {0}</source>
        <translation>此电脑上无法更改：{0}</translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>{0}, {1} ago</source>
        <translation>{0}，{1}前</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation>仅手动</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>{0}, in {1}</source>
        <translation>{0}，还有 {1}</translation>
    </message>
    <message>
        <source>Last good backup</source>
        <translation>最近一次完好备份</translation>
    </message>
    <message>
        <source>Newest copy</source>
        <translation>最新副本</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一次</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>StationHeader</name>
    <message>
        <source>since {0}</source>
        <translation>始于 {0}</translation>
    </message>
    <message>
        <source>since the start</source>
        <translation>自启动以来</translation>
    </message>
    <message>
        <source>bottleneck of the line</source>
        <translation>本线瓶颈</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>未给出原因</translation>
    </message>
    <message>
        <source>Previous station</source>
        <translation>上一工位</translation>
    </message>
    <message>
        <source>Next station</source>
        <translation>下一工位</translation>
    </message>
    <message>
        <source>Back to the board (Esc)</source>
        <translation>返回看板 (Esc)</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Machine&apos;s own word</source>
        <translation>设备原词</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Piece</source>
        <translation>工件</translation>
    </message>
</context>
<context>
    <name>StationPage</name>
    <message>
        <source>The plant has no station &quot;{0}&quot; (any more).</source>
        <translation>工厂中没有（或已没有）工位“{0}”。</translation>
    </message>
    <message>
        <source>Choose a station on the board: its state, history, tags and raw messages appear here.</source>
        <translation>请在看板上选择一个工位：这里会显示它的状态、历史、测量值和原始消息。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stop(s) without a reason</source>
        <translation>
            <numerusform>%Ln 次停机没有原因</numerusform>
        </translation>
    </message>
    <message>
        <source>Explain them</source>
        <translation>去填写原因</translation>
    </message>
</context>
<context>
    <name>StatisticsCard</name>
    <message>
        <source>In this window</source>
        <translation>本窗口统计</translation>
    </message>
    <message>
        <source>Number, mean, spread and time out of limits of what is seen appear here.</source>
        <translation>这里显示当前窗口的读数个数、平均值、标准差和超限时长。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Std dev</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>读数</translation>
    </message>
    <message>
        <source>Above limit</source>
        <translation>超上限</translation>
    </message>
    <message>
        <source>Below limit</source>
        <translation>低于下限</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n message(s) not delivered</source>
        <translation>
            <numerusform>%n 条通知未送达</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) shelved</source>
        <translation>
            <numerusform>已搁置 %n 条报警</numerusform>
        </translation>
    </message>
    <message>
        <source>All stations send data</source>
        <translation>所有工位都有数据</translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) without data</source>
        <translation>
            <numerusform>%n 个工位无数据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in the plant file</source>
        <translation>
            <numerusform>工厂文件有 %n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program error(s) caught</source>
        <translation>
            <numerusform>捕获 %n 个程序错误</numerusform>
        </translation>
    </message>
    <message>
        <source>Version {0} is offered</source>
        <translation>有新版本 {0}</translation>
    </message>
    <message>
        <source>Built-in broker: demo and single PC only</source>
        <translation>内置消息服务器：仅用于演示和单机</translation>
    </message>
    <message>
        <source>Demo with a broker on this PC</source>
        <translation>演示：消息服务器在本机</translation>
    </message>
    <message>
        <source>Simulating the shift so far: {0} %</source>
        <translation>正在模拟本班已过去的时间：{0} %</translation>
    </message>
    <message>
        <source>Replay of a recording: played to its end</source>
        <translation>录制回放：已播放完毕</translation>
    </message>
    <message>
        <source>Replay of a recording: {0} %</source>
        <translation>录制回放：{0} %</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>最近呼叫</translation>
    </message>
    <message>
        <source>Last stop</source>
        <translation>最近停机</translation>
    </message>
    <message>
        <source>Alarm rate</source>
        <translation>报警率</translation>
    </message>
    <message>
        <source>Shelved alarms</source>
        <translation>已搁置的报警</translation>
    </message>
    <message>
        <source>Stations without data</source>
        <translation>无数据的工位</translation>
    </message>
    <message>
        <source>Messages that did not arrive</source>
        <translation>未送达的通知</translation>
    </message>
    <message>
        <source>Problems in the plant file</source>
        <translation>工厂文件中的问题</translation>
    </message>
    <message>
        <source>Program errors</source>
        <translation>程序错误</translation>
    </message>
    <message>
        <source>What is saved and what waits to be shared</source>
        <translation>已保存与待共享的内容</translation>
    </message>
    <message>
        <source>About the broker</source>
        <translation>消息服务器说明</translation>
    </message>
    <message>
        <source>A newer version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>No stop yet</source>
        <translation>尚无停机</translation>
    </message>
    <message>
        <source>Last stop: {station} — {state} for {time}</source>
        <translation>最近停机：{station} — {state} 已 {time}</translation>
    </message>
    <message>
        <source>Last stop: {station} — {state} at {time}, over</source>
        <translation>最近停机：{station} — {state}，始于 {time}，已恢复</translation>
    </message>
    <message>
        <source>Last call: {place} — {category}, {time} ago</source>
        <translation>最近呼叫：{place} — {category}，{time} 前</translation>
    </message>
    <message>
        <source>Alarm flood: {0} in 10 min</source>
        <translation>报警泛滥：10 分钟 {0} 条</translation>
    </message>
    <message>
        <source>Alarm rate {0} / 10 min: high</source>
        <translation>报警率 {0} 条/10 分钟：偏高</translation>
    </message>
    <message>
        <source>Alarm rate {0} / 10 min</source>
        <translation>报警率 {0} 条/10 分钟</translation>
    </message>
</context>
<context>
    <name>StatusPage</name>
    <message numerus="yes">
        <source>%n thing(s) want somebody&apos;s attention.</source>
        <translation>
            <numerusform>有 %n 项需要有人处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything the console stands on is well.</source>
        <translation>控制台所依赖的一切均正常。</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>Records: {0}, {1}</source>
        <translation>记录：{0}，{1}</translation>
    </message>
    <message>
        <source>Name of this console: {0} ({1})</source>
        <translation>本控制台名称：{0}（{1}）</translation>
    </message>
    <message>
        <source>Records: {0}</source>
        <translation>记录：{0}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>For support…</source>
        <translation>支持包…</translation>
    </message>
    <message>
        <source>A file with the log, settings and versions, for support</source>
        <translation>供技术支持使用的文件，含日志、设置和版本</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>操作留痕</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>This console</source>
        <translation>本控制台</translation>
    </message>
</context>
<context>
    <name>StepsForm</name>
    <message>
        <source>the line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Station of the step</source>
        <translation>工序的工位</translation>
    </message>
    <message>
        <source>Seconds a piece</source>
        <translation>每件秒数</translation>
    </message>
    <message>
        <source>Due at the step</source>
        <translation>工序到期时间</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Leave this step out</source>
        <translation>去掉这道工序</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>s a piece</source>
        <translation>秒/件</translation>
    </message>
    <message>
        <source>Due there</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>No steps. They come from the product, or add one.</source>
        <translation>没有工序。工序来自产品，也可以添加。</translation>
    </message>
    <message>
        <source>Another step</source>
        <translation>添加工序</translation>
    </message>
</context>
<context>
    <name>StepsList</name>
    <message>
        <source>Hand on at {0}</source>
        <translation>在 {0} 交接</translation>
    </message>
    <message>
        <source>Assign {0} to a station and people</source>
        <translation>为 {0} 指定工位和人员</translation>
    </message>
    <message>
        <source>{0} s a piece</source>
        <translation>{0} 秒/件</translation>
    </message>
    <message>
        <source>Without the skill: {0}</source>
        <translation>无技能：{0}</translation>
    </message>
    <message>
        <source>due {0}</source>
        <translation>到期 {0}</translation>
    </message>
    <message>
        <source>late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>handed on {0} by {1}</source>
        <translation>{0} 由 {1} 交接</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>工序</translation>
    </message>
</context>
<context>
    <name>StockCard</name>
    <message>
        <source>{0} left</source>
        <translation>剩余 {0}</translation>
    </message>
    <message>
        <source>lasts {0} at the present pace</source>
        <translation>按目前节拍可用 {0}</translation>
    </message>
    <message>
        <source>{0} a piece</source>
        <translation>每件 {0}</translation>
    </message>
    <message>
        <source>{0} a piece, pace not known yet</source>
        <translation>每件 {0}，节拍尚未知</translation>
    </message>
    <message>
        <source>the running order takes none of it</source>
        <translation>进行中的工单不用它</translation>
    </message>
    <message>
        <source>{0} asked for · {1} ago</source>
        <translation>已要求 {0} · {1}前</translation>
    </message>
    <message>
        <source>counted or delivered {0} ago</source>
        <translation>{0}前清点或送料</translation>
    </message>
    <message>
        <source>{when} · {who}: booked {booked}, counted {counted} ({difference})</source>
        <translation>{when} · {who}：账面 {booked}，清点 {counted}（{difference}）</translation>
    </message>
    <message>
        <source>Nobody has counted it again yet: then booked and counted differ.</source>
        <translation>还没有人再次清点：清点后这里显示账面与实际的差异。</translation>
    </message>
    <message>
        <source>Count it</source>
        <translation>清点</translation>
    </message>
    <message>
        <source>Save limits</source>
        <translation>保存上下限</translation>
    </message>
    <message>
        <source>Empty bin: ask for more (A)</source>
        <translation>空箱：要求补货 (A)</translation>
    </message>
    <message>
        <source>Take away from the line…</source>
        <translation>从产线移除…</translation>
    </message>
    <message>
        <source>It is asked for already.</source>
        <translation>已要求补货。</translation>
    </message>
    <message>
        <source>Type a number, 0 or more.</source>
        <translation>请输入不小于 0 的数。</translation>
    </message>
    <message>
        <source>Counted.</source>
        <translation>已清点。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Asked for.</source>
        <translation>已要求补货。</translation>
    </message>
    <message>
        <source>Take away from the line</source>
        <translation>从产线移除</translation>
    </message>
    <message>
        <source>Count {material} at {line} no longer? What was counted stays in the trail.</source>
        <translation>不再清点 {line} 的 {material}？已清点的内容保留在操作留痕中。</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Counted now</source>
        <translation>现在清点(&amp;C)</translation>
    </message>
    <message>
        <source>M&amp;inimum</source>
        <translation>下限(&amp;I)</translation>
    </message>
    <message>
        <source>At this and below a card is made.</source>
        <translation>等于或低于它时生成补货卡。</translation>
    </message>
    <message>
        <source>Ma&amp;ximum</source>
        <translation>上限(&amp;X)</translation>
    </message>
    <message>
        <source>Up to this it is filled; 0 = never by itself.</source>
        <translation>补到这个数；0 = 不自动补货。</translation>
    </message>
    <message>
        <source>A &amp;bin holds</source>
        <translation>每箱数量(&amp;B)</translation>
    </message>
    <message>
        <source>Cards ask for whole bins; 0 = none.</source>
        <translation>按整箱要求；0 = 不按箱。</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>清点记录</translation>
    </message>
</context>
<context>
    <name>StockForm</name>
    <message>
        <source>Choose a line.</source>
        <translation>请选择产线。</translation>
    </message>
    <message>
        <source>Which material?</source>
        <translation>哪种物料？</translation>
    </message>
    <message>
        <source>Type a number, 0 or more.</source>
        <translation>请输入不小于 0 的数。</translation>
    </message>
    <message>
        <source>No more than the maximum.</source>
        <translation>不能超过上限。</translation>
    </message>
    <message>
        <source>New material at a line</source>
        <translation>新增线边物料</translation>
    </message>
    <message>
        <source>It goes down by what the line makes, through the parts list of the running order.</source>
        <translation>按产线产出，通过进行中工单的物料清单减少。</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>产线(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Material</source>
        <translation>物料(&amp;M)</translation>
    </message>
    <message>
        <source>Its number, as parts lists have it.</source>
        <translation>编号，与物料清单一致。</translation>
    </message>
    <message>
        <source>&amp;Counted now</source>
        <translation>现在清点(&amp;C)</translation>
    </message>
    <message>
        <source>M&amp;inimum</source>
        <translation>下限(&amp;I)</translation>
    </message>
    <message>
        <source>At this and below a card is made.</source>
        <translation>等于或低于它时生成补货卡。</translation>
    </message>
    <message>
        <source>Ma&amp;ximum</source>
        <translation>上限(&amp;X)</translation>
    </message>
    <message>
        <source>Up to this it is filled; 0 = never by itself.</source>
        <translation>补到这个数；0 = 不自动补货。</translation>
    </message>
    <message>
        <source>A &amp;bin holds</source>
        <translation>每箱数量(&amp;B)</translation>
    </message>
    <message>
        <source>Cards ask for whole bins; 0 = none.</source>
        <translation>按整箱要求；0 = 不按箱。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>StockTab</name>
    <message>
        <source>Line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>物料</translation>
    </message>
    <message>
        <source>Left now</source>
        <translation>现存</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>可用时间</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>A bin</source>
        <translation>每箱</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>已要求</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>已空</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>偏低</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>已满</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>足够</translation>
    </message>
    <message numerus="yes">
        <source>%n material(s)</source>
        <translation>
            <numerusform>%n 种物料</numerusform>
        </translation>
    </message>
    <message>
        <source>New material (N)</source>
        <translation>新增物料 (N)</translation>
    </message>
    <message>
        <source>Line-side stock</source>
        <translation>线边库存</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>所有产线</translation>
    </message>
    <message>
        <source>Search material</source>
        <translation>搜索物料</translation>
    </message>
    <message>
        <source>What lies at the lines appears here, and goes down by what they make. Press N to count the first material of a line.</source>
        <translation>各产线的线边物料显示在这里，并随产出减少。按 N 清点第一种物料。</translation>
    </message>
    <message>
        <source>Ctrl+F searches · arrows choose · C counts · A asks for material · N new</source>
        <translation>Ctrl+F 搜索 · 方向键选择 · C 清点 · A 要求补货 · N 新增</translation>
    </message>
</context>
<context>
    <name>StopCard</name>
    <message numerus="yes">
        <source>%Ln stop(s) together</source>
        <translation>
            <numerusform>共 %Ln 次停机</numerusform>
        </translation>
    </message>
    <message>
        <source>Explain all</source>
        <translation>全部说明</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>说明原因</translation>
    </message>
    <message>
        <source>Give this reason and go on to the next stop (Enter)</source>
        <translation>填写此原因，并转到下一次停机 (Enter)</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>The stop wants a reason again</source>
        <translation>该停机重新等待填写原因</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>Two reasons for one stop: split it (Ctrl+K)</source>
        <translation>一次停机有两个原因时拆分 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Merge with next</source>
        <translation>与下一次合并</translation>
    </message>
    <message>
        <source>One stop of this and the next one (Ctrl+M)</source>
        <translation>与下一次合并成一次停机 (Ctrl+M)</translation>
    </message>
    <message>
        <source>Choose a reason first: type two letters of it, or the figure before it.</source>
        <translation>请先选择原因：输入它的两个字，或前面的数字。</translation>
    </message>
    <message>
        <source>Show the board then</source>
        <translation>查看当时的看板</translation>
    </message>
    <message>
        <source>What the machine says</source>
        <translation>设备的说法</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>说明人</translation>
    </message>
    <message>
        <source>Why did it stand still?</source>
        <translation>为什么停机？</translation>
    </message>
    <message>
        <source>Note, where the reason is not enough</source>
        <translation>备注（原因不足以说明时）</translation>
    </message>
    <message>
        <source>Note on the reason</source>
        <translation>原因备注</translation>
    </message>
    <message>
        <source>What the station did around the stop</source>
        <translation>停机前后工位的状态</translation>
    </message>
    <message>
        <source>Choose a stop: what happened around it and how to explain it stands here.</source>
        <translation>选择一次停机：这里显示前后情况以及如何说明原因。</translation>
    </message>
</context>
<context>
    <name>StopTable</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Stood still</source>
        <translation>停机时长</translation>
    </message>
    <message>
        <source>What the machine says</source>
        <translation>设备的说法</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>StopsOfCall</name>
    <message numerus="yes">
        <source>%Ln stop(s) without a reason</source>
        <translation>
            <numerusform>%Ln 次停机没有原因</numerusform>
        </translation>
    </message>
    <message>
        <source>Stood still for {0}: {1}</source>
        <translation>停机 {0}：{1}</translation>
    </message>
    <message>
        <source>Reason of the stop: {0}</source>
        <translation>停机原因：{0}</translation>
    </message>
    <message>
        <source>Give this reason to the stops of this call that have none</source>
        <translation>把此原因填给该呼叫期间尚无原因的停机</translation>
    </message>
    <message>
        <source>Open the stop</source>
        <translation>打开停机</translation>
    </message>
</context>
<context>
    <name>StopsPage</name>
    <message>
        <source>Show all stops again</source>
        <translation>重新显示全部停机</translation>
    </message>
    <message>
        <source>Without a reason</source>
        <translation>待说明</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stop(s)</source>
        <translation>
            <numerusform>%Ln 次停机</numerusform>
        </translation>
    </message>
    <message>
        <source>Every stop has its reason. A stop longer than a micro-stop appears here while it lasts.</source>
        <translation>所有停机都已说明原因。超过短停时限的停机会在进行中就出现在这里。</translation>
    </message>
    <message>
        <source>No stop in this time. A stop longer than a micro-stop appears here while it lasts.</source>
        <translation>此时段没有停机。超过短停时限的停机会在进行中就出现在这里。</translation>
    </message>
    <message>
        <source>One stop</source>
        <translation>单次停机</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Pareto</source>
        <translation>柏拉图</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Order of the stops</source>
        <translation>停机排序</translation>
    </message>
    <message>
        <source>This shift</source>
        <translation>本班</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Time of the stops</source>
        <translation>停机时间</translation>
    </message>
    <message>
        <source>Arrows choose · two letters or a figure mean a reason · Enter gives it and goes on</source>
        <translation>方向键选择 · 两个字或数字选定原因 · Enter 填写并转到下一次</translation>
    </message>
</context>
<context>
    <name>Stretches</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>SupportDialog</name>
    <message>
        <source>It cannot be gathered: {0}</source>
        <translation>无法收集：{0}</translation>
    </message>
    <message>
        <source>The records cannot be read, so nobody&apos;s name was looked for. Read the log before you send it.</source>
        <translation>记录无法读取，因此没有查找人员姓名。发送前请先阅读日志。</translation>
    </message>
    <message>
        <source>The end of it; all of it is written</source>
        <translation>仅显示末尾；文件中为全部内容</translation>
    </message>
    <message>
        <source>{0} is written: {1}</source>
        <translation>已写入 {0}：{1}</translation>
    </message>
    <message>
        <source>Save the bundle</source>
        <translation>保存支持包</translation>
    </message>
    <message>
        <source>Archive (*.zip)</source>
        <translation>压缩文件 (*.zip)</translation>
    </message>
    <message>
        <source>Bundle for support</source>
        <translation>支持包</translation>
    </message>
    <message>
        <source>This is what would be in the file, exactly as it is shown. No record, picture or reading is in it; passwords, PINs, tokens and the names of people were taken out. Take the tick from what you do not want to send. Nothing is sent by itself.</source>
        <translation>文件中的内容与此处显示的完全一致。其中没有记录、图片和读数；密码、PIN、令牌和人员姓名均已去除。不想发送的内容请取消勾选。程序不会自行发送任何内容。</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Pieces of the bundle</source>
        <translation>支持包的各部分</translation>
    </message>
    <message>
        <source>What is in this piece</source>
        <translation>这一部分的内容</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Gathering…</source>
        <translation>正在收集…</translation>
    </message>
</context>
<context>
    <name>TagCard</name>
    <message>
        <source>Decide</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+回车</translation>
    </message>
    <message>
        <source>Choose what becomes of it.</source>
        <translation>请选择处理方式。</translation>
    </message>
    <message>
        <source>Say where it goes.</source>
        <translation>请说明移到哪里。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>牌号</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Decide by</source>
        <translation>决定期限</translation>
    </message>
    <message>
        <source>Put on</source>
        <translation>挂牌</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Open the finding</source>
        <translation>打开问题点</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>移到</translation>
    </message>
    <message>
        <source>Anything else (may be left out)</source>
        <translation>其他说明（可不填）</translation>
    </message>
    <message>
        <source>Choose a red tag: what it is on stands here, and you decide what becomes of it.</source>
        <translation>请选择红牌：此处显示物品，并可决定如何处理。</translation>
    </message>
</context>
<context>
    <name>TagForm</name>
    <message>
        <source>Choose a place</source>
        <translation>选择地点</translation>
    </message>
    <message>
        <source>Choose where it is.</source>
        <translation>请选择地点。</translation>
    </message>
    <message>
        <source>Say what it is that nobody needs here.</source>
        <translation>请说明此处不需要的物品。</translation>
    </message>
    <message>
        <source>Type how many there are, like 1.</source>
        <translation>请输入数量，如 1。</translation>
    </message>
    <message>
        <source>Type a day like 2026-11-28, or +7 for in seven days.</source>
        <translation>请输入日期，如 2026-11-28，或用 +7 表示七天后。</translation>
    </message>
    <message>
        <source>Red tag</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>Put on a red tag</source>
        <translation>挂红牌</translation>
    </message>
    <message>
        <source>For something that nobody seems to need here. Until its day somebody decides about it.</source>
        <translation>用于此处似乎没有人需要的物品。到期之前由人决定如何处理。</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>地点(&amp;W)</translation>
    </message>
    <message>
        <source>T&amp;hing</source>
        <translation>物品(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>数量(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Number on the card</source>
        <translation>牌号(&amp;N)</translation>
    </message>
    <message>
        <source>Who d&amp;ecides</source>
        <translation>决定人(&amp;E)</translation>
    </message>
    <message>
        <source>Decide &amp;by</source>
        <translation>决定期限(&amp;B)</translation>
    </message>
    <message>
        <source>A day like 2026-11-28, or +7 for in seven days.</source>
        <translation>日期，如 2026-11-28，或用 +7 表示七天后。</translation>
    </message>
    <message>
        <source>Wh&amp;y (may be left out)</source>
        <translation>原因（可不填）(&amp;Y)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Put it on</source>
        <translation>挂牌</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+回车</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>Signals</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Words that a signal or its place must have</source>
        <translation>信号或位置须含的文字</translation>
    </message>
    <message>
        <source>Signals of the plant</source>
        <translation>工厂的信号</translation>
    </message>
    <message>
        <source>Enter draws what is chosen.</source>
        <translation>按 Enter 画出所选信号。</translation>
    </message>
    <message>
        <source>The signals of the plant appear here once a plant file is open.</source>
        <translation>打开工厂文件后，这里列出工厂的信号。</translation>
    </message>
</context>
<context>
    <name>TagRows</name>
    <message>
        <source>Number</source>
        <translation>牌号</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>物品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Decide by</source>
        <translation>决定期限</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>尚未决定</translation>
    </message>
</context>
<context>
    <name>TagTree</name>
    <message>
        <source>Not in this plant any more</source>
        <translation>已不在本工厂中</translation>
    </message>
</context>
<context>
    <name>Tags</name>
    <message>
        <source>Tag</source>
        <translation>测量值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>距今</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Last 10 min</source>
        <translation>最近 10 分钟</translation>
    </message>
    <message>
        <source>{0}, retained</source>
        <translation>{0}，保留消息</translation>
    </message>
    <message>
        <source>Not known now: this is the last value before the data stopped or went bad.</source>
        <translation>当前未知：这是数据中断或变坏之前的最后数值。</translation>
    </message>
    <message>
        <source>Outside its limits {0}.</source>
        <translation>超出限值 {0}。</translation>
    </message>
    <message>
        <source>Warned of early: see Early warnings.</source>
        <translation>已预警：见“预警”页面。</translation>
    </message>
    <message>
        <source>The broker kept this value from before the console connected; it is a snapshot, not news.</source>
        <translation>这是本程序连接前消息服务器保留的数值，是快照，不是新消息。</translation>
    </message>
</context>
<context>
    <name>TagsCard</name>
    <message numerus="yes">
        <source>%n outside limits</source>
        <translation>
            <numerusform>%n 项超限</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>测量值</translation>
    </message>
    <message>
        <source>Show in trends</source>
        <translation>在趋势中显示</translation>
    </message>
    <message>
        <source>Tags of the station</source>
        <translation>该工位的测量值</translation>
    </message>
    <message>
        <source>Enter shows what is chosen in the trends.</source>
        <translation>按 Enter 在趋势中显示所选变量。</translation>
    </message>
    <message>
        <source>Measured values of this station appear here: temperatures, loads, speeds. Give its sources the role &quot;tag&quot; in the plant file; the Topics page shows what is on the broker.</source>
        <translation>这里显示该工位的测量值：温度、负载、速度等。请在工厂文件中把相应来源的角色设为 &quot;tag&quot;；“主题”页显示消息服务器上有哪些数据。</translation>
    </message>
</context>
<context>
    <name>TakeStep</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Stopped. What is listed below is in; the rest is not.</source>
        <translation>已停止。下面列出的已导入，其余没有。</translation>
    </message>
    <message>
        <source>Done in {0} s. Importing the same again changes nothing.</source>
        <translation>用时 {0} 秒完成。再次导入相同内容不会有变化。</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存列表</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>已写入：{0}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Nothing went in.</source>
        <translation>没有导入任何内容。</translation>
    </message>
    <message>
        <source>There is nothing to import: everything is here as the source says it.</source>
        <translation>没有可导入的内容：本系统已与来源一致。</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) will be new</source>
        <translation>
            <numerusform>将新增 %n 张工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) will be changed</source>
        <translation>
            <numerusform>将更改 %n 张工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with errors are left out</source>
        <translation>
            <numerusform>%n 行有错误，不导入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) nobody decided stay as they are here</source>
        <translation>
            <numerusform>%n 个未确认的字段保持不变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are new</source>
        <translation>
            <numerusform>新增 %n 张工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were changed</source>
        <translation>
            <numerusform>更改 %n 张工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were as the source says, or changed meanwhile</source>
        <translation>
            <numerusform>%n 张已与来源一致，或其间被更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not go in</source>
        <translation>
            <numerusform>%n 张没有导入</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Save this list</source>
        <translation>保存此列表</translation>
    </message>
    <message>
        <source>How far the import is</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>What went in</source>
        <translation>已导入的内容</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Planned at</source>
        <translation>计划地点</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>尚无名称</translation>
    </message>
    <message>
        <source>v{0}</source>
        <translation>v{0}</translation>
    </message>
    <message>
        <source>Not kept yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>No checklists yet. Press New to make one, or Import to bring one in.</source>
        <translation>还没有检查表。按“新建”创建，或按“导入”带入一份。</translation>
    </message>
    <message>
        <source>Checklists by purpose</source>
        <translation>按用途排列的检查表</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>Press for the records behind it</source>
        <translation>点击查看背后的记录</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>before {0}</source>
        <translation>上期 {0}</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Audits that were signed in this time.</source>
        <translation>此期间签署的审核。</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>平均得分</translation>
    </message>
    <message>
        <source>The mean of all audits, each counts alike; against as long a time before.</source>
        <translation>全部审核的平均值，每次权重相同；与之前等长期间比较。</translation>
    </message>
    <message>
        <source>{0} not passed</source>
        <translation>{0} 次未通过</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Of the audits that are judged. Behind it: those that did not pass.</source>
        <translation>仅计需判定的审核。背后的记录：未通过的审核。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题点</translation>
    </message>
    <message>
        <source>Written down in this time, without those that were withdrawn.</source>
        <translation>此期间记录的问题点，不含已撤回的。</translation>
    </message>
    <message>
        <source>{0} still open</source>
        <translation>{0} 项未关闭</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Findings whose actions are all verified. Behind it: those that are not closed.</source>
        <translation>整改已全部验证的问题点。背后的记录：未关闭的问题点。</translation>
    </message>
    <message>
        <source>{0} without an owner</source>
        <translation>{0} 项无责任人</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Findings with an action over its day; and those that nobody answers for.</source>
        <translation>整改已逾期的问题点，以及无人负责的问题点。</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>共 {0}</translation>
    </message>
    <message>
        <source>Found again</source>
        <translation>重复发现</translation>
    </message>
    <message>
        <source>The same item was found there less than 90 days before.</source>
        <translation>同一检查项在该处 90 天内曾被发现。</translation>
    </message>
    <message>
        <source>Days to close</source>
        <translation>关闭天数</translation>
    </message>
    <message>
        <source>The median from finding to verification, of those that are closed.</source>
        <translation>已关闭问题点从发现到验证的中位天数。</translation>
    </message>
    <message>
        <source>{0} over their day, {1} decided</source>
        <translation>{0} 逾期，{1} 已处理</translation>
    </message>
    <message>
        <source>Red tags</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>Red tags that nobody decided about yet, and those decided in this time.</source>
        <translation>尚未处理的红牌，以及此期间已处理的红牌。</translation>
    </message>
    <message>
        <source>{0} of {1} in time</source>
        <translation>按时 {0} / {1}</translation>
    </message>
    <message>
        <source>Planned rounds</source>
        <translation>计划审核</translation>
    </message>
    <message>
        <source>Planned rounds that were due and were made in time.</source>
        <translation>到期的计划审核中按时完成的比例。</translation>
    </message>
</context>
<context>
    <name>TimeAxis</name>
    <message>
        <source>Time axis</source>
        <translation>时间轴</translation>
    </message>
</context>
<context>
    <name>TimeMachinePage</name>
    <message>
        <source>The board as it was — nothing here is live</source>
        <translation>过去的看板——这里的内容都不是实时的</translation>
    </message>
    <message>
        <source>The board as it was on {0} — nothing here is live</source>
        <translation>{0} 的看板——这里的内容都不是实时的</translation>
    </message>
    <message>
        <source>{0} ago</source>
        <translation>{0}前</translation>
    </message>
    <message>
        <source>Nobody listened from {0} to {1}: there is no data</source>
        <translation>{0} 至 {1} 采集间断：没有数据</translation>
    </message>
    <message>
        <source>Going to {0} · {1}</source>
        <translation>正在前往 {0} · {1}</translation>
    </message>
    <message>
        <source>The shift is lived through once more, from what was recorded.</source>
        <translation>正在根据记录重现这个班次。</translation>
    </message>
    <message>
        <source>The records cannot be read now: calls and stops of that time are not shown.</source>
        <translation>现在无法读取记录：不显示当时的呼叫和停机。</translation>
    </message>
    <message>
        <source>In the plant file of now, not yet heard then: {0}</source>
        <translation>现在的工厂文件中有，当时还没有数据：{0}</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>Back to the live board (Esc)</source>
        <translation>返回实时看板（Esc）</translation>
    </message>
    <message>
        <source>Nothing can be raised in the past. Now leads back to the live board.</source>
        <translation>不能在过去发起呼叫。按“回到现在”返回实时看板。</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>{rate} msg/s</source>
        <translation>{rate} 条/秒</translation>
    </message>
    <message>
        <source>Broker · {state}</source>
        <translation>消息服务器 · {state}</translation>
    </message>
    <message>
        <source>{state} since {time}</source>
        <translation>{time} 起{state}</translation>
    </message>
    <message>
        <source>No shift now</source>
        <translation>当前无班次</translation>
    </message>
    <message numerus="yes">
        <source>%n shifts</source>
        <translation>
            <numerusform>%n 个班次</numerusform>
        </translation>
    </message>
    <message>
        <source>{shift} · {hours}</source>
        <translation>{shift} · {hours}</translation>
    </message>
    <message>
        <source>Raise a call</source>
        <translation>发起呼叫</translation>
    </message>
    <message>
        <source>Seen as</source>
        <translation>显示为</translation>
    </message>
    <message>
        <source>Show the screens as your own roles see them again</source>
        <translation>恢复按您自己的角色显示画面</translation>
    </message>
    <message>
        <source>Switch user or sign out</source>
        <translation>切换用户或退出登录</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>First administrator</source>
        <translation>第一名管理员</translation>
    </message>
    <message>
        <source>Make the first administrator</source>
        <translation>建立第一名管理员</translation>
    </message>
    <message>
        <source>Connection to the broker</source>
        <translation>与消息服务器的连接</translation>
    </message>
    <message>
        <source>Shift and clock: show the board as it was</source>
        <translation>班次和时钟：查看过去的看板</translation>
    </message>
    <message>
        <source>Show the board as it was ({0})</source>
        <translation>查看过去的看板（{0}）</translation>
    </message>
    <message>
        <source>Where records are kept</source>
        <translation>记录保存位置</translation>
    </message>
    <message>
        <source>Wall mode</source>
        <translation>大屏模式</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language: switch to Chinese</source>
        <translation>语言：切换到中文</translation>
    </message>
    <message>
        <source>Language: switch to English</source>
        <translation>语言：切换到英文</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>TopicDetail</name>
    <message>
        <source>Choose a topic: its last message and what the plant file makes of it appear here.</source>
        <translation>请选择一个主题：这里会显示它的最后一条消息，以及工厂文件如何使用它。</translation>
    </message>
</context>
<context>
    <name>TopicHead</name>
    <message>
        <source>yes: a snapshot</source>
        <translation>是：快照</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} 字节</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Full name of the topic</source>
        <translation>主题全名</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息数</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>距今</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>QoS</source>
        <translation>QoS</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>First heard</source>
        <translation>首次收到</translation>
    </message>
    <message>
        <source>Copy topic</source>
        <translation>复制主题</translation>
    </message>
    <message>
        <source>Copy payload</source>
        <translation>复制内容</translation>
    </message>
    <message>
        <source>Plant file source</source>
        <translation>工厂文件来源</translation>
    </message>
    <message>
        <source>A block for the plant file that maps this topic</source>
        <translation>映射这个主题的工厂文件段落</translation>
    </message>
</context>
<context>
    <name>TopicsPage</name>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Filter topics: words that the name holds</source>
        <translation>筛选主题：名称中包含的词</translation>
    </message>
    <message>
        <source>Filter topics</source>
        <translation>筛选主题</translation>
    </message>
    <message>
        <source>Not mapped</source>
        <translation>未映射</translation>
    </message>
    <message>
        <source>Only topics that no rule of the plant file hears</source>
        <translation>只显示工厂文件中没有规则接收的主题</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Only topics with messages that could not be used</source>
        <translation>只显示有无法使用的消息的主题</translation>
    </message>
    <message>
        <source>Sparkplug nodes</source>
        <translation>Sparkplug 节点</translation>
    </message>
    <message>
        <source>Edge nodes and devices instead of topics</source>
        <translation>显示边缘节点和设备，而不是主题</translation>
    </message>
    <message>
        <source>Hear everything</source>
        <translation>接收全部</translation>
    </message>
    <message>
        <source>Subscribe to all topics while this page is open, not only to those of the plant file</source>
        <translation>本页打开时订阅全部主题，而不只是工厂文件中的主题</translation>
    </message>
    <message>
        <source>Connect to a broker</source>
        <translation>连接消息服务器</translation>
    </message>
    <message>
        <source>Topics as a tree</source>
        <translation>主题树</translation>
    </message>
    <message>
        <source>Topics that the filter lets through</source>
        <translation>符合筛选条件的主题</translation>
    </message>
    <message>
        <source>Sparkplug nodes and devices</source>
        <translation>Sparkplug 节点和设备</translation>
    </message>
    <message>
        <source>first {0} of {1}</source>
        <translation>前 {0} 个，共 {1} 个</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) found</source>
        <translation>
            <numerusform>找到 %n 个主题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln topic(s)</source>
        <translation>
            <numerusform>%Ln 个主题</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} msg/s</source>
        <translation>{0} 条/秒</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable</source>
        <translation>
            <numerusform>%Ln 条无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) of topics beyond the most that are kept</source>
        <translation>
            <numerusform>%Ln 条消息的主题超出保留上限</numerusform>
        </translation>
    </message>
    <message>
        <source>No Sparkplug node has been heard. Nodes appear here with their first message.</source>
        <translation>还没有收到任何 Sparkplug 节点。节点发出第一条消息后会显示在这里。</translation>
    </message>
    <message>
        <source>No topic passes the filter. Use fewer words, or switch off the buttons above.</source>
        <translation>没有符合条件的主题。请减少筛选词，或关闭上方的按钮。</translation>
    </message>
    <message>
        <source>No broker is set up. Once connected, every topic on it appears here as it is heard.</source>
        <translation>还没有设置消息服务器。连接后，收到的每个主题都会显示在这里。</translation>
    </message>
    <message>
        <source>Connected; nothing has been published yet. Topics appear here with their first message.</source>
        <translation>已连接，还没有任何消息。主题收到第一条消息后会显示在这里。</translation>
    </message>
    <message>
        <source>Connecting… Topics appear here with their first message.</source>
        <translation>正在连接……主题收到第一条消息后会显示在这里。</translation>
    </message>
    <message>
        <source>There is no connection: {0}</source>
        <translation>没有连接：{0}</translation>
    </message>
</context>
<context>
    <name>TrailPage</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that is done here or at another console of the plant appears here, line by line.</source>
        <translation>在本机或工厂其他控制台所做的一切都会逐行出现在这里。</translation>
    </message>
    <message>
        <source>No line fits. Choose less, or show everything again.</source>
        <translation>没有符合的行。请减少条件，或重新显示全部。</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>操作留痕</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做过的操作</translation>
    </message>
    <message>
        <source>Lines of the trail, the last first</source>
        <translation>操作留痕的各行，最近的在前</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>TrendTools</name>
    <message>
        <source>Views…</source>
        <translation>视图…</translation>
    </message>
    <message>
        <source>Open a saved view, or save what is seen</source>
        <translation>打开已保存的视图，或保存当前显示</translation>
    </message>
    <message>
        <source>Compare what is seen with another time</source>
        <translation>将当前时段与其他时间对比</translation>
    </message>
    <message>
        <source>Overlay…</source>
        <translation>叠加对比…</translation>
    </message>
    <message>
        <source>Snapshot…</source>
        <translation>快照…</translation>
    </message>
    <message>
        <source>A picture of the plots into a call, an action, a file</source>
        <translation>将曲线图放入呼叫、整改或文件</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export {0}</source>
        <translation>导出 {0}</translation>
    </message>
    <message>
        <source>Write what is seen into a table or a picture</source>
        <translation>将当前显示写成表格或图片</translation>
    </message>
</context>
<context>
    <name>TrialStep</name>
    <message>
        <source>Why it was refused</source>
        <translation>未导入原因</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存列表</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>已写入：{0}</translation>
    </message>
    <message>
        <source>new orders</source>
        <translation>新工单</translation>
    </message>
    <message>
        <source>fields changed</source>
        <translation>更改的字段</translation>
    </message>
    <message>
        <source>fields kept as here</source>
        <translation>保留本系统的字段</translation>
    </message>
    <message>
        <source>fields to decide</source>
        <translation>待确认的字段</translation>
    </message>
    <message>
        <source>orders the same</source>
        <translation>相同的工单</translation>
    </message>
    <message>
        <source>no more in the source</source>
        <translation>来源中已没有</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>There is nothing of this kind.</source>
        <translation>没有这类内容。</translation>
    </message>
    <message>
        <source>Open orders that came from this source before. They stay: close them on the board.</source>
        <translation>以前来自该来源、仍未完成的工单。它们会保留：请在看板上关闭。</translation>
    </message>
    <message>
        <source>You decide about them in the next step.</source>
        <translation>在下一步确认。</translation>
    </message>
    <message>
        <source>These rows are left out. Save them, correct them, and import them again.</source>
        <translation>这些行不导入。请保存、改正后再导入。</translation>
    </message>
    <message>
        <source>Here this console&apos;s word holds, the order has ended, or it runs and stays on its line.</source>
        <translation>这里以本系统为准，或工单已结束，或工单进行中、产线不变。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>It says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>如何处理</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本系统</translation>
    </message>
    <message>
        <source>In the source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Save this list</source>
        <translation>保存此列表</translation>
    </message>
    <message>
        <source>Save these rows</source>
        <translation>保存这些行</translation>
    </message>
    <message>
        <source>With why each was refused, to be corrected</source>
        <translation>附上每行未导入的原因，供改正</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>导入将产生的结果</translation>
    </message>
</context>
<context>
    <name>TryingBar</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处改动</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying: {0} · not saved</source>
        <translation>试算：{0} · 未保存</translation>
    </message>
    <message>
        <source>Nobody else sees it. It stays until this program ends.</source>
        <translation>别人看不到。程序关闭前一直保留。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo the last change (Ctrl+Z)</source>
        <translation>撤销上一步（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Do it again (Ctrl+Y)</source>
        <translation>重做一步（Ctrl+Y）</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Forget everything that is tried</source>
        <translation>放弃全部试算</translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation>保存计划</translation>
    </message>
    <message>
        <source>Save all of it (Ctrl+S)</source>
        <translation>全部保存（Ctrl+S）</translation>
    </message>
</context>
<context>
    <name>Typing</name>
    <message>
        <source>Keep (Enter)</source>
        <translation>保存（Enter）</translation>
    </message>
</context>
<context>
    <name>Undelivered</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateLine</name>
    <message>
        <source>Ask for newer versions now</source>
        <translation>立即查询新版本</translation>
    </message>
</context>
<context>
    <name>VerificationCard</name>
    <message>
        <source>Verify now</source>
        <translation>立即校验</translation>
    </message>
    <message>
        <source>Hold every line and every record against the trail</source>
        <translation>把每一行和每条记录与操作留痕核对</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Answer for it</source>
        <translation>说明原因</translation>
    </message>
    <message>
        <source>Say that this is known, and why it happened</source>
        <translation>说明此事已知，以及为什么会发生</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Put the record back to what the trail accounts for</source>
        <translation>把记录恢复成操作留痕所载的内容</translation>
    </message>
    <message>
        <source>How did it come about?</source>
        <translation>这是怎么发生的？</translation>
    </message>
    <message>
        <source>How it came about</source>
        <translation>发生的原因</translation>
    </message>
    <message>
        <source>Alterations that were found</source>
        <translation>发现的改动</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>校验</translation>
    </message>
    <message numerus="yes">
        <source>%n alteration(s) that nobody has answered for</source>
        <translation>
            <numerusform>%n 处改动尚无人说明</numerusform>
        </translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>正在校验…</translation>
    </message>
    <message>
        <source>The verification did not come to its end: {0}</source>
        <translation>校验没有完成：{0}</translation>
    </message>
    <message>
        <source>Not verified yet since the start</source>
        <translation>启动以来尚未校验</translation>
    </message>
    <message>
        <source>The records are what the trail accounts for</source>
        <translation>记录与操作留痕一致</translation>
    </message>
    <message>
        <source>this PC</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>shared database</source>
        <translation>共享数据库</translation>
    </message>
    <message>
        <source>The console verifies by itself, a little at a time.</source>
        <translation>控制台会自行分批校验。</translation>
    </message>
    <message>
        <source>{0}: {1} lines and {2} records verified {3} ago, in {4}</source>
        <translation>{0}：{3}前校验了 {1} 行和 {2} 条记录，用时 {4}</translation>
    </message>
    <message>
        <source>, {0} more alterations not told one by one</source>
        <translation>，另有 {0} 处改动未逐一列出</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Nothing is published yet. Publish the draft, and its first version appears here.</source>
        <translation>尚未发布。发布草稿后，第一个版本会显示在这里。</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>without a note</source>
        <translation>无说明</translation>
    </message>
    <message>
        <source>What is other in version {0}</source>
        <translation>版本 {0} 有何不同</translation>
    </message>
</context>
<context>
    <name>ViewRows</name>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Pens</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>所有者</translation>
    </message>
    <message numerus="yes">
        <source>%n pen(s)</source>
        <translation>
            <numerusform>%n 条曲线</numerusform>
        </translation>
    </message>
    <message>
        <source>mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>{0}, shared</source>
        <translation>{0}，已共享</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Picture or file</source>
        <translation>图片或文件</translation>
    </message>
    <message>
        <source>The one before (Left)</source>
        <translation>上一个（左方向键）</translation>
    </message>
    <message>
        <source>The next one (Right)</source>
        <translation>下一个（右方向键）</translation>
    </message>
    <message>
        <source>Farther away (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>Nearer (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>All of it (0)</source>
        <translation>显示全部（0）</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Two pictures of this record side by side</source>
        <translation>并排显示此记录的两张图片</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Second picture</source>
        <translation>第二张图片</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>What is to be seen here</source>
        <translation>图中可见的内容</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>保存备注</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Write this picture or file to a folder of your choice</source>
        <translation>将此图片或文件写入您选择的文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>备注已保存</translation>
    </message>
    <message>
        <source>It goes out of view everywhere; the trail keeps it. Press again to remove it.</source>
        <translation>它将在所有地方不再显示，但操作留痕会保留。再按一次即可移除。</translation>
    </message>
    <message>
        <source>This cannot be shown here. Save a copy to open it with another program.</source>
        <translation>此处无法显示。请另存副本，用其他程序打开。</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>确认移除</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
</context>
<context>
    <name>ViewsPanel</name>
    <message>
        <source>It is open, but not in the plant any more: {0}</source>
        <translation>已打开，但以下信号已不在工厂中：{0}</translation>
    </message>
    <message>
        <source>Press Remove once more to remove {0}.</source>
        <translation>再按一次“删除”以删除 {0}。</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>No view has these words. Clear the filter to see all of them.</source>
        <translation>没有符合的视图。清除筛选可查看全部。</translation>
    </message>
    <message>
        <source>Views that you save and views that others share appear here. Draw what you want to see again, type a name below, and save it.</source>
        <translation>您保存的视图和他人共享的视图会显示在这里。画好想再看的曲线，在下方输入名称并保存。</translation>
    </message>
    <message>
        <source>Share no more</source>
        <translation>取消共享</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已保存的视图</translation>
    </message>
    <message>
        <source>Pens, axes, the stretch of time and what it is compared with.</source>
        <translation>曲线、坐标轴、时段以及叠加对比的内容。</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>按文字筛选</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save as new</source>
        <translation>另存为新视图</translation>
    </message>
    <message>
        <source>Save over</source>
        <translation>覆盖保存</translation>
    </message>
    <message>
        <source>The chosen view shows from now on what is seen here</source>
        <translation>所选视图今后显示当前内容</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>WaitPart</name>
    <message numerus="yes">
        <source>of %n completed order(s)</source>
        <translation>
            <numerusform>共完成 %n 张工单</numerusform>
        </translation>
    </message>
    <message>
        <source>The line: 85 % of the stays that ended in this time were not longer. Beyond it is worth a look.</source>
        <translation>横线：该时段结束的停留中，85 % 不超过此值。超出的值得查看。</translation>
    </message>
    <message>
        <source>Time in {0}</source>
        <translation>在{0}的时间</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Open orders by their age</source>
        <translation>未结工单，按滞留时间</translation>
    </message>
    <message>
        <source>In its column</source>
        <translation>在本栏时间</translation>
    </message>
    <message>
        <source>Time in each column</source>
        <translation>各栏时间</translation>
    </message>
    <message>
        <source>Age of open orders</source>
        <translation>未结工单的滞留时间</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>栏</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>85 %</source>
        <translation>85 %</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>受阻</translation>
    </message>
    <message>
        <source>Blocked, median</source>
        <translation>受阻，中位数</translation>
    </message>
    <message>
        <source>Time in each column; Enter shows the orders</source>
        <translation>各栏时间；按 Enter 查看工单</translation>
    </message>
    <message>
        <source>The orders that were in the chosen column, the longest first</source>
        <translation>到过所选栏的工单，用时最长的在前</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>未结工单</translation>
    </message>
    <message>
        <source>The open orders, the oldest in their column first</source>
        <translation>未结工单，在本栏最久的在前</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>Leave wall mode</source>
        <translation>退出大屏模式</translation>
    </message>
    <message>
        <source>Start wall mode</source>
        <translation>进入大屏模式</translation>
    </message>
    <message>
        <source>Go on turning pages</source>
        <translation>继续翻页</translation>
    </message>
    <message>
        <source>Hold this page</source>
        <translation>停在本页</translation>
    </message>
    <message>
        <source>On which monitor</source>
        <translation>显示在哪台显示器</translation>
    </message>
    <message>
        <source>Turn the page</source>
        <translation>翻页</translation>
    </message>
    <message>
        <source>{number}: {name}, {width} × {height}</source>
        <translation>{number}：{name}，{width} × {height}</translation>
    </message>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation>
            <numerusform>每 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>only by hand</source>
        <translation>仅手动</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>No plant yet</source>
        <translation>尚无工厂</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Broker {state} since {time}</source>
        <translation>消息服务器 {time} 起{state}</translation>
    </message>
    <message>
        <source>Wall — Gemba Console</source>
        <translation>大屏 — Gemba Console</translation>
    </message>
    <message>
        <source>Plant, page and clock</source>
        <translation>工厂、页码与时钟</translation>
    </message>
</context>
<context>
    <name>WarningCard</name>
    <message>
        <source>Early warning</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>rule: {0}</source>
        <translation>规则：{0}</translation>
    </message>
    <message>
        <source>{0} · {1} · since {2} ({3})</source>
        <translation>{0} · {1} · 始于 {2}（{3}）</translation>
    </message>
    <message>
        <source>{0} · {1} · {2}, lasted {3}</source>
        <translation>{0} · {1} · {2}，持续 {3}</translation>
    </message>
    <message>
        <source>{0}, says {1}</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>Category…</source>
        <translation>类别…</translation>
    </message>
    <message>
        <source>Open the call</source>
        <translation>打开呼叫</translation>
    </message>
    <message>
        <source>Raise a call</source>
        <translation>发起呼叫</translation>
    </message>
    <message>
        <source>The call is raised.</source>
        <translation>已发起呼叫。</translation>
    </message>
    <message>
        <source>Noted: {0}</source>
        <translation>已记录：{0}</translation>
    </message>
    <message>
        <source>Show in Trends</source>
        <translation>在趋势中查看</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>The warning was right: something was wrong or about to be</source>
        <translation>预警正确：确实有问题，或将要出问题</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Nothing was wrong</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Nobody has judged it then</source>
        <translation>撤回后视为未评价</translation>
    </message>
    <message>
        <source>Category of the call</source>
        <translation>呼叫类别</translation>
    </message>
    <message>
        <source>What was it?</source>
        <translation>是什么情况？</translation>
    </message>
    <message>
        <source>What was it? (may stay empty)</source>
        <translation>是什么情况？（可不填）</translation>
    </message>
    <message>
        <source>The signal around the beginning of the warning</source>
        <translation>预警开始前后的信号</translation>
    </message>
</context>
<context>
    <name>WarningFigures</name>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>征兆</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>预警数</translation>
    </message>
    <message>
        <source>Before a stop</source>
        <translation>停机之前</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>有应对</translation>
    </message>
    <message>
        <source>False</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Time ahead</source>
        <translation>提前时间</translation>
    </message>
    <message>
        <source>{0} of {1} stops were warned of</source>
        <translation>{1} 次停机中有 {0} 次事先预警</translation>
    </message>
    <message>
        <source>A warning came before a stop when one began at its place within the rule&apos;s time ahead, else an hour. It was answered when its call was not rejected or somebody judged it right, and false otherwise. Shares and the median time ahead are told from {0} on.</source>
        <translation>预警后，同一地点在规则的提前时间内（否则一小时内）开始停机，即为停机之前的预警。其呼叫未被驳回或有人评价为正确，即为有应对；否则为误报。满 {0} 条后才给出比例和提前时间的中位数。</translation>
    </message>
    <message>
        <source>No warning in this time: nothing can be said of them yet.</source>
        <translation>该时段没有预警，还无法评价。</translation>
    </message>
    <message>
        <source>Control chart</source>
        <translation>控制图</translation>
    </message>
    <message>
        <source>Out of control</source>
        <translation>失控</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>By sign</source>
        <translation>按征兆</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>Time of the figures</source>
        <translation>数据的时段</translation>
    </message>
    <message>
        <source>Put together by</source>
        <translation>汇总方式</translation>
    </message>
    <message>
        <source>What became of the warnings</source>
        <translation>预警的结果</translation>
    </message>
    <message>
        <source>Process out of control</source>
        <translation>过程失控</translation>
    </message>
    <message>
        <source>share of the points that broke a rule</source>
        <translation>违反规则的点的比例</translation>
    </message>
</context>
<context>
    <name>WarningRows</name>
    <message>
        <source>Since</source>
        <translation>始于</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>征兆</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>评价</translation>
    </message>
</context>
<context>
    <name>WarningRuleForm</name>
    <message>
        <source>Everywhere</source>
        <translation>所有地点</translation>
    </message>
    <message>
        <source>Places where the rule holds</source>
        <translation>规则适用的地点</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Looks for</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>The name of a tag; * and ? stand for anything.</source>
        <translation>测点名称；* 和 ? 代表任意字符。</translation>
    </message>
    <message>
        <source>Control chart</source>
        <translation>控制图</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Seen over</source>
        <translation>观察时长</translation>
    </message>
    <message>
        <source>Warns ahead</source>
        <translation>提前预警</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>其他日数</translation>
    </message>
    <message>
        <source>Needed for a piece</source>
        <translation>每件用量</translation>
    </message>
    <message>
        <source>0: as the level itself shows.</source>
        <translation>0：按料位自身的变化。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Over after</source>
        <translation>结束多久后算恢复</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重度</translation>
    </message>
    <message>
        <source>Text of the call</source>
        <translation>呼叫文字</translation>
    </message>
    <message>
        <source>Empty: what the sign says. Gaps: {place} {signal} {value}</source>
        <translation>不填：按征兆的说法。可用：{place} {signal} {value}</translation>
    </message>
    <message>
        <source>More than (a minute)</source>
        <translation>每分钟超过</translation>
    </message>
    <message>
        <source>Not more than</source>
        <translation>变化不超过</translation>
    </message>
    <message>
        <source>Times the usual interval (0: only the time)</source>
        <translation>通常间隔的倍数（0：只看时间）</translation>
    </message>
    <message>
        <source>Sigmas</source>
        <translation>西格玛数</translation>
    </message>
    <message>
        <source>Nobody: the warning stands by itself</source>
        <translation>不呼叫：只预警</translation>
    </message>
    <message>
        <source>As the category says</source>
        <translation>按类别规定</translation>
    </message>
    <message>
        <source>Every chart</source>
        <translation>全部控制图</translation>
    </message>
</context>
<context>
    <name>WarningRulesTab</name>
    <message>
        <source>New rule</source>
        <translation>新规则</translation>
    </message>
    <message>
        <source>Saved. The rule holds from now on.</source>
        <translation>已保存。规则即刻生效。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Show the rule as it is saved</source>
        <translation>恢复为已保存的内容</translation>
    </message>
</context>
<context>
    <name>WatchedTab</name>
    <message>
        <source>The folder that the ERP writes orders into</source>
        <translation>ERP 写入工单的文件夹</translation>
    </message>
    <message>
        <source>Decided. It is not asked again.</source>
        <translation>已确认，不再询问。</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>By</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The files that were taken are listed here.</source>
        <translation>已读取的文件列在这里。</translation>
    </message>
    <message>
        <source>No folder is watched. When the ERP writes files of orders into a folder, the console can take them by itself: import one file by hand first and keep its mapping, then choose the folder here.</source>
        <translation>没有监视文件夹。如果 ERP 把工单文件写入某个文件夹，控制台可以自动读取：请先手动导入一个文件并保留映射，再在这里选择文件夹。</translation>
    </message>
    <message>
        <source>{0} is being looked at.</source>
        <translation>正在查看 {0}。</translation>
    </message>
    <message>
        <source>The folder does not answer; it is looked at again by itself. {0}</source>
        <translation>文件夹无响应，稍后会自动重试。{0}</translation>
    </message>
    <message>
        <source>Nothing is taken from {0}: no mapping of the name “{1}” is kept.</source>
        <translation>不从 {0} 读取：没有名为“{1}”的映射。</translation>
    </message>
    <message>
        <source>The records of this PC cannot be used now: {0}. Files wait.</source>
        <translation>本机记录暂时无法使用：{0}。文件在等待。</translation>
    </message>
    <message>
        <source>A file can be neither read nor moved: {0}</source>
        <translation>有文件既无法读取也无法移动：{0}</translation>
    </message>
    <message>
        <source>{0} is held by another program; it is taken when that lets go.</source>
        <translation>{0} 被其他程序占用，释放后读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait until they stop growing.</source>
        <translation>
            <numerusform>%n 个文件等待停止增长。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} is watched.</source>
        <translation>正在监视 {0}。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本系统</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Nothing to decide. Fields set to “Ask each time” wait here when a file says something else.</source>
        <translation>没有需要确认的内容。设为“每次询问”的字段与文件不一致时在这里等待。</translation>
    </message>
    <message>
        <source>taken, rows with errors put aside</source>
        <translation>已读取，有错误的行另存</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>A folder that files are taken from</source>
        <translation>自动读取的文件夹</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Files that were taken</source>
        <translation>已读取的文件</translation>
    </message>
    <message>
        <source>Read like</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>监视文件夹…</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>立即查看</translation>
    </message>
    <message>
        <source>Watch no longer</source>
        <translation>停止监视</translation>
    </message>
    <message>
        <source>Take the file&apos;s</source>
        <translation>采用文件</translation>
    </message>
    <message>
        <source>Keep this console&apos;s</source>
        <translation>保留本系统</translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>No shift is on, so no time is planned and none is lost.</source>
        <translation>当前没有班次，因此没有计划时间，也没有损失。</translation>
    </message>
    <message>
        <source>Planned time</source>
        <translation>计划时间</translation>
    </message>
    <message>
        <source>Faster than ideal</source>
        <translation>快于理想循环</translation>
    </message>
    <message>
        <source>{0} of planned time</source>
        <translation>计划时间的 {0}</translation>
    </message>
    <message>
        <source>Good time</source>
        <translation>有效时间</translation>
    </message>
    <message>
        <source>{0} min = good time + losses = {1} min</source>
        <translation>{0} 分钟 = 有效时间 + 损失 = {1} 分钟</translation>
    </message>
    <message>
        <source>Availability {0} × performance {1} × quality {2} = OEE {3}</source>
        <translation>可用率 {0} × 性能率 {1} × 合格率 {2} = OEE {3}</translation>
    </message>
    <message>
        <source>Good time / planned time = OEE {0}</source>
        <translation>有效时间 / 计划时间 = OEE {0}</translation>
    </message>
</context>
<context>
    <name>WeekBoard</name>
    <message>
        <source>The line does not work in this shift.</source>
        <translation>产线在这个班次不生产。</translation>
    </message>
    <message>
        <source>This shift is over.</source>
        <translation>这个班次已经结束。</translation>
    </message>
    <message>
        <source>Only planners and supervisors of this line change its plan.</source>
        <translation>只有本产线的计划员和主管可以改计划。</translation>
    </message>
    <message>
        <source>Week board: lines by shifts</source>
        <translation>周计划看板：产线 × 班次</translation>
    </message>
</context>
<context>
    <name>WeekCard</name>
    <message>
        <source>On duty this week</source>
        <translation>本周当班</translation>
    </message>
    <message>
        <source>Week of the crew: people by shift</source>
        <translation>班组周表：人员与班次</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>值班表</translation>
    </message>
    <message>
        <source>Open the roster, where duties are set</source>
        <translation>打开值班表，设置当班</translation>
    </message>
    <message>
        <source>Nobody of this crew is on the roster of its place. Duties are set in the roster, person by shift.</source>
        <translation>该班组无人在其地点的值班表上。请在值班表中按人员和班次设置当班。</translation>
    </message>
</context>
<context>
    <name>WeekRows</name>
    <message>
        <source>{0}: calls go to a role that nobody has</source>
        <translation>{0}：呼叫所通知的角色无人当班</translation>
    </message>
</context>
<context>
    <name>WhyRow</name>
    <message>
        <source>Reason: two letters are enough</source>
        <translation>原因：两个字母即可</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Pieces for this reason</source>
        <translation>该原因的件数</translation>
    </message>
    <message>
        <source>Leave this reason out</source>
        <translation>去掉这个原因</translation>
    </message>
</context>
<context>
    <name>WhyRows</name>
    <message>
        <source>Scrap and rework by reason (may be left out)</source>
        <translation>报废与返工的原因（可不填）</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>添加原因</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>In control</source>
        <translation>受控</translation>
    </message>
    <message>
        <source>Rule {0} broken since {1}</source>
        <translation>自 {1} 起违反规则 {0}</translation>
    </message>
    <message numerus="yes">
        <source>Learning: {0} of %n point(s)</source>
        <translation>
            <numerusform>学习中：已有 {0} / %n 个点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learning: %n point(s) so far</source>
        <translation>
            <numerusform>学习中：已有 %n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few points</source>
        <translation>点太少</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Cannot be read: {0}</source>
        <translation>无法读取：{0}</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Rule {0}, {1}</source>
        <translation>规则 {0}，{1}</translation>
    </message>
    <message>
        <source>Learning, {0}</source>
        <translation>学习中，{0}</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>a point every {0}</source>
        <translation>每 {0} 一个点</translation>
    </message>
    <message numerus="yes">
        <source>groups of %n reading(s)</source>
        <translation>
            <numerusform>每组 %n 个读数</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n piece(s)</source>
        <translation>
            <numerusform>每 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>one point a unit or order</source>
        <translation>每个单元或工单一个点</translation>
    </message>
    <message>
        <source>every reading</source>
        <translation>每个读数一个点</translation>
    </message>
</context>
<context>
    <name>_Sentences</name>
    <message>
        <source>Since {0}</source>
        <translation>自 {0} 起</translation>
    </message>
    <message>
        <source>no limits yet</source>
        <translation>还没有控制限</translation>
    </message>
    <message>
        <source>center {0}</source>
        <translation>中心线 {0}</translation>
    </message>
    <message>
        <source>sigma {0}</source>
        <translation>西格玛 {0}</translation>
    </message>
    <message>
        <source>still learning</source>
        <translation>仍在学习</translation>
    </message>
    <message>
        <source>it ended before it had learnt its limits</source>
        <translation>在学得控制限之前已结束</translation>
    </message>
    <message numerus="yes">
        <source>from %n point(s)</source>
        <translation>
            <numerusform>取自 %n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>given by hand</source>
        <translation>人工给定</translation>
    </message>
    <message>
        <source>{0}: “{1}” is no number.</source>
        <translation>{0}：“{1}”不是数字。</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: too few, or they do not vary, so there are no limits yet.</source>
        <translation>{0}：太少或没有变化，还没有控制限。</translation>
    </message>
    <message>
        <source>{0}, center {1}, limits {2} to {3}</source>
        <translation>{0}，中心线 {1}，控制限 {2} 至 {3}</translation>
    </message>
    <message numerus="yes">
        <source>%n of them break(s) a rule</source>
        <translation>
            <numerusform>其中 %n 个违反规则</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actioncolumns</name>
    <message>
        <source>Open</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Being done</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待验证</translation>
    </message>
    <message>
        <source>Effect to be seen</source>
        <translation>待效果确认</translation>
    </message>
    <message>
        <source>Held, 30 days</source>
        <translation>有效（近 30 天）</translation>
    </message>
    <message>
        <source>New actions begin here, and those that did not hold.</source>
        <translation>新建的和未见效的整改从这里开始。</translation>
    </message>
    <message>
        <source>Drag an action here when you begin with it.</source>
        <translation>开始处理时，把整改拖到这里。</translation>
    </message>
    <message>
        <source>What is done waits here until somebody has verified it.</source>
        <translation>已完成的整改在这里等待验证。</translation>
    </message>
    <message>
        <source>What was verified waits here for the day on which its effect is seen.</source>
        <translation>已验证的整改在这里等待效果确认日。</translation>
    </message>
    <message>
        <source>What held lies here for 30 days.</source>
        <translation>有效的整改在这里保留 30 天。</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Open</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Being done</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Done · to be verified</source>
        <translation>已完成 · 待验证</translation>
    </message>
    <message>
        <source>Verified · effect to be seen</source>
        <translation>已验证 · 待确认效果</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>Planned anew</source>
        <translation>重新安排</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>受阻</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Not done rightly</source>
        <translation>没有做好</translation>
    </message>
    <message>
        <source>It held</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>It did not hold: open again</source>
        <translation>未能保持：重新打开</translation>
    </message>
    <message>
        <source>It happened again: open again</source>
        <translation>再次发生：重新打开</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题点</translation>
    </message>
    <message>
        <source>Safety report</source>
        <translation>安全报告</translation>
    </message>
    <message>
        <source>Made by hand</source>
        <translation>手工建立</translation>
    </message>
    <message>
        <source>severe enough</source>
        <translation>严重程度达到要求</translation>
    </message>
    <message>
        <source>came back too often</source>
        <translation>重复太多次</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>It is done…</source>
        <translation>完成…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Not done rightly…</source>
        <translation>没有做好…</translation>
    </message>
    <message>
        <source>It held…</source>
        <translation>有效…</translation>
    </message>
    <message>
        <source>It did not hold…</source>
        <translation>未能保持…</translation>
    </message>
    <message>
        <source>Blocked…</source>
        <translation>受阻…</translation>
    </message>
    <message>
        <source>It can go on</source>
        <translation>可以继续</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>重新打开…</translation>
    </message>
    <message>
        <source>due {0}</source>
        <translation>期限 {0}</translation>
    </message>
</context>
<context>
    <name>attachments</name>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Office document</source>
        <translation>办公文档</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>收起此消息</translation>
    </message>
    <message>
        <source>Is attached when this is kept</source>
        <translation>保存时一并附上</translation>
    </message>
    <message>
        <source>Take this file back</source>
        <translation>撤回此文件</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Checking, and making it safe…</source>
        <translation>正在检查并做安全处理…</translation>
    </message>
    <message>
        <source>Keeping…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Not here yet: it is coming</source>
        <translation>尚未到达：正在传来</translation>
    </message>
    <message>
        <source>Changed by another program: not shown</source>
        <translation>已被其他程序改动：不予显示</translation>
    </message>
    <message>
        <source>Saved here, not yet shared</source>
        <translation>已保存在本机，尚未共享</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已改动</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>传输中</translation>
    </message>
</context>
<context>
    <name>auditfigures</name>
    <message>
        <source>red line broken</source>
        <translation>触碰红线</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>late</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>漏检</translation>
    </message>
    <message>
        <source>missed, approved</source>
        <translation>漏检，已批准</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>Last 6 months</source>
        <translation>最近 6 个月</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>Last 3 years</source>
        <translation>最近 3 年</translation>
    </message>
    <message>
        <source>{0} points</source>
        <translation>{0} 分</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} 天</translation>
    </message>
    <message>
        <source>few</source>
        <translation>少</translation>
    </message>
    <message>
        <source>Every checklist</source>
        <translation>所有检查表</translation>
    </message>
</context>
<context>
    <name>auditplans</name>
    <message>
        <source>Ahead</source>
        <translation>待执行</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>漏检</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Done late</source>
        <translation>逾期完成</translation>
    </message>
    <message>
        <source>Miss approved</source>
        <translation>批准漏检</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月</translation>
    </message>
    <message>
        <source>every day, by {0}</source>
        <translation>每天 {0} 前</translation>
    </message>
    <message>
        <source>every {1} days, by {0}</source>
        <translation>每 {1} 天，{0} 前</translation>
    </message>
    <message>
        <source>every {1}, by {0}</source>
        <translation>每{1} {0} 前</translation>
    </message>
    <message>
        <source>every {2} weeks on {1}, by {0}</source>
        <translation>每 {2} 周的{1} {0} 前</translation>
    </message>
    <message>
        <source>every month on day {1}, by {0}</source>
        <translation>每月 {1} 日 {0} 前</translation>
    </message>
    <message>
        <source>every {2} months on day {1}, by {0}</source>
        <translation>每 {2} 个月的 {1} 日 {0} 前</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 中抽 {0}</translation>
    </message>
    <message>
        <source>Drawn fairly: each of {0} places comes once before any comes twice, within {1} times.</source>
        <translation>公平抽取：{0} 个地点在 {1} 次内各轮到一次后，才会有地点第二次被抽到。</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>moved from {0}: {1}</source>
        <translation>由 {0} 改期：{1}</translation>
    </message>
</context>
<context>
    <name>audits</name>
    <message>
        <source>Red tag: {0}</source>
        <translation>红牌：{0}</translation>
    </message>
    <message>
        <source>due {0}</source>
        <translation>期限 {0}</translation>
    </message>
    <message>
        <source>5S</source>
        <translation>5S</translation>
    </message>
    <message>
        <source>6S</source>
        <translation>6S</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>保养</translation>
    </message>
    <message>
        <source>Start of shift</source>
        <translation>班前点检</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>Layered audit</source>
        <translation>分层审核</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>班前会</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation>隐患</translation>
    </message>
    <message>
        <source>Near miss</source>
        <translation>未遂事件</translation>
    </message>
    <message>
        <source>Environmental event</source>
        <translation>环境事件</translation>
    </message>
    <message>
        <source>First aid</source>
        <translation>轻伤（急救）</translation>
    </message>
    <message>
        <source>Lost time</source>
        <translation>损工事故</translation>
    </message>
    <message>
        <source>today {0}</source>
        <translation>今天 {0}</translation>
    </message>
    <message>
        <source>tomorrow {0}</source>
        <translation>明天 {0}</translation>
    </message>
    <message>
        <source>yesterday {0}</source>
        <translation>昨天 {0}</translation>
    </message>
    <message>
        <source>missed, due {0}</source>
        <translation>漏检，应于 {0}</translation>
    </message>
    <message>
        <source>overdue since {0}</source>
        <translation>{0} 起超时</translation>
    </message>
    <message>
        <source>Finding: {0}</source>
        <translation>问题点：{0}</translation>
    </message>
    <message>
        <source>found again</source>
        <translation>重复出现</translation>
    </message>
    <message>
        <source>owner {0}</source>
        <translation>责任人 {0}</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation>不低于 {0}</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>不高于 {0}</translation>
    </message>
    <message>
        <source>red line</source>
        <translation>红线</translation>
    </message>
    <message>
        <source>weight {0}</source>
        <translation>权重 {0}</translation>
    </message>
    <message>
        <source>picture wanted</source>
        <translation>需要照片</translation>
    </message>
    <message>
        <source>picture wanted where weak</source>
        <translation>得分偏低时需要照片</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未答复</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>picture taken</source>
        <translation>已拍照</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>Not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>Files are missing</source>
        <translation>缺少文件</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation>不是本程序的</translation>
    </message>
    <message>
        <source>Nobody has looked at this copy yet.</source>
        <translation>此副本还没有检查过。</translation>
    </message>
    <message>
        <source>Its bytes are those that were written, and it holds what it held then.</source>
        <translation>字节与写入时一致，内容也与当时一致。</translation>
    </message>
    <message>
        <source>The records in it are whole; some pictures or files beside it are gone.</source>
        <translation>其中的记录完整；旁边的部分图片或文件不见了。</translation>
    </message>
    <message>
        <source>It is not what was written and cannot be restored. The disk may be failing.</source>
        <translation>内容与写入时不同，无法恢复。磁盘可能有故障。</translation>
    </message>
    <message>
        <source>This file holds no records of Gemba Console.</source>
        <translation>此文件中没有 Gemba Console 的记录。</translation>
    </message>
    <message>
        <source>Making a backup…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>Checking copies…</source>
        <translation>正在检查副本…</translation>
    </message>
    <message>
        <source>Checking the copy and making it ready…</source>
        <translation>正在检查并准备副本…</translation>
    </message>
    <message>
        <source>Writing the export…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Reading and verifying the export…</source>
        <translation>正在读取并验证导出内容…</translation>
    </message>
    <message>
        <source>The readings are being copied: {0}.</source>
        <translation>正在复制读数：{0}。</translation>
    </message>
    <message>
        <source>The readings could not be copied, it is tried again in an hour: {0}</source>
        <translation>读数未能复制，一小时后再试：{0}</translation>
    </message>
    <message>
        <source>Readings: the newest copy, {0}, {1} ago: {2}.</source>
        <translation>读数：最新副本，{0}，{1} 前：{2}。</translation>
    </message>
    <message>
        <source>Readings: the first copy is made soon.</source>
        <translation>读数：很快制作第一个副本。</translation>
    </message>
    <message>
        <source>The readings of the signals are not in these backups: they are large. backup.history_days in the settings has them copied too.</source>
        <translation>信号的读数不在这些备份中：它们很大。在设置中用 backup.history_days 可以让它们也被复制。</translation>
    </message>
    <message>
        <source>The backup folder cannot be reached: {0}. It is tried again every few minutes. Is the drive connected, and may this user write there?</source>
        <translation>无法访问备份文件夹：{0}。每隔几分钟会再试一次。磁盘是否已连接？此用户是否可以写入？</translation>
    </message>
    <message>
        <source>There is no room left in the backup folder: {0}. Make room on that disk.</source>
        <translation>备份文件夹已没有空间：{0}。请在该磁盘上腾出空间。</translation>
    </message>
    <message>
        <source>The records themselves are damaged. Restore the newest good copy below. Folder: {0}</source>
        <translation>记录本身已损坏。请恢复下方最新的完好副本。文件夹：{0}</translation>
    </message>
    <message>
        <source>What was written to the backup folder is not what was read, so it was thrown away: {0}. The disk or the connection to it may be failing.</source>
        <translation>写入备份文件夹的内容与读出的不一致，已丢弃：{0}。磁盘或其连接可能有故障。</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0} 第 {1} 行</translation>
    </message>
    <message>
        <source>This is no export of Gemba Console: {0} is not in it.</source>
        <translation>这不是 Gemba Console 的导出：其中没有 {0}。</translation>
    </message>
    <message>
        <source>This export was written by another version of the program. Import it with that version.</source>
        <translation>此导出由另一版本的程序写成。请用该版本导入。</translation>
    </message>
    <message>
        <source>This export is not complete: {0}. Take a copy that was not cut short.</source>
        <translation>此导出不完整：{0}。请使用没有截断的副本。</translation>
    </message>
    <message>
        <source>This export cannot be read: {0}. Take the files as they were written.</source>
        <translation>此导出无法读取：{0}。请使用原样的文件。</translation>
    </message>
    <message>
        <source>The trail of this export was altered: {0} does not fit the chain. Nothing was imported.</source>
        <translation>此导出的留痕被改动：{0} 与哈希链不符。没有导入任何内容。</translation>
    </message>
    <message>
        <source>This export was altered: {0} is not what the trail tells. Nothing was imported.</source>
        <translation>此导出被改动：{0} 与留痕不符。没有导入任何内容。</translation>
    </message>
    <message>
        <source>This export was altered: {0} is not the file that was written.</source>
        <translation>此导出被改动：{0} 不是当时写出的文件。</translation>
    </message>
</context>
<context>
    <name>board</name>
    <message>
        <source>line reports {0} %</source>
        <translation>产线自报 {0} %</translation>
    </message>
    <message>
        <source>{0} vs plan</source>
        <translation>比计划 {0}</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>finish {0}</source>
        <translation>预计 {0} 完成</translation>
    </message>
    <message>
        <source>finish {0} ({1} min)</source>
        <translation>预计 {0} 完成（{1} 分钟）</translation>
    </message>
    <message>
        <source>/ {0} pcs</source>
        <translation>/ {0} 件</translation>
    </message>
    <message>
        <source>pcs</source>
        <translation>件</translation>
    </message>
    <message>
        <source>No shift is planned now.</source>
        <translation>当前没有排班。</translation>
    </message>
    <message>
        <source>{0} for {1}</source>
        <translation>{0}，已 {1}</translation>
    </message>
    <message>
        <source>Call: {0}</source>
        <translation>呼叫：{0}</translation>
    </message>
    <message>
        <source>Reason: {0}</source>
        <translation>原因：{0}</translation>
    </message>
    <message>
        <source>Alarm: {0}</source>
        <translation>报警：{0}</translation>
    </message>
    <message>
        <source>{0} good, {1} scrap this shift</source>
        <translation>本班良品 {0}，报废 {1}</translation>
    </message>
    <message>
        <source>Cycle {0}, target {1}</source>
        <translation>循环时间 {0}，目标 {1}</translation>
    </message>
    <message>
        <source>Cycle {0}</source>
        <translation>循环时间 {0}</translation>
    </message>
    <message>
        <source>{0} pieces wait before this station</source>
        <translation>站前等待 {0} 件</translation>
    </message>
    <message>
        <source>Something here is warned of early: see Early warnings</source>
        <translation>此处有预警：见“预警”页面</translation>
    </message>
    <message>
        <source>Bottleneck: for {0} % of the shift it worked longest without waiting.</source>
        <translation>瓶颈：本班 {0} % 的时间里，它连续工作而不等待的时间最长。</translation>
    </message>
    <message>
        <source>The station before it was blocked for {0} min.</source>
        <translation>前一工位堵料 {0} 分钟。</translation>
    </message>
    <message>
        <source>The station after it was starved for {0} min.</source>
        <translation>后一工位待料 {0} 分钟。</translation>
    </message>
    <message>
        <source>Blocking and starving point to it too.</source>
        <translation>堵料和待料也指向它。</translation>
    </message>
    <message>
        <source>Blocking and starving point to another station: look at both.</source>
        <translation>堵料和待料指向另一个工位：两处都要看。</translation>
    </message>
    <message>
        <source>Others worked as long; blocking and starving point to this one.</source>
        <translation>其他工位连续工作同样长；堵料和待料指向它。</translation>
    </message>
    <message>
        <source>Blocking and starving point nowhere clearly.</source>
        <translation>堵料和待料没有明确指向。</translation>
    </message>
    <message>
        <source>Order {0} {1}</source>
        <translation>工单 {0} {1}</translation>
    </message>
    <message>
        <source>OEE {0} % this shift, measured at the pace station</source>
        <translation>本班 OEE {0} %，在节拍工位计量</translation>
    </message>
    <message>
        <source>The line itself reports OEE {0} %</source>
        <translation>产线自报 OEE {0} %</translation>
    </message>
    <message>
        <source>Order {0} changed: {1}</source>
        <translation>工单 {0} 已变更：{1}</translation>
    </message>
    <message>
        <source>Order {0}: {1}</source>
        <translation>工单 {0}：{1}</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已知悉</translation>
    </message>
    <message>
        <source>Enter: seen</source>
        <translation>回车：已知悉</translation>
    </message>
    <message>
        <source>Enter opens the order</source>
        <translation>回车打开工单</translation>
    </message>
</context>
<context>
    <name>briefing</name>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>What was handed over</source>
        <translation>上次交接内容</translation>
    </message>
    <message>
        <source>The last shift and yesterday</source>
        <translation>上一班与昨天</translation>
    </message>
    <message>
        <source>Open calls</source>
        <translation>未关闭的呼叫</translation>
    </message>
    <message>
        <source>Plan of this shift</source>
        <translation>本班计划</translation>
    </message>
    <message>
        <source>Who is where</source>
        <translation>人员分布</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新变化</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>另有 {0} 项</translation>
    </message>
    <message>
        <source>Nothing was ever reported here.</source>
        <translation>这里从未有过上报。</translation>
    </message>
    <message>
        <source>{0} days without a lost-time accident</source>
        <translation>连续 {0} 天无损工事故</translation>
    </message>
    <message>
        <source>{0} days without an injury</source>
        <translation>连续 {0} 天无人受伤</translation>
    </message>
    <message>
        <source>Nothing reported since {0}.</source>
        <translation>自 {0} 以来没有上报。</translation>
    </message>
    <message>
        <source>{0} older reports are not closed.</source>
        <translation>另有 {0} 份较早的上报未关闭。</translation>
    </message>
    <message>
        <source>Last shift</source>
        <translation>上一班</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>What was made is not known here.</source>
        <translation>此处不知道产量。</translation>
    </message>
    <message>
        <source>{0} good of {1} planned ({2})</source>
        <translation>合格 {0} / 计划 {1}（{2}）</translation>
    </message>
    <message>
        <source>{0} good, no plan known</source>
        <translation>合格 {0}，计划未知</translation>
    </message>
    <message>
        <source>quality {0}</source>
        <translation>合格率 {0}</translation>
    </message>
    <message>
        <source>Stops without a reason</source>
        <translation>未说明原因的停机</translation>
    </message>
    <message>
        <source>No stops.</source>
        <translation>没有停机。</translation>
    </message>
    <message>
        <source>No call is open.</source>
        <translation>没有未关闭的呼叫。</translation>
    </message>
    <message>
        <source>Held: {0}</source>
        <translation>暂停：{0}</translation>
    </message>
    <message>
        <source>Running: {0}</source>
        <translation>生产中：{0}</translation>
    </message>
    <message>
        <source>Planned: {0}</source>
        <translation>计划：{0}</translation>
    </message>
    <message>
        <source>Next: {0}</source>
        <translation>下一个：{0}</translation>
    </message>
    <message>
        <source>No order is planned for this shift.</source>
        <translation>本班没有计划工单。</translation>
    </message>
    <message>
        <source>Nobody is on the roster here for this shift.</source>
        <translation>该班次此处值班表上无人。</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全厂</translation>
    </message>
    <message>
        <source>Absent: {0}</source>
        <translation>缺勤：{0}</translation>
    </message>
    <message>
        <source>Nobody here may do {0} alone. Could cover: {1}</source>
        <translation>无人能独立操作 {0}。可顶岗：{1}</translation>
    </message>
    <message>
        <source>Nothing has changed since {0}.</source>
        <translation>自 {0} 以来没有变化。</translation>
    </message>
    <message>
        <source>New version of the checklist {0}</source>
        <translation>检查表新版本：{0}</translation>
    </message>
    <message>
        <source>Written in Knowledge: {0}</source>
        <translation>知识库新内容：{0}</translation>
    </message>
    <message>
        <source>Reason for stops changed: {0}</source>
        <translation>停机原因已更改：{0}</translation>
    </message>
    <message>
        <source>Category of calls changed: {0}</source>
        <translation>呼叫类别已更改：{0}</translation>
    </message>
    <message>
        <source>Rule for calls changed: {0}</source>
        <translation>呼叫规则已更改：{0}</translation>
    </message>
    <message>
        <source>The plant file was changed</source>
        <translation>工厂文件已更改</translation>
    </message>
    <message>
        <source>No handover of this place was sealed yet.</source>
        <translation>此处尚无已封存的交接班。</translation>
    </message>
    <message>
        <source>{0}, ended {1}</source>
        <translation>{0}，{1} 结束</translation>
    </message>
    <message>
        <source>Nothing was left open.</source>
        <translation>没有遗留事项。</translation>
    </message>
</context>
<context>
    <name>callfigures</name>
    <message>
        <source>A critical alarm is never shelved.</source>
        <translation>危急报警不能搁置。</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Arrive</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>解决</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>等待响应</translation>
    </message>
    <message>
        <source>Working on it</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Checking and closing</source>
        <translation>验证和关闭</translation>
    </message>
    <message>
        <source>Raise only after {0} s</source>
        <translation>{0} 秒后才发起</translation>
    </message>
    <message>
        <source>Count as over only after {0} s</source>
        <translation>{0} 秒后才算结束</translation>
    </message>
    <message>
        <source>Count as over only {0} inside the limit</source>
        <translation>回到限值内 {0} 才算结束</translation>
    </message>
    <message>
        <source>Set the delay of the rule to {0} s</source>
        <translation>把规则的延时设为 {0} 秒</translation>
    </message>
    <message>
        <source>Set the off delay of the rule to {0} s</source>
        <translation>把规则的结束延时设为 {0} 秒</translation>
    </message>
    <message>
        <source>Set the hysteresis of the rule to {0}</source>
        <translation>把规则的回差设为 {0}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} m</source>
        <translation>{0} 分</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 时</translation>
    </message>
    <message>
        <source>longer: {0}</source>
        <translation>更长：{0}</translation>
    </message>
    <message>
        <source>up to {0}: {1}</source>
        <translation>不超过 {0}：{1}</translation>
    </message>
    <message>
        <source>not enough data</source>
        <translation>数据不足</translation>
    </message>
</context>
<context>
    <name>calls</name>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>I am on site</source>
        <translation>我已到场</translation>
    </message>
    <message>
        <source>Contain…</source>
        <translation>遏制…</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>解决…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>关闭…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Give to…</source>
        <translation>转交…</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>说明原因…</translation>
    </message>
    <message>
        <source>It is worse…</source>
        <translation>情况更严重…</translation>
    </message>
    <message>
        <source>Does not hold…</source>
        <translation>对策无效…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>重新打开…</translation>
    </message>
    <message>
        <source>Waiting for acknowledgement</source>
        <translation>等待确认</translation>
    </message>
    <message>
        <source>Acknowledged · {0}</source>
        <translation>已确认 · {0}</translation>
    </message>
    <message>
        <source>On site · {0}</source>
        <translation>已到场 · {0}</translation>
    </message>
    <message>
        <source>Contained · {0}</source>
        <translation>已遏制 · {0}</translation>
    </message>
    <message>
        <source>Resolved · to be ended</source>
        <translation>已解决 · 待结束</translation>
    </message>
    <message>
        <source>Verified · to be closed</source>
        <translation>已验证 · 待关闭</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>已到场</translation>
    </message>
    <message>
        <source>Contained</source>
        <translation>已遏制</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Heard again</source>
        <translation>再次发生</translation>
    </message>
    <message>
        <source>The condition has ended</source>
        <translation>触发条件已消失</translation>
    </message>
    <message>
        <source>Made worse</source>
        <translation>严重程度提高</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>已接手</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>已说明</translation>
    </message>
    <message>
        <source>Did not hold</source>
        <translation>对策无效</translation>
    </message>
    <message>
        <source>Rejected: no call</source>
        <translation>已驳回：不是呼叫</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>已重新打开</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>已升级</translation>
    </message>
    <message>
        <source>Handed to the next shift</source>
        <translation>已交给下一班</translation>
    </message>
    <message>
        <source>By a rule of the console</source>
        <translation>由本机规则触发</translation>
    </message>
    <message>
        <source>By somebody at a console</source>
        <translation>由人员在本机发起</translation>
    </message>
    <message>
        <source>By scanning a station label</source>
        <translation>扫描工位标签发起</translation>
    </message>
    <message>
        <source>By a message: button, phone or machine</source>
        <translation>由消息触发：按钮、手机或设备</translation>
    </message>
    <message>
        <source>Acknowledge within {0}</source>
        <translation>须在 {0} 内确认</translation>
    </message>
    <message>
        <source>Be on site within {0}</source>
        <translation>须在 {0} 内到场</translation>
    </message>
    <message>
        <source>Resolve within {0}</source>
        <translation>须在 {0} 内解决</translation>
    </message>
    <message>
        <source>Acknowledgement overdue for {0}</source>
        <translation>确认已超时 {0}</translation>
    </message>
    <message>
        <source>Arrival overdue for {0}</source>
        <translation>到场已超时 {0}</translation>
    </message>
    <message>
        <source>Resolution overdue for {0}</source>
        <translation>解决已超时 {0}</translation>
    </message>
    <message>
        <source>the console</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Nobody is there in this role</source>
        <translation>该角色当前无人在岗</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Escalated to level {0} · {1}</source>
        <translation>已升级到第 {0} 级 · {1}</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>无责任人</translation>
    </message>
    <message>
        <source>heard {0} times</source>
        <translation>发生 {0} 次</translation>
    </message>
</context>
<context>
    <name>callsetup</name>
    <message>
        <source>Transport</source>
        <translation>搬运</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Overproduction</source>
        <translation>过量生产</translation>
    </message>
    <message>
        <source>Overprocessing</source>
        <translation>过度加工</translation>
    </message>
    <message>
        <source>Defects</source>
        <translation>不良</translation>
    </message>
    <message>
        <source>By severity</source>
        <translation>按严重程度</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>铃声</translation>
    </message>
    <message>
        <source>Chime</source>
        <translation>钟声</translation>
    </message>
    <message>
        <source>Knock</source>
        <translation>敲击</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>脉冲</translation>
    </message>
    <message>
        <source>Siren</source>
        <translation>警笛</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>countermeasure</source>
        <translation>对策</translation>
    </message>
    <message>
        <source>verified from {0}</source>
        <translation>{0}起须他人验证</translation>
    </message>
    <message>
        <source>review from {0} or {1}×</source>
        <translation>{0}起或重复 {1} 次须复盘</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>outside of shifts</source>
        <translation>班次之外</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>{0} (in part)</source>
        <translation>{0}（部分）</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>all lines</source>
        <translation>所有产线</translation>
    </message>
    <message>
        <source>the whole week</source>
        <translation>整周</translation>
    </message>
    <message>
        <source>No {0} · {1} · {2}</source>
        <translation>没有{0} · {1} · {2}</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>当班</translation>
    </message>
    <message>
        <source>on call</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>absent, would be on duty</source>
        <translation>缺勤（本应当班）</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>缺勤</translation>
    </message>
    <message>
        <source>not on duty</source>
        <translation>不当班</translation>
    </message>
</context>
<context>
    <name>cardmenu</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Move to {column}</source>
        <translation>移到{column}</translation>
    </message>
    <message>
        <source>Lift the block</source>
        <translation>解除受阻</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>标为受阻…</translation>
    </message>
    <message>
        <source>Confirm output…</source>
        <translation>报工…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
</context>
<context>
    <name>checklists</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Passes from</source>
        <translation>合格线</translation>
    </message>
    <message>
        <source>The whole checklist</source>
        <translation>整个检查表</translation>
    </message>
    <message>
        <source>Section {0}</source>
        <translation>部分“{0}”</translation>
    </message>
    <message>
        <source>Added: {0}</source>
        <translation>新增：{0}</translation>
    </message>
    <message>
        <source>Removed: {0}</source>
        <translation>移除：{0}</translation>
    </message>
    <message>
        <source>Moved: {0}</source>
        <translation>移动：{0}</translation>
    </message>
    <message>
        <source>Changed: {0}</source>
        <translation>更改：{0}</translation>
    </message>
    <message>
        <source>{0}: {1} → {2}</source>
        <translation>{0}：{1} → {2}</translation>
    </message>
    <message>
        <source>The file is too large for a checklist. Choose one that was exported here.</source>
        <translation>文件太大，不可能是检查表。请选择从这里导出的文件。</translation>
    </message>
    <message>
        <source>The file cannot be read: {0}</source>
        <translation>无法读取文件：{0}</translation>
    </message>
    <message>
        <source>A newer program wrote this file. Export it there for this version.</source>
        <translation>该文件由更新的程序写成。请在那边为本版本导出。</translation>
    </message>
    <message>
        <source>This is no file of a checklist. Export one to see how it looks.</source>
        <translation>这不是检查表文件。可先导出一份看看格式。</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>The file cannot be so at {0}. Correct it there, then try again.</source>
        <translation>文件在 {0} 处不能这样。请改正后重试。</translation>
    </message>
    <message>
        <source>5S</source>
        <translation>5S</translation>
    </message>
    <message>
        <source>6S</source>
        <translation>6S</translation>
    </message>
    <message>
        <source>Maintenance round</source>
        <translation>自主保养</translation>
    </message>
    <message>
        <source>Start of shift</source>
        <translation>班前点检</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>Layered process audit</source>
        <translation>分层过程审核</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>班前会</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Score 0 to 4</source>
        <translation>评分 0 到 4</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量值</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>不需图片</translation>
    </message>
    <message>
        <source>Picture where weak</source>
        <translation>薄弱时附图</translation>
    </message>
    <message>
        <source>Picture always</source>
        <translation>必须附图</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Kind of answer</source>
        <translation>回答类型</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Red line</source>
        <translation>红线</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Help picture</source>
        <translation>示例图片</translation>
    </message>
    <message>
        <source>May be skipped</source>
        <translation>可跳过</translation>
    </message>
    <message>
        <source>Say it in words, in one language at least.</source>
        <translation>请填写文字，至少一种语言。</translation>
    </message>
    <message>
        <source>The weight is a number above 0, at most 100.</source>
        <translation>权重是大于 0、不超过 100 的数字。</translation>
    </message>
    <message>
        <source>The least is not above the most, and only a measure has limits.</source>
        <translation>下限不能高于上限，且只有测量值有界限。</translation>
    </message>
    <message>
        <source>The unit is too long: at most 20 signs.</source>
        <translation>单位太长：最多 20 个字符。</translation>
    </message>
    <message>
        <source>A red line needs an answer that can be weak: a measure needs limits.</source>
        <translation>红线需要可能薄弱的回答：测量值需要界限。</translation>
    </message>
    <message>
        <source>The share is above 0 and at most 100 %.</source>
        <translation>比例大于 0，不超过 100 %。</translation>
    </message>
    <message>
        <source>Two parts have the same id.</source>
        <translation>有两部分的标识相同。</translation>
    </message>
    <message>
        <source>Each section has an item; at most 30 sections and 300 items in all.</source>
        <translation>每个部分至少有一个检查项；最多 30 个部分、共 300 个检查项。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>有图片</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>不判定</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation>不低于 {0}</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>不高于 {0}</translation>
    </message>
    <message>
        <source>counts {0}×</source>
        <translation>计 {0} 倍</translation>
    </message>
    <message>
        <source>cannot be skipped</source>
        <translation>不可跳过</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Make the first administrator</source>
        <translation>建立第一名管理员</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Change a person and their roles</source>
        <translation>修改人员及其角色</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>设置 PIN</translation>
    </message>
    <message>
        <source>Give a badge</source>
        <translation>发放工牌</translation>
    </message>
    <message>
        <source>Unlock a person</source>
        <translation>解锁人员</translation>
    </message>
    <message>
        <source>Note a sign-in</source>
        <translation>记录登录</translation>
    </message>
    <message>
        <source>Add an operation</source>
        <translation>添加作业</translation>
    </message>
    <message>
        <source>Change an operation</source>
        <translation>修改作业</translation>
    </message>
    <message>
        <source>Set a skill level</source>
        <translation>设置技能等级</translation>
    </message>
    <message>
        <source>Clear a skill</source>
        <translation>清空技能</translation>
    </message>
    <message>
        <source>Set permissions</source>
        <translation>设置权限</translation>
    </message>
    <message>
        <source>Raise a call</source>
        <translation>发起安灯呼叫</translation>
    </message>
    <message>
        <source>Note that what was called for is over</source>
        <translation>记录呼叫的异常已消除</translation>
    </message>
    <message>
        <source>Raise the severity of a call</source>
        <translation>提高呼叫的严重度</translation>
    </message>
    <message>
        <source>Acknowledge a call</source>
        <translation>确认呼叫</translation>
    </message>
    <message>
        <source>Take or hand over a call</source>
        <translation>接手或移交呼叫</translation>
    </message>
    <message>
        <source>Be on site at a call</source>
        <translation>到达呼叫现场</translation>
    </message>
    <message>
        <source>Contain a call</source>
        <translation>遏制异常</translation>
    </message>
    <message>
        <source>Tell cause and countermeasure of a call</source>
        <translation>填写呼叫的原因和对策</translation>
    </message>
    <message>
        <source>Resolve a call</source>
        <translation>解决呼叫</translation>
    </message>
    <message>
        <source>Verify a countermeasure</source>
        <translation>验证对策</translation>
    </message>
    <message>
        <source>Refute a countermeasure</source>
        <translation>判定对策无效</translation>
    </message>
    <message>
        <source>Close a call</source>
        <translation>关闭呼叫</translation>
    </message>
    <message>
        <source>Reject a call</source>
        <translation>驳回呼叫</translation>
    </message>
    <message>
        <source>Reopen a call</source>
        <translation>重新打开呼叫</translation>
    </message>
    <message>
        <source>Escalate a call</source>
        <translation>升级呼叫</translation>
    </message>
    <message>
        <source>Tell the next shift of a call</source>
        <translation>把呼叫通知接班人员</translation>
    </message>
    <message>
        <source>Put in the shipped call categories and rules</source>
        <translation>录入自带的呼叫类别和规则</translation>
    </message>
    <message>
        <source>Add a call category</source>
        <translation>添加呼叫类别</translation>
    </message>
    <message>
        <source>Change a call category</source>
        <translation>修改呼叫类别</translation>
    </message>
    <message>
        <source>Set a rule that raises calls</source>
        <translation>设置自动呼叫规则</translation>
    </message>
    <message>
        <source>Remove a rule that raises calls</source>
        <translation>删除自动呼叫规则</translation>
    </message>
    <message>
        <source>Shelve an alarm</source>
        <translation>搁置报警</translation>
    </message>
    <message>
        <source>End the shelving of an alarm</source>
        <translation>结束报警搁置</translation>
    </message>
    <message>
        <source>Note how often a shelved alarm was heard</source>
        <translation>记录已搁置报警的次数</translation>
    </message>
    <message>
        <source>Keep a time to compare with</source>
        <translation>保留比较基准</translation>
    </message>
    <message>
        <source>Remove a time to compare with</source>
        <translation>移除比较基准</translation>
    </message>
    <message>
        <source>Note stops that were heard</source>
        <translation>记录检测到的停机</translation>
    </message>
    <message>
        <source>Give a stop its reason</source>
        <translation>填写停机原因</translation>
    </message>
    <message>
        <source>Take the reason of a stop over from a call</source>
        <translation>从呼叫采用停机原因</translation>
    </message>
    <message>
        <source>Take the reason of a stop back</source>
        <translation>收回停机原因</translation>
    </message>
    <message>
        <source>Split a stop</source>
        <translation>拆分停机</translation>
    </message>
    <message>
        <source>Merge two stops</source>
        <translation>合并两次停机</translation>
    </message>
    <message>
        <source>Put in the shipped reasons of stops</source>
        <translation>放入随附的停机原因</translation>
    </message>
    <message>
        <source>Add a reason of stops</source>
        <translation>新增停机原因</translation>
    </message>
    <message>
        <source>Change a reason of stops</source>
        <translation>修改停机原因</translation>
    </message>
    <message>
        <source>Set a duty</source>
        <translation>设置值班</translation>
    </message>
    <message>
        <source>Remove a duty</source>
        <translation>删除值班</translation>
    </message>
    <message>
        <source>Set an absence</source>
        <translation>登记缺勤</translation>
    </message>
    <message>
        <source>Remove an absence</source>
        <translation>删除缺勤</translation>
    </message>
    <message>
        <source>Set a way on which people are told of calls</source>
        <translation>设置通知渠道</translation>
    </message>
    <message>
        <source>Set how somebody is reached</source>
        <translation>设置人员联系方式</translation>
    </message>
    <message>
        <source>Write down who is told of a call</source>
        <translation>记录呼叫通知对象</translation>
    </message>
    <message>
        <source>Note what came of a message</source>
        <translation>记录通知结果</translation>
    </message>
    <message>
        <source>Send a message again</source>
        <translation>重新发送通知</translation>
    </message>
    <message>
        <source>Make an action</source>
        <translation>建立整改</translation>
    </message>
    <message>
        <source>Change what, who or until when of an action</source>
        <translation>修改整改的内容、责任人或期限</translation>
    </message>
    <message>
        <source>Begin an action</source>
        <translation>开始整改</translation>
    </message>
    <message>
        <source>Say what blocks an action</source>
        <translation>说明整改受阻的原因</translation>
    </message>
    <message>
        <source>Say that an action can go on</source>
        <translation>说明整改可以继续</translation>
    </message>
    <message>
        <source>Say that an action is done</source>
        <translation>报告整改完成</translation>
    </message>
    <message>
        <source>Verify an action</source>
        <translation>验证整改</translation>
    </message>
    <message>
        <source>Say that an action was not done rightly</source>
        <translation>指出整改没有做好</translation>
    </message>
    <message>
        <source>Confirm that an action held</source>
        <translation>确认整改有效</translation>
    </message>
    <message>
        <source>Say that an action did not hold</source>
        <translation>指出整改未能保持</translation>
    </message>
    <message>
        <source>Drop an action</source>
        <translation>取消整改</translation>
    </message>
    <message>
        <source>Reopen an action</source>
        <translation>重新打开整改</translation>
    </message>
    <message>
        <source>Note that it happened again</source>
        <translation>记录再次发生</translation>
    </message>
    <message>
        <source>Remind of an action</source>
        <translation>提醒整改</translation>
    </message>
    <message>
        <source>Ask for a review</source>
        <translation>要求复盘</translation>
    </message>
    <message>
        <source>Write a review</source>
        <translation>填写复盘</translation>
    </message>
    <message>
        <source>Finish a review</source>
        <translation>完成复盘</translation>
    </message>
    <message>
        <source>Write an article</source>
        <translation>写知识条目</translation>
    </message>
    <message>
        <source>Say that an article helped</source>
        <translation>记录知识条目有帮助</translation>
    </message>
    <message>
        <source>Note early warnings</source>
        <translation>记录预警</translation>
    </message>
    <message>
        <source>Judge an early warning</source>
        <translation>评价预警</translation>
    </message>
    <message>
        <source>Put in the shipped rules of early warning</source>
        <translation>放入预置的预警规则</translation>
    </message>
    <message>
        <source>Add a rule of early warning</source>
        <translation>新增预警规则</translation>
    </message>
    <message>
        <source>Change a rule of early warning</source>
        <translation>修改预警规则</translation>
    </message>
    <message>
        <source>Switch a rule of early warning on or off</source>
        <translation>启用或停用预警规则</translation>
    </message>
    <message>
        <source>Write a note on the time axis</source>
        <translation>在时间轴上写备注</translation>
    </message>
    <message>
        <source>Change a note on the time axis</source>
        <translation>修改时间轴上的备注</translation>
    </message>
    <message>
        <source>Remove a note from the time axis</source>
        <translation>移除时间轴上的备注</translation>
    </message>
    <message>
        <source>Save a view of trends</source>
        <translation>保存趋势视图</translation>
    </message>
    <message>
        <source>Rename a view of trends</source>
        <translation>重命名趋势视图</translation>
    </message>
    <message>
        <source>Remove a view of trends</source>
        <translation>删除趋势视图</translation>
    </message>
    <message>
        <source>Share a view of trends</source>
        <translation>共享趋势视图</translation>
    </message>
    <message>
        <source>Keep a question</source>
        <translation>保存问题</translation>
    </message>
    <message>
        <source>Remove a question that was kept</source>
        <translation>删除已保存的问题</translation>
    </message>
    <message>
        <source>Add a control chart</source>
        <translation>新建控制图</translation>
    </message>
    <message>
        <source>Change a control chart</source>
        <translation>更改控制图</translation>
    </message>
    <message>
        <source>Remove a control chart</source>
        <translation>删除控制图</translation>
    </message>
    <message>
        <source>Begin a phase of a control chart</source>
        <translation>开始控制图的新阶段</translation>
    </message>
    <message>
        <source>Note what limits a control chart learnt</source>
        <translation>记录控制图学得的控制限</translation>
    </message>
    <message>
        <source>Plan a work order</source>
        <translation>计划工单</translation>
    </message>
    <message>
        <source>Change a work order</source>
        <translation>修改工单</translation>
    </message>
    <message>
        <source>Move a work order</source>
        <translation>移动工单</translation>
    </message>
    <message>
        <source>Put a work order before others</source>
        <translation>调整工单顺序</translation>
    </message>
    <message>
        <source>Say what blocks a work order</source>
        <translation>说明工单受阻原因</translation>
    </message>
    <message>
        <source>Say that a work order can go on</source>
        <translation>解除工单受阻</translation>
    </message>
    <message>
        <source>Take back the move of a work order</source>
        <translation>撤销工单移动</translation>
    </message>
    <message>
        <source>Split a work order</source>
        <translation>拆分工单</translation>
    </message>
    <message>
        <source>Merge two work orders</source>
        <translation>合并工单</translation>
    </message>
    <message>
        <source>Take note of a changed work order</source>
        <translation>确认工单变更</translation>
    </message>
    <message>
        <source>Hand a work order on</source>
        <translation>工单交接</translation>
    </message>
    <message>
        <source>Assign a step of a work order</source>
        <translation>工单工序派工</translation>
    </message>
    <message>
        <source>Assign a step to somebody without the skill</source>
        <translation>派工给没有技能的人</translation>
    </message>
    <message>
        <source>Confirm output</source>
        <translation>报工</translation>
    </message>
    <message>
        <source>Take confirmed output back</source>
        <translation>撤回报工</translation>
    </message>
    <message>
        <source>Note work orders that lines told of</source>
        <translation>记录产线上报的工单</translation>
    </message>
    <message>
        <source>Import work orders</source>
        <translation>导入工单</translation>
    </message>
    <message>
        <source>Save a plan that was tried</source>
        <translation>保存试算过的计划</translation>
    </message>
    <message>
        <source>Set up a column of the board</source>
        <translation>设置看板列</translation>
    </message>
    <message>
        <source>Set a product</source>
        <translation>设置产品</translation>
    </message>
    <message>
        <source>Remove a product</source>
        <translation>删除产品</translation>
    </message>
    <message>
        <source>Import products, parts lists and steps</source>
        <translation>导入产品、物料清单和工序</translation>
    </message>
    <message>
        <source>Count the stock at a line</source>
        <translation>清点线边库存</translation>
    </message>
    <message>
        <source>Set when material is replenished</source>
        <translation>设置补货上下限</translation>
    </message>
    <message>
        <source>Take a material away from a line</source>
        <translation>从产线移除物料</translation>
    </message>
    <message>
        <source>Ask for material</source>
        <translation>要求补货</translation>
    </message>
    <message>
        <source>Ask for material that is low</source>
        <translation>物料偏低时要求补货</translation>
    </message>
    <message>
        <source>Move a replenishment card</source>
        <translation>移动补货卡</translation>
    </message>
    <message>
        <source>Cancel a replenishment card</source>
        <translation>取消补货卡</translation>
    </message>
    <message>
        <source>Book material that was used</source>
        <translation>记录物料消耗</translation>
    </message>
    <message>
        <source>Set the stock at a line</source>
        <translation>设置线边库存</translation>
    </message>
    <message>
        <source>Set a changeover time</source>
        <translation>设置换型时间</translation>
    </message>
    <message>
        <source>Remove a changeover time</source>
        <translation>删除换型时间</translation>
    </message>
    <message>
        <source>Keep how a file of orders is read</source>
        <translation>保存工单文件的读取方式</translation>
    </message>
    <message>
        <source>Remove how a file of orders is read</source>
        <translation>删除工单文件的读取方式</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>写评论</translation>
    </message>
    <message>
        <source>Note an alteration of the records</source>
        <translation>登记记录被改动</translation>
    </message>
    <message>
        <source>Change a setting of a console</source>
        <translation>更改控制台的设置项</translation>
    </message>
    <message>
        <source>Answer for an alteration</source>
        <translation>说明改动的原因</translation>
    </message>
    <message>
        <source>Put an altered record back</source>
        <translation>恢复被改动的记录</translation>
    </message>
    <message>
        <source>Attach a picture or file</source>
        <translation>附加图片或文件</translation>
    </message>
    <message>
        <source>Write a note on a picture or file</source>
        <translation>为图片或文件写备注</translation>
    </message>
    <message>
        <source>Remove a picture or file</source>
        <translation>移除图片或文件</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Export all records</source>
        <translation>导出全部记录</translation>
    </message>
    <message>
        <source>Export all records with PINs and badges</source>
        <translation>导出全部记录（含 PIN 和工卡）</translation>
    </message>
    <message>
        <source>Note that records were replaced</source>
        <translation>记下记录已被替换</translation>
    </message>
    <message>
        <source>Choose the shared database</source>
        <translation>选择共享数据库</translation>
    </message>
    <message>
        <source>Plan rounds</source>
        <translation>计划巡查和审核</translation>
    </message>
    <message>
        <source>Decide about a missed round</source>
        <translation>处理漏检的巡查</translation>
    </message>
    <message>
        <source>Write down a finding</source>
        <translation>记录问题点</translation>
    </message>
    <message>
        <source>Withdraw a finding</source>
        <translation>撤回问题点</translation>
    </message>
    <message>
        <source>Put on a red tag</source>
        <translation>挂红牌</translation>
    </message>
    <message>
        <source>Decide about a red tag</source>
        <translation>处理红牌</translation>
    </message>
    <message>
        <source>Edit a checklist</source>
        <translation>编辑检查表</translation>
    </message>
    <message>
        <source>Publish a checklist</source>
        <translation>发布检查表</translation>
    </message>
    <message>
        <source>Discard the draft of a checklist</source>
        <translation>放弃检查表草稿</translation>
    </message>
    <message>
        <source>Retire a checklist or offer it again</source>
        <translation>停用或启用检查表</translation>
    </message>
    <message>
        <source>Set the points of a patrol</source>
        <translation>设置巡查路线点位</translation>
    </message>
    <message>
        <source>Put in the shipped checklists</source>
        <translation>放入自带的检查表</translation>
    </message>
    <message>
        <source>Begin a round</source>
        <translation>开始检查</translation>
    </message>
    <message>
        <source>Answer an item</source>
        <translation>填写检查项</translation>
    </message>
    <message>
        <source>Take an answer back</source>
        <translation>清除检查项答案</translation>
    </message>
    <message>
        <source>Sign a round</source>
        <translation>签署检查</translation>
    </message>
    <message>
        <source>Drop a round</source>
        <translation>中止检查</translation>
    </message>
    <message>
        <source>Check in at a point</source>
        <translation>点位签到</translation>
    </message>
    <message>
        <source>Fill a handover from the record</source>
        <translation>由记录生成交接班</translation>
    </message>
    <message>
        <source>Write to the next shift</source>
        <translation>填写交接留言</translation>
    </message>
    <message>
        <source>Add an item to a handover</source>
        <translation>添加交接事项</translation>
    </message>
    <message>
        <source>Remove an item from a handover</source>
        <translation>删除交接事项</translation>
    </message>
    <message>
        <source>Say how much an item matters</source>
        <translation>标注交接事项的风险</translation>
    </message>
    <message>
        <source>Hand a shift over</source>
        <translation>交班签字</translation>
    </message>
    <message>
        <source>Hand over although stops have no reason</source>
        <translation>停机未说明原因时仍交班</translation>
    </message>
    <message>
        <source>Accept or dispute an item</source>
        <translation>接受或质疑交接事项</translation>
    </message>
    <message>
        <source>Take a shift over</source>
        <translation>接班签字</translation>
    </message>
    <message>
        <source>Correct a sealed handover</source>
        <translation>更正已封存的交接班</translation>
    </message>
    <message>
        <source>Set a crew</source>
        <translation>设置班组</translation>
    </message>
    <message>
        <source>Move somebody to a crew</source>
        <translation>将人员调到班组</translation>
    </message>
    <message>
        <source>Tick who is at a briefing</source>
        <translation>班前会签到</translation>
    </message>
    <message>
        <source>Hold a briefing</source>
        <translation>召开班前会</translation>
    </message>
    <message>
        <source>Report a safety event</source>
        <translation>上报安全事件</translation>
    </message>
    <message>
        <source>Complete a safety report</source>
        <translation>补充安全报告</translation>
    </message>
    <message>
        <source>Close a safety report</source>
        <translation>关闭安全报告</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>安灯呼叫</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>Duty roster</source>
        <translation>值班表</translation>
    </message>
    <message>
        <source>Messages to people</source>
        <translation>对外通知</translation>
    </message>
    <message>
        <source>Actions and reviews</source>
        <translation>整改与复盘</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知识库</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Control charts</source>
        <translation>控制图</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Early warnings</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Shift handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Pictures and files</source>
        <translation>图片和文件</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>操作留痕</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Crews and briefings</source>
        <translation>班组与班前会</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>before {0}</source>
        <translation>之前 {0}</translation>
    </message>
    <message>
        <source>Shift report</source>
        <translation>班次报告</translation>
    </message>
    <message>
        <source>Day report</source>
        <translation>日报</translation>
    </message>
    <message>
        <source>Week report</source>
        <translation>周报</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Good pieces</source>
        <translation>合格件</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>All pieces</source>
        <translation>总件数</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Scrap share</source>
        <translation>报废率</translation>
    </message>
    <message>
        <source>OEE</source>
        <translation>OEE</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>时间开动率</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>性能开动率</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>合格品率</translation>
    </message>
    <message>
        <source>Planned time</source>
        <translation>计划时间</translation>
    </message>
    <message>
        <source>Running time</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>Lost time</source>
        <translation>损失时间</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>Stop time</source>
        <translation>停机时间</translation>
    </message>
    <message>
        <source>Time to repair (MTTR)</source>
        <translation>平均修复时间 (MTTR)</translation>
    </message>
    <message>
        <source>Time between stops (MTBF)</source>
        <translation>平均停机间隔 (MTBF)</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Time to acknowledge (median)</source>
        <translation>响应时间（中位数）</translation>
    </message>
    <message>
        <source>Completed orders</source>
        <translation>完成工单</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>延误工单</translation>
    </message>
    <message>
        <source>Lead time of orders (median)</source>
        <translation>工单前置期（中位数）</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>不再细分</translation>
    </message>
    <message>
        <source>Hour of the day</source>
        <translation>一天中的小时</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Crew (who led the shift)</source>
        <translation>班组（当班负责人）</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Not explained</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Nobody in the roster</source>
        <translation>值班表中无人</translation>
    </message>
    <message>
        <source>Outside shifts</source>
        <translation>班次之外</translation>
    </message>
    <message>
        <source>Hour not kept</source>
        <translation>未记录小时</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>未报告</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} points</source>
        <translation>{0} 个百分点</translation>
    </message>
</context>
<context>
    <name>control</name>
    <message>
        <source>I-MR: single values</source>
        <translation>I-MR：单个值</translation>
    </message>
    <message>
        <source>X̄-R: means and ranges</source>
        <translation>X̄-R：均值与极差</translation>
    </message>
    <message>
        <source>X̄-S: means and deviations</source>
        <translation>X̄-S：均值与标准差</translation>
    </message>
    <message>
        <source>p: share of bad pieces</source>
        <translation>p：不良品率</translation>
    </message>
    <message>
        <source>np: number of bad pieces</source>
        <translation>np：不良品数</translation>
    </message>
    <message>
        <source>c: number of defects</source>
        <translation>c：缺陷数</translation>
    </message>
    <message>
        <source>u: defects a piece</source>
        <translation>u：单位缺陷数</translation>
    </message>
    <message>
        <source>For a value that comes rarely, or one a piece. The usual choice where nothing groups the readings.</source>
        <translation>用于很少出现或每件一个的值。读数没有自然分组时的通常选择。</translation>
    </message>
    <message>
        <source>For groups of the same 2 to 10 readings taken close together: it sees smaller shifts than I-MR.</source>
        <translation>用于间隔很短、个数相同（2 到 10）的子组：比 I-MR 更能看出小的偏移。</translation>
    </message>
    <message>
        <source>For groups of many readings, or of different sizes: all readings of a minute, of a unit, of an order.</source>
        <translation>用于读数多或大小不同的子组：一分钟、一个单元、一个工单的全部读数。</translation>
    </message>
    <message>
        <source>For pieces that are good or bad, where the number of pieces changes.</source>
        <translation>用于合格或不良的件，件数会变化。</translation>
    </message>
    <message>
        <source>For pieces that are good or bad, in samples of one size.</source>
        <translation>用于合格或不良的件，样本大小相同。</translation>
    </message>
    <message>
        <source>For defects counted on equal pieces, or in equal stretches of time.</source>
        <translation>用于相同的件或相同时段内的缺陷数。</translation>
    </message>
    <message>
        <source>For defects, where a piece can have several and the samples differ.</source>
        <translation>用于缺陷：一件可有多个，样本大小不同。</translation>
    </message>
    <message>
        <source>Every reading is a point</source>
        <translation>每个读数一个点</translation>
    </message>
    <message>
        <source>All readings of a stretch of time</source>
        <translation>一段时间的全部读数</translation>
    </message>
    <message>
        <source>So many readings</source>
        <translation>固定个数的读数</translation>
    </message>
    <message>
        <source>All readings of one unit or order</source>
        <translation>一个单元或工单的全部读数</translation>
    </message>
    <message>
        <source>One point beyond a control limit</source>
        <translation>一个点超出控制限</translation>
    </message>
    <message>
        <source>Nine points in a row on one side of the center</source>
        <translation>连续九点在中心线同一侧</translation>
    </message>
    <message>
        <source>Six points in a row that rise, or fall</source>
        <translation>连续六点上升或下降</translation>
    </message>
    <message>
        <source>Fourteen points in a row, up and down in turn</source>
        <translation>连续十四点上下交替</translation>
    </message>
    <message>
        <source>Two of three points beyond 2 sigma on one side</source>
        <translation>三点中有两点在同一侧 2 西格玛以外</translation>
    </message>
    <message>
        <source>Four of five points beyond 1 sigma on one side</source>
        <translation>五点中有四点在同一侧 1 西格玛以外</translation>
    </message>
    <message>
        <source>Fifteen points in a row within 1 sigma</source>
        <translation>连续十五点在 1 西格玛以内</translation>
    </message>
    <message>
        <source>Eight points in a row beyond 1 sigma, on both sides</source>
        <translation>连续八点在 1 西格玛以外，两侧都有</translation>
    </message>
    <message>
        <source>something sudden: a wrong part, a fault, a mistake of measuring</source>
        <translation>突发情况：错件、故障、测量错误</translation>
    </message>
    <message>
        <source>the process has moved and stays there: other material, another setting</source>
        <translation>过程偏移并保持：换了材料或设定</translation>
    </message>
    <message>
        <source>it drifts: wear, warming up, a filter that clogs</source>
        <translation>在漂移：磨损、升温、滤芯堵塞</translation>
    </message>
    <message>
        <source>two sources in turn, or somebody corrects too much</source>
        <translation>两个来源交替，或调整过度</translation>
    </message>
    <message>
        <source>a shift begins</source>
        <translation>偏移开始</translation>
    </message>
    <message>
        <source>a small shift</source>
        <translation>小的偏移</translation>
    </message>
    <message>
        <source>the limits are too wide, or each group mixes several sources</source>
        <translation>控制限过宽，或每组混有几个来源</translation>
    </message>
    <message>
        <source>two processes are mixed</source>
        <translation>两个过程混在一起</translation>
    </message>
    <message>
        <source>Fewer than 50 values: the indices are not yet to be relied on.</source>
        <translation>少于 50 个值：指数还不可靠。</translation>
    </message>
    <message>
        <source>The process is not in control here: the indices say nothing about tomorrow.</source>
        <translation>过程在此失控：指数不能说明今后。</translation>
    </message>
    <message>
        <source>The values are not spread as the normal distribution (Anderson-Darling): read the indices with care.</source>
        <translation>数值不呈正态分布（Anderson-Darling）：请谨慎看待指数。</translation>
    </message>
    <message>
        <source>These are means of groups: single values spread more than that.</source>
        <translation>这些是子组均值：单个值的离散更大。</translation>
    </message>
    <message>
        <source>Rule {0}: {1}</source>
        <translation>规则 {0}：{1}</translation>
    </message>
    <message>
        <source>Rule 1 on the lower chart: the spread is beyond its limit</source>
        <translation>下方图的规则 1：离散超出控制限</translation>
    </message>
</context>
<context>
    <name>crews</name>
    <message>
        <source>Nobody else may do it alone</source>
        <translation>没有其他人能独立操作</translation>
    </message>
    <message>
        <source> and {0} more</source>
        <translation> 等另外 {0} 人</translation>
    </message>
    <message>
        <source>Good pieces an hour</source>
        <translation>每小时合格件数</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>合格率</translation>
    </message>
    <message>
        <source>OEE</source>
        <translation>OEE</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>时间开动率</translation>
    </message>
    <message>
        <source>Too few shifts to tell</source>
        <translation>班次太少，无法判断</translation>
    </message>
    <message>
        <source>No clear difference</source>
        <translation>无明显差异</translation>
    </message>
    <message>
        <source>Higher than the others</source>
        <translation>高于其他班组</translation>
    </message>
    <message>
        <source>Lower than the others</source>
        <translation>低于其他班组</translation>
    </message>
</context>
<context>
    <name>dialects</name>
    <message>
        <source>JSON document</source>
        <translation>JSON 文档</translation>
    </message>
    <message>
        <source>Single value</source>
        <translation>单值</translation>
    </message>
    <message>
        <source>PackML tree</source>
        <translation>PackML 树</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Nothing stands here, and it is needed. Fill it in.</source>
        <translation>此处为空，但必须填写。请补上。</translation>
    </message>
    <message>
        <source>This is no number. Write digits only.</source>
        <translation>不是数字。请只写数字。</translation>
    </message>
    <message>
        <source>Pieces are whole numbers. Round it, or choose the decimal sign.</source>
        <translation>件数必须是整数。请取整，或选择小数符号。</translation>
    </message>
    <message>
        <source>The number is too large. Split the order.</source>
        <translation>数字过大。请拆分工单。</translation>
    </message>
    <message>
        <source>It must be more than 0.</source>
        <translation>必须大于 0。</translation>
    </message>
    <message>
        <source>This is no date as chosen under Columns. Correct either.</source>
        <translation>不是“列”中所选格式的日期。请改正其一。</translation>
    </message>
    <message>
        <source>The text is too long. Shorten it.</source>
        <translation>文字过长。请缩短。</translation>
    </message>
    <message>
        <source>The plant has no line of this name. Say under Columns which it is.</source>
        <translation>工厂没有这个名称的产线。请在“列”中说明是哪条。</translation>
    </message>
    <message>
        <source>Neither yes nor no. Write 1 or leave it empty.</source>
        <translation>既不是“是”也不是“否”。请写 1 或留空。</translation>
    </message>
    <message>
        <source>It holds a sign that cannot be seen. Type it anew.</source>
        <translation>含有不可见字符。请重新输入。</translation>
    </message>
    <message>
        <source>This number stands above with other words. Keep one of the rows.</source>
        <translation>该编号在上文已出现且内容不同。请只保留一行。</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>交期</translation>
    </message>
    <message>
        <source>Rush order</source>
        <translation>急单</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Left to make</source>
        <translation>剩余数量</translation>
    </message>
    <message>
        <source>Planned at</source>
        <translation>计划时间</translation>
    </message>
    <message>
        <source>Released at</source>
        <translation>下达时间</translation>
    </message>
    <message>
        <source>Started at</source>
        <translation>开工时间</translation>
    </message>
    <message>
        <source>Finished at</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Why closed short</source>
        <translation>提前关闭原因</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>报工标识</translation>
    </message>
    <message>
        <source>Confirmed at</source>
        <translation>报工时间</translation>
    </message>
    <message>
        <source>Day of the shift</source>
        <translation>班次日期</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>报工人</translation>
    </message>
    <message>
        <source>Counted good</source>
        <translation>计数良品</translation>
    </message>
    <message>
        <source>Counted scrap</source>
        <translation>计数报废</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>The source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>This console</source>
        <translation>本系统</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>每次询问</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>Nobody planned it: the line named it</source>
        <translation>没有人计划过：由产线报出</translation>
    </message>
    <message>
        <source>Runs at several lines: {0}</source>
        <translation>同时在多条产线运行：{0}</translation>
    </message>
    <message>
        <source>The line runs another order: {0}</source>
        <translation>产线在做另一张工单：{0}</translation>
    </message>
    <message>
        <source>The line says that it runs no order</source>
        <translation>产线说没有在做工单</translation>
    </message>
    <message>
        <source>Nobody said how many</source>
        <translation>没有人说做多少</translation>
    </message>
    <message>
        <source>Stopped {0}</source>
        <translation>已停机 {0}</translation>
    </message>
    <message>
        <source>{0} late</source>
        <translation>晚 {0}</translation>
    </message>
    <message>
        <source>Starts {0} late</source>
        <translation>开工晚 {0}</translation>
    </message>
    <message>
        <source>The line makes {0}, ordered are {1}</source>
        <translation>产线做 {0}，工单为 {1}</translation>
    </message>
    <message>
        <source>{0} more than ordered</source>
        <translation>比工单数量多 {0}</translation>
    </message>
    <message>
        <source>The line ended it at {0} of {1}</source>
        <translation>产线在 {0} / {1} 时结束</translation>
    </message>
    <message>
        <source>{0} counted after it was done</source>
        <translation>完成后又计数 {0}</translation>
    </message>
    <message>
        <source>Counted {0}, confirmed {1}: not all is confirmed</source>
        <translation>计数 {0}，已报工 {1}：未全部报工</translation>
    </message>
    <message>
        <source>Counted {0}, confirmed {1}</source>
        <translation>计数 {0}，已报工 {1}</translation>
    </message>
    <message>
        <source>{0} short {1} {2}</source>
        <translation>{0} 缺 {1} {2}</translation>
    </message>
    <message>
        <source>(+{0} more)</source>
        <translation>（另有 {0} 种）</translation>
    </message>
</context>
<context>
    <name>findingwords</name>
    <message>
        <source>No owner yet</source>
        <translation>尚无责任人</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未关闭</translation>
    </message>
    <message>
        <source>Wants a re-check</source>
        <translation>待复查</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Keep it here</source>
        <translation>留在此处</translation>
    </message>
    <message>
        <source>Move it to…</source>
        <translation>移到…</translation>
    </message>
    <message>
        <source>Return it</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Repair it</source>
        <translation>维修</translation>
    </message>
    <message>
        <source>Sell it</source>
        <translation>出售</translation>
    </message>
    <message>
        <source>Scrap it</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>Kept here</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已移走</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>已维修</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>已出售</translation>
    </message>
    <message>
        <source>Scrapped</source>
        <translation>已报废</translation>
    </message>
</context>
<context>
    <name>handover</name>
    <message>
        <source>Scrap</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>No reason yet</source>
        <translation>尚无原因</translation>
    </message>
    <message>
        <source>{0} / {1} plan</source>
        <translation>{0} / 计划 {1}</translation>
    </message>
    <message>
        <source>OEE, {0} lines</source>
        <translation>OEE，{0} 条产线</translation>
    </message>
    <message>
        <source>OEE</source>
        <translation>OEE</translation>
    </message>
    <message>
        <source>Incidents / near misses</source>
        <translation>事故 / 未遂事件</translation>
    </message>
    <message>
        <source>Hazards and others</source>
        <translation>隐患及其他</translation>
    </message>
    <message>
        <source>On shift</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>缺勤</translation>
    </message>
    <message>
        <source>5S score, latest</source>
        <translation>最近 5S 得分</translation>
    </message>
    <message>
        <source>{0} · {1} to be decided</source>
        <translation>{0} · {1} 个待决定</translation>
    </message>
    <message>
        <source>Red tags open</source>
        <translation>未处理红牌</translation>
    </message>
    <message>
        <source>Alarms shelved</source>
        <translation>已搁置报警</translation>
    </message>
    <message>
        <source>Stations without data</source>
        <translation>无数据的工位</translation>
    </message>
    <message>
        <source>Not handed over before</source>
        <translation>上一班未交班</translation>
    </message>
    <message>
        <source>Calls raised / resolved</source>
        <translation>呼叫发起 / 解决</translation>
    </message>
    <message>
        <source>Mean time to acknowledge</source>
        <translation>平均响应时间</translation>
    </message>
    <message>
        <source>Mean time to resolve</source>
        <translation>平均解决时间</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>Downtime</source>
        <translation>停机时间</translation>
    </message>
    <message>
        <source>Shift handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Safety and people</source>
        <translation>安全与人员</translation>
    </message>
    <message>
        <source>Audits and watch</source>
        <translation>审核与关注</translation>
    </message>
    <message>
        <source>Calls and downtime this shift</source>
        <translation>本班呼叫与停机</translation>
    </message>
    <message>
        <source>Open items</source>
        <translation>遗留事项</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未答复</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Notes for the next shift</source>
        <translation>给下一班的留言</translation>
    </message>
    <message>
        <source>Signed although {0} stops had no reason: {1}</source>
        <translation>在 {0} 次停机没有原因的情况下特批签字：{1}</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Unaltered: the signatures fit what stands here.</source>
        <translation>未被改动：签名与内容一致。</translation>
    </message>
    <message>
        <source>Altered: the signatures do not fit what stands here. Look at the trail.</source>
        <translation>已被改动：签名与内容不一致。请查看操作留痕。</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>尚未签字</translation>
    </message>
    <message>
        <source>Said later</source>
        <translation>事后更正</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>较高</translation>
    </message>
    <message>
        <source>High risk</source>
        <translation>高风险</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Shelved alarm</source>
        <translation>已搁置报警</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Early warning</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>缺勤</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation>隐患</translation>
    </message>
    <message>
        <source>Near miss</source>
        <translation>未遂事件</translation>
    </message>
    <message>
        <source>Environmental event</source>
        <translation>环境事件</translation>
    </message>
    <message>
        <source>First aid</source>
        <translation>轻伤（急救）</translation>
    </message>
    <message>
        <source>Lost time</source>
        <translation>损工事故</translation>
    </message>
    <message>
        <source>missed: the shift has ended and nobody has handed over</source>
        <translation>漏交：本班已结束，无人交班</translation>
    </message>
    <message>
        <source>not begun; shown as the record is now</source>
        <translation>尚未开始；显示当前记录</translation>
    </message>
    <message>
        <source>draft, filled from the live record {0}</source>
        <translation>草稿，{0} 从实时记录填充</translation>
    </message>
    <message>
        <source>signed by {0}; waits for the incoming shift</source>
        <translation>{0} 已签字；等待接班</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>已封存</translation>
    </message>
    <message>
        <source>since {0} {1}</source>
        <translation>自 {0} {1}</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>{0} min lost</source>
        <translation>损失 {0} 分钟</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>漏交接</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>quiet for another {0} min</source>
        <translation>还将静默 {0} 分钟</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>受阻</translation>
    </message>
    <message>
        <source>late</source>
        <translation>延误</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>from record</source>
        <translation>来自记录</translation>
    </message>
</context>
<context>
    <name>horn</name>
    <message>
        <source>Chime</source>
        <translation>钟声</translation>
    </message>
    <message>
        <source>Knock</source>
        <translation>敲击</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>脉冲</translation>
    </message>
    <message>
        <source>Siren</source>
        <translation>警笛</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>铃声</translation>
    </message>
    <message>
        <source>{line}, {station}</source>
        <translation>{line}，{station}</translation>
    </message>
    <message>
        <source>{severity}: {category}, {place}.</source>
        <translation>{severity}：{category}，{place}。</translation>
    </message>
    <message>
        <source>Silenced until {0}</source>
        <translation>静音至 {0}</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>Sound is off</source>
        <translation>声音已关闭</translation>
    </message>
    <message>
        <source>No sound here</source>
        <translation>本机无声音</translation>
    </message>
</context>
<context>
    <name>keeping</name>
    <message>
        <source>Records cannot be saved</source>
        <translation>记录无法保存</translation>
    </message>
    <message>
        <source>Nothing is kept now</source>
        <translation>现在什么都没有保存</translation>
    </message>
    <message>
        <source>Kept again, older history lost</source>
        <translation>已恢复保存，较早的历史丢失</translation>
    </message>
    <message>
        <source>Records and shift history are kept in {folder}</source>
        <translation>记录和班次历史保存在 {folder}</translation>
    </message>
    <message>
        <source>Kept on this PC</source>
        <translation>保存在本机</translation>
    </message>
    <message>
        <source>Database · shared</source>
        <translation>数据库 · 已共享</translation>
    </message>
    <message>
        <source>Database · copying {0} %</source>
        <translation>数据库 · 复制中 {0} %</translation>
    </message>
    <message>
        <source>Database · connecting</source>
        <translation>数据库 · 正在连接</translation>
    </message>
    <message>
        <source>Database · refused</source>
        <translation>数据库 · 被拒绝</translation>
    </message>
    <message>
        <source>Database · newer program needed</source>
        <translation>数据库 · 需要更新程序</translation>
    </message>
    <message>
        <source>Database · away, saved here</source>
        <translation>数据库 · 不可达，已存本机</translation>
    </message>
    <message>
        <source>All records saved on this PC</source>
        <translation>全部记录已保存在本机</translation>
    </message>
    <message>
        <source>All records saved and shared</source>
        <translation>全部记录已保存并共享</translation>
    </message>
    <message>
        <source>All records saved · {0} waiting to be shared</source>
        <translation>全部记录已保存 · {0} 条待共享</translation>
    </message>
</context>
<context>
    <name>losses</name>
    <message>
        <source>Stop</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>Breakdowns</source>
        <translation>故障停机</translation>
    </message>
    <message>
        <source>Set-up and adjustment</source>
        <translation>换型与调整</translation>
    </message>
    <message>
        <source>Idling and minor stops</source>
        <translation>空转与短停</translation>
    </message>
    <message>
        <source>Reduced speed</source>
        <translation>速度降低</translation>
    </message>
    <message>
        <source>Defects and start-up</source>
        <translation>不良与开机损失</translation>
    </message>
    <message>
        <source>None of the six: not known</source>
        <translation>不属于六大损失：未知</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Webhook (chat group)</source>
        <translation>Webhook（聊天群）</translation>
    </message>
    <message>
        <source>MQTT topic</source>
        <translation>MQTT 主题</translation>
    </message>
    <message>
        <source>DingTalk robot</source>
        <translation>钉钉机器人</translation>
    </message>
    <message>
        <source>WeCom robot</source>
        <translation>企业微信机器人</translation>
    </message>
    <message>
        <source>Teams workflow</source>
        <translation>Teams 工作流</translation>
    </message>
    <message>
        <source>Plain JSON</source>
        <translation>普通 JSON</translation>
    </message>
    <message>
        <source>TLS from the start (465)</source>
        <translation>全程 TLS (465)</translation>
    </message>
    <message>
        <source>STARTTLS (587)</source>
        <translation>STARTTLS 加密 (587)</translation>
    </message>
    <message>
        <source>Not encrypted (25)</source>
        <translation>不加密 (25)</translation>
    </message>
    <message>
        <source>Whom the ladder tells</source>
        <translation>升级流程通知的人</translation>
    </message>
    <message>
        <source>Always the same</source>
        <translation>固定对象</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Not delivered, tried again</source>
        <translation>未送达，将重试</translation>
    </message>
    <message>
        <source>Not delivered, given up</source>
        <translation>未送达，已放弃</translation>
    </message>
    <message>
        <source>No longer needed</source>
        <translation>已不需要</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>发起</translation>
    </message>
    <message>
        <source>Escalated to level {0}</source>
        <translation>升级到第 {0} 级</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>变严重</translation>
    </message>
    <message>
        <source>Next shift</source>
        <translation>交给下一班</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>nobody knows a server of this name. Correct the address.</source>
        <translation>找不到此名称的服务器，请更正地址。</translation>
    </message>
    <message>
        <source>the server takes no connection. Is it running, is the port right?</source>
        <translation>服务器不接受连接。它在运行吗？端口正确吗？</translation>
    </message>
    <message>
        <source>the server does not answer.</source>
        <translation>服务器没有应答。</translation>
    </message>
    <message>
        <source>the connection broke off.</source>
        <translation>连接中断。</translation>
    </message>
    <message>
        <source>the server does not encrypt so. Choose another encryption or port.</source>
        <translation>服务器不支持这种加密，请选择其他加密方式或端口。</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is for another name. Use the name that stands in it.</source>
        <translation>服务器证书属于另一个名称，请使用证书中的名称。</translation>
    </message>
    <message>
        <source>the server&apos;s certificate has expired or is not valid yet.</source>
        <translation>服务器证书已过期或尚未生效。</translation>
    </message>
    <message>
        <source>nobody here trusts the server&apos;s certificate. Name its authority in messages.ca_file.</source>
        <translation>本机不信任服务器的证书，请在 messages.ca_file 中指定其签发机构。</translation>
    </message>
    <message>
        <source>the server does not accept user or password.</source>
        <translation>服务器不接受该用户名或密码。</translation>
    </message>
    <message>
        <source>the server does not take mail from this sender.</source>
        <translation>服务器不接受此发件人的邮件。</translation>
    </message>
    <message>
        <source>the server does not know the recipient. Correct the address.</source>
        <translation>服务器不认识收件人，请更正地址。</translation>
    </message>
    <message>
        <source>the server wants fewer messages for now.</source>
        <translation>服务器要求暂时减少消息。</translation>
    </message>
    <message>
        <source>the server refuses the message.</source>
        <translation>服务器拒绝了消息。</translation>
    </message>
    <message>
        <source>there is no connection to the broker.</source>
        <translation>没有连接到消息服务器。</translation>
    </message>
    <message>
        <source>no e-mail address is known. Enter it under Contacts.</source>
        <translation>没有邮箱地址，请在“联系方式”中填写。</translation>
    </message>
    <message>
        <source>this PC does not know the address or password. Enter it under Channels.</source>
        <translation>本机没有保存地址或密码，请在“通知渠道”中填写。</translation>
    </message>
    <message>
        <source>this way was switched off.</source>
        <translation>此渠道已停用。</translation>
    </message>
    <message>
        <source>it is still waiting.</source>
        <translation>仍在等待发送。</translation>
    </message>
    <message>
        <source>Not delivered: {0}: {1}</source>
        <translation>未送达：{0}：{1}</translation>
    </message>
    <message>
        <source>Not delivered: {0} to {1}: {2}</source>
        <translation>未送达：{0} → {1}：{2}</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>OEE</source>
        <translation>OEE</translation>
    </message>
    <message>
        <source>OEE by the machine</source>
        <translation>设备自报 OEE</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>可用率</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>性能率</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>合格率</translation>
    </message>
    <message>
        <source>Planned time</source>
        <translation>计划时间</translation>
    </message>
    <message>
        <source>Lost minutes</source>
        <translation>损失分钟</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>停机次数</translation>
    </message>
    <message>
        <source>Micro-stops</source>
        <translation>短停</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>First pass</source>
        <translation>直通率</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标数</translation>
    </message>
    <message>
        <source>Against plan</source>
        <translation>与计划差</translation>
    </message>
    <message>
        <source>Forecast finish</source>
        <translation>预计完成</translation>
    </message>
    <message>
        <source>Takt</source>
        <translation>节拍</translation>
    </message>
    <message>
        <source>Cycle time</source>
        <translation>循环时间</translation>
    </message>
    <message>
        <source>Cycle against takt</source>
        <translation>循环时间比节拍</translation>
    </message>
    <message>
        <source>Bottleneck</source>
        <translation>瓶颈</translation>
    </message>
    <message>
        <source>Waiting before</source>
        <translation>站前在制</translation>
    </message>
    <message>
        <source>In this state</source>
        <translation>状态持续</translation>
    </message>
    <message>
        <source>Message age</source>
        <translation>消息距今</translation>
    </message>
    <message>
        <source>Message rate</source>
        <translation>消息速率</translation>
    </message>
    <message>
        <source>Clock skew</source>
        <translation>时钟偏差</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>响应时间</translation>
    </message>
    <message>
        <source>Time to arrive</source>
        <translation>到场时间</translation>
    </message>
    <message>
        <source>Time to resolve</source>
        <translation>解决时间</translation>
    </message>
    <message>
        <source>Time to close</source>
        <translation>关闭时间</translation>
    </message>
    <message>
        <source>Inside target</source>
        <translation>目标内</translation>
    </message>
    <message>
        <source>Heard most often</source>
        <translation>呼叫最多</translation>
    </message>
    <message>
        <source>Alarms in ten minutes</source>
        <translation>每十分钟报警数</translation>
    </message>
    <message>
        <source>Chattering</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>长期存在</translation>
    </message>
    <message>
        <source>Stale calls</source>
        <translation>停滞呼叫</translation>
    </message>
    <message>
        <source>Time in hands</source>
        <translation>各方用时</translation>
    </message>
    <message>
        <source>All pieces</source>
        <translation>总件数</translation>
    </message>
    <message>
        <source>Scrap share</source>
        <translation>报废率</translation>
    </message>
    <message>
        <source>Running time</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>Stop time</source>
        <translation>停机时间</translation>
    </message>
    <message>
        <source>Time to repair</source>
        <translation>平均修复时间</translation>
    </message>
    <message>
        <source>Time between stops</source>
        <translation>平均停机间隔</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Completed orders</source>
        <translation>完成工单</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>延误工单</translation>
    </message>
    <message>
        <source>Lead time of orders</source>
        <translation>工单前置期</translation>
    </message>
    <message>
        <source>Warnings before a stop</source>
        <translation>停机前的预警</translation>
    </message>
    <message>
        <source>False warnings</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Warning before the stop</source>
        <translation>预警提前时间</translation>
    </message>
    <message>
        <source>Stops with a warning</source>
        <translation>有预警的停机</translation>
    </message>
    <message>
        <source>Out of control</source>
        <translation>失控</translation>
    </message>
    <message>
        <source>Time out of control</source>
        <translation>失控时间占比</translation>
    </message>
    <message>
        <source>availability x performance x quality = ideal cycle x good / planned time</source>
        <translation>可用率 × 性能率 × 合格率 = 理想循环时间 × 良品数 / 计划时间</translation>
    </message>
    <message>
        <source>the OEE that the machine or its system publishes, as received</source>
        <translation>设备或其系统发布的 OEE，按收到的数值显示</translation>
    </message>
    <message>
        <source>(planned time - stops - starved - blocked - changeover - no data) / planned time</source>
        <translation>（计划时间 − 停机 − 待料 − 堵料 − 换型 − 无数据）/ 计划时间</translation>
    </message>
    <message>
        <source>ideal cycle x total / (running time + micro-stops)</source>
        <translation>理想循环时间 × 总数 /（运行时间 + 短停）</translation>
    </message>
    <message>
        <source>good / total</source>
        <translation>良品数 / 总数</translation>
    </message>
    <message>
        <source>shift - breaks - planned stops - not planned + breaks in which the station ran</source>
        <translation>班次 − 休息 − 计划停机 − 未排产 + 休息中仍在运行的时间</translation>
    </message>
    <message>
        <source>planned minutes in one loss; good time + quality + speed + micro-stops + stops + starved + blocked + changeover + no data = planned time</source>
        <translation>一项损失占用的计划分钟数；有效时间 + 质量 + 速度 + 短停 + 停机 + 待料 + 堵料 + 换型 + 无数据 = 计划时间</translation>
    </message>
    <message>
        <source>uninterrupted stops in planned time as long as the line&apos;s micro-stop limit or longer</source>
        <translation>计划时间内，不短于该产线短停界限的连续停机次数</translation>
    </message>
    <message>
        <source>planned minutes in stops shorter than the line&apos;s micro-stop limit</source>
        <translation>短于该产线短停界限的停机所占的计划分钟数</translation>
    </message>
    <message>
        <source>good pieces counted since the shift or order began</source>
        <translation>班次或工单开始以来的良品数</translation>
    </message>
    <message>
        <source>scrapped pieces counted since the shift or order began</source>
        <translation>班次或工单开始以来的报废数</translation>
    </message>
    <message>
        <source>pieces sent back for rework since the shift began</source>
        <translation>班次开始以来的返工数</translation>
    </message>
    <message>
        <source>quality checks passed / quality checks, repeats of one check counted once</source>
        <translation>检验合格次数 / 检验次数，同一次检验重复发布只计一次</translation>
    </message>
    <message>
        <source>pieces ordered, from the order&apos;s signal or the plant file</source>
        <translation>工单数量，来自工单信号或工厂文件</translation>
    </message>
    <message>
        <source>good - planned seconds since the order began / takt (at most the target)</source>
        <translation>良品数 − 工单开始以来的计划秒数 / 节拍（最多为目标数）</translation>
    </message>
    <message>
        <source>now + (target - good) / rate in planned time; rate = half the last 30 planned minutes, half since the start</source>
        <translation>当前时间 +（目标数 − 良品数）/ 速率，按计划时间推算；速率 = 最近 30 个计划分钟与开始以来各占一半</translation>
    </message>
    <message>
        <source>available planned time / pieces the customer wants in it, from the plant file</source>
        <translation>可用计划时间 / 客户在此期间的需求数，来自工厂文件</translation>
    </message>
    <message>
        <source>seconds from one good piece to the next, or as the machine measured it</source>
        <translation>相邻两件良品之间的秒数，或设备自测的数值</translation>
    </message>
    <message>
        <source>cycle time / takt; within 5 % is on takt</source>
        <translation>循环时间 / 节拍；相差 5 % 以内为合拍</translation>
    </message>
    <message>
        <source>station that is longest active without interruption for the largest share of the shift; blocked above and starved below it as cross-check</source>
        <translation>本班中连续工作时间最长的时间占比最大的工位；以上游堵料、下游待料作交叉核对</translation>
    </message>
    <message>
        <source>pieces out of the station before - pieces done here (good and scrap), less the smallest difference ever seen</source>
        <translation>前一工位产出件数 - 本工位完成件数（合格与报废），再减去见过的最小差值</translation>
    </message>
    <message>
        <source>time since the station&apos;s state last changed</source>
        <translation>距工位上次状态变化的时间</translation>
    </message>
    <message>
        <source>now - receive time of the last message of the source</source>
        <translation>当前时间 − 该来源最后一条消息的接收时间</translation>
    </message>
    <message>
        <source>messages received in the last seconds / these seconds</source>
        <translation>最近几秒收到的消息数 / 秒数</translation>
    </message>
    <message>
        <source>median of the least delayed (receive time - sender&apos;s time) of recent live messages</source>
        <translation>近期实时消息中延迟最小者的（接收时间 − 发送方时间）的中位数</translation>
    </message>
    <message>
        <source>time from raised, reopened or taken off the shelf to acknowledged, by the clock on the wall</source>
        <translation>从发起、重新打开或取消搁置到响应的时间，按时钟计算</translation>
    </message>
    <message>
        <source>time from raised, reopened or taken off the shelf to somebody on site, by the clock on the wall</source>
        <translation>从发起、重新打开或取消搁置到有人到场的时间，按时钟计算</translation>
    </message>
    <message>
        <source>time from raised, reopened or taken off the shelf to resolved, by the clock on the wall</source>
        <translation>从发起、重新打开或取消搁置到解决的时间，按时钟计算</translation>
    </message>
    <message>
        <source>time from raised, reopened or taken off the shelf to closed, by the clock on the wall</source>
        <translation>从发起、重新打开或取消搁置到关闭的时间，按时钟计算</translation>
    </message>
    <message>
        <source>calls that kept the target of their category / calls that did or are late already; no rejected calls</source>
        <translation>达到类别目标的呼叫 / 已完成或已超时的呼叫；不含被驳回的</translation>
    </message>
    <message>
        <source>times one thing was heard at one place, repeats counted; no rejected calls</source>
        <translation>同一位置同一内容的次数，含重复；不含被驳回的</translation>
    </message>
    <message>
        <source>calls raised and heard again / whole ten minutes; a flood begins with more than 10, ends with fewer than 5</source>
        <translation>发起和重复的呼叫 / 整十分钟；超过 10 条为泛滥开始，少于 5 条为结束</translation>
    </message>
    <message>
        <source>what was heard three times or more within one minute</source>
        <translation>一分钟内出现三次或更多的报警</translation>
    </message>
    <message>
        <source>alarms whose condition has lasted for more than 24 hours</source>
        <translation>持续超过 24 小时的报警</translation>
    </message>
    <message>
        <source>open calls on which nothing has happened for more than 24 hours</source>
        <translation>超过 24 小时没有进展的未关闭呼叫</translation>
    </message>
    <message>
        <source>open time of calls, told apart by the role that was told or had it, and by waiting, working and checking</source>
        <translation>呼叫未关闭的时间，按被通知或负责的角色，以及等待、处理和验证区分</translation>
    </message>
    <message>
        <source>good pieces + scrapped pieces</source>
        <translation>合格件 + 报废件</translation>
    </message>
    <message>
        <source>scrapped pieces / (good pieces + scrapped pieces)</source>
        <translation>报废件 / (合格件 + 报废件)</translation>
    </message>
    <message>
        <source>time in state running, breaks worked through included</source>
        <translation>处于运行状态的时间，含休息时间内的运行</translation>
    </message>
    <message>
        <source>time that stops lasted, each counted where it began</source>
        <translation>停机持续的时间，各计入其开始之处</translation>
    </message>
    <message>
        <source>time that stops lasted / number of stops</source>
        <translation>停机持续的时间 / 停机次数</translation>
    </message>
    <message>
        <source>running time / number of stops</source>
        <translation>运行时间 / 停机次数</translation>
    </message>
    <message>
        <source>calls raised, repeats of an open call counted once; no rejected calls</source>
        <translation>发起的呼叫，未关闭呼叫的重复只计一次；不含被驳回的呼叫</translation>
    </message>
    <message>
        <source>orders finished with something made, each counted where it was finished; merged ones are part of another</source>
        <translation>有产出且已结束的工单，在完成处计数；被合并的算在另一张里</translation>
    </message>
    <message>
        <source>completed orders that were finished after their due time</source>
        <translation>完成时间晚于交期的完成工单</translation>
    </message>
    <message>
        <source>median time from made to finished of completed orders</source>
        <translation>完成工单从创建到完成的时间的中位数</translation>
    </message>
    <message>
        <source>warnings after which a stop began at their place within the rule&apos;s horizon (1 h if it has none) / warnings whose horizon is over or that are decided</source>
        <translation>规则时限内（未设时限为 1 小时）同一位置开始停机的预警 / 时限已过或已有结论的预警</translation>
    </message>
    <message>
        <source>warnings judged false, or with no stop in the horizon, no call (or a rejected one) and not judged right / warnings whose horizon is over or that are decided</source>
        <translation>被判为误报，或时限内无停机、无呼叫（或呼叫被驳回）且未被判为正确的预警 / 时限已过或已有结论的预警</translation>
    </message>
    <message>
        <source>median time from a warning to the stop that followed it within the horizon</source>
        <translation>从预警到时限内随后停机的时间的中位数</translation>
    </message>
    <message>
        <source>stops before which there was a warning at their place within its horizon / stops</source>
        <translation>时限内同一位置先有预警的停机 / 停机</translation>
    </message>
    <message>
        <source>points of a control chart that break one of its rules / its points</source>
        <translation>控制图中违反任一判异规则的点 / 全部点</translation>
    </message>
    <message>
        <source>time in which a control chart of the place broke one of its rules / time watched</source>
        <translation>该位置的控制图违反任一判异规则的时间 / 监视时间</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Quality assurance</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Logistics</source>
        <translation>物流</translation>
    </message>
    <message>
        <source>Automation</source>
        <translation>自动化</translation>
    </message>
    <message>
        <source>share of one, shown as per cent</source>
        <translation>比例，以百分数显示</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>件</translation>
    </message>
    <message>
        <source>how often</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>a station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>messages a second</source>
        <translation>条/秒</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>pc</source>
        <translation>件</translation>
    </message>
</context>
<context>
    <name>orderasking</name>
    <message>
        <source>{good} of {quantity} pieces are confirmed. Confirm the rest, or say why it ends short.</source>
        <translation>已报工 {good}/{quantity} 件。请补报其余数量，或说明提前关闭的原因。</translation>
    </message>
    <message>
        <source>{good} of {quantity} pieces are confirmed, the line counted {counted}. Confirm the rest, or say why it ends short.</source>
        <translation>已报工 {good}/{quantity} 件，产线计数 {counted} 件。请补报其余数量，或说明提前关闭的原因。</translation>
    </message>
    <message>
        <source>{column} is full</source>
        <translation>{column}已满</translation>
    </message>
    <message>
        <source>It holds {limit} orders, no more by the plan. Say why {order} goes over the limit.</source>
        <translation>按规定最多 {limit} 张工单。请说明 {order} 为什么超出上限。</translation>
    </message>
    <message>
        <source>Go over the limit</source>
        <translation>超出上限</translation>
    </message>
    <message>
        <source>Close {order} short?</source>
        <translation>提前关闭 {order}？</translation>
    </message>
    <message>
        <source>Close short</source>
        <translation>提前关闭</translation>
    </message>
    <message>
        <source>Confirm output…</source>
        <translation>报工…</translation>
    </message>
    <message>
        <source>{order}: to {column}</source>
        <translation>{order}：移至{column}</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>What blocks {order}?</source>
        <translation>{order} 为什么受阻？</translation>
    </message>
    <message>
        <source>It stays where it is, marked, and goes no further until somebody lifts it.</source>
        <translation>它留在原处并带标记，解除之前不再前进。</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>标为受阻</translation>
    </message>
    <message>
        <source>It ends here without being finished.</source>
        <translation>它没有完成就在这里结束。</translation>
    </message>
    <message>
        <source>It goes back.</source>
        <translation>它退回去。</translation>
    </message>
</context>
<context>
    <name>ordercolumns</name>
    <message>
        <source>Planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>已下达</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Quality hold</source>
        <translation>质量暂停</translation>
    </message>
    <message>
        <source>Done this shift</source>
        <translation>本班已完成</translation>
    </message>
    <message>
        <source>New orders and imported ones begin here.</source>
        <translation>新建和导入的工单从这里开始。</translation>
    </message>
    <message>
        <source>Drag a planned order here when its line may begin it.</source>
        <translation>产线可以开工时，把已计划的工单拖到这里。</translation>
    </message>
    <message>
        <source>Orders come here by themselves when their line says that they run.</source>
        <translation>产线报告开工时，工单会自动移到这里。</translation>
    </message>
    <message>
        <source>Nothing is held.</source>
        <translation>没有暂停的工单。</translation>
    </message>
    <message>
        <source>What is finished in this shift is kept here until the next one begins.</source>
        <translation>本班完成的工单留在这里，直到下一班开始。</translation>
    </message>
</context>
<context>
    <name>orderfaces</name>
    <message>
        <source>due {0}</source>
        <translation>交期 {0}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>Rush</source>
        <translation>急单</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已变更</translation>
    </message>
    <message>
        <source>Not shared yet</source>
        <translation>尚未共享</translation>
    </message>
    <message>
        <source>No product yet</source>
        <translation>未定产品</translation>
    </message>
    <message>
        <source>{0} pcs, no target</source>
        <translation>{0} 件，无目标数量</translation>
    </message>
    <message>
        <source>{0} pcs</source>
        <translation>{0} 件</translation>
    </message>
    <message>
        <source>no due time</source>
        <translation>无交期</translation>
    </message>
    <message>
        <source>kit complete</source>
        <translation>物料齐套</translation>
    </message>
    <message>
        <source>changeover</source>
        <translation>换型</translation>
    </message>
    <message>
        <source>held</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>{0} late</source>
        <translation>晚 {0}</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>按时完成</translation>
    </message>
    <message>
        <source>finished {0}</source>
        <translation>{0} 完成</translation>
    </message>
    <message>
        <source>closed short</source>
        <translation>提前关闭</translation>
    </message>
    <message>
        <source>starts {0} late</source>
        <translation>开工晚 {0}</translation>
    </message>
    <message>
        <source>finish {0}</source>
        <translation>预计 {0} 完成</translation>
    </message>
    <message>
        <source>{0} behind</source>
        <translation>落后 {0}</translation>
    </message>
    <message>
        <source>{0} ahead</source>
        <translation>提前 {0}</translation>
    </message>
    <message>
        <source>on plan</source>
        <translation>按计划</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停</translation>
    </message>
    <message>
        <source>late</source>
        <translation>已晚</translation>
    </message>
    <message>
        <source>Finish between {0} and {1}, two times in three</source>
        <translation>三次中有两次在 {0} 到 {1} 之间完成</translation>
    </message>
    <message>
        <source>Counted {0}, confirmed {1} of {2}</source>
        <translation>计数 {0}，已报工 {1} / {2}</translation>
    </message>
    <message>
        <source>Confirmed {0} of {1}</source>
        <translation>已报工 {0} / {1}</translation>
    </message>
    <message>
        <source>Changed after the line knew of it; the line has not taken note yet</source>
        <translation>产线得知后又有变更，产线尚未确认</translation>
    </message>
    <message>
        <source>Closed short: {0}</source>
        <translation>提前关闭：{0}</translation>
    </message>
    <message>
        <source>Blocked by {0}</source>
        <translation>由 {0} 标为受阻</translation>
    </message>
    <message>
        <source>Saved here, not yet shared</source>
        <translation>已保存在本机，尚未共享</translation>
    </message>
</context>
<context>
    <name>orderfigures</name>
    <message>
        <source>Open cards by their age in their column: {0}</source>
        <translation>未结工单在本栏的滞留时间：{0}</translation>
    </message>
    <message>
        <source>{0} open · 85 %: {1}</source>
        <translation>未结 {0} · 85 %：{1}</translation>
    </message>
    <message>
        <source>Cumulative flow diagram</source>
        <translation>累积流图</translation>
    </message>
    <message>
        <source>Cumulative flow diagram at {0}: {1}; arrow keys move the cursor</source>
        <translation>累积流图，{0}：{1}；方向键移动光标</translation>
    </message>
    <message>
        <source>Press for the orders behind it</source>
        <translation>按下查看背后的工单</translation>
    </message>
    <message>
        <source>Every completed order by when it was finished and how long it took; {0}</source>
        <translation>每张完成的工单，按完成时间和用时；{0}</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>太少</translation>
    </message>
    <message>
        <source>Finished less made, of the orders completed in this time.</source>
        <translation>完成时间减创建时间，取该时段完成的工单。</translation>
    </message>
    <message>
        <source>Finished less first released, of the orders completed in this time.</source>
        <translation>完成时间减首次下达时间，取该时段完成的工单。</translation>
    </message>
    <message>
        <source>Time in Running without blocked time, of all the time from made to finished; sums over orders.</source>
        <translation>“进行中”的时间（不含受阻）占创建到完成全部时间的比例；按工单合计计算。</translation>
    </message>
    <message>
        <source>Finished after due, of the orders completed in this time that have a due time.</source>
        <translation>该时段完成且有交期的工单中，完成时间晚于交期的。</translation>
    </message>
    <message>
        <source>Finished less due, of the late orders.</source>
        <translation>延误工单的完成时间减交期。</translation>
    </message>
    <message>
        <source>Open at the end of this time, though due before.</source>
        <translation>交期已过而该时段结束时仍未完成。</translation>
    </message>
    <message>
        <source>Orders finished in full by their promise, of all that were promised for this time. The promise is the end of the planned shift, or of the planned day, else the due time. After the idea of schedule achievement in the SCOR model; which promise counts is this program&apos;s own rule.</source>
        <translation>承诺在该时段完成的全部工单中，按承诺足量完成的比例。承诺时间为计划班次或计划日的结束，否则为交期。参照 SCOR 模型的计划达成思想；以哪个承诺为准是本程序自己的规则。</translation>
    </message>
    <message>
        <source>Good pieces confirmed, of pieces ordered, of the orders promised for this time. Too many of one order do not make up for too few of another.</source>
        <translation>承诺在该时段完成的工单中，报工良品占订购数量的比例。一张工单的超产不能弥补另一张的不足。</translation>
    </message>
    <message>
        <source>Orders completed in this time; merged ones are part of another one.</source>
        <translation>该时段完成的工单；被合并的工单算在另一张里。</translation>
    </message>
    <message>
        <source>Good pieces confirmed in this time and not taken back.</source>
        <translation>该时段报工且未撤回的良品。</translation>
    </message>
    <message>
        <source>Open orders that are released, running or on hold.</source>
        <translation>已下达、进行中或质量暂停的工单。</translation>
    </message>
    <message>
        <source>Closed before everything was made.</source>
        <translation>未足量完成即关闭。</translation>
    </message>
    <message>
        <source>Closed before anything was made. They count in no time and in no throughput.</source>
        <translation>未生产任何产品即关闭。不计入用时和产出。</translation>
    </message>
    <message>
        <source>Made in this time by splitting another order.</source>
        <translation>该时段由另一张工单拆分而来。</translation>
    </message>
    <message>
        <source>Good pieces confirmed less those that the line counted, where it counted.</source>
        <translation>报工良品减产线计数良品，仅限有计数的报工。</translation>
    </message>
    <message>
        <source>n = {0}</source>
        <translation>n = {0}</translation>
    </message>
    <message>
        <source>{0} pt</source>
        <translation>{0} 个点</translation>
    </message>
</context>
<context>
    <name>orders</name>
    <message>
        <source>{0}: {1} later</source>
        <translation>{0}：推迟 {1}</translation>
    </message>
    <message>
        <source>will be late</source>
        <translation>将逾期</translation>
    </message>
    <message>
        <source>is late already</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>No time a piece is known for this product: nobody can tell when it is finished.</source>
        <translation>不知道该产品的单件时间：无法预计完成时间。</translation>
    </message>
    <message>
        <source>Finished at {0} by the plan</source>
        <translation>按计划 {0} 完成</translation>
    </message>
    <message>
        <source>More orders later: {0}</source>
        <translation>另有推迟的工单：{0}</translation>
    </message>
    <message>
        <source>More materials short: {0}</source>
        <translation>另有短缺的物料：{0}</translation>
    </message>
    <message>
        <source>It delays no other order</source>
        <translation>不推迟其他工单</translation>
    </message>
    <message>
        <source>{0}: {1} {2} short at the line ({3} of {4})</source>
        <translation>{0}：线边缺 {1} {2}（{3} / {4}）</translation>
    </message>
    <message>
        <source>{0}: {1} → {2}</source>
        <translation>{0}：{1} → {2}</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>计划于</translation>
    </message>
    <message>
        <source>The steps are others</source>
        <translation>工序有变</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>已下达</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Quality hold</source>
        <translation>质量暂停</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>交期</translation>
    </message>
    <message>
        <source>Rush order</source>
        <translation>急单</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Closed short</source>
        <translation>提前关闭</translation>
    </message>
    <message>
        <source>Part of another order</source>
        <translation>已并入其他工单</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>重新开工</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>下达</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Back to released</source>
        <translation>退回已下达</translation>
    </message>
    <message>
        <source>Back to planned</source>
        <translation>退回已计划</translation>
    </message>
    <message>
        <source>No line yet</source>
        <translation>尚无产线</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>准时</translation>
    </message>
    <message>
        <source>{0} late</source>
        <translation>晚 {0}</translation>
    </message>
    <message>
        <source>{0} early</source>
        <translation>早 {0}</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>来自 {0}</translation>
    </message>
    <message>
        <source>Handed on: {0}</source>
        <translation>交接：{0}</translation>
    </message>
    <message>
        <source>Assigned: {0}</source>
        <translation>派工：{0}</translation>
    </message>
    <message>
        <source>Change seen</source>
        <translation>变更已阅</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>受阻</translation>
    </message>
    <message>
        <source>Can go on</source>
        <translation>解除受阻</translation>
    </message>
    <message>
        <source>over the limit</source>
        <translation>超出上限</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>{0}: ran out on {1}</source>
        <translation>{0}：已于 {1} 过期</translation>
    </message>
    <message>
        <source>{0}: level {1} ({2}), not alone</source>
        <translation>{0}：{1} 级（{2}），不能独立作业</translation>
    </message>
    <message>
        <source>{0}: not learnt</source>
        <translation>{0}：未学过</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>安灯呼叫</translation>
    </message>
    <message>
        <source>Call setup</source>
        <translation>呼叫设置</translation>
    </message>
    <message>
        <source>Response figures</source>
        <translation>响应指标</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知识库</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Control charts</source>
        <translation>控制图</translation>
    </message>
    <message>
        <source>Early warnings</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>时光回溯</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>数据交换</translation>
    </message>
    <message>
        <source>Order figures</source>
        <translation>工单指标</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题点</translation>
    </message>
    <message>
        <source>Planned rounds</source>
        <translation>计划巡检</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>Audit figures</source>
        <translation>审核指标</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Past handovers</source>
        <translation>历史交接班</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>班前会</translation>
    </message>
    <message>
        <source>Crews</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>操作留痕</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>{0} cannot be written. Choose another folder with --data.</source>
        <translation>无法写入 {0}。请用 --data 选择其他文件夹。</translation>
    </message>
    <message>
        <source>Another Gemba Console (process {0}) uses {1} and does not answer. End it, or choose another folder.</source>
        <translation>另一个 Gemba Console（进程 {0}）正在使用 {1}，且没有响应。请结束它，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>权限</translation>
    </message>
</context>
<context>
    <name>paperform</name>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Photo taken</source>
        <translation>已拍照</translation>
    </message>
</context>
<context>
    <name>pasthandovers</name>
    <message>
        <source>{0}: {1}, {2} carried</source>
        <translation>{0}：{1} 项，结转 {2} 项</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>漏交接</translation>
    </message>
    <message>
        <source>missed: begun only</source>
        <translation>漏交接：只开始未签</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>已封存</translation>
    </message>
    <message>
        <source>not taken over yet</source>
        <translation>尚未接班</translation>
    </message>
</context>
<context>
    <name>patrols</name>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>missed, until {0}</source>
        <translation>漏检，应在 {0} 前</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>{0} 前</translation>
    </message>
    <message>
        <source>until {0} · {1} left</source>
        <translation>{0} 前 · 剩余 {1}</translation>
    </message>
</context>
<context>
    <name>payloads</name>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>JSON document</source>
        <translation>JSON 文档</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>开关量</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Sparkplug B</source>
        <translation>Sparkplug B</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>… {0} bytes more</source>
        <translation>……还有 {0} 字节</translation>
    </message>
    <message>
        <source>… {0} characters more</source>
        <translation>……还有 {0} 个字符</translation>
    </message>
</context>
<context>
    <name>plan</name>
    <message>
        <source>changeover {0}</source>
        <translation>换型 {0}</translation>
    </message>
    <message>
        <source>{0} · now</source>
        <translation>{0} · 现在</translation>
    </message>
    <message>
        <source>To be planned</source>
        <translation>待计划</translation>
    </message>
    <message>
        <source>Every order has a line and a shift. New ones, and what is left over, appear here.</source>
        <translation>每张工单都有产线和班次。新的和遗留的工单显示在这里。</translation>
    </message>
    <message>
        <source>no time a piece</source>
        <translation>没有单件工时</translation>
    </message>
    <message>
        <source>late {0}</source>
        <translation>延误 {0}</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>{0} 起</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>到 {0}</translation>
    </message>
    <message>
        <source>next: from {0}</source>
        <translation>下一个：{0} 起</translation>
    </message>
    <message>
        <source>left over from {0}</source>
        <translation>{0} 遗留</translation>
    </message>
    <message>
        <source>due {0}</source>
        <translation>交期 {0}</translation>
    </message>
    <message>
        <source>no due time</source>
        <translation>没有交期</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} 天 {1} 小时</translation>
    </message>
    <message>
        <source>{0} over</source>
        <translation>超 {0}</translation>
    </message>
    <message>
        <source>Load {0} of {1}: {2}</source>
        <translation>负荷 {0} / 产能 {1}：{2}</translation>
    </message>
    <message>
        <source>Work {0}, changeovers {1}</source>
        <translation>加工 {0}，换型 {1}</translation>
    </message>
    <message>
        <source>Left over from other shifts: {0}</source>
        <translation>其他班次转入：{0}</translation>
    </message>
    <message>
        <source>Overloaded: {0} does not fit</source>
        <translation>超负荷：{0} 放不下</translation>
    </message>
    <message>
        <source>Orders without a time a piece, not counted: {0}</source>
        <translation>没有单件工时、未计入的工单：{0}</translation>
    </message>
    <message>
        <source>takt {0} s</source>
        <translation>节拍 {0} 秒</translation>
    </message>
    <message>
        <source>takt {0} s · cycle {1} s</source>
        <translation>节拍 {0} 秒 · 周期 {1} 秒</translation>
    </message>
    <message>
        <source>No shift is on: no takt is needed now.</source>
        <translation>现在没有班次：不需要节拍。</translation>
    </message>
    <message>
        <source>Nothing more is due in this shift: no takt is needed.</source>
        <translation>本班次没有剩余工单：不需要节拍。</translation>
    </message>
    <message>
        <source>{0} pieces are due in the rest of this shift: one every {1} s.</source>
        <translation>本班次剩余时间内还需 {0} 件：每 {1} 秒一件。</translation>
    </message>
    <message>
        <source>No cycle of the line is known.</source>
        <translation>产线的周期未知。</translation>
    </message>
    <message>
        <source>The line takes {0} s: {1} s too slow.</source>
        <translation>产线每件 {0} 秒：慢了 {1} 秒。</translation>
    </message>
    <message>
        <source>The line takes {0} s: {1} s faster than needed.</source>
        <translation>产线每件 {0} 秒：比需要的快 {1} 秒。</translation>
    </message>
    <message>
        <source>The line takes {0} s: in takt.</source>
        <translation>产线每件 {0} 秒：符合节拍。</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>released</source>
        <translation>已下达</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>quality hold</source>
        <translation>质量暂停</translation>
    </message>
    <message>
        <source>no line</source>
        <translation>无产线</translation>
    </message>
    <message>
        <source>no shift</source>
        <translation>无班次</translation>
    </message>
    <message>
        <source>Rush order</source>
        <translation>急单</translation>
    </message>
    <message>
        <source>Made {0} to {1}</source>
        <translation>生产时间 {0} 至 {1}</translation>
    </message>
    <message>
        <source>Changeover before it: {0}</source>
        <translation>之前换型：{0}</translation>
    </message>
    <message>
        <source>Due {0}</source>
        <translation>交期 {0}</translation>
    </message>
    <message>
        <source>Blocked: {0}</source>
        <translation>受阻：{0}</translation>
    </message>
</context>
<context>
    <name>products</name>
    <message>
        <source>Number (or parent)</source>
        <translation>编号（或父件）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>产品族</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>子件</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Seconds a piece</source>
        <translation>秒/件</translation>
    </message>
    <message>
        <source>Set-up seconds</source>
        <translation>准备秒数</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>is no number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>is no whole number</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>must be greater than 0</source>
        <translation>须大于 0</translation>
    </message>
    <message>
        <source>is no date</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>is no line of this plant</source>
        <translation>不是本厂的产线</translation>
    </message>
    <message>
        <source>is neither yes nor no</source>
        <translation>既不是“是”也不是“否”</translation>
    </message>
    <message>
        <source>holds a sign that cannot be seen</source>
        <translation>含有看不见的字符</translation>
    </message>
    <message>
        <source>is in the file twice, with other words</source>
        <translation>在文件中出现两次，内容不同</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>已要求</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>今日完成</translation>
    </message>
    <message>
        <source>Cards come here by themselves when material falls to its minimum.</source>
        <translation>物料降到下限时，卡片会自动出现在这里。</translation>
    </message>
    <message>
        <source>Drag a card here when you fetch it.</source>
        <translation>去取料时把卡片拖到这里。</translation>
    </message>
    <message>
        <source>Drag a card here when it was delivered: it is added to the stock.</source>
        <translation>送达后把卡片拖到这里：数量会加到库存。</translation>
    </message>
</context>
<context>
    <name>pullfaces</name>
    <message>
        <source>Cancelled by {0}</source>
        <translation>{0} 已取消</translation>
    </message>
    <message>
        <source>Delivered by {0}</source>
        <translation>{0} 已送达</translation>
    </message>
    <message>
        <source>{0} brings it</source>
        <translation>{0} 正在送料</translation>
    </message>
    <message>
        <source>Asked by {0}</source>
        <translation>{0} 要求</translation>
    </message>
    <message>
        <source>Nothing left at the line</source>
        <translation>线边已用完</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>剩余 {0}</translation>
    </message>
    <message>
        <source>{0} left, lasts {1}</source>
        <translation>剩余 {0}，可用 {1}</translation>
    </message>
    <message>
        <source>the console</source>
        <translation>控制台</translation>
    </message>
</context>
<context>
    <name>records</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>PIN and badge</source>
        <translation>PIN 和工牌</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Picture or file</source>
        <translation>图片或文件</translation>
    </message>
    <message>
        <source>Alteration found</source>
        <translation>发现的改动</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>安灯呼叫</translation>
    </message>
    <message>
        <source>Step of a call</source>
        <translation>呼叫步骤</translation>
    </message>
    <message>
        <source>Call category</source>
        <translation>呼叫类别</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>Reason of stops</source>
        <translation>停机原因</translation>
    </message>
    <message>
        <source>Rule that raises calls</source>
        <translation>自动呼叫规则</translation>
    </message>
    <message>
        <source>Shelved alarm</source>
        <translation>搁置的报警</translation>
    </message>
    <message>
        <source>Time to compare with</source>
        <translation>比较基准</translation>
    </message>
    <message>
        <source>Way on which people are told</source>
        <translation>通知渠道</translation>
    </message>
    <message>
        <source>How somebody is reached</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Message to people</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>缺勤</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Step of an action</source>
        <translation>整改的步骤</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>知识条目</translation>
    </message>
    <message>
        <source>Use of an article</source>
        <translation>知识条目的使用</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>操作留痕</translation>
    </message>
    <message>
        <source>Index of the trail</source>
        <translation>操作留痕的索引</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Also about</source>
        <translation>另涉及</translation>
    </message>
    <message>
        <source>Acknowledge within (s)</source>
        <translation>确认时限（秒）</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>确认时间</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>确认人</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>说明时间</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>说明人</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>附加字段的内容</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Around the clock</source>
        <translation>全天候</translation>
    </message>
    <message>
        <source>On site within (s)</source>
        <translation>到场时限（秒）</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>到场时间</translation>
    </message>
    <message>
        <source>On site: who</source>
        <translation>到场人</translation>
    </message>
    <message>
        <source>Additional fields</source>
        <translation>附加字段</translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation>评定日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>工牌</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Waiting since</source>
        <translation>等待开始</translation>
    </message>
    <message>
        <source>Begun by</source>
        <translation>开始者</translation>
    </message>
    <message>
        <source>Below the limit</source>
        <translation>低于限值</translation>
    </message>
    <message>
        <source>Blocked by</source>
        <translation>受阻原因</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Control chart</source>
        <translation>控制图</translation>
    </message>
    <message>
        <source>Early warning</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Rule of early warning</source>
        <translation>预警规则</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Note on the time axis</source>
        <translation>时间轴备注</translation>
    </message>
    <message>
        <source>View of trends</source>
        <translation>趋势视图</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Confirmed output</source>
        <translation>报工</translation>
    </message>
    <message>
        <source>Move on the board</source>
        <translation>看板移动</translation>
    </message>
    <message>
        <source>Column of the board</source>
        <translation>看板列</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Stock at a line</source>
        <translation>线边库存</translation>
    </message>
    <message>
        <source>Replenishment card</source>
        <translation>补货卡</translation>
    </message>
    <message>
        <source>Booked use of material</source>
        <translation>物料消耗记账</translation>
    </message>
    <message>
        <source>Count of material</source>
        <translation>物料清点</translation>
    </message>
    <message>
        <source>Changeover time</source>
        <translation>换型时间</translation>
    </message>
    <message>
        <source>Reading of order files</source>
        <translation>工单文件的读取方式</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>账面</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>清点</translation>
    </message>
    <message>
        <source>Finished by</source>
        <translation>完成人</translation>
    </message>
    <message>
        <source>On its way since</source>
        <translation>途中起始</translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation>送料人</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>And by</source>
        <translation>再按</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>叠加对比</translation>
    </message>
    <message>
        <source>Crews</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Length (s)</source>
        <translation>时长（秒）</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Pens</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Answered in reports</source>
        <translation>用于报告</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>已共享</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Shift calendar</source>
        <translation>班次日历</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>原因清单</translation>
    </message>
    <message>
        <source>Center</source>
        <translation>中心线</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>修改者</translation>
    </message>
    <message>
        <source>Way out</source>
        <translation>通知渠道</translation>
    </message>
    <message>
        <source>Chattering from</source>
        <translation>抖动次数</translation>
    </message>
    <message>
        <source>Chattering within (s)</source>
        <translation>抖动时间窗（秒）</translation>
    </message>
    <message>
        <source>Effect checked</source>
        <translation>效果确认时间</translation>
    </message>
    <message>
        <source>Effect checked by</source>
        <translation>效果确认者</translation>
    </message>
    <message>
        <source>Over since</source>
        <translation>异常消除时间</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭时间</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>关闭人</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>代码模式</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Contained</source>
        <translation>遏制时间</translation>
    </message>
    <message>
        <source>Contained by</source>
        <translation>遏制人</translation>
    </message>
    <message>
        <source>Containment</source>
        <translation>遏制措施</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Countermeasure</source>
        <translation>对策</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Delay (s)</source>
        <translation>延时（秒）</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>送达时间</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>完成者</translation>
    </message>
    <message>
        <source>Dropped because</source>
        <translation>取消原因</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Days until the effect check</source>
        <translation>效果确认天数</translation>
    </message>
    <message>
        <source>Effect check</source>
        <translation>效果确认</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>结束者</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应为</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>说明时间</translation>
    </message>
    <message>
        <source>Wrong PINs</source>
        <translation>PIN 错误次数</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>原因说明</translation>
    </message>
    <message>
        <source>Plan of rounds</source>
        <translation>审核计划</translation>
    </message>
    <message>
        <source>Decision about a missed round</source>
        <translation>漏检处理</translation>
    </message>
    <message>
        <source>Red tag</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>Safety report</source>
        <translation>安全报告</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>Version of a checklist</source>
        <translation>检查表版本</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Answer to an item</source>
        <translation>检查项答案</translation>
    </message>
    <message>
        <source>Route of a patrol</source>
        <translation>巡查路线</translation>
    </message>
    <message>
        <source>Check-in at a point</source>
        <translation>点位签到</translation>
    </message>
    <message>
        <source>Shift handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Correction of a handover</source>
        <translation>交接班更正</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>班前会</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Told to the next shift</source>
        <translation>通知接班时间</translation>
    </message>
    <message>
        <source>Name in the chat</source>
        <translation>聊天账号</translation>
    </message>
    <message>
        <source>Warns ahead (s)</source>
        <translation>提前预警（秒）</translation>
    </message>
    <message>
        <source>Hysteresis</source>
        <translation>回差</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Judged at</source>
        <translation>评价时间</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>评价人</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>查找词</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Escalation ladder</source>
        <translation>升级阶梯</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Last command</source>
        <translation>最近的操作</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>Last wrong PIN</source>
        <translation>最近一次 PIN 错误</translation>
    </message>
    <message>
        <source>One-point lesson wanted</source>
        <translation>需要单点教材</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Production line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Of the six big losses</source>
        <translation>六大损失</translation>
    </message>
    <message>
        <source>Lower specification limit</source>
        <translation>下规格限</translation>
    </message>
    <message>
        <source>What the machine says</source>
        <translation>设备的说法</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>建立时间</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>建立者</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>提到的人</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>需要人数</translation>
    </message>
    <message>
        <source>Wants a cause</source>
        <translation>须填原因</translation>
    </message>
    <message>
        <source>Wants a countermeasure</source>
        <translation>须填对策</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>记录时间</translation>
    </message>
    <message>
        <source>Noted by</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Pieces counted by</source>
        <translation>件数计数器</translation>
    </message>
    <message>
        <source>Off delay (s)</source>
        <translation>复位延时（秒）</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>随时待命</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>其他日数</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>Tell the end too</source>
        <translation>关闭时也通知</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Needed for a piece</source>
        <translation>每件用量</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置清单</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>安排时间</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>发起时间</translation>
    </message>
    <message>
        <source>Raised by</source>
        <translation>发起人</translation>
    </message>
    <message>
        <source>Ran in between</source>
        <translation>其间运行</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Refuted</source>
        <translation>判定无效时间</translation>
    </message>
    <message>
        <source>Rejected because</source>
        <translation>驳回理由</translation>
    </message>
    <message>
        <source>Reminded up to</source>
        <translation>已提醒到</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>重新打开次数</translation>
    </message>
    <message>
        <source>Heard again</source>
        <translation>再次出现时间</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <source>Resolve within (s)</source>
        <translation>解决时限（秒）</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>解决时间</translation>
    </message>
    <message>
        <source>Resolved by</source>
        <translation>解决人</translation>
    </message>
    <message>
        <source>Review from</source>
        <translation>复盘起始严重度</translation>
    </message>
    <message>
        <source>Review after repeats</source>
        <translation>重复多少次后复盘</translation>
    </message>
    <message>
        <source>Right PIN</source>
        <translation>PIN 正确</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Only while it runs</source>
        <translation>仅运行时</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>服务器答复</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重度</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>消息格式</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>西格玛</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>征兆</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>始于</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Split from</source>
        <translation>拆分自</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Standard to change</source>
        <translation>要修改的标准</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Verified by somebody else</source>
        <translation>由他人验证</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>Value before</source>
        <translation>更改前的值</translation>
    </message>
    <message>
        <source>Value after</source>
        <translation>更改后的值</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>出现次数</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>To</source>
        <translation>交给</translation>
    </message>
    <message>
        <source>Last try</source>
        <translation>最近一次尝试</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Upper specification limit</source>
        <translation>上规格限</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>验证时间</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>验证人</translation>
    </message>
    <message>
        <source>Verified by somebody else from</source>
        <translation>须他人验证的起始严重度</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Of the seven wastes</source>
        <translation>七大浪费</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>通知对象</translation>
    </message>
    <message>
        <source>Whys</source>
        <translation>五个为什么</translation>
    </message>
    <message>
        <source>Window (s)</source>
        <translation>时间窗（秒）</translation>
    </message>
    <message>
        <source>Over (s)</source>
        <translation>观察时长（秒）</translation>
    </message>
    <message>
        <source>In front of</source>
        <translation>排在其前</translation>
    </message>
    <message>
        <source>In a container</source>
        <translation>每箱数量</translation>
    </message>
    <message>
        <source>Blocked since</source>
        <translation>受阻开始</translation>
    </message>
    <message>
        <source>Blocked by whom</source>
        <translation>受阻标记人</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Changes to take note of</source>
        <translation>待确认的变更</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Decimal comma</source>
        <translation>逗号小数点</translation>
    </message>
    <message>
        <source>Form of dates</source>
        <translation>日期格式</translation>
    </message>
    <message>
        <source>New orders</source>
        <translation>新工单</translation>
    </message>
    <message>
        <source>Due time of a day</source>
        <translation>当日交期时刻</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>产品族</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>物料</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>另一个</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>物料清单</translation>
    </message>
    <message>
        <source>For each line</source>
        <translation>按产线</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>计划日期</translation>
    </message>
    <message>
        <source>Planned shift</source>
        <translation>计划班次</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>准入规则</translation>
    </message>
    <message>
        <source>Good, as counted</source>
        <translation>计数良品</translation>
    </message>
    <message>
        <source>Scrap, as counted</source>
        <translation>计数报废</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Place in its column</source>
        <translation>列内位置</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>下达</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Rush</source>
        <translation>加急</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Change noted</source>
        <translation>变更确认时间</translation>
    </message>
    <message>
        <source>Change noted by</source>
        <translation>变更确认人</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤回时间</translation>
    </message>
    <message>
        <source>Taken back by</source>
        <translation>撤回人</translation>
    </message>
    <message>
        <source>Whose word holds</source>
        <translation>以谁为准</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Broken red lines</source>
        <translation>触犯的红线</translation>
    </message>
    <message>
        <source>Decide by</source>
        <translation>处理期限</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Done at once</source>
        <translation>即时措施</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Draft of</source>
        <translation>草稿时间</translation>
    </message>
    <message>
        <source>Draft by</source>
        <translation>草稿作者</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Hours of grace</source>
        <translation>宽限（小时）</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已召开</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>主持人</translation>
    </message>
    <message>
        <source>People hurt</source>
        <translation>受伤人数</translation>
    </message>
    <message>
        <source>Incoming signature</source>
        <translation>接班签字</translation>
    </message>
    <message>
        <source>Outgoing signature</source>
        <translation>交班签字</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>班长</translation>
    </message>
    <message>
        <source>Lost days</source>
        <translation>损失工日</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Best possible</source>
        <translation>满分</translation>
    </message>
    <message>
        <source>Next shift</source>
        <translation>下一班</translation>
    </message>
    <message>
        <source>Signed all the same because</source>
        <translation>仍签字的原因</translation>
    </message>
    <message>
        <source>Signed all the same by</source>
        <translation>仍签字的人</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Published version</source>
        <translation>已发布版本</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>上报人</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Places drawn</source>
        <translation>抽查数量</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>封存码</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Reporter named</source>
        <translation>上报人具名</translation>
    </message>
    <message>
        <source>Serious</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>到场人员</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>物品</translation>
    </message>
    <message>
        <source>Stops without a reason</source>
        <translation>未说明原因的停机</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Withdrawn by</source>
        <translation>撤回人</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <source>There is nothing in this file. Choose another one.</source>
        <translation>此文件是空的。请另选一个。</translation>
    </message>
    <message>
        <source>This picture is damaged or cut off and cannot be read. Open it in another program and save it anew.</source>
        <translation>此图片已损坏或不完整，无法读取。请用其他程序打开并重新保存。</translation>
    </message>
    <message>
        <source>The same picture or file is attached here already: {there}.</source>
        <translation>此处已附有相同的图片或文件：{there}。</translation>
    </message>
    <message>
        <source>This picture or file belongs to another place. It has been read again.</source>
        <translation>此图片或文件属于其他位置。已重新读取。</translation>
    </message>
    <message>
        <source>This record is signed: its pictures and files stay as they are.</source>
        <translation>此记录已签字：其图片和文件不再变动。</translation>
    </message>
    <message>
        <source>This file could not be attached. Try it again.</source>
        <translation>此文件未能附加。请重试。</translation>
    </message>
    <message>
        <source>This was attached at another console and has not arrived here yet. It comes by itself once that console and this one reach the shared database.</source>
        <translation>这是在另一台控制台上附加的，尚未到达此处。待两台控制台都连上共享数据库后会自动到达。</translation>
    </message>
    <message>
        <source>Programs and scripts are not taken. Attach a picture or a document instead.</source>
        <translation>不接收程序和脚本。请改为附加图片或文档。</translation>
    </message>
    <message>
        <source>Web pages and SVG drawings are not taken, because they can hold programs. Save it as PNG or PDF.</source>
        <translation>不接收网页和 SVG 图形，因为其中可能含有程序。请另存为 PNG 或 PDF。</translation>
    </message>
    <message>
        <source>Archives are not taken, because nobody sees what is in them. Unpack it and attach the files.</source>
        <translation>不接收压缩包，因为看不到其中内容。请解压后附加文件。</translation>
    </message>
    <message>
        <source>Documents with macros are not taken. Save it without macros, or as PDF.</source>
        <translation>不接收带宏的文档。请另存为不带宏的文档或 PDF。</translation>
    </message>
    <message>
        <source>Documents of this old kind are not taken, because they can hold macros. Save it as PDF.</source>
        <translation>不接收这种旧格式文档，因为其中可能含有宏。请另存为 PDF。</translation>
    </message>
    <message>
        <source>HEIC photos cannot be read here. Save the photo as JPEG, or set the phone&apos;s camera to the most compatible format.</source>
        <translation>此处无法读取 HEIC 照片。请另存为 JPEG，或在手机相机设置中选择兼容性最佳的格式。</translation>
    </message>
    <message>
        <source>Pictures of this kind cannot be read here. Save it as JPEG or PNG.</source>
        <translation>此处无法读取这种图片。请另存为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>Files of this kind are not taken. Pictures (JPEG, PNG, WebP, GIF, BMP), PDF, text, CSV, MP4 and office documents are.</source>
        <translation>不接收这种文件。可接收图片（JPEG、PNG、WebP、GIF、BMP）、PDF、文本、CSV、MP4 和办公文档。</translation>
    </message>
    <message>
        <source>This file has {0}; at most {1} are taken. Make it smaller, or attach a part of it.</source>
        <translation>此文件大小为 {0}，最多接收 {1}。请缩小文件，或只附加其中一部分。</translation>
    </message>
    <message>
        <source>This picture says it has {0} × {1} pixels; at most {2} are read. Save a smaller one.</source>
        <translation>此图片声称有 {0} × {1} 像素，最多读取 {2} 像素。请保存一张较小的图片。</translation>
    </message>
    <message>
        <source>The name ends in {0}, but what is in the file is something else.</source>
        <translation>文件名以 {0} 结尾，但内容是别的东西。</translation>
    </message>
    <message>
        <source>The name ends in {0}, but what is in the file is: {1}. Give it the right name.</source>
        <translation>文件名以 {0} 结尾，但实际内容是：{1}。请改用正确的名称。</translation>
    </message>
    <message>
        <source>This is no file that can be read. Folders and links to web pages cannot be attached.</source>
        <translation>这不是可读取的文件。文件夹和网页链接不能附加。</translation>
    </message>
    <message>
        <source>Another program changed this file on the disk, so it is not shown. Tell whoever looks after this PC:</source>
        <translation>其他程序改动了磁盘上的此文件，因此不予显示。请告知负责此电脑的人员：</translation>
    </message>
    <message>
        <source>It is not there any more. What is shown has been read again.</source>
        <translation>它已不存在。显示内容已重新读取。</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile. It has been read again: look at it and make your change anew.</source>
        <translation>其间有人做了更改。内容已重新读取：请查看后再做您的更改。</translation>
    </message>
    <message>
        <source>Another version of the program gave this order, and this one does not know it. Give it again here.</source>
        <translation>这条命令由另一版本的程序发出，本程序不认识它。请在这里重新操作一次。</translation>
    </message>
    <message>
        <source>The shared database could not carry this out. Give it again; the log tells more.</source>
        <translation>共享数据库无法执行此操作。请重新操作一次；详情见日志。</translation>
    </message>
    <message>
        <source>Another program altered this while it waited on this PC, so it was not shared. Give it again; see the Trail page.</source>
        <translation>它在本机等待期间被其他程序改动，因此未共享。请重新提交，并查看操作留痕。</translation>
    </message>
    <message>
        <source>Nothing was saved: the disk of this PC is full. Make room on it, then try again.</source>
        <translation>没有保存：本机磁盘已满。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>Nothing was saved: the records file or its folder cannot be written. Give the user of this PC the right to write there, then try again.</source>
        <translation>没有保存：记录文件或其文件夹不可写。请给本机用户写入权限后重试。</translation>
    </message>
    <message>
        <source>Nothing was saved: the records file is damaged. Restore a backup on the Backups page.</source>
        <translation>没有保存：记录文件已损坏。请在“备份”页面恢复备份。</translation>
    </message>
    <message>
        <source>Nothing was saved: another program holds the records file. Close it, then try again.</source>
        <translation>没有保存：另一个程序占用了记录文件。请关闭该程序后重试。</translation>
    </message>
    <message>
        <source>Nothing was saved: the disk did not let it. Look at the Status page, then try again.</source>
        <translation>没有保存：磁盘不允许写入。请查看状态页后重试。</translation>
    </message>
    <message>
        <source>This text holds signs that cannot be kept. Type it by hand instead of pasting it.</source>
        <translation>这段文字含有无法保存的字符。请手动输入，不要粘贴。</translation>
    </message>
    <message>
        <source>This text is too long: at most {most} signs can be kept. Shorten it.</source>
        <translation>这段文字太长：最多保存 {most} 个字符。请缩短。</translation>
    </message>
    <message>
        <source>This number is too large to be kept. Type a smaller one.</source>
        <translation>这个数字太大，无法保存。请输入较小的数字。</translation>
    </message>
    <message>
        <source>You cannot give, or act upon, rights that you do not have yourself. Ask an administrator.</source>
        <translation>您不能授予自己没有的权限，也不能处理拥有这些权限的人。请找管理员。</translation>
    </message>
    <message>
        <source>This cannot be set for this command. Choose another from the list.</source>
        <translation>此操作不能这样设置。请从列表中另选。</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>请输入名称。</translation>
    </message>
    <message>
        <source>This is too long: at most {most} signs. Shorten it.</source>
        <translation>太长：最多 {most} 个字符。请缩短。</translation>
    </message>
    <message>
        <source>This holds a sign that cannot be seen ({character}). Type it anew by hand.</source>
        <translation>含有看不见的字符（{character}）。请重新手动输入。</translation>
    </message>
    <message>
        <source>{name} has this number already. Use another one, or none.</source>
        <translation>{name} 已使用这个工号。请用另一个，或不填。</translation>
    </message>
    <message>
        <source>One person can have at most {most} roles. Give a role for a larger place instead.</source>
        <translation>一个人最多有 {most} 个角色。请改为授予范围更大的角色。</translation>
    </message>
    <message>
        <source>Nobody would be left to administer people. Make somebody else an administrator with a PIN first.</source>
        <translation>那样就没有人能管理人员了。请先让另一个有 PIN 的人成为管理员。</translation>
    </message>
    <message>
        <source>There is an administrator already. Sign in, or ask an administrator to add you.</source>
        <translation>已有管理员。请登录，或请管理员添加您。</translation>
    </message>
    <message>
        <source>It was taken out of the plant. Set it active again first.</source>
        <translation>它已停用。请先重新启用。</translation>
    </message>
    <message>
        <source>No PIN was set yet. Ask an administrator or your supervisor to set one, or scan your badge.</source>
        <translation>尚未设置 PIN。请管理员或主管设置，或扫描工牌。</translation>
    </message>
    <message>
        <source>{name} has this badge already. Take it away there first, or use another badge.</source>
        <translation>{name} 已使用这张工牌。请先在那里取消，或用另一张工牌。</translation>
    </message>
    <message>
        <source>The sign-in before this one is not finished yet. Wait a moment.</source>
        <translation>上一次登录尚未完成。请稍候。</translation>
    </message>
    <message>
        <source>This could not be kept safely, so it was not kept. Try again.</source>
        <translation>无法安全保存，因此没有保存。请重试。</translation>
    </message>
    <message>
        <source>This was saved already. It has been read again.</source>
        <translation>这已经保存过。内容已重新读取。</translation>
    </message>
    <message>
        <source>A PIN has {shortest} to {longest} digits.</source>
        <translation>PIN 为 {shortest} 到 {longest} 位数字。</translation>
    </message>
    <message>
        <source>A PIN has only digits.</source>
        <translation>PIN 只能是数字。</translation>
    </message>
    <message>
        <source>This PIN is what everybody tries first. Do not take one digit again and again, or a row like 1234.</source>
        <translation>这是人人最先会试的 PIN。不要全用同一个数字，也不要用 1234 这样的连号。</translation>
    </message>
    <message>
        <source>This is no badge number: it has {shortest} to {longest} signs. Scan the badge again.</source>
        <translation>这不是工牌号：工牌号有 {shortest} 到 {longest} 个字符。请重新扫描工牌。</translation>
    </message>
    <message>
        <source>A level is a number from 0 to 4.</source>
        <translation>等级是 0 到 4 的数字。</translation>
    </message>
    <message>
        <source>Type a whole number from {least} to {most}.</source>
        <translation>请输入 {least} 到 {most} 的整数。</translation>
    </message>
    <message>
        <source>A skill cannot expire before the day on which it was assessed ({assessed}). Choose a later day.</source>
        <translation>技能不能在评定日（{assessed}）之前到期。请选择较晚的日期。</translation>
    </message>
    <message>
        <source>A newer program wrote these records. Install that version on this PC; nothing was changed.</source>
        <translation>这些记录由更新版本的程序写入。请在本机安装该版本；未作任何改动。</translation>
    </message>
    <message>
        <source>The records cannot lie on a network drive: they would be damaged there. Keep them on this PC, and share them through a database.</source>
        <translation>记录不能放在网络驱动器上：在那里会损坏。请保存在本机，并通过数据库共享。</translation>
    </message>
    <message>
        <source>The shared database cannot be used now: {said}</source>
        <translation>共享数据库现在无法使用：{said}</translation>
    </message>
    <message>
        <source>The database server refuses this console: {said}</source>
        <translation>数据库服务器拒绝了本控制台：{said}</translation>
    </message>
    <message>
        <source>The server does not accept the user or the password. Correct them, or ask who runs the server.</source>
        <translation>服务器不接受该用户或密码。请改正，或询问服务器管理人员。</translation>
    </message>
    <message>
        <source>The server has no database of this name. Correct it, or have the database made first: it stays empty.</source>
        <translation>服务器上没有这个名称的数据库。请改正，或先请人建立一个空数据库。</translation>
    </message>
    <message>
        <source>This program was built without the driver for this kind of server ({driver}). Choose another kind.</source>
        <translation>本程序未包含此类服务器的驱动（{driver}）。请选择其他类型。</translation>
    </message>
    <message>
        <source>This database holds tables of another program ({tables}). Name an empty database.</source>
        <translation>此数据库中有其他程序的数据表（{tables}）。请指定一个空数据库。</translation>
    </message>
    <message>
        <source>This database cannot keep the letters of every language ({encoding}). Have one made with the encoding UTF8.</source>
        <translation>此数据库无法保存所有语言的文字（{encoding}）。请新建一个编码为 UTF8 的数据库。</translation>
    </message>
    <message>
        <source>Sharing is paused.</source>
        <translation>共享已暂停。</translation>
    </message>
    <message>
        <source>Sign in first: a change needs somebody who answers for it.</source>
        <translation>请先登录：更改需要有责任人。</translation>
    </message>
    <message>
        <source>Your roles do not allow this here: {0}. Ask somebody who may, or sign in as another person.</source>
        <translation>您的角色不允许在此操作：{0}。请找有权限的人，或以其他人登录。</translation>
    </message>
    <message>
        <source>This belongs to the administrators for good, or nobody could give it back: {0}.</source>
        <translation>此权限始终属于管理员，否则无人能再授予：{0}。</translation>
    </message>
    <message>
        <source>This PIN is not right. Try again.</source>
        <translation>PIN 不正确。请重试。</translation>
    </message>
    <message>
        <source>This PIN is not right. Try again in {0}.</source>
        <translation>PIN 不正确。请在 {0}后重试。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {0}, or scan your badge.</source>
        <translation>PIN 错误次数过多。请在 {0}后重试，或扫描工牌。</translation>
    </message>
    <message>
        <source>Locked after too many wrong PINs. These can unlock it: {0}.</source>
        <translation>PIN 错误次数过多，已锁定。可以解锁的人：{0}。</translation>
    </message>
    <message>
        <source>Locked after too many wrong PINs. Ask your team leader, supervisor or an administrator to unlock.</source>
        <translation>PIN 错误次数过多，已锁定。请班组长、主管或管理员解锁。</translation>
    </message>
    <message>
        <source>Nobody has this badge. An administrator can give it to you on the People page.</source>
        <translation>没有人使用这张工牌。管理员可在人员页发放给您。</translation>
    </message>
    <message>
        <source>The next badge can be scanned in {0}.</source>
        <translation>{0}后可扫描下一张工牌。</translation>
    </message>
    <message>
        <source>The records on this PC cannot be opened, so nothing was saved. {0}</source>
        <translation>本机记录无法打开，未保存任何内容。{0}</translation>
    </message>
    <message>
        <source>The console is ending: nothing was saved.</source>
        <translation>控制台正在退出：未保存任何内容。</translation>
    </message>
    <message>
        <source>No computer is known by this name. Check the server&apos;s name and the network.</source>
        <translation>找不到这个名称的计算机。请检查服务器名称和网络。</translation>
    </message>
    <message>
        <source>Nothing answers there. Check that the server runs and that the port is right.</source>
        <translation>那里没有响应。请检查服务器是否运行、端口是否正确。</translation>
    </message>
    <message>
        <source>The server does not answer. Check the address, the network and the firewall.</source>
        <translation>服务器没有响应。请检查地址、网络和防火墙。</translation>
    </message>
    <message>
        <source>The server is too busy at the moment. It is tried again.</source>
        <translation>服务器目前太忙，会再次尝试。</translation>
    </message>
    <message>
        <source>The connection to the shared database broke. It is tried again.</source>
        <translation>与共享数据库的连接中断，会再次尝试。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was signed by an authority that is not known here. Choose the authority (CA) file of your plant.</source>
        <translation>服务器证书由本机不认识的机构签发。请选择本厂的证书颁发机构（CA）文件。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was made for another name. Type the name that it was made for.</source>
        <translation>服务器证书是为另一个名称签发的。请输入证书上的名称。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired. Whoever runs the server must renew it.</source>
        <translation>服务器证书已过期。请服务器管理人员更新。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet. Check the clock of this PC.</source>
        <translation>服务器证书尚未生效。请检查本机时钟。</translation>
    </message>
    <message>
        <source>The server does not encrypt. Have TLS set up there; without it passwords and records can be read on the way.</source>
        <translation>服务器不支持加密。请在服务器上启用 TLS；否则密码和记录会在途中被读取。</translation>
    </message>
    <message>
        <source>The authority (CA) file cannot be read or holds no certificate. Choose another.</source>
        <translation>证书颁发机构（CA）文件无法读取或其中没有证书。请另选一个。</translation>
    </message>
    <message>
        <source>The server lets nobody in without encryption. Tick it and try again.</source>
        <translation>服务器不允许未加密的连接。请勾选加密后重试。</translation>
    </message>
    <message>
        <source>For SQL Server the certificate cannot be checked. Protect the way by other means, and take the tick away.</source>
        <translation>SQL Server 的证书无法检查。请用其他方式保护传输，并取消勾选。</translation>
    </message>
    <message>
        <source>The server cannot prove who it is: its certificate is not trusted.</source>
        <translation>服务器无法证明自己的身份：证书不受信任。</translation>
    </message>
    <message>
        <source>This user may not make tables in the database. Have the right to create given to them, or name another user.</source>
        <translation>该用户无权在数据库中建立数据表。请为其授予建表权限，或使用其他用户。</translation>
    </message>
    <message>
        <source>This user&apos;s rights in the database do not suffice: {0}</source>
        <translation>该用户在数据库中的权限不足：{0}</translation>
    </message>
    <message>
        <source>The folder cannot be reached: {path}. Is the drive connected, and may this user write there?</source>
        <translation>无法访问文件夹：{path}。磁盘是否已连接？此用户是否可以写入？</translation>
    </message>
    <message>
        <source>What was written is not what was read, so it was thrown away. The disk may be failing: {path}</source>
        <translation>写入的内容与读出的不一致，已丢弃。磁盘可能有故障：{path}</translation>
    </message>
    <message>
        <source>This copy is not whole and was not restored. Take another one.</source>
        <translation>此副本不完整，没有恢复。请选择另一个。</translation>
    </message>
    <message>
        <source>Something else runs still. Wait until it is over, or stop it.</source>
        <translation>另一项工作还在进行。请等它结束，或停止它。</translation>
    </message>
    <message>
        <source>It was stopped; everything is as it was.</source>
        <translation>已停止；一切保持原样。</translation>
    </message>
    <message>
        <source>There are records here already, so nothing was imported. Import into a console that has none.</source>
        <translation>这里已有记录，没有导入任何内容。请导入还没有记录的控制台。</translation>
    </message>
    <message>
        <source>Choose an administrator and give them a new PIN: nobody else could sign in after the import.</source>
        <translation>请选择一位管理员并设置新的 PIN：否则导入后没有人能登录。</translation>
    </message>
    <message>
        <source>Say why: whoever reads it later has only these words.</source>
        <translation>请说明原因：以后看的人只有这几句话可读。</translation>
    </message>
    <message>
        <source>Somebody has answered for this already.</source>
        <translation>已经有人说明过了。</translation>
    </message>
    <message>
        <source>This cannot be put back: the trail does not account for an earlier state of this record.</source>
        <translation>无法恢复：操作留痕中没有这条记录先前的状态。</translation>
    </message>
    <message>
        <source>This call is open. Only a closed one can be reopened.</source>
        <translation>此呼叫尚未关闭，只有已关闭的呼叫才能重新打开。</translation>
    </message>
    <message>
        <source>The call is further than that already. Look at it again.</source>
        <translation>此呼叫已进入后面的阶段，请重新查看。</translation>
    </message>
    <message>
        <source>Nothing was resolved yet that could be verified or refuted. Resolve the call first.</source>
        <translation>呼叫还没有解决，无法验证或判定无效。请先解决呼叫。</translation>
    </message>
    <message>
        <source>A call this severe is closed only after somebody has verified the countermeasure. Verify it first.</source>
        <translation>这一严重度的呼叫须先验证对策才能关闭，请先验证。</translation>
    </message>
    <message>
        <source>You resolved this call yourself, and it is severe: somebody else has to verify it.</source>
        <translation>此呼叫由您本人解决且较严重，须由其他人验证。</translation>
    </message>
    <message>
        <source>Tell the cause first: without it nobody learns from the call.</source>
        <translation>请先填写原因，否则无法从这次呼叫中总结经验。</translation>
    </message>
    <message>
        <source>This cause is not on the category&apos;s list any more. Choose another one.</source>
        <translation>该原因已不在此类别的清单中，请另选一个。</translation>
    </message>
    <message>
        <source>Tell the countermeasure first: what was done about it.</source>
        <translation>请先填写对策：采取了什么措施。</translation>
    </message>
    <message>
        <source>The category does not ask for this any more. Look at the call again.</source>
        <translation>该类别已不再要求此字段。请重新查看呼叫。</translation>
    </message>
    <message>
        <source>Fill this in first, the category wants it known: {name}.</source>
        <translation>请先填写，该类别要求说明：{name}。</translation>
    </message>
    <message>
        <source>Say why: whoever reads the call later has only these words.</source>
        <translation>请说明理由：以后查看此呼叫的人只能看到这些文字。</translation>
    </message>
    <message>
        <source>Type a number, like 12 or 0.5: {0}.</source>
        <translation>请输入数字，例如 12 或 0.5：{0}。</translation>
    </message>
    <message>
        <source>This is not on the list any more. Choose again: {0}.</source>
        <translation>该选项已不在列表中。请重新选择：{0}。</translation>
    </message>
    <message>
        <source>At most {0} characters: {1}.</source>
        <translation>最多 {0} 个字符：{1}。</translation>
    </message>
    <message>
        <source>{0} has shelved this already. Look at the list of shelved alarms.</source>
        <translation>{0} 已经搁置了它。请查看已搁置列表。</translation>
    </message>
    <message>
        <source>This is shelved already. Look at the list of shelved alarms.</source>
        <translation>它已被搁置。请查看已搁置列表。</translation>
    </message>
    <message>
        <source>{0} has ended this shelving already. Nothing is lost.</source>
        <translation>{0} 已经结束了这次搁置。没有任何丢失。</translation>
    </message>
    <message>
        <source>Its time is over already. Nothing is lost.</source>
        <translation>它已到期。没有任何丢失。</translation>
    </message>
    <message>
        <source>Only a person can do this. Sign in first.</source>
        <translation>此操作只能由人来做，请先登录。</translation>
    </message>
    <message>
        <source>Somebody has answered the call: nobody more need be told.</source>
        <translation>已有人响应此呼叫，无需再通知其他人。</translation>
    </message>
    <message>
        <source>The category&apos;s ladder has no such step any more.</source>
        <translation>此类别的升级阶梯中已没有这一级。</translation>
    </message>
    <message>
        <source>Say why it is shelved: the next shift has only these words.</source>
        <translation>请说明搁置原因：下一班只能看到这些文字。</translation>
    </message>
    <message>
        <source>Only a person can shelve an alarm. Sign in first.</source>
        <translation>只有人员可以搁置报警。请先登录。</translation>
    </message>
    <message>
        <source>Nothing stays shelved for longer than {hours} hours without somebody looking at it again.</source>
        <translation>搁置不能超过 {hours} 小时，之后必须有人重新查看。</translation>
    </message>
    <message>
        <source>A critical alarm is never shelved. Deal with it, or have its severity changed in Call setup.</source>
        <translation>危急报警不能搁置。请处理它，或在呼叫设置中更改严重程度。</translation>
    </message>
    <message>
        <source>Calls name this cause, so it stays: {name}. Give it another name, or put it at the end.</source>
        <translation>已有呼叫使用此原因，因此保留：{name}。可以改名，或移到最后。</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>请先写点内容。</translation>
    </message>
    <message>
        <source>This action is open. Only one that has ended can be reopened.</source>
        <translation>这项整改还没有结束。只有已结束的才能重新打开。</translation>
    </message>
    <message>
        <source>The action is further than that already. Look at it again.</source>
        <translation>这项整改已经走到后面的步骤。请再看一下。</translation>
    </message>
    <message>
        <source>Nothing was done yet. Say first what was done.</source>
        <translation>还没有做任何事。请先说明做了什么。</translation>
    </message>
    <message>
        <source>Whether it holds can only be said of an action that was verified. Verify it first.</source>
        <translation>只有已验证的整改才能判断是否有效。请先验证。</translation>
    </message>
    <message>
        <source>Its days are not over yet. Whether it held can be said on the day of the effect check.</source>
        <translation>天数还没到。到效果确认的那一天才能说是否有效。</translation>
    </message>
    <message>
        <source>You did this yourself, and what it came from is severe: somebody else has to verify it.</source>
        <translation>这是您自己做的，而且来源严重：必须由他人验证。</translation>
    </message>
    <message>
        <source>Say what was done: without it nobody can verify it.</source>
        <translation>请说明做了什么：否则没有人能验证。</translation>
    </message>
    <message>
        <source>Nobody need be reminded of this any more.</source>
        <translation>已不需要再提醒任何人。</translation>
    </message>
    <message>
        <source>This review is done. What it says stays as it is.</source>
        <translation>这次复盘已完成，内容不再改变。</translation>
    </message>
    <message>
        <source>An article needs a title and a text.</source>
        <translation>条目需要标题和内容。</translation>
    </message>
    <message>
        <source>{0} has done this already. Nothing is lost.</source>
        <translation>{0} 已经做过此操作，没有任何内容丢失。</translation>
    </message>
    <message>
        <source>This was done already. Nothing is lost.</source>
        <translation>此操作已经完成，没有任何内容丢失。</translation>
    </message>
    <message>
        <source>This action has ended. Reopen it if it is not over.</source>
        <translation>这项整改已结束。如果其实没有结束，请重新打开。</translation>
    </message>
    <message>
        <source>Say in a few words what shall be done.</source>
        <translation>请用几个字说明要做什么。</translation>
    </message>
    <message>
        <source>Choose the one person who answers for it.</source>
        <translation>请选择唯一的责任人。</translation>
    </message>
    <message>
        <source>The effect is looked at after 1 to 365 days.</source>
        <translation>效果在 1 到 365 天后确认。</translation>
    </message>
    <message>
        <source>Tell the root cause first: a review without one has found nothing.</source>
        <translation>请先写出根本原因：没有根本原因的复盘等于没有结果。</translation>
    </message>
    <message>
        <source>Answer at least the first why.</source>
        <translation>请至少回答第一个为什么。</translation>
    </message>
    <message>
        <source>{0} has closed this call. Reopen it if it is not over.</source>
        <translation>{0} 已关闭此呼叫。若问题未结束，请重新打开。</translation>
    </message>
    <message>
        <source>This call is closed. Reopen it if it is not over.</source>
        <translation>此呼叫已关闭。若问题未结束，请重新打开。</translation>
    </message>
    <message>
        <source>This cannot be so. Look at it again: {0}.</source>
        <translation>不能这样设置，请重新检查：{0}。</translation>
    </message>
    <message>
        <source>It was delivered, or nobody has to be told any more.</source>
        <translation>通知已送达，或已无需通知任何人。</translation>
    </message>
    <message>
        <source>This is no address for such a way. Look at the hint below it.</source>
        <translation>这不是此类渠道的地址，请看下方提示。</translation>
    </message>
    <message>
        <source>The sender is no e-mail address.</source>
        <translation>发件人不是邮箱地址。</translation>
    </message>
    <message>
        <source>These are no recipients. Write addresses with a comma between them, at least one for e-mail.</source>
        <translation>收件人不正确。请用逗号分隔地址；电子邮件至少填一个。</translation>
    </message>
    <message>
        <source>Choose one of the languages.</source>
        <translation>请选择一种语言。</translation>
    </message>
    <message>
        <source>This is no e-mail address: name, @, then the server; no spaces.</source>
        <translation>这不是邮箱地址：应为“名称@服务器”，不含空格。</translation>
    </message>
    <message>
        <source>A mobile number has 5 to 15 digits, with a + before it or without.</source>
        <translation>手机号为 5 到 15 位数字，前面可以加 +。</translation>
    </message>
    <message>
        <source>A name in the chat has no spaces and no angle brackets.</source>
        <translation>聊天账号不能含空格或尖括号。</translation>
    </message>
    <message>
        <source>This stop is a part of another one by now. Choose that one.</source>
        <translation>该停机已并入另一次停机。请选择那一次。</translation>
    </message>
    <message>
        <source>A stop is split at a time inside it. Choose another time.</source>
        <translation>拆分时刻必须在停机时间之内。请另选时刻。</translation>
    </message>
    <message>
        <source>Only a stop that has ended and the next one of the same station can be merged.</source>
        <translation>只有已结束的停机才能与同一工位的下一次停机合并。</translation>
    </message>
    <message>
        <source>The station ran for longer than a micro-stop lasts between these two: they are two stops.</source>
        <translation>两次停机之间工位运行的时间超过短停时限：它们是两次停机。</translation>
    </message>
    <message>
        <source>This stop has no reason that could be taken back.</source>
        <translation>该停机没有可收回的原因。</translation>
    </message>
    <message>
        <source>This is a group. Choose one of the reasons in it.</source>
        <translation>这是分组。请选择其中的一个原因。</translation>
    </message>
    <message>
        <source>This call was about another place, or not open at that time. Choose the reason from the list.</source>
        <translation>该呼叫属于别处，或当时并未打开。请从列表选择原因。</translation>
    </message>
    <message>
        <source>The call has no cause yet, or no reason means the same. Choose the reason from the list.</source>
        <translation>该呼叫还没有原因，或没有对应的停机原因。请从列表选择。</translation>
    </message>
    <message>
        <source>The reason cannot be so. Look at it again: {0}.</source>
        <translation>原因不能这样设置。请检查：{0}。</translation>
    </message>
    <message>
        <source>This figure cannot be seen by that. Choose another entry under By or And by.</source>
        <translation>这个指标不能这样细分。请在“按”或“再按”中另选一项。</translation>
    </message>
    <message>
        <source>A question is called {name} already. Choose another name, or choose that one and keep it anew.</source>
        <translation>已有名为 {name} 的问题。请换一个名称，或选中它再重新保存。</translation>
    </message>
    <message>
        <source>No more than {most} questions are kept. Remove one that nobody asks any more.</source>
        <translation>最多保存 {most} 个问题。请删除一个没人再用的。</translation>
    </message>
    <message>
        <source>The past cannot be read: {why}. The status page tells more.</source>
        <translation>无法读取历史：{why}。状态页有更多说明。</translation>
    </message>
    <message>
        <source>The signal {signal} is not measured at {place}. Choose the signal again.</source>
        <translation>信号 {signal} 不在 {place} 测量。请重新选择信号。</translation>
    </message>
    <message>
        <source>Ranges can only be compared between groups of one size. Group so many readings, or choose X-bar and S.</source>
        <translation>只有大小相同的子组才能比较极差。请按读数个数分组，或选 X̄-S。</translation>
    </message>
    <message>
        <source>A group of this chart has {least} to {most}. Give a whole number.</source>
        <translation>此控制图每组为 {least} 到 {most}。请填整数。</translation>
    </message>
    <message>
        <source>This kind of chart cannot be grouped so. Choose another grouping or another kind.</source>
        <translation>这种控制图不能这样分组。请换分组方式或类型。</translation>
    </message>
    <message>
        <source>A share needs to know of how many pieces. Choose the counter of the pieces.</source>
        <translation>比率需要知道总件数。请选择件数计数器。</translation>
    </message>
    <message>
        <source>Rule {rule} does not hold for this kind of chart. Charts of counts know rules 1 to 4.</source>
        <translation>规则 {rule} 不适用于这种控制图。计数型控制图只用规则 1 到 4。</translation>
    </message>
    <message>
        <source>The lower specification limit must lie below the upper one, and the target between them.</source>
        <translation>下规格限必须低于上规格限，目标值在两者之间。</translation>
    </message>
    <message>
        <source>A chart of counts has no specification limits. Leave them empty.</source>
        <translation>计数型控制图没有规格限。请留空。</translation>
    </message>
    <message>
        <source>A phase begins after the one before it and not in the future, and learns from a time that has some length.</source>
        <translation>新阶段须晚于前一阶段且不在将来，学习的时段须有长度。</translation>
    </message>
    <message>
        <source>Say why new limits are wanted: whoever looks at the chart later has only these words.</source>
        <translation>请写明为何要新的控制限：以后看图的人只能看到这些文字。</translation>
    </message>
    <message>
        <source>Fixed limits need a center and a sigma above zero.</source>
        <translation>给定的控制限需要中心线和大于零的西格玛。</translation>
    </message>
    <message>
        <source>The chart is switched off. Switch it on first.</source>
        <translation>控制图已停用。请先启用。</translation>
    </message>
    <message>
        <source>Somebody else has judged this warning meanwhile. Look at what they said first.</source>
        <translation>其他人已评价这条预警。请先看他们说了什么。</translation>
    </message>
    <message>
        <source>The plant&apos;s historian does not answer ({why}). It is asked again by itself.</source>
        <translation>工厂的历史数据库没有应答（{why}）。会自动重试。</translation>
    </message>
    <message>
        <source>The plant&apos;s historian is not as the settings say. The status page tells what to correct.</source>
        <translation>工厂的历史数据库与设置不符。状态页说明需要更正什么。</translation>
    </message>
    <message>
        <source>The note ends before it begins. Choose a later end.</source>
        <translation>备注的结束早于开始。请选择更晚的结束时间。</translation>
    </message>
    <message>
        <source>You have a view called {name} already. Give this one another name, or save that one anew.</source>
        <translation>您已有名为 {name} 的视图。请换一个名称，或覆盖保存那个视图。</translation>
    </message>
    <message>
        <source>There is no pen to save. Add signals first.</source>
        <translation>没有可保存的曲线，请先添加信号。</translation>
    </message>
    <message>
        <source>A view can have at most {most} pens. Take some away.</source>
        <translation>一个视图最多 {most} 条曲线，请去掉一些。</translation>
    </message>
    <message>
        <source>Nothing was written: there is no room on the disk. Make room, or choose another folder.</source>
        <translation>没有写入任何内容：磁盘已满。请腾出空间或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Nothing was written: the file is open in another program, or its folder cannot be written. Close it there, or choose another name or folder.</source>
        <translation>没有写入任何内容：文件正被其他程序打开，或其文件夹不可写。请在那里关闭它，或选择其他名称或文件夹。</translation>
    </message>
    <message>
        <source>Nothing was written: the folder cannot be reached. Choose another folder.</source>
        <translation>没有写入任何内容：无法访问该文件夹。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Nothing was written: the history cannot be read. Look at the Status page, then try again.</source>
        <translation>没有写入任何内容：无法读取历史。请查看“状态”页后重试。</translation>
    </message>
    <message>
        <source>Another export is running. Wait until it is done, or stop it.</source>
        <translation>另一个导出正在进行。请等待其完成，或停止它。</translation>
    </message>
    <message>
        <source>This would be {rows} rows, more than an Excel file of this program holds ({most}). Choose a longer step, a shorter stretch, or CSV.</source>
        <translation>这将有 {rows} 行，超过本程序 Excel 文件的上限（{most}）。请选择更长的间隔、更短的时段或 CSV。</translation>
    </message>
    <message>
        <source>No card goes this way. The columns that light up take it.</source>
        <translation>卡片不能这样移动。亮起的列可以接收它。</translation>
    </message>
    <message>
        <source>Another role makes this move. Ask somebody who has it, or press F8 to switch user.</source>
        <translation>这一移动由其他角色完成。请找有该角色的人，或按 F8 切换用户。</translation>
    </message>
    <message>
        <source>This column holds no more than {limit} cards. Finish one first, or go over the limit with a reason.</source>
        <translation>此列最多 {limit} 张卡片。请先完成一张，或说明原因后超限放入。</translation>
    </message>
    <message>
        <source>It is blocked: {reason}. Lift that first.</source>
        <translation>已受阻：{reason}。请先解除。</translation>
    </message>
    <message>
        <source>It is not blocked any more.</source>
        <translation>已不再受阻。</translation>
    </message>
    <message>
        <source>The cards of a column are in the order of their days here. Give it another day instead.</source>
        <translation>这里同一列的卡片按期限排序。要改变顺序，请修改期限。</translation>
    </message>
    <message>
        <source>This move wants a reason. Write one.</source>
        <translation>这一移动需要原因，请填写。</translation>
    </message>
    <message>
        <source>The limit of a column is 0 (none) to 999 cards.</source>
        <translation>列的上限为 0（不限）到 999 张卡片。</translation>
    </message>
    <message>
        <source>The product cannot be so. Look at the field that is marked.</source>
        <translation>产品不能这样。请查看标出的字段。</translation>
    </message>
    <message>
        <source>{product} would be part of itself. Take it out of its own parts.</source>
        <translation>{product} 会成为自身的组成部分。请把它从自己的物料中去掉。</translation>
    </message>
    <message>
        <source>Say in which columns number, product and quantity stand, and only columns that the file has.</source>
        <translation>请指明编号、产品和数量所在的列，并且只用文件中有的列。</translation>
    </message>
    <message>
        <source>This has more than {most} rows. Split it into smaller files.</source>
        <translation>行数超过 {most}。请拆成更小的文件。</translation>
    </message>
    <message>
        <source>The order cannot be so. Look at the field that is marked.</source>
        <translation>工单不能这样。请查看标出的字段。</translation>
    </message>
    <message>
        <source>There is an order {number} already. Choose another number.</source>
        <translation>已有工单 {number}。请换一个编号。</translation>
    </message>
    <message>
        <source>The order has ended. Take it up again first.</source>
        <translation>工单已结束。请先恢复它。</translation>
    </message>
    <message>
        <source>The order has no line yet. Choose one first.</source>
        <translation>工单还没有产线。请先选择。</translation>
    </message>
    <message>
        <source>Order {other} runs on this line. Hold or finish it first.</source>
        <translation>工单 {other} 正在这条产线上运行。请先暂停或完成它。</translation>
    </message>
    <message>
        <source>Both parts need pieces that are not made yet; {left} are left. Choose fewer.</source>
        <translation>两部分都要有尚未生产的件；还剩 {left} 件。请选更少。</translation>
    </message>
    <message>
        <source>Only orders of one product are merged, and only into one of them what has not begun.</source>
        <translation>只能合并同一产品的工单，且被并入的工单必须尚未开始。</translation>
    </message>
    <message>
        <source>Somebody else has taken note of the change meanwhile.</source>
        <translation>其间已有他人确认了这一变更。</translation>
    </message>
    <message>
        <source>These pieces cannot be confirmed. Reasons may not name more pieces than are scrapped and reworked.</source>
        <translation>这些件数不能报工。原因中的件数不得超过报废和返工的件数。</translation>
    </message>
    <message>
        <source>This was taken back already.</source>
        <translation>这已被撤回。</translation>
    </message>
    <message>
        <source>{good} of {quantity} pieces are confirmed. Say why the order is closed short, or confirm the rest.</source>
        <translation>已报工 {good} / {quantity} 件。请说明提前关闭的原因，或报完其余的。</translation>
    </message>
    <message>
        <source>The order was handed on there already.</source>
        <translation>该工序已经交接。</translation>
    </message>
    <message>
        <source>Everybody who was named has the skill. Assign them without going over anything.</source>
        <translation>指定的人都有技能。直接派工即可。</translation>
    </message>
    <message>
        <source>Only your own last move is taken back, within five minutes and while nothing else has happened.</source>
        <translation>只能在五分钟内撤销自己的最后一次移动，且其后没有其他操作。</translation>
    </message>
    <message>
        <source>A changeover takes 0 seconds to a week.</source>
        <translation>换型时间为 0 秒到一周。</translation>
    </message>
    <message>
        <source>{place} does not answer. Look whether it runs and this PC may reach it, then read it again.</source>
        <translation>{place} 无响应。请检查它是否运行、本机能否访问，然后重新读取。</translation>
    </message>
    <message>
        <source>It cannot be read so: {why}. Correct the address, password or view.</source>
        <translation>无法这样读取：{why}。请更正地址、密码或视图。</translation>
    </message>
    <message>
        <source>{0} may not do this step alone. {1}. A supervisor can go over it with a reason.</source>
        <translation>{0} 不能独立做这道工序。{1}。主管可以说明理由后放行。</translation>
    </message>
    <message>
        <source>The plan cannot be so. Undo the last change and try it anew.</source>
        <translation>计划不能这样。请撤销上一步后重试。</translation>
    </message>
    <message>
        <source>Order {order} runs: it stays where it is until it is held or done.</source>
        <translation>工单 {order} 正在生产：在暂停或完成之前不能移动。</translation>
    </message>
    <message>
        <source>This shift is over. Choose one that is still to come.</source>
        <translation>这个班次已经结束。请选择还没开始或正在进行的班次。</translation>
    </message>
    <message>
        <source>The line does not work in this shift. Choose another one.</source>
        <translation>产线在这个班次不生产。请选择别的班次。</translation>
    </message>
    <message>
        <source>Nothing was saved: somebody else changed {orders} meanwhile. Look at what differs and save again.</source>
        <translation>没有保存：期间有人改动了 {orders}。请查看差异后再保存。</translation>
    </message>
    <message>
        <source>Say in which column the number stands, and for parts the quantity.</source>
        <translation>请指明编号在哪一列；零件还要指明数量列。</translation>
    </message>
    <message>
        <source>This is no table that can be read. Save it anew as CSV or as an Excel workbook without a password.</source>
        <translation>无法读取这个表格。请另存为 CSV 或不带密码的 Excel 工作簿。</translation>
    </message>
    <message>
        <source>There is nothing in this table: it needs a heading and rows.</source>
        <translation>表格是空的：需要表头和数据行。</translation>
    </message>
    <message>
        <source>This is larger than {most} MB. Split it into smaller files.</source>
        <translation>文件超过 {most} MB。请拆成较小的文件。</translation>
    </message>
    <message>
        <source>The workbook has no sheet {sheet}. Choose another one.</source>
        <translation>工作簿中没有工作表 {sheet}。请选择其他工作表。</translation>
    </message>
    <message>
        <source>There is an open card for {material} at this line already. See the Replenishment tab.</source>
        <translation>该产线的 {material} 已有未完成的补货卡。请看补货页。</translation>
    </message>
    <message>
        <source>Nobody said how much fills the place up. Give it a maximum or a bin size first.</source>
        <translation>没有说明补到多少。请先填写上限或每箱数量。</translation>
    </message>
    <message>
        <source>This cannot be so. Look at the field that is marked.</source>
        <translation>不能这样设置。请看标出的字段。</translation>
    </message>
    <message>
        <source>The card has ended already. It has been read again.</source>
        <translation>卡片已经结束，已重新读取。</translation>
    </message>
    <message>
        <source>The checklist cannot be so. Look at the item that is marked.</source>
        <translation>检查表不能这样设置，请看标出的检查项。</translation>
    </message>
    <message>
        <source>There is no draft that differs from what is published. Edit the checklist first.</source>
        <translation>没有与已发布版本不同的草稿，请先编辑。</translation>
    </message>
    <message>
        <source>This checklist is not offered any more. Offer it again, or choose another one.</source>
        <translation>该检查表已停用，请启用或另选。</translation>
    </message>
    <message>
        <source>The round was signed or dropped meanwhile. Nothing more is taken.</source>
        <translation>该检查已签署或中止，不再接受填写。</translation>
    </message>
    <message>
        <source>This is no answer to the item. Choose one that is offered, or say why it does not apply.</source>
        <translation>这不是该检查项的有效答案，请重选，或说明为何不适用。</translation>
    </message>
    <message>
        <source>Some items have no answer yet. Answer them, or say that they do not apply.</source>
        <translation>还有检查项未填写，请填写或说明不适用。</translation>
    </message>
    <message>
        <source>Some items want a picture. Add one to each of them.</source>
        <translation>有检查项需要照片，请逐项添加。</translation>
    </message>
    <message>
        <source>Weak answers want a finding, or words on why none is needed.</source>
        <translation>低分项需要记录问题点，或说明为何不需要。</translation>
    </message>
    <message>
        <source>This file holds no checklist that can be read ({path}). Export one to see how it looks.</source>
        <translation>该文件不是可读取的检查表（{path}）。可先导出一份作参考。</translation>
    </message>
    <message>
        <source>The plan cannot be so. Look at the field that is marked.</source>
        <translation>计划不能这样设置，请看标出的字段。</translation>
    </message>
    <message>
        <source>There is nothing to decide: the round is not over time, or it was made.</source>
        <translation>无需处理：该检查未逾期，或已完成。</translation>
    </message>
    <message>
        <source>A finding says where and what it is.</source>
        <translation>问题点需要写明地点和内容。</translation>
    </message>
    <message>
        <source>The finding was withdrawn already.</source>
        <translation>该问题点已撤回。</translation>
    </message>
    <message>
        <source>The red tag cannot be so. Look at the field that is marked.</source>
        <translation>红牌不能这样填写，请看标出的字段。</translation>
    </message>
    <message>
        <source>Somebody has decided about this red tag already.</source>
        <translation>该红牌已有处理结果。</translation>
    </message>
    <message>
        <source>The report cannot be so. Look at the field that is marked.</source>
        <translation>报告不能这样填写，请看标出的字段。</translation>
    </message>
    <message>
        <source>The report was closed already.</source>
        <translation>该报告已关闭。</translation>
    </message>
    <message>
        <source>The route cannot be so. Each section has one point, each code is there once.</source>
        <translation>路线不能这样设置：每个章节一个点位，编码不得重复。</translation>
    </message>
    <message>
        <source>No point of this round has this code, or it was scanned already.</source>
        <translation>本次巡查没有该编码的点位，或已签到。</translation>
    </message>
    <message>
        <source>The crew cannot be so: its name is taken, or somebody is in another crew.</source>
        <translation>班组不能这样设置：名称重复，或有人已在其他班组。</translation>
    </message>
    <message>
        <source>The briefing was held already.</source>
        <translation>班前会已召开。</translation>
    </message>
    <message>
        <source>The outgoing shift has signed: nothing in it is changed any more.</source>
        <translation>交班方已签字，内容不能再改。</translation>
    </message>
    <message>
        <source>The shift has not nearly ended. It can be handed over from two hours before its end.</source>
        <translation>本班尚未临近结束，结束前两小时起可以交班。</translation>
    </message>
    <message>
        <source>{stops} stops of the shift have no reason. Explain them, or ask a supervisor to sign with a reason.</source>
        <translation>本班有 {stops} 次停机未说明原因。请补充原因，或请主管写明理由后签字。</translation>
    </message>
    <message>
        <source>The outgoing shift has not signed yet, or all of it is sealed.</source>
        <translation>交班方尚未签字，或已封存。</translation>
    </message>
    <message>
        <source>Each open item is accepted or disputed before you sign.</source>
        <translation>签字前须逐项接受或质疑。</translation>
    </message>
    <message>
        <source>Say in words what was said about it.</source>
        <translation>请写明沟通内容。</translation>
    </message>
    <message>
        <source>Who hands over cannot take over.</source>
        <translation>交班人不能自己接班。</translation>
    </message>
    <message>
        <source>It is not sealed, or somebody changed it: open it again.</source>
        <translation>尚未封存，或已有变化，请重新打开。</translation>
    </message>
    <message>
        <source>Words are needed here.</source>
        <translation>此处需要填写文字。</translation>
    </message>
    <message>
        <source>This is locked here, because it is set elsewhere: {place}. Ask your IT.</source>
        <translation>此项在此已锁定，因为它由别处设定：{place}。请联系 IT。</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>the same shift a day earlier</source>
        <translation>前一天的同一班次</translation>
    </message>
    <message>
        <source>the day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>the week before</source>
        <translation>前一周</translation>
    </message>
    <message>
        <source>compared with {0}</source>
        <translation>与{0}对比</translation>
    </message>
    <message>
        <source>Nothing was counted in this time.</source>
        <translation>这段时间没有任何计数。</translation>
    </message>
    <message>
        <source>Made by Gemba Console on {0}. Green: changed for the better, red: for the worse.</source>
        <translation>由 Gemba Console 于 {0} 生成。绿色：变好，红色：变差。</translation>
    </message>
    <message>
        <source>None in this time.</source>
        <translation>这段时间没有。</translation>
    </message>
    <message>
        <source>Made by Gemba Console on {0}.</source>
        <translation>由 Gemba Console 于 {0} 生成。</translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>Operator</source>
        <translation>操作工</translation>
    </message>
    <message>
        <source>Team leader</source>
        <translation>班组长</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>维修</translation>
    </message>
    <message>
        <source>Planner</source>
        <translation>计划员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看者</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>仅本人</translation>
    </message>
    <message>
        <source>Within their place</source>
        <translation>所属范围内</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全厂</translation>
    </message>
    <message>
        <source>This role may not do it.</source>
        <translation>该角色不能做。</translation>
    </message>
    <message>
        <source>Only what is about themselves.</source>
        <translation>只限与本人有关的内容。</translation>
    </message>
    <message>
        <source>Inside the site, area or line for which the person has this role.</source>
        <translation>在授予此人该角色的工厂、区域或产线内。</translation>
    </message>
    <message>
        <source>Anywhere in the plant, whatever place the role was given for.</source>
        <translation>在整个工厂内，不论角色授予在哪里。</translation>
    </message>
    <message>
        <source>Not trained</source>
        <translation>未培训</translation>
    </message>
    <message>
        <source>In training</source>
        <translation>培训中</translation>
    </message>
    <message>
        <source>With help</source>
        <translation>需协助</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>可独立操作</translation>
    </message>
    <message>
        <source>Teaches others</source>
        <translation>可带教</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>State of a station</source>
        <translation>工位状态</translation>
    </message>
    <message>
        <source>Alarm of a machine</source>
        <translation>设备报警</translation>
    </message>
    <message>
        <source>Limit of a value</source>
        <translation>数值限值</translation>
    </message>
    <message>
        <source>Failed check</source>
        <translation>检验不合格</translation>
    </message>
    <message>
        <source>Counted pieces</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>scrap</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>good</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Give the rule a name.</source>
        <translation>请填写规则名称。</translation>
    </message>
    <message>
        <source>Choose the category of the call.</source>
        <translation>请选择呼叫类别。</translation>
    </message>
    <message>
        <source>Choose at least one place, or everywhere.</source>
        <translation>请至少选择一个地点，或选择所有地点。</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>请至少选择一项。</translation>
    </message>
    <message>
        <source>Say which value: the name of a tag.</source>
        <translation>请填写数值：变量名称。</translation>
    </message>
    <message>
        <source>Type the limit as a number.</source>
        <translation>请以数字填写限值。</translation>
    </message>
    <message>
        <source>Type zero or a larger number.</source>
        <translation>请填写零或更大的数。</translation>
    </message>
    <message>
        <source>Type a time from 0 to 7 days.</source>
        <translation>请填写 0 到 7 天的时间。</translation>
    </message>
    <message>
        <source>Type a whole number from 1 to 10 000.</source>
        <translation>请填写 1 到 10 000 的整数。</translation>
    </message>
    <message>
        <source>Say within what time it must be so often: more than 0, at most 7 days.</source>
        <translation>请填写在多长时间内达到此次数：大于 0，最多 7 天。</translation>
    </message>
    <message>
        <source>Type a whole number from 2 to 10 000.</source>
        <translation>请填写 2 到 10 000 的整数。</translation>
    </message>
    <message>
        <source>Type a time of more than 0 and at most 7 days.</source>
        <translation>请填写大于 0、最多 7 天的时间。</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>所有地点</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{0} for more than {1}</source>
        <translation>{0}，持续超过 {1}</translation>
    </message>
    <message>
        <source>{0}, {1} times within {2}</source>
        <translation>{0}，在 {2} 内达到 {1} 次</translation>
    </message>
    <message>
        <source>When {0} → call {1}, {2}.</source>
        <translation>当{0}时 → 呼叫{1}，{2}。</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>It is over once the value is back inside the limit by {0}.</source>
        <translation>数值回到限值以内 {0} 后才算恢复。</translation>
    </message>
    <message>
        <source>It calls again only after it was over for {0}.</source>
        <translation>恢复 {0} 后才会再次呼叫。</translation>
    </message>
    <message>
        <source>From {0} times within {1} on, they are told as one.</source>
        <translation>{1} 内达到 {0} 次起合并为一次。</translation>
    </message>
    <message>
        <source>It is switched off and calls nobody.</source>
        <translation>已停用，不会呼叫任何人。</translation>
    </message>
    <message>
        <source>{0} tells {1}</source>
        <translation>{0}报出{1}</translation>
    </message>
    <message>
        <source>{0} at {1} is below {2}</source>
        <translation>{1}的 {0} 低于 {2}</translation>
    </message>
    <message>
        <source>{0} at {1} is above {2}</source>
        <translation>{1}的 {0} 高于 {2}</translation>
    </message>
    <message>
        <source>a check fails at {0}</source>
        <translation>{0}有检验不合格</translation>
    </message>
    <message>
        <source>a piece at {0} is counted as {1}</source>
        <translation>{0}有工件计为{1}</translation>
    </message>
    <message>
        <source>nothing is known of {0} ({1})</source>
        <translation>{0}没有数据（{1}）</translation>
    </message>
    <message>
        <source>nothing is known of {0}</source>
        <translation>{0}没有数据</translation>
    </message>
    <message>
        <source>{0} is {1} with the reason {2}</source>
        <translation>{0}为{1}，原因为{2}</translation>
    </message>
    <message>
        <source>{0} is {1}</source>
        <translation>{0}为{1}</translation>
    </message>
    <message>
        <source>an alarm {1} of level {0}</source>
        <translation>级别为{0}的报警{1}</translation>
    </message>
    <message>
        <source>an alarm of level {0}</source>
        <translation>级别为{0}的报警</translation>
    </message>
    <message>
        <source>the alarm {0}</source>
        <translation>报警{0}</translation>
    </message>
    <message>
        <source>any alarm</source>
        <translation>任何报警</translation>
    </message>
    <message>
        <source>any station</source>
        <translation>任一工位</translation>
    </message>
    <message>
        <source>a station of {0}</source>
        <translation>{0}的工位</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
</context>
<context>
    <name>safety</name>
    <message>
        <source>Hazard</source>
        <translation>隐患</translation>
    </message>
    <message>
        <source>Near miss</source>
        <translation>未遂事件</translation>
    </message>
    <message>
        <source>Environmental event</source>
        <translation>环境事件</translation>
    </message>
    <message>
        <source>First aid</source>
        <translation>轻伤（急救）</translation>
    </message>
    <message>
        <source>Lost-time accident</source>
        <translation>损工事故</translation>
    </message>
    <message>
        <source>it could hurt somebody</source>
        <translation>可能伤人</translation>
    </message>
    <message>
        <source>it nearly did</source>
        <translation>差点伤人</translation>
    </message>
    <message>
        <source>oil, gas or water got out</source>
        <translation>油、气或水外泄</translation>
    </message>
    <message>
        <source>hurt, went on working</source>
        <translation>受伤，可继续工作</translation>
    </message>
    <message>
        <source>hurt, could not go on</source>
        <translation>受伤，不能继续工作</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>尚未到</translation>
    </message>
    <message>
        <source>Before counting began</source>
        <translation>开始统计之前</translation>
    </message>
    <message>
        <source>Nothing reported</source>
        <translation>无上报</translation>
    </message>
    <message>
        <source>Hazard, near miss or environment</source>
        <translation>隐患、未遂或环境事件</translation>
    </message>
    <message>
        <source>Lost time</source>
        <translation>损工</translation>
    </message>
    <message>
        <source>what it was</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>when</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>how serious</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>people hurt</source>
        <translation>受伤人数</translation>
    </message>
    <message>
        <source>days lost</source>
        <translation>损失工作日</translation>
    </message>
    <message>
        <source>done at once</source>
        <translation>立即采取的措施</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>segments</name>
    <message>
        <source>No reason given</source>
        <translation>未给出原因</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>The MQTT broker&apos;s name or address; empty: the first-start page asks for it</source>
        <translation>MQTT 消息服务器的名称或地址；空：由首次启动页面询问</translation>
    </message>
    <message>
        <source>Its port; 0: 8883 with TLS, 1883 without</source>
        <translation>其端口；0：使用 TLS 时为 8883，否则为 1883</translation>
    </message>
    <message>
        <source>The name this console gives to the broker; empty: made from the computer&apos;s</source>
        <translation>本控制台在消息服务器上的名称；空：由计算机名生成</translation>
    </message>
    <message>
        <source>The user the broker knows</source>
        <translation>消息服务器所知的用户</translation>
    </message>
    <message>
        <source>That user&apos;s password; kept in the keyring, never in a settings file</source>
        <translation>该用户的密码；保存在系统密钥环中，绝不写入设置文件</translation>
    </message>
    <message>
        <source>Encrypt and check the certificate; auto: yes, unless the broker is on this computer or its port is 1883</source>
        <translation>加密并检查证书；auto：是，除非消息服务器在本机或端口为 1883</translation>
    </message>
    <message>
        <source>The certificate authority to trust (PEM); empty: the system&apos;s</source>
        <translation>所信任的证书颁发机构（PEM）；空：系统自带的</translation>
    </message>
    <message>
        <source>This console&apos;s own certificate (PEM), where the broker asks for one</source>
        <translation>本控制台自己的证书（PEM），仅在消息服务器要求时需要</translation>
    </message>
    <message>
        <source>The key of that certificate (PEM)</source>
        <translation>该证书的密钥（PEM）</translation>
    </message>
    <message>
        <source>Seconds of silence after which the broker is asked whether it lives</source>
        <translation>消息服务器静默多少秒后询问其是否在线</translation>
    </message>
    <message>
        <source>The plant file that names lines, stations and sources</source>
        <translation>列出产线、工位和数据来源的工厂文件</translation>
    </message>
    <message>
        <source>Colours of the screen</source>
        <translation>屏幕颜色</translation>
    </message>
    <message>
        <source>Language of the screen</source>
        <translation>屏幕语言</translation>
    </message>
    <message>
        <source>What stays awake while the console runs: computer: it does not go to sleep by itself, the display may; display: both; off: neither. Wall mode always keeps the display on</source>
        <translation>控制台运行时什么保持唤醒：computer：计算机不会自行休眠，显示器可以关闭；display：两者都保持；off：都不保持。大屏模式始终保持显示器点亮</translation>
    </message>
    <message>
        <source>Where history is kept; empty: in the data folder</source>
        <translation>历史数据的存放位置；空：在数据文件夹中</translation>
    </message>
    <message>
        <source>Days of shifts and their states that are kept</source>
        <translation>班次及其状态保留的天数</translation>
    </message>
    <message>
        <source>Days for which every reading is kept</source>
        <translation>每个读数保留的天数</translation>
    </message>
    <message>
        <source>Gigabytes that the readings may take; then the oldest go first</source>
        <translation>读数最多占用的空间（GB）；超出后先删除最旧的</translation>
    </message>
    <message>
        <source>Where reports are written by themselves; empty: none are</source>
        <translation>自动生成的报告写到哪里；空：不生成</translation>
    </message>
    <message>
        <source>Write a report of every shift there</source>
        <translation>在那里为每个班次写一份报告</translation>
    </message>
    <message>
        <source>Write a report of every day there</source>
        <translation>在那里为每天写一份报告</translation>
    </message>
    <message>
        <source>Write a report of every week there</source>
        <translation>在那里为每周写一份报告</translation>
    </message>
    <message>
        <source>A historian that the plant has already: postgresql://user@host:5432/database; empty: there is none</source>
        <translation>工厂已有的历史数据库：postgresql://user@host:5432/database；空：没有</translation>
    </message>
    <message>
        <source>Encrypt and check the historian&apos;s certificate; auto: yes, unless it is on this computer</source>
        <translation>加密并检查历史数据库的证书；auto：是，除非它在本机</translation>
    </message>
    <message>
        <source>What the historian is called on the screens</source>
        <translation>历史数据库在屏幕上的名称</translation>
    </message>
    <message>
        <source>Its table or view with a row for each sample, with the schema where needed</source>
        <translation>每个采样一行的表或视图，必要时带模式名</translation>
    </message>
    <message>
        <source>The column that says which signal it is</source>
        <translation>说明是哪个信号的列</translation>
    </message>
    <message>
        <source>The column with the time: a timestamp (UTC), or seconds since 1970</source>
        <translation>时间列：时间戳（UTC），或自 1970 年起的秒数</translation>
    </message>
    <message>
        <source>The column with the value: a number, true or false, or text</source>
        <translation>数值列：数字、true 或 false，或文本</translation>
    </message>
    <message>
        <source>The column with the quality: good, uncertain, bad, true or false, or OPC&apos;s number; empty: all are good</source>
        <translation>质量列：good、uncertain、bad、true 或 false，或 OPC 的数字；空：全部良好</translation>
    </message>
    <message>
        <source>The column with values that are text, where there is another one for them</source>
        <translation>文本值另有一列时，该列的名称</translation>
    </message>
    <message>
        <source>A table or view that lists the signals, in a column of the same name; empty: the samples themselves tell</source>
        <translation>列出信号的表或视图，列名相同；空：由采样本身得知</translation>
    </message>
    <message>
        <source>A folder whose files of orders are taken in; empty: there is none</source>
        <translation>从中读取工单文件的文件夹；空：没有</translation>
    </message>
    <message>
        <source>The name of the mapping by which they are read, as it was kept under Exchange</source>
        <translation>读取时所用映射的名称，与“数据交换”中保存的一致</translation>
    </message>
    <message>
        <source>Seconds between two looks at that folder</source>
        <translation>两次查看该文件夹之间的秒数</translation>
    </message>
    <message>
        <source>Where confirmed output is written for the ERP; empty: it is asked</source>
        <translation>为 ERP 写出已确认产量的位置；空：届时询问</translation>
    </message>
    <message>
        <source>The database of an ERP that orders are read from: postgresql, mysql or mssql://user@host:port/database</source>
        <translation>从中读取工单的 ERP 数据库：postgresql、mysql 或 mssql://user@host:port/database</translation>
    </message>
    <message>
        <source>The view or table with the orders: view or schema.view</source>
        <translation>含工单的视图或表：view 或 schema.view</translation>
    </message>
    <message>
        <source>Encrypt and check the ERP&apos;s certificate; auto: yes, unless it is on this computer</source>
        <translation>加密并检查 ERP 的证书；auto：是，除非它在本机</translation>
    </message>
    <message>
        <source>What other consoles call this one; empty: the computer&apos;s name</source>
        <translation>其他控制台对本控制台的称呼；空：计算机名</translation>
    </message>
    <message>
        <source>Minutes without a touch until whoever is signed in is signed out; 0: never</source>
        <translation>无人操作多少分钟后注销已登录的人；0：从不</translation>
    </message>
    <message>
        <source>The kind of database that the plant&apos;s consoles share; none: this console keeps its records for itself</source>
        <translation>工厂各控制台共享的数据库类型；none：本控制台自行保存记录</translation>
    </message>
    <message>
        <source>The shared database server&apos;s name or address</source>
        <translation>共享数据库服务器的名称或地址</translation>
    </message>
    <message>
        <source>Its port; 0: the usual one (5432, 3306, 1433)</source>
        <translation>其端口；0：常用端口（5432、3306、1433）</translation>
    </message>
    <message>
        <source>The name of the database on that server</source>
        <translation>该服务器上数据库的名称</translation>
    </message>
    <message>
        <source>The user that the database server knows</source>
        <translation>数据库服务器所知的用户</translation>
    </message>
    <message>
        <source>Encrypt and check the database server&apos;s certificate; auto: yes, unless it is on this computer</source>
        <translation>加密并检查数据库服务器的证书；auto：是，除非它在本机</translation>
    </message>
    <message>
        <source>A shared folder for pictures and files; empty: they go through the database</source>
        <translation>图片和文件的共享文件夹；空：经由数据库传送</translation>
    </message>
    <message>
        <source>A folder whose new pictures are offered (of a phone or camera); nothing in it is changed; empty: none</source>
        <translation>其中的新图片（来自手机或相机）会供选用的文件夹；其内容不会被更改；空：没有</translation>
    </message>
    <message>
        <source>Where backups of the records are kept; empty: in the data folder</source>
        <translation>记录备份的存放位置；空：在数据文件夹中</translation>
    </message>
    <message>
        <source>Days from one copy of all readings to the next, beside the backups; large, only the newest is kept; 0: none</source>
        <translation>相邻两次复制全部读数之间的天数，与备份放在一起；体积大，只保留最新一份；0：不复制</translation>
    </message>
    <message>
        <source>Hours from one backup to the next; 0: none by itself</source>
        <translation>相邻两次备份之间的小时数；0：不自动备份</translation>
    </message>
    <message>
        <source>Days of which the newest backup is kept, beside the newest 6, those of 8 weeks and of 12 months</source>
        <translation>保留多少天内每天最新的备份，此外保留最新 6 份、8 周和 12 个月的备份</translation>
    </message>
    <message>
        <source>Take calls and acknowledgements from gemba/&lt;site&gt;/raise and gemba/&lt;site&gt;/ack, answer on gemba/&lt;site&gt;/refused</source>
        <translation>从 gemba/&lt;site&gt;/raise 和 gemba/&lt;site&gt;/ack 接收呼叫和确认，在 gemba/&lt;site&gt;/refused 上答复</translation>
    </message>
    <message>
        <source>The day from which days without an accident are counted: 2026-01-31; empty: the first report</source>
        <translation>从哪一天开始计算无事故天数：2026-01-31；空：首次报告之日</translation>
    </message>
    <message>
        <source>The category of calls for points of a patrol at which nobody was in time; empty: safety, else quality</source>
        <translation>巡检点无人按时到达时所发呼叫的类别；空：安全，否则质量</translation>
    </message>
    <message>
        <source>Sound the horn for calls that nobody has answered</source>
        <translation>无人应答的呼叫发出声音</translation>
    </message>
    <message>
        <source>How loud the horn is, in percent</source>
        <translation>呼叫声音的音量（百分比）</translation>
    </message>
    <message>
        <source>Speak the calls, where this computer has a voice for the language</source>
        <translation>朗读呼叫（本计算机有该语言的语音时）</translation>
    </message>
    <message>
        <source>Minutes that a silenced horn stays so; 0: until a call is new, worse or open again</source>
        <translation>消音保持多少分钟；0：直到有新的、升级的或重新打开的呼叫</translation>
    </message>
    <message>
        <source>Mails, or posts to one webhook, in a minute; what is more goes out as one summary</source>
        <translation>每分钟发送的邮件或对一个 webhook 的推送数；超出的合并为一条摘要</translation>
    </message>
    <message>
        <source>Tries until a message that no server takes is given up</source>
        <translation>服务器一直不接收时，尝试多少次后放弃</translation>
    </message>
    <message>
        <source>Seconds from the first try to the second; each further pause is twice as long, 15 minutes at most</source>
        <translation>第一次与第二次尝试之间的秒数；此后每次间隔加倍，最长 15 分钟</translation>
    </message>
    <message>
        <source>Seconds that a mail server or webhook may take for an answer</source>
        <translation>邮件服务器或 webhook 应答所允许的秒数</translation>
    </message>
    <message>
        <source>A certificate authority to trust beside the system&apos;s, for mail servers and webhooks (PEM)</source>
        <translation>除系统自带之外，为邮件服务器和 webhook 信任的证书颁发机构（PEM）</translation>
    </message>
    <message>
        <source>Ask a Sparkplug node for its birth when its data cannot be read without</source>
        <translation>当缺少出生消息而无法读取数据时，向 Sparkplug 节点请求</translation>
    </message>
    <message>
        <source>Publish STATE under this Sparkplug host name; empty: say nothing</source>
        <translation>以此 Sparkplug 主机名发布 STATE；空：不发布</translation>
    </message>
    <message>
        <source>Where newer versions are announced: a folder, or an http, https or file address; empty: it is never asked</source>
        <translation>新版本公布的位置：文件夹，或 http、https、file 地址；空：从不询问</translation>
    </message>
    <message>
        <source>How much the log file tells</source>
        <translation>日志文件记录的详细程度</translation>
    </message>
    <message>
        <source>MQTT broker</source>
        <translation>MQTT 消息服务器</translation>
    </message>
    <message>
        <source>Plant</source>
        <translation>工厂</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Data on this PC</source>
        <translation>本机数据</translation>
    </message>
    <message>
        <source>History of readings</source>
        <translation>读数历史</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>The plant&apos;s historian</source>
        <translation>工厂历史数据库</translation>
    </message>
    <message>
        <source>Exchange of orders</source>
        <translation>工单数据交换</translation>
    </message>
    <message>
        <source>This console</source>
        <translation>本控制台</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Shared records</source>
        <translation>共享记录</translation>
    </message>
    <message>
        <source>Pictures and files</source>
        <translation>图片和文件</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Calls and horn</source>
        <translation>呼叫与声音</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Patrols</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>Messages to people</source>
        <translation>对外通知</translation>
    </message>
    <message>
        <source>Sparkplug</source>
        <translation>Sparkplug 通信</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>日志文件</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>the computer</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>computer and display</source>
        <translation>计算机和显示器</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>as this computer</source>
        <translation>与本计算机一致</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>what happens</source>
        <translation>发生的事</translation>
    </message>
    <message>
        <source>warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>errors only</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>one of {0}</source>
        <translation>以下之一：{0}</translation>
    </message>
    <message>
        <source>a whole number from {0} to {1}</source>
        <translation>{0} 到 {1} 之间的整数</translation>
    </message>
    <message>
        <source>a name or address, without its port</source>
        <translation>名称或地址，不含端口</translation>
    </message>
    <message>
        <source>the path of a file or folder</source>
        <translation>文件或文件夹的路径</translation>
    </message>
    <message>
        <source>text in one line, without control characters</source>
        <translation>一行文本，不含控制字符</translation>
    </message>
    <message>
        <source>the command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}，第 {1} 行</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>出厂值</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>安装程序</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Site file</source>
        <translation>站点文件</translation>
    </message>
    <message>
        <source>Group policy</source>
        <translation>组策略</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Locked here. {0}: {1}</source>
        <translation>在此已锁定。{0}：{1}</translation>
    </message>
    <message>
        <source>A change holds at once.</source>
        <translation>更改立即生效。</translation>
    </message>
    <message>
        <source>A change holds from the next start of the program on.</source>
        <translation>更改在程序下次启动后生效。</translation>
    </message>
    <message>
        <source>{0} is not a setting. The nearest one is {1}.</source>
        <translation>{0} 不是设置项。最接近的是 {1}。</translation>
    </message>
    <message>
        <source>There is no such setting. The nearest one is {0}.</source>
        <translation>没有这样的设置项。最接近的是 {0}。</translation>
    </message>
    <message>
        <source>{0} is not a setting.</source>
        <translation>{0} 不是设置项。</translation>
    </message>
    <message>
        <source>{0} is a table: write [{0}] on a line of its own.</source>
        <translation>{0} 是一个表：请单独一行写 [{0}]。</translation>
    </message>
    <message>
        <source>{0} must be {1}, not “{2}”.</source>
        <translation>{0} 必须是 {1}，而不是“{2}”。</translation>
    </message>
    <message>
        <source>{0} holds a password, which others could read there. Write the address without it.</source>
        <translation>{0} 中含有密码，写在那里会被他人读到。请从地址中去掉密码。</translation>
    </message>
    <message>
        <source>{0} is a password, which others could read there. Give it on this page, with {1}, or as {2}.</source>
        <translation>{0} 是密码，写在那里会被他人读到。请在本页、用 {1} 或以 {2} 提供。</translation>
    </message>
    <message>
        <source>The file cannot be read: {0}</source>
        <translation>无法读取该文件：{0}</translation>
    </message>
    <message>
        <source>The file is not UTF-8 text (byte {0}) and is not used. Save it as UTF-8.</source>
        <translation>文件不是 UTF-8 文本（第 {0} 字节），因此不使用。请另存为 UTF-8 编码。</translation>
    </message>
    <message>
        <source>Nothing of the file is used, because this line is no TOML: {0}.</source>
        <translation>整个文件都不使用，因为这一行不是 TOML：{0}。</translation>
    </message>
    <message>
        <source>Write Windows paths in single quotes.</source>
        <translation>Windows 路径请写在单引号中。</translation>
    </message>
    <message>
        <source>Write it without quotes.</source>
        <translation>请不要加引号。</translation>
    </message>
    <message>
        <source>Write text in straight quotes (&quot;…&quot;), and true and false in small letters.</source>
        <translation>文本请写在英文双引号（&quot;…&quot;）中，true 和 false 用小写。</translation>
    </message>
    <message>
        <source>{0} must be like {1}, without a password.</source>
        <translation>{0} 必须形如 {1}，且不含密码。</translation>
    </message>
    <message>
        <source>Type the address without the password: it could be read here.</source>
        <translation>请输入不含密码的地址：写在这里会被他人读到。</translation>
    </message>
    <message>
        <source>Type {0}.</source>
        <translation>请输入{0}。</translation>
    </message>
    <message>
        <source>Locked here: {0}</source>
        <translation>在此已锁定：{0}</translation>
    </message>
</context>
<context>
    <name>sharing</name>
    <message>
        <source>Not shared</source>
        <translation>未共享</translation>
    </message>
    <message>
        <source>Connecting… {0}</source>
        <translation>正在连接… {0}</translation>
    </message>
    <message>
        <source>Copying: {0} of {1} changes</source>
        <translation>正在复制：{0} / {1} 项更改</translation>
    </message>
    <message>
        <source>Shared for {0}</source>
        <translation>已共享 {0}</translation>
    </message>
    <message>
        <source>The shared database has been away for {0}</source>
        <translation>共享数据库已 {0} 无法连接</translation>
    </message>
    <message>
        <source>The shared database refuses this console</source>
        <translation>共享数据库拒绝了本控制台</translation>
    </message>
    <message>
        <source>The shared database belongs to a newer program</source>
        <translation>共享数据库属于更新版本的程序</translation>
    </message>
    <message>
        <source>This console keeps its records for itself, on this PC.</source>
        <translation>本控制台独立保存记录，存放在本机。</translation>
    </message>
    <message>
        <source>Name a database server below and all consoles that join it work together.</source>
        <translation>在下面指定一台数据库服务器，加入它的所有控制台即可协同工作。</translation>
    </message>
    <message>
        <source>Work goes on meanwhile; every change is saved on this PC first.</source>
        <translation>期间可照常工作，每项更改都先保存在本机。</translation>
    </message>
    <message>
        <source>Everything given here is shared.</source>
        <translation>本机的全部内容均已共享。</translation>
    </message>
    <message>
        <source>Work goes on: everything is saved on this PC. The console keeps trying.</source>
        <translation>工作照常：一切都保存在本机。控制台会不断重试。</translation>
    </message>
    <message>
        <source>Work goes on, but nothing is shared until the connection is corrected.</source>
        <translation>工作照常，但在连接改正之前不会共享任何内容。</translation>
    </message>
    <message>
        <source>What others do is shown. Update this console, so that it may share again.</source>
        <translation>可以看到其他控制台的更改。请更新本控制台，以便重新共享。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Other consoles there: {0}</source>
        <translation>其他控制台：{0}</translation>
    </message>
    <message>
        <source>encrypted ({0})</source>
        <translation>已加密（{0}）</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>{0} answers in {1} ms, {2}.</source>
        <translation>{0} 在 {1} ms 内响应，{2}。</translation>
    </message>
    <message>
        <source>Its clock is {0} ahead of this PC&apos;s: let both follow one time server.</source>
        <translation>它的时钟比本机快 {0}：请让两者使用同一台时间服务器。</translation>
    </message>
    <message>
        <source>Its clock is {0} behind this PC&apos;s: let both follow one time server.</source>
        <translation>它的时钟比本机慢 {0}：请让两者使用同一台时间服务器。</translation>
    </message>
    <message>
        <source>The database is empty: joining makes its tables.</source>
        <translation>数据库是空的：加入时会建立数据表。</translation>
    </message>
    <message>
        <source>It holds {0} records and {1} changes.</source>
        <translation>其中有 {0} 条记录、{1} 项更改。</translation>
    </message>
    <message>
        <source>An older program made its tables ({0}): joining brings them up to {1}.</source>
        <translation>数据表由旧版程序建立（{0}）：加入时会升级到 {1}。</translation>
    </message>
    <message>
        <source>A newer program made its tables, and lets this one work with them.</source>
        <translation>数据表由更新版本的程序建立，允许本程序一起使用。</translation>
    </message>
    <message>
        <source>A newer program made its tables: this one can only read there. Update this console before joining.</source>
        <translation>数据表由更新版本的程序建立：本程序只能读取。请先更新本控制台再加入。</translation>
    </message>
    <message>
        <source>This console shared with this database before, and goes on where it stopped.</source>
        <translation>本控制台以前共享过此数据库，会从上次停下的地方继续。</translation>
    </message>
    <message>
        <source>Nothing made here waits to go to the others.</source>
        <translation>本机没有待传给其他控制台的内容。</translation>
    </message>
    <message>
        <source>Where both changed the same record, what is there already holds: your console tells you each change of yours that did not pass, and the trail keeps it.</source>
        <translation>如果双方改了同一条记录，以数据库中已有的为准：本控制台会逐一告诉您哪些更改未被接受，留痕中会保留它们。</translation>
    </message>
    <message>
        <source>All records stay, on this PC and in the shared database.</source>
        <translation>全部记录都会保留，本机和共享数据库中都有。</translation>
    </message>
    <message>
        <source>From then on neither side hears of the other&apos;s changes, until this console joins again.</source>
        <translation>此后双方互不知道对方的更改，直到本控制台重新加入。</translation>
    </message>
</context>
<context>
    <name>silence</name>
    <message>
        <source>Check that the machine&apos;s gateway runs and publishes, and that the topics of this station in the plant file are spelled as on the broker: the Topics page shows both.</source>
        <translation>请检查设备网关是否运行并发布数据，以及工厂文件中该工位的主题拼写是否与消息服务器上一致：“主题”页可同时看到两者。</translation>
    </message>
    <message>
        <source>Check power and network of the machine or its gateway. It reports by itself when it is back.</source>
        <translation>请检查设备或网关的电源和网络。恢复后会自动上报。</translation>
    </message>
    <message>
        <source>Check the edge node: power, network, its program. After its next birth the values count again.</source>
        <translation>请检查边缘节点的电源、网络和程序。下次上线（birth）后数据重新有效。</translation>
    </message>
    <message>
        <source>Check the machine&apos;s program and network. If it only speaks when something changes, give the station a longer expected interval in the plant file.</source>
        <translation>请检查设备程序和网络。如果它只在变化时发布，请在工厂文件中为该工位设置更长的预期间隔。</translation>
    </message>
    <message>
        <source>Compare with the machine itself: the sender may repeat an old value. If the value may stand this long, raise stuck_after of the signal in the plant file.</source>
        <translation>请与设备实际情况对比：发送方可能在重复旧值。如果数值本来就会这么久不变，请在工厂文件中调大该信号的 stuck_after。</translation>
    </message>
    <message>
        <source>Check sensor, cable and controller: the sender itself does not vouch for its values.</source>
        <translation>请检查传感器、电缆和控制器：发送方自己标明数值不可信。</translation>
    </message>
    <message>
        <source>Nothing to check at the machine: what it did in that time was not heard.</source>
        <translation>设备无需检查：那段时间的数据没有被接收。</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>Demo plant: four simulated lines on a broker of their own, nothing else needed.</source>
        <translation>演示工厂：四条模拟产线和自带的消息服务器，不需要其他东西。</translation>
    </message>
    <message>
        <source>Learning factory: a recording of six stations with states, orders and quality checks.</source>
        <translation>学习工厂：六个工位的录制数据，含状态、工单和质量检验。</translation>
    </message>
    <message>
        <source>Milling machine: a recording with execution states, alarms and axis loads.</source>
        <translation>铣床：录制数据，含执行状态、报警和轴负载。</translation>
    </message>
    <message>
        <source>Command line: {0}</source>
        <translation>命令行：{0}</translation>
    </message>
    <message>
        <source>Copy the command line: {0}</source>
        <translation>复制命令行：{0}</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>未加密</translation>
    </message>
</context>
<context>
    <name>status</name>
    <message>
        <source>Good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>请查看</translation>
    </message>
    <message>
        <source>Act now</source>
        <translation>立即处理</translation>
    </message>
    <message>
        <source>MQTT broker</source>
        <translation>MQTT 消息服务器</translation>
    </message>
    <message>
        <source>Records on this PC</source>
        <translation>本机记录</translation>
    </message>
    <message>
        <source>Shared database</source>
        <translation>共享数据库</translation>
    </message>
    <message>
        <source>Waiting to be shared</source>
        <translation>待共享</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Verification of the records</source>
        <translation>记录校验</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Memory of the shift</source>
        <translation>班次记忆</translation>
    </message>
    <message>
        <source>Memory of every reading</source>
        <translation>读数记忆</translation>
    </message>
    <message>
        <source>The plant&apos;s historian</source>
        <translation>工厂历史数据库</translation>
    </message>
    <message>
        <source>Other consoles</source>
        <translation>其他控制台</translation>
    </message>
    <message>
        <source>Messages outside</source>
        <translation>对外消息</translation>
    </message>
    <message>
        <source>Folder of orders</source>
        <translation>工单文件夹</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>Sound of the horn</source>
        <translation>呼叫声音</translation>
    </message>
    <message>
        <source>Connected for {0}, {1}.</source>
        <translation>已连接 {0}，{1}。</translation>
    </message>
    <message>
        <source>No broker is chosen. Name one under Setup to hear the machines.</source>
        <translation>尚未选择消息服务器。请在“设置”中指定，才能听到设备。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Refused: {0}. Correct it under Setup.</source>
        <translation>被拒绝：{0}。请在“设置”中更正。</translation>
    </message>
    <message>
        <source>Lost {0} ago: {1}. The console keeps trying; the board shows what is not heard.</source>
        <translation>{0}前断开：{1}。控制台持续重试；看板会显示听不到的部分。</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Open; every change is on the disk before the screen says saved.</source>
        <translation>已打开；屏幕显示“已保存”之前，每次更改都已写入磁盘。</translation>
    </message>
    <message>
        <source>Being opened…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>The disk is full: nothing can be saved. Make room; nothing else is needed.</source>
        <translation>磁盘已满：无法保存。请腾出空间，其他无需操作。</translation>
    </message>
    <message>
        <source>The data folder cannot be written: nothing can be saved. Allow it.</source>
        <translation>数据文件夹不可写：无法保存。请开放写权限。</translation>
    </message>
    <message>
        <source>The file is damaged. Restore a backup; the damaged file is kept beside it.</source>
        <translation>文件已损坏。请恢复备份；损坏的文件会保留在旁边。</translation>
    </message>
    <message>
        <source>The records were written by a newer program. Install that version on this PC.</source>
        <translation>记录由更新版本的程序写入。请在本机安装该版本。</translation>
    </message>
    <message>
        <source>Another program holds the records file. Close it; nothing else is needed.</source>
        <translation>另一个程序占用了记录文件。关闭它即可，其他无需操作。</translation>
    </message>
    <message>
        <source>The data folder lies on a network drive, where records would be damaged. Choose a folder on this PC.</source>
        <translation>数据文件夹在网络驱动器上，记录会受损。请选择本机上的文件夹。</translation>
    </message>
    <message>
        <source>The disk does not let the records be read or written. Have the disk looked at.</source>
        <translation>磁盘不允许读写记录。请检查磁盘。</translation>
    </message>
    <message>
        <source>The records cannot be opened: {0}</source>
        <translation>记录无法打开：{0}</translation>
    </message>
    <message>
        <source>This console keeps its records for itself. Join a database under Setup.</source>
        <translation>本控制台独立保存记录。可在“设置”中加入数据库。</translation>
    </message>
    <message>
        <source>Connecting to {0}…</source>
        <translation>正在连接 {0}…</translation>
    </message>
    <message>
        <source>Copying from {0}: {1} of {2} lines.</source>
        <translation>正在从 {0} 复制：{1}/{2} 行。</translation>
    </message>
    <message>
        <source>Joined: {0}.</source>
        <translation>已加入：{0}。</translation>
    </message>
    <message>
        <source>{0} refuses this console: {1}. Correct it under Setup.</source>
        <translation>{0} 拒绝本控制台：{1}。请在“设置”中更正。</translation>
    </message>
    <message>
        <source>A newer program wrote {0}. Reading goes on; changes wait here until this PC is updated.</source>
        <translation>{0} 由更新版本的程序写入。仍可读取；更改在此等待，直到本机更新。</translation>
    </message>
    <message>
        <source>{0} has been away for {1}. Work goes on; everything is saved here and waits.</source>
        <translation>{0} 已 {1} 不可达。工作照常；一切已保存在本机并等待共享。</translation>
    </message>
    <message>
        <source>No shared database: nothing has to wait.</source>
        <translation>没有共享数据库：无需等待。</translation>
    </message>
    <message>
        <source>Everything given here is shared.</source>
        <translation>本机的全部内容均已共享。</translation>
    </message>
    <message>
        <source>{0}; the oldest is {1} old.</source>
        <translation>{0}；最早的在 {1} 前。</translation>
    </message>
    <message>
        <source>No backups are made by themselves: the interval is set to zero.</source>
        <translation>不会自动备份：间隔设为零。</translation>
    </message>
    <message>
        <source>There is no backup yet; the first is made soon.</source>
        <translation>还没有备份；很快会做第一份。</translation>
    </message>
    <message>
        <source>There is no backup, and the last try failed: {0}</source>
        <translation>没有备份，且最近一次尝试失败：{0}</translation>
    </message>
    <message>
        <source>The last good backup is {0} old; the last try failed: {1}</source>
        <translation>最近的完好备份在 {0} 前；最近一次尝试失败：{1}</translation>
    </message>
    <message>
        <source>The last good backup is {0} old; {1}.</source>
        <translation>最近的完好备份在 {0} 前；{1}。</translation>
    </message>
    <message>
        <source>The last good backup is {0} old. Back up now, or look at the folder.</source>
        <translation>最近的完好备份在 {0} 前。请立即备份，或检查文件夹。</translation>
    </message>
    <message>
        <source>{0} ago, opened and checked: {1}.</source>
        <translation>{0} 前，已打开并检查：{1}。</translation>
    </message>
    <message>
        <source>The verification could not be done: {0}</source>
        <translation>无法完成校验：{0}</translation>
    </message>
    <message>
        <source>Not verified yet since this console started.</source>
        <translation>本控制台启动后尚未校验。</translation>
    </message>
    <message>
        <source>The last full verification is {0} old.</source>
        <translation>最近一次完整校验在 {0} 前。</translation>
    </message>
    <message>
        <source>{0} ago: {1} lines and {2} records are as accounted for.</source>
        <translation>{0} 前：{1} 行留痕和 {2} 条记录均与留痕一致。</translation>
    </message>
    <message>
        <source>{0} cannot be looked at.</source>
        <translation>无法查看 {0}。</translation>
    </message>
    <message>
        <source>Only {0} free: nothing can be saved soon. Make room now.</source>
        <translation>仅剩 {0}：很快将无法保存。请立即腾出空间。</translation>
    </message>
    <message>
        <source>{0} free of {1}.</source>
        <translation>可用 {0}，共 {1}。</translation>
    </message>
    <message>
        <source>Cannot be written: {0}</source>
        <translation>无法写入：{0}</translation>
    </message>
    <message>
        <source>A damaged file was put aside: {0}</source>
        <translation>损坏的文件已移到一旁：{0}</translation>
    </message>
    <message>
        <source>Kept up to the second, for a restart in mid-shift.</source>
        <translation>逐秒保存，供班中重启使用。</translation>
    </message>
    <message>
        <source>Not kept here.</source>
        <translation>此处不保存。</translation>
    </message>
    <message>
        <source>No reading is kept: the disk has no room. Make some and it goes on by itself; all else goes on.</source>
        <translation>未记录读数：磁盘没有空间。腾出空间后会自动继续；其他一切照常。</translation>
    </message>
    <message>
        <source>A damaged part was set aside, the rest goes on: {0}</source>
        <translation>损坏的部分已移开，其余照常：{0}</translation>
    </message>
    <message>
        <source>Readings lost since the start, because the disk took them too slowly: {0}</source>
        <translation>启动以来因磁盘太慢而丢失的读数：{0}</translation>
    </message>
    <message>
        <source>Readings wait {0} for the disk.</source>
        <translation>读数等待写入磁盘已 {0}。</translation>
    </message>
    <message>
        <source>{0}, the oldest reading {1} ago</source>
        <translation>{0}，最早的读数在 {1} 前</translation>
    </message>
    <message>
        <source>{0}.</source>
        <translation>{0}。</translation>
    </message>
    <message>
        <source>{0}; about {1} a day: {2} days fit, not {3}. Allow more (history.max_gb).</source>
        <translation>{0}；每天约 {1}：只够 {2} 天，不足 {3} 天。请调大上限（history.max_gb）。</translation>
    </message>
    <message>
        <source>{0}; about {1} a day, {2} for {3} days.</source>
        <translation>{0}；每天约 {1}，{3} 天需要 {2}。</translation>
    </message>
    <message>
        <source>{0} has not been asked yet.</source>
        <translation>尚未询问 {0}。</translation>
    </message>
    <message>
        <source>{0} does not answer, its pens wait; all else goes on: {1}</source>
        <translation>{0} 没有应答，它的曲线要等待；其他一切照常：{1}</translation>
    </message>
    <message>
        <source>{0} cannot be read as it is set: {1}</source>
        <translation>按现在的设置无法读取 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} answered {1} ago.</source>
        <translation>{0} 在 {1} 前有应答。</translation>
    </message>
    <message>
        <source>No folder is watched. Choose one under Exchange.</source>
        <translation>没有监视文件夹。可在“导入导出”中选择。</translation>
    </message>
    <message>
        <source>{0} is being looked at.</source>
        <translation>正在查看 {0}。</translation>
    </message>
    <message>
        <source>The folder does not answer; files wait there: {0}</source>
        <translation>文件夹无响应，文件在那里等待：{0}</translation>
    </message>
    <message>
        <source>Nothing is taken: no mapping “{0}” is kept. Keep it under Exchange.</source>
        <translation>不读取：没有名为“{0}”的映射。请在“导入导出”中保留。</translation>
    </message>
    <message>
        <source>Files wait until the records of this PC can be used: {0}</source>
        <translation>文件等待本机记录可用：{0}</translation>
    </message>
    <message>
        <source>A file can be neither read nor moved; look at the folder: {0}</source>
        <translation>有文件既无法读取也无法移动，请查看文件夹：{0}</translation>
    </message>
    <message>
        <source>{0} could not be read and was put aside. See why under Exchange.</source>
        <translation>{0} 无法读取，已放到一边。原因见“导入导出”。</translation>
    </message>
    <message>
        <source>{0} is watched; looked at {1} ago.</source>
        <translation>正在监视 {0}；{1}前查看过。</translation>
    </message>
    <message>
        <source>No other console is known at a shared database.</source>
        <translation>共享数据库中没有其他已知的控制台。</translation>
    </message>
    <message>
        <source>{0} of {1} run now</source>
        <translation>共 {1} 台，{0} 台正在运行</translation>
    </message>
    <message>
        <source>{0}; versions here {1}, there {2}. Bring them to one version.</source>
        <translation>{0}；本机版本 {1}，其他 {2}。请统一版本。</translation>
    </message>
    <message>
        <source>{0}, all with version {1}.</source>
        <translation>{0}，版本均为 {1}。</translation>
    </message>
    <message>
        <source>Calls sound on {0}.</source>
        <translation>呼叫在 {0} 上发声。</translation>
    </message>
    <message>
        <source>Switched off here: calls are shown and not heard.</source>
        <translation>本机已关闭：呼叫只显示，不发声。</translation>
    </message>
    <message>
        <source>Not looked for yet.</source>
        <translation>尚未检查。</translation>
    </message>
    <message>
        <source>No sound library on this computer: calls are shown and not heard.</source>
        <translation>此电脑没有声音库：呼叫只显示，不发声。</translation>
    </message>
    <message>
        <source>No sound device: calls are shown and not heard.</source>
        <translation>没有声音设备：呼叫只显示，不发声。</translation>
    </message>
    <message>
        <source>People are told of calls on the screen only. Set up mail or chat under Call setup.</source>
        <translation>目前只在屏幕上通知呼叫。可在“呼叫设置”中设置邮件或聊天群。</translation>
    </message>
    <message>
        <source>The site file {0} cannot be read; its copy, {1} old, holds instead.</source>
        <translation>无法读取站点文件 {0}；改用 {1} 前的副本。</translation>
    </message>
    <message>
        <source>The site file {0} cannot be read, and there is no copy of it yet.</source>
        <translation>无法读取站点文件 {0}，也还没有它的副本。</translation>
    </message>
    <message>
        <source>The site file {0} was read.</source>
        <translation>已读取站点文件 {0}。</translation>
    </message>
    <message>
        <source>Everything that was set is in force.</source>
        <translation>所有设置均已生效。</translation>
    </message>
</context>
<context>
    <name>stickers</name>
    <message>
        <source>Stickers of a patrol</source>
        <translation>巡检点位标签</translation>
    </message>
</context>
<context>
    <name>stops</name>
    <message>
        <source>since {0}</source>
        <translation>始于 {0}</translation>
    </message>
    <message>
        <source>The machine says nothing</source>
        <translation>设备没有说明</translation>
    </message>
    <message>
        <source>No reason yet</source>
        <translation>尚无原因</translation>
    </message>
    <message>
        <source>taken over from the call by {0}</source>
        <translation>{0} 从呼叫采用</translation>
    </message>
    <message>
        <source>by what the machine said</source>
        <translation>按设备的说法</translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation>{0}</translation>
    </message>
</context>
<context>
    <name>support</name>
    <message>
        <source>it is neither a folder nor an address that can be asked</source>
        <translation>它既不是文件夹，也不是可以查询的地址</translation>
    </message>
    <message>
        <source>it cannot be reached</source>
        <translation>无法访问</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>what is there is far too large</source>
        <translation>那里的文件过大</translation>
    </message>
    <message>
        <source>what is there cannot be understood</source>
        <translation>那里的内容无法识别</translation>
    </message>
    <message>
        <source>what is there is about another program</source>
        <translation>那里的内容属于另一个程序</translation>
    </message>
    <message>
        <source>Newer versions: nobody is asked. The setting updates.place names where.</source>
        <translation>新版本：不查询。在设置 updates.place 中指定查询位置。</translation>
    </message>
    <message>
        <source>Newer versions: {0} is asked now.</source>
        <translation>新版本：正在查询 {0}。</translation>
    </message>
    <message>
        <source>Version {0} is offered at {1}. It is not installed by itself.</source>
        <translation>{1} 提供版本 {0}。不会自动安装。</translation>
    </message>
    <message>
        <source>Newer versions: {0} has none.</source>
        <translation>新版本：{0} 没有更新的版本。</translation>
    </message>
    <message>
        <source>Newer versions: {0} tells nothing: {1}.</source>
        <translation>新版本：无法从 {0} 得知：{1}。</translation>
    </message>
    <message>
        <source>Newer versions: {0} was not asked yet.</source>
        <translation>新版本：尚未查询 {0}。</translation>
    </message>
    <message>
        <source>Released on {0}.</source>
        <translation>发布日期 {0}。</translation>
    </message>
    <message>
        <source>About this file</source>
        <translation>关于此文件</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Program errors</source>
        <translation>程序错误</translation>
    </message>
    <message>
        <source>Settings and where they come from</source>
        <translation>设置及其来源</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Form and size of the databases</source>
        <translation>数据库的结构和大小</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>运行状况</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Size of the plant, problems in its file</source>
        <translation>工厂规模和工厂文件中的问题</translation>
    </message>
</context>
<context>
    <name>tags</name>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>坏</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>未提供</translation>
    </message>
</context>
<context>
    <name>tagsheet</name>
    <message>
        <source>RED TAG</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>物品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Put on</source>
        <translation>挂牌</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Decide by</source>
        <translation>决定期限</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>处理结果</translation>
    </message>
</context>
<context>
    <name>timemachine</name>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>The recording of signals is not open. The status page says why.</source>
        <translation>信号记录没有打开。状态页面说明原因。</translation>
    </message>
    <message>
        <source>The past cannot be read now</source>
        <translation>现在无法读取过去的数据</translation>
    </message>
    <message>
        <source>From the first message that is heard on, the board of every minute can be shown here again.</source>
        <translation>从收到第一条消息起，每一分钟的看板都可以在这里重现。</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet</source>
        <translation>还没有任何记录</translation>
    </message>
    <message>
        <source>The recording begins on {0}. From then on the board can be shown.</source>
        <translation>记录从 {0} 开始。从那时起的看板可以显示。</translation>
    </message>
    <message>
        <source>Nothing is kept of that time</source>
        <translation>没有保存那段时间的数据</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>{0} h</source>
        <translation>{0} 小时</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0} 分 {1} 秒</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} 天 {1} 小时</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>The sender&apos;s clock is {0} behind</source>
        <translation>发送方时钟慢 {0}</translation>
    </message>
    <message>
        <source>The sender&apos;s clock is {0} ahead</source>
        <translation>发送方时钟快 {0}</translation>
    </message>
</context>
<context>
    <name>topics</name>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息数</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>距今</translation>
    </message>
    <message>
        <source>Plant file</source>
        <translation>工厂文件</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Mapped</source>
        <translation>已映射</translation>
    </message>
    <message>
        <source>Not mapped</source>
        <translation>未映射</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>已下线</translation>
    </message>
    <message>
        <source>Waiting for birth</source>
        <translation>等待上线</translation>
    </message>
</context>
<context>
    <name>trail</name>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Refused when shared</source>
        <translation>共享时被拒绝</translation>
    </message>
    <message>
        <source>Set to the shared state</source>
        <translation>按共享状态设置</translation>
    </message>
    <message>
        <source>The console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>This line cannot be read</source>
        <translation>这一行无法读取</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>A field was changed by another program.</source>
        <translation>字段被其他程序改动。</translation>
    </message>
    <message>
        <source>A record was put in by another program.</source>
        <translation>记录由其他程序加入。</translation>
    </message>
    <message>
        <source>A record was deleted by another program.</source>
        <translation>记录被其他程序删除。</translation>
    </message>
    <message>
        <source>A record was altered by another program before the command of line {0}.</source>
        <translation>在第 {0} 行的操作之前，记录已被其他程序改动。</translation>
    </message>
    <message>
        <source>Line {0} of the trail was changed.</source>
        <translation>操作留痕的第 {0} 行被改动。</translation>
    </message>
    <message>
        <source>Missing in the trail: line {0}.</source>
        <translation>操作留痕缺失：第 {0} 行。</translation>
    </message>
    <message>
        <source>Line {0} of the trail does not continue the line before it.</source>
        <translation>操作留痕的第 {0} 行与前一行接不上。</translation>
    </message>
    <message>
        <source>The trail was written anew, beginning at one of the lines {0}.</source>
        <translation>操作留痕被重新写过，起点在第 {0} 行之中。</translation>
    </message>
    <message>
        <source>The index of the trail was wrong at line {0}; it was made again.</source>
        <translation>操作留痕的索引在第 {0} 行有误，已重新生成。</translation>
    </message>
    <message>
        <source>The end of the trail is gone: line {0}.</source>
        <translation>操作留痕的末尾不见了：第 {0} 行。</translation>
    </message>
    <message>
        <source>The end of the trail is gone (line {0}): the records were put back to {1}.</source>
        <translation>操作留痕的末尾不见了（第 {0} 行）：记录被放回到 {1} 的状态。</translation>
    </message>
</context>
<context>
    <name>trends</name>
    <message>
        <source>Station state</source>
        <translation>工位状态</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>Early warnings</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单件</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>No calls in this time</source>
        <translation>这段时间没有呼叫</translation>
    </message>
    <message>
        <source>No stops in this time</source>
        <translation>这段时间没有停机</translation>
    </message>
    <message>
        <source>No early warnings in this time</source>
        <translation>这段时间没有预警</translation>
    </message>
    <message>
        <source>No order in this time</source>
        <translation>这段时间没有工单</translation>
    </message>
    <message>
        <source>No units in this time</source>
        <translation>这段时间没有单件</translation>
    </message>
    <message>
        <source>No notes; N writes one</source>
        <translation>没有备注；按 N 写一条</translation>
    </message>
    <message>
        <source>No shift in this time, or too many to be told apart</source>
        <translation>这段时间没有班次，或太多而无法分开显示</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>自 {0} 起</translation>
    </message>
    <message>
        <source>Stop without a reason</source>
        <translation>停机，尚无原因</translation>
    </message>
    <message>
        <source>{0} orders</source>
        <translation>{0} 个工单</translation>
    </message>
    <message>
        <source>Order {0}</source>
        <translation>工单 {0}</translation>
    </message>
    <message>
        <source>{0} units</source>
        <translation>{0} 个单件</translation>
    </message>
    <message>
        <source>Unit {0}</source>
        <translation>单件 {0}</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>{0} calls, the worst:</source>
        <translation>{0} 个呼叫，最严重的：</translation>
    </message>
    <message>
        <source>{0} stops, one of them:</source>
        <translation>{0} 次停机，其中之一：</translation>
    </message>
    <message>
        <source>{0} warnings, one of them:</source>
        <translation>{0} 个预警，其中之一：</translation>
    </message>
    <message>
        <source>{0} notes, one of them:</source>
        <translation>{0} 条备注，其中之一：</translation>
    </message>
    <message>
        <source>saved here, not yet shared</source>
        <translation>已保存在本机，尚未共享</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Good pieces</source>
        <translation>合格件</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>State of the order</source>
        <translation>工单状态</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Ordered pieces</source>
        <translation>工单数量</translation>
    </message>
    <message>
        <source>Unit in work</source>
        <translation>在制单件</translation>
    </message>
    <message>
        <source>Result of a check</source>
        <translation>检验结果</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Reason of the machine</source>
        <translation>设备原因</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Cycle time</source>
        <translation>循环时间</translation>
    </message>
    <message>
        <source>OEE of the sender</source>
        <translation>发送方 OEE</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>limit ≤ {0}</source>
        <translation>限值 ≤ {0}</translation>
    </message>
    <message>
        <source>limit ≥ {0}</source>
        <translation>限值 ≥ {0}</translation>
    </message>
    <message>
        <source>limits {0}</source>
        <translation>限值 {0}</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} 天</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 小时</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
</context>
<context>
    <name>warnings</name>
    <message>
        <source>Rate of change</source>
        <translation>变化速率</translation>
    </message>
    <message>
        <source>Stuck value</source>
        <translation>数值不变</translation>
    </message>
    <message>
        <source>Missing data</source>
        <translation>数据缺失</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>Time to a limit</source>
        <translation>到达限值的时间</translation>
    </message>
    <message>
        <source>Out of control</source>
        <translation>失控</translation>
    </message>
    <message>
        <source>Low material</source>
        <translation>缺料</translation>
    </message>
    <message>
        <source>up or down</source>
        <translation>上升或下降</translation>
    </message>
    <message>
        <source>up</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>down</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>Not judged yet</source>
        <translation>尚未评价</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Give the rule a name.</source>
        <translation>请填写规则名称。</translation>
    </message>
    <message>
        <source>Say which signal: the name of a tag; * and ? stand for anything.</source>
        <translation>请填写信号：测点名称；* 和 ? 代表任意字符。</translation>
    </message>
    <message>
        <source>Type a number larger than 0.</source>
        <translation>请填写大于 0 的数。</translation>
    </message>
    <message>
        <source>Type zero or a larger number.</source>
        <translation>请填写零或更大的数。</translation>
    </message>
    <message>
        <source>Type a time of more than 0 and at most 60 days.</source>
        <translation>请填写大于 0、不超过 60 天的时间。</translation>
    </message>
    <message>
        <source>Type a time from 0 to 60 days.</source>
        <translation>请填写 0 到 60 天的时间。</translation>
    </message>
    <message>
        <source>Type a whole number of days from 1 to 60.</source>
        <translation>请填写 1 到 60 的整数天数。</translation>
    </message>
    <message>
        <source>At most 200 characters.</source>
        <translation>最多 200 个字符。</translation>
    </message>
    <message>
        <source>This category is not there any more. Choose another one.</source>
        <translation>该类别已不存在，请另选一个。</translation>
    </message>
    <message>
        <source>Choose at least one place, or everywhere.</source>
        <translation>请至少选择一个地点，或选择所有地点。</translation>
    </message>
    <message>
        <source>The rule cannot be so. Look at it again.</source>
        <translation>规则不能这样，请再看一下。</translation>
    </message>
    <message>
        <source>all signals</source>
        <translation>全部信号</translation>
    </message>
    <message>
        <source>changes by {0}, more than {1}</source>
        <translation>变化 {0}，超过 {1}</translation>
    </message>
    <message>
        <source>has stood at {0} for {1}</source>
        <translation>停在 {0} 已 {1}</translation>
    </message>
    <message>
        <source>nothing heard for {0}</source>
        <translation>已 {0}没有数据</translation>
    </message>
    <message>
        <source>mean {0}, at this hour of other days {1} ± {2}</source>
        <translation>均值 {0}，其他日同时段 {1} ± {2}</translation>
    </message>
    <message>
        <source>reaches {0} in {1}</source>
        <translation>{1}后达到 {0}</translation>
    </message>
    <message>
        <source>breaks rule {0}: {1}, mean {2}</source>
        <translation>违反规则 {0}：{1}，均值 {2}</translation>
    </message>
    <message>
        <source>{0} left, lasts for {1}</source>
        <translation>剩余 {0}，可用 {1}</translation>
    </message>
    <message>
        <source>{0} left, the order needs {1}</source>
        <translation>剩余 {0}，工单需要 {1}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Allowed change</source>
        <translation>允许变化</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>西格玛</translation>
    </message>
    <message>
        <source>Sigmas away</source>
        <translation>相差西格玛数</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>其他日数</translation>
    </message>
    <message>
        <source>Rule of the chart</source>
        <translation>判异规则</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>At the earliest in</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>At the latest in</source>
        <translation>最晚</translation>
    </message>
    <message>
        <source>Stands still for</source>
        <translation>不变时长</translation>
    </message>
    <message>
        <source>Usually for</source>
        <translation>通常时长</translation>
    </message>
    <message>
        <source>Silent for</source>
        <translation>静默时长</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>最后收到</translation>
    </message>
    <message>
        <source>Usual interval</source>
        <translation>通常间隔</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>信号数</translation>
    </message>
    <message>
        <source>Needed for the order</source>
        <translation>工单需要</translation>
    </message>
    <message>
        <source>Pieces still to make</source>
        <translation>待产件数</translation>
    </message>
    <message>
        <source>Seen over</source>
        <translation>观察时长</translation>
    </message>
    <message>
        <source>{0} a minute</source>
        <translation>每分钟 {0}</translation>
    </message>
    <message>
        <source>{0} ± {1}</source>
        <translation>{0} ± {1}</translation>
    </message>
    <message>
        <source>Warns when {0} ({1}).</source>
        <translation>当{0}时预警（{1}）。</translation>
    </message>
    <message>
        <source>It calls {0}.</source>
        <translation>呼叫：{0}。</translation>
    </message>
    <message>
        <source>It is switched off.</source>
        <translation>已停用。</translation>
    </message>
    <message>
        <source>{0} moves {1} by more than {2} a minute, seen over {3}</source>
        <translation>{0} 在 {3} 内每分钟{1}超过 {2}</translation>
    </message>
    <message>
        <source>{0} has not moved by more than {1} for {2} while the station runs</source>
        <translation>工位运行时 {0} 在 {2} 内变化不超过 {1}</translation>
    </message>
    <message>
        <source>{0} is silent for {1} times its usual interval, at least {2}</source>
        <translation>{0} 静默达到通常间隔的 {1} 倍，至少 {2}</translation>
    </message>
    <message>
        <source>{0} is silent for {1}</source>
        <translation>{0} 静默 {1}</translation>
    </message>
    <message>
        <source>the mean of {0} over {1} is {2} sigmas from that hour of {3} other days</source>
        <translation>{0} 在 {1} 内的均值与其他 {3} 天同时段相差 {2} 个西格玛</translation>
    </message>
    <message>
        <source>the line through the last {1} of {0} meets a limit within {2}</source>
        <translation>按 {0} 最近 {1} 的直线，{2} 内会达到限值</translation>
    </message>
    <message>
        <source>a control chart breaks one of its rules</source>
        <translation>控制图违反判异规则</translation>
    </message>
    <message>
        <source>{0} lasts for less than {1}</source>
        <translation>{0} 可用不到 {1}</translation>
    </message>
    <message>
        <source>{0} does not last for the order</source>
        <translation>{0} 不够本工单</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Starved</source>
        <translation>待料</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>堵料</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>Changeover</source>
        <translation>换型</translation>
    </message>
    <message>
        <source>Planned stop</source>
        <translation>计划停机</translation>
    </message>
    <message>
        <source>Not planned</source>
        <translation>未排产</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待数据</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>数据失效</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>无消息</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>数值不变</translation>
    </message>
    <message>
        <source>Bad signal</source>
        <translation>信号异常</translation>
    </message>
    <message>
        <source>Console away</source>
        <translation>本机未接收</translation>
    </message>
    <message>
        <source>Nothing has been heard yet from this station.</source>
        <translation>还没有收到该工位的任何数据。</translation>
    </message>
    <message>
        <source>The machine or its gateway said that it went offline.</source>
        <translation>设备或其网关报告已离线。</translation>
    </message>
    <message>
        <source>The edge node of this station died; its last values no longer count.</source>
        <translation>该工位的边缘节点已下线，最后的数值不再有效。</translation>
    </message>
    <message>
        <source>Nothing was heard for longer than expected.</source>
        <translation>超过预期时间没有收到消息。</translation>
    </message>
    <message>
        <source>A value has not moved for too long.</source>
        <translation>数值长时间没有变化。</translation>
    </message>
    <message>
        <source>The sender marks its own values as bad.</source>
        <translation>发送方自己标明数值为坏。</translation>
    </message>
    <message>
        <source>The console was not connected at that time.</source>
        <translation>那段时间本程序没有连接。</translation>
    </message>
    <message>
        <source>Nothing is known.</source>
        <translation>情况未知。</translation>
    </message>
    <message>
        <source>Unexplained stop</source>
        <translation>不明停机</translation>
    </message>
    <message>
        <source>Short stops</source>
        <translation>短停</translation>
    </message>
    <message>
        <source>Waiting for parts</source>
        <translation>等待来料</translation>
    </message>
    <message>
        <source>Cannot deliver</source>
        <translation>下游堵料</translation>
    </message>
    <message>
        <source>Slow cycles</source>
        <translation>循环偏慢</translation>
    </message>
    <message>
        <source>Scrap and rework</source>
        <translation>报废与返工</translation>
    </message>
    <message>
        <source>{days} d {clock}</source>
        <translation>{days} 天 {clock}</translation>
    </message>
    <message>
        <source>No planned time has passed in this shift yet.</source>
        <translation>本班还没有经过任何计划时间。</translation>
    </message>
    <message>
        <source>The plant file gives no ideal cycle for the station that paces this line.</source>
        <translation>工厂文件没有给出本线节拍工位的理想循环时间。</translation>
    </message>
    <message>
        <source>Nothing was heard from the pace station in this shift.</source>
        <translation>本班没有收到节拍工位的任何数据。</translation>
    </message>
    <message>
        <source>Performance is above 100 %: the ideal cycle in the plant file is too slow.</source>
        <translation>性能率超过 100 %：工厂文件中的理想循环时间偏慢。</translation>
    </message>
    <message>
        <source>More pieces than the run time allows: part of the shift was not seen.</source>
        <translation>件数多于运行时间所能生产的数量：本班有一部分没有看到。</translation>
    </message>
    <message>
        <source>The counters contradict each other: more good pieces than pieces.</source>
        <translation>计数相互矛盾：良品数多于总数。</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
</context>
</TS>
