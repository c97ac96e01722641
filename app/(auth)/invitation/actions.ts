'use server';

import { buyerAction, publicAction } from '@/lib/action';
import { localPath } from '@/lib/auth/local-path';
import { signOutHere } from '../start-session';
import { acceptHere, acceptNewHere } from './accept-here';

export const acceptAction = buyerAction(acceptHere, { redirectTo: () => '/merchant' });
export const acceptNewAction = publicAction(acceptNewHere, { redirectTo: () => '/merchant' });
export const signOutToAction = publicAction(
  async (_actor, { next }) => {
    await signOutHere();
    return { href: localPath(next) ?? '/sign-in' };
  },
  { redirectTo: ({ href }) => href },
);
