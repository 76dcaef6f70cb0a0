import { tlpLabels } from '../domain/record-body.js';
import type { Caller } from './caller.js';

type Clearance = Caller['clearance'];

/** The one of two clearances that lets its bearer see less. */
export function lowerClearance(one: Clearance, other: Clearance): Clearance {
  // The labels stand from the strictest to the most open one.
  return tlpLabels.indexOf(one) > tlpLabels.indexOf(other) ? one : other;
}
