import { describe, expect, it } from 'vitest';
import type { CoalitionMember } from '../../../../gateway/config.js';
import { createCoalitionMembers } from '../../../../gateway/plan/coalition-members.js';
import { readMemberId } from '../../../../shared/domain/ids.js';
import { registryEntry } from '../../../fixtures/registry-entries.js';

function configured(id: string, paused = false): CoalitionMember {
  return { ...registryEntry(id).description, id: readMemberId(id), paused };
}

describe('the members of a coalition', () => {
  it('are those configured and those of the registry that take part, by id', () => {
    const coalition = createCoalitionMembers([configured('delta'), configured('charlie', true)]);
    coalition.take({
      version: 4,
      entries: [
        registryEntry('bravo', { pausedBy: ['MEMBER'] }),
        registryEntry('alpha'),
        registryEntry('echo', { standing: 'PENDING' }),
        registryEntry('foxtrot', { standing: 'REVOKED' }),
      ],
    });
    const { members, providers, standings } = coalition.current();
    expect(members.map(({ id, paused }) => [id, paused])).toEqual([
      ['alpha', false],
      ['bravo', true],
      ['charlie', true],
      ['delta', false],
    ]);
    expect(providers.map(({ member, paused }) => [member, paused])).toEqual([
      ['alpha', false],
      ['bravo', true],
      ['charlie', true],
      ['delta', false],
    ]);
    expect([...standings].map(([id, { source, state }]) => `${id} ${source} ${state}`)).toEqual([
      'alpha REGISTERED ACTIVE',
      'bravo REGISTERED PAUSED',
      'charlie CONFIGURED PAUSED',
      'delta CONFIGURED ACTIVE',
      'echo REGISTERED PENDING',
      'foxtrot REGISTERED REVOKED',
    ]);
  });

  it('that are configured are not overridden by the registry', () => {
    const coalition = createCoalitionMembers([configured('alpha')]);
    coalition.take({ version: 1, entries: [registryEntry('alpha', { standing: 'REVOKED' })] });
    expect(coalition.current().members.map(({ id }) => id)).toEqual(['alpha']);
    expect(coalition.current().standings.get('alpha')).toMatchObject({
      source: 'CONFIGURED',
      state: 'ACTIVE',
    });
  });

  it('bring extensions in the order of their standing', () => {
    const coalition = createCoalitionMembers([]);
    const extension = { url: 'https://member.example/ext', sdl: 'type A { b: Int }' };
    coalition.take({
      version: 3,
      entries: [
        registryEntry('alpha', { extension, since: '2026-01-03T00:00:00.000Z' }),
        registryEntry('bravo', { extension, since: '2026-01-02T00:00:00.000Z' }),
        registryEntry('charlie', { extension, standing: 'PENDING' }),
      ],
    });
    expect(coalition.current().extensions).toEqual([
      { member: 'bravo', ...extension },
      { member: 'alpha', ...extension },
    ]);
  });

  it('keep one table until something changes', () => {
    const coalition = createCoalitionMembers([]);
    const before = coalition.current();
    expect(coalition.current()).toBe(before);
    coalition.take({ version: 1, entries: [registryEntry('alpha')] });
    expect(coalition.current()).not.toBe(before);
    expect(before.members).toEqual([]);
  });
});

describe('what is under way to a member', () => {
  const halted = (change: Parameters<typeof registryEntry>[1] | null) => {
    const coalition = createCoalitionMembers([]);
    coalition.take({ version: 1, entries: [registryEntry('alpha')] });
    const signal = coalition.current().providers[0]?.halted;
    coalition.take({ version: 2, entries: change === null ? [] : [registryEntry('alpha', change)] });
    return { before: signal, after: coalition.current().standings.get('alpha')?.halted };
  };

  it.each([
    ['pauses', { pausedBy: ['MEMBER' as const] }, 'PAUSED'],
    ['is paused by an operator', { pausedBy: ['OPERATOR' as const] }, 'PAUSED'],
    ['is revoked', { standing: 'REVOKED' as const }, 'REVOKED'],
    ['is gone from the registry', null, 'REVOKED'],
  ])('ends when it %s', (_, change, reason) => {
    const { before } = halted(change);
    expect(before).toMatchObject({ aborted: true, reason });
  });

  it('goes on when something else of it changes, and can still be ended', () => {
    const { before, after } = halted({ version: 2 });
    expect(before?.aborted).toBe(false);
    expect(after).toBe(before);
  });

  it('starts afresh when it resumes', () => {
    const coalition = createCoalitionMembers([]);
    for (const [version, pausedBy] of [
      [1, []],
      [2, ['MEMBER' as const]],
      [3, []],
    ] as const) {
      coalition.take({ version, entries: [registryEntry('alpha', { version, pausedBy: [...pausedBy] })] });
    }
    expect(coalition.current().providers[0]).toMatchObject({ paused: false, halted: { aborted: false } });
  });
});
