import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../shared/identity/caller.js';
import { searchNames } from '../../../shared/linking/search-names.js';
import { at } from './coalition-rules.js';
import { createLinkedHub } from './linked-hub.js';
import { LinkedOracle, type PlainSearch } from './linked-oracle.js';
import {
  anyQueue,
  anySearch,
  decideQuery,
  entityQuery,
  type QueueQuestion,
  queueQuery,
  searchQuery,
  searchVariables,
  withdrawQuery,
} from './linked-questions.js';
import { anyCaller, type World, type WorldSubject, words, worldOf } from './linked-world.js';

/** `npm run fuzz` sets these: another seed each time and as many runs as one has time for. */
const seed = Number(process.env['ACCORD_FUZZ_SEED'] ?? 20_261_127);
const numRuns = Number(process.env['ACCORD_FUZZ_RUNS'] ?? 120);
const pageSize = 2;

const hub = createLinkedHub();
const searches = fc.array(anySearch, { minLength: 3, maxLength: 5 });
const queues = fc.array(anyQueue, { minLength: 1, maxLength: 2 });

describe('entities and links of a hub, whoever asks', () => {
  it('are searched for by words of which none is like another', () => {
    for (const [i, word] of words.entries()) {
      const found = searchNames(word);
      expect(found.words).toBe(1);
      for (const kind of ['PERSON', 'ORGANIZATION'] as const) {
        const distance = (...full: string[]) => found.distance({ kind, names: [{ full: full.join(' ') }] });
        expect(distance(...words)).toBe(words.length - 1);
        expect(distance(...words.toSpliced(i, 1))).toBeUndefined();
      }
    }
  });

  it('are what their definition leaves of all that members published', async () => {
    const tally = { compared: 0, hidden: 0, merged: 0, found: 0, queued: 0 };
    const property = fc.asyncProperty(
      worldOf('s', 8),
      anyCaller,
      searches,
      queues,
      async (world, caller, asked, lists) => {
        await hub.hold(world);
        const oracle = new LinkedOracle(world, caller);
        for (const { entityId } of [...world.subjects, { entityId: 'ent-nobody' }]) {
          const { data, errors } = await hub.ask(entityQuery, { id: entityId }, caller);
          expect(errors).toBeUndefined();
          expect(plain(data?.['entity'])).toEqual(oracle.entity(entityId));
          tally.compared += 1;
        }
        for (const one of asked) {
          const { ids, isWhole } = oracle.search(one);
          const pages = await pagesOf(searchQuery, searchVariables(one), caller);
          expect(pages).toEqual(
            pagesExpected(
              ids.map((id) => ({ id })),
              isWhole,
            ),
          );
          tally.compared += pages.length;
          tally.found += ids.length;
        }
        for (const one of lists) {
          const pages = await pagesOf(queueQuery, { filter: one }, caller);
          tally.compared += pages.length;
          tally.queued += compareQueue(pages, oracle, { one, caller });
        }
        tally.hidden += oracle.visible.length < world.subjects.length ? 1 : 0;
        tally.merged += oracle.entities().length < oracle.visible.length ? 1 : 0;
      },
    );
    await fc.assert(property, { seed, numRuns });
    process.stdout.write(`policy, entities by definition: ${JSON.stringify(tally)}, seed ${seed}\n`);
    expect(tally.compared).toBeGreaterThanOrEqual(Math.min(numRuns, 100) * 10);
    expect(Math.min(tally.hidden, tally.merged, tally.found, tally.queued)).toBeGreaterThan(numRuns / 20);
  }, 600_000);

  it('are the same bytes where members published something else that the caller may not see', async () => {
    let compared = 0;
    let changed = 0;
    const property = fc.asyncProperty(
      fc.tuple(worldOf('s', 6), worldOf('h', 6)),
      anyCaller,
      searches,
      queues,
      async ([world, other], caller, asked, lists) => {
        const variant = withOthersHidden(world, other, caller);
        changed += JSON.stringify(variant) === JSON.stringify(world) ? 0 : 1;
        const questions = questionsOver([...world.subjects, ...other.subjects], asked, lists);
        const [before, after] = [await answersOver(world), await answersOver(variant)];
        expect(after).toEqual(before);
        compared += before.length;

        async function answersOver(held: World): Promise<string[]> {
          await hub.hold(held);
          const answers: string[] = [];
          for (const { query, variables, isPaged } of questions) {
            const pages = isPaged
              ? await pagesOf(query, variables, caller)
              : [await hub.ask(query, variables, caller)];
            answers.push(...pages.map((page) => JSON.stringify(page)));
          }
          return answers;
        }
      },
    );
    await fc.assert(property, { seed, numRuns: Math.ceil(numRuns / 2) });
    process.stdout.write(
      `policy, entities without interference: ${compared} answers compared, ${changed} worlds changed, seed ${seed}\n`,
    );
    expect(compared).toBeGreaterThanOrEqual(Math.min(numRuns, 100) * 10);
    expect(changed).toBeGreaterThan(numRuns / 4);
  }, 600_000);
});

