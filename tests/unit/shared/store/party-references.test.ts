import { describe, expect, test } from 'vitest';
import { type PartyKey, withoutForgotten } from '../../../../shared/store/party-references.js';

const isForgotten = ({ type, local }: PartyKey) => type === 'Person' && local === 'p1';
const ref = (id: string, type = 'Person') => ({
  ref: type,
  id,
  name: 'N',
  identifiers: [{ scheme: 's', id: 'p1' }],
});

describe('references to a forgotten party', () => {
  test('lose all but what they point at, at any depth', () => {
    const body = { title: 't', declarant: ref('p1'), items: [{ owners: [ref('p1'), ref('p2')] }] };
    expect(withoutForgotten(body, isForgotten)).toEqual({
      title: 't',
      declarant: { ref: 'Person', id: 'p1' },
      items: [{ owners: [{ ref: 'Person', id: 'p1' }, ref('p2')] }],
    });
  });

  test('leave a body alone that refers to others only', () => {
    const body = { declarant: ref('p2'), payer: ref('p1', 'Organization'), note: { id: 'p1' } };
    expect(withoutForgotten(body, isForgotten)).toBe(body);
  });
});
