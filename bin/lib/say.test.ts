import { expect, test } from 'vitest';
import { mentionsFullDisk, Stop, sentence } from './say.mjs';

test('a full disk is one sentence, wherever it shows', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    path: '/data/x',
  });
  expect(sentence(full)).toBe(
    'The disk is full (writing /data/x). Free some space and start again.',
  );
  expect(sentence(new Error('npm error ENOSPC'))).toBe(
    'The disk is full. Free some space and start again.',
  );
  expect(mentionsFullDisk('could not extend file: No space left on device')).toBe(true);
  expect(mentionsFullDisk('the disk hums')).toBe(false);
});

test('a sentence of ours is shown as it is; a surprise keeps its stack', () => {
  expect(sentence(new Stop('The port is taken.'))).toBe('The port is taken.');
  expect(sentence(new Error('surprise'))).toMatch(/surprise\n\s+at /);
});
