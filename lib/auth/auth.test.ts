import { describe, expect, it } from 'vitest';
import { deviceName } from './device-name';
import { localPath } from './local-path';
import { hashPassword, verifyPassword } from './password';
import { seal, unseal } from './secret';

describe('where to go after signing in', () => {
  it('is a path of this site, never another address', () => {
    expect(localPath('/merchant/orders?state=paid&x=1#top')).toBe(
      '/merchant/orders?state=paid&x=1#top',
    );
    const elsewhere = [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '',
      undefined,
      ['/a'],
      `/${'a'.repeat(3000)}`,
    ];
    expect(elsewhere.map(localPath)).toEqual(elsewhere.map(() => undefined));
  });
});

describe('a sealed secret', () => {
  it('opens for its purpose only, and not when altered', () => {
    const sealed = seal('totp', '机密');
    expect(unseal('totp', sealed)).toBe('机密');
    expect(() => unseal('idNumber', sealed)).toThrow();
    const altered = Buffer.from(sealed, 'base64url');
    altered[altered.length - 1] = (altered[altered.length - 1] ?? 0) ^ 1;
    expect(() => unseal('totp', altered.toString('base64url'))).toThrow();
  });
});

describe('a password', () => {
  it('is kept as argon2id with its own salt, and compared however it was composed', async () => {
    const [one, two] = [await hashPassword('pässwörd 密码'), await hashPassword('pässwörd 密码')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, 'pässwörd 密码'.normalize('NFD'))).toBe(true);
    expect(await verifyPassword(one, 'password 密码')).toBe(false);
    expect(await verifyPassword(null, 'nobody has this password')).toBe(false);
    expect(await verifyPassword('not a hash', 'x')).toBe(false);
  });
});

describe('a device', () => {
  it('is named by browser and system where they are known', () => {
    const names = [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0',
      'curl/8.0',
    ].map(deviceName);
    expect(names).toEqual([
      { browser: 'Edge', system: 'Windows' },
      { browser: 'Safari', system: 'iOS' },
      { browser: 'WeChat', system: 'Android' },
      {},
    ]);
    expect(deviceName(null)).toEqual({});
  });
});
