import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AccordError } from '../../../../shared/errors/accord-error.js';
import { followPolicy } from '../../../../shared/kit/policy-source.js';
import { createLogger } from '../../../../shared/log/logger.js';
import { fakePolicy } from '../../../fixtures/fake-policy.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-policy-source-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A policy file whose text is its revision; `broken` is none. */
function follow(text: string) {
  const path = join(folder, `${Math.random()}.yaml`);
  const state = { now: 0, text, failures: 0, loads: 0 };
  let written = 0;
  const write = (next: string): void => {
    state.text = next;
    writeFileSync(path, next);
    written++;
    utimesSync(path, written, written);
  };
  write(text);
  const source = followPolicy(
    {
      watched: () => [path],
      load() {
        state.loads++;
        if (state.text === 'broken') {
          throw new AccordError('BAD_POLICY', 'Expected a policy,\ngot something else.');
        }
        return fakePolicy({ revision: state.text });
      },
      kept: () => undefined,
    },
    {
      logger: createLogger({ name: 'test', level: 'silent' }),
      now: () => new Date(state.now),
      onFailure: () => {
        state.failures++;
      },
    },
  );
  const later = () => {
    state.now += 1000;
    return source.current();
  };
  return { state, write, source, later };
}

test('a changed policy is in force within a second, and the one before it stays whole for who has it', () => {
  const { write, source, later } = follow('one');
  const before = source.current();
  write('two');
  expect(source.current()).toBe(before);
  expect(later()).toMatchObject({ policy: { revision: 'two' }, fault: undefined });
  expect(before.policy.revision).toBe('one');
});

test('a broken policy leaves the one before it in force, and says why in one line', () => {
  const { state, write, later } = follow('one');
  write('broken');
  expect(later()).toMatchObject({
    policy: { revision: 'one' },
    fault: 'Expected a policy, got something else.',
  });
  later();
  expect([state.failures, state.loads]).toEqual([1, 2]);
  write('two');
  expect(later()).toMatchObject({ policy: { revision: 'two' }, fault: undefined });
});

test('a file that is touched changes nothing', () => {
  const { state, write, source, later } = follow('one');
  const { policy } = source.current();
  write('one');
  expect(later().policy).toBe(policy);
  expect(state.loads).toBe(2);
});

test('a clock that was set back does not put off the next look', () => {
  const { state, write, source } = follow('one');
  write('two');
  state.now = -3_600_000;
  expect(source.current().policy.revision).toBe('two');
});

test('without a first policy there is none', () => {
  expect(() => follow('broken')).toThrow(expect.objectContaining({ code: 'BAD_POLICY' }));
});
