import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { moment, stateCheck } from '../columns';
import { publicRead, tenantPolicies } from '../tenancy';
import { accounts } from './account';
import { merchants } from './merchant';

/** `expired`: nobody used it in time; its bytes are being removed and it cannot be used any more. */
export const FILE_STATES = ['uploaded', 'attached', 'expired'] as const;
export const SCAN_STATES = ['clean', 'notScanned'] as const;

/** A picture made from the original for showing. */
export interface FileVariant {
  key: string;
  size: number;
  width: number;
  height: number;
}

export interface FileVariants {
  display?: FileVariant;
  thumb?: FileVariant;
}

/** A file inside an archive, as reviewers see it listed. Sizes in bytes. */
export interface FileEntry {
  name: string;
  size: number;
}

/** One uploaded file. Its bytes are stored under the hash of their content; the row never changes them. */
export const files = pgTable(
  'file',
  {
    id: text('id').primaryKey(),
    state: text('state', { enum: FILE_STATES }).notNull(),
    sha256: text('sha256').notNull(),
    /** Bytes. */
    size: bigint('size', { mode: 'number' }).notNull(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    mediaType: text('media_type').notNull(),
    purpose: text('purpose').notNull(),
    uploadedBy: text('uploaded_by')
      .notNull()
      .references(() => accounts.id),
    /**
     * The owner: the uploader itself, or the merchant that it acted for. Of the two exactly one, so that a member who
     * leaves a merchant takes no file along.
     */
    accountId: text('account_id').references(() => accounts.id),
    merchantId: text('merchant_id').references(() => merchants.id),
    scan: text('scan', { enum: SCAN_STATES }).notNull(),
    width: integer('width'),
    height: integer('height'),
    variants: jsonb('variants').$type<FileVariants>().notNull().default({}),
    /** The first entries of an archive. */
    entries: jsonb('entries').$type<FileEntry[]>(),
    entryCount: integer('entry_count'),
    /** What uses the file (`product:pd_…`); a file without users is removed after a while. */
    users: text('users').array().notNull().default([]),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    stateCheck('file', t.state, FILE_STATES),
    check('file_one_owner', sql`num_nonnulls(account_id, merchant_id) = 1`),
    unique('file_account_key').on(t.id, t.accountId),
    unique('file_merchant_key').on(t.id, t.merchantId),
    index('file_sha256').on(t.sha256),
    index('file_account_day').on(t.accountId, t.createdAt),
    index('file_merchant_day').on(t.merchantId, t.createdAt),
    index('file_unattached').on(t.updatedAt).where(sql`state <> 'attached'`),
    ...tenantPolicies({ merchant: t.merchantId, account: t.accountId }),
    publicRead(sql`exists (select 1 from file_grant g where g.file_id = file.id and (g.everyone
      or g.merchant_id = (select current_setting('app.merchant_id', true))
      or g.buyer_id = (select current_setting('app.account_id', true))))`),
  ],
);

/**
 * Somebody besides the uploader who may read a file: a merchant, a buyer, or everyone. The owner's columns repeat the
 * file's own, held to them by the keys, so that only the owner (or the house) can grant.
 */
export const fileGrants = pgTable(
  'file_grant',
  {
    id: text('id').primaryKey(),
    fileId: text('file_id')
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
    ownerAccountId: text('owner_account_id'),
    ownerMerchantId: text('owner_merchant_id'),
    merchantId: text('merchant_id').references(() => merchants.id),
    buyerId: text('buyer_id').references(() => accounts.id),
    everyone: boolean('everyone').notNull().default(false),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'file_grant_owner_account',
      columns: [t.fileId, t.ownerAccountId],
      foreignColumns: [files.id, files.accountId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'file_grant_owner_merchant',
      columns: [t.fileId, t.ownerMerchantId],
      foreignColumns: [files.id, files.merchantId],
    }).onDelete('cascade'),
    unique('file_grant_once').on(t.fileId, t.merchantId, t.buyerId, t.everyone).nullsNotDistinct(),
    check('file_grant_one_reader', sql`num_nonnulls(merchant_id, buyer_id) + everyone::int = 1`),
    ...tenantPolicies({ merchant: t.ownerMerchantId, account: t.ownerAccountId }),
    publicRead(sql`everyone
      or merchant_id = (select current_setting('app.merchant_id', true))
      or buyer_id = (select current_setting('app.account_id', true))`),
  ],
);
