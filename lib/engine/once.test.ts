import { expect, test } from 'vitest';
import { openOnce } from './once';

test('a submission that was answered before is answered again without another try', async () => {
  const open = () => Promise.reject(new Error('tried again'));
  expect(await openOnce(async () => 'row', open)).toBe('row');
});

test('a submission that fails because its twin was faster answers the twin’s row', async () => {
  const rows: string[] = [];
  const open = () => {
    rows.push('row of the first');
    return Promise.reject(new Error('the last piece is gone'));
  };
  expect(await openOnce(async () => rows[0], open)).toBe('row of the first');
});

test('a submission that fails by itself fails with its own reason', async () => {
  const open = () => Promise.reject(new Error('too late'));
  await expect(openOnce(async () => undefined, open)).rejects.toThrow('too late');
});