/** All pages of a list, without cursors, which are sealed anew each time. A fault is a page by itself. */
async function pagesOf(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  caller: Caller,
): Promise<readonly unknown[]> {
  const pages: unknown[] = [];
  let after: unknown = null;
  for (let hasMore = true; hasMore; ) {
    const answer = await hub.ask(query, { ...variables, first: pageSize, after }, caller);
    const got = plain(answer);
    after = at(got, 'data', 'page', 'pageInfo', 'endCursor');
    if (pages.length > 60) {
      throw new Error(`Expected an end of the pages: ${JSON.stringify([variables, pages.slice(-2)])}`);
    }
    hasMore = at(got, 'data', 'page', 'pageInfo', 'hasNextPage') === true;
    pages.push(
      JSON.parse(JSON.stringify(got, (key, value) => (/cursor/i.test(key) ? value && 'sealed' : value))),
    );
  }
  return pages;
}

function pagesExpected(nodes: readonly object[], isWhole: boolean): readonly unknown[] {
  const count = Math.max(1, Math.ceil(nodes.length / pageSize));
  return Array.from({ length: count }, (_, i) => {
    const page = nodes.slice(i * pageSize, (i + 1) * pageSize);
    return {
      data: {
        page: {
          edges: page.map((node) => ({ cursor: 'sealed', node })),
          pageInfo: {
            hasNextPage: i < count - 1,
            endCursor: page.length === 0 ? null : 'sealed',
            complete: isWhole,
          },
          totalCount: { value: nodes.length, relation: isWhole ? 'EXACT' : 'AT_LEAST' },
        },
      },
    };
  });
}

/** Holds a queue against its definition; gives its length. */
function compareQueue(
  pages: readonly unknown[],
  oracle: LinkedOracle,
  { one, caller }: { readonly one: QueueQuestion; readonly caller: Caller },
): number {
  if (!caller.isMember) {
    expect(pages).toMatchObject([
      { data: { page: null }, errors: [{ message: 'Unauthorized field or type' }] },
    ]);
    return 0;
  }
  const links = oracle.queue(one.judgement ?? ['NO_JUDGEMENT'], one.minimumScore);
  expect(pages).toEqual(pagesExpected(links, true));
  return links.length;
}

/** The world with what the caller may not see taken out, and all that they may not see of another put in. */
function withOthersHidden(world: World, other: World, caller: Caller): World {
  const { visible } = new LinkedOracle(world, caller);
  const seen = new Set(visible.map(({ id }) => id));
  const asThere = { ...other, members: world.members };
  const seenThere = new Set(new LinkedOracle(asThere, caller).visible.map(({ id }) => id));
  const hidden = other.subjects.filter(({ id }) => !seenThere.has(id));
  const all: readonly WorldSubject[] = [...visible, ...hidden];
  /** Ends of what is drawn of the other world, moved so that one of them at least is hidden. */
  const moved = <T extends { readonly candidate: string; readonly match: string }>(of: T, i: number): T[] => {
    const [a, b] = [
      hidden[i % Math.max(1, hidden.length)]?.id,
      all[(i * 7 + 3) % Math.max(1, all.length)]?.id,
    ];
    const [candidate, match] = [a, b].sort();
    return candidate === undefined || match === undefined || candidate === match
      ? []
      : [{ ...of, candidate, match }];
  };
  const isSeen = ({ candidate, match }: { candidate: string; match: string }) =>
    seen.has(candidate) && seen.has(match);
  const links = [...world.links.filter(isSeen), ...other.links.flatMap(moved)];
  return {
    members: world.members,
    subjects: all,
    links: [...new Map(links.map((link) => [`${link.candidate} ${link.match}`, link])).values()],
    judgements: [
      ...world.judgements.filter(isSeen),
      ...other.judgements.flatMap(moved).map((entry, i) => ({
        ...entry,
        decidedBy: [entry.candidate, entry.match][i % 2]?.split(':')[0] ?? '',
      })),
    ],
  };
}

interface AskedQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly isPaged: boolean;
}

/** Every kind of question, about subjects that are there, hidden and of neither world; then judgements, and all again. */
function questionsOver(
  subjects: readonly WorldSubject[],
  searches: readonly PlainSearch[],
  lists: readonly QueueQuestion[],
): readonly AskedQuestion[] {
  const reading = [
    ...subjects.map(({ entityId: id }) => ({ query: entityQuery, variables: { id }, isPaged: false })),
    ...searches.map((one) => ({ query: searchQuery, variables: searchVariables(one), isPaged: true })),
    ...lists.map((filter) => ({ query: queueQuery, variables: { filter }, isPaged: true })),
  ];
  const judging = subjects.slice(1).flatMap(({ id: match }, i) => {
    const pair = { candidate: subjects[i]?.id ?? '', match };
    const judgement = ['POSITIVE', 'NEGATIVE', 'UNSURE'][i % 3];
    return i % 4 === 3
      ? { query: withdrawQuery, variables: pair, isPaged: false }
      : { query: decideQuery, variables: { ...pair, judgement }, isPaged: false };
  });
  return [...reading.slice(0, 4), ...judging, ...reading];
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
