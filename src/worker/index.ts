export { createBrowserRunner, serveBrowserWorker } from './browser.ts';
export { createPoolRunner, type Port } from './pool.ts';
export type { Answer, Request, Task } from './protocol.ts';
export { createServer, type Thread } from './serve.ts';
