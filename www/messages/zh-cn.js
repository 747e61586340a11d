import { groupThousands, readingInWan } from "../answers/number-text.js";

/** From 1 to 19. @param {number} number */
function chineseNumeral(number) {
  const digit = "零一二三四五六七八九"[number % 10];
  if (number < 10) return digit;
  return number === 10 ? "十" : `十${digit}`;
}

/** Every text of the interface in Chinese. Texts about a policy come from the engine. */
export const chinese = {
  page: {
    title: "稳岗计算器",
    tagline: "就业补贴，逐项算清",
    /** Names the other language, in that language. */
    otherLanguage: "English",
    privacy: "全部计算都在您的设备上完成，填写的内容不会上传。",
    disclaimer: "结果供测算和核对使用，以人力资源社会保障部门的审核为准。",
  },
  operator: {
    /** @param {string} name */
    providedBy: (name) => `由${name}提供`,
    phone: "电话",
    report: "报告错误",
    /** Subject of a mail. @param {string} title @param {string} version */
    reportAbout: (title, version) => (version ? `稳岗计算器：${title}（版本 ${version}）` : title),
    unsigned: "本页没有注明由谁提供。办理和咨询请联系当地人力资源社会保障部门，电话12333。",
  },
  separator: "，",
  colon: "：",
  sentenceSeparator: "",
  listSeparator: "、",
  loading: "正在打开计算器……",
  loadingFailed: "计算器没有打开成功。请检查网络后刷新页面，或更新浏览器再试。",
  /** @param {string} id */
  unknownPolicy: (id) => `没有编号为“${id}”的政策。`,
  nowhere: "没有这个地址。请从“全部政策”里找。",

  embedding: {
    locked: "已由本网站设定",
    heading: "本网页对计算器的设置有误",
    notAnObject: "预先填写的内容不是 JSON 对象。",
    /** @param {string} field */
    unknownField: (field) => `没有编号为“${field}”的问题。`,
    /** @param {string} label */
    nothingToLock: (label) => `“${label}”要锁定，却没有预先填写。`,
    /** @param {string} label */
    notRows: (label) => `“${label}”应为若干行组成的列表。`,
    /** @param {string} label @param {string} message */
    badAnswer: (label, message) => `“${label}”：${message}`,
    /** @param {string} label */
    unusable: (label) => `“${label}”预先填写的内容不是它的答案。`,
    /** @param {string} color */
    badColor: (color) => `主题色“${color}”不是 #RRGGBB 形式的颜色。`,
    /** @param {string} name */
    unknownSetting: (name) => `没有名为“${name}”的设置。`,
    /** @param {string} name @param {string} value */
    badSetting: (name, value) => `设置“${name}”不能是“${value}”。`,
    /** @param {string} label */
    notAnAnswer: (label) => `“${label}”应为文字、数字或是否。`,
    noPolicies: "没有符合本网页设置的政策。",
  },

  nav: {
    start: "全部政策",
    profile: "能领哪些补贴",
    calculate: "计算",
    rules: "政策规则",
    comparison: "情形对比",
    views: "这项政策",
    site: "本站",
    skip: "跳到主要内容",
    /** The mode with large text for older readers, by the name that official sites use. */
    large: "长辈版",
    ordinary: "标准版",
    larger: "放大文字",
    smaller: "缩小文字",
    textSize: "文字大小",
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
    /** @param {string} version */
    version: (version) => `政策版本：${version}`,
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

  link: {
    /** @param {string} on */
    heading: (on) => `链接中说，它生成于${on}。`,
    /** Where the link does not say when it was made. */
    opened: "这里是链接中填写的内容。",
    /** @param {string} outcome */
    past: (outcome) => `当时的结果：${outcome}。`,
    /** @param {string} outcome */
    present: (outcome) => `现在的结果：${outcome}。`,
    sameResult: "现在的结果与当时相同。",
    sameRules: "这项政策的规则此后没有变动。",
    changedRules: "这项政策的规则或资料此后有变动。",
    /** @param {string[]} labels */
    unread: (labels) => `链接中这几项读不出来，没有填入：${labels.join("、")}。`,
    untouched: "您自己填写的没有改动。",
    dismiss: "用这份继续填写",
    /** @param {string} name */
    back: (name) => `回到“${name}”`,
    damaged: "链接不完整或已损坏，里面的内容没有填入。请让对方重新复制一次。",
    tooMuch: "链接里的内容太多，没有填入。请让对方存成文件发来。",
  },

  saving: {
    heading: "存下这份填写",
    name: "名称",
    nameHint: "例如：甲公司 2024",
    /** @param {string} day */
    defaultName: (day) => `${day}的填写`,
    save: "保存在这台设备上",
    /** @param {string} name @param {string} on */
    saved: (name, on) => `“${name}”保存在这台设备上（${on}），继续填写会自动更新。`,
    failed: "这个浏览器不允许保存，或者空间不够。可以存成文件。",
    isPublic: "公用电脑模式下，不在这台设备上保存。要留存请存成文件带走。",
    toFile: "存成文件",
    rename: "改名",
    renameDone: "确定",
    cancel: "取消",
    forget: "忘记全部",
    forgetDone: "全部忘记",
    /** @param {number} count */
    forgetWhat: (count) =>
      `这个网页在各个标签页里填写的内容${count > 0 ? `，和保存在这台设备上的${count}份，` : ""}都会删除，不能撤销。`,
    forgotten: "已全部忘记。",
    inTab:
      "填写的内容只在这个标签页里：刷新、返回不会丢。关闭后不再保留，但浏览器“恢复标签页”时会带回来；在公用电脑上请先“忘记全部”。",
    /** @param {number} count */
    onDevice: (count) => `这台设备上保存着${count}份填写，用这个浏览器的人都能打开。`,
    notKept: "内容太多，或浏览器不允许：刷新、关闭后就没有了。要留存请存成文件。",
    inPage: "公用电脑模式：填写的内容只在打开着的页面里，离开、刷新或关闭后就没有了。",
    usePublic: "这是公用电脑",
    leavePublic: "退出公用电脑模式",
  },

  situations: {
    heading: "继续填写",
    /** @param {string} name */
    atHand: (name) => `正在填写：${name}`,
    unsaved: "未保存的填写",
    linked: "链接中的填写",
    /** @param {string} on */
    savedOn: (on) => `${on}保存在这台设备上`,
    inTab: "只在这个标签页里",
    inPage: "只在这个页面里",
    takeUp: "换成",
    all: "全部",
    /** @param {string} name */
    continue: (name) => `继续填写“${name}”`,
    fresh: "另填一份",
    duplicate: "复制一份",
    /** @param {string} name */
    copyOf: (name) => `${name}（副本）`,
    remove: "删除",
    /** @param {string} name */
    removeWhat: (name) => `删除“${name}”，不能撤销。`,
    /** What an action is about, where several are alike. @param {string} action @param {string} name */
    about: (action, name) => `${action}：${name}`,
    openFile: "从文件打开",
    allToFile: "全部存成文件",
    fileName: "稳岗计算器的填写",
    badFile: "打不开：这个文件不是从这里存出的，或者已经损坏。",
    /** @param {number} count */
    opened: (count) => `从文件打开了${count}份，还没有保存在这台设备上。`,
  },

  policy: {
    choose: "选择政策",
    group: { "in-force": "现行有效", reference: "通用标准", expired: "不在有效期内，可用于核对" },
    badge: { "in-force": "现行有效", reference: "通用标准", expired: "已过期", upcoming: "尚未生效" },
    audience: { employer: "用人单位", citizen: "个人" },
    /** @param {number} year */
    claimYear: (year) => `${year}年`,
    /** @param {string | null} from @param {string | null} to */
    validity: (from, to) => [from && `自${from}起`, to && `至${to}止`].filter(Boolean).join(""),
    /** @param {string | null} until */
    expired: (until) => `这项政策${until ? `已于${until}` : "已"}到期，不能再据此申请。计算器仍可用来核对当时的结果。`,
    /** @param {string | null} from */
    upcoming: (from) => `这项政策${from ? `自${from}起` : "尚未"}生效，现在还不能据此申请。`,
  },

  form: {
    heading: "填写",
    fillExample: "填入示例",
    clear: "全部清空",
    undoClear: "撤销清空",
    optional: "选填",
    yes: "是",
    no: "否",
    unanswered: "尚未填写",
    clearAnswer: "清除",
    /** @param {string} label */
    clearAnswerTo: (label) => `清除：${label}`,
    chooseOne: "请选择",
  },

  question: {
    /** @param {string} min @param {string} max */
    between: (min, max) => `${min}至${max}`,
    /** @param {string} min */
    atLeast: (min) => `不少于${min}`,
    /** @param {string} min */
    moreThan: (min) => `大于${min}`,
    /** @param {string} max */
    atMost: (max) => `不超过${max}`,
    /** @param {string} figure @param {string} [inWan] */
    figure: (figure, inWan) => (inWan ? `${figure}（${inWan}）` : figure),
    /** @param {string} figure */
    readAs: (figure) => `读作${figure}`,
    /** A figure that does not come out even. @param {string} figure */
    about: (figure) => `约${figure}`,
    datePlaceholder: "如 20240315",
    openCalendar: "打开日历",
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
    empty: "没有记录。",
    /** @param {number} count */
    rows: (count) => `${count}行`,
    position: "行号",
    verdict: "结果",
    /** @param {number} position */
    row: (position) => `第${position}行`,
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

  result: {
    heading: "结果",
    eligible: "符合条件",
    ineligible: "不符合条件",
    undetermined: "还不能确定",
    notStarted: "填写后即可看到结果",
    computed: "测算结果",
    amountPending: "金额待定",
    /** @param {string} amount */
    yuan: (amount) => `${amount}元`,
    /** A figure with its unit. @param {string} figure @param {string} [unit] */
    measure: (figure, unit = "") => `${figure}${unit}`,
    yuanUnit: "元",
    /** @param {number} count */
    stillMissing: (count) => `还需填写${count}项`,
    missing: "还需填写",
    next: "接着填：",
    worthChecking: "请再核对：",
    /** @param {number} count */
    badEntries: (count) => `${count}处填写有误`,
    /** @param {number} count */
    setAside: (count) => `${count}处填写有误，暂按未填计算`,
    warnings: "请注意",
    /** @param {string} label */
    goTo: (label) => `去填写：${label}`,
    show: "查看结果",
    conditions: "条件",
    met: "满足",
    unmet: "不满足",
    open: "待定",
    calculation: "计算过程",
    formula: "公式",
    figures: "代入",
    deadlines: "期限",
    /** Sentences of an announcement are read out one after another. @param {string[]} sentences */
    announce: (sentences) => `${sentences.join("。")}。`,
    /** @param {string} date */
    printedOn: (date) => `计算日期：${date}`,
  },

  answer: {
    byDate: "随时间而定",
    /** How an amount is read; empty where that is clear from the figure. */
    reading: readingInWan,
    /** A whole number of something, in the units that policies have. @param {number} count @param {string} [unit] */
    quantity: (count, unit = "") => `${groupThousands(String(count))}${unit === "月" ? "个月" : unit}`.trim(),
    /** @param {number} count */
    rows: (count) => `${count}行`,
    /** @param {string} limit */
    ceiling: (limit) => `上限${limit}`,
    /** @param {string} limit */
    floor: (limit) => `下限${limit}`,
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
    /** The unit of a calendar year. */
    yearUnit: "年",
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

  source: {
    /** @param {string} text */
    basis: (text) => `依据：${text}`,
    primary: "原文",
    secondary: "二手来源",
    secondaryMeaning: "标有“二手来源”的标准没有找到发布机关的原文，依据的是转载或报道，请以原文为准。",
    /** @param {string} address */
    open: (address) => `打开来源网页：${address}`,
    /** @param {string} day */
    checked: (day) => `核对于${day}`,
    /** @param {string} day */
    checkedMeaning: (day) => `规则和数于${day}与下列文件核对。`,
  },

  outline: {
    amount: "能领多少",
    outcome: "算什么",
    conditions: "需要符合",
    atHand: "请先备好",
    inSomeCases: "（视情况）",
    canBeComputed: "（不知道可以帮您算）",
    apply: "怎么办",
    /** @param {string[]} titles */
    steps: (titles) => titles.join(" → "),
    /** @param {string[]} labels */
    deadlines: (labels) => `填写后会算出期限：${labels.join("、")}。`,
    /** @param {number} count */
    contacts: (count) => `共${count}个受理窗口，见本页下方。`,
  },

  rules: {
    heading: "依据",
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
  },

  rulePage: {
    parts: {
      conditions: "享受条件",
      calculation: "金额与计算",
      parameters: "标准与参数",
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
      sources: "资料来源",
      changes: "变更记录",
    },
    /** @param {number} index @param {string} title */
    numbered: (index, title) => `${chineseNumeral(index + 1)}、${title}`,
    contents: "目录",
    calculate: "用这项政策测算",
    /** @param {string} label */
    linkTo: (label) => `本条的链接：${label}`,
    uses: "用到",
    concerns: "相关",
    basis: "依据",
    /** @param {string} label @param {string} formula */
    equals: (label, formula) => `${label} = ${formula}`,
    /** @param {number} number @param {string} section */
    cited: (number, section) => `〔${number}〕${section}`,
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
      boolean: "是或否",
    },
    /** @param {string} list */
    choices: (list) => `选择一项：${list}`,
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

  local: {
    where: "在哪里参保？选了就按当地的规定填好",
    elsewhere: "其他地方，或不知道当地怎么算",
    /** @param {number} ruleYear @param {string} year */
    otherYear: (ruleYear, year) => `这是${ruleYear}年的规定，${year}年的没有查到，请向当地核对。`,
    severalWays: "当地有几种算法，每一种的结果：",
    /** @param {string} outcome */
    sameAnyWay: (outcome) => `无论用哪一种，都是：${outcome}。选其中任何一种即可继续。`,
    unknownWay: "各地的算法有下面几种，每一种的结果：",
    take: "按这一种算",
  },

  finder: {
    heading: "想算什么？",
    topic: {
      retention: "稳岗返还",
      training: "培训与技能",
      hiring: "招用与输送",
      pay: "工资",
      figures: "基础数据",
      other: "其他",
    },
    topicHint: {
      retention: "少裁员，能返还多少失业保险费",
      training: "组织培训、取得证书，能补多少",
      hiring: "新招、介绍或输送劳动者，能补多少",
      pay: "加班等，应付多少",
      figures: "企业划型、保险费等，先算好再用",
      other: "不属于以上各类",
    },
    profile: "不知道能领哪些？",
    profileHint: "填几项，一次看全：哪些符合条件、各多少、怎样合起来最多。",
    profileGo: "一次看全",
    all: "全部政策",
    /** @param {number} count */
    count: (count) => `${count}项`,
    /** @param {number} found @param {number} all */
    found: (found, all) => (found === all ? `共${all}项` : `${all}项中的${found}项`),
    /** @param {string} label @param {number} count */
    withCount: (label, count) => `${label}（${count}）`,
    filter: { topic: "想算", region: "地区", year: "年度", audience: "对象", text: "查找" },
    textHint: "城市、名称、文号、关键词",
    /** @param {string} name */
    noOwn: (name) => `${name}还没有单独收录。`,
    nationwideApplies: "全国的规定各地都适用，现在就可以算，见下面。",
    /** @param {string} name @param {string} around */
    placeWithin: (name, around) => `${name}按${around}的规定，见下面。`,
    /** @param {string} questions */
    askThere: (questions) => `国家只定条件和上限。当地自己定的，请向当地人社部门（电话12333）问清：${questions}。`,
    /** @param {string} place @param {number | undefined} year @param {string} title */
    knownThere: (place, year, title) =>
      `${place}${year ? `${year}年` : ""}的规定已经查到：打开《${title}》，选“${place}”就会填好。`,
    /** @param {string} name */
    namesake: (name) => `要找的是${name}？`,
    perhapsPlace: "没有找到。要找的如果是某个市、县或区：没有单独收录的地方，可以先按全国的规定算。",
    results: "查到的",
    seeNationwide: "看全国的规定",
    any: "不限",
    /** @param {string} name */
    andNationwide: (name) => `${name}（含全国适用）`,
    /** @param {string} filter @param {string} value */
    filterWith: (filter, value) => `${filter}：${value}`,
    chosen: "已选条件",
    /** @param {string} text */
    remove: (text) => `去掉条件“${text}”`,
    removeAll: "去掉全部条件",
    nothingFound: "没有同时符合这些条件的政策。可以放宽其中一项：",
    /** @param {string} text @param {number} count */
    loosen: (text, count) => `去掉“${text}”，有${count}项`,
    group: { "in-force": "现行有效", upcoming: "尚未生效", reference: "通用标准", expired: "已过期" },
    expiredUse: "不能再据此申请，仍可用来核对当时的结果。",
    rules: "政策说明",
    /** @param {string} title */
    rulesOf: (title) => `政策说明：${title}`,
  },

  profile: {
    heading: "能领哪些补贴？",
    intro: "先选身份、地区和年度，再填几项。同一项只问一次，哪些符合条件、各有多少，随填随看。",
    audience: "谁来申领？",
    region: "在哪里？",
    elsewhere: "其他地方（只看全国规定）",
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
    expiredIncluded: "含不在有效期内的政策，现在不能申请，金额供核对。",
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

/** @typedef {typeof chinese} Messages */
