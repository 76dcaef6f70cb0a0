import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { z } from 'zod';
import { AccordError } from '../shared/errors/accord-error.js';
import type { Caller } from '../shared/identity/caller.js';
import type { CompiledPolicy } from '../shared/policy/compiled-policy.js';
import { type Explanation, explainField, explainRecord } from '../shared/policy/explain-decision.js';
import { readPolicyFile } from '../shared/policy/read-policy-file.js';
import { readUseTable } from '../shared/policy/use-table.js';
import { domainModules } from '../subgraphs/wire.js';
import { askedPlaces } from './asked-places.js';
import { type MemberSetup, readMemberSetup } from './member-setup.js';
import { compileFor } from './policy-setup.js';
import { print } from './print.js';
import type { Surroundings } from './surroundings.js';

export interface ExplainOptions {
  readonly config: string;
  /** The text of an operation, or `@` and the file it is in. */
  readonly query?: string;
  /** A line of `accord export`, or `@` and the file it is in. */
  readonly record?: string;
  readonly caller: Caller;
}

const RecordLine = z.object({ type: z.string(), body: z.record(z.string(), z.unknown()) });

/** Prints how each field of an operation, or a record, is decided for a caller, and why. Throws BAD_INPUT, BAD_POLICY. */
export async function explainQuery(
  options: ExplainOptions,
  { stdout, now }: Pick<Surroundings, 'stdout' | 'now'>,
): Promise<void> {
  const { caller } = options;
  const setup = readMemberSetup(options.config);
  const policy = compileFor(
    setup,
    setup.policyPath === undefined ? undefined : readPolicyFile(setup.policyPath).file,
  );
  const asking = { caller, now: now() };
  for (const { coordinate, by } of placesOf(options.query, setup)) {
    await print(stdout, words(explainField(policy, coordinate, asking), by));
  }
  if (options.record !== undefined) {
    await explainLine(options.record, { policy, asking, stdout });
  }
}

function placesOf(query: string | undefined, { config }: MemberSetup): ReturnType<typeof askedPlaces> {
  if (query === undefined) {
    return [];
  }
  const text = textOf(query);
  const documents = domainModules(config.domains).map(({ sdl }) => parse(sdl));
  const faults: unknown[] = [];
  for (const document of documents) {
    try {
      return askedPlaces(text, buildSubgraphSchema({ typeDefs: document }), readUseTable(document));
    } catch (fault) {
      faults.push(fault);
    }
  }
  throw faults[0];
}

async function explainLine(
  line: string,
  of: {
    readonly policy: CompiledPolicy;
    readonly asking: { readonly caller: Caller; readonly now: Date };
    readonly stdout: Surroundings['stdout'];
  },
): Promise<void> {
  const record = RecordLine.safeParse(jsonOf(textOf(line)));
  if (!record.success) {
    throw new AccordError(
      'BAD_INPUT',
      'Expected a record as a line of "accord export", with "type" and "body".',
    );
  }
  await print(of.stdout, words(explainRecord(of.policy, record.data, of.asking), undefined));
}

function words({ place, decision, owner, reasons }: Explanation, by: string | undefined): string {
  const used = by === undefined ? '' : ` (used by ${by})`;
  const lines = reasons.map(({ source, text, says }) => `  ${source} says ${says}: ${text}\n`);
  const why = lines.length === 0 ? ['  no rule is about it\n'] : lines;
  return `${place}${used}: ${decision}, decided by ${owner}\n${why.join('')}`;
}

function textOf(given: string): string {
  if (!given.startsWith('@')) {
    return given;
  }
  try {
    return readFileSync(given.slice(1), 'utf8');
  } catch (cause) {
    throw new AccordError('BAD_FILE', 'Expected a readable file after "@", it cannot be read.', { cause });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
