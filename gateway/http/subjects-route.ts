import { z } from 'zod';
import { AccordError } from '../../shared/errors/accord-error.js';
import { answerJson, answerMethodNotAllowed } from '../../shared/http/answers.js';
import type { HttpExchange } from '../../shared/http/http-server.js';
import { readJsonBody } from '../../shared/http/read-body.js';
import { mostPublicationBytes } from '../../shared/linking/publication-request.js';
import type { PublicationReceiver } from '../directory/links/publication-receiver.js';
import { InFlightLimit } from '../fanout/in-flight-limit.js';

const Body = z.strictObject({ publication: z.string().min(1) });
/** Each holds its body until it is applied. */
const atOnce = 8;
const waitMs = 10_000;

/** `POST /subjects` with `{ "publication": "<compact JWS>" }`: answers what came of it, see `PublicationAnswer`. */
export function createSubjectsRoute(
  receiver: PublicationReceiver,
): (exchange: HttpExchange) => Promise<void> {
  const limit = new InFlightLimit(atOnce);
  return async ({ request, response }) => {
    if (request.method !== 'POST') {
      answerMethodNotAllowed(response, 'POST');
      return;
    }
    const isDone = await limit.run(AbortSignal.timeout(waitMs), async () => {
      const body = Body.safeParse(await readJsonBody(request, mostPublicationBytes));
      if (!body.success) {
        throw new AccordError('BAD_INPUT', 'Expected a body of the form { "publication": "<compact JWS>" }.');
      }
      answerJson(response, 200, await receiver.receive(body.data.publication));
    });
    if (!isDone) {
      throw new AccordError('NOT_READY', 'Expected fewer publications at a time, others are being taken.');
    }
  };
}
