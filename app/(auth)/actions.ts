'use server';

import { publicAction } from '@/lib/action';
import { forgotPassword, resetPassword } from '@/lib/records/account/reset-password';
import { signUp } from '@/lib/records/account/sign-up';
import { resendVerification, verifyEmail } from '@/lib/records/account/verify-email';
import { giveCodeHere, signInHere, signOutHere } from './start-session';

const mailed = (kind: string) => (value: { email: string }) =>
  `/check-mail?kind=${kind}&email=${encodeURIComponent(value.email)}`;

export const signInAction = publicAction(signInHere, { redirectTo: ({ href }) => href });
export const giveCodeAction = publicAction(giveCodeHere, { redirectTo: ({ href }) => href });
export const signUpAction = publicAction(signUp, { redirectTo: mailed('verify') });
export const resendAction = publicAction(resendVerification, { redirectTo: mailed('verify') });
export const verifyAction = publicAction(verifyEmail, {
  redirectTo: () => '/sign-in?done=verified',
});
export const forgotAction = publicAction(forgotPassword, { redirectTo: mailed('reset') });
export const resetAction = publicAction(resetPassword, { redirectTo: () => '/sign-in?done=reset' });

const leave = publicAction(signOutHere, { redirectTo: () => '/sign-in' });

export async function signOutAction(): Promise<void> {
  await leave({});
}
