import { z } from 'zod';
import { OPERATOR_ROLES } from '@/lib/auth/actor';
import { emailField } from '@/lib/records/account/schema';

const roles = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => [...new Set([given ?? []].flat().filter(Boolean))])
  .pipe(z.array(z.enum(OPERATOR_ROLES)).min(1, 'operator.error.noRole'));

export const addOperatorInput = z.object({ email: emailField, roles });
export const rolesInput = z.object({ roles });
