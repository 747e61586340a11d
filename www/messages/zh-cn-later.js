import { addMessages } from "./index.js";

/** From 1 to 19. @param {number} number */
function chineseNumeral(number) {
  const digit = "零一二三四五六七八九"[number % 10];
  if (number < 10) return digit;
  return number === 10 ? "十" : `十${digit}`;
}

/** What comes after the first result. */
const later = {
  result: {
    amountPending: "金额待定",
    deadlines: "期限",
    /** @param {string} date */
    printedOn: (date) => `计算日期：${date}`,
  },

  source: {
    primary: "原文",
    secondaryMeaning: "标有“二手来源”的标准没有找到发布机关的原文，依据的是转载或报道，请以原文为准。",
    /** @param {string} address */
    open: (address) => `打开来源网页：${address}`,
    /** @param {string} day */
    checkedMeaning: (day) => `规则和数于${day}与下列文件核对。`,
  },

  rules: {
    parameters: "标准与参数",
    throughout: "一直适用",
    /** @param {string} date */
    from: (date) => `自${date}起`,
    notes: "说明",
    procedure: "办理步骤",
    apply: "网上办理",
    contacts: "咨询与受理",
    sources: "资料来源",
    more: "查看全部规则、公式和算例",
    back: "回到刚才的位置",
    /** @param {number} count */
    byDates: (count) => `随时间而定，共${count}个时段`,
    /** @param {number} count */
    severalFigures: (count) => `分情形而定，共${count}个数`,
  },

  keep: {
    heading: "保留结果",
    filledIn: "填写的内容",
    copy: "复制结果",
    copied: "结果已复制。",
    copyLink: "复制链接",
    linkCopied: "链接已复制。打开它就是现在填写的内容；链接里的数据不会发送到服务器。",
    copyByHand: "浏览器不允许自动复制，请手动复制：",
    print: "打印或存为 PDF",
    picture: "存为图片",
    pictureSaved: "图片已保存到下载的文件里。",
    pressPicture: "长按图片，可以保存到手机或发给别人。",
    noPicture: "内容太长，画不成一张图片；可以复制结果，或打印成 PDF。",
    inWeChat: "要打印或存为 PDF：点右上角“···”，选择在浏览器中打开。",
    inMiniProgram: "在小程序中查看和保存结果",
    handedOver: "内容较多，已交给小程序：返回小程序首页后打开“网页版里的结果”。",
    read: "朗读结果",
    stopReading: "停止朗读",
    tooMuchForLink: "内容太多，放不进链接。可以存成文件发给对方。",
    /** @param {string[]} labels */
    names: (labels) => `链接里会带上您填的文字：${labels.join("、")}。收到链接的人都能看到。`,
    withNames: "照样复制",
    withoutNames: "换成编号再复制",
    cancel: "取消",
    qrCode: "打开这份计算的二维码",
    /** What a result rests on; a form to be filled in by hand rests on no engine. @param {string} version @param {string} [engine] */
    version: (version, engine) => `政策版本：${version}${engine ? `，计算程序 ${engine} 版` : ""}`,
  },

  sheet: {
    result: "测算单",
    form: "手填表",
    who: {
      employer: { name: "单位名称", number: "统一社会信用代码" },
      citizen: { name: "姓名", number: "联系电话" },
    },
    scan: "扫码打开这份测算",
    bad: "填写有误，没有计算",
    toFillIn: "要填的项目",
    /** @param {string} condition */
    when: (condition) => `何时要填：${condition}`,
    preparedBy: "经办人",
    checkedBy: "复核人",
    signedOn: "日期",
    seal: "盖章",
  },

  helper: {
    help: "不知道？帮我算",
    reopen: "查看或修改",
    /** @param {string} action @param {string} label */
    about: (action, label) => `${action}：${label}`,
    /** @param {string} label */
    byPolicy: (label) => `由“${label}”测算得出`,
    byMonths: "由12个月的数字平均得出",
    unknown: "还不能得出结果。",
    /** @param {string} answer */
    fillIn: (answer) => `填入：${answer}`,
    monthsHelp: "填写各月的数字，没有的月份填 0；也可以从表格里复制12个数字（可带月份一列），粘贴到第一格。",
    /** @param {number} month */
    month: (month) => `${month}月`,
    /** @param {number} count */
    monthsLeft: (count) => `还差${count}个月。`,
    /** @param {string[]} months */
    badMonths: (months) => `${months.join("、")}应填不小于 0 的数字。`,
    /** @param {string} sum @param {string} mean @param {boolean} exact */
    mean: (sum, mean, exact) => `合计${sum} ÷ 12 ${exact ? "=" : "≈"} ${mean}`,
    /** @param {number} decimals */
    rounded: (decimals) => (decimals === 0 ? "四舍五入取整数" : `四舍五入保留${decimals}位小数`),
    unrounded: "按算式填入，不四舍五入",
    pasteUnclear: "看不准粘贴的数字各属于哪个月，没有填入。请只复制一列（或一行）数字，或连同旁边的月份一列。",
    /** @param {number} count @param {number} places */
    pasteTooMany: (count, places) => `粘贴了${count}个数字，只有${places}个月可填，没有填入。`,
  },

  table: {
    addRow: "添加一行",
    none: "没有可填的",
    /** @param {number} count */
    rows: (count) => `${count}行`,
    position: "行号",
    verdict: "结果",
    /** @param {number} position */
    removeRow: (position) => `删除第${position}行`,
    remove: "删除",
    /** @param {number} position */
    copyRow: (position) => `复制第${position}行`,
    copy: "复制",
    /** @param {number} position */
    removed: (position) => `已删除第${position}行。`,
    undo: "撤销",
    redo: "重做",
    undone: "已撤销。",
    redone: "已重做。",
    expand: "放大表格",
    collapse: "收起",
    /** Between the parts of a row in one line. */
    between: "·",
    keys: "回车到下一行，↑ ↓ 换行；Ctrl+回车加一行，Ctrl+Delete 删除一行，Ctrl+Z 撤销。拖动或按 Shift+方向键选中多格，可以复制、清除。可以从 Excel、WPS 直接粘贴到格子里。",
    /** @param {number} first @param {number} last @param {number} count */
    shown: (first, last, count) => `第${first}–${last}行，共${count}行`,
    previous: "上一页",
    next: "下一页",
    paste: "从 Excel 粘贴",
    pasteHere: "在这里粘贴",
    pasteHelp:
      "在 Excel 或 WPS 中连同列名一起选中，复制后粘贴到这里。列的顺序和多余的列都不要紧，对不上的列会请您核对。",
    /** @param {number} count */
    fillIn: (count) => (count === 0 ? "填入表格" : `填入${count}行`),
    openFile: "打开 CSV 文件",
    workbook:
      "这是 Excel 工作簿，这里还不能直接读取。请在 Excel 或 WPS 里打开它，选“文件 → 另存为”，类型选“CSV（逗号分隔）”，再打开存好的文件；也可以选中单元格复制，粘贴到上面。",
    emptyFile: "文件里没有可填的行。",
    template: "下载空表",
    copyTable: "复制表格",
    downloadTable: "下载表格",
    copied: "表格和各行结果已复制，可以粘贴到 Excel、WPS。",
    notCopied: "浏览器不允许复制。",
    invalid: "填写有误",
    reasons: "原因",
    amount: "金额（元）",
    onlyProblems: "只看有问题的",
    allRows: "看全部",
    /** @param {number} problems @param {number} rows */
    filtered: (problems, rows) => `${rows}行中${problems}行有问题`,
    /** @param {number} position */
    editRow: (position) => `修改第${position}行`,
    blankRow: "还没有填写",
    done: "收起",
    checkColumns: "核对对应列",
    /** @param {number} rows */
    checkColumnsHelp: (rows) => `您的表有${rows}行。请核对：每一项取自您表中的哪一列。`,
    namesIn: "列名在哪一行",
    noNames: "没有列名，第一行就是数据",
    noColumn: "没有这一列",
    chooseColumn: "请选择",
    /** @param {number} position */
    column: (position) => `第${position}列`,
    severalColumns: "有几列都叫这个名称，请选一列",
    lacking: "填入后请补填",
    /** @param {string[]} names */
    unused: (names) => `没有用到的列：${names.map((name) => `“${name}”`).join("、")}。`,
    /** @param {number} rows */
    leftOut: (rows) => `合计、落款等${rows}行不填入。`,
    /** @param {number} rows @param {number} columns */
    selected: (rows, columns) => `已选中${rows}行${columns}列`,
    clearedCells: "已清除选中的内容。",
    cancel: "取消",
    /** @param {number} rows @param {string[]} left @param {string[]} [lacking] @param {number} [leftOut] rows */
    filledIn: (rows, left, lacking = [], leftOut = 0) => {
      const list = (/** @type {string[]} */ names) => names.map((name) => `“${name}”`).join("、");
      return `已填入${rows}行。${left.length > 0 ? `没有对应列、未填入的：${list(left)}。` : ""}${lacking.length > 0 ? `您的表里没有：${list(lacking)}。` : ""}${leftOut > 0 ? `合计、落款等${leftOut}行未填入。` : ""}`;
    },
    /** @param {string} label @param {string} value */
    value: (label, value) => `${label}：${value}`,
    accepted: "计入",
    rejected: "未计入",
    /** @param {number} count */
    moreRows: (count) => `另有${count}行未计入，原因见填写的表格。`,
    /** @param {string} sum @param {string} total */
    rounding: (sum, total) =>
      `各行金额分别四舍五入到分，显示的数字相加是${sum}元；合计按未舍入的数计算，只在最后四舍五入一次，所以是${total}元。`,
    /** @param {number} accepted @param {number} rejected @param {number} bad rows in which something is wrong */
    tally: (accepted, rejected, bad) =>
      rejected + bad === 0
        ? `${accepted}行全部计入`
        : [`${accepted}行计入`, rejected > 0 && `${rejected}行未计入`, bad > 0 && `${bad}行填写有误`]
            .filter(Boolean)
            .join("，"),
  },

  answer: {
    byDate: "随时间而定",
    /** Units of an axis of amounts, the largest first; `places` is by how many digits each is larger than a yuan. */
    moneyUnits: [
      { places: 8, name: "亿元" },
      { places: 4, name: "万元" },
      { places: 0, name: "元" },
    ],
    /** @param {string} amount @param {string} unit */
    axisUnit: (amount, unit) => `${amount}（${unit}）`,
    /** @param {string} amount @param {string} field */
    chart: (amount, field) => `${amount}随“${field}”的变化`,
    /** Where a drawing over several fields leaves the choice. @param {string} amount */
    chartOver: (amount) => `${amount}随哪一项变化`,
    /** @param {string} quantity */
    now: (quantity) => `现在${quantity}`,
    /** @param {string} quantity */
    from: (quantity) => `${quantity}起`,
    /** @param {string} quantity */
    upTo: (quantity) => `至${quantity}`,
    /** @param {string} quantity @param {string[]} outcomes */
    reads: (quantity, outcomes) => `${quantity}：${outcomes.join("，")}`,
    asTable: "数据表",
    verdict: "结论",
    whatIf: "如果数字变化",
    /** Where the authority shows another figure. */
    reconcile: "系统显示的和这里不一样？对一对，找出原因",
    steps: {
      duties: { none: "不用办", confirm: "要确认", apply: "要申请" },
      /** @param {string} who */
      whose: (who) => `适用于：${who}`,
      /** @param {string} who */
      yours: (who) => `按所填内容，适用于您：${who}`,
      /** @param {string} who */
      ifYours: (who) => `如果您是：${who}`,
      /** @param {number} count */
      others: (count) => `按所填内容，另外${count}步是别的单位的`,
      /** @param {string} what */
      missed: (what) => `没有按时办：${what}`,
      letters: "划型、人数或账户不对？写更正说明",
      /** @param {number} open */
      materials: (open) => (open > 0 ? `要交的材料，还差${open}样：` : "要交的材料，都有了："),
      /** @param {boolean} isThere @returns {string} */
      state: (isThere) => (isThere ? "已有" : "还要准备"),
      /** @param {string} name */
      waived: (name) => `不用交：${name}。`,
      /** @param {string[]} names */
      toHandIn: (names) => `要交：${names.join("、")}`,
      /** @param {string} day */
      last: (day) => `最迟${day}`,
    },
    checklist: "确认前请核对",
    contacts: "去哪里办、向谁咨询",
    chooseContact: "选择地区或窗口",
    /** @param {number} count */
    allContacts: (count) => `全部${count}处`,
    /** @param {number} days */
    daysLeft: (days) =>
      days > 1 ? `还有${days}天` : days === 1 ? "明天截止" : days === 0 ? "今天截止" : `已过${-days}天`,
    /** @param {string} formula */
    rule: (formula) => `算法：${formula}`,
    addToCalendar: "加入日历",
    /** @param {string} label */
    addToCalendarThe: (label) => `加入日历：${label}`,
    addAllToCalendar: "全部加入日历",
    more: "更多",
    otherAnswers: "换一种答案",
    /** @param {string} label @param {string} answer */
    answered: (label, answer) => (label.endsWith("？") ? `${label}${answer}` : `${label}：${answer}`),
    /** @param {string} amount */
    moreBy: (amount) => `多${amount}`,
    /** @param {string} amount */
    lessBy: (amount) => `少${amount}`,
    /** @param {string} from @param {string} to */
    between: (from, to) => `${from}–${to}`,
    /** @param {string} quantity */
    atLeast: (quantity) => `至少${quantity}`,
    /** @param {string} quantity */
    atMost: (quantity) => `不超过${quantity}`,
    /** @param {string[]} ranges */
    eligibleWith: (ranges) => `${ranges.join("或")}时符合条件。`,
    /** @param {string} present @param {string} down @param {string} up how far it may change; empty where that is no matter */
    mayChange: (present, down, up) =>
      `现在${present}，最多还可以${[down && `减少${down}`, up && `增加${up}`].filter(Boolean).join("，或")}。`,
    /** @param {string} present @param {boolean} down @param {boolean} up which way the verdict turns at once */
    atTheEdge: (present, down, up) =>
      `现在${present}，再${[down && "减少", up && "增加"].filter(Boolean).join("或")}就不符合条件。`,
    /** @param {string} present @param {string} down @param {string} up */
    wouldHaveTo: (present, down, up) =>
      `现在${present}，还需${[up && `增加${up}`, down && `减少${down}`].filter(Boolean).join("或")}才符合条件。`,
  },

  rulePage: {
    parts: {
      conditions: "享受条件",
      calculation: "金额与计算",
      schedules: "逐月计算",
      parameters: "标准与参数",
      readings: "通知的其他读法",
      questions: "需要填写的内容",
      tables: "逐行填写的内容",
      deadlines: "期限",
      warnings: "需要留意的情形",
      exclusions: "不能同时享受的政策",
      procedure: "办理步骤",
      checklist: "确认前请核对",
      contacts: "咨询与受理",
      examples: "算例",
      notes: "说明",
      unexpressed: "没有算进去的规定",
      sources: "资料来源",
      changes: "变更记录",
    },
    /** @param {number} index @param {string} title */
    numbered: (index, title) => `${chineseNumeral(index + 1)}、${title}`,
    contents: "目录",
    /** @param {string} first @param {string} count */
    monthsFrom: (first, count) => `自“${first}”所在月起，共“${count}”`,
    ofMonth: "每月金额",
    calculate: "用这项政策测算",
    /** @param {string} label */
    linkTo: (label) => `本条的链接：${label}`,
    uses: "用到",
    concerns: "相关",
    basis: "依据",
    quote: "原文",
    holds: "适用时间",
    figure: "标准",
    source: "依据",
    atPresent: "当前适用",
    /** @param {string} date */
    coveredUntil: (date) => `以上标准适用至${date}，以后的尚未公布或尚未收录。`,
    kinds: {
      count: "整数",
      money: "金额",
      number: "数",
      percentage: "百分数",
      date: "日期",
      text: "文字",
      choice: "选择一项",
      choices: "可选几项",
      boolean: "是或否",
    },
    /** @param {string} list */
    choices: (list) => `选择一项：${list}`,
    /** @param {string} list */
    severalChoices: (list) => `可选几项：${list}`,
    /** @param {string} least @param {string} most */
    between: (least, most) => `${least}至${most}`,
    /** @param {string} least @param {string} most */
    above: (least, most) => `大于${least}、不超过${most}`,
    /** @param {string} unit */
    unit: (unit) => `单位：${unit}`,
    /** @param {number} places */
    decimals: (places) => `最多${places}位小数`,
    /** @param {string} condition */
    askedWhen: (condition) => `仅在以下情形填写：${condition}`,
    helper: "不知道怎么填？可以先算一算",
    columns: "每行填写",
    column: "项目",
    answer: "填写内容",
    rowValues: "每行计算",
    reasons: "不予计入的情形",
    reason: "情形",
    filledIn: "填写",
    comesOut: "得出",
    useExample: "用这个例子试算",
    /** @param {string} name */
    useExampleNamed: (name) => `用这个例子试算：${name}`,
    version: "规则版本",
    versionMeaning: "条文、标准或公式有任何变动，版本号都会改变。",
    /** @param {string} date */
    printedOn: (date) => `打印日期：${date}`,
  },

  comparison: {
    lead: "情形 A 是已经填写的内容。在情形 B 中改动任何一项，就能看到结果有什么不同。",
    first: "情形 A",
    second: "情形 B",
    fields: "两种情形的填写内容",
    stacked: "下面填写的是情形 B，各项之下是情形 A 的内容。",
    results: "两种情形的结果",
    item: "项目",
    makeAllSame: "使 B 与 A 相同",
    makeSame: "与 A 相同",
    /** @param {string} label */
    makeSameNamed: (label) => `使情形 B 与 A 相同：${label}`,
    swap: "交换 A 与 B",
    take: "采用情形 B",
    fillFirst: "先填写情形 A",
    editFirst: "修改情形 A",
    different: "不同",
    notAsked: "不需要填写",
    notUsed: "未用到",
    noSuchRule: "没有这一条",
    allAlike: "没有不同的项目。",
    open: "未填写",
    onlyDifferent: "只看不同的项目",
    nothingDiffers: "两种情形的结果没有不同。",
    given: "有此提示",
    notGiven: "无此提示",
    /** @param {string} amount */
    more: (amount) => `情形 B 比情形 A 多${amount}`,
    /** @param {string} amount */
    less: (amount) => `情形 B 比情形 A 少${amount}`,
    sameAmount: "两种情形的金额相同",
    copy: "复制对比",
    copied: "对比已复制。",
    /** A line of what differs. @param {string} label @param {string} first @param {string} second */
    line: (label, first, second) => `${label}：A ${first}；B ${second}`,
    amountOpen: "两种情形的金额都算出后，这里会显示相差多少",
  },

  profile: {
    heading: "能领哪些补贴？",
    intro: "先选身份、地区和年度，再填几项。同一项只问一次，哪些符合条件、各有多少，随填随看。",
    audience: "谁来申领？",
    region: "在哪里？",
    regionHint: "省、市、县或区，拼音也行",
    /** @param {string} name */
    takenFor: (name) => `按${name}来看。`,
    /** @param {string} names */
    narrower: (names) => `在${names}的请写到市：那里另有规定。`,
    elsewhere: "不分地方，只看全国的规定",
    nationwideOnly: "只看全国的规定。写上地名，还能看到当地的。",
    year: "看哪一年的？",
    /** @param {number} year @param {number} count @param {number} inForce */
    yearWith: (year, count, inForce) =>
      `${year}年（${count}项，${inForce === 0 ? "已过期" : inForce === count ? "现行有效" : `${inForce}项现行有效`}）`,
    known: "按所选的地区和年度，已替您填好：",
    /** @param {string} place @param {number} [year] */
    knownFrom: (place, year) => `（${place}${year ? `${year}年` : ""}的规定）`,
    /** @param {string[]} titles */
    usedFor: (titles) => `用于：${titles.join("、")}`,
    nothingToAsk: "没有要填的了。",
    tables: "要逐行填写的",
    tablesHint: "这些要一行一行地填，请到各自的页面填写，这里填过的会一起带过去。",
    /** @param {string} label */
    onItsPage: (label) => `${label}（到它的页面填写）`,
    listSeparator: "、",
    total: "可以同时享受的，合计",
    totalAtLeast: "可以同时享受的，合计至少",
    sum: "合计",
    sumAtLeast: "合计至少",
    /** @param {string} amount */
    atLeast: (amount) => `至少${amount}`,
    /** @param {string} amount */
    atMost: (amount) => `最多${amount}`,
    mostUnknown: "最多多少还不能确定",
    clauseSeparator: "，",
    /** @param {string} ways */
    largestOf: (ways) => `只取最多的一项：${ways}。`,
    nothingYet: "填写后，这里算出可以同时享受的补贴合计多少。",
    expiredIncluded: "含已过期的政策或已过的年度，现在不一定能申请，金额供核对。",
    yearOver: "所选年度已过",
    leftOut: "没有计入合计",
    outcome: {
      eligible: "符合条件",
      open: "符合条件，金额待定",
      undetermined: "还不能确定",
      ineligible: "不符合条件",
    },
    noSubsidies: "这里还没有收录符合所选身份、地区和年度的补贴。可以换一个年度或地区看看。",
    /** @param {number} eligible @param {number} ineligible */
    tally: (eligible, ineligible) =>
      [eligible > 0 ? `${eligible}项符合` : "", ineligible > 0 ? `${ineligible}项不符合` : ""]
        .filter(Boolean)
        .join("，"),
    /** @param {number} count */
    stillOpen: (count) => `还有${count}项待定`,
    references: "不是补贴，也许用得上",
    /** @param {string} title */
    replaced: (title) => `《${title}》没有另列：当地有自己的规定，以当地的为准。`,
  },
};

/** @typedef {typeof later} ChineseLater */

addMessages("zh-CN", later);
