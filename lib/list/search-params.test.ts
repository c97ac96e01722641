import { describe, expect, it } from 'vitest';
import { pageLinks } from './search-params';

const params = (href: string | null) =>
  Object.fromEntries(new URL(href ?? '', 'http://x').searchParams);

describe('the pages of a list', () => {
  it('lead forward by cursor and back the way one came, with the filters kept', () => {
    const first = pageLinks('/list', { q: 'a' }, 'c1');
    expect(first.previous).toBeNull();
    const second = pageLinks('/list', params(first.next), 'c2');
    expect(params(second.previous)).toEqual({ q: 'a' });
    const third = pageLinks('/list', params(second.next), undefined);
    expect(third.next).toBeNull();
    expect(params(third.previous)).toMatchObject({ q: 'a', after: 'c1' });
    expect(params(pageLinks('/list', params(third.previous), 'c2').previous)).toEqual({ q: 'a' });
  });
});
