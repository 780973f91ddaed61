import { styleText } from 'node:util';

/** What a piece of text means; each has one look. */
export type Tone = 'bad' | 'warning' | 'good' | 'quiet' | 'strong' | 'leader' | 'candidate';

/** Gives text the look of its meaning, or leaves it as it is where there is no colour. */
export type Paint = (tone: Tone, text: string) => string;

type Style = Parameters<typeof styleText>[0];

const styles: Readonly<Record<Tone, Style>> = {
  bad: ['red', 'bold'],
  warning: 'yellow',
  good: 'green',
  quiet: 'dim',
  strong: 'bold',
  leader: ['green', 'bold'],
  candidate: 'cyan',
};

/** A painter for text that goes to a place with or without colour. */
export function createPaint(colour: boolean): Paint {
  if (!colour) return (_tone, text) => text;
  return (tone, text) => styleText(styles[tone], text, { validateStream: false });
}
