import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { SubmitButton } from '@/components/ui/submit-button';

/** Asks for the letter of an order and goes to where it will be. */
export function RequestLetter({
  orderId,
  action,
  children,
}: {
  orderId: string;
  action: FormAction;
  children: string;
}) {
  return (
    <ActionForm
      action={action}
      hidden={{ orderId }}
      redirectTo="/buyer/invoices/letters/{id}"
      className="no-print"
    >
      <SubmitButton look="outline">{children}</SubmitButton>
    </ActionForm>
  );
}
