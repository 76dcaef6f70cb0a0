import { stopSignal } from '../shared/http/stop-signal.js';
import { runCommandLine } from './run-command-line.js';

// A reader that goes away (`accord export | head`) is no fault; there is nobody left to tell.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  process.exit(fault.code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  stopSignal: () => stopSignal(process),
});
