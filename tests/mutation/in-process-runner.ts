import { readdirSync } from 'node:fs';
import { register } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type CompleteDryRunResult,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { type CollectedTest, takeTests } from './collected-tests.js';

const rooms = ['tests/unit/shared/policy', 'tests/unit/gateway/policy'];

declare global {
  var __stryker__: InstrumenterContext | undefined;
}

/**
 * Runs the tests of the policy rooms for mutant after mutant in one process, everything imported once. By vitest each of
 * thousands of mutants would import all anew, which takes a hundred times as long as the tests.
 */
class InProcessRunner implements TestRunner {
  #tests: Promise<ReadonlyMap<string, CollectedTest>> | undefined;
  /** How long tests took when they passed, in milliseconds: those that fail quickly are to be asked first. */
  readonly #took = new Map<string, number>();

  /** No mutant is there at import, so nothing has to be imported again: with `ignoreStatic` none asks for more. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  init(): Promise<void> {
    // Properties are tried less often: what they find with these runs is the same each time.
    process.env['ACCORD_FUZZ_RUNS'] ??= '10';
    fc.configureGlobal({ endOnFailure: true });
    const vitest = import.meta.resolve('./collected-tests.ts');
    register('./resolve-hooks.mjs', import.meta.url, { data: { vitest } });
    return Promise.resolve();
  }

  async dryRun(): Promise<DryRunResult> {
    const context = contextOf();
    context.mutantCoverage = { static: {}, perTest: {} };
    const result = await this.#run([...(await this.#collected()).keys()], false);
    return { ...result, mutantCoverage: context.mutantCoverage };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, hitLimit, mutantActivation, testFilter } = options;
    const context = contextOf();
    delete context.activeMutant;
    if (mutantActivation === 'static') {
      throw new Error('Expected `ignoreStatic` to be set.');
    }
    const tests = await this.#collected();
    Object.assign(context, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const result = await this.#run(testFilter ?? [...tests.keys()], true);
    return toMutantRunResult(determineHitLimitReached(context.hitCount, hitLimit) ?? result);
  }

  async #run(ids: readonly string[], endsAtFailure: boolean): Promise<CompleteDryRunResult> {
    const collected = await this.#collected();
    const tests: TestResult[] = [];
    const quickestFirst = ids.toSorted((a, b) => (this.#took.get(a) ?? 0) - (this.#took.get(b) ?? 0));
    for (const id of quickestFirst) {
      const test = collected.get(id);
      const result = test === undefined ? undefined : await resultOf(id, test);
      tests.push(...(result === undefined ? [] : [result]));
      if (endsAtFailure && result?.status === TestStatus.Failed) {
        break;
      }
      this.#took.set(id, result?.timeSpentMs ?? 0);
    }
    return { status: DryRunStatus.Complete, tests };
  }

  #collected(): Promise<ReadonlyMap<string, CollectedTest>> {
    this.#tests ??= collect();
    return this.#tests;
  }
}

async function collect(): Promise<ReadonlyMap<string, CollectedTest>> {
  const found = new Map<string, CollectedTest>();
  const files = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
  );
  for (const file of files.filter((name) => name.endsWith('.test.ts')).sort()) {
    await import(pathToFileURL(resolve(file)).href);
    for (const test of takeTests()) {
      found.set(`${file} ${test.name}`, test);
    }
  }
  return found;
}

async function resultOf(id: string, { run }: CollectedTest): Promise<TestResult> {
  const context = contextOf();
  context.currentTestId = id;
  const start = performance.now();
  const told = (): { id: string; name: string; timeSpentMs: number } => ({
    id,
    name: id,
    timeSpentMs: performance.now() - start,
  });
  try {
    await run();
    return { ...told(), status: TestStatus.Success };
  } catch (cause) {
    return { ...told(), status: TestStatus.Failed, failureMessage: String(cause) };
  } finally {
    delete context.currentTestId;
  }
}

function contextOf(): InstrumenterContext {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
}

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'in-process', () => new InProcessRunner()),
];
