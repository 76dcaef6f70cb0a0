import { describe, expect, it } from 'vitest';
import { namedParties, type ProtectedPlace, partyRefsOf } from '../../../../shared/domain/party-refs.js';

it('finds references at any depth, in the order of the body, each time it is mentioned', () => {
  const one = { ref: 'Person', id: 'p1', name: 'Tamo Verrin' };
  const other = { ref: 'Organization', id: 'o1', identifiers: [{ scheme: 'GB-COH', id: '1' }] };
  const body = {
    entity: one,
    parties: [{ party: other, role: 'x' }, { party: null }],
    events: [{ party: one }],
  };
  expect(partyRefsOf(body)).toEqual([one, other, one]);
});

it.each([
  ['a body without any', { title: 'x' }],
  ['what only looks like one', { a: { ref: 'Ship', id: '1' }, b: { ref: 'Person' }, c: { id: '1' } }],
])('finds none in %s', (_, body) => {
  expect(partyRefsOf(body)).toEqual([]);
});

describe('namedParties', () => {
  const person = { ref: 'Person', id: 'p1' };
  const firm = { ref: 'Organization', id: 'o1' };

  it.each<[string, object, readonly ProtectedPlace[], object[], object[]]>([
    ['nothing is apart without places', { a: person }, [], [person], []],
    ['a field', { a: person, b: firm }, [{ path: ['a'] }], [firm], [person]],
    ['a field of the same name elsewhere is open', { b: { a: person } }, [{ path: ['a'] }], [person], []],
    [
      'lists are passed through',
      { a: [{ b: [person] }, { b: firm }] },
      [{ path: ['a', 'b'] }],
      [],
      [person, firm],
    ],
    [
      'only persons',
      { a: [{ b: person }, { b: firm }] },
      [{ path: ['a', 'b'], only: 'Person' }],
      [firm],
      [person],
    ],
    [
      'unless a field beside is true',
      { a: [{ b: person, shown: true }, { b: firm, shown: false }, { b: firm }] },
      [{ path: ['a', 'b'], unless: 'shown' }],
      [person],
      [firm, firm],
    ],
    [
      'a party in both kinds of places is in both',
      { a: person, b: person },
      [{ path: ['a'] }],
      [person],
      [person],
    ],
    ['what lies below a place is open', { a: { b: { c: person } } }, [{ path: ['a', 'b'] }], [person], []],
    [
      'places that begin alike',
      { a: { b: person, c: firm } },
      [{ path: ['a', 'b'] }, { path: ['a', 'c', 'd'] }],
      [firm],
      [person],
    ],
  ])('%s', (_, body, places, open, apart) => {
    expect(namedParties({ ...body }, places)).toEqual({ open, protected: apart });
  });

  it('tells one set of places from another for the same body', () => {
    const body = { a: person };
    const places: ProtectedPlace[] = [{ path: ['a'] }];
    expect(namedParties(body, places).protected).toEqual([person]);
    expect(partyRefsOf(body)).toEqual([person]);
    expect(namedParties(body, places).open).toEqual([]);
  });
});
