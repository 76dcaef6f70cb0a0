import { statSync } from 'node:fs';

export interface FollowedFileOptions<T> {
  /** Reads the file whole; called again after it changed. What it throws is handed to `onFault`. */
  readonly read: (path: string) => T;
  readonly now: () => Date;
  /** Told that the file was read again, or why it could not be. */
  readonly onRead: () => void;
  readonly onFault: (cause: unknown) => void;
}

/** How soon a process sees that a file changed. */
const lookAgainMs = 5000;

/**
 * What a file says now: it is looked at when somebody asks, at most every five seconds. What was read last stays in
 * use while the file is not whole. Throws what the first reading throws.
 */
export function followFile<T>(path: string, options: FollowedFileOptions<T>): () => T {
  const { read, now } = options;
  let seen = stampOf(path);
  let value = read(path);
  let lookedAt = now().getTime();
  return () => {
    const time = now().getTime();
    // A clock that was set back must not put off the next look.
    if (Math.abs(time - lookedAt) < lookAgainMs) {
      return value;
    }
    lookedAt = time;
    const stamp = stampOf(path);
    if (stamp !== seen) {
      seen = stamp;
      try {
        value = read(path);
        options.onRead();
      } catch (cause) {
        options.onFault(cause);
      }
    }
    return value;
  };
}

function stampOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.ino} ${found.mtimeMs} ${found.size}`;
}
