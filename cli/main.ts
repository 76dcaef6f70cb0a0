import { Command, CommanderError } from 'commander';
import { stopSignal } from '../shared/http/stop-signal.js';
import { addBackupCommand } from './commands/backup.js';
import { addDeleteCommand } from './commands/delete.js';
import { addDemoCommand } from './commands/demo.js';
import { addExportCommand } from './commands/export.js';
import { addForgetCommand } from './commands/forget.js';
import { addHubCommand } from './commands/hub.js';
import { addImportCommand } from './commands/import.js';
import { addMemberCommand } from './commands/member.js';
import { addSupergraphCommand } from './commands/supergraph.js';
import { faultLine } from './report-fault.js';
import type { AddCommand, Surroundings } from './surroundings.js';

const commands: readonly AddCommand[] = [
  addDemoCommand,
  addHubCommand,
  addMemberCommand,
  addImportCommand,
  addExportCommand,
  addBackupCommand,
  addDeleteCommand,
  addForgetCommand,
  addSupergraphCommand,
];

const failed = 1;
const misused = 2;

/** Runs one command line and gives the exit code: 0 done, 1 failed with one line on stderr, 2 usage. */
async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const program = new Command('accord')
    .description('A GraphQL federation hub for coalitions of anti-corruption organisations.')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  for (const add of commands) {
    add(program, surroundings);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (fault) {
    if (fault instanceof CommanderError) {
      return fault.exitCode === 0 ? 0 : misused;
    }
    surroundings.stderr.write(`${faultLine(fault)}\n`);
    return failed;
  }
}

// A reader that goes away (`accord export | head`) is no fault; there is nobody left to tell.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  process.exit(fault.code === 'EPIPE' ? 0 : failed);
});

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  stopSignal: () => stopSignal(process),
});
