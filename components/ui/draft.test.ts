import { describe, expect, it } from 'vitest';
import { type Draft, mergeDrafts } from './draft';

const draft = (values: Record<string, string | string[]>): Draft => ({
  at: 0,
  values: Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((one) => ({ name, value: one })),
  ),
});
const merged = (...[agreed, typed, latest]: Parameters<typeof mergeDrafts>) =>
  mergeDrafts(agreed, typed, latest).values.map(({ name, value }) => `${name}=${value}`);

describe('a form that catches up with what others changed', () => {
  it('keeps what was typed here and takes the rest from the server', () => {
    const agreed = draft({ website: 'a', phone: '1', city: 'x' });
    const typed = draft({ website: 'b', phone: '1', city: 'x' });
    const latest = draft({ website: 'c', phone: '2', city: 'x' });
    expect(merged(agreed, typed, latest)).toEqual(['website=b', 'phone=2', 'city=x']);
  });

  it('takes a field of several values whole from one side', () => {
    const agreed = draft({ type: ['paper', 'digital'], file: 'fl_1' });
    const typed = draft({ type: ['paper'], file: 'fl_1' });
    const latest = draft({ type: ['paper', 'digital', 'electronic'] });
    expect(merged(agreed, typed, latest)).toEqual(['type=paper']);
  });

  it('keeps what was emptied here, and what somebody else filled in first', () => {
    const agreed = draft({ tick: 'on' });
    expect(merged(agreed, draft({}), draft({ tick: 'on', note: 'n' }))).toEqual(['note=n']);
  });
});
