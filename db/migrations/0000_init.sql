CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"password_hash" text,
	"locale" text DEFAULT 'zh-CN' NOT NULL,
	"email_verified_at" timestamp (3) with time zone,
	"totp_secret" text,
	"totp_confirmed_at" timestamp (3) with time zone,
	"is_sub_account" boolean DEFAULT false NOT NULL,
	"is_partner_admin" boolean DEFAULT false NOT NULL,
	"programmes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"real_name_kind" text,
	"real_name" text,
	"credit_code" text,
	"real_name_at" timestamp (3) with time zone,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "operator" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"roles" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "operator_account_id_unique" UNIQUE("account_id")
);
--> statement-breakpoint
ALTER TABLE "operator" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"ip" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"second_factor_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_signature" (
	"id" text PRIMARY KEY NOT NULL,
	"agreement_id" text,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"title" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"file_id" text,
	"party" text NOT NULL,
	"account_id" text NOT NULL,
	"merchant_id" text,
	"subject_noun" text NOT NULL,
	"subject_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"ip" text,
	"user_agent" text
);
--> statement-breakpoint
ALTER TABLE "agreement_signature" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"effective_from" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agreement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deadline" (
	"id" text PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"subject_id" text NOT NULL,
	"event" text NOT NULL,
	"rule" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"merchant_id" text,
	"buyer_id" text,
	"account_id" text
);
--> statement-breakpoint
ALTER TABLE "deadline" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"stream" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" jsonb NOT NULL,
	"noun" text NOT NULL,
	"subject_id" text NOT NULL,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text,
	"data" jsonb NOT NULL,
	"files" jsonb NOT NULL,
	"merchant_id" text,
	"buyer_id" text,
	"account_id" text,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "installation_fact" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeat" (
	"id" text PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_account" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"currency" text NOT NULL,
	"guarded" boolean NOT NULL,
	"balance" bigint NOT NULL,
	"merchant_id" text,
	"buyer_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ledger_account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"memo" text NOT NULL,
	"noun" text NOT NULL,
	"subject_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"merchant_id" text,
	"buyer_id" text,
	CONSTRAINT "ledger_entry_key_unique" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "ledger_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger_posting" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"account_ref" text NOT NULL,
	"amount" bigint NOT NULL,
	"merchant_id" text,
	"buyer_id" text
);
--> statement-breakpoint
ALTER TABLE "ledger_posting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_group_member" (
	"group_id" text NOT NULL,
	"member_id" text NOT NULL,
	"merchant_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "member_group_member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_group" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"name" text NOT NULL,
	"permissions" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "member_group" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"account_id" text NOT NULL,
	"owner" boolean DEFAULT false NOT NULL,
	"products" jsonb,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "merchant_card" (
	"merchant_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"logo_file_id" text NOT NULL,
	"introduction" text NOT NULL,
	"website" text,
	"service_phone" text NOT NULL,
	"service_email" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "merchant_card" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "merchant" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_account_id" text NOT NULL,
	"name" text NOT NULL,
	"credit_code" text NOT NULL,
	"profile" jsonb NOT NULL,
	"invoice_types" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"access_key" text NOT NULL,
	"certified_at" timestamp (3) with time zone,
	"tickets_enabled" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "merchant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message" (
	"id" text PRIMARY KEY NOT NULL,
	"outbox_id" text,
	"account_id" text,
	"merchant_id" text,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"locale" text NOT NULL,
	"type" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"href" text,
	"state" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"subject_id" text NOT NULL,
	"event" text NOT NULL,
	"audience" text NOT NULL,
	"evidence_id" text NOT NULL,
	"params" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expanded_at" timestamp (3) with time zone,
	"merchant_id" text,
	"buyer_id" text,
	"account_id" text
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "review_item" (
	"id" text PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"subject_id" text NOT NULL,
	"title" text NOT NULL,
	"permission" text NOT NULL,
	"status" text NOT NULL,
	"round" integer NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"claimed_by" text,
	"claimed_until" timestamp (3) with time zone,
	"decision" jsonb,
	"applies_at" timestamp (3) with time zone,
	"merchant_id" text,
	"account_id" text
);
--> statement-breakpoint
ALTER TABLE "review_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_day" (
	"day" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clock_offset" (
	"id" integer PRIMARY KEY NOT NULL,
	"seconds" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting_value" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"effective_from" timestamp (3) with time zone NOT NULL,
	"note" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "operator" ADD CONSTRAINT "operator_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_signature" ADD CONSTRAINT "agreement_signature_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_posting" ADD CONSTRAINT "ledger_posting_entry_id_ledger_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."ledger_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_posting" ADD CONSTRAINT "ledger_posting_account_ref_ledger_account_id_fk" FOREIGN KEY ("account_ref") REFERENCES "public"."ledger_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_group_member" ADD CONSTRAINT "member_group_member_group_id_member_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."member_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_group_member" ADD CONSTRAINT "member_group_member_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_group_member" ADD CONSTRAINT "member_group_member_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_group" ADD CONSTRAINT "member_group_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchant_card" ADD CONSTRAINT "merchant_card_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchant" ADD CONSTRAINT "merchant_owner_account_id_account_id_fk" FOREIGN KEY ("owner_account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_email" ON "account" USING btree ("email");--> statement-breakpoint
CREATE INDEX "account_phone" ON "account" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_signature_merchant" ON "agreement_signature" USING btree ("agreement_id","merchant_id") WHERE party = 'merchant';--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_signature_account" ON "agreement_signature" USING btree ("agreement_id","account_id") WHERE party = 'buyer';--> statement-breakpoint
CREATE INDEX "agreement_signature_by_merchant" ON "agreement_signature" USING btree ("merchant_id","party","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "agreement_signature_by_account" ON "agreement_signature" USING btree ("account_id","party","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "agreement_signature_subject" ON "agreement_signature" USING btree ("subject_noun","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_version" ON "agreement" USING btree ("kind","version");--> statement-breakpoint
CREATE INDEX "deadline_due" ON "deadline" USING btree ("due_at") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "deadline_subject" ON "deadline" USING btree ("noun","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_stream_seq" ON "evidence" USING btree ("stream","seq");--> statement-breakpoint
CREATE INDEX "evidence_subject" ON "evidence" USING btree ("noun","subject_id","seq");--> statement-breakpoint
CREATE INDEX "evidence_merchant" ON "evidence" USING btree ("merchant_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "evidence_at" ON "evidence" USING btree ("at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "ledger_entry_subject" ON "ledger_entry" USING btree ("noun","subject_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_at" ON "ledger_entry" USING btree ("id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "ledger_posting_account" ON "ledger_posting" USING btree ("account_ref","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "ledger_posting_entry" ON "ledger_posting" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_group_member_once" ON "member_group_member" USING btree ("group_id","member_id");--> statement-breakpoint
CREATE INDEX "member_group_member_member" ON "member_group_member" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_group_name" ON "member_group" USING btree ("merchant_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "member_once" ON "member" USING btree ("merchant_id","account_id");--> statement-breakpoint
CREATE INDEX "member_account" ON "member" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "merchant_credit_code" ON "merchant" USING btree ("credit_code");--> statement-breakpoint
CREATE INDEX "merchant_owner" ON "merchant" USING btree ("owner_account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_once" ON "message" USING btree ("outbox_id","channel","address");--> statement-breakpoint
CREATE INDEX "message_inbox" ON "message" USING btree ("account_id","channel","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "message_state" ON "message" USING btree ("state","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "message_unread" ON "message" USING btree ("account_id") WHERE read_at is null and channel = 'site';--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("created_at") WHERE expanded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "review_item_subject" ON "review_item" USING btree ("noun","subject_id");--> statement-breakpoint
CREATE INDEX "review_item_queue" ON "review_item" USING btree ("status","due_at","id");--> statement-breakpoint
CREATE INDEX "review_item_applies" ON "review_item" USING btree ("applies_at");--> statement-breakpoint
CREATE INDEX "setting_effective" ON "setting_value" USING btree ("key","effective_from" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant" ON "account" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "account"."id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "account"."id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "operator" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "operator"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "operator"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "session" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "session"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "session"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "agreement_signature" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "agreement_signature"."merchant_id" = (select current_setting('app.merchant_id', true)) or "agreement_signature"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "agreement_signature"."merchant_id" = (select current_setting('app.merchant_id', true)) or "agreement_signature"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "agreement" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system')) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system'));--> statement-breakpoint
CREATE POLICY "public_read" ON "agreement" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "deadline" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "deadline"."merchant_id" = (select current_setting('app.merchant_id', true)) or "deadline"."buyer_id" = (select current_setting('app.account_id', true)) or "deadline"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "deadline"."merchant_id" = (select current_setting('app.merchant_id', true)) or "deadline"."buyer_id" = (select current_setting('app.account_id', true)) or "deadline"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "evidence" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "evidence"."merchant_id" = (select current_setting('app.merchant_id', true)) or "evidence"."buyer_id" = (select current_setting('app.account_id', true)) or "evidence"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "evidence"."merchant_id" = (select current_setting('app.merchant_id', true)) or "evidence"."buyer_id" = (select current_setting('app.account_id', true)) or "evidence"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "ledger_account" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "ledger_account"."merchant_id" = (select current_setting('app.merchant_id', true)) or "ledger_account"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "ledger_account"."merchant_id" = (select current_setting('app.merchant_id', true)) or "ledger_account"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "ledger_entry" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "ledger_entry"."merchant_id" = (select current_setting('app.merchant_id', true)) or "ledger_entry"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "ledger_entry"."merchant_id" = (select current_setting('app.merchant_id', true)) or "ledger_entry"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "ledger_posting" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "ledger_posting"."merchant_id" = (select current_setting('app.merchant_id', true)) or "ledger_posting"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "ledger_posting"."merchant_id" = (select current_setting('app.merchant_id', true)) or "ledger_posting"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "member_group_member" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "member_group_member"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "member_group_member"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "member_group" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "member_group"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "member_group"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "member" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "member"."merchant_id" = (select current_setting('app.merchant_id', true)) or "member"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "member"."merchant_id" = (select current_setting('app.merchant_id', true)) or "member"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "merchant_card" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "merchant_card"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "merchant_card"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "public_read" ON "merchant_card" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "merchant" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "merchant"."id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "merchant"."id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "message" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "message"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "message"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "outbox" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system') or "outbox"."merchant_id" = (select current_setting('app.merchant_id', true)) or "outbox"."buyer_id" = (select current_setting('app.account_id', true)) or "outbox"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system') or "outbox"."merchant_id" = (select current_setting('app.merchant_id', true)) or "outbox"."buyer_id" = (select current_setting('app.account_id', true)) or "outbox"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "review_item" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true)) in ('operations', 'system')) WITH CHECK ((select current_setting('app.scope', true)) in ('operations', 'system'));