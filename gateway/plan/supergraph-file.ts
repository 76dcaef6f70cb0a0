import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isMemberId, type MemberId } from '../../shared/domain/ids.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import { createAtomicFile } from '../../shared/importing/atomic-file.js';

const KeptExtension = z.object({
  member: z.custom<MemberId>((value) => typeof value === 'string' && isMemberId(value)),
  url: z.string(),
  sdl: z.string(),
});

/** The graph in force as it is kept: what a hub needs to start without its members or its registry. */
export const KeptGraph = z.object({
  version: z.literal(1),
  /** Digest of the contracts and the directory that it was composed of. */
  base: z.string(),
  supergraphSdl: z.string(),
  apiSdl: z.string(),
  extensions: z.array(KeptExtension).readonly(),
});
export type KeptGraph = Readonly<z.infer<typeof KeptGraph>>;

/** Port: where the graph in force outlives the process. */
export interface GraphStore {
  /** Undefined where none was kept yet. Throws BAD_FILE where what was kept cannot be read. */
  read(): Promise<KeptGraph | undefined>;
  /** Throws BAD_OUTPUT. */
  write(graph: KeptGraph): Promise<void>;
}

/** Keeps the graph in `supergraph.json` of a folder for its owner alone; the file is replaced whole. */
export function createGraphFile(folder: string): GraphStore {
  const path = join(folder, 'supergraph.json');
  return {
    read: () => readKept(path),
    async write(graph) {
      await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
        throw new AccordError('BAD_OUTPUT', "Expected to make the hub's data folder, it cannot be made.", {
          cause,
        });
      });
      const file = await createAtomicFile(path);
      try {
        await file.write(JSON.stringify(graph));
        await file.commit();
      } catch (fault) {
        await file.discard();
        throw fault;
      }
    },
  };
}

async function readKept(path: string): Promise<KeptGraph | undefined> {
  try {
    return KeptGraph.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      return undefined;
    }
    throw new AccordError('BAD_FILE', 'Expected a kept supergraph in "supergraph.json", it cannot be read.', {
      cause,
    });
  }
}
