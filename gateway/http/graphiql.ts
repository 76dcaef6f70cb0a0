import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { answerNotFound, answerText } from '../../shared/http/answers.js';
import type { HttpExchange } from '../../shared/http/http-server.js';

/** GraphiQL out of the installed packages: nothing of it comes from another host. */
export interface Graphiql {
  /** Answers with the page itself. */
  answerPage(exchange: HttpExchange): void;
  /** Answers `/graphiql/…`: the page's scripts and styles. */
  answerAsset(exchange: HttpExchange): Promise<void>;
}

export const graphiqlFolder = '/graphiql/';

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';

/** The files by the package that has them. A browser may be given these and no others. */
const assets: Readonly<Record<string, { from: string; file: string; type: string }>> = {
  'react.js': { from: 'react', file: 'umd/react.production.min.js', type: script },
  'react-dom.js': { from: 'react-dom', file: 'umd/react-dom.production.min.js', type: script },
  'graphiql.js': { from: 'graphiql', file: 'graphiql.min.js', type: script },
  'graphiql.css': { from: 'graphiql', file: 'graphiql.min.css', type: style },
};

const startScript = `const fetcher = GraphiQL.createFetcher({ url: '/graphql' });
const view = React.createElement(GraphiQL, { fetcher, defaultEditorToolsVisibility: true });
ReactDOM.createRoot(document.getElementById('graphiql')).render(view);
`;

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Accord</title>
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${graphiqlFolder}graphiql.css">
<style>body { margin: 0; } #graphiql { height: 100vh; }</style>
</head>
<body>
<div id="graphiql"></div>
<script src="${graphiqlFolder}react.js"></script>
<script src="${graphiqlFolder}react-dom.js"></script>
<script src="${graphiqlFolder}graphiql.js"></script>
<script src="${graphiqlFolder}start.js"></script>
</body>
</html>
`;

/** Only this process is asked for anything; the editor sets styles of its own. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Null where the packages are not installed, as in a production install. */
export function createGraphiql(): Graphiql | null {
  const folders = findPackages();
  return folders === null
    ? null
    : {
        answerPage({ response }) {
          response.setHeader('content-security-policy', contentSecurityPolicy);
          response.setHeader('referrer-policy', 'no-referrer');
          answerText(response, { status: 200, type: 'text/html; charset=utf-8', text: page });
        },
        async answerAsset({ response, path }) {
          const name = path.slice(graphiqlFolder.length);
          if (name === 'start.js') {
            answerText(response, { status: 200, type: script, text: startScript });
            return;
          }
          const asset = Object.hasOwn(assets, name) ? assets[name] : undefined;
          const folder = asset === undefined ? undefined : folders.get(asset.from);
          if (asset === undefined || folder === undefined) {
            answerNotFound(response);
            return;
          }
          const text = await readFile(join(folder, asset.file), 'utf8');
          answerText(response, { status: 200, type: asset.type, text });
        },
      };
}

function findPackages(): ReadonlyMap<string, string> | null {
  const { resolve } = createRequire(import.meta.url);
  try {
    return new Map(
      ['react', 'react-dom', 'graphiql'].map((name) => [name, dirname(resolve(`${name}/package.json`))]),
    );
  } catch {
    return null;
  }
}
