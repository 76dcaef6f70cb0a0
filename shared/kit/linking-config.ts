import { z } from 'zod';
import { isLoopbackHost } from '../http/is-loopback-host.js';
import { PublicKey } from '../identity/public-key.js';
import { LinkingSettings } from '../linking/linking-settings.js';

const SafeUrl = z
  .url({ protocol: /^https?$/, error: 'expected an http or https URL' })
  .refine(isSafe, 'expected https for an address that is not this machine');

/** `linking` in `member.yaml`: what the member publishes for linking, and where. */
export const LinkingConfig = LinkingSettings.extend({
  /** The hub's public URL, as `url` in `hub.yaml` has it; without it, that of `registration.hub`. */
  hub: SafeUrl.optional(),
  /** Who makes tokens; without one, nothing is published by tokens. */
  broker: z
    .strictObject({
      url: SafeUrl,
      /** The key that the broker signs its rounds with, as `accord broker init` prints it. */
      key: PublicKey,
      /** How many tokens are made in a minute; each takes some 10 ms of a processor here. */
      tokensPerMinute: z.int().min(1).max(100_000).default(1200),
    })
    .optional(),
});
export type LinkingConfig = Readonly<z.infer<typeof LinkingConfig>>;

function isSafe(text: string): boolean {
  return !URL.canParse(text) || text.startsWith('https:') || isLoopbackHost(new URL(text).hostname);
}
