import process from 'node:process';
import type { Page } from '../render/finding-text.ts';
import { wantsColour } from './colour-choice.ts';

const defaultWidth = 100;
const widest = 160;

/** The page that standard output is: its width, and whether it takes colours. */
export function terminalPage(colour: boolean | undefined): Page {
  const terminal = process.stdout.isTTY === true;
  return {
    width: Math.min(process.stdout.columns ?? defaultWidth, widest),
    colour: wantsColour({ flag: colour, env: process.env, terminal }),
  };
}
