'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { UploadedFile } from '@/components/ui/upload';
import type { ProductProposal } from '@/db/schema/product-application';
import { dropBackup, readBackup } from './backup';
import { type FieldName, mergePatch, type Patch, sameValue } from './merge';
import { useSaving } from './use-saving';
import type { SaveAction, WizardData } from './wizard-data';

const pick = (patch: Patch, fields: readonly FieldName[], inside: boolean): Patch =>
  Object.fromEntries(
    Object.entries(patch).filter(([field]) => fields.includes(field as FieldName) === inside),
  );

/** The form as it stands in this browser: typed, saved, and brought together with what others save meanwhile. */
export function useProposal(data: WizardData, save: SaveAction) {
  const { id, version } = data.application;
  const router = useRouter();
  const [proposal, setProposal] = useState(data.proposal);
  const [files, setFiles] = useState(() => new Map(data.files.map((file) => [file.id, file])));
  const [meanwhile, setMeanwhile] = useState<{ told: string; conflicts: Patch }>();
  /** Grows when values came from elsewhere than typing: controls that keep their own text start anew. */
  const [generation, setGeneration] = useState(0);
  const focused = useRef('');
  const renew = useCallback(() => {
    focused.current = (document.activeElement as HTMLInputElement | null)?.name ?? '';
    setGeneration((turn) => turn + 1);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when controls started anew, whoever types goes on
  useEffect(() => {
    const name = focused.current;
    if (name) document.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus();
  }, [generation]);
  const known = useRef(files);
  known.current = files;
  /** What this browser last knew as saved. */
  const base = useRef(data.proposal);
  const onSaved = useCallback((patch: Patch) => {
    base.current = { ...base.current, ...patch };
  }, []);
  const saver = useSaving({ id, version, save }, known, onSaved);
  const { saving, change, rebase, decide } = saver;

  const set = useCallback(
    (patch: Patch) => {
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

  // What was left behind in this browser: taken up again, or shown beside what was saved since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => {
    const kept = readBackup(id);
    if (!kept) return;
    noteFiles(kept.files ?? []);
    const current = kept.version === version;
    const { keep, conflicts } = mergePatch(
      current ? data.proposal : undefined,
      data.proposal,
      kept.patch,
    );
    const left = mergePatch(undefined, data.proposal, kept.undecided ?? {}).conflicts;
    const open = { ...left, ...conflicts };
    if (Object.keys({ ...keep, ...open }).length === 0) return dropBackup(id);
    rebase(version, (mine) => ({ keep: mine, conflicts: open }));
    if (Object.keys(open).length > 0) setMeanwhile({ told: '', conflicts: open });
    if (Object.keys(keep).length > 0) set(keep);
    renew();
  }, []);

  useEffect(() => {
    if (saving.kind === 'stale') router.refresh();
  }, [saving, router]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only newer data from the server counts
  useEffect(() => {
    if (version === saver.version()) {
      base.current = data.proposal;
      return;
    }
    if (saving.kind !== 'stale') return;
    const before = base.current;
    let others = false;
    const { keep, conflicts } = rebase(version, (mine) => {
      others = (Object.keys(data.proposal) as FieldName[]).some(
        (field) =>
          !sameValue({ ...before, ...mine }[field], data.proposal[field]) && !(field in mine),
      );
      return mergePatch(before, data.proposal, mine);
    });
    base.current = data.proposal;
    setProposal({ ...data.proposal, ...keep });
    noteFiles(data.files);
    renew();
    if (others || Object.keys(conflicts).length > 0) {
      setMeanwhile((list) => ({
        told: saving.text,
        conflicts: { ...list?.conflicts, ...conflicts },
      }));
    }
  }, [data]);

  const choose = (fields: FieldName[], mine: boolean) => {
    if (!meanwhile) return;
    if (mine) {
      set(pick(meanwhile.conflicts, fields, true));
      renew();
    }
    decide(fields);
    const conflicts = pick(meanwhile.conflicts, fields, false);
    setMeanwhile(Object.keys(conflicts).length > 0 ? { ...meanwhile, conflicts } : undefined);
  };

  return {
    ...saver,
    proposal: proposal as ProductProposal,
    set,
    filesOf,
    noteFiles,
    generation,
    meanwhile,
    choose,
    closeMeanwhile: () => setMeanwhile(undefined),
  };
}
