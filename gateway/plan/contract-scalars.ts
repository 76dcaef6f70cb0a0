import { GraphQLError, type GraphQLSchema, isScalarType, Kind, print, type ValueNode } from 'graphql';
import { isDecimal } from '../../shared/domain/decimal.js';
import { isPartialDate, normalizeInstant } from '../../shared/domain/partial-date.js';

interface TextScalar {
  readonly holds: (text: string) => boolean;
  readonly expected: string;
}

const tlpLabels = ['TLP:RED', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:GREEN', 'TLP:CLEAR'];
const papLabels = ['PAP:RED', 'PAP:AMBER', 'PAP:GREEN', 'PAP:CLEAR'];

/** The scalars of the contracts (shared/domain/kernel.graphql) that are texts of a form. */
const textScalars: Readonly<Record<string, TextScalar>> = {
  Decimal: {
    holds: isDecimal,
    expected: 'a decimal number as text with at most 18 integer and 6 fraction digits, such as "-1234.5"',
  },
  PartialDate: { holds: isPartialDate, expected: 'a date such as "2019", "2019-05" or "2019-05-03"' },
  DateTime: {
    holds: (text) => normalizeInstant(text) !== undefined,
    expected: 'an instant such as "2026-01-31T09:30:00.000Z"',
  },
  Tlp: { holds: (text) => tlpLabels.includes(text), expected: `one of ${tlpLabels.join(', ')}` },
  Pap: { holds: (text) => papLabels.includes(text), expected: `one of ${papLabels.join(', ')}` },
};

/**
 * Makes a schema built from SDL check the values of our scalars, which it would otherwise pass on unseen, so that a
 * malformed one is refused here with its place in the operation and no member is asked.
 */
export function checkContractScalars(schema: GraphQLSchema): void {
  for (const [name, scalar] of Object.entries(textScalars)) {
    const type = schema.getType(name);
    if (isScalarType(type)) {
      type.parseValue = (value) => read(scalar, value);
      type.parseLiteral = (node) => read(scalar, textOf(node), node);
    }
  }
}

function read(scalar: TextScalar, value: unknown, node?: ValueNode): string {
  if (typeof value !== 'string' || !scalar.holds(value)) {
    const got = node === undefined ? kindOf(value) : print(node);
    throw new GraphQLError(
      `Expected ${scalar.expected}, got ${got}.`,
      node === undefined ? {} : { nodes: node },
    );
  }
  return value;
}

function kindOf(value: unknown): string {
  return typeof value === 'string' ? 'another text' : `a ${typeof value}`;
}

function textOf(node: ValueNode): string | undefined {
  return node.kind === Kind.STRING ? node.value : undefined;
}
