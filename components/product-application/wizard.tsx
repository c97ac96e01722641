'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  type MouseEvent,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { FormContext, pathOf } from '@/components/ui/form-context';
import { focusFirstWrong } from '@/components/ui/form-notice';
import { Steps } from '@/components/ui/steps';
import type { UploadedFile } from '@/components/ui/upload';
import type { ProductProposal } from '@/db/schema/product-application';
import { STEPS, type Step, stepOf } from '@/lib/workflows/product-application/form/limits';
import { type Backup, dropBackup, readBackup } from './backup';
import { ChecksPanel } from './checks-panel';
import { judge, wrongPerStep } from './complaints';
import { SavingNote } from './saving-note';
import { StepAccess } from './step-access';
import { StepBasic } from './step-basic';
import { StepBusiness } from './step-business';
import { StepQualification } from './step-qualification';
import { SubmitBox } from './submit-box';
import { useSaving } from './use-saving';
import { useSentences } from './use-sentences';
import { WizardContext } from './wizard-context';
import type { SaveAction, SubmitAction, WizardData } from './wizard-data';

/** The publishing wizard: pages at the left, form in the middle, checks at the right, saved as people go. */
export function Wizard({
  data,
  save,
  submit,
  preview,
}: {
  data: WizardData;
  save: SaveAction;
  submit: SubmitAction;
  /** The product page built from what is saved; shown on the last page. */
  preview: ReactNode;
}) {
  const t = useTranslations('productApplication.wizard');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { id, version } = data.application;
  const { saving, change, flush, version: currentVersion } = useSaving(id, version, save);
  const [proposal, setProposal] = useState(data.proposal);
  const [files, setFiles] = useState(() => new Map(data.files.map((file) => [file.id, file])));
  const [tried, setTried] = useState<readonly Step[]>([]);
  const [backup, setBackup] = useState<Backup>();
  const [moving, startMoving] = useTransition();
  const { step } = data;

  const set = useCallback(
    (patch: Partial<ProductProposal>) => {
      setProposal((before) => ({ ...before, ...patch }));
      change(patch);
    },
    [change],
  );
  const noteFiles = useCallback((list: readonly UploadedFile[]) => {
    setFiles((before) => new Map([...before, ...list.map((one) => [one.id, one] as const)]));
  }, []);
  const filesOf = useCallback(
    (ids: readonly string[]) => ids.flatMap((one) => files.get(one) ?? []),
    [files],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => {
    const kept = readBackup(id);
    if (kept && kept.version === version) set(kept.patch);
    else if (kept) setBackup(kept);
  }, []);

  const judged = useDeferredValue(proposal);
  const judgement = useMemo(() => judge(data, judged), [data, judged]);
  const wrong = wrongPerStep(judgement);
  const sentences = useSentences(data, judgement);
  const errors = useMemo(
    () => ({ ...sentences(tried.includes(step)), ...saving.fields }),
    [sentences, tried, step, saving.fields],
  );

  const go = useCallback(
    async (to: Step) => {
      if (!(await flush()) && to === 'preview') return;
      startMoving(() => router.push(`${data.base}?step=${to}`));
    },
    [flush, router, data.base],
  );
  const next = () => {
    setTried((list) => [...list, step]);
    if (wrong[step] > 0) {
      const all = sentences(true);
      const here = Object.fromEntries(
        Object.entries(all).filter(([path]) => stepOf(path) === step),
      );
      // The complaints must be on the page before the first of them can be found.
      requestAnimationFrame(() => form.current && focusFirstWrong(form.current, here));
      return;
    }
    const at = STEPS.indexOf(step);
    void go(STEPS[at + 1] ?? 'preview');
  };
  const onRail = (event: MouseEvent<HTMLDivElement>) => {
    const href = (event.target as HTMLElement).closest('a')?.getAttribute('href');
    const to = STEPS.find((one) => href?.endsWith(`step=${one}`));
    if (!to || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    void go(to);
  };
  const index = STEPS.indexOf(step);
  const page = {
    access: <StepAccess />,
    basic: <StepBasic />,
    qualification: <StepQualification />,
    business: <StepBusiness />,
    preview: (
      <>
        <SubmitBox
          data={data}
          judgement={judgement}
          submit={submit}
          flush={flush}
          version={currentVersion}
          onStep={go}
        />
        {preview}
      </>
    ),
  }[step];
  const state = useMemo(
    () => ({ data, proposal, set, filesOf, noteFiles }),
    [data, proposal, set, filesOf, noteFiles],
  );
  return (
    <WizardContext.Provider value={state}>
      <FormContext.Provider value={{ pending: false, errors, forget: () => {} }}>
        <div className={step === 'preview' ? 'wizard' : 'wizard wizard--aside'}>
          <div className="wizard__steps" onClickCapture={onRail}>
            <Steps
              label={t('steps')}
              current={step}
              items={STEPS.map((one, i) => ({
                key: one,
                label: t(`step.${one}`),
                href: `${data.base}?step=${one}`,
                state: railState(one, i < index || tried.includes(one), wrong),
                ...(wrong[one] > 0 && one !== 'preview'
                  ? { hint: t('open', { count: wrong[one] }) }
                  : {}),
              }))}
            />
          </div>
          <form
            ref={form}
            className="wizard__form"
            noValidate
            aria-busy={moving || undefined}
            onSubmit={(event) => event.preventDefault()}
          >
            <SavingNote saving={saving} onRetry={() => void flush()} />
            {backup && (
              <Alert
                tone="warning"
                title={t('backupTitle')}
                actions={
                  <>
                    <Button
                      size="sm"
                      onClick={() => {
                        set(backup.patch);
                        setBackup(undefined);
                      }}
                    >
                      {t('backupTake')}
                    </Button>
                    <Button
                      size="sm"
                      look="ghost"
                      onClick={() => {
                        dropBackup(id);
                        setBackup(undefined);
                      }}
                    >
                      {t('backupDrop')}
                    </Button>
                  </>
                }
              >
                {t('backupText')}
              </Alert>
            )}
            <Rejection data={data} step={step} />
            {page}
            <div className="form__foot">
              {index > 0 && (
                <Button onClick={() => void go(STEPS[index - 1] ?? 'access')}>{t('back')}</Button>
              )}
              {step !== 'preview' && (
                <Button look="primary" onClick={next} disabled={moving}>
                  {t(STEPS[index + 1] === 'preview' ? 'toPreview' : 'next')}
                </Button>
              )}
              <Button look="ghost" onClick={() => void flush()}>
                {t('save')}
              </Button>
            </div>
          </form>
          {step !== 'preview' && (
            <aside className="wizard__aside">
              <ChecksPanel data={data} judgement={judgement} step={step} />
            </aside>
          )}
        </div>
      </FormContext.Provider>
    </WizardContext.Provider>
  );
}

function railState(step: Step, visited: boolean, wrong: Record<Step, number>) {
  if (step === 'preview') return 'todo' as const;
  if (wrong[step] === 0) return 'done' as const;
  return visited ? ('wrong' as const) : ('todo' as const);
}

/** What the reviewer asked for, on the page where it is changed. */
function Rejection({ data, step }: { data: WizardData; step: Step }) {
  const t = useTranslations('productApplication');
  const { reasons, opinion, state } = data.application;
  const here = reasons.filter(({ field }) => stepOf(field) === step || step === 'preview');
  if (state !== 'rejected' || (here.length === 0 && !(opinion && step === 'access'))) return null;
  const nameOf = (field: string) => {
    const key = `field.${pathOf(field).split('.')[0]}`;
    return t.has(key) ? t(key) : field;
  };
  return (
    <Alert tone="warning" title={t('wizard.rejected')}>
      {opinion && <p>{opinion}</p>}
      <ul className="mt-1 grid gap-1">
        {here.map(({ rule, field, text }) => (
          <li key={`${rule} ${field} ${text}`}>
            <strong>{nameOf(field)}</strong> <code className="text-[12px]">{rule}</code> {text}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
