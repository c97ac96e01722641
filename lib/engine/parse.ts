import type { z } from 'zod';
import { DomainError, type FieldComplaint } from '@/lib/errors';

/**
 * Parses an input at the door. Complaints become catalog keys: a custom message that looks like a key
 * (`onboarding.error.field`) is kept, anything else becomes `form.error.<zod issue code>`.
 * @throws DomainError `invalid` with a complaint per field
 */
export function parseInput<T>(schema: z.ZodType<T> | undefined, input: unknown): T {
  if (!schema) return {} as T;
  const result = schema.safeParse(input ?? {});
  if (result.success) return result.data;
  const fields: Record<string, FieldComplaint> = {};
  for (const issue of result.error.issues) {
    const path = issue.path.join('.') || '_';
    fields[path] ??= complaintOf(issue as ZodIssue);
  }
  throw new DomainError('invalid', { fields });
}

interface ZodIssue {
  code: string;
  message: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  origin?: string;
  format?: string;
  expected?: string;
  input?: unknown;
  params?: Record<string, string | number>;
}

const KEY = /^[a-z][A-Za-z]*(\.[A-Za-z0-9_]+)+$/;

function complaintOf(issue: ZodIssue): FieldComplaint {
  const params: Record<string, string | number> = { ...issue.params };
  if (issue.minimum !== undefined) params.minimum = Number(issue.minimum);
  if (issue.maximum !== undefined) params.maximum = Number(issue.maximum);
  if (KEY.test(issue.message)) return { key: issue.message, params };
  return { key: `form.error.${genericKey(issue)}`, params };
}

function genericKey(issue: ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) <= 1 ? 'required' : 'tooShort';
      return issue.origin === 'array' ? 'tooFew' : 'tooSmall';
    case 'too_big':
      if (issue.origin === 'string') return 'tooLong';
      return issue.origin === 'array' ? 'tooMany' : 'tooBig';
    case 'invalid_type':
      if (issue.message.includes('undefined')) return 'required';
      if (issue.expected === 'int') return 'notWhole';
      return issue.expected === 'number' ? 'notANumber' : 'wrongType';
    case 'invalid_format':
      return issue.format === 'email' || issue.format === 'url' ? issue.format : 'wrongFormat';
    case 'invalid_value':
      return 'notAChoice';
    default:
      return 'wrongFormat';
  }
}
