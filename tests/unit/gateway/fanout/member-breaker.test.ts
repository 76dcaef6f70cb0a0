import { describe, expect, it } from 'vitest';
import { MemberBreaker } from '../../../../gateway/fanout/member-breaker.js';

function breakerAt(clock: { now: number }) {
  return new MemberBreaker({ failures: 3, coolDownMs: 1000, now: () => clock.now });
}

describe('the breaker of a member', () => {
  it('stays closed while failures are not in a row', () => {
    const breaker = breakerAt({ now: 0 });
    for (let i = 0; i < 5; i++) {
      breaker.failed();
      breaker.failed();
      breaker.succeeded();
    }
    expect(breaker.state).toBe('CLOSED');
    expect(breaker.allows()).toBe(true);
  });

  it('opens after failures in a row, lets one probe through after the cool-down, and closes when it succeeds', () => {
    const clock = { now: 0 };
    const breaker = breakerAt(clock);
    breaker.failed();
    breaker.failed();
    breaker.failed();
    expect([breaker.state, breaker.allows()]).toEqual(['OPEN', false]);
    clock.now = 1000;
    expect(breaker.state).toBe('HALF_OPEN');
    expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
    breaker.succeeded();
    expect([breaker.state, breaker.allows()]).toEqual(['CLOSED', true]);
  });

  it('opens again for a whole cool-down when the probe fails', () => {
    const clock = { now: 0 };
    const breaker = breakerAt(clock);
    for (let i = 0; i < 3; i++) {
      breaker.failed();
    }
    clock.now = 1000;
    breaker.allows();
    breaker.failed();
    clock.now = 1999;
    expect(breaker.state).toBe('OPEN');
    clock.now = 2000;
    expect(breaker.state).toBe('HALF_OPEN');
  });

  it('lets the next one probe when the client of the probe left', () => {
    const clock = { now: 0 };
    const breaker = breakerAt(clock);
    for (let i = 0; i < 3; i++) {
      breaker.failed();
    }
    clock.now = 1000;
    breaker.allows();
    breaker.abandoned();
    expect(breaker.allows()).toBe(true);
  });
});
