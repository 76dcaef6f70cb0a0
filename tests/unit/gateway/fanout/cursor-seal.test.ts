import { describe, expect, it } from 'vitest';
import { createCursorSeal } from '../../../../gateway/fanout/cursor-seal.js';

const secret = new Uint8Array(32).fill(7);
const binding = { question: 'q', caller: 'c' };
const position = { k: ['Ünïque title', null, 12, [5, 999]], member: 'alpha', local: 'x-1' } as const;

function sealAt(clock: { now: number }, secrets: readonly [Uint8Array, ...Uint8Array[]] = [secret]) {
  return createCursorSeal({ secrets: () => secrets, now: () => new Date(clock.now) });
}

describe('a sealed cursor', () => {
  it('opens to the position it was made of', async () => {
    const seal = sealAt({ now: 0 });
    expect(await seal.open(await seal.seal(position, binding), binding)).toEqual(position);
  });

  it('shows nothing of the record', async () => {
    const cursor = await sealAt({ now: 0 }).seal(position, binding);
    const shown = cursor.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect(shown.join(' ')).not.toMatch(/alpha|x-1|title/);
  });

  it.each([
    ['for another question', { question: 'other', caller: 'c' }],
    ['for another caller', { question: 'q', caller: 'other' }],
  ])('is refused %s', async (_, other) => {
    const seal = sealAt({ now: 0 });
    const cursor = await seal.seal(position, binding);
    await expect(seal.open(cursor, other)).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });

  it.each(['', 'x', 'a.b.c.d.e', '{}'])('is refused when it is none of ours: "%s"', async (cursor) => {
    await expect(sealAt({ now: 0 }).open(cursor, binding)).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });

  it('is refused when altered, and when sealed by another hub', async () => {
    const seal = sealAt({ now: 0 });
    const cursor = await seal.seal(position, binding);
    const altered = `${cursor.slice(0, -2)}${cursor.endsWith('AA') ? 'BB' : 'AA'}`;
    await expect(seal.open(altered, binding)).rejects.toMatchObject({ code: 'BAD_CURSOR' });
    const stranger = sealAt({ now: 0 }, [new Uint8Array(32).fill(8)]);
    await expect(stranger.open(cursor, binding)).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });

  it('lasts for 24 hours', async () => {
    const clock = { now: 0 };
    const seal = sealAt(clock);
    const cursor = await seal.seal(position, binding);
    clock.now = 24 * 3_600_000;
    await expect(seal.open(cursor, binding)).resolves.toEqual(position);
    clock.now += 1000;
    await expect(seal.open(cursor, binding)).rejects.toMatchObject({
      code: 'BAD_CURSOR',
      message: 'Expected a cursor of the last 24 hours, got an older one.',
    });
  });

  it('still opens after the secret was rotated', async () => {
    const cursor = await sealAt({ now: 0 }).seal(position, binding);
    const rotated = sealAt({ now: 0 }, [new Uint8Array(32).fill(9), secret]);
    expect(await rotated.open(cursor, binding)).toEqual(position);
  });
});
