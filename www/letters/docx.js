import { strToU8, zipSync } from "fflate";

/** What Word and WPS open: the least that a document of Office Open XML (ECMA-376) has. */
export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

const TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${PART}"/></Types>`;
const RELATIONSHIPS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;

/** The day on which no file was written: the same text makes the same file. */
const NO_DAY = "1980-01-02T00:00:00";

/**
 * A letter as a Word document on A4: its first line is the heading, all others are paragraphs; those after the last blank line, who
 * writes and when, stand to the right.
 * @param {string} text
 */
export function docxOf(text) {
  const [heading = "", ...lines] = text.split(/\r?\n/);
  const end = lines.lastIndexOf("");
  const paragraphs = lines.map((line, index) => {
    if (end >= 0 && index > end) return paragraph(line, '<w:jc w:val="right"/>');
    return paragraph(line, index === 0 ? "" : '<w:ind w:firstLineChars="200" w:firstLine="480"/>');
  });
  const body = [paragraph(heading, '<w:spacing w:after="240"/><w:jc w:val="center"/>', 32, true), ...paragraphs].join(
    "",
  );
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1588" w:bottom="1440" w:left="1588"/></w:sectPr>';
  const document = `${HEAD}<w:document xmlns:w="${WORDS}"><w:body>${body}${page}</w:body></w:document>`;
  const files = { "[Content_Types].xml": TYPES, "_rels/.rels": RELATIONSHIPS, "word/document.xml": document };
  const entries = Object.entries(files).map(([name, content]) => [name, strToU8(content)]);
  return zipSync(Object.fromEntries(entries), { mtime: NO_DAY });
}

/**
 * @param {string} text
 * @param {string} properties
 * @param {number} [size] in half points
 * @param {boolean} [isBold]
 */
function paragraph(text, properties, size = 24, isBold = false) {
  const fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun"/>';
  const run = `<w:rPr>${fonts}${isBold ? "<w:b/>" : ""}<w:sz w:val="${size}"/></w:rPr>`;
  return `<w:p><w:pPr>${properties}</w:pPr><w:r>${run}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

/** What XML cannot hold is left out. @param {string} text */
function escaped(text) {
  return text
    .replace(/[^\t\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}
