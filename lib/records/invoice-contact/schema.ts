import { z } from 'zod';
import { emailAddress, mobileNumber, plainText, serviceNumber } from '@/lib/contact';

const line = (max: number) => z.string().transform(plainText).pipe(z.string().min(1).max(max));

/** A postal address or a mailbox as its form sends it (money.md 2.3). */
export const contactForm = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('post'),
    name: line(60),
    phone: z.union([mobileNumber, serviceNumber], 'contact.error.phone'),
    address: line(200).pipe(z.string().min(8, 'invoiceContact.error.form.address')),
  }),
  z.object({ kind: z.literal('mail'), name: line(60), email: emailAddress }),
]);
