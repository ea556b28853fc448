import { serveNodeThread } from '../worker/node.ts';

serveNodeThread();
