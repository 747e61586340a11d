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
    privacy: "Everything is calculated on your device. Nothing that you enter is sent anywhere.",
    disclaimer: "Results are for estimating and checking; the human-resources authority decides.",
  },
  separator: ", ",
  loading: "Opening the calculator…",
  loadingFailed:
    "The calculator could not be opened. Check the connection and reload the page, or try a newer browser.",
  unknownPolicy: (id) => `There is no policy with the id “${id}”.`,

  nav: {
    start: "All policies",
    profile: "Which subsidies?",
    calculate: "Calculate",
    rules: "Rules",
    comparison: "Compare",
    views: "This policy",
    skip: "Skip to the main content",
    large: "Large text",
    ordinary: "Standard",
    larger: "Larger text",
    smaller: "Smaller text",
    textSize: "Text size",
  },

  keep: {
    heading: "Keep the result",
    filledIn: "Filled in",
    copy: "Copy the result",
    copied: "The result has been copied.",
    copyLink: "Copy a link",
    linkCopied: "The link has been copied. It brings back what is filled in now; nothing in it is sent to a server.",
    copyByHand: "The browser does not let pages copy. Please copy this by hand:",
    print: "Print or save as PDF",
    read: "Read aloud",
    stopReading: "Stop reading",
    qrCode: "QR code of this calculation",
    scan: "Scan the code to open this calculation on a phone. What was filled in is in the code itself and passes through no server.",
    version: (version) => `Version of the policy: ${version}`,
  },

  link: {
    heading: (on) => `This link was made on ${on}`,
    past: (outcome) => `The result then: ${outcome}.`,
    present: (outcome) => `The result now: ${outcome}.`,
    sameResult: "The result is still the same.",
    sameRules: "The rules of this policy have not changed since.",
    changedRules: "The rules of this policy, or what is known about them, have changed since.",
    dismiss: "Got it",
  },

  saving: {
    notSaved: "What is filled in stays in this page and is gone when it is closed.",
    save: "Save on this device",
    saved: (on) => `What is filled in is saved on this device (${on}) and kept up to date.`,
    failed: "This browser does not allow saving.",
    forget: "Forget everything",
  },

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

  table: {
    addRow: "Add a row",
    none: "Nothing to enter",
    empty: "No records.",
    row: (position) => `Row ${position}`,
    removeRow: (position) => `Remove row ${position}`,
    remove: "Remove",
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

  finder: {
    heading: "What would you like to work out?",
    topic: {
      retention: "Keeping staff",
      training: "Training and skills",
      hiring: "Hiring and placing",
      pay: "Pay",
      figures: "Basic figures",
      other: "Other",
    },
    topicHint: {
      retention: "How much of the premiums comes back to those who lay off few",
      training: "What courses and certificates are subsidised with",
      hiring: "What is paid for hiring, placing or sending workers",
      pay: "What is due, for overtime and the like",
      figures: "Size class, premiums and more, to be used elsewhere",
      other: "Whatever belongs to none of these",
    },
    profile: "Not sure what you can get?",
    profileHint:
      "A few answers show it all: what you are eligible for, how much each comes to, and the best combination.",
    profileGo: "See all at once",
    all: "All policies",
    count: (count) => String(count),
    found: (found, all) => (found === all ? `${all} in all` : `${found} of ${all}`),
    withCount: (label, count) => `${label} (${count})`,
    filter: { topic: "Topic", region: "Region", year: "Year", audience: "For", text: "Search" },
    textHint: "Name, document number, keyword",
    any: "Any",
    andNationwide: (name) => `${name} (and nationwide)`,
    filterWith: (filter, value) => `${filter}: ${value}`,
    chosen: "Filters in use",
    remove: (text) => `Remove the filter “${text}”`,
    removeAll: "Remove all filters",
    nothingFound: "No policy meets all of these. You could loosen one of them:",
    loosen: (text, count) => `Without “${text}”: ${count}`,
    group: { "in-force": "In force", upcoming: "Not yet in force", reference: "General standards", expired: "Expired" },
    expiredUse: "They can no longer be applied for, but past results can still be checked with them.",
    rules: "Rules",
    rulesOf: (title) => `Rules: ${title}`,
  },

  profile: {
    heading: "Which subsidies can you get?",
    intro:
      "Say who asks, where and for which year, then fill in a few figures. Each is asked once; what you are eligible for, and how much it comes to, shows as you go.",
    audience: "Who is it for?",
    region: "Where?",
    elsewhere: "Elsewhere (nationwide rules only)",
    year: "Which year?",
    yearWith: (year, count, inForce) =>
      `${year} (${count}, ${inForce === 0 ? "not in force" : inForce === count ? "in force" : `${inForce} in force`})`,
    usedFor: (titles) => `Used for: ${titles.join("; ")}`,
    nothingToAsk: "Nothing is left to be filled in.",
    tables: "Filled in row by row",
    tablesHint:
      "These take one row after another. Fill them in on their own pages; what you have entered here goes along.",
    onItsPage: (label) => `${label} (on its own page)`,
    colon: ": ",
    listSeparator: "; ",
    total: "Together you can have",
    sum: "In all",
    nothingYet: "Once you have filled in the form, what you can have together is added up here.",
    expiredIncluded: "Includes policies not in force, which cannot be applied for now; the amounts serve for checking.",
    leftOut: "Not part of the sum",
    excluded: (titles, reason, consequence) =>
      `Cannot be had together with ${titles.map((title) => `“${title}”`).join(", ")}: ${reason}. ${consequence}`,
    sameScheme: "variants of one scheme are had once, in one place and year",
    less: (amount) => `With this one instead, the sum would be ${amount} less.`,
    sameTotal: "With this one instead, the sum would be the same.",
    outcome: {
      eligible: "Eligible",
      open: "Eligible, amount still open",
      undetermined: "Not certain yet",
      ineligible: "Not eligible",
    },
    noSubsidies: "There are no subsidies here for this applicant, region and year. Try another year or region.",
    tally: (eligible, ineligible) =>
      [eligible > 0 ? `eligible for ${eligible}` : "", ineligible > 0 ? `not for ${ineligible}` : ""]
        .filter(Boolean)
        .join(", "),
    stillOpen: (count) => `${count} open`,
    references: "No subsidies, but perhaps of use",
    replaced: (title) => `“${title}” is not listed: the region has rules of its own, which prevail.`,
  },
};
