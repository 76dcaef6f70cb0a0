import { type DocumentNode, Kind } from 'graphql';
import { AccordError } from '../errors/accord-error.js';
import { readAlternatives } from './access-directives.js';
import type { Alternatives } from './access-rule.js';
import { argumentOf, textArgument } from './link-import.js';
import { listed } from './listed.js';
import { fieldsOf, typeNodes } from './schema-places.js';

/** What is made of a value before it is shown (POLICY.md). */
export const maskNames = ['NULL', 'YEAR', 'ROUNDED', 'BAND', 'PARTIAL', 'TOKEN'] as const;
export type MaskName = (typeof maskNames)[number];

/** How a contract shows a field to those who may read it, unless the policies of one alternative hold. */
export interface ContractMask {
  readonly to: MaskName;
  readonly unless: Alternatives;
}

/** By coordinate of the field. */
export type MaskTable = ReadonlyMap<string, ContractMask>;

/** Reads the `@mask` of a contract's fields. Throws BAD_CONTRACT on a mask that is not known. */
export function readMasks(contract: DocumentNode): MaskTable {
  const masks = new Map<string, ContractMask>();
  for (const node of typeNodes(contract)) {
    for (const field of fieldsOf(node)) {
      const directive = listed(field.directives).find(({ name }) => name.value === 'mask');
      if (directive === undefined) {
        continue;
      }
      const coordinate = `${node.name.value}.${field.name.value}`;
      const to = textArgument(directive, 'to');
      const mask = maskNames.find((name) => name === to);
      if (mask === undefined || field.kind !== Kind.FIELD_DEFINITION) {
        throw new AccordError(
          'BAD_CONTRACT',
          `Expected @mask(to:) with one of ${maskNames.join(', ')} on "${coordinate}", got ${to === undefined ? 'none' : `"${to}"`}.`,
        );
      }
      const isAlways = argumentOf(directive, 'unless') === undefined;
      masks.set(coordinate, { to: mask, unless: isAlways ? [] : readAlternatives(directive, 'unless') });
    }
  }
  return masks;
}
