import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** Port: a file of the log while it is written. Faults of the disk are thrown as they come. */
export interface LogFile {
  /** Writes all bytes from this position on. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** What was written is on the disk when it resolves. */
  sync(): Promise<void>;
  truncate(size: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file, making it where there is none, for its owner alone. */
export type OpenLogFile = (path: string) => Promise<LogFile>;

export const openLogFile: OpenLogFile = async (path) => {
  const handle = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  return {
    async write(bytes, position) {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
        done += bytesWritten;
      }
    },
    sync: () => handle.datasync(),
    truncate: (size) => handle.truncate(size),
    close: () => handle.close(),
  };
};
