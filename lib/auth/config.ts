import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { env } from '@/lib/env';
import { DomainError } from '@/lib/errors';
import { endSession } from '@/lib/records/session/revoke';
import { signInWithPassword, signInWithProvider } from '@/lib/records/session/sign-in';
import { type Origin, VISITOR } from './actor';
import { isSecure, sessionCookieName } from './cookie';

/** Id of the OpenID Connect provider in addresses: `/api/auth/callback/oidc`. */
export const OIDC_ID = 'oidc';

/**
 * next-auth's part of signing in: the handshakes. The cookie it sets carries the id of our session row and nothing
 * else; who that is, and whether it still holds, is read from the row on every request.
 */
export function authOptions(origin: Origin): AuthOptions {
  const { AUTH_SECRET, BASE_URL } = env();
  process.env.NEXTAUTH_URL ??= BASE_URL;
  const visitor = { ...VISITOR, origin };
  const provider = oidcProvider();
  return {
    secret: AUTH_SECRET,
    useSecureCookies: isSecure(),
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    session: { strategy: 'jwt', maxAge: 14 * 86_400 },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
      },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: async (credentials) => {
          try {
            const { sessionId } = await signInWithPassword(visitor, credentials);
            return { id: sessionId };
          } catch (error) {
            if (error instanceof DomainError) return null;
            throw error;
          }
        },
      }),
      ...(provider ? [provider] : []),
    ],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== OIDC_ID) return true;
        const claims = profile as Record<string, unknown> | undefined;
        try {
          const { sessionId } = await signInWithProvider(visitor, {
            issuer: env().OIDC_ISSUER ?? '',
            subject: account.providerAccountId,
            email: user.email ?? null,
            emailVerified: claims?.email_verified === true,
            name: user.name ?? null,
          });
          user.id = sessionId;
          return true;
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          return `/sign-in?refused=${error.detail.key?.split('.').at(-1) ?? error.code}`;
        }
      },
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await endSession(token.sid);
      },
    },
  };
}

/** The provider named by the environment (OIDC_*), or nothing. */
function oidcProvider(): OAuthConfig<Record<string, string>> | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) return undefined;
  return {
    id: OIDC_ID,
    name: OIDC_NAME,
    type: 'oauth',
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    ...(OIDC_CLIENT_SECRET ? { clientSecret: OIDC_CLIENT_SECRET } : {}),
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: (claims) => ({
      id: claims.sub as string,
      email: claims.email ?? null,
      name: claims.name ?? claims.preferred_username ?? null,
    }),
  };
}
