import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/**
 * The one logger of a process: JSON lines on stderr, so that stdout stays for results. Filter values, record contents
 * and tokens are never logged; names given to `redact` guard against a slip.
 */
export function createLogger(
  options: { readonly name: string; readonly level: string },
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  return pino(
    {
      name: options.name,
      level: options.level,
      base: { name: options.name },
      redact: { paths: ['authorization', 'token', 'variables', 'headers', '*.authorization'], remove: true },
    },
    destination,
  );
}
