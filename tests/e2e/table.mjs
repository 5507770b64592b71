// Figures as tables that a README can take as they are.

function sorted(values) {
  return values.filter((value) => typeof value === "number").sort((a, b) => a - b);
}

/** The middle value. */
export function median(values) {
  const all = sorted(values);
  const middle = all.length >> 1;
  return all.length % 2 === 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
}

/** Median, least and most, as shown. */
export function spread(values) {
  const all = sorted(values);
  const shown = (value) => (Number.isFinite(value) ? value.toFixed(2) : "not measured");
  return { median: shown(median(values)), least: shown(all[0]), most: shown(all[all.length - 1]) };
}

/** A table whose columns line up. */
export function print(title, rows) {
  const columns = Object.keys(rows[0]);
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column])))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  const pad = (cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]));
  const [head, ...body] = lines.map((line) => `| ${line.map(pad).join(" | ")} |`);
  const rule = `|${widths.map((width, at) => "-".repeat(width + 1) + (at === 0 ? "-" : ":")).join("|")}|`;
  console.log(`\n${title}\n\n${[head, rule, ...body].join("\n")}`);
}
