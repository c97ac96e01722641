import { describe, expect, it } from 'vitest';
import { changedFields } from './changed-fields';

describe('the fields that a save of a draft changed', () => {
  it('are named at the top level, in order', () => {
    const before = {
      website: 'https://a.example',
      address: { city: '杭州市', street: '文一西路' },
    };
    const after = { website: 'https://b.example', address: { city: '杭州市', street: '文二西路' } };
    expect(changedFields(before, after)).toEqual(['address', 'website']);
    expect(changedFields(before, before)).toEqual([]);
  });

  it('are not those that only the database wrote in another order', () => {
    const before = { contact: { name: '陆远', email: 'a@b.example', mobile: '139' } };
    const after = { contact: { name: '陆远', mobile: '139', email: 'a@b.example' } };
    expect(changedFields(before, after)).toEqual([]);
  });

  it('are not those that a form sends empty, or as text what is kept as a number', () => {
    const before = { registeredCapital: 1000, serviceTime: { days: 5, hours: 8 } };
    const after = {
      registeredCapital: '1000',
      serviceTime: { days: '5', hours: '8' },
      website: '',
      platformContact: { name: '', mobile: undefined },
      types: [],
    };
    expect(changedFields(before, after)).toEqual([]);
  });

  it('include what was emptied', () => {
    expect(changedFields({ website: 'https://a.example', types: ['a'] }, { website: '' })).toEqual([
      'types',
      'website',
    ]);
  });
});
