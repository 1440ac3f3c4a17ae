<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>station</name>
    <message>
        <source> · {number} of {total}</source>
        <translation> · {number}/{total}</translation>
    </message>
    <message>
        <source>1 Where</source>
        <translation>1 哪里</translation>
    </message>
    <message>
        <source>1 to 8 · CMD:1 to CMD:8</source>
        <translation>1 至 8 · CMD:1 至 CMD:8</translation>
    </message>
    <message>
        <source>2 What</source>
        <translation>2 什么</translation>
    </message>
    <message>
        <source>3 Then</source>
        <translation>3 然后</translation>
    </message>
    <message>
        <source>4 to 6 digits</source>
        <translation>4 至 6 位数字</translation>
    </message>
    <message>
        <source>A blue frame shows where you are.</source>
        <translation>蓝框显示当前位置。</translation>
    </message>
    <message>
        <source>A box came</source>
        <translation>到箱</translation>
    </message>
    <message>
        <source>A bypass names a gate and the extra checks of each unit.</source>
        <translation>旁路须写明防错项和每个工件的附加检查。</translation>
    </message>
    <message>
        <source>A bypass needs two different people.</source>
        <translation>旁路需要两个不同的人。</translation>
    </message>
    <message>
        <source>A bypass says why, in a few words.</source>
        <translation>旁路须简短说明原因。</translation>
    </message>
    <message>
        <source>A certificate is missing.</source>
        <translation>缺少证书。</translation>
    </message>
    <message>
        <source>A check is put off once.</source>
        <translation>点检只能推迟一次。</translation>
    </message>
    <message>
        <source>A concession is used up unit by unit. Without one, two people sign.</source>
        <translation>特许按工件逐件用掉。没有特许时由两人签字。</translation>
    </message>
    <message>
        <source>A decision about a unit says why, in a few words.</source>
        <translation>对工件的决定须简短说明原因。</translation>
    </message>
    <message>
        <source>A failed result is put right or decided about, never bypassed.</source>
        <translation>不合格结果须纠正或作出决定，不得旁路。</translation>
    </message>
    <message>
        <source>A failed result was still open. It is kept; do this place again.</source>
        <translation>有不合格结果未处理。已保留；请重做此位置。</translation>
    </message>
    <message>
        <source>A failed result was still open. Whose is it?</source>
        <translation>有不合格结果未处理。属于哪个工件？</translation>
    </message>
    <message>
        <source>A few words are enough.</source>
        <translation>几个字就够。</translation>
    </message>
    <message>
        <source>A part in this unit is on hold.</source>
        <translation>此工件中有零件被锁定。</translation>
    </message>
    <message>
        <source>A photo says more than words. It may be left out.</source>
        <translation>照片胜过文字。也可以不拍。</translation>
    </message>
    <message>
        <source>A picture is taken. Nobody keeps it.</source>
        <translation>正在拍照。不会保存。</translation>
    </message>
    <message>
        <source>A place is not OK.</source>
        <translation>有位置不合格。</translation>
    </message>
    <message>
        <source>A question about a handover</source>
        <translation>关于交接的问题</translation>
    </message>
    <message>
        <source>A reason is missing.</source>
        <translation>缺少原因。</translation>
    </message>
    <message>
        <source>A result may be missing. Check the last place, then press Try again.</source>
        <translation>可能缺少结果。检查最后的位置，再按“重试”。</translation>
    </message>
    <message>
        <source>A result of {device} did not count.</source>
        <translation>{device} 的一个结果未计入。</translation>
    </message>
    <message>
        <source>A second person has to agree to this.</source>
        <translation>此操作须第二人同意。</translation>
    </message>
    <message>
        <source>A second person signs here.</source>
        <translation>此处须第二人签字。</translation>
    </message>
    <message>
        <source>A second person signs.</source>
        <translation>须第二人签字。</translation>
    </message>
    <message>
        <source>A signature is missing.</source>
        <translation>缺少签字。</translation>
    </message>
    <message>
        <source>A tap is not enough here.</source>
        <translation>仅点按不够。</translation>
    </message>
    <message>
        <source>A test label is printing.</source>
        <translation>正在打印测试标签。</translation>
    </message>
    <message>
        <source>A trial: no unit</source>
        <translation>试拧：不属于工件</translation>
    </message>
    <message>
        <source>A unit is in work.</source>
        <translation>有工件在做。</translation>
    </message>
    <message>
        <source>A unit is not accepted without a reason. Nothing was recorded.</source>
        <translation>没有原因不能接受工件。未作任何记录。</translation>
    </message>
    <message>
        <source>A whole copy to restore a station from, without photos</source>
        <translation>用于恢复工位的完整副本，不含照片</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Accept a deviation</source>
        <translation>接受偏差</translation>
    </message>
    <message>
        <source>Accept without</source>
        <translation>无证据接受</translation>
    </message>
    <message>
        <source>Accepted without full proof. Signed: {people}. It stays not provable.</source>
        <translation>在证据不全的情况下接受。签字：{people}。仍无法证明。</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认已看</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>增加检查</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>添加零件</translation>
    </message>
    <message>
        <source>Add parts beyond the bill</source>
        <translation>添加清单以外的零件</translation>
    </message>
    <message>
        <source>Address of {device}</source>
        <translation>{device} 的地址</translation>
    </message>
    <message>
        <source>Address of {device}, tested before it is saved</source>
        <translation>{device} 的地址，保存前先测试</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>After how many minutes did it change?</source>
        <translation>多少分钟后原因变了？</translation>
    </message>
    <message>
        <source>All OK</source>
        <translation>全部合格</translation>
    </message>
    <message>
        <source>All is in order. Records checked: {count}</source>
        <translation>一切正常。已检查记录：{count}</translation>
    </message>
    <message>
        <source>All its steps were completed at {station}.</source>
        <translation>所有步骤已在 {station} 完成。</translation>
    </message>
    <message>
        <source>All lines are as they should be.</source>
        <translation>各项均正常。</translation>
    </message>
    <message>
        <source>All steps are done. It is finished when the defect is put right.</source>
        <translation>步骤已全部完成。缺陷纠正后即完成。</translation>
    </message>
    <message>
        <source>All steps of this station were completed before.</source>
        <translation>本工位的步骤此前已全部完成。</translation>
    </message>
    <message>
        <source>All that is known of this device</source>
        <translation>关于此设备的全部信息</translation>
    </message>
    <message>
        <source>All that is open</source>
        <translation>全部未完成事项</translation>
    </message>
    <message>
        <source>All units: sampling is stopped</source>
        <translation>全部工件：抽样已停止</translation>
    </message>
    <message>
        <source>All units: the lot is not accepted</source>
        <translation>全部工件：该批未接受</translation>
    </message>
    <message>
        <source>All {total} OK</source>
        <translation>{total} 个全部合格</translation>
    </message>
    <message>
        <source>Already answered by {who}.</source>
        <translation>{who} 已应答。</translation>
    </message>
    <message>
        <source>Already in another unit</source>
        <translation>已在其他工件中</translation>
    </message>
    <message>
        <source>Already set by {who}.</source>
        <translation>{who} 已填写原因。</translation>
    </message>
    <message>
        <source>Also called: {who}, {time}</source>
        <translation>也已呼叫：{who}，{time}</translation>
    </message>
    <message>
        <source>Alternative</source>
        <translation>替代方法</translation>
    </message>
    <message>
        <source>An administrator changes it in the file.</source>
        <translation>由管理员在文件中更改。</translation>
    </message>
    <message>
        <source>An administrator changes {key} in the station&apos;s file.</source>
        <translation>由管理员在工位文件中更改 {key}。</translation>
    </message>
    <message>
        <source>An urgent message comes first.</source>
        <translation>请先看紧急消息。</translation>
    </message>
    <message>
        <source>And after {minutes} min?</source>
        <translation>{minutes} 分钟之后呢？</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Angle {value}</source>
        <translation>角度 {value}</translation>
    </message>
    <message>
        <source>Another person has to sign too.</source>
        <translation>还须另一人签字。</translation>
    </message>
    <message>
        <source>Another program holds it: end it.</source>
        <translation>被其他程序占用：请关闭。</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Another station or the plant holds it since {since}. {owner} decides.</source>
        <translation>自 {since} 起被其他工位或工厂锁定。决定者：{owner}。</translation>
    </message>
    <message>
        <source>Another unit is in work now.</source>
        <translation>现在在做另一工件。</translation>
    </message>
    <message>
        <source>Another unit is in work.</source>
        <translation>正在加工另一个工件。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Answer each place: OK or NOK.</source>
        <translation>每个位置作答：合格或不合格。</translation>
    </message>
    <message>
        <source>Answer: {words}</source>
        <translation>回答：{words}</translation>
    </message>
    <message>
        <source>Answered, still open: {words}</source>
        <translation>已回答，尚未解决：{words}</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>有应答</translation>
    </message>
    <message>
        <source>Approve the first piece</source>
        <translation>批准首件</translation>
    </message>
    <message>
        <source>As it stands in the journal. Nobody can change it.</source>
        <translation>日志中的原样。无人可以更改。</translation>
    </message>
    <message>
        <source>As it stands on the part</source>
        <translation>与零件上的一致</translation>
    </message>
    <message>
        <source>Asbuilt commands to scan</source>
        <extracomment>What stands beside each printed command: the word people say, and what scanning it does.</extracomment>
        <translation>可扫描的 Asbuilt 命令</translation>
    </message>
    <message>
        <source>Ask back</source>
        <translation>追问</translation>
    </message>
    <message>
        <source>Ask engineering</source>
        <translation>询问工程师</translation>
    </message>
    <message>
        <source>Ask for a new label of this part.</source>
        <translation>要求此零件的新标签。</translation>
    </message>
    <message>
        <source>Ask maintenance: it refuses us.</source>
        <translation>询问维修：设备拒绝。</translation>
    </message>
    <message>
        <source>Ask quality</source>
        <translation>询问质量部</translation>
    </message>
    <message>
        <source>Ask quality for a new concession.</source>
        <translation>向质量部申请新的特许。</translation>
    </message>
    <message>
        <source>Ask quality. Keep the part aside.</source>
        <translation>询问质量部。把零件放到一旁。</translation>
    </message>
    <message>
        <source>Ask the team lead to add you.</source>
        <translation>请班组长添加您。</translation>
    </message>
    <message>
        <source>Ask the team lead.</source>
        <translation>请找班组长。</translation>
    </message>
    <message>
        <source>Ask to be added: {who}.</source>
        <translation>请找人添加：{who}。</translation>
    </message>
    <message>
        <source>Asked back: {words}</source>
        <translation>追问：{words}</translation>
    </message>
    <message>
        <source>Asked by {name}</source>
        <translation>提问者：{name}</translation>
    </message>
    <message>
        <source>Asking the device</source>
        <translation>正在询问设备</translation>
    </message>
    <message>
        <source>Asking the device. Nothing is saved yet.</source>
        <translation>正在询问设备。尚未保存。</translation>
    </message>
    <message>
        <source>Assign results</source>
        <translation>指定结果归属</translation>
    </message>
    <message>
        <source>At its end the unit is judged again and goes back to its step.</source>
        <translation>结束后重新判定工件，并回到原步骤。</translation>
    </message>
    <message>
        <source>At sign-in: choose the language.</source>
        <translation>登录时：选择语言。</translation>
    </message>
    <message>
        <source>At the server</source>
        <translation>已到服务器</translation>
    </message>
    <message>
        <source>At {since}: {reason}. That counts, for this station could not know it.</source>
        <translation>{since}：{reason}。以此为准，因本工位当时无从得知。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the step</source>
        <translation>返回步骤</translation>
    </message>
    <message>
        <source>Badge, or number and PIN.</source>
        <translation>工卡，或工号和 PIN。</translation>
    </message>
    <message>
        <source>Before the next unit</source>
        <translation>下一工件之前</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>Being recorded: {what}</source>
        <translation>正在记录：{what}</translation>
    </message>
    <message>
        <source>Better for people</source>
        <translation>对人员更好</translation>
    </message>
    <message>
        <source>Bin empty</source>
        <translation>料箱已空</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Box came</source>
        <translation>箱已到</translation>
    </message>
    <message>
        <source>Bring the unit to {station}.</source>
        <translation>把工件送到 {station}。</translation>
    </message>
    <message>
        <source>Burr</source>
        <translation>毛刺</translation>
    </message>
    <message>
        <source>By</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>By their work</source>
        <translation>按工作内容</translation>
    </message>
    <message>
        <source>By {minutes} minutes, once.</source>
        <translation>推迟 {minutes} 分钟，仅一次。</translation>
    </message>
    <message>
        <source>Bypass</source>
        <translation>旁路</translation>
    </message>
    <message>
        <source>Bypass a device</source>
        <translation>旁路设备</translation>
    </message>
    <message>
        <source>Bypass activated</source>
        <translation>旁路已启用</translation>
    </message>
    <message>
        <source>Bypass ended</source>
        <translation>旁路已结束</translation>
    </message>
    <message>
        <source>Bypass of a gate</source>
        <translation>防错旁路</translation>
    </message>
    <message>
        <source>Bypass {bypass} checks nothing.</source>
        <translation>旁路 {bypass} 没有任何检查。</translation>
    </message>
    <message>
        <source>Bypass {bypass} has ended.</source>
        <translation>旁路 {bypass} 已结束。</translation>
    </message>
    <message>
        <source>Bypass {bypass} has ended. Two people verify the gate first.</source>
        <translation>旁路 {bypass} 已结束。须先由两人验证防错。</translation>
    </message>
    <message>
        <source>Bypass {bypass} is active, or its gate was verified already.</source>
        <translation>旁路 {bypass} 已启用，或其防错已验证。</translation>
    </message>
    <message>
        <source>Bypass {bypass} is active.</source>
        <translation>旁路 {bypass} 已启用。</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not active.</source>
        <translation>旁路 {bypass} 未启用。</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not approved.</source>
        <translation>旁路 {bypass} 未批准。</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not for here.</source>
        <translation>旁路 {bypass} 不适用于此处。</translation>
    </message>
    <message>
        <source>Bypass {bypass} is not known.</source>
        <translation>不认识旁路 {bypass}。</translation>
    </message>
    <message>
        <source>Bypass {bypass} is used up.</source>
        <translation>旁路 {bypass} 已用完。</translation>
    </message>
    <message>
        <source>Bypass {bypass} of the {gate} gate</source>
        <translation>旁路 {bypass}，防错：{gate}</translation>
    </message>
    <message>
        <source>Bypass: {count} left, until {time}</source>
        <translation>旁路：剩余 {count}，至 {time}</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Calibration ends in {age}</source>
        <translation>校准 {age}后到期</translation>
    </message>
    <message>
        <source>Calibration ends today</source>
        <translation>校准今天到期</translation>
    </message>
    <message>
        <source>Calibration is over</source>
        <translation>校准已到期</translation>
    </message>
    <message>
        <source>Calibration over: do not use</source>
        <translation>校准过期：禁止使用</translation>
    </message>
    <message>
        <source>Calibration was over: {where}</source>
        <translation>校准已过期：{where}</translation>
    </message>
    <message>
        <source>Calibration withdrawn</source>
        <translation>校准已撤销</translation>
    </message>
    <message>
        <source>Call again if you still need help.</source>
        <translation>仍需帮助时请再次呼叫。</translation>
    </message>
    <message>
        <source>Call an administrator.</source>
        <translation>呼叫管理员。</translation>
    </message>
    <message>
        <source>Call another</source>
        <translation>呼叫其他人</translation>
    </message>
    <message>
        <source>Call answered</source>
        <translation>呼叫已应答</translation>
    </message>
    <message>
        <source>Call closed</source>
        <translation>呼叫已关闭</translation>
    </message>
    <message>
        <source>Call help</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Call maintenance</source>
        <translation>呼叫维修</translation>
    </message>
    <message>
        <source>Call maintenance: check the disk and its cable.</source>
        <translation>呼叫维修：检查磁盘及其电缆。</translation>
    </message>
    <message>
        <source>Call maintenance: check the disk, then make it writable again.</source>
        <translation>呼叫维修：检查磁盘，并恢复可写。</translation>
    </message>
    <message>
        <source>Call maintenance: check the station’s name and its data folder.</source>
        <translation>呼叫维修：检查工位名称和数据文件夹。</translation>
    </message>
    <message>
        <source>Call maintenance: free space on the disk.</source>
        <translation>呼叫维修：腾出磁盘空间。</translation>
    </message>
    <message>
        <source>Call maintenance: set the record aside and restore the newest copy.</source>
        <translation>呼叫维修：移开记录并恢复最新副本。</translation>
    </message>
    <message>
        <source>Call maintenance: the disk is the cause.</source>
        <translation>呼叫维修：原因是磁盘。</translation>
    </message>
    <message>
        <source>Call maintenance: the tool is set up wrong.</source>
        <translation>呼叫维修：工具设置错误。</translation>
    </message>
    <message>
        <source>Call maintenance: update this station’s software.</source>
        <translation>呼叫维修：更新本工位软件。</translation>
    </message>
    <message>
        <source>Call quality</source>
        <translation>呼叫质量部</translation>
    </message>
    <message>
        <source>Call somebody to the station.</source>
        <translation>呼叫人员到工位。</translation>
    </message>
    <message>
        <source>Call team lead</source>
        <translation>呼叫班组长</translation>
    </message>
    <message>
        <source>Call the lead</source>
        <translation>呼叫班组长</translation>
    </message>
    <message>
        <source>Call the lead to verify the gate.</source>
        <translation>呼叫班组长验证防错。</translation>
    </message>
    <message>
        <source>Call the team lead about what is not OK.</source>
        <translation>有不合格项，请呼叫班组长。</translation>
    </message>
    <message>
        <source>Call the team lead to decide.</source>
        <translation>呼叫班组长决定。</translation>
    </message>
    <message>
        <source>Call the team lead.</source>
        <translation>呼叫班组长。</translation>
    </message>
    <message>
        <source>Called: {who}</source>
        <translation>已呼叫：{who}</translation>
    </message>
    <message>
        <source>Calling: {who}</source>
        <translation>正在呼叫：{who}</translation>
    </message>
    <message>
        <source>Calls elsewhere ({count})</source>
        <translation>他处呼叫（{count}）</translation>
    </message>
    <message>
        <source>Calls elsewhere: {calls}</source>
        <translation>他处呼叫：{calls}</translation>
    </message>
    <message>
        <source>Calls of other stations</source>
        <translation>其他工位的呼叫</translation>
    </message>
    <message>
        <source>Calls: {calls} · {count} min</source>
        <translation>呼叫：{calls} · {count} 分钟</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>再次发生</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>Camera {device} is not set up here.</source>
        <translation>此处未设置相机 {device}。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel call</source>
        <translation>取消呼叫</translation>
    </message>
    <message>
        <source>Cannot start</source>
        <translation>无法开始</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>过程能力</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>大写字母</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>大写锁定已打开。</translation>
    </message>
    <message>
        <source>Card fits</source>
        <translation>卡片吻合</translation>
    </message>
    <message>
        <source>Carry on with the next unit.</source>
        <translation>继续下一工件。</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cause checked</source>
        <translation>原因已核实</translation>
    </message>
    <message>
        <source>Cause, not finished</source>
        <translation>原因（未完成）</translation>
    </message>
    <message>
        <source>Certificate not valid · {count} kept safe</source>
        <translation>证书无效 · 已保存 {count} 条</translation>
    </message>
    <message>
        <source>Certificate of the plant</source>
        <translation>工厂证书</translation>
    </message>
    <message>
        <source>Certificate “{skill}” until {until}, days left: {count}</source>
        <translation>证书“{skill}”至 {until}，剩余天数：{count}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change address</source>
        <translation>更改地址</translation>
    </message>
    <message>
        <source>Change instruction</source>
        <translation>修改指导书</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>Change the sign</source>
        <translation>改变正负号</translation>
    </message>
    <message>
        <source>Change the tool</source>
        <translation>更换工具</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>控制图</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>请检查</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>全部检查</translation>
    </message>
    <message>
        <source>Check begun: {check}</source>
        <translation>点检已开始：{check}</translation>
    </message>
    <message>
        <source>Check cable and power. The station keeps trying.</source>
        <translation>检查电缆和电源。工位会继续尝试。</translation>
    </message>
    <message>
        <source>Check chart</source>
        <translation>查看控制图</translation>
    </message>
    <message>
        <source>Check device</source>
        <translation>检查设备</translation>
    </message>
    <message>
        <source>Check due</source>
        <translation>点检到期</translation>
    </message>
    <message>
        <source>Check due: {check}</source>
        <translation>待做点检：{check}</translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation>点检不合格</translation>
    </message>
    <message>
        <source>Check its cable, then try again. If it stays so, press Problem.</source>
        <translation>检查电缆，然后重试。若仍如此，按“问题”。</translation>
    </message>
    <message>
        <source>Check its power and its cable.</source>
        <translation>检查电源和电缆。</translation>
    </message>
    <message>
        <source>Check overdue</source>
        <translation>点检逾期</translation>
    </message>
    <message>
        <source>Check overdue: {check}</source>
        <translation>点检逾期：{check}</translation>
    </message>
    <message>
        <source>Check that the unit belongs here.</source>
        <translation>检查工件是否属于此处。</translation>
    </message>
    <message>
        <source>Check the fixture, then try again.</source>
        <translation>检查夹具，然后重试。</translation>
    </message>
    <message>
        <source>Check the records</source>
        <translation>检查记录</translation>
    </message>
    <message>
        <source>Check the values</source>
        <translation>检查数值</translation>
    </message>
    <message>
        <source>Check the values: {what}</source>
        <translation>检查数值：{what}</translation>
    </message>
    <message>
        <source>Check thread, bolt and bit.</source>
        <translation>检查螺纹、螺栓和批头。</translation>
    </message>
    <message>
        <source>Check tool</source>
        <translation>检查工具</translation>
    </message>
    <message>
        <source>Check {device}</source>
        <translation>检查 {device}</translation>
    </message>
    <message>
        <source>Checked again by hand</source>
        <translation>已人工复查</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>点检</translation>
    </message>
    <message>
        <source>Checks of this station</source>
        <translation>本工位的点检</translation>
    </message>
    <message>
        <source>Checks to be done: {count}</source>
        <translation>待做点检：{count}</translation>
    </message>
    <message>
        <source>Choice {number}</source>
        <translation>选项 {number}</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Choose a tile or a row</source>
        <translation>选择图块或行</translation>
    </message>
    <message>
        <source>Choose another operation.</source>
        <translation>选择其他工序。</translation>
    </message>
    <message>
        <source>Choose another value.</source>
        <translation>选择另一个数值。</translation>
    </message>
    <message>
        <source>Choose for whom</source>
        <translation>选择发给谁</translation>
    </message>
    <message>
        <source>Choose for whom it is, then send it.</source>
        <translation>选择发给谁，然后发送。</translation>
    </message>
    <message>
        <source>Choose from each</source>
        <translation>每项都要选</translation>
    </message>
    <message>
        <source>Choose one or more.</source>
        <translation>选择一个或多个。</translation>
    </message>
    <message>
        <source>Choose the language of this screen</source>
        <translation>选择屏幕语言</translation>
    </message>
    <message>
        <source>Choose the place</source>
        <translation>选择位置</translation>
    </message>
    <message>
        <source>Choose what happens now</source>
        <translation>选择怎么处理</translation>
    </message>
    <message>
        <source>Choose what it is</source>
        <translation>选择是什么</translation>
    </message>
    <message>
        <source>Choose what limited you and what you do, or say it in words.</source>
        <translation>请选择受何限制和怎么做，或用文字说明。</translation>
    </message>
    <message>
        <source>Choose what you do</source>
        <translation>选择怎么做</translation>
    </message>
    <message>
        <source>Choose where the file goes.</source>
        <translation>选择文件的去处。</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>Clean it</source>
        <translation>清洁</translation>
    </message>
    <message>
        <source>Clean part and gauge.</source>
        <translation>清洁零件和量具。</translation>
    </message>
    <message>
        <source>Cleaned up</source>
        <translation>已清理</translation>
    </message>
    <message>
        <source>Clear the view, then take the photo.</source>
        <translation>清开视野，然后拍照。</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Clock right</source>
        <translation>时钟正确</translation>
    </message>
    <message>
        <source>Clock was set</source>
        <translation>时钟被调整</translation>
    </message>
    <message>
        <source>Clock wrong</source>
        <translation>时钟错误</translation>
    </message>
    <message>
        <source>Close the page or the message.</source>
        <translation>关闭页面或提示。</translation>
    </message>
    <message>
        <source>Code of {id}</source>
        <translation>{id} 的代码</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>代码 {code}</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Component “{component}” is missing in the bill of this variant.</source>
        <translation>此型号的物料清单缺少“{component}”。</translation>
    </message>
    <message>
        <source>Concession {concession} by {by}</source>
        <translation>特许 {concession}，签发：{by}</translation>
    </message>
    <message>
        <source>Concession {concession} does not cover this.</source>
        <translation>特许 {concession} 不包括此项。</translation>
    </message>
    <message>
        <source>Concession {concession} has ended.</source>
        <translation>特许 {concession} 已结束。</translation>
    </message>
    <message>
        <source>Concession {concession} is not for here.</source>
        <translation>特许 {concession} 不适用于此处。</translation>
    </message>
    <message>
        <source>Concession {concession} is used up.</source>
        <translation>特许 {concession} 已用完。</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Confirm it with a second person.</source>
        <translation>与第二人一起确认。</translation>
    </message>
    <message>
        <source>Confirm only what you see.</source>
        <translation>只确认亲眼所见。</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Control chart alarm</source>
        <translation>控制图报警</translation>
    </message>
    <message>
        <source>Control limits</source>
        <translation>控制限</translation>
    </message>
    <message>
        <source>Control limits found</source>
        <translation>控制限已确定</translation>
    </message>
    <message>
        <source>Control room</source>
        <translation>控制室</translation>
    </message>
    <message>
        <source>Copy the records</source>
        <translation>复制记录</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>清点</translation>
    </message>
    <message>
        <source>Count the parts, then scan again.</source>
        <translation>清点零件，再扫描一次。</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>已统计</translation>
    </message>
    <message>
        <source>Counted in reading order.</source>
        <translation>按阅读顺序计数。</translation>
    </message>
    <message>
        <source>Counted: what came, less what was fitted since.</source>
        <translation>计算：到料数减去之后安装数。</translation>
    </message>
    <message>
        <source>Counted: {count} pieces came.</source>
        <translation>已清点：到料 {count} 件。</translation>
    </message>
    <message>
        <source>Counting the shift</source>
        <translation>正在统计本班</translation>
    </message>
    <message>
        <source>Cpk (95 % interval)</source>
        <translation>Cpk（95 % 区间）</translation>
    </message>
    <message>
        <source>Crack</source>
        <translation>裂纹</translation>
    </message>
    <message>
        <source>Curve looked at</source>
        <translation>曲线已判读</translation>
    </message>
    <message>
        <source>Curve of a tightening</source>
        <translation>拧紧曲线</translation>
    </message>
    <message>
        <source>Curve windows learned</source>
        <translation>曲线窗口已学习</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>作决定</translation>
    </message>
    <message>
        <source>Decide about a defect</source>
        <translation>决定缺陷处置</translation>
    </message>
    <message>
        <source>Decided about the unit</source>
        <translation>已决定工件处置</translation>
    </message>
    <message>
        <source>Decided by {by}: {decided}.</source>
        <translation>{by} 已决定：{decided}。</translation>
    </message>
    <message>
        <source>Decided here: {response} · {title}</source>
        <translation>此处已决定：{response} · {title}</translation>
    </message>
    <message>
        <source>Decided {time}</source>
        <translation>{time} 已决定</translation>
    </message>
    <message>
        <source>Decided: {title}</source>
        <translation>已决定：{title}</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Decision waiting</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Decision waiting: {title}</source>
        <translation>待决定：{title}</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>Defect put right</source>
        <translation>缺陷已纠正</translation>
    </message>
    <message>
        <source>Defect {number} of {serial} was put right already.</source>
        <translation>{serial} 的缺陷 {number} 已纠正。</translation>
    </message>
    <message>
        <source>Delete the last character</source>
        <translation>删除最后一个字符</translation>
    </message>
    <message>
        <source>Dent</source>
        <translation>凹痕</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Device exchanged</source>
        <translation>更换了设备</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Dirt</source>
        <translation>脏污</translation>
    </message>
    <message>
        <source>Dirty</source>
        <translation>脏污</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Disk {percent} % full</source>
        <translation>磁盘已用 {percent} %</translation>
    </message>
    <message>
        <source>Do every extra check that follows.</source>
        <translation>完成随后的每项附加检查。</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Do it and redo</source>
        <translation>执行并重做</translation>
    </message>
    <message>
        <source>Do not go on with this unit.</source>
        <translation>不要继续做此工件。</translation>
    </message>
    <message>
        <source>Do not use {device}. Calibration is over.</source>
        <translation>不要使用 {device}。校准已过期。</translation>
    </message>
    <message>
        <source>Do not use {device}. Calibration was withdrawn.</source>
        <translation>不要使用 {device}。校准已撤销。</translation>
    </message>
    <message>
        <source>Do not use {device}. It is not calibrated.</source>
        <translation>不要使用 {device}。未校准。</translation>
    </message>
    <message>
        <source>Do not work at this station yet.</source>
        <translation>暂勿在本工位工作。</translation>
    </message>
    <message>
        <source>Do the check: press See the checks.</source>
        <translation>请做点检：按“查看点检”。</translation>
    </message>
    <message>
        <source>Do the step again, or try a device again.</source>
        <translation>重做步骤，或重试设备。</translation>
    </message>
    <message>
        <source>Do the step by the alternative.</source>
        <translation>用替代方法完成步骤。</translation>
    </message>
    <message>
        <source>Do the step with the gate itself.</source>
        <translation>用防错本身完成步骤。</translation>
    </message>
    <message>
        <source>Do this</source>
        <translation>请做</translation>
    </message>
    <message>
        <source>Do “{step}” again. Why?</source>
        <translation>重做“{step}”。为什么？</translation>
    </message>
    <message>
        <source>Does not answer well</source>
        <translation>应答不正常</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>不正常</translation>
    </message>
    <message>
        <source>Does work need it?</source>
        <translation>工作需要它吗？</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done at another place</source>
        <translation>在别处已做</translation>
    </message>
    <message>
        <source>Done by an alternative at {where}</source>
        <translation>用替代方法完成：{where}</translation>
    </message>
    <message>
        <source>Done by the alternative</source>
        <translation>已用替代方法完成</translation>
    </message>
    <message>
        <source>Done elsewhere</source>
        <translation>已在别处做</translation>
    </message>
    <message>
        <source>Done wrong</source>
        <translation>做错了</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驱动</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>交期</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>待做</translation>
    </message>
    <message>
        <source>Due {due}, record {record}. {owner}: {action}</source>
        <translation>到期 {due}，记录 {record}。{owner}：{action}</translation>
    </message>
    <message>
        <source>EWMA</source>
        <translation>EWMA</translation>
    </message>
    <message>
        <source>Each change is recorded with your name and a reason.</source>
        <translation>每次更改都会连同姓名和原因记录。</translation>
    </message>
    <message>
        <source>Ended on {until}</source>
        <translation>已于 {until} 到期</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>工程师</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Enter number</source>
        <translation>输入工号</translation>
    </message>
    <message>
        <source>Enter your PIN</source>
        <translation>输入 PIN</translation>
    </message>
    <message>
        <source>Enter your number</source>
        <translation>输入工号</translation>
    </message>
    <message>
        <source>Every required value is recorded with proof.</source>
        <translation>所有要求的数值都有记录和证据。</translation>
    </message>
    <message>
        <source>Every try is kept with this unit.</source>
        <translation>每次尝试都随工件保存。</translation>
    </message>
    <message>
        <source>Every {component} is recorded by its lot.</source>
        <translation>须按批次记录：{component}。</translation>
    </message>
    <message>
        <source>Every {component} is recorded by its serial number.</source>
        <translation>须按序列号记录：{component}。</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Evidence asked for</source>
        <translation>已要求证据</translation>
    </message>
    <message>
        <source>Evidence is missing</source>
        <translation>缺少证据</translation>
    </message>
    <message>
        <source>Evidence settled</source>
        <translation>证据已处理</translation>
    </message>
    <message>
        <source>Export the records</source>
        <translation>导出记录</translation>
    </message>
    <message>
        <source>Extra checks that follow</source>
        <translation>随后的附加检查</translation>
    </message>
    <message>
        <source>Failed and used as is at {where}</source>
        <translation>不合格且原样使用：{where}</translation>
    </message>
    <message>
        <source>Far outside the limits. Type it again.</source>
        <translation>远超限值。请重新输入。</translation>
    </message>
    <message>
        <source>Fetch documents of the plant</source>
        <translation>取工厂文件</translation>
    </message>
    <message>
        <source>Fetch this</source>
        <translation>取此件</translation>
    </message>
    <message>
        <source>Fetch {count} of these</source>
        <translation>取 {count} 件</translation>
    </message>
    <message>
        <source>Fetching results</source>
        <translation>正在取结果</translation>
    </message>
    <message>
        <source>Find its other window and work there, or close it.</source>
        <translation>找到另一窗口并在那里工作，或关闭它。</translation>
    </message>
    <message>
        <source>Finish order {order} first, here or there.</source>
        <translation>请先在此处或那里完成工单 {order}。</translation>
    </message>
    <message>
        <source>Finish the sample on that unit first.</source>
        <translation>先完成该工件的抽样。</translation>
    </message>
    <message>
        <source>Finish unit {open} first.</source>
        <translation>请先完成工件 {open}。</translation>
    </message>
    <message>
        <source>Finished at {time}</source>
        <translation>{time} 完成</translation>
    </message>
    <message>
        <source>First piece approved</source>
        <translation>首件已批准</translation>
    </message>
    <message>
        <source>First the check: {check}</source>
        <translation>先做点检：{check}</translation>
    </message>
    <message>
        <source>First: {check}</source>
        <translation>先做：{check}</translation>
    </message>
    <message>
        <source>Fixture dirty</source>
        <translation>夹具脏</translation>
    </message>
    <message>
        <source>Fixture worn</source>
        <translation>夹具磨损</translation>
    </message>
    <message>
        <source>Floor space</source>
        <translation>场地不足</translation>
    </message>
    <message>
        <source>For a second one, scan the reason: damaged, lost or unreadable.</source>
        <translation>要第二张，请扫描原因：损坏、丢失或无法读取。</translation>
    </message>
    <message>
        <source>For another order: choose that order first.</source>
        <translation>若是其他工单：先选择该工单。</translation>
    </message>
    <message>
        <source>For another variant</source>
        <translation>属于其他型号</translation>
    </message>
    <message>
        <source>For maintenance</source>
        <translation>供维修参考</translation>
    </message>
    <message>
        <source>For support</source>
        <translation>供支持人员</translation>
    </message>
    <message>
        <source>For {age}</source>
        <translation>已 {age}</translation>
    </message>
    <message>
        <source>For: {about}</source>
        <translation>关于：{about}</translation>
    </message>
    <message>
        <source>Found out by a person: {where}</source>
        <translation>由人员指定：{where}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>From 1 to {most}</source>
        <translation>1 至 {most}</translation>
    </message>
    <message>
        <source>From an earlier decision: {response}. {outcome}</source>
        <translation>此前的决定：{response}。{outcome}</translation>
    </message>
    <message>
        <source>From the system</source>
        <translation>来自系统</translation>
    </message>
    <message>
        <source>From the team</source>
        <translation>班组留言</translation>
    </message>
    <message>
        <source>From {from} to {to}, {minutes} min</source>
        <translation>从 {from} 到 {to}，{minutes} 分钟</translation>
    </message>
    <message>
        <source>From {location}</source>
        <translation>取自 {location}</translation>
    </message>
    <message>
        <source>From: {role}. No unit begins before it was read.</source>
        <translation>来自：{role}。阅读前不能开始工件。</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Gate bypassed</source>
        <translation>防错已旁路</translation>
    </message>
    <message>
        <source>Gate verified</source>
        <translation>防错已验证</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>量具</translation>
    </message>
    <message>
        <source>Gauge offline</source>
        <translation>量具离线</translation>
    </message>
    <message>
        <source>Gauge ready</source>
        <translation>量具就绪</translation>
    </message>
    <message>
        <source>Gauge {device} is not set up here.</source>
        <translation>此处未设置量具 {device}。</translation>
    </message>
    <message>
        <source>Give answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Gloves</source>
        <translation>手套</translation>
    </message>
    <message>
        <source>Go back and carry on with the step.</source>
        <translation>返回并继续此步骤。</translation>
    </message>
    <message>
        <source>Go back and finish unit {open}.</source>
        <translation>返回并完成工件 {open}。</translation>
    </message>
    <message>
        <source>Go back and measure with the gauge.</source>
        <translation>返回，用量具测量。</translation>
    </message>
    <message>
        <source>Go back and read the step, then confirm it.</source>
        <translation>返回阅读步骤，然后确认。</translation>
    </message>
    <message>
        <source>Go back to the step when you can go on.</source>
        <translation>可以继续时返回步骤。</translation>
    </message>
    <message>
        <source>Go back, press “Measure again”, then measure.</source>
        <translation>返回，按“重新测量”，再测量。</translation>
    </message>
    <message>
        <source>Go back, read it and confirm.</source>
        <translation>返回，阅读并确认。</translation>
    </message>
    <message>
        <source>Go back, read the screen, then scan again.</source>
        <translation>返回，看画面，再扫描。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on after a finished or held unit.</source>
        <translation>工件完成或锁定后继续。</translation>
    </message>
    <message>
        <source>Go on with the step.</source>
        <translation>继续此步骤。</translation>
    </message>
    <message>
        <source>Go there, or say that it is solved.</source>
        <translation>请前往，或说明已解决。</translation>
    </message>
    <message>
        <source>Go to a button</source>
        <translation>移到按钮</translation>
    </message>
    <message>
        <source>Goes to: {who}</source>
        <translation>转给：{who}</translation>
    </message>
    <message>
        <source>Got worse</source>
        <translation>变差</translation>
    </message>
    <message>
        <source>Guard closed</source>
        <translation>防护已关闭</translation>
    </message>
    <message>
        <source>Guard open</source>
        <translation>防护打开</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Handover by {name} waits</source>
        <translation>{name} 的交接等待中</translation>
    </message>
    <message>
        <source>Handover by {name} · {shift} · {time}</source>
        <translation>交班人 {name} · {shift} · {time}</translation>
    </message>
    <message>
        <source>Handover · {station}</source>
        <translation>交接 · {station}</translation>
    </message>
    <message>
        <source>Handover · {station} · {shift}</source>
        <translation>交接 · {station} · {shift}</translation>
    </message>
    <message>
        <source>Handover · {station} · {shift} → {next}</source>
        <translation>交接 · {station} · {shift} → {next}</translation>
    </message>
    <message>
        <source>Have it put right, then do the check again.</source>
        <translation>请人纠正，然后重做点检。</translation>
    </message>
    <message>
        <source>Have the certificate renewed.</source>
        <translation>请更新证书。</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Help called</source>
        <translation>已呼叫帮助</translation>
    </message>
    <message>
        <source>Help is here.</source>
        <translation>帮助人员已到场。</translation>
    </message>
    <message>
        <source>Help knows of it.</source>
        <translation>帮助人员已知晓。</translation>
    </message>
    <message>
        <source>Here after {time}</source>
        <translation>{time} 后到场</translation>
    </message>
    <message>
        <source>Here, with badge</source>
        <translation>到场，刷卡</translation>
    </message>
    <message>
        <source>Hint: 14 points go up and down</source>
        <translation>提示：14 点上下交替</translation>
    </message>
    <message>
        <source>Hint: 15 points close to the centre</source>
        <translation>提示：15 点靠近中心</translation>
    </message>
    <message>
        <source>Hint: 2 of 3 points beyond 2 σ</source>
        <translation>提示：3 点中 2 点超出 2 σ</translation>
    </message>
    <message>
        <source>Hint: 4 of 5 points beyond 1 σ</source>
        <translation>提示：5 点中 4 点超出 1 σ</translation>
    </message>
    <message>
        <source>Hint: 6 points rise or fall</source>
        <translation>提示：6 点持续上升或下降</translation>
    </message>
    <message>
        <source>Hint: 8 points away from the centre</source>
        <translation>提示：8 点远离中心</translation>
    </message>
    <message>
        <source>Hint: 8 points on one side</source>
        <translation>提示：8 点在同一侧</translation>
    </message>
    <message>
        <source>Hint: 9 points on one side</source>
        <translation>提示：9 点在同一侧</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Hold a bank card against the blue bar.</source>
        <translation>把银行卡贴近蓝色条。</translation>
    </message>
    <message>
        <source>Hold on a part lifted</source>
        <translation>零件锁定已解除</translation>
    </message>
    <message>
        <source>Hold the lot</source>
        <translation>锁定批次</translation>
    </message>
    <message>
        <source>Hold {argument}</source>
        <translation>锁定 {argument}</translation>
    </message>
    <message>
        <source>Hold {hold} by {owner}: {reason}. The unit stays open until it is out.</source>
        <translation>锁定 {hold}，{owner}：{reason}。取出前工件保持打开。</translation>
    </message>
    <message>
        <source>Hold {hold} came after it was fitted. The unit stays open.</source>
        <translation>锁定 {hold} 在安装后发出。工件保持打开。</translation>
    </message>
    <message>
        <source>Hold {hold}: “{reason}”</source>
        <translation>锁定 {hold}：“{reason}”</translation>
    </message>
    <message>
        <source>Holds all records of this station</source>
        <translation>保存本工位的全部记录</translation>
    </message>
    <message>
        <source>Holds until {time}</source>
        <translation>有效至 {time}</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>How it should be</source>
        <translation>标准样子</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>多少个</translation>
    </message>
    <message>
        <source>How many are there?</source>
        <translation>有多少件？</translation>
    </message>
    <message>
        <source>How many come from this box?</source>
        <translation>从此箱取多少件？</translation>
    </message>
    <message>
        <source>How many come out?</source>
        <translation>取出多少件？</translation>
    </message>
    <message>
        <source>How many pieces are in the box?</source>
        <translation>箱中有多少件？</translation>
    </message>
    <message>
        <source>How old it is. The server sends it.</source>
        <translation>名单的新旧。由服务器发送。</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>我不知道</translation>
    </message>
    <message>
        <source>I hand the shift over</source>
        <translation>我交班</translation>
    </message>
    <message>
        <source>I have come to help</source>
        <translation>我来帮助</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>我已阅读</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>我已看到</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>我需要帮助</translation>
    </message>
    <message>
        <source>I take the shift over</source>
        <translation>我接班</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>If it is not there, press “Not there”.</source>
        <translation>若没有，按“没有”。</translation>
    </message>
    <message>
        <source>If it stays: maintenance sets the scanner’s suffix to Enter.</source>
        <translation>若仍如此：由维修把扫描枪后缀设为 Enter。</translation>
    </message>
    <message>
        <source>In a few words.</source>
        <translation>用几个字说明。</translation>
    </message>
    <message>
        <source>In own words</source>
        <translation>用自己的话</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>In the queue: end your work here.</source>
        <translation>在队列中：结束此处工作。</translation>
    </message>
    <message>
        <source>In the unit: {count}</source>
        <translation>工件内：{count}</translation>
    </message>
    <message>
        <source>In work here</source>
        <translation>此处在做</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>用您自己的话</translation>
    </message>
    <message>
        <source>Inspection: this place is good.</source>
        <translation>检查：此位置合格。</translation>
    </message>
    <message>
        <source>Inspection: this place is not good.</source>
        <translation>检查：此位置不合格。</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检验员</translation>
    </message>
    <message>
        <source>Instruction wrong</source>
        <translation>作业指导书错误</translation>
    </message>
    <message>
        <source>Instruction {instruction} has no released revision at this station.</source>
        <translation>作业指导书 {instruction} 在本工位没有已发布版本。</translation>
    </message>
    <message>
        <source>Is everything to be seen, and sharp?</source>
        <translation>是否全部可见、清晰？</translation>
    </message>
    <message>
        <source>Is here</source>
        <translation>已到场</translation>
    </message>
    <message>
        <source>Is here: not recorded</source>
        <translation>已到场：未记录</translation>
    </message>
    <message>
        <source>Is it here? Leave it at {station}, or press “It is here”.</source>
        <translation>它在此处？请在 {station} 按“离开此工件”，或按“在此处”。</translation>
    </message>
    <message>
        <source>It answers: {identity}</source>
        <translation>有应答：{identity}</translation>
    </message>
    <message>
        <source>It begins in a moment.</source>
        <translation>马上开始。</translation>
    </message>
    <message>
        <source>It came back within {count} units.</source>
        <translation>{count} 个工件内再次发生。</translation>
    </message>
    <message>
        <source>It can be answered by: {roles}.</source>
        <translation>可应答者：{roles}。</translation>
    </message>
    <message>
        <source>It can be confirmed in {seconds} s. Nothing was recorded yet.</source>
        <translation>{seconds} 秒后可确认。尚未记录。</translation>
    </message>
    <message>
        <source>It can be corrected by: {roles}. Nothing was changed.</source>
        <translation>可更正者：{roles}。未作更改。</translation>
    </message>
    <message>
        <source>It can only be read. What was recorded before is safe.</source>
        <translation>它只能读取。此前的记录安全。</translation>
    </message>
    <message>
        <source>It can wait</source>
        <translation>可以等</translation>
    </message>
    <message>
        <source>It cannot be gone on with. Begin it anew.</source>
        <translation>无法继续。请重新开始。</translation>
    </message>
    <message>
        <source>It did not confirm its lock. The station keeps trying; call maintenance.</source>
        <translation>它未确认锁定。工位会继续尝试；请呼叫维修。</translation>
    </message>
    <message>
        <source>It did not work: {why}</source>
        <translation>未成功：{why}</translation>
    </message>
    <message>
        <source>It ends by itself.</source>
        <translation>它会自行结束。</translation>
    </message>
    <message>
        <source>It expires before lot {lot}. This plant uses it up first.</source>
        <translation>它比批次 {lot} 先过期。本厂先用它。</translation>
    </message>
    <message>
        <source>It goes back. It is not finished here.</source>
        <translation>退回。不在此处完成。</translation>
    </message>
    <message>
        <source>It got worse within {count} units.</source>
        <translation>{count} 个工件内变差。</translation>
    </message>
    <message>
        <source>It has a defect and waits for rework.</source>
        <translation>它有缺陷，等待返工。</translation>
    </message>
    <message>
        <source>It has a defect. Quality decides.</source>
        <translation>它有缺陷。由质量部决定。</translation>
    </message>
    <message>
        <source>It held: no repeat in {count} units.</source>
        <translation>有效：{count} 个工件内未再发生。</translation>
    </message>
    <message>
        <source>It holds for a shift.</source>
        <translation>有效一个班次。</translation>
    </message>
    <message>
        <source>It is damaged or wrongly printed. Nothing was recorded.</source>
        <translation>已损坏或印刷错误。未作任何记录。</translation>
    </message>
    <message>
        <source>It is decided already.</source>
        <translation>已经决定。</translation>
    </message>
    <message>
        <source>It is finished, and proof is missing. Quality decides about it.</source>
        <translation>已完成，但缺少证据。由质量部决定。</translation>
    </message>
    <message>
        <source>It is finished, not released, or for another station.</source>
        <translation>它已完成、未下达或属于其他工位。</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>在此处</translation>
    </message>
    <message>
        <source>It is in no bill of this unit.</source>
        <translation>不在此工件的物料清单中。</translation>
    </message>
    <message>
        <source>It is in the instruction ({revision}).</source>
        <translation>已写入作业指导书（{revision}）。</translation>
    </message>
    <message>
        <source>It is in work, provable, or somebody settled it before.</source>
        <translation>它正在加工、可证明，或已处理。</translation>
    </message>
    <message>
        <source>It is kept as it is. Nothing is written to it or deleted.</source>
        <translation>保持原样。不写入也不删除。</translation>
    </message>
    <message>
        <source>It is kept for a person to look at.</source>
        <translation>已保留，待人员查看。</translation>
    </message>
    <message>
        <source>It is kept for a person, and counts for nothing.</source>
        <translation>已留待人员处理，不计入。</translation>
    </message>
    <message>
        <source>It is no label of this plant.</source>
        <translation>它不是本厂的标签。</translation>
    </message>
    <message>
        <source>It is on hold: proof is missing. Quality decides about it.</source>
        <translation>已锁定：缺少证据。由质量部决定。</translation>
    </message>
    <message>
        <source>It is on record with its place, its time and your name.</source>
        <translation>已连同位置、时间和您的姓名记录。</translation>
    </message>
    <message>
        <source>It is overdue, and no unit is begun here before it is done.</source>
        <translation>已逾期，完成前此处不能开始工件。</translation>
    </message>
    <message>
        <source>It is recorded, and the check goes on.</source>
        <translation>会记录，点检继续。</translation>
    </message>
    <message>
        <source>It is recorded. A few words help whoever comes.</source>
        <translation>已记录。写几个字可帮助来处理的人。</translation>
    </message>
    <message>
        <source>It is recorded. Measure again.</source>
        <translation>已记录。请重新测量。</translation>
    </message>
    <message>
        <source>It is safe again</source>
        <translation>已恢复安全</translation>
    </message>
    <message>
        <source>It is scrapped. It never goes on.</source>
        <translation>已报废。不再继续。</translation>
    </message>
    <message>
        <source>It is still watched.</source>
        <translation>仍在跟踪。</translation>
    </message>
    <message>
        <source>It is too rare to tell.</source>
        <translation>太少见，无法判断。</translation>
    </message>
    <message>
        <source>It lasted {minutes} min. Nothing was changed.</source>
        <translation>持续了 {minutes} 分钟。未作更改。</translation>
    </message>
    <message>
        <source>It matters for safety: a second person has to sign.</source>
        <translation>涉及安全：须第二人签字。</translation>
    </message>
    <message>
        <source>It may be used at station {station} only.</source>
        <translation>只能在工位 {station} 使用。</translation>
    </message>
    <message>
        <source>It may not go on before a person decides.</source>
        <translation>须由人员决定后才能继续。</translation>
    </message>
    <message>
        <source>It may still run. Results are fetched when the link is back.</source>
        <translation>它可能仍在运转。连接恢复后会取回结果。</translation>
    </message>
    <message>
        <source>It must be approved before the next unit starts.</source>
        <translation>下一工件开始前必须批准它。</translation>
    </message>
    <message>
        <source>It names a unit that is not known here. Whose is it?</source>
        <translation>它指向此处未知的工件。属于哪个工件？</translation>
    </message>
    <message>
        <source>It names another unit. It is kept for a person; do this place again.</source>
        <translation>它指向另一工件。已留待人员处理；请重做此位置。</translation>
    </message>
    <message>
        <source>It need not be activated again.</source>
        <translation>无需再次启用。</translation>
    </message>
    <message>
        <source>It needs the right “{right}”.</source>
        <translation>需要权限“{right}”。</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Ask {who}.</source>
        <translation>需要权限“{right}”。请找 {who}。</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Ask {who}. Nothing is lost until then.</source>
        <translation>需要权限“{right}”。请找 {who}。在此之前不会丢失。</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Ask: {who}.</source>
        <translation>需要权限“{right}”。请找 {who}。</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Nobody here has it.</source>
        <translation>需要权限“{right}”。此处无人拥有。</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Nothing is lost until then.</source>
        <translation>需要权限“{right}”。在此之前不会丢失。</translation>
    </message>
    <message>
        <source>It needs the right “{right}”. Press Confirm to ask for it.</source>
        <translation>需要权限“{right}”。按“确认”提出请求。</translation>
    </message>
    <message>
        <source>It opens its records. Wait a moment.</source>
        <translation>正在打开记录。请稍等。</translation>
    </message>
    <message>
        <source>It says “{says}”. Check the fixture, then try again.</source>
        <translation>提示“{says}”。检查夹具，然后重试。</translation>
    </message>
    <message>
        <source>It says “{says}”. Press Try again, or call maintenance.</source>
        <translation>提示“{says}”。按“重试”，或呼叫维修。</translation>
    </message>
    <message>
        <source>It says “{says}”. Try again, or call maintenance.</source>
        <translation>提示“{says}”。重试，或呼叫维修。</translation>
    </message>
    <message>
        <source>It says “{says}”. Try again; if it stays so, press Problem.</source>
        <translation>提示“{says}”。重试；若仍如此，按“问题”。</translation>
    </message>
    <message>
        <source>It says: {why}</source>
        <translation>提示：{why}</translation>
    </message>
    <message>
        <source>It shows in the record, with your name.</source>
        <translation>会连同您的姓名记入记录。</translation>
    </message>
    <message>
        <source>It stays not provable. Two people sign, and the record names them.</source>
        <translation>仍无法证明。由两人签字，并记入记录。</translation>
    </message>
    <message>
        <source>It stays open until you say it is settled.</source>
        <translation>在您确认已解决前保持未完成。</translation>
    </message>
    <message>
        <source>It takes the right “{right}”. Nothing was recorded.</source>
        <translation>需要权限“{right}”。未作任何记录。</translation>
    </message>
    <message>
        <source>It waits for a person’s decision.</source>
        <translation>等待人员决定。</translation>
    </message>
    <message>
        <source>It waits for no result of this tool. The result is kept.</source>
        <translation>它不等待此工具的结果。结果已保留。</translation>
    </message>
    <message>
        <source>It was approved for station {station}.</source>
        <translation>它是为工位 {station} 批准的。</translation>
    </message>
    <message>
        <source>It was approved for {count} units. The gate is locked.</source>
        <translation>批准用于 {count} 个工件。防错已锁定。</translation>
    </message>
    <message>
        <source>It was decided and signed. Nothing more is done on it here.</source>
        <translation>已决定并签字。此处不再处理它。</translation>
    </message>
    <message>
        <source>It was decided and signed. Nothing more is done on it.</source>
        <translation>已决定并签字。不再处理它。</translation>
    </message>
    <message>
        <source>It was for {count} units.</source>
        <translation>它用于 {count} 个工件。</translation>
    </message>
    <message>
        <source>It was made for the step before, which is done. It is kept; go on here.</source>
        <translation>它属于已完成的上一步。已保留；请在此继续。</translation>
    </message>
    <message>
        <source>It was not in work when the result came, or has moved on.</source>
        <translation>结果到达时它不在做，或已继续。</translation>
    </message>
    <message>
        <source>It was put off before.</source>
        <translation>此前已推迟过。</translation>
    </message>
    <message>
        <source>It was solved or cancelled before. Nothing was recorded.</source>
        <translation>它此前已解决或取消。未作记录。</translation>
    </message>
    <message>
        <source>It was taken back.</source>
        <translation>已撤回。</translation>
    </message>
    <message>
        <source>It was taken out before.</source>
        <translation>之前已取出。</translation>
    </message>
    <message>
        <source>It was valid until {until}. Ask the team lead.</source>
        <translation>有效期至 {until}。请找班组长。</translation>
    </message>
    <message>
        <source>It was valid until {until}. With a trainer you can work all the same.</source>
        <translation>有效期至 {until}。有培训师时仍可工作。</translation>
    </message>
    <message>
        <source>It was wrong</source>
        <translation>原来有误</translation>
    </message>
    <message>
        <source>It works now. Was it this: {cause}?</source>
        <translation>现在好了。是因为这个吗：{cause}？</translation>
    </message>
    <message>
        <source>Its answer was not used.</source>
        <translation>未使用它的应答。</translation>
    </message>
    <message>
        <source>Its calibration is over. The value is kept for a person to look at.</source>
        <translation>校准已过期。数值已保留，供人员查看。</translation>
    </message>
    <message>
        <source>Its own step asks for it. Nothing was added.</source>
        <translation>它自己的步骤会要求它。未添加任何内容。</translation>
    </message>
    <message>
        <source>Its software is new: it brings its records up to date. {percent} % done.</source>
        <translation>软件是新的：正在更新记录。已完成 {percent} %。</translation>
    </message>
    <message>
        <source>Its step is then to do again.</source>
        <translation>之后须重做其步骤。</translation>
    </message>
    <message>
        <source>Its step was done already. Whose is it?</source>
        <translation>该步骤当时已完成。属于哪个工件？</translation>
    </message>
    <message>
        <source>Its time is over.</source>
        <translation>有效期已过。</translation>
    </message>
    <message>
        <source>Its time is over. The gate is locked.</source>
        <translation>有效期已过。防错已锁定。</translation>
    </message>
    <message>
        <source>Its unit was on hold. Whose is it?</source>
        <translation>该工件当时已锁定。属于哪个工件？</translation>
    </message>
    <message>
        <source>Its value set off an alarm of the control chart.</source>
        <translation>其数值触发了控制图报警。</translation>
    </message>
    <message>
        <source>Its work of order {order} is not finished. {station} had it last.</source>
        <translation>工单 {order} 的工作未完成。最后在 {station}。</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Keep hands off.</source>
        <translation>请勿触碰。</translation>
    </message>
    <message>
        <source>Keep it for a unit of that variant.</source>
        <translation>留给该型号的工件。</translation>
    </message>
    <message>
        <source>Keep the words</source>
        <translation>保留文字</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Call support if it stays so.</source>
        <translation>继续工作，全部保存在此。若仍如此，请呼叫支持。</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Call support.</source>
        <translation>继续工作，全部保存在此。请呼叫支持。</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. It is sent by itself.</source>
        <translation>继续工作，全部保存在此。会自动发送。</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Nothing is sent until support has decided. Call support.</source>
        <translation>继续工作，全部保存在此。支持人员决定前不发送。请呼叫支持。</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support enrols this station again.</source>
        <translation>继续工作，全部保存在此。由支持人员重新注册本工位。</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support renews it, or sets this station’s clock.</source>
        <translation>继续工作，全部保存在此。由支持人员更新证书或调整时钟。</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support updates the server.</source>
        <translation>继续工作，全部保存在此。由支持人员更新服务器。</translation>
    </message>
    <message>
        <source>Keep working, all is kept here. Support updates this station, then it is sent.</source>
        <translation>继续工作，全部保存在此。支持人员更新本工位后发送。</translation>
    </message>
    <message>
        <source>Keep working; tell maintenance.</source>
        <translation>继续工作；通知维修。</translation>
    </message>
    <message>
        <source>Kept as {file}</source>
        <translation>已存为 {file}</translation>
    </message>
    <message>
        <source>Kept safe here</source>
        <translation>已保存在此</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Label again: damaged</source>
        <translation>重打标签：损坏</translation>
    </message>
    <message>
        <source>Label again: lost</source>
        <translation>重打标签：丢失</translation>
    </message>
    <message>
        <source>Label again: none came out</source>
        <translation>重打标签：未打出</translation>
    </message>
    <message>
        <source>Label again: unreadable</source>
        <translation>重打标签：无法读取</translation>
    </message>
    <message>
        <source>Label asked for</source>
        <translation>已要求标签</translation>
    </message>
    <message>
        <source>Label damaged? Press “Type label”.</source>
        <translation>标签损坏？按“输入标签”。</translation>
    </message>
    <message>
        <source>Label done</source>
        <translation>标签已完成</translation>
    </message>
    <message>
        <source>Label not readable</source>
        <translation>标签无法读取</translation>
    </message>
    <message>
        <source>Label printer</source>
        <translation>标签打印机</translation>
    </message>
    <message>
        <source>Labels waiting: {count}</source>
        <translation>等待打印的标签：{count}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of this station</source>
        <translation>本工位的语言</translation>
    </message>
    <message>
        <source>Larger buttons, further from each other</source>
        <translation>按钮更大，间距更宽</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>上次信号</translation>
    </message>
    <message>
        <source>Last result · {place} · {time}</source>
        <translation>上次结果 · {place} · {time}</translation>
    </message>
    <message>
        <source>Last time: {response}. {outcome}</source>
        <translation>上次：{response}。{outcome}</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>上次数值</translation>
    </message>
    <message>
        <source>Last value · {time}</source>
        <translation>上次数值 · {time}</translation>
    </message>
    <message>
        <source>Last {time}</source>
        <translation>上次 {time}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Later delivery</source>
        <translation>交货推迟</translation>
    </message>
    <message>
        <source>Leak</source>
        <translation>泄漏</translation>
    </message>
    <message>
        <source>Leave a step out</source>
        <translation>跳过步骤</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Leave out: {step}</source>
        <translation>跳过：{step}</translation>
    </message>
    <message>
        <source>Leave the unit</source>
        <translation>离开工件</translation>
    </message>
    <message>
        <source>Leave this unit</source>
        <translation>离开此工件</translation>
    </message>
    <message>
        <source>Left open at {station}, {time}</source>
        <translation>在 {station} 未做完，{time}</translation>
    </message>
    <message>
        <source>Less margin</source>
        <translation>余量减少</translation>
    </message>
    <message>
        <source>Let somebody else go on: scan their badge.</source>
        <translation>让其他人继续：扫描其工卡。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light for bright halls, dark for dim cells</source>
        <translation>明亮车间用浅色，昏暗单元用深色</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Limits are shown after the value.</source>
        <translation>输入数值后显示限值。</translation>
    </message>
    <message>
        <source>Limits unknown: {where}</source>
        <translation>限值未知：{where}</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>产线</translation>
    </message>
    <message>
        <source>Line stock</source>
        <translation>线边库存</translation>
    </message>
    <message>
        <source>Lines not OK are settled by who has the right: {right}</source>
        <translation>不合格项由有此权限者处理：{right}</translation>
    </message>
    <message>
        <source>Lines not OK are settled by: {who}</source>
        <translation>不合格项处理者：{who}</translation>
    </message>
    <message>
        <source>Lines that are not OK: {count}</source>
        <translation>不合格项：{count}</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Link of a device</source>
        <translation>设备连接</translation>
    </message>
    <message>
        <source>List of people</source>
        <translation>人员名单</translation>
    </message>
    <message>
        <source>List of people from {age} ago</source>
        <translation>人员名单为 {age} 前</translation>
    </message>
    <message>
        <source>Location </source>
        <translation>库位 </translation>
    </message>
    <message>
        <source>Location {location}</source>
        <translation>库位 {location}</translation>
    </message>
    <message>
        <source>Lock again</source>
        <translation>重新锁定</translation>
    </message>
    <message>
        <source>Long list: the next page.</source>
        <translation>长列表：下一页。</translation>
    </message>
    <message>
        <source>Long list: the page before.</source>
        <translation>长列表：上一页。</translation>
    </message>
    <message>
        <source>Long work</source>
        <translation>长时间任务</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Look at every place first.</source>
        <translation>请先查看每个位置。</translation>
    </message>
    <message>
        <source>Look at it again.</source>
        <translation>再看一次。</translation>
    </message>
    <message>
        <source>Look at the device itself.</source>
        <translation>查看设备本身。</translation>
    </message>
    <message>
        <source>Look at the failed value first.</source>
        <translation>请先查看不合格数值。</translation>
    </message>
    <message>
        <source>Look at the stop again.</source>
        <translation>再看一次此停止记录。</translation>
    </message>
    <message>
        <source>Look in the printer first. If none came out, scan “label not out”.</source>
        <translation>先看打印机。若没有打出，扫描“标签未打出”。</translation>
    </message>
    <message>
        <source>Looking it up …</source>
        <translation>正在查找 …</translation>
    </message>
    <message>
        <source>Looking up the records…</source>
        <translation>正在查找记录…</translation>
    </message>
    <message>
        <source>Looking up …</source>
        <translation>正在查找 …</translation>
    </message>
    <message>
        <source>Looks like a cross-thread</source>
        <translation>疑似错扣</translation>
    </message>
    <message>
        <source>Looks like a screw that was tight already</source>
        <translation>疑似螺栓此前已拧紧</translation>
    </message>
    <message>
        <source>Looks like a stripped thread</source>
        <translation>疑似滑牙</translation>
    </message>
    <message>
        <source>Looks like a wrong or missing washer</source>
        <translation>疑似垫圈错误或缺失</translation>
    </message>
    <message>
        <source>Looks like no screw</source>
        <translation>疑似没有螺栓</translation>
    </message>
    <message>
        <source>Looks like stick-slip</source>
        <translation>疑似粘滑</translation>
    </message>
    <message>
        <source>Loosen {place}.</source>
        <translation>松开 {place}。</translation>
    </message>
    <message>
        <source>Lot expired</source>
        <translation>批次已过期</translation>
    </message>
    <message>
        <source>Lot not known</source>
        <translation>批次未知</translation>
    </message>
    <message>
        <source>Lot of another part</source>
        <translation>其他零件的批次</translation>
    </message>
    <message>
        <source>Lot on hold</source>
        <translation>批次已锁定</translation>
    </message>
    <message>
        <source>Lot open for too long</source>
        <translation>批次开封过久</translation>
    </message>
    <message>
        <source>Lot opened</source>
        <translation>批次已开封</translation>
    </message>
    <message>
        <source>Lot or part</source>
        <translation>批次或零件</translation>
    </message>
    <message>
        <source>Lot used up</source>
        <translation>批次已用完</translation>
    </message>
    <message>
        <source>Lot {lot}</source>
        <translation>批次 {lot}</translation>
    </message>
    <message>
        <source>Lot {lot} belongs to {lot_part}, the label says {part}.</source>
        <translation>批次 {lot} 属于 {lot_part}，标签为 {part}。</translation>
    </message>
    <message>
        <source>Lot {lot} expired on {expired_on}.</source>
        <translation>批次 {lot} 已于 {expired_on} 过期。</translation>
    </message>
    <message>
        <source>Lot {lot} is not known at this station.</source>
        <translation>本工位不认识批次 {lot}。</translation>
    </message>
    <message>
        <source>Lot {lot} is on hold since {since}.</source>
        <translation>批次 {lot} 自 {since} 起锁定。</translation>
    </message>
    <message>
        <source>Lot {lot} is recorded as not there.</source>
        <translation>批次 {lot} 已记录为没有。</translation>
    </message>
    <message>
        <source>Lot {lot} · tool {tool}</source>
        <translation>批次 {lot} · 工具 {tool}</translation>
    </message>
    <message>
        <source>Lot {name}</source>
        <translation>批次 {name}</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Machine alarm</source>
        <translation>机器报警</translation>
    </message>
    <message>
        <source>Machine or fixture</source>
        <translation>机器或夹具</translation>
    </message>
    <message>
        <source>Machine refused</source>
        <translation>机器拒绝</translation>
    </message>
    <message>
        <source>Maintain</source>
        <translation>保养</translation>
    </message>
    <message>
        <source>Maintain devices</source>
        <translation>维护设备</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>维修</translation>
    </message>
    <message>
        <source>Maintenance adds it to the configuration.</source>
        <translation>由维修添加到配置中。</translation>
    </message>
    <message>
        <source>Maintenance sets the scanner to the keyboard layout of this PC.</source>
        <translation>由维修把扫描枪设为本机的键盘布局。</translation>
    </message>
    <message>
        <source>Maintenance: check its settings.</source>
        <translation>维修：检查其设置。</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Make the proof now</source>
        <translation>现在补证据</translation>
    </message>
    <message>
        <source>Make the proof now, or accept the unit without it. Both are signed.</source>
        <translation>现在补证据，或无证据接受工件。两者都须签字。</translation>
    </message>
    <message>
        <source>Manage people</source>
        <translation>管理人员</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>物料</translation>
    </message>
    <message>
        <source>Material missing</source>
        <translation>缺物料</translation>
    </message>
    <message>
        <source>Material short</source>
        <translation>物料不足</translation>
    </message>
    <message>
        <source>May sign here</source>
        <translation>可在此签字</translation>
    </message>
    <message>
        <source>May stay as it is</source>
        <translation>可保持原样</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Means are missing</source>
        <translation>缺少用具</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Measure the glass</source>
        <translation>测量玻璃</translation>
    </message>
    <message>
        <source>Measured with a bank card, so that buttons are large enough</source>
        <translation>用银行卡测量，使按钮足够大</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Message from: {role}</source>
        <translation>消息来自：{role}</translation>
    </message>
    <message>
        <source>Message from: {role}, {station}</source>
        <translation>消息来自：{role}，{station}</translation>
    </message>
    <message>
        <source>Message read</source>
        <translation>消息已读</translation>
    </message>
    <message>
        <source>Message to the line</source>
        <translation>给产线的消息</translation>
    </message>
    <message>
        <source>Message written</source>
        <translation>消息已写</translation>
    </message>
    <message>
        <source>Messages: {count}</source>
        <translation>消息：{count}</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>轻微</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Missing part</source>
        <translation>缺零件</translation>
    </message>
    <message>
        <source>Missing: {count}</source>
        <translation>缺少：{count}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More checks</source>
        <translation>更多检查</translation>
    </message>
    <message>
        <source>More open things: {count}</source>
        <translation>其他未完成事项：{count}</translation>
    </message>
    <message>
        <source>More reasons</source>
        <translation>更多原因</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>更多时间</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>更多 …</translation>
    </message>
    <message>
        <source>Most frequent here first, last 90 days</source>
        <translation>此处最常见的在前，最近 90 天</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Moving pictures and pointers. Off shows the first picture.</source>
        <translation>动态图片和指针。关闭时显示第一帧。</translation>
    </message>
    <message>
        <source>Moving range</source>
        <translation>移动极差</translation>
    </message>
    <message>
        <source>NOK</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>NOK seen by a person</source>
        <translation>不合格已由人员看到</translation>
    </message>
    <message>
        <source>NOK – {reason}</source>
        <translation>不合格 – {reason}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>已填原因</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Needed for a unit of {order}, variant {variant}</source>
        <translation>{order} 型号 {variant} 的工件需要</translation>
    </message>
    <message>
        <source>Needed here</source>
        <translation>此处需要</translation>
    </message>
    <message>
        <source>Needed now</source>
        <translation>现在需要</translation>
    </message>
    <message>
        <source>Network and server</source>
        <translation>网络和服务器</translation>
    </message>
    <message>
        <source>New instruction {count} min before</source>
        <translation>{count} 分钟前更换指导书</translation>
    </message>
    <message>
        <source>New lot {name} {count} min before</source>
        <translation>{count} 分钟前换新批次 {name}</translation>
    </message>
    <message>
        <source>New photo</source>
        <translation>新照片</translation>
    </message>
    <message>
        <source>New program {name} {count} min before</source>
        <translation>{count} 分钟前换新程序 {name}</translation>
    </message>
    <message>
        <source>New since you worked here</source>
        <translation>您上次在此工作后的新内容</translation>
    </message>
    <message>
        <source>New tool {name} {count} min before</source>
        <translation>{count} 分钟前换新工具 {name}</translation>
    </message>
    <message>
        <source>Newer software wrote it. Nothing was changed.</source>
        <translation>由更新的软件写入。未作更改。</translation>
    </message>
    <message>
        <source>Newest alarm</source>
        <translation>最新报警</translation>
    </message>
    <message>
        <source>Newest first. Tap one to see all of it. Records: {count}</source>
        <translation>最新在前。点按查看全部。记录：{count}</translation>
    </message>
    <message>
        <source>Newest means: {count}, of {size} values each · {unit}</source>
        <translation>最新均值：{count} 个，每个 {size} 个数值 · {unit}</translation>
    </message>
    <message>
        <source>Newest values: {count} · {unit}</source>
        <translation>最新数值：{count} 个 · {unit}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Next pin</source>
        <translation>下一个标记</translation>
    </message>
    <message>
        <source>Next scan fits: {count}</source>
        <translation>下次扫描安装：{count}</translation>
    </message>
    <message>
        <source>Next unit</source>
        <translation>下一工件</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No USB stick found. Plug one in, then look again.</source>
        <translation>未找到 U 盘。请插入后再看一次。</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>No answer in {seconds} s. Check power, cable and address.</source>
        <translation>{seconds} 秒内无应答。检查电源、电缆和地址。</translation>
    </message>
    <message>
        <source>No bypass is approved for this station.</source>
        <translation>本工位没有批准的旁路。</translation>
    </message>
    <message>
        <source>No calibration record</source>
        <translation>无校准记录</translation>
    </message>
    <message>
        <source>No certificate on record</source>
        <translation>无证书记录</translation>
    </message>
    <message>
        <source>No check is open.</source>
        <translation>没有打开的点检。</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>无连接</translation>
    </message>
    <message>
        <source>No curve</source>
        <translation>无曲线</translation>
    </message>
    <message>
        <source>No defect found</source>
        <translation>未发现缺陷</translation>
    </message>
    <message>
        <source>No defect is open.</source>
        <translation>没有未解决缺陷。</translation>
    </message>
    <message>
        <source>No defect recorded here in the last 90 days</source>
        <translation>最近 90 天此处无缺陷记录</translation>
    </message>
    <message>
        <source>No device is configured.</source>
        <translation>未配置设备。</translation>
    </message>
    <message>
        <source>No failed result is open.</source>
        <translation>没有未处理的不合格结果。</translation>
    </message>
    <message>
        <source>No good result: {where}</source>
        <translation>无合格结果：{where}</translation>
    </message>
    <message>
        <source>No instruction yet</source>
        <translation>尚无作业指导书</translation>
    </message>
    <message>
        <source>No limits yet</source>
        <translation>尚无限值</translation>
    </message>
    <message>
        <source>No machine is set up here.</source>
        <translation>此处未设置机器。</translation>
    </message>
    <message>
        <source>No order for this station</source>
        <translation>本工位无工单</translation>
    </message>
    <message>
        <source>No part is asked for now.</source>
        <translation>现在不需要零件。</translation>
    </message>
    <message>
        <source>No part is in this unit yet.</source>
        <translation>此工件中尚无零件。</translation>
    </message>
    <message>
        <source>No part is scanned in this step.</source>
        <translation>此步骤不扫描零件。</translation>
    </message>
    <message>
        <source>No power or air</source>
        <translation>无电或无气</translation>
    </message>
    <message>
        <source>No record was found here.</source>
        <translation>此处未找到记录。</translation>
    </message>
    <message>
        <source>No repeat in so many units</source>
        <translation>多少工件内不再发生</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>尚无结果</translation>
    </message>
    <message>
        <source>No result yet · armed for {age}</source>
        <translation>尚无结果 · 已放行 {age}</translation>
    </message>
    <message>
        <source>No similar case with it yet</source>
        <translation>尚无采用它的类似情况</translation>
    </message>
    <message>
        <source>No similar case yet</source>
        <translation>尚无类似情况</translation>
    </message>
    <message>
        <source>No station calls you.</source>
        <translation>没有工位呼叫您。</translation>
    </message>
    <message>
        <source>No step can bring this proof.</source>
        <translation>没有步骤可提供此证据。</translation>
    </message>
    <message>
        <source>No stop recorded</source>
        <translation>无停止记录</translation>
    </message>
    <message>
        <source>No unit is begun here now.</source>
        <translation>此处现在不能开始工件。</translation>
    </message>
    <message>
        <source>No unit is in work.</source>
        <translation>没有在做的工件。</translation>
    </message>
    <message>
        <source>No unit is open at this station.</source>
        <translation>本工位没有打开的工件。</translation>
    </message>
    <message>
        <source>No unit is open.</source>
        <translation>没有打开的工件。</translation>
    </message>
    <message>
        <source>No unit of the last {days} days waits.</source>
        <translation>最近 {days} 天没有等待的工件。</translation>
    </message>
    <message>
        <source>No unit, other reason</source>
        <translation>不属于工件，其他原因</translation>
    </message>
    <message>
        <source>No valid certificate “{skill}”.</source>
        <translation>没有有效证书“{skill}”。</translation>
    </message>
    <message>
        <source>No value is typed in this step.</source>
        <translation>此步骤不输入数值。</translation>
    </message>
    <message>
        <source>No value yet</source>
        <translation>尚无数值</translation>
    </message>
    <message>
        <source>No values were recorded here yet.</source>
        <translation>此处尚未记录数值。</translation>
    </message>
    <message>
        <source>No waiting order uses it</source>
        <translation>等待的工单都不用它</translation>
    </message>
    <message>
        <source>Nobody asked for it. Whose is it?</source>
        <translation>无人要求此结果。属于哪个工件？</translation>
    </message>
    <message>
        <source>Nobody asked the machine.</source>
        <translation>无人向机器提出请求。</translation>
    </message>
    <message>
        <source>Nobody can tell whether it held.</source>
        <translation>无法判断是否有效。</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>还没有人应答。</translation>
    </message>
    <message>
        <source>Nobody has approved the alternative beforehand.</source>
        <translation>没有人预先批准替代方法。</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>还没有人来</translation>
    </message>
    <message>
        <source>Nobody signed in here yet.</source>
        <translation>还没有人在此登录。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>None of the orders of this station lists it.</source>
        <translation>本工位没有工单列有它。</translation>
    </message>
    <message>
        <source>None without control limits.</source>
        <translation>没有控制限，无法计算。</translation>
    </message>
    <message>
        <source>None: all values are equal.</source>
        <translation>无：所有数值相同。</translation>
    </message>
    <message>
        <source>None: the instruction says no limits.</source>
        <translation>无：作业指导书没有限值。</translation>
    </message>
    <message>
        <source>None: the process is not stable.</source>
        <translation>无：过程不稳定。</translation>
    </message>
    <message>
        <source>Not OK</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Not OK. {name}: {reason}.</source>
        <translation>不合格。{name}：{reason}。</translation>
    </message>
    <message>
        <source>Not OK. {place}: {reason}.</source>
        <translation>不合格。{place}：{reason}。</translation>
    </message>
    <message>
        <source>Not OK: {count}. The lead can see it.</source>
        <translation>不合格：{count}。班组长可以看到。</translation>
    </message>
    <message>
        <source>Not OK: {line}</source>
        <translation>不合格：{line}</translation>
    </message>
    <message>
        <source>Not OK: {places}.</source>
        <translation>不合格：{places}。</translation>
    </message>
    <message>
        <source>Not OK: {reason}</source>
        <translation>不合格：{reason}</translation>
    </message>
    <message>
        <source>Not a defect</source>
        <translation>不是缺陷</translation>
    </message>
    <message>
        <source>Not at its place</source>
        <translation>不在其位置</translation>
    </message>
    <message>
        <source>Not at the server yet</source>
        <translation>尚未到服务器</translation>
    </message>
    <message>
        <source>Not before 30 values with these limits.</source>
        <translation>在此限值下须满 30 个数值。</translation>
    </message>
    <message>
        <source>Not calibrated</source>
        <translation>未校准</translation>
    </message>
    <message>
        <source>Not checked lately</source>
        <translation>近期未校对</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未校对</translation>
    </message>
    <message>
        <source>Not confirmed: {where}</source>
        <translation>未确认：{where}</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Not due</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>Not enrolled</source>
        <translation>未注册</translation>
    </message>
    <message>
        <source>Not enrolled · {count} kept safe</source>
        <translation>未注册 · 已保存 {count} 条</translation>
    </message>
    <message>
        <source>Not enrolled. An administrator enrols it with a code: asbuilt enrol</source>
        <translation>未注册。由管理员用代码注册：asbuilt enrol</translation>
    </message>
    <message>
        <source>Not everything is ticked.</source>
        <translation>尚未全部勾选。</translation>
    </message>
    <message>
        <source>Not for this unit</source>
        <translation>不适用于此工件</translation>
    </message>
    <message>
        <source>Not in this unit&apos;s bill</source>
        <translation>不在此工件的物料清单中</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Not made for this station</source>
        <translation>不是为本工位做的</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Not provable</source>
        <translation>无法证明</translation>
    </message>
    <message>
        <source>Not provable, accepted</source>
        <translation>无法证明，已接受</translation>
    </message>
    <message>
        <source>Not provable. Owner: {owner}.</source>
        <translation>无法证明。负责人：{owner}。</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>不安全</translation>
    </message>
    <message>
        <source>Not signed yet</source>
        <translation>尚未签名</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Not this one. This is the {scanned_component}.</source>
        <translation>不是这个。这是：{scanned_component}。</translation>
    </message>
    <message>
        <source>Not true</source>
        <translation>不属实</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note for the next shift</source>
        <translation>给下一班的备注</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Nothing came within {seconds} s. Check power and cable.</source>
        <translation>{seconds} 秒内没有收到。检查电源和电缆。</translation>
    </message>
    <message>
        <source>Nothing can be recorded until there is room again.</source>
        <translation>腾出空间前无法记录。</translation>
    </message>
    <message>
        <source>Nothing can be recorded. What was recorded before is kept.</source>
        <translation>无法记录。此前的记录已保留。</translation>
    </message>
    <message>
        <source>Nothing changed: go back and carry on with the step.</source>
        <translation>未作更改：返回并继续步骤。</translation>
    </message>
    <message>
        <source>Nothing gets past in so many units</source>
        <translation>多少工件内无流出</translation>
    </message>
    <message>
        <source>Nothing goes on here before two people have verified that it works.</source>
        <translation>两人验证其有效之前，此处不得继续。</translation>
    </message>
    <message>
        <source>Nothing is decided before everybody who must has signed.</source>
        <translation>所有必须签字的人签字后才生效。</translation>
    </message>
    <message>
        <source>Nothing is lost: both wait for the lead at the web board.</source>
        <translation>不会丢失：两者都在网页看板上等班组长处理。</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>什么都不缺。</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>没有未完成事项。</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>没有其他</translation>
    </message>
    <message>
        <source>Nothing waits about unit {serial}.</source>
        <translation>工件 {serial} 没有待处理事项。</translation>
    </message>
    <message>
        <source>Nothing waits any more.</source>
        <translation>没有待处理的了。</translation>
    </message>
    <message>
        <source>Nothing waits for a decision here.</source>
        <translation>此处没有待决定的事项。</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>未添加任何内容。</translation>
    </message>
    <message>
        <source>Nothing was changed about that decision.</source>
        <translation>该决定未作更改。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>Nothing was counted at this station yet.</source>
        <translation>本工位尚未清点。</translation>
    </message>
    <message>
        <source>Nothing was decided.</source>
        <translation>未作任何决定。</translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>未跳过任何步骤。</translation>
    </message>
    <message>
        <source>Nothing was printed. Maintenance adds one to the configuration.</source>
        <translation>未打印。由维修在配置中添加一台。</translation>
    </message>
    <message>
        <source>Nothing was printed. Scan the unit first, then ask for its label.</source>
        <translation>未打印。先扫描工件，再要求打印标签。</translation>
    </message>
    <message>
        <source>Nothing was recorded for {serial}.</source>
        <translation>未为 {serial} 作任何记录。</translation>
    </message>
    <message>
        <source>Nothing was recorded in this step yet.</source>
        <translation>此步骤尚无记录。</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>未作任何记录。</translation>
    </message>
    <message>
        <source>Nothing was written to it.</source>
        <translation>未写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing was written, and there is no photo.</source>
        <translation>没有文字，也没有照片。</translation>
    </message>
    <message>
        <source>Nothing was written. {place} was not found.</source>
        <translation>未写入任何内容。未找到 {place}。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Now: {value}</source>
        <translation>当前：{value}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Number at the device</source>
        <translation>设备上的编号</translation>
    </message>
    <message>
        <source>Number in the journal</source>
        <translation>日志中的编号</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>OK, but check the curve</source>
        <translation>合格，但请检查曲线</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Off shows a window. Works after the next start.</source>
        <translation>关闭时显示窗口。下次启动后生效。</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Offline · {count}</source>
        <translation>离线 · {count}</translation>
    </message>
    <message>
        <source>Offline · {count} kept safe</source>
        <translation>离线 · 已保存 {count} 条</translation>
    </message>
    <message>
        <source>Offline · {count} kept safe, oldest {age}</source>
        <translation>离线 · 已保存 {count} 条，最早 {age} 前</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>On the picture, or by its name:</source>
        <translation>在图上，或按名称：</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>在路上</translation>
    </message>
    <message>
        <source>On the way after {time}</source>
        <translation>{time} 后出发</translation>
    </message>
    <message>
        <source>On the way: not recorded</source>
        <translation>在路上：未记录</translation>
    </message>
    <message>
        <source>On this station last</source>
        <translation>最近在本工位</translation>
    </message>
    <message>
        <source>Once for the unit in work.</source>
        <translation>在做的工件打印一次。</translation>
    </message>
    <message>
        <source>Once opened it keeps {hours} h. It was good until {until_time}.</source>
        <translation>开封后可用 {hours} 小时。有效至 {until_time}。</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>减一</translation>
    </message>
    <message>
        <source>One line for each record, for other programs</source>
        <translation>每条记录一行，供其他程序使用</translation>
    </message>
    <message>
        <source>One message names 1 to {most}. Nothing was sent.</source>
        <translation>一条消息须选 1 至 {most} 个。未发送。</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>加一</translation>
    </message>
    <message>
        <source>One more place</source>
        <translation>再加一处</translation>
    </message>
    <message>
        <source>One of those who may do it here</source>
        <translation>此处可以这样做的人员之一</translation>
    </message>
    <message>
        <source>One record</source>
        <translation>一条记录</translation>
    </message>
    <message>
        <source>One step that says what to do</source>
        <translation>一个说明做什么的步骤</translation>
    </message>
    <message>
        <source>Only a line of a check can be not OK.</source>
        <translation>只有点检项才能标为不合格。</translation>
    </message>
    <message>
        <source>Only by what was approved. Two people activate it, and it locks by itself.</source>
        <translation>仅按批准的方式。由两人启用，到时自动锁定。</translation>
    </message>
    <message>
        <source>Only one program may write the record of a station.</source>
        <translation>只能有一个程序写入工位记录。</translation>
    </message>
    <message>
        <source>Only one that is due is put off or left out. Nothing was recorded.</source>
        <translation>只有到期的点检才能推迟或跳过。未作任何记录。</translation>
    </message>
    <message>
        <source>Only the part you scanned last comes out without a reason.</source>
        <translation>只有最后扫描的零件可无原因取出。</translation>
    </message>
    <message>
        <source>Only the station that called can cancel. Nothing was changed.</source>
        <translation>只有发出呼叫的工位才能取消。未作更改。</translation>
    </message>
    <message>
        <source>Only {name} can sign this.</source>
        <translation>只有 {name} 可以签字。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Open at another station</source>
        <translation>在其他工位打开</translation>
    </message>
    <message>
        <source>Open call: {who}</source>
        <translation>未关闭呼叫：{who}</translation>
    </message>
    <message>
        <source>Open check</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open defect</source>
        <translation>未处理的缺陷</translation>
    </message>
    <message>
        <source>Open defect on SN {serial}</source>
        <translation>SN {serial} 有未解决缺陷</translation>
    </message>
    <message>
        <source>Open defect: {where}</source>
        <translation>未解决缺陷：{where}</translation>
    </message>
    <message>
        <source>Open defects</source>
        <translation>未解决缺陷</translation>
    </message>
    <message>
        <source>Open defects: {count}</source>
        <translation>未解决缺陷：{count}</translation>
    </message>
    <message>
        <source>Open defects: {count}. The unit is finished when they are put right.</source>
        <translation>未解决缺陷：{count}。纠正后工件才算完成。</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Or enter your number and PIN.</source>
        <translation>或输入工号和 PIN。</translation>
    </message>
    <message>
        <source>Or leave it: press Problem.</source>
        <translation>或离开它：按“问题”。</translation>
    </message>
    <message>
        <source>Or leave this unit and take another.</source>
        <translation>或离开此工件，另取一件。</translation>
    </message>
    <message>
        <source>Or wait until its owner lifts the hold.</source>
        <translation>或等待设置者解除锁定。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Order rework</source>
        <translation>安排返工</translation>
    </message>
    <message>
        <source>Order the rework</source>
        <translation>安排返工</translation>
    </message>
    <message>
        <source>Order {order} can be chosen when no unit is open.</source>
        <translation>没有打开的工件时才能选择工单 {order}。</translation>
    </message>
    <message>
        <source>Order {order} is not here.</source>
        <translation>工单 {order} 不在此处。</translation>
    </message>
    <message>
        <source>Order, unit, step and tool are filled in.</source>
        <translation>工单、工件、步骤和工具已填好。</translation>
    </message>
    <message>
        <source>Orders appear here when they are released.</source>
        <translation>工单下达后显示在此。</translation>
    </message>
    <message>
        <source>Orders that cannot run: {count}</source>
        <translation>无法进行的工单：{count}</translation>
    </message>
    <message>
        <source>Orders {first} to {last} of {total}</source>
        <translation>工单 {first} 至 {last}，共 {total}</translation>
    </message>
    <message>
        <source>Other count</source>
        <translation>其他数量</translation>
    </message>
    <message>
        <source>Other defect</source>
        <translation>其他缺陷</translation>
    </message>
    <message>
        <source>Other picture</source>
        <translation>另一张图</translation>
    </message>
    <message>
        <source>Other …</source>
        <translation>其他 …</translation>
    </message>
    <message>
        <source>Out of its limits</source>
        <translation>超出限值</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Overdue: {late} · to be done: {count}</source>
        <translation>逾期：{late} · 待做：{count}</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>加班</translation>
    </message>
    <message>
        <source>Own words …</source>
        <translation>自己的话 …</translation>
    </message>
    <message>
        <source>Own words…</source>
        <translation>自己的话…</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>设置者</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>{name} 的 PIN</translation>
    </message>
    <message>
        <source>Part damaged</source>
        <translation>零件损坏</translation>
    </message>
    <message>
        <source>Part fitted</source>
        <translation>已安装零件</translation>
    </message>
    <message>
        <source>Part missing in the record: {where}</source>
        <translation>记录中缺少零件：{where}</translation>
    </message>
    <message>
        <source>Part not there</source>
        <translation>没有零件</translation>
    </message>
    <message>
        <source>Part on hold</source>
        <translation>零件已锁定</translation>
    </message>
    <message>
        <source>Part put on hold</source>
        <translation>零件已锁定</translation>
    </message>
    <message>
        <source>Part taken out</source>
        <translation>零件已取出</translation>
    </message>
    <message>
        <source>Part wrong or missing</source>
        <translation>零件错误或缺失</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分是</translation>
    </message>
    <message>
        <source>Parts are scanned here.</source>
        <translation>此处须扫描零件。</translation>
    </message>
    <message>
        <source>Parts at the line</source>
        <translation>线边零件</translation>
    </message>
    <message>
        <source>Parts counted</source>
        <translation>零件已清点</translation>
    </message>
    <message>
        <source>Parts in unit {serial}</source>
        <translation>工件 {serial} 中的零件</translation>
    </message>
    <message>
        <source>Parts to fetch: {parts}. Open steps: {steps}.</source>
        <translation>待取零件：{parts}。未完成步骤：{steps}。</translation>
    </message>
    <message>
        <source>People and rights</source>
        <translation>人员和权限</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photo kept</source>
        <translation>照片已保存</translation>
    </message>
    <message>
        <source>Photo missing: {where}</source>
        <translation>缺少照片：{where}</translation>
    </message>
    <message>
        <source>Photo of {camera}, {time}</source>
        <translation>照片：{camera}，{time}</translation>
    </message>
    <message>
        <source>Picture of the work</source>
        <translation>作业图</translation>
    </message>
    <message>
        <source>Pieces in it: {count}</source>
        <translation>箱内件数：{count}</translation>
    </message>
    <message>
        <source>Pin down</source>
        <translation>标记下移</translation>
    </message>
    <message>
        <source>Pin left</source>
        <translation>标记左移</translation>
    </message>
    <message>
        <source>Pin right</source>
        <translation>标记右移</translation>
    </message>
    <message>
        <source>Pin up</source>
        <translation>标记上移</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Place and attempt</source>
        <translation>位置和次数</translation>
    </message>
    <message>
        <source>Place inspected</source>
        <translation>位置已检查</translation>
    </message>
    <message>
        <source>Place {number}</source>
        <translation>位置 {number}</translation>
    </message>
    <message>
        <source>Place {place}</source>
        <translation>库位 {place}</translation>
    </message>
    <message>
        <source>Placed by {owner}, {since}</source>
        <translation>由 {owner} 设置，{since}</translation>
    </message>
    <message>
        <source>Places opened again</source>
        <translation>位置已重新打开</translation>
    </message>
    <message>
        <source>Plant server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Plug the stick in, then look again.</source>
        <translation>插入 U 盘，再看一次。</translation>
    </message>
    <message>
        <source>Ppk (95 % interval)</source>
        <translation>Ppk（95 % 区间）</translation>
    </message>
    <message>
        <source>Press + or − until the bar is as wide as the card.</source>
        <translation>按 + 或 −，直到蓝条与卡片同宽。</translation>
    </message>
    <message>
        <source>Press Test, then save.</source>
        <translation>按“测试”，然后保存。</translation>
    </message>
    <message>
        <source>Press Try again when it is solved.</source>
        <translation>解决后按“重试”。</translation>
    </message>
    <message>
        <source>Press that button</source>
        <translation>按下该按钮</translation>
    </message>
    <message>
        <source>Press the Caps Lock key once.</source>
        <translation>按一次大写锁定键。</translation>
    </message>
    <message>
        <source>Press the button at the bottom right.</source>
        <translation>按右下角的按钮。</translation>
    </message>
    <message>
        <source>Press the button of the gauge.</source>
        <translation>按量具的按钮。</translation>
    </message>
    <message>
        <source>Press the key, or scan the printed command.</source>
        <translation>按键，或扫描打印的命令。</translation>
    </message>
    <message>
        <source>Press “Measure again”, then measure.</source>
        <translation>按“重新测量”，再测量。</translation>
    </message>
    <message>
        <source>Press “Redo”, then tighten it again.</source>
        <translation>按“重做”，再重新拧紧。</translation>
    </message>
    <message>
        <source>Press “What is missing” to settle it.</source>
        <translation>按“缺少什么”处理。</translation>
    </message>
    <message>
        <source>Print a label again</source>
        <translation>重打标签</translation>
    </message>
    <message>
        <source>Print a second label for this reason.</source>
        <translation>因此原因打印第二张标签。</translation>
    </message>
    <message>
        <source>Print one that is of no unit.</source>
        <translation>打印一张不属于工件的标签。</translation>
    </message>
    <message>
        <source>Print the label</source>
        <translation>打印标签</translation>
    </message>
    <message>
        <source>Priority {number}</source>
        <translation>优先级 {number}</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Problem described</source>
        <translation>问题已描述</translation>
    </message>
    <message>
        <source>Problem over</source>
        <translation>问题已结束</translation>
    </message>
    <message>
        <source>Problem reported</source>
        <translation>问题已报告</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Program replaced: {name}</source>
        <translation>已更换程序：{name}</translation>
    </message>
    <message>
        <source>Program unknown: {where}</source>
        <translation>程序未知：{where}</translation>
    </message>
    <message>
        <source>Proof (hash)</source>
        <translation>证明（哈希）</translation>
    </message>
    <message>
        <source>Provable</source>
        <translation>可证明</translation>
    </message>
    <message>
        <source>Proven elsewhere</source>
        <translation>已在别处证明</translation>
    </message>
    <message>
        <source>Proves chain, numbers, photos and signatures</source>
        <translation>验证链、编号、照片和签名</translation>
    </message>
    <message>
        <source>Proves that the server is the right one</source>
        <translation>证明服务器正确</translation>
    </message>
    <message>
        <source>Put aside and marked until they are settled.</source>
        <translation>已放到一边并做标记，等待处理。</translation>
    </message>
    <message>
        <source>Put aside and marked. They can be settled by: {who}.</source>
        <translation>已放到一边并做标记。可处理者：{who}。</translation>
    </message>
    <message>
        <source>Put it right now, at this station.</source>
        <translation>现在在本工位纠正。</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>推迟</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>已纠正</translation>
    </message>
    <message>
        <source>Put the device aside and mark it.</source>
        <translation>把设备放到一旁并做标记。</translation>
    </message>
    <message>
        <source>Put the tool down.</source>
        <translation>放下工具。</translation>
    </message>
    <message>
        <source>Put the unit aside and call the team lead.</source>
        <translation>把工件放到一旁，呼叫班组长。</translation>
    </message>
    <message>
        <source>Put the unit aside, marked.</source>
        <translation>把工件做标记放到一旁。</translation>
    </message>
    <message>
        <source>Put the unit in the red box.</source>
        <translation>把工件放入红箱。</translation>
    </message>
    <message>
        <source>Put the unit with what goes back.</source>
        <translation>把工件放到退回品处。</translation>
    </message>
    <message>
        <source>Put the {component} into the red box.</source>
        <translation>放入红箱：{component}。</translation>
    </message>
    <message>
        <source>Put this box aside.</source>
        <translation>把此箱放到一旁。</translation>
    </message>
    <message>
        <source>Put this lot back.</source>
        <translation>把此批次放回。</translation>
    </message>
    <message>
        <source>Put this part back.</source>
        <translation>把此零件放回。</translation>
    </message>
    <message>
        <source>Put tool {tool} down. It may be enabled.</source>
        <translation>放下工具 {tool}。它可能已放行。</translation>
    </message>
    <message>
        <source>Put tool {tool} down. The link is lost.</source>
        <translation>放下工具 {tool}。连接中断。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Quality and engineering sign</source>
        <translation>质量部和工程部签字</translation>
    </message>
    <message>
        <source>Question about a handover</source>
        <translation>关于交接的提问</translation>
    </message>
    <message>
        <source>Question about a handover answered</source>
        <translation>交接提问已回答</translation>
    </message>
    <message>
        <source>Question about a handover settled</source>
        <translation>交接提问已解决</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>极差</translation>
    </message>
    <message>
        <source>Read first · {seconds} s</source>
        <translation>先阅读 · {seconds} 秒</translation>
    </message>
    <message>
        <source>Read it, then confirm.</source>
        <translation>阅读后确认。</translation>
    </message>
    <message>
        <source>Read it, then confirm. The next unit begins after that.</source>
        <translation>阅读后确认。之后才开始下一工件。</translation>
    </message>
    <message>
        <source>Read out the number, or photograph the code.</source>
        <translation>读出编号，或拍下代码。</translation>
    </message>
    <message>
        <source>Read the step first.</source>
        <translation>请先阅读步骤。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason of a stop</source>
        <translation>停止原因</translation>
    </message>
    <message>
        <source>Reason of the stop</source>
        <translation>停止原因</translation>
    </message>
    <message>
        <source>Reason: {why}</source>
        <translation>原因：{why}</translation>
    </message>
    <message>
        <source>Record the defect</source>
        <translation>记录缺陷</translation>
    </message>
    <message>
        <source>Record {record}. {owner}: {action}</source>
        <translation>记录 {record}。{owner}：{action}</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>Recorded: {setting}, {before} → {after}</source>
        <translation>已记录：{setting}，{before} → {after}</translation>
    </message>
    <message>
        <source>Recorded: {what}</source>
        <translation>已记录：{what}</translation>
    </message>
    <message>
        <source>Recording the change…</source>
        <translation>正在记录更改…</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Records and export</source>
        <translation>记录和导出</translation>
    </message>
    <message>
        <source>Records contradict</source>
        <translation>记录相互矛盾</translation>
    </message>
    <message>
        <source>Records not at the server yet</source>
        <translation>尚未到服务器的记录</translation>
    </message>
    <message>
        <source>Records of SN {argument}</source>
        <translation>SN {argument} 的记录</translation>
    </message>
    <message>
        <source>Records of bypass {argument}</source>
        <translation>旁路 {argument} 的记录</translation>
    </message>
    <message>
        <source>Records of the call</source>
        <translation>呼叫的记录</translation>
    </message>
    <message>
        <source>Records of the check</source>
        <translation>点检记录</translation>
    </message>
    <message>
        <source>Records of the decision</source>
        <translation>决定的记录</translation>
    </message>
    <message>
        <source>Records of the question</source>
        <translation>提问的记录</translation>
    </message>
    <message>
        <source>Records of {argument}</source>
        <translation>{argument} 的记录</translation>
    </message>
    <message>
        <source>Records stay here. Support enrols it with a code from the plant.</source>
        <translation>记录保存在此。由支持人员用工厂代码注册。</translation>
    </message>
    <message>
        <source>Redo {place}</source>
        <translation>重做 {place}</translation>
    </message>
    <message>
        <source>Release a hold</source>
        <translation>解除锁定</translation>
    </message>
    <message>
        <source>Remove this pin</source>
        <translation>删除此标记</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>已修理</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Replace the part</source>
        <translation>更换零件</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>Report a problem.</source>
        <translation>报告问题。</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Restart verification</source>
        <translation>重启验证</translation>
    </message>
    <message>
        <source>Result assigned</source>
        <translation>结果已指定</translation>
    </message>
    <message>
        <source>Result discarded</source>
        <translation>结果已舍弃</translation>
    </message>
    <message>
        <source>Result nobody asked for</source>
        <translation>无人要求的结果</translation>
    </message>
    <message>
        <source>Result not OK</source>
        <translation>结果不合格</translation>
    </message>
    <message>
        <source>Results of no unit: {count}</source>
        <translation>不属于工件的结果：{count}</translation>
    </message>
    <message>
        <source>Retake</source>
        <translation>重拍</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Rework here</source>
        <translation>在此返工</translation>
    </message>
    <message>
        <source>Rework ordered</source>
        <translation>已安排返工</translation>
    </message>
    <message>
        <source>Rework says why, in a few words.</source>
        <translation>返工须简短说明原因。</translation>
    </message>
    <message>
        <source>Right first time</source>
        <translation>一次合格</translation>
    </message>
    <message>
        <source>Right needed: {right}</source>
        <translation>所需权限：{right}</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>SN </source>
        <translation>SN </translation>
    </message>
    <message>
        <source>SN {serial}</source>
        <translation>SN {serial}</translation>
    </message>
    <message>
        <source>SN {serial} is finished.</source>
        <translation>SN {serial} 已完成。</translation>
    </message>
    <message>
        <source>SN {serial} is held and waits for rework.</source>
        <translation>SN {serial} 被锁定，等待返工。</translation>
    </message>
    <message>
        <source>SN {serial} is held until quality decides.</source>
        <translation>SN {serial} 被锁定，直到质量部决定。</translation>
    </message>
    <message>
        <source>SN {serial} is held. Quality decides.</source>
        <translation>SN {serial} 被锁定。由质量部决定。</translation>
    </message>
    <message>
        <source>SN {serial} is not finished: a defect is open.</source>
        <translation>SN {serial} 未完成：有未解决缺陷。</translation>
    </message>
    <message>
        <source>SN {serial} is not provable</source>
        <translation>SN {serial} 无法证明</translation>
    </message>
    <message>
        <source>SN {serial} not finished</source>
        <translation>SN {serial} 未完成</translation>
    </message>
    <message>
        <source>SN {serial} on hold</source>
        <translation>SN {serial} 已锁定</translation>
    </message>
    <message>
        <source>SN {serial} stays here until it is put right.</source>
        <translation>SN {serial} 留在此处直到纠正。</translation>
    </message>
    <message>
        <source>SN {serial} waits at this station.</source>
        <translation>SN {serial} 在本工位等待。</translation>
    </message>
    <message>
        <source>SN {serial} · {by}</source>
        <translation>SN {serial} · {by}</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Safety: nothing</source>
        <translation>安全：无</translation>
    </message>
    <message>
        <source>Safety: read the words</source>
        <translation>安全：请阅读文字</translation>
    </message>
    <message>
        <source>Said here</source>
        <translation>此处所填</translation>
    </message>
    <message>
        <source>Sample decided</source>
        <translation>抽样已决定</translation>
    </message>
    <message>
        <source>Sample not taken: {where}</source>
        <translation>未抽样：{where}</translation>
    </message>
    <message>
        <source>Sample of the first piece is open: {where}</source>
        <translation>首件抽样未完成：{where}</translation>
    </message>
    <message>
        <source>Sample: after a change</source>
        <translation>抽样：变更后</translation>
    </message>
    <message>
        <source>Sample: after a stop</source>
        <translation>抽样：停止后</translation>
    </message>
    <message>
        <source>Sample: by count</source>
        <translation>抽样：按数量</translation>
    </message>
    <message>
        <source>Sample: by time</source>
        <translation>抽样：按时间</translation>
    </message>
    <message>
        <source>Sample: drawn from the lot</source>
        <translation>抽样：从批中抽取</translation>
    </message>
    <message>
        <source>Sample: start of the order</source>
        <translation>抽样：工单开始</translation>
    </message>
    <message>
        <source>Sample: start of the shift</source>
        <translation>抽样：班次开始</translation>
    </message>
    <message>
        <source>Sample: the one before was missed</source>
        <translation>抽样：上一次漏抽</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved. Works after the station starts again.</source>
        <translation>已保存。工位重启后生效。</translation>
    </message>
    <message>
        <source>Say it in a few words</source>
        <translation>用几个字说明</translation>
    </message>
    <message>
        <source>Say something about safety</source>
        <translation>请说明安全情况</translation>
    </message>
    <message>
        <source>Say that you have seen a result not OK.</source>
        <translation>表示已看到不合格结果。</translation>
    </message>
    <message>
        <source>Say what is to be done, or choose an operation.</source>
        <translation>说明要做什么，或选择工序。</translation>
    </message>
    <message>
        <source>Say what was done when it is safe again.</source>
        <translation>恢复安全后，说明做了什么。</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>说明原因</translation>
    </message>
    <message>
        <source>Say why the step is left out.</source>
        <translation>请说明为何跳过此步骤。</translation>
    </message>
    <message>
        <source>Say why this part comes out.</source>
        <translation>说明为何取出此零件。</translation>
    </message>
    <message>
        <source>Say why this part goes in.</source>
        <translation>说明为何装入此零件。</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>说明原因。</translation>
    </message>
    <message>
        <source>Say why. The record shows that the step was left out, and by whom.</source>
        <translation>请说明原因。记录会显示跳过的步骤和人员。</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Scan a unit</source>
        <translation>扫描工件</translation>
    </message>
    <message>
        <source>Scan a unit first.</source>
        <translation>请先扫描工件。</translation>
    </message>
    <message>
        <source>Scan a unit of {order}</source>
        <translation>扫描 {order} 的工件</translation>
    </message>
    <message>
        <source>Scan a unit to start</source>
        <translation>扫描工件开始</translation>
    </message>
    <message>
        <source>Scan again.</source>
        <translation>请重新扫描。</translation>
    </message>
    <message>
        <source>Scan another code on the label.</source>
        <translation>扫描标签上的另一个代码。</translation>
    </message>
    <message>
        <source>Scan another label</source>
        <translation>扫描另一标签</translation>
    </message>
    <message>
        <source>Scan another lot</source>
        <translation>扫描另一批次</translation>
    </message>
    <message>
        <source>Scan anything now. The code does nothing.</source>
        <translation>现在扫描任意代码。代码不起作用。</translation>
    </message>
    <message>
        <source>Scan its label</source>
        <translation>扫描其标签</translation>
    </message>
    <message>
        <source>Scan its label.</source>
        <translation>扫描其标签。</translation>
    </message>
    <message>
        <source>Scan or hold your badge</source>
        <translation>扫描或贴近工卡</translation>
    </message>
    <message>
        <source>Scan refused</source>
        <translation>扫描被拒绝</translation>
    </message>
    <message>
        <source>Scan the badge, or enter the number.</source>
        <translation>扫描工卡，或输入工号。</translation>
    </message>
    <message>
        <source>Scan the label of a unit.</source>
        <translation>扫描工件标签。</translation>
    </message>
    <message>
        <source>Scan the label of the box.</source>
        <translation>扫描箱标签。</translation>
    </message>
    <message>
        <source>Scan the label you need.</source>
        <translation>扫描所需的标签。</translation>
    </message>
    <message>
        <source>Scan the maker’s label on the {component}.</source>
        <translation>扫描制造商标签：{component}。</translation>
    </message>
    <message>
        <source>Scan the next unit.</source>
        <translation>扫描下一工件。</translation>
    </message>
    <message>
        <source>Scan the next. So far: {count} of {total}</source>
        <translation>扫描下一个。目前：{count} / {total}</translation>
    </message>
    <message>
        <source>Scan the part to add.</source>
        <translation>扫描要添加的零件。</translation>
    </message>
    <message>
        <source>Scan the right code, or press Not OK.</source>
        <translation>扫描正确的代码，或按“不合格”。</translation>
    </message>
    <message>
        <source>Scan the second badge</source>
        <translation>扫描第二张工卡</translation>
    </message>
    <message>
        <source>Scan the unit’s label</source>
        <translation>扫描工件标签</translation>
    </message>
    <message>
        <source>Scan twice. The unit keeps its state.</source>
        <translation>扫描两次。工件保持原状态。</translation>
    </message>
    <message>
        <source>Scan your badge</source>
        <translation>扫描工卡</translation>
    </message>
    <message>
        <source>Scan your badge, then go on.</source>
        <translation>扫描工卡，然后继续。</translation>
    </message>
    <message>
        <source>Scan your badge.</source>
        <translation>扫描工卡。</translation>
    </message>
    <message>
        <source>Scanned now</source>
        <translation>刚刚扫描</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描枪</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>扫描枪就绪</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>Scrap a unit</source>
        <translation>报废工件</translation>
    </message>
    <message>
        <source>Scrap was proposed. Quality decides.</source>
        <translation>已建议报废。由质量部决定。</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>划痕</translation>
    </message>
    <message>
        <source>Screen and sound</source>
        <translation>屏幕和声音</translation>
    </message>
    <message>
        <source>Second person: scan your badge</source>
        <translation>第二人：扫描工卡</translation>
    </message>
    <message>
        <source>Second signature</source>
        <translation>第二签字</translation>
    </message>
    <message>
        <source>Second signature missing: {where}</source>
        <translation>缺少第二签字：{where}</translation>
    </message>
    <message>
        <source>See the cases</source>
        <translation>查看情况</translation>
    </message>
    <message>
        <source>See the checks</source>
        <translation>查看点检</translation>
    </message>
    <message>
        <source>See the defects</source>
        <translation>查看缺陷</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已看到</translation>
    </message>
    <message>
        <source>Seen after {time}</source>
        <translation>{time} 后看到</translation>
    </message>
    <message>
        <source>Seen by {name} after {time}</source>
        <translation>{name} 在 {time} 后看到</translation>
    </message>
    <message>
        <source>Seen: not recorded</source>
        <translation>已看到：未记录</translation>
    </message>
    <message>
        <source>Send ({count})</source>
        <translation>发送（{count}）</translation>
    </message>
    <message>
        <source>Send to rework</source>
        <translation>送去返工</translation>
    </message>
    <message>
        <source>Sending {count}</source>
        <translation>正在发送 {count} 条</translation>
    </message>
    <message>
        <source>Serial {serial}</source>
        <translation>序列号 {serial}</translation>
    </message>
    <message>
        <source>Serial {serial} is already in unit {unit}.</source>
        <translation>序列号 {serial} 已装在工件 {unit} 中。</translation>
    </message>
    <message>
        <source>Serial {serial} is on hold since {since}.</source>
        <translation>序列号 {serial} 自 {since} 起锁定。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Server not reached: work at other stations as of {time}.</source>
        <translation>无法连接服务器：其他工位的工作截至 {time}。</translation>
    </message>
    <message>
        <source>Server not reached: work at other stations is not known.</source>
        <translation>无法连接服务器：其他工位的工作未知。</translation>
    </message>
    <message>
        <source>Server refuses · {count} kept safe</source>
        <translation>服务器拒绝 · 已保存 {count} 条</translation>
    </message>
    <message>
        <source>Server too old · {count} kept safe</source>
        <translation>服务器版本旧 · 已保存 {count} 条</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>放到一边</translation>
    </message>
    <message>
        <source>Set by {who}</source>
        <translation>{who} 已填写</translation>
    </message>
    <message>
        <source>Set by {who} first</source>
        <translation>{who} 先已填写</translation>
    </message>
    <message>
        <source>Set its reason at the web board.</source>
        <translation>在网页看板上填写其原因。</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>设置已更改</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Settled already.</source>
        <translation>已经解决。</translation>
    </message>
    <message>
        <source>Setup or cleaning</source>
        <translation>换型或清洁</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Shift began {count} min before</source>
        <translation>{count} 分钟前开班</translation>
    </message>
    <message>
        <source>Shift handed over</source>
        <translation>已交班</translation>
    </message>
    <message>
        <source>Shift manager</source>
        <translation>值班主管</translation>
    </message>
    <message>
        <source>Shift taken over</source>
        <translation>已接班</translation>
    </message>
    <message>
        <source>Shift {shift}</source>
        <translation>{shift}班</translation>
    </message>
    <message>
        <source>Short stops: {count}, together {minutes} min. One answer for all.</source>
        <translation>短停：{count} 次，共 {minutes} 分钟。一次回答全部。</translation>
    </message>
    <message>
        <source>Show how again</source>
        <translation>再次示范</translation>
    </message>
    <message>
        <source>Show the keys and commands.</source>
        <translation>显示按键和命令。</translation>
    </message>
    <message>
        <source>Show what the unit still needs.</source>
        <translation>显示工件还需要什么。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Sign as second person</source>
        <translation>第二人签字</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>请先登录。</translation>
    </message>
    <message>
        <source>Sign in without badge</source>
        <translation>无卡登录</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>登录被拒绝</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Signed already.</source>
        <translation>已签字。</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>Signed with record {number}</source>
        <translation>随记录 {number} 签名</translation>
    </message>
    <message>
        <source>Signs every record. Enrol again to change it.</source>
        <translation>签在每条记录上。更改须重新注册。</translation>
    </message>
    <message>
        <source>Similar cases: {count}</source>
        <translation>类似情况：{count}</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Size on the glass</source>
        <translation>玻璃上的尺寸</translation>
    </message>
    <message>
        <source>Skill missing</source>
        <translation>技能不足</translation>
    </message>
    <message>
        <source>Slower pace</source>
        <translation>节拍变慢</translation>
    </message>
    <message>
        <source>So many are not in this unit.</source>
        <translation>此工件中没有这么多。</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Somebody answered before. Nothing was changed.</source>
        <translation>有人此前已回答。未作更改。</translation>
    </message>
    <message>
        <source>Somebody else than {name} signs.</source>
        <translation>须由 {name} 以外的人签字。</translation>
    </message>
    <message>
        <source>Somebody else took this handover over before.</source>
        <translation>其他人此前已接班。</translation>
    </message>
    <message>
        <source>Somebody placed this hold. Its owner can lift it.</source>
        <translation>有人设置了此锁定。设置者可以解除。</translation>
    </message>
    <message>
        <source>Somebody said before that this question is settled.</source>
        <translation>有人此前已说明此提问已解决。</translation>
    </message>
    <message>
        <source>Somebody settled it, or a later check was good.</source>
        <translation>有人已处理，或之后的点检合格。</translation>
    </message>
    <message>
        <source>Somebody with the certificate signs.</source>
        <translation>须由持证人员签字。</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Something is missing: {what}.</source>
        <translation>缺少内容：{what}。</translation>
    </message>
    <message>
        <source>Something is wrong. Call an administrator. Records checked: {count}</source>
        <translation>有问题。请呼叫管理员。已检查记录：{count}</translation>
    </message>
    <message>
        <source>Something it asks for is missing.</source>
        <translation>还缺少要求的内容。</translation>
    </message>
    <message>
        <source>Somewhere else</source>
        <translation>其他地方</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Space or Enter</source>
        <translation>空格或 Enter</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Spoken while nobody is signed in. People have their own.</source>
        <translation>无人登录时使用。人员各有自己的语言。</translation>
    </message>
    <message>
        <source>Stable</source>
        <translation>稳定</translation>
    </message>
    <message>
        <source>Stable again</source>
        <translation>恢复稳定</translation>
    </message>
    <message>
        <source>Stands in the header</source>
        <translation>显示在顶栏</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start check</source>
        <translation>开始点检</translation>
    </message>
    <message>
        <source>Start station again</source>
        <translation>重启工位</translation>
    </message>
    <message>
        <source>Starting. This scan was not taken.</source>
        <translation>正在启动。此次扫描未采用。</translation>
    </message>
    <message>
        <source>State of the machine</source>
        <translation>机器状态</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Station after</source>
        <translation>下一工位</translation>
    </message>
    <message>
        <source>Station before</source>
        <translation>上一工位</translation>
    </message>
    <message>
        <source>Station can go on</source>
        <translation>工位可继续</translation>
    </message>
    <message>
        <source>Station check</source>
        <translation>点检</translation>
    </message>
    <message>
        <source>Station does not run</source>
        <translation>工位未运行</translation>
    </message>
    <message>
        <source>Station is stopped</source>
        <translation>工位已停</translation>
    </message>
    <message>
        <source>Station moved</source>
        <translation>工位已搬迁</translation>
    </message>
    <message>
        <source>Station number</source>
        <translation>工位编号</translation>
    </message>
    <message>
        <source>Station started</source>
        <translation>工位已启动</translation>
    </message>
    <message>
        <source>Station stopped since {time}</source>
        <translation>工位自 {time} 停止</translation>
    </message>
    <message>
        <source>Station too old · {count} kept safe</source>
        <translation>工位版本旧 · 已保存 {count} 条</translation>
    </message>
    <message>
        <source>Station · lines {first} to {last} of {total}</source>
        <translation>工位 · 第 {first} 至 {last} 行，共 {total}</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Stations without a connection get it later. The web board says who has read it.</source>
        <translation>未连接的工位稍后收到。谁已阅读，见网页看板。</translation>
    </message>
    <message>
        <source>Stay here if you need help.</source>
        <translation>需要帮助请留在此处。</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Step confirmed</source>
        <translation>步骤已确认</translation>
    </message>
    <message>
        <source>Step done</source>
        <translation>步骤已完成</translation>
    </message>
    <message>
        <source>Step done again</source>
        <translation>步骤已重做</translation>
    </message>
    <message>
        <source>Step left out</source>
        <translation>步骤已跳过</translation>
    </message>
    <message>
        <source>Step left out: {where}</source>
        <translation>已跳过步骤：{where}</translation>
    </message>
    <message>
        <source>Step not completed: {where}</source>
        <translation>步骤未完成：{where}</translation>
    </message>
    <message>
        <source>Steps: {count}</source>
        <translation>步骤：{count}</translation>
    </message>
    <message>
        <source>Steps: {count} · opens again: {places}</source>
        <translation>步骤：{count} · 重新打开：{places}</translation>
    </message>
    <message>
        <source>Steps: {steps}</source>
        <translation>步骤：{steps}</translation>
    </message>
    <message>
        <source>Steps: {steps} and more, {count} in all</source>
        <translation>步骤：{steps} 等，共 {count} 个</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>还缺少</translation>
    </message>
    <message>
        <source>Still missing for unit {serial}</source>
        <translation>工件 {serial} 还缺少</translation>
    </message>
    <message>
        <source>Still missing: {missing}. Then scan its label.</source>
        <translation>还缺：{missing}。然后扫描其标签。</translation>
    </message>
    <message>
        <source>Still open: {places}.</source>
        <translation>仍未看：{places}。</translation>
    </message>
    <message>
        <source>Still to tick: {count}</source>
        <translation>还需勾选：{count}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停线</translation>
    </message>
    <message>
        <source>Stop began</source>
        <translation>停止开始</translation>
    </message>
    <message>
        <source>Stop corrected</source>
        <translation>停止已更正</translation>
    </message>
    <message>
        <source>Stop ended</source>
        <translation>停止结束</translation>
    </message>
    <message>
        <source>Stop the line</source>
        <translation>停下产线</translation>
    </message>
    <message>
        <source>Stop this</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop. Do not fit this part.</source>
        <translation>停。不要安装此零件。</translation>
    </message>
    <message>
        <source>Stop. Do not fit this {component}.</source>
        <translation>停。不要安装：{component}。</translation>
    </message>
    <message>
        <source>Stop. Lot {lot} is used up.</source>
        <translation>停。批次 {lot} 已用完。</translation>
    </message>
    <message>
        <source>Stop. Lot {lot} was open for too long.</source>
        <translation>停。批次 {lot} 开封过久。</translation>
    </message>
    <message>
        <source>Stop. SN {serial} is on hold.</source>
        <translation>停。SN {serial} 已锁定。</translation>
    </message>
    <message>
        <source>Stop. Somebody said it is not safe.</source>
        <translation>停。有人报告不安全。</translation>
    </message>
    <message>
        <source>Stop. Step away from the station.</source>
        <translation>停。离开工位。</translation>
    </message>
    <message>
        <source>Stop. The station’s disk fails.</source>
        <translation>停。工位磁盘故障。</translation>
    </message>
    <message>
        <source>Stop. The station’s disk is full.</source>
        <translation>停。工位磁盘已满。</translation>
    </message>
    <message>
        <source>Stop. The station’s disk takes no records.</source>
        <translation>停。工位磁盘无法写入。</translation>
    </message>
    <message>
        <source>Stop. This station’s record is damaged.</source>
        <translation>停。本工位的记录已损坏。</translation>
    </message>
    <message>
        <source>Stop. This unit is on hold.</source>
        <translation>停。此工件已锁定。</translation>
    </message>
    <message>
        <source>Stop. Unit {serial} is on hold.</source>
        <translation>停。工件 {serial} 已锁定。</translation>
    </message>
    <message>
        <source>Stop. {name} in this unit is now on hold.</source>
        <translation>停。此工件中现已锁定：{name}。</translation>
    </message>
    <message>
        <source>Stopped · {count} min</source>
        <translation>停线 · {count} 分钟</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止。未写入任何内容。</translation>
    </message>
    <message>
        <source>Stopped: {count} min</source>
        <translation>停止：{count} 分钟</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>停止记录</translation>
    </message>
    <message>
        <source>Stops of this station</source>
        <translation>本工位的停止记录</translation>
    </message>
    <message>
        <source>Stops without a reason: {count}</source>
        <translation>无原因的停止：{count}</translation>
    </message>
    <message>
        <source>Support code</source>
        <translation>支持码</translation>
    </message>
    <message>
        <source>Switch it off and on again.</source>
        <translation>关机后再开机。</translation>
    </message>
    <message>
        <source>Sync stopped</source>
        <translation>同步已停</translation>
    </message>
    <message>
        <source>Sync stopped · {count} kept safe</source>
        <translation>同步已停 · 已保存 {count} 条</translation>
    </message>
    <message>
        <source>Sync stuck · {count} kept safe</source>
        <translation>同步卡住 · 已保存 {count} 条</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Tab or arrows</source>
        <translation>Tab 或方向键</translation>
    </message>
    <message>
        <source>Take a {component} of another lot.</source>
        <translation>取另一批次的 {component}。</translation>
    </message>
    <message>
        <source>Take a {component} of lot {use_lot}.</source>
        <translation>取批次 {use_lot} 的 {component}。</translation>
    </message>
    <message>
        <source>Take another {component}.</source>
        <translation>另取一件 {component}。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Take it first, look at it, then use it.</source>
        <translation>先拍照，查看，再使用。</translation>
    </message>
    <message>
        <source>Take it out and put it in the red box.</source>
        <translation>取出并放入红箱。</translation>
    </message>
    <message>
        <source>Take lot {first} first.</source>
        <translation>先取批次 {first}。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>Take over with badge</source>
        <translation>刷卡接班</translation>
    </message>
    <message>
        <source>Take photo</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Take the next unit.</source>
        <translation>取下一工件。</translation>
    </message>
    <message>
        <source>Take the number</source>
        <translation>采用数字</translation>
    </message>
    <message>
        <source>Take the unit off the fixture.</source>
        <translation>从夹具取下工件。</translation>
    </message>
    <message>
        <source>Take the {component} from {use_location}.</source>
        <translation>取 {component}，库位 {use_location}。</translation>
    </message>
    <message>
        <source>Take the {component}, {part}.</source>
        <translation>取 {component}，{part}。</translation>
    </message>
    <message>
        <source>Take {value}</source>
        <translation>采用 {value}</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>已移走</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Taken over already.</source>
        <translation>已有人接班。</translation>
    </message>
    <message>
        <source>Taking the photo</source>
        <translation>正在拍照</translation>
    </message>
    <message>
        <source>Tap a defect after it was put right and looked at again.</source>
        <translation>纠正并复查后，点按该缺陷。</translation>
    </message>
    <message>
        <source>Tap a line for its records.</source>
        <translation>点按一行，查看其记录。</translation>
    </message>
    <message>
        <source>Tap one to say how far help is.</source>
        <translation>点按一个，说明帮助到了哪一步。</translation>
    </message>
    <message>
        <source>Tap one to say what it really was.</source>
        <translation>点按一个，说明实际是什么。</translation>
    </message>
    <message>
        <source>Tap the place</source>
        <translation>点按位置</translation>
    </message>
    <message>
        <source>Tap the right order, or scan its label.</source>
        <translation>点按正确的工单，或扫描其标签。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Team lead</source>
        <translation>班组长</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>技术员</translation>
    </message>
    <message>
        <source>Tell maintenance: driver restarts.</source>
        <translation>通知维修：驱动正在重启。</translation>
    </message>
    <message>
        <source>Tell one of them.</source>
        <translation>请告诉其中一人。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test it before or after this step.</source>
        <translation>请在此步骤之前或之后测试。</translation>
    </message>
    <message>
        <source>Test label</source>
        <translation>测试标签</translation>
    </message>
    <message>
        <source>Test of {device}</source>
        <translation>{device} 的测试</translation>
    </message>
    <message>
        <source>Test the address first.</source>
        <translation>请先测试地址。</translation>
    </message>
    <message>
        <source>Test the device</source>
        <translation>测试设备</translation>
    </message>
    <message>
        <source>Text in {language}</source>
        <translation>文本语言：{language}</translation>
    </message>
    <message>
        <source>That command means nothing here.</source>
        <translation>该命令在此处无效。</translation>
    </message>
    <message>
        <source>That was at {since}. Nothing was changed.</source>
        <translation>时间：{since}。未作更改。</translation>
    </message>
    <message>
        <source>The PDF could not be kept.</source>
        <translation>无法保存 PDF。</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>PIN 错误。</translation>
    </message>
    <message>
        <source>The bill does not name this part.</source>
        <translation>物料清单中没有此零件。</translation>
    </message>
    <message>
        <source>The bypass is not for this step.</source>
        <translation>旁路不适用于此步骤。</translation>
    </message>
    <message>
        <source>The call is being recorded. It counts only when the time starts.</source>
        <translation>呼叫正在记录。开始计时后才算数。</translation>
    </message>
    <message>
        <source>The check is done.</source>
        <translation>点检完成。</translation>
    </message>
    <message>
        <source>The check wants {expected}.</source>
        <translation>点检要求 {expected}。</translation>
    </message>
    <message>
        <source>The code came with small and large letters swapped. Nothing was taken.</source>
        <translation>代码的大小写颠倒。未采用任何内容。</translation>
    </message>
    <message>
        <source>The code came, {count} characters.</source>
        <translation>已收到代码，{count} 个字符。</translation>
    </message>
    <message>
        <source>The customer agrees</source>
        <translation>客户同意</translation>
    </message>
    <message>
        <source>The decision is not recorded.</source>
        <translation>决定未记录。</translation>
    </message>
    <message>
        <source>The decision needs other signatures than it has.</source>
        <translation>该决定需要其他签字。</translation>
    </message>
    <message>
        <source>The defect is not recorded.</source>
        <translation>缺陷未记录。</translation>
    </message>
    <message>
        <source>The device answers, but this does not work: {what}</source>
        <translation>设备有应答，但此项不行：{what}</translation>
    </message>
    <message>
        <source>The device answers. Save the address.</source>
        <translation>设备有应答。请保存地址。</translation>
    </message>
    <message>
        <source>The device does not do its part: {why}</source>
        <translation>设备未完成其部分：{why}</translation>
    </message>
    <message>
        <source>The device has not answered at {value} yet.</source>
        <translation>设备在 {value} 尚未应答。</translation>
    </message>
    <message>
        <source>The file is written. Records: {count}</source>
        <translation>文件已写入。记录：{count}</translation>
    </message>
    <message>
        <source>The first part begins with the stop. Nothing was changed.</source>
        <translation>第一段须从停止开始算起。未作更改。</translation>
    </message>
    <message>
        <source>The gate is locked again.</source>
        <translation>防错已重新锁定。</translation>
    </message>
    <message>
        <source>The gate is locked.</source>
        <translation>防错已锁定。</translation>
    </message>
    <message>
        <source>The gate is not verified.</source>
        <translation>防错未验证。</translation>
    </message>
    <message>
        <source>The gate may be bypassed for now</source>
        <translation>防错可暂时旁路</translation>
    </message>
    <message>
        <source>The gate was tried and works</source>
        <translation>防错已试验且有效</translation>
    </message>
    <message>
        <source>The gate works</source>
        <translation>防错有效</translation>
    </message>
    <message>
        <source>The instruction is not here yet.</source>
        <translation>作业指导书尚未到达。</translation>
    </message>
    <message>
        <source>The instruction names no right for leaving it out.</source>
        <translation>作业指导书未指定跳过它的权限。</translation>
    </message>
    <message>
        <source>The label is on the wrong part</source>
        <translation>标签贴错了零件</translation>
    </message>
    <message>
        <source>The label may have been printed.</source>
        <translation>标签可能已打印。</translation>
    </message>
    <message>
        <source>The label was not printed.</source>
        <translation>标签未打印。</translation>
    </message>
    <message>
        <source>The list of people may be old: no server since the start.</source>
        <translation>人员名单可能过时：启动以来无服务器。</translation>
    </message>
    <message>
        <source>The list of this plant.</source>
        <translation>本厂的清单。</translation>
    </message>
    <message>
        <source>The message is being recorded.</source>
        <translation>消息正在记录。</translation>
    </message>
    <message>
        <source>The message is for nobody yet.</source>
        <translation>消息还没有收件人。</translation>
    </message>
    <message>
        <source>The message is on its way.</source>
        <translation>消息正在发送。</translation>
    </message>
    <message>
        <source>The most similar first, and what came of it.</source>
        <translation>最相似的在前，附结果。</translation>
    </message>
    <message>
        <source>The newest first. A tap opens its card.</source>
        <translation>最新在前。点按打开其卡片。</translation>
    </message>
    <message>
        <source>The next lot may be taken now.</source>
        <translation>现在可取下一批次。</translation>
    </message>
    <message>
        <source>The next {count} units will show if it held.</source>
        <translation>接下来 {count} 个工件会显示是否有效。</translation>
    </message>
    <message>
        <source>The oldest first. Tap one to settle it.</source>
        <translation>最早的在前。点按一个来处理。</translation>
    </message>
    <message>
        <source>The one with the blue frame.</source>
        <translation>带蓝框的那个。</translation>
    </message>
    <message>
        <source>The open step of unit {serial} does not take this result.</source>
        <translation>工件 {serial} 的当前步骤不接受此结果。</translation>
    </message>
    <message>
        <source>The operation opens a step that this unit does not have.</source>
        <translation>该工序打开了此工件没有的步骤。</translation>
    </message>
    <message>
        <source>The order is urgent</source>
        <translation>工单紧急</translation>
    </message>
    <message>
        <source>The part was added.</source>
        <translation>零件已添加。</translation>
    </message>
    <message>
        <source>The parts do not follow each other.</source>
        <translation>各段前后不衔接。</translation>
    </message>
    <message>
        <source>The parts it is built on, with their licences</source>
        <translation>它的组成部分及其许可证</translation>
    </message>
    <message>
        <source>The photo is blurred. Hold still and take it again.</source>
        <translation>照片模糊。请拿稳重拍。</translation>
    </message>
    <message>
        <source>The photo is sharp.</source>
        <translation>照片清晰。</translation>
    </message>
    <message>
        <source>The photo was not recorded.</source>
        <translation>照片未记录。</translation>
    </message>
    <message>
        <source>The picture is good: {width} × {height}</source>
        <translation>图像良好：{width} × {height}</translation>
    </message>
    <message>
        <source>The place was done again</source>
        <translation>该位置已重做</translation>
    </message>
    <message>
        <source>The plant counts none of it any more. This part came from elsewhere.</source>
        <translation>工厂账上已无库存。此零件来自别处。</translation>
    </message>
    <message>
        <source>The plant does not let it be put off.</source>
        <translation>工厂不允许推迟。</translation>
    </message>
    <message>
        <source>The plant has taken it back.</source>
        <translation>工厂已撤回。</translation>
    </message>
    <message>
        <source>The plant keeps people and their rights. The server sends them.</source>
        <translation>人员和权限由工厂管理，由服务器发送。</translation>
    </message>
    <message>
        <source>The plant lets nobody leave it out.</source>
        <translation>工厂不允许任何人跳过。</translation>
    </message>
    <message>
        <source>The plant took it back, or moved it.</source>
        <translation>工厂已撤回或移走。</translation>
    </message>
    <message>
        <source>The reason is missing.</source>
        <translation>缺少原因。</translation>
    </message>
    <message>
        <source>The record of this check is not here.</source>
        <translation>此处没有该点检的记录。</translation>
    </message>
    <message>
        <source>The report has no words yet.</source>
        <translation>报告还没有文字。</translation>
    </message>
    <message>
        <source>The rework has no step.</source>
        <translation>返工没有步骤。</translation>
    </message>
    <message>
        <source>The scan changed nothing.</source>
        <translation>扫描未改变任何内容。</translation>
    </message>
    <message>
        <source>The scan has no end.</source>
        <translation>扫描没有结束符。</translation>
    </message>
    <message>
        <source>The scanner sent {count} characters, then nothing. Nothing was taken.</source>
        <translation>扫描枪发送了 {count} 个字符后中断。未采用任何内容。</translation>
    </message>
    <message>
        <source>The scanner types as {scanner}, this PC reads as {pc}. Nothing was taken.</source>
        <translation>扫描枪按 {scanner} 输入，本机按 {pc} 读取。未采用任何内容。</translation>
    </message>
    <message>
        <source>The scanner’s keyboard layout seems to differ.</source>
        <translation>扫描枪的键盘布局似乎不同。</translation>
    </message>
    <message>
        <source>The screen had just changed.</source>
        <translation>画面刚刚变化。</translation>
    </message>
    <message>
        <source>The server answers, but confirms nothing.</source>
        <translation>服务器有应答，但未确认。</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>无法连接服务器。</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>服务器忙。</translation>
    </message>
    <message>
        <source>The server is older than this station.</source>
        <translation>服务器比本工位旧。</translation>
    </message>
    <message>
        <source>The server refuses this station.</source>
        <translation>服务器拒绝本工位。</translation>
    </message>
    <message>
        <source>The server takes no more records under this enrolment.</source>
        <translation>服务器不再接受此注册下的记录。</translation>
    </message>
    <message>
        <source>The server’s certificate is not valid.</source>
        <translation>服务器证书无效。</translation>
    </message>
    <message>
        <source>The setting was not saved.</source>
        <translation>设置未保存。</translation>
    </message>
    <message>
        <source>The station answered “{code}”.</source>
        <translation>工位应答“{code}”。</translation>
    </message>
    <message>
        <source>The station does not read compressed GS1 links. Nothing was recorded.</source>
        <translation>工位不读取压缩的 GS1 链接。未作任何记录。</translation>
    </message>
    <message>
        <source>The station finds its order and the right instructions.</source>
        <translation>工位会找到工单和作业指导书。</translation>
    </message>
    <message>
        <source>The station goes on while this is done.</source>
        <translation>在此期间工位继续运行。</translation>
    </message>
    <message>
        <source>The station lists its newest stops. Nothing was changed.</source>
        <translation>工位只列出最近的停止。未作更改。</translation>
    </message>
    <message>
        <source>The station opens its records.</source>
        <translation>工位正在打开记录。</translation>
    </message>
    <message>
        <source>The station starts.</source>
        <translation>工位正在启动。</translation>
    </message>
    <message>
        <source>The stick is gone.</source>
        <translation>U 盘不在了。</translation>
    </message>
    <message>
        <source>The stop was shorter.</source>
        <translation>停止时间没有这么长。</translation>
    </message>
    <message>
        <source>The system says: {reason}. The handover itself is not touched.</source>
        <translation>系统提示：{reason}。交接本身不受影响。</translation>
    </message>
    <message>
        <source>The team lead is called.</source>
        <translation>已呼叫班组长。</translation>
    </message>
    <message>
        <source>The team lead sees it with order, unit and step.</source>
        <translation>班组长可看到工单、工件和步骤。</translation>
    </message>
    <message>
        <source>The test label is printed.</source>
        <translation>测试标签已打印。</translation>
    </message>
    <message>
        <source>The tool is locked until you have seen this.</source>
        <translation>您看到之前，工具保持锁定。</translation>
    </message>
    <message>
        <source>The tool is locked.</source>
        <translation>工具已锁定。</translation>
    </message>
    <message>
        <source>The tool says the same torque again and again</source>
        <translation>工具一再报同一扭矩</translation>
    </message>
    <message>
        <source>The tool was not released for it. It is kept; do this place again.</source>
        <translation>工具当时未放行。已保留；请重做此位置。</translation>
    </message>
    <message>
        <source>The tool was not released for it. Whose is it?</source>
        <translation>工具当时未放行。属于哪个工件？</translation>
    </message>
    <message>
        <source>The value came.</source>
        <translation>已收到数值。</translation>
    </message>
    <message>
        <source>The values are not stable enough yet.</source>
        <translation>数值还不够稳定。</translation>
    </message>
    <message>
        <source>The work goes on. It is recorded, and quality will look at it.</source>
        <translation>工作继续。已记录，质量部会查看。</translation>
    </message>
    <message>
        <source>Then a second person signs: “{meaning}”</source>
        <translation>然后由第二人签字：“{meaning}”</translation>
    </message>
    <message>
        <source>Then say so in the list.</source>
        <translation>然后在列表中报告。</translation>
    </message>
    <message>
        <source>Then say so: tap “Open defects”.</source>
        <translation>然后报告：点按“未解决缺陷”。</translation>
    </message>
    <message>
        <source>Then scan the label of the box.</source>
        <translation>然后扫描箱标签。</translation>
    </message>
    <message>
        <source>There is no label printer here.</source>
        <translation>此处没有标签打印机。</translation>
    </message>
    <message>
        <source>There is no order for this station.</source>
        <translation>本工位没有工单。</translation>
    </message>
    <message>
        <source>There is no photo yet.</source>
        <translation>还没有照片。</translation>
    </message>
    <message>
        <source>There is no picture here. Choose the place by its name.</source>
        <translation>此处没有图。请按名称选择位置。</translation>
    </message>
    <message>
        <source>There is no record. {owner}: {action}</source>
        <translation>没有记录。{owner}：{action}</translation>
    </message>
    <message>
        <source>There is no such device.</source>
        <translation>没有此设备。</translation>
    </message>
    <message>
        <source>There is no unit to label.</source>
        <translation>没有可贴标签的工件。</translation>
    </message>
    <message>
        <source>There is nothing on the picture.</source>
        <translation>画面上什么也没有。</translation>
    </message>
    <message>
        <source>There is nothing to acknowledge.</source>
        <translation>没有需要确认的内容。</translation>
    </message>
    <message>
        <source>There is nothing to decide about, or it was decided already.</source>
        <translation>没有需要决定的，或已决定。</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>没有可重做的内容。</translation>
    </message>
    <message>
        <source>There is nothing to verify.</source>
        <translation>没有需要验证的。</translation>
    </message>
    <message>
        <source>These are too many.</source>
        <translation>数量过多。</translation>
    </message>
    <message>
        <source>They can be done at any time.</source>
        <translation>随时可做。</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>This address cannot be used: {why}</source>
        <translation>此地址不能使用：{why}</translation>
    </message>
    <message>
        <source>This badge is not known here.</source>
        <translation>此处不认识该工卡。</translation>
    </message>
    <message>
        <source>This call is closed.</source>
        <translation>此呼叫已关闭。</translation>
    </message>
    <message>
        <source>This call of {station} is not yours.</source>
        <translation>{station} 的此呼叫不是找您的。</translation>
    </message>
    <message>
        <source>This cannot be changed here.</source>
        <translation>此处不能更改。</translation>
    </message>
    <message>
        <source>This cannot be stopped.</source>
        <translation>此项不能停止。</translation>
    </message>
    <message>
        <source>This check goes on: {check}</source>
        <translation>继续此点检：{check}</translation>
    </message>
    <message>
        <source>This check is for others.</source>
        <translation>此点检由他人进行。</translation>
    </message>
    <message>
        <source>This check is not due.</source>
        <translation>此点检未到期。</translation>
    </message>
    <message>
        <source>This check is not for this station.</source>
        <translation>此点检不属于本工位。</translation>
    </message>
    <message>
        <source>This check is not left out.</source>
        <translation>此点检不能跳过。</translation>
    </message>
    <message>
        <source>This check may not wait.</source>
        <translation>此点检不能等。</translation>
    </message>
    <message>
        <source>This code can be two things.</source>
        <translation>此代码可有两种含义。</translation>
    </message>
    <message>
        <source>This code is not known here.</source>
        <translation>此处不认识该代码。</translation>
    </message>
    <message>
        <source>This command is not known.</source>
        <translation>不认识该命令。</translation>
    </message>
    <message>
        <source>This decision is not known.</source>
        <translation>不认识此决定。</translation>
    </message>
    <message>
        <source>This defect is not open.</source>
        <translation>此缺陷不是未解决状态。</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>未成功。</translation>
    </message>
    <message>
        <source>This is another code.</source>
        <translation>这是另一个代码。</translation>
    </message>
    <message>
        <source>This is confirmed with your badge.</source>
        <translation>此处须用工卡确认。</translation>
    </message>
    <message>
        <source>This is going on already.</source>
        <translation>此项已在进行。</translation>
    </message>
    <message>
        <source>This is not a part label.</source>
        <translation>这不是零件标签。</translation>
    </message>
    <message>
        <source>This is not possible here.</source>
        <translation>此处无法执行。</translation>
    </message>
    <message>
        <source>This is somebody else.</source>
        <translation>这是其他人。</translation>
    </message>
    <message>
        <source>This is the record of another station.</source>
        <translation>这是另一工位的记录。</translation>
    </message>
    <message>
        <source>This is the same person.</source>
        <translation>这是同一个人。</translation>
    </message>
    <message>
        <source>This label cannot be read completely.</source>
        <translation>此标签无法完整读取。</translation>
    </message>
    <message>
        <source>This label has no lot.</source>
        <translation>此标签没有批次。</translation>
    </message>
    <message>
        <source>This label has no serial number.</source>
        <translation>此标签没有序列号。</translation>
    </message>
    <message>
        <source>This line changes when the station has kept it.</source>
        <translation>工位保存后，此行会变化。</translation>
    </message>
    <message>
        <source>This line is settled already.</source>
        <translation>此项已处理。</translation>
    </message>
    <message>
        <source>This link is compressed.</source>
        <translation>此链接已压缩。</translation>
    </message>
    <message>
        <source>This needs your badge. It is your signature.</source>
        <translation>需要您的工卡，等同签名。</translation>
    </message>
    <message>
        <source>This part is in the bill.</source>
        <translation>此零件在物料清单中。</translation>
    </message>
    <message>
        <source>This photo must come from it. Maintenance adds it to the configuration.</source>
        <translation>此照片必须来自它。由维修添加到配置中。</translation>
    </message>
    <message>
        <source>This picture has not come down from the plant yet.</source>
        <translation>此图片尚未从工厂下载。</translation>
    </message>
    <message>
        <source>This place is not in this step.</source>
        <translation>此位置不在该步骤中。</translation>
    </message>
    <message>
        <source>This plant takes no typed number of the {component}.</source>
        <translation>本厂不接受手输编号：{component}。</translation>
    </message>
    <message>
        <source>This result waits no longer, or none was chosen.</source>
        <translation>此结果不再等待，或未选择结果。</translation>
    </message>
    <message>
        <source>This screen has no button for it. The scan changed nothing.</source>
        <translation>此画面没有对应按钮。扫描未改变任何内容。</translation>
    </message>
    <message>
        <source>This station</source>
        <translation>本工位</translation>
    </message>
    <message>
        <source>This station has no checks.</source>
        <translation>本工位没有点检。</translation>
    </message>
    <message>
        <source>This station has not stopped of late.</source>
        <translation>本工位近期没有停止。</translation>
    </message>
    <message>
        <source>This station is enrolled. For another server, enrol it again.</source>
        <translation>本工位已注册。换服务器须重新注册。</translation>
    </message>
    <message>
        <source>This station is not enrolled at a server.</source>
        <translation>本工位未在服务器注册。</translation>
    </message>
    <message>
        <source>This station knows none.</source>
        <translation>本工位没有可选的。</translation>
    </message>
    <message>
        <source>This station’s history differs from the server’s.</source>
        <translation>本工位的历史与服务器不同。</translation>
    </message>
    <message>
        <source>This station’s program runs already.</source>
        <translation>本工位的程序已在运行。</translation>
    </message>
    <message>
        <source>This station’s software is too old for its record.</source>
        <translation>本工位的软件对其记录来说太旧。</translation>
    </message>
    <message>
        <source>This station’s software is too old for its server.</source>
        <translation>本工位的软件对服务器来说太旧。</translation>
    </message>
    <message>
        <source>This step asks for no photo.</source>
        <translation>此步骤不要求照片。</translation>
    </message>
    <message>
        <source>This step by its alternative</source>
        <translation>此步骤用替代方法</translation>
    </message>
    <message>
        <source>This step cannot be left out.</source>
        <translation>此步骤不能跳过。</translation>
    </message>
    <message>
        <source>This step has a failed result.</source>
        <translation>此步骤有不合格结果。</translation>
    </message>
    <message>
        <source>This step is not done yet.</source>
        <translation>此步骤尚未完成。</translation>
    </message>
    <message>
        <source>This step is over.</source>
        <translation>此步骤已过。</translation>
    </message>
    <message>
        <source>This step needs the {component}.</source>
        <translation>此步骤需要：{component}。</translation>
    </message>
    <message>
        <source>This stop has a reason already.</source>
        <translation>此次停止已有原因。</translation>
    </message>
    <message>
        <source>This stop is corrected by others.</source>
        <translation>此次停止由他人更正。</translation>
    </message>
    <message>
        <source>This stop is not listed here.</source>
        <translation>此处未列出此次停止。</translation>
    </message>
    <message>
        <source>This unit only</source>
        <translation>仅此工件</translation>
    </message>
    <message>
        <source>This value is not possible.</source>
        <translation>此数值不可行。</translation>
    </message>
    <message>
        <source>This value must come from it. Maintenance adds it to the configuration.</source>
        <translation>此数值必须来自它。由维修添加到配置中。</translation>
    </message>
    <message>
        <source>This value must come from the gauge.</source>
        <translation>此数值必须来自量具。</translation>
    </message>
    <message>
        <source>This value must come from the gauge. Check cable and power; it keeps trying.</source>
        <translation>此数值必须来自量具。检查电缆和电源；仍在尝试。</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>螺纹</translation>
    </message>
    <message>
        <source>Thread dirty</source>
        <translation>螺纹脏</translation>
    </message>
    <message>
        <source>Tick each line, then take over.</source>
        <translation>勾选每一行，然后接班。</translation>
    </message>
    <message>
        <source>Tick when seen</source>
        <translation>看过请勾选</translation>
    </message>
    <message>
        <source>Tightening</source>
        <translation>拧紧</translation>
    </message>
    <message>
        <source>Tiles and lists: choice {number}, in reading order.</source>
        <translation>图块和列表：按阅读顺序第 {number} 项。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>To be done: {count}</source>
        <translation>待做：{count}</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>To decide: {count}</source>
        <translation>待决定：{count}</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待做</translation>
    </message>
    <message>
        <source>To look at only. A technician may change them.</source>
        <translation>仅供查看。技术员可以更改。</translation>
    </message>
    <message>
        <source>To look at only. Ask {who}.</source>
        <translation>仅供查看。请找 {who}。</translation>
    </message>
    <message>
        <source>To the signatures</source>
        <translation>去签字</translation>
    </message>
    <message>
        <source>To try it</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待验证</translation>
    </message>
    <message>
        <source>Tomorrow {time}</source>
        <translation>明天 {time}</translation>
    </message>
    <message>
        <source>Tones for OK, NOK and attention</source>
        <translation>合格、不合格和注意的提示音</translation>
    </message>
    <message>
        <source>Too few cases · last {time}</source>
        <translation>情况太少 · 上次 {time}</translation>
    </message>
    <message>
        <source>Too many failed tries.</source>
        <translation>失败次数过多。</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>PIN 错误次数过多。</translation>
    </message>
    <message>
        <source>Too rare</source>
        <translation>太少见</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Tool broken</source>
        <translation>工具损坏</translation>
    </message>
    <message>
        <source>Tool locked</source>
        <translation>工具已锁定</translation>
    </message>
    <message>
        <source>Tool lost</source>
        <translation>工具失联</translation>
    </message>
    <message>
        <source>Tool not available</source>
        <translation>工具不可用</translation>
    </message>
    <message>
        <source>Tool not locked</source>
        <translation>工具未锁定</translation>
    </message>
    <message>
        <source>Tool or gauge not there</source>
        <translation>没有工具或量具</translation>
    </message>
    <message>
        <source>Tool ready</source>
        <translation>工具就绪</translation>
    </message>
    <message>
        <source>Tool released</source>
        <translation>工具已放行</translation>
    </message>
    <message>
        <source>Tool replaced: {name}</source>
        <translation>已更换工具：{name}</translation>
    </message>
    <message>
        <source>Tool {name}</source>
        <translation>工具 {name}</translation>
    </message>
    <message>
        <source>Tool {tool} is not set up here.</source>
        <translation>此处未设置工具 {tool}。</translation>
    </message>
    <message>
        <source>Tool {tool} was locked.</source>
        <translation>工具 {tool} 已被锁定。</translation>
    </message>
    <message>
        <source>Torque</source>
        <translation>扭矩</translation>
    </message>
    <message>
        <source>Torque over angle</source>
        <translation>扭矩–角度曲线</translation>
    </message>
    <message>
        <source>Torque tool</source>
        <translation>拧紧工具</translation>
    </message>
    <message>
        <source>Train others</source>
        <translation>培训他人</translation>
    </message>
    <message>
        <source>Trained by {name}</source>
        <translation>培训师 {name}</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>培训师</translation>
    </message>
    <message>
        <source>Trainer signs</source>
        <translation>培训师签字</translation>
    </message>
    <message>
        <source>Trainer: scan your badge</source>
        <translation>培训师：扫描工卡</translation>
    </message>
    <message>
        <source>Trainers here</source>
        <translation>此处培训师</translation>
    </message>
    <message>
        <source>Training ended</source>
        <translation>培训结束</translation>
    </message>
    <message>
        <source>Training started</source>
        <translation>培训开始</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try again, or scan your badge.</source>
        <translation>重试，或扫描工卡。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即尝试</translation>
    </message>
    <message>
        <source>Try the gate as it says above.</source>
        <translation>按上述方法试验防错。</translation>
    </message>
    <message>
        <source>Try {number} of {total}. {more}</source>
        <translation>第 {number} / {total} 次。{more}</translation>
    </message>
    <message>
        <source>Two code patterns of the plant read it differently. Nothing was recorded.</source>
        <translation>工厂的两个代码规则读法不同。未作任何记录。</translation>
    </message>
    <message>
        <source>Type label</source>
        <translation>输入标签</translation>
    </message>
    <message>
        <source>Type the address</source>
        <translation>输入地址</translation>
    </message>
    <message>
        <source>Type the value</source>
        <translation>输入数值</translation>
    </message>
    <message>
        <source>Typed values end alike</source>
        <translation>手输数值尾数雷同</translation>
    </message>
    <message>
        <source>Typed, it proves nothing: the record says so.</source>
        <translation>手输不能作为证据：记录会注明。</translation>
    </message>
    <message>
        <source>Typed, not measured: {where}</source>
        <translation>手输而非测量：{where}</translation>
    </message>
    <message>
        <source>USB stick {name}</source>
        <translation>U 盘 {name}</translation>
    </message>
    <message>
        <source>Unassigned results: {count}</source>
        <translation>未归属结果：{count}</translation>
    </message>
    <message>
        <source>Uncover the lens of {device}, or switch the light on. Then try again.</source>
        <translation>露出 {device} 的镜头，或打开灯。然后重试。</translation>
    </message>
    <message>
        <source>Undo scan</source>
        <translation>撤销扫描</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>工件</translation>
    </message>
    <message>
        <source>Unit done</source>
        <translation>工件已完成</translation>
    </message>
    <message>
        <source>Unit left</source>
        <translation>工件已离开</translation>
    </message>
    <message>
        <source>Unit on hold</source>
        <translation>工件已锁定</translation>
    </message>
    <message>
        <source>Unit started</source>
        <translation>工件已开始</translation>
    </message>
    <message>
        <source>Unit taken up again</source>
        <translation>工件已恢复</translation>
    </message>
    <message>
        <source>Unit {open} is in work now, and not {serial}.</source>
        <translation>现在加工的是工件 {open}，不是 {serial}。</translation>
    </message>
    <message>
        <source>Unit {serial}</source>
        <translation>工件 {serial}</translation>
    </message>
    <message>
        <source>Unit {serial} and its tool stay locked until a person ends it.</source>
        <translation>工件 {serial} 及其工具保持锁定，直到有人解除。</translation>
    </message>
    <message>
        <source>Unit {serial} belongs to no order here.</source>
        <translation>工件 {serial} 不属于此处任何工单。</translation>
    </message>
    <message>
        <source>Unit {serial} belongs to order {order}.</source>
        <translation>工件 {serial} 属于工单 {order}。</translation>
    </message>
    <message>
        <source>Unit {serial} cannot start without a released order.</source>
        <translation>工件 {serial} 没有已下达的工单，无法开始。</translation>
    </message>
    <message>
        <source>Unit {serial} does not take this result.</source>
        <translation>工件 {serial} 不接受此结果。</translation>
    </message>
    <message>
        <source>Unit {serial} goes back.</source>
        <translation>工件 {serial} 退回。</translation>
    </message>
    <message>
        <source>Unit {serial} has no {place}.</source>
        <translation>工件 {serial} 没有：{place}。</translation>
    </message>
    <message>
        <source>Unit {serial} has open defects.</source>
        <translation>工件 {serial} 有未解决缺陷。</translation>
    </message>
    <message>
        <source>Unit {serial} has something that was not conceded.</source>
        <translation>工件 {serial} 有未特许的内容。</translation>
    </message>
    <message>
        <source>Unit {serial} is at {station}, step {number}: {step}.</source>
        <translation>工件 {serial} 在 {station}，步骤 {number}：{step}。</translation>
    </message>
    <message>
        <source>Unit {serial} is finished already.</source>
        <translation>工件 {serial} 已经完成。</translation>
    </message>
    <message>
        <source>Unit {serial} is finished.</source>
        <translation>工件 {serial} 已完成。</translation>
    </message>
    <message>
        <source>Unit {serial} is not held.</source>
        <translation>工件 {serial} 未锁定。</translation>
    </message>
    <message>
        <source>Unit {serial} is not of order {order}.</source>
        <translation>工件 {serial} 不属于工单 {order}。</translation>
    </message>
    <message>
        <source>Unit {serial} is not ready for this order.</source>
        <translation>工件 {serial} 还不能用于此工单。</translation>
    </message>
    <message>
        <source>Unit {serial} is number {number} of {of}. It is marked in its record.</source>
        <translation>工件 {serial} 是第 {number} 个，共 {of} 个。已记入其记录。</translation>
    </message>
    <message>
        <source>Unit {serial} is on hold at {station}.</source>
        <translation>工件 {serial} 在 {station} 已锁定。</translation>
    </message>
    <message>
        <source>Unit {serial} is on hold.</source>
        <translation>工件 {serial} 已锁定。</translation>
    </message>
    <message>
        <source>Unit {serial} is on hold: not provable.</source>
        <translation>工件 {serial} 已锁定：无法证明。</translation>
    </message>
    <message>
        <source>Unit {serial} is open at another station.</source>
        <translation>工件 {serial} 在另一工位打开。</translation>
    </message>
    <message>
        <source>Unit {serial} is scrapped.</source>
        <translation>工件 {serial} 已报废。</translation>
    </message>
    <message>
        <source>Unit {serial} stands at step {number}: {step}.</source>
        <translation>工件 {serial} 在步骤 {number}：{step}。</translation>
    </message>
    <message>
        <source>Unit {serial} stays locked until a person ends it.</source>
        <translation>工件 {serial} 保持锁定，直到有人解除。</translation>
    </message>
    <message>
        <source>Unit {serial} waits, exactly as it was left.</source>
        <translation>工件 {serial} 在等待，与离开时一样。</translation>
    </message>
    <message>
        <source>Unit {serial} was finished at {station}.</source>
        <translation>工件 {serial} 已在 {station} 完成。</translation>
    </message>
    <message>
        <source>Unit {serial} was not begun here.</source>
        <translation>工件 {serial} 不是在此开始的。</translation>
    </message>
    <message>
        <source>Unit {serial} · order {order}</source>
        <translation>工件 {serial} · 工单 {order}</translation>
    </message>
    <message>
        <source>Unit {serial}, in work</source>
        <translation>工件 {serial}，在做</translation>
    </message>
    <message>
        <source>Unit {serial}: what becomes of it?</source>
        <translation>工件 {serial}：如何处置？</translation>
    </message>
    <message>
        <source>Units done of {argument}</source>
        <translation>{argument} 已完成的工件</translation>
    </message>
    <message>
        <source>Units left: {count} · until {time}</source>
        <translation>剩余工件：{count} · 至 {time}</translation>
    </message>
    <message>
        <source>Units on hold</source>
        <translation>锁定的工件</translation>
    </message>
    <message>
        <source>Units that wait for proof or a decision</source>
        <translation>等待证据或决定的工件</translation>
    </message>
    <message>
        <source>Unlike the curves of OK results</source>
        <translation>与合格结果的曲线不同</translation>
    </message>
    <message>
        <source>Unplug the camera and plug it in again, then try again.</source>
        <translation>拔下相机再插上，然后重试。</translation>
    </message>
    <message>
        <source>Unusual curve</source>
        <translation>曲线异常</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Use alternative</source>
        <translation>用替代方法</translation>
    </message>
    <message>
        <source>Use an alternative</source>
        <translation>用替代方法</translation>
    </message>
    <message>
        <source>Use as is</source>
        <translation>原样使用</translation>
    </message>
    <message>
        <source>Use as is: what allows it?</source>
        <translation>原样使用：依据是什么？</translation>
    </message>
    <message>
        <source>Use as it is</source>
        <translation>原样使用</translation>
    </message>
    <message>
        <source>Use instead</source>
        <translation>改用</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>使用此照片</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Values drift</source>
        <translation>数值漂移</translation>
    </message>
    <message>
        <source>Values still needed: {count}</source>
        <translation>还需数值：{count}</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version of this station</source>
        <translation>本工位的版本</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>稍等，然后重试。</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>请稍等。</translation>
    </message>
    <message>
        <source>Wait for unit {first}.</source>
        <translation>等待工件 {first}。</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it.</source>
        <translation>等待完成，或停止它。</translation>
    </message>
    <message>
        <source>Wait until the station is synced, then scan again.</source>
        <translation>等工位同步后再扫描。</translation>
    </message>
    <message>
        <source>Wait {seconds} seconds, or scan your badge.</source>
        <translation>等待 {seconds} 秒，或扫描工卡。</translation>
    </message>
    <message>
        <source>Waited for quality</source>
        <translation>等待质量部</translation>
    </message>
    <message>
        <source>Waited for the line</source>
        <translation>等待产线</translation>
    </message>
    <message>
        <source>Waiting for device</source>
        <translation>等待设备</translation>
    </message>
    <message>
        <source>Waiting for the gauge</source>
        <translation>等待量具</translation>
    </message>
    <message>
        <source>Waiting for the machine</source>
        <translation>等待机器</translation>
    </message>
    <message>
        <source>Waiting for the tool</source>
        <translation>等待工具</translation>
    </message>
    <message>
        <source>Waiting for {place}</source>
        <translation>等待 {place}</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>已特许</translation>
    </message>
    <message>
        <source>Was it on this unit? Check that place, or press Problem.</source>
        <translation>是在此工件上吗？检查该位置，或按“问题”。</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>跟踪中</translation>
    </message>
    <message>
        <source>Watched: {response}</source>
        <translation>跟踪中：{response}</translation>
    </message>
    <message>
        <source>We run again</source>
        <translation>恢复运行</translation>
    </message>
    <message>
        <source>What became of it? {step}</source>
        <translation>处理结果如何？{step}</translation>
    </message>
    <message>
        <source>What can I do here?</source>
        <translation>我在这里能做什么？</translation>
    </message>
    <message>
        <source>What do you do?</source>
        <translation>您怎么做？</translation>
    </message>
    <message>
        <source>What do you want to know?</source>
        <translation>您想知道什么？</translation>
    </message>
    <message>
        <source>What does it undo?</source>
        <translation>它撤销什么？</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>是什么？</translation>
    </message>
    <message>
        <source>What is loosened is to do again. What was recorded stays.</source>
        <translation>松开的须重做。已记录的保留。</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺少什么</translation>
    </message>
    <message>
        <source>What is not OK? {step}</source>
        <translation>什么不合格？{step}</translation>
    </message>
    <message>
        <source>What is not safe?</source>
        <translation>什么不安全？</translation>
    </message>
    <message>
        <source>What is recorded cannot be taken back.</source>
        <translation>已记录的不能撤回。</translation>
    </message>
    <message>
        <source>What is the problem?</source>
        <translation>是什么问题？</translation>
    </message>
    <message>
        <source>What is to be done on the unit?</source>
        <translation>对工件做什么？</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>要做什么？</translation>
    </message>
    <message>
        <source>What is wrong with it?</source>
        <translation>它有什么问题？</translation>
    </message>
    <message>
        <source>What is wrong with the instruction?</source>
        <translation>作业指导书有什么问题？</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>有什么问题？</translation>
    </message>
    <message>
        <source>What kind of defect is it?</source>
        <translation>是哪种缺陷？</translation>
    </message>
    <message>
        <source>What limited you</source>
        <translation>受何限制</translation>
    </message>
    <message>
        <source>What made it safe?</source>
        <translation>怎样恢复了安全？</translation>
    </message>
    <message>
        <source>What should the next shift know?</source>
        <translation>下一班需要知道什么？</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么做</translation>
    </message>
    <message>
        <source>What unit {serial} lacks belongs to none of its steps here.</source>
        <translation>工件 {serial} 缺少的不属于此处的任何步骤。</translation>
    </message>
    <message>
        <source>What waits to be sent cannot be read.</source>
        <translation>无法读取待发送内容。</translation>
    </message>
    <message>
        <source>What was done before</source>
        <translation>以前怎么做</translation>
    </message>
    <message>
        <source>What was it for the first {minutes} min?</source>
        <translation>前 {minutes} 分钟是什么原因？</translation>
    </message>
    <message>
        <source>What was it?</source>
        <translation>是什么原因？</translation>
    </message>
    <message>
        <source>What was recorded stays, beside the new one.</source>
        <translation>原记录保留在新记录旁。</translation>
    </message>
    <message>
        <source>What you accept</source>
        <translation>接受什么</translation>
    </message>
    <message>
        <source>What you take out stays on record.</source>
        <translation>取出的零件仍留在记录中。</translation>
    </message>
    <message>
        <source>When you sign in, your own language is shown.</source>
        <translation>登录后显示您自己的语言。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Where OPC UA clients read our state</source>
        <translation>OPC UA 客户端读取状态的位置</translation>
    </message>
    <message>
        <source>Where does this number come from?</source>
        <translation>这个数字来自哪里？</translation>
    </message>
    <message>
        <source>Where from?</source>
        <translation>来自哪里？</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>在哪里？</translation>
    </message>
    <message>
        <source>Which lot is it? {component}</source>
        <translation>是哪个批次？{component}</translation>
    </message>
    <message>
        <source>Which part number is it? {component}</source>
        <translation>零件号是什么？{component}</translation>
    </message>
    <message>
        <source>Which serial number is it? {component}</source>
        <translation>序列号是什么？{component}</translation>
    </message>
    <message>
        <source>Which unit is on the fixture?</source>
        <translation>夹具上是哪个工件？</translation>
    </message>
    <message>
        <source>Who builds a product</source>
        <translation>装配某产品的人</translation>
    </message>
    <message>
        <source>Who fits a part</source>
        <translation>安装某零件的人</translation>
    </message>
    <message>
        <source>Who has a skill</source>
        <translation>有某技能的人</translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation>发给谁？</translation>
    </message>
    <message>
        <source>Who works here now</source>
        <translation>现在在此工作的人</translation>
    </message>
    <message>
        <source>Who works on an order</source>
        <translation>做某工单的人</translation>
    </message>
    <message>
        <source>Whoever takes over has to have seen each open thing.</source>
        <translation>接班人须看过每一项未完成事项。</translation>
    </message>
    <message>
        <source>Why blocked?</source>
        <translation>为何锁定？</translation>
    </message>
    <message>
        <source>Why did the station stop?</source>
        <translation>工位为何停止？</translation>
    </message>
    <message>
        <source>Why do you change this? {setting}</source>
        <translation>为何更改？{setting}</translation>
    </message>
    <message>
        <source>Why does it come out? {name}</source>
        <translation>为何取出？{name}</translation>
    </message>
    <message>
        <source>Why is SN {serial} accepted without proof?</source>
        <translation>为何无证据接受 SN {serial}？</translation>
    </message>
    <message>
        <source>Why is a part added?</source>
        <translation>为何添加零件？</translation>
    </message>
    <message>
        <source>Why is it left out? {step}</source>
        <translation>为何跳过？{step}</translation>
    </message>
    <message>
        <source>Why is it put off? {step}</source>
        <translation>为何推迟？{step}</translation>
    </message>
    <message>
        <source>Why is it reworked?</source>
        <translation>为何返工？</translation>
    </message>
    <message>
        <source>Why is the gate bypassed?</source>
        <translation>为何旁路防错？</translation>
    </message>
    <message>
        <source>Why is this blocked?</source>
        <translation>为何被锁定？</translation>
    </message>
    <message>
        <source>Why, and at what price</source>
        <translation>为什么，代价是什么</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>With a trainer you can work all the same.</source>
        <translation>有培训师时仍可工作。</translation>
    </message>
    <message>
        <source>With {names}</source>
        <translation>同 {names}</translation>
    </message>
    <message>
        <source>Without a photo</source>
        <translation>不拍照片</translation>
    </message>
    <message>
        <source>Without a reason nothing was recorded.</source>
        <translation>没有原因，未作任何记录。</translation>
    </message>
    <message>
        <source>Work goes on without the server. All records are kept safe.</source>
        <translation>没有服务器也可工作。所有记录安全保存。</translation>
    </message>
    <message>
        <source>Work needs {device} now.</source>
        <translation>工作现在需要 {device}。</translation>
    </message>
    <message>
        <source>Work with a trainer: press Trainer signs.</source>
        <translation>与培训师一起工作：按“培训师签字”。</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Works without it</source>
        <translation>没有它也能工作</translation>
    </message>
    <message>
        <source>Worn bit</source>
        <translation>批头磨损</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>写消息</translation>
    </message>
    <message>
        <source>Write here</source>
        <translation>写在这里</translation>
    </message>
    <message>
        <source>Write to the stations</source>
        <translation>向工位发消息</translation>
    </message>
    <message>
        <source>Wrong part</source>
        <translation>零件错误</translation>
    </message>
    <message>
        <source>Wrong part fitted</source>
        <translation>装错零件</translation>
    </message>
    <message>
        <source>Wrong part in it</source>
        <translation>里面零件错误</translation>
    </message>
    <message>
        <source>Wrong scan</source>
        <translation>误扫</translation>
    </message>
    <message>
        <source>Wrong screw</source>
        <translation>螺钉错误</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>You answer for the work of {name}.</source>
        <translation>您对 {name} 的工作负责。</translation>
    </message>
    <message>
        <source>You can go back to work. This goes on by itself.</source>
        <translation>您可以回去工作。它会自行继续。</translation>
    </message>
    <message>
        <source>You chose {order}, and it lists its units.</source>
        <translation>您选择了 {order}，它列明了工件。</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>您无权这样做。</translation>
    </message>
    <message>
        <source>You may not leave this step out.</source>
        <translation>您不能跳过此步骤。</translation>
    </message>
    <message>
        <source>You may not work here.</source>
        <translation>您不能在此工作。</translation>
    </message>
    <message>
        <source>You said {count}. In it: {fitted}.</source>
        <translation>您输入 {count}。其中有：{fitted}。</translation>
    </message>
    <message>
        <source>You said {count}. Still missing of the {component}: {missing}.</source>
        <translation>您输入 {count}。{component} 还缺：{missing}。</translation>
    </message>
    <message>
        <source>You scanned</source>
        <translation>您扫描了</translation>
    </message>
    <message>
        <source>You scanned before you could read it. The scan changed nothing.</source>
        <translation>您在读到之前就扫描了。扫描未改变任何内容。</translation>
    </message>
    <message>
        <source>You scanned its label, but unit {open} is open here.</source>
        <translation>您扫描了它的标签，但此处打开的是工件 {open}。</translation>
    </message>
    <message>
        <source>You scanned {serial}, but {open} is still open here.</source>
        <translation>您扫描了 {serial}，但 {open} 在此仍未完成。</translation>
    </message>
    <message>
        <source>You sign what {name} did.</source>
        <translation>您为 {name} 所做的签字。</translation>
    </message>
    <message>
        <source>You sign: “{meaning}”</source>
        <translation>您签字确认：“{meaning}”</translation>
    </message>
    <message>
        <source>You were here until {time}.</source>
        <translation>您在此工作到 {time}。</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>您的回答</translation>
    </message>
    <message>
        <source>Your answer helps the next time.</source>
        <translation>您的回答对下次有帮助。</translation>
    </message>
    <message>
        <source>Your answer is recorded with your name.</source>
        <translation>您的回答连同姓名记录。</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>您的工号</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>请操作</translation>
    </message>
    <message>
        <source>Your words stay in the record of the unit.</source>
        <translation>您的话保留在工件记录中。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 个</translation>
    </message>
    <message>
        <source>angle from snug</source>
        <translation>贴合后角度</translation>
    </message>
    <message>
        <source>angle too large</source>
        <translation>角度过大</translation>
    </message>
    <message>
        <source>angle too small</source>
        <translation>角度过小</translation>
    </message>
    <message>
        <source>as the server’s</source>
        <translation>与服务器一致</translation>
    </message>
    <message>
        <source>at {place}</source>
        <translation>在 {place}</translation>
    </message>
    <message>
        <source>at {station}</source>
        <translation>在 {station}</translation>
    </message>
    <message>
        <source>beyond the limits</source>
        <translation>超出控制限</translation>
    </message>
    <message>
        <source>bronze</source>
        <translation>铜级</translation>
    </message>
    <message>
        <source>check what replaced the step</source>
        <translation>检查替代该步骤的内容</translation>
    </message>
    <message>
        <source>contradicts another decision</source>
        <translation>与另一决定矛盾</translation>
    </message>
    <message>
        <source>decide about it</source>
        <translation>作决定</translation>
    </message>
    <message>
        <source>decide about the defect</source>
        <translation>决定缺陷处置</translation>
    </message>
    <message>
        <source>expires {date}</source>
        <translation>有效期至 {date}</translation>
    </message>
    <message>
        <source>final torque</source>
        <translation>最终扭矩</translation>
    </message>
    <message>
        <source>for {age}</source>
        <translation>已 {age}</translation>
    </message>
    <message>
        <source>gauge</source>
        <translation>量具</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>金级</translation>
    </message>
    <message>
        <source>have it measured with a valid gauge</source>
        <translation>安排用有效量具测量</translation>
    </message>
    <message>
        <source>have it scanned or measured, not typed</source>
        <translation>安排扫描或测量，不得手输</translation>
    </message>
    <message>
        <source>have the part scanned</source>
        <translation>安排扫描零件</translation>
    </message>
    <message>
        <source>have the photo taken</source>
        <translation>安排拍照</translation>
    </message>
    <message>
        <source>have the step done again</source>
        <translation>安排重做步骤</translation>
    </message>
    <message>
        <source>have the step signed</source>
        <translation>安排步骤签字</translation>
    </message>
    <message>
        <source>heard {age} ago</source>
        <translation>{age} 前有信号</translation>
    </message>
    <message>
        <source>held in {count} of {total}</source>
        <translation>有效：{total} 次中 {count} 次</translation>
    </message>
    <message>
        <source>highest torque</source>
        <translation>最高扭矩</translation>
    </message>
    <message>
        <source>highest torque of program step {step}</source>
        <translation>程序第 {step} 步最高扭矩</translation>
    </message>
    <message>
        <source>it goes on there; here it is begun anew</source>
        <translation>在那里继续；此处重新开始</translation>
    </message>
    <message>
        <source>jumps of torque</source>
        <translation>扭矩跳动</translation>
    </message>
    <message>
        <source>last answer {time}</source>
        <translation>上次应答 {time}</translation>
    </message>
    <message>
        <source>last value {time}</source>
        <translation>上次数值 {time}</translation>
    </message>
    <message>
        <source>last: {time}</source>
        <translation>上次：{time}</translation>
    </message>
    <message>
        <source>loosened</source>
        <translation>已松开</translation>
    </message>
    <message>
        <source>lot {lot}</source>
        <translation>批次 {lot}</translation>
    </message>
    <message>
        <source>no angle value</source>
        <translation>无角度值</translation>
    </message>
    <message>
        <source>no torque value</source>
        <translation>无扭矩值</translation>
    </message>
    <message>
        <source>no unit is begun until it is settled</source>
        <translation>处理前不能开始工件</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无数值</translation>
    </message>
    <message>
        <source>not OK</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>not done here yet</source>
        <translation>此处还未做过</translation>
    </message>
    <message>
        <source>not needed for a long time</source>
        <translation>长期未用到</translation>
    </message>
    <message>
        <source>not provable</source>
        <translation>无法证明</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>nothing was decided</source>
        <translation>未作决定</translation>
    </message>
    <message>
        <source>outcome not known</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>overdue since {time}</source>
        <translation>自 {time} 起逾期</translation>
    </message>
    <message>
        <source>overdue since {time}; no unit is begun before</source>
        <translation>自 {time} 起逾期；完成前不能开始工件</translation>
    </message>
    <message>
        <source>platinum</source>
        <translation>铂级</translation>
    </message>
    <message>
        <source>proposed as scrap</source>
        <translation>建议报废</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>reworked</source>
        <translation>已返工</translation>
    </message>
    <message>
        <source>same value again</source>
        <translation>数值重复</translation>
    </message>
    <message>
        <source>silver</source>
        <translation>银级</translation>
    </message>
    <message>
        <source>since {from}, {minutes} min</source>
        <translation>自 {from} 起，{minutes} 分钟</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>自 {time}</translation>
    </message>
    <message>
        <source>since {time} · {order}</source>
        <translation>自 {time} · {order}</translation>
    </message>
    <message>
        <source>since {time}, a repeat or {units} units end it</source>
        <translation>自 {time} 起，再次发生或满 {units} 个工件即结束</translation>
    </message>
    <message>
        <source>slow shift</source>
        <translation>缓慢偏移</translation>
    </message>
    <message>
        <source>spread too wide</source>
        <translation>离散过大</translation>
    </message>
    <message>
        <source>suspended by a person</source>
        <translation>已由人员停用</translation>
    </message>
    <message>
        <source>suspended: others help more often</source>
        <translation>已停用：其他办法更常有效</translation>
    </message>
    <message>
        <source>suspended: worse once is enough here</source>
        <translation>已停用：此处变差一次即停</translation>
    </message>
    <message>
        <source>to be done by {time}</source>
        <translation>须在 {time} 前完成</translation>
    </message>
    <message>
        <source>too high</source>
        <translation>过高</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>过低</translation>
    </message>
    <message>
        <source>tool has other limits</source>
        <translation>工具限值不同</translation>
    </message>
    <message>
        <source>tool says not OK</source>
        <translation>工具报不合格</translation>
    </message>
    <message>
        <source>torque before snug</source>
        <translation>贴合前扭矩</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>手输</translation>
    </message>
    <message>
        <source>until {time}, units left: {left}</source>
        <translation>至 {time}，剩余工件：{left}</translation>
    </message>
    <message>
        <source>values too far apart</source>
        <translation>数值相差过大</translation>
    </message>
    <message>
        <source>whole angle</source>
        <translation>总角度</translation>
    </message>
    <message>
        <source>without a named place</source>
        <translation>没有命名的位置</translation>
    </message>
    <message>
        <source>work</source>
        <translation>做功</translation>
    </message>
    <message>
        <source>wrong program</source>
        <translation>程序错误</translation>
    </message>
    <message>
        <source>wrong unit</source>
        <translation>计量单位错误</translation>
    </message>
    <message>
        <source>{age} ago</source>
        <translation>{age} 前</translation>
    </message>
    <message>
        <source>{age} ahead of the server’s</source>
        <translation>比服务器快 {age}</translation>
    </message>
    <message>
        <source>{age} behind the server’s</source>
        <translation>比服务器慢 {age}</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{began}–{ended} {words}</source>
        <translation>{began}–{ended} {words}</translation>
    </message>
    <message>
        <source>{bypass} covers other steps.</source>
        <translation>{bypass} 适用于其他步骤。</translation>
    </message>
    <message>
        <source>{by}: {words}</source>
        <translation>{by}：{words}</translation>
    </message>
    <message>
        <source>{camera} · {width} × {height}</source>
        <translation>{camera} · {width} × {height}</translation>
    </message>
    <message>
        <source>{check} is done between two units. Nothing was recorded.</source>
        <translation>{check} 须在两个工件之间进行。未作任何记录。</translation>
    </message>
    <message>
        <source>{check} is done by: {roles}.</source>
        <translation>{check} 由以下人员进行：{roles}。</translation>
    </message>
    <message>
        <source>{check} needs: {skills}.</source>
        <translation>{check} 需要：{skills}。</translation>
    </message>
    <message>
        <source>{check}: {line} is not OK. It is settled by: {who}.</source>
        <translation>{check}：{line} 不合格。处理者：{who}。</translation>
    </message>
    <message>
        <source>{count} GB free</source>
        <translation>剩余 {count} GB</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} devices</source>
        <translation>{count} 台设备</translation>
    </message>
    <message>
        <source>{count} devices offline</source>
        <translation>{count} 台设备离线</translation>
    </message>
    <message>
        <source>{count} failed results were put right</source>
        <translation>已纠正 {count} 个不合格结果</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} kept safe, oldest {age}</source>
        <translation>已保存 {count} 条，最早 {age} 前</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} of the last {total} units with lot {lot} did this.</source>
        <translation>批次 {lot} 最近 {total} 个工件中有 {count} 个如此。</translation>
    </message>
    <message>
        <source>{count} of {total} done</source>
        <translation>已完成 {count}/{total}</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} 张图</translation>
    </message>
    <message>
        <source>{count} pieces</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} 个位置</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{count} still to look at</source>
        <translation>还有 {count} 处待看</translation>
    </message>
    <message>
        <source>{count} tries, {limit} allowed</source>
        <translation>已试 {count} 次，允许 {limit} 次</translation>
    </message>
    <message>
        <source>{count} wrong scans in a row. If no label can be right, report a problem.</source>
        <translation>连续 {count} 次扫错。若无正确标签，请报告问题。</translation>
    </message>
    <message>
        <source>{count} {what}</source>
        <translation>{count} {what}</translation>
    </message>
    <message>
        <source>{count} ×</source>
        <translation>{count} ×</translation>
    </message>
    <message>
        <source>{count} × {what}</source>
        <translation>{count} × {what}</translation>
    </message>
    <message>
        <source>{device} does not answer.</source>
        <translation>{device} 无应答。</translation>
    </message>
    <message>
        <source>{device} gave no picture in time.</source>
        <translation>{device} 未及时给出画面。</translation>
    </message>
    <message>
        <source>{device} gave no picture.</source>
        <translation>{device} 未给出画面。</translation>
    </message>
    <message>
        <source>{device} is not configured here.</source>
        <translation>此处未配置 {device}。</translation>
    </message>
    <message>
        <source>{device} is not plugged in.</source>
        <translation>{device} 未插好。</translation>
    </message>
    <message>
        <source>{device} is used by another program.</source>
        <translation>{device} 被其他程序占用。</translation>
    </message>
    <message>
        <source>{device} made a result that nobody asked for.</source>
        <translation>{device} 给出了无人要求的结果。</translation>
    </message>
    <message>
        <source>{device} not locked</source>
        <translation>{device} 未锁定</translation>
    </message>
    <message>
        <source>{device} offline</source>
        <translation>{device} 离线</translation>
    </message>
    <message>
        <source>{device} refused.</source>
        <translation>{device} 拒绝。</translation>
    </message>
    <message>
        <source>{device} · {kind}</source>
        <translation>{device} · {kind}</translation>
    </message>
    <message>
        <source>{device}: calibrate in {age}</source>
        <translation>{device}：{age}后校准</translation>
    </message>
    <message>
        <source>{device}: calibrate today</source>
        <translation>{device}：今天校准</translation>
    </message>
    <message>
        <source>{device}: calibration due soon.</source>
        <translation>{device}：校准即将到期。</translation>
    </message>
    <message>
        <source>{device}: calibration is over.</source>
        <translation>{device}：校准已过期。</translation>
    </message>
    <message>
        <source>{device}: no connection.</source>
        <translation>{device}：无连接。</translation>
    </message>
    <message>
        <source>{device}: not calibrated</source>
        <translation>{device}：未校准</translation>
    </message>
    <message>
        <source>{device}: {count} not asked for</source>
        <translation>{device}：{count} 个非要求结果</translation>
    </message>
    <message>
        <source>{device}: {words}.</source>
        <translation>{device}：{words}。</translation>
    </message>
    <message>
        <source>{disposition} is no way for a held unit.</source>
        <translation>{disposition} 不适用于锁定的工件。</translation>
    </message>
    <message>
        <source>{done} of {total}, for {age}</source>
        <translation>{done} / {total}，已 {age}</translation>
    </message>
    <message>
        <source>{first} to {last} of {total}</source>
        <translation>第 {first} 至 {last}，共 {total}</translation>
    </message>
    <message>
        <source>{first} · {count} more</source>
        <translation>{first} · 另有 {count} 项</translation>
    </message>
    <message>
        <source>{first} · {next}</source>
        <translation>{first} · {next}</translation>
    </message>
    <message>
        <source>{first}, then {second}</source>
        <translation>{first}，然后 {second}</translation>
    </message>
    <message>
        <source>{first}, {next}</source>
        <translation>{first}，{next}</translation>
    </message>
    <message>
        <source>{from} to {to}, {minutes} min</source>
        <translation>{from} 至 {to}，{minutes} 分钟</translation>
    </message>
    <message>
        <source>{gate} · units: {count} · until {time}</source>
        <translation>{gate} · 工件：{count} · 至 {time}</translation>
    </message>
    <message>
        <source>{group}: what was it?</source>
        <translation>{group}：是什么？</translation>
    </message>
    <message>
        <source>{held} on hold: {reason}</source>
        <translation>{held} 已锁定：{reason}</translation>
    </message>
    <message>
        <source>{instruction} has changed</source>
        <translation>{instruction} 已更改</translation>
    </message>
    <message>
        <source>{line} · in common: {words}</source>
        <translation>{line} · 共同点：{words}</translation>
    </message>
    <message>
        <source>{line} · price: {price}</source>
        <translation>{line} · 代价：{price}</translation>
    </message>
    <message>
        <source>{looks}: {left}</source>
        <translation>{looks}：{left}</translation>
    </message>
    <message>
        <source>{low} – {high} {unit}</source>
        <translation>{low} – {high} {unit}</translation>
    </message>
    <message>
        <source>{machine} does not answer.</source>
        <translation>{machine} 无应答。</translation>
    </message>
    <message>
        <source>{machine} refused.</source>
        <translation>{machine} 拒绝。</translation>
    </message>
    <message>
        <source>{machine}: no connection.</source>
        <translation>{machine}：无连接。</translation>
    </message>
    <message>
        <source>{machine}: no part in the fixture</source>
        <translation>{machine}：夹具中无零件</translation>
    </message>
    <message>
        <source>{machine}: {request} …</source>
        <translation>{machine}：{request} …</translation>
    </message>
    <message>
        <source>{machine}: {state}</source>
        <translation>{machine}：{state}</translation>
    </message>
    <message>
        <source>{name} + {names}</source>
        <translation>{name} + {names}</translation>
    </message>
    <message>
        <source>{name} has signed already.</source>
        <translation>{name} 已签字。</translation>
    </message>
    <message>
        <source>{name} here after {time}</source>
        <translation>{name} 在 {time} 后到场</translation>
    </message>
    <message>
        <source>{name} is in training.</source>
        <translation>{name} 正在培训。</translation>
    </message>
    <message>
        <source>{name} is not in this unit.</source>
        <translation>不在此工件中：{name}。</translation>
    </message>
    <message>
        <source>{name} is on hold: {hold}</source>
        <translation>{name} 已锁定：{hold}</translation>
    </message>
    <message>
        <source>{name} matters for safety.</source>
        <translation>涉及安全：{name}。</translation>
    </message>
    <message>
        <source>{name} on the way after {time}</source>
        <translation>{name} 在 {time} 后出发</translation>
    </message>
    <message>
        <source>{name} signed this decision already. Somebody else signs now.</source>
        <translation>{name} 已签此决定。现在由其他人签字。</translation>
    </message>
    <message>
        <source>{name} · </source>
        <translation>{name} · </translation>
    </message>
    <message>
        <source>{name} · added: {why}</source>
        <translation>{name} · 已添加：{why}</translation>
    </message>
    <message>
        <source>{name} · {code}</source>
        <translation>{name} · {code}</translation>
    </message>
    <message>
        <source>{name}: scan your badge</source>
        <translation>{name}：扫描工卡</translation>
    </message>
    <message>
        <source>{number} / {total}</source>
        <translation>{number} / {total}</translation>
    </message>
    <message>
        <source>{open}: go on with it</source>
        <translation>{open}：继续做它</translation>
    </message>
    <message>
        <source>{order} cannot run</source>
        <translation>{order} 无法进行</translation>
    </message>
    <message>
        <source>{order} stands at {done} of {quantity}</source>
        <translation>{order} 完成 {done} / {quantity}</translation>
    </message>
    <message>
        <source>{order} · variant {variant}</source>
        <translation>{order} · 型号 {variant}</translation>
    </message>
    <message>
        <source>{owner} decides</source>
        <translation>决定者：{owner}</translation>
    </message>
    <message>
        <source>{owner}: {action}</source>
        <translation>{owner}：{action}</translation>
    </message>
    <message>
        <source>{part} · lot </source>
        <translation>{part} · 批次 </translation>
    </message>
    <message>
        <source>{part} · lot {lot}</source>
        <translation>{part} · 批次 {lot}</translation>
    </message>
    <message>
        <source>{part} · number {serial}</source>
        <translation>{part} · 编号 {serial}</translation>
    </message>
    <message>
        <source>{part} · serial </source>
        <translation>{part} · 序列号 </translation>
    </message>
    <message>
        <source>{part} · take lot {lot}</source>
        <translation>{part} · 取批次 {lot}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{person} is not active. Ask the team lead.</source>
        <translation>{person} 未启用。请找班组长。</translation>
    </message>
    <message>
        <source>{person} is not active. Ask {who}.</source>
        <translation>{person} 未启用。请找 {who}。</translation>
    </message>
    <message>
        <source>{place} not OK · tries: {count}</source>
        <translation>{place} 不合格 · 次数：{count}</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} / {total}</translation>
    </message>
    <message>
        <source>{place} · SN {serial}</source>
        <translation>{place} · SN {serial}</translation>
    </message>
    <message>
        <source>{place} · {severity}</source>
        <translation>{place} · {severity}</translation>
    </message>
    <message>
        <source>{place}, tool {tool} · SN {serial}</source>
        <translation>{place}，工具 {tool} · SN {serial}</translation>
    </message>
    <message>
        <source>{place}: check curve</source>
        <translation>{place}：检查曲线</translation>
    </message>
    <message>
        <source>{place}: what is it?</source>
        <translation>{place}：是什么？</translation>
    </message>
    <message>
        <source>{product} · Variant {variant}</source>
        <translation>{product} · 型号 {variant}</translation>
    </message>
    <message>
        <source>{reason}, {minutes} min</source>
        <translation>{reason}，{minutes} 分钟</translation>
    </message>
    <message>
        <source>{reason}: {count} min</source>
        <translation>{reason}：{count} 分钟</translation>
    </message>
    <message>
        <source>{response}: why, and at what price</source>
        <translation>{response}：为什么，代价是什么</translation>
    </message>
    <message>
        <source>{said}. The work goes on.</source>
        <translation>{said}。工作继续。</translation>
    </message>
    <message>
        <source>{scanned_part} belongs to variant {variants}, not to this one.</source>
        <translation>{scanned_part} 属于型号 {variants}，不属于此型号。</translation>
    </message>
    <message>
        <source>{scanned_part} is not in the bill of this variant.</source>
        <translation>{scanned_part} 不在此型号的物料清单中。</translation>
    </message>
    <message>
        <source>{serial} has its label already.</source>
        <translation>{serial} 已有标签。</translation>
    </message>
    <message>
        <source>{serial} may have its label already.</source>
        <translation>{serial} 可能已有标签。</translation>
    </message>
    <message>
        <source>{serial}: change to it</source>
        <translation>{serial}：换成它</translation>
    </message>
    <message>
        <source>{shift} shift · {time}</source>
        <translation>{shift}班 · {time}</translation>
    </message>
    <message>
        <source>{state} · SN {serial}</source>
        <translation>{state} · SN {serial}</translation>
    </message>
    <message>
        <source>{station} called: {who}</source>
        <translation>{station} 呼叫：{who}</translation>
    </message>
    <message>
        <source>{station} has not finished it.</source>
        <translation>{station} 尚未完成它。</translation>
    </message>
    <message>
        <source>{station} made this call.</source>
        <translation>此呼叫由 {station} 发出。</translation>
    </message>
    <message>
        <source>{station} · {who}</source>
        <translation>{station} · {who}</translation>
    </message>
    <message>
        <source>{time} · spread {spread}</source>
        <translation>{time} · 极差 {spread}</translation>
    </message>
    <message>
        <source>{time} · {count}× · {words}</source>
        <translation>{time} · {count}× · {words}</translation>
    </message>
    <message>
        <source>{time} · {done}</source>
        <translation>{time} · {done}</translation>
    </message>
    <message>
        <source>{time} · {more}</source>
        <translation>{time} · {more}</translation>
    </message>
    <message>
        <source>{time}, found here</source>
        <translation>{time}，此处确定</translation>
    </message>
    <message>
        <source>{time}, late</source>
        <translation>{time}，已迟</translation>
    </message>
    <message>
        <source>{time}, set by {who}</source>
        <translation>{time}，由 {who} 设置</translation>
    </message>
    <message>
        <source>{time}, {what}</source>
        <translation>{time}，{what}</translation>
    </message>
    <message>
        <source>{tools} tools: {count} not asked for</source>
        <translation>{tools} 把工具：{count} 个非要求结果</translation>
    </message>
    <message>
        <source>{tool} counts {counted}, this station {expected}.</source>
        <translation>{tool} 计数 {counted}，本工位 {expected}。</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>{value} at {device}, {time}</source>
        <translation>{value}，{device}，{time}</translation>
    </message>
    <message>
        <source>{value} is kept, but does not count.</source>
        <translation>{value} 已保存，但不计入。</translation>
    </message>
    <message>
        <source>{value} is not taken here.</source>
        <translation>此处不接受 {value}。</translation>
    </message>
    <message>
        <source>{value} pixels per mm</source>
        <translation>每毫米 {value} 像素</translation>
    </message>
    <message>
        <source>{value} was not recorded.</source>
        <translation>{value} 未记录。</translation>
    </message>
    <message>
        <source>{value} · limits {limits}</source>
        <translation>{value} · 限值 {limits}</translation>
    </message>
    <message>
        <source>{value}, {verdict}</source>
        <translation>{value}，{verdict}</translation>
    </message>
    <message>
        <source>{what} is missing</source>
        <translation>缺少{what}</translation>
    </message>
    <message>
        <source>{what} {value}, usual {least}–{most}</source>
        <translation>{what} {value}，通常 {least}–{most}</translation>
    </message>
    <message>
        <source>{what} · place and attempt {place}</source>
        <translation>{what} · 位置和次数 {place}</translation>
    </message>
    <message>
        <source>{what} · {count}</source>
        <translation>{what} · {count}</translation>
    </message>
    <message>
        <source>{what} · {percent} %</source>
        <translation>{what} · {percent} %</translation>
    </message>
    <message>
        <source>{what} – {place}</source>
        <translation>{what} – {place}</translation>
    </message>
    <message>
        <source>{what}: why?</source>
        <translation>{what}：为什么？</translation>
    </message>
    <message>
        <source>{when}. So far: {reason}</source>
        <translation>{when}。目前：{reason}</translation>
    </message>
    <message>
        <source>{where}</source>
        <translation>{where}</translation>
    </message>
    <message>
        <source>{who} in {time}</source>
        <translation>{time} 后转 {who}</translation>
    </message>
    <message>
        <source>{who} {time}</source>
        <translation>{who} {time}</translation>
    </message>
    <message>
        <source>{who} · {count} min</source>
        <translation>{who} · {count} 分钟</translation>
    </message>
    <message>
        <source>{who} · {station}</source>
        <translation>{who} · {station}</translation>
    </message>
    <message>
        <source>{who} · {time}</source>
        <translation>{who} · {time}</translation>
    </message>
    <message>
        <source>{who} – called</source>
        <translation>{who} – 已呼叫</translation>
    </message>
    <message>
        <source>{why}</source>
        <translation>{why}</translation>
    </message>
    <message>
        <source>{why} {said}.</source>
        <translation>{why}{said}。</translation>
    </message>
    <message>
        <source>“{skill}”, days left: {count}</source>
        <translation>“{skill}”，剩余天数：{count}</translation>
    </message>
    <message>
        <source>“{statement}”</source>
        <translation>“{statement}”</translation>
    </message>
</context>
</TS>
