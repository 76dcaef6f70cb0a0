import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { AccordError } from '../errors/accord-error.js';

/** Reads a YAML configuration file. Throws BAD_CONFIG with every fault at once, each with its path in the file. */
export function readConfigFile<S extends z.ZodType>(path: string, schema: S): z.infer<S> {
  return checkConfig(readYaml(path), schema, `"${basename(path)}"`);
}

/** Checks a configuration value. `what` names it in the error, for example `"member.yaml"` or `the environment`. */
export function checkConfig<S extends z.ZodType>(value: unknown, schema: S, what: string): z.infer<S> {
  const result = schema.safeParse(value);
  if (!result.success) {
    const faults = result.error.issues.flatMap(flattened).map((issue) => {
      const at = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
      return `${at}${issue.message}`;
    });
    throw new AccordError('BAD_CONFIG', `Configuration in ${what} is not valid: ${faults.join('; ')}.`);
  }
  return result.data;
}

/** Of alternatives that all fail, the faults of the one that was meant: the one that the value comes nearest to. */
function flattened(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') {
    return [issue];
  }
  const [nearest = []] = issue.errors.toSorted((a, b) => nearness(b) - nearness(a));
  return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(flattened);
}

/** 0 for a value of another kind, 1 for another value of the kind, 2 for a fault within it. */
function nearness(issues: readonly z.core.$ZodIssue[]): number {
  const codes = new Set(issues.filter(({ path }) => path.length === 0).map(({ code }) => code));
  return codes.has('invalid_type') ? 0 : codes.has('invalid_value') ? 1 : 2;
}

/** The environment with blank values left out: blank is unset. */
export function withoutBlanks(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || value.trim() === '' ? [] : [[name, value.trim()]],
    ),
  );
}

function readYaml(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AccordError('BAD_CONFIG', `Expected a readable configuration file "${basename(path)}".`, {
      cause,
    });
  }
  try {
    return parse(text);
  } catch (cause) {
    const detail = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
    throw new AccordError('BAD_CONFIG', `Expected YAML in "${basename(path)}": ${detail}.`, { cause });
  }
}
