import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AccordError } from '../errors/accord-error.js';
import { readStreamName } from './hold-stream.js';
import { listStreams, streamFile } from './log-folder.js';
import type { KeptHeads } from './read-heads.js';
import { type StreamFindings, verifyStream } from './verify-log.js';

export interface LogProofs {
  /** Heads that others have kept; undefined where the log is held against itself alone. */
  readonly kept?: KeptHeads | undefined;
  /** Thumbprints of the keys of whose log it is; empty: any. */
  readonly keys: ReadonlySet<string>;
}

export interface LogFindings {
  readonly streams: readonly StreamFindings[];
  /** Heads that the log was held against. */
  readonly heads: number;
  /** One sentence each, those of the streams among them. */
  readonly faults: readonly string[];
}

/** Verifies a log's folder with all its streams, or the folder of one stream. Throws BAD_FILE, and what the disk says. */
export function verifyAccessLog(path: string, { kept, keys }: LogProofs): LogFindings {
  const folders = streamFolders(path);
  const names = folders.map(readStreamName);
  const issuers = new Set(names.map((name) => name?.issuer));
  const own = (kept?.heads ?? []).filter(({ head }) => issuers.has(head.iss));
  const signed = own.filter(({ kid }) => keys.size === 0 || keys.has(kid));
  const heads = signed.map(({ head }) => head);
  const streams = folders.map((folder, i) => {
    const ofStream = heads.filter(
      ({ iss, stream }) => iss === names[i]?.issuer && stream === names[i]?.stream,
    );
    return verifyStream(folder, { heads: ofStream, keys });
  });
  const isWhole = folders[0] !== path;
  const missing = isWhole ? missingStreams(heads, names) : [];
  return {
    streams,
    heads: heads.length,
    faults: [
      ...faultsOfHeads(kept, { own: own.length, signed: signed.length }),
      ...missing,
      ...streams.flatMap(({ faults, name }) =>
        streams.length > 1 && name !== null
          ? faults.map((fault) => `Stream ${name.stream}: ${fault}`)
          : faults,
      ),
    ],
  };
}

/** The folders of a log's streams; a stream's own folder is itself. Throws BAD_FILE where there is no log. */
export function streamFolders(path: string): string[] {
  if (existsSync(join(path, streamFile))) {
    return [path];
  }
  const streams = listStreams(path);
  if (streams.length === 0) {
    throw new AccordError(
      'BAD_FILE',
      `Expected an access log in the folder "${basename(path)}", there is none.`,
    );
  }
  return streams.sort().map((stream) => join(path, stream));
}

function faultsOfHeads(
  kept: KeptHeads | undefined,
  count: { readonly own: number; readonly signed: number },
): string[] {
  if (kept === undefined) {
    return [];
  }
  const unsigned = kept.unsigned + count.own - count.signed;
  return [
    ...(unsigned > 0 ? [`${unsigned} of the heads that were kept are not signed as they should be.`] : []),
    ...(count.signed === 0 ? ['None of the heads that were kept is of this log.'] : []),
  ];
}

/** A stream that was shown to others and is no longer there. */
function missingStreams(
  heads: readonly { readonly stream: string }[],
  names: readonly ({ readonly stream: string } | null)[],
): string[] {
  const known = new Set(names.map((name) => name?.stream));
  const gone = new Set(heads.map(({ stream }) => stream).filter((stream) => !known.has(stream)));
  return [...gone].sort().map((stream) => `Stream ${stream} is missing, of which there are heads.`);
}
