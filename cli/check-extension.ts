import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readMemberId } from '../shared/domain/ids.js';
import { AccordError } from '../shared/errors/accord-error.js';
import { print } from './print.js';
import type { Surroundings } from './surroundings.js';

/** Prints what the hub would say of a member's own schema. Throws BAD_CONTRACT after the reasons where it would refuse it. */
export async function checkExtensionFile(
  file: string,
  options: { readonly member: string; readonly against?: string | undefined },
  { stdout }: Surroundings,
): Promise<void> {
  const member = readMemberId(options.member);
  const sdl = await readSchema(file);
  const { checkSchema } = await import('../gateway/plan/check-schema.js');
  const { readBase } = await import('../gateway/wire.js');
  const { readSupergraph } = await import('../gateway/plan/read-supergraph.js');
  const against = options.against === undefined ? undefined : await readSupergraph(options.against);
  const verdict = await checkSchema({ member, sdl, base: readBase(), against });
  if ('adds' in verdict) {
    await print(stdout, lines('composes; adds:', verdict.adds));
    return;
  }
  await print(stdout, lines(`the hub would not take the schema of "${member}":`, verdict.reasons));
  const faults = verdict.reasons.length === 1 ? 'a fault' : `${verdict.reasons.length} faults`;
  throw new AccordError('BAD_CONTRACT', `Expected a schema that the hub takes, got ${faults}.`);
}

function lines(title: string, items: readonly string[]): string {
  return [title, ...items.map((item) => `  ${item}`), ''].join('\n');
}

async function readSchema(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new AccordError('BAD_FILE', `Expected a readable schema file "${basename(file)}".`, { cause });
  }
}
