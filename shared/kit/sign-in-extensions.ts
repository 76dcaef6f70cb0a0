import { type DocumentNode, Kind } from 'graphql';
import { type AccessTable, isOpen } from '../policy/access-rule.js';
import { readAccessTable } from '../policy/access-table.js';
import { readContractTypes } from '../policy/contract-types.js';
import type { FieldDecision, MemberPolicy } from '../policy/member-policy.js';
import { typeNodes } from '../policy/schema-places.js';

/**
 * The same policy, but for what extensions alone serve and say nothing of: that is for callers who signed in, as it is
 * at the hub. Throws BAD_CONTRACT.
 */
export function signInForExtensions(
  policy: MemberPolicy,
  schemas: { readonly contracts: readonly DocumentNode[]; readonly extensions: readonly DocumentNode[] },
): MemberPolicy {
  const silent = silentFields(schemas.extensions, schemas.contracts);
  if (silent.size === 0) {
    return policy;
  }
  const denied: FieldDecision = { kind: 'DENY' };
  return {
    ...policy,
    isGuarded: (coordinate) => silent.has(coordinate) || policy.isGuarded(coordinate),
    decide(asking, now) {
      const decisions = policy.decide(asking, now);
      const isNobody = decisions.caller.kind === 'anonymous';
      const isDenied = (coordinate: string) => isNobody && silent.has(coordinate);
      return {
        ...decisions,
        field: (coordinate) => (isDenied(coordinate) ? denied : decisions.field(coordinate)),
        mayUse: (coordinates) => !coordinates.some(isDenied) && decisions.mayUse(coordinates),
      };
    },
  };
}

/** Fields without a rule of their own, of the type they are on or of the type they give, which no contract has. */
function silentFields(
  extensions: readonly DocumentNode[],
  contracts: readonly DocumentNode[],
): ReadonlySet<string> {
  const known = new Set(contracts.flatMap(fieldsOf).map(({ coordinate }) => coordinate));
  const tables = [...extensions, ...contracts].map(readAccessTable);
  return new Set(
    extensions
      .flatMap(fieldsOf)
      .filter(({ coordinate, places }) => !known.has(coordinate) && !places.some((at) => isRuled(at, tables)))
      .map(({ coordinate }) => coordinate),
  );
}

interface SchemaField {
  readonly coordinate: string;
  /** Where a rule on it can stand. */
  readonly places: readonly string[];
}

function fieldsOf(document: DocumentNode): SchemaField[] {
  const types = readContractTypes(document);
  const objects = typeNodes(document).filter(
    ({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.OBJECT_TYPE_EXTENSION,
  );
  return [...new Set(objects.map(({ name }) => name.value))].flatMap((parent) =>
    types.fields(parent).map(({ name, type }) => {
      const coordinate = `${parent}.${name}`;
      return { coordinate, places: [coordinate, parent, type] };
    }),
  );
}

function isRuled(place: string, tables: readonly AccessTable[]): boolean {
  return tables.some((table) => {
    const rule = table.get(place);
    return rule !== undefined && !isOpen(rule);
  });
}
