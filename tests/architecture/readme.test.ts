import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { domains } from '../../shared/domain/domains.js';
import { importersOf } from '../../subgraphs/wire.js';

const readme = readFileSync('README.md', 'utf8');

/** The first cells of the rows of the table under a heading line, without their ticks. */
function rowsOf(header: string): string[] {
  const table = readme.split(header)[1]?.split('\n\n')[0] ?? '';
  return [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
}

test('the README lists every format that can be imported', () => {
  const formats = importersOf(domains).map(({ format }) => format);
  expect(rowsOf('| format | what | subject | licence of the data |').sort()).toEqual(formats.sort());
});

test('the README lists every benchmark', () => {
  const names = readdirSync('bench').flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []));
  expect(rowsOf('| name | what |').sort()).toEqual(names.filter((name) => name !== 'main').sort());
});

test.each(
  ['README.md', ...readdirSync('docs').map((file) => join('docs', file))].filter((file) =>
    file.endsWith('.md'),
  ),
)('the links of %s lead to files that are there', (file) => {
  const links = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
  const local = links.filter((target) => !target.includes('://'));
  expect(local.filter((target) => !existsSync(join(dirname(file), target)))).toEqual([]);
});
