export type { Core } from './core-api.ts';
