'use server';

import { onRow, operatorAction } from '@/lib/action';
import {
  publishAnnouncement,
  saveAnnouncement,
  withdrawAnnouncement,
  writeAnnouncement,
} from '@/lib/workflows/announcement/commands';

export const write = operatorAction(writeAnnouncement, {
  redirectTo: ({ id }) => `/ops/announcements/${id}`,
});
export const save = operatorAction(onRow(saveAnnouncement));
export const publish = operatorAction(onRow(publishAnnouncement));
export const withdraw = operatorAction(onRow(withdrawAnnouncement));
