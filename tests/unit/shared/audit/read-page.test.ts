import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EntryPage, type EntryPlace, readEntryPage } from '../../../../shared/audit/read-page.js';
import { aNote, createLogFolder, openTestLog } from '../../../fixtures/test-access-log.js';

let folder: ReturnType<typeof createLogFolder>;
beforeEach(() => {
  folder = createLogFolder();
});
afterEach(() => folder.remove());

/** All pages of a member's entries, each of so many. */
async function pagesOf(member: string, first: number, maxLines?: number): Promise<EntryPage[]> {
  const pages: EntryPage[] = [];
  let after: EntryPlace | undefined;
  do {
    const page = await readEntryPage(folder.path, { member, first, after, ...(maxLines && { maxLines }) });
    pages.push(page);
    after = page.hasNextPage ? (page.end ?? undefined) : undefined;
  } while (after !== undefined && pages.length < 1000);
  return pages;
}

const idsOf = (pages: readonly EntryPage[]) =>
  pages.flatMap(({ entries }) => entries.map(({ entry }) => entry.requestId));

/** Two streams over three days, with entries of two members; some lines are longer than a block. */
async function writeStreams(): Promise<string[]> {
  let minute = 0;
  const now = () => new Date(Date.UTC(2026, 0, 1, 0, minute * 50));
  const logs = [openTestLog(folder.path, { now }), openTestLog(folder.path, { now })];
  const long = Array.from({ length: 200 }, (_, i) => `Type${'x'.repeat(280)}.f${i}`);
  for (let i = 0; i < 80; i += 1) {
    minute = i;
    const member = i % 3 === 0 ? 'alpha' : 'beta';
    await logs[i % 2]?.append(aNote(`request-${i}`, { member, coordinates: i % 5 === 0 ? long : [] }));
  }
  await Promise.all(logs.map((log) => log.close()));
  return Array.from({ length: 80 }, (_, i) => i)
    .filter((i) => i % 3 === 0)
    .map((i) => `request-${i}`)
    .reverse();
}

test.each([1, 2, 7, 100])('pages of %i hold each entry of the member once, newest first', async (first) => {
  const expected = await writeStreams();
  const pages = await pagesOf('alpha', first);
  expect(idsOf(pages)).toEqual(expected);
  expect(pages.slice(0, -1).every(({ entries }) => entries.length === first)).toBe(true);
});

test.each([1, 2, 5])('as do pages that may look at %i lines alone', async (maxLines) => {
  const expected = await writeStreams();
  const pages = await pagesOf('alpha', 10, maxLines);
  expect(idsOf(pages)).toEqual(expected);
  expect(pages.length).toBeGreaterThan(3);
});

test('entries of one moment are told apart', async () => {
  const log = openTestLog(folder.path);
  await Promise.all(Array.from({ length: 9 }, (_, i) => log.append(aNote(`request-${i}`))));
  await log.close();
  expect(idsOf(await pagesOf('harbour-watch', 4))).toEqual(
    Array.from({ length: 9 }, (_, i) => `request-${8 - i}`),
  );
});

test('a log without entries, or none at all, has one empty page', async () => {
  expect(await pagesOf('alpha', 10)).toEqual([{ entries: [], hasNextPage: false, end: null }]);
  await openTestLog(folder.path).close();
  expect(await pagesOf('alpha', 10)).toEqual([{ entries: [], hasNextPage: false, end: null }]);
});
