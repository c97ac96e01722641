'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Judgement } from './complaints';
import type { WizardData } from './wizard-data';

/** Complaints as sentences by field; what is merely missing is said only when the page was tried. */
export function useSentences(data: WizardData, judgement: Judgement) {
  const t = useTranslations();
  return useCallback(
    (all: boolean): Record<string, string> => {
      const found: Record<string, string> = {};
      for (const { ruleId, field, status, severity, found: words } of judgement.rules) {
        if (status !== 'failed' || severity !== 'block') continue;
        const rule = data.rules.find(({ id }) => id === ruleId);
        // Ticks and certificates are missing, not wrong: like other empty fields they wait.
        const waits = rule?.check?.kind === 'ticks' || rule?.check?.kind === 'attached';
        const empty = field === 'supportGroupIds' || (field === 'description' && words === '0');
        if ((waits || empty) && !all) continue;
        found[field] ??= t('productApplication.error.field.rule', {
          id: ruleId,
          found: words ?? '',
          textZh: rule?.textZh ?? '',
          textEn: rule?.textEn ?? '',
        });
      }
      const complaints = { ...(all ? judgement.missing : {}), ...judgement.frozen };
      for (const [field, { key, params }] of Object.entries(complaints)) {
        found[field] = t(key, params);
      }
      return found;
    },
    [data.rules, judgement, t],
  );
}
