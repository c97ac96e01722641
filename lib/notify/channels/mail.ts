import { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import { system } from '@/lib/auth/actor';
import { env } from '@/lib/env';
import { type Download, findDownload } from '@/lib/files/queries';
import { translator } from '@/lib/i18n/translator';
import { type HandOver, type MessageRow, Refusal, type Sent } from '../channel';

let transport: Transporter | undefined;

/**
 * Mails over SMTP; without a server the message is held, and operators see it. The hand-over is recorded after the
 * whole text has gone out and before the line that ends it: a server keeps nothing of a text without its end, so that a
 * try which ends before the record may be repeated, and one which ends after it may not.
 */
export async function sendMail(message: MessageRow, handOver: HandOver): Promise<Sent> {
  const { SMTP_URL, MAIL_FROM, BASE_URL } = env();
  if (!SMTP_URL) return 'held';
  transport ??= connect(SMTP_URL, MAIL_FROM);
  const t = translator(message.locale === 'en' ? 'en' : 'zh-CN', 'site');
  const link = message.href ? `\n\n${new URL(message.href, BASE_URL).toString()}` : '';
  const mail = {
    to: message.address,
    subject: message.subject,
    text: `${message.body}${link}\n\n— ${t('name')}\n`,
    messageId: `<${message.id}@guildhall>`,
    attachments: await attachmentsOf(message),
    handOver,
  };
  try {
    await transport.sendMail(mail);
  } catch (error) {
    const { message: reason, responseCode } = error as Error & { responseCode?: number };
    throw responseCode && responseCode >= 400 ? new Refusal(reason) : error;
  }
  return 'sent';
}

function connect(url: string, from: string | undefined): Transporter {
  const made = createTransport(url, from ? { from } : {});
  made.use('stream', (mail, done) => {
    const { handOver } = mail.data as { handOver?: HandOver };
    if (handOver) mail.message.processFunc((text: Readable) => gated(text, handOver));
    done();
  });
  return made;
}

/**
 * The same text, whose end comes after `handOver`; when that fails there is none, and the connection is closed. Nothing
 * is read ahead: a server that refuses before it takes the text leaves no hand-over behind.
 */
function gated(text: Readable, handOver: HandOver): Readable {
  async function* pieces() {
    yield* text;
    await handOver();
  }
  return Readable.from(pieces());
}

/** The files of a message, streamed from the store; one that is gone meanwhile is left out. */
async function attachmentsOf({ fileIds }: MessageRow) {
  const reader = system('mail attachments');
  const found = await Promise.all(fileIds.map((id) => findDownload([reader], id)));
  return Promise.all(
    found
      .filter((file): file is Download => file !== undefined)
      .map(async (file) => ({
        filename: file.name,
        contentType: file.type,
        content: await file.open(),
      })),
  );
}
