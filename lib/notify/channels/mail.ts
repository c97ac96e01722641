import { createTransport, type Transporter } from 'nodemailer';
import { env } from '@/lib/env';
import { translator } from '@/lib/i18n/translator';
import type { MessageRow, Sent } from '../send';

let transport: Transporter | undefined;

/** Mails over SMTP; without a server the message is held, and operators see it. */
export async function sendMail(message: MessageRow): Promise<Sent> {
  const { SMTP_URL, MAIL_FROM, BASE_URL } = env();
  if (!SMTP_URL) return 'held';
  transport ??= createTransport(SMTP_URL, { from: MAIL_FROM });
  const t = translator(message.locale === 'en' ? 'en' : 'zh-CN', 'site');
  const link = message.href ? `\n\n${new URL(message.href, BASE_URL).toString()}` : '';
  await transport.sendMail({
    to: message.address,
    subject: message.subject,
    text: `${message.body}${link}\n\n— ${t('name')}\n`,
    messageId: `<${message.id}@guildhall>`,
  });
  return 'sent';
}
