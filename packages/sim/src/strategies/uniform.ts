import type { Strategy } from './strategy.ts';

/** Every chance is drawn as the scenario says. */
export const uniform: Strategy = {
  name: 'uniform',
  title: 'Chance decides everything, as the scenario has it',
};
