import { writeDecimal } from '../../../shared/domain/decimal.js';
import { tlpLabels } from '../../../shared/domain/record-body.js';
import { compareText } from '../../../shared/domain/text.js';
import { AccordError } from '../../../shared/errors/accord-error.js';
import type { Caller } from '../../../shared/identity/caller.js';
import type { Label } from '../../../shared/policy/ceiling.js';
import { readableLabels } from '../../../shared/policy/labels.js';
import type { CoalitionMember } from '../../config.js';
import { faultOf } from '../directory-fault.js';
import type { Observation } from './observation.js';

/** What the observations of one request have in common. */
export interface ObservationSetting {
  readonly caller: Caller;
  readonly computedAt: Date;
  readonly findMember: (id: string) => Pick<CoalitionMember, 'name' | 'licence'> | undefined;
}

/** An observation as the graph has it. */
export function observationNode(observation: Observation, setting: ObservationSetting) {
  const { definition, questions, country, period, dimensions, members, complete } = observation;
  const known = members.flatMap((id) => setting.findMember(id) ?? []);
  return {
    ...{ indicator: definition, country, period, dimensions, complete },
    numerator: () => decimalOf(observation.numerator),
    denominator: () => decimalOf(observation.denominator),
    value: () => decimalOf(observation.value),
    unit: definition.unit,
    members: members.map((id) => ({ id })),
    suppressedBecause: observation.suppressedBecause,
    provenance: {
      computedAt: setting.computedAt.toISOString(),
      definitionVersion: definition.version,
      questions,
      licences: [...new Set(known.map(({ licence }) => licence))].sort(compareText),
      attribution: known.map(({ name }) => name),
    },
    label: strictestLabel(members, setting.caller),
  };
}

/** A number too large to write is an error at its place, never a wrong number. */
function decimalOf(micros: bigint | null): string | null {
  try {
    return micros === null ? null : writeDecimal(micros);
  } catch (error) {
    if (!(error instanceof AccordError)) {
      throw error;
    }
    throw faultOf(error.code, error.message);
  }
}

/**
 * The strictest label of records that these owners show this caller. Strict ones that an owner shares with the caller's
 * organisation by name are known to the owner alone.
 */
function strictestLabel(members: readonly string[], caller: Caller): Label {
  const reached = new Set(
    members.flatMap((member) => [...readableLabels(caller, { member, sharesStrict: new Set() })]),
  );
  return tlpLabels.find((label) => reached.has(label)) ?? 'TLP:CLEAR';
}
