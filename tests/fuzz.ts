import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';

/** What is held against an oracle on random cases. */
const suites = ['tests/federation/oracle', 'tests/policy/properties'];

/**
 * Runs the oracles with one seed after the other until a case fails or somebody stops it. The seed of each round is
 * printed; `ACCORD_FUZZ_SEED=<seed> ACCORD_FUZZ_RUNS=<runs> npm run test:only -- <suite>` finds the case again.
 */
async function fuzz(): Promise<void> {
  const runs = process.env['ACCORD_FUZZ_RUNS'] ?? '500';
  for (let round = 1; ; round += 1) {
    const seed = randomInt(2 ** 31 - 1);
    process.stdout.write(`round ${round}: ACCORD_FUZZ_SEED=${seed} ACCORD_FUZZ_RUNS=${runs}\n`);
    const code = await runOracles({ ACCORD_FUZZ_SEED: String(seed), ACCORD_FUZZ_RUNS: runs });
    if (code !== 0) {
      process.stderr.write(
        `An oracle found a case with ACCORD_FUZZ_SEED=${seed} ACCORD_FUZZ_RUNS=${runs}.\n`,
      );
      process.exitCode = 1;
      return;
    }
  }
}

function runOracles(env: Readonly<Record<string, string>>): Promise<number> {
  const child = spawn('npx', ['vitest', 'run', ...suites, '--reporter=dot'], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

await fuzz();
