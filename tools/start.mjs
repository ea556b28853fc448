// npm start: the current page, served on this machine, its bare address alone on one line of stdout.
import { buildPage, PAGE } from './build-page.mjs';
import { servePage } from './page-server.mjs';
import { rootPath } from './paths.mjs';

function readPort(text) {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT 应为 0–65535 的整数，现为 ${text} / PORT must be a whole number from 0 to 65535, not ${text}`);
}

try {
  const port = readPort(process.env.PORT);
  await buildPage();
  const server = await servePage(rootPath(PAGE), { port });
  console.log(server.url);
  console.error('按 Ctrl+C 停止 / press Ctrl+C to stop');
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
} catch (error) {
  const words = {
    EADDRINUSE: `端口 ${error.port} 已被占用，请换一个 PORT / port ${error.port} is taken, choose another PORT`,
    EACCES: `没有权限使用端口 ${error.port} / port ${error.port} is not allowed`,
  };
  console.error(words[error.code] ?? error.message);
  process.exitCode = 1;
}
