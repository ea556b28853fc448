import { buildCli } from '../../tools/build-cli.mjs';
import { buildPage, PAGE } from '../../tools/build-page.mjs';
import { servePage } from '../../tools/page-server.mjs';
import { rootPath } from '../../tools/paths.mjs';

/** Builds what is stale, page and command line, and serves the page on a free port for the whole run, exactly as `npm start` does. */
export default async function serveBuiltPage(): Promise<() => Promise<void>> {
  await buildPage();
  await buildCli();
  const server = await servePage(rootPath(PAGE), { port: 0 });
  process.env.PINGZHAN_PAGE = server.url;
  return server.close;
}
