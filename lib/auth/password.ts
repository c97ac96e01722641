import { hash, verify } from '@node-rs/argon2';

// What OWASP recommends for argon2id: 19 MiB, two passes, one thread.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OPTIONS);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one behind the hash. Without a hash the same work is done on a decoy, so that the time
 * it takes does not tell whether the account exists.
 */
export async function verifyPassword(
  stored: string | null | undefined,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const right = await verify(stored ?? (await decoy), password.normalize('NFKC')).catch(
    () => false,
  );
  return right && Boolean(stored);
}
