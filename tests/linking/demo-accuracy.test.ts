import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countParts } from '../../cli/demo/names/name-part.js';
import { linkFully } from '../../gateway/directory/links/link-run.js';
import { createSqliteLinkStore } from '../../gateway/directory/links/sqlite-link-store.js';
import type { ComputedLink } from '../../shared/linking/link.js';
import type { LinkSubject } from '../../shared/linking/link-subject.js';
import { subjectFeatures } from '../../shared/linking/subject-features.js';
import { linkingKeys } from '../../shared/linking/subject-keys.js';
import { type PublishedDemo, publishDemo } from '../fixtures/published-demo.js';

const folder = mkdtempSync(join(tmpdir(), 'accord-demo-links-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = () => new Date('2026-06-30T06:00:00.000Z');
/** Nobody searches here. */
const keysOf = (_: string, subject: LinkSubject) => linkingKeys(subjectFeatures(subject));

interface Party {
  readonly identity: string;
  /** Script of its main name, ISO 15924. */
  readonly script: string;
}

const parties = new Map<string, Party>();
const links = new Map<string, ComputedLink>();

beforeAll(async () => {
  const store = createSqliteLinkStore({ folder, keysOf, now });
  for (const published of publishDemo()) {
    takeParties(published);
    const { member, subjects: put } = published;
    const signed = { kid: 'k', digest: 'd', at: now().toISOString() };
    await store.apply({ member, sequence: 1, put, withdraw: [], ...signed });
  }
  const { signal } = new AbortController();
  await linkFully({ store, holder: 'test', now, signal });
  for (const link of await store.linksOf([...parties.keys()])) {
    links.set(`${link.candidate} ${link.match}`, link);
  }
  await store.close();
}, 600_000);

function takeParties({ member, subjects, truth }: PublishedDemo): void {
  for (const { local, names } of subjects) {
    parties.set(`${member}:${local}`, {
      identity: truth.get(local) ?? local,
      script: names[0]?.script ?? 'none',
    });
  }
}

/** All pairs of ids that are of one party, the lesser id first. */
function truePairs(): [string, string][] {
  const byIdentity = new Map<string, string[]>();
  for (const [id, { identity }] of parties) {
    byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), id]);
  }
  return [...byIdentity.values()].flatMap((ids) =>
    ids.sort().flatMap((id, i) => ids.slice(i + 1).map((other): [string, string] => [id, other])),
  );
}

const isTrue = ({ candidate, match }: ComputedLink): boolean =>
  parties.get(candidate)?.identity === parties.get(match)?.identity;

describe('links of the demo coalition, whose truth the generator knows', () => {
  test('are of parties whose names do not collide by construction', () => {
    expect(countParts(3)).toBeGreaterThanOrEqual(50_000);
    expect(parties.size).toBeGreaterThan(20_000);
  });

  test('are true: all that are accepted, and 99 of 100 of all that are found', () => {
    const found = [...links.values()];
    const accepted = found.filter(({ verdict }) => verdict === 'ACCEPT');
    expect(accepted.length).toBeGreaterThan(5_000);
    expect(accepted.filter((link) => !isTrue(link))).toEqual([]);
    expect(found.filter(isTrue).length / found.length).toBeGreaterThanOrEqual(0.99);
  });

  test('are found for nine of ten pairs that are of one party', () => {
    const all = truePairs();
    const found = all.filter(([a, b]) => links.has(`${a} ${b}`));
    expect(found.length / all.length).toBeGreaterThanOrEqual(0.9);
  });

  test('are found for most pairs of each two scripts', () => {
    const byScripts = new Map<string, { found: number; of: number }>();
    for (const [a, b] of truePairs()) {
      const scripts = [parties.get(a)?.script, parties.get(b)?.script].sort().join('-');
      const counts = byScripts.get(scripts) ?? { found: 0, of: 0 };
      byScripts.set(scripts, counts);
      counts.of += 1;
      counts.found += links.has(`${a} ${b}`) ? 1 : 0;
    }
    const recalls = [...byScripts].map(([scripts, { found, of }]) => ({ scripts, of, recall: found / of }));
    const scripts = ['Latn', 'Cyrl', 'Arab', 'Grek', 'Hang'];
    const expected = scripts.flatMap((one, i) =>
      scripts.slice(i).map((other) => [one, other].sort().join('-')),
    );
    expect(recalls.map((recall) => recall.scripts)).toEqual(expect.arrayContaining(expected));
    expect(recalls.filter(({ of, recall }) => of >= 30 && recall < 0.8)).toEqual([]);
  });
});
