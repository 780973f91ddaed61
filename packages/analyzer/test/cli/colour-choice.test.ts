import { expect, test } from 'vitest';
import { type ColourCircumstances, wantsColour } from '../../src/cli/colour-choice.ts';

type Env = ColourCircumstances['env'];

test.each<[flag: boolean | undefined, env: Env, terminal: boolean, colour: boolean]>([
  [undefined, {}, true, true],
  [undefined, {}, false, false],
  [undefined, { TERM: 'dumb' }, true, false],
  [undefined, { NO_COLOR: '1' }, true, false],
  [undefined, { NO_COLOR: '' }, true, true],
  [undefined, { FORCE_COLOR: '1' }, false, true],
  [undefined, { FORCE_COLOR: '0' }, true, false],
  [undefined, { FORCE_COLOR: 'false' }, true, false],
  [undefined, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [true, { NO_COLOR: '1' }, false, true],
  [false, { FORCE_COLOR: '1' }, true, false],
])('flag %j, %j, terminal %j: %j', (flag, env, terminal, colour) => {
  expect(wantsColour({ flag, env, terminal })).toBe(colour);
});
