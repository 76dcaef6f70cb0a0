import fc from 'fast-check';
import { type Caller, freezeCaller } from '../../../shared/identity/caller.js';
import { type ComputedLink, type JudgementEntry, judgements } from '../../../shared/linking/link.js';
import { LinkSubject } from '../../../shared/linking/link-subject.js';

/** The moment of every request. */
export const worldNow = new Date('2026-01-31T09:30:00.000Z');

/** All that a hub keeps of what members published, and who they are. */
export interface World {
  readonly members: readonly WorldMember[];
  /** First published first. */
  readonly subjects: readonly WorldSubject[];
  readonly links: readonly ComputedLink[];
  readonly judgements: readonly JudgementEntry[];
}

export interface WorldMember {
  readonly id: string;
  readonly policy: PolicyName;
  /** Whether it still takes part. */
  readonly isPresent: boolean;
}

export interface WorldSubject {
  readonly id: string;
  readonly member: string;
  readonly entityId: string;
  /** Which was published when, in milliseconds after the first can be. */
  readonly since: number;
  readonly subject: LinkSubject;
}

export const memberIds = ['alder', 'birch', 'cedar'] as const;
/** Words that are one term of search each, and no two the same. */
export const words = ['Koval', 'Petrov', 'Garcia', 'Smith', 'Okafor'] as const;
export const round = '2026-q1';
export const tokens = ['A', 'B', 'C'].map((letter) => letter.repeat(43));

const asked = (more: object) => ({ authenticated: false, scopes: [], policies: [], proof: false, ...more });
const personal = asked({ scopes: [[['declarations:personal']]] });

/** Policies that members publish, by coordinate; undefined for one that is not known. */
export const policies = {
  open: {},
  namesByScope: { 'Person.names': { read: personal }, 'Organization.names': { read: personal } },
  namesMasked: {
    'Person.name': { read: asked({}), use: false },
    'Organization.name': { read: asked({}), use: false },
  },
  namesClosed: { 'Name.full': { read: false } },
  identifiersOfMembers: {
    'Person.identifiers': { read: asked({ policies: [[['member']]] }) },
    'Organization.identifiers': { read: asked({ policies: [[['member']]] }) },
  },
  identifiersByProof: { 'Identifier.id': { read: asked({ proof: true }) } },
  countriesSignedIn: {
    'Person.countries': { read: asked({ authenticated: true }) },
    'Organization.countries': { read: asked({ authenticated: true }) },
  },
  topicsForPurpose: {
    'Person.topics': { read: asked({ purposes: ['INVESTIGATION'] }) },
    'Organization.topics': { read: asked({ purposes: ['INVESTIGATION'] }) },
  },
  unknown: undefined,
} as const;
export type PolicyName = keyof typeof policies;

const policyNames = Object.keys(policies).filter((name): name is PolicyName => name in policies);

const audience = fc.record(
  {
    tlp: fc.constantFrom(
      ...([
        'TLP:CLEAR',
        'TLP:CLEAR',
        'TLP:CLEAR',
        'TLP:GREEN',
        'TLP:AMBER',
        'TLP:AMBER+STRICT',
        'TLP:RED',
      ] as const),
    ),
    embargoUntil: fc.constantFrom('2026-01-31T09:30:00.000Z', '2026-01-31T09:30:00.001Z'),
    sharedWith: fc.constantFrom(['birch'], ['civic-charts'], []),
    requires: fc.constantFrom([], [], [personal], [asked({ organizations: ['alder', 'birch'] })]),
  },
  { requiredKeys: ['tlp'] },
);

const name = fc
  .uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
  .map((some) => ({ full: some.join(' ') }));
const some = <T>(from: readonly T[], maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...from), { maxLength });
const roundTokens = fc.record({
  round: fc.constant(round),
  identifiers: some(tokens, 2),
  names: some(tokens, 2),
});

const subject = fc
  .record({
    member: fc.constantFrom(...memberIds),
    kind: fc.constantFrom(...(['PERSON', 'PERSON', 'ORGANIZATION'] as const)),
    names: fc.array(name, { maxLength: 2 }),
    countries: some(['UA', 'CY', 'MD'], 2),
    topics: some(['role.pep', 'sanction'], 2),
    identifiers: some(['1', '2'], 2).map((ids) => ids.map((id) => ({ scheme: 'GB-COH', id }))),
    tokens: fc.array(roundTokens, { maxLength: 1 }),
    audience,
    since: fc.nat(3),
  })
  .map(({ member, since, ...rest }) => ({
    member,
    since,
    parsed: LinkSubject.parse({ local: 'x', ...rest }),
  }));

/** A number for a place in a list of any length. */
const index = fc.nat(1000);
const criteria = [
  { feature: 'identifier', weight: 0.5, detail: 'GB-COH', reads: ['Person.identifiers'] },
  { feature: 'name', weight: 0.25, reads: ['Person.name', 'Person.names'] },
  { feature: 'birthDate', weight: 0.25, detail: 'year', reads: ['Person.birthDate'] },
] as const;

