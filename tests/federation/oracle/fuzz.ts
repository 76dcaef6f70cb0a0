import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';

/**
 * Runs the oracle with one seed after the other until a case fails or somebody stops it. The seed of each round is
 * printed; `ACCORD_FUZZ_SEED=<seed> npm run test:only -- tests/federation/oracle` finds the case again.
 */
async function fuzz(): Promise<void> {
  const runs = process.env['ACCORD_FUZZ_RUNS'] ?? '500';
  for (let round = 1; ; round += 1) {
    const seed = randomInt(2 ** 31 - 1);
    process.stdout.write(`round ${round}: ACCORD_FUZZ_SEED=${seed} ACCORD_FUZZ_RUNS=${runs}\n`);
    const code = await runOracle({ ACCORD_FUZZ_SEED: String(seed), ACCORD_FUZZ_RUNS: runs });
    if (code !== 0) {
      process.stderr.write(
        `The oracle found a case with ACCORD_FUZZ_SEED=${seed} ACCORD_FUZZ_RUNS=${runs}.\n`,
      );
      process.exitCode = 1;
      return;
    }
  }
}

function runOracle(env: Readonly<Record<string, string>>): Promise<number> {
  const child = spawn('npx', ['vitest', 'run', 'tests/federation/oracle', '--reporter=dot'], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

await fuzz();
