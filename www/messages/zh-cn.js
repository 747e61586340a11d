/** Every text of the interface in Chinese. Texts about a policy come from the engine. */
export const chinese = {
  page: {
    title: "稳岗计算器",
    tagline: "就业补贴，逐项算清",
    /** Names the other language, in that language. */
    otherLanguage: "English",
    privacy: "全部计算都在您的设备上完成，填写的内容不会上传，也不会保存。",
    disclaimer: "结果供测算和核对使用，以人力资源社会保障部门的审核为准。",
  },
  separator: "，",
  loading: "正在打开计算器……",
  loadingFailed: "计算器没有打开成功。请检查网络后刷新页面，或更新浏览器再试。",
  /** @param {string} id */
  unknownPolicy: (id) => `没有编号为“${id}”的政策。`,

  policy: {
    choose: "选择政策",
    group: { "in-force": "现行有效", reference: "通用标准", expired: "不在有效期内，可用于核对" },
    badge: { "in-force": "现行有效", reference: "通用标准", expired: "已过期", upcoming: "尚未生效" },
    audience: { employer: "用人单位", citizen: "个人" },
    /** @param {number} year */
    claimYear: (year) => `${year}年`,
    /** @param {string | null} until */
    expired: (until) =>
      `这项政策${until ? `已于 ${until} ` : "已"}到期，不能再据此申请。计算器仍可用来核对当时的结果。`,
    /** @param {string | null} from */
    upcoming: (from) => `这项政策${from ? `自 ${from} 起` : "尚未"}生效，现在还不能据此申请。`,
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
    between: (min, max) => `${min} 至 ${max}`,
    /** @param {string} min */
    atLeast: (min) => `不少于 ${min}`,
    /** @param {string} min */
    moreThan: (min) => `大于 ${min}`,
    /** @param {string} max */
    atMost: (max) => `不超过 ${max}`,
    /** @param {string} figure @param {string} [inWan] */
    figure: (figure, inWan) => (inWan ? `${figure}（${inWan}）` : figure),
    /** @param {string} figure */
    readAs: (figure) => `读作 ${figure}`,
    /** @param {string[]} choices @param {string} answer */
    notAChoice: (choices, answer) =>
      `应填${choices.map((choice) => `“${choice}”`).join("、")}之一；填写的是“${answer}”`,
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
    monthsHelp: "填写各月的数字，没有的月份填 0；也可以从表格里复制12个数字，粘贴到第一格。",
    /** @param {number} month */
    month: (month) => `${month}月`,
    /** @param {number} count */
    monthsLeft: (count) => `还差 ${count} 个月。`,
    /** @param {string[]} months */
    badMonths: (months) => `${months.join("、")}应填不小于 0 的数字。`,
    /** @param {string} sum @param {string} mean @param {boolean} exact */
    mean: (sum, mean, exact) => `合计 ${sum} ÷ 12 ${exact ? "=" : "≈"} ${mean}`,
    /** @param {number} decimals */
    rounded: (decimals) => (decimals === 0 ? "四舍五入取整数" : `四舍五入保留 ${decimals} 位小数`),
  },

  table: {
    addRow: "添加一行",
    none: "没有可填的",
    empty: "没有记录。",
    position: "行号",
    verdict: "结果",
    /** @param {number} position */
    row: (position) => `第 ${position} 行`,
    /** @param {number} position */
    removeRow: (position) => `删除第 ${position} 行`,
    remove: "删除",
    /** @param {number} position */
    copyRow: (position) => `复制第 ${position} 行`,
    copy: "复制",
    /** @param {number} position */
    removed: (position) => `已删除第 ${position} 行。`,
    undo: "撤销",
    redo: "重做",
    undone: "已撤销。",
    redone: "已重做。",
    expand: "放大表格",
    collapse: "收起",
    keys: "回车到下一行，↑ ↓ 换行；Ctrl+回车加一行，Ctrl+Delete 删除一行，Ctrl+Z 撤销。可以从 Excel、WPS 直接粘贴到格子里。",
    /** @param {number} first @param {number} last @param {number} count */
    shown: (first, last, count) => `第 ${first}–${last} 行，共 ${count} 行`,
    previous: "上一页",
    next: "下一页",
    paste: "从 Excel 粘贴",
    pasteHere: "在这里粘贴",
    pasteHelp: "在 Excel 或 WPS 中选中要填的单元格，复制后粘贴到这里。有表头时按列名对应，没有表头时按列的顺序。",
    /** @param {number} count */
    fillIn: (count) => (count === 0 ? "填入表格" : `填入 ${count} 行`),
    openFile: "打开 CSV 文件",
    workbook: "这是 Excel 工作簿。请在 Excel 中另存为 CSV 文件，或者复制单元格后粘贴到上面。",
    emptyFile: "文件里没有可填的行。",
    cancel: "取消",
    /** @param {number} rows @param {string[]} left */
    filledIn: (rows, left) =>
      `已填入 ${rows} 行。${left.length > 0 ? `没有对应列、未填入的：${left.map((name) => `“${name}”`).join("、")}。` : ""}`,
    /** @param {string} label @param {string} value */
    value: (label, value) => `${label}：${value}`,
    accepted: "计入",
    rejected: "未计入",
    /** @param {number} accepted @param {number} rejected */
    tally: (accepted, rejected) => `计入 ${accepted} 行，未计入 ${rejected} 行`,
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
    yuan: (amount) => `${amount} 元`,
    yuanUnit: "元",
    /** @param {number} count */
    stillMissing: (count) => `还需填写 ${count} 项`,
    missing: "还需填写",
    /** @param {number} count */
    badEntries: (count) => `${count} 处填写有误`,
    /** @param {number} count */
    setAside: (count) => `${count} 处填写有误，暂按未填计算`,
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
    calculationPending: "填写后，这里会逐行列出计算过程。",
    deadlines: "期限",
    /** Sentences of an announcement are read out one after another. @param {string[]} sentences */
    announce: (sentences) => `${sentences.join("。")}。`,
    /** @param {string} date */
    printedOn: (date) => `计算日期：${date}`,
  },

  source: {
    /** @param {string} text */
    basis: (text) => `依据：${text}`,
    primary: "原文",
    secondary: "二手来源",
    secondaryMeaning: "标有“二手来源”的标准没有找到发布机关的原文，依据的是转载或报道，请以原文为准。",
    open: "打开来源网页",
  },

  rules: {
    heading: "政策说明",
    parameters: "标准与参数",
    byDate: "随时间而定",
    throughout: "一直适用",
    /** @param {string} date */
    from: (date) => `自 ${date} 起`,
    notes: "说明",
    procedure: "办理步骤",
    contacts: "咨询与受理",
    sources: "资料来源",
  },
};

/** @typedef {typeof chinese} Messages */
