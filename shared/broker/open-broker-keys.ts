import { followFile } from '../identity/followed-file.js';
import type { Logger } from '../log/logger.js';
import { readBrokerKeyFile, replaceBrokerKeyFile } from './broker-key-file.js';
import { type BrokerKeys, keysDueAt, type RoundSchedule } from './round-keys.js';

export interface BrokerKeysOptions {
  readonly path: string;
  readonly schedule: RoundSchedule;
  readonly now: () => Date;
  readonly logger: Logger;
}

/**
 * The keys of a running broker: its file is followed, so that `accord broker rotate` takes effect, and rewritten when a
 * round ends or the next is due. A new round is on the disk before anybody is told of it. Throws BAD_CONFIG.
 */
export function openBrokerKeys({ path, schedule, now, logger }: BrokerKeysOptions): () => BrokerKeys {
  const inFile = followFile(path, {
    read: readBrokerKeyFile,
    now,
    onRead: () => logger.info('the key file was read again'),
    onFault: (err) => logger.error({ err }, 'the key file is not read; the keys of before stay'),
  });
  let read = inFile();
  let due = read;
  return () => {
    const found = inFile();
    if (found !== read) {
      read = found;
      due = found;
    }
    const next = keysDueAt(due, now(), schedule);
    if (next !== due) {
      replaceBrokerKeyFile(path, next);
      due = next;
      logger.info({ rounds: next.rounds.map(({ round }) => round) }, 'the rounds in force have changed');
    }
    return due;
  };
}
