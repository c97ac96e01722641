import { describe, expect, it } from 'vitest';
import { changeUploads, type Item } from './use-uploads';

const file = { id: 'fl_1', name: '营业执照.pdf', size: 2048, type: 'application/pdf' };
const item = (values: Partial<Item> = {}): Item => ({
  key: 'a',
  name: file.name,
  size: file.size,
  type: file.type,
  state: 'uploading',
  progress: 0,
  ...values,
});

describe('the files of an upload field', () => {
  it('keep their place while they travel and arrive', () => {
    const two = changeUploads([item()], { do: 'add', item: item({ key: 'b' }) });
    const half = changeUploads(two, { do: 'progress', key: 'a', progress: 0.5 });
    const done = changeUploads(half, { do: 'done', key: 'a', file });
    expect(done.map(({ key, state }) => [key, state])).toEqual([
      ['a', 'done'],
      ['b', 'uploading'],
    ]);
    expect(done[0]?.file).toEqual(file);
  });

  it('may be tried again after a lost connection, not after a refusal', () => {
    const lost = changeUploads([item()], { do: 'failed', key: 'a', retry: true });
    expect(lost[0]?.state).toBe('lost');
    expect(changeUploads(lost, { do: 'again', key: 'a' })[0]?.state).toBe('uploading');
    const refused = changeUploads([item()], {
      do: 'failed',
      key: 'a',
      message: 'too large',
      retry: false,
    });
    expect(refused[0]).toMatchObject({ state: 'refused', message: 'too large' });
  });

  it('are replaced where only one is allowed, and restored from a draft', () => {
    const replaced = changeUploads([item()], { do: 'replace', item: item({ key: 'b' }) });
    expect(replaced.map(({ key }) => key)).toEqual(['b']);
    expect(changeUploads(replaced, { do: 'set', files: [file] })[0]).toMatchObject({
      key: 'fl_1',
      state: 'done',
    });
  });

  it('stay on their way while a draft is put back', () => {
    const put = changeUploads([item()], { do: 'set', files: [file] });
    expect(put.map(({ key, state }) => [key, state])).toEqual([
      ['fl_1', 'done'],
      ['a', 'uploading'],
    ]);
  });

  it('keep the one that was good until another has arrived in its place', () => {
    const good = item({ state: 'done', file });
    const travelling = changeUploads([good], { do: 'replace', item: item({ key: 'b' }) });
    expect(travelling.map(({ key, state }) => [key, state])).toEqual([
      ['a', 'done'],
      ['b', 'uploading'],
    ]);
    const refused = changeUploads(travelling, { do: 'failed', key: 'b', retry: false });
    expect(refused.map(({ key }) => key)).toEqual(['a', 'b']);
    const third = changeUploads(refused, { do: 'replace', item: item({ key: 'c' }) });
    const arrived = changeUploads(third, { do: 'done', key: 'c', file: { ...file, id: 'fl_2' } });
    expect(arrived.map((one) => one.file?.id)).toEqual(['fl_2']);
  });
});
