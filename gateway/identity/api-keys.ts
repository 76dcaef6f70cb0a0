import { type ApiKey, isTextOfApiKey, prefixOfApiKey, stateOfApiKey } from '../../shared/identity/api-key.js';
import { apiKeyFileIn, readApiKeyFile } from '../../shared/identity/api-key-file.js';
import { followFile } from '../../shared/identity/followed-file.js';
import type { Logger } from '../../shared/log/logger.js';

/** Why an API key proves nothing. For the log and the counter alone. */
export type ApiKeyRefusal = 'api-key-malformed' | 'api-key-unknown' | 'api-key-revoked' | 'api-key-expired';

/** Finds the key that a service sends, or says why it counts for nothing. */
export type FindApiKey = (text: string) => ApiKey | ApiKeyRefusal;

/**
 * The API keys in a hub's folder, read again within five seconds of a change, so that a revocation takes no longer.
 * Throws BAD_CONFIG for a file that holds something else.
 */
export function openApiKeys(
  folder: string | undefined,
  { now, logger }: { readonly now: () => Date; readonly logger: Logger },
): FindApiKey {
  const keys =
    folder === undefined
      ? () => noKeys
      : followFile(apiKeyFileIn(folder), {
          read: readByPrefix,
          now,
          onRead: () => logger.info('the API keys were read again'),
          onFault: (err) =>
            logger.error({ err }, 'the API keys changed and cannot be read: those of before stay in use'),
        });
  return (text) => {
    const prefix = prefixOfApiKey(text);
    if (prefix === null) {
      return 'api-key-malformed';
    }
    const key = keys().get(prefix);
    if (key === undefined || !isTextOfApiKey(text, key)) {
      return 'api-key-unknown';
    }
    const state = stateOfApiKey(key, now());
    if (state === 'ACTIVE') {
      return key;
    }
    return state === 'REVOKED' ? 'api-key-revoked' : 'api-key-expired';
  };
}

const noKeys: ReadonlyMap<string, ApiKey> = new Map();

function readByPrefix(path: string): ReadonlyMap<string, ApiKey> {
  return new Map(readApiKeyFile(path).map((key) => [key.prefix, key]));
}
