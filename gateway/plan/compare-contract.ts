import { type DocumentNode, Kind, print } from 'graphql';
import {
  type FederationNames,
  machineryFields,
  readFederationNames,
} from '../../shared/policy/federation-names.js';
import { kindOf, typeNodes } from '../../shared/policy/schema-places.js';

const accessDirectives: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy']);

/**
 * How a member's schema differs from the contract it says it serves: what is missing, what is another, and, unless it
 * serves a later minor version (`isLater`), what the contract does not have. Descriptions, order and federation's own
 * machinery do not count. Pure; all faults at once.
 */
export function compareContract(
  contract: DocumentNode,
  served: DocumentNode,
  { isLater }: { readonly isLater: boolean },
): string[] {
  const expected = factsOf(contract);
  const found = factsOf(served);
  const missing = [...expected].flatMap(([coordinate, fact]) => {
    const other = found.get(coordinate);
    if (other === fact) {
      return [];
    }
    // What is in a missing type is missing too, and said with it.
    const isSaid = other === undefined && !found.has(parentOf(coordinate)) && parentOf(coordinate) !== '';
    return isSaid
      ? []
      : [
          other === undefined
            ? `"${coordinate}" is missing`
            : `"${coordinate}" is ${quoted(other)} and not ${quoted(fact)}`,
        ];
  });
  const added = [...found].flatMap(([coordinate, fact]) => {
    if (expected.has(coordinate)) {
      return [];
    }
    const parent = parentOf(coordinate);
    if (!isLater) {
      return parent === '' || expected.has(parent) ? [`"${coordinate}" is not in the contract`] : [];
    }
    return mayAdd(coordinate, fact, expected)
      ? []
      : [`"${coordinate}" may not be added within a major version`];
  });
  return [...missing, ...added];
}

/**
 * What a later minor version may add to what is there: types, fields, optional arguments and input fields. A new value
 * of an enum or member of a union would reach those who know only the old ones.
 */
function mayAdd(coordinate: string, fact: string, expected: ReadonlyMap<string, string>): boolean {
  const parent = expected.get(parentOf(coordinate));
  if (parent === undefined) {
    return true;
  }
  if (parent.startsWith('ENUM') || parent.startsWith('UNION') || coordinate.includes('@')) {
    return false;
  }
  const isInput = parent.startsWith('INPUT') || coordinate.includes('(');
  return !isInput || !/![^=]*$/.test(fact);
}

/** What a coordinate is of: `Type` of `Type.field`, `Type.field` of `Type.field(argument:)`; empty for a type. */
function parentOf(coordinate: string): string {
  const mark = ['@', '(', '|', '.'].find((candidate) => coordinate.includes(candidate));
  return mark === undefined ? '' : coordinate.slice(0, coordinate.indexOf(mark));
}

function quoted(fact: string): string {
  return `"${fact}"`;
}

/** A schema as coordinates and what is said of each, so that two schemas can be held against each other. */
function factsOf(document: DocumentNode): Map<string, string> {
  const names = readFederationNames(document);
  const facts = new Map<string, string>();
  for (const node of typeNodes(document)) {
    const type = node.name.value;
    if (names.isMachinery(type)) {
      continue;
    }
    facts.set(type, kindOf(node));
    addDirectives(facts, type, node, names);
    if ('interfaces' in node) {
      for (const { name } of node.interfaces ?? []) {
        facts.set(`${type}|${name.value}`, 'implemented');
      }
    }
    if ('types' in node) {
      for (const { name } of node.types ?? []) {
        facts.set(`${type}|${name.value}`, 'member');
      }
    }
    if ('values' in node) {
      for (const value of node.values ?? []) {
        facts.set(`${type}.${value.name.value}`, 'value');
      }
    }
    if ('fields' in node) {
      addFields(facts, node, names);
    }
  }
  return facts;
}

type WithFields = Extract<ReturnType<typeof typeNodes>[number], { readonly fields?: unknown }>;

function addFields(facts: Map<string, string>, node: WithFields, names: FederationNames): void {
  for (const field of node.fields ?? []) {
    if (machineryFields.has(field.name.value)) {
      continue;
    }
    const coordinate = `${node.name.value}.${field.name.value}`;
    facts.set(coordinate, typeAndDefault(field));
    addDirectives(facts, coordinate, field, names);
    for (const argument of field.kind === Kind.FIELD_DEFINITION ? (field.arguments ?? []) : []) {
      facts.set(`${coordinate}(${argument.name.value}:)`, typeAndDefault(argument));
    }
  }
}

/** Keys and access rules, which decide what travels between subgraphs and who reads it. */
function addDirectives(
  facts: Map<string, string>,
  coordinate: string,
  node: Pick<ReturnType<typeof typeNodes>[number], 'directives'>,
  names: FederationNames,
): void {
  for (const directive of node.directives ?? []) {
    const spec = names.specNameOf(directive.name.value);
    if (spec === 'key' || (spec !== undefined && accessDirectives.has(spec))) {
      const given = (directive.arguments ?? []).map((argument) => print(argument)).sort();
      facts.set(`${coordinate}@${spec}(${given.join(', ')})`, 'applied');
    }
  }
}

function typeAndDefault(node: {
  readonly type: Parameters<typeof print>[0];
  readonly defaultValue?: Parameters<typeof print>[0] | undefined;
}): string {
  const type = print(node.type);
  return 'defaultValue' in node && node.defaultValue !== undefined
    ? `${type} = ${print(node.defaultValue)}`
    : type;
}
