import { expect, it } from 'vitest';
import { partyRefsOf } from '../../../../shared/domain/party-refs.js';

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
