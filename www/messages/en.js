/** @import { Messages } from "./zh-cn.js" */

/**
 * Every text of the interface in English; the type makes sure that none is left out.
 * @type {Messages}
 */
export const english = {
  page: {
    title: "Wengang calculator",
    tagline: "Employment subsidies, worked out line by line",
    otherLanguage: "中文",
    privacy: "Everything is calculated on your device. Nothing that you enter is sent or stored.",
    disclaimer: "Results are for estimating and checking; the human-resources authority decides.",
  },
  separator: ", ",
  loading: "Opening the calculator…",
  loadingFailed:
    "The calculator could not be opened. Check the connection and reload the page, or try a newer browser.",
  unknownPolicy: (id) => `There is no policy with the id “${id}”.`,

  policy: {
    choose: "Choose a policy",
    group: {
      "in-force": "In force",
      reference: "General standards",
      expired: "Not in force, for checking",
    },
    badge: {
      "in-force": "In force",
      reference: "General standard",
      expired: "Expired",
      upcoming: "Not yet in force",
    },
    audience: { employer: "For employers", citizen: "For individuals" },
    claimYear: (year) => String(year),
    expired: (until) =>
      `This policy ${until ? `expired on ${until}` : "has expired"} and can no longer be applied for. You can still check a past result.`,
    upcoming: (from) =>
      `This policy ${from ? `takes effect on ${from}` : "is not yet in force"}; it cannot be applied for yet.`,
  },

  form: {
    heading: "Your figures",
    fillExample: "Fill in an example",
    clear: "Clear all",
    undoClear: "Undo clearing",
    optional: "optional",
    yes: "Yes",
    no: "No",
    unanswered: "Not answered yet",
    clearAnswer: "Clear",
    clearAnswerTo: (label) => `Clear: ${label}`,
    chooseOne: "Please choose",
  },

  question: {
    between: (min, max) => `${min} to ${max}`,
    atLeast: (min) => `at least ${min}`,
    moreThan: (min) => `more than ${min}`,
    atMost: (max) => `at most ${max}`,
    figure: (figure) => figure,
    readAs: (figure) => `Read as ${figure}`,
    notAChoice: (choices, answer) =>
      `Should be one of ${choices.map((choice) => `“${choice}”`).join(", ")}; it says “${answer}”`,
    datePlaceholder: "e.g. 20240315",
    openCalendar: "Open the calendar",
  },

  helper: {
    help: "Not sure? Work it out",
    reopen: "See or change",
    about: (action, label) => `${action}: ${label}`,
    byPolicy: (label) => `Worked out by “${label}”`,
    byMonths: "Worked out as the average of 12 months",
    unknown: "No result yet.",
    fillIn: (answer) => `Fill in: ${answer}`,
    monthsHelp:
      "Fill in the figure of each month, 0 where there is none; or copy 12 figures from a spreadsheet and paste them into the first field.",
    month: (month) => new Date(Date.UTC(2000, month - 1)).toLocaleDateString("en", { month: "short", timeZone: "UTC" }),
    monthsLeft: (count) => (count === 1 ? "1 month to go." : `${count} months to go.`),
    badMonths: (months) => `${months.join(", ")}: should be a number, 0 or more.`,
    mean: (sum, mean, exact) => `Total ${sum} ÷ 12 ${exact ? "=" : "≈"} ${mean}`,
    rounded: (decimals) => (decimals === 0 ? "rounded to a whole number" : `rounded to ${decimals} decimal places`),
  },

  table: {
    addRow: "Add a row",
    none: "Nothing to enter",
    empty: "No records.",
    position: "Row",
    verdict: "Result",
    row: (position) => `Row ${position}`,
    removeRow: (position) => `Remove row ${position}`,
    remove: "Remove",
    copyRow: (position) => `Duplicate row ${position}`,
    copy: "Duplicate",
    removed: (position) => `Row ${position} was removed.`,
    undo: "Undo",
    redo: "Redo",
    undone: "Undone.",
    redone: "Redone.",
    expand: "Enlarge the table",
    collapse: "Close",
    keys: "Enter goes to the next row, ↑ ↓ between rows; Ctrl+Enter adds a row, Ctrl+Delete removes it, Ctrl+Z undoes. Cells copied from a spreadsheet can be pasted into a cell.",
    shown: (first, last, count) => `Rows ${first}–${last} of ${count}`,
    previous: "Previous",
    next: "Next",
    paste: "Paste from Excel",
    pasteHere: "Paste here",
    pasteHelp:
      "Copy the cells in your spreadsheet and paste them here. With a row of headings, columns are matched by name; without, they are taken in order.",
    fillIn: (count) => (count === 0 ? "Fill in" : count === 1 ? "Fill in 1 row" : `Fill in ${count} rows`),
    openFile: "Open a CSV file",
    workbook: "This is an Excel workbook. Save it as CSV in Excel, or copy its cells and paste them above.",
    emptyFile: "There are no rows in the file.",
    cancel: "Cancel",
    filledIn: (rows, left) =>
      `${rows === 1 ? "1 row was" : `${rows} rows were`} filled in.${left.length > 0 ? ` Left out, for want of a column: ${left.map((name) => `“${name}”`).join(", ")}.` : ""}`,
    value: (label, value) => `${label}: ${value}`,
    accepted: "Counted",
    rejected: "Not counted",
    tally: (accepted, rejected) => `${accepted} counted, ${rejected} not counted`,
  },

  result: {
    heading: "Result",
    eligible: "Eligible",
    ineligible: "Not eligible",
    undetermined: "Not certain yet",
    notStarted: "The result appears as you fill in the form",
    computed: "Result",
    amountPending: "Amount still open",
    yuan: (amount) => `${amount} yuan`,
    yuanUnit: "yuan",
    stillMissing: (count) => (count === 1 ? "1 answer still needed" : `${count} answers still needed`),
    missing: "Still needed",
    badEntries: (count) => (count === 1 ? "1 entry is not valid" : `${count} entries are not valid`),
    setAside: (count) =>
      count === 1
        ? "1 entry is not valid and counts as not given"
        : `${count} entries are not valid and count as not given`,
    warnings: "Please note",
    goTo: (label) => `Go to: ${label}`,
    show: "Show result",
    conditions: "Conditions",
    met: "Met",
    unmet: "Not met",
    open: "Open",
    calculation: "Calculation",
    formula: "Formula",
    figures: "Figures",
    calculationPending: "The calculation appears here line by line as you fill in the form.",
    deadlines: "Deadlines",
    announce: (sentences) => `${sentences.join(". ")}.`,
    printedOn: (date) => `Calculated on ${date}`,
  },

  source: {
    basis: (text) => `Basis: ${text}`,
    primary: "Original text",
    secondary: "Secondary source",
    secondaryMeaning:
      "For figures marked “secondary source” the issuer’s own text was not found; they come from a copy or a report. The original prevails.",
    open: "Open the source",
  },

  rules: {
    heading: "About this policy",
    parameters: "Rates and parameters",
    byDate: "depends on the date",
    throughout: "throughout",
    from: (date) => `from ${date}`,
    notes: "Notes",
    procedure: "How to proceed",
    contacts: "Contacts",
    sources: "Sources",
  },
};
