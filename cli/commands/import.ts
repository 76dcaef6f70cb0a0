import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { domains } from '../../shared/domain/domains.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import type { Importer } from '../../shared/importing/importer.js';
import { createKeyedId, readMemberKey } from '../../shared/importing/keyed-id.js';
import { createRejectsFile } from '../../shared/importing/rejects-file.js';
import { runImport } from '../../shared/importing/run-import.js';
import type { MemberConfig } from '../../shared/kit/member-config.js';
import { importersOf } from '../../subgraphs/wire.js';
import { importReport } from '../import-report.js';
import { readMemberSetup, withStore } from '../member-setup.js';
import { print } from '../print.js';
import { createProgress } from '../progress.js';
import { withSentence } from '../report-fault.js';
import type { Surroundings } from '../surroundings.js';

interface ImportOptions {
  readonly config: string;
  readonly rejects?: string;
  readonly rejectsWithValues?: true;
}

/** `accord import FORMAT PATH…` */
export function addImportCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('import')
    .summary('fill a member from published files')
    .description(
      'Reads published files into the store of a member: all of it, or nothing when something fails.',
    )
    .argument('<format>', 'what the files are; see below')
    .argument('<path...>', 'files or folders, as the format takes them')
    .requiredOption('--config <file>', 'the configuration of the member, member.yaml')
    .option(
      '--rejects <file>',
      'where rows go that cannot be read (default: rejects-FORMAT.csv beside member.yaml)',
    )
    .option('--rejects-with-values', 'write the raw rows too; they may name persons')
    .addHelpText('after', () => `\nFormats:\n${formatList()}`)
    .action(async (format: string, paths: readonly string[], options: ImportOptions) => {
      await importFiles({ format, paths, options }, surroundings);
    });
}

async function importFiles(
  asked: { readonly format: string; readonly paths: readonly string[]; readonly options: ImportOptions },
  surroundings: Surroundings,
): Promise<void> {
  const { options, paths } = asked;
  const signal = surroundings.stopSignal();
  const setup = readMemberSetup(options.config);
  const importer = findImporter(asked.format, setup.config);
  await assertThere(paths);
  const rejectsPath = options.rejects ?? join(setup.configFolder, `rejects-${importer.format}.csv`);
  const rejects = await createRejectsFile(rejectsPath, options.rejectsWithValues === true);
  const source = {
    paths,
    member: setup.config.id,
    retrievedAt: surroundings.now().toISOString(),
    keyedId: createKeyedId(readMemberKey(setup.folder)),
  };
  const progress = createProgress(surroundings);
  const summary = await withStore(setup, surroundings, (store) =>
    runImport({ importer, source, store, rejects, signal, onProgress: progress.rows })
      .catch((fault: unknown) => {
        throw withSentence(fault, 'Nothing was stored.');
      })
      .finally(progress.end),
  );
  await print(surroundings.stdout, importReport(summary, rejectsPath));
}

function findImporter(format: string, config: MemberConfig): Importer {
  const known = importersOf(domains).find((importer) => importer.format === format);
  if (known === undefined) {
    const names = importersOf(domains).map((importer) => importer.format);
    throw new AccordError(
      'UNKNOWN_FORMAT',
      `Expected one of the formats ${names.join(', ')}, got "${format}".`,
    );
  }
  const served = importersOf(config.domains).find((importer) => importer.format === format);
  if (served === undefined) {
    throw new AccordError(
      'BAD_CONFIG',
      `Expected a member that serves the domain "${known.domain}" of the format "${format}", this one does not.`,
    );
  }
  return served;
}

/** A mistyped path is told before the store is opened. */
async function assertThere(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await stat(path).catch((cause: unknown) => {
      throw new AccordError('BAD_FILE', `Expected a file or folder "${basename(path)}", there is none.`, {
        cause,
      });
    });
  }
}

function formatList(): string {
  const importers = importersOf(domains);
  const width = Math.max(...importers.map(({ format }) => format.length)) + 2;
  return importers
    .map(
      ({ format, describes, takes }) =>
        `  ${format.padEnd(width)}${describes}\n  ${' '.repeat(width)}PATH: ${takes}\n`,
    )
    .join('');
}
