import { setTimeout as sleep } from 'node:timers/promises';
import type { BrokerClient } from '../broker/broker-client.js';
import type { Round } from '../broker/broker-messages.js';
import { makeTokens, type TokenArithmetic } from '../broker/make-tokens.js';
import type { WantedParty } from './party-publication.js';
import type { KeptTokens } from './publication-state.js';
import { type PartyPlace, type PassOptions, publishParties, walkParties } from './publish-pass.js';

export interface TokenPassOptions extends PassOptions {
  readonly broker: BrokerClient;
  readonly arithmetic: TokenArithmetic;
  readonly rounds: readonly Round[];
  readonly tokensPerMinute: number;
}

type Lacking = PartyPlace & { readonly party: WantedParty };

/** So many inputs are tokenised at a time, and what they are of then published together. */
const inputsAtOnce = 200;
const minuteMs = 60_000;

/**
 * Makes the tokens that parties lack, at the pace that is set, and publishes them. False as `publishAll`. Throws what
 * the broker refuses with, and as `publishAll`; what was made until then is kept.
 */
export async function publishTokens(options: TokenPassOptions): Promise<boolean> {
  let due: Lacking[] = [];
  let inputs = 0;
  for await (const record of walkParties(options)) {
    const party = options.wanted(record);
    if (party === null || party.missing.length === 0) {
      continue;
    }
    due.push({ type: record.type, local: record.local, party });
    inputs += party.inputs.identifiers.length + party.inputs.names.length;
    if (inputs >= inputsAtOnce) {
      if (!(await tokenise(due, options))) {
        return false;
      }
      [due, inputs] = [[], 0];
    }
  }
  return (await tokenise(due, options)) && !options.signal.aborted;
}

async function tokenise(due: readonly Lacking[], options: TokenPassOptions): Promise<boolean> {
  const { rounds, state, signal, tokensPerMinute } = options;
  for (const round of rounds) {
    const lacking = due.filter(({ party }) => party.missing.includes(round.round));
    const texts = lacking.flatMap(({ party }) => [...party.inputs.identifiers, ...party.inputs.names]);
    if (texts.length === 0 || signal.aborted) {
      continue;
    }
    const [begun, tokens] = [performance.now(), await makeTokens(texts, round, options)];
    state.keepTokens(dealtOut(tokens, lacking, round.round));
    const pauseMs = (texts.length / tokensPerMinute) * minuteMs - (performance.now() - begun);
    await sleep(Math.max(0, pauseMs), undefined, { signal }).catch(() => undefined);
  }
  return signal.aborted || (await publishParties(due, options));
}

/** Tokens in the order of the inputs of these parties. */
function dealtOut(tokens: readonly string[], parties: readonly Lacking[], round: string): KeptTokens[] {
  let at = 0;
  const take = (count: number): string[] => {
    at += count;
    return tokens.slice(at - count, at);
  };
  return parties.map(({ local, party: { inputs, inputsDigest } }) => ({
    local,
    inputs: inputsDigest,
    tokens: { round, identifiers: take(inputs.identifiers.length), names: take(inputs.names.length) },
  }));
}
