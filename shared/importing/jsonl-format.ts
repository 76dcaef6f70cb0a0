import { z } from 'zod';
import { localId } from '../domain/record-body.js';

/**
 * Our own record format: a header line, then one record a line. `createdAt` and `modifiedAt` say when the exporting
 * store had the record; an importing store sets its own.
 */
export const JsonlHeader = z.strictObject({
  accord: z.literal('records'),
  version: z.literal(1),
  member: z.string(),
});
export type JsonlHeader = z.infer<typeof JsonlHeader>;

export const JsonlRecord = z.strictObject({
  type: z.string(),
  local: localId,
  body: z.record(z.string(), z.unknown()),
  createdAt: z.string().optional(),
  modifiedAt: z.string().optional(),
});
export type JsonlRecord = z.infer<typeof JsonlRecord>;
