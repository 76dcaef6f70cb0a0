import { resolve } from 'node:path';
import type { Command } from 'commander';
import { assertReplaceable } from '../../shared/importing/atomic-file.js';
import { exportToFile } from '../export-to-file.js';
import { readMemberSetup, withStore } from '../member-setup.js';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';

interface BackupOptions {
  readonly config: string;
  readonly out: string;
}

/** `accord backup` */
export function addBackupCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('backup')
    .summary('copy the store of a member while it is in use')
    .description(
      'Copies the store of a member while it is in use. SQLite: the whole file, to be put back as records.sqlite. MongoDB: the records as jsonl, to be imported; marks of forgotten records are not in it. The key file member.key is never in a backup: keep it elsewhere.',
    )
    .requiredOption('--config <file>', 'the configuration of the member, member.yaml')
    .requiredOption('--out <file>', 'the file that appears when the copy is complete')
    .action((options: BackupOptions) => backup(options, surroundings));
}

async function backup(options: BackupOptions, surroundings: Surroundings): Promise<void> {
  const signal = surroundings.stopSignal();
  const setup = readMemberSetup(options.config);
  const { store: kept } = setup.config;
  if (kept.kind === 'sqlite') {
    await assertReplaceable(options.out);
    const { backUpSqliteStore } = await import('../../shared/store/sqlite/back-up-sqlite-store.js');
    const folder = resolve(setup.configFolder, kept.folder);
    await backUpSqliteStore({ folder, out: options.out, signal });
    await print(surroundings.stdout, 'copied the store\n');
    return;
  }
  const count = await withStore(setup, surroundings, (store) =>
    exportToFile({ store, signal, out: options.out }),
  );
  await print(surroundings.stdout, `copied ${count} records\n`);
}
