import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { explain, figuresOf, MutationReport, type Reason, Reasons, survivorsOf } from './survivors.js';

/** Rooms that are measured, as `stryker.config.json` has them. */
const rooms = ['gateway/policy', 'shared/policy'];

const at = (path: string) => new URL(path, import.meta.url);
const report = MutationReport.parse(JSON.parse(readFileSync(at('../../mutation/report.json'), 'utf8')));
const reasons = Reasons.parse(parse(readFileSync(at('./reasons.yaml'), 'utf8')));
const measured = new Set(Object.keys(report.files));
const files = Object.fromEntries(Object.entries(reasons.files).filter(([file]) => measured.has(file)));
const { explained, unexplained, unneeded } = explain(survivorsOf(report), { ...reasons, files });

for (const { file, line, text, replacement } of unexplained) {
  process.stderr.write(
    `without a reason: ${file}:${line} ${text} → ${replacement.replaceAll(/\s+/g, ' ')}\n`,
  );
}
for (const { file, in: text } of unneeded) {
  process.stderr.write(`a reason that no survivor needs: ${file}: ${text}\n`);
}
if (unexplained.length + unneeded.length > 0) {
  process.exitCode = 1;
} else if (rooms.every((room) => figuresOf(report, room).killed > 0)) {
  write();
} else {
  process.stderr.write('every survivor has a reason; the document is written of a whole run only\n');
}

/** Puts the figures and the reasons into the document, between its marks. */
function write(): void {
  const path = at('../../docs/mutation.md');
  const [head = ''] = readFileSync(path, 'utf8').split('<!-- written by `npm run survivors` -->');
  const rows = rooms.map((room) => {
    const { killed, survived, score, atImport } = figuresOf(report, room);
    return `| \`${room}\` | ${killed} | ${survived} | ${score.toFixed(1)} % | ${atImport} |`;
  });
  const tables = Object.entries(files).map(([file, all]) =>
    [`### \`${file}\``, '', ...tableOf(all)].join('\n'),
  );
  const text = [
    '<!-- written by `npm run survivors` -->',
    '',
    '| room | killed | not killed | score | at import |',
    '|---|---:|---:|---:|---:|',
    ...rows,
    '',
    '## What is not killed, and why',
    '',
    ...tableOf(reasons.everywhere),
    '',
    tables.join('\n\n'),
    '',
  ].join('\n');
  writeFileSync(path, `${head}${text}`);
}

function tableOf(all: readonly Reason[]): string[] {
  const rows = all.map((reason) => {
    const found = explained.get(reason) ?? [];
    const places = [...new Set(found.map(({ line }) => line))];
    const where = places.length > 12 ? 'many' : places.join(', ');
    const to = reason.to === undefined ? '' : ` → \`${reason.to}\``;
    return `| ${where} | ${found.length} | \`${reason.in.replaceAll('|', '\\|')}\`${to} | ${reason.why} |`;
  });
  return ['| lines | mutants | in | why nothing notices |', '|---|---:|---|---|', ...rows];
}
