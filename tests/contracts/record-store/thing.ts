import { readDecimal, toAmountKey } from '../../../shared/domain/decimal.js';
import type { ProtectedPlace } from '../../../shared/domain/party-refs.js';
import { foldText } from '../../../shared/domain/text.js';
import {
  commonKeysWith,
  commonPairs,
  handlingKeys,
  protectedNamesOf,
  textsOf,
} from '../../../shared/store/body-keys.js';
import type { RecordInput } from '../../../shared/store/record-store.js';
import type { RecordBody, RecordType } from '../../../shared/store/record-type.js';

/** Where a thing names parties that not all may know: all others are as public as it is. */
export const thingPlaces: readonly ProtectedPlace[] = [
  { path: ['owner'] },
  { path: ['kin', 'who'], unless: 'known' },
];

/** A record type made up for the suite: one key of every kind, each of which may be absent. */
export const thing: RecordType = {
  name: 'Thing',
  keys: {
    title: { kind: 'text', of: (body) => folded(body['title']) },
    code: { kind: 'text', of: (body) => text(body['code']) },
    day: { kind: 'partialDate', of: (body) => text(body['day']) },
    seenAt: { kind: 'instant', of: (body) => text(body['seenAt']) },
    year: { kind: 'integer', of: (body) => integer(body['year']) },
    open: { kind: 'boolean', of: (body) => (typeof body['open'] === 'boolean' ? body['open'] : null) },
    amount: { kind: 'amount', of: (body) => amount(body['amount']) },
    tags: { kind: 'terms', of: (body) => texts(body['tags']) },
    createdAt: { kind: 'instant', stored: 'createdAt' },
    ...commonKeysWith(thingPlaces),
  },
  texts: (body) => [
    ...texts([body['title']]),
    ...texts(namesOf(body['subject'])),
    ...texts(body['notes']),
    ...textsOf({ kin: body['kin'] }, [], thingPlaces),
  ],
  protectedTexts: (body) => protectedNamesOf(body, thingPlaces),
  protectedUses: ['Thing.owner', 'Thing.kin', 'Person.name'],
  pairs: [
    { equal: [], sort: null },
    { equal: [], sort: 'title' },
    { equal: [], sort: 'day' },
    { equal: [], sort: 'year' },
    { equal: [], sort: 'modifiedAt' },
    { equal: ['code'], sort: null },
    { equal: ['code'], sort: 'amount' },
    { equal: ['open'], sort: 'seenAt' },
    { equal: ['code', 'open'], sort: 'year' },
    ...commonPairs,
  ],
};

/** A party type, which things refer to in `subject` and `parties`. */
export const person: RecordType = {
  name: 'Person',
  keys: { name: { kind: 'text', of: (body) => folded(body['name']) }, ...handlingKeys },
  texts: (body) => texts([body['name']]),
  pairs: [
    { equal: [], sort: null },
    { equal: [], sort: 'name' },
  ],
};

export const suiteTypes = [thing, person];

/** A thing with a body of these fields. */
export function aThing(local: string, fields: RecordBody = {}): RecordInput {
  return { type: 'Thing', local, body: { ...base, ...fields } };
}

export function aPerson(local: string, fields: RecordBody = {}): RecordInput {
  return { type: 'Person', local, body: { ...base, ...fields } };
}

const base = { handling: { tlp: 'TLP:CLEAR' }, provenance: { dataset: 'invented' } };

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function folded(value: unknown): string | null {
  return typeof value === 'string' ? foldText(value) : null;
}

function integer(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function amount(value: unknown) {
  return typeof value === 'string' ? toAmountKey(readDecimal(value)) : null;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function namesOf(subject: unknown): unknown[] {
  return typeof subject === 'object' && subject !== null && 'name' in subject ? [subject.name] : [];
}
