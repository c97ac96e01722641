import { ANNOUNCEMENT_STATES, type announcements } from '@/db/schema/announcement';
import { defineMachine } from '@/lib/engine/define';
import { announcementInputs } from './schema';

export type AnnouncementRow = typeof announcements.$inferSelect;

const BY = ['announcement.manage'] as const;

/** A public notice (公告): written, published, taken back (onboarding.md 9). What is published is not rewritten. */
export const announcement = defineMachine<AnnouncementRow, object>()({
  noun: 'announcement',
  states: ANNOUNCEMENT_STATES,
  end: ['withdrawn'],
  events: {
    write: { from: 'none', to: 'draft', by: BY, input: announcementInputs.write, notify: [] },
    save: { from: ['draft'], to: 'draft', by: BY, input: announcementInputs.save, notify: [] },
    publish: { from: ['draft'], to: 'published', by: BY, notify: ['merchant'] },
    withdraw: {
      from: ['draft', 'published'],
      to: 'withdrawn',
      by: BY,
      input: announcementInputs.withdraw,
      notify: ['merchant'],
    },
  },
  turn: { draft: 'operations', published: null, withdrawn: null },
});