/** A world of subjects whose local ids start with a prefix. */
export function worldOf(prefix: string, maxSubjects: number): fc.Arbitrary<World> {
  return fc
    .record({
      members: fc.tuple(...memberIds.map((id) => memberOf(id))),
      subjects: fc.array(subject, { minLength: 3, maxLength: maxSubjects, size: 'max' }),
      links: fc.array(fc.tuple(index, index, fc.nat(4), fc.subarray([...criteria]), fc.boolean()), {
        maxLength: 12,
        size: 'max',
      }),
      judged: fc.array(fc.tuple(index, index, fc.boolean(), fc.constantFrom(...judgements), fc.boolean()), {
        maxLength: 6,
        size: 'max',
      }),
    })
    .map(({ members, subjects: drawn, links, judged }): World => {
      const subjects = drawn.map(({ member, since, parsed }, i): WorldSubject => {
        const local = `${prefix}${i}`;
        const entityId = `ent-${`${prefix}${i}`.padStart(26, '0')}`;
        return { id: `${member}:${local}`, member, entityId, since, subject: { ...parsed, local } };
      });
      return {
        members,
        subjects,
        links: linksBetween(subjects, links),
        judgements: judgementsBetween(subjects, judged),
      };
    });
}

function memberOf(id: string): fc.Arbitrary<WorldMember> {
  return fc.record({
    id: fc.constant(id),
    policy: fc.oneof(
      { weight: 2, arbitrary: fc.constant<PolicyName>('open') },
      fc.constantFrom(...policyNames),
    ),
    isPresent: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
  });
}

type Drawn = readonly (readonly [number, number, ...unknown[]])[];

/** Pairs of subjects as drawn, each once, the lesser id first. */
export function pairsBetween<T extends Drawn>(
  subjects: readonly WorldSubject[],
  drawn: T,
): readonly { readonly candidate: string; readonly match: string; readonly of: T[number] }[] {
  return drawn.flatMap((of) => {
    const [a, b] = of.slice(0, 2).map((at) => subjects[Number(at) % subjects.length]?.id ?? '');
    return a === undefined || b === undefined || a === b
      ? []
      : [a < b ? { candidate: a, match: b, of } : { candidate: b, match: a, of }];
  });
}

function linksBetween(
  subjects: readonly WorldSubject[],
  drawn: readonly (readonly [number, number, number, readonly (typeof criteria)[number][], boolean])[],
): readonly ComputedLink[] {
  const links = pairsBetween(subjects, drawn).map(
    ({ candidate, match, of: [, , score, reasons, isSure] }) => ({
      ...{ candidate, match, criteria: reasons, score: score / 4 },
      verdict: isSure ? ('ACCEPT' as const) : ('PROPOSE' as const),
      matcher: 'accord-linker/1',
      computedAt: worldNow.toISOString(),
    }),
  );
  return [...new Map(links.map((link) => [`${link.candidate} ${link.match}`, link])).values()];
}

function judgementsBetween(
  subjects: readonly WorldSubject[],
  drawn: readonly (readonly [number, number, boolean, JudgementEntry['judgement'], boolean])[],
): readonly JudgementEntry[] {
  return pairsBetween(subjects, drawn).map(
    ({ candidate, match, of: [, , byFirst, judgement, hasWords] }, i) => ({
      ...{ candidate, match, judgement },
      decidedBy: (byFirst ? candidate : match).split(':')[0] ?? '',
      decidedAt: new Date(worldNow.getTime() - 1000 + i).toISOString(),
      ...(hasWords && { evidence: `reason ${i}` }),
    }),
  );
}

/** Whoever asks. */
export const anyCaller: fc.Arbitrary<Caller> = fc
  .record({
    kind: fc.constantFrom(...(['anonymous', 'person', 'person', 'person', 'service'] as const)),
    organization: fc.constantFrom('alder', 'alder', 'birch', 'cedar', 'civic-charts', null),
    scopes: fc.subarray(['declarations:personal', 'links:decide']),
    clearance: fc.constantFrom(...(['TLP:RED', 'TLP:RED', 'TLP:AMBER', 'TLP:GREEN'] as const)),
    purpose: fc.constantFrom('INVESTIGATION', null),
  })
  .map(({ kind, organization, scopes, clearance, purpose }) => {
    const isKnown = kind !== 'anonymous';
    return freezeCaller({
      ...{ kind, subject: 'somebody', isProven: false },
      organization: isKnown ? organization : null,
      isMember: isKnown && memberIds.some((id) => id === organization),
      scopes: isKnown ? scopes : [],
      clearance: isKnown ? clearance : 'TLP:CLEAR',
      purpose: isKnown ? purpose : null,
    });
  });
