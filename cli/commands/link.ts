import { readFileSync } from 'node:fs';
import { Argument, type Command } from 'commander';
import { AccordError } from '../../shared/errors/accord-error.js';
import type { AskedHub } from '../ask-hub.js';
import { exportEntity } from '../link/export-entity.js';
import { addPublishCommands } from '../link/publish-commands.js';
import { decideLink, reviewLinks, type Sayable, sayable } from '../link/review-links.js';
import { runLinks } from '../link/run-links.js';
import { readWholeNumber } from '../option-values.js';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';
import { writeLines } from '../write-lines.js';

interface HubOptions {
  readonly hub: string;
  readonly tokenFile?: string;
  readonly purpose?: string;
}

/** `accord link`: what is linked, for those who judge it and those who take it away. */
export function addLinkCommand(program: Command, surroundings: Surroundings): void {
  const link = program.command('link').summary('judge links between members, and export what is linked');
  link
    .command('run')
    .summary('link what members published')
    .description(
      "For the hub's operator: links what was published since it was last linked. The hub does so itself; this is for a first load, and to count names anew. It can be stopped at any time: what is linked stays, and the rest is gone on with.",
    )
    .option('--config <file>', 'the configuration of the hub, hub.yaml; without it ACCORD_HUB_CONFIG')
    .option('--full', 'link all from scratch')
    .action(({ config, full }: { readonly config?: string; readonly full?: boolean }) =>
      runLinks({ config, isFull: full === true }, surroundings),
    );
  const ofHub = (name: string, summary: string, description: string): Command =>
    link
      .command(name)
      .summary(summary)
      .description(`${description} Asks the hub as the caller of the token in ACCORD_TOKEN or --token-file.`)
      .option('--hub <url>', "the hub's base URL", 'http://127.0.0.1:4000')
      .option('--token-file <file>', "a file with the caller's token; without it ACCORD_TOKEN, else nobody's")
      .option('--purpose <purpose>', 'what it is asked for, one the caller is registered for');
  ofHub(
    'review',
    "list the links that wait for the judgement of the caller's member",
    'Lists them best first: the two record ids, what holds of them, the score; below it both entities and the reasons.',
  )
    .option('--first <links>', 'how many, 1 to 200', readWholeNumber('links', 1, 200), 20)
    .action((options: HubOptions & { readonly first: number }) => review(options, surroundings));
  ofHub(
    'decide',
    'say whether two records are of the same person or organisation',
    "Says it in the name of the caller's member, which must own one of the two. NO_JUDGEMENT takes back what it said before; the history stays.",
  )
    .argument('<candidate>', 'the id of one record')
    .argument('<match>', 'the id of the other')
    .addArgument(new Argument('<judgement>', 'what is said').choices(sayable))
    .option('--evidence <words>', 'the reasons, or where they are')
    .action((candidate: string, match: string, judgement: Sayable, options: HubOptions & Evidence) =>
      decide({ candidate, match, judgement, evidence: options.evidence }, options, surroundings),
    );
  ofHub(
    'export',
    'write an entity as FollowTheMoney JSON',
    'Writes the entity with all that the caller may see of it, one FollowTheMoney entity a line, each with its statements: every value with its source, licence and label. What is missing is said on standard error.',
  )
    .argument('<entity>', 'an id of the entity, such as ent-…')
    .option('--out <file>', 'a file that appears when all is written, instead of standard output')
    .option('--all', 'fail where a member does not answer')
    .action((id: string, options: ExportOptions) => runExport(id, options, surroundings));
  addPublishCommands(link, surroundings);
}

interface Evidence {
  readonly evidence?: string;
}

interface ExportOptions extends HubOptions {
  readonly out?: string;
  readonly all?: boolean;
}

async function review(
  options: HubOptions & { readonly first: number },
  surroundings: Surroundings,
): Promise<void> {
  const { lines, more } = await reviewLinks(hubOf(options, surroundings), options.first);
  await print(surroundings.stdout, lines.map((line) => `${line}\n`).join(''));
  if (lines.length === 0 || more) {
    const rest = more ? 'There are more of them.' : 'No link waits for a judgement.';
    await print(surroundings.stderr, `${rest}\n`);
  }
}

async function decide(
  judged: Parameters<typeof decideLink>[1],
  options: HubOptions,
  surroundings: Surroundings,
): Promise<void> {
  const lines = await decideLink(hubOf(options, surroundings), judged);
  await print(surroundings.stdout, lines.map((line) => `${line}\n`).join(''));
}

async function runExport(id: string, options: ExportOptions, surroundings: Surroundings): Promise<void> {
  const { stdout, stderr } = surroundings;
  const hub = { ...hubOf(options, surroundings), wantsAll: options.all === true };
  const { entities, records, missing, refused, hasMoreLinks } = await exportEntity(hub, id);
  const lines = entities.map((entity) => JSON.stringify(entity));
  await writeLines(lines, { out: options.out, stdout });
  await print(stderr, `${entities.length} entities of ${records} records\n`);
  if (missing.length > 0) {
    await print(stderr, `Not complete: ${missing.join(', ')} did not answer.\n`);
  }
  if (hasMoreLinks) {
    await print(stderr, 'The best links alone are among them; there may be more.\n');
  }
  if (refused > 0) {
    await print(stderr, `${refused} values are not among them, which the caller may not read.\n`);
  }
}

function hubOf({ hub, tokenFile, purpose }: HubOptions, { env, stopSignal }: Surroundings): AskedHub {
  const inEnvironment = env['ACCORD_TOKEN'];
  const token = tokenFile === undefined ? inEnvironment : readToken(tokenFile);
  return {
    url: hub,
    token: token === undefined || token.trim() === '' ? undefined : token.trim(),
    purpose,
    signal: stopSignal(),
  };
}

function readToken(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AccordError('BAD_FILE', 'Expected a file with a token, it cannot be read.', { cause });
  }
}
