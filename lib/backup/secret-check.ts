import { seal, unseal } from '@/lib/auth/secret';

const PURPOSE = 'backup';

/** Something that only the same AUTH_SECRET opens again. */
export const secretCheck = (): string => seal(PURPOSE, PURPOSE);

/** Whether this installation has the AUTH_SECRET under which the backup was made: second factors are sealed with it. */
export function sameSecret(check: string): boolean {
  try {
    return unseal(PURPOSE, check) === PURPOSE;
  } catch {
    return false;
  }
}
