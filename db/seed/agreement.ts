import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AGREEMENT_KINDS, type AgreementKind, type BothLanguages } from '@/db/schema/agreement';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { addAgreementVersion } from '@/lib/records/agreement/commands';
import { currentAgreement } from '@/lib/records/agreement/queries';

const FILES: Record<AgreementKind, string> = {
  cooperation: 'cooperation',
  registration: 'registration',
  productService: 'product-service',
};

/**
 * Puts the standard agreements in force where there is none of a kind yet, so that people can sign up and apply on a
 * new installation. Operators replace them with their own versions.
 */
export async function seedAgreements(): Promise<void> {
  const actor = system('standard agreements');
  for (const kind of AGREEMENT_KINDS) {
    const there = await withActor(actor, ({ tx, now }) => currentAgreement(tx, kind, now));
    if (there) continue;
    const zh = readText(FILES[kind], 'zh-CN');
    const en = readText(FILES[kind], 'en');
    await addAgreementVersion(actor, {
      kind,
      title: { 'zh-CN': zh.title, en: en.title },
      body: { 'zh-CN': zh.body, en: en.body },
      summary: { 'zh-CN': '首个版本', en: 'First version' },
    });
  }
}

function readText(name: string, locale: keyof BothLanguages): { title: string; body: string } {
  const text = readFileSync(
    join(import.meta.dirname, 'agreements', `${name}.${locale}.md`),
    'utf8',
  );
  const [first = '', ...rest] = text.trim().split('\n');
  return { title: first.replace(/^# /, ''), body: rest.join('\n').trim() };
}
