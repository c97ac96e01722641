import { describe, expect, it } from 'vitest';
import { enteredIn, formObject } from './form-data';

const form = (...entries: [string, string | File][]) => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

describe('a form', () => {
  it('becomes an object: dots nest, brackets collect, numbers make lists', () => {
    const given = form(
      ['contact.phone', '138'],
      ['types[]', 'a'],
      ['types[]', 'b'],
      ['rows.1.name', 'second'],
      ['rows.0.name', 'first'],
      ['__proto__.polluted', 'x'],
      ['$ACTION_KEY', 'k'],
    );
    expect(formObject(given)).toEqual({
      contact: { phone: '138' },
      types: ['a', 'b'],
      rows: [{ name: 'first' }, { name: 'second' }],
    });
  });

  it('shows again what was entered, but no secret, no file and nothing of React', () => {
    const given = form(
      ['name', '周到'],
      ['types[]', 'a'],
      ['types[]', 'b'],
      ['password', 'p'],
      ['newPassword', 'p'],
      ['current', 'p'],
      ['code', '123456'],
      ['$ACTION_KEY', 'k'],
      ['__proto__', 'x'],
      ['scan', new File(['x'], 'x.pdf')],
    );
    expect(enteredIn(given)).toEqual({ name: ['周到'], 'types[]': ['a', 'b'] });
  });
});
