import { describe, expect, test } from 'vitest';
import { openHubAudit } from '../../../../gateway/audit/open-hub-audit.js';
import { createInProcessProviderClient } from '../../../../gateway/members/in-process-provider-client.js';
import { createLogger } from '../../../../shared/log/logger.js';
import { testKeyRing, testNow } from '../../../fixtures/test-hub-keys.js';

describe('a hub without a folder of its own', () => {
  const log: string[] = [];
  const open = (production: boolean) =>
    openHubAudit({
      config: { id: 'hub', data: undefined, accessLog: { retentionDays: 400 }, production },
      keys: testKeyRing,
      client: createInProcessProviderClient({}),
      memberOf: () => undefined,
      onFault: () => undefined,
      now: testNow,
      logger: createLogger({ name: 'test', level: 'warn' }, { write: (line) => void log.push(line) }),
    });

  test('does not start in production: nothing of what is asked would be kept', () => {
    expect(() => open(true)).toThrow(
      expect.objectContaining({
        code: 'BAD_CONFIG',
        message: 'Expected in production a folder for the access log, "data" in hub.yaml names none.',
      }),
    );
  });

  test('says elsewhere that it keeps no access log', () => {
    expect(open(false).accessLog).toBeNull();
    expect(log.join('')).toContain('nothing of what is asked is kept');
  });
});
