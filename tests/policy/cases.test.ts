import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CaseCoalition, startCaseCoalition } from '../fixtures/case-coalition.js';
import type { Noted } from '../fixtures/case-notes.js';
import { type CaseRow, faultsOf, type Held } from './cases/case-row.js';
import { furtherTests, type Place } from './cases/further-tests.js';
import { inferenceRows } from './cases/inference-rows.js';
import { lifeRows } from './cases/life-rows.js';
import { loadingRows } from './cases/loading-rows.js';
import { policyCases } from './cases/policy-cases.js';
import { policyFileRows } from './cases/policy-file-rows.js';
import { propertyRows } from './cases/property-rows.js';
import { shapeRows } from './cases/shape-rows.js';

const rows: readonly CaseRow[] = [
  ...loadingRows,
  ...policyFileRows,
  ...shapeRows,
  ...inferenceRows,
  ...lifeRows,
  ...propertyRows,
];

/** A graph that grows is composed once more, which takes long on a busy machine. */
const longest = 60_000;

let coalition: CaseCoalition;
beforeAll(async () => {
  coalition = await startCaseCoalition();
});
afterAll(() => coalition.stop());
beforeEach(() => {
  coalition.notes.take();
});

/** Does what is to be done and compares all that came of it. */
async function hold({ act, answer, isUnordered = false, ...expected }: Held): Promise<void> {
  const inOrder = (noted: Noted) =>
    isUnordered
      ? Object.fromEntries(Object.entries(noted).map(([id, lines]) => [id, lines.toSorted()]))
      : noted;
  const found = await act(coalition);
  const { sent, read } = coalition.notes.take();
  expect({ answer: found, sent: inOrder(sent), read: inOrder(read) }).toEqual({
    ...{ answer, sent: inOrder(expected.sent), read: inOrder(expected.read) },
  });
}

const named = rows.map((row) => [`${row.of}: ${row.what}`, row] as const);

describe('every case of the design holds', () => {
  test.each(named)('through a hub: %s', (_, { hub }) => hold(hub), longest);
  test.each(named)('at a member: %s', (_, { member }) => hold(member), longest);
});

/** The cases that none of these rows is of. */
const missingIn = (some: readonly Pick<CaseRow, 'of'>[]) =>
  policyCases.filter((name) => !some.some(({ of }) => of === name));

/** The text of a test with the tables of cases that it imports. */
function textOf(file: string): string {
  const path = new URL(`../${file}.test.ts`, import.meta.url);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const tables = [...text.matchAll(/ from '([./\w-]+-cases)\.js'/g)];
  return [text, ...tables.map(([, table]) => readFileSync(new URL(`${table}.ts`, path), 'utf8'))].join('\n');
}

/** Whether a test has these words whole, between quotes of some kind. */
function hasWords([file, words]: Place): boolean {
  const text = textOf(file);
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${words}${quote}`));
}

describe('every case of the design', () => {
  test('has a row, which is tried through a hub and at a member', () => {
    expect(missingIn(rows)).toEqual([]);
    expect(new Set(policyCases).size).toBe(36);
    expect(missingIn(rows.filter(({ of }) => of !== policyCases[3]))).toEqual([policyCases[3]]);
  });

  test.each(named)('says in each row what each member was sent and read: %s', (_, row) => {
    expect(faultsOf(row)).toEqual([]);
  });

  test('would not be said to hold by a row that says less', () => {
    const [row] = rows;
    const silent = row && {
      ...row,
      hub: { ...row.hub, sent: {} },
      member: { ...row.member, answer: undefined },
    };
    expect(silent && faultsOf(silent)).toEqual([
      'hub: expected what each member was sent',
      'member: expected an answer',
    ]);
  });

  test.each(furtherTests)('is tried in more ways, which are there: $of', ({ hub, member }) => {
    expect([hub.length, member.length]).not.toContain(0);
    expect([...hub, ...member].filter((place) => !hasWords(place))).toEqual([]);
  });

  test('is tried in more ways, each case once', () => {
    expect(missingIn(furtherTests)).toEqual([]);
    expect(furtherTests).toHaveLength(policyCases.length);
    expect(hasWords(['policy/hub-rows', 'words that are nowhere'])).toBe(false);
  });
});
