import { serveBrowserWorker } from '../worker/index.ts';

serveBrowserWorker(self as unknown as Parameters<typeof serveBrowserWorker>[0]);
