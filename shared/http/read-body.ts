import type { IncomingMessage } from 'node:http';
import { AccordError } from '../errors/accord-error.js';

/**
 * Reads a request's body. Throws BODY_TOO_LARGE past `maxBytes`; what still comes is dropped unread, so that the
 * client sees the answer rather than a broken connection (the server's request timeout bounds that).
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const refuse = (error: AccordError): void => {
      request.removeAllListeners('data');
      request.resume();
      reject(error);
    };
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
      refuse(tooLarge(maxBytes));
      return;
    }
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        refuse(tooLarge(maxBytes));
      } else {
        chunks.push(chunk);
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks, bytes)));
    request.on('error', () => reject(brokenOff()));
    request.on('close', () => reject(brokenOff()));
  });
}

/** Reads a body of JSON. Throws BAD_INPUT when its type or its form is another, BODY_TOO_LARGE past `maxBytes`. */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  return parseJsonBody(await readBody(request, maxBytes), request.headers['content-type']);
}

/** Parses a body of JSON. Throws BAD_INPUT when its type or its form is another. */
export function parseJsonBody(body: Buffer, contentType: string | undefined): unknown {
  if (contentType === undefined || !/^application\/json\s*(;|$)/i.test(contentType.trim())) {
    throw new AccordError('BAD_INPUT', 'Expected a request body of type "application/json".');
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new AccordError('BAD_INPUT', 'Expected a request body in UTF-8, it has other bytes.', { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AccordError('BAD_INPUT', 'Expected a request body of JSON, it does not parse.', { cause });
  }
}

function tooLarge(maxBytes: number): AccordError {
  return new AccordError('BODY_TOO_LARGE', `Expected a request body of at most ${maxBytes} bytes, got more.`);
}

function brokenOff(): AccordError {
  return new AccordError('BAD_INPUT', 'Expected a whole request body, the connection ended before it.');
}
