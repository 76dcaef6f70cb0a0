import { describe, expect, test } from 'vitest';
import { createNameCounter } from '../../shared/linking/count-names.js';
import type { MatchScore } from '../../shared/linking/link.js';
import type { LinkSubject } from '../../shared/linking/link-subject.js';
import { LinkingSettings } from '../../shared/linking/linking-settings.js';
import { readStatistics } from '../../shared/linking/name-statistics.js';
import { scoreFeatures } from '../../shared/linking/score-pair.js';
import { subjectFeatures } from '../../shared/linking/subject-features.js';
import { linkingKeys } from '../../shared/linking/subject-keys.js';
import { toLinkSubject } from '../../shared/linking/to-link-subject.js';
import { ukRegister } from '../../subgraphs/asset-declarations/importers/uk-register.js';
import { brCnciai } from '../../subgraphs/investigations/importers/br-cnciai.js';
import { ofacSdn } from '../../subgraphs/investigations/importers/ofac-sdn.js';
import { readImport, realData } from '../fixtures/read-import.js';

const sources = [
  { importer: ukRegister, ...realData('uk-register-of-interests') },
  { importer: brCnciai, ...realData('br-improbity-convictions') },
  { importer: ofacSdn, ...realData('us-ofac-glomag') },
];
const isMissing = sources.some((source) => source.isMissing);

const open = { tlp: 'TLP:CLEAR' as const, sharedWith: [], requires: [] };
const now = new Date('2026-11-27T00:00:00.000Z');
const settings = LinkingSettings.parse({ birthDate: 'day' });

async function readSubjects(): Promise<LinkSubject[]> {
  const subjects: LinkSubject[] = [];
  for (const { importer, path } of sources) {
    const { records } = await readImport(importer, [path]);
    for (const { type, local, body } of records) {
      if (type === 'Person' || type === 'Organization') {
        const published = toLinkSubject({ type, local, body }, { settings, audience: open, now });
        subjects.push(...(published === null ? [] : [published.subject]));
      }
    }
  }
  return subjects;
}

interface Found extends MatchScore {
  readonly names: readonly [string, string];
}

/** All pairs that share a key, scored. */
function link(subjects: readonly LinkSubject[]): Found[] {
  const counter = createNameCounter();
  for (const subject of subjects) {
    counter.add(subject);
  }
  const statistics = readStatistics(counter.toJson());
  const blocks = new Map<string, LinkSubject[]>();
  for (const subject of subjects) {
    for (const key of linkingKeys(subjectFeatures(subject))) {
      blocks.set(key, [...(blocks.get(key) ?? []), subject]);
    }
  }
  const pairs = new Map<string, [LinkSubject, LinkSubject]>();
  for (const block of blocks.values()) {
    block.forEach((a, i) => {
      for (const b of block.slice(i + 1).filter(({ local }) => local !== a.local)) {
        pairs.set(JSON.stringify([a.local, b.local].sort()), [a, b]);
      }
    });
  }
  return [...pairs.values()].flatMap(([a, b]) => {
    const score = statistics && scoreFeatures(subjectFeatures(a), subjectFeatures(b), statistics);
    const names = [a.names[0]?.full ?? '', b.names[0]?.full ?? ''] as const;
    return score === null || score.verdict === 'NONE' ? [] : [{ ...score, names }];
  });
}

describe.skipIf(isMissing)('parties of public registers (real input: ../shared/data)', () => {
  test('are accepted by an identifier alone, and proposed where a name says enough', async () => {
    const subjects = await readSubjects();
    const found = link(subjects);
    const accepted = found.filter(({ verdict }) => verdict === 'ACCEPT');
    const features = ({ criteria }: MatchScore) => criteria.map(({ feature }) => feature);
    expect(subjects.length).toBeGreaterThan(1_000);
    expect(accepted.filter((one) => !features(one).includes('identifier'))).toEqual([]);
    expect(accepted.filter((one) => features(one).some((feature) => feature.startsWith('veto')))).toEqual([]);
    // A party proposed to more than a few others would be a name that says nothing.
    expect(found.length).toBeLessThan(subjects.length / 2);
  }, 300_000);
});
