import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkFully, linkPending } from '../../gateway/directory/links/link-run.js';
import type { LinkStore } from '../../gateway/directory/links/link-store.js';
import { createSqliteLinkStore } from '../../gateway/directory/links/sqlite-link-store.js';
import type { LinkSubject } from '../../shared/linking/link-subject.js';
import { subjectKeys } from '../../shared/linking/subject-keys.js';
import { generateSubjects, members } from './generate-subjects.js';

export interface Step {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

export interface LinkingMeasures {
  readonly subjects: number;
  readonly load: Step;
  /** Counting names, which is part of `link`. */
  readonly count: Step;
  readonly link: Step;
  /** Publishing and linking `added` subjects more, after that. */
  readonly added: number;
  readonly add: Step;
  readonly links: LinkTruth;
}

/** Links found, of how many pairs that are of one party. */
export interface LinkTruth {
  readonly accepted: number;
  readonly acceptedWrongly: number;
  readonly proposed: number;
  readonly proposedWrongly: number;
  readonly pairs: number;
}

const now = () => new Date();
const putAtOnce = 1_000;

/** Fills a store with so many subjects, links them from scratch, and then a few more. */
export async function measureLinking(subjects: number, added: number): Promise<LinkingMeasures> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-linking-'));
  const store = createSqliteLinkStore({ folder, keysOf: (_, subject) => subjectKeys(subject), now });
  try {
    const load = await timed(() => publish(store, { seed: 'bench', subjects }));
    const run = { store, holder: 'bench', now, signal: new AbortController().signal };
    let counted: Step | undefined;
    const started = startClock();
    await linkFully({
      ...run,
      onProgress: ({ step, done, of }) => {
        counted ??= step === 'linking' ? started() : undefined;
        report(`${step} ${done} of ${of}`);
      },
    });
    const link = started();
    const links = await compareWithTruth(store);
    const add = await timed(async () => {
      await publish(store, { seed: 'bench', subjects: added, first: subjects });
      await linkPending(run);
    });
    return { subjects, load, count: counted ?? link, link, added, add, links };
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function publish(
  store: LinkStore,
  {
    seed,
    subjects,
    first = 0,
  }: { readonly seed: string; readonly subjects: number; readonly first?: number },
): Promise<void> {
  const waiting = new Map(members.map((member) => [member, [] as LinkSubject[]]));
  let done = 0;
  for (const { member, subject } of generateSubjects(seed, first)) {
    const put = waiting.get(member) ?? [];
    put.push(subject);
    done += 1;
    if (put.length === putAtOnce) {
      await apply(store, member, put.splice(0));
      report(`loading ${done} of ${subjects}`);
    }
    if (done === subjects) {
      break;
    }
  }
  for (const [member, put] of waiting) {
    await apply(store, member, put);
  }
}

async function apply(store: LinkStore, member: string, put: readonly LinkSubject[]): Promise<void> {
  const sequence = (await store.lastSequence(member)) + 1;
  const signed = { kid: 'bench', digest: 'bench', at: now().toISOString() };
  await store.apply({ member, sequence, put, withdraw: [], ...signed });
}

/** The number of its party is the first part of a subject's local id. */
async function compareWithTruth(store: LinkStore): Promise<LinkTruth> {
  const truth = { accepted: 0, acceptedWrongly: 0, proposed: 0, proposedWrongly: 0, pairs: 0 };
  const mentions = new Map<string, number>();
  const partyOf = (id: string): string => id.slice(id.indexOf(':') + 1, id.lastIndexOf('-'));
  for (let after: string | null = null; ; ) {
    const { subjects, next } = await store.walk(after, 1_000);
    const ids = subjects.map(({ id }) => id);
    for (const id of ids) {
      const before = mentions.get(partyOf(id)) ?? 0;
      truth.pairs += before;
      mentions.set(partyOf(id), before + 1);
    }
    const own = new Set(ids);
    for (const { candidate, match, verdict } of await store.linksOf(ids)) {
      if (own.has(candidate)) {
        const isTrue = partyOf(candidate) === partyOf(match);
        truth[verdict === 'ACCEPT' ? 'accepted' : 'proposed'] += 1;
        truth[verdict === 'ACCEPT' ? 'acceptedWrongly' : 'proposedWrongly'] += isTrue ? 0 : 1;
      }
    }
    if (next === null) {
      return truth;
    }
    after = next;
  }
}

async function timed(work: () => Promise<void>): Promise<Step> {
  const started = startClock();
  await work();
  return started();
}

function startClock(): () => Step {
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { seconds: (performance.now() - startedAt) / 1_000, cpuSeconds: (user + system) / 1e6 };
  };
}

let reportedAt = 0;

/** To the terminal alone, and not more than twice a second. */
function report(text: string): void {
  if (process.stderr.isTTY && performance.now() - reportedAt > 500) {
    reportedAt = performance.now();
    process.stderr.write(`\r${text.padEnd(60)}`);
  }
}
