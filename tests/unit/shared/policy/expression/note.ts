import { parse } from 'graphql';
import { readContractModel } from '../../../../../shared/policy/contract-model.js';
import { keyScope } from '../../../../../shared/policy/expression/key-scope.js';
import { objectScope } from '../../../../../shared/policy/expression/object-scope.js';
import {
  amountKey,
  dateKey,
  foldedKey,
  instantKey,
  integerKey,
  listKey,
  textKey,
} from '../../../../../shared/store/body-keys.js';
import type { RecordType } from '../../../../../shared/store/record-type.js';

/** An invented record type with a key of every kind. */
export const note: RecordType = {
  name: 'Note',
  keys: {
    title: foldedKey('title'),
    code: textKey('code'),
    mood: textKey('about', 'mood'),
    day: dateKey('day'),
    seenAt: instantKey('seenAt'),
    year: integerKey('year'),
    open: { kind: 'boolean', of: (body) => truth(body['open']), path: ['open'] },
    price: amountKey('price'),
    tags: listKey('tags'),
    tlp: textKey('handling', 'tlp'),
    pap: textKey('handling', 'pap'),
    embargoUntil: instantKey('handling', 'embargoUntil'),
    modifiedAt: { kind: 'instant', stored: 'modifiedAt' },
  },
  texts: () => [],
  pairs: [{ equal: [], sort: null }],
};

function truth(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** The same in the contract. */
export const noteContract = parse(`
  scalar Decimal
  scalar PartialDate
  scalar DateTime
  scalar Tlp
  scalar Pap
  scalar Odd
  type Member { id: ID! }
  interface Record { id: ID! member: Member! handling: Handling! }
  type Handling { tlp: Tlp pap: Pap embargoUntil: DateTime }
  enum Mood { GOOD BAD }
  type About { mood: Mood depth: Int! deeper: About }
  type Money { amount: Decimal }
  union Party = Person | Firm
  type Person { id: ID! member: Member! name: String }
  type Firm { id: ID! member: Member! name: String }
  type Note implements Record {
    id: ID!
    member: Member!
    handling: Handling!
    createdAt: DateTime
    modifiedAt: DateTime
    title: String
    code: String
    kind: Mood!
    about: About
    abouts: [About!]
    day: PartialDate
    seenAt: DateTime
    year: Int
    open: Boolean
    price: Money
    tags: [String!]
    moods: [Mood!]!
    odd: Odd
    ratio: Float
    author: Person
    party: Party
  }
`);

export const noteModel = readContractModel([noteContract]);
export const noteFields = objectScope('Note', noteModel);
export const noteKeys = keyScope(note, (path) =>
  path.join('.') === 'about.mood' ? ['GOOD', 'BAD'] : undefined,
);
