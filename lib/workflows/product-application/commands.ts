import { productApplications } from '@/db/schema';
import { bindWorkflow } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import { opening } from '@/lib/engine/open';
import * as effects from './effects';
import { applicationFacts } from './facts';
import { productApplication } from './machine';

/** Requests to publish or modify products (products.md 4.1). Approving and rejecting goes through the review queue. */
export const productApplicationWorkflow = bindWorkflow(productApplication, {
  table: productApplications,
  stream: (row) => `productApplication:${row.id}`,
  tenant: (row) => ({ merchantId: row.merchantId }),
  title: (row) => row.name,
  facts: applicationFacts,
  effects: {
    open: effects.open,
    openModify: effects.openModify,
    save: effects.save,
    submit: effects.submit,
    resubmit: effects.submit,
    approve: effects.approve,
    reject: effects.reject,
    remind: effects.remind,
    delete: effects.remove,
  },
});

export const openApplication = opening(productApplicationWorkflow, 'open');
export const openModification = opening(productApplicationWorkflow, 'openModify');
export const saveApplication = command(productApplicationWorkflow, 'save');
export const submitApplication = command(productApplicationWorkflow, 'submit');
export const resubmitApplication = command(productApplicationWorkflow, 'resubmit');
export const withdrawApplication = command(productApplicationWorkflow, 'withdraw');
export const deleteApplication = command(productApplicationWorkflow, 'delete');
export const approveApplication = command(productApplicationWorkflow, 'approve');
export const rejectApplication = command(productApplicationWorkflow, 'reject');
