import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';
import { isSecure } from '@/lib/auth/cookie';
import { currentIdentity, MERCHANT_COOKIE } from '@/lib/auth/session';
import { env } from '@/lib/env';

const YEAR = 365 * 86_400;

/** Audience: a signed-in member of the merchant. Puts that merchant's hat on and goes to its seller centre. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ merchantId: string }> },
): Promise<Response> {
  const { merchantId } = await params;
  const identity = await currentIdentity();
  const mine = identity?.memberships.some((member) => member.merchantId === merchantId);
  if (!mine)
    return NextResponse.redirect(new URL(identity ? '/' : '/sign-in', env().BASE_URL), 303);
  (await cookies()).set(MERCHANT_COOKIE, merchantId, {
    path: '/',
    maxAge: YEAR,
    sameSite: 'lax',
    httpOnly: true,
    secure: isSecure(),
  });
  return NextResponse.redirect(new URL('/merchant', env().BASE_URL), 303);
}
