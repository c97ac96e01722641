import { describe, expect, it } from 'vitest';
import { complaintAbout, covers } from './form-context';

describe('the complaint about a field', () => {
  it('is the one of its path, with or without brackets', () => {
    expect(complaintAbout({ 'contact.phone': 'x' }, 'contact.phone')).toBe('x');
    expect(complaintAbout({ files: 'x' }, 'files[]')).toBe('x');
  });

  it('is the first one about an item, for lists only', () => {
    expect(complaintAbout({ 'files.2': 'x' }, 'files[]')).toBe('x');
    expect(complaintAbout({ 'contact.phone': 'x' }, 'contact')).toBeUndefined();
  });

  it('is that of the object it belongs to when the whole is missing, never that of a list', () => {
    expect(complaintAbout({ files: 'x' }, 'files.licence')).toBe('x');
    expect(covers('files.licence', 'files')).toBe(true);
    expect(complaintAbout({ items: 'x' }, 'items.0.name')).toBeUndefined();
    expect(covers('items.0.name', 'items')).toBe(false);
  });
});
