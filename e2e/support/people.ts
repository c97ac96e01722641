import { closeDatabase } from '@/db/client';
import { hashPassword } from '@/lib/auth/password';
import { createAccount } from '@/lib/testing/actors';

/** The password of people that journeys make. */
export const PASSWORD = 'journey password';

let serial = 0;

/** An address that nobody has yet. */
export function newEmail(name: string): string {
  serial += 1;
  return `${name}-${Date.now().toString(36)}${serial}@journey.example`;
}

/** A mainland mobile number that nobody has yet. */
export const newPhone = () => `15${String(Date.now() + serial++).slice(-9)}`;

/** Somebody with a confirmed e-mail and a password, written directly; `handle` begins the e-mail. */
export async function newPerson(
  handle: string,
  name = handle,
): Promise<{ id: string; email: string }> {
  const email = newEmail(handle);
  const passwordHash = await hashPassword(PASSWORD);
  const id = await createAccount({ email, name, phone: newPhone(), passwordHash });
  await closeDatabase();
  return { id, email };
}
