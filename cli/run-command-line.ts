import { Command, CommanderError } from 'commander';
import { addAuditCommand } from './commands/audit.js';
import { addBackupCommand } from './commands/backup.js';
import { addBrokerCommand } from './commands/broker.js';
import { addCheckCommand } from './commands/check.js';
import { addDeleteCommand } from './commands/delete.js';
import { addDemoCommand } from './commands/demo.js';
import { addExplainCommand } from './commands/explain.js';
import { addExportCommand } from './commands/export.js';
import { addForgetCommand } from './commands/forget.js';
import { addHubCommand } from './commands/hub.js';
import { addImportCommand } from './commands/import.js';
import { addKeyCommand } from './commands/key.js';
import { addLinkCommand } from './commands/link.js';
import { addMemberCommand } from './commands/member.js';
import { addSupergraphCommand } from './commands/supergraph.js';
import { addTokenCommand } from './commands/token.js';
import { faultLine } from './report-fault.js';
import type { AddCommand, Surroundings } from './surroundings.js';
import { readVersion } from './version.js';

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
  addCheckCommand,
  addExplainCommand,
  addKeyCommand,
  addTokenCommand,
  addLinkCommand,
  addBrokerCommand,
  addAuditCommand,
];

const failed = 1;
const misused = 2;

/** Runs one command line and gives the exit code: 0 done, 1 failed with one line on stderr, 2 usage. */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const program = new Command('accord')
    .description('A GraphQL federation hub for coalitions of anti-corruption organisations.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings.stdout.write(text),
      writeErr: (text) => surroundings.stderr.write(text),
    })
    .version(readVersion());
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
