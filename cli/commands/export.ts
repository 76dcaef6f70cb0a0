import type { Command } from 'commander';
import { exportRecords } from '../../shared/importing/export-records.js';
import { exportToFile } from '../export-to-file.js';
import { askedTypes } from '../find-types.js';
import { readMemberSetup, withStore } from '../member-setup.js';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';

interface ExportOptions {
  readonly config: string;
  readonly type?: string;
  readonly out?: string;
}

/** `accord export` */
export function addExportCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('export')
    .summary('write the records of a member as jsonl')
    .description("Writes the records of a member in Accord's own format, which `accord import jsonl` reads.")
    .requiredOption('--config <file>', 'the configuration of the member, member.yaml')
    .option('--type <type>', 'one record type alone, for example BudgetLine')
    .option('--out <file>', 'a file that appears when all is written, instead of standard output')
    .action((options: ExportOptions) => runExport(options, surroundings));
}

async function runExport(options: ExportOptions, surroundings: Surroundings): Promise<void> {
  const signal = surroundings.stopSignal();
  const setup = readMemberSetup(options.config);
  askedTypes(options.type, setup.config);
  await withStore(setup, surroundings, async (store) => {
    const asked = { store, type: options.type, signal };
    if (options.out === undefined) {
      await exportRecords({ ...asked, write: (line) => print(surroundings.stdout, line) });
    } else {
      const count = await exportToFile({ ...asked, out: options.out });
      await print(surroundings.stdout, `wrote ${count} records\n`);
    }
  });
}
