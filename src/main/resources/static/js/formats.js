// A comparison as a file: JSON, CSV (RFC 4180) or a Markdown table. Names and numbers are the same in every language.

/** What can be exported, by name: {type, extension, write(comparison)}. */
export const FORMATS = {
  json: { type: 'application/json', extension: 'json', write: (comparison) => JSON.stringify(comparison, null, 2) + '\n' },
  csv: { type: 'text/csv', extension: 'csv', write: csv },
  markdown: { type: 'text/markdown', extension: 'md', write: markdown },
};

/** One line a strategy; what holds for all of them stands at the end of each. */
function csv({ context, strategies }) {
  const rows = strategies.map((strategy) => ({ ...strategy, ...context }));
  const lines = rows.map((row) => Object.values(row).map(csvValue).join(','));
  return [Object.keys(rows[0] ?? {}).join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

function csvValue(value) {
  const written = plain(value);
  return /[",\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
}

/** A table of the strategies, and below what holds for all of them. */
function markdown({ context, strategies }) {
  const names = Object.keys(strategies[0] ?? {});
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const table = [
    line(names),
    line(names.map((name) => (typeof strategies[0][name] === 'string' ? '---' : '---:'))),
    ...strategies.map((strategy) => line(Object.values(strategy).map(markdownValue))),
  ];
  const facts = Object.entries(context).map(([name, value]) => `- ${name}: ${markdownValue(value)}`);
  return [...table, '', ...facts, ''].join('\n');
}

function markdownValue(value) {
  return plain(value)
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/[\r\n]+/g, ' ');
}

function plain(value) {
  return value == null ? '' : Array.isArray(value) ? value.join('; ') : String(value);
}
