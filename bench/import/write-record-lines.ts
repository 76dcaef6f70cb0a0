import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createKeyedId } from '../../shared/importing/keyed-id.js';
import { oaklandFlow } from '../../subgraphs/budgets/importers/oakland-flow.js';

/** Writes the records that `oakland-flow` reads from a file, one a line: the id, a tab and the JSON of the body. */
export async function writeRecordLines(csv: string, path: string): Promise<void> {
  await pipeline(recordLines(csv), createWriteStream(path));
}

async function* recordLines(csv: string): AsyncGenerator<string> {
  const keyedId = createKeyedId(new Uint8Array(32));
  const retrievedAt = new Date().toISOString();
  let lines = '';
  for await (const item of oaklandFlow.read({ paths: [csv], member: 'bench-member', retrievedAt, keyedId })) {
    for (const { local, body } of item.kind === 'records' ? item.records : []) {
      lines += `${local}\t${JSON.stringify(body)}\n`;
    }
    if (lines.length > 1_000_000) {
      yield lines;
      lines = '';
    }
  }
  yield lines;
}
