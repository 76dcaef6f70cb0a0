import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { explain, figuresOf, type MutationReport, Reasons, survivorsOf } from '../mutation/survivors.js';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const reasons = Reasons.parse(parse(readFileSync(at('tests/mutation/reasons.yaml'), 'utf8')));

describe('reasons why mutants survive', () => {
  test.each(Object.entries(reasons.files))('speak of what is there: %s', (file, all) => {
    const lines = readFileSync(at(file), 'utf8').split('\n');
    const gone = all.filter((reason) => !lines.some((line) => line.includes(reason.in)));
    expect(gone.map((reason) => reason.in)).toEqual([]);
  });

  const mutant = (line: number, status: string, replacement = 'true') => ({
    ...{ status, replacement, mutatorName: 'ConditionalExpression' },
    location: { start: { line, column: 1 }, end: { line, column: 9 } },
  });
  const source = 'first line\n  if (a !== null && b) {\n    return other;\n';
  const mutants = [mutant(3, 'NoCoverage'), mutant(2, 'Survived'), mutant(1, 'Killed'), mutant(1, 'Ignored')];
  const report: MutationReport = {
    files: { 'room/a.ts': { source, mutants }, 'hall/b.ts': { source, mutants: [] } },
  };
  const why = 'as it is for a reason';

  test('are missing where a survivor has none', () => {
    const survivors = survivorsOf(report);
    expect(survivors.map(({ line, text }) => [line, text])).toEqual([
      [2, 'if (a !== null && b) {'],
      [3, 'return other;'],
    ]);
    const everywhere = [{ in: '!== null && ', to: 'true', why }];
    const found = explain(survivors, { everywhere, files: { 'room/a.ts': [{ in: 'first line', why }] } });
    expect(found.unexplained).toEqual([survivors[1]]);
    expect(found.unneeded).toEqual([{ file: 'room/a.ts', in: 'first line' }]);
    const others = explain(survivors, { everywhere: [{ in: '!== null', to: 'false', why }], files: {} });
    expect(others.unexplained).toEqual(survivors);
  });

  test('are told with how many are killed in a room', () => {
    expect(figuresOf(report, 'room')).toEqual({ killed: 1, survived: 2, atImport: 1, score: 100 / 3 });
  });
});
