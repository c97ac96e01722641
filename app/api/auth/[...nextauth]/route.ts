import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/config';
import { requestOrigin } from '@/lib/auth/session';

/** Audience: anybody. The handshakes of signing in and out. */
async function handle(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  return NextAuth(request, context, authOptions(await requestOrigin()));
}

export { handle as GET, handle as POST };
