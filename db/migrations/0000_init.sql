CREATE SEQUENCE "public"."invoice_serial" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."order_serial" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
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
	"totp_used_step" integer,
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
CREATE TABLE "account_token" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "account_token" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "provider_link" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "provider_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"hash" text NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "recovery_code" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "announcement" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"merchant_id" text,
	"merchant_name" text NOT NULL,
	"behaviour" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"decided_on" text NOT NULL,
	"violation_id" text,
	"published_at" timestamp (3) with time zone,
	"withdraw_reason" text,
	CONSTRAINT "announcement_state" CHECK ("announcement"."state" in ('draft', 'published', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "announcement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appeal_claim" (
	"appeal_id" text PRIMARY KEY NOT NULL,
	"claimed_by" text NOT NULL,
	"claimed_until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "appeal_claim" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appeal_document" (
	"id" text PRIMARY KEY NOT NULL,
	"appeal_id" text NOT NULL,
	"request_id" text,
	"side" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"file_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"merchant_id" text NOT NULL,
	"buyer_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "appeal_document" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appeal_request" (
	"id" text PRIMARY KEY NOT NULL,
	"appeal_id" text NOT NULL,
	"side" text NOT NULL,
	"text" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer_by" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"answer" text,
	"closed_at" timestamp (3) with time zone,
	"merchant_id" text NOT NULL,
	"buyer_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "appeal_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appeal" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"supervision_id" text NOT NULL,
	"order_id" text NOT NULL,
	"order_number" text NOT NULL,
	"merchant_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"product_id" text NOT NULL,
	"product_name" text NOT NULL,
	"merchant_name" text NOT NULL,
	"buyer_name" text NOT NULL,
	"search_text" text NOT NULL,
	"paid" bigint NOT NULL,
	"opened_by" text NOT NULL,
	"node" text NOT NULL,
	"ground" text NOT NULL,
	"ground_name" jsonb,
	"reason" text NOT NULL,
	"demand" text NOT NULL,
	"handle_by" timestamp (3) with time zone NOT NULL,
	"requests" integer DEFAULT 0 NOT NULL,
	"answer_by" timestamp (3) with time zone,
	"remind_asked_at" timestamp (3) with time zone,
	"outcome" text,
	"decided_node" text,
	"refunded" bigint,
	"decision" text,
	"decided_by" text,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "appeal_state" CHECK ("appeal"."state" in ('handling', 'awaitingBuyer', 'awaitingMerchant', 'decided', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "appeal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attribute" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"description" text DEFAULT '' NOT NULL,
	"description_en" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attribute" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bank_account" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"number" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bank_account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "business_certification" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"merchant_id" text NOT NULL,
	"merchant_name" text NOT NULL,
	"submission" jsonb,
	"current" jsonb,
	"certified_at" timestamp (3) with time zone,
	"automatic" boolean DEFAULT false NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"round" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"outcome" jsonb,
	"unlocked" jsonb,
	CONSTRAINT "business_certification_merchant_id_unique" UNIQUE("merchant_id"),
	CONSTRAINT "business_certification_state" CHECK ("business_certification"."state" in ('editing', 'certifying', 'certified', 'rejected', 'locked'))
);
--> statement-breakpoint
ALTER TABLE "business_certification" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "category" (
	"id" text PRIMARY KEY NOT NULL,
	"parent_id" text,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"position" integer NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "category" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "draft" (
	"noun" text NOT NULL,
	"subject_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"account_id" text,
	"merchant_id" text,
	"saved_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "draft_noun_subject_id_pk" PRIMARY KEY("noun","subject_id")
);
--> statement-breakpoint
ALTER TABLE "draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "file_grant" (
	"id" text PRIMARY KEY NOT NULL,
	"file_id" text NOT NULL,
	"owner_account_id" text,
	"owner_merchant_id" text,
	"merchant_id" text,
	"buyer_id" text,
	"everyone" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "file_grant_once" UNIQUE NULLS NOT DISTINCT("file_id","merchant_id","buyer_id","everyone"),
	CONSTRAINT "file_grant_one_reader" CHECK (num_nonnulls(merchant_id, buyer_id) + everyone::int = 1)
);
--> statement-breakpoint
ALTER TABLE "file_grant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "file" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"media_type" text NOT NULL,
	"purpose" text NOT NULL,
	"uploaded_by" text NOT NULL,
	"account_id" text,
	"merchant_id" text,
	"scan" text NOT NULL,
	"width" integer,
	"height" integer,
	"variants" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"entries" jsonb,
	"entry_count" integer,
	"users" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "file_account_key" UNIQUE("id","account_id"),
	CONSTRAINT "file_merchant_key" UNIQUE("id","merchant_id"),
	CONSTRAINT "file_state" CHECK ("file"."state" in ('uploaded', 'attached', 'expired')),
	CONSTRAINT "file_one_owner" CHECK (num_nonnulls(account_id, merchant_id) = 1)
);
--> statement-breakpoint
ALTER TABLE "file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"credit_code" text,
	"legal_person" text,
	"id_number" text,
	"id_number_masked" text,
	"file_ids" jsonb NOT NULL,
	"round" integer NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"outcome" jsonb,
	CONSTRAINT "identity_state" CHECK ("identity"."state" in ('pending', 'rejected', 'confirmed', 'withdrawn', 'superseded'))
);
--> statement-breakpoint
ALTER TABLE "identity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "instance" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"order_id" text NOT NULL,
	"order_number" text NOT NULL,
	"order_line_id" text NOT NULL,
	"supervision_id" text,
	"buyer_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"product_id" text NOT NULL,
	"spec_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"product_name" text NOT NULL,
	"spec_name" text NOT NULL,
	"merchant_name" text NOT NULL,
	"logo_file_id" text NOT NULL,
	"search_text" text NOT NULL,
	"attributes" jsonb NOT NULL,
	"quantity" integer NOT NULL,
	"quantity_unit" text,
	"billing" text NOT NULL,
	"periods" integer NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_until" timestamp (3) with time zone,
	"starts_by" text NOT NULL,
	"released_at" timestamp (3) with time zone,
	CONSTRAINT "instance_state" CHECK ("instance"."state" in ('active', 'released'))
);
--> statement-breakpoint
ALTER TABLE "instance" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"email" text NOT NULL,
	"group_ids" jsonb NOT NULL,
	"products" jsonb,
	"locale" text NOT NULL,
	"hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"member_id" text
);
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoice_order" (
	"id" text PRIMARY KEY NOT NULL,
	"invoice_id" text NOT NULL,
	"application_id" text NOT NULL,
	"order_id" text NOT NULL,
	"order_line_id" text NOT NULL,
	"order_number" text NOT NULL,
	"product_id" text NOT NULL,
	"product_name" text NOT NULL,
	"spec_name" text NOT NULL,
	"line_amount" bigint NOT NULL,
	"voucher_amount" bigint NOT NULL,
	"refunded" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"live" boolean DEFAULT true NOT NULL,
	"merchant_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invoice_order" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoice" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"number" text NOT NULL,
	"application_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"product_id" text NOT NULL,
	"merchant_name" text NOT NULL,
	"customer_name" text NOT NULL,
	"search_text" text NOT NULL,
	"order_count" integer NOT NULL,
	"title_kind" text NOT NULL,
	"title" text NOT NULL,
	"tax_id" text,
	"special" jsonb,
	"kind" text NOT NULL,
	"medium" text NOT NULL,
	"destination" jsonb NOT NULL,
	"note" text,
	"tax_rate" integer NOT NULL,
	"amount" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"courier_paid_by" text,
	"replaces_id" text,
	"issue_by" timestamp (3) with time zone NOT NULL,
	"overdue_at" timestamp (3) with time zone,
	"fiscal_number" text,
	"fiscal_code" text,
	"fiscal_date" date,
	"courier" text,
	"tracking_number" text,
	"file_id" text,
	"remark" text,
	"issued_at" timestamp (3) with time zone,
	"signed_at" timestamp (3) with time zone,
	"signed_by" text,
	"reason" text,
	"ended_at" timestamp (3) with time zone,
	"red_letter_number" text,
	"request_key" text NOT NULL,
	CONSTRAINT "invoice_number_unique" UNIQUE("number"),
	CONSTRAINT "invoice_state" CHECK ("invoice"."state" in ('toIssue', 'toSign', 'done', 'revoked', 'returned'))
);
--> statement-breakpoint
ALTER TABLE "invoice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoice_contact" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"address" text,
	"email" text,
	"is_default" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invoice_contact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoice_title" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"tax_id" text,
	"special" jsonb,
	"is_default" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invoice_title" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoice_title_permit" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "invoice_title_permit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "letter" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"order_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"order_number" text NOT NULL,
	"product_name" text NOT NULL,
	"spec_name" text NOT NULL,
	"merchant_name" text NOT NULL,
	"merchant_credit_code" text,
	"customer_name" text NOT NULL,
	"amount" bigint NOT NULL,
	"paid_at" timestamp (3) with time zone NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"file_id" text,
	"kept_until" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "letter_number_unique" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "letter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"disabled_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
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
	"service_email" text NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "merchant_card" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "merchant" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_account_id" text NOT NULL,
	"name" text NOT NULL,
	"credit_code" text NOT NULL,
	"kind" text DEFAULT 'enterprise' NOT NULL,
	"profile" jsonb NOT NULL,
	"invoice_types" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"access_key" text NOT NULL,
	"certified_at" timestamp (3) with time zone,
	"invoicing" jsonb,
	"mailing" jsonb,
	"exited_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "merchant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoice_waiver" (
	"order_id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"file_ids" jsonb NOT NULL,
	"note" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invoice_waiver" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "merchant_exit" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"merchant_id" text NOT NULL,
	"merchant_name" text NOT NULL,
	"account_id" text NOT NULL,
	"reason" text NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"opinion" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "merchant_exit_state" CHECK ("merchant_exit"."state" in ('pendingReview', 'approved', 'rejected', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "merchant_exit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message_receiver" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"locale" text NOT NULL,
	"email_verified_at" timestamp (3) with time zone,
	"verify_hash" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "message_receiver" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message_subscription" (
	"merchant_id" text NOT NULL,
	"receiver_id" text NOT NULL,
	"type" text NOT NULL,
	"channel" text NOT NULL,
	CONSTRAINT "message_subscription_receiver_id_type_channel_pk" PRIMARY KEY("receiver_id","type","channel")
);
--> statement-breakpoint
ALTER TABLE "message_subscription" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "onboarding" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"company_name" text NOT NULL,
	"credit_code" text NOT NULL,
	"submission" jsonb,
	"previous" jsonb,
	"round" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"agreement" jsonb,
	"outcome" jsonb,
	"merchant_id" text,
	CONSTRAINT "onboarding_state" CHECK ("onboarding"."state" in ('editing', 'pendingReview', 'rejected', 'approved'))
);
--> statement-breakpoint
ALTER TABLE "onboarding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_line" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"product_id" text NOT NULL,
	"spec_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"product_name" text NOT NULL,
	"product_version" text NOT NULL,
	"spec_name" text NOT NULL,
	"logo_file_id" text NOT NULL,
	"attributes" jsonb NOT NULL,
	"billing" text NOT NULL,
	"quantity" integer NOT NULL,
	"quantity_name" text,
	"quantity_unit" text,
	"periods" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"fee_rate" integer NOT NULL,
	"tax_type" text NOT NULL,
	"tax_rate" integer NOT NULL,
	"voucher_piece_id" text,
	"voucher_amount" bigint DEFAULT 0 NOT NULL,
	"voucher_merchant_ratio" integer DEFAULT 0 NOT NULL,
	"flow_version" text NOT NULL,
	"requirement_step" boolean NOT NULL,
	"delivery_period_days" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "order_line" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"number" text NOT NULL,
	"buyer_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"product_id" text NOT NULL,
	"product_name" text NOT NULL,
	"merchant_name" text NOT NULL,
	"customer_name" text NOT NULL,
	"account_name" text NOT NULL,
	"amount" bigint NOT NULL,
	"pay_by" timestamp (3) with time zone NOT NULL,
	"paid_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"cancel_reason" text,
	"voucher_amount" bigint DEFAULT 0 NOT NULL,
	"voucher_piece_id" text,
	"refunded" bigint DEFAULT 0 NOT NULL,
	"refunded_at" timestamp (3) with time zone,
	"fee" bigint,
	"payable" bigint,
	"voucher_by_merchant" bigint DEFAULT 0 NOT NULL,
	"voucher_by_platform" bigint DEFAULT 0 NOT NULL,
	"buyer_snapshot" jsonb NOT NULL,
	"agreement_file_id" text NOT NULL,
	"agreement_name" text NOT NULL,
	"agreement_sha256" text NOT NULL,
	"rules" jsonb NOT NULL,
	"request_key" text NOT NULL,
	CONSTRAINT "order_number_unique" UNIQUE("number"),
	CONSTRAINT "order_state" CHECK ("order"."state" in ('pendingPayment', 'processing', 'completed', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "order" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_name_tail" (
	"kind" text NOT NULL,
	"tail" text collate "C" NOT NULL,
	"ref" text NOT NULL,
	CONSTRAINT "order_name_tail_kind_tail_ref_pk" PRIMARY KEY("kind","tail","ref")
);
--> statement-breakpoint
ALTER TABLE "order_name_tail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_name" (
	"merchant_id" text NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "order_name_merchant_id_kind_ref_name_pk" PRIMARY KEY("merchant_id","kind","ref","name")
);
--> statement-breakpoint
ALTER TABLE "order_name" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"file_ids" text[] DEFAULT '{}' NOT NULL,
	"state" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"handed_over_at" timestamp (3) with time zone,
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
CREATE TABLE "fee_invoice" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"merchant_name" text NOT NULL,
	"amount" bigint NOT NULL,
	"number" text NOT NULL,
	"issued_on" text NOT NULL,
	"file_id" text NOT NULL,
	"note" text,
	"created_by" text NOT NULL,
	"request_key" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "fee_invoice_number" UNIQUE("number"),
	CONSTRAINT "fee_invoice_request" UNIQUE("created_by","request_key")
);
--> statement-breakpoint
ALTER TABLE "fee_invoice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payout" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"merchant_name" text NOT NULL,
	"amount" bigint NOT NULL,
	"bank" jsonb NOT NULL,
	"bank_reference" text NOT NULL,
	"paid_on" text NOT NULL,
	"slip_file_id" text,
	"note" text,
	"created_by" text NOT NULL,
	"request_key" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payout_bank_reference" UNIQUE("bank_reference"),
	CONSTRAINT "payout_request" UNIQUE("created_by","request_key")
);
--> statement-breakpoint
ALTER TABLE "payout" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"merchant_id" text NOT NULL,
	"class" text NOT NULL,
	"delivery_type" text NOT NULL,
	"name" text NOT NULL,
	"product_version" text NOT NULL,
	"logo_file_id" text NOT NULL,
	"category_id" text NOT NULL,
	"tax_type" text NOT NULL,
	"public_sale" boolean NOT NULL,
	"content" jsonb NOT NULL,
	"fee_rate" integer NOT NULL,
	"from_price" bigint NOT NULL,
	"search_text" text NOT NULL,
	"listed_at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	CONSTRAINT "product_state" CHECK ("product"."state" in ('onSale', 'frozen', 'delisted'))
);
--> statement-breakpoint
ALTER TABLE "product" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sku" (
	"id" text PRIMARY KEY NOT NULL,
	"spec_id" text NOT NULL,
	"product_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"state" text NOT NULL,
	"billing" text NOT NULL,
	"attributes" jsonb NOT NULL,
	"key" text NOT NULL,
	"price" bigint NOT NULL,
	"quantity" jsonb,
	"tax_type" text NOT NULL,
	"position" integer NOT NULL,
	"delisted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sku_state" CHECK ("sku"."state" in ('onSale', 'delisted'))
);
--> statement-breakpoint
ALTER TABLE "sku" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "spec" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"state" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"hidden" boolean NOT NULL,
	"pricing" text NOT NULL,
	"attributes" jsonb NOT NULL,
	"position" integer NOT NULL,
	"delisted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "spec_state" CHECK ("spec"."state" in ('onSale', 'delisted'))
);
--> statement-breakpoint
ALTER TABLE "spec" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_application" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"merchant_id" text NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"product_id" text,
	"class" text NOT NULL,
	"delivery_type" text NOT NULL,
	"name" text NOT NULL,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"opinion" text,
	"submitted_at" timestamp (3) with time zone,
	"review_due_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "product_application_state" CHECK ("product_application"."state" in ('draft', 'pending', 'rejected', 'approved', 'deleted'))
);
--> statement-breakpoint
ALTER TABLE "product_application" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_proposal" (
	"application_id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "product_proposal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_rating" (
	"product_id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"count" integer NOT NULL,
	"quality" integer NOT NULL,
	"service" integer NOT NULL,
	"delivery" integer NOT NULL,
	"stars" integer[] NOT NULL,
	CONSTRAINT "product_rating_count" CHECK (count >= 0)
);
--> statement-breakpoint
ALTER TABLE "product_rating" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_review_message" (
	"id" text PRIMARY KEY NOT NULL,
	"review_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"side" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "product_review_message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_review" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"order_id" text NOT NULL,
	"order_line_id" text NOT NULL,
	"order_number" text NOT NULL,
	"buyer_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"product_id" text NOT NULL,
	"product_name" text NOT NULL,
	"spec_name" text NOT NULL,
	"merchant_name" text NOT NULL,
	"buyer_name" text NOT NULL,
	"reviewed_by" text NOT NULL,
	"quality" integer NOT NULL,
	"service" integer NOT NULL,
	"delivery" integer NOT NULL,
	"stars" integer NOT NULL,
	"tags" text[] NOT NULL,
	"text" text NOT NULL,
	"picture_file_ids" text[] NOT NULL,
	"published_at" timestamp (3) with time zone,
	"negotiated_at" timestamp (3) with time zone,
	"edits" integer DEFAULT 0 NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"follow_up" text,
	"followed_up_at" timestamp (3) with time zone,
	"outcome" jsonb,
	"hidden_rule" text,
	"hidden_reason" text,
	CONSTRAINT "product_review_state" CHECK ("product_review"."state" in ('underReview', 'negotiating', 'published', 'refused', 'hidden', 'deleted')),
	CONSTRAINT "product_review_scores" CHECK (quality between 1 and 5 and service between 1 and 5 and delivery between 1 and 5 and stars between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "product_review" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_view" (
	"product_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"day" date NOT NULL,
	"visitor" text NOT NULL,
	"views" integer NOT NULL,
	CONSTRAINT "product_view_product_id_day_visitor_pk" PRIMARY KEY("product_id","day","visitor")
);
--> statement-breakpoint
ALTER TABLE "product_view" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "profile_edit" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"merchant_id" text NOT NULL,
	"account_id" text NOT NULL,
	"merchant_name" text NOT NULL,
	"live" jsonb,
	"proposed" jsonb,
	"round" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"outcome" jsonb,
	CONSTRAINT "profile_edit_state" CHECK ("profile_edit"."state" in ('editing', 'pendingReview', 'rejected', 'approved', 'discarded'))
);
--> statement-breakpoint
ALTER TABLE "profile_edit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "question" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"product_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"product_name" text NOT NULL,
	"asked_by" text NOT NULL,
	"text" text NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "question_state" CHECK ("question"."state" in ('asked', 'answered', 'hidden'))
);
--> statement-breakpoint
ALTER TABLE "question" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reconciliation" (
	"id" text PRIMARY KEY NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"requested_by" text,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"result" jsonb,
	"differences" integer
);
--> statement-breakpoint
ALTER TABLE "reconciliation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refund_document" (
	"id" text PRIMARY KEY NOT NULL,
	"refund_id" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"file_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"merchant_id" text NOT NULL,
	"buyer_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "refund_document" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refund" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"order_id" text NOT NULL,
	"order_number" text NOT NULL,
	"supervision_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"product_id" text NOT NULL,
	"round" integer NOT NULL,
	"product_name" text NOT NULL,
	"spec_name" text NOT NULL,
	"merchant_name" text NOT NULL,
	"buyer_name" text NOT NULL,
	"search_text" text NOT NULL,
	"paid" bigint NOT NULL,
	"voucher_amount" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"reason_name" jsonb NOT NULL,
	"explanation" text NOT NULL,
	"shared_contact" jsonb,
	"terms" jsonb NOT NULL,
	"opinion" text,
	"decided_at" timestamp (3) with time zone,
	"refunded_at" timestamp (3) with time zone,
	"end_reason" text,
	"reminders" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "refund_state" CHECK ("refund"."state" in ('awaitingMerchant', 'refunding', 'refunded', 'withdrawn', 'rejected', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "refund" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "review_rule" (
	"id" text PRIMARY KEY NOT NULL,
	"field" text NOT NULL,
	"text_zh" text NOT NULL,
	"text_en" text NOT NULL,
	"check" jsonb,
	"severity" text NOT NULL,
	"enabled" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "review_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "allowed_buyer" (
	"id" text PRIMARY KEY NOT NULL,
	"restriction_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"account_id" text NOT NULL,
	"account_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "allowed_buyer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "purchase_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"spec_id" text NOT NULL,
	"product_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"times" integer,
	"quantity" integer,
	"until_expiry" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "purchase_limit_spec_id_unique" UNIQUE("spec_id")
);
--> statement-breakpoint
ALTER TABLE "purchase_limit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "purchase" (
	"order_line_id" text PRIMARY KEY NOT NULL,
	"spec_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"from_stock" boolean NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"returned_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "purchase" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sale_restriction" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"spec_id" text,
	"merchant_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sale_restriction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stock_change" (
	"id" text PRIMARY KEY NOT NULL,
	"spec_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"account_id" text NOT NULL,
	"change" integer NOT NULL,
	"total_after" integer NOT NULL,
	"note" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "stock_change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stock" (
	"spec_id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"total" integer NOT NULL,
	"consumed" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stock_available" CHECK ("stock"."consumed" between 0 and "stock"."total")
);
--> statement-breakpoint
ALTER TABLE "stock" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "standing" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"merchant_id" text NOT NULL,
	"merchant_name" text NOT NULL,
	"until" timestamp (3) with time zone,
	"reason" text,
	"violation_id" text,
	CONSTRAINT "standing_merchant_id_unique" UNIQUE("merchant_id"),
	CONSTRAINT "standing_state" CHECK ("standing"."state" in ('good', 'yellowListed', 'blacklisted', 'expelled', 'exited'))
);
--> statement-breakpoint
ALTER TABLE "standing" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "supervision_digest" (
	"merchant_id" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"unfinished" integer NOT NULL,
	CONSTRAINT "supervision_digest_merchant_id_pk" PRIMARY KEY("merchant_id")
);
--> statement-breakpoint
ALTER TABLE "supervision_digest" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "supervision_document" (
	"id" text PRIMARY KEY NOT NULL,
	"supervision_id" text NOT NULL,
	"round_id" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"file_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"merchant_id" text NOT NULL,
	"buyer_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "supervision_document" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "supervision_round" (
	"id" text PRIMARY KEY NOT NULL,
	"supervision_id" text NOT NULL,
	"kind" text NOT NULL,
	"round" integer NOT NULL,
	"text" text NOT NULL,
	"enabled_at" timestamp (3) with time zone,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"re_reviewed_at" timestamp (3) with time zone,
	"re_review_note" text,
	"re_review_checks" jsonb,
	"outcome" text,
	"reason" text,
	"decided_at" timestamp (3) with time zone,
	"merchant_id" text NOT NULL,
	"buyer_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "supervision_round" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "supervision" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"order_id" text NOT NULL,
	"order_number" text NOT NULL,
	"order_line_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"product_id" text NOT NULL,
	"flow_version" text NOT NULL,
	"template" text NOT NULL,
	"requirement_step" boolean NOT NULL,
	"delivery_type" text NOT NULL,
	"product_class" text NOT NULL,
	"scene" text NOT NULL,
	"acceptance_rule" text NOT NULL,
	"re_review" boolean NOT NULL,
	"demands" jsonb NOT NULL,
	"product_name" text NOT NULL,
	"spec_name" text NOT NULL,
	"merchant_name" text NOT NULL,
	"buyer_name" text NOT NULL,
	"account_name" text NOT NULL,
	"amount" bigint NOT NULL,
	"ordered_at" timestamp (3) with time zone NOT NULL,
	"paid_at" timestamp (3) with time zone NOT NULL,
	"requirement_template_file_id" text,
	"delivery_template_file_id" text,
	"delivery_period_days" integer,
	"deliver_by" timestamp (3) with time zone,
	"requirement_round" integer DEFAULT 0 NOT NULL,
	"delivery_round" integer DEFAULT 0 NOT NULL,
	"enabled_at" timestamp (3) with time zone,
	"requirement_rejections" integer DEFAULT 0 NOT NULL,
	"acceptance_rejections" integer DEFAULT 0 NOT NULL,
	"re_review_refusals" integer DEFAULT 0 NOT NULL,
	"stalled_since" timestamp (3) with time zone,
	"reminders" integer DEFAULT 0 NOT NULL,
	"appeal_id" text,
	"return_to" text,
	"accepted_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"close_reason" text,
	"instance_id" text,
	CONSTRAINT "supervision_state" CHECK ("supervision"."state" in ('requirement', 'requirementConfirm', 'delivery', 'reReview', 'acceptance', 'appeal', 'done', 'closed'))
);
--> statement-breakpoint
ALTER TABLE "supervision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "presales" (
	"merchant_id" text PRIMARY KEY NOT NULL,
	"extension" integer NOT NULL,
	"phones" jsonb NOT NULL,
	"hours" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "presales_extension_unique" UNIQUE("extension")
);
--> statement-breakpoint
ALTER TABLE "presales" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "support_group" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"name" text NOT NULL,
	"content" text NOT NULL,
	"hours" jsonb NOT NULL,
	"phone" text NOT NULL,
	"email" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "support_group" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sandbox_payment" (
	"id" text PRIMARY KEY NOT NULL,
	"buyer_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "sandbox_payment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "top_up" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"buyer_id" text NOT NULL,
	"buyer_name" text NOT NULL,
	"method" text NOT NULL,
	"amount" bigint NOT NULL,
	"request_key" text NOT NULL,
	"payer_name" text,
	"slip_file_id" text,
	"slip_sha256" text,
	"note" text,
	"bank_reference" text,
	"provider" text,
	"provider_ref" text,
	"pay_url" text,
	"reason" text,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "top_up_state" CHECK ("top_up"."state" in ('pending', 'paying', 'confirmed', 'refused', 'withdrawn', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "top_up" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "violation" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"merchant_id" text NOT NULL,
	"merchant_name" text NOT NULL,
	"behaviour" text NOT NULL,
	"behaviour_text" jsonb NOT NULL,
	"points" integer NOT NULL,
	"product_action" text NOT NULL,
	"merchant_action" text NOT NULL,
	"until" timestamp (3) with time zone,
	"deposit" jsonb NOT NULL,
	"product_id" text,
	"product_name" text,
	"reason" text NOT NULL,
	"evidence_file_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answer_file_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"reply" text,
	"replied_at" timestamp (3) with time zone,
	CONSTRAINT "violation_state" CHECK ("violation"."state" in ('recorded', 'answered', 'upheld', 'revoked'))
);
--> statement-breakpoint
ALTER TABLE "violation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "voucher_code_set" (
	"id" text PRIMARY KEY NOT NULL,
	"voucher_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"count" integer NOT NULL,
	"sealed" text,
	"downloaded_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "voucher_code_set" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "voucher_code" (
	"id" text PRIMARY KEY NOT NULL,
	"set_id" text NOT NULL,
	"voucher_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"hash" text NOT NULL,
	"piece_id" text,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "voucher_code" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "voucher_name" (
	"id" text PRIMARY KEY NOT NULL,
	"voucher_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"file_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"piece_id" text
);
--> statement-breakpoint
ALTER TABLE "voucher_name" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "voucher_piece" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"voucher_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"product_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"account_name" text NOT NULL,
	"name" text NOT NULL,
	"amount" bigint NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"remind_at" timestamp (3) with time zone,
	"source" text NOT NULL,
	"order_id" text,
	"used_at" timestamp (3) with time zone,
	"returned_at" timestamp (3) with time zone,
	CONSTRAINT "voucher_piece_state" CHECK ("voucher_piece"."state" in ('claimed', 'locked', 'used', 'expired', 'voided', 'invalid'))
);
--> statement-breakpoint
ALTER TABLE "voucher_piece" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "voucher_stock" (
	"voucher_id" text NOT NULL,
	"shard" integer NOT NULL,
	"merchant_id" text NOT NULL,
	"left_over" integer NOT NULL,
	CONSTRAINT "voucher_stock_voucher_id_shard_pk" PRIMARY KEY("voucher_id","shard"),
	CONSTRAINT "voucher_stock_left" CHECK ("voucher_stock"."left_over" >= 0)
);
--> statement-breakpoint
ALTER TABLE "voucher_stock" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "voucher" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"merchant_id" text NOT NULL,
	"merchant_name" text NOT NULL,
	"product_id" text NOT NULL,
	"product_name" text NOT NULL,
	"class" text NOT NULL,
	"name" text NOT NULL,
	"spec_ids" jsonb NOT NULL,
	"amount" bigint NOT NULL,
	"threshold" bigint NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"billing" text NOT NULL,
	"order_type" text NOT NULL,
	"exclusions" jsonb NOT NULL,
	"quantity" integer NOT NULL,
	"per_user" integer NOT NULL,
	"distribution" text NOT NULL,
	"show_on_page" boolean NOT NULL,
	"issued_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"reason" text,
	"request_key" text,
	CONSTRAINT "voucher_state" CHECK ("voucher"."state" in ('draft', 'pendingReview', 'rejected', 'active', 'voided', 'expired', 'invalid')),
	CONSTRAINT "voucher_amount" CHECK ("voucher"."amount" > 0 and "voucher"."amount" < "voucher"."threshold")
);
--> statement-breakpoint
ALTER TABLE "voucher" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "operator" ADD CONSTRAINT "operator_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_link" ADD CONSTRAINT "provider_link_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_signature" ADD CONSTRAINT "agreement_signature_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_document" ADD CONSTRAINT "appeal_document_request_id_appeal_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."appeal_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_request" ADD CONSTRAINT "appeal_request_appeal_id_appeal_id_fk" FOREIGN KEY ("appeal_id") REFERENCES "public"."appeal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribute" ADD CONSTRAINT "attribute_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_account" ADD CONSTRAINT "bank_account_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_certification" ADD CONSTRAINT "business_certification_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category" ADD CONSTRAINT "category_parent_id_category_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_grant" ADD CONSTRAINT "file_grant_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_grant" ADD CONSTRAINT "file_grant_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_grant" ADD CONSTRAINT "file_grant_buyer_id_account_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_grant" ADD CONSTRAINT "file_grant_owner_account" FOREIGN KEY ("file_id","owner_account_id") REFERENCES "public"."file"("id","account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_grant" ADD CONSTRAINT "file_grant_owner_merchant" FOREIGN KEY ("file_id","owner_merchant_id") REFERENCES "public"."file"("id","merchant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_uploaded_by_account_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_order" ADD CONSTRAINT "invoice_order_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_order" ADD CONSTRAINT "invoice_order_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_buyer_id_account_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_contact" ADD CONSTRAINT "invoice_contact_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_title" ADD CONSTRAINT "invoice_title_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_title_permit" ADD CONSTRAINT "invoice_title_permit_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_posting" ADD CONSTRAINT "ledger_posting_entry_id_ledger_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."ledger_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_posting" ADD CONSTRAINT "ledger_posting_account_ref_ledger_account_id_fk" FOREIGN KEY ("account_ref") REFERENCES "public"."ledger_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_buyer_id_account_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_group_member" ADD CONSTRAINT "member_group_member_group_id_member_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."member_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_group_member" ADD CONSTRAINT "member_group_member_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_group_member" ADD CONSTRAINT "member_group_member_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_group" ADD CONSTRAINT "member_group_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchant_card" ADD CONSTRAINT "merchant_card_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchant" ADD CONSTRAINT "merchant_owner_account_id_account_id_fk" FOREIGN KEY ("owner_account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_waiver" ADD CONSTRAINT "invoice_waiver_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_waiver" ADD CONSTRAINT "invoice_waiver_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchant_exit" ADD CONSTRAINT "merchant_exit_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_receiver" ADD CONSTRAINT "message_receiver_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_subscription" ADD CONSTRAINT "message_subscription_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_subscription" ADD CONSTRAINT "message_subscription_receiver_id_message_receiver_id_fk" FOREIGN KEY ("receiver_id") REFERENCES "public"."message_receiver"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboarding" ADD CONSTRAINT "onboarding_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_buyer_id_account_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_invoice" ADD CONSTRAINT "fee_invoice_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout" ADD CONSTRAINT "payout_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_category_id_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sku" ADD CONSTRAINT "sku_spec_id_spec_id_fk" FOREIGN KEY ("spec_id") REFERENCES "public"."spec"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sku" ADD CONSTRAINT "sku_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spec" ADD CONSTRAINT "spec_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_application" ADD CONSTRAINT "product_application_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_application" ADD CONSTRAINT "product_application_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_application" ADD CONSTRAINT "product_application_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_rating" ADD CONSTRAINT "product_rating_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_review_message" ADD CONSTRAINT "product_review_message_review_id_product_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."product_review"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_review" ADD CONSTRAINT "product_review_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_edit" ADD CONSTRAINT "profile_edit_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation" ADD CONSTRAINT "reconciliation_requested_by_account_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_document" ADD CONSTRAINT "refund_document_refund_id_refund_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refund"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allowed_buyer" ADD CONSTRAINT "allowed_buyer_restriction_id_sale_restriction_id_fk" FOREIGN KEY ("restriction_id") REFERENCES "public"."sale_restriction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allowed_buyer" ADD CONSTRAINT "allowed_buyer_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_limit" ADD CONSTRAINT "purchase_limit_spec_id_spec_id_fk" FOREIGN KEY ("spec_id") REFERENCES "public"."spec"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_limit" ADD CONSTRAINT "purchase_limit_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase" ADD CONSTRAINT "purchase_spec_id_spec_id_fk" FOREIGN KEY ("spec_id") REFERENCES "public"."spec"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sale_restriction" ADD CONSTRAINT "sale_restriction_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sale_restriction" ADD CONSTRAINT "sale_restriction_spec_id_spec_id_fk" FOREIGN KEY ("spec_id") REFERENCES "public"."spec"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_change" ADD CONSTRAINT "stock_change_spec_id_spec_id_fk" FOREIGN KEY ("spec_id") REFERENCES "public"."spec"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock" ADD CONSTRAINT "stock_spec_id_spec_id_fk" FOREIGN KEY ("spec_id") REFERENCES "public"."spec"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock" ADD CONSTRAINT "stock_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing" ADD CONSTRAINT "standing_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_document" ADD CONSTRAINT "supervision_document_supervision_id_supervision_id_fk" FOREIGN KEY ("supervision_id") REFERENCES "public"."supervision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_document" ADD CONSTRAINT "supervision_document_round_id_supervision_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."supervision_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_round" ADD CONSTRAINT "supervision_round_supervision_id_supervision_id_fk" FOREIGN KEY ("supervision_id") REFERENCES "public"."supervision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presales" ADD CONSTRAINT "presales_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_group" ADD CONSTRAINT "support_group_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "top_up" ADD CONSTRAINT "top_up_buyer_id_account_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "violation" ADD CONSTRAINT "violation_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_code_set" ADD CONSTRAINT "voucher_code_set_voucher_id_voucher_id_fk" FOREIGN KEY ("voucher_id") REFERENCES "public"."voucher"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_code" ADD CONSTRAINT "voucher_code_set_id_voucher_code_set_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."voucher_code_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_name" ADD CONSTRAINT "voucher_name_voucher_id_voucher_id_fk" FOREIGN KEY ("voucher_id") REFERENCES "public"."voucher"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_piece" ADD CONSTRAINT "voucher_piece_voucher_id_voucher_id_fk" FOREIGN KEY ("voucher_id") REFERENCES "public"."voucher"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_stock" ADD CONSTRAINT "voucher_stock_voucher_id_voucher_id_fk" FOREIGN KEY ("voucher_id") REFERENCES "public"."voucher"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_email" ON "account" USING btree ("email");--> statement-breakpoint
CREATE INDEX "account_phone" ON "account" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_token_hash" ON "account_token" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "account_token_account" ON "account_token" USING btree ("account_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "provider_link_once" ON "provider_link" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "provider_link_account" ON "provider_link" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_code_hash" ON "recovery_code" USING btree ("account_id","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_signature_merchant" ON "agreement_signature" USING btree ("agreement_id","merchant_id") WHERE party = 'merchant';--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_signature_account" ON "agreement_signature" USING btree ("agreement_id","account_id") WHERE party = 'buyer';--> statement-breakpoint
CREATE INDEX "agreement_signature_by_merchant" ON "agreement_signature" USING btree ("merchant_id","party","id");--> statement-breakpoint
CREATE INDEX "agreement_signature_by_account" ON "agreement_signature" USING btree ("account_id","party","id");--> statement-breakpoint
CREATE INDEX "agreement_signature_subject" ON "agreement_signature" USING btree ("subject_noun","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_version" ON "agreement" USING btree ("kind","version");--> statement-breakpoint
CREATE INDEX "announcement_published" ON "announcement" USING btree ("published_at","id");--> statement-breakpoint
CREATE INDEX "announcement_state" ON "announcement" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "appeal_document_appeal" ON "appeal_document" USING btree ("appeal_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "appeal_request_one_open" ON "appeal_request" USING btree ("appeal_id") WHERE "appeal_request"."outcome" is null;--> statement-breakpoint
CREATE INDEX "appeal_request_appeal" ON "appeal_request" USING btree ("appeal_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "appeal_one_open" ON "appeal" USING btree ("supervision_id") WHERE "appeal"."state" not in ('decided', 'withdrawn');--> statement-breakpoint
CREATE INDEX "appeal_supervision" ON "appeal" USING btree ("supervision_id","id");--> statement-breakpoint
CREATE INDEX "appeal_order" ON "appeal" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "appeal_merchant" ON "appeal" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "appeal_buyer" ON "appeal" USING btree ("buyer_id","id");--> statement-breakpoint
CREATE INDEX "appeal_state" ON "appeal" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "appeal_search" ON "appeal" USING gin (to_tsvector('simple', "search_text"));--> statement-breakpoint
CREATE UNIQUE INDEX "attribute_code" ON "attribute" USING btree ("merchant_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "attribute_preset_code" ON "attribute" USING btree ("code") WHERE merchant_id is null;--> statement-breakpoint
CREATE INDEX "bank_account_merchant" ON "bank_account" USING btree ("merchant_id");--> statement-breakpoint
CREATE INDEX "business_certification_list" ON "business_certification" USING btree ("state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "category_code" ON "category" USING btree ("code");--> statement-breakpoint
CREATE INDEX "category_parent" ON "category" USING btree ("parent_id","position");--> statement-breakpoint
CREATE INDEX "deadline_due" ON "deadline" USING btree ("due_at") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "deadline_subject" ON "deadline" USING btree ("noun","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_stream_seq" ON "evidence" USING btree ("stream","seq");--> statement-breakpoint
CREATE INDEX "evidence_subject" ON "evidence" USING btree ("noun","subject_id","seq");--> statement-breakpoint
CREATE INDEX "evidence_merchant" ON "evidence" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "evidence_buyer" ON "evidence" USING btree ("buyer_id","id");--> statement-breakpoint
CREATE INDEX "evidence_at" ON "evidence" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "file_sha256" ON "file" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "file_account_day" ON "file" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "file_merchant_day" ON "file" USING btree ("merchant_id","created_at");--> statement-breakpoint
CREATE INDEX "file_unattached" ON "file" USING btree ("updated_at") WHERE state <> 'attached';--> statement-breakpoint
CREATE UNIQUE INDEX "identity_open" ON "identity" USING btree ("account_id") WHERE state in ('pending', 'rejected');--> statement-breakpoint
CREATE UNIQUE INDEX "identity_live" ON "identity" USING btree ("account_id") WHERE state = 'confirmed';--> statement-breakpoint
CREATE INDEX "identity_list" ON "identity" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "identity_account" ON "identity" USING btree ("account_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "instance_order_line" ON "instance" USING btree ("order_line_id");--> statement-breakpoint
CREATE INDEX "instance_buyer" ON "instance" USING btree ("buyer_id","id");--> statement-breakpoint
CREATE INDEX "instance_merchant" ON "instance" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_hash" ON "invitation" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "invitation_merchant" ON "invitation" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_order_once" ON "invoice_order" USING btree ("order_line_id") WHERE live;--> statement-breakpoint
CREATE INDEX "invoice_order_invoice" ON "invoice_order" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "invoice_order_order" ON "invoice_order" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_request" ON "invoice" USING btree ("buyer_id","request_key","tax_rate");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_fiscal" ON "invoice" USING btree ("merchant_id",coalesce("fiscal_code", ''),"fiscal_number") WHERE fiscal_number is not null;--> statement-breakpoint
CREATE INDEX "invoice_merchant" ON "invoice" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "invoice_merchant_state" ON "invoice" USING btree ("merchant_id","state","id");--> statement-breakpoint
CREATE INDEX "invoice_buyer" ON "invoice" USING btree ("buyer_id","id");--> statement-breakpoint
CREATE INDEX "invoice_buyer_state" ON "invoice" USING btree ("buyer_id","state","id");--> statement-breakpoint
CREATE INDEX "invoice_state" ON "invoice" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "invoice_search" ON "invoice" USING gin (to_tsvector('simple', "search_text"));--> statement-breakpoint
CREATE INDEX "invoice_application" ON "invoice" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "invoice_replaces" ON "invoice" USING btree ("replaces_id");--> statement-breakpoint
CREATE INDEX "invoice_contact_account" ON "invoice_contact" USING btree ("account_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_contact_default" ON "invoice_contact" USING btree ("account_id","kind") WHERE removed_at is null and is_default;--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_title_kind" ON "invoice_title" USING btree ("account_id","kind") WHERE removed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_title_default" ON "invoice_title" USING btree ("account_id") WHERE removed_at is null and is_default;--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_title_permit_title" ON "invoice_title_permit" USING btree ("account_id","title") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "ledger_entry_subject" ON "ledger_entry" USING btree ("noun","subject_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_at" ON "ledger_entry" USING btree ("id");--> statement-breakpoint
CREATE INDEX "ledger_posting_account" ON "ledger_posting" USING btree ("account_ref","id");--> statement-breakpoint
CREATE INDEX "ledger_posting_entry" ON "ledger_posting" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "letter_order" ON "letter" USING btree ("order_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "letter_buyer" ON "letter" USING btree ("buyer_id","id");--> statement-breakpoint
CREATE INDEX "letter_kept" ON "letter" USING btree ("kept_until") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "member_group_member_once" ON "member_group_member" USING btree ("group_id","member_id");--> statement-breakpoint
CREATE INDEX "member_group_member_member" ON "member_group_member" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_group_name" ON "member_group" USING btree ("merchant_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "member_once" ON "member" USING btree ("merchant_id","account_id");--> statement-breakpoint
CREATE INDEX "member_account" ON "member" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "merchant_credit_code" ON "merchant" USING btree ("credit_code") WHERE exited_at is null;--> statement-breakpoint
CREATE INDEX "merchant_owner" ON "merchant" USING btree ("owner_account_id");--> statement-breakpoint
CREATE INDEX "invoice_waiver_merchant" ON "invoice_waiver" USING btree ("merchant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "merchant_exit_open" ON "merchant_exit" USING btree ("merchant_id") WHERE state in ('pendingReview', 'approved');--> statement-breakpoint
CREATE INDEX "merchant_exit_merchant" ON "merchant_exit" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "merchant_exit_state" ON "merchant_exit" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "message_receiver_merchant" ON "message_receiver" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_receiver_verify" ON "message_receiver" USING btree ("verify_hash");--> statement-breakpoint
CREATE INDEX "message_subscription_type" ON "message_subscription" USING btree ("merchant_id","type");--> statement-breakpoint
CREATE UNIQUE INDEX "onboarding_open" ON "onboarding" USING btree ("account_id") WHERE state <> 'approved';--> statement-breakpoint
CREATE INDEX "onboarding_list" ON "onboarding" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "onboarding_merchant" ON "onboarding" USING btree ("merchant_id");--> statement-breakpoint
CREATE INDEX "order_line_order" ON "order_line" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "order_line_spec" ON "order_line" USING btree ("spec_id");--> statement-breakpoint
CREATE UNIQUE INDEX "order_request" ON "order" USING btree ("buyer_id","request_key");--> statement-breakpoint
CREATE INDEX "order_merchant" ON "order" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "order_merchant_state" ON "order" USING btree ("merchant_id","state","id");--> statement-breakpoint
CREATE INDEX "order_buyer" ON "order" USING btree ("buyer_id","id");--> statement-breakpoint
CREATE INDEX "order_buyer_state" ON "order" USING btree ("buyer_id","state","id");--> statement-breakpoint
CREATE INDEX "order_product" ON "order" USING btree ("product_id","state");--> statement-breakpoint
CREATE INDEX "order_product_newest" ON "order" USING btree ("product_id","id");--> statement-breakpoint
CREATE INDEX "order_merchant_buyer" ON "order" USING btree ("merchant_id","buyer_id","id");--> statement-breakpoint
CREATE INDEX "order_state" ON "order" USING btree ("state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_once" ON "message" USING btree ("outbox_id","channel","address");--> statement-breakpoint
CREATE INDEX "message_inbox" ON "message" USING btree ("account_id","channel","id");--> statement-breakpoint
CREATE INDEX "message_state" ON "message" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "message_unread" ON "message" USING btree ("account_id") WHERE read_at is null and channel = 'site';--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("created_at") WHERE expanded_at is null;--> statement-breakpoint
CREATE INDEX "fee_invoice_merchant" ON "fee_invoice" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "payout_merchant" ON "payout" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "product_merchant" ON "product" USING btree ("merchant_id","state","id");--> statement-breakpoint
CREATE INDEX "product_category" ON "product" USING btree ("category_id","state","id");--> statement-breakpoint
CREATE INDEX "product_shelf" ON "product" USING btree ("listed_at","id") WHERE state = 'onSale' and public_sale;--> statement-breakpoint
CREATE INDEX "product_search" ON "product" USING gin (to_tsvector('simple', "search_text"));--> statement-breakpoint
CREATE UNIQUE INDEX "sku_key" ON "sku" USING btree ("spec_id","key") WHERE state = 'onSale';--> statement-breakpoint
CREATE INDEX "sku_product" ON "sku" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "spec_product" ON "spec" USING btree ("product_id","position");--> statement-breakpoint
CREATE INDEX "product_application_merchant" ON "product_application" USING btree ("merchant_id","state","id");--> statement-breakpoint
CREATE INDEX "product_application_product" ON "product_application" USING btree ("product_id","id");--> statement-breakpoint
CREATE INDEX "product_application_submitted" ON "product_application" USING btree ("merchant_id","submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "product_application_one_modify" ON "product_application" USING btree ("product_id") WHERE kind = 'modify' and state in ('draft', 'pending');--> statement-breakpoint
CREATE INDEX "product_review_message_review" ON "product_review_message" USING btree ("review_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "product_review_line" ON "product_review" USING btree ("order_line_id");--> statement-breakpoint
CREATE INDEX "product_review_product" ON "product_review" USING btree ("product_id","state","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "product_review_stars" ON "product_review" USING btree ("product_id","state","stars","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "product_review_merchant" ON "product_review" USING btree ("merchant_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "product_review_buyer" ON "product_review" USING btree ("buyer_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "product_review_state" ON "product_review" USING btree ("state","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "product_view_merchant" ON "product_view" USING btree ("merchant_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "profile_edit_open" ON "profile_edit" USING btree ("merchant_id") WHERE state in ('editing', 'pendingReview', 'rejected');--> statement-breakpoint
CREATE INDEX "profile_edit_merchant" ON "profile_edit" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "question_product" ON "question" USING btree ("product_id","state","id");--> statement-breakpoint
CREATE INDEX "question_merchant" ON "question" USING btree ("merchant_id","state","id");--> statement-breakpoint
CREATE INDEX "question_buyer" ON "question" USING btree ("buyer_id","id");--> statement-breakpoint
CREATE INDEX "rate_limit_ends" ON "rate_limit" USING btree ("ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reconciliation_under_way" ON "reconciliation" USING btree ((ended_at is null)) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "refund_document_of" ON "refund_document" USING btree ("refund_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "refund_open" ON "refund" USING btree ("order_id") WHERE state in ('awaitingMerchant', 'refunding');--> statement-breakpoint
CREATE UNIQUE INDEX "refund_round" ON "refund" USING btree ("order_id","round");--> statement-breakpoint
CREATE INDEX "refund_merchant" ON "refund" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "refund_merchant_state" ON "refund" USING btree ("merchant_id","state","id");--> statement-breakpoint
CREATE INDEX "refund_buyer" ON "refund" USING btree ("buyer_id","id");--> statement-breakpoint
CREATE INDEX "refund_buyer_state" ON "refund" USING btree ("buyer_id","state","id");--> statement-breakpoint
CREATE INDEX "refund_state" ON "refund" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "refund_search" ON "refund" USING gin (to_tsvector('simple', "search_text"));--> statement-breakpoint
CREATE UNIQUE INDEX "review_item_subject" ON "review_item" USING btree ("noun","subject_id");--> statement-breakpoint
CREATE INDEX "review_item_queue" ON "review_item" USING btree ("status","due_at","id");--> statement-breakpoint
CREATE INDEX "review_item_applies" ON "review_item" USING btree ("applies_at");--> statement-breakpoint
CREATE UNIQUE INDEX "allowed_buyer_once" ON "allowed_buyer" USING btree ("restriction_id","account_id");--> statement-breakpoint
CREATE INDEX "purchase_limit_product" ON "purchase_limit" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "purchase_buyer" ON "purchase" USING btree ("buyer_id","spec_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sale_restriction_once" ON "sale_restriction" USING btree ("product_id",coalesce(spec_id, ''));--> statement-breakpoint
CREATE INDEX "stock_change_spec" ON "stock_change" USING btree ("spec_id","id");--> statement-breakpoint
CREATE INDEX "stock_merchant" ON "stock" USING btree ("merchant_id");--> statement-breakpoint
CREATE INDEX "setting_effective" ON "setting_value" USING btree ("key","effective_from","id");--> statement-breakpoint
CREATE INDEX "standing_state" ON "standing" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "supervision_document_record" ON "supervision_document" USING btree ("supervision_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "supervision_round_once" ON "supervision_round" USING btree ("supervision_id","kind","round");--> statement-breakpoint
CREATE UNIQUE INDEX "supervision_order" ON "supervision" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "supervision_merchant" ON "supervision" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "supervision_merchant_state" ON "supervision" USING btree ("merchant_id","state","id");--> statement-breakpoint
CREATE INDEX "supervision_buyer" ON "supervision" USING btree ("buyer_id","id");--> statement-breakpoint
CREATE INDEX "supervision_buyer_state" ON "supervision" USING btree ("buyer_id","state","id");--> statement-breakpoint
CREATE INDEX "supervision_state" ON "supervision" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "supervision_order_number" ON "supervision" USING btree ("order_number");--> statement-breakpoint
CREATE INDEX "supervision_product" ON "supervision" USING btree ("product_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "support_group_name" ON "support_group" USING btree ("merchant_id","name") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "support_group_merchant" ON "support_group" USING btree ("merchant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "top_up_request" ON "top_up" USING btree ("buyer_id","request_key");--> statement-breakpoint
CREATE UNIQUE INDEX "top_up_bank_reference" ON "top_up" USING btree ("bank_reference") WHERE bank_reference is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "top_up_slip" ON "top_up" USING btree ("slip_sha256") WHERE slip_sha256 is not null and state in ('pending', 'confirmed');--> statement-breakpoint
CREATE INDEX "top_up_buyer" ON "top_up" USING btree ("buyer_id","id");--> statement-breakpoint
CREATE INDEX "top_up_state" ON "top_up" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "violation_merchant" ON "violation" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "violation_state" ON "violation" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "voucher_code_set_voucher" ON "voucher_code_set" USING btree ("voucher_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "voucher_code_hash" ON "voucher_code" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "voucher_code_set_of" ON "voucher_code" USING btree ("set_id");--> statement-breakpoint
CREATE INDEX "voucher_name_voucher" ON "voucher_name" USING btree ("voucher_id","id");--> statement-breakpoint
CREATE INDEX "voucher_name_waiting" ON "voucher_name" USING btree ("voucher_id","id") WHERE piece_id is null;--> statement-breakpoint
CREATE INDEX "voucher_piece_voucher" ON "voucher_piece" USING btree ("voucher_id","state","id");--> statement-breakpoint
CREATE INDEX "voucher_piece_batch" ON "voucher_piece" USING btree ("voucher_id","id");--> statement-breakpoint
CREATE INDEX "voucher_piece_buyer" ON "voucher_piece" USING btree ("buyer_id","state","id");--> statement-breakpoint
CREATE INDEX "voucher_piece_owner" ON "voucher_piece" USING btree ("buyer_id","voucher_id");--> statement-breakpoint
CREATE INDEX "voucher_piece_order" ON "voucher_piece" USING btree ("order_id") WHERE order_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "voucher_request" ON "voucher" USING btree ("merchant_id","request_key");--> statement-breakpoint
CREATE INDEX "voucher_merchant" ON "voucher" USING btree ("merchant_id","id");--> statement-breakpoint
CREATE INDEX "voucher_product" ON "voucher" USING btree ("product_id","state");--> statement-breakpoint
CREATE INDEX "voucher_state" ON "voucher" USING btree ("state","id");--> statement-breakpoint
CREATE POLICY "tenant" ON "account" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "account"."id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "account"."id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "operator" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "operator"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "operator"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "session" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "session"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "session"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "account_token" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system'))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')));--> statement-breakpoint
CREATE POLICY "tenant" ON "provider_link" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "provider_link"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "provider_link"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "recovery_code" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "recovery_code"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "recovery_code"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "agreement_signature" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "agreement_signature"."merchant_id" = (select current_setting('app.merchant_id', true)) or "agreement_signature"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "agreement_signature"."merchant_id" = (select current_setting('app.merchant_id', true)) or "agreement_signature"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "agreement" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system'))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')));--> statement-breakpoint
CREATE POLICY "public_read" ON "agreement" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "announcement" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system'))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')));--> statement-breakpoint
CREATE POLICY "public_read" ON "announcement" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING ("announcement"."state" = 'published');--> statement-breakpoint
CREATE POLICY "tenant" ON "appeal_claim" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system'))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')));--> statement-breakpoint
CREATE POLICY "tenant" ON "appeal_document" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "appeal_document"."merchant_id" = (select current_setting('app.merchant_id', true)) or "appeal_document"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "appeal_document"."merchant_id" = (select current_setting('app.merchant_id', true)) or "appeal_document"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "appeal_request" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "appeal_request"."merchant_id" = (select current_setting('app.merchant_id', true)) or "appeal_request"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "appeal_request"."merchant_id" = (select current_setting('app.merchant_id', true)) or "appeal_request"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "appeal" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "appeal"."merchant_id" = (select current_setting('app.merchant_id', true)) or "appeal"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "appeal"."merchant_id" = (select current_setting('app.merchant_id', true)) or "appeal"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "attribute" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "attribute"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "attribute"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "public_read" ON "attribute" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING (merchant_id is null);--> statement-breakpoint
CREATE POLICY "tenant" ON "bank_account" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "bank_account"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "bank_account"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "business_certification" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "business_certification"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "business_certification"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "category" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system'))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')));--> statement-breakpoint
CREATE POLICY "public_read" ON "category" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "deadline" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "deadline"."merchant_id" = (select current_setting('app.merchant_id', true)) or "deadline"."buyer_id" = (select current_setting('app.account_id', true)) or "deadline"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "deadline"."merchant_id" = (select current_setting('app.merchant_id', true)) or "deadline"."buyer_id" = (select current_setting('app.account_id', true)) or "deadline"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "draft" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "draft"."merchant_id" = (select current_setting('app.merchant_id', true)) or "draft"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "draft"."merchant_id" = (select current_setting('app.merchant_id', true)) or "draft"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "evidence" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "evidence"."merchant_id" = (select current_setting('app.merchant_id', true)) or "evidence"."buyer_id" = (select current_setting('app.account_id', true)) or "evidence"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "evidence"."merchant_id" = (select current_setting('app.merchant_id', true)) or "evidence"."buyer_id" = (select current_setting('app.account_id', true)) or "evidence"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "file_grant" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "file_grant"."owner_merchant_id" = (select current_setting('app.merchant_id', true)) or "file_grant"."owner_account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "file_grant"."owner_merchant_id" = (select current_setting('app.merchant_id', true)) or "file_grant"."owner_account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "public_read" ON "file_grant" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING (everyone
      or merchant_id = (select current_setting('app.merchant_id', true))
      or buyer_id = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "file" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "file"."merchant_id" = (select current_setting('app.merchant_id', true)) or "file"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "file"."merchant_id" = (select current_setting('app.merchant_id', true)) or "file"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "public_read" ON "file" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING (exists (select 1 from file_grant g where g.file_id = file.id and (g.everyone
      or g.merchant_id = (select current_setting('app.merchant_id', true))
      or g.buyer_id = (select current_setting('app.account_id', true)))));--> statement-breakpoint
CREATE POLICY "tenant" ON "identity" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "identity"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "identity"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "instance" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "instance"."merchant_id" = (select current_setting('app.merchant_id', true)) or "instance"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "instance"."merchant_id" = (select current_setting('app.merchant_id', true)) or "instance"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "invitation" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "invitation"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "invitation"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "invoice_order" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "invoice_order"."merchant_id" = (select current_setting('app.merchant_id', true)) or "invoice_order"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "invoice_order"."merchant_id" = (select current_setting('app.merchant_id', true)) or "invoice_order"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "invoice" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "invoice"."merchant_id" = (select current_setting('app.merchant_id', true)) or "invoice"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "invoice"."merchant_id" = (select current_setting('app.merchant_id', true)) or "invoice"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "invoice_contact" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "invoice_contact"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "invoice_contact"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "invoice_title" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "invoice_title"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "invoice_title"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "invoice_title_permit" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "invoice_title_permit"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "invoice_title_permit"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "ledger_account" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "ledger_account"."merchant_id" = (select current_setting('app.merchant_id', true)) or "ledger_account"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "ledger_account"."merchant_id" = (select current_setting('app.merchant_id', true)) or "ledger_account"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "ledger_entry" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "ledger_entry"."merchant_id" = (select current_setting('app.merchant_id', true)) or "ledger_entry"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "ledger_entry"."merchant_id" = (select current_setting('app.merchant_id', true)) or "ledger_entry"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "ledger_posting" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "ledger_posting"."merchant_id" = (select current_setting('app.merchant_id', true)) or "ledger_posting"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "ledger_posting"."merchant_id" = (select current_setting('app.merchant_id', true)) or "ledger_posting"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "letter" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "letter"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "letter"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "member_group_member" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "member_group_member"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "member_group_member"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "member_group" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "member_group"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "member_group"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "member" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "member"."merchant_id" = (select current_setting('app.merchant_id', true)) or "member"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "member"."merchant_id" = (select current_setting('app.merchant_id', true)) or "member"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "merchant_card" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "merchant_card"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "merchant_card"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "public_read" ON "merchant_card" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "merchant" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "merchant"."id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "merchant"."id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "invoice_waiver" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "invoice_waiver"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "invoice_waiver"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "merchant_exit" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "merchant_exit"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "merchant_exit"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "message_receiver" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "message_receiver"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "message_receiver"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "message_subscription" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "message_subscription"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "message_subscription"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "onboarding" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "onboarding"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "onboarding"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "order_line" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "order_line"."merchant_id" = (select current_setting('app.merchant_id', true)) or "order_line"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "order_line"."merchant_id" = (select current_setting('app.merchant_id', true)) or "order_line"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "order" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "order"."merchant_id" = (select current_setting('app.merchant_id', true)) or "order"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "order"."merchant_id" = (select current_setting('app.merchant_id', true)) or "order"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "order_name_tail" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system'))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')));--> statement-breakpoint
CREATE POLICY "tenant" ON "order_name" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "order_name"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "order_name"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "message" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "message"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "message"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "outbox" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "outbox"."merchant_id" = (select current_setting('app.merchant_id', true)) or "outbox"."buyer_id" = (select current_setting('app.account_id', true)) or "outbox"."account_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "outbox"."merchant_id" = (select current_setting('app.merchant_id', true)) or "outbox"."buyer_id" = (select current_setting('app.account_id', true)) or "outbox"."account_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "fee_invoice" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "fee_invoice"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "fee_invoice"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "payout" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "payout"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "payout"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "product" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "product"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "product"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "public_read" ON "product" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING (state = 'onSale');--> statement-breakpoint
CREATE POLICY "tenant" ON "sku" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "sku"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "sku"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "public_read" ON "sku" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING (state = 'onSale');--> statement-breakpoint
CREATE POLICY "tenant" ON "spec" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "spec"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "spec"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "public_read" ON "spec" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING (state = 'onSale');--> statement-breakpoint
CREATE POLICY "tenant" ON "product_application" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "product_application"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "product_application"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "product_proposal" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "product_proposal"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "product_proposal"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "product_rating" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "product_rating"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "product_rating"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "public_read" ON "product_rating" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "product_review_message" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "product_review_message"."merchant_id" = (select current_setting('app.merchant_id', true)) or "product_review_message"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "product_review_message"."merchant_id" = (select current_setting('app.merchant_id', true)) or "product_review_message"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "product_review" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "product_review"."merchant_id" = (select current_setting('app.merchant_id', true)) or "product_review"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "product_review"."merchant_id" = (select current_setting('app.merchant_id', true)) or "product_review"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "public_read" ON "product_review" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING ("product_review"."state" = 'published');--> statement-breakpoint
CREATE POLICY "tenant" ON "product_view" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "product_view"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "product_view"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "profile_edit" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "profile_edit"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "profile_edit"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "question" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "question"."merchant_id" = (select current_setting('app.merchant_id', true)) or "question"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "question"."merchant_id" = (select current_setting('app.merchant_id', true)) or "question"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "public_read" ON "question" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING ("question"."state" = 'answered');--> statement-breakpoint
CREATE POLICY "tenant" ON "reconciliation" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system'))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')));--> statement-breakpoint
CREATE POLICY "tenant" ON "refund_document" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "refund_document"."merchant_id" = (select current_setting('app.merchant_id', true)) or "refund_document"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "refund_document"."merchant_id" = (select current_setting('app.merchant_id', true)) or "refund_document"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "refund" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "refund"."merchant_id" = (select current_setting('app.merchant_id', true)) or "refund"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "refund"."merchant_id" = (select current_setting('app.merchant_id', true)) or "refund"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "review_item" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system'))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')));--> statement-breakpoint
CREATE POLICY "tenant" ON "review_rule" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system'))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')));--> statement-breakpoint
CREATE POLICY "public_read" ON "review_rule" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "allowed_buyer" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "allowed_buyer"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "allowed_buyer"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "purchase_limit" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "purchase_limit"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "purchase_limit"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "purchase" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "purchase"."merchant_id" = (select current_setting('app.merchant_id', true)) or "purchase"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "purchase"."merchant_id" = (select current_setting('app.merchant_id', true)) or "purchase"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "sale_restriction" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "sale_restriction"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "sale_restriction"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "stock_change" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "stock_change"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "stock_change"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "stock" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "stock"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "stock"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "standing" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "standing"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "standing"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "supervision_digest" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "supervision_digest"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "supervision_digest"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "supervision_document" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "supervision_document"."merchant_id" = (select current_setting('app.merchant_id', true)) or "supervision_document"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "supervision_document"."merchant_id" = (select current_setting('app.merchant_id', true)) or "supervision_document"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "supervision_round" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "supervision_round"."merchant_id" = (select current_setting('app.merchant_id', true)) or "supervision_round"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "supervision_round"."merchant_id" = (select current_setting('app.merchant_id', true)) or "supervision_round"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "supervision" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "supervision"."merchant_id" = (select current_setting('app.merchant_id', true)) or "supervision"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "supervision"."merchant_id" = (select current_setting('app.merchant_id', true)) or "supervision"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "presales" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "presales"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "presales"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "support_group" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "support_group"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "support_group"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "public_read" ON "support_group" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "sandbox_payment" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "sandbox_payment"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "sandbox_payment"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "top_up" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "top_up"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "top_up"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "violation" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "violation"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "violation"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "voucher_code_set" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "voucher_code_set"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "voucher_code_set"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "voucher_code" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "voucher_code"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "voucher_code"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "voucher_name" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "voucher_name"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "voucher_name"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "voucher_piece" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "voucher_piece"."merchant_id" = (select current_setting('app.merchant_id', true)) or "voucher_piece"."buyer_id" = (select current_setting('app.account_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "voucher_piece"."merchant_id" = (select current_setting('app.merchant_id', true)) or "voucher_piece"."buyer_id" = (select current_setting('app.account_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "voucher_stock" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "voucher_stock"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "voucher_stock"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "tenant" ON "voucher" AS PERMISSIVE FOR ALL TO "guildhall_app" USING ((select current_setting('app.scope', true) in ('operations', 'system')) or "voucher"."merchant_id" = (select current_setting('app.merchant_id', true))) WITH CHECK ((select current_setting('app.scope', true) in ('operations', 'system')) or "voucher"."merchant_id" = (select current_setting('app.merchant_id', true)));--> statement-breakpoint
CREATE POLICY "public_read" ON "voucher" AS PERMISSIVE FOR SELECT TO "guildhall_app" USING (state = 'active' and distribution = 'public' and show_on_page);