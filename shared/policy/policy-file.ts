import { z } from 'zod';
import { isMemberId } from '../domain/ids.js';
import { tlpLabels } from '../domain/record-body.js';
import { maskNames } from './mask-table.js';
import { meant } from './meant.js';
import { withheldReasons } from './member-policy.js';

const scope = z.string().regex(/^[^\s"\\]{1,200}$/, 'expected a scope: a word without spaces or quotes');
const organization = z
  .string()
  .refine((text): boolean => isMemberId(text), 'expected an organisation such as "harbour-watch"');
const purpose = z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/, 'expected a purpose such as INVESTIGATION');
const label = z.enum(tlpLabels, `expected a label, one of ${tlpLabels.join(', ')}`);
const reason = z.enum(withheldReasons, `expected a reason, one of ${withheldReasons.join(', ')}`);
const expression = z.string().min(1).max(2000);
const url = z.url({ protocol: /^https?$/, error: 'expected an address that begins with https://' }).max(2000);

/** Who may: all that is given must hold. Of `scopes` one of the inner lists whole. */
export const Grant = z
  .strictObject({
    authenticated: z.literal(true).optional(),
    scopes: z.array(z.array(scope).min(1).max(100)).min(1).max(100).optional(),
    /** Organisations, of which the caller's must be one. */
    org: z.array(organization).min(1).max(10_000).optional(),
    /** Purposes, of which the caller must have declared one. */
    purpose: z.array(purpose).min(1).max(1000).optional(),
    /** The caller's own issuer must say it all to the member itself. */
    proof: z.literal('caller').optional(),
  })
  .refine((grant) => Object.keys(grant).length > 0, 'expected at least one thing that is asked of a caller');
export type Grant = Readonly<z.infer<typeof Grant>>;

export type GrantOrNobody = Grant | 'nobody';
const nobody = z.literal('nobody', 'expected "nobody", or what is asked of a caller');
const GrantOrNobody = meant<GrantOrNobody>((value) => (typeof value === 'object' ? Grant : nobody));

const Otherwise = z
  .strictObject({
    mask: z.enum(maskNames, `expected a mask, one of ${maskNames.join(', ')}`).optional(),
    withhold: z.strictObject({ reason, requestAccessUrl: url.optional() }).optional(),
  })
  .refine(
    ({ mask, withhold }) => (mask === undefined) !== (withhold === undefined),
    'expected either "mask" or "withhold"',
  );

/** What one field, or every field of a type, takes beyond the contract. */
export const FieldRule = z
  .strictObject({
    field: z
      .string()
      .regex(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$/, 'expected a coordinate: "Type.field" or "Type"')
      .max(200),
    read: GrantOrNobody.optional(),
    /** What totals over it take, where that is less than `read`. */
    aggregate: Grant.optional(),
    otherwise: Otherwise.optional(),
    /** `record.x`: the rule ends once this date is past. */
    until: z
      .string()
      .regex(/^record(\.[A-Za-z_]\w*)+$/, 'expected a date of the record, such as "record.publishedAt"')
      .max(200)
      .optional(),
    /** The rule holds for objects of which this is true. */
    when: expression.optional(),
    /** Its existence is told to nobody who may not read it. */
    visibility: z.literal('PROTECTED').optional(),
  })
  .check(({ value, issues }) => {
    for (const { path, message } of faultsOfFieldRule(value)) {
      issues.push({ code: 'custom', input: value, path: [path], message });
    }
  });
export type FieldRule = Readonly<z.infer<typeof FieldRule>>;

interface FieldRuleShape {
  readonly read?: unknown;
  readonly aggregate?: unknown;
  readonly otherwise?: z.infer<typeof Otherwise> | undefined;
  readonly until?: unknown;
  readonly when?: unknown;
  readonly visibility?: unknown;
}

/** Without `read` a rule can only say why the contract withholds, or that the field is not to be known of. */
function faultsOfFieldRule(rule: FieldRuleShape): { path: string; message: string }[] {
  if (rule.read !== undefined) {
    return [];
  }
  const faults: { path: string; message: string }[] = [];
  if (rule.otherwise === undefined && rule.visibility === undefined) {
    faults.push({ path: 'read', message: 'expected who may read it' });
  }
  if (rule.otherwise?.mask !== undefined) {
    faults.push({ path: 'read', message: 'expected who may read it without the mask' });
  }
  for (const part of ['aggregate', 'until', 'when'] as const) {
    if (rule[part] !== undefined) {
      faults.push({ path: part, message: 'expected only beside "read"' });
    }
  }
  return faults;
}

/** Which records there are for whom: `allow` lets only these see them, `deny` nobody but those it excepts. */
export const RecordsRule = z
  .strictObject({
    /** A record type, or all of the member's. */
    records: z.string().regex(/^([A-Z]\w*|\*)$/, 'expected a record type, or "*" for all'),
    when: expression.optional(),
    allow: Grant.optional(),
    deny: z
      .strictObject({
        reason,
        /** Whether who asks for a record by its id is told that it is withheld, and why. */
        disclose: z.boolean().default(false),
        requestAccessUrl: url.optional(),
        except: Grant.optional(),
      })
      .optional(),
  })
  .refine(
    ({ allow, deny }) => (allow === undefined) !== (deny === undefined),
    'expected either "allow" or "deny"',
  );
export type RecordsRule = Readonly<z.infer<typeof RecordsRule>>;

export type PolicyRule = FieldRule | RecordsRule;
const Rule = meant<PolicyRule>((value) =>
  typeof value === 'object' && value !== null && 'records' in value ? RecordsRule : FieldRule,
);

const AggregateRule = z.strictObject({
  records: z.string().regex(/^[A-Z]\w*$/, 'expected a record type'),
  to: Grant,
  /** Constants of the contract's dimension enum. */
  dimensions: z.array(z.string().regex(/^[A-Z][A-Z0-9_]*$/)).max(50),
  /** The strictest label that is counted. */
  labels: label.default('TLP:AMBER'),
});
export type AggregateRule = Readonly<z.infer<typeof AggregateRule>>;

/** A member's policy as its owner writes it (POLICY.md). It can only tighten what the contracts say. */
export const PolicyFile = z.strictObject({
  version: z.literal(1),
  member: organization,
  hub: z
    .strictObject({
      /** The most that a hub is believed to say of a caller. */
      ceiling: z
        .strictObject({
          /** Scopes, or beginnings of scopes with `*` as the last sign. */
          scopes: z
            .array(z.string().regex(/^[^\s"\\*]{0,200}\*?$/, 'expected a scope, or its beginning and "*"'))
            .max(1000)
            .optional(),
          clearance: label.optional(),
          organizations: z.array(organization).max(10_000).optional(),
        })
        .optional(),
    })
    .default({}),
  /** The organisations that may be shown records of a label, besides the owner's. */
  sharing: z
    .strictObject({ 'TLP:AMBER+STRICT': z.array(organization).max(10_000).default([]) })
    .default({ 'TLP:AMBER+STRICT': [] }),
  /** The file of its tests, from where the policy lies. A policy without tests is refused. */
  tests: z.string('expected the file of its tests: a policy without tests is refused').min(1),
  rules: z.array(Rule).max(10_000).default([]),
  aggregates: z
    .strictObject({
      /** Groups of fewer distinct subjects are suppressed. */
      minimumGroup: z.int().min(2).max(1_000_000).default(5),
      allow: z.array(AggregateRule).max(1000).default([]),
    })
    .default({ minimumGroup: 5, allow: [] }),
});
export type PolicyFile = Readonly<z.infer<typeof PolicyFile>>;
