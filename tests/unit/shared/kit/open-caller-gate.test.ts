import { describe, expect, test } from 'vitest';
import { readMemberId } from '../../../../shared/domain/ids.js';
import { HubTrust } from '../../../../shared/kit/hub-trust.js';
import type { MemberConfig } from '../../../../shared/kit/member-config.js';
import { createMemberMetrics } from '../../../../shared/kit/member-metrics.js';
import { openCallerGate } from '../../../../shared/kit/open-caller-gate.js';
import { createLogger } from '../../../../shared/log/logger.js';
import { createMemoryReplayGuard } from '../../../fixtures/memory-replay-guard.js';
import { testHubTrust, testNow } from '../../../fixtures/test-hub-keys.js';

const [key] = testHubTrust().keys;
const thumbprint = 'A'.repeat(43);

function open(hub: MemberConfig['hub'], host = '127.0.0.1') {
  const guard = createMemoryReplayGuard(testNow);
  const log: string[] = [];
  openCallerGate({
    config: { id: readMemberId('alpha'), hub, listen: { host, port: 0 } },
    spent: { current: async () => guard, close: () => guard.close() },
    metrics: createMemberMetrics(),
    logger: createLogger({ name: 'test', level: 'info' }, { write: (line) => void log.push(line) }),
    now: testNow,
  });
  return { log: log.join('') };
}

describe('the gate of a member', () => {
  test('must be configured', () => {
    expect(() => open(undefined)).toThrow(
      expect.objectContaining({
        code: 'BAD_CONFIG',
        message:
          'Expected "hub" in the configuration: the keys of the member\'s hub, or "open" where this machine alone can ask.',
      }),
    );
  });

  test.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])(
    'may be open on %s, and the log says so',
    (host) => {
      expect(open('open', host).log).toContain('whoever on this machine asks is answered');
    },
  );

  test.each(['0.0.0.0', '::', '192.168.1.5', 'alpha.example'])('is not open on %s', (host) => {
    expect(() => open('open', host)).toThrow(
      expect.objectContaining({
        code: 'BAD_CONFIG',
        message:
          'Expected a member with "hub: open" to listen on this machine alone, on 127.0.0.1 or ::1; it listens elsewhere.',
      }),
    );
  });

  test('asks for tokens anywhere', () => {
    expect(open(testHubTrust(), '0.0.0.0').log).toBe('');
  });
});

describe('the hub that a member trusts', () => {
  const jwksUrl = 'https://hub.example/.well-known/jwks.json';
  test.each<[string, unknown, string | null]>([
    ['a whole key', { keys: [key] }, null],
    ['a thumbprint with the URL of the keys', { keys: [thumbprint], jwksUrl }, null],
    ['both', { keys: [key, thumbprint], jwksUrl }, null],
    ['keys over http on this machine', { keys: [thumbprint], jwksUrl: 'http://127.0.0.1:4000/x' }, null],
    ['a thumbprint alone', { keys: [thumbprint] }, 'names one by its thumbprint alone'],
    ['no key', { keys: [] }, '>=1'],
    [
      'keys over http from elsewhere',
      { keys: [thumbprint], jwksUrl: 'http://hub.example/x' },
      'expected https',
    ],
    ['a file', { keys: [thumbprint], jwksUrl: 'file:///etc/keys' }, 'expected an http or https URL'],
    ['a URL with a query', { keys: [key], audienceUrl: 'https://a.example/?x=1' }, 'without query'],
    ['a private key', { keys: [{ ...Object(key), d: 'A'.repeat(43) }] }, 'Unrecognized key: "d"'],
    ['what it does not know', { keys: [key], ceiling: {} }, 'Unrecognized key'],
  ])('by %s', (_, trust, words) => {
    const result = HubTrust.safeParse(trust);
    expect(result.success).toBe(words === null);
    if (words !== null) {
      expect(result.error?.issues.map(({ message }) => message).join()).toContain(words);
    }
  });
});
