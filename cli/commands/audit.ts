import { type Command, InvalidArgumentError, Option } from 'commander';
import type { AccessEntry, LogEntry } from '../../shared/audit/access-entry.js';
import { readKeptHeads } from '../../shared/audit/read-heads.js';
import { type LogFindings, verifyAccessLog } from '../../shared/audit/verify-access-log.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import { findLogFolder, type LogPlaceOptions } from '../audit-place.js';
import { logEntries } from '../log-entries.js';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';

interface VerifyOptions extends LogPlaceOptions {
  readonly against?: string;
  readonly key: readonly string[];
}

interface ShowOptions extends LogPlaceOptions {
  readonly member?: string;
  readonly since?: string;
  readonly json?: boolean;
}

/** `accord audit verify|show` */
export function addAuditCommand(program: Command, surroundings: Surroundings): void {
  const audit = program
    .command('audit')
    .summary('verify and read an access log')
    .description(
      'Verifies and reads the access log of a member or a hub: who asked what of whom, for what purpose, and what came of it. No values are in it.',
    );
  withPlace(audit.command('verify'))
    .description(
      'Reads the log from its first line to its last. Lines that were changed or taken out show by themselves; a log that was cut at its end or computed anew as a whole shows against the heads that others have kept of it. Prints one line per fault and exits 1 where there is any.',
    )
    .option('--against <path>', 'a file of heads, or the access log of whoever has kept them')
    .option('--key <thumbprint>', 'a key that may have signed; may be given several times', collect, [])
    .action((options: VerifyOptions) => verify(options, surroundings));
  withPlace(audit.command('show'))
    .description('Prints the entries of the log, oldest first.')
    .option('--member <id>', 'only what was asked of this member')
    .option('--since <moment>', 'only from this day or moment on, such as 2026-01-31', readMoment)
    .option('--json', 'as JSON lines, whole')
    .action((options: ShowOptions) => show(options, surroundings));
}

function withPlace(command: Command): Command {
  return command
    .addOption(new Option('--log <folder>', 'the folder of the log').conflicts('config'))
    .option('--config <file>', 'member.yaml or hub.yaml, whose log it is');
}

async function verify(options: VerifyOptions, { stdout }: Surroundings): Promise<void> {
  const folder = await findLogFolder(options);
  const kept = options.against === undefined ? undefined : readKeptHeads(options.against);
  const found = verifyAccessLog(folder, { kept, keys: new Set(options.key) });
  await print(stdout, report(found));
  if (found.faults.length > 0) {
    const faults = found.faults.length === 1 ? 'one fault' : `${found.faults.length} faults`;
    throw new AccordError('LOG_BROKEN', `Expected an access log that is whole, it has ${faults}.`);
  }
}

function report({ streams, heads, faults }: LogFindings): string {
  const ofStreams = streams.flatMap(({ name, lines, lastSeq, notices }) =>
    name === null
      ? []
      : [
          `${name.issuer} ${name.stream}: ${lines} lines, the last is ${lastSeq}`,
          ...notices.map((notice) => `  note: ${notice}`),
        ],
  );
  const lines = [
    ...ofStreams,
    `held against ${heads} heads`,
    ...faults.map((fault) => `fault: ${fault}`),
    ...(faults.length === 0 ? ['no fault'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

async function show(options: ShowOptions, { stdout }: Surroundings): Promise<void> {
  const { member, since = '', json = false } = options;
  for (const { entry, text } of logEntries(await findLogFolder(options))) {
    if (entry.time >= since && isAbout(entry, member)) {
      await print(stdout, json ? `${text}\n` : `${sentence(entry)}\n`);
    }
  }
}

function isAbout(entry: LogEntry, member: string | undefined): boolean {
  return member === undefined || (entry.event === 'ACCESS' && entry.member === member);
}

function sentence(entry: LogEntry): string {
  const start = `${entry.time} #${entry.seq}`;
  switch (entry.event) {
    case 'ACCESS':
      return `${start} ${accessSentence(entry)}`;
    case 'TORN':
      return `${start} ${entry.bytes} bytes of lines that were not whole were set aside`;
    case 'LOST':
      return `${start} ${entry.entries} entries could not be kept`;
  }
}

function accessSentence(entry: AccessEntry): string {
  const { caller, kind, organization, purpose, member, domain, rows, decision, coordinates } = entry;
  const who = `${kind} ${caller.slice(0, 12)} of ${organization ?? '-'} for ${purpose ?? '-'}`;
  const more = entry.coordinatesOmitted === undefined ? '' : ` and ${entry.coordinatesOmitted} more`;
  return `${decision} ${who} asked ${member ?? '-'} ${domain ?? '-'}: ${rows} rows, ${coordinates.join(' ')}${more}`;
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** A day or a moment, in the form in which entries have theirs. */
function readMoment(text: string): string {
  const moment = Date.parse(text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(moment)) {
    throw new InvalidArgumentError('Expected a day or a moment such as 2026-01-31 or 2026-01-31T09:30:00Z.');
  }
  return new Date(moment).toISOString();
}
