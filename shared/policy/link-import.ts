import { type ConstDirectiveNode, type ConstValueNode, Kind } from 'graphql';
import { listed } from './listed.js';

/** One name that a `@link` imports: as it stands in the specification, and as the schema calls it. */
export interface LinkImport {
  readonly local: string;
  readonly original: string;
}

/** What a `@link` imports: each `"@key"` or `{ name: "@key", as: "@pk" }` of its list. */
export function importsOf(link: ConstDirectiveNode): readonly LinkImport[] {
  const list = argumentOf(link, 'import');
  return list?.kind === Kind.LIST ? list.values.flatMap(importOf) : [];
}

export function textArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.STRING ? value.value : undefined;
}

export function argumentOf(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return listed(directive.arguments).find((argument) => argument.name.value === name)?.value;
}

function importOf(value: ConstValueNode): LinkImport[] {
  if (value.kind === Kind.STRING) {
    return [{ local: value.value, original: value.value }];
  }
  if (value.kind !== Kind.OBJECT) {
    return [];
  }
  const parts = new Map(
    value.fields.flatMap(({ name, value: part }) =>
      part.kind === Kind.STRING ? [[name.value, part.value]] : [],
    ),
  );
  const original = parts.get('name');
  return original === undefined ? [] : [{ local: parts.get('as') ?? original, original }];
}
