import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';

interface Props {
  productId: string;
  signedIn: boolean;
  action: FormAction;
  title: string;
  answered: {
    id: string;
    by: string;
    at: string;
    text: string;
    answer: string;
    answeredAt: string;
  }[];
  /** Most characters of a question. */
  maxLength: number;
  /** The reader's own that wait. */
  waiting: { id: string; text: string }[];
}

/** Questions and answers under a product, and the form to ask. */
export function QuestionSection({
  productId,
  signedIn,
  action,
  title,
  maxLength,
  answered,
  waiting,
}: Props) {
  const t = useTranslations('question');
  return (
    <Section title={title} id="questions">
      {answered.length === 0 && <p className="text-muted">{t('store.none')}</p>}
      <ul className="flex flex-col gap-4">
        {answered.map((item) => (
          <li key={item.id}>
            <p className="font-medium">{item.text}</p>
            <p className="num text-[13px] text-muted">
              {item.by} · {item.at}
            </p>
            <p className="mt-1 border-s-2 border-accent ps-3 whitespace-pre-line">{item.answer}</p>
          </li>
        ))}
        {waiting.map((item) => (
          <li key={item.id}>
            <p className="font-medium">{item.text}</p>
            <p className="text-[13px] text-muted">{t('store.waiting')}</p>
          </li>
        ))}
      </ul>
      <div className="mt-5 border-t border-separator pt-4">
        {signedIn ? (
          <ActionForm
            action={action}
            hidden={{ productId }}
            success={t('store.sent')}
            resetOnSuccess
            draftKey={`question-${productId}`}
          >
            <Field name="text" label={t('store.ask')} required>
              <Textarea rows={3} max={maxLength} placeholder={t('store.placeholder')} />
            </Field>
            <div>
              <SubmitButton>{t('store.send')}</SubmitButton>
            </div>
          </ActionForm>
        ) : (
          <ButtonLink href={`/sign-in?next=${encodeURIComponent(`/products/${productId}`)}`}>
            {t('store.signIn')}
          </ButtonLink>
        )}
      </div>
    </Section>
  );
}
