import { z } from 'zod';

/** A six-digit code or a recovery code. */
export const codeInput = z.object({ code: z.string().trim().min(1).max(40) });

export const disableInput = codeInput.extend({ password: z.string().max(200).optional() });
