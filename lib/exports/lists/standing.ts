import type { Portal } from '@/lib/auth/viewer';
import type { AnnouncementRow } from '@/lib/workflows/announcement/machine';
import {
  type AnnouncementFilters,
  announcementFilters,
  listAnnouncements,
} from '@/lib/workflows/announcement/queries';
import type { MerchantExitRow } from '@/lib/workflows/merchant-exit/machine';
import {
  listExits,
  type MerchantExitFilters,
  merchantExitFilters,
} from '@/lib/workflows/merchant-exit/queries';
import {
  listStandings,
  type StandingFilters,
  type StandingListRow,
  standingFilters,
} from '@/lib/workflows/standing/queries';
import type { ViolationRow } from '@/lib/workflows/violation/machine';
import {
  listViolations,
  type ViolationFilters,
  violationFilters,
} from '@/lib/workflows/violation/queries';
import { columnsOf, defineExport } from '../define';

const standing = columnsOf<StandingListRow>('standing');

/** Merchants by standing and points, for staff. */
export const standingExport = defineExport<StandingListRow, StandingFilters>({
  portal: 'ops',
  permission: 'standing.read',
  title: 'standing.list.title',
  filters: standingFilters,
  columns: [
    standing('text', 'merchant', (row) => row.name, 30),
    standing('word', 'state', (row) => `standing.state.${row.state}`),
    standing('dateTime', 'since', (row) => row.since),
    standing('dateTime', 'untilAt', (row) => row.until),
    standing('number', 'points', (row) => row.points),
    standing('text', 'reason', (row) => row.reason, 40),
    standing('text', 'merchantId', (row) => row.id, 34),
  ],
  batch: async (actor, filters, after, size) =>
    (await listStandings(actor, filters, after, size)).rows,
  cursor: (row) => row.id,
});

const violation = columnsOf<ViolationRow>('violation');

/** Violations of one merchant, or of everybody for staff. */
export const violationExport = (portal: Portal) =>
  defineExport<ViolationRow, ViolationFilters>({
    portal,
    permission: 'violation.read',
    title: 'violation.list.title',
    filters: violationFilters,
    columns: [
      violation('dateTime', 'recordedAt', (row) => row.recordedAt),
      ...(portal === 'ops' ? [violation('text', 'merchant', (row) => row.merchantName, 30)] : []),
      violation('local', 'behaviour', (row) => row.behaviourText, 40),
      violation('number', 'points', (row) => row.points),
      violation('text', 'product', (row) => row.productName, 30),
      violation('word', 'productAction', (row) => `violation.productAction.${row.productAction}`),
      violation(
        'word',
        'merchantAction',
        (row) => `violation.merchantAction.${row.merchantAction}`,
      ),
      violation('dateTime', 'untilAt', (row) => row.until),
      violation('local', 'deposit', (row) => row.deposit, 24),
      violation('word', 'state', (row) => `violation.state.${row.state}`),
      violation('text', 'reason', (row) => row.reason, 40),
      violation('text', 'answer', (row) => row.answer, 40),
      violation('text', 'reply', (row) => row.reply, 40),
      violation('text', 'id', (row) => row.id, 34),
    ],
    batch: async (actor, filters, after, size) =>
      (await listViolations(actor, filters, after, size)).rows,
    cursor: (row) => row.id,
  });

const announcement = columnsOf<AnnouncementRow>('announcement');

/** Public notices in every state, for staff. */
export const announcementExport = defineExport<AnnouncementRow, AnnouncementFilters>({
  portal: 'ops',
  permission: 'announcement.read',
  title: 'announcement.list.title',
  filters: announcementFilters,
  columns: [
    announcement('local', 'title', (row) => row.title, 40),
    announcement('text', 'merchant', (row) => row.merchantName, 30),
    announcement('local', 'behaviour', (row) => row.behaviour, 40),
    announcement('local', 'result', (row) => row.result, 40),
    announcement('text', 'decidedOn', (row) => row.decidedOn),
    announcement('word', 'state', (row) => `announcement.state.${row.state}`),
    announcement('dateTime', 'publishedAt', (row) => row.publishedAt),
    announcement('text', 'withdrawReason', (row) => row.withdrawReason, 40),
  ],
  batch: async (actor, filters, after, size) =>
    (await listAnnouncements(actor, filters, after, size)).rows,
  cursor: (row) => row.id,
});

const exit = columnsOf<MerchantExitRow>('merchantExit');

/** Requests to leave, for staff. */
export const exitExport = defineExport<MerchantExitRow, MerchantExitFilters>({
  portal: 'ops',
  permission: 'merchantExit.read',
  title: 'merchantExit.ops.title',
  filters: merchantExitFilters,
  columns: [
    exit('dateTime', 'submittedAt', (row) => row.submittedAt),
    exit('text', 'merchant', (row) => row.merchantName, 30),
    exit('word', 'state', (row) => `merchantExit.state.${row.state}`),
    exit('text', 'reason', (row) => row.reason, 40),
    exit('text', 'opinion', (row) => row.opinion, 40),
    exit('dateTime', 'decidedAt', (row) => row.decidedAt),
    exit('text', 'id', (row) => row.id, 34),
  ],
  batch: async (actor, filters, after, size) => (await listExits(actor, filters, after, size)).rows,
  cursor: (row) => row.id,
});
