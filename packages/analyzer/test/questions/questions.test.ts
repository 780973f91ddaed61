import { describe, expect, test } from 'vitest';
import { questions } from '../../src/questions/questions.ts';
import { storyTrace } from '../story-trace.ts';

const page = { width: 100, colour: false };

describe.each(questions)('$name', ({ name, open }) => {
  test('answers for people', async () => {
    const inquiry = open();
    for (const event of storyTrace) inquiry.observe(event);
    await expect(await inquiry.text(page)).toMatchFileSnapshot(`outputs/${name}.txt`);
  });

  test('answers for machines, with the same facts', async () => {
    const inquiry = open();
    for (const event of storyTrace) inquiry.observe(event);
    const json = JSON.stringify(inquiry.json(), undefined, 2);
    await expect(`${json}\n`).toMatchFileSnapshot(`outputs/${name}.json.txt`);
  });

  test('has an answer where there is nothing', async () => {
    expect(await open().text(page)).not.toBe('');
  });
});
