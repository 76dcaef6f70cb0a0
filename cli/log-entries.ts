import type { LogEntry } from '../shared/audit/access-entry.js';
import { readLine } from '../shared/audit/log-chain.js';
import { listSegments } from '../shared/audit/log-folder.js';
import { linesOf } from '../shared/audit/read-lines.js';
import { streamFolders } from '../shared/audit/verify-access-log.js';

/** The entries of an access log, oldest first, each with its line. Lines that are none are passed over. */
export function* logEntries(folder: string): Generator<{ readonly entry: LogEntry; readonly text: string }> {
  for (const stream of streamFolders(folder)) {
    for (const { path } of listSegments(stream)) {
      for (const { text } of linesOf(path)) {
        const entry = readLine(text);
        if (entry !== null) {
          yield { entry, text };
        }
      }
    }
  }
}
