/** What grows with the number of policies, as a picture: a curve for each figure, on an axis of its own that begins at nothing. */

/** @import { Figures } from "./scale.mjs" */

const WIDTH = 240;
const HEIGHT = 150;
const PLOT = { left: 16, right: 224, top: 44, bottom: 120 };
const COLUMNS = 3;

/**
 * @param {Figures[]} rows by number of policies
 * @returns {string} SVG
 */
export function curves(rows) {
  const counts = rows.map(({ policies }) => policies?.value ?? 0);
  const [first = {}] = rows;
  const shown = Object.keys(first).filter((what) => what !== "policies");
  const plots = shown.map((what, index) => {
    const at = `${(index % COLUMNS) * WIDTH} ${Math.floor(index / COLUMNS) * HEIGHT}`;
    return `<g transform="translate(${at})">${plot(what, counts, rows)}</g>`;
  });
  const height = Math.ceil(shown.length / COLUMNS) * HEIGHT;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${COLUMNS * WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="11" fill="#1b1f24">
<rect width="100%" height="100%" fill="#fff"/>
${plots.join("\n")}
</svg>
`;
}

/**
 * @param {string} what
 * @param {number[]} counts
 * @param {Figures[]} rows
 */
function plot(what, counts, rows) {
  const figures = rows.map((row) => row[what] ?? { value: 0, unit: "" });
  const most = Math.max(...figures.map(({ value }) => value));
  const { left, right, top, bottom } = PLOT;
  const points = figures.map(({ value, unit, decimals = 0 }, index) => ({
    x: left + ((right - left) * index) / Math.max(1, figures.length - 1),
    y: bottom - ((bottom - top) * value) / (most || 1),
    label: `${value.toFixed(decimals)} ${unit}`,
    count: counts[index],
  }));
  const anchors = ["start", ...points.slice(2).map(() => "middle"), "end"];
  const marks = points.map(({ x, y, label, count }, index) => {
    const anchor = anchors[index];
    return (
      `<circle cx="${x}" cy="${y.toFixed(1)}" r="3" fill="#1f5a8c"/>` +
      `<text x="${x}" y="${(y - 7).toFixed(1)}" text-anchor="${anchor}">${label}</text>` +
      `<text x="${x}" y="${bottom + 16}" text-anchor="${anchor}" fill="#59636e">${count}</text>`
    );
  });
  const line = points.map(({ x, y }) => `${x},${y.toFixed(1)}`).join(" ");
  return (
    `<text x="${left}" y="20" font-weight="600">${what}</text>` +
    `<path d="M${left} ${bottom}H${right}" stroke="#d0d7de"/>` +
    `<polyline points="${line}" fill="none" stroke="#1f5a8c" stroke-width="2"/>${marks.join("")}`
  );
}
