import fc from 'fast-check';
import { tlpLabels } from '../../../shared/domain/record-body.js';
import { anonymousCaller, type Caller } from '../../../shared/identity/caller.js';
import type { Body } from './coalition-rules.js';

/** Members in the order of their ids. Each is an organisation whose people can ask. */
export const memberIds = ['alpha', 'beta', 'delta', 'gamma', 'kappa'];

/** One record as a member holds it. */
export interface HeldRecord {
  readonly type: string;
  readonly local: string;
  readonly body: Body;
}

/** A member with one of the policies, by its index, and its records. */
export interface HeldMember {
  readonly member: string;
  readonly policy: number;
  readonly records: readonly HeldRecord[];
}

/** Who asks, as the hub knows them, and the members to which they prove it themselves. */
export interface Asking {
  readonly caller: Caller;
  readonly proofs: readonly string[];
}

const scopes = [
  'declarations:read',
  'declarations:personal',
  'declarations:money',
  'investigations:read',
  'investigations:findings',
  'investigations:unpublished',
];

export function optional<T>(of: fc.Arbitrary<T>, freq = 3): fc.Arbitrary<T | undefined> {
  return fc.option(of, { nil: undefined, freq });
}

/** A record without what is absent: a null is never stored. */
export function present(fields: Readonly<Record<string, unknown>>): Body {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const known: fc.Arbitrary<Asking> = fc
  .record({
    kind: fc.constantFrom('person', 'service'),
    subject: fc.constantFrom('ada', 'ben'),
    organization: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...memberIds) },
      { weight: 1, arbitrary: fc.constantFrom('civic-charts', null) },
    ),
    scopes: fc.subarray(scopes),
    clearance: fc.constantFrom(...tlpLabels, 'TLP:RED', 'TLP:RED'),
    purpose: fc.constantFrom('INVESTIGATION', 'DASHBOARD', null),
    proofs: fc.oneof(fc.constant([]), fc.subarray(memberIds)),
  })
  .map(({ proofs, ...caller }) => ({
    caller: { ...caller, isProven: false, isMember: memberIds.some((id) => id === caller.organization) },
    proofs,
  }));

/** Anybody: nobody in particular, outsiders, people of each member. */
export const anybody: fc.Arbitrary<Asking> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ caller: anonymousCaller, proofs: [] }) },
  { weight: 6, arbitrary: known },
);

/** Labels with none among them, and embargoes that are over, on, or not there. */
export const handling: fc.Arbitrary<Body> = fc
  .record({
    tlp: optional(
      fc.constantFrom(...tlpLabels, 'TLP:CLEAR', 'TLP:CLEAR', 'TLP:CLEAR', 'TLP:CLEAR', 'TLP:GREEN'),
      8,
    ),
    embargoUntil: fc.oneof(
      { weight: 5, arbitrary: fc.constant(undefined) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '2026-06-15T11:59:59.999Z',
          '2026-06-15T12:00:00.000Z',
          '2026-06-15T12:00:00.001Z',
          '2031-01-01T00:00:00.000Z',
        ),
      },
    ),
  })
  .map(present);

const partyHandling = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ tlp: 'TLP:CLEAR' }) },
  { weight: 2, arbitrary: handling },
);

/** The parties of each member. */
export const persons = ['p-0', 'p-1', 'p-2'];
export const organizations = ['o-0', 'o-1'];
const names = ['Zoë Ash', 'zoe ash', 'Ab Oak', '김하늘', 'Ωmega Lind', 'Mara Fern'];

const person = (local: string): fc.Arbitrary<HeldRecord> =>
  fc
    .record({
      name: optional(fc.constantFrom(...names), 8),
      birthDate: optional(fc.constantFrom('1970-02-03', '1981', '1999-12')),
      birthPlace: optional(fc.constantFrom('Port Invented', 'Old Town')),
      gender: optional(fc.constantFrom('FEMALE', 'OTHER')),
      handling: partyHandling,
    })
    .map((body) => ({ type: 'Person', local, body: present({ ...body, provenance: {} }) }));

const organization = (local: string): fc.Arbitrary<HeldRecord> =>
  fc
    .record({
      name: optional(fc.constantFrom(...names), 8),
      legalForm: optional(fc.constantFrom('LTD', 'PLC')),
      handling: partyHandling,
    })
    .map((body) => ({ type: 'Organization', local, body: present({ ...body, provenance: {} }) }));

/** The parties that a member's records can name. */
const parties: fc.Arbitrary<readonly HeldRecord[]> = fc.tuple(
  ...persons.map(person),
  ...organizations.map(organization),
);

/** One to five members, each with one of so many policies, its parties and some records of a type. */
export function coalitionOf(
  record: { readonly type: string; readonly prefix: string; readonly body: fc.Arbitrary<Body> },
  policies: number,
): fc.Arbitrary<readonly HeldMember[]> {
  const rows = fc.uniqueArray(fc.tuple(fc.nat(30), record.body), {
    maxLength: 14,
    size: 'max',
    selector: ([number]) => number,
  });
  const member = fc.record({ policy: fc.nat(policies - 1), named: parties, rows });
  return fc.array(member, { minLength: 1, maxLength: memberIds.length, size: 'max' }).map((members) =>
    members.map(({ policy, named, rows: drawn }, i) => ({
      member: memberIds[i] ?? 'alpha',
      policy,
      records: [
        ...named,
        ...drawn.map(([number, body]) => ({
          type: record.type,
          local: `${record.prefix}-${number}`,
          body: withNames(body, named),
        })),
      ],
    })),
  );
}

/** The body with the name of each party copied to where it is named, as importers do. */
export function withNames(body: Body, named: readonly HeldRecord[]): Body {
  const copied = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(copied);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    if ('ref' in value && 'id' in value) {
      const name = named.find(({ type, local }) => type === value.ref && local === value.id)?.body['name'];
      return present({ ref: value.ref, id: value.id, name });
    }
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copied(part)]));
  };
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, copied(value)]));
}
